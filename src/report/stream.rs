//! A report that grows by one input after another. In: checked inputs. Out: its beginning, a piece for each, its end; at
//! no time all of it.

use super::{Checked, Format, Look, Tally, gitlab, json, junit, sarif, summary};
use crate::diagnostic::Level;
use crate::lang::Lang;

/// What a report says of one input.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    text: String,
    found: [usize; 4],
    codes: Vec<&'static str>,
}

/// Returns what a report says of an input. Of what was found, a person is shown only what is `told`.
pub fn piece(format: Format, look: Look, all: &Checked, told: &Checked) -> Piece {
    let limit = look.limit;
    let text = match format {
        Format::Text if told.findings.len() == all.findings.len() => super::text(told, look),
        Format::Text => super::findings(told, look),
        Format::Short => super::short(all, limit),
        Format::Github => super::github(all, limit),
        Format::Json => json::piece(all, limit),
        Format::Sarif => sarif::piece(all, limit),
        Format::Junit => junit::piece(all, limit),
        Format::Gitlab => gitlab::piece(all, limit),
    };
    let codes = match format {
        Format::Sarif => all.findings.iter().map(|found| found.diagnostic.code).collect(),
        _ => Vec::new(),
    };
    Piece { text, found: Level::ALL.map(|level| all.count(level)), codes }
}

/// A report in the making.
#[derive(Clone, Debug)]
pub struct Stream {
    format: Format,
    look: Look,
    inputs: usize,
    found: [usize; 4],
    codes: Vec<&'static str>,
    annotations: super::github::Room,
}

impl Stream {
    /// Begins a report.
    pub fn new(format: Format, look: Look) -> Self {
        let (inputs, found, codes, annotations) = Default::default();
        Self { format, look, inputs, found, codes, annotations }
    }

    /// Returns its form.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Returns how it looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Returns how it begins.
    pub fn begin(&self) -> String {
        match self.format {
            Format::Text | Format::Short | Format::Github => String::new(),
            Format::Json => json::begin(),
            Format::Sarif => sarif::begin(),
            Format::Junit => junit::begin(),
            Format::Gitlab => "[".to_owned(),
        }
    }

    /// Takes the next piece and returns it as it is written.
    pub fn add(&mut self, piece: Piece) -> String {
        self.found.iter_mut().zip(piece.found).for_each(|(all, own)| *all += own);
        self.codes.extend(piece.codes);
        self.codes.sort_unstable();
        self.codes.dedup();
        let is_list = matches!(self.format, Format::Json | Format::Sarif | Format::Gitlab);
        let text = match self.format {
            Format::Github => self.annotations.of(&piece.text),
            _ => piece.text,
        };
        let comma = if is_list && self.inputs > 0 && !text.is_empty() { "," } else { "" };
        self.inputs += usize::from(!is_list || !text.is_empty());
        comma.to_owned() + &text
    }

    /// Returns how it ends, with a closing line in `lang` where it is for people.
    pub fn end(&self, inputs: &[Tally], lang: Lang) -> String {
        match self.format {
            // Where nothing was looked at, nothing can be said of it.
            Format::Text if inputs.is_empty() => String::new(),
            Format::Text => summary::summary(inputs, lang) + "\n",
            Format::Short => String::new(),
            Format::Github => self.annotations.left_out(lang),
            Format::Json => json::end(self.found, self.inputs == 0),
            Format::Sarif => sarif::end(&self.codes, lang, self.inputs == 0),
            Format::Junit => junit::end(),
            Format::Gitlab => if self.inputs == 0 { "]\n" } else { "\n]\n" }.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Findings, Place, Span};
    use crate::report::{Resolved, fingerprints};
    use crate::source::{Encoding, Source, Sources};

    const TEXT: &str = "potrzeby:\n  - id: <N1>\n    skala: dwadzieścia ąę\n";

    /// Two findings of one code in an entry of this index, so many lines further down.
    fn checked(index: usize, lines: usize) -> Checked {
        let text = "\n".repeat(lines) + TEXT;
        let from = text.find("dwadzieścia").expect("it is there");
        let span = Span { file: 0, from, to: from + "dwadzieścia".len() };
        let mut sources = Sources::default();
        sources.add(Source::new("./w ą.yaml", text, Encoding::Utf8));
        let place = format!("diagnosis/needs/{index}/scale");
        let finding = |kind: &'static str| Diagnostic {
            code: "REF-02",
            level: Level::Error,
            place: Place::parse(&place),
            span: Some(span),
            part: None,
            gaps: Vec::new(),
            also: vec![Place::parse("diagnosis/needs/0/id")],
            values: vec![
                ("id", "<N1>".into()),
                ("kind", kind.into()),
                ("first", "f".into()),
                ("free", "N2".into()),
            ],
            patch: None,
        };
        let mut findings = Findings::default();
        findings.push(finding("a"));
        findings.push(finding("b"));
        let resolved = Resolved { span, also: vec![span] };
        Checked::new("w", Lang::Pl, sources, findings, |_| resolved.clone())
    }

    fn whole(format: Format, inputs: &[Checked]) -> String {
        let look = Look { colour: false, limit: usize::MAX };
        let mut stream = Stream::new(format, look);
        let pieces: Vec<Piece> = inputs.iter().map(|own| piece(format, look, own, own)).collect();
        let said: String = pieces.into_iter().map(|piece| stream.add(piece)).collect();
        let tallies: Vec<Tally> = inputs.iter().map(Tally::of).collect();
        stream.begin() + &said + &stream.end(&tallies, Lang::Pl)
    }

    #[test]
    fn a_fingerprint_outlives_lines_and_neighbours() {
        let prints = fingerprints(&checked(0, 0));
        assert_eq!(prints, fingerprints(&checked(3, 7)));
        assert!(prints[0] != prints[1] && prints[0].len() == 32);
    }

    #[test]
    fn forms_for_platforms_are_whole_for_any_number_of_inputs() {
        for count in 0..3 {
            let inputs: Vec<Checked> = (0..count).map(|lines| checked(0, lines)).collect();
            let read = |format| -> serde_json::Value {
                serde_json::from_str(&whole(format, &inputs)).expect("it is JSON")
            };
            let sarif = &read(Format::Sarif)["runs"][0];
            assert_eq!(sarif["results"].as_array().map(Vec::len), Some(2 * count));
            assert_eq!(sarif["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(count.min(1)));
            assert_eq!(read(Format::Gitlab).as_array().map(Vec::len), Some(2 * count));
            assert_eq!(read(Format::Json)["summary"]["errors"], 2 * count);
            let junit = whole(Format::Junit, &inputs);
            assert_eq!(junit.matches("<failure type=\"REF-02\"").count(), 2 * count);
            assert!(junit.ends_with("</testsuites>\n") && !junit.contains("<N1>"), "{junit}");
        }
    }

    #[test]
    fn they_point_at_the_same_spot() {
        let inputs = [checked(0, 0)];
        let read =
            |format| serde_json::from_str::<serde_json::Value>(&whole(format, &inputs)).expect("it is JSON");
        let result = &read(Format::Sarif)["runs"][0]["results"][0];
        let at = &result["locations"][0]["physicalLocation"];
        assert_eq!(at["artifactLocation"]["uri"], "w%20%C4%85.yaml");
        assert_eq!((&at["region"]["startLine"], &at["region"]["startColumn"]), (&3.into(), &12.into()));
        assert_eq!(at["region"]["endColumn"], 23);
        let entry = &read(Format::Gitlab)[0];
        assert_eq!(
            (&entry["location"]["path"], &entry["location"]["lines"]["begin"]),
            (&"w ą.yaml".into(), &3.into())
        );
        assert_eq!(entry["fingerprint"], result["partialFingerprints"]["pakt/v1"]);
    }
}
