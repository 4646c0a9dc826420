//! Narratives on one line, for a table cell or a list item. In: Markdown as an author wrote it, with
//! its marks. Out: Markdown of one line, paragraphs parted by `<br>`.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{escape, prose};
use crate::context::mark;
use crate::lang::Lang;

/// Returns a narrative on one line.
pub(super) fn line(text: &str) -> String {
    let (open, words, _) = mark::split(text);
    if words.contains(mark::GAP) {
        return escape::markdown(words);
    }
    let mut line = OneLine { lang: open.chars().next().and_then(mark::opens), ..OneLine::default() };
    for event in Parser::new_ext(words, prose::options()) {
        line.event(event);
    }
    line.end_run();
    if let Some(lang) = line.lang {
        line.out.push_str(&format!(" \\[{}\\]", lang.code()));
    }
    line.out
}

#[derive(Default)]
struct OneLine {
    out: String,
    /// Words of the block that is open.
    run: String,
    /// The number of each list that is open.
    lists: Vec<Option<u64>>,
    /// The target of each link and picture that is open, as Markdown.
    targets: Vec<String>,
    lang: Option<Lang>,
}

impl OneLine {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words),
            Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.run.push_str(&escape::markdown(&words));
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.run.push_str(&escape::markdown(&words))
            }
            Event::FootnoteReference(label) => self.run.push_str(&escape::markdown(&format!("[{label}]"))),
            Event::SoftBreak => self.run.push(' '),
            Event::HardBreak => self.run.push_str("<br>"),
            Event::Rule => self.end_run(),
            Event::TaskListMarker(done) => self.run.push_str(if done { "\\[x\\] " } else { "\\[ \\] " }),
        }
    }

    fn words(&mut self, words: &str) {
        let lines = words.trim_end_matches('\n').split('\n').map(escape::markdown);
        self.run.push_str(&lines.collect::<Vec<_>>().join("<br>"));
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.run.push('*'),
            Tag::Strong => self.run.push_str("**"),
            Tag::Strikethrough => self.run.push_str("~~"),
            Tag::Link { dest_url, title, .. } => {
                self.run.push('[');
                self.targets.push(target(&dest_url, &title));
            }
            Tag::Image { dest_url, title, .. } => {
                self.run.push_str("![");
                self.targets.push(target(&dest_url, &title));
            }
            Tag::List(start) => {
                self.end_run();
                self.lists.push(start);
            }
            Tag::Item => {
                self.end_run();
                let label = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}\\. ", *number - 1)
                    }
                    _ => "– ".to_owned(),
                };
                self.run.push_str(&label);
            }
            Tag::Heading { .. } => {
                self.end_run();
                self.run.push_str("**");
            }
            // The first paragraph of an item stands on the line of its label.
            Tag::Paragraph if self.run.ends_with("– ") || self.run.ends_with("\\. ") => {}
            Tag::TableCell if !self.run.is_empty() => self.run.push_str("; "),
            Tag::TableCell => {}
            _ => self.end_run(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.run.push('*'),
            TagEnd::Strong => self.run.push_str("**"),
            TagEnd::Strikethrough => self.run.push_str("~~"),
            TagEnd::List(_) => {
                self.end_run();
                self.lists.pop();
            }
            TagEnd::Heading(_) => {
                self.run.push_str("**");
                self.end_run();
            }
            TagEnd::Link | TagEnd::Image => {
                let target = self.targets.pop().unwrap_or_default();
                self.run.push_str(&format!("]({target})"));
            }
            TagEnd::TableCell => {}
            _ => self.end_run(),
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let run = run.trim_matches(' ');
        if run.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str("<br>");
        }
        match self.lang {
            Some(lang) => self.out.push_str(&format!("<span lang=\"{}\">{run}</span>", lang.code())),
            None => self.out.push_str(run),
        }
    }
}

/// Returns where a link leads, and its tooltip, fit for a table cell.
fn target(href: &str, title: &str) -> String {
    let quoted = |text: &str, signs: &str| -> String {
        let escaped = |sign: char| if signs.contains(sign) { format!("\\{sign}") } else { sign.to_string() };
        text.replace('\n', " ").chars().map(escaped).collect()
    };
    let href = format!("<{}>", quoted(href, "<>\\|"));
    if title.is_empty() { href } else { format!("{href} \"{}\"", quoted(title, "\"\\|")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrative_stands_on_one_line() {
        assert_eq!(
            line("One *two* | [x](http://a.b)\n\nthree\n\n- four\n- five"),
            "One *two* \\| [x](<http://a.b>)<br>three<br>– four<br>– five"
        );
        assert_eq!(line("3. a\n4. b <b>"), "3\\. a<br>4\\. b \\<b\\>");
        assert_eq!(
            line(&mark::foreign("One\n\ntwo", Lang::En)),
            "<span lang=\"en\">One</span><br><span lang=\"en\">two</span> \\[en\\]"
        );
    }

    #[test]
    fn no_narrative_leaves_its_cell() {
        const PIECES: [&str; 14] =
            ["|", "\n", "\n\n", "- ", "a", "**", "<br>", "[x](y)", "`|`", "# ", "```", "> ", "1. ", "\\"];
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..5_000 {
            let text: String =
                (0..random.usize(1..8)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            let table = format!("| a | b |\n|---|---|\n| {} | x |\n\nsentinel", line(&text));
            let events: Vec<_> = Parser::new_ext(&table, prose::options()).collect();
            let cells = events.iter().filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
            let last = events.iter().rev().find(|event| matches!(event, Event::End(TagEnd::TableCell)));
            assert!(cells == 4 && last.is_some(), "{text:?} as {table:?}");
            assert!(events.contains(&Event::Text("x".into())), "{text:?} as {table:?}");
        }
    }
}
