//! Rules that ask for fields. In: the names of fields. Out: a check.

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

pub(super) use missing;
