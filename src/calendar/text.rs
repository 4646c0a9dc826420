//! A calendar for people. In: `Calendar`. Out: text, a line a duty.

use super::{Calendar, Event, State};
use crate::lang::Lang;

/// Returns the calendar of an application as text, what is late first.
pub fn text(name: &str, calendar: &Calendar, lang: Lang) -> String {
    let today = calendar.today.map_or_else(String::new, |today| {
        format!(", {} {}", lang.pick("stan na", "as of"), today.words(lang))
    });
    let mut out = format!("{name}: {}{today}\n", lang.pick("obowiązki i terminy", "duties and dates"));
    let (late, rest): (Vec<&Event>, Vec<&Event>) =
        calendar.events.iter().partition(|event| event.state == State::Late);
    if !late.is_empty() {
        out.push_str(&format!("\n{}\n", lang.pick("Po terminie", "Late")));
        late.iter().for_each(|event| line(&mut out, event, lang));
        out.push_str(&format!("\n{}\n", lang.pick("Pozostałe", "Others")));
    } else if !rest.is_empty() {
        out.push('\n');
    }
    rest.iter().for_each(|event| line(&mut out, event, lang));
    if calendar.events.is_empty() {
        let none = lang.pick("brak dat we wniosku", "no dates in the application");
        out.push_str(&format!("  {none}\n"));
    }
    out
}

fn line(out: &mut String, event: &Event, lang: Lang) {
    let date = event.date.map_or_else(|| "–         ".to_owned(), |date| date.to_string());
    let state = match event.state {
        State::Done => lang.pick("wykonane", "done"),
        State::Late => lang.pick("po terminie", "late"),
        State::Planned => lang.pick("do wykonania", "to come"),
        State::Passed => lang.pick("minęło", "passed"),
    };
    let done = event.done.map_or_else(String::new, |done| format!(" {done}"));
    out.push_str(&format!("  {date}  {}  [{state}{done}]\n", event.text));
    let (basis, place) = (lang.pick("podstawa", "basis"), &event.place);
    out.push_str(&format!("              {basis}: {}; {place}\n", event.basis));
}
