//! What a part points to. In: addresses and names of parts. Out: ids, the relations as a part.

use super::xml::escaped;
use crate::document::may_be_followed;

/// Where kinds of relations are named.
pub(super) const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of a part, in the order in which they were first wanted.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<(&'static str, String)>);

impl Relations {
    /// Returns the id of a link to an address.
    pub(super) fn external(&mut self, address: &str) -> String {
        self.to("hyperlink", address)
    }

    /// Returns the id of a picture.
    pub(super) fn picture(&mut self, part: &str) -> String {
        self.to("image", part)
    }

    fn to(&mut self, kind: &'static str, target: &str) -> String {
        let known = self.0.iter().position(|(of, known)| *of == kind && known == target);
        let at = known.unwrap_or_else(|| {
            self.0.push((kind, target.to_owned()));
            self.0.len() - 1
        });
        format!("rId{}", at + 1)
    }

    /// Tells whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the part, with relations of fixed ids first.
    pub(super) fn part(&self, fixed: &[(&str, &str, &str)]) -> String {
        let mut out = format!(
            "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            super::xml::DECLARATION
        );
        for (id, kind, target) in fixed {
            let kind = if kind.contains("://") { (*kind).to_owned() } else { format!("{KINDS}/{kind}") };
            out += &format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>");
        }
        for (at, (kind, target)) in self.0.iter().enumerate() {
            let mode = if *kind == "hyperlink" { " TargetMode=\"External\"" } else { "" };
            out += &format!(
                "<Relationship Id=\"rId{}\" Type=\"{KINDS}/{kind}\" Target=\"{}\"{mode}/>",
                at + 1,
                escaped(target)
            );
        }
        out + "</Relationships>"
    }
}

/// Returns an address as a relation may hold it, letters beyond ASCII and signs that no address has written in hexadecimal digits;
/// `None` for one that nobody should follow, or at which Word would call the whole file damaged.
pub(super) fn target(href: &str) -> Option<String> {
    if !may_be_followed(href) {
        return None;
    }
    let mut out = String::with_capacity(href.len());
    for (at, byte) in href.bytes().enumerate() {
        let is_escape = || {
            let digits = href.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        match byte {
            b'%' if is_escape() => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~:/?#@!$&'()*+,;=".contains(&byte) => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    let (scheme, rest) = out.split_once(':')?;
    let is_sound = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(is_host),
        "mailto" => {
            let whom = rest.split('?').next().unwrap_or_default();
            let (name, host) = whom.split_once('@')?;
            !name.is_empty() && !host.contains(['@', ':', '/']) && is_host(host)
        }
        _ => !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || b"+-().;=".contains(&byte)),
    };
    // Two signs `#` are one too many.
    (is_sound && out.matches('#').count() < 2).then_some(out)
}

/// Tells whether what stands behind `//` begins with a host and, if there is one, a port.
fn is_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_label = |label: &str| {
        let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        !label.is_empty() && label.len() < 64 && label.bytes().all(is_kept) && !label.starts_with('-')
    };
    let port = port.is_empty() || port.parse::<u16>().is_ok();
    port && name.len() < 254 && name.trim_end_matches('.').split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_as_a_relation_may_hold_it() {
        for (href, written) in [
            ("https://a.pl/ścieżka?q=1 2", "https://a.pl/%C5%9Bcie%C5%BCka?q=1%202"),
            ("https://a.pl/%20x%zz", "https://a.pl/%20x%25zz"),
            ("mailto:a.b@c.pl?subject=x", "mailto:a.b@c.pl?subject=x"),
            ("tel:+48123456789", "tel:+48123456789"),
        ] {
            assert_eq!(target(href).as_deref(), Some(written), "{href}");
        }
    }

    #[test]
    fn an_address_that_word_takes_for_damage_is_no_link() {
        for href in [
            "https://",
            "https://[::bad",
            "https://a b.pl",
            "https://żółw.pl",
            "http://a.pl:99999",
            "mailto:a",
            "mailto:a@b@c",
            "tel:x",
            "https://a.pl/#a#b",
            "javascript:alert(1)",
        ] {
            assert_eq!(target(href), None, "{href}");
        }
    }

    #[test]
    fn what_is_wanted_twice_is_one_relation() {
        let mut relations = Relations::default();
        assert!(relations.is_empty());
        let ids = ["https://a.pl/", "https://b.pl/", "https://a.pl/"].map(|one| relations.external(one));
        assert_eq!(ids, ["rId1", "rId2", "rId1"]);
        assert!(relations.part(&[]).contains("Target=\"https://a.pl/\" TargetMode=\"External\""));
    }
}
