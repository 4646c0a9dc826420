//! Texts in two languages: a fault in either is found, and what one of them says is said.

use super::examples::{findings, patched};

/// Returns the codes of the faults of an application with a text at `{}`; that no value of its profile has been
/// compared with its source is none of it.
fn codes(patch: &str, [pl, en]: [&str; 2]) -> Vec<&'static str> {
    let text = format!("{{pl: \"{pl}\", en: \"{en}\"}}");
    let found = findings(patched(&patch.replace("{}", &text))).0;
    found.iter().map(|finding| finding.code).filter(|code| *code != "META-09").collect()
}

#[test]
fn a_fault_in_one_language_of_two_is_found() {
    let argument = "Strategia zakłada rynek pracy otwarty dla osób oddalonych od zatrudnienia; projekt przywraca \
         do pracy co dwudziestą z nich, a samorząd utrzyma doradców po jego końcu.";
    for (code, patch, sound, faulty) in [
        ("OBJ-09", "objectives: [{id: O2, title: {}}]", "60 osób ma pracę", "Creating 60 jobs"),
        ("OBJ-09", "objectives: [{id: O2, title: {}}]", "60 people have a job", "Przeszkolenie 60 osób"),
        ("NEED-12", "diagnosis: {needs: [{id: N1, title: {}}]}", "Dawne kwalifikacje", "Lack of training"),
        ("NEED-16", "diagnosis: {needs: [{id: N1, description: {}}]}", &argument.repeat(3), "Short."),
        (
            "HOR-06",
            "call: {profile: esf-plus}\ngender: {management: {}}",
            "Posiedzenia odbywają się w godzinach pracy żłobka.",
            "We respect the principle of equality.",
        ),
        (
            "BUD-16",
            "call.yaml: {indirect_bands: [{rate: 20}]}\nbudget: {lines: [{id: B4, text: {}}]}",
            "opieka prawna",
            "bookkeeping",
        ),
        ("ALIGN-03", "alignments: [{id: L3, argument: {}}]", argument, "It fits."),
    ] {
        assert_eq!(codes(patch, [sound, sound]), [""; 0], "{patch}");
        assert_eq!(codes(patch, [sound, faulty]), [code], "{patch}");
        assert_eq!(codes(patch, [faulty, sound]), [code], "{patch}");
    }
}

#[test]
fn what_one_language_says_is_said() {
    let taught = "call.yaml: {indirect_bands: [{rate: 20}]}\nbudget: {lines: [{id: B4, text: {}}]}";
    assert_eq!(codes(taught, ["kurs dla osób z grupy", "bookkeeping"]), [""; 0]);
}

#[test]
fn two_names_that_agree_in_one_language_are_one() {
    let patch = "partners: [{id: P2, name: {pl: Urząd Pracy, en: Office}}, {id: P3, name: {}}]";
    assert_eq!(codes(patch, ["Cech", "office"]), ["PARTNER-19"]);
    // A name that is the same in both languages repeats nothing.
    assert_eq!(codes(patch, ["Kadra", "Kadra"]), [""; 0]);
}
