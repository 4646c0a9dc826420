//! The edition for the public. In: an application. Out: the same without personal data.

use super::{Application, Field, Partner, PartnerKind};

impl Application {
    /// Takes out what tells of single persons: names of representatives, of the leader's people and of the
    /// team, contacts, and registers of partners that are one person's firm.
    pub fn without_personal_data(&mut self) {
        let leader = &mut self.partnership.leader;
        for name in [&mut leader.person, &mut leader.coordinator, &mut leader.animator] {
            *name = Field::Missing;
        }
        self.partnership.team.iter_mut().for_each(|member| member.name = Field::Missing);
        self.partners.iter_mut().for_each(Partner::without_personal_data);
    }
}

impl Partner {
    fn without_personal_data(&mut self) {
        self.contact = Field::Missing;
        self.representatives.iter_mut().for_each(|person| person.name = Field::Missing);
        // A firm with a tax number and no entry in the court register is a person's own: its numbers are
        // that person's.
        let private = self.kind.get().is_some_and(|kind| *kind == PartnerKind::from("private_enterprise"));
        if private && !self.registers.krs.is_given() {
            self.registers = super::Registers::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
partnership:
  leader: {partner: P1, person: Anna Kos, coordinator: Jan Lis, animator: Ewa Sowa, style: coordinator}
  team: [{partner: P1, function: doradca, name: Piotr Dąb}]
partners:
  - {id: P1, name: Fundacja, contact: biuro-kos, representatives: [{name: Anna Kos, function: prezeska, signs: true}]}
  - {id: P2, name: Zakład, kind: private_enterprise, registers: {nip: '5260001246'}}
  - {id: P3, name: Spółka, kind: private_enterprise, registers: {nip: '5260001246', krs: '0000123456'}}
";

    #[test]
    fn no_person_is_left_and_nothing_else_is_lost() {
        let mut application: Application = serde_yaml::from_str(TEXT).expect("an application");
        application.without_personal_data();
        let text = serde_json::to_string(&application).expect("it can be written");
        for word in ["Anna", "Jan Lis", "Sowa", "Dąb", "biuro-kos"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        for word in ["prezeska", "doradca", "Fundacja", "coordinator", "0000123456"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        let nips: Vec<bool> = application.partners.iter().map(|own| own.registers.nip.is_given()).collect();
        assert_eq!(nips, [false, false, true]);
    }
}
