//! What a `document.yaml` asks of the title page. Out: whose day, which lines, until when a notice stands.

use serde::Deserialize;

/// Whose day a document bears where the application says none of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dated {
    /// The application's, of which it is a part.
    #[default]
    Application,
    /// That of the agreement, else a line to be filled in; so for the others.
    Agreement,
    /// That of the pact.
    Pact,
    /// That on which the rules of procedure were adopted.
    Procedure,
    /// None: a line.
    Own,
}

/// How long a notice holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// As long as the document.
    #[default]
    Always,
    /// Until the partners adopt the rules of procedure.
    Adopted,
}

/// What stands under a document's title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subtitle {
    /// The project's title.
    #[default]
    Project,
    /// The pact's title, else the partnership's name.
    Pact,
    /// The partnership's name.
    Partnership,
}

/// A line of the title page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The partnership's name.
    Partnership,
    /// The leader's full name.
    Leader,
    /// The area.
    Area,
    /// The programme.
    Programme,
    /// The call's number.
    Call,
    /// The project's period.
    Period,
    /// What the project costs.
    Total,
    /// How long the pact holds.
    Validity,
    /// The version of the text.
    Version,
}

impl Fact {
    pub(super) fn of_project() -> Vec<Self> {
        use Fact::*;
        vec![Partnership, Leader, Area, Programme, Call, Period, Total]
    }
}
