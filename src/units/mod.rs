//! The leaf values of an application: money, numbers, dates, register numbers. In: the text of one
//! scalar, as the author wrote it. Out: a typed value, or a [`Fault`] that says what to type.
//!
//! A value never passes through a float: `1.10` keeps its scale, `0263` its zero. Every type has
//! `parse`, prints one canonical text (`Display`, serde), and has `words` for people.

mod bank_account;
mod calendar;
mod count;
mod date;
mod dated;
mod fault;
mod figures;
mod grade;
mod money;
mod number;
pub mod numerals;
mod open_ends;
mod period;
mod pkd;
mod register;
mod scalar;
mod share;
mod teryt;

pub use bank_account::BankAccount;
pub use count::Count;
pub use date::{Date, Grain};
pub use dated::{is_month_after_day, month_named};
pub use fault::Fault;
pub use grade::Grade;
pub use money::Money;
pub use number::Number;
pub use period::Period;
pub use pkd::Pkd;
pub use register::{Krs, Nip, Regon};
pub(crate) use scalar::unquoted;
pub use share::Share;
pub use teryt::Teryt;
