//! Work: occupation by the list of identity cards (KTP, 1–89), and the ten classes of PK21. Source: domain.md §2.2, §2.6,
//! §2.8. Between the two no official mapping is known: only the plain pairs are proposed [D], and from PK21 back to the
//! card's list there is no unique way, so no row here claims a PK21 number.

use super::CodeList;

codes! {
    /// Occupation (pekerjaan) by the list of identity cards; our numbers equal its numbers.
    Occupation "pekerjaan" {
        NotWorking = 1 "belum_tidak_bekerja" "Belum/tidak bekerja" / "Not or not yet working";
            opensid [1] also ["Belum bekerja", "Tidak bekerja", "Tidak/Belum Bekerja"],
        Housework = 2 "mengurus_rumah_tangga" "Mengurus rumah tangga" / "Housework";
            opensid [2] also ["Ibu rumah tangga", "IRT", "Rumah tangga"],
        Student = 3 "pelajar_mahasiswa" "Pelajar/mahasiswa" / "Student"; opensid [3] also ["Pelajar", "Mahasiswa"],
        Pensioner = 4 "pensiunan" "Pensiunan" / "Pensioner"; opensid [4],
        CivilServant = 5 "pns" "Pegawai negeri sipil (PNS)" / "Civil servant";
            opensid [5] also ["PNS", "ASN", "Pegawai Negeri Sipil"],
        Soldier = 6 "tni" "Tentara Nasional Indonesia (TNI)" / "Soldier";
            opensid [6] also ["TNI", "Tentara Nasional Indonesia"],
        Police = 7 "polri" "Kepolisian RI (POLRI)" / "Police"; opensid [7] also ["POLRI", "Kepolisian RI", "Polisi"],
        Commerce = 8 "perdagangan" "Perdagangan" / "Commerce"; opensid [8],
        Farmer = 9 "petani_pekebun" "Petani/pekebun" / "Farmer or planter";
            opensid [9] also ["Petani", "Pekebun", "Tani"],
        Breeder = 10 "peternak" "Peternak" / "Livestock farmer"; opensid [10],
        Fisher = 11 "nelayan_perikanan" "Nelayan/perikanan" / "Fisher"; opensid [11] also ["Nelayan", "Perikanan"],
        Industry = 12 "industri" "Industri" / "Industry"; opensid [12],
        Construction = 13 "konstruksi" "Konstruksi" / "Construction"; opensid [13],
        Transport = 14 "transportasi" "Transportasi" / "Transport"; opensid [14],
        PrivateEmployee = 15 "karyawan_swasta" "Karyawan swasta" / "Private employee";
            opensid [15] also ["Pegawai swasta"],
        StateCompany = 16 "karyawan_bumn" "Karyawan BUMN" / "Employee of a state company"; opensid [16],
        LocalCompany = 17 "karyawan_bumd" "Karyawan BUMD" / "Employee of a local state company"; opensid [17],
        ContractStaff = 18 "karyawan_honorer" "Karyawan honorer" / "Non-permanent public employee";
            opensid [18] also ["Honorer", "Tenaga honorer"],
        DayLabourer = 19 "buruh_harian_lepas" "Buruh harian lepas" / "Day labourer"; opensid [19],
        FarmLabourer = 20 "buruh_tani_perkebunan" "Buruh tani/perkebunan" / "Farm or plantation labourer";
            opensid [20] also ["Buruh tani"],
        FishLabourer = 21 "buruh_nelayan_perikanan" "Buruh nelayan/perikanan" / "Fishery labourer";
            opensid [21] also ["Buruh nelayan"],
        LivestockLabourer = 22 "buruh_peternakan" "Buruh peternakan" / "Livestock labourer"; opensid [22],
        DomesticWorker = 23 "pembantu_rumah_tangga" "Pembantu rumah tangga" / "Domestic worker";
            opensid [23] also ["PRT"],
        Barber = 24 "tukang_cukur" "Tukang cukur" / "Barber"; opensid [24],
        Electrician = 25 "tukang_listrik" "Tukang listrik" / "Electrician"; opensid [25],
        Mason = 26 "tukang_batu" "Tukang batu" / "Mason"; opensid [26],
        Carpenter = 27 "tukang_kayu" "Tukang kayu" / "Carpenter"; opensid [27],
        Cobbler = 28 "tukang_sol_sepatu" "Tukang sol sepatu" / "Cobbler"; opensid [28],
        Welder = 29 "tukang_las_pandai_besi" "Tukang las/pandai besi" / "Welder or blacksmith";
            opensid [29] also ["Tukang las", "Pandai besi"],
        Tailor = 30 "tukang_jahit" "Tukang jahit" / "Tailor"; opensid [30] also ["Penjahit"],
        DentureMaker = 31 "tukang_gigi" "Tukang gigi" / "Denture maker"; opensid [31],
        MakeUpArtist = 32 "penata_rias" "Penata rias" / "Make-up artist"; opensid [32],
        WardrobeStylist = 33 "penata_busana" "Penata busana" / "Wardrobe stylist"; opensid [33],
        Hairdresser = 34 "penata_rambut" "Penata rambut" / "Hairdresser"; opensid [34],
        Mechanic = 35 "mekanik" "Mekanik" / "Mechanic"; opensid [35],
        Artist = 36 "seniman" "Seniman" / "Artist"; opensid [36],
        Healer = 37 "tabib" "Tabib" / "Traditional healer"; opensid [37],
        BirthAttendant = 38 "paraji" "Paraji" / "Traditional birth attendant"; opensid [38] also ["Dukun bayi"],
        FashionDesigner = 39 "perancang_busana" "Perancang busana" / "Fashion designer"; opensid [39],
        Translator = 40 "penterjemah" "Penterjemah" / "Translator"; opensid [40] also ["Penerjemah"],
        Imam = 41 "imam_masjid" "Imam masjid" / "Imam of a mosque"; opensid [41],
        Pastor = 42 "pendeta" "Pendeta" / "Protestant pastor"; opensid [42],
        Priest = 43 "pastor" "Pastor" / "Catholic priest"; opensid [43] also ["Pastur"],
        Journalist = 44 "wartawan" "Wartawan" / "Journalist"; opensid [44],
        Preacher = 45 "ustadz_mubaligh" "Ustadz/mubaligh" / "Islamic teacher or preacher";
            opensid [45] also ["Ustadz", "Ustaz", "Mubaligh"],
        Cook = 46 "juru_masak" "Juru masak" / "Cook"; opensid [46] also ["Koki"],
        EventPromoter = 47 "promotor_acara" "Promotor acara" / "Event promoter"; opensid [47],
        NationalLegislator = 48 "anggota_dpr_ri" "Anggota DPR-RI" / "Member of the national parliament"; opensid [48],
        RegionalSenator = 49 "anggota_dpd" "Anggota DPD" / "Member of the regional council (DPD)"; opensid [49],
        Auditor = 50 "anggota_bpk" "Anggota BPK" / "Member of the audit board (BPK)"; opensid [50],
        President = 51 "presiden" "Presiden" / "President"; opensid [51],
        VicePresident = 52 "wakil_presiden" "Wakil presiden" / "Vice-president"; opensid [52],
        ConstitutionalJudge = 53 "anggota_mk" "Anggota MK" / "Judge of the constitutional court";
            opensid [53] also ["Anggota Mahkamah Konstitusi"],
        Minister = 54 "anggota_kabinet" "Anggota kabinet" / "Member of the cabinet";
            opensid [54] also ["Anggota Kabinet Kementerian"],
        Ambassador = 55 "duta_besar" "Duta besar" / "Ambassador"; opensid [55],
        Governor = 56 "gubernur" "Gubernur" / "Governor"; opensid [56],
        ViceGovernor = 57 "wakil_gubernur" "Wakil gubernur" / "Vice-governor"; opensid [57],
        Regent = 58 "bupati" "Bupati" / "Regent"; opensid [58],
        ViceRegent = 59 "wakil_bupati" "Wakil bupati" / "Vice-regent"; opensid [59],
        Mayor = 60 "walikota" "Walikota" / "Mayor"; opensid [60],
        ViceMayor = 61 "wakil_walikota" "Wakil walikota" / "Vice-mayor"; opensid [61],
        ProvincialLegislator = 62 "anggota_dprd_provinsi" "Anggota DPRD provinsi" / "Member of the provincial parliament";
            opensid [62] also ["Anggota DPRD Prov"],
        DistrictLegislator = 63 "anggota_dprd_kabupaten_kota" "Anggota DPRD kabupaten/kota" / "Member of the district parliament";
            opensid [63] also ["Anggota DPRD Kab/Kota"],
        Lecturer = 64 "dosen" "Dosen" / "Lecturer"; opensid [64],
        Teacher = 65 "guru" "Guru" / "Teacher"; opensid [65],
        Pilot = 66 "pilot" "Pilot" / "Pilot"; opensid [66],
        Lawyer = 67 "pengacara" "Pengacara" / "Lawyer"; opensid [67] also ["Advokat"],
        Notary = 68 "notaris" "Notaris" / "Notary"; opensid [68],
        Architect = 69 "arsitek" "Arsitek" / "Architect"; opensid [69],
        Accountant = 70 "akuntan" "Akuntan" / "Accountant"; opensid [70],
        Consultant = 71 "konsultan" "Konsultan" / "Consultant"; opensid [71],
        Doctor = 72 "dokter" "Dokter" / "Doctor"; opensid [72],
        Midwife = 73 "bidan" "Bidan" / "Midwife"; opensid [73],
        Nurse = 74 "perawat" "Perawat" / "Nurse"; opensid [74],
        Pharmacist = 75 "apoteker" "Apoteker" / "Pharmacist"; opensid [75],
        Psychiatrist = 76 "psikiater_psikolog" "Psikiater/psikolog" / "Psychiatrist or psychologist";
            opensid [76] also ["Psikiater", "Psikolog"],
        TelevisionAnnouncer = 77 "penyiar_televisi" "Penyiar televisi" / "Television announcer";
            opensid [77] also ["Penyiar TV"],
        RadioAnnouncer = 78 "penyiar_radio" "Penyiar radio" / "Radio announcer"; opensid [78],
        Sailor = 79 "pelaut" "Pelaut" / "Sailor"; opensid [79],
        Researcher = 80 "peneliti" "Peneliti" / "Researcher"; opensid [80],
        Driver = 81 "sopir" "Sopir" / "Driver"; opensid [81] also ["Supir"],
        Broker = 82 "pialang" "Pialang" / "Broker"; opensid [82],
        Psychic = 83 "paranormal" "Paranormal" / "Psychic"; opensid [83],
        Trader = 84 "pedagang" "Pedagang" / "Trader"; opensid [84],
        VillageOfficial = 85 "perangkat_desa" "Perangkat desa" / "Village official"; opensid [85] also ["Aparat desa"],
        VillageHead = 86 "kepala_desa" "Kepala desa" / "Village head"; opensid [86] also ["Kades", "Pembakal"],
        Nun = 87 "biarawati" "Biarawati" / "Nun"; opensid [87],
        SelfEmployed = 88 "wiraswasta" "Wiraswasta" / "Self-employed"; opensid [88] also ["Wirausaha"],
        Other = 89 "lainnya" "Lainnya" / "Other"; opensid [89] also ["Pekerjaan lainnya"],
    }
    /// Work by the ten classes of PK21 (column 13).
    PkWork "pekerjaan_pk" {
        NotWorking = 1 "tidak_belum_bekerja" "Tidak/belum bekerja" / "Not or not yet working";
            pk21 [1] also ["Belum/tidak bekerja"],
        Farmer = 2 "petani" "Petani" / "Farmer"; pk21 [2],
        Fisher = 3 "nelayan" "Nelayan" / "Fisher"; pk21 [3],
        Trader = 4 "pedagang" "Pedagang" / "Trader"; pk21 [4],
        StateOfficial = 5 "pejabat_negara" "Pejabat negara" / "State official"; pk21 [5],
        PublicServant = 6 "pns_tni_polri" "PNS/TNI/POLRI" / "Civil servant, soldier or police";
            pk21 [6] also ["PNS", "TNI", "POLRI", "ASN"],
        PrivateEmployee = 7 "pegawai_swasta" "Pegawai swasta" / "Private employee"; pk21 [7] also ["Karyawan swasta"],
        SelfEmployed = 8 "wiraswasta" "Wiraswasta" / "Self-employed"; pk21 [8],
        Pensioner = 9 "pensiunan" "Pensiunan" / "Pensioner"; pk21 [9],
        Casual = 10 "pekerja_lepas" "Pekerja lepas" / "Casual worker"; pk21 [10] also ["Buruh harian lepas"],
    }
}

impl Occupation {
    /// The PK21 class, only where the pair is plain; nothing means "not mapped yet".
    pub fn pk_class(self) -> Option<PkWork> {
        match self.number() {
            1..=3 => Some(PkWork::NotWorking),
            9 => Some(PkWork::Farmer),
            11 => Some(PkWork::Fisher),
            8 | 84 => Some(PkWork::Trader),
            48..=63 => Some(PkWork::StateOfficial),
            5..=7 => Some(PkWork::PublicServant),
            15 => Some(PkWork::PrivateEmployee),
            88 => Some(PkWork::SelfEmployed),
            4 => Some(PkWork::Pensioner),
            19 => Some(PkWork::Casual),
            _ => None,
        }
    }

    /// Works for a living, as far as the list can tell: all but not working, housework, students and pensioners. A choice
    /// of this project [D]; the card's list is no measure of the labour force (a student may work, a trader may rest).
    pub fn works(self) -> bool {
        !matches!(self, Self::NotWorking | Self::Housework | Self::Student | Self::Pensioner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_pairs_have_a_pk_class() {
        let class = |number| Occupation::from_number(number).and_then(Occupation::pk_class).map(CodeList::number);
        let pairs =
            [(1, 1), (3, 1), (4, 9), (6, 6), (8, 4), (9, 2), (11, 3), (15, 7), (48, 5), (63, 5), (84, 4), (88, 8)];
        for (ktp, pk) in pairs {
            assert_eq!(class(ktp), Some(pk), "{ktp}");
        }
        for ktp in [10, 18, 20, 47, 64, 85, 89] {
            assert_eq!(class(ktp), None, "{ktp}");
        }
    }

    #[test]
    fn our_numbers_are_the_cards_numbers() {
        assert_eq!(Occupation::LIST.rows.len(), 89);
        assert!(Occupation::LIST.rows.iter().all(|row| row.opensid == [row.number]));
        assert!(Occupation::VillageHead.works() && !Occupation::Pensioner.works());
    }
}
