//! Housing: ownership, roof, wall, floor, light, water, toilet, fuel. Source: domain.md §2.4, §2.7, §2.8; judgements of
//! §7.5. Where one PK21 number stands for several of our codes, the first in order is its main row
//! ([`main_row`](super::main_row)), a lossy reading.

codes! {
    /// Ownership of the house (kepemilikan rumah). Regsosek's number for staying with others is not known.
    Ownership "kepemilikan_rumah" {
        Own = 1 "milik_sendiri" "Milik sendiri" / "Own"; pk21 [1] regsosek [1] also ["Sendiri"],
        Rented = 2 "kontrak_sewa" "Kontrak/sewa" / "Rented"; pk21 [2] regsosek [2] also ["Kontrak", "Sewa"],
        RentFree = 3 "bebas_sewa" "Bebas sewa" / "Rent-free"; pk21 [3] regsosek [3],
        Staying = 4 "menumpang" "Menumpang" / "Staying with others"; pk21 [4] also ["Numpang"],
        Official = 5 "dinas" "Rumah dinas" / "Official residence"; pk21 [5] regsosek [4],
        Other = 6 "lainnya" "Lainnya" / "Other"; pk21 [6] regsosek [5],
    }
    /// Roof (atap). PK21 does not tell zinc from asbestos, hence a code for either.
    Roof "atap" {
        Concrete = 1 "beton" "Beton" / "Concrete"; pk21 [1] regsosek [1],
        Tiles = 2 "genteng" "Genteng" / "Tiles"; pk21 [2] regsosek [2] also ["Genting"],
        ZincOrAsbestos = 3 "seng_atau_asbes" "Seng atau asbes, tidak dibedakan" / "Zinc or asbestos, not told apart";
            pk21 [3] also ["Asbes/Seng", "Seng/Asbes"],
        Zinc = 4 "seng" "Seng" / "Zinc"; pk21 [3] regsosek [3],
        Asbestos = 5 "asbes" "Asbes" / "Asbestos"; pk21 [3] regsosek [4],
        Wood = 6 "kayu_sirap" "Kayu/sirap" / "Wood or shingles"; pk21 [4] regsosek [5] also ["Sirap", "Kayu"],
        Bamboo = 7 "bambu" "Bambu" / "Bamboo"; pk21 [5] regsosek [6],
        Thatch = 8 "jerami_ijuk_rumbia" "Jerami/ijuk/daun/rumbia" / "Thatch";
            pk21 [6] regsosek [7] also ["Jerami/Ijuk/Rumbia", "Rumbia", "Daun", "Ijuk", "Jerami"],
        Other = 9 "lainnya" "Lainnya" / "Other"; pk21 [7] regsosek [8],
    }
    /// Wall (dinding).
    Wall "dinding" {
        Masonry = 1 "tembok" "Tembok" / "Masonry"; pk21 [1] regsosek [1],
        PlasteredWeave = 2 "plesteran_anyaman" "Plesteran anyaman bambu/kawat" / "Plastered bamboo or wire weave";
            regsosek [2] also ["Plesteran"],
        Boards = 3 "kayu_papan" "Kayu/papan" / "Wood or boards";
            pk21 [2] regsosek [3] also ["Kayu/papan/gypsum/GRC", "Papan", "Kayu"],
        Zinc = 4 "seng" "Seng" / "Zinc"; pk21 [3],
        Bamboo = 5 "bambu" "Bambu" / "Bamboo"; pk21 [4] regsosek [6],
        BambooWeave = 6 "anyaman_bambu" "Anyaman bambu" / "Woven bamboo"; pk21 [4] regsosek [4] also ["Gedek"],
        Logs = 7 "batang_kayu" "Batang kayu" / "Logs"; regsosek [5],
        Other = 8 "lainnya" "Lainnya" / "Other"; pk21 [5] regsosek [7],
    }
    /// Floor (lantai).
    Floor "lantai" {
        Ceramic = 1 "keramik" "Keramik" / "Ceramic tiles";
            pk21 [1] regsosek [2] also ["Keramik/Granit/Marmer/Ubin/Tegel/Teraso"],
        Marble = 2 "marmer_granit" "Marmer/granit" / "Marble or granite";
            pk21 [1] regsosek [1] also ["Marmer", "Granit"],
        Tiles = 3 "ubin_tegel_teraso" "Ubin/tegel/teraso" / "Cement tiles or terrazzo";
            pk21 [1] regsosek [4] also ["Ubin", "Tegel", "Teraso"],
        Parquet = 4 "parket_vinil_karpet" "Parket/vinil/karpet" / "Parquet, vinyl or carpet";
            regsosek [3] also ["Parket", "Vinil", "Karpet"],
        Cement = 5 "semen" "Semen/bata merah" / "Cement or brick"; pk21 [2] regsosek [6] also ["Bata merah"],
        Boards = 6 "kayu_papan" "Kayu/papan" / "Wood or boards"; pk21 [3] regsosek [5] also ["Papan", "Kayu"],
        Bamboo = 7 "bambu" "Bambu" / "Bamboo"; pk21 [4] regsosek [7],
        Earth = 8 "tanah" "Tanah" / "Earth"; pk21 [5] regsosek [8],
        Other = 9 "lainnya" "Lainnya" / "Other"; pk21 [6] regsosek [9],
    }
    /// Lighting (penerangan). Regsosek's number (307a) tells the two first apart only with 307b: [`Lighting::from_regsosek`].
    Lighting "penerangan" {
        OwnTo900 = 1 "listrik_pribadi_le900" "Listrik sendiri, sampai 900 watt" / "Own electricity, up to 900 watt";
            pk21 [1] regsosek [1]
            also ["Listrik pribadi ≤900 W", "Listrik pribadi <=900 W", "Listrik pribadi sampai 900 watt"],
        OwnAbove900 = 2 "listrik_pribadi_gt900" "Listrik sendiri, lebih dari 900 watt" / "Own electricity, above 900 watt";
            pk21 [2] regsosek [1] also ["Listrik pribadi >900 W", "Listrik pribadi lebih dari 900 watt"],
        GeneratorOrSolar = 3 "genset_surya" "Genset/panel surya" / "Generator or solar cell";
            pk21 [3] regsosek [3] also ["Genset/Solar cell", "Genset", "Solar cell", "Listrik non-PLN"],
        Shared = 4 "listrik_bersama" "Listrik bersama" / "Shared electricity";
            pk21 [4] regsosek [2] also ["PLN tanpa meteran"],
        NotElectric = 5 "non_listrik" "Bukan listrik" / "No electricity"; pk21 [5] regsosek [4] also ["Non-listrik"],
    }
    /// Main source of drinking water (air minum). PK21 has no code for springs.
    Water "air_minum" {
        Bottled = 1 "kemasan" "Air kemasan" / "Bottled water";
            pk21 [1] regsosek [1] also ["Kemasan/Isi ulang", "Air kemasan/isi ulang"],
        Refill = 2 "isi_ulang" "Air isi ulang" / "Refill water"; pk21 [1] regsosek [2] also ["Isi ulang"],
        Piped = 3 "ledeng" "Ledeng/PAM" / "Piped water";
            pk21 [2] regsosek [3] also ["Leding", "PAM", "PDAM", "Leding/PAM"],
        Borehole = 4 "sumur_bor_pompa" "Sumur bor/pompa" / "Borehole or pump";
            pk21 [3] regsosek [4] also ["Sumur bor", "Pompa"],
        ProtectedWell = 5 "sumur_terlindung" "Sumur terlindung" / "Protected well"; pk21 [4] regsosek [5],
        OpenWell = 6 "sumur_tak_terlindung" "Sumur tak terlindung" / "Unprotected well";
            pk21 [5] regsosek [6] also ["Sumur tidak terlindung"],
        ProtectedSpring = 7 "mata_air_terlindung" "Mata air terlindung" / "Protected spring"; regsosek [7],
        OpenSpring = 8 "mata_air_tak_terlindung" "Mata air tak terlindung" / "Unprotected spring";
            regsosek [8] also ["Mata air tidak terlindung"],
        Surface = 9 "air_permukaan" "Air permukaan (sungai, danau)" / "Surface water";
            pk21 [6] regsosek [9] also ["Permukaan", "Sungai", "Air sungai", "Sungai/danau"],
        Rain = 10 "air_hujan" "Air hujan" / "Rain water"; pk21 [7] regsosek [10] also ["Hujan"],
        Other = 11 "lainnya" "Lainnya" / "Other"; pk21 [8] regsosek [11],
    }
    /// Toilet (tempat buang air besar). Regsosek needs three variables (309a, 309b, 310) and PK21 does not record the
    /// closet, so no Regsosek number is claimed. PK21's 4 may hide "none".
    Toilet "jamban" {
        OwnSeptic = 1 "sendiri_tangki_septik" "Jamban sendiri dengan tangki septik" / "Own toilet with septic tank";
            pk21 [1]
            also ["Ya dengan septic tank", "Ya, dengan tangki septik", "Jamban sendiri leher angsa + tangki septik/IPAL"],
        OwnWithoutSeptic = 2 "sendiri_tanpa_septik" "Jamban sendiri tanpa tangki septik" / "Own toilet without septic tank";
            pk21 [2] also ["Ya tanpa septic tank", "Ya, tanpa tangki septik"],
        Shared = 3 "jamban_bersama" "Jamban umum/bersama" / "Public or shared toilet";
            pk21 [3] also ["MCK komunal leher angsa + tangki septik/IPAL", "MCK komunal", "MCK umum"],
        Nothing = 4 "tidak_ada" "Tidak ada jamban" / "No toilet",
        Other = 5 "lainnya" "Lainnya" / "Other"; pk21 [4],
    }
    /// Cooking fuel (bahan bakar memasak). PK21's 4 holds briquettes and not cooking too; both are exported as other.
    Fuel "bahan_bakar" {
        ElectricOrGas = 1 "listrik_gas" "Listrik/gas" / "Electricity or gas";
            pk21 [1] regsosek [1, 2, 3, 4, 5, 6]
            also ["Listrik", "Gas", "Elpiji", "LPG", "Gas kota", "Biogas", "Elpiji 3 kg", "Elpiji 5,5 kg", "Elpiji 12 kg"],
        Kerosene = 2 "minyak_tanah" "Minyak tanah" / "Kerosene"; pk21 [2] regsosek [7],
        CharcoalOrWood = 3 "arang_kayu" "Arang/kayu" / "Charcoal or wood";
            pk21 [3] regsosek [9, 10] also ["Arang", "Kayu", "Kayu bakar"],
        Briquettes = 4 "briket" "Briket" / "Briquettes"; regsosek [8] also ["Briket batubara"],
        NoCooking = 5 "tidak_memasak" "Tidak memasak di rumah" / "No cooking at home";
            regsosek [12] also ["Tidak memasak"],
        Other = 6 "lainnya" "Lainnya" / "Other"; pk21 [4] regsosek [11],
    }
}

impl Roof {
    /// Of a lasting material (ketahanan bangunan)? Nothing where it cannot be told.
    pub fn sturdy(self) -> Option<bool> {
        match self {
            Self::Concrete | Self::Tiles | Self::Wood | Self::Zinc => Some(true),
            Self::Asbestos | Self::Bamboo | Self::Thatch => Some(false),
            Self::ZincOrAsbestos | Self::Other => None,
        }
    }
}

impl Wall {
    /// Of a lasting material (ketahanan bangunan)? Nothing where it cannot be told.
    pub fn sturdy(self) -> Option<bool> {
        match self {
            Self::Masonry | Self::PlasteredWeave | Self::Boards | Self::Logs => Some(true),
            Self::Zinc | Self::Bamboo | Self::BambooWeave => Some(false),
            Self::Other => None,
        }
    }
}

impl Floor {
    /// Of a lasting material (ketahanan bangunan)? Nothing where it cannot be told.
    pub fn sturdy(self) -> Option<bool> {
        match self {
            Self::Bamboo | Self::Earth => Some(false),
            Self::Other => None,
            _ => Some(true),
        }
    }
}

impl Lighting {
    /// From Regsosek's 307a (source) and 307b (power, 1–2 up to 900 watt, 3–5 above). Metered without power: nothing.
    pub fn from_regsosek(source: u8, power: Option<u8>) -> Option<Self> {
        match (source, power) {
            (1, Some(1..=2)) => Some(Self::OwnTo900),
            (1, Some(3..=5)) => Some(Self::OwnAbove900),
            (2, _) => Some(Self::Shared),
            (3, _) => Some(Self::GeneratorOrSolar),
            (4, _) => Some(Self::NotElectric),
            _ => None,
        }
    }
}

impl Water {
    /// Proper by the family-at-risk-of-stunting rules (KRS)? Nothing where they do not say (rain, other).
    pub fn proper_krs(self) -> Option<bool> {
        match self {
            Self::Bottled | Self::Refill => Some(true),
            Self::Rain => None,
            _ => self.proper_bps(),
        }
    }

    /// Proper by BPS (air layak)? Nothing for bottled and refill water (on a condition that the form does not ask) and other.
    pub fn proper_bps(self) -> Option<bool> {
        match self {
            Self::Piped | Self::Borehole | Self::ProtectedWell | Self::ProtectedSpring | Self::Rain => Some(true),
            Self::OpenWell | Self::OpenSpring | Self::Surface => Some(false),
            Self::Bottled | Self::Refill | Self::Other => None,
        }
    }
}

impl Toilet {
    /// Proper by the family-at-risk-of-stunting rules (KRS)? Nothing where they do not say (shared, other).
    pub fn proper_krs(self) -> Option<bool> {
        match self {
            Self::OwnSeptic => Some(true),
            Self::OwnWithoutSeptic | Self::Nothing => Some(false),
            Self::Shared | Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn krs_and_bps_judge_water_apart() {
        for (water, krs, bps) in [
            (Water::Piped, Some(true), Some(true)),
            (Water::Refill, Some(true), None),
            (Water::Rain, None, Some(true)),
            (Water::OpenWell, Some(false), Some(false)),
            (Water::Surface, Some(false), Some(false)),
            (Water::Other, None, None),
        ] {
            assert_eq!((water.proper_krs(), water.proper_bps()), (krs, bps), "{water:?}");
        }
    }

    #[test]
    fn light_from_regsosek_needs_the_power() {
        assert_eq!(Lighting::from_regsosek(1, Some(2)), Some(Lighting::OwnTo900));
        assert_eq!(Lighting::from_regsosek(1, Some(3)), Some(Lighting::OwnAbove900));
        assert_eq!(Lighting::from_regsosek(1, None), None);
        assert_eq!(Lighting::from_regsosek(4, None), Some(Lighting::NotElectric));
    }
}
