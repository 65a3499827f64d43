//! Who is meant: people named by what they are, not by name, so that a pack survives a change of staff.

use std::fmt;

/// An expression for people. Governance resolves it against the subject's team and the company's posts of the day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Whoever holds this position; near the subject's department first.
    Position(String),
    /// The members of a professional group.
    Group(String),
    /// The members of a body.
    Body(String),
    /// Whoever has this role in the subject's team.
    Role(String),
    /// A fact that holds a member, a department or several: `project.manager`. The first word is the root.
    Path(Vec<String>),
    /// The head of the department found.
    Head(Box<Who>),
    /// The superior of the person or department found.
    Above(Box<Who>),
    /// What the subject's grade gives under this key.
    Given(String),
    /// The customer: asked, never late.
    Customer,
    /// One of them is enough.
    Any(Vec<Who>),
    /// Each of them.
    All(Vec<Who>),
    /// More than half of them.
    Most(Vec<Who>),
}

impl Who {
    /// This expression and all that it is made of.
    pub fn parts(&self) -> Vec<&Who> {
        let mut parts = vec![self];
        match self {
            Who::Head(of) | Who::Above(of) => parts.extend(of.parts()),
            Who::Any(several) | Who::All(several) | Who::Most(several) => {
                parts.extend(several.iter().flat_map(Who::parts));
            }
            _ => {}
        }
        parts
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |several: &[Who]| {
            several
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        };
        match self {
            Who::Position(id) => write!(f, "position:{id}"),
            Who::Group(id) => write!(f, "group:{id}"),
            Who::Body(id) => write!(f, "body:{id}"),
            Who::Role(id) => write!(f, "role:{id}"),
            Who::Path(path) => f.write_str(&path.join(".")),
            Who::Head(of) => write!(f, "head({of})"),
            Who::Above(of) => write!(f, "above({of})"),
            Who::Given(key) => write!(f, "given:{key}"),
            Who::Customer => f.write_str("customer"),
            Who::Any(several) => write!(f, "any({})", list(several)),
            Who::All(several) => write!(f, "all({})", list(several)),
            Who::Most(several) => write!(f, "most({})", list(several)),
        }
    }
}
