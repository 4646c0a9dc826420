//! What a reader of a page sees. In: HTML as pakt writes it. Out: its text.

/// Elements that stand in a line; all others end it.
const INLINE: [&str; 12] =
    ["a", "b", "code", "del", "em", "mark", "span", "strong", "sup", "time", "tspan", "text"];

/// Returns the text of the body, without the numbers of notes and the ways back.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html.split_once("<body>").map_or(html, |(_, body)| body);
    while let Some(at) = rest.find('<') {
        out.push_str(&unescape(&rest[..at]));
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.as_str()) {
            out.push('\n');
        }
        if name == "a" && (tag.contains("doc-noteref") || tag.contains("doc-backlink")) {
            rest = rest.split_once("</a>").expect("a link ends").1;
        }
    }
    out + &unescape(rest)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
