//! What load reads equals what another YAML reader reads with the same types.

use pakt::inside::model::Application;

use super::{lines, one};

#[test]
fn a_whole_application_is_read_as_another_reader_reads_it() {
    let text = include_str!("fixtures/pact.yaml");
    let loaded = one(text);
    assert_eq!(lines(&loaded), "");
    let expected: Application = serde_yaml::from_str(text).expect("the fixture is sound");
    assert_eq!(loaded.application, expected);
    assert!(loaded.application.partners.len() == 5 && loaded.application.diagnosis.needs.len() == 2);
}
