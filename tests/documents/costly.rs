//! Templates of strangers that would run without end: each stops at the same step on every machine and says so.

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::templates::{Fault, Layer, Library, Rendered};

use super::overrides::library;
use super::{root, sample};

const MANIFEST: &str = "title: {pl: Notatka, en: Note}\npurpose: {pl: a, en: a}\nreaders: {pl: b, en: b}\nstage: initiating\nlanguages: [pl]\nsections:\n  - {file: all}\n";

fn context(name: &str) -> Context {
    let loaded = sample(&root().join("samples").join(name));
    Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Final).0
}

#[test]
fn what_costs_too_much_ends_with_a_finding_at_its_tag() {
    let context = context("minimal.yaml");
    let twice = |words: &str| words.repeat(40);
    let long = "{% set l = \"0123456789abcdef\" %}".to_owned() + &"{% set l = l ~ l %}".repeat(15);
    for (text, at) in [
        // Nested loops.
        (
            "ą {% for i in range(end=100000) %}{% for j in range(end=100000) %}{% endfor %}{% endfor %}"
                .to_owned(),
            "{% for j",
        ),
        ("{% for i in range(end=100000) %}{{ range(end=100000) | length }}{% endfor %}".to_owned(), ""),
        // Values that double.
        ("{% set x = \"abcdefgh\" %}".to_owned() + &twice("{% set x = x ~ x %}"), "{% set x = x"),
        ("{% set x = [1] %}".to_owned() + &twice("{% set x = [x, x] %}"), "{% set x = [x"),
        (
            "{% set x = {\"a\": 1} %}".to_owned() + &twice("{% set x = {\"a\": x, \"b\": x} %}"),
            "{% set x = {\"a\": x",
        ),
        (
            "{% set x = \"abcdefgh\" | safe %}".to_owned() + &twice("{% set x %}{{ x }}{{ x }}{% endset %}"),
            "{% endset",
        ),
        (
            long.clone() + "{% set x %}{% for i in range(end=9999) %}{{ l | safe }}{% endfor %}{% endset %}",
            "{{ l | safe",
        ),
        (
            long.clone()
                + "{% filter upper %}{% for i in range(end=9999) %}{{ l | safe }}{% endfor %}{% endfilter %}",
            "{{ l | safe",
        ),
        (long.clone() + "{{ l | replace(from=\"0\", to=l) | length }}", "replace"),
        (long.clone() + "{{ range(end=99999) | join(sep=l) | length }}", "join"),
        (long.clone() + "{{ [l ~ x for x in range(end=99999)] | length }}", "{{ [l"),
        ("{% set r = range(end=99999) %}{{ [[1 for x in r] for y in r] | length }}".to_owned(), "{{ [[1"),
        (
            "{% for i in range(end=99999) %}{{ range(end=99999) | unique | length }}{% endfor %}".to_owned(),
            "unique",
        ),
        // More words than a document may hold, from a short loop.
        ("{% for i in range(end=9999) %}".to_owned() + &"słowo ".repeat(1_000) + "{% endfor %}", "{% for i"),
        (long.clone() + "{% for i in range(end=999) %}{{ l }}{% endfor %}", ""),
        (long + "{{ l".to_owned().as_str() + &" ~ l".repeat(65) + " }}", "{{ l ~"),
    ] {
        let (library, faults) = library(&[("note/document.yaml", MANIFEST), ("note/pl/all.md", &text)]);
        assert_eq!(faults, []);
        let faults = library.render("note", &context).expect_err(&text);
        assert_eq!(
            faults.iter().map(|fault| fault.code).collect::<Vec<_>>(),
            ["TPL-14"],
            "{text}: {faults:?}"
        );
        assert_eq!(faults[0].file, "mine/note/pl/all.md");
        assert_eq!(faults[0].text, text, "the author sees the file as it is");
        let shown = &text[faults[0].range.0..];
        assert!(shown.starts_with(at), "{text}\n{shown}");
    }
}

#[test]
fn includes_of_includes_end_too() {
    for (depth, wide) in [(13, 4), (40, 2)] {
        let faults = included(depth, wide).expect_err("it would not end");
        assert_eq!(faults[0].code, "TPL-14", "{faults:?}");
    }
    assert!(included(10, 1).is_ok());
}

/// Fills in a document whose parts include one another, each the next so many times.
fn included(depth: usize, wide: usize) -> Result<Rendered, Vec<Fault>> {
    let names: Vec<String> = (0..=depth).map(|number| format!("note/pl/part{number}.md")).collect();
    let include = |name: &String| format!("a{{% include \"{name}\" %}}").repeat(wide);
    let texts: Vec<String> = names.iter().skip(1).map(include).chain(["x".to_owned()]).collect();
    let all = "{% include \"note/pl/part0.md\" %}";
    let mut files: Vec<(&str, &str)> = vec![("note/document.yaml", MANIFEST), ("note/pl/all.md", all)];
    files.extend(names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)));
    let (library, faults) = library(&files);
    assert_eq!(faults, []);
    library.render("note", &context("minimal.yaml"))
}

#[test]
fn what_is_counted_is_printed_as_before() {
    let shipped = Layer::shipped();
    let files: Vec<(&str, &str)> =
        shipped.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (counted, faults) = library(&files);
    assert_eq!(faults, []);
    let plain = Library::shipped();
    let context = context("szydlowiec");
    for manifest in plain.documents() {
        let Some((_, context)) = manifest.papers(&context).into_iter().next() else { continue };
        assert_eq!(
            counted.render(&manifest.id, &context).expect("it fills in"),
            plain.render(&manifest.id, &context).expect("it fills in"),
            "{}",
            manifest.id
        );
    }
}
