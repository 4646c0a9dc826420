//! The files of packs, and the page that shows them.

use super::*;

#[test]
fn the_page_holds_every_text_as_its_file_does() {
    let yaml = "meta: {title: \"Tytuł <b> & \\\"znak\\\"\"}\nportal: {summary: \"\\n\\na <b>\\n\\n- c\"}\n";
    let (pack, _) = packed(yaml, &named("esf-plus"), Lang::Pl);
    let all = files(&pack, Lang::Pl, &crate::write::Style::default());
    let page = all.iter().find(|file| file.path.ends_with("overview.html")).expect("it is there");
    let page = String::from_utf8(page.bytes.clone()).expect("HTML is text");
    let mut shown = 0;
    for sheet in pack.fields.iter().filter(|sheet| sheet.file.is_some()) {
        let id = format!("id=\"pakt:field-{}\"", sheet.key);
        let from = page.find(&id).unwrap_or_else(|| panic!("no {id}"));
        let inner =
            page[from..].split("<pre tabindex=\"0\">\n").nth(1).and_then(|rest| rest.split("</pre>").next());
        let text = inner.expect("a text").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        assert_eq!(text.replace("&amp;", "&"), sheet.text, "{}", sheet.key);
        shown += usize::from(!sheet.text.is_empty());
    }
    assert!(shown > 2, "{shown}");
}

#[test]
fn every_kind_of_repetition_has_a_file_a_thing() {
    let yaml = "partners:\n  - {id: P1, name: A, status: leader}\n  - {id: P2, name: B, status: partner}\n  - {id: P3, name: C, status: associate}\nactions: [{id: A/1, title: a}, {id: A-1, title: b}]\nindicators: [{id: I1, of: A-1, kind: output, name: i, target: 1, unit: os.}]\n";
    let (pack, _) = packed(yaml, &named("esf-plus"), Lang::Pl);
    let files: Vec<&str> = pack.fields.iter().filter_map(|sheet| sheet.file.as_deref()).collect();
    for name in [
        "08-realizatorzy-P2.txt",
        "09-wskazniki-produktu-sposob-pomiaru-I1.txt",
        "10-wskazniki-rezultatu-sposob-pomiaru.txt",
    ] {
        assert!(files.contains(&name), "{name}: {files:?}");
    }
    let tasks: Vec<&&str> = files.iter().filter(|name| name.contains("-zadania")).collect();
    assert_eq!(tasks.len(), 2, "{files:?}");
    assert!(!files.iter().any(|name| name.contains("P1") || name.contains("P3")), "{files:?}");
    let kinds = [Each::Action, Each::Partner, Each::Output, Each::Result];
    let used = |each: Each| {
        with_forms().iter().any(|profile| {
            profile.form.iter().flat_map(Form::fields).any(|(_, field)| field.each == Some(each))
        })
    };
    assert!(kinds.into_iter().all(used));
}

#[test]
fn the_form_as_one_document_holds_every_field_in_order_with_its_text() {
    let yaml = "meta: {title: Praca}\nportal: {summary: \"Pierwszy.\\n\\nDrugi.\"}\n";
    let (pack, _) = packed(yaml, &named("esf-plus"), Lang::Pl);
    let (stem, form) = form_file(&pack, Lang::Pl);
    assert_eq!(stem, "portal/esf-plus/form");
    let words = form.words().0;
    let mut at = 0;
    for sheet in &pack.fields {
        let label = words[at..].iter().position(|words| words.ends_with(&sheet.label));
        at += label.unwrap_or_else(|| panic!("{} is not there or out of order", sheet.label)) + 1;
        let own =
            words[at..].iter().position(|words| !words.contains(&*sheet.label)).map(|own| &words[at + own]);
        assert!(own.is_some(), "{} says nothing of its state", sheet.label);
    }
    let texts: Vec<&str> = pack.fields.iter().flat_map(|sheet| sheet.text.lines()).collect();
    assert!(texts.len() > 2, "{texts:?}");
    for text in texts {
        assert!(words.iter().any(|words| words.lines().any(|line| line == text)), "{text}");
    }
    let is_counted = |words: &String| words.starts_with("gotowe") && words.contains("znaki: ");
    assert!(words.iter().any(is_counted), "{words:?}");
}
