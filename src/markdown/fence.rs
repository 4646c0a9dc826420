//! Fences that hold data of the tree. In: info string and YAML. Out: a block or a fault, and back.
//!
//! The tests show the keys of every kind.

use super::{Fault, FaultKind};
use crate::document::{
    Bar, Bars, Block, Day, Drawing, Edge, Figure, Gantt, GanttRow, Graph, Group, Lane, Lines, Reference,
    Signature,
};
use crate::lang::Lang;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeSet;

/// Reads a fence; `None` when it is plain code. A fault's line counts from the fence. A chart without an
/// alt text gets one in the language.
pub(super) fn read(info: &str, yaml: &str, lang: Lang) -> Option<Result<Block, Fault>> {
    let mut words = info.split_ascii_whitespace();
    Some(match (words.next()?, words.next(), words.next()) {
        ("chart", kind, None) => chart(kind.unwrap_or_default(), yaml, lang)
            .map(|(alt, drawing)| Block::Figure(Figure { alt, caption: Vec::new(), drawing }))
            .map_err(|Wrong { line, reason }| Fault { line, kind: FaultKind::Chart { reason } }),
        ("signatures", None, _) => parse::<Vec<Signature>>(yaml)
            .map(Block::Signatures)
            .map_err(|Wrong { line, reason }| Fault { line, kind: FaultKind::Signatures { reason } }),
        _ => return None,
    })
}

/// Returns the info string and the YAML of a figure; `None` for a picture. The caption stands
/// before the fence.
pub fn drawing_fence(figure: &Figure) -> (&'static str, String) {
    let alt = Some(figure.alt.clone());
    match figure.drawing.clone() {
        Drawing::Bars(Bars { bars, references }) => {
            ("chart bars", print(&BarsFence { alt, bars, references }))
        }
        Drawing::Groups { series, groups } => ("chart groups", print(&GroupsFence { alt, series, groups })),
        Drawing::Lines(Lines { days, lines }) => ("chart lines", print(&LinesFence { alt, days, lines })),
        Drawing::Gantt(Gantt { columns, spans, rows }) => {
            ("chart gantt", print(&GanttFence { alt, columns, spans, rows }))
        }
        Drawing::Graph(Graph { lanes, edges }) => ("chart graph", print(&GraphFence { alt, lanes, edges })),
    }
}

/// Returns the YAML of a `signatures` fence.
pub fn signatures_fence(signatures: &[Signature]) -> String {
    print(&signatures)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BarsFence {
    alt: Option<String>,
    bars: Vec<Bar>,
    #[serde(default)]
    references: Vec<Reference>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupsFence {
    alt: Option<String>,
    series: Vec<String>,
    groups: Vec<Group>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinesFence {
    alt: Option<String>,
    days: Vec<Day>,
    lines: Vec<Group>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GanttFence {
    alt: Option<String>,
    columns: Vec<String>,
    #[serde(default)]
    spans: Vec<(String, usize)>,
    rows: Vec<GanttRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GraphFence {
    alt: Option<String>,
    lanes: Vec<Lane>,
    #[serde(default)]
    edges: Vec<Edge>,
}

struct Wrong {
    line: usize,
    reason: String,
}

impl From<String> for Wrong {
    fn from(reason: String) -> Self {
        Self { line: 0, reason }
    }
}

fn parse<T: DeserializeOwned>(yaml: &str) -> Result<T, Wrong> {
    serde_yaml::from_str(yaml).map_err(|error| Wrong {
        line: error.location().map_or(0, |location| location.line()),
        reason: error.to_string(),
    })
}

fn print(fields: &impl Serialize) -> String {
    serde_yaml::to_string(fields).expect("strings, numbers and lists always fit into YAML")
}

fn chart(kind: &str, yaml: &str, lang: Lang) -> Result<(String, Drawing), Wrong> {
    let (alt, drawing) = match kind {
        "bars" => {
            let BarsFence { alt, bars, references } = parse(yaml)?;
            (alt, Drawing::Bars(Bars { bars, references }))
        }
        "groups" => {
            let GroupsFence { alt, series, groups } = parse(yaml)?;
            (alt, Drawing::Groups { series, groups })
        }
        "lines" => {
            let LinesFence { alt, days, lines } = parse(yaml)?;
            (alt, Drawing::Lines(Lines { days, lines }))
        }
        "gantt" => {
            let GanttFence { alt, columns, spans, rows } = parse(yaml)?;
            (alt, Drawing::Gantt(Gantt { columns, spans, rows }))
        }
        "graph" => {
            let GraphFence { alt, lanes, edges } = parse(yaml)?;
            (alt, Drawing::Graph(Graph { lanes, edges }))
        }
        other => Err(format!("unknown chart `{other}`, expected bars, groups, lines, gantt or graph"))?,
    };
    drawable(&drawing)?;
    let alt = alt.unwrap_or_else(|| drawing.alt(lang));
    if alt.trim().is_empty() {
        Err("`alt` is empty".to_owned())?;
    }
    Ok((alt, drawing))
}

/// Tells what no writer could draw.
fn drawable(drawing: &Drawing) -> Result<(), String> {
    match drawing {
        Drawing::Bars(bars) => {
            let references = bars.references.iter().map(|reference| reference.value);
            finite(bars.bars.iter().map(|bar| bar.value).chain(references))
        }
        Drawing::Groups { series, groups } => {
            if let Some(group) = groups.iter().find(|group| group.bars.len() != series.len()) {
                return Err(format!("group `{}` needs one bar a series", group.label));
            }
            finite(groups.iter().flat_map(|group| &group.bars).map(|bar| bar.value))
        }
        Drawing::Lines(Lines { days, lines }) => {
            if let Some(line) = lines.iter().find(|line| line.bars.len() != days.len()) {
                return Err(format!("line `{}` needs one bar a day", line.label));
            }
            let bars = lines.iter().flat_map(|line| &line.bars).map(|bar| bar.value);
            finite(bars.chain(days.iter().map(|day| day.at)))
        }
        Drawing::Gantt(gantt) => columns(gantt),
        Drawing::Graph(graph) => ends(graph),
    }
}

fn finite(mut values: impl Iterator<Item = f64>) -> Result<(), String> {
    match values.find(|value| !value.is_finite()) {
        Some(value) => Err(format!("a bar of length {value} cannot be drawn")),
        None => Ok(()),
    }
}

fn columns(Gantt { columns, spans, rows }: &Gantt) -> Result<(), String> {
    let width = columns.len();
    // Saturating, because the numbers are a template's and may be anything.
    let spanned = spans.iter().fold(0_usize, |sum, (_, columns)| sum.saturating_add(*columns));
    if !spans.is_empty() && spanned != width {
        return Err(format!("the spans do not add up to the {width} columns"));
    }
    for row in rows {
        let backwards = row.columns.is_some_and(|(first, last)| first > last || last >= width);
        if backwards || row.marks.iter().any(|(column, _)| *column >= width) {
            return Err(format!("row `{}` leaves the {width} columns, which count from 0", row.label));
        }
    }
    Ok(())
}

fn ends(Graph { lanes, edges }: &Graph) -> Result<(), String> {
    let ids: BTreeSet<&str> =
        lanes.iter().flat_map(|lane| &lane.vertices).map(|vertex| vertex.id.as_str()).collect();
    match edges.iter().flat_map(|edge| [&edge.from, &edge.to]).find(|end| !ids.contains(end.as_str())) {
        Some(end) => Err(format!("an edge names `{end}`, which stands in no lane")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FENCES: [(&str, &str); 6] = [
        (
            "chart bars",
            r#"
alt: Bezrobocie w powiecie 24,2 %, w Polsce 5,4 %.
bars:
  - {label: powiat szydłowiecki, value: 24.2, words: "24,2 %", strong: true}
references:
  - {label: Polska, value: 5.4, words: "5,4 %"}
"#,
        ),
        (
            "chart groups",
            r#"
alt: Kobiety 12, mężczyźni 8.
series: [kobiety, mężczyźni]
groups:
  - {label: "2027", bars: [{value: 12, words: "12"}, {value: 8, words: "8"}]}
"#,
        ),
        (
            "chart lines",
            r#"
alt: Powiat 28,2 % w 2016 r. i 24,2 % w 2025 r.
days: [{label: "2016", at: 0}, {label: "2025", at: 3075}]
lines:
  - {label: powiat, bars: [{value: 28.2, words: "28,2 %", strong: true}, {value: 24.2, words: "24,2 %", strong: true}]}
"#,
        ),
        (
            "chart gantt",
            r#"
alt: Zadanie 1 trwa od I do II kwartału 2027 r.
columns: [I, II, III, IV]
spans: [["2027", 4]]
rows:
  - {label: Zadanie 1, columns: [0, 1], marks: [[1, raport]]}
  - {label: Zadanie 2}
"#,
        ),
        (
            "chart graph",
            r#"
alt: Potrzeba N1 prowadzi do celu C1.
lanes:
  - {label: Potrzeby, vertices: [{id: N1, label: brak pracy}]}
  - {label: Cele, vertices: [{id: C1, label: praca, gap: true}]}
edges:
  - {from: N1, to: C1, inherited: true}
"#,
        ),
        (
            "signatures",
            r#"
- party: Gmina Szydłowiec
  name: Jan Nowak
  function: burmistrz
  mandate: art. 31 ustawy o samorządzie gminnym
  place_label: miejscowość i data
  sign_label: podpis
"#,
        ),
    ];

    #[test]
    fn every_fence_is_read_and_written_back() {
        for (info, yaml) in FENCES {
            let block =
                read(info, yaml, Lang::Pl).expect("a fence of ours").map_err(|fault| format!("{fault:?}"));
            let block = block.expect("a good body");
            let again = match &block {
                Block::Figure(figure) => drawing_fence(figure),
                Block::Signatures(signatures) => ("signatures", signatures_fence(signatures)),
                other => panic!("{other:?}"),
            };
            assert_eq!(again.0, info);
            assert_eq!(read(info, &again.1, Lang::Pl), Some(Ok(block)), "{}", again.1);
        }
    }

    #[test]
    fn a_chart_without_an_alt_text_tells_its_data() {
        let yaml = "bars: [{label: women, value: 12, words: '12'}, {label: men, value: 8, words: '8'}]";
        match read("chart bars", yaml, Lang::En) {
            Some(Ok(Block::Figure(figure))) => assert_eq!(figure.alt, "Bar chart: women – 12; men – 8."),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_faulty_body_says_where_and_why() {
        let fault = |info, yaml| match read(info, yaml, Lang::Pl) {
            Some(Err(fault)) => fault,
            other => panic!("{other:?}"),
        };
        let chart = |reason: &str| FaultKind::Chart { reason: reason.to_owned() };
        assert_eq!(
            fault("chart pie", "alt: x").kind,
            chart("unknown chart `pie`, expected bars, groups, lines, gantt or graph")
        );
        assert_eq!(fault("chart bars", "alt: ' '\nbars: []").kind, chart("`alt` is empty"));
        assert_eq!(
            fault("chart bars", "alt: x\nbars: [{value: .inf, words: ''}]").kind,
            chart("a bar of length inf cannot be drawn")
        );
        assert_eq!(
            fault("chart gantt", "alt: x\ncolumns: [I]\nrows: [{label: Z, columns: [0, 1]}]").kind,
            chart("row `Z` leaves the 1 columns, which count from 0")
        );
        assert_eq!(
            fault(
                "chart gantt",
                "alt: x\ncolumns: [I]\nspans: [[a, 18446744073709551615], [b, 2]]\nrows: []"
            )
            .kind,
            chart("the spans do not add up to the 1 columns")
        );
        assert_eq!(
            fault("chart graph", "alt: x\nlanes: []\nedges: [{from: a, to: b}]").kind,
            chart("an edge names `a`, which stands in no lane")
        );
        assert_eq!(fault("signatures", "- party: x\n- parties: x").line, 2);
    }
}
