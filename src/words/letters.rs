//! Letters as words are compared and set by. In: words. Out: the same in plain letters.

use std::borrow::Cow;

use crate::lang::Lang;

/// Returns a word in small plain letters.
pub fn plain(word: &str) -> String {
    word.chars().map(fold_letter).flat_map(char::to_lowercase).collect()
}

/// Returns a keyword in the form in which keywords are compared: small plain letters, `_` for a space or a
/// hyphen.
pub fn fold(word: &str) -> Cow<'_, str> {
    let same = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if word.bytes().all(same) {
        return Cow::Borrowed(word);
    }
    let fold = |letter: char| match letter {
        ' ' | '-' | '\u{a0}' => '_',
        other => fold_letter(other),
    };
    Cow::Owned(word.trim().chars().flat_map(char::to_lowercase).map(fold).collect())
}

/// Replaces a Polish letter by the plain Latin one; any other letter stays.
pub fn fold_letter(letter: char) -> char {
    const PLAIN: [(char, char); 18] = [
        ('ą', 'a'),
        ('ć', 'c'),
        ('ę', 'e'),
        ('ł', 'l'),
        ('ń', 'n'),
        ('ó', 'o'),
        ('ś', 's'),
        ('ź', 'z'),
        ('ż', 'z'),
        ('Ą', 'A'),
        ('Ć', 'C'),
        ('Ę', 'E'),
        ('Ł', 'L'),
        ('Ń', 'N'),
        ('Ó', 'O'),
        ('Ś', 'S'),
        ('Ź', 'Z'),
        ('Ż', 'Z'),
    ];
    if letter.is_ascii() {
        return letter;
    }
    PLAIN.iter().find(|(polish, _)| *polish == letter).map_or(letter, |(_, plain)| *plain)
}

/// Tells whether a letter alone is a word that no line may end with: Polish `a`, `i`, `o`, `u`, `w`, `z`.
pub fn is_lone(letter: char, lang: Lang) -> bool {
    lang == Lang::Pl && matches!(letter.to_ascii_lowercase(), 'a' | 'i' | 'o' | 'u' | 'w' | 'z')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_fold_to_plain_ones() {
        assert_eq!(plain("Zażółć gęślą jaźń, ŁÓDŹ"), "zazolc gesla jazn, lodz");
        assert_eq!(fold(" Wkład własny "), "wklad_wlasny");
    }
}
