//! Two pages that show the same are the same. In: HTML. Out: a form to compare.

const BLOCKS: [&str; 19] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "div",
    "table",
    "tr",
    "th",
    "td",
    "br",
];
/// What pakt adds: anchors, focus and names for those who do not see.
const OURS: [&str; 4] = ["id", "tabindex", "aria-label", "role"];

/// Returns the HTML with its white space, quotes and ids made alike and pictures as links.
pub(crate) fn normal(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut literal = false;
    let mut links = 0_usize;
    while let Some(at) = rest.find('<') {
        push(&mut out, &rest[..at], literal);
        let Some(end) = tag_end(&rest[at..]) else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if name == "img" {
            let image = picture(tag);
            out.push_str(if links > 0 { &image.1 } else { &image.0 });
            continue;
        }
        match tag.as_bytes() {
            [b'a', b' ', ..] => links += 1,
            b"/a" => links = links.saturating_sub(1),
            [b'p', b'r', b'e', ..] => literal = true,
            b"/pre" => literal = false,
            _ => {}
        }
        let block = BLOCKS.contains(&name.as_str());
        if block {
            out.truncate(out.trim_end().len());
        }
        out.push_str(&format!("<{}>", attributes(tag)));
        if block && name != "pre" {
            rest = rest.trim_start();
        }
    }
    push(&mut out, rest, literal);
    out.trim().to_owned()
}

/// Returns the words that a reader sees.
pub(crate) fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        text.push(' ');
        let Some(end) = tag_end(&rest[at..]) else { break };
        rest = &rest[at + end + 1..];
    }
    text.push_str(rest);
    let text = unescape(&text);
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn push(out: &mut String, text: &str, literal: bool) {
    let text = unescape(text);
    if literal {
        return out.push_str(&text.replace('<', "&lt;"));
    }
    for letter in text.chars() {
        match letter {
            ' ' | '\n' | '\t' if out.ends_with([' ', '\n']) => {}
            ' ' | '\n' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            other => out.push(other),
        }
    }
}

/// Returns where a tag ends; a bracket in a quoted attribute does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == '>' && !quoted).then_some(at)
    })
}

fn parts(tag: &str) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let mut rest = tag;
    while let Some((head, tail)) = rest.split_once("=\"") {
        let name = head.rsplit(' ').next().unwrap_or_default().to_owned();
        let (value, after) = tail.split_once('"').unwrap_or((tail, ""));
        parts.push((name, decoded(&unescape(value))));
        rest = after;
    }
    parts
}

fn attributes(tag: &str) -> String {
    let name = tag.trim_end_matches('/').split([' ', '\n']).next().unwrap_or_default();
    let mut parts = parts(tag);
    parts.retain(|(name, _)| !OURS.contains(&name.as_str()));
    parts.sort();
    parts.iter().fold(name.to_owned(), |out, (name, value)| format!("{out} {name}={value:?}"))
}

/// A picture as pakt shows it: its alt text, as a link where it does not stand in one.
fn picture(tag: &str) -> (String, String) {
    let parts = parts(tag);
    let find = |wanted: &str| parts.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let title = find("title").map(|title| format!(" title={title:?}")).unwrap_or_default();
    let (src, alt) = (find("src").unwrap_or_default(), find("alt").unwrap_or_default());
    (format!("<a href={src:?}{title}>{alt}</a>"), alt)
}

/// An address is the same with its letters written as `%C3%A4`.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = |at: usize| tail.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
