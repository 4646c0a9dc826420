//! Which papers are wanted, and what each says of itself. In: `papers:`. Out: `WantedPaper`.

use super::*;
use crate::units::Date;

described! {
    /// A paper that is wanted.
    WantedPaper {
        /// The day it bears; without one, that of the application. | Data dokumentu; bez niej data wniosku.
        date: Field<Date> = "data";
    }
}
