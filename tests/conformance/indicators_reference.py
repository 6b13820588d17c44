"""Every indicator of the house worked out again from the CSVs of a package: plain Python, exact fractions, no library.

The definitions are those of the field (numerator, denominator, universe), written down here a second time and apart from
the house's own. `indicators(folder, at)` gives, by id, an `Indicator`: numerator, denominator, value as a fraction, and how
many of the universe had to be left out for want of an answer. Run alone, it prints them:

    python3 tests/conformance/indicators_reference.py FOLDER 2026-11-24
"""

import csv
import datetime
import pathlib
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

NO_ANSWER = {"", "tidak_tahu", "menolak", "tidak_berlaku"}

WORKLESS = {"belum_tidak_bekerja", "mengurus_rumah_tangga", "pelajar_mahasiswa", "pensiunan"}
NOT_AT_SCHOOL = {"belum_masuk_tk", "tidak_pernah_sekolah", "tidak_tamat_sd", "tidak_baca_tulis", "tidak_sedang_sekolah"}
SPECIAL_SCHOOLS = {"slb_a", "slb_b", "slb_c"}
SECONDARY_OR_MORE = {"slta", "d1_d2", "d3", "d4_s1", "s2", "s3", "perguruan_tinggi"}
LONG_ACTING = {"iud", "implan", "mow", "mop"}
MODERN = LONG_ACTING | {"suntik", "pil", "kondom", "mal"}
WATER_BPS = (
    {"ledeng", "sumur_bor_pompa", "sumur_terlindung", "mata_air_terlindung", "air_hujan"},
    {"sumur_tak_terlindung", "mata_air_tak_terlindung", "air_permukaan"},
)
WATER_KRS = (
    {"kemasan", "isi_ulang", "ledeng", "sumur_bor_pompa", "sumur_terlindung", "mata_air_terlindung"},
    {"sumur_tak_terlindung", "mata_air_tak_terlindung", "air_permukaan"},
)
TOILET = ({"sendiri_tangki_septik"}, {"sendiri_tanpa_septik", "tidak_ada"})
ROOF = ({"beton", "genteng", "kayu_sirap", "seng"}, {"asbes", "bambu", "jerami_ijuk_rumbia"})
WALL = ({"tembok", "plesteran_anyaman", "kayu_papan", "batang_kayu"}, {"seng", "bambu", "anyaman_bambu"})
FLOOR = (
    {"keramik", "marmer_granit", "ubin_tegel_teraso", "parket_vinil_karpet", "semen", "kayu_papan"},
    {"bambu", "tanah"},
)
# Core items of a person, and the age from which each applies; core items of a family.
PERSON_ITEMS = {
    "nama": 0, "nik": 0, "jenis_kelamin": 0, "tanggal_lahir": 0, "hubungan": 0, "agama": 0, "jaminan_kesehatan": 0,
    "akta_lahir": 0, "disabilitas": 0, "sedang_sekolah": 3, "pendidikan_ditamatkan": 5, "status_kawin": 10, "pekerjaan": 10,
}
FAMILY_ITEMS = [
    "no_kk", "rt", "kepemilikan_rumah", "atap", "dinding", "lantai", "luas_bangunan", "penerangan", "air_minum",
    "tempat_bab", "bahan_bakar",
]
REASONS = {"nik": "alasan_tanpa_nik", "no_kk": "alasan_tanpa_kk"}


class Indicator(NamedTuple):
    numerator: object
    denominator: object
    value: object
    missing: int = 0


def known(row, key):
    """An answer, or nothing."""
    return None if row[key] in NO_ANSWER else row[key]


def day(text):
    """A date, a partly known one by its middle; nothing where there is none."""
    if text in NO_ANSWER:
        return None
    parts = [int(part) for part in text.split("-")]
    return datetime.date(*(parts + [7, 1] if len(parts) == 1 else parts + [15] if len(parts) == 2 else parts))


def age_at(born, at):
    return None if born is None else at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def year_before(at):
    """The same day a year earlier; 28 February for the 29th."""
    try:
        return at.replace(year=at.year - 1)
    except ValueError:
        return at.replace(year=at.year - 1, day=at.day - 1)


def whole(text):
    """A whole number, or nothing."""
    return None if text in NO_ANSWER else int(text)


def yes(row, key):
    return {"ya": True, "tidak": False}.get(row[key])


def of_two(answer, sets):
    """True in the first set, False in the second, nothing elsewhere."""
    return True if answer in sets[0] else False if answer in sets[1] else None


def all_hold(parts):
    parts = list(parts)
    return False if False in parts else None if None in parts else True


def sixteen(text):
    return len(text) == 16 and text.isascii() and text.isdigit() and set(text) != {"0"}


def ratio(n, of, factor=100, missing=0):
    return Indicator(n, of, Fraction(n * factor) / Fraction(of) if of else None, missing)


def share(cases, factor=100):
    """The share of cases that hold among those that can be told."""
    cases = list(cases)
    told = [case for case in cases if case is not None]
    return ratio(sum(told), len(told), factor, len(cases) - len(told))


def count(n, missing=0):
    return Indicator(n, None, Fraction(n), missing)


def median(years, missing):
    """The median of completed years, spread evenly within its year: x + (N/2 - F) / f."""
    years = sorted(years)
    if not years:
        return Indicator(None, 0, None, missing)
    below = 0
    for x in sorted(set(years)):
        here = years.count(x)
        if below + here >= Fraction(len(years), 2):
            return Indicator(None, len(years), x + (Fraction(len(years), 2) - below) / here, missing)
        below += here


class Village:
    """The records of a package at a date."""

    def __init__(self, folder, at):
        data = pathlib.Path(folder) / "data"
        read = lambda name: list(csv.DictReader(open(data / name, newline="", encoding="utf-8")))
        families = {row["id"]: row for row in read("keluarga.csv") if row["dikeluarkan"] == "tidak"}
        self.at = at
        self.before = year_before(at)
        profile = read("profil.csv")
        area = profile[0]["luas_km2"] if profile else ""
        self.area_km2 = None if area in NO_ANSWER else Fraction(float(area))  # a decimal as computers keep it
        self.everyone = []
        for row in read("penduduk.csv"):
            if row["id_keluarga"] not in families or row["dikeluarkan"] == "ya" or row["status_dasar"] == "tidak_valid":
                continue
            row["lahir"], row["masuk"], row["keluar"] = (
                day(row[key]) for key in ("tanggal_lahir", "tanggal_masuk", "tanggal_keluar")
            )
            row["umur"] = age_at(row["lahir"], at)
            self.everyone.append(row)
        self.people = [row for row in self.everyone if self.lives_here(row, at)]
        members = {}
        for row in self.people:
            members.setdefault(row["id_keluarga"], []).append(row)
        self.homes = [(family, members[key]) for key, family in families.items() if key in members]

    @staticmethod
    def alive(row):
        return row["status_dasar"] in NO_ANSWER or row["status_dasar"] == "hidup"

    def lives_here(self, row, at):
        if (row["lahir"] and row["lahir"] > at) or (row["masuk"] and row["masuk"] > at):
            return False
        return self.alive(row) or (row["keluar"] is not None and row["keluar"] > at)

    def in_year(self, date):
        return date is not None and self.before < date <= self.at

    def aged(self, low, high=10_000):
        return [row for row in self.people if row["umur"] is not None and low <= row["umur"] <= high]


def population(v):
    n = len
    sex = lambda which, rows: sum(row["jenis_kelamin"] == which for row in rows)
    no_age = sum(row["umur"] is None for row in v.people)
    in_ages = lambda low, high=10_000: share(None if row["umur"] is None else low <= row["umur"] <= high for row in v.people)
    young, working, old = n(v.aged(0, 14)), n(v.aged(15, 64)), n(v.aged(65))
    women = sex("perempuan", v.aged(15, 49))
    heads = []
    for _, members in v.homes:
        head = next((row for row in members if row["hubungan"] == "kepala_keluarga"), None)
        told = head and known(head, "jenis_kelamin")
        heads.append(None if told is None else told == "perempuan")
    men_all, women_all = sex("laki_laki", v.people), sex("perempuan", v.people)
    density = v.area_km2 and Fraction(n(v.people)) / v.area_km2
    return {
        "pop-total": count(n(v.people)),
        "family-total": count(n(v.homes)),
        "family-size": ratio(n(v.people), n(v.homes), 1),
        "female-head-share": share(heads),
        "broad-age-share-0-14": in_ages(0, 14),
        "broad-age-share-15-64": in_ages(15, 64),
        "broad-age-share-65": in_ages(65),
        "elderly-share": in_ages(60),
        "median-age": median([row["umur"] for row in v.people if row["umur"] is not None], no_age),
        "sex-ratio": ratio(men_all, women_all, 100, n(v.people) - men_all - women_all),
        "density": Indicator(n(v.people), v.area_km2, density),
        "dependency-total": ratio(young + old, working, 100, no_age),
        "dependency-young": ratio(young, working, 100, no_age),
        "dependency-old": ratio(old, working, 100, no_age),
        "child-woman-ratio": ratio(n(v.aged(0, 4)), women, 1000, no_age),
        "wus-count": count(women, no_age),
        "pus-count": count(n(wives(v))),
    }


def movement(v):
    """Births, deaths, arrivals, departures of the year that ends with the date, from the records' own dates."""
    dated = [row for row in v.everyone if v.alive(row) or row["keluar"] is not None]
    came_later = lambda row: row["masuk"] is not None and (row["lahir"] is None or row["masuk"] > row["lahir"])
    births = sum(not came_later(row) and v.in_year(row["lahir"]) for row in dated)
    arrivals = sum(came_later(row) and v.in_year(row["masuk"]) for row in dated)
    gone = [row for row in dated if not v.alive(row) and v.in_year(row["keluar"])]
    deaths = sum(row["status_dasar"] == "mati" for row in gone)
    left = len(gone) - deaths
    mid = Fraction(len(v.people) + sum(v.lives_here(row, v.before) for row in v.everyone), 2)
    away = lambda row: None if row["keberadaan"] in NO_ANSWER else row["keberadaan"] != "di_dalam_rumah"
    return {
        "cbr": ratio(births, mid, 1000),
        "cdr": ratio(deaths, mid, 1000),
        "in-migration": ratio(arrivals, mid, 1000),
        "out-migration": ratio(left, mid, 1000),
        "net-migration": ratio(arrivals - left, mid, 1000),
        "members-away": share(away(row) for row in v.people),
    }


def schooling_and_work(v):
    def attends(row):
        return None if row["sedang_sekolah"] in NO_ANSWER else row["sedang_sekolah"] not in NOT_AT_SCHOOL

    def attends_level(level):
        def judge(row):
            return None if row["sedang_sekolah"] in SPECIAL_SCHOOLS else attends(row) and row["sedang_sekolah"] == level
        return judge

    out = {}
    for low, high in ((7, 12), (13, 15), (16, 18), (19, 24)):
        out[f"aps-{low}-{high}"] = share(map(attends, v.aged(low, high)))
    for key, low, high, level in (("sd", 7, 12, "sd"), ("smp", 13, 15, "sltp"), ("sm", 16, 18, "slta")):
        out[f"apm-{key}"] = share(map(attends_level(level), v.aged(low, high)))
    answer = lambda key, judge: share(None if row[key] in NO_ANSWER else judge(row[key]) for row in v.aged(15))
    out["education-attainment-sma"] = answer("pendidikan_ditamatkan", lambda level: level in SECONDARY_OR_MORE)
    out["working-share"] = answer("pekerjaan", lambda work: work not in WORKLESS)
    out["ever-married-share"] = answer("status_kawin", lambda status: status != "belum_kawin")
    out["disability-share"] = share(
        None if row["disabilitas"] in NO_ANSWER else row["disabilitas"] != "tidak_ada" for row in v.people
    )
    return out


def marriage(v):
    def first(sex):
        ever = [
            row for row in v.people
            if row["jenis_kelamin"] == sex and row["status_kawin"] in {"kawin", "cerai_hidup", "cerai_mati"}
        ]
        ages = [whole(row["usia_kawin_pertama"]) for row in ever]
        return [age if age is not None and 1 <= age <= 99 else None for age in ages]

    women, men = first("perempuan"), first("laki_laki")
    told = [age for age in women if age is not None]
    at_least = lambda ages, limit: share(None if age is None else age >= limit for age in ages)
    return {
        "first-marriage-median": median(told, len(women) - len(told)),
        "first-marriage-threshold-women": at_least(women, 19),
        "first-marriage-threshold-men": at_least(men, 25),
    }


def wives(v):
    """Eligible couples (PUS), by their wives."""
    return [row for row in v.aged(15, 49) if row["jenis_kelamin"] == "perempuan" and row["status_kawin"] == "kawin"]


def use(wife):
    """What she uses: "no", "unknown", "some" (a method that is not told), or the method. A pregnant wife uses none."""
    if wife["hamil"] == "ya" or wife["memakai_kb"] == "tidak":
        return "no"
    method = known(wife, "metode_kb")
    if method == "tidak_memakai":
        return "some" if wife["memakai_kb"] == "ya" else "no"
    if method is not None:
        return method
    return "some" if wife["memakai_kb"] == "ya" else "unknown"


def family_planning(v):
    couples = wives(v)
    uses = [use(wife) for wife in couples]
    modern = [None if method in {"unknown", "some"} else method in MODERN for method in uses]
    long_acting = [None if method == "some" else method in LONG_ACTING for method in uses if method in MODERN | {"some"}]

    def unmet(wife):
        method, wish = use(wife), known(wife, "keinginan_anak")
        if method == "unknown":
            return None
        if method != "no" or wife["hamil"] == "ya" or wish == "ias":
            return False
        return True if wish in {"iat", "tial"} and wife["hamil"] == "tidak" else None

    homes_with = lambda low, high: [
        family for family, members in v.homes if any(row["umur"] is not None and low <= row["umur"] <= high for row in members)
    ]
    joins = lambda families, key: share(yes(family, key) for family in families)
    return {
        "cpr-modern": share(modern),
        "mkjp-share": share(long_acting),
        "unmet-need-register": share(map(unmet, couples)),
        "pus-pregnant": count(
            sum(wife["hamil"] == "ya" for wife in couples), sum(wife["hamil"] in NO_ANSWER for wife in couples)
        ),
        "bkb-participation": joins(homes_with(0, 6), "ikut_bkb"),
        "bkr-participation": joins(homes_with(10, 24), "ikut_bkr"),
        "bkl-participation": joins(homes_with(60, 10_000), "ikut_bkl"),
        "uppka-participation": joins([family for family, _ in v.homes], "ikut_uppka"),
    }


def documents_and_protection(v):
    def aid(family):
        kinds = [yes(family, f"bansos_{kind}") for kind in ("pkh", "bpnt", "blt_dd", "lain")]
        return True if True in kinds else None if None in kinds else False

    def low_decile(family):
        decile = whole(family["desil"])
        return decile <= 4 if decile is not None and 1 <= decile <= 10 else None

    married = [family for family, members in v.homes if any(row["status_kawin"] == "kawin" for row in members)]
    cover = lambda row: None if row["jaminan_kesehatan"] in NO_ANSWER else row["jaminan_kesehatan"] != "tidak_ada"
    return {
        "nik-coverage": share(sixteen(row["nik"]) for row in v.people),
        "kk-coverage": share(sixteen(family["no_kk"]) for family, _ in v.homes),
        "birth-cert-coverage": share(yes(row, "akta_lahir") for row in v.people),
        "birth-cert-coverage-0-17": share(yes(row, "akta_lahir") for row in v.aged(0, 17)),
        "marriage-doc-coverage": share(yes(family, "punya_buku_nikah") for family in married),
        "jkn-coverage": share(map(cover, v.people)),
        "bansos-coverage": share(aid(family) for family, _ in v.homes),
        "desil-1-4-share": share(low_decile(family) for family, _ in v.homes),
    }


def housing(v):
    def roomy(family, members):
        if family["luas_bangunan"] in NO_ANSWER or Decimal(family["luas_bangunan"]) <= 0:
            return None
        area = Decimal(family["luas_bangunan"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
        told = whole(family["orang_menetap"]) or 0
        return area >= Decimal("7.2") * (told if told > 0 else len(members))

    def adequate(family, members):
        return all_hold([
            of_two(family["atap"], ROOF), of_two(family["dinding"], WALL), of_two(family["lantai"], FLOOR),
            roomy(family, members), of_two(family["air_minum"], WATER_BPS), of_two(family["tempat_bab"], TOILET),
        ])

    return {
        "water-layak": share(of_two(family["air_minum"], WATER_BPS) for family, _ in v.homes),
        "water-krs": share(of_two(family["air_minum"], WATER_KRS) for family, _ in v.homes),
        "sanitation-layak": share(of_two(family["tempat_bab"], TOILET) for family, _ in v.homes),
        "floor-area-7-2": share(roomy(family, members) for family, members in v.homes),
        "rlh-share": share(adequate(family, members) for family, members in v.homes),
    }


def quality_of_data(v):
    answered = asked = 0

    def item(row, key):
        nonlocal answered, asked
        told = row[key] not in NO_ANSWER or (key in REASONS and row[REASONS[key]] not in NO_ANSWER)
        answered += told
        asked += told or row[key] != "tidak_berlaku"

    for row in v.people:
        for key, from_age in PERSON_ITEMS.items():
            if row["umur"] is None or row["umur"] >= from_age:
                item(row, key)
    for family, _ in v.homes:
        for key in FAMILY_ITEMS:
            item(family, key)
    adults = v.aged(23, 62)
    return {
        "item-completeness": ratio(answered, asked),
        "update-coverage": share(v.in_year(day(family["tanggal_kunjungan"])) for family, _ in v.homes),
        "whipple": ratio(sum(row["umur"] % 5 == 0 for row in adults), len(adults), 500),
    }


def indicators(folder, at):
    """All indicators of an unpacked package at a date, by id."""
    v = Village(folder, at)
    parts = (population, movement, schooling_and_work, marriage, family_planning, documents_and_protection, housing, quality_of_data)
    return {key: value for part in parts for key, value in part(v).items()}


if __name__ == "__main__":
    for key, one in indicators(sys.argv[1], datetime.date.fromisoformat(sys.argv[2])).items():
        value = "" if one.value is None else f"{float(one.value):.6f}"
        print(f"{key:32} {one.numerator!s:>8} / {one.denominator!s:<8} {value:>14}  missing {one.missing}")
