//! What a file says of itself, and how it is to be opened. In: a document. Out: parts.

use super::xml::{DECLARATION, NAMESPACES, escaped};
use crate::document::Document;
use crate::lang::Lang;
use crate::word::Brand;

/// Returns title, authors, language and date.
pub(super) fn core(document: &Document) -> String {
    let front = &document.front;
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>",
        escaped(&document.title)
    );
    if !front.subtitle.is_empty() {
        out += &format!("<dc:subject>{}</dc:subject>", escaped(&front.subtitle));
    }
    out += &format!("<dc:creator>{}</dc:creator>", escaped(&front.authors.join("; ")));
    if is_date(&front.date) {
        for name in ["created", "modified"] {
            out += &format!(
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                front.date
            );
        }
    }
    out += &format!("<dc:language>{}</dc:language>", document.lang.tag());
    out + "</cp:coreProperties>"
}

fn is_date(date: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(date.split('-').collect::<Vec<_>>().as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// Returns what program wrote the file.
pub(super) fn app() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>pakt</Application></Properties>"
    )
}

/// Returns the settings: no field is filled on opening, so that Word asks nothing.
pub(super) fn settings(lang: Lang, has_notes: bool, brand: Option<&Brand>) -> String {
    let notes = if has_notes {
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    } else {
        ""
    };
    let tag = lang.tag();
    let switch = |is_on: bool, name: &str| if is_on { format!("<w:{name}/>") } else { String::new() };
    let mirrored = switch(brand.is_some_and(|brand| brand.is_mirrored), "mirrorMargins");
    let even = switch(brand.is_some_and(|brand| brand.is_even_apart), "evenAndOddHeaders");
    let compat = |name: &str, value: &str| {
        format!(
            "<w:compatSetting w:name=\"{name}\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"{value}\"/>"
        )
    };
    let compat: String = [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ]
    .map(|(name, value)| compat(name, value))
    .concat();
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/>{mirrored}<w:defaultTabStop w:val=\"709\"/>\
         <w:autoHyphenation/><w:hyphenationZone w:val=\"357\"/><w:doNotHyphenateCaps/>{even}<w:characterSpacingControl \
         w:val=\"doNotCompress\"/>{notes}<w:compat><w:doNotExpandShiftReturn/>{compat}\
         </w:compat><w:themeFontLang w:val=\"{tag}\"/><w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" \
         w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" \
         w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/>\
         <w:decimalSymbol w:val=\"{}\"/><w:listSeparator w:val=\"{}\"/></w:settings>",
        lang.pick(",", "."),
        lang.pick(";", ","),
    )
}

/// Returns the table of fonts, with one that others have where the font is missing.
pub(super) fn fonts(family: &str) -> String {
    let other = if family == "Calibri" { "<w:altName w:val=\"Carlito\"/>" } else { "" };
    let font = |name: &str, alt: &str, kind: &str, pitch: &str| {
        format!(
            "<w:font w:name=\"{}\">{alt}<w:charset w:val=\"EE\"/><w:family w:val=\"{kind}\"/><w:pitch w:val=\"{pitch}\"/></w:font>",
            escaped(name)
        )
    };
    format!(
        "{DECLARATION}<w:fonts {NAMESPACES}>{}{}</w:fonts>",
        font(family, other, "swiss", "variable"),
        font("Courier New", "", "modern", "fixed")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_date_is_a_date() {
        assert!(is_date("2026-11-30"));
        for other in ["", "30.11.2026", "2026-11", "2026-11-3", "2026-11-30T"] {
            assert!(!is_date(other), "{other}");
        }
    }

    #[test]
    fn nothing_is_filled_on_opening() {
        assert!(!settings(Lang::Pl, true, None).contains("updateFields"));
    }
}
