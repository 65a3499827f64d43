//! The company's set-up over HTTP, and what its packs in force offer to be picked.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_kernel::calendar::DayKind;

use super::{Company, actions, read as read_company};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Call, Input, Listed, Problem, Total, answer};
use crate::identity::Actor;

/// Routes of the company.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read, change))
        .routes(routes!(positions))
        .routes(routes!(skills))
        .routes(routes!(holidays, load_holidays))
}

/// What is known of the years.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayList {
    /// The newest year first.
    pub items: Vec<HolidayYear>,
    /// Years that are needed and not known: this one, from November on the next. Their days count as plain weekdays until they are loaded.
    pub missing: Vec<i32>,
}

/// A year's public holidays and make-up working days.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayYear {
    /// The year.
    pub year: i32,
    /// Somebody loaded it here; otherwise it came with the program.
    pub loaded: bool,
    /// In order.
    pub days: Vec<HolidayDay>,
}

/// A day that the working week does not know.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayDay {
    /// Which day.
    pub date: NaiveDate,
    /// Worked in exchange for a day off; otherwise a day off.
    pub make_up: bool,
    /// The festival, in the reader's language.
    pub name: String,
}

/// Holidays of one or several years.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidaysToLoad {
    /// A table with the heading `date,kind,name_en,name_zh`; kind is `holiday` or `make-up working day`.
    #[schema(min_length = 1, max_length = 100_000)]
    pub text: String,
}

/// Public holidays and make-up working days, the newest year first.
#[utoipa::path(get, path = "/holidays", operation_id = "holiday.list", tag = "company",
    responses((status = 200, body = HolidayList), (status = "4XX", body = Problem)))]
async fn holidays(call: Call) -> Result<Response, Failure> {
    answer::ok(&holiday_years(&call).await?)
}

/// Load the holidays of a year, in place of what was known of it; open obligations are due anew.
#[utoipa::path(post, path = "/holidays", operation_id = "holiday.load", tag = "company", request_body = HolidaysToLoad,
    responses((status = 200, body = LoadedHolidays), (status = "4XX", body = Problem)))]
async fn load_holidays(call: Call, Input(body): Input<HolidaysToLoad>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let years = actions::load_holidays(&mut work, &body.text).await?;
    work.answer(StatusCode::OK, &LoadedHolidays { years }).await
}

/// What was loaded.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoadedHolidays {
    /// Years that the table spoke of.
    pub years: Vec<i32>,
}

async fn holiday_years(call: &Call) -> Result<HolidayList, Failure> {
    let (book, language) = (call.app().policies(), call.actor().language);
    let loaded = super::loaded_years(&call.db()).await?;
    let mut years: BTreeMap<i32, Vec<HolidayDay>> = BTreeMap::new();
    for (date, kind) in book.holidays().iter() {
        let (make_up, name) = match kind {
            DayKind::Holiday(name) => (false, name),
            DayKind::MakeUp(name) => (true, name),
        };
        years.entry(date.year()).or_default().push(HolidayDay {
            date,
            make_up,
            name: name.get(language).to_owned(),
        });
    }
    let items: Vec<_> = years
        .into_iter()
        .rev()
        .map(|(year, days)| HolidayYear {
            year,
            loaded: loaded.contains(&year),
            days,
        })
        .collect();
    let missing = book.holidays().missing(book.today(call.app().now()));
    Ok(HolidayList { items, missing })
}

/// The company.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyView {
    /// Its name.
    pub name: String,
    /// Time zone, `Asia/Shanghai`.
    pub zone: String,
    /// Home currency, `CNY`.
    pub currency: String,
    /// Address under which people and customers reach this installation; empty until set up.
    pub url: String,
    /// Version of the row.
    pub version: i64,
    /// What the reader may do.
    pub can: CompanyCan,
}

/// What the reader may do with the company.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyCan {
    /// Change it.
    pub update: bool,
}

impl CompanyView {
    fn of(row: Company, actor: &Actor) -> Self {
        let can = CompanyCan {
            update: actor.may("setting.update"),
        };
        Self {
            name: row.name,
            zone: row.zone,
            currency: row.currency,
            url: row.url,
            version: row.version,
            can,
        }
    }
}

/// The company's name, time zone and home currency.
#[utoipa::path(get, path = "/company", operation_id = "company.read", tag = "company",
    responses((status = 200, body = CompanyView), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    answer::ok(&CompanyView::of(read_company(&call.db()).await?, call.actor()))
}

/// What may be changed of the company.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompanyChanges {
    /// Its name.
    #[schema(min_length = 1, max_length = 200)]
    name: Option<String>,
    /// Time zone, `Asia/Shanghai`.
    #[schema(max_length = 100)]
    zone: Option<String>,
    /// Home currency, `CNY`.
    #[schema(max_length = 3)]
    currency: Option<String>,
    /// Address under which people and customers reach this installation.
    #[schema(max_length = 300)]
    url: Option<String>,
}

impl CompanyChanges {
    fn changes(self) -> actions::Changes {
        actions::Changes {
            name: self.name,
            zone: self.zone,
            currency: self.currency,
            url: self.url,
        }
    }
}

/// Sets the company up.
#[utoipa::path(patch, path = "/company", operation_id = "company.update", tag = "company", request_body = CompanyChanges,
    responses((status = 200, body = CompanyView), (status = "4XX", body = Problem)))]
async fn change(call: Call, Input(body): Input<CompanyChanges>) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let row = actions::change(&mut work, body.changes()).await?;
    let view = CompanyView::of(row, work.actor());
    work.answer(StatusCode::OK, &view).await
}

/// Something that the packs in force name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Offered {
    /// Its id in the pack; a body is `body:x`, a professional group `group:x`.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Highest level, of a skill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<u8>,
    /// First day on which a skill that is proved today holds no longer, where the pack says how long it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

fn offered(mut items: Vec<Offered>) -> Result<Response, Failure> {
    let mut seen = std::collections::HashSet::new();
    items.retain(|item| seen.insert(item.id.clone()));
    let total = Total {
        count: items.len() as u64,
        exact: true,
    };
    answer::ok(&Listed {
        items,
        next: None,
        total,
    })
}

/// Positions, bodies and professional groups of the packs in force.
#[utoipa::path(get, path = "/positions", operation_id = "position.list", tag = "company",
    responses((status = 200, body = Listed<Offered>), (status = "4XX", body = Problem)))]
async fn positions(call: Call) -> Result<Response, Failure> {
    let (book, language) = (call.app().policies(), call.actor().language);
    let mut items = Vec::new();
    for (_, pack, _) in book.all_in_force(book.today(call.app().now())) {
        let item = |id: String, name: &str| Offered {
            id,
            name: name.to_owned(),
            levels: None,
            until: None,
        };
        let posts = pack.positions.iter().filter(|one| one.of.is_none());
        items.extend(posts.map(|one| item(one.id.clone(), one.name.get(language))));
        items.extend(
            pack.bodies
                .iter()
                .map(|one| item(format!("body:{}", one.id), one.name.get(language))),
        );
        items.extend(pack.groups.iter().map(|id| item(format!("group:{id}"), id)));
    }
    offered(items)
}

/// Skills of the packs in force.
#[utoipa::path(get, path = "/skills", operation_id = "skill.list", tag = "company",
    responses((status = 200, body = Listed<Offered>), (status = "4XX", body = Problem)))]
async fn skills(call: Call) -> Result<Response, Failure> {
    let (book, language) = (call.app().policies(), call.actor().language);
    let today = book.today(call.app().now());
    let packs = book.all_in_force(today);
    let skills = packs.iter().flat_map(|(_, pack, _)| pack.skills.iter());
    let item = |one: &xianji_policy::model::Skill| Offered {
        id: one.id.clone(),
        name: one.name.get(language).to_owned(),
        levels: Some(one.levels),
        until: one.valid.as_ref().and_then(|valid| book.day_after(today, valid)),
    };
    offered(skills.map(item).collect())
}
