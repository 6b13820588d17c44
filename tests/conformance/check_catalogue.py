"""Every indicator of the command line against the one worked out again with pandas (catalogue_reference.py)."""

import csv
import math

from catalogue_reference import catalogue

# A village of ordinary size today, a year of it earlier, one too small for rates, a large one, one of one family; and days
# so late that vital rates take in a fourth and a fifth year.
CASES = [
    (300, 7, "2026-11-24"), (300, 7, "2026-02-28"), (40, 3, "2026-11-24"), (700, 11, "2024-02-29"), (1, 2, "2026-11-24"),
    (300, 7, "2029-11-20"), (300, 7, "2029-12-31"),
]
# Of a part of the people these are not told.
WHOLE_ONLY = {"facility-count", "asfr"}


def compare(name, told, reference):
    """Numerator, denominator, value, missing and smallness of every row; quotients to the last bit."""
    for key, row in told.items():
        one = reference[key]
        got = tuple(row[part] for part in ("numerator", "denominator", "missing", "small"))
        wanted = (one.numerator, one.denominator, one.missing, one.small)
        assert got == wanted, f"{name}, {key}: {got}, reckoned {wanted}"
        near = one.exactly is not None and row["value"] is not None and math.isclose(row["value"], one.exactly, rel_tol=1e-12)
        assert row["value"] == one.value or near, f"{name}, {key}: {row['value']}, reckoned {one.value}"


def told_by(stage, package, at, *more):
    rows = stage.rdk_json("catalogue", package, "--at", at, *more)["catalogue"]
    return {(row["id"], row["part"]): row for row in rows}


def check_catalogue_against_pandas(stage):
    """All indicators are those of an independent reckoning with pandas: numerators, denominators, values, missing"""
    for families, seed, at in CASES:
        package = stage.package(families, seed)
        reference, told = catalogue(stage.unpacked(package), at), told_by(stage, package, at)
        assert set(told) == set(reference), sorted(set(told) ^ set(reference))
        compare(f"{families}/{seed} at {at}", told, reference)
        # The cards of the summary are the same figures.
        for row in stage.rdk_json("indicators", package, "--at", at)["indicators"]:
            same = told[row["id"], ""]
            assert all(row[part] == same[part] for part in ("numerator", "denominator", "value", "missing", "small")), row


def check_packed_catalogue(stage):
    """The table of indicators in a package holds the values of the reckoning with pandas, for every entry and part"""
    families, seed, _ = CASES[0]
    folder = stage.unpacked(stage.package(families, seed))
    with open(folder / "data" / "indikator.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    (at,) = {row["tanggal_acuan"] for row in rows}
    reference = catalogue(folder, at)
    packed = {(row["indikator"], row["bagian"]): row for row in rows}
    assert set(reference) <= set(packed), sorted(set(reference) - set(packed))
    number = lambda text: float(text) if text else None
    for key, one in reference.items():
        row = packed[key]
        got = tuple(number(row[name]) for name in ("pembilang", "penyebut", "tanpa_jawaban"))
        assert got == (one.numerator, one.denominator, one.missing), (key, got, one)
        value = number(row["nilai"])
        near = one.exactly is not None and value is not None and math.isclose(value, one.exactly, rel_tol=1e-12)
        assert value == one.value or near, (key, value, one.value)
    for key in set(packed) - set(reference):
        row = packed[key]
        assert not row["nilai"] and row["keterangan"], row


def check_catalogue_by_rt_and_sex(stage):
    """Indicators of an RT, and those told apart by sex of men and of women, are those of pandas too"""
    families, seed, at = CASES[0]
    package = stage.package(families, seed)
    folder = stage.unpacked(package)
    for rt in ("1", "4"):
        told, reference = told_by(stage, package, at, "--rt", rt), catalogue(folder, at, rt=rt)
        assert {key for key in reference if key[0] not in WHOLE_ONLY} == set(told), set(told) ^ set(reference)
        compare(f"RT {rt}", told, reference)
    for sex in ("laki_laki", "perempuan"):
        told = told_by(stage, package, at, "--sex", sex)
        assert len(told) > 20 and ("jkn-coverage", "") in told and ("kk-coverage", "") not in told, sorted(told)
        compare(sex, told, catalogue(folder, at, sex=sex))
