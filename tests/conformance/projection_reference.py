"""The projection worked out again: the West tables of Coale, Demeny and Vaughan (1983) and the cohort-component method of
Preston, Heuveline and Guillot (2001, chapter 6), written as matrices and numerical integrals, in plain Python."""

import math

GROUPS = 20

# Regressions of the chance of dying on life expectancy at age 10: linear (intercept, slope) and logarithmic, by age group
# 0, 1-4, 5-9 ... 75-79; constants as in the R package demogR with Oeppen's corrections of 2018, compared one by one.
WEST = {
    "female": {
        "linear": [(.53774, -.008044), (.39368, -.006162), (.10927, -.001686), (.08548, -.00132), (.10979, -.001672),
                   (.1358, -.002051), (.15134, -.002276), (.17032, -.002556), (.18464, -.002745), (.1939, -.002828),
                   (.20138, -.002831), (.2535, -.003487), (.31002, -.004118), (.43445, -.005646), (.53481, -.00646),
                   (.69394, -.007713), (.84589, -.008239)],
        "log": [(5.8992, -.05406), (7.4576, -.08834), (6.2018, -.0741), (5.9627, -.07181), (5.9335, -.06812),
                (5.9271, -.06577), (5.8145, -.06262), (5.6578, -.05875), (5.3632, -.05232), (4.96, -.0438),
                (4.5275, -.03436), (4.4244, -.03004), (4.3131, -.02554), (4.3439, -.02295), (4.2229, -.01773),
                (4.1838, -.01376), (4.1294, -.00978)],
        "infant": lambda q: .05 + 3 * q if q < .1 else .35,
        "child": lambda q: 1.524 - 1.627 * q if q < .1 else 1.361,
        "late": .613,
    },
    "male": {
        "linear": [(.63726, -.009958), (.40548, -.006653), (.10393, -.001662), (.07435, -.001183), (.0988, -.001539),
                   (.14009, -.002183), (.15785, -.002479), (.1826, -.002875), (.21175, -.003312), (.25049, -.003864),
                   (.27894, -.004158), (.33729, -.004856), (.38425, -.00519), (.48968, -.0063), (.59565, -.007101),
                   (.73085, -.007911), (.89876, -.008695)],
        "log": [(5.8061, -.05338), (7.1062, -.08559), (5.4472, -.06295), (5.0654, -.05817), (4.87, -.0507),
                (5.0677, -.05156), (5.266, -.05471), (5.3438, -.05511), (5.2792, -.05229), (5.0415, -.04573),
                (4.6666, -.03637), (4.4506, -.02961), (4.2202, -.02256), (4.1851, -.01891), (4.1249, -.01491),
                (4.1051, -.01161), (4.1133, -.00895)],
        "infant": lambda q: .0425 + 2.875 * q if q < .1 else .33,
        "child": lambda q: 1.653 - 3.013 * q if q < .1 else 1.352,
        "late": .551,
    },
}


def lived(sex, e10):
    """Years lived in 0-4, 5-9 ... 95-99 and from 100 on, of one born."""
    west = WEST[sex]
    q = []
    for (a, b), (la, lb) in zip(west["linear"], west["log"]):
        line, curve = a + b * e10, 10 ** (la + lb * e10 - 4)
        if line > curve:
            q.append((line + curve) / 2)
        else:
            # Below the crossing the flatter of the two rules.
            slope_of_curve = curve * lb * math.log(10)
            q.append(line if b / slope_of_curve < 1 else curve)
    alive = [1.0]
    for chance in q:
        alive.append(alive[-1] * (1 - chance))
    ones = [alive[0] - (1 - west["infant"](q[0])) * (alive[0] - alive[1])]
    ones.append(4 * alive[1] - (4 - west["child"](q[0])) * (alive[1] - alive[2]))
    years = [sum(ones)]
    for i in range(2, 17):
        before_death = {2: 2.25, 16: 2.5}.get(i, 2.6)
        years.append(5 * alive[i + 1] + before_death * (alive[i] - alive[i + 1]))
    hazard = (alive[16] - alive[17]) / (2.5 * (alive[16] + alive[17]))
    growth = math.log((west["late"] + 1.75 * q[16]) / hazard) / 27.5
    at_80 = hazard * math.exp(2.5 * growth)
    survives = lambda x: alive[17] * math.exp(-at_80 / growth * math.expm1(growth * x))
    trapezes = lambda start, stop: math.fsum(
        .1 * (survives(start + .2 * i) + survives(start + .2 * (i + 1))) for i in range(round((stop - start) / .2)))
    years += [trapezes(x, x + 5) for x in (0, 5, 10, 15)]
    return years, trapezes(20, 40)


def table(sex, e0):
    """The table with this life expectancy at birth, by secants."""
    miss = lambda e10: sum(lived(sex, e10)[0]) + lived(sex, e10)[1] - e0
    a, b = 40.0, 70.0
    for _ in range(60):
        fa, fb = miss(a), miss(b)
        if abs(fb) < 1e-12 or fa == fb:
            break
        a, b = b, b - fb * (b - a) / (fb - fa)
    return lived(sex, b)


def mothers(mean):
    """Shares of births by age of mother 15-19 ... 45-49: gamma from 12 on, standard deviation 6.3, by ten thousand strips."""
    shape, scale = ((mean - 12) / 6.3) ** 2, 6.3 ** 2 / (mean - 12)
    density = lambda age: math.exp((shape - 1) * math.log(age - 12) - (age - 12) / scale)
    areas = [math.fsum(density(15 + 5 * i + 5 * (j + .5) / 10000) for j in range(10000)) for i in range(7)]
    return [area / math.fsum(areas) for area in areas]


def migrants():
    """Shares of migrants of one sex by age: Rogers and Castro's standard at the middle of each year of age, halved."""
    rate = lambda x: .02 * math.exp(-.1 * x) + .06 * math.exp(-.1 * (x - 20) - math.exp(-.4 * (x - 20))) + .003
    groups = [sum(rate(5 * i + j + .5) for j in range(5)) for i in range(GROUPS)]
    return [group / sum(groups) / 2 for group in groups]


def project(female, male, assumed):
    """Populations (female, male) at the start and after each five years."""
    steps = assumed["years"] // 5
    out = [(list(female), list(male))]
    for step in range(steps):
        part = step / (steps - 1) if steps > 1 else 0
        now = lambda pair: pair[0] + (pair[1] - pair[0]) * part
        half = [share * assumed["migration"] * 2.5 for share in migrants()]
        sides = []
        for side, sex, e0 in ((out[-1][0], "female", "e0_female"), (out[-1][1], "male", "e0_male")):
            years, beyond = table(sex, now(assumed[e0]))
            joined = [max(n + m, 0) for n, m in zip(side, half)]
            # The matrix of survival, row by row.
            matrix = [[0.0] * GROUPS for _ in range(GROUPS)]
            for i in range(GROUPS - 1):
                matrix[i + 1][i] = years[i + 1] / years[i]
            matrix[-1][-1] = beyond / (years[-1] + beyond)
            sides.append((joined, [sum(a * n for a, n in zip(row, joined)) for row in matrix], years[0] / 5))
        (women, after, girl), (_, men_after, boy) = sides
        rates = [share * now(assumed["fertility"]) / 5 for share in mothers(assumed["mean_age"])]
        births = sum(rate * 5 * (women[3 + i] + after[3 + i]) / 2 for i, rate in enumerate(rates))
        after[0] = births * 100 / (100 + assumed["sex_ratio"]) * girl
        men_after[0] = births * assumed["sex_ratio"] / (100 + assumed["sex_ratio"]) * boy
        out.append(tuple([max(n + m, 0) for n, m in zip(side, half)] for side in (after, men_after)))
    return out
