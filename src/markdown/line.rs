//! What stands inside a line while it is being read. In: pieces and marks. Out: `Inlines`.

use super::{FaultKind, html};
use crate::document::{Inline, Inlines, OriginId, may_be_followed, plain};
use crate::lang::Lang;

/// How many marks lie in one another at most; deeper ones are left out, their words stay.
const DEPTH: usize = 24;

/// An open mark.
pub(super) enum Mark {
    Whole,
    Strong,
    Emphasis,
    Strike,
    Link { href: String, title: String },
    Image { src: String, title: String },
    Foreign(Lang),
    Gap,
}

/// The line being read: the open marks, each with what it holds so far.
pub(super) struct OpenLine {
    open: Vec<(Mark, Inlines)>,
    deeper: usize,
    /// Whether links stay that nobody may follow.
    pub(super) keeps_links: bool,
    /// What could not be shown as meant.
    pub(super) faults: Vec<FaultKind>,
}

impl OpenLine {
    pub(super) fn new() -> Self {
        let open = vec![(Mark::Whole, Inlines::new())];
        Self { open, deeper: 0, keeps_links: false, faults: Vec::new() }
    }

    pub(super) fn text(&mut self, words: &str) {
        let run = self.run();
        if words.is_empty() {
            return;
        }
        match run.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => run.push(Inline::Text(words.to_owned())),
        }
    }

    pub(super) fn push(&mut self, inline: Inline) {
        self.run().push(inline);
    }

    /// Adds a piece that comes from a text of the application, if it does.
    pub(super) fn push_from(&mut self, origin: Option<OriginId>, inline: Inline) {
        let Some(origin) = origin else {
            return match inline {
                Inline::Text(words) => self.text(&words),
                other => self.push(other),
            };
        };
        let run = self.run();
        match (run.last_mut(), inline) {
            (Some(Inline::From { origin: known, content }), inline) if *known == origin => {
                match (content.last_mut(), inline) {
                    (Some(Inline::Text(before)), Inline::Text(words)) => before.push_str(&words),
                    (_, inline) => content.push(inline),
                }
            }
            (_, inline) => run.push(Inline::From { origin, content: vec![inline] }),
        }
    }

    pub(super) fn start(&mut self, mark: Mark) {
        if self.open.len() >= DEPTH {
            self.deeper += 1;
        } else {
            self.open.push((mark, Inlines::new()));
        }
    }

    /// Closes the innermost mark of the Markdown text; tokens left open in it become text.
    pub(super) fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        self.unwind();
        if self.open.len() > 1 {
            self.close();
        }
    }

    /// Reads a piece of raw HTML: one of our tokens, or text.
    pub(super) fn html(&mut self, raw: &str) {
        let innermost = self.open.last().map(|(mark, _)| mark);
        match (html::token(raw), innermost) {
            (Some(html::Token::Break), _) => self.push(Inline::Break),
            (Some(html::Token::Foreign(lang)), _) if self.room() => self.start(Mark::Foreign(lang)),
            (Some(html::Token::Gap), _) if self.room() => self.start(Mark::Gap),
            (Some(html::Token::ForeignEnd), Some(Mark::Foreign(_)))
            | (Some(html::Token::GapEnd), Some(Mark::Gap)) => self.close(),
            (token, _) => {
                if token.is_some() {
                    self.faults.push(FaultKind::Token { token: raw.to_owned() });
                }
                self.raw(raw);
            }
        }
    }

    /// Adds text of several lines; a line break of it is a soft break here.
    pub(super) fn raw(&mut self, raw: &str) {
        for (number, line) in raw.lines().enumerate() {
            if number > 0 {
                self.push(Inline::SoftBreak);
            }
            self.text(if number > 0 { line.trim_start() } else { line });
        }
    }

    /// Returns the line and starts a new one.
    pub(super) fn take(&mut self) -> Inlines {
        self.deeper = 0;
        while self.open.len() > 1 {
            self.unwind();
            if self.open.len() > 1 {
                self.close();
            }
        }
        std::mem::take(self.run())
    }

    fn room(&self) -> bool {
        self.deeper == 0 && self.open.len() < DEPTH
    }

    fn run(&mut self) -> &mut Inlines {
        let (_, run) = self.open.last_mut().expect("the whole line is never closed");
        run
    }

    fn close(&mut self) {
        let Some((mark, content)) = self.open.pop() else { return };
        let inline = match mark {
            Mark::Whole => return self.append(content),
            Mark::Strong => Inline::Strong(content),
            Mark::Emphasis => Inline::Emphasis(content),
            Mark::Strike => Inline::Strike(content),
            Mark::Link { href: to, .. } | Mark::Image { src: to, .. }
                if !self.keeps_links && !may_be_followed(&to) =>
            {
                return self.unfollowed(to, content);
            }
            Mark::Link { href, title } => Inline::Link { href, title, content },
            Mark::Image { src, title } => Inline::Image { src, title, alt: content },
            Mark::Foreign(lang) => Inline::Foreign { lang, content },
            Mark::Gap => {
                // What is left to be written may stand in a text of the application.
                let origin = content.iter().find_map(|inline| match inline {
                    Inline::From { origin, .. } => Some(*origin),
                    _ => None,
                });
                return self.push_from(origin, Inline::Gap(plain(&content)));
            }
        };
        self.push(inline);
    }

    /// Adds the words of a link that nobody may follow, with its address as words behind them.
    fn unfollowed(&mut self, address: String, content: Inlines) {
        let shown = plain(&content);
        self.append(content);
        if !address.is_empty() && address != shown {
            self.text(&format!(" ({address})"));
        }
        self.faults.push(FaultKind::Link { address });
    }

    /// Turns tokens left open into text.
    fn unwind(&mut self) {
        while let Some((Mark::Foreign(_) | Mark::Gap, _)) = self.open.last() {
            let Some((mark, content)) = self.open.pop() else { return };
            let token = match mark {
                Mark::Foreign(lang) => html::foreign(lang),
                _ => html::GAP.to_owned(),
            };
            self.text(&token);
            self.append(content);
            self.faults.push(FaultKind::Token { token });
        }
    }

    fn append(&mut self, content: Inlines) {
        for inline in content {
            match inline {
                Inline::Text(words) => self.text(&words),
                other => self.push(other),
            }
        }
    }
}
