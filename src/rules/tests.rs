//! Every rule has words, every example does what it says.

mod days;
mod examples;
mod words;
