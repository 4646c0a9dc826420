//! How what templates see comes of the model. In: a value of the model with its place. Out: a value of the
//! context, by the types of both.
//!
//! ```text
//! shown! {
//!     /// A barrier.
//!     Barrier from (voice, barrier: model::Barrier) {
//!         /// What it is.
//!         text: Option<String>;
//!         /// The actions that answer it.
//!         actions: Vec<Named> = voice.shown(barrier.answered_by());
//!     }
//! }
//! ```
//!
//! A field without a value is the model's of the same name. `?` in a value leaves the entry out. What no entity
//! of the model makes stands without `from`.

use super::voice::Voice;
use super::{Days, Exact, Labelled, Named};
use crate::described::{At, Described, Field, List, Map};
use crate::facts::Placed;
use crate::model::{Dates, Id, Prose};
use crate::units::{Count, Grade};

/// Declares types of the context, and of what they come.
macro_rules! shown {
    ($($(#[$about:meta])+ $name:ident $(from ($voice:ident, $entry:ident: $source:ty))? { $($body:tt)+ })+) => {
        $($crate::context::shown::shown!(@one [$(#[$about])+] $name [$($voice $entry $source)?] { $($body)+ });)+
    };
    (@one [$(#[$about:meta])+] $name:ident [$($from:tt)*] {
        $($(#[$words:meta])+ $field:ident: $type:ty $(= $value:expr)?;)+
    }) => {
        $(#[$about])+
        #[derive(Clone, Debug, Default, serde::Serialize, schemars::JsonSchema)]
        pub struct $name {
            $($(#[$words])+ pub $field: $type,)+
        }

        $crate::context::shown::shown!(@from $name [$($from)*] $($field [$($value)?])+);
    };
    (@from $name:ident [] $($rest:tt)+) => {};
    (@from $name:ident [$voice:ident $entry:ident $source:ty] $($field:ident $value:tt)+) => {
        impl $crate::context::shown::OfValue<$source> for $name {
            fn of_value(
                $voice: &$crate::context::voice::Voice<'_, '_>,
                $entry: $crate::described::At<'_, $source>,
            ) -> Option<Self> {
                Some(Self { $($field: $crate::context::shown::shown!(@value $voice $entry $field $value),)+ })
            }
        }

        impl $crate::context::shown::OfField<$source> for $name {
            fn of_field(
                voice: &$crate::context::voice::Voice<'_, '_>,
                entry: $crate::described::At<'_, $source>,
            ) -> Self {
                $crate::context::shown::OfValue::of_value(voice, entry).unwrap_or_default()
            }
        }
    };
    (@value $voice:ident $entry:ident $field:ident []) => { $voice.shown($entry.$field()) };
    (@value $voice:ident $entry:ident $field:ident [$value:expr]) => { $value };
}

pub(crate) use shown;

impl Voice<'_, '_> {
    /// Says what stands at a field; `None` when it is missing.
    pub(super) fn shown<T, U: OfField<T>>(&self, field: At<'_, T>) -> U {
        U::of_field(self, field)
    }

    /// Says entries, each known by its id.
    pub(super) fn all<'a, T: 'a, U: OfValue<T>>(
        &self,
        entries: impl IntoIterator<Item = &'a Placed<'a, T>>,
    ) -> Vec<U> {
        entries.into_iter().filter_map(|entry| U::of_value(self, **entry)).collect()
    }
}

/// Comes of a value that is there.
pub(super) trait OfValue<T>: Sized {
    /// Returns what templates see of it; `None` where there is nothing to say.
    fn of_value(voice: &Voice<'_, '_>, value: At<'_, T>) -> Option<Self>;
}

/// Comes of a field, whatever stands there.
pub(super) trait OfField<T> {
    /// Returns what templates see of it.
    fn of_field(voice: &Voice<'_, '_>, field: At<'_, T>) -> Self;
}

impl<T: Described> OfValue<T> for String {
    fn of_value(voice: &Voice<'_, '_>, value: At<'_, T>) -> Option<Self> {
        voice.words(value)
    }
}

impl OfValue<Id> for Named {
    fn of_value(voice: &Voice<'_, '_>, id: At<'_, Id>) -> Option<Self> {
        voice.named(id.as_str())
    }
}

impl OfValue<Count> for u64 {
    fn of_value(_: &Voice<'_, '_>, count: At<'_, Count>) -> Option<Self> {
        Some(count.get())
    }
}

impl OfValue<Grade> for u64 {
    fn of_value(_: &Voice<'_, '_>, mark: At<'_, Grade>) -> Option<Self> {
        Some(mark.get())
    }
}

impl<T: Copy> OfValue<T> for Exact<T> {
    fn of_value(_: &Voice<'_, '_>, figure: At<'_, T>) -> Option<Self> {
        Some(Self(*figure.entry))
    }
}

impl<T, U: OfValue<T>> OfField<Field<T>> for Option<U> {
    fn of_field(voice: &Voice<'_, '_>, field: At<'_, Field<T>>) -> Self {
        U::of_value(voice, field.given()?)
    }
}

impl<T, U: OfValue<T>> OfField<List<T>> for Vec<U> {
    fn of_field(voice: &Voice<'_, '_>, list: At<'_, List<T>>) -> Self {
        list.each().filter_map(|entry| U::of_value(voice, entry)).collect()
    }
}

impl OfField<Field<Id>> for String {
    fn of_field(_: &Voice<'_, '_>, id: At<'_, Field<Id>>) -> Self {
        id.get().map(ToString::to_string).unwrap_or_default()
    }
}

impl OfField<Field<bool>> for bool {
    fn of_field(_: &Voice<'_, '_>, truth: At<'_, Field<bool>>) -> Self {
        truth.copied().unwrap_or_default()
    }
}

impl OfField<Dates> for Option<Days> {
    fn of_field(voice: &Voice<'_, '_>, dates: At<'_, Dates>) -> Self {
        voice.span(&dates.from, &dates.to)
    }
}

impl<K: AsRef<str> + PartialEq + Described> OfField<Map<K, Prose>> for Vec<Labelled> {
    fn of_field(voice: &Voice<'_, '_>, map: At<'_, Map<K, Prose>>) -> Self {
        let labelled = |(code, text): (&K, At<'_, Prose>)| voice.labelled(code, voice.words(text));
        map.each().map(labelled).collect()
    }
}
