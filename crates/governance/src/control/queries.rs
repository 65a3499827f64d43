//! Compliance of all controls at once: one read for all rules, one for each ratio, folded by department in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use xianji_platform::{DepartmentId, Failure};
use xianji_policy::model::{Clause, Control, Pack};

use super::model::{Basis, Cell};
use crate::coverage::{self, Coverage};
use crate::engine::Context;
use crate::measure::model::{Counts, Sums};
use crate::measure::queries::{self, By, Days, Group, Whose};

/// A control of the packs in force.
#[derive(Clone, Debug)]
pub struct Line {
    /// As the first pack that has it says; the company's before a department's.
    pub control: Control,
    /// That pack.
    pub pack: Arc<Pack>,
    /// By what it is judged.
    pub basis: Basis,
    /// How far it is carried.
    pub coverage: Coverage,
}

/// Packs in force somewhere today, the company's first.
pub fn packs(ctx: &Context<'_>) -> Vec<Arc<Pack>> {
    let company = ctx
        .book
        .company_pack(ctx.today())
        .map(|(id, pack)| (id, pack.clone()));
    let company_id = company.as_ref().map(|(id, _)| *id);
    let others = ctx
        .book
        .all_in_force(ctx.today())
        .into_iter()
        .filter(|(id, ..)| Some(*id) != company_id);
    company
        .into_iter()
        .map(|(_, pack)| pack)
        .chain(others.map(|(_, pack, _)| pack))
        .collect()
}

/// Every control that some pack in force speaks of, by id; and how far the others of the catalogue are carried: not at all.
pub fn lines(ctx: &Context<'_>) -> (Vec<Line>, BTreeMap<String, Coverage>) {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let mut rest: BTreeMap<String, Coverage> = BTreeMap::new();
    for pack in packs(ctx) {
        for coverage in coverage::coverage(&pack, &ctx.app.registry().vocabulary) {
            let Some(control) = pack.controls.get(&coverage.control) else {
                rest.insert(coverage.control.clone(), coverage);
                continue;
            };
            match lines.get_mut(&control.id) {
                Some(line) => join(line, Basis::of(&pack, control)),
                None => {
                    let basis = Basis::of(&pack, control);
                    let line = Line {
                        control: control.clone(),
                        pack: pack.clone(),
                        basis,
                        coverage,
                    };
                    lines.insert(control.id.clone(), line);
                }
            }
        }
    }
    rest.retain(|id, _| !lines.contains_key(id));
    (lines.into_values().collect(), rest)
}

/// Two packs may measure one control by different rules: both count.
fn join(line: &mut Line, other: Basis) {
    for key in other.rules {
        if !line.basis.rules.contains(&key) {
            line.basis.rules.push(key);
        }
    }
}

/// The measures of all rules that controls are judged by, each once however many controls it serves.
pub fn rules(lines: &[Line]) -> Vec<String> {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for line in lines {
        keys.extend(line.basis.rules.iter().cloned());
    }
    keys.into_iter().collect()
}

/// Clauses of the packs in force, each once.
pub fn clauses(ctx: &Context<'_>) -> Vec<(Arc<Pack>, Clause)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for pack in packs(ctx) {
        for clause in &pack.clauses {
            if seen.insert(clause.id.clone()) {
                found.push((pack.clone(), clause.clone()));
            }
        }
    }
    found
}

/// What all controls come to over a period, within what a reader sees.
pub struct Board {
    /// The controls.
    pub lines: Vec<Line>,
    rules: Vec<Group>,
    ratios: BTreeMap<String, Vec<(DepartmentId, Sums)>>,
}

impl Board {
    /// Reads what these controls need.
    pub async fn read(
        ctx: &Context<'_>,
        lines: Vec<Line>,
        days: Days,
        whose: &Whose,
    ) -> Result<Self, Failure> {
        let mut ratios = BTreeMap::new();
        for line in &lines {
            if let Some(metric) = line
                .basis
                .ratio()
                .filter(|metric| !ratios.contains_key(&metric.id))
            {
                let found = queries::ratio_by_department(ctx, metric, days, whose).await?;
                ratios.insert(metric.id.clone(), found);
            }
        }
        let keys = rules(&lines);
        let by = By {
            department: true,
            ..By::default()
        };
        let rules = queries::sums(ctx, &keys, days, whose, by).await?;
        Ok(Self { lines, rules, ratios })
    }

    /// What a control comes to in some departments, or in all that the reader sees.
    pub fn cell(&self, basis: &Basis, within: Option<&[DepartmentId]>) -> Cell {
        let inside = |department: DepartmentId| within.is_none_or(|within| within.contains(&department));
        let mine =
            |group: &&Group| basis.rules.contains(&group.metric) && group.department.is_none_or(inside);
        let rules = Cell::of_counts(queries::counts(self.rules.iter().filter(mine)));
        let Some(metric) = basis.ratio() else {
            return rules;
        };
        let mut all = Sums::default();
        for (department, sums) in self.ratios.get(&metric.id).into_iter().flatten() {
            if inside(*department) {
                all.add(*sums);
            }
        }
        rules.and(Cell::of_ratio(metric, all))
    }

    /// Every rule's counts together, each rule once however many controls it serves.
    pub fn all_counts(&self) -> Counts {
        queries::counts(&self.rules)
    }
}
