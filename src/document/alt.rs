//! What a chart shows, in words and figures, for those who hear it. In: a `Drawing`. Out: a text.
//!
//! For charts whose template gives no alt text of its own. Every label and every value is in it.

use std::collections::BTreeMap;

use super::{Bar, Bars, Drawing, Figure, Gantt, GanttRow, Graph, Group, Lines};
use crate::lang::Lang;

impl Figure {
    /// Tells whether its alt text is the one that [`Drawing::alt`] makes.
    pub fn is_alt_made(&self, lang: Lang) -> bool {
        self.alt == self.drawing.alt(lang)
    }
}

impl Drawing {
    /// Returns an alt text.
    pub fn alt(&self, lang: Lang) -> String {
        match self {
            Self::Bars(bars) => of_bars(bars, lang),
            Self::Groups { series, groups } => of_groups(series, groups, lang),
            Self::Lines(lines) => of_lines(lines, lang),
            Self::Gantt(gantt) => of_gantt(gantt, lang),
            Self::Graph(graph) => of_graph(graph, lang),
        }
    }
}

fn of_bars(bars: &Bars, lang: Lang) -> String {
    let mut text = lang.pick("Wykres słupkowy", "Bar chart").to_owned();
    list(&mut text, ": ", bars.bars.iter().map(|bar| valued(&bar.label, bar)));
    let references = bars.references.iter().map(|one| pair(&one.label, &one.words));
    list(&mut text, lang.pick(". Wartości odniesienia: ", ". Reference values: "), references);
    text + "."
}

fn of_groups(series: &[String], groups: &[Group], lang: Lang) -> String {
    let mut text = lang.pick("Wykres słupkowy grupowany", "Grouped bar chart").to_owned();
    for group in groups {
        text.push_str(". ");
        text.push_str(&group.label);
        let names = series.iter().map(String::as_str).chain(std::iter::repeat(""));
        list(&mut text, ": ", names.zip(&group.bars).map(|(name, bar)| valued(name, bar)));
    }
    text + "."
}

fn of_lines(Lines { days, lines }: &Lines, lang: Lang) -> String {
    let mut text = lang.pick("Wykres liniowy", "Line chart").to_owned();
    for line in lines {
        text.push_str(". ");
        text.push_str(&line.label);
        let measured = days.iter().zip(&line.bars).filter(|(_, bar)| !bar.words.is_empty());
        list(&mut text, ": ", measured.map(|(day, bar)| valued(&day.label, bar)));
    }
    text + "."
}

fn of_gantt(gantt: &Gantt, lang: Lang) -> String {
    let mut text = lang.pick("Harmonogram", "Schedule").to_owned();
    let names = column_names(gantt);
    if let (Some(first), Some(last)) = (names.first(), names.last()) {
        text.push_str(&period(first, last, lang));
    }
    for row in &gantt.rows {
        text.push_str(". ");
        text.push_str(&of_row(row, &names, lang));
    }
    text + "."
}

fn of_row(row: &GanttRow, names: &[String], lang: Lang) -> String {
    let name =
        |column: usize| names.get(column.min(names.len().saturating_sub(1))).map_or("", String::as_str);
    let time = match row.columns {
        Some((first, last)) => period(name(first.min(last)), name(first.max(last)), lang),
        // Milestones say their time themselves.
        None if !row.marks.is_empty() => String::new(),
        None => lang.pick(" bez terminu", " no dates").to_owned(),
    };
    let mut text = format!("{}:{time}", row.label);
    let opening = match (row.columns, row.label == milestones(lang)) {
        (None, true) => " ",
        (None, false) => lang.pick(" kamienie milowe: ", " milestones: "),
        (Some(_), _) => lang.pick("; kamienie milowe: ", "; milestones: "),
    };
    let marks = row.marks.iter().map(|(column, mark)| format!("{mark} ({})", name(*column)));
    list(&mut text, opening, marks);
    text
}

/// Returns the name of the row that holds the milestones of no action.
fn milestones(lang: Lang) -> &'static str {
    lang.pick("Kamienie milowe", "Milestones")
}

fn period(first: &str, last: &str, lang: Lang) -> String {
    if first == last {
        return format!(" {first}");
    }
    match lang {
        Lang::Pl => format!(" od {first} do {last}"),
        Lang::En => format!(" from {first} to {last}"),
    }
}

/// Returns the names of the columns with the head that spans them ("III 2027").
fn column_names(gantt: &Gantt) -> Vec<String> {
    let heads = gantt
        .spans
        .iter()
        .flat_map(|(head, count)| std::iter::repeat_n(head.as_str(), (*count).min(gantt.columns.len())));
    let heads = heads.chain(std::iter::repeat(""));
    let named = gantt.columns.iter().zip(heads);
    named.map(|(column, head)| format!("{column} {head}").trim().to_owned()).collect()
}

fn of_graph(graph: &Graph, lang: Lang) -> String {
    let mut text = lang.pick("Schemat powiązań", "Diagram of links").to_owned();
    for lane in &graph.lanes {
        text.push_str(". ");
        text.push_str(&lane.label);
        list(
            &mut text,
            ": ",
            lane.vertices.iter().map(|thing| {
                let name = format!("{} {}", thing.id, thing.label);
                if thing.gap { format!("{} ({})", name.trim(), lang.pick("luka", "gap")) } else { name }
            }),
        );
    }
    let mut from: BTreeMap<&str, usize> = BTreeMap::new();
    let mut links: Vec<(&str, Vec<String>)> = Vec::new();
    for edge in &graph.edges {
        let index = *from.entry(&edge.from).or_insert(links.len());
        if index == links.len() {
            links.push((&edge.from, Vec::new()));
        }
        let kind = if edge.inherited { lang.pick(" (odziedziczone)", " (inherited)") } else { "" };
        links[index].1.push(format!("{}{kind}", edge.to));
    }
    let leads = lang.pick("prowadzi do", "leads to");
    let links = links.into_iter().map(|(from, to)| format!("{from} {leads} {}", to.join(", ")));
    list(&mut text, lang.pick(". Powiązania: ", ". Links: "), links);
    text + "."
}

fn valued(label: &str, bar: &Bar) -> String {
    pair(label, &bar.words)
}

fn pair(label: &str, words: &str) -> String {
    match (label.trim(), words.trim()) {
        ("", one) | (one, "") => one.to_owned(),
        (label, words) => format!("{label} – {words}"),
    }
}

/// Adds entries after an opening, or nothing when there are none.
fn list(text: &mut String, opening: &str, entries: impl Iterator<Item = String>) {
    for (index, entry) in entries.enumerate() {
        text.push_str(if index == 0 { opening } else { "; " });
        text.push_str(entry.trim());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Edge, Lane, Reference, Vertex};

    fn bar(label: &str, words: &str) -> Bar {
        Bar { label: label.into(), words: words.into(), ..Bar::default() }
    }

    #[test]
    fn bars_are_told_with_their_values() {
        let reference = Reference { label: "Polska".into(), value: 5.4, words: "5,4 %".into() };
        let bars = vec![bar("powiat szydłowiecki", "24,2 %"), bar("powiat radomski", "15,1 %")];
        let drawing = Drawing::Bars(Bars { bars, references: vec![reference] });
        assert_eq!(
            drawing.alt(Lang::Pl),
            "Wykres słupkowy: powiat szydłowiecki – 24,2 %; powiat radomski – 15,1 %. \
             Wartości odniesienia: Polska – 5,4 %."
        );
        let groups = vec![Group { label: "2024".into(), bars: vec![bar("", "12"), bar("", "10")] }];
        let drawing = Drawing::Groups { series: vec!["kobiety".into(), "mężczyźni".into()], groups };
        assert_eq!(drawing.alt(Lang::Pl), "Wykres słupkowy grupowany. 2024: kobiety – 12; mężczyźni – 10.");
    }

    #[test]
    fn a_line_is_told_day_by_day() {
        let day = |label: &str, at| super::super::Day { label: label.into(), at };
        let lines = Lines {
            days: vec![day("2016", 0.0), day("2020", 1461.0), day("2025", 3288.0)],
            lines: vec![Group {
                label: "powiat".into(),
                bars: vec![bar("", "28,2 %"), bar("", ""), bar("", "24,2 %")],
            }],
        };
        let alt = Drawing::Lines(lines).alt(Lang::Pl);
        assert_eq!(alt, "Wykres liniowy. powiat: 2016 – 28,2 %; 2025 – 24,2 %.");
    }

    #[test]
    fn a_schedule_names_months_with_their_years() {
        let row = |label: &str, columns, marks| GanttRow { label: label.into(), columns, marks };
        let gantt = Gantt {
            columns: ["XI", "XII", "I"].map(str::to_owned).into(),
            spans: vec![("2027".into(), 2), ("2028".into(), 1)],
            rows: vec![
                row("Z1 Rekrutacja", Some((0, 2)), vec![(1, "lista gotowa".into())]),
                row("Z2 Staże", Some((2, 2)), vec![]),
                row("Z3 Ewaluacja", None, vec![]),
                row("Kamienie milowe", None, vec![(0, "start".into())]),
            ],
        };
        assert_eq!(
            Drawing::Gantt(gantt).alt(Lang::Pl),
            "Harmonogram od XI 2027 do I 2028. Z1 Rekrutacja: od XI 2027 do I 2028; kamienie milowe: lista \
             gotowa (XII 2027). Z2 Staże: I 2028. Z3 Ewaluacja: bez terminu. Kamienie milowe: \
             start (XI 2027)."
        );
    }

    #[test]
    fn a_graph_tells_its_links_and_gaps() {
        let thing = |id: &str, label: &str, gap| Vertex { id: id.into(), label: label.into(), gap };
        let lane = |label: &str, vertices| Lane { label: label.into(), vertices };
        let edge = |to: &str, inherited| Edge { from: "P1".into(), to: to.into(), inherited };
        let graph = Graph {
            lanes: vec![
                lane("Potrzeby", vec![thing("P1", "Bezrobocie", false), thing("P2", "Dojazd", true)]),
                lane("Cele", vec![thing("C1", "Praca", false)]),
            ],
            edges: vec![edge("C1", false), edge("C2", true)],
        };
        assert_eq!(
            Drawing::Graph(graph).alt(Lang::Pl),
            "Schemat powiązań. Potrzeby: P1 Bezrobocie; P2 Dojazd (luka). Cele: C1 Praca. Powiązania: P1 \
             prowadzi do C1, C2 (odziedziczone)."
        );
    }
}
