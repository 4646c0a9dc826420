//! Numbers of bodies in registers. Out: `Registers`.

use super::shown::shown;
use super::voice::Voice;
use crate::described::{At, is_begun};
use crate::model;

shown! {
    /// Numbers in registers.
    Registers {
        /// The tax number, a foreign one as it is.
        nip: Option<String>;
        /// The statistical number.
        regon: Option<String>;
        /// The number in the court register.
        krs: Option<String>;
        /// The entry in another register.
        other: Option<String>;
        /// Whether anything was said of them, be it that there are none.
        told: bool;
    }
}

impl Registers {
    pub(super) fn of(voice: &Voice<'_, '_>, own: At<'_, model::Registers>) -> Self {
        Self {
            nip: own.nip.get().filter(|nip| !nip.is_none()).and_then(|_| voice.shown(own.nip())),
            regon: own.regon.get().filter(|regon| !regon.is_none()).and_then(|_| voice.shown(own.regon())),
            krs: own.krs.get().filter(|krs| !krs.is_none()).and_then(|_| voice.shown(own.krs())),
            other: voice.shown(own.other()),
            told: is_begun(own.entry),
        }
    }
}
