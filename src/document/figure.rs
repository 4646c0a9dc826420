//! Charts and pictures. In: nothing. Out: `Figure`, always with an alt text.
//!
//! Values are numbers already rounded for show, each with the words that stand beside it, so that
//! no writer formats a number. What a `chart` fence of Markdown lists is read by serde as it stands.

use super::Inlines;
use serde::{Deserialize, Serialize};

/// A drawing with what it says in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What the drawing shows, in words and figures; never empty.
    pub alt: String,
    /// The caption; empty for none.
    pub caption: Inlines,
    /// The drawing.
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Bars, one a row, with reference values.
    Bars(Bars),
    /// Groups of bars side by side, one colour and one pattern a series.
    Groups {
        /// The names of the series, in order.
        series: Vec<String>,
        /// The groups, each with one bar a series.
        groups: Vec<Group>,
    },
    /// A measure over time, a line an area.
    Lines(Lines),
    /// Work over time.
    Gantt(Gantt),
    /// Things and the links between them, in lanes from left to right.
    Graph(Graph),
}

/// Horizontal bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// One bar a row.
    pub bars: Vec<Bar>,
    /// Lines across all bars to compare with.
    pub references: Vec<Reference>,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bar {
    /// The words before the bar.
    pub label: String,
    /// Its length, in the unit that all bars of a figure share.
    pub value: f64,
    /// The value as the reader sees it ("24,2 %").
    pub words: String,
    /// Whether this is the one the figure is about.
    pub strong: bool,
}

/// A value to compare with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reference {
    /// Its name ("Polska").
    pub label: String,
    /// The value, in the unit of the bars.
    pub value: f64,
    /// The value as the reader sees it.
    pub words: String,
}

/// Bars that stand together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// What the group is.
    pub label: String,
    /// One bar a series, in the order of the series; its own label is not shown.
    pub bars: Vec<Bar>,
}

/// A measure over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The days that are measured, from the first to the last.
    pub days: Vec<Day>,
    /// One line an area, each with one bar a day; a bar without words is a day that nobody measured.
    pub lines: Vec<Group>,
}

/// A day on the axis of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Day {
    /// The day as the reader sees it.
    pub label: String,
    /// How many days have passed since the first one.
    pub at: f64,
}

/// Work over time, by months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gantt {
    /// The names of the months or quarters, one a column.
    pub columns: Vec<String>,
    /// The heads over the columns ("2027") and how many columns each spans.
    pub spans: Vec<(String, usize)>,
    /// One row an action.
    pub rows: Vec<GanttRow>,
}

/// A row of a Gantt chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GanttRow {
    /// What is done.
    pub label: String,
    /// The columns it takes, first and last, counted from 0; `None` when it has no dates.
    pub columns: Option<(usize, usize)>,
    /// Columns with a milestone, each with its name.
    pub marks: Vec<(usize, String)>,
}

/// Things in lanes and the links between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The lanes, from left to right.
    pub lanes: Vec<Lane>,
    /// The links.
    pub edges: Vec<Edge>,
}

/// A lane of a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lane {
    /// Its head ("Potrzeby").
    pub label: String,
    /// Its things, from the top.
    pub vertices: Vec<Vertex>,
}

/// A thing in a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Vertex {
    /// The id that links name; shown before the label.
    pub id: String,
    /// What it is.
    pub label: String,
    /// Whether it marks a gap, drawn dashed.
    pub gap: bool,
}

/// A link between two things.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Edge {
    /// Where it starts.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Whether the link is only inherited, drawn dashed.
    pub inherited: bool,
}
