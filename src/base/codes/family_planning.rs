//! Family planning: method used, wish for children, reason for not using. Source: domain.md §2.3, §2.8, §7.2.
//! OpenSID's imports also accept method 8, for which no label is known: it stays unmapped.

codes! {
    /// Contraceptive method (cara KB), with not using as a code of its own.
    Contraception "cara_kb" {
        FemaleSterilisation = 1 "mow" "MOW (steril wanita)" / "Female sterilisation";
            pk21 [1] opensid [6] also ["Sterilisasi Wanita", "MOW", "Steril wanita", "Tubektomi"],
        MaleSterilisation = 2 "mop" "MOP (steril pria)" / "Male sterilisation";
            pk21 [2] opensid [7] also ["Sterilisasi Pria", "MOP", "Steril pria", "Vasektomi"],
        Iud = 3 "iud" "IUD/AKDR (spiral)" / "IUD"; pk21 [3] opensid [2] also ["IUD/AKDR", "AKDR", "Spiral"],
        Implant = 4 "implan" "Implan (susuk)" / "Implant";
            pk21 [4] opensid [5] also ["Susuk KB", "Susuk", "Implan/Susuk", "Implant/Susuk"],
        Injection = 5 "suntik" "Suntik" / "Injection"; pk21 [5] opensid [3] also ["Suntik KB", "Suntikan"],
        Pill = 6 "pil" "Pil" / "Pill"; pk21 [6] opensid [1] also ["Pil KB"],
        Condom = 7 "kondom" "Kondom" / "Condom"; pk21 [7] opensid [4],
        Lactational = 8 "mal" "MAL (menyusui)" / "Lactational amenorrhoea"; pk21 [8] also ["Metode amenorea laktasi"],
        Traditional = 9 "tradisional" "Cara tradisional" / "Traditional method";
            pk21 [9] also ["Metode tradisional", "Pantang berkala", "Senggama terputus", "Kalender"],
        Other = 10 "lainnya" "Cara lainnya" / "Other method"; opensid [99] also ["Lain-lain"],
        None = 11 "tidak_memakai" "Tidak memakai" / "Not using";
            opensid [100] also ["Tidak menggunakan", "Tidak ber-KB", "Bukan peserta KB", "Tidak KB"],
    }
    /// Wish for (more) children (keinginan punya anak).
    ChildWish "keinginan_anak" {
        Soon = 1 "ias" "Ingin anak segera (IAS)" / "Wants a child soon";
            pk21 [1] also ["Ingin segera", "Ingin anak segera"],
        Later = 2 "iat" "Ingin anak nanti, lebih dari 2 tahun lagi (IAT)" / "Wants a child later, after more than 2 years";
            pk21 [2] also ["Ingin nanti", "Ingin anak tunda", "Ingin anak ditunda", "Ingin anak nanti"],
        NoMore = 3 "tial" "Tidak ingin anak lagi (TIAL)" / "Wants no more children";
            pk21 [3] also ["Tidak ingin lagi", "Tidak ingin anak lagi"],
    }
    /// Reason for not using contraception (alasan tidak ber-KB), the older of the two lists in circulation (PK15). No
    /// PK21 number is claimed, since the sources do not tie this list to that edition.
    NonUseReason "alasan_tidak_kb" {
        Pregnant = 1 "sedang_hamil" "Sedang hamil" / "Pregnant"; also ["Hamil"],
        Fertility = 2 "fertilitas" "Alasan kesuburan (fertilitas)" / "Fertility reasons",
        Disagrees = 3 "tidak_menyetujui_kb" "Tidak menyetujui KB" / "Does not agree with family planning",
        NotInformed = 4 "tidak_tahu_kb" "Tidak tahu tentang KB" / "Does not know of family planning",
        SideEffects = 5 "takut_efek_samping" "Takut efek samping" / "Afraid of side effects"; also ["Efek samping"],
        TooFar = 6 "pelayanan_jauh" "Pelayanan jauh" / "Service too far away";
            also ["Tempat jauh", "Tempat pelayanan jauh"],
        TooExpensive = 7 "mahal" "Mahal" / "Too expensive"; also ["Biaya mahal"],
        Other = 8 "lainnya" "Lainnya" / "Other"; also ["Alasan lainnya"],
    }
}

impl Contraception {
    /// Uses any method.
    pub fn is_use(self) -> bool {
        self != Self::None
    }

    /// A modern method: MOW, MOP, IUD, implant, injection, pill, condom, MAL. "Other" is not known to be modern.
    pub fn is_modern(self) -> bool {
        !matches!(self, Self::Traditional | Self::Other | Self::None)
    }

    /// A long-acting method (MKJP): MOW, MOP, IUD, implant.
    pub fn is_long_acting(self) -> bool {
        matches!(self, Self::FemaleSterilisation | Self::MaleSterilisation | Self::Iud | Self::Implant)
    }
}
