//! Numbered lists. In: the lists as they are met. Out: their numbers, the part that says how each counts.
//!
//! Headings and the clauses below them are levels of one list, so that whoever puts a clause in gets all numbers
//! right. Every other list is an instance of its own, which starts where it says.

use super::blocks::STEP;
use crate::document::{List, Numbering, Numerals, Within};

/// How many levels a list has in Word.
const LEVELS: usize = 9;

/// The number of the list of headings and clauses.
const OF_HEADINGS: usize = 1;

/// The bullets by level; deeper ones begin again.
const BULLETS: [&str; 4] = ["•", "–", "◦", "▪"];

/// What numbers the headings of the first level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headings {
    /// `§ 1.` with sections, points and letters below; the space is the document's, broken or not.
    Clauses(char),
    /// `1.`
    Sections,
}

/// The styles of the levels below `§`, from a section of a clause to an indent.
pub(super) const CLAUSES: [&str; 4] = ["Clause", "ClausePoint", "ClauseLetter", "ClauseIndent"];

/// How a list is built, shared by lists that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Design {
    Headings(Headings),
    Bullets,
    Ordered(Numbering, usize),
}

/// The lists of a paper.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    designs: Vec<Design>,
    /// The design of each list, and the level and number at which it starts.
    lists: Vec<(usize, Option<(usize, u64)>)>,
    /// How far each level of clauses has counted; `None` outside a clause.
    clauses: Option<[u64; LEVELS]>,
    has_clauses: bool,
}

impl Numbers {
    pub(super) fn new(headings: Option<Headings>) -> Self {
        let mut own = Self { has_clauses: matches!(headings, Some(Headings::Clauses(_))), ..Self::default() };
        if let Some(headings) = headings {
            own.designs.push(Design::Headings(headings));
            own.lists.push((0, None));
        }
        own
    }

    /// A numbered heading begins.
    pub(super) fn enter(&mut self, number: u64) {
        let mut counts = [0; LEVELS];
        counts[0] = number;
        self.clauses = self.has_clauses.then_some(counts);
    }

    /// A heading begins that has no number.
    pub(super) fn leave(&mut self) {
        self.clauses = None;
    }

    /// Returns the level that a list takes below `§` or below a clause; `None` for a list that stands for itself or
    /// starts elsewhere than the level would go on.
    pub(super) fn clause(&self, list: &List, above: Option<usize>) -> Option<usize> {
        let counts = self.clauses.as_ref()?;
        let level = match (list.numbering.by, list.numbering.within) {
            (Numerals::Digits, Within::Stop) => 1,
            (Numerals::Digits, Within::Bracket) => 2,
            (Numerals::Letters, Within::Bracket) => 3,
            _ => return None,
        };
        let is_below = match above {
            None => level == 1,
            Some(above) => level > above,
        };
        (is_below && list.start == Some(counts[level] + 1)).then_some(level)
    }

    /// A clause of this level begins.
    pub(super) fn count(&mut self, level: usize) {
        if let Some(counts) = &mut self.clauses {
            counts[level] += 1;
            counts[level + 1..].fill(0);
        }
    }

    /// Returns the number of a new list at a level.
    pub(super) fn list(&mut self, list: &List, level: usize) -> usize {
        let design = match list.start {
            None => Design::Bullets,
            Some(_) => Design::Ordered(list.numbering, level),
        };
        let known = self.designs.iter().position(|known| *known == design);
        let at = known.unwrap_or_else(|| {
            self.designs.push(design);
            self.designs.len() - 1
        });
        self.lists.push((at, list.start.map(|start| (level, start))));
        self.lists.len()
    }

    /// Returns the part.
    pub(super) fn part(&self) -> String {
        let mut out = format!("{}<w:numbering {}>", super::xml::DECLARATION, super::xml::NAMESPACES);
        for (at, design) in self.designs.iter().enumerate() {
            out += &format!(
                "<w:abstractNum w:abstractNumId=\"{at}\"><w:nsid w:val=\"{:08X}\"/><w:multiLevelType \
                 w:val=\"multilevel\"/><w:tmpl w:val=\"{:08X}\"/>",
                0x5041_0000 + at,
                0x4B54_0000 + at
            );
            (0..LEVELS).for_each(|level| out += &design.level(level));
            out.push_str("</w:abstractNum>");
        }
        for (at, (design, start)) in self.lists.iter().enumerate() {
            out += &format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{design}\"/>", at + 1);
            if let Some((level, start)) = start {
                out += &format!(
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride>",
                    start.min(&32_000)
                );
            }
            out.push_str("</w:num>");
        }
        out + "</w:numbering>"
    }
}

/// Returns what a style says of a level of the list of headings and clauses.
pub(super) fn bound(level: usize) -> String {
    let level = if level == 0 { String::new() } else { format!("<w:ilvl w:val=\"{level}\"/>") };
    format!("<w:numPr>{level}<w:numId w:val=\"{OF_HEADINGS}\"/></w:numPr>")
}

impl Design {
    fn level(self, level: usize) -> String {
        let number = level + 1;
        let (format, text, style) = match self {
            Self::Headings(headings) => headings.level(level),
            Self::Bullets => ("bullet", BULLETS[level % BULLETS.len()].to_owned(), None),
            Self::Ordered(own, at) => {
                // Levels that the list does not use are there for whoever goes on writing.
                let ladder = [own.by, Numerals::Letters, Numerals::Roman];
                let by = if level == at { own.by } else { ladder[(level + LEVELS - at) % ladder.len()] };
                let text = match own.within {
                    Within::Stop => format!("%{number}."),
                    Within::Bracket => format!("%{number})"),
                    Within::Brackets => format!("(%{number})"),
                    Within::Dash => format!("%{number}-"),
                };
                (format_of(by), text, None)
            }
        };
        let style = style.map_or_else(String::new, |style| format!("<w:pStyle w:val=\"{style}\"/>"));
        let is_heading = matches!(self, Self::Headings(_)) && level == 0;
        let (suffix, left, hanging) = match self {
            Self::Headings(_) if is_heading => ("<w:suff w:val=\"space\"/>", 0, 0),
            Self::Headings(_) => ("", STEP * level as i32, STEP),
            _ => ("", STEP * number as i32, STEP),
        };
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{style}{suffix}\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" \
             w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
        )
    }
}

impl Headings {
    /// What may number headings.
    pub(super) const ALL: [Self; 3] = [Self::Clauses(' '), Self::Clauses('\u{a0}'), Self::Sections];

    /// Returns what stands before a number.
    pub(super) fn mark(self) -> String {
        match self {
            Self::Clauses(space) => format!("§{space}"),
            Self::Sections => String::new(),
        }
    }

    /// Returns how a level counts, what stands round its number, the style that is bound to it.
    fn level(self, level: usize) -> (&'static str, String, Option<&'static str>) {
        let number = level + 1;
        match (self, level) {
            (Self::Clauses(_), 0) => ("decimal", self.mark() + "%1.", Some("Heading1")),
            (Self::Sections, 0) => ("decimal", "%1.".into(), Some("Heading1")),
            (Self::Clauses(_), 1) => ("decimal", "%2.".into(), Some(CLAUSES[0])),
            (Self::Clauses(_), 2) => ("decimal", "%3)".into(), Some(CLAUSES[1])),
            (Self::Clauses(_), 3) => ("lowerLetter", "%4)".into(), Some(CLAUSES[2])),
            (Self::Clauses(_), 4) => ("bullet", "–".into(), Some(CLAUSES[3])),
            (Self::Clauses(_), _) => ("bullet", "–".into(), None),
            // `1.1.`, for whoever numbers deeper headings.
            (Self::Sections, _) => {
                ("decimal", (1..=number).map(|level| format!("%{level}.")).collect(), None)
            }
        }
    }
}

fn format_of(by: Numerals) -> &'static str {
    match by {
        Numerals::Digits => "decimal",
        Numerals::Letters => "lowerLetter",
        Numerals::Capitals => "upperLetter",
        Numerals::Roman => "lowerRoman",
        Numerals::RomanCapitals => "upperRoman",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(start: u64, by: Numerals, within: Within) -> List {
        List { start: Some(start), numbering: Numbering { by, within }, ..List::default() }
    }

    #[test]
    fn clauses_go_on_where_the_level_stands_and_nowhere_else() {
        let mut numbers = Numbers::new(Some(Headings::Clauses(' ')));
        let section = |start| list(start, Numerals::Digits, Within::Stop);
        let point = |start| list(start, Numerals::Digits, Within::Bracket);
        assert_eq!(numbers.clause(&section(1), None), None);
        numbers.enter(1);
        assert_eq!(numbers.clause(&section(1), None), Some(1));
        numbers.count(1);
        assert_eq!(numbers.clause(&point(1), Some(1)), Some(2));
        numbers.count(2);
        assert_eq!(numbers.clause(&section(1), Some(2)), None);
        assert_eq!(numbers.clause(&section(1), None), None);
        assert_eq!(numbers.clause(&section(2), None), Some(1));
        numbers.count(1);
        assert_eq!(numbers.clause(&point(1), Some(1)), Some(2));
        assert_eq!(numbers.clause(&point(2), Some(1)), None);
        numbers.leave();
        assert_eq!(numbers.clause(&section(3), None), None);
    }

    #[test]
    fn every_list_is_an_instance_of_its_own_that_starts_where_it_says() {
        let mut numbers = Numbers::new(None);
        let plain = list(1, Numerals::Digits, Within::Stop);
        let ids = [numbers.list(&plain, 0), numbers.list(&List { start: Some(4), ..plain.clone() }, 0)];
        assert_eq!(ids, [1, 2]);
        let part = numbers.part();
        assert_eq!(part.matches("<w:abstractNum ").count(), 1);
        assert!(
            part.contains("<w:startOverride w:val=\"1\"/>")
                && part.contains("<w:startOverride w:val=\"4\"/>")
        );
    }
}
