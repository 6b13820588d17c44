"""Indicators worked out again from the package's CSVs in plain Python, by the definitions of the field, and compared."""

import csv
import datetime

AT = datetime.date(2026, 11, 24)
NONE = {"", "tidak_tahu", "menolak", "tidak_berlaku"}


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    """A date, a partly known one by its middle; nothing where there is none."""
    if text in NONE:
        return None
    parts = [int(part) for part in text.split("-")]
    year, month, date = (parts + [7, 1])[:3] if len(parts) == 1 else (parts + [15])[:3]
    return datetime.date(year, month, date)


def age(person):
    born = day(person["tanggal_lahir"])
    if born is None:
        return None
    return AT.year - born.year - ((AT.month, AT.day) < (born.month, born.day))


def lives_here(person):
    status = person["status_dasar"] if person["status_dasar"] not in NONE else "hidup"
    born, entered, left = (day(person[key]) for key in ("tanggal_lahir", "tanggal_masuk", "tanggal_keluar"))
    if person["dikeluarkan"] == "ya" or status == "tidak_valid":
        return False
    if (born and born > AT) or (entered and entered > AT):
        return False
    return status == "hidup" or (left is not None and left > AT)


class Village:
    def __init__(self, data):
        families = {f["id"]: f for f in read(data / "keluarga.csv") if f["dikeluarkan"] == "tidak"}
        self.people = [p for p in read(data / "penduduk.csv") if p["id_keluarga"] in families and lives_here(p)]
        for person in self.people:
            person["umur"] = age(person)
        homes = {p["id_keluarga"] for p in self.people}
        self.families = [f for key, f in families.items() if key in homes]

    def aged(self, low, high=200):
        return [p for p in self.people if p["umur"] is not None and low <= p["umur"] <= high]


def share(people, key, yes, known=None):
    """(numerator, denominator): those with a known answer count."""
    told = [p for p in people if p[key] not in NONE] if known is None else known
    return sum(p[key] in yes for p in told), len(told)


def sixteen(text):
    return len(text) == 16 and text.isdigit()


def reference(v):
    n = len
    women = [p for p in v.aged(15, 49) if p["jenis_kelamin"] == "perempuan"]
    couples = [p for p in women if p["status_kawin"] == "kawin"]
    # A pregnant woman is no user, whatever her form says of a method (rule pregnant-and-using asks about it).
    users = lambda methods: sum(
        p["metode_kb"] in methods and p["memakai_kb"] != "tidak" and p["hamil"] != "ya" for p in couples
    )
    modern = {"pil", "iud", "suntik", "kondom", "implan", "mow", "mop", "mal"}
    young, work, old, known = n(v.aged(0, 14)), n(v.aged(15, 64)), n(v.aged(65)), n(v.aged(0))
    out = {
        "pop-total": (n(v.people), None),
        "family-total": (n(v.families), None),
        "family-size": (n(v.people), n(v.families)),
        "broad-age-share-0-14": (young, known),
        "broad-age-share-15-64": (work, known),
        "broad-age-share-65": (old, known),
        "elderly-share": (n(v.aged(60)), known),
        "sex-ratio": tuple(sum(p["jenis_kelamin"] == sex for p in v.people) for sex in ("laki_laki", "perempuan")),
        "dependency-total": (young + old, work),
        "dependency-young": (young, work),
        "dependency-old": (old, work),
        "child-woman-ratio": (n(v.aged(0, 4)), n(women)),
        "wus-count": (n(women), None),
        "pus-count": (n(couples), None),
        "cpr-modern": (users(modern), n(couples)),
        "mkjp-share": (users({"iud", "implan", "mow", "mop"}), users(modern)),
        "jkn-coverage": share(v.people, "jaminan_kesehatan", {"pbi", "non_pbi", "swasta"}),
        "birth-cert-coverage": share(v.people, "akta_lahir", {"ya"}),
        "birth-cert-coverage-0-17": share(v.aged(0, 17), "akta_lahir", {"ya"}),
        "nik-coverage": (sum(sixteen(p["nik"]) for p in v.people), n(v.people)),
        "kk-coverage": (sum(sixteen(f["no_kk"]) for f in v.families), n(v.families)),
        "disability-share": tuple(
            (sum(p["disabilitas"] != "tidak_ada" for p in told), n(told))
            for told in [[p for p in v.people if p["disabilitas"] not in NONE]]
        )[0],
        "uppka-participation": share(v.families, "ikut_uppka", {"ya"}),
    }
    attends = lambda p: p["sedang_sekolah"] not in {"belum_masuk_tk", "tidak_pernah_sekolah", "tidak_tamat_sd", "tidak_sedang_sekolah", "tidak_dapat_baca_tulis"}
    for low, high in ((7, 12), (13, 15), (16, 18), (19, 24)):
        told = [p for p in v.aged(low, high) if p["sedang_sekolah"] not in NONE]
        out[f"aps-{low}-{high}"] = (sum(map(attends, told)), n(told))
    return out


def check_against_reference(stage):
    """Indicators have the numerators and denominators of an independent reckoning, for four villages"""
    for families, seed in ((300, 7), (40, 3), (700, 11), (1, 2)):
        package = stage.package(families, seed)
        village = Village(stage.unpacked(package) / "data")
        told = {row["id"]: row for row in stage.rdk_json("indicators", package, "--at", str(AT))["indicators"]}
        for key, (numerator, denominator) in reference(village).items():
            got = told[key]["numerator"], told[key]["denominator"]
            assert got == (numerator, denominator), f"{families}/{seed} {key}: {got}, reckoned {(numerator, denominator)}"
