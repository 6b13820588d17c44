//! The form in which a code list is written down: one line a code.

/// Defines a code list.
///
/// ```ignore
/// codes! {
///     /// Sex (jenis kelamin).
///     Sex "jenis_kelamin" {
///         Male = 1 "laki_laki" "Laki-laki" / "Male"; pk21 [1] opensid [1] regsosek [] also ["L", "LK"],
///     }
/// }
/// ```
macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident $list:literal {
        $( $variant:ident = $number:literal $key:literal $id:literal / $en:literal
           $(; $(pk21 [$($pk:literal),*])? $(opensid [$($sid:literal),*])? $(regsosek [$($reg:literal),*])? $(also [$($also:literal),*])? )? ),+ $(,)?
    } )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $( #[doc = $en] $variant = $number ),+ }

        impl $crate::base::codes::CodeList for $name {
            const LIST: &'static $crate::base::codes::List = &$crate::base::codes::List {
                name: $list,
                rows: &[ $( $crate::base::codes::Row {
                    number: $number, key: $key, id: $id, en: $en,
                    pk21: &[$($($($pk),*)?)?], opensid: &[$($($($sid),*)?)?],
                    regsosek: &[$($($($reg),*)?)?], also: &[$($($($also),*)?)?],
                } ),+ ],
            };
            fn number(self) -> u8 { self as u8 }
            fn from_number(number: u8) -> Option<Self> {
                match number { $( $number => Some($name::$variant), )+ _ => None }
            }
        }

        impl $crate::base::value::FieldType for $name {
            const KIND: $crate::base::value::Kind =
                $crate::base::value::Kind::Code(<$name as $crate::base::codes::CodeList>::LIST);
            fn wrap(&self) -> $crate::base::Value { $crate::base::Value::Code(*self as u8) }
            fn unwrap_value(value: $crate::base::Value) -> Option<Self> {
                match value {
                    $crate::base::Value::Code(number) => $crate::base::codes::CodeList::from_number(number),
                    _ => None,
                }
            }
        }
    )+ };
}
