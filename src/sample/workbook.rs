//! The sample as the workbook that villages hold: OpenSID's 43 columns, codes or labels, dates as text or as true Excel
//! dates, NIK and No. KK as text, and on wish the slips of files. For tests of the import, for `rdk` and for benchmarks.
//! Column names and labels: domain.md §12.1, §12.5.

use super::workbook_labels::label;
use crate::base::codes::*;
use crate::base::{Answer, Date};
use crate::register::{Family, Person};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// How codes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// As OpenSID's numbers.
    Codes,
    /// As OpenSID's labels.
    Labels,
}

/// How the workbook is written.
#[derive(Clone, Copy, Debug)]
pub struct OpenSid {
    /// Codes or labels.
    pub writing: Writing,
    /// Plants the slips of files, besides those of the village itself.
    pub slips: bool,
}

/// A slip that files have, planted in one row of 97.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSlip {
    /// The NIK is a number: Excel has lost its last digit.
    NikAsNumber,
    /// The birth date is in no calendar.
    DateImpossible,
    /// The NIK of the row before stands here again.
    NikRepeated,
    /// RT and dusun are empty.
    AreaMissing,
    /// An occupation that no list knows.
    OccupationUnknown,
    /// No name.
    NameMissing,
    /// The birth date is words.
    DateInWords,
}

const FILE_SLIPS: [FileSlip; 7] = {
    use FileSlip::*;
    [NikAsNumber, DateImpossible, NikRepeated, AreaMissing, OccupationUnknown, NameMissing, DateInWords]
};

/// A workbook and what was planted in it.
#[derive(Clone, Debug)]
pub struct MadeWorkbook {
    /// The XLSX file.
    pub bytes: Vec<u8>,
    /// Persons in it.
    pub n_persons: u32,
    /// Planted slips with the sheet's own row number (the headings are row 1).
    pub slips: Vec<(u32, FileSlip)>,
}

/// Names of the 43 columns, in OpenSID's order.
#[rustfmt::skip]
pub const COLUMNS: [&str; 43] = [
    "alamat", "dusun", "rw", "rt", "nama", "no_kk", "nik", "sex", "tempatlahir", "tanggallahir", "agama_id",
    "pendidikan_kk_id", "pendidikan_sedang_id", "pekerjaan_id", "status_kawin", "kk_level", "warganegara_id", "ayah_nik",
    "nama_ayah", "ibu_nik", "nama_ibu", "golongan_darah_id", "akta_lahir", "dokumen_pasport", "tanggal_akhir_paspor",
    "dokumen_kitas", "akta_perkawinan", "tanggalperkawinan", "akta_perceraian", "tanggalperceraian", "cacat_id",
    "cara_kb_id", "hamil", "ktp_el", "status_rekam", "alamat_sekarang", "status_dasar", "suku", "tag_id_card",
    "id_asuransi", "no_asuransi", "lat", "lng",
];

const NAME: u16 = 4;
const NIK: u16 = 6;
const BORN: u16 = 9;
const OCCUPATION: u16 = 13;

/// Writes families as OpenSID's population workbook. `today` is the date of the file.
pub fn opensid_workbook(families: &[Family], today: Date, how: OpenSid) -> Result<MadeWorkbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(today.year as u16, today.month, today.day)?;
    workbook.set_properties(&DocProperties::new().set_title("Data penduduk contoh").set_creation_datetime(&made));
    let mut out = MadeWorkbook { bytes: Vec::new(), n_persons: 0, slips: Vec::new() };
    let sheet = workbook.add_worksheet().set_name("Data Penduduk")?;
    for (column, name) in COLUMNS.iter().enumerate() {
        sheet.write_string(0, column as u16, *name)?;
    }
    let mut writer = RowWriter { sheet, how, row: 0, dates: Format::new().set_num_format("dd/mm/yyyy") };
    let mut last_nik = String::new();
    for family in families.iter().filter(|family| !family.removed) {
        for person in family.members.iter().filter(|person| !person.removed) {
            writer.row += 1;
            writer.person(family, person)?;
            let slip = slip_of(writer.row).filter(|_| how.slips);
            if let Some(slip) = slip {
                writer.slip(slip, &last_nik)?;
                out.slips.push((writer.row + 1, slip));
            }
            last_nik.clear();
            last_nik.push_str(person.nik.text());
        }
    }
    out.n_persons = writer.row;
    // What stands below the mark is no data.
    let end = writer.row + 1;
    writer.sheet.write_string(end, 1, "###")?;
    writer.sheet.write_string(end + 1, 0, "Diisi oleh operator desa contoh")?;
    code_sheet(workbook.add_worksheet().set_name("Kode Data")?)?;
    out.bytes = workbook.save_to_buffer()?;
    Ok(out)
}

fn slip_of(row: u32) -> Option<FileSlip> {
    (row % 97 == 14).then(|| FILE_SLIPS[row as usize / 97 % FILE_SLIPS.len()])
}

struct RowWriter<'a> {
    sheet: &'a mut Worksheet,
    how: OpenSid,
    row: u32,
    dates: Format,
}

impl RowWriter<'_> {
    fn text(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        if !text.is_empty() {
            self.sheet.write_string(self.row, column, text)?;
        }
        Ok(())
    }

    fn code<T: CodeList>(&mut self, column: u16, code: Option<T>) -> Result<(), XlsxError> {
        let Some((number, _)) = code.and_then(|code| T::LIST.number_for(code.row(), Edition::OpenSid)) else {
            return Ok(());
        };
        match self.how.writing {
            Writing::Codes => self.sheet.write_number(self.row, column, number)?,
            Writing::Labels => {
                let text = label(COLUMNS[column as usize], T::LIST, number);
                self.sheet.write_string(self.row, column, text)?
            }
        };
        Ok(())
    }

    /// Offices differ: dates come with hyphens, with slashes, and as true dates.
    fn date(&mut self, column: u16, date: Option<Date>) -> Result<(), XlsxError> {
        let Some(date) = date else { return Ok(()) };
        if !date.is_full() {
            return self.text(column, &date.year.to_string());
        }
        let (day, month, year) = (date.day, date.month, date.year);
        match self.row % 5 {
            0 => self.text(column, &format!("{day:02}/{month:02}/{year}")),
            1 => {
                let date = ExcelDateTime::from_ymd(year as u16, month, day)?;
                self.sheet.write_datetime_with_format(self.row, column, &date, &self.dates)?;
                Ok(())
            }
            _ => self.text(column, &format!("{day:02}-{month:02}-{year}")),
        }
    }

    fn person(&mut self, family: &Family, person: &Person) -> Result<(), XlsxError> {
        let labels = self.how.writing == Writing::Labels;
        let dash = |text: &str| if text.is_empty() && labels { "-".to_owned() } else { text.to_owned() };
        self.text(0, &dash(family.address.text()))?;
        let dusun = family.dusun.text().to_uppercase();
        self.text(1, &if self.row.is_multiple_of(3) { format!("DUSUN {dusun}") } else { dusun })?;
        self.text(2, &format!("{:0>3}", family.rw.text()))?;
        self.text(3, &format!("{:0>3}", family.rt.text()))?;
        self.text(NAME, &person.name.text().to_uppercase())?;
        self.text(5, family.kk.text())?;
        self.text(NIK, if person.nik.text().is_empty() { "0" } else { person.nik.text() })?;
        self.code(7, person.sex.get())?;
        self.text(8, &person.birth_place.text().to_uppercase())?;
        self.date(BORN, person.born.get())?;
        self.code(10, person.religion.get())?;
        self.code(11, Some(person.completed.get().unwrap_or(Completed::Never)))?;
        self.code(12, Some(person.attending.get().unwrap_or(Attending::NotYet)))?;
        self.code(OCCUPATION, Some(person.occupation.get().unwrap_or(Occupation::NotWorking)))?;
        self.code(14, person.marital.get())?;
        self.code(15, person.relation.get())?;
        self.code(16, person.citizenship.get())?;
        self.parents(family, person)?;
        self.code(21, person.blood.get())?;
        if person.birth_certificate.is(YesNo::Yes) {
            self.text(22, &format!("6304-LT-{:08}-{:04}", 1_012_015 + self.row, self.row % 9_999))?;
        } else {
            self.text(22, &dash(""))?;
        }
        self.date(27, person.married_on.get())?;
        self.code(30, person.disability.get())?;
        self.code(31, person.kb_method.get().filter(|method| method.is_use()))?;
        if let Answer::Known(pregnant) = person.pregnant {
            self.sheet.write_number(self.row, 32, pregnant.number())?;
        }
        self.code(36, person.status.get())?;
        self.text(37, person.ethnic.text())?;
        self.code(39, person.health_cover.get())?;
        if let (Some(lat), Some(lng)) = (family.lat.get(), family.lng.get()) {
            self.sheet.write_number(self.row, 41, lat)?;
            self.sheet.write_number(self.row, 42, lng)?;
        }
        Ok(())
    }

    fn parents(&mut self, family: &Family, person: &Person) -> Result<(), XlsxError> {
        let child = person.relation.is(Relation::Child);
        let father =
            family.members.first().filter(|head| child && head.relation.is(Relation::Head) && !head.is_woman());
        let mother = family.mother_of(person);
        self.text(17, father.map_or("", |father| father.nik.text()))?;
        self.text(18, father.map_or("-", |father| father.name.text()))?;
        self.text(19, mother.map_or("", |mother| mother.nik.text()))?;
        self.text(20, mother.map_or(person.mother_name.text(), |mother| mother.name.text()))
    }

    fn slip(&mut self, slip: FileSlip, last_nik: &str) -> Result<(), XlsxError> {
        match slip {
            FileSlip::NikAsNumber => {
                // Fifteen digits are all that Excel keeps of a number.
                self.sheet.write_number(self.row, NIK, 6_304_151_208_909_000_f64 + f64::from(self.row) * 10.0)?;
            }
            FileSlip::DateImpossible => self.text(BORN, "31-02-1990")?,
            FileSlip::NikRepeated => self.text(NIK, last_nik)?,
            FileSlip::AreaMissing => {
                self.text(1, "-")?;
                self.text(3, "-")?;
            }
            FileSlip::OccupationUnknown => self.text(OCCUPATION, "OJEK KELOTOK")?,
            FileSlip::NameMissing => self.text(NAME, "-")?,
            FileSlip::DateInWords => self.text(BORN, "tidak ingat")?,
        }
        Ok(())
    }
}

/// The sheet that explains the codes; readers skip it.
fn code_sheet(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let lists: [(&str, &List); 4] = [
        ("sex", Sex::LIST),
        ("agama_id", Religion::LIST),
        ("status_kawin", Marital::LIST),
        ("kk_level", Relation::LIST),
    ];
    for (column, (name, list)) in lists.into_iter().enumerate() {
        let column = column as u16 * 2;
        sheet.write_string(0, column, name)?;
        for (row, code) in list.rows.iter().enumerate() {
            if let Some(number) = code.opensid.first() {
                sheet.write_number(row as u32 + 1, column, *number)?;
                sheet.write_string(row as u32 + 1, column + 1, label(name, list, *number))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    fn rows(how: OpenSid) -> (MadeWorkbook, Vec<Vec<Data>>) {
        let today = Date { year: 2026, month: 11, day: 24 };
        let village = crate::sample::village(312, crate::sample::SEED, today);
        let made = opensid_workbook(&village.families, today, how).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(made.bytes.clone())).unwrap();
        assert_eq!(book.sheet_names(), ["Data Penduduk", "Kode Data"]);
        let sheet = book.worksheet_range("Data Penduduk").unwrap();
        (made, sheet.rows().map(<[Data]>::to_vec).collect())
    }

    #[test]
    fn a_row_a_person_with_numbers_as_text() {
        for writing in [Writing::Codes, Writing::Labels] {
            let (made, rows) = rows(OpenSid { writing, slips: false });
            assert_eq!(rows.len() as u32, made.n_persons + 3, "headings, mark, note");
            assert!(rows[0].iter().zip(COLUMNS).all(|(cell, name)| *cell == Data::String(name.into())));
            let (nik, kk) = (&rows[1][6], &rows[1][5]);
            assert!(matches!(nik, Data::String(text) if text.len() == 16), "{nik:?}");
            assert!(matches!(kk, Data::String(text) if text.len() == 16), "{kk:?}");
            let relation = &rows[1][15];
            let head = match writing {
                Writing::Codes => Data::Float(1.0),
                Writing::Labels => Data::String("KEPALA KELUARGA".into()),
            };
            assert_eq!(*relation, head);
            assert_eq!(rows[made.n_persons as usize + 1][1], Data::String("###".into()));
        }
    }

    #[test]
    fn the_slips_of_files_stand_where_they_are_said_to() {
        let (made, rows) = rows(OpenSid { writing: Writing::Labels, slips: true });
        assert!(made.slips.len() >= FILE_SLIPS.len());
        for (row, slip) in &made.slips {
            let row = &rows[*row as usize - 1];
            let there = match slip {
                FileSlip::NikAsNumber => matches!(row[6], Data::Float(_)),
                FileSlip::DateImpossible => row[9] == Data::String("31-02-1990".into()),
                FileSlip::NikRepeated => rows.iter().filter(|other| other[6] == row[6]).count() > 1,
                FileSlip::AreaMissing => row[1] == Data::String("-".into()),
                FileSlip::OccupationUnknown => row[13] == Data::String("OJEK KELOTOK".into()),
                FileSlip::NameMissing => row[4] == Data::String("-".into()),
                FileSlip::DateInWords => row[9] == Data::String("tidak ingat".into()),
            };
            assert!(there, "{slip:?}: {row:?}");
        }
    }
}
