//! From the positions held today, through the pack in force for the member today, to what the member may do.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use sea_orm::sea_query::IntoCondition;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use xianji_policy::model::{Pack, Position};

use super::entity::{holding, membership};
use super::{Grant, Grants, Reach, RoleGrants};
use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::MemberId;
use crate::policy_book::PolicyBook;

/// The position that sets the house up.
pub const ADMINISTRATOR: &str = "administrator";

/// What a pack may call the position that every head of a department has without being given it.
const HEAD: [&str; 2] = ["head", "department-head"];

/// What an administrator may do while no pack in force describes that position. Without it nobody could make members, departments and
/// positions or publish the first pack, since every other right comes from a pack. It reaches nothing of the business.
const FIRST_STEPS: [&str; 8] = [
    "member.",
    "department.",
    "position.",
    "skill.",
    "policy.",
    "setting.",
    "job.",
    "ledger.",
];

/// Rights of a member today, from the cache if nothing has changed since.
pub async fn of(app: &App, db: &Conn<'_>, member: MemberId) -> Result<Arc<Grants>, Failure> {
    let book = app.policies();
    let day = book.today(app.now());
    let generation = book.company().generation;
    if let Some(known) = app.grant_cache().get(member, generation, day) {
        return Ok(known);
    }
    let grants = Arc::new(read(app, db, &book, member, day).await?);
    app.grant_cache().put(member, generation, day, grants.clone());
    Ok(grants)
}

/// Rights of a member on a day, read anew.
pub async fn read(
    app: &App,
    db: &Conn<'_>,
    book: &PolicyBook,
    member: MemberId,
    day: NaiveDate,
) -> Result<Grants, Failure> {
    let home = membership::Entity::find()
        .filter(membership::Column::MemberId.eq(member))
        .filter(on(
            membership::Column::FromDate,
            membership::Column::UntilDate,
            day,
        ))
        .order_by_desc(membership::Column::FromDate)
        .order_by_desc(membership::Column::Id)
        .one(db)
        .await?;
    let held = holding::Entity::find()
        .filter(holding::Column::MemberId.eq(member))
        .filter(on(holding::Column::FromDate, holding::Column::UntilDate, day))
        .all(db)
        .await?;
    let department = home.as_ref().map(|home| home.department_id);
    let pack = department
        .and_then(|department| book.in_force(department, day))
        .map(|(_, pack)| pack.clone());
    let mut grants = Grants {
        department,
        tree: department
            .map(|department| book.tree().below(department))
            .unwrap_or_default(),
        positions: held.into_iter().map(|row| row.position).collect(),
        permissions: HashMap::new(),
        roles: roles(&app.registry().permissions, pack.as_deref()),
    };
    if home.is_some_and(|home| home.head) {
        grants.positions.extend(
            HEAD.iter()
                .filter(|id| described(pack.as_deref(), id).is_some())
                .map(|id| (*id).to_owned()),
        );
    }
    grants.positions.sort();
    grants.positions.dedup();
    grants.permissions = permissions(&app.registry().permissions, pack.as_deref(), &grants.positions);
    Ok(grants)
}

/// Period test: `from <= day`, and no end or one after it.
pub(in crate::identity) fn on<C: ColumnTrait>(from: C, until: C, day: NaiveDate) -> Condition {
    from.lte(day)
        .into_condition()
        .add(until.is_null().or(until.gt(day)))
}

fn described<'p>(pack: Option<&'p Pack>, position: &str) -> Option<&'p Position> {
    pack?.positions.get(position).filter(|found| found.of.is_none())
}

fn permissions(known: &[String], pack: Option<&Pack>, positions: &[String]) -> HashMap<String, Vec<Grant>> {
    let mut all: HashMap<String, Vec<Grant>> = HashMap::new();
    for id in positions {
        match described(pack, id) {
            Some(position) => {
                for statement in &position.may {
                    for name in known.iter().filter(|name| statement.covers(name)) {
                        let grant = Grant {
                            reach: statement.reach.into(),
                            when: statement.when.clone(),
                        };
                        all.entry(name.clone()).or_default().push(grant);
                    }
                }
            }
            None if id == ADMINISTRATOR => {
                for name in known
                    .iter()
                    .filter(|name| FIRST_STEPS.iter().any(|start| name.starts_with(start)))
                {
                    all.entry(name.clone()).or_default().push(Grant {
                        reach: Reach::Company,
                        when: None,
                    });
                }
            }
            None => {}
        }
    }
    all
}

fn roles(known: &[String], pack: Option<&Pack>) -> Vec<RoleGrants> {
    let mut roles = Vec::new();
    for position in pack.iter().flat_map(|pack| &pack.positions) {
        let Some(of) = &position.of else { continue };
        let mut permissions = Vec::new();
        for statement in &position.may {
            let covered = known.iter().filter(|name| statement.covers(name));
            permissions.extend(covered.map(|name| (name.clone(), statement.when.clone())));
        }
        if !permissions.is_empty() {
            roles.push(RoleGrants {
                role: position.id.clone(),
                of: of.clone(),
                permissions,
            });
        }
    }
    roles
}

impl From<xianji_policy::model::Reach> for Reach {
    fn from(reach: xianji_policy::model::Reach) -> Self {
        use xianji_policy::model::Reach as Written;
        match reach {
            Written::Own => Self::Own,
            Written::Team => Self::Team,
            Written::Department => Self::Department,
            Written::Tree => Self::Tree,
            Written::Company => Self::Company,
        }
    }
}
