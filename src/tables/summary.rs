//! What the budget comes to: by category, action, partner and year, who pays, and whether it all adds up. In: the sheet of
//! lines. Out: a sheet of formulas over it.

use rust_decimal::Decimal;

use super::columns;
use super::entries::{position, sum};
use super::value::Value;
use crate::described::{At, Described as _, Kind};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::BudgetLine;
use crate::units::Money;
use crate::write::xlsx::{Cell, Column, Form, Row, Sheet, Span, Weight, cell};

/// The columns: what, its name, how much, which share of its part.
const AMOUNT: usize = 2;

/// A sheet that grows part by part.
struct Summary<'s> {
    facts: &'s Facts<'s>,
    langs: [Lang; 2],
    lines: &'s Sheet,
    /// The entries of that sheet, without the sum below them.
    height: usize,
    /// Its column of amounts.
    amount: usize,
    rows: Vec<Row>,
}

/// A row of a part: what, its name, how the amount comes about, the amount.
type Item = (Cell, String, Option<String>, Decimal);

/// Returns the sheet; `None` where no line has an amount.
pub(super) fn sheet(facts: &Facts<'_>, lines: &Sheet, langs: [Lang; 2]) -> Option<Sheet> {
    let lang = langs[0];
    let line = BudgetLine::default();
    let line = At::root(&line);
    let amount = position(lines, &head(line.amount().field_key(), lang))?;
    let height = lines.rows.iter().filter(|row| row.weight == Weight::Plain).count();
    let mut summary = Summary { facts, langs, lines, height, amount, rows: Vec::new() };
    let parts = [
        (lang.pick("Według kategorii", "By category"), line.category().field_key()),
        (lang.pick("Według działań", "By action"), line.action().field_key()),
        (lang.pick("Według partnerów", "By partner"), line.partner().field_key()),
        (lang.pick("Według lat", "By year"), line.year().field_key()),
    ];
    for (title, key) in parts {
        summary.lines_by(title, key);
    }
    summary.sources();
    summary.whole();
    let heads = lang.pick(["Co", "Nazwa", "Kwota", "Udział"], ["What", "Name", "Amount", "Share"]);
    let forms = [Form::Words, Form::Words, Form::Money, Form::Share];
    let columns =
        heads.iter().zip(forms).map(|(head, form)| Column { head: (*head).to_owned(), form, choice: None });
    let name = lang.pick("Zestawienie budżetu", "Budget summary").to_owned();
    Some(Sheet { name, columns: columns.collect(), rows: summary.rows })
}

fn head(key: &str, lang: Lang) -> String {
    let fields = columns::fields(Kind::Line);
    fields.iter().find(|field| field.is(key)).map_or_else(String::new, |field| field.head(lang))
}

fn money(money: Money) -> Decimal {
    Decimal::new(money.grosze(), 2)
}

impl Summary<'_> {
    fn lang(&self) -> Lang {
        self.langs[0]
    }

    fn column(&self, column: usize) -> String {
        Span { first: 0, last: self.height - 1, column }.of(&self.lines.name)
    }

    /// Adds up lines by what stands in a column, in the order in which it first stands there.
    fn lines_by(&mut self, title: &str, key: &str) {
        let Some(by) = position(self.lines, &head(key, self.lang())) else { return };
        let mut sums: Vec<(Cell, Decimal)> = Vec::new();
        for row in &self.lines.rows[..self.height] {
            let (Some(what), amount) = (row.cells.get(by), sum(std::slice::from_ref(row), self.amount))
            else {
                continue;
            };
            match sums.iter_mut().find(|(known, _)| known == what) {
                Some((_, sum)) => *sum += amount,
                None => sums.push((what.clone(), amount)),
            }
        }
        let (of, amounts) = (self.column(by), self.column(self.amount));
        let rest = sums.iter().find(|(what, _)| *what == Cell::Empty).map(|(_, sum)| *sum);
        sums.retain(|(what, _)| *what != Cell::Empty);
        let first = self.rows.len() + 1;
        let mut items: Vec<Item> = Vec::new();
        for (number, (what, sum)) in sums.into_iter().enumerate() {
            let name = self.name(&what);
            let formula = format!("SUMIF({of},{},{amounts})", cell(first + number, 0));
            items.push((what, name, Some(formula), sum));
        }
        if let Some(rest) = rest {
            let span = Span { first, last: first + items.len().max(1) - 1, column: AMOUNT };
            let others = if items.is_empty() { String::new() } else { format!("-SUM({})", span.here()) };
            let what = self.lang().pick("Nieprzypisane", "Not assigned").to_owned();
            items.push((Cell::Words(what), String::new(), Some(format!("SUM({amounts}){others}")), rest));
        }
        self.part(title, items);
    }

    /// Returns the name of what an id means; empty where it names itself.
    fn name(&self, what: &Cell) -> String {
        let Cell::Words(id) = what else { return String::new() };
        let named = |own: Option<(&'static str, String)>| own.map(|(_, name)| name);
        let title = |view: &crate::described::View<'_>| match Value::of(view, Form::Words, self.langs) {
            Value::Words(words) => Some(("", words)),
            _ => None,
        };
        let action = self.facts.action(id).and_then(|action| title(&action.title.view()));
        let partner = || self.facts.partner(id).and_then(|partner| title(&partner.name.view()));
        named(action.or_else(partner)).unwrap_or_default()
    }

    /// Adds up who pays.
    fn sources(&mut self) {
        let items: Vec<Item> = self
            .facts
            .root()
            .budget()
            .sources()
            .each()
            .map(|source| {
                let kind = Value::of(&source.kind.view(), Form::Words, self.langs).cell(self.lang());
                let partner = source.partner.get().map(|id| Cell::Words(id.as_str().to_owned()));
                let name = partner.map_or_else(String::new, |id| self.name(&id));
                (kind, name, None, money(source.amount.copied().unwrap_or_default()))
            })
            .collect();
        if !items.is_empty() {
            self.part(self.lang().pick("Źródła finansowania", "Who pays"), items);
        }
    }

    /// Adds a part: its head, its rows, their sum.
    fn part(&mut self, title: &str, items: Vec<Item>) {
        let lang = self.lang();
        let total: Decimal = items.iter().map(|(.., amount)| *amount).sum();
        self.rows.push(Row { weight: Weight::Head, cells: vec![Cell::Words(title.to_owned())] });
        let first = self.rows.len();
        let last = first + items.len() - 1;
        let whole = cell(last + 1, AMOUNT);
        for (what, name, formula, amount) in items {
            let own = cell(self.rows.len(), AMOUNT);
            let share = (!total.is_zero()).then(|| {
                let share = (amount / total).round_dp(15);
                Cell::Formula(format!("{own}/{whole}"), share)
            });
            let amount = formula.map_or(Cell::Figure(amount), |formula| Cell::Formula(formula, amount));
            let name = if name.is_empty() { Cell::Empty } else { Cell::Words(name) };
            let cells = vec![what, name, amount, share.unwrap_or_default()];
            self.rows.push(Row { weight: Weight::Plain, cells });
        }
        let span = Span { first, last, column: AMOUNT };
        let sum = Cell::Formula(format!("SUM({})", span.here()), total);
        let word = Cell::Words(super::entries::total_word(lang).to_owned());
        self.rows.push(Row { weight: Weight::Total, cells: vec![word, Cell::Empty, sum] });
    }

    /// Sets the declared sums beside those of lines and sources.
    fn whole(&mut self) {
        let (lang, budget) = (self.lang(), &self.facts.root().entry.budget);
        let title = lang.pick("Czy się zgadza", "Whether it adds up");
        self.rows.push(Row { weight: Weight::Head, cells: vec![Cell::Words(title.to_owned())] });
        let lines = sum(&self.lines.rows[..self.height], self.amount);
        let first = self.rows.len();
        let formula = format!("SUM({})", self.column(self.amount));
        self.say(lang.pick("Pozycje razem", "Lines together"), Cell::Formula(formula, lines));
        let mut known = lines;
        if let Some(indirect) = budget.indirect.copied() {
            known += money(indirect);
            self.say(lang.pick("Koszty pośrednie", "Indirect costs"), Cell::Figure(money(indirect)));
        }
        let Some(total) = budget.total.copied().map(money) else { return };
        let span = Span { first, last: self.rows.len() - 1, column: AMOUNT };
        let declared = cell(self.rows.len(), AMOUNT);
        self.say(lang.pick("Wartość ogółem we wniosku", "Total in the application"), Cell::Figure(total));
        let difference = Cell::Formula(format!("{declared}-SUM({})", span.here()), total - known);
        self.say(lang.pick("Różnica", "Difference"), difference);
        let sources: Decimal = budget.sources.iter().filter_map(|own| own.amount.copied()).map(money).sum();
        if !budget.sources.is_missing() {
            let title = lang.pick("Źródła finansowania", "Who pays");
            let sum = self.total_of(title);
            let words = lang.pick("Różnica wobec źródeł", "Difference to the sources");
            self.say(words, Cell::Formula(format!("{declared}-{sum}"), total - sources));
        }
    }

    fn say(&mut self, words: &str, amount: Cell) {
        let cells = vec![Cell::Words(words.to_owned()), Cell::Empty, amount];
        self.rows.push(Row { weight: Weight::Plain, cells });
    }

    /// Returns where the sum of a part stands.
    fn total_of(&self, title: &str) -> String {
        let from = self.rows.iter().position(|row| row.cells.first() == Some(&Cell::Words(title.to_owned())));
        let below = self.rows.iter().enumerate().skip(from.unwrap_or_default());
        let total = below.filter(|(_, row)| row.weight == Weight::Total).map(|(number, _)| number).next();
        cell(total.unwrap_or_default(), AMOUNT)
    }
}
