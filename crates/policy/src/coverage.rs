//! Which controls a pack carries: bound, partly, or open.

use std::fmt;
use std::sync::LazyLock;

use crate::model::{Control, Pack, RuleKind, RuleRef};
use crate::vocabulary::Vocabulary;

/// A control of the catalogue, as data beside the packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownControl {
    pub id: String,
    pub module: String,
    pub title_zh: String,
    pub title_en: String,
}

/// How far the pack carries a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A rule enforces it and a measure proves it; what is left waits for records that do not exist yet.
    Bound,
    /// A rule or a measure is missing, or what it waits for is there by now.
    Partly,
    /// Nothing carries it.
    Open,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub control: KnownControl,
    pub status: Status,
    pub rules: Vec<RuleRef>,
    pub measures: Vec<RuleRef>,
    pub waits_for: Vec<String>,
}

/// Every control of the catalogue in its order, and after them those that only the pack knows.
pub fn coverage(pack: &Pack, catalogue: &[KnownControl], vocabulary: &Vocabulary) -> Vec<Coverage> {
    let listed = catalogue
        .iter()
        .map(|known| line(pack.controls.get(&known.id), known.clone(), vocabulary));
    let own = pack
        .controls
        .iter()
        .filter(|control| !catalogue.iter().any(|known| known.id == control.id));
    let own = own.map(|control| line(Some(control), unlisted(control), vocabulary));
    listed.chain(own).collect()
}

fn line(control: Option<&Control>, known: KnownControl, vocabulary: &Vocabulary) -> Coverage {
    let (rules, measures, waits_for) = match control {
        Some(control) => (
            control.enforced_by.clone(),
            control.measured_by.clone(),
            control.waits_for.clone(),
        ),
        None => Default::default(),
    };
    let enforced = rules.iter().any(|rule| acts(rule.kind));
    let still_waiting = waits_for.iter().all(|record| vocabulary.kind(record).is_none());
    let status = match (enforced, !measures.is_empty()) {
        (true, true) if still_waiting => Status::Bound,
        (false, false) => Status::Open,
        _ => Status::Partly,
    };
    Coverage {
        control: known,
        status,
        rules,
        measures,
        waits_for,
    }
}

/// Whether a rule of this kind opens an obligation, closes a gate, asks an approval or refuses an action.
fn acts(kind: RuleKind) -> bool {
    match kind {
        RuleKind::Obligation | RuleKind::Gate | RuleKind::Approval | RuleKind::Stage | RuleKind::Secrecy => {
            true
        }
        RuleKind::Metric
        | RuleKind::Form
        | RuleKind::Grading
        | RuleKind::Route
        | RuleKind::Notice
        | RuleKind::Deliverable
        | RuleKind::Record => false,
    }
}

fn unlisted(control: &Control) -> KnownControl {
    let name = control.name.clone().unwrap_or_default();
    KnownControl {
        id: control.id.clone(),
        module: String::new(),
        title_en: name.en.unwrap_or_default(),
        title_zh: name.zh,
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Status::Bound => "bound",
            Status::Partly => "partly",
            Status::Open => "open",
        })
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = |rules: &[RuleRef]| match rules {
            [] => "-".to_string(),
            rules => rules
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", "),
        };
        write!(
            f,
            "{:<11} {:<6} {} | {}",
            self.control.id,
            self.status,
            words(&self.rules),
            words(&self.measures)
        )?;
        match self.waits_for.join(", ") {
            waits if waits.is_empty() => Ok(()),
            waits => write!(f, " | waits for {waits}"),
        }
    }
}

/// The controls of the trade, as they lie beside the packs.
pub fn known_controls() -> &'static [KnownControl] {
    static KNOWN: LazyLock<Vec<KnownControl>> =
        LazyLock::new(|| catalogue(include_str!("../../../packs/controls.csv")));
    &KNOWN
}

/// Reads the catalogue: `id,module,title_zh,title_en`, fields with commas in quotes. Lines that are not so are left out.
pub fn catalogue(csv: &str) -> Vec<KnownControl> {
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    lines.next();
    lines
        .filter_map(|line| {
            let mut fields = fields(line).into_iter();
            let known = KnownControl {
                id: fields.next().filter(|id| !id.is_empty())?,
                module: fields.next()?,
                title_zh: fields.next()?,
                title_en: fields.next()?,
            };
            Some(known)
        })
        .collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    fields.push(field);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_reads_quoted_titles() {
        let list =
            catalogue("id,module,title_zh,title_en\nCTL-1,project,总结,\"Won, lost \"\"or\"\" dropped\"\n");
        assert_eq!(list[0].title_en, "Won, lost \"or\" dropped");
    }

    #[test]
    fn a_control_is_bound_while_only_absent_records_are_waited_for() {
        let rule = |kind, id: &str| RuleRef { kind, id: id.into() };
        let control = Control {
            id: "CTL-1".into(),
            name: None,
            enforced_by: vec![rule(RuleKind::Gate, "x")],
            measured_by: vec![rule(RuleKind::Metric, "y")],
            waits_for: vec!["quote".into()],
        };
        let pack = Pack {
            controls: [control].into_iter().collect(),
            ..Pack::default()
        };
        let status = |vocabulary: &Vocabulary| coverage(&pack, &[], vocabulary)[0].status;
        assert_eq!(status(&Vocabulary::default()), Status::Bound);
        assert_eq!(
            status(&Vocabulary::new([crate::KindDecl::new("quote")])),
            Status::Partly
        );
    }
}
