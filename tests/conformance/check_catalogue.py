"""The wider catalogue of the command line against the one worked out again with pandas (wider_reference.py)."""

import datetime
import math

from check_indicators import CASES
from indicators_reference import indicators
from wider_reference import catalogue

# No rate is formed for these; the others are hidden below 30, Myers' index below 500, averages of years never.
COUNTS = {"balance-residual", "facility-count"}
AVERAGES = {
    "cbr-average", "cdr-average", "in-migration-average", "out-migration-average", "net-migration-average", "gfr", "asfr",
    "asfr-15-19", "tfr",
}
PER_THOUSAND = AVERAGES - {"tfr"}
EXACTLY = {"growth-rate", "tfr", "myers"}


def check_catalogue_against_pandas(stage):
    """The wider catalogue is that of an independent reckoning with pandas: numerators, denominators, values, missing"""
    for families, seed, at in CASES:
        package = stage.package(families, seed)
        folder = stage.unpacked(package)
        told = {(row["id"], row["part"]): row for row in stage.rdk_json("catalogue", package, "--at", at)["catalogue"]}
        known = {key for key, _ in told} & set(indicators(folder, datetime.date.fromisoformat(at)))
        reference = catalogue(folder, at)
        wider = {key for key in told if key[0] not in known}
        assert wider == set(reference), sorted(wider ^ set(reference))
        for key, (numerator, denominator, exactly, missing) in reference.items():
            row, name = told[key], f"{families}/{seed} at {at}, {key}"
            got = (row["numerator"], row["denominator"], row["missing"])
            assert got == (numerator, denominator, missing), f"{name}: {got}, reckoned {(numerator, denominator, missing)}"
            floor = 0 if key[0] in COUNTS else 1 if key[0] in AVERAGES else 500 if key[0] == "myers" else 30
            small = denominator is not None and denominator < floor
            assert row["small"] == small, name
            if small:
                value = None
            elif key[0] in EXACTLY:
                value = exactly
            elif denominator is None:
                value = numerator
            else:
                value = numerator * (1000 if key[0] in PER_THOUSAND else 100) / denominator if denominator else None
            same = row["value"] is None if value is None else math.isclose(row["value"], value, rel_tol=1e-12, abs_tol=1e-12)
            assert same, f"{name}: {row['value']}, reckoned {value}"
