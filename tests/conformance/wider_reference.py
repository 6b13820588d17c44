"""The wider catalogue of indicators worked out again from the CSVs of a package, with pandas.

Definitions are those of the field, written down here a second time and apart from the house's own. `catalogue(folder, at)`
gives {(id, part): (numerator, denominator, value, missing)}; a part is "" for an indicator of one value. Run alone:

    python3 tests/conformance/wider_reference.py FOLDER 2026-11-24
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

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
YEARS = 3


def reckoned(text):
    """A date; a partly known one by its middle; NaT where there is none."""
    text = "" if text in ABSENT else text
    return pd.Timestamp({4: text + "-07-01", 7: text + "-15", 10: text}[len(text)]) if text else pd.NaT


def completed(born, at, months=False):
    """Completed years (or months) from dates to a date; NaN where a date is not known."""
    n = (at.year - born.dt.year) * 12 + at.month - born.dt.month - (at.day < born.dt.day)
    return n if months else np.floor(n / 12)


def told(column):
    """Answers as they are, None where there is none."""
    return column.where(~column.isin(ABSENT), None)


def truth(column, yes, no):
    """1 for these answers, 0 for those, NaN for all others."""
    return pd.Series(np.select([column.isin(yes), column.isin(no)], [1.0, 0.0], np.nan), column.index)


def yes_no(column):
    return truth(column, ["ya"], ["tidak"])


def all_hold(parts):
    """By row: 0 where one fails, else NaN where one is not known, else 1."""
    return pd.Series(np.where((parts == 0).any(axis=1), 0.0, np.where(parts.isna().any(axis=1), np.nan, 1.0)), parts.index)


class Village:
    def __init__(self, folder, at):
        data = pathlib.Path(folder) / "data"
        read = lambda name: pd.read_csv(data / name, dtype=str, keep_default_na=False)
        self.at = pd.Timestamp(at)
        self.dates = [self.at - pd.DateOffset(years=YEARS - i) for i in range(YEARS + 1)]
        families = read("keluarga.csv").query("dikeluarkan == 'tidak'").set_index("id", drop=False)
        everyone = read("penduduk.csv")
        everyone = everyone[everyone.id_keluarga.isin(families.index) & (everyone.dikeluarkan == "tidak")].copy()
        for name, column in (("born", "tanggal_lahir"), ("came", "tanggal_masuk"), ("went", "tanggal_keluar")):
            everyone[name] = everyone[column].map(reckoned)
        everyone["alive"] = everyone.status_dasar.isin(ABSENT + ["hidup"])
        everyone["valid"] = everyone.status_dasar != "tidak_valid"
        everyone["age"] = completed(everyone.born, self.at)
        everyone["months"] = completed(everyone.born, self.at, months=True)
        self.everyone = everyone
        self.people = everyone[self.here(self.at)]
        self.homes = families[families.index.isin(self.people.id_keluarga)]
        events = read("peristiwa.csv")
        self.events = events[(events.dikeluarkan == "tidak") & events.id_keluarga.isin(families.index)]
        papers = read("kertas.csv")
        papers = papers[(papers.dikeluarkan == "tidak") & (papers.jenis == "sarana") & (papers.kunci == "desa")]
        self.form = json.loads(papers.isi.iloc[0]) if len(papers) else {}

    def here(self, on):
        p = self.everyone
        return p.valid & ~(p.born > on) & ~(p.came > on) & (p.alive | (p.went > on))

    def aged(self, low, high=10_000):
        return self.people[self.people.age.between(low, high)]

    def by_family(self, rows):
        """Homes whose members are among the rows."""
        return self.homes[self.homes.index.isin(rows.id_keluarga)]


def share(truths):
    known = truths.notna()
    return (float((truths == 1).sum()), float(known.sum()), None, int((~known).sum()))


def shares(column, answers, absent=()):
    """A distribution over these answers."""
    counts = [(answer, float((column == answer).sum())) for answer in answers]
    known = sum(n for _, n in counts)
    missing = int(column.isin(ABSENT + list(absent)).sum())
    return {part: (n, known, None, missing) for part, n in counts}


def people(v):
    out = {}
    ages = v.people.age
    known = float(ages.notna().sum())
    for low in range(0, 80, 5):
        part = "75+" if low == 75 else f"{low}-{low + 4}"
        n = float(ages.between(low, 10_000 if low == 75 else low + 4).sum())
        out["age-structure", part] = (n, known, None, int(ages.isna().sum()))
    before, now = float(v.here(v.dates[0]).sum()), float(len(v.people))
    out["growth-rate", ""] = (now, before, ((now / before) ** (1 / 3) - 1) * 100 if before else None, 0)
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
    out["myers", ""] = (None, float(len(v.aged(10, 89))), myers, int(ages.isna().sum()))
    return out


def vital(v):
    start, end = v.dates[0], v.dates[-1]
    stock = [v.here(on) for on in v.dates]
    lived = lambda ns: float(sum((a + b) / 2 for a, b in zip(ns, ns[1:])))
    years = lived([int(here.sum()) for here in stock])
    p = v.everyone[v.everyone.valid & (v.everyone.alive | v.everyone.went.notna())]
    within = lambda days: (days > start) & (days <= end)
    later = p.came.notna() & (p.born.isna() | (p.came > p.born))
    births = p[~later & within(p.born)]
    arrivals = float((later & within(p.came)).sum())
    gone = p[~p.alive & within(p.went)]
    deaths = float((gone.status_dasar == "mati").sum())
    left = len(gone) - deaths
    mothers = births.merge(
        v.everyone[["id", "id_keluarga", "born"]], left_on=["ibu_kandung", "id_keluarga"], right_on=["id", "id_keluarga"],
        how="left", suffixes=("", "_mother"),
    )
    then = (mothers.born.dt.year - mothers.born_mother.dt.year) - (
        mothers.born.dt.month * 100 + mothers.born.dt.day < mothers.born_mother.dt.month * 100 + mothers.born_mother.dt.day
    )
    unlinked = int((~then.between(15, 49)).sum())
    out = {
        ("cbr-average", ""): (float(len(births)), years, None, 0),
        ("cdr-average", ""): (deaths, years, None, 0),
        ("in-migration-average", ""): (arrivals, years, None, 0),
        ("out-migration-average", ""): (float(left), years, None, 0),
        ("net-migration-average", ""): (arrivals - left, years, None, 0),
    }
    women = v.everyone[v.everyone.jenis_kelamin == "perempuan"]
    sum_births = sum_years = 0.0
    tfr = 0.0
    for low in range(15, 50, 5):
        aged = [completed(women.born[here[women.index]], on).between(low, low + 4).sum() for here, on in zip(stock, v.dates)]
        n, woman_years = float(then.between(low, low + 4).sum()), lived([int(n) for n in aged])
        sum_births, sum_years = sum_births + n, sum_years + woman_years
        tfr = None if tfr is None or not woman_years else tfr + 5 * n / woman_years
        out["asfr", f"{low}-{low + 4}"] = (n, woman_years, None, unlinked)
    out["asfr-15-19", ""] = out["asfr", "15-19"]
    out["gfr", ""] = (sum_births, sum_years, None, unlinked)
    out["tfr", ""] = (None if tfr is None else sum_births, sum_years, tfr, unlinked)
    return out


def school(v):
    out = {}
    for level, (low, high) in {"sd": (7, 12), "smp": (13, 15), "sm": (16, 18), "pt": (19, 23)}.items():
        of_age = v.aged(low, high)
        pupils = float(v.people.sedang_sekolah.isin(LEVELS[level]).sum())
        out[f"apk-{level}", ""] = (pupils, float(len(of_age)), None, int(of_age.sedang_sekolah.isin(ABSENT).sum()))
    of_age = v.aged(19, 23).sedang_sekolah
    studies = of_age.isin(LEVELS["pt"]).astype(float).mask(of_age.isin(ABSENT + SPECIAL))
    out["apm-pt", ""] = share(studies)
    return out


def family_planning(v):
    wives = v.aged(15, 49).query("jenis_kelamin == 'perempuan' and status_kawin == 'kawin'")
    pregnant = wives.hamil == "ya"
    none = (wives.memakai_kb == "tidak") | (wives.memakai_kb.isin(ABSENT) & (wives.metode_kb == "tidak_memakai"))
    method = wives.metode_kb[~pregnant & ~none]
    some = (~pregnant & ~none & wives.metode_kb.isin(ABSENT + ["tidak_memakai"]) & (wives.memakai_kb == "ya")).sum()
    out = {}
    users = float(method.isin(METHODS).sum())
    for key in METHODS:
        out["method-mix", key] = (float((method == key).sum()), users, None, int(some))
    wish = wives.keinginan_anak[~pregnant & none]
    known = float(wish.isin(["ias", "iat", "tial"]).sum() + pregnant.sum())
    missing = int(wish.isin(ABSENT).sum())
    for key in ("ias", "iat", "tial"):
        out["non-user-wish", key] = (float((wish == key).sum()), known, None, missing)
    out["non-user-wish", "hamil"] = (float(pregnant.sum()), known, None, missing)
    out["pikr-participation", ""] = share(yes_no(v.by_family(v.aged(10, 24)).ikut_pik_r))
    return out


def stunting(v):
    """Families of the target, in need, and by factor: edition A of the rules."""
    number = lambda column: pd.to_numeric(column.where(~column.isin(ABSENT)), errors="coerce")
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
    attends = (~pupils.sedang_sekolah.isin(NOT_AT_SCHOOL)).astype(float).mask(pupils.sedang_sekolah.isin(ABSENT))
    heads = v.people[v.people.hubungan == "kepala_keluarga"].drop_duplicates("id_keluarga").set_index("id_keluarga")
    together = truth(heads.status_kawin, ["kawin", "cerai_mati"], ["cerai_hidup"]).reindex(homes.index)
    area = pd.to_numeric(homes.luas_bangunan.where(~homes.luas_bangunan.isin(ABSENT)), errors="coerce")
    room = pd.to_numeric(homes.orang_menetap.where(~homes.orang_menetap.isin(ABSENT)), errors="coerce")
    members = v.people.groupby("id_keluarga").size().reindex(homes.index)
    room = room.where(room > 0, members)
    roomy = ((area * 100).round() >= 720 * room).astype(float).mask(~(area > 0))
    house = all_hold(pd.DataFrame({
        "roof": truth(homes.atap, *ROOF), "wall": truth(homes.dinding, *WALL), "floor": truth(homes.lantai, *FLOOR),
        "roomy": roomy, "water": truth(homes.air_minum, *WATER_BPS), "toilet": truth(homes.tempat_bab, *TOILET),
    }))
    married = v.by_family(v.people[v.people.status_kawin == "kawin"])
    parts = {
        "buku_nikah": yes_no(married.punya_buku_nikah),
        "akta_anak": everyone_of(children, yes_no(children.akta_lahir)),
        "jaminan": everyone_of(v.people, cover),
        "tidak_cerai": together,
        "penghasilan": yes_no(homes.ada_penghasilan),
        "makan": yes_no(homes.makan_beragam),
        "rumah": house,
        "tabungan": yes_no(homes.punya_tabungan),
        "sekolah": everyone_of(pupils, attends),
    }
    for key, truths in parts.items():
        out["ibangga-estimate", key] = share(truths)
    for part, row in shares(homes.desil, [str(n) for n in range(1, 11)]).items():
        out["desil-distribution", part] = row
    return out


def village(v):
    days = v.events.tanggal_kejadian.map(reckoned)
    year = v.events[(days > v.dates[-2]) & (days <= v.at)].jenis_peristiwa
    opening = v.here(v.dates[-2]).sum() + year.isin(["lahir", "datang"]).sum() - year.isin(["mati", "pindah"]).sum()
    out = {("balance-residual", ""): (float(len(v.people) - opening), None, None, 0)}
    counted = {key: float(n) for key, n in v.form.get("angka", {}).items() if not key.endswith(("_m", "_km", "_ha"))}
    for key, n in counted.items():
        out["facility-count", key] = (n, None, None, 0)
    return out


def catalogue(folder, at):
    """All figures of the wider catalogue, by id and part."""
    v = Village(folder, at)
    parts = (people, vital, school, family_planning, stunting, development, village)
    return {key: row for part in parts for key, row in part(v).items()}


if __name__ == "__main__":
    for (name, part), row in catalogue(sys.argv[1], sys.argv[2]).items():
        print(name, part, *row, sep="\t")
