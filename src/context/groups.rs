//! Target groups. Out: `Group`, `People`.

use super::evidence;
use super::quantity;
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named};
use crate::model;
use crate::units::{Count, Share};

shown! {
    /// A target group.
    Group from (voice, group: model::Group) {
        /// Its id.
        id: String;
        /// Its name.
        name: Option<String> = Some(voice.must_name(voice.example(voice.shown(group.name()), &group.fictional), group.name()));
        /// Whether entities are counted and not people.
        is_of_entities: bool = !group.is_of_people();
        /// How many people or entities the project supports.
        size: People = People::of(voice, &group, &group.size);
        /// How many there are in the area.
        population: People = People::of(voice, &group, &group.population);
        /// What they are like, as Markdown.
        features: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(group.short());
        /// What they need.
        needs: Vec<String>;
        /// What stands in their way.
        barriers: Vec<Barrier>;
        /// What they expect.
        expectations: Vec<String>;
        /// What shows their interest, as Markdown.
        interest: Option<String>;
        /// The ids of the sources that describe them.
        evidence: Vec<String>;
        /// Those that no text of it names, in words: title, publisher and day. They stand once after the group.
        other_sources: Vec<String> = evidence::unnamed(voice, group.entry, |id| group.entry.evidence.names(id));
        /// Why this group, as Markdown.
        justification: Option<String>;
        /// Where they live.
        area_note: Option<String>;
        /// How they are recruited, as Markdown.
        recruitment: Option<String>;
        /// The call's category.
        category: Option<String>;
        /// The actions that reach it.
        actions: Vec<Named> = voice.all_called(voice.facts.actions_reaching(group.id));
        /// The partners that speak for it.
        represented_by: Vec<Named> =
            voice.all_called(voice.facts.partners.iter().filter(|partner| partner.represents.names(group.id)));
    }

    /// A number of people, with women and men; of entities for a group of them.
    People {
        /// All.
        total: Option<u64>;
        /// Women.
        women: Option<u64>;
        /// Men.
        men: Option<u64>;
        /// Women in percent of all, with one decimal where it is not whole.
        women_share: Option<Exact<Share>>;
        /// The number with its noun: `120 osób`, `40 podmiotów`.
        words: Option<String>;
        /// How many entities the project supports besides: `40 podmiotów`; none without groups of them.
        entities: Option<String>;
    }

    /// What stands in a group's way.
    Barrier from (voice, barrier: model::Barrier) {
        /// What it is.
        text: Option<String>;
        /// The actions that answer it.
        answered_by: Vec<Named>;
    }
}

impl People {
    fn of(voice: &Voice<'_, '_>, group: &model::Group, size: &model::Size) -> Self {
        let count = |field: &model::Field<Count>| field.get().map(|count| count.get());
        let total = count(&size.total);
        let words = total.map(|total| quantity::counted(voice.lang, total, group.is_of_people()));
        if group.is_of_people() {
            return Self { words, ..Self::new(total, count(&size.women), count(&size.men)) };
        }
        Self { words, ..Self::new(total, None, None) }
    }

    fn new(total: Option<u64>, women: Option<u64>, men: Option<u64>) -> Self {
        let amount = |count: u64| i64::try_from(count).ok().map(crate::units::Money::from_grosze);
        // More women than people is a fault of its own, and no share.
        let whole = women.zip(total).filter(|(women, total)| women <= total);
        let share = whole.and_then(|(women, total)| Share::of(amount(women)?, amount(total)?));
        Self {
            total,
            women,
            men,
            women_share: share.map(|share| Exact(share.in_tenths())),
            ..Self::default()
        }
    }

    /// Adds the people of all groups, and the entities apart; nothing where groups overlap or a number is missing.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Self {
        let groups = &voice.facts.groups;
        if groups.is_empty() || groups.iter().any(|group| group.overlaps.copied() == Some(true)) {
            return Self::default();
        }
        let sum = |are_people: bool, part: fn(&model::Size) -> &model::Field<Count>| -> Option<u64> {
            let of_kind = groups.iter().filter(|group| group.is_of_people() == are_people);
            let sum: Option<Count> = of_kind.map(|group| part(&group.size).copied()).sum();
            sum.map(Count::get).filter(|sum| *sum > 0)
        };
        let counted = |are_people: bool| {
            let sum = sum(are_people, |size| &size.total)?;
            Some(quantity::counted(voice.lang, sum, are_people))
        };
        let of_people = |part| sum(true, part);
        Self {
            words: counted(true),
            entities: counted(false),
            ..Self::new(
                of_people(|size| &size.total),
                of_people(|size| &size.women),
                of_people(|size| &size.men),
            )
        }
    }
}
