//! What styles are called. In: a name as Polish or English Word and LibreOffice have it. Out: the English one, in small letters.

/// Polish and other names beside those that Word writes into a file; `#` stands for a number.
const NAMES: [[&str; 2]; 38] = [
    ["normalny", "normal"],
    ["domyślny styl akapitu", "normal"],
    ["default paragraph style", "normal"],
    ["tekst podstawowy", "body text"],
    ["treść tekstu", "body text"],
    ["text body", "body text"],
    ["nagłówek #", "heading #"],
    ["nagłówek", "header"],
    ["główka", "header"],
    ["stopka", "footer"],
    ["tytuł", "title"],
    ["podtytuł", "subtitle"],
    ["cytat", "quote"],
    ["legenda", "caption"],
    ["podpis", "caption"],
    ["data", "date"],
    ["spis treści #", "toc #"],
    ["nagłówek spisu treści", "toc heading"],
    ["tekst przypisu dolnego", "footnote text"],
    ["przypis dolny", "footnote text"],
    ["footnote", "footnote text"],
    ["odwołanie przypisu dolnego", "footnote reference"],
    ["footnote characters", "footnote reference"],
    ["znaki przypisu dolnego", "footnote reference"],
    ["hiperłącze", "hyperlink"],
    ["łącze internetowe", "hyperlink"],
    ["internet link", "hyperlink"],
    ["lista punktowana", "list bullet"],
    ["lista punktowana #", "list bullet #"],
    ["lista numerowana", "list number"],
    ["lista numerowana #", "list number #"],
    ["lista - kontynuacja", "list continue"],
    ["html - wstępnie sformatowany", "html preformatted"],
    ["html - kod", "html code"],
    ["domyślna czcionka akapitu", "default paragraph font"],
    ["standardowy", "normal table"],
    ["bez listy", "no list"],
    ["tekst tabeli", "table text"],
];

/// Returns the English name of a style.
pub fn english(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let numbered = name.rsplit_once(' ').filter(|(_, last)| last.bytes().all(|sign| sign.is_ascii_digit()));
    let (pattern, number) = match numbered {
        Some((base, number)) => (format!("{base} #"), number),
        None => (name.clone(), ""),
    };
    let known = NAMES.iter().find(|[known, _]| *known == pattern);
    known.map_or_else(|| name.clone(), |[_, english]| english.replace('#', number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_english_whatever_program_wrote_it() {
        for (name, meant) in [
            ("Nagłówek 1", "heading 1"),
            ("Heading 1", "heading 1"),
            ("Nagłówek", "header"),
            ("Spis  treści 3", "toc 3"),
            ("Lista punktowana 2", "list bullet 2"),
            ("Styl firmowy 7", "styl firmowy 7"),
        ] {
            assert_eq!(english(name), meant, "{name}");
        }
    }
}
