//! Looks read from text, with their exact reports.

use std::collections::BTreeMap;

use super::{Colour, Look, Paper, read};
use crate::diagnostic::{Findings, Value, say_all};
use crate::joining::Files;
use crate::lang::Lang;
use crate::source::Sources;
use crate::yaml::Input;

const LATO: &[u8] = include_bytes!("../write/pdf/fonts/lato/Lato-Regular.ttf");

/// Files in memory.
struct Folder(BTreeMap<&'static str, Vec<u8>>);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        self.0.get(path).cloned().ok_or_else(|| ["nie ma takiego pliku", "there is no such file"].into())
    }
}

fn folder() -> Folder {
    let mut picture = Vec::new();
    let mut writer = png::Encoder::new(&mut picture, 1, 1).write_header().expect("memory takes a header");
    writer.write_image_data(&[0]).expect("memory takes a picture");
    writer.finish().expect("memory takes an end");
    let ink = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x20\0\x40\x04".to_vec();
    Folder(BTreeMap::from([
        ("fonts/a.ttf", LATO.to_vec()),
        ("logo.png", picture),
        ("ink.jpg", ink),
        ("notes.txt", b"x".to_vec()),
        // A font whose outlines are CFF2, two glyphs of it, made by us.
        ("v.otf", include_bytes!("fonts/cff2.otf").to_vec()),
    ]))
}

/// Returns the look and what was told, a line each: place in the file, code, message, help.
fn look(text: &str, lang: Lang) -> (Look, Vec<String>) {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let input = Input { name: "style.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let look = read(input, &folder(), &mut sources, &mut findings);
    findings.0.sort_by_key(|finding| finding.span);
    let line = |finding: &crate::diagnostic::Diagnostic| {
        let at = sources.position(finding.span.expect("every finding has its bytes")).expect("in a file");
        let code = finding.code;
        let tables = [super::words(), crate::reading::words(), crate::units::Fault::words()];
        let words = tables.into_iter().find_map(|table| table.get(code)).expect("every code has words");
        let [message, help] =
            [words.message(lang), words.help(lang)].map(|words| say_all(words, &finding.values, lang));
        format!("{}:{} {code} {message} | {help}", at.line, at.column)
    };
    (look, findings.0.iter().map(line).collect())
}

#[test]
fn a_good_style_is_taken_whole() {
    let text = "paper: letter\nmargins: {top: 25,4, side: 12.7}\nsizes: {body: 11}\njustify: false\n\
        colours:\n  accent: \"#600030\"\n  wash: \"#f4eef1\"\nfonts: {regular: fonts/a.ttf}\n\
        header: {pl: Nagłówek, en: Head}\nstopka: Stopka\nlogos:\n- {file: logo.png, alt: Flaga UE}\n";
    let text = text.replace("25,4", "25.4");
    let (look, told) = look(&text, Lang::Pl);
    assert_eq!(told, [""; 0]);
    assert_eq!((look.paper, look.justify), (Some(Paper::Letter), Some(false)));
    assert_eq!((look.margins.top, look.margins.side, look.margins.bottom), (Some(72.0), Some(36.0), None));
    assert_eq!((look.sizes.body, look.sizes.table), (Some(11.0), None));
    assert_eq!(look.colours.accent, Some(Colour([0x60, 0, 0x30])));
    let fonts = look.fonts.as_ref().expect("the font opens");
    assert_eq!((fonts.family.as_str(), fonts.cuts[3].name.as_str()), ("Lato", "Lato-Regular"));
    assert_eq!(look.running(Lang::En, Lang::Pl), ["Head", "Stopka"]);
    assert_eq!(look.marks(Lang::Pl, Lang::Pl)[0].alt, "Flaga UE");
}

#[test]
fn an_empty_style_asks_for_nothing() {
    for text in ["", "# nic\n", "colours:\n"] {
        assert_eq!(look(text, Lang::Pl), (Look::default(), Vec::new()), "{text:?}");
    }
}

const BAD: &str = "\
paper: A3
margin: {top: 5}
sizes: {body: 7,5, title: duży}
colours:
  ink: #1b1f24
  muted: \"#999999\"
  accent: navy
  rule: c9d0d7
fonts: {regular: notes.txt, bold: b.ttf, italic: v.otf}
logos:
- {file: ink.jpg, alt: Herb}
- {file: logo.png}
justify: może
";

const REPORT: &str = "\
1:8 TYPE-37 „A3” nie należy do dozwolonych wartości | możliwe wartości: `A4`, `Letter`
2:1 KEY-01 nie ma tu pola „margin” | czy chodziło o `margins`?
2:15 STYLE-01 `top` ma wartość 5 mm; dopuszczalne są wartości od 18 do 40 mm | wpisz `top: 18` albo inną wartość z tego przedziału
3:15 STYLE-01 `body` ma wartość 7,5 pt; dopuszczalne są wartości od 8 do 14 pt | wpisz `body: 8` albo inną wartość z tego przedziału
3:27 TYPE-06 „duży” nie jest liczbą | wpisz liczbę, na przykład `24,2` albo `-6.3`
5:3 STYLE-08 kolor `ink` stoi bez cudzysłowu, więc YAML uznaje #1b1f24 za komentarz i koloru nie ma | wpisz `ink: \"#1b1f24\"`
6:10 STYLE-03 kolor `muted` (#999999) ma na tle #e6edf5 kontrast 2,4 : 1, a tekst potrzebuje co najmniej 4,5 : 1 | wpisz ciemniejszy odcień, na przykład `muted: \"#6b6b6b\"`
7:11 STYLE-02 „navy” nie jest zapisem koloru | wpisz `accent: \"#1f4e79\"`: kratka i sześć cyfr szesnastkowych, koniecznie w cudzysłowie
8:9 STYLE-02 „c9d0d7” nie jest zapisem koloru | wpisz `rule: \"#c9d0d7\"`: kratka i sześć cyfr szesnastkowych, koniecznie w cudzysłowie
9:18 STYLE-05 plik `notes.txt` nie jest czcionką, którą da się otworzyć | podaj plik TTF albo OTF jednej odmiany (nie WOFF, nie ZIP, nie czcionkę zmienną CFF2)
9:35 STYLE-04 nie można odczytać pliku `b.ttf`: nie ma takiego pliku | popraw ścieżkę; liczy się ją od folderu, w którym leży `style.yaml`
9:50 STYLE-05 plik `v.otf` nie jest czcionką, którą da się otworzyć | podaj plik TTF albo OTF jednej odmiany (nie WOFF, nie ZIP, nie czcionkę zmienną CFF2)
11:10 STYLE-07 plik `ink.jpg` nie jest obrazem PNG ani JPEG w kolorach RGB | zapisz logotyp jako PNG albo JPEG (z pliku SVG, PDF lub EPS wyeksportuje go program graficzny)
12:4 KEY-03 brakuje pola „alt” | dopisz `alt: …`
13:10 TYPE-34 „może” nie znaczy ani „tak”, ani „nie” | wpisz `true` (tak) albo `false` (nie)
";

#[test]
fn a_bad_style_is_told_of_at_every_place() {
    let bad = BAD.replace("7,5", "7.5");
    let (look, told) = look(&bad, Lang::Pl);
    assert_eq!(told, REPORT.lines().collect::<Vec<_>>());
    assert_eq!(look, Look::default());
}

#[test]
fn a_bad_style_is_told_of_in_english() {
    let (_, told) = look("colours: {muted: \"#999999\"}\nmargins: {side: 50}\n", Lang::En);
    assert_eq!(
        told,
        [
            "1:18 STYLE-03 the colour `muted` (#999999) has a contrast of 2.4 : 1 on #e6edf5; text needs at \
             least 4.5 : 1 | take a darker shade, for example `muted: \"#6b6b6b\"`",
            "2:17 STYLE-01 `side` is 50 mm; values from 10 to 40 mm are allowed | write `side: 40` or another \
             value of that range",
        ]
    );
}
