//! The form in which a record's fields are written down: one line a field. From it come the struct, the field's number in
//! storage, its key in packages, its labels, and reading and writing by field.

/// Defines a record and its fields: `tag name: Type ["key"] "Label" / "Label" (kind Digits)? (? "help" / "help")?;`
macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $fields:ident {
        $( $tag:literal $field:ident : $ty:ty [$key:literal] $id:literal / $en:literal
           $(kind $kind:ident)? $(? $help_id:literal / $help_en:literal)? ; )+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// Identity of the record.
            pub id: $crate::base::Id,
            /// Taken out of the register (kept for the history, counted nowhere).
            pub removed: bool,
            $( #[doc = $en] pub $field: $crate::base::Answer<$ty>, )+
            /// Fields that a newer version of the software wrote; kept, not understood.
            pub extra: Vec<(u16, $crate::base::Value)>,
        }

        /// Field numbers of the record, stable in storage.
        pub mod $fields {
            #![allow(non_upper_case_globals)]
            $( #[doc = $en] pub const $field: u16 = $tag; )+
            /// All fields, in the order of packages.
            pub const ALL: &[$crate::register::FieldInfo] = &[ $( $crate::register::FieldInfo {
                tag: $tag, key: $key, id: $id, en: $en,
                kind: record!(@kind $ty $(, $kind)?),
                help: record!(@help $($help_id, $help_en)?),
            } ),+ ];
            #[allow(unused_imports)]
            use super::*;
        }

        impl $crate::register::Record for $name {
            const FIELDS: &'static [$crate::register::FieldInfo] = $fields::ALL;
            fn with_id(id: $crate::base::Id) -> Self { $name { id, ..Default::default() } }
            fn id(&self) -> $crate::base::Id { self.id }
            fn removed(&self) -> bool { self.removed }
            fn set_removed(&mut self, removed: bool) { self.removed = removed; }
            fn get(&self, tag: u16) -> $crate::base::Value {
                match tag {
                    $( $tag => self.$field.to_value(), )+
                    _ => self.extra.iter().find(|(t, _)| *t == tag).map(|(_, v)| v.clone()).unwrap_or_default(),
                }
            }
            fn set(&mut self, tag: u16, value: $crate::base::Value) -> bool {
                match tag {
                    $( $tag => match $crate::base::Answer::from_value(value) {
                        Some(answer) => { self.$field = answer; true }
                        None => false,
                    } )+
                    _ => {
                        self.extra.retain(|(t, _)| *t != tag);
                        if value != $crate::base::Value::Missing { self.extra.push((tag, value)); }
                        true
                    }
                }
            }
            fn filled(&self, each: &mut dyn FnMut(u16, $crate::base::Value)) {
                $( if !self.$field.is_missing() { each($tag, self.$field.to_value()); } )+
                for (tag, value) in &self.extra { each(*tag, value.clone()); }
            }
        }
    };
    (@kind $ty:ty) => { <$ty as $crate::base::value::FieldType>::KIND };
    (@kind $ty:ty, $kind:ident) => { $crate::base::value::Kind::$kind };
    (@help) => { None };
    (@help $id:literal, $en:literal) => { Some(($id, $en)) };
}
