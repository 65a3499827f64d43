//! What of all that happened concerns one member.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::TimeDelta;
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::hub::Stir;
use crate::app::App;
use crate::failure::Failure;
use crate::id::{EventId, Subject, earliest_uuid};
use crate::identity::Actor;
use crate::ledger::entity::event;
use crate::subject;

/// Records that are named at once at most.
const NAMED: usize = 200;

/// Parts without a right of their own that are looked at one by one at most.
const PARTS: usize = 20;

/// How far back whoever comes again is told what was missed.
const MEMORY: TimeDelta = TimeDelta::minutes(10);

/// What a member is told: that records changed, not what stands in them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
#[schema(as = LiveNews)]
pub struct News {
    /// The newest event that it knows of; sent back as `Last-Event-ID` or `after`, it tells what was missed.
    pub last: Option<EventId>,
    /// Records that changed, of those that one may see.
    pub changed: Vec<Subject>,
    /// More changed than is named: everything shown is better read again.
    pub everything: bool,
    /// Figures of one's own that are shown on every page, by name: `unread` notices, `owed` obligations.
    pub figures: BTreeMap<String, u64>,
}

/// What was told since somebody was last answered.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub last: Option<EventId>,
    pub subjects: HashSet<Subject>,
    pub everything: bool,
}

impl Gathered {
    pub(super) fn add(&mut self, stir: &Stir) {
        self.last = std::cmp::max(self.last, stir.last);
        self.everything |= stir.everything;
        self.subjects.extend(stir.subjects.iter().cloned());
    }

    /// What happened after an event; everything, where that is too long ago or too much.
    pub(super) async fn since(app: &App, after: EventId) -> Result<Self, Failure> {
        let long_ago = EventId(earliest_uuid(app.now() - MEMORY));
        let mut gathered = Self {
            last: Some(after),
            everything: after < long_ago,
            ..Self::default()
        };
        let rows = event::Entity::find()
            .select_only()
            .columns([
                event::Column::Id,
                event::Column::SubjectKind,
                event::Column::SubjectId,
            ])
            .filter(event::Column::Id.gt(std::cmp::max(after, long_ago)))
            .order_by_desc(event::Column::Id)
            .limit(NAMED as u64 + 1)
            .into_tuple::<(EventId, String, Uuid)>()
            .all(&app.reader())
            .await?;
        gathered.everything |= rows.len() > NAMED;
        for (id, kind, id_of) in rows {
            gathered.last = std::cmp::max(gathered.last, Some(id));
            gathered.subjects.insert(Subject { kind, id: id_of });
        }
        Ok(gathered)
    }

    /// The newest event there is, for whoever comes for the first time.
    pub(super) async fn from_now(app: &App) -> Result<Self, Failure> {
        let newest = event::Entity::find()
            .select_only()
            .column(event::Column::Id)
            .order_by_desc(event::Column::Id)
            .into_tuple::<EventId>()
            .one(&app.reader())
            .await?;
        Ok(Self {
            last: newest,
            ..Self::default()
        })
    }

    /// What of it a member may know.
    pub(super) async fn news_for(self, app: &App, actor: &Actor) -> Result<News, Failure> {
        let mut everything = self.everything || self.subjects.len() > NAMED;
        let changed = match everything {
            true => Vec::new(),
            false => seen(app, actor, self.subjects, &mut everything).await?,
        };
        Ok(News {
            last: self.last,
            changed,
            everything,
            figures: figures(app, actor).await?,
        })
    }
}

async fn figures(app: &App, actor: &Actor) -> Result<BTreeMap<String, u64>, Failure> {
    let mut figures = BTreeMap::new();
    for figure in &app.registry().figures {
        figures.insert(figure.name.to_owned(), (figure.run)(app, actor).await?);
    }
    Ok(figures)
}

/// Those of some records that a member may see: one query for each kind.
async fn seen(
    app: &App,
    actor: &Actor,
    subjects: HashSet<Subject>,
    everything: &mut bool,
) -> Result<Vec<Subject>, Failure> {
    let mut kinds: BTreeMap<String, BTreeSet<Uuid>> = BTreeMap::new();
    for subject in subjects {
        kinds.entry(subject.kind).or_default().insert(subject.id);
    }
    let db = app.reader();
    let mut seen = Vec::new();
    for (name, ids) in kinds {
        let Some(kind) = app.registry().kinds.get(name.as_str()) else {
            continue;
        };
        let read = format!("{name}.read");
        if !kind.declared.actions.contains(&read) {
            *everything |= ids.len() > PARTS;
            for id in ids.into_iter().take(PARTS) {
                let part = Subject::new(&name, id);
                if subject::find(app, &db, actor, &part).await.is_ok() {
                    seen.push(part);
                }
            }
            continue;
        }
        let scope = actor.scope(&read);
        if scope.is_empty() {
            continue;
        }
        let mut select = (kind.visible)(&scope);
        select.and_where(Expr::col((Alias::new(&name), Alias::new("id"))).is_in(ids));
        for row in db.query_all(&select).await? {
            seen.push(Subject::new(&name, row.try_get_by_index::<Uuid>(0)?));
        }
    }
    Ok(seen)
}
