"""Every indicator of the house worked out again from the CSVs of a package, with pandas.

Definitions are those of the field (numerator, denominator, universe), written down here a second time and apart from the
house's own. `catalogue(folder, at, rt, sex)` gives {(id, part): Figure}; a part is "" for an indicator of one value; `rt`
and `sex` leave only families of an RT, only persons of a sex. Run alone, it prints them:

    python3 tests/conformance/catalogue_reference.py FOLDER 2026-11-24
"""

import json
import math
import pathlib
import sys
from typing import NamedTuple

import numpy as np
import pandas as pd

WORKLESS = ["belum_tidak_bekerja", "mengurus_rumah_tangga", "pelajar_mahasiswa", "pensiunan"]
LONG_ACTING = ["iud", "implan", "mow", "mop"]
MODERN = LONG_ACTING + ["suntik", "pil", "kondom", "mal"]
# Core items of a person, and the age from which each applies; core items of a family; reasons that stand for an answer.
PERSON_ITEMS = {
    "nama": 0, "nik": 0, "jenis_kelamin": 0, "tanggal_lahir": 0, "hubungan": 0, "agama": 0, "jaminan_kesehatan": 0,
    "akta_lahir": 0, "disabilitas": 0, "sedang_sekolah": 3, "pendidikan_ditamatkan": 5, "status_kawin": 10, "pekerjaan": 10,
}
FAMILY_ITEMS = [
    "no_kk", "rt", "kepemilikan_rumah", "atap", "dinding", "lantai", "luas_bangunan", "penerangan", "air_minum",
    "tempat_bab", "bahan_bakar",
]
REASONS = {"nik": "alasan_tanpa_nik", "no_kk": "alasan_tanpa_kk"}
ABSENT = ["", "tidak_tahu", "menolak", "tidak_berlaku"]
NOT_AT_SCHOOL = ["belum_masuk_tk", "tidak_pernah_sekolah", "tidak_tamat_sd", "tidak_baca_tulis", "tidak_sedang_sekolah"]
SPECIAL = ["slb_a", "slb_b", "slb_c"]
LEVELS = {
    "sd": ["sd"], "smp": ["sltp"], "sm": ["slta"],
    "pt": ["d1", "d2", "d3", "s1", "s2", "s3", "perguruan_tinggi"],
}
COMPLETED = [
    "tidak_belum_sekolah", "belum_tamat_sd", "sd", "sltp", "slta", "d1_d2", "d3", "d4_s1", "s2", "s3", "perguruan_tinggi",
]
METHODS = ["mow", "mop", "iud", "implan", "suntik", "pil", "kondom", "mal", "tradisional", "lainnya"]
PK_CLASSES = {
    "tidak_belum_bekerja": ["belum_tidak_bekerja", "mengurus_rumah_tangga", "pelajar_mahasiswa"],
    "petani": ["petani_pekebun"],
    "nelayan": ["nelayan_perikanan"],
    "pedagang": ["perdagangan", "pedagang"],
    "pejabat_negara": [
        "anggota_dpr_ri", "anggota_dpd", "anggota_bpk", "presiden", "wakil_presiden", "anggota_mk", "anggota_kabinet",
        "duta_besar", "gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "walikota", "wakil_walikota",
        "anggota_dprd_provinsi", "anggota_dprd_kabupaten_kota",
    ],
    "pns_tni_polri": ["pns", "tni", "polri"],
    "pegawai_swasta": ["karyawan_swasta"],
    "wiraswasta": ["wiraswasta"],
    "pensiunan": ["pensiunan"],
    "pekerja_lepas": ["buruh_harian_lepas"],
}
WATER_GOOD = ["kemasan", "isi_ulang", "ledeng", "sumur_bor_pompa", "sumur_terlindung", "mata_air_terlindung"]
WATER_BAD = ["sumur_tak_terlindung", "mata_air_tak_terlindung", "air_permukaan"]
STAGES = ["pra_ks", "ks_1", "ks_2", "ks_3", "ks_3_plus"]
ROOF = (["beton", "genteng", "kayu_sirap", "seng"], ["asbes", "bambu", "jerami_ijuk_rumbia"])
WALL = (["tembok", "plesteran_anyaman", "kayu_papan", "batang_kayu"], ["seng", "bambu", "anyaman_bambu"])
FLOOR = (
    ["keramik", "marmer_granit", "ubin_tegel_teraso", "parket_vinil_karpet", "semen", "kayu_papan"], ["bambu", "tanah"],
)
WATER_BPS = (["ledeng", "sumur_bor_pompa", "sumur_terlindung", "mata_air_terlindung", "air_hujan"], WATER_BAD)
TOILET = (["sendiri_tangki_septik"], ["sendiri_tanpa_septik", "tidak_ada"])
# Vital rates average three years, four or five where births or deaths are fewer than this and the year before has deaths
# or moves on record; K2 hides rates below it.
FEW = 30


class Figure(NamedTuple):
    numerator: float | None = None
    denominator: float | None = None
    missing: int = 0
    factor: float = 100
    # No rate is formed below this denominator; None for a count.
    floor: float | None = FEW
    # The value, where it is no quotient.
    exactly: float | None = None

    @property
    def small(self):
        return self.floor is not None and self.denominator is not None and self.denominator < self.floor

    @property
    def value(self):
        if self.small or self.exactly is not None:
            return None if self.small else self.exactly
        if self.floor is None:
            return self.numerator
        return self.numerator * self.factor / self.denominator if self.numerator is not None and self.denominator else None


def reckoned(text):
    """A date; a partly known one by its middle; NaT where there is none."""
    text = "" if text in ABSENT else text
    return pd.Timestamp({4: text + "-07-01", 7: text + "-15", 10: text}[len(text)]) if text else pd.NaT


def completed(born, at, months=False):
    """Completed years (or months) from dates to a date; NaN where a date is not known."""
    n = (at.year - born.dt.year) * 12 + at.month - born.dt.month - (at.day < born.dt.day)
    return n if months else np.floor(n / 12)


def truth(column, yes, no):
    """1 for these answers, 0 for those, NaN for all others."""
    return pd.Series(np.select([column.isin(yes), column.isin(no)], [1.0, 0.0], np.nan), column.index)


def yes_no(column):
    return truth(column, ["ya"], ["tidak"])


def all_hold(parts):
    """By row: 0 where one fails, else NaN where one is not known, else 1."""
    return pd.Series(np.where((parts == 0).any(axis=1), 0.0, np.where(parts.isna().any(axis=1), np.nan, 1.0)), parts.index)


def number(column):
    """Numbers, NaN where there is none."""
    return pd.to_numeric(column.where(~column.isin(ABSENT)), errors="coerce")


def in_set(column, answers, absent=ABSENT):
    """1 for these answers, NaN where there is none, 0 for all others."""
    return column.isin(answers).astype(float).mask(column.isin(absent))


class Village:
    def __init__(self, folder, at, rt=None, sex=None):
        data = pathlib.Path(folder) / "data"
        read = lambda name: pd.read_csv(data / name, dtype=str, keep_default_na=False)
        self.whole = rt is None and sex is None
        self.at = pd.Timestamp(at)
        self.year_ago, self.three_ago = (self.at - pd.DateOffset(years=n) for n in (1, 3))
        families = read("keluarga.csv").query("dikeluarkan == 'tidak'").set_index("id", drop=False)
        if rt is not None:
            families = families[families.rt == rt]
        everyone = read("penduduk.csv")
        everyone = everyone[everyone.id_keluarga.isin(families.index) & (everyone.dikeluarkan == "tidak")].copy()
        if sex is not None:
            everyone = everyone[everyone.jenis_kelamin == sex].copy()
        for name, column in (("born", "tanggal_lahir"), ("came", "tanggal_masuk"), ("went", "tanggal_keluar")):
            everyone[name] = everyone[column].map(reckoned)
        everyone["alive"] = everyone.status_dasar.isin(ABSENT + ["hidup"])
        everyone["valid"] = everyone.status_dasar != "tidak_valid"
        everyone["age"] = completed(everyone.born, self.at)
        everyone["months"] = completed(everyone.born, self.at, months=True)
        self.everyone = everyone
        self.people = everyone[self.here(self.at)]
        self.homes = families[families.index.isin(self.people.id_keluarga)]
        heads = self.people[self.people.hubungan == "kepala_keluarga"].drop_duplicates("id_keluarga")
        self.heads = heads.set_index("id_keluarga").reindex(self.homes.index)
        self.wives = self.aged(15, 49).query("jenis_kelamin == 'perempuan' and status_kawin == 'kawin'")
        events = read("peristiwa.csv")
        self.events = events[(events.dikeluarkan == "tidak") & events.id_keluarga.isin(families.index)]
        papers = read("kertas.csv")
        papers = papers[(papers.dikeluarkan == "tidak") & (papers.jenis == "sarana") & (papers.kunci == "desa")]
        self.form = json.loads(papers.isi.iloc[0]) if len(papers) and self.whole else {}
        area = number(read("profil.csv").luas_km2)
        self.area_km2 = float(area.iloc[0]) if self.whole and len(area) and area.iloc[0] > 0 else None

    def here(self, on):
        p = self.everyone
        return p.valid & ~(p.born > on) & ~(p.came > on) & (p.alive | (p.went > on))

    def within(self, days, start):
        return (days > start) & (days <= self.at)

    def moved(self, start):
        """Births, deaths, arrivals and departures after a day up to the date, as rows."""
        p = self.everyone[self.everyone.valid & (self.everyone.alive | self.everyone.went.notna())]
        later = p.came.notna() & (p.born.isna() | (p.came > p.born))
        gone = p[~p.alive & self.within(p.went, start)]
        died = gone.status_dasar == "mati"
        return p[~later & self.within(p.born, start)], gone[died], p[later & self.within(p.came, start)], gone[~died]

    def aged(self, low, high=10_000):
        return self.people[self.people.age.between(low, high)]

    def by_family(self, rows):
        """Homes whose members are among the rows."""
        return self.homes[self.homes.index.isin(rows.id_keluarga)]

    def roomy(self):
        """7.2 square metres of floor for each who lives there."""
        area, told = number(self.homes.luas_bangunan), number(self.homes.orang_menetap)
        members = self.people.groupby("id_keluarga").size().reindex(self.homes.index)
        room = told.where(told > 0, members)
        return (np.floor(area * 100 + 0.5) >= 720 * room).astype(float).mask(~(area > 0))

    def adequate(self):
        homes = self.homes
        return all_hold(pd.DataFrame({
            "roof": truth(homes.atap, *ROOF), "wall": truth(homes.dinding, *WALL), "floor": truth(homes.lantai, *FLOOR),
            "roomy": self.roomy(), "water": truth(homes.air_minum, *WATER_BPS), "toilet": truth(homes.tempat_bab, *TOILET),
        }))


def ratio(n, of, factor=100, missing=0, floor=FEW):
    return Figure(float(n), float(of), int(missing), factor, floor)


def count(n, missing=0):
    return Figure(float(n), None, int(missing), floor=None)


def share(truths):
    """The share of cases that hold among those that can be told."""
    known = truths.notna()
    return ratio((truths == 1).sum(), known.sum(), missing=(~known).sum())


def median(ages):
    """The median of completed years, spread evenly within its year: x + (N/2 - F) / f."""
    years, n = ages.value_counts().sort_index(), int(ages.notna().sum())
    reached = years.cumsum()[lambda sums: 2 * sums >= n]
    exactly = None
    if n:
        x, here = reached.index[0], years[reached.index[0]]
        exactly = float(x + (n / 2 - (reached.iloc[0] - here)) / here)
    return Figure(None, float(n), int(ages.isna().sum()), exactly=exactly)


def shares(column, answers, absent=()):
    """A distribution over these answers."""
    counts = [(answer, float((column == answer).sum())) for answer in answers]
    known = sum(n for _, n in counts)
    missing = int(column.isin(ABSENT + list(absent)).sum())
    return {part: ratio(n, known, missing=missing) for part, n in counts}


def population(v):
    p, n = v.people, len(v.people)
    no_age = p.age.isna().sum()
    women, men = ((p.jenis_kelamin == sex).sum() for sex in ("perempuan", "laki_laki"))
    young, working, old = (p.age.between(*ages).sum() for ages in ((0, 14), (15, 64), (65, 10_000)))
    fertile = (v.aged(15, 49).jenis_kelamin == "perempuan").sum()
    in_ages = lambda low, high=10_000: share(p.age.between(low, high).astype(float).mask(p.age.isna()))
    return {
        "pop-total": count(n),
        "family-total": count(len(v.homes)),
        "family-size": ratio(n, len(v.homes), 1),
        "female-head-share": share(truth(v.heads.jenis_kelamin, ["perempuan"], ["laki_laki"])),
        "broad-age-share-0-14": in_ages(0, 14),
        "broad-age-share-15-64": in_ages(15, 64),
        "broad-age-share-65": in_ages(65),
        "elderly-share": in_ages(60),
        "median-age": median(p.age),
        "sex-ratio": ratio(men, women, 100, n - men - women),
        "density": Figure(float(n), v.area_km2, factor=1, floor=0),
        "dependency-total": ratio(young + old, working, 100, no_age),
        "dependency-young": ratio(young, working, 100, no_age),
        "dependency-old": ratio(old, working, 100, no_age),
        "child-woman-ratio": ratio(p.age.between(0, 4).sum(), fertile, 1000, no_age),
        "wus-count": count(fertile, no_age),
        "pus-count": count(len(v.wives)),
    }


def movement(v):
    """One year's events beside the mid-year population: no rate is ever formed of them."""
    births, deaths, came, left = (len(rows) for rows in v.moved(v.year_ago))
    mid = (len(v.people) + v.here(v.year_ago).sum()) / 2
    events = {"cbr": births, "cdr": deaths, "in-migration": came, "out-migration": left, "net-migration": came - left}
    out = {key: ratio(n, mid, 1000, floor=math.inf) for key, n in events.items()}
    away = in_set(v.people.keberadaan, ["di_dalam_rumah"])
    return {**out, "members-away": share(1 - away)}


def schooling_and_work(v):
    out = {}
    attends = lambda column: 1 - in_set(column, NOT_AT_SCHOOL)
    for low, high in ((7, 12), (13, 15), (16, 18), (19, 24)):
        out[f"aps-{low}-{high}"] = share(attends(v.aged(low, high).sedang_sekolah))
    of_age = {"sd": (7, 12), "smp": (13, 15), "sm": (16, 18), "pt": (19, 23)}
    for level, ages in of_age.items():
        pupils, here = v.people.sedang_sekolah.isin(LEVELS[level]).sum(), v.aged(*ages).sedang_sekolah
        out[f"apm-{level}"] = share(in_set(here, LEVELS[level], ABSENT + SPECIAL))
        out[f"apk-{level}"] = ratio(pupils, len(here), missing=here.isin(ABSENT).sum())
    adults = v.aged(15)
    out["education-attainment-sma"] = share(in_set(adults.pendidikan_ditamatkan, COMPLETED[4:]))
    out["working-share"] = share(1 - in_set(adults.pekerjaan, WORKLESS))
    out["ever-married-share"] = share(1 - in_set(adults.status_kawin, ["belum_kawin"]))
    out["disability-share"] = share(1 - in_set(v.people.disabilitas, ["tidak_ada"]))
    return out


def marriage(v):
    ever = v.people[v.people.status_kawin.isin(["kawin", "cerai_hidup", "cerai_mati"])]
    first = number(ever.usia_kawin_pertama).pipe(lambda ages: ages.where(ages.between(1, 99)))
    women, men = (first[ever.jenis_kelamin == sex] for sex in ("perempuan", "laki_laki"))
    at_least = lambda ages, limit: share((ages >= limit).astype(float).mask(ages.isna()))
    return {
        "first-marriage-median": median(women),
        "first-marriage-threshold-women": at_least(women, 19),
        "first-marriage-threshold-men": at_least(men, 25),
    }


def documents_and_protection(v):
    p, homes = v.people, v.homes
    sixteen = lambda column: (column.str.fullmatch("[0-9]{16}") & (column != "0" * 16)).astype(float)
    aid = pd.DataFrame({kind: yes_no(homes[f"bansos_{kind}"]) for kind in ("pkh", "bpnt", "blt_dd", "lain")})
    decile = number(homes.desil).pipe(lambda column: column.where(column.between(1, 10)))
    return {
        "nik-coverage": share(sixteen(p.nik)),
        "kk-coverage": share(sixteen(homes.no_kk)),
        "birth-cert-coverage": share(yes_no(p.akta_lahir)),
        "birth-cert-coverage-0-17": share(yes_no(v.aged(0, 17).akta_lahir)),
        "marriage-doc-coverage": share(yes_no(v.by_family(p[p.status_kawin == "kawin"]).punya_buku_nikah)),
        "jkn-coverage": share(1 - in_set(p.jaminan_kesehatan, ["tidak_ada"])),
        "bansos-coverage": share(1 - all_hold(1 - aid)),
        "desil-1-4-share": share((decile <= 4).astype(float).mask(decile.isna())),
    }


def housing(v):
    return {
        "water-layak": share(truth(v.homes.air_minum, *WATER_BPS)),
        "water-krs": share(truth(v.homes.air_minum, WATER_GOOD, WATER_BAD)),
        "sanitation-layak": share(truth(v.homes.tempat_bab, *TOILET)),
        "floor-area-7-2": share(v.roomy()),
        "rlh-share": share(v.adequate()),
    }


def quality_of_data(v):
    answered = asked = 0
    items = [(v.people[~(v.people.age < from_age)], key) for key, from_age in PERSON_ITEMS.items()]
    for rows, key in items + [(v.homes, key) for key in FAMILY_ITEMS]:
        told = ~rows[key].isin(ABSENT)
        if key in REASONS:
            told |= ~rows[REASONS[key]].isin(ABSENT)
        answered += told.sum()
        asked += (told | (rows[key] != "tidak_berlaku")).sum()
    ages = v.aged(23, 62).age
    return {
        "item-completeness": ratio(answered, asked),
        "update-coverage": share(v.within(v.homes.tanggal_kunjungan.map(reckoned), v.year_ago).astype(float)),
        "whipple": ratio((ages % 5 == 0).sum(), len(ages), 500, floor=500),
    }


def distributions(v):
    out = {}
    ages = v.people.age
    known = float(ages.notna().sum())
    for low in range(0, 80, 5):
        part = "75+" if low == 75 else f"{low}-{low + 4}"
        n = float(ages.between(low, 10_000 if low == 75 else low + 4).sum())
        out["age-structure", part] = ratio(n, known, missing=ages.isna().sum())
    before, now = float(v.here(v.three_ago).sum()), float(len(v.people))
    out["growth-rate", ""] = Figure(now, before, exactly=((now / before) ** (1 / 3) - 1) * 100 if before else None)
    adults = v.aged(15)
    for part, row in shares(adults.pendidikan_ditamatkan, COMPLETED).items():
        out["education-attainment", part] = row
    classes = {work: name for name, works in PK_CLASSES.items() for work in works}
    work = adults.pekerjaan.map(lambda key: "" if key in ABSENT else classes.get(key, "belum_dipetakan"))
    for part, row in shares(work, [*PK_CLASSES, "belum_dipetakan"]).items():
        out["occupation-share", part] = row
    children = v.people[v.people.months.between(0, 59)]
    for part, row in shares(children.status_gizi, ["wasting", "stunting", "normal"], ["tidak_ada_catatan"]).items():
        out["child-nutrition", part] = row
    digits = [0] * 10
    for digit in range(10):
        in_tens = lambda low: int((v.aged(low, 89).age % 10 == digit).sum())
        digits[digit] = (digit + 1) * in_tens(10) + (9 - digit) * in_tens(20)
    total = sum(digits)
    myers = sum(abs(100 * n / total - 10) for n in digits) / 2 if total else None
    out["myers", ""] = Figure(None, float(len(v.aged(10, 89))), int(ages.isna().sum()), floor=500, exactly=myers)
    return out


def vital(v):
    """Rates of several years of the whole village. Births of unknown mothers are spread as those of known ones, where at
    least half are known."""
    rates = ["cbr-average", "cdr-average", "in-migration-average", "out-migration-average", "net-migration-average", "gfr"]
    if not v.whole:
        return {key: Figure() for key in [*rates, "tfr", "asfr-15-19"]}
    for n_years in (3, 4, 5):
        dates = [v.at - pd.DateOffset(years=n) for n in range(n_years, -1, -1)]
        births, deaths, came, left = v.moved(dates[0])
        before = [len(rows) for rows in v.moved(v.at - pd.DateOffset(years=n_years + 1))[1:]]
        if min(len(births), len(deaths)) >= FEW or sum(before) == len(deaths) + len(came) + len(left):
            break
    lived = lambda ns: float(sum((a + b) / 2 for a, b in zip(ns, ns[1:])))
    stock = [v.everyone[v.here(on)] for on in dates]
    years = lived([len(here) for here in stock])
    ages = [completed(here.born[here.jenis_kelamin == "perempuan"], on) for here, on in zip(stock, dates)]
    women = {low: lived([int(here.between(low, low + 4).sum()) for here in ages]) for low in range(15, 50, 5)}
    rate = lambda n, of: Figure(float(n), of, factor=1000, floor=1) if of else Figure()
    events = [len(births), len(deaths), len(came), len(left), len(came) - len(left)]
    out = {key: rate(n, years) for key, n in zip(rates, events)}
    out["gfr"] = rate(len(births), sum(women.values()))
    mother = v.everyone.set_index("id").born.reindex(births.ibu_kandung)
    then = completed(mother.reset_index(drop=True), births.born.reset_index(drop=True).dt)
    unknown = int(then.isna().sum())
    known = len(births) - unknown
    by_mother = {low: int(then.between(low, low + 4).sum()) for low in women}
    if not known or known * 2 < len(births) or not all(women.values()):
        none = Figure(missing=unknown)
        return {**out, **{("asfr", f"{low}-{low + 4}"): none for low in women}, "asfr-15-19": none, "tfr": none}
    spread = len(births) / known
    for low, of in women.items():
        n = by_mother[low]
        out["asfr", f"{low}-{low + 4}"] = Figure(float(n), of, unknown, floor=1, exactly=n * spread * 1000 / of)
    out["asfr-15-19"] = out["asfr", "15-19"]
    tfr = 5 * sum(n * spread / women[low] for low, n in by_mother.items())
    out["tfr"] = Figure(float(sum(by_mother.values())), sum(women.values()), unknown, floor=1, exactly=tfr)
    return out


def family_planning(v):
    wives, out = v.wives, {}
    pregnant, told = wives.hamil == "ya", ~wives.metode_kb.isin(ABSENT + ["tidak_memakai"])
    # What she uses: "no", "unknown", "some" (a method that is not told), or the method. A pregnant wife uses none.
    uses = pd.Series(np.select(
        [pregnant | (wives.memakai_kb == "tidak"), told, wives.memakai_kb == "ya", wives.metode_kb == "tidak_memakai"],
        ["no", wives.metode_kb, "some", "no"], "unknown"), wives.index, dtype=object)
    wish, some = wives.keinginan_anak, int((uses == "some").sum())
    out["cpr-modern"] = share(in_set(uses, MODERN, ["unknown", "some"]))
    out["mkjp-share"] = share(in_set(uses[uses.isin(MODERN + ["some"])], LONG_ACTING, ["some"]))
    unmet = (uses == "no") & ~pregnant & (wish != "ias")
    cannot_tell = (uses == "unknown") | unmet & ~(wish.isin(["iat", "tial"]) & (wives.hamil == "tidak"))
    out["unmet-need-register"] = share(unmet.astype(float).mask(cannot_tell))
    out["pus-pregnant"] = count(pregnant.sum(), wives.hamil.isin(ABSENT).sum())
    for key, low, high in (("bkb", 0, 6), ("bkr", 10, 24), ("bkl", 60, 10_000)):
        out[f"{key}-participation"] = share(yes_no(v.by_family(v.aged(low, high))[f"ikut_{key}"]))
    out["uppka-participation"] = share(yes_no(v.homes.ikut_uppka))
    out["pikr-participation"] = share(yes_no(v.by_family(v.aged(10, 24)).ikut_pik_r))
    for key in METHODS:
        out["method-mix", key] = ratio((uses == key).sum(), uses.isin(METHODS).sum(), missing=some)
    wish = wish[~pregnant & (uses == "no")]
    known, missing = wish.isin(["ias", "iat", "tial"]).sum() + pregnant.sum(), wish.isin(ABSENT).sum()
    for key in ("ias", "iat", "tial"):
        out["non-user-wish", key] = ratio((wish == key).sum(), known, missing=missing)
    out["non-user-wish", "hamil"] = ratio(pregnant.sum(), known, missing=missing)
    return out


def stunting(v):
    """Families of the target, in need, and by factor: edition A of the rules."""
    target, risk, factors = [], [], {key: [] for key in ("air", "jamban", "muda", "tua", "dekat", "banyak")}
    everyone = dict(list(v.everyone.groupby("id_keluarga")))
    for home in v.homes.itertuples():
        members = everyone[home.id]
        here = members[members.id.isin(v.people.id)]
        woman = (here.jenis_kelamin == "perempuan") | (here.jenis_kelamin.isin(ABSENT) & (here.hubungan == "istri"))
        married = truth(here.status_kawin, ["kawin"], ["belum_kawin", "cerai_hidup", "cerai_mati"])
        married = married.mask(married.isna() & (here.hubungan != "istri"), 0.0)
        of_age = here.age.between(15, 49).astype(float).mask(here.age.isna()).mask(here.hamil == "ya", 1.0)
        wife = all_hold(pd.DataFrame({"woman": woman.astype(float), "married": married, "of_age": of_age}))
        young_child = here.months.between(0, 59).any()
        if (wife == 1).any() or young_child:
            target.append(1.0)
        else:
            target.append(np.nan if wife.isna().any() or here.months.isna().any() else 0.0)
            continue
        found = {
            "air": {True: 0.0}.get(home.air_minum in WATER_GOOD, 1.0 if home.air_minum in WATER_BAD else np.nan),
            "jamban": 1.0 if home.tempat_bab in TOILET[1] else 0.0 if home.tempat_bab in TOILET[0] else np.nan,
        }
        by_wife = {key: [] for key in ("muda", "tua", "dekat", "banyak")}
        for row in here[wife == 1].itertuples():
            by_wife["muda"].append(np.nan if np.isnan(row.age) else float(row.age < 20))
            by_wife["tua"].append(np.nan if np.isnan(row.age) else float(row.age >= 35))
            born_here = members[(members.ibu_kandung == row.id) & ~(members.born > v.at)]
            days = born_here.born[born_here.tanggal_lahir.str.len() >= 7].sort_values().tolist()
            gaps = [
                (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
                for a, b in zip(days, days[1:]) if (b - a).days > 3
            ]
            both = lambda boys, girls: number(pd.Series([boys, girls]))
            born, living = both(row.anak_lahir_hidup_l, row.anak_lahir_hidup_p), both(row.anak_masih_hidup_l, row.anak_masih_hidup_p)
            if gaps and min(gaps) < 24:
                by_wife["dekat"].append(1.0)
            else:
                n = born.sum()
                by_wife["dekat"].append(0.0 if born.notna().all() and (n <= len(days) or n < 2) else np.nan)
            n = max(living.sum(), (born_here.status_dasar != "mati").sum())
            by_wife["banyak"].append(1.0 if n >= 3 else 0.0 if living.notna().all() else np.nan)
        for key, values in by_wife.items():
            unsure = np.nan if wife.isna().any() or any(np.isnan(value) for value in values) else 0.0
            found[key] = 1.0 if 1.0 in values else unsure
        for key, value in found.items():
            factors[key].append(value)
        values = list(found.values())
        risk.append(1.0 if 1.0 in values else np.nan if any(np.isnan(value) for value in values) else 0.0)
    out = {("krs-target", ""): share(pd.Series(target, dtype=float)), ("krs-at-risk", ""): share(pd.Series(risk, dtype=float))}
    for key, values in factors.items():
        out["krs-factor", key] = share(pd.Series(values, dtype=float))
    return out


def development(v):
    homes, out = v.homes, {}
    for part, row in shares(homes.tahapan_ks, STAGES).items():
        out["ks-stage", part] = row

    def everyone_of(rows, truths):
        """By family with such members: whether it holds for all of them."""
        if rows.empty:
            return pd.Series(dtype=float)
        return truths.groupby(rows.id_keluarga).apply(lambda t: 0.0 if (t == 0).any() else np.nan if t.isna().any() else 1.0)

    children, pupils = v.aged(0, 17), v.aged(7, 18)
    cover = truth(v.people.jaminan_kesehatan, ["pbi", "non_pbi", "swasta"], ["tidak_ada"])
    attends = 1 - in_set(pupils.sedang_sekolah, NOT_AT_SCHOOL)
    together = truth(v.heads.status_kawin, ["kawin", "cerai_mati"], ["cerai_hidup"])
    married = v.by_family(v.people[v.people.status_kawin == "kawin"])
    parts = {
        "buku_nikah": yes_no(married.punya_buku_nikah),
        "akta_anak": everyone_of(children, yes_no(children.akta_lahir)),
        "jaminan": everyone_of(v.people, cover),
        "tidak_cerai": together,
        "penghasilan": yes_no(homes.ada_penghasilan),
        "makan": yes_no(homes.makan_beragam),
        "rumah": v.adequate(),
        "tabungan": yes_no(homes.punya_tabungan),
        "sekolah": everyone_of(pupils, attends),
    }
    for key, truths in parts.items():
        out["ibangga-estimate", key] = share(truths)
    for part, row in shares(homes.desil, [str(n) for n in range(1, 11)]).items():
        out["desil-distribution", part] = row
    return out


def village(v):
    year = v.events[v.within(v.events.tanggal_kejadian.map(reckoned), v.year_ago)].jenis_peristiwa
    opening = v.here(v.year_ago).sum() + year.isin(["lahir", "datang"]).sum() - year.isin(["mati", "pindah"]).sum()
    counted = {key: n for key, n in v.form.get("angka", {}).items() if not key.endswith(("_m", "_km", "_ha"))}
    facilities = {("facility-count", key): count(n) for key, n in counted.items()}
    return {"balance-residual": count(len(v.people) - opening), **facilities}


PARTS = (
    population, movement, schooling_and_work, marriage, documents_and_protection, housing, quality_of_data, distributions,
    vital, family_planning, stunting, development, village,
)


def catalogue(folder, at, rt=None, sex=None):
    """All figures, by id and part."""
    v = Village(folder, at, rt, sex)
    found = {key: row for part in PARTS for key, row in part(v).items()}
    return {key if isinstance(key, tuple) else (key, ""): row for key, row in found.items()}


if __name__ == "__main__":
    for (name, part), row in catalogue(*sys.argv[1:]).items():
        print(name, part, row.numerator, row.denominator, row.value, row.missing, sep="\t")
