//! The tasks that a partnership chooses. Words: `tasks.md`.

use super::{Case, Faults, Rule, family, lacks, missing};
use crate::diagnostic::Value;
use crate::model::{PartnershipTask, Task};

family! { "TASK", "tasks.md";
    Rule::warning("TASK-01", "no-task-chosen", missing!(partnership.tasks)),
    Rule::advice("TASK-02", "task-without-need", without_need),
}

fn without_need(case: &Case<'_>, faults: &mut Faults) {
    for task in case.root().partnership().tasks().each() {
        if task.needs.is_missing() {
            lacks!(faults at task.needs(), task = name(case, &task));
        }
    }
}

/// Returns what a task is called: its own label, else the catalogue's.
fn name(case: &Case<'_>, task: &PartnershipTask) -> Value {
    let code = task.task.get().map(Task::as_str);
    let other = || code.map_or_else(|| "…".into(), |code| super::case::label(Task::LIST, code));
    case.said(&task.label).unwrap_or_else(other)
}
