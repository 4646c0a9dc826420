//! The fields without which an entry names nothing. In: an entity's type name. Out: its required keys.
//!
//! Only these are the loader's business; every other gap is a matter of meaning and belongs to a rule,
//! which can say why it matters.

/// Returns the required keys of an entity; empty for one without any.
pub fn required(entity: &str) -> &'static [&'static str] {
    match entity {
        "Partner" | "Body" | "Group" => &["id", "name"],
        "Need" | "Objective" | "Action" | "Risk" | "Strategy" | "Milestone" => &["id", "title"],
        "Indicator" => &["id", "name", "of"],
        "Evidence" | "Alignment" | "BudgetLine" | "Annex" => &["id"],
        "StrategyObjective" => &["id"],
        "FontFiles" => &["regular"],
        "LogoFile" => &["file", "alt"],
        "Measurement" => &["measure", "value"],
        "Acceptance" => &["rule", "because"],
        "PrincipleMeasures" | "HorizontalStatement" => &["principle"],
        "FactorRating" => &["factor"],
        _ => &[],
    }
}
