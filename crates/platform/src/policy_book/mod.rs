//! The packs in force: published versions as stored text with their hash, compiled once each; which department adopted which, from when.
//! A subject takes its owner's pack when it begins and keeps the version; what is a member's follows today's.

pub mod actions;
pub mod api;
pub mod entity;
mod queries;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use xianji_kernel::calendar::{Holidays, Span, WorkCalendar};
use xianji_policy::Vocabulary;
use xianji_policy::model::Pack;
use xianji_policy::read::{Mode, PackSource, Source, read};

use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, PackVersionId};
use crate::identity::company::{self, Company};
use crate::identity::department::Tree;

/// Takes over what another node published or changed, where no request has done so yet. Answers 1 when something was new.
pub fn tick(app: &App, _now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let latest = company::read(&app.reader()).await?.generation;
        if latest <= app.policies().company().generation {
            return Ok(0);
        }
        app.reload_policies().await?;
        Ok(1)
    })
}

/// The packs in force, the company and its departments, as one unit of work sees them.
pub struct PolicyBook {
    company: Company,
    zone: Tz,
    tree: Tree,
    versions: HashMap<PackVersionId, Arc<Pack>>,
    adoptions: Vec<entity::adoption::Model>,
    holidays: Arc<Holidays>,
}

impl PolicyBook {
    /// Reads everything; versions compiled before are taken over.
    pub async fn load(
        db: &Conn<'_>,
        vocabulary: &Vocabulary,
        before: Option<&Self>,
    ) -> Result<Self, Failure> {
        let company = company::read(db).await?;
        let zone = company
            .zone
            .parse()
            .map_err(|_| Failure::broken(format!("no such time zone: {}", company.zone)))?;
        let mut versions = before.map(|book| book.versions.clone()).unwrap_or_default();
        let known: Vec<PackVersionId> = versions.keys().copied().collect();
        // A version is never changed, so only the new ones are read.
        for row in entity::version::Entity::find()
            .filter(entity::version::Column::Id.is_not_in(known))
            .all(db)
            .await?
        {
            versions.insert(row.id, Arc::new(compile(&row, vocabulary)?));
        }
        let adoptions = entity::adoption::Entity::find()
            .order_by_asc(entity::adoption::Column::FromDate)
            .order_by_asc(entity::adoption::Column::Id)
            .all(db)
            .await?;
        let tree = Tree::read(db).await?;
        let holidays = Arc::new(company::holidays(db).await?);
        Ok(Self {
            company,
            zone,
            tree,
            versions,
            adoptions,
            holidays,
        })
    }

    /// The company.
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// The departments.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The company's time zone.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The day in the company's zone.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.zone).date_naive()
    }

    /// The year in the company's zone.
    pub fn year(&self, now: DateTime<Utc>) -> i32 {
        self.today(now).year()
    }

    /// Public holidays and make-up days.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The day on which what began on a day has lasted so long.
    pub fn day_after(&self, day: NaiveDate, span: &Span) -> Option<NaiveDate> {
        let calendar = self.standard_calendar();
        let noon = day
            .and_hms_opt(12, 0, 0)?
            .and_local_timezone(self.zone)
            .earliest()?;
        let end = calendar.after(noon.to_utc(), span).ok()?;
        Some(self.today(end))
    }

    /// The calendar that holds where a pack names none.
    pub fn standard_calendar(&self) -> WorkCalendar {
        WorkCalendar::standard(self.zone, (*self.holidays).clone())
    }

    /// Every published version, compiled.
    pub fn versions(&self) -> impl Iterator<Item = (PackVersionId, &Arc<Pack>)> {
        self.versions.iter().map(|(id, pack)| (*id, pack))
    }

    /// A compiled version.
    pub fn version(&self, id: PackVersionId) -> Option<&Arc<Pack>> {
        self.versions.get(&id)
    }

    /// The pack in force for a department on a day: its own, else that of the nearest department above.
    pub fn in_force(&self, department: DepartmentId, day: NaiveDate) -> Option<(PackVersionId, &Arc<Pack>)> {
        let mut next = Some(department);
        while let Some(here) = next {
            let adopted = self
                .adoptions
                .iter()
                .rev()
                .find(|one| one.department_id == here && one.from_date <= day);
            if let Some(adopted) = adopted {
                return self
                    .versions
                    .get(&adopted.pack_version_id)
                    .map(|pack| (adopted.pack_version_id, pack));
            }
            next = self.tree.parent(here);
        }
        None
    }

    /// The pack in force for the whole company.
    pub fn company_pack(&self, day: NaiveDate) -> Option<(PackVersionId, &Arc<Pack>)> {
        self.in_force(self.tree.root()?, day)
    }

    /// Every pack that is in force somewhere on a day, each once, with the departments that adopted it themselves.
    pub fn all_in_force(&self, day: NaiveDate) -> Vec<(PackVersionId, Arc<Pack>, Vec<DepartmentId>)> {
        let mut found: Vec<(PackVersionId, Arc<Pack>, Vec<DepartmentId>)> = Vec::new();
        for department in self.tree.all() {
            let Some(id) = self.adopted_by(department, day) else {
                continue;
            };
            let Some(pack) = self.versions.get(&id) else {
                continue;
            };
            match found.iter_mut().find(|(known, ..)| *known == id) {
                Some((.., departments)) => departments.push(department),
                None => found.push((id, pack.clone(), vec![department])),
            }
        }
        found
    }

    /// Every adoption, in the order of their days.
    pub fn adoptions(&self) -> &[entity::adoption::Model] {
        &self.adoptions
    }

    /// The version that a department adopted itself and that holds on a day.
    pub fn adopted_by(&self, department: DepartmentId, day: NaiveDate) -> Option<PackVersionId> {
        let mine = self
            .adoptions
            .iter()
            .rev()
            .find(|one| one.department_id == department && one.from_date <= day);
        mine.map(|adopted| adopted.pack_version_id)
    }
}

/// Compiles a stored version from its flattened text alone. It was checked to the last word when it was published; what a later program
/// no longer declares is left out, so that a stored version never keeps the house from opening.
fn compile(row: &entity::version::Model, vocabulary: &Vocabulary) -> Result<Pack, Failure> {
    let file = Source {
        path: format!("{}-{}.toml", row.pack, row.version),
        text: row.text.clone(),
    };
    let source = PackSource {
        id: row.pack.clone(),
        files: vec![file],
    };
    read(&[source], vocabulary, Mode::Mounted).map_err(|mistakes| {
        let words: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        Failure::broken(format!("pack {} {}: {}", row.pack, row.version, words.join("; ")))
    })
}
