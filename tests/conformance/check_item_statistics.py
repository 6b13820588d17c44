"""Statistics of trainings by the command line against the ones worked out again (item_statistics_reference.py)."""

import json
import random

from item_statistics_reference import report

# Participants, items a form, how much the training helped, seed.
SHARE = ("numerator", "denominator")
CASES = [(10, 15, 0.3, 1), (24, 30, 0.2, 2), (40, 40, 0.0, 3), (9, 15, 0.3, 4), (12, 1, 0.3, 5), (33, 8, -0.2, 6)]


def session(n, k, help_, seed):
    """A session of invented participants; some miss one of the tests."""
    dice = random.Random(seed)
    topics = ["persen", "pusat", "sampel"][: min(3, k)]
    item = lambda form, i: f"{topics[i % len(topics)]}/{form}{i}"
    people = [{"name": str(i + 1), "group": dice.choice(["agent", "apparatus", "people"])} for i in range(n)]
    skill = {who["name"]: dice.random() for who in people}
    sheets = []
    for form, more in (("pre", 0.0), ("post", help_)):
        for who in people:
            if form == "post" and seed == 2 and dice.random() < 0.2:
                continue
            chance = lambda i: min(0.98, max(0.02, skill[who["name"]] + more + (i % 5 - 2) * 0.1))
            right = [dice.random() < chance(i) for i in range(k)]
            given = [{"picks": [1 if mark else dice.randint(2, 4)]} for mark in right]
            sheets.append({"name": who["name"], "form": form, "right": right, "given": given})
    forms = {form: [item(form, i) for i in range(k)] for form in ("pre", "post")}
    head = {"format": 1, "code": "K7Q2MN", "title": "Latihan rekaan", "place": "", "date": "2026-11-24", "trainer": "", "seed": seed}
    return head | {"topics": topics, "forms": forms, "participants": people, "sheets": sheets}


def near(got, wanted, where):
    """Equal figures, or the same reason why there is none."""
    if isinstance(wanted, str):
        assert got == {"Err": wanted}, f"{where}: {got}, reckoned {wanted}"
    else:
        value = got["Ok"] if isinstance(got, dict) else got
        assert abs(value - wanted) < 1e-9, f"{where}: {value}, reckoned {wanted}"


def check_training_statistics(stage):
    """Gain, difficulty, discrimination and reliability of six trainings are those of an independent reckoning"""
    for case in CASES:
        made = session(*case)
        path = stage.folder / "training.json"
        path.write_text(json.dumps(made), encoding="utf-8")
        told, wanted = stage.rdk_json("training", path), report(made)
        assert told["n_both"] == wanted["n_both"], case
        for key in ("class_gain", "mean_gain"):
            near(told[key], wanted[key], f"{case} {key}")
        for row, one in zip(told["topics"], wanted["topics"], strict=True):
            for form in ("pre", "post"):
                assert [row[form][part] for part in SHARE] == one[form], f"{case} {row}"
        for got, test in zip(told["tests"], wanted["tests"], strict=True):
            assert got["n"] == test["n"]
            for key in ("mean", "deviation", "kr20", "alpha"):
                near(got[key], test[key], f"{case} {key}")
            for item, one in zip(got["items"], test["items"], strict=True):
                assert [item["right"][part] for part in SHARE] == one["right"]
                for key in ("difficulty", "point_biserial", "item_rest", "upper_lower"):
                    near(item[key], one[key], f"{case} {item['id']} {key}")
