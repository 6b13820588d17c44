"""Statistics of a training, reckoned again from a session's file: exact fractions, square roots at the very end, and other
ways than the house's own (the correlation by counts, the groups one by one)."""

from fractions import Fraction as F
from math import sqrt

MIN = 10


def plain(name):
    return str(int(name)) if name.isdigit() else name.lower()


def mean(values):
    return sum(values, F(0)) / len(values)


def variance(values):
    """Mean of the squares less the square of the mean."""
    return mean([F(v) * v for v in values]) - mean([F(v) for v in values]) ** 2


def correlation(marks, scores):
    """Point-biserial: (M1 - M0) / s * sqrt(p q)."""
    ones = [F(s) for m, s in zip(marks, scores) if m]
    zeros = [F(s) for m, s in zip(marks, scores) if not m]
    spread = variance(scores)
    if not ones or not zeros or spread == 0:
        return "no-spread"
    p = F(len(ones), len(marks))
    return float(mean(ones) - mean(zeros)) / sqrt(spread) * sqrt(p * (1 - p))


def group_share(marks, scores, size, best):
    """Right answers of the best (or weakest) `size`, shared evenly among those at the border."""
    left, right = F(size), F(0)
    for score in sorted(set(scores), reverse=best):
        here = [m for m, s in zip(marks, scores) if s == score]
        take = min(left, F(len(here)))
        right += take * mean([F(m) for m in here])
        left -= take
        if left == 0:
            break
    return right / size


def test(rows):
    """Statistics of one test: rows of 0 and 1."""
    n = len(rows)
    k = len(rows[0]) if rows else 0
    totals = [sum(row) for row in rows]
    told = {"n": n, "mean": float(mean([F(100 * t, k) for t in totals])) if n else 0.0, "items": []}
    told["deviation"] = sqrt(variance([F(100 * t, k) for t in totals])) if n else 0.0
    spread = variance(totals) if n else F(0)
    if n < MIN:
        told["kr20"] = "too-few"
    elif k < 2:
        told["kr20"] = "too-few-items"
    elif spread == 0:
        told["kr20"] = "no-spread"
    else:
        p = [mean([F(row[i]) for row in rows]) for i in range(k)]
        told["kr20"] = float(F(k, k - 1) * (1 - sum(x * (1 - x) for x in p) / spread))
    told["alpha"] = told["kr20"]  # equal for answers that are right or wrong
    size = max(1, int(F(27, 100) * n + F(1, 2)))
    for i in range(k):
        marks = [row[i] for row in rows]
        item = {"right": [sum(marks), n]}
        if n < MIN:
            item |= dict.fromkeys(("difficulty", "point_biserial", "item_rest", "upper_lower"), "too-few")
        else:
            item["difficulty"] = float(mean([F(m) for m in marks]))
            item["point_biserial"] = correlation(marks, totals)
            item["item_rest"] = correlation(marks, [t - m for t, m in zip(totals, marks)])
            apart = lambda: float(group_share(marks, totals, size, True) - group_share(marks, totals, size, False))
            item["upper_lower"] = "no-spread" if spread == 0 else apart()
        told["items"].append(item)
    return told


def report(session):
    """The report of a session (its file, parsed)."""
    sheets = {form: {plain(s["name"]): [int(r) for r in s["right"]] for s in session["sheets"] if s["form"] == form} for form in ("pre", "post")}
    percent = lambda marks: F(100 * sum(marks), len(marks))
    both = [(percent(sheets["pre"][who]), percent(sheets["post"][who])) for who in sheets["pre"] if who in sheets["post"]]
    told = {"n_both": len(both), "tests": [test(list(sheets[form].values())) for form in ("pre", "post")]}
    single = [(b - a) / (100 - a) for a, b in both if a < 100]
    if len(both) < MIN:
        told["class_gain"] = told["mean_gain"] = "too-few"
    elif not single:
        told["class_gain"] = told["mean_gain"] = "no-room"
    else:
        a, b = mean([a for a, _ in both]), mean([b for _, b in both])
        told["class_gain"] = float((b - a) / (100 - a))
        told["mean_gain"] = float(mean(single))
    told["topics"] = []
    for topic in session["topics"]:
        row = {"topic": topic}
        for form in ("pre", "post"):
            places = [i for i, item in enumerate(session["forms"][form]) if item.split("/")[0] == topic]
            marks = [sheet[i] for sheet in sheets[form].values() for i in places]
            row[form] = [sum(marks), len(marks)]
        told["topics"].append(row)
    return told


if __name__ == "__main__":
    import json
    import sys

    print(json.dumps(report(json.load(open(sys.argv[1], encoding="utf-8")))))
