//! How rules are written down. In: rows; a place and values; the names of fields. Out: a family, a fault, a check.

/// Declares a family: the letters of its codes, the file of its words, its rules in the order of their numbers.
macro_rules! family {
    ($prefix:literal, $words:literal; $($rule:expr),+ $(,)?) => {
        pub(super) const FAMILY: $crate::rules::Family =
            $crate::rules::Family { prefix: $prefix, rules: &[$($rule),+], text: include_str!($words) };
    };
}

/// Tells of a fault at the field to mend: with values, each by the name of its placeholder (`sum`, or
/// `exact = sum.to_string()`), with a second place (`also`), with the number of the call that it rests on (`by`).
macro_rules! fault {
    (
        $faults:ident at $place:expr $(, $name:ident $(= $value:expr)?)* $(; also $also:expr)* $(; by $stated:expr)*
    ) => {
        $faults
            .at($place)
            $(.with(stringify!($name), $crate::rules::fault::fault!(@value $name $($value)?)))*
            $(.also($also))*
            $(.by(&$stated.origin))*
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}

/// Tells of something that is not written yet, as [`fault`] tells of what is written wrongly. What is to be written may
/// stand elsewhere than the place that is told (`wants`): an objective, where a need is told to be without one.
macro_rules! lacks {
    ($faults:ident at $place:expr $(, $name:ident $(= $value:expr)?)*; wants $wanted:expr $(; by $stated:expr)*) => {
        $crate::rules::fault::fault!($faults at $place $(, $name $(= $value)?)* $(; by $stated)*).wants($wanted)
    };
    ($($all:tt)+) => { $crate::rules::fault::fault!($($all)+).lacking() };
}

/// Makes a check that asks for fields of the application (`missing!(meta.title)`), or for fields of each entry
/// that `Facts` lists (`missing!(each risks: owner, response)`). Of several it points at the first that lacks and
/// names all.
macro_rules! missing {
    (each $entries:ident: $($field:ident),+) => {
        |case: &Case<'_>, faults: &mut Faults| {
            for entry in &case.facts.$entries {
                faults.missing(&[$(entry.$field().gap()),+]).map(|fault| fault.with("id", entry.called()));
            }
        }
    };
    (each $entries:ident(): $($field:ident),+) => {
        |case: &Case<'_>, faults: &mut Faults| {
            for entry in case.facts.$entries() {
                faults.missing(&[$(entry.$field().gap()),+]).map(|fault| fault.with("id", entry.called()));
            }
        }
    };
    ($($($field:ident).+),+) => {
        |case: &Case<'_>, faults: &mut Faults| {
            faults.missing(&[$(case.root()$(.$field())+.gap()),+]);
        }
    };
}

pub(super) use {family, fault, lacks, missing};
