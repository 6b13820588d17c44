//! The form in which messages are written: `name "Indonesia" / "English"` or `name(n) "{n} orang" / "{n} people"`.

/// Defines messages: functions of the language and, where the text has holes, of what fills them.
macro_rules! messages {
    ($( $name:ident $(($($arg:ident),+))? $id:literal / $en:literal )+) => { $( messages!(@one $name $(($($arg),+))? $id / $en); )+ };
    (@one $name:ident $id:literal / $en:literal) => {
        #[doc = $en]
        pub fn $name(lang: $crate::lang::Lang) -> &'static str { lang.pick($id, $en) }
    };
    (@one $name:ident ($($arg:ident),+) $id:literal / $en:literal) => {
        #[doc = $en]
        pub fn $name(lang: $crate::lang::Lang, $($arg: impl std::fmt::Display),+) -> String {
            match lang {
                $crate::lang::Lang::Id => format!($id, $($arg = $arg),+),
                $crate::lang::Lang::En => format!($en, $($arg = $arg),+),
            }
        }
    };
}
