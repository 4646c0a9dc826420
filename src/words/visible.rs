//! Characters that do something where they are printed. In: words as typed. Out: the same, each such character as
//! its escape: `\u{1b}`.

use std::borrow::Cow;

/// Tells whether a character steers what prints it: a control (clears a screen, names a window, ends a line), a
/// mark of the direction of writing (shows words in another order than they stand), a separator of lines.
pub fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        )
}

/// Returns words for one line of a message.
pub fn visible(words: &str) -> Cow<'_, str> {
    shown(words, steers, |letter| letter.escape_unicode().to_string())
}

/// Returns a text in JSON, which only its strings can hold such characters: they stay what they are.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let escape = |letter: char| format!("\\u{:04x}", u32::from(letter));
    match shown(json, |letter| letter != '\n' && steers(letter), escape) {
        // A runner of GitHub takes orders in the middle of a line, too.
        json if json.contains("##[") => Cow::Owned(json.replace("##[", "#\\u0023[")),
        json => json,
    }
}

fn shown(text: &str, steers: impl Fn(char) -> bool, escape: impl Fn(char) -> String) -> Cow<'_, str> {
    if !text.contains(&steers) {
        return Cow::Borrowed(text);
    }
    let one = |letter| if steers(letter) { escape(letter) } else { String::from(letter) };
    text.chars().map(one).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_seen_and_words_stay() {
        let words = "a\u{1b}[2J\u{9b}1m\n\u{202e}b\u{2028}\u{200f}\u{2067}";
        assert_eq!(visible(words), "a\\u{1b}[2J\\u{9b}1m\\u{a}\\u{202e}b\\u{2028}\\u{200f}\\u{2067}");
        let plain = "Zażółć „gęślą” – 12\u{a0}500,50\u{202f}zł 👩\u{200d}🌾 \\u{1b}";
        assert_eq!(visible(plain), plain);
    }

    #[test]
    fn data_are_the_same_data() {
        let strings = ["\u{1b}", "\u{9b}", "\u{202e}\u{2028}", "a ##[error]b", "a\nb", "ę"];
        let json = visible_json(&serde_json::to_string_pretty(&strings).expect("strings")).into_owned();
        assert!(!json.contains(|letter| letter != '\n' && steers(letter)) && !json.contains("##["), "{json}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).expect("JSON"), strings);
    }
}
