//! Closed sets that are no words of the input. In: rows. Out: an enum with codes and names.

/// Declares an enum: each variant with its code and its Polish and English name.
macro_rules! named {
    (
        $(#[$about:meta])+
        $name:ident {
            $($(#[$words:meta])+ $variant:ident = $code:literal, $pl:literal, $en:literal;)+
        }
    ) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$words])+ $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// Returns the name in the nominative, in lower case.
            pub fn label(self, lang: $crate::lang::Lang) -> &'static str {
                match self {
                    $(Self::$variant => lang.pick($pl, $en),)+
                }
            }
        }
    };
}

pub(crate) use named;
