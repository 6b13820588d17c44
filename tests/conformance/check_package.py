"""A package opens in the tools of the trade, and they count what the house counts."""

import csv
import hashlib
import json
import os

import duckdb
import openpyxl
from frictionless import Package


def check_frictionless(stage):
    """frictionless validate accepts the package: schemas, keys, hashes, bytes"""
    folder = stage.unpacked(stage.package())
    here = os.getcwd()
    os.chdir(folder)
    try:
        report = Package("datapackage.json").validate()
    finally:
        os.chdir(here)
    assert report.valid, report.flatten(["type", "title", "message"])[:10]
    assert len(report.tasks) == 13, [task.name for task in report.tasks]


def check_frictionless_can_fail(stage):
    """frictionless refuses the package when one byte of a table is another"""
    folder = stage.unpacked(stage.package(40, 3))
    table = folder / "data" / "penduduk.csv"
    whole = table.read_bytes()
    at = whole.index(b",tidak,", 3000) + 1
    table.write_bytes(whole[:at] + b"T" + whole[at + 1 :])
    here = os.getcwd()
    os.chdir(folder)
    try:
        assert not Package("datapackage.json").validate().valid
    finally:
        os.chdir(here)
        table.write_bytes(whole)


def check_hashes(stage):
    """every part's hash and size are those of the description"""
    folder = stage.unpacked(stage.package())
    description = json.loads((folder / "datapackage.json").read_text())
    for resource in description["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content), resource["path"]
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest(), resource["path"]


def check_duckdb(stage):
    """DuckDB reads the CSVs and gets the counts of the indicators"""
    package = stage.package()
    data = stage.unpacked(package) / "data"
    at = "2026-11-24"
    told = {row["id"]: row for row in stage.rdk_json("indicators", package, "--at", at)["indicators"]}
    query = f"""
        with p as (select * from read_csv('{data}/penduduk.csv', all_varchar = true)),
        day as (select *, case length(tanggal_lahir) when 10 then tanggal_lahir
                when 7 then tanggal_lahir || '-15' when 4 then tanggal_lahir || '-07-01' end born from p)
        select count(*), count(*) filter (jenis_kelamin = 'laki_laki'), count(*) filter (jenis_kelamin = 'perempuan'),
            count(distinct id_keluarga), count(*) filter (jaminan_kesehatan in ('pbi', 'non_pbi', 'swasta'))
        from day where dikeluarkan = 'tidak' and coalesce(status_dasar, 'hidup') <> 'tidak_valid'
            and (born is null or born <= '{at}') and (tanggal_masuk is null or tanggal_masuk <= '{at}')
            and (coalesce(status_dasar, 'hidup') = 'hidup' or tanggal_keluar > '{at}')
    """
    people, men, women, families, covered = duckdb.sql(query).limit(1).fetchall()[0]
    assert told["pop-total"]["value"] == people
    assert (told["sex-ratio"]["numerator"], told["sex-ratio"]["denominator"]) == (men, women)
    assert told["family-total"]["value"] == families
    assert told["jkn-coverage"]["numerator"] == covered


def check_openpyxl(stage):
    """openpyxl opens the workbook and finds the indicators in it"""
    package = stage.package()
    folder = stage.unpacked(package)
    book = openpyxl.load_workbook(folder / "buku" / "rumah-dataku.xlsx")
    names = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    with open(folder / "data" / "indikator.csv", newline="") as file:
        for row in csv.DictReader(file):
            assert row["nama"] in names, row["nama"]


def check_whole_catalogue(stage):
    """the package's indicators are the whole catalogue, each with its MS-Ind; DuckDB joins the two"""
    package = stage.package()
    folder = stage.unpacked(package)
    metadata = json.loads((folder / "metadata" / "ms-ind.json").read_text())
    assert len(metadata) == 97, len(metadata)
    for ms in metadata:
        named = all(ms[key].strip() for key in ("nama", "kelompok", "konsep", "definisi", "interpretasi", "metode", "ukuran", "satuan", "sumber"))
        assert named and ms["dapat_dihitung"] == (ms["alasan_tidak_dihitung"] == ""), ms
    assert sum(ms["dapat_dihitung"] for ms in metadata) == 92
    join = f"""
        select count(distinct ms.id), count(distinct i.indikator), count(i.id) - count(distinct i.id),
            count(*) filter (i.dapat_dihitung = 'tidak' and (i.nilai is not null or i.keterangan is null)),
            count(*) filter (i.nilai is not null and ms.id is null)
        from read_json('{folder}/metadata/ms-ind.json') ms
        full join read_csv('{folder}/data/indikator.csv') i on i.indikator = ms.id
    """
    assert duckdb.sql(join).fetchall() == [(97, 97, 0, 0, 0)], duckdb.sql(join).fetchall()


def check_tables_workbook(stage):
    """openpyxl opens the workbook of tables, and its CSVs are rectangular"""
    out = stage.folder / "tabel"
    stage.rdk("tables", stage.package(), "--at", "2026-11-24", "-o", out)
    (book,) = out.glob("*.xlsx")
    tables = sorted(out.glob("*.csv"))
    assert len(tables) >= 6
    assert len(openpyxl.load_workbook(book).sheetnames) == len(tables) + 2
    for table in tables:
        with open(table, newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, table.name


def check_import_rows(stage):
    """rdk import takes an OpenSID workbook; openpyxl finds the reported rows where the report says"""
    package, book = stage.folder / "opensid.zip", stage.folder / "opensid.xlsx"
    stage.rdk("sample", "--families", 300, "--seed", 5, "-o", package, "--opensid", book)
    found = stage.rdk_json("check", book, expect=1)
    sheet = openpyxl.load_workbook(book).worksheets[0]
    heading = [cell.value for cell in sheet[1]]
    floats = [row for row in range(2, sheet.max_row + 1) if not isinstance(sheet.cell(row, heading.index("nik") + 1).value, (str, type(None)))]
    lost = sorted({f["row"] for f in found["findings"] if f["code"] == "import-nik-precision-lost"})
    assert floats and lost == floats, (lost, floats)
    stage.rdk("import", book, "--village", "63.04.15.2001", "-o", stage.folder / "in.zip", expect=1)
    told = stage.rdk_json("indicators", stage.folder / "in.zip", "--at", "2026-11-24")["indicators"]
    total = next(row["value"] for row in told if row["id"] == "pop-total")
    assert 0.9 * found["persons_new"] <= total <= found["persons_new"], (total, found["persons_new"])
