//! Every rule has words, every example does what it says.

mod contradictions;
mod examples;
mod languages;
mod papers;
mod words;
