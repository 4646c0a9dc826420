//! Papers that are read beside one another: what is changed where it is written changes in all of them.

use std::collections::BTreeMap;

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::joining::load;
use pakt::inside::lang::Lang;
use pakt::inside::templates::{Library, Of};

use super::{neutral, parts, root};

/// A figure as the application has it, and as papers print it in Polish and in English, before and after.
struct Change {
    sample: &'static str,
    /// What is written instead of what, each where it stands in the files.
    edits: &'static [(&'static str, &'static str)],
    printed: [[&'static str; 2]; 2],
    /// How many papers print it at least.
    papers: usize,
}

const CHANGES: [Change; 4] = [
    Change {
        sample: "minimal.yaml",
        edits: &[
            ("total: 180 000,00", "total: 181 000,00"),
            ("\"96 000,00\"", "\"97 000,00\""),
            ("\"171 000,00\"", "\"172 000,00\""),
        ],
        printed: [["180_000,00_zł", "181_000,00_zł"], ["PLN_180,000.00", "PLN_181,000.00"]],
        papers: 3,
    },
    Change {
        sample: "minimal.yaml",
        // The author's own title says the day as well.
        edits: &[("2028-08-31", "2028-08-20"), ("31 sierpnia 2028", "20 sierpnia 2028")],
        printed: [["31_sierpnia_2028_r.", "20_sierpnia_2028_r."], ["31_August 2028", "20_August 2028"]],
        papers: 5,
    },
    Change {
        sample: "szydlowiec",
        edits: &[
            ("unit_price: 7 800,00", "unit_price: 7 900,00"),
            ("amount: 374 400,00", "amount: 379 200,00"),
        ],
        printed: [["374_400,00_zł", "379_200,00_zł"], ["PLN_374,400.00", "PLN_379,200.00"]],
        papers: 3,
    },
    Change {
        sample: "szydlowiec",
        edits: &[("date: 2026-05-31", "date: 2026-06-02")],
        printed: [["31_maja_2026_r.", "2_czerwca_2026_r."], ["31_May 2026", "2_June 2026"]],
        papers: 3,
    },
];

/// Fills in every paper of a sample with these edits in its files, by name.
fn papers(sample: &str, edits: &[(&str, &str)], lang: Lang) -> BTreeMap<String, String> {
    let (mut parts, folder) = parts(&root().join("samples").join(sample));
    let mut made = vec![0; edits.len()];
    for part in &mut parts {
        let mut text = String::from_utf8(part.bytes.clone()).expect("samples are UTF-8");
        for (number, (old, new)) in edits.iter().enumerate() {
            made[number] += text.matches(old).count();
            text = text.replace(old, new);
        }
        part.bytes = text.into_bytes();
    }
    assert!(made.iter().all(|count| *count > 0), "{sample}: {made:?} of {edits:?}");
    let loaded = load(parts, &folder);
    let facts = Facts::of(&loaded.application);
    let context = Context::of(&facts, lang, Mode::Final).0.under(neutral());
    let library = Library::shipped();
    let manifests = library.documents().iter().filter(|manifest| manifest.of != Of::Check);
    let filled = manifests.flat_map(|manifest| {
        manifest.papers(&context).into_iter().map(|(paper, context)| {
            let rendered = library.render(&manifest.id, &context).expect("it fills in");
            (paper, rendered.markdown.replace('\u{a0}', "_"))
        })
    });
    filled.collect()
}

/// Returns how often a text has a figure that is no part of a longer one.
fn count(text: &str, figure: &str) -> usize {
    let whole = |(at, _): &(usize, &str)| {
        !text[..*at].trim_end_matches('_').ends_with(|sign: char| sign.is_ascii_digit())
    };
    text.match_indices(figure).filter(whole).count()
}

#[test]
fn a_figure_changed_where_it_is_written_changes_in_every_paper() {
    for Change { sample, edits, printed, papers: least } in CHANGES {
        for (lang, [old, new]) in Lang::ALL.into_iter().zip(printed) {
            let (before, after) = (papers(sample, &[], lang), papers(sample, edits, lang));
            let mut told = 0;
            for (name, text) in &before {
                let [was, is, left] = [count(text, old), count(&after[name], new), count(&after[name], old)];
                println!("{sample} {name} {}: {old} {was}, {new} {is}, left {left}", lang.code());
                assert_eq!((is - count(text, new), left), (was, 0), "{sample} {name} {}: {old}", lang.code());
                told += usize::from(was > 0);
            }
            assert!(told >= least, "{sample} {}: {old} in {told} papers", lang.code());
        }
    }
}
