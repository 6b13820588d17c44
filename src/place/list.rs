//! A list of villages: those of a province, or those of a name shard. Both files have one form.

use super::names::Names;
use super::regions::{Regions, split_header, split_number};

/// A village in a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Village {
    /// Its district, by place in the index.
    pub district: u16,
    /// The four digits at the end of its code.
    pub number: u16,
    /// Its name in the list's `text`: start and length.
    name: (u32, u8),
}

/// Villages in order of code, with their names as shown and as compared.
#[derive(Debug)]
pub(super) struct VillageList {
    pub villages: Vec<Village>,
    /// Their names as compared, by place in `villages`.
    pub names: Names,
    text: String,
}

impl VillageList {
    /// Reads a file under `regions/villages/` or `regions/names/`; none where the bytes are no such list, or one of
    /// another edition than the index.
    pub fn parse(bytes: &[u8], regions: &Regions) -> Option<VillageList> {
        let (stamp, body) = split_header(bytes)?;
        if stamp != regions.stamp {
            return None;
        }
        let mut list = VillageList { villages: Vec::new(), names: Names::default(), text: String::new() };
        let mut next_district: usize = 0;
        for line in body.lines() {
            let mut cells = line.split('|');
            let skipped = cells.next()?;
            let n_skipped = if skipped.is_empty() { 0 } else { skipped.parse::<usize>().ok()? };
            let district = next_district.checked_add(n_skipped).filter(|d| *d < regions.districts().len())?;
            next_district = district + 1;
            let mut number: u16 = 2000;
            for cell in cells {
                let (digits, name) = split_number(cell);
                number = if digits.is_empty() { number.checked_add(1)? } else { whole_number(digits)? };
                let name_at = (u32::try_from(list.text.len()).ok()?, u8::try_from(name.len()).ok()?);
                list.text.push_str(name);
                list.names.push(name)?;
                list.villages.push(Village { district: u16::try_from(district).ok()?, number, name: name_at });
            }
        }
        list.names.sort();
        Some(list)
    }

    /// The village's name as it is shown.
    pub fn name(&self, village: &Village) -> &str {
        let (start, length) = (village.name.0 as usize, usize::from(village.name.1));
        self.text.get(start..start + length).unwrap_or_default()
    }

    /// True where the village stands in this list too.
    pub fn holds(&self, village: &Village) -> bool {
        let code = (village.district, village.number);
        self.villages.binary_search_by_key(&code, |v| (v.district, v.number)).is_ok()
    }

    /// The villages of one district.
    pub fn of_district(&self, district: usize) -> &[Village] {
        let from = self.villages.partition_point(|v| usize::from(v.district) < district);
        let to = self.villages.partition_point(|v| usize::from(v.district) <= district);
        &self.villages[from..to]
    }
}

/// `7` is 2007, `07` is 1007, `1007` is 3007.
fn whole_number(digits: &str) -> Option<u16> {
    let base = if digits.starts_with('0') { 1000 } else { 2000 };
    digits.parse::<u16>().ok()?.checked_add(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions() -> Regions {
        Regions::parse(b"regions 1 abc\nba\n#63 Kalimantan Selatan\n01Tanah Laut|Takisung|Jorong|Pelaihari\n").unwrap()
    }

    #[test]
    fn a_list_is_read() {
        let list = VillageList::parse(
            b"regions 1 abc\n|Tabanio|Benua|4:19 Nopember\n1|01Karang Taruna|5Ambungan|1007Adat\n",
            &regions(),
        );
        let list = list.unwrap();
        let all = list.villages.iter().map(|v| format!("{} {} {}", v.district, v.number, list.name(v)));
        assert_eq!(
            all.collect::<Vec<_>>().join(", "),
            "0 2001 Tabanio, 0 2002 Benua, 0 2004 19 Nopember, 2 1001 Karang Taruna, 2 2005 Ambungan, 2 3007 Adat"
        );
        assert_eq!((list.of_district(0).len(), list.of_district(1).len(), list.of_district(2).len()), (3, 0, 3));
    }

    #[test]
    fn other_bytes_are_no_list() {
        let regions = regions();
        for wrong in
            ["", "regions 1 xyz\n|A\n", "regions 1 abc\n3|A\n", "regions 1 abc\nA|B\n", "regions 1 abc\n|99999A\n"]
        {
            assert!(VillageList::parse(wrong.as_bytes(), &regions).is_none(), "{wrong}");
        }
    }
}
