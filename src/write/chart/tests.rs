//! What must hold of every chart, tried on many random ones.

use super::*;
use crate::document::*;
use crate::lang::Lang;

/// Words as writers meet them: long, short, wordless, with no place to break.
const LABELS: [&str; 9] = [
    "",
    "P1",
    "Powiat szydłowiecki",
    "Osoby długotrwale bezrobotne w wieku 50+ z niskimi kwalifikacjami, w tym z niepełnosprawnościami",
    "Konstantynopolitańczykowianeczka",
    "społeczno-gospodarczy i w",
    "12\u{a0}500,00\u{a0}zł",
    "| * _ # < > & \\ [ ] ~ $ „ ” \u{2011} 🙂",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
];

fn label(random: &mut fastrand::Rng) -> String {
    LABELS[random.usize(..LABELS.len())].to_owned()
}

fn many<T>(random: &mut fastrand::Rng, most: usize, each: impl Fn(&mut fastrand::Rng) -> T) -> Vec<T> {
    let count = random.usize(..=most);
    (0..count).map(|_| each(random)).collect()
}

fn bar(random: &mut fastrand::Rng) -> Bar {
    let values = [0.0, -6.3, 24.2, 5.4, 3000.0, 1e30, f64::NAN];
    let value = values[random.usize(..values.len())];
    Bar { label: label(random), value, words: label(random), strong: random.bool() }
}

fn gantt(random: &mut fastrand::Rng) -> Gantt {
    Gantt {
        columns: many(random, 40, |r| ["I", "XII", "2027-01", "IV kwartał"][r.usize(..4)].to_owned()),
        spans: many(random, 4, |r| (label(r), r.usize(..14))),
        rows: many(random, 40, |r| GanttRow {
            label: label(r),
            columns: r.bool().then(|| (r.usize(..45), r.usize(..45))),
            marks: many(r, 2, |r| (r.usize(..45), label(r))),
        }),
    }
}

fn graph(random: &mut fastrand::Rng) -> Graph {
    let lanes = random.usize(..9);
    let lanes: Vec<Lane> = (0..lanes)
        .map(|lane| {
            let count = random.usize(..12);
            let vertex =
                |at| Vertex { id: format!("V{lane}.{at}"), label: label(random), gap: random.bool() };
            Lane { label: format!("Lane {lane}"), vertices: (0..count).map(vertex).collect() }
        })
        .collect();
    let end = |r: &mut fastrand::Rng| format!("V{}.{}", r.usize(..9), r.usize(..12));
    Graph { lanes, edges: many(random, 60, |r| Edge { from: end(r), to: end(r), inherited: r.bool() }) }
}

fn drawing(random: &mut fastrand::Rng) -> Drawing {
    match random.usize(..5) {
        0 => {
            let references = many(random, 4, |r| {
                let Bar { label, value, words, .. } = bar(r);
                Reference { label, value, words }
            });
            Drawing::Bars(Bars { bars: many(random, 40, bar), references })
        }
        1 => Drawing::Groups {
            series: many(random, 8, label),
            groups: many(random, 12, |r| Group { label: label(r), bars: many(r, 8, bar) }),
        },
        2 => Drawing::Gantt(gantt(random)),
        3 => {
            let days = many(random, 6, |r| Day { label: label(r), at: f64::from(r.u32(..9)) });
            let count = days.len();
            let line =
                |r: &mut fastrand::Rng| Group { label: label(r), bars: (0..count).map(|_| bar(r)).collect() };
            Drawing::Lines(Lines { lines: many(random, 6, line), days })
        }
        _ => Drawing::Graph(graph(random)),
    }
}

fn frame(width: f32) -> Frame<'static> {
    Frame { width, size: 9.0, lang: Lang::Pl, measure: &estimate }
}

/// Runs a check on many random drawings; the seed is in the message.
fn each(check: impl Fn(&Drawing, Frame<'static>) -> Result<(), String>) {
    for seed in 0..300 {
        let mut random = fastrand::Rng::with_seed(seed);
        let drawing = drawing(&mut random);
        let width = [451.0, 700.0, 240.0][random.usize(..3)];
        if let Err(fault) = check(&drawing, frame(width)) {
            panic!("seed {seed}, width {width}: {fault}\n{drawing:#?}");
        }
    }
}

/// Returns left, top, right and bottom of each text.
fn boxes(scene: &Scene) -> Vec<([f32; 4], String)> {
    let texts = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        Shape::Path(_) => None,
    });
    let mut boxes = Vec::new();
    for text in texts {
        for (index, line) in text.lines.iter().enumerate() {
            let y = text.y + text.leading * index as f32;
            let width = estimate(line.trim_end(), text.size, text.weight);
            boxes.push(([text.x, y - text.size * 0.75, text.x + width, y + text.size * 0.2], line.clone()));
        }
    }
    boxes
}

#[test]
fn nothing_leaves_the_drawing_and_no_words_overlap() {
    each(|drawing, frame| {
        let scene = scene(drawing, &frame);
        let boxes = boxes(&scene);
        let inside =
            |x: f32, y: f32| x >= -1.0 && x <= scene.width + 1.0 && y >= -1.0 && y <= scene.height + 1.0;
        for (index, ([left, top, right, bottom], words)) in boxes.iter().enumerate() {
            // A single character may be wider than a column that is next to nothing.
            let narrow = words.trim_end().chars().count() < 2;
            if !(narrow || inside(*left, *top) && inside(*right, *bottom)) {
                return Err(format!("{words:?} at {left} {top} {right} {bottom} of {scene:?}"));
            }
            for (other, beside) in &boxes[..index] {
                let apart = *right <= other[0] + 0.5
                    || other[2] <= *left + 0.5
                    || *bottom <= other[1] + 0.5
                    || other[3] <= *top + 0.5;
                if !apart {
                    return Err(format!("{words:?} stands on {beside:?}"));
                }
            }
        }
        for shape in &scene.shapes {
            let Shape::Path(path) = shape else { continue };
            for piece in &path.pieces {
                let (Piece::Move(x, y) | Piece::Line(x, y)) = *piece else { continue };
                if !inside(x, y) {
                    return Err(format!("a path at {x} {y} of {} {}", scene.width, scene.height));
                }
            }
        }
        Ok(())
    });
}

fn spaceless(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn said(scene: &Scene) -> String {
    let texts = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.words()),
        Shape::Path(_) => None,
    });
    spaceless(&texts.collect::<Vec<_>>().join(" "))
}

#[test]
fn every_word_is_shown_in_the_order_of_the_document() {
    each(|drawing, frame| {
        let figure = Figure { alt: "-".into(), caption: Vec::new(), drawing: drawing.clone() };
        let blocks = vec![Block::Figure(figure)];
        let words = Document { blocks, ..Document::default() }.words();
        let text = said(&scene(drawing, &frame));
        let mut rest = text.as_str();
        for word in words.0.iter().skip(1).map(|word| spaceless(word)) {
            let at = rest.find(&word).ok_or_else(|| format!("{word:?} is not in {rest:?}"))?;
            rest = &rest[at + word.len()..];
        }
        Ok(())
    });
}

#[test]
fn parts_fit_their_page_and_lose_nothing() {
    each(|drawing, frame| {
        let whole = said(&scene(drawing, &frame));
        let parts = scenes(drawing, &frame, 300.0);
        if let Some(high) = parts.iter().find(|part| part.height > 300.1) {
            return Err(format!("{} is too high", high.height));
        }
        let texts: Vec<String> = parts.iter().flat_map(boxes_of_words).collect();
        for words in boxes_of_words(&scene(drawing, &frame)) {
            if !texts.contains(&words) {
                return Err(format!("{words:?} is in no part of {whole:?}"));
            }
        }
        Ok(())
    });
}

fn boxes_of_words(scene: &Scene) -> Vec<String> {
    let words = |shape: &Shape| match shape {
        Shape::Text(text) => Some(text.words()),
        Shape::Path(_) => None,
    };
    scene.shapes.iter().filter_map(words).collect()
}

#[test]
fn a_link_over_lanes_touches_no_box_in_between() {
    let vertex =
        |id: &str| Vertex { id: id.into(), label: "Osoby długotrwale bezrobotne".into(), gap: false };
    let lane =
        |ids: &[&str]| Lane { label: "Cele".into(), vertices: ids.iter().map(|id| vertex(id)).collect() };
    let edge = |from: &str, to: &str| Edge { from: from.into(), to: to.into(), inherited: true };
    let graph = Graph {
        lanes: vec![lane(&["A1", "A2"]), lane(&["B1", "B2", "B3"]), lane(&["C1", "C2"])],
        edges: vec![edge("A1", "C2"), edge("A2", "C1"), edge("A1", "B2"), edge("A2", "C2")],
    };
    let scene = scene(&Drawing::Graph(graph), &frame(451.0));
    let fills = |role| {
        scene.shapes.iter().filter_map(move |shape| match shape {
            Shape::Path(path) if path.fill == Some(role) => Some(path.pieces.clone()),
            _ => None,
        })
    };
    let boxes: Vec<(f32, f32, f32)> = fills(Role::Wash)
        .map(|pieces| match pieces[..] {
            [Piece::Move(x, top), _, Piece::Line(_, bottom), ..] => (x, top, bottom),
            _ => panic!("a box is a rectangle"),
        })
        .collect();
    assert_eq!(boxes.len(), 7);
    let mut passed = 0;
    for shape in &scene.shapes {
        let Shape::Path(Path { pieces, stroke: Some(Stroke { dash: Dash::Dashed, .. }), .. }) = shape else {
            continue;
        };
        for pair in pieces.windows(2) {
            let (Piece::Curve([.., left, y]), Piece::Line(_, end)) = (pair[0], pair[1]) else { continue };
            assert_eq!(y, end, "a lane is crossed level");
            passed += 1;
            for (x, top, bottom) in &boxes {
                assert!(*x != left || y <= *top || y >= *bottom, "{y} runs through {top} to {bottom}");
            }
        }
    }
    assert_eq!(passed, 3);
}

#[test]
fn only_a_wide_graph_turns_the_page() {
    let frame = frame(453.0);
    let lanes = |count| {
        let vertex =
            Vertex { id: "C1".into(), label: "Aktywizacja długotrwale bezrobotnych".into(), gap: false };
        let lane = Lane { label: "Cele".into(), vertices: vec![vertex] };
        Drawing::Graph(Graph { lanes: vec![lane; count], edges: Vec::new() })
    };
    let months = |count| {
        Drawing::Gantt(Gantt { columns: vec!["XII".into(); count], spans: Vec::new(), rows: Vec::new() })
    };
    let turns = |drawing: &Drawing| least_width(drawing, &frame) > frame.width;
    assert_eq!([lanes(3), lanes(4), lanes(6)].each_ref().map(turns), [false, false, true]);
    assert_eq!([months(12), months(36), months(60)].each_ref().map(turns), [false, false, true]);
}
