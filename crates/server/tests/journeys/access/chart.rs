//! The outcomes, a line an operation: four marks a role, for a record of one's own, one that one is named on, one of another department, and
//! one of one's own whose life is over; a single mark where no record is asked for.

use std::collections::BTreeMap;

use super::ground::Role;
use super::operations::Operation;

const LEGEND: &str = "+ done   - not allowed (403)   . not there (404)   ! log in first (401)   x a rule refuses (409)   ? wrong (400, 422)   ~ other
of each role: own, named on it, another department's, own but its life is over
";

/// Outcomes by operation and role.
pub struct Chart {
    marks: BTreeMap<String, BTreeMap<String, String>>,
    width: usize,
}

impl Chart {
    pub fn of(operations: &[Operation]) -> Self {
        Self {
            marks: BTreeMap::new(),
            width: operations
                .iter()
                .map(|one| one.id.len())
                .max()
                .unwrap_or_default(),
        }
    }

    pub fn note(&mut self, operation: &str, role: &Role, status: u16) {
        let line = self.marks.entry(operation.to_owned()).or_default();
        line.entry(role.name().to_owned()).or_default().push(mark(status));
    }

    pub fn drawn(&self, roles: &[Role]) -> String {
        let mut lines = vec![LEGEND.to_owned()];
        for (place, role) in roles.iter().enumerate() {
            lines.push(format!(
                "{:width$} {}{}",
                "",
                "|    ".repeat(place),
                role.name(),
                width = self.width
            ));
        }
        for (operation, line) in &self.marks {
            let cells: Vec<String> = roles
                .iter()
                .map(|role| format!("{:4}", line.get(role.name()).map_or("", String::as_str)))
                .collect();
            lines.push(
                format!("{operation:width$} {}", cells.join(" "), width = self.width)
                    .trim_end()
                    .to_owned(),
            );
        }
        lines.join("\n")
    }
}

fn mark(status: u16) -> char {
    match status {
        200..=299 => '+',
        401 => '!',
        403 => '-',
        404 => '.',
        409 => 'x',
        400 | 422 => '?',
        _ => '~',
    }
}
