//! Figures of a document with the names by which its sentences call them, each made from a table as it is seen.

use super::facts::{Facts, Figure, Source, share_text, village};
use super::guarded::HIDE_BELOW;
use crate::analyse::indicators::{entry, evaluate};
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::set_of;
use crate::base::{CodeList, Share};
use crate::lang::number;

/// All of them.
pub(super) fn figures(source: &Source, facts: &Facts) -> Vec<Figure> {
    let (c, lang) = (source.counts, source.lang);
    let whole = |n: u32| number::whole(lang, n.into());
    let [people_seen, families_seen] = facts.whole_seen;
    let table = |id: &str| facts.table(id);
    let ages = table("age-sex");
    let n_groups = ages.map_or(0, |table| table.cross.rows.len());
    // Groups that begin at these ages; nothing where the oldest group begins earlier.
    let aged = |from: usize, to: usize| {
        let open_ended = from.max(if to > 99 { from } else { to + 1 });
        ages.filter(|_| open_ended / 5 < n_groups).and_then(|table| table.share(|row| (from..to).contains(&(row * 5))))
    };
    let by_sex =
        |column: usize| ages.filter(|t| t.cross.columns.len() > 2).and_then(|t| t.of_column(column)).map(whole);
    let rate = |id: &str| {
        let entry = entry(id)?;
        let value = evaluate(entry, c);
        Some(number::decimal(lang, value.value?, entry.unit.decimals()))
    };
    let coded = |id: &str, judge: &dyn Fn(u8) -> Option<bool>| -> Option<Share> {
        let table = table(id)?;
        let number = |row: usize| u8::try_from(row + 1).unwrap_or(u8::MAX);
        let numerator = table.sum(|row| judge(number(row)) == Some(true))?;
        Some(Share { numerator, denominator: table.sum(|row| judge(number(row)).is_some())? })
    };
    let top = |id: &str, leave: usize| {
        let table = table(id)?;
        let seen = table.rows().enumerate().filter(|(at, _)| *at != leave);
        let (label, n) =
            seen.filter_map(|(_, (label, n))| Some((label, n?))).max_by_key(|(_, n)| *n).filter(|(_, n)| *n > 0)?;
        Some(format!("{label}, {}", share_text(Share { numerator: n, denominator: table.known()? }, lang)))
    };
    let school = |row: usize| {
        let table = table("attendance")?;
        let (yes, no) = (table.seen(row, 0)?, table.seen(row, 1)?);
        Some(Share { numerator: yes, denominator: yes + no })
    };
    let told = |share: Option<Share>| share.filter(|share| share.denominator > 0);
    let part = |key, share: Option<Share>| Figure { key, text: share.map(|share| share_text(share, lang)), share };
    let plain = |key, text| Figure { key, text, share: None };
    // Rows of the table: the methods in their order, a method not told, not using.
    let methods = |upper: fn(Contraception) -> bool, lower: fn(Contraception) -> bool, not_using: bool| {
        let table = table("kb-method")?;
        let method =
            |row: usize| u8::try_from(row + 1).ok().and_then(Contraception::from_number).filter(|m| m.is_use());
        let last = table.cross.rows.len() - 1;
        let numerator = table.sum(|row| method(row).is_some_and(upper))?;
        let denominator = table.sum(|row| method(row).is_some_and(lower) || (not_using && row == last))?;
        Some(Share { numerator, denominator })
    };
    let unmet = facts.unmet.share();
    let moved = [c.births, c.deaths, c.arrivals, c.departures];
    let moved_open = !source.public || moved.iter().all(|n| *n == 0 || *n >= HIDE_BELOW);
    let movement = |n: u32| moved_open.then(|| whole(n));
    let areas = source.columns.areas();
    let n_areas = |of: fn(&Area) -> String| {
        let used = areas.iter().zip(&c.areas).filter(|(_, count)| count.families > 0);
        let names = set_of(used.map(|(area, _)| of(area)).filter(|name| !name.is_empty()));
        (!names.is_empty()).then(|| whole(names.len() as u32))
    };
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let profile = source.profile;
    vec![
        plain("desa", Some(village(profile, lang))),
        plain("kecamatan", filled(profile.district.text())),
        plain("kabupaten", filled(profile.regency.text())),
        plain("provinsi", filled(profile.province.text())),
        plain("tanggal", Some(number::date(lang, source.scope.at))),
        plain("luas", c.area_km2.map(|km2| number::decimal(lang, km2, 2))),
        plain("kepadatan", rate("density").filter(|_| people_seen)),
        plain("dusun", n_areas(|area| area.dusun.to_lowercase())),
        plain(
            "rw",
            n_areas(|area| if area.rw.is_empty() { String::new() } else { format!("{}/{}", area.dusun, area.rw) }),
        ),
        plain(
            "rt",
            n_areas(
                |area| {
                    if area.rt.is_empty() { String::new() } else { format!("{}/{}/{}", area.dusun, area.rw, area.rt) }
                },
            ),
        ),
        plain("penduduk", people_seen.then(|| whole(c.residents))),
        plain("keluarga", families_seen.then(|| whole(c.families))),
        plain("laki-laki", by_sex(0)),
        plain("perempuan", by_sex(1)),
        plain("rata-rata anggota", rate("family-size").filter(|_| people_seen && families_seen)),
        plain("rasio jenis kelamin", by_sex(0).and_then(|_| rate("sex-ratio"))),
        plain("umur median", rate("median-age").filter(|_| people_seen)),
        part("umur 0–14", told(aged(0, 15))),
        part("umur 15–64", told(aged(15, 65))),
        part("umur 60+", told(aged(60, 200))),
        part("umur 65+", told(aged(65, 200))),
        plain("ketergantungan", aged(15, 65).and_then(|_| rate("dependency-total"))),
        plain("kelompok umur terbesar", top("age-sex", usize::MAX)),
        plain("agama terbanyak", top("religion", usize::MAX)),
        plain("lahir", movement(c.births)),
        plain("meninggal", movement(c.deaths)),
        plain("datang", movement(c.arrivals)),
        plain("pergi", movement(c.departures)),
        part("tamat SLTA ke atas", told(coded("education-15", &|n| Some(n >= Completed::UpperSecondary.number())))),
        part("belum tamat SD", told(coded("education-15", &|n| Some(n < Completed::Primary.number())))),
        plain("pendidikan terbanyak", top("education-15", usize::MAX)),
        part("sekolah 7–12", told(school(0))),
        part("sekolah 13–15", told(school(1))),
        part("sekolah 16–18", told(school(2))),
        part("sekolah 19–24", told(school(3))),
        plain("pekerjaan terbanyak", top("work-pk", 0)),
        part("belum bekerja", told(coded("work-pk", &|n| Some(n == PkWork::NotWorking.number())))),
        part("jaminan kesehatan", told(coded("health-cover", &|n| Some(n != HealthCover::None.number())))),
        part("disabilitas", told(coded("disability", &|n| Some(n != Disability::None.number())))),
        part("KB modern", told(methods(Contraception::is_modern, Contraception::is_use, true))),
        part("KB jangka panjang", told(methods(Contraception::is_long_acting, Contraception::is_modern, false))),
        plain("cara KB terbanyak", top("kb-method", Contraception::LIST.rows.len())),
        part("unmet need", told(unmet)),
        part("BKB", told(facts.line("kelompok-kegiatan", 0))),
        part("BKR", told(facts.line("kelompok-kegiatan", 1))),
        part("BKL", told(facts.line("kelompok-kegiatan", 2))),
        part("NIK", told(facts.line("adminduk", 0))),
        part("KK", told(facts.line("adminduk", 1))),
        part("akta anak", told(facts.line("adminduk", 2))),
        part("buku nikah", told(facts.line("adminduk", 4))),
        part("bansos", told(facts.line("perlindungan", 0))),
        part("desil 1–4", told(facts.line("perlindungan", 1))),
        part("rumah layak", told(facts.line("rumah", 1))),
        part("air layak", told(coded("water", &|n| Water::from_number(n).and_then(Water::proper_bps)))),
        part("jamban layak", told(coded("toilet", &|n| Toilet::from_number(n).and_then(Toilet::proper_krs)))),
        plain("air terbanyak", top("water", usize::MAX)),
    ]
}
