//! Tables that templates fill by loops. In: Markdown with tables. Out: the same without empty columns
//! and without empty tables.

/// Takes out of each table the columns that no row fills, and each table without rows together with
/// the `{caption}` line before it. The first column stays.
pub(super) fn tight(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut table: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.starts_with('|') {
            table.push(line);
            continue;
        }
        if !table.is_empty() {
            match without_empty_columns(&std::mem::take(&mut table)) {
                Some(lines) => out.extend(lines),
                None => drop_caption(&mut out),
            }
        }
        out.push(line.to_owned());
    }
    out.join("\n")
}

fn drop_caption(out: &mut Vec<String>) {
    while out.last().is_some_and(|line| line.trim().is_empty()) {
        out.pop();
    }
    if out.last().is_some_and(|line| line.starts_with("{caption")) {
        out.pop();
    }
}

/// Returns the lines of a table; `None` when it has only a head and a rule.
fn without_empty_columns(lines: &[&str]) -> Option<Vec<String>> {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| cells(line)).collect();
    let (head, body) = rows.split_at(rows.len().min(2));
    if body.is_empty() {
        return None;
    }
    let columns = head.first().map_or(0, Vec::len);
    let is_filled = |column: usize| {
        column == 0 || body.iter().any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()))
    };
    let kept: Vec<usize> = (0..columns).filter(|column| is_filled(*column)).collect();
    let line = |row: &Vec<&str>| {
        // A cell too many is not ours to drop.
        let rest = row.iter().skip(columns);
        let cells = kept.iter().filter_map(|column| row.get(*column)).chain(rest);
        cells.fold("|".to_owned(), |line, cell| line + cell + "|")
    };
    Some(rows.iter().map(line).collect())
}

/// Splits a row at the bars that no backslash escapes.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim_end();
    let mut cells = Vec::new();
    let mut start = 1;
    let mut is_escaped = false;
    for (at, sign) in line.char_indices().skip(1) {
        if sign == '|' && !is_escaped {
            cells.push(&line[start..at]);
            start = at + 1;
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    if start < line.len() {
        cells.push(&line[start..]);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_columns_and_tables_go() {
        assert_eq!(
            tight("{caption} A\n\n| a | b | c |\n|---|---|---|\n| 1 \\| 2 |  | 3 |\n"),
            "{caption} A\n\n| a | c |\n|---|---|\n| 1 \\| 2 | 3 |\n"
        );
        assert_eq!(tight("x\n\n{caption} A\n\n| a | b |\n|---|---|\n\ny"), "x\n\n\ny\n");
    }
}
