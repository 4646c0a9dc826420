//! Fences. In: an info string and a text. Out: a code block that ends where the text ends.

/// Returns the block; its fence is longer than any run of its own mark in the text.
pub(super) fn fence(info: &str, text: &str) -> String {
    // An info string with a backtick cannot stand behind backticks.
    let mark = if info.contains('`') { '~' } else { '`' };
    let fence = mark.to_string().repeat((longest_run(text, mark) + 1).max(3));
    let mut out = fence.clone();
    for letter in info.chars() {
        if matches!(letter, '\\' | '&') {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('\n');
    out.push_str(text);
    if !text.is_empty() {
        out.push('\n');
    }
    out.push_str(&fence);
    out
}

/// Returns the length of the longest run of `mark`.
pub(super) fn longest_run(text: &str, mark: char) -> usize {
    text.split(|letter| letter != mark).map(str::len).max().unwrap_or_default()
}
