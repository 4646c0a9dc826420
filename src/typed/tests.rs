//! The dialect, text by text.

use super::*;

/// Says blocks in one line: `a / b` for two lines, `[1) x; 2) y]` for a list, `{a | b || c | d}` for a table.
fn said(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Paragraph(line) => words(line),
        Block::Heading(level, line) => format!("{}{}", "#".repeat(*level), words(line)),
        Block::Note(label, line) => format!("^{label}: {}", words(line)),
        Block::List(list) => {
            let label = |at: usize| {
                list.numbers.map_or_else(|| "•".to_owned(), |(by, first)| by.label(first + at as u64))
            };
            let items =
                list.items.iter().enumerate().map(|(at, item)| format!("{} {}", label(at), said(item)));
            let items: Vec<String> = items.collect();
            format!("[{}]", items.join(if list.tight { "; " } else { ";; " }))
        }
        Block::Table(table) => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | ")
            };
            let rows: Vec<String> = std::iter::once(&table.head).chain(&table.rows).map(row).collect();
            format!("{{{}}}", rows.join(" || "))
        }
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" ¶ ")
}

fn words(line: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(inner) => format!("<b>{}</b>", words(inner)),
        Inline::Emphasis(inner) => format!("<i>{}</i>", words(inner)),
        Inline::Link(address, inner) => format!("<{address}>{}</>", words(inner)),
        Inline::Note(label) => format!("<^{label}>"),
        Inline::Source(id) => format!("<{id}>"),
        Inline::Break => " / ".to_owned(),
    };
    line.iter().map(one).collect()
}

/// Asks what each text means.
fn mean(texts: &[(&str, &str)]) {
    for (text, meaning) in texts {
        assert_eq!(said(&read(text)), *meaning, "{text:?}");
    }
}

/// Asks that each text means itself.
fn stay(texts: &[&str]) {
    texts.iter().for_each(|text| mean(&[(text, &text.replace('\n', " / "))]));
}

#[test]
fn signs_are_signs() {
    stay(
        &[
            "2*24*1750 zł = 84 000 zł",
            "Stawka 2os.*12m-cy*3500zł",
            "2 *3* 4 i 2 * 3 * 4 i 2**3**4 i 5 zł *godziny* 7",
            "zł* za godzinę\n*stawka brutto, cena 4 zł*",
            "*) uwaga 30 zł*)",
            "koszt** i stawka**",
            "snake_case_x, _a_.py, jan_kowalski_1@x.pl, __init__, ____ i _ _",
            "+ 12 % w A\n+ 4 % w B",
            "> 30 lat",
            "< 18 lat\n= 4 osoby\n~90 zł~ ~~100 zł~~",
            "# 1 w powiecie\n#hasztag",
            "- 12 % w A\n+ 4 % w B\n- 3 % w C",
            "Spadek:\n– 12 %",
            "-12 %\n-4 %",
            "W gminie jest ich 320\n– to mniej niż rok temu.",
            "Praca jest.\n- powiedział wójt",
            "1. maja ruszy nabór",
            "1. maja\n2. maja",
            "2027.\n2028.",
            "Rok\n2027. był trudny",
            "C:\\dane\\_nowe\\*.csv i \\\\serwer\\*x* i a\\b",
            "&copy; &amp; <b>x</b> <https://x.pl> `kod` $x$ ^2^",
            "Wiersz\n===\ndalej\n---\n***",
            "```chart bars\nrows: []\n```",
            "[ ] [x] [E9] [a](gdzie indziej) [a](javascript:x) ![",
            "§ 3 ust. 2, 12:30, 10-12, 2-3 osoby, 1- i 2",
            "* ",
            "*",
            "-",
            "\\",
            "a |\nb | c",
            "18.02. spotkanie",
            "a) jeden punkt",
            "W pkt 3)\nb) mowa",
            ": początek",
            "####### x\n##x",
        ]
        .map(str::trim),
    );
}

#[test]
fn marks_are_marks() {
    mean(&[
        ("**ważne** i *to*, _też_", "<b>ważne</b> i <i>to</i>, <i>też</i>"),
        ("(**45** osób), „*x*”, **+12 %**", "(<b>45</b> osób), „<i>x</i>”, <b>+12 %</b>"),
        ("***x*** **a *b* c** *a **b***", "<b><i>x</i></b> <b>a <i>b</i> c</b> <i>a <b>b</b></i>"),
        ("**dwa\nwiersze**", "<b>dwa / wiersze</b>"),
        ("2 \\* 3, \\_x\\_, \\[E1]\n1\\. maja\n\\- x", "2 * 3, _x_, [E1] / 1. maja / - x"),
        (
            "[strona](https://x.pl/a_(b)) i [m](mailto:a@x.pl)",
            "<https://x.pl/a_(b)>strona</> i <mailto:a@x.pl>m</>",
        ),
        ("a[^1] b\n\n[^1]: nota\ndalej", "a<^1> b ¶ ^1: nota / dalej"),
        ("## Nagłówek\ntekst\n### Niższy", "##Nagłówek ¶ tekst ¶ ###Niższy"),
        ("jeden\ndwa\n\ntrzy", "jeden / dwa ¶ trzy"),
        (&cited("ludzi [E1] jest", |_| true, |id| format!("{SOURCE}{id}{SOURCE}")), "ludzi<E1> jest"),
    ]);
}

#[test]
fn items_are_lists() {
    mean(&[
        ("Przyczyny:\na) brak,\nb) dojazd\nWnioski", "Przyczyny: ¶ [a) brak,; b) dojazd] ¶ Wnioski"),
        ("1- doradca\n2- staż", "[1- doradca; 2- staż]"),
        ("(1) a\n(2) b", "[(1) a; (2) b]"),
        ("3) a\n4) b", "[3) a; 4) b]"),
        ("1. a\n\n2. b", "[1. a;; 2. b]"),
        ("1. a\n3. b\n4. c", "1. a ¶ [3. b; 4. c]"),
        ("i) a\nii) b\niii) c", "[i) a; ii) b; iii) c]"),
        ("h) a\ni) b\nj) c", "[h) a; i) b; j) c]"),
        ("I. a\nII. b", "[I. a; II. b]"),
        ("A. a\nB. b", "[A. a; B. b]"),
        ("- a\n- b", "[• a; • b]"),
        ("* a\n* b", "[• a; • b]"),
        ("– a\n– b", "[• a; • b]"),
        ("• a", "[• a]"),
        ("·  a\n\u{f0b7} b\n\u{f0a7}\tc\no\td", "[• a] ¶ [• b] ¶ [• c] ¶ [• d]"),
        ("Skutki:\n– bieda", "Skutki: ¶ [• bieda]"),
        ("- 12 osób\n- 4 osoby", "[• 12 osób; • 4 osoby]"),
        ("- a\n  - b\n  - c\n- d", "[• a ¶ [• b; • c]; • d]"),
        ("- a\n    - b", "[• a ¶ [• b]]"),
        ("1) a\na) b\nb) c\n2) d", "[1) a ¶ [a) b; b) c]; 2) d]"),
        ("1. a\n2. b\n- c\n- d", "[1. a; 2. b] ¶ [• c; • d]"),
        ("- a\n  dalej\n- b", "[• a / dalej; • b]"),
        ("- brak dojazdu do\nmiasta\n- b", "[• brak dojazdu do / miasta; • b]"),
        ("- a\n\n  drugi akapit\n- b", "[• a ¶ drugi akapit; • b]"),
        ("- jeden", "[• jeden]"),
    ]);
}

#[test]
fn rows_are_tables() {
    mean(&[
        ("| a | b |\n|---|:-:|\n| 1 | x\\|y |", "{a | b || 1 | x|y}"),
        ("a | b\n--|--\n1 | 2 | 3\n\nx", "{a | b |  || 1 | 2 | 3} ¶ x"),
        ("Gmina\tOsoby\nA\t120\nB\t90", "{Gmina | Osoby || A | 120 || B | 90}"),
        ("Gmina\t2024\t2025\nA\t1\t2", "{Gmina | 2024 | 2025 || A | 1 | 2}"),
        ("A\t120\nB\t90", "{ |  || A | 120 || B | 90}"),
        ("Lp.\tNazwa\n1.\tA\n2.\tB", "{Lp. | Nazwa || 1. | A || 2. | B}"),
        ("1.\tA\n2.\tB", "[1. A; 2. B]"),
        ("\tAkapit jeden\n\tAkapit dwa", "Akapit jeden / Akapit dwa"),
    ]);
}

#[test]
fn any_text_is_read_and_no_letter_is_lost() {
    const PIECES: [&str; 30] = [
        "\n",
        "\n\n",
        "  ",
        "\t",
        "- ",
        "– ",
        "* ",
        "1. ",
        "2. ",
        "a) ",
        "b) ",
        "• ",
        "## ",
        "# ",
        "|",
        "|-|-|\n",
        "**",
        "*",
        "_",
        "[",
        "](https://x.pl)",
        "[^1]",
        "[^1]: ",
        "\\",
        "`",
        "x",
        "tekst",
        "12",
        "zł",
        ":",
    ];
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..20_000 {
        let text: String = (0..random.usize(1..14)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
        let letters = |text: &str| -> String { text.chars().filter(|sign| sign.is_alphanumeric()).collect() };
        let labelled = said(&read(&text.replace("https://x.pl", "#x")));
        let bare = labelled
            .replace("<b>", "")
            .replace("</b>", "")
            .replace("<i>", "")
            .replace("</i>", "")
            .replace("<#x>", "");
        // The address of a link may stand behind its words.
        let typed = letters(&text.replace("](https://x.pl)", "](#x)"));
        let (mut typed, mut found) = (typed.replace('x', ""), letters(&bare).replace('x', ""));
        typed.retain(|sign| sign != '1');
        found.retain(|sign| sign != '1');
        assert_eq!(found, typed, "{text:?} as {labelled}");
    }
}

#[test]
fn long_texts_are_read_in_one_go() {
    // Were one of these read in the square of its length, the suite would stand still here.
    for piece in [
        "*a ",
        "[a](#",
        "a) x\n1) y\n",
        "- a\n",
        " - a\n  - b\n",
        "\ta\n",
        "_a*",
        "\\a",
        "a\tb\n",
        "[",
        "**a\n",
    ] {
        assert!(!read(&piece.repeat(100_000)).is_empty(), "{piece:?}");
    }
}
