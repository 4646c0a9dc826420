//! The edition for the public. In: an application. Out: the same without personal data.

use super::{Application, Described as _, Field, Partner, PartnerKind, Text};
use crate::units::Krs;

impl Application {
    /// Takes out what tells of single persons: fields marked as personal, authors that are no partner, and
    /// registers and address of partners that are one person's firm.
    pub fn without_personal_data(&mut self) {
        let authors = self.meta.authors.iter().filter(|author| self.is_body(author));
        self.meta.authors = authors.cloned().collect();
        self.forget_persons();
        self.partners.iter_mut().for_each(Partner::without_private_firm);
    }

    /// Tells whether an author is a partner or the partnership, by the name or the short name.
    fn is_body(&self, author: &str) -> bool {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let author = words(author);
        let acronym = self.partnership.acronym.get();
        let names = self.partners.iter().flat_map(|partner| [&partner.name, &partner.short]);
        let names = names.chain([&self.partnership.name]).filter_map(Field::get).flat_map(Text::all);
        let mut names = names.map(|(_, name)| name).chain(acronym.map(String::as_str));
        names.any(|name| words(name) == author)
    }
}

impl Partner {
    fn without_private_firm(&mut self) {
        // A firm with a tax number and no entry in the court register is a person's own: its numbers are
        // that person's, and its address may be a home.
        let private = self.kind.get().is_some_and(|kind| *kind == PartnerKind::from("private_enterprise"));
        if private && self.registers.krs.get().is_none_or(Krs::is_none) {
            self.registers = super::Registers::default();
            self.address = Field::Missing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::described::{Step, View, visit};

    const TEXT: &str = "
meta: {authors: [Anna Kos, FUNDACJA, Jan Lis, Spółka, Pakt Żółty, PŻ]}
partnership:
  name: Pakt Żółty
  acronym: PŻ
  leader: {partner: P1, person: Anna Kos, coordinator: Jan Lis, animator: Ewa Sowa, style: coordinator}
  team: [{partner: P1, function: doradca, name: Piotr Dąb}]
partners:
  - {id: P1, name: Fundacja, contact: biuro-kos, representatives: [{name: Anna Kos, function: prezeska, signs: true}]}
  - {id: P2, name: Zakład, kind: private_enterprise, address: ul. Domowa 1, registers: {nip: '5260001246', krs: nie dotyczy}}
  - {id: P3, name: Spółka, kind: private_enterprise, address: ul. Biurowa 2, registers: {nip: '5260001246', krs: '0000123456'}}
";

    #[test]
    fn no_person_is_left_and_nothing_else_is_lost() {
        let mut application: Application = serde_yaml::from_str(TEXT).expect("an application");
        application.without_personal_data();
        let mut text = String::new();
        visit(&application, &mut |spot| {
            spot.words().into_iter().for_each(|(_, words)| text += &format!("{words}\n"));
            if let View::Code(_, word) = spot.view {
                text += word;
            }
            if let View::Figure(figure) = spot.view {
                text += &figure.to_string();
            }
            Step::Into
        });
        for word in ["Anna", "Jan Lis", "Sowa", "Dąb", "biuro-kos", "Domowa"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        for word in ["prezeska", "doradca", "Fundacja", "coordinator", "0000123456", "Biurowa"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        let nips: Vec<bool> = application.partners.iter().map(|own| own.registers.nip.is_given()).collect();
        assert_eq!(nips, [false, false, true]);
        let authors: Vec<&str> = application.meta.authors.iter().map(String::as_str).collect();
        assert_eq!(authors, ["FUNDACJA", "Spółka", "Pakt Żółty", "PŻ"]);
    }
}
