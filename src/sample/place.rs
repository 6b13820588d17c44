//! Where the sample lies: an invented village on a river of Kalimantan Selatan. Its code lies inside the real kecamatan of
//! Marabahan and belongs to no village there (`idn-area-data` 4.0.1 ends at 2010).

use crate::base::codes::YesNo;
use crate::base::region::Area;
use crate::base::{Answer, Date};
use crate::register::Profile;

/// Code of the invented village.
pub const VILLAGE_CODE: &str = "63.04.15.2999";
/// Its name.
pub const VILLAGE: &str = "Sungai Contoh";
/// Six digits that begin the NIK and No. KK of those registered here.
pub const DISTRICT: u32 = 630_415;

/// Invented enumerators (kader pendata).
pub const ENUMERATORS: [&str; 5] = ["Norhasanah", "Siti Rusmini", "Mahrita", "Aluh Jamilah", "Rahmaniah"];

const FAMILIES_PER_RT: u32 = 52;
const DUSUN: [&str; 8] = ["Hilir", "Tengah", "Hulu", "Muara", "Seberang", "Handil", "Tanjung", "Padang"];

/// The areas of a village of so many families: three dusun with two RT each up to 312 families, then an RT for every 52 families.
/// Up to twelve RT are numbered through the village; in larger ones the numbers begin anew in every RW of ten RT.
pub fn areas(families: u32) -> Vec<Area> {
    let n_rt = families.div_ceil(FAMILIES_PER_RT).max(6);
    let n_rw = n_rt.div_ceil(10).max(3);
    let n_dusun = n_rw.div_ceil(6).max(3);
    let mut counted = vec![0; n_rw as usize];
    (0..n_rt)
        .map(|at| {
            let rw = at * n_rw / n_rt;
            counted[rw as usize] += 1;
            let rt = if n_rt <= 12 { at + 1 } else { counted[rw as usize] };
            Area { dusun: dusun(rw * n_dusun / n_rw), rw: (rw + 1).to_string(), rt: rt.to_string() }
        })
        .collect()
}

fn dusun(at: u32) -> String {
    let name = DUSUN[at as usize % DUSUN.len()];
    match at as usize / DUSUN.len() {
        0 => name.to_owned(),
        round => format!("{name} {}", round + 1),
    }
}

/// The profile of the sample village.
pub fn profile(families: u32, today: Date) -> Profile {
    let text = |text: &str| Answer::Known(text.to_owned());
    let areas: Vec<String> = areas(families).into_iter().map(|a| format!("{};{};{}", a.dusun, a.rw, a.rt)).collect();
    Profile {
        code: text(VILLAGE_CODE),
        village: text(VILLAGE),
        district: text("Marabahan"),
        regency: text("Kabupaten Barito Kuala"),
        province: text("Kalimantan Selatan"),
        house: text("Rumah DataKu Sungai Contoh"),
        area_km2: Answer::Known(f64::from(families.max(100)) * 42.0 / 1000.0),
        reference: Answer::Known(today),
        areas: Answer::Known(areas.join("\n")),
        sample: Answer::Known(YesNo::Yes),
        resident_months: Answer::Known(6),
        ..Profile::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn areas_grow_with_the_village() {
        for (families, n_rt, n_dusun) in [(1, 6, 3), (300, 6, 3), (620, 12, 3), (1_000, 20, 3), (30_000, 577, 10)] {
            let all = areas(families);
            let dusun: BTreeSet<_> = all.iter().map(|a| &a.dusun).collect();
            assert_eq!((all.len(), dusun.len()), (n_rt, n_dusun), "{families}");
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), n_rt, "no area twice");
        }
    }
}
