//! The declarations of the model: `described!` for what has fields, `closed!` for words of a closed set.
//!
//! ```text
//! described! {
//!     /// A need.
//!     Need {
//!         /// The need in one line. | Potrzeba w jednym zdaniu.
//!         title: Field<Text> = "tytuł", required;
//!         /// The sources that show it. | Dowody.
//!         evidence: List<Id> = "dowody" | "źródła_danych", refers(Evidence);
//!     }
//! }
//! ```
//!
//! The comment holds the field's words in English and, behind ` | `, in Polish; the strings are its Polish keys.
//! `as "type"` gives a key that Rust keeps for itself; `required`, `personal`, `refers(…)`,
//! `second("…")`, `said("pl", "en")` and the like set what [`super::Member`] has under these names. `short` before an entity's name says that the
//! entity also has a form of one value (see [`super::short`]).

/// Declares entities: their types, how they are read, what their fields are, and how they are reached with their
/// places.
macro_rules! described {
    () => {};
    ($(#[doc = $about:literal])+ short $name:ident $body:tt $($rest:tt)*) => {
        $crate::described::described!(@entity [$($about)+] $name $body);
        $crate::described::short::short!($name);
        $crate::described::described!($($rest)*);
    };
    ($(#[doc = $about:literal])+ $name:ident $body:tt $($rest:tt)*) => {
        $crate::described::described!(@entity [$($about)+] $name $body);
        $crate::described::described!($($rest)*);

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::described::read(deserializer)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let members = <Self as $crate::described::Members>::schemas(generator);
                $crate::described::object(<Self as $crate::described::Entry>::ENTITY, members)
            }
        }
    };
    (@entity [$($about:literal)+] $name:ident {
        $(
            $(#[doc = $words:literal])+
            $field:ident $(as $key:literal)?: $type:ty
                $(= $($polish:literal)|+)? $(, $flag:ident $(($($value:tt),+))?)*;
        )+
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $words])+ pub $field: $type,)+
        }

        impl $crate::described::Entry for $name {
            const ENTITY: &'static $crate::described::Entity = &$crate::described::Entity {
                name: stringify!($name),
                about: concat!($($about),+),
                members: &[$($crate::described::Member {
                    key: $crate::described::described!(@key $field $($key)?),
                    about: concat!($($words),+),
                    polish: $crate::described::described!(@polish $field $($($polish)+)?),
                    shape: &<$type as $crate::described::Described>::SHAPE,
                    $($flag: $crate::described::described!(@flag $flag $($($value)+)?),)*
                    ..$crate::described::Member::PLAIN
                }),+],
            };
            const KEYS: &'static [&'static str] = &[$($crate::described::described!(@key $field $($key)?)),+];

            fn put<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                member: usize,
                access: &mut A,
            ) -> Result<(), A::Error> {
                let readers: &[fn(&mut Self, &mut A) -> Result<(), A::Error>] = &[$(|own, access| {
                    own.$field = access.next_value()?;
                    Ok(())
                }),+];
                readers[member](self, access)
            }
        }

        impl $crate::described::Members for $name {
            fn schemas(generator: &mut schemars::SchemaGenerator) -> Vec<schemars::Schema> {
                vec![$(generator.subschema_for::<$type>()),+]
            }
        }

        impl $crate::described::Described for $name {
            const SHAPE: $crate::described::Shape =
                $crate::described::Shape::Entity(<Self as $crate::described::Entry>::ENTITY);

            fn view(&self) -> $crate::described::View<'_> {
                $crate::described::View::Entity(self)
            }

            fn forget_persons(&mut self) {
                let members = <Self as $crate::described::Entry>::ENTITY.members;
                let mut members = members.iter().map(|member| member.personal);
                $(
                    if members.next() == Some(true) {
                        self.$field = Default::default();
                    } else {
                        self.$field.forget_persons();
                    }
                )+
            }
        }

        impl $crate::described::Fields for $name {
            fn entity(&self) -> &'static $crate::described::Entity {
                <Self as $crate::described::Entry>::ENTITY
            }

            fn value(&self, member: usize) -> $crate::described::View<'_> {
                let views: &[fn(&Self) -> $crate::described::View<'_>] =
                    &[$(|own| $crate::described::Described::view(&own.$field)),+];
                views[member](self)
            }
        }

        impl<'app> $crate::described::At<'app, $name> {
            $(
                $(#[doc = $words])+
                pub fn $field(&self) -> $crate::described::At<'app, $type> {
                    self.part(&self.entry.$field, $crate::described::described!(@key $field $($key)?))
                }
            )+
        }
    };
    (@polish $field:ident) => {
        compile_error!(concat!("the field `", stringify!($field), "` has no Polish key: write `= \"klucz\"` behind its type"))
    };
    (@polish $field:ident $($polish:literal)+) => { &[$($polish),+] };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@flag second $($key:literal)+) => { &[$($key),+] };
    (@flag said $($words:literal)+) => { [$($words),+] };
    (@flag refers $($kind:ident)+) => { &[$($crate::described::Kind::$kind),+] };
    (@flag rough $end:ident) => { Some($crate::described::End::$end) };
    (@flag $flag:ident) => { true };
}

/// Declares the words of closed sets. Their names and everyday words stand in the catalogue's list of that name.
macro_rules! closed {
    ($(
        $(#[doc = $about:literal])+
        $name:ident in $list:literal {
            $($(#[doc = $words:literal])+ $variant:ident = $code:literal;)+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $words])+ $variant,)+
        }

        impl $name {
            /// All of them, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The catalogue's list of their names.
            pub const LIST: &'static str = $list;

            /// Returns the code as it is written.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::described::variant(deserializer, $list, &[$($code),+], Self::ALL)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "x-list": $list, "description": concat!($($about),+).trim() })
            }
        }

        impl $crate::described::Described for $name {
            const SHAPE: $crate::described::Shape =
                $crate::described::Shape::Closed($list, &[$($code),+]);

            fn view(&self) -> $crate::described::View<'_> {
                $crate::described::View::Code($list, self.code())
            }
        }
    )+};
}

pub(crate) use {closed, described};
