//! Total-fit line breaking after Knuth and Plass. In: boxes, glue and penalties, a width. Out: breaks.
//!
//! Linear in the length of the paragraph: an active break is dropped as soon as its line overflows.

/// A piece of a paragraph; lengths are points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) width: f32,
    pub(super) stretch: f32,
    pub(super) shrink: f32,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum NodeKind {
    /// Ink.
    Box,
    /// A space where a line may break.
    Glue,
    /// A space where no line may break.
    Tie,
    /// A place where a line may break at a cost; its width counts only then.
    Penalty { cost: f64, flagged: bool },
    /// A break that is wanted; the last node is one.
    Forced,
}

/// What the lines have to be like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub(super) width: f32,
    /// How much slack a ragged line has as a matter of course; 0 for filled lines.
    pub(super) slack: f32,
    /// How far a line may be stretched; infinite for the last try.
    pub(super) tolerance: f64,
}

/// A break and how its line is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Break {
    /// The node at which the line ends.
    pub(super) node: usize,
    /// How much of the stretch (or, negative, of the shrink) of its glue the line takes.
    pub(super) ratio: f32,
}

/// Sums of everything before a node.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    width: f64,
    stretch: f64,
    shrink: f64,
}

#[derive(Clone, Copy, Debug)]
struct Active {
    /// The node it breaks at; for the start, none.
    node: Option<usize>,
    ratio: f64,
    demerits: f64,
    fitness: u8,
    flagged: bool,
    /// Where its predecessor stands in the arena.
    before: Option<usize>,
    /// Sums at the first node of the line that follows.
    sums: Sums,
}

/// Returns the breaks that make all lines together look best; `None` when no lines stay within the
/// tolerance. With an infinite tolerance there is always an answer.
pub(super) fn fit(nodes: &[Node], measure: Measure) -> Option<Vec<Break>> {
    let sums = sums(nodes);
    let start = Active {
        node: None,
        ratio: 0.0,
        demerits: 0.0,
        fitness: 1,
        flagged: false,
        before: None,
        sums: sums[after(nodes, 0)],
    };
    let mut arena = vec![start];
    let mut active: Vec<usize> = vec![0];
    for (index, node) in nodes.iter().enumerate() {
        let legal = match node.kind {
            NodeKind::Glue => index > 0 && nodes[index - 1].kind == NodeKind::Box,
            NodeKind::Penalty { .. } | NodeKind::Forced => true,
            NodeKind::Box | NodeKind::Tie => false,
        };
        if !legal {
            continue;
        }
        let mut best: [Option<Active>; 4] = [None; 4];
        let mut overfull: Option<Active> = None;
        active.retain(|&at| {
            let from = arena[at];
            let line = ratio(node, sums[index], from.sums, measure);
            if line < -1.0 {
                let tight = Active { before: Some(at), ratio: -1.0, ..from };
                // The latest start leaves the shortest line.
                if overfull.is_none_or(|known| known.sums.width < tight.sums.width) {
                    overfull = Some(tight);
                }
                return false;
            }
            let last = node.kind == NodeKind::Forced;
            if last || line <= measure.tolerance {
                let candidate = judge(&from, at, line, node, last);
                let slot = &mut best[usize::from(candidate.fitness)];
                if slot.is_none_or(|known| candidate.demerits < known.demerits) {
                    *slot = Some(candidate);
                }
            }
            !last
        });
        let next = sums[after(nodes, index)];
        let mut found = best.into_iter().flatten().peekable();
        if found.peek().is_none() && active.is_empty() {
            if measure.tolerance.is_finite() {
                return None;
            }
            // One box wider than the line: it has to stand out.
            let tight = overfull?;
            arena.push(Active { node: Some(index), fitness: 0, sums: next, ..tight });
            active.push(arena.len() - 1);
            continue;
        }
        for candidate in found {
            arena.push(Active { node: Some(index), sums: next, ..candidate });
            active.push(arena.len() - 1);
        }
    }
    let least = |&a: &usize, &b: &usize| arena[a].demerits.total_cmp(&arena[b].demerits);
    let end = active.iter().copied().min_by(least)?;
    Some(trace(&arena, end))
}

fn trace(arena: &[Active], end: usize) -> Vec<Break> {
    let mut breaks = Vec::new();
    let mut at = Some(end);
    while let Some(active) = at.map(|at| arena[at]) {
        if let Some(node) = active.node {
            breaks.push(Break { node, ratio: active.ratio as f32 });
        }
        at = active.before;
    }
    breaks.reverse();
    breaks
}

fn sums(nodes: &[Node]) -> Vec<Sums> {
    let mut all = Vec::with_capacity(nodes.len() + 1);
    let mut sums = Sums::default();
    for node in nodes {
        all.push(sums);
        if matches!(node.kind, NodeKind::Box | NodeKind::Glue | NodeKind::Tie) {
            sums.width += f64::from(node.width);
            sums.stretch += f64::from(node.stretch);
            sums.shrink += f64::from(node.shrink);
        }
    }
    all.push(sums);
    all
}

/// Returns the first node that shows on the line after a break.
fn after(nodes: &[Node], from: usize) -> usize {
    let forced = nodes.get(from).is_some_and(|node| node.kind == NodeKind::Forced);
    let start = if forced { from + 1 } else { from };
    let hidden = |node: &&Node| matches!(node.kind, NodeKind::Glue | NodeKind::Penalty { .. });
    start + nodes[start.min(nodes.len())..].iter().take_while(hidden).count()
}

/// Returns how far a line is stretched (positive) or shrunk (negative; below -1 it overflows).
fn ratio(node: &Node, at: Sums, from: Sums, measure: Measure) -> f64 {
    let mut width = at.width - from.width;
    if matches!(node.kind, NodeKind::Penalty { .. }) {
        width += f64::from(node.width);
    }
    let slack = f64::from(measure.width) - width;
    if slack >= 0.0 {
        let stretch = at.stretch - from.stretch + f64::from(measure.slack);
        if slack < 0.01 { 0.0 } else { slack / stretch.max(0.1) }
    } else {
        let shrink = at.shrink - from.shrink;
        if slack > -0.01 {
            0.0
        } else if shrink > 0.0 {
            slack / shrink
        } else {
            f64::NEG_INFINITY
        }
    }
}

fn judge(from: &Active, before: usize, line: f64, node: &Node, last: bool) -> Active {
    // The last line of a paragraph may be short at no cost.
    let line = if last && line > 0.0 { 0.0 } else { line };
    let badness = 1.0 + (100.0 * (line * line * line).abs()).min(1e5);
    let (cost, flagged) = match node.kind {
        NodeKind::Penalty { cost, flagged } => (cost, flagged),
        _ => (0.0, false),
    };
    let fitness = match line {
        line if line < -0.5 => 0,
        line if line <= 0.5 => 1,
        line if line <= 1.0 => 2,
        _ => 3,
    };
    let mut demerits = from.demerits + badness * badness + cost * cost;
    if flagged && from.flagged {
        demerits += 6_000.0;
    }
    if from.fitness.abs_diff(fitness) > 1 {
        demerits += 3_000.0;
    }
    Active { demerits, fitness, flagged, ratio: line, before: Some(before), ..*from }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(widths: &[f32]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for &width in widths {
            nodes.push(Node { kind: NodeKind::Box, width, stretch: 0.0, shrink: 0.0 });
            nodes.push(Node { kind: NodeKind::Glue, width: 3.0, stretch: 2.0, shrink: 1.0 });
        }
        nodes.pop();
        nodes.push(Node { kind: NodeKind::Forced, width: 0.0, stretch: 0.0, shrink: 0.0 });
        nodes
    }

    fn lines(nodes: &[Node], width: f32) -> Vec<usize> {
        let measure = Measure { width, slack: 0.0, tolerance: f64::INFINITY };
        fit(nodes, measure).expect("the last try answers").iter().map(|end| end.node).collect()
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone() {
        assert_eq!(lines(&words(&[10.0, 80.0, 10.0]), 40.0), [1, 3, 5]);
    }

    #[test]
    fn the_whole_paragraph_is_weighed() {
        // Greedy would put 12 12 on the first line and leave 30 alone on a loose second one.
        let nodes = words(&[12.0, 12.0, 30.0, 26.0, 28.0]);
        let measure = Measure { width: 60.0, slack: 0.0, tolerance: f64::INFINITY };
        let breaks = fit(&nodes, measure).expect("the last try answers");
        assert!(breaks.iter().all(|end| end.ratio >= -1.0));
        assert_eq!(breaks.last().map(|end| end.node), Some(nodes.len() - 1));
    }

    #[test]
    fn a_wanted_break_ends_its_line() {
        let mut nodes = words(&[10.0]);
        nodes.extend(words(&[10.0, 10.0]));
        assert_eq!(lines(&nodes, 100.0), [1, 5]);
    }

    #[test]
    fn a_tight_tolerance_gives_up_where_lines_would_gape() {
        let nodes = words(&[30.0, 30.0, 30.0]);
        assert!(fit(&nodes, Measure { width: 45.0, slack: 0.0, tolerance: 1.0 }).is_none());
    }
}
