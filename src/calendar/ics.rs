//! A calendar for calendar programs. In: `Calendar`. Out: iCalendar text (RFC 5545), the same every time.

use super::{Calendar, Event};
use crate::lang::Lang;
use crate::units::Date;
use crate::words::steers;

/// Returns the dated entries as all-day events. `name` keeps the entries of several applications apart. The
/// time stamp is the day taken for today, or each entry's own day; never the clock.
pub fn ics(name: &str, calendar: &Calendar, lang: Lang) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//pakt//pakt calendar//PL");
    line(&mut out, "CALSCALE:GREGORIAN");
    let mut seen: Vec<String> = Vec::new();
    for event in &calendar.events {
        let Some(date) = event.date else { continue };
        let plain = format!("{name}-{}-{}-{}", event.duty, event.place, compact(date));
        let again = seen.iter().filter(|known| **known == plain).count();
        let uid = if again == 0 { plain.clone() } else { format!("{plain}-{again}") };
        seen.push(plain);
        entry(&mut out, event, date, &uid, calendar.today.unwrap_or(date), lang);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn entry(out: &mut String, event: &Event, date: Date, uid: &str, stamp: Date, lang: Lang) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@pakt", escaped(uid)));
    line(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(date)));
    line(out, &format!("DTEND;VALUE=DATE:{}", compact(date.plus_days(1))));
    line(out, &format!("SUMMARY;LANGUAGE={}:{}", lang.code(), escaped(&event.text)));
    let basis = lang.pick("Podstawa", "Basis");
    line(
        out,
        &format!("DESCRIPTION;LANGUAGE={}:{}", lang.code(), escaped(&format!("{basis}: {}", event.basis))),
    );
    line(out, &format!("CATEGORIES:{}", escaped(&event.duty)));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Escapes a TEXT value (RFC 5545, 3.3.11); what would steer a program that shows it has no place in one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if steers(letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Writes a content line, folded at 75 octets without parting a character (RFC 5545, 3.1).
fn line(out: &mut String, content: &str) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}
