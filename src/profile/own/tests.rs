//! A call's own file, whole and broken, alone and over others.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::Level;
use crate::joining::Files;
use crate::units::Count;

struct Disk(BTreeMap<&'static str, &'static str>);

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
        self.0.get(path).map(|text| text.as_bytes().to_vec()).ok_or_else(|| "not there".into())
    }
}

fn read(base: &str, files: &[(&'static str, &'static str)]) -> (Profile, Vec<String>) {
    let disk = Disk(files.iter().copied().collect());
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let reading = Reading { files: &disk, rules: &["NEED-02", "NEED-04"], sections: &["needs", "actions"] };
    let file = Named { path: files[0].0, shown: files[0].0, base, place: Place::parse("call/file") };
    let Own { profile, .. } = own(&file, reading, &mut sources, &mut findings);
    let told = findings.0.iter().map(|finding| {
        let at = finding.span.and_then(|span| sources.position(span)).map_or(0, |at| at.line);
        format!("{at} {} {}", finding.code, finding.place)
    });
    (profile, told.collect())
}

#[test]
fn a_file_may_say_no_more_than_what_its_call_changes() {
    let (profile, told) = read("esf-plus", &[("calls/2026.yaml", "numbers: {partners_min: 4}\n")]);
    assert_eq!(told, [""; 0]);
    assert_eq!(profile.lineage, ["2026", "esf-plus", "neutral"]);
    assert_eq!(profile.title.pl, "2026.yaml");
    let partners = &profile.numbers.partners_min;
    assert_eq!((partners.value, partners.origin.source.as_str()), (Count::new(4), "2026.yaml"));
}

#[test]
fn what_its_authors_say_blocks_with_and_without_a_source() {
    let text = "numbers: {partners_min: {value: 4, source: § 3}, risks_min: 5}\nlevels: {NEED-04: error}\n\
                form: {sections: [{id: s, fields: [{id: f, label: Field, limit: 9}]}]}\n\
                criteria: {stages: [{id: own, title: Own, source: § 9}]}\n";
    let (profile, told) = read("neutral", &[("call.yaml", text)]);
    assert_eq!(told, [""; 0]);
    assert_eq!(profile.unverified(), [""; 0]);
    assert_eq!(profile.numbers.partners_min.origin.source, "§ 3");
    assert_eq!(profile.level("NEED-04", Level::Advice), Some(Level::Error));
    assert_eq!(profile.field_limit("f").map(|limit| limit.value), Some(Count::new(9)));
}

#[test]
fn files_stand_over_each_other_and_paths_count_from_the_file_that_names_them() {
    let (profile, told) = read(
        "neutral",
        &[
            ("bids/one/call.yaml", "extends: ../house.yaml\nnumbers: {partners_min: 4}\n"),
            ("bids/house.yaml", "extends: pact\nnumbers: {partners_min: 9, risks_min: 7}\n"),
        ],
    );
    assert_eq!(told, [""; 0]);
    assert_eq!(profile.lineage, ["call", "house", "pact", "neutral"]);
    let numbers = &profile.numbers;
    assert_eq!((numbers.partners_min.value, numbers.risks_min.value), (Count::new(4), Count::new(7)));
}

#[test]
fn every_fault_is_told_and_all_else_still_counts() {
    let text = "levels: {NEED-2: error, NEED-04: off}\nnumbers:\n  partners_min: four\n  risks_min: 5\n\
                horizontal_required: [gender_equalty, green]\nid: pact\n";
    let (profile, told) = read("neutral", &[("call.yaml", text)]);
    let wanted = [
        "3 TYPE-08 numbers/partners_min",
        "6 CALL-06 id",
        "1 CALL-07 levels/NEED-2",
        "5 CALL-08 horizontal_required/0",
        "5 CALL-08 horizontal_required/1",
    ];
    assert_eq!(told, wanted);
    assert_eq!(profile.id, "call");
    assert_eq!(profile.numbers.risks_min.value, Count::new(5));
    assert_eq!(profile.numbers.partners_min.value, Count::new(2));
    assert_eq!(profile.horizontal_required.value, ["gender_equality"]);
    assert_eq!(profile.level("NEED-04", Level::Advice), None);
}

#[test]
fn share_rules_name_categories_that_exist_and_bounds_that_can_be_met() {
    let text = "share_rules:\n- {title: {pl: a, en: a}, categories: [partycipants], min: 60, max: 40}\n\
                - {title: {pl: b, en: b}, categories: [nothing_of_the_kind], max: 10}\n";
    let (profile, told) = read("neutral", &[("call.yaml", text)]);
    let wanted = ["2 CALL-08 share_rules/0/categories/0", "3 CALL-08 share_rules/1/categories/0"];
    assert_eq!(told, [wanted.as_slice(), &["2 CALL-12 share_rules/0/min"]].concat());
    let rules = profile.share_rules.expect("one rule is left").value;
    assert_eq!(rules.iter().map(|rule| &*rule.categories).collect::<Vec<_>>(), [["participants"]]);
}

#[test]
fn a_chain_of_files_ends() {
    let names: Vec<String> = (0..40).map(|number| format!("{number}.yaml")).collect();
    let texts: Vec<String> = (1..41).map(|number| format!("extends: {number}.yaml\n")).collect();
    let leaked = |text: &String| -> &'static str { text.clone().leak() };
    let files: Vec<(&str, &str)> =
        names.iter().zip(&texts).map(|(name, text)| (leaked(name), leaked(text))).collect();
    let (profile, told) = read("pact", &files);
    assert_eq!((told, profile.lineage.len()), (vec!["1 CALL-17 extends".to_owned()], 18));
}

#[test]
fn a_file_of_nothing_but_faults_leaves_the_profile_below() {
    for text in ["", "7", "[a, b]", "levels: [", "form: {sections: 3}\ncriteria: x\n", "numbers: {"] {
        let (profile, _) = read("pact", &[("call.yaml", text)]);
        assert_eq!(profile.numbers, named("pact").expect("pact").numbers, "{text}");
    }
}

#[test]
fn a_call_says_who_may_apply_in_everyday_words_and_slips_are_told() {
    let text = "region: lubelskei\napplicants: {kinds: [gmina, fundaccja]}\npartners: {sectors: [społeczny]}\n\
                groups_allowed: [bezroboczni, rybacy]\nindicators: [{code: PLFCO02, name: Szkoły, required: true}]\n\
                indicators_required: [PLFCO02, EECO2]\nown_terms: [{list: annex_kinds, code: vat, name: VAT}]\n";
    let (profile, told) = read("neutral", &[("call.yaml", text)]);
    let wanted = [
        "6 CALL-08 indicators_required/1",
        "1 CALL-08 region",
        "2 CALL-08 applicants/kinds/1",
        "4 CALL-08 groups_allowed/0",
        "7 CALL-26 own_terms/0/code",
    ];
    assert_eq!(told, wanted);
    assert_eq!(profile.region().map(|region| region.pl.as_str()), Some("lubelskie"));
    let bodies =
        |stated: &Option<super::super::Stated<super::super::Bodies>>| stated.clone().expect("given").value;
    assert_eq!(bodies(&profile.applicants).kinds, ["local_authority", "ngo"]);
    assert_eq!(bodies(&profile.partners).sectors, ["social"]);
    // `EECO2` may be several codes of the catalogue: none is taken for it.
    assert_eq!(profile.indicators_required.value, ["PLFCO02"]);
    assert!(profile.own_terms.expect("given").value.is_empty());
}
