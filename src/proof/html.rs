//! What a reader of a page sees. In: HTML as pakt writes it. Out: its text.

/// Elements that stand in a line; all others end it.
const INLINE: [&str; 12] =
    ["a", "b", "code", "del", "em", "mark", "span", "strong", "sup", "time", "tspan", "text"];

/// Returns the text of the body, without the numbers of notes and the ways back.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html.split_once("<body>").map_or(html, |(_, body)| body);
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(&unescape(before));
        // A file that ends in the middle of a tag has no more text.
        let Some((tag, after)) = after.split_once('>') else { return out };
        rest = after;
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.as_str()) {
            out.push('\n');
        }
        if name == "a" && (tag.contains("doc-noteref") || tag.contains("doc-backlink")) {
            rest = rest.split_once("</a>").map_or("", |(_, after)| after);
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
