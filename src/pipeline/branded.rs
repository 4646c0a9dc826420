//! The look of a Word file of one's own. In: the file. Out: `Brand`, or why none of it is taken; and what it lacks.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Findings, Place};
use crate::style;
use crate::word::{Brand, Unfit};
use crate::write::docx;

/// Reads a file whose look Word files are to take; `name` is what findings call it.
pub fn branded(name: &str, file: &[u8]) -> (Option<Arc<Brand>>, Findings) {
    let mut findings = Findings::default();
    let mut tell = |code: &str, values: &[(&'static str, &str)]| {
        findings.push(Diagnostic::of(style::words(), code, Place::root(), values));
    };
    let brand = match Brand::read(file) {
        Ok(brand) => {
            let lacking = docx::lacking(&brand);
            if !lacking.is_empty() {
                tell("STYLE-15", &[("file", name), ("styles", &lacking.join(", "))]);
            }
            Some(Arc::new(brand))
        }
        Err(Unfit::Damaged) => {
            tell("STYLE-11", &[("file", name)]);
            None
        }
        Err(Unfit::Active(part)) => {
            tell("STYLE-12", &[("file", name), ("part", &part)]);
            None
        }
        Err(Unfit::Outside(target)) => {
            tell("STYLE-13", &[("file", name), ("target", &target)]);
            None
        }
        Err(Unfit::Foreign(part, thing)) => {
            tell("STYLE-14", &[("file", name), ("part", &part), ("thing", &thing)]);
            None
        }
    };
    (brand, findings)
}
