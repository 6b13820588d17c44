//! Words of tables, charts and workbooks.

messages! {
    universe(text) "Cakupan: {text}" / "Universe: {text}"
    as_of(date) "Keadaan {date}" / "As of {date}"
    source(text) "Sumber: {text}" / "Source: {text}"
    resident(text) "Yang dihitung: {text}" / "Counted: {text}"
    total "Jumlah" / "Total"
    share "Persen" / "Percent"
    age_group "Kelompok umur" / "Age group"
    male "Laki-laki" / "Male"
    female "Perempuan" / "Female"
    contents "Daftar isi" / "Contents"
    contents_number "No." / "No."
    contents_table "Tabel" / "Table"
    contents_universe "Cakupan" / "Universe"
    back_to_contents "Kembali ke daftar isi" / "Back to contents"
}
