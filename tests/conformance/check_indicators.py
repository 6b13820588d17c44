"""Indicators of the command line against the ones worked out again from the package's CSVs (indicators_reference.py)."""

import datetime

from indicators_reference import indicators

# A village of ordinary size today, a year of it earlier, one too small for rates, a large one, one of one family.
CASES = [(300, 7, "2026-11-24"), (300, 7, "2026-02-28"), (40, 3, "2026-11-24"), (700, 11, "2024-02-29"), (1, 2, "2026-11-24")]
COUNTS = {"pop-total", "family-total", "wus-count", "pus-count", "pus-pregnant"}
VITAL = {"cbr", "cdr", "in-migration", "out-migration", "net-migration"}


def hidden(key, denominator):
    """Rates of small numbers are hidden (handbook §6.2): below 30, the Whipple index below 500, vital rates of one year."""
    if key in COUNTS or key == "density":
        return False
    return key in VITAL or denominator < (500 if key == "whipple" else 30)


def check_against_reference(stage):
    """All indicators are those of an independent reckoning in exact fractions, to the last bit, for five villages and dates"""
    for families, seed, at in CASES:
        package = stage.package(families, seed)
        reference = indicators(stage.unpacked(package), datetime.date.fromisoformat(at))
        told = {row["id"]: row for row in stage.rdk_json("indicators", package, "--at", at)["indicators"]}
        assert set(told) == set(reference), set(told) ^ set(reference)
        for key, one in reference.items():
            small = hidden(key, one.denominator)
            number = lambda n: None if n is None else float(n)
            value = None if small else number(one.value)
            wanted = (number(one.numerator), number(one.denominator), value, one.missing, small)
            row = told[key]
            got = tuple(row[part] for part in ("numerator", "denominator", "value", "missing", "small"))
            assert got == wanted, f"{families}/{seed} at {at}, {key}: {got}, reckoned {wanted}"
