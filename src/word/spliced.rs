//! A part with some of its markup changed. In: XML, what is to be done at each step. Out: the same XML to the letter but for
//! that.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A step through a part.
#[derive(Debug)]
pub enum Step<'a> {
    /// An element opens; whether it is empty.
    Opens(&'a BytesStart<'a>, bool),
    /// An element ends that was not empty.
    Ends,
}

/// What is done with a step.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// It stays.
    Keep,
    /// Markup is put before it.
    Before(String),
    /// Markup stands in place of the tag alone.
    Tag(String),
    /// Markup stands in place of the whole element.
    Instead(String),
}

/// Goes through a part: `turn` sees the names of the elements round a step, its own last, and says what is done. `None` for what
/// is not well-formed.
pub fn spliced(text: &str, mut turn: impl FnMut(&[String], &Step<'_>) -> Turn) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let mut route: Vec<String> = Vec::new();
    let mut out = String::with_capacity(text.len());
    // The depth of an element that is left out, with what lies in it.
    let mut left_out = None;
    let mut before = 0;
    loop {
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        let own = text.get(before..after)?;
        before = after;
        let step = match &event {
            Event::Start(element) => Some(Step::Opens(element, false)),
            Event::Empty(element) => Some(Step::Opens(element, true)),
            Event::End(_) => Some(Step::Ends),
            Event::Eof => break,
            _ => None,
        };
        if let Some(Step::Opens(element, _)) = &step {
            route.push(element.local_name().as_ref().to_owned());
        }
        let taken = match &step {
            Some(step) if left_out.is_none() => turn(&route, step),
            _ => Turn::Keep,
        };
        let opens = matches!(step, Some(Step::Opens(_, false)));
        match taken {
            Turn::Instead(markup) => {
                out.push_str(&markup);
                left_out = opens.then_some(route.len());
            }
            _ if left_out.is_some() => {}
            Turn::Tag(markup) => out.push_str(&markup),
            Turn::Before(markup) => out.extend([markup.as_str(), own]),
            Turn::Keep => out.push_str(own),
        }
        if step.is_some() && !opens {
            if left_out == Some(route.len()) && matches!(step, Some(Step::Ends)) {
                left_out = None;
            }
            route.pop()?;
        }
    }
    route.is_empty().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_else_stays_to_the_letter() {
        let text = "<?xml version='1.0'?>\n<w:a x='1'> <w:b><w:c/>t&amp;</w:b><w:c y=\"2\"/><!-- n --></w:a>";
        let same = spliced(text, |_, _| Turn::Keep);
        assert_eq!(same.as_deref(), Some(text));
        let changed = spliced(text, |route, step| match (route.last().map(String::as_str), step) {
            (Some("b"), Step::Opens(..)) => Turn::Instead("<n/>".to_owned()),
            (Some("a"), Step::Ends) => Turn::Before("<z/>".to_owned()),
            _ => Turn::Keep,
        });
        let meant = "<?xml version='1.0'?>\n<w:a x='1'> <n/><w:c y=\"2\"/><!-- n --><z/></w:a>";
        assert_eq!(changed.as_deref(), Some(meant));
        assert_eq!(spliced("<a><b></a>", |_, _| Turn::Keep), None);
    }
}
