"""The projection of the command line against the one worked out again from the package's CSVs (projection_reference.py)."""

import csv
import json

from catalogue_reference import Village
from projection_reference import GROUPS, lived, project

ASSUMED = [
    {"years": 20, "fertility": [2.2, 2.1], "mean_age": 28.5, "e0_female": [73.0, 76.0], "e0_male": [69.0, 72.0],
     "sex_ratio": 105.0, "migration": 0.0},
    {"years": 50, "fertility": [3.4, 1.6], "mean_age": 26.2, "e0_female": [61.0, 79.0], "e0_male": [57.5, 74.0],
     "sex_ratio": 108.0, "migration": -9.0},
    {"years": 5, "fertility": [0.0, 0.0], "mean_age": 31.0, "e0_female": [45.0, 45.0], "e0_male": [44.0, 44.0],
     "sex_ratio": 100.0, "migration": 12.0},
]


def starting(folder, at):
    """Women and men by five-year age group, the last open, as the package's CSV has them."""
    sides = {"perempuan": [0.0] * GROUPS, "laki_laki": [0.0] * GROUPS}
    people = Village(folder, at).people
    for sex, age in people[people.age.notna()][["jenis_kelamin", "age"]].itertuples(index=False):
        if sex in sides:
            sides[sex][min(int(age) // 5, GROUPS - 1)] += 1
    return sides["perempuan"], sides["laki_laki"]


def check_levels(stage):
    """Women of the West tables live 20, 22.5 … 80 years at levels 1, 2 … 25, as published; men 18.0 to 76.6"""
    for e10, e0 in ((21.86761, 18.0), (74.08120, 76.6)):
        years, beyond = lived("male", e10)
        assert abs(sum(years) + beyond - e0) < 0.05, e0
    for level, e10 in ((1, 21.40549), (9, 44.69388), (14, 53.35198), (20, 61.43625), (25, 78.62273)):
        years, beyond = lived("female", e10)
        assert abs(sum(years) + beyond - 17.5 - 2.5 * level) < 0.005, level


def check_against_reference(stage):
    """The projected population is that of an independent reckoning, to a tenth of a person in each group"""
    package = stage.package(300, 7)
    for number, assumed in enumerate(ASSUMED):
        path = stage.folder / f"assumed-{number}.json"
        path.write_text(json.dumps(assumed))
        told = stage.rdk_json("projection", package, "--at", "2026-11-24", "--assumptions", path)
        rows = [[float(cell) for cell in row[1:]] for row in csv.reader(told["ages"].splitlines()[1:])]
        assert len(rows) == GROUPS, rows
        columns = list(zip(*rows))
        men, women = columns[0], columns[1]
        start = starting(stage.unpacked(package), "2026-11-24")
        assert (list(women), list(men)) == start, f"the start: {women} {men}, counted {start}"
        for step, (female, male) in enumerate(project(women, men, assumed)):
            for sex, wanted, got in (("women", female, columns[2 * step + 1]), ("men", male, columns[2 * step])):
                for group, (a, b) in enumerate(zip(wanted, got)):
                    assert abs(a - b) <= 0.0501, f"case {number}, step {step}, {sex} {5 * group}: {b}, reckoned {a}"
