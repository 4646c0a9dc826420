//! Target groups. Out: `Group`, `People`.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence;
use super::quantity;
use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::facts::Placed;
use crate::model;
use crate::units::{Count, Share};

/// A target group.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Whether entities are counted and not people.
    pub is_of_entities: bool,
    /// How many people or entities the project supports.
    pub size: People,
    /// How many there are in the area.
    pub population: People,
    /// What they are like, as Markdown.
    pub features: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
    /// What they need.
    pub needs: Vec<String>,
    /// What stands in their way.
    pub barriers: Vec<Barrier>,
    /// What they expect.
    pub expectations: Vec<String>,
    /// What shows their interest, as Markdown.
    pub interest: Option<String>,
    /// The ids of the sources that describe them.
    pub evidence: Vec<String>,
    /// These sources in words, each as title, publisher and day: what stands once after the group.
    pub sources: Vec<String>,
    /// Why this group, as Markdown.
    pub justification: Option<String>,
    /// Where they live.
    pub area_note: Option<String>,
    /// How they are recruited, as Markdown.
    pub recruitment: Option<String>,
    /// The call's category.
    pub category: Option<String>,
    /// The actions that reach it.
    pub actions: Vec<Named>,
    /// The partners that speak for it.
    pub represented_by: Vec<Named>,
}

/// A number of people, with women and men; of entities for a group of them.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct People {
    /// All.
    pub total: Option<u64>,
    /// Women.
    pub women: Option<u64>,
    /// Men.
    pub men: Option<u64>,
    /// Women in percent of all, with one decimal where it is not whole.
    pub women_share: Option<Exact<Share>>,
    /// The number with its noun: `120 osób`, `40 podmiotów`.
    pub words: Option<String>,
    /// How many entities the project supports besides: `40 podmiotów`; none without groups of them.
    pub entities: Option<String>,
}

/// What stands in a group's way.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Barrier {
    /// What it is.
    pub text: Option<String>,
    /// The actions that answer it.
    pub answered_by: Vec<Named>,
}

impl Group {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        voice.facts.groups.iter().map(|group| Self::one(voice, group)).collect()
    }

    fn one(voice: &Voice<'_, '_>, group: &Placed<'_, model::Group>) -> Self {
        let barrier = |barrier: At<'_, model::Barrier>| Barrier {
            text: voice.text(barrier.text()),
            answered_by: voice.all_named(&barrier.answered_by),
        };
        let names = |list: &model::List<model::Id>| list.iter().any(|id| id.as_str() == group.id);
        let actions = voice.facts.actions.iter().filter(|action| names(&action.groups));
        let partners = voice.facts.partners.iter().filter(|partner| names(&partner.represents));
        Self {
            id: group.id.to_owned(),
            name: Some(voice.must_name(voice.example(voice.text(group.name()), &group.fictional))),
            is_of_entities: !group.is_of_people(),
            size: People::of(voice, group, &group.size),
            population: People::of(voice, group, &group.population),
            features: voice.prose(group.features()),
            short: voice.short(group.short()),
            needs: voice.texts(group.needs()),
            barriers: group.barriers().each().map(barrier).collect(),
            expectations: voice.texts(group.expectations()),
            interest: voice.prose(group.interest()),
            evidence: voice.ids(&group.evidence),
            sources: evidence::credits(voice, |id| group.evidence.iter().any(|own| own.as_str() == id)),
            justification: voice.prose(group.justification()),
            area_note: voice.text(group.area_note()),
            recruitment: voice.prose(group.recruitment()),
            category: voice.plain(&group.category),
            actions: actions.filter_map(|action| voice.named(action.id)).collect(),
            represented_by: partners.filter_map(|partner| voice.named(partner.id)).collect(),
        }
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
