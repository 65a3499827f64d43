//! A company for tests: its own database (a copy of one migrated once a process), its own clock, people who act through the real router.
//!
//! The clock stands at Monday 2026-03-02 09:00 in Shanghai until a test moves it. `TEST_DATABASE` names a PostgreSQL server to test on
//! (`postgres://user@host/postgres`); unset or `sqlite` means SQLite.

mod answer;
mod contract;
mod database;
mod following;
mod member;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use xianji_kernel::clock::{Clock, ManualClock};
use xianji_kernel::text::Language;
use xianji_policy::read::{Mode, PackSource, Source};

pub use answer::Answer;
pub use contract::Contract;
pub use following::Following;
pub use member::{MakeMember, TestMember};

use crate::app::{App, Registry};
use crate::failure::Failure;
use crate::file::FileStore;
use crate::id::{DepartmentId, MemberId, PackVersionId};
use crate::identity::{Actor, Grant, Grants, Reach, department, grants};
use crate::module::Module;
use crate::policy_book::actions;
use crate::work::Work;

/// Names the acting member to the test router; the server knows no such header.
const ACTING: &str = "x-acting-member";

/// A company of its own for one test. Clones share it; the last one dropped takes the database with it.
#[derive(Clone)]
pub struct TestCompany(Arc<Inner>);

struct Inner {
    app: App,
    clock: ManualClock,
    router: Router,
    contract: Contract,
    root: DepartmentId,
    extra: Extra,
    /// By name; ids alone, because a member who held the company would keep it alive for ever.
    members: Mutex<HashMap<String, MemberId>>,
    departments: Mutex<HashMap<String, DepartmentId>>,
    /// Dropped last.
    _place: database::Place,
}

/// Rights that a test gives to a member beside those of the pack: patterns as packs write them, with a reach.
type Extra = Arc<Mutex<HashMap<MemberId, Vec<(String, Reach)>>>>;

impl TestCompany {
    /// A company with the given modules mounted (the ground floor is added where it is missing), no pack, and one department, 总公司.
    pub async fn open(mut modules: Vec<Module>) -> Self {
        if !modules.iter().any(|module| module.name == "platform") {
            modules.insert(0, crate::module());
        }
        let place = database::Place::make().await;
        let clock = ManualClock::new(start());
        let files = FileStore::open(place.folder()).expect("a file store");
        let (registry, routes) = Registry::of(modules).expect("modules fit together");
        let app = App::open(place.database.clone(), Arc::new(clock.clone()), files, registry)
            .await
            .expect("a house");
        let (router, document) = crate::http::assemble(&app, routes);
        let contract = Contract::of(document);
        let extra = Extra::default();
        let router = router.layer(from_fn_with_state((app.clone(), extra.clone()), act));
        let root = plant(&app, "总公司", None).await;
        Self(Arc::new(Inner {
            app,
            clock,
            router,
            contract,
            root,
            extra,
            members: Mutex::default(),
            departments: Mutex::new(HashMap::from([("总公司".to_owned(), root)])),
            _place: place,
        }))
    }

    /// The running house.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Where its files lie, for tests that tamper with them.
    pub fn folder(&self) -> &std::path::Path {
        self.0._place.folder()
    }

    /// The address of its database, for programs that open it too.
    pub fn database_url(&self) -> String {
        self.0._place.url().to_owned()
    }

    /// The clock that stands until it is moved.
    pub fn clock(&self) -> &ManualClock {
        &self.0.clock
    }

    /// The clock's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// The department at the top, 总公司.
    pub fn root(&self) -> DepartmentId {
        self.0.root
    }

    /// A member by name, made when first asked for: `company.member("li").with_positions(&["sales"]).await`.
    pub fn member(&self, name: &str) -> MakeMember {
        MakeMember::new(self.clone(), name)
    }

    /// A department by name below another (or below the root), made when first asked for.
    pub async fn department(&self, name: &str, parent: Option<DepartmentId>) -> DepartmentId {
        if let Some(known) = lock(&self.0.departments).get(name).copied() {
            return known;
        }
        let made = plant(self.app(), name, Some(parent.unwrap_or(self.root()))).await;
        lock(&self.0.departments).insert(name.to_owned(), made);
        made
    }

    /// A unit of work of the house itself.
    pub async fn work(&self) -> Work {
        self.app().begin(Actor::system()).await.expect("a unit of work")
    }

    /// Publishes the first of some packs (the others are at hand to be extended) and puts it in force today, for the whole company or for
    /// one department. Statements about what is not mounted are left out.
    pub async fn adopt(&self, packs: &[PackSource], department: Option<DepartmentId>) -> PackVersionId {
        let mut work = self.work().await;
        let today = work.policies().today(work.now);
        let version = match actions::publish(&mut work, packs, Mode::Mounted).await {
            Ok(version) => version,
            Err(Failure::Refused(refused)) => panic!("the pack has mistakes: {:#?}", refused.extra),
            Err(failure) => panic!("{failure}"),
        };
        actions::adopt(&mut work, department.unwrap_or(self.root()), version, today)
            .await
            .expect("adopted");
        work.commit().await.expect("committed");
        version
    }

    /// The same for a pack of one file, the company's: its statements; the header is made from the name.
    pub async fn adopt_text(&self, name: &str, statements: &str) -> PackVersionId {
        self.adopt(&[pack(name, statements)], None).await
    }

    /// A shipped pack with all others at hand, from the folder `packs` of the repository: `company.adopt_shipped("standard")`.
    pub async fn adopt_shipped(&self, name: &str) -> PackVersionId {
        self.adopt(&shipped(name), None).await
    }

    /// Moves the clock on, hour by hour up to three days and day by day beyond, and ticks at each stop.
    pub async fn advance_time(&self, by: TimeDelta) {
        let end = self.now() + by;
        let step = if by <= TimeDelta::days(3) {
            TimeDelta::hours(1)
        } else {
            TimeDelta::days(1)
        };
        while self.now() < end {
            self.0.clock.set((self.now() + step).min(end));
            self.tick().await;
        }
    }

    /// Does what has fallen due. A part that fails fails the test.
    pub async fn tick(&self) {
        for (name, outcome) in self.app().tick(self.now()).await {
            if let Err(failure) = outcome {
                panic!("tick {name}: {failure}");
            }
        }
    }

    /// What the ledger holds under a name, oldest first, each as it was written: `facts`, `subject`, `member`, `on_behalf_of`, ….
    pub async fn events(&self, name: &str) -> Vec<Value> {
        use crate::ledger::entity::event::{Column, Entity};
        let rows = Entity::find()
            .filter(Column::Name.eq(name))
            .order_by_asc(Column::Id)
            .all(&self.app().reader())
            .await;
        let rows = rows.expect("the ledger");
        rows.iter()
            .map(|row| serde_json::from_str(&row.body).expect("canonical JSON"))
            .collect()
    }

    /// POST by somebody who is not logged in.
    pub async fn public_post(&self, path: &str, body: Value) -> Answer {
        self.send(None, "POST", path, &[], Some(body)).await
    }

    /// GET by somebody who is not logged in.
    pub async fn public_get(&self, path: &str) -> Answer {
        self.send(None, "GET", path, &[], None).await
    }

    /// Any request, through the router that the server runs. Paths are those of the API without `/api/v1`.
    pub async fn send(
        &self,
        member: Option<MemberId>,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("accept-language", "en");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = match body {
            Some(body) => request
                .header("content-type", "application/json")
                .body(body.to_string().into()),
            None => request.body(axum::body::Body::empty()),
        };
        self.request(member, request.expect("a request")).await
    }

    /// A form with texts and at most one file (its name and its bytes), as a browser sends it.
    pub async fn send_form(
        &self,
        member: Option<MemberId>,
        path: &str,
        texts: &[(&str, &str)],
        file: Option<(&str, &str)>,
    ) -> Answer {
        self.request(member, form_request(path, texts, file)).await
    }

    /// A request of any shape, through the router that the server runs; like every answer, this one is held against the description.
    pub async fn request(&self, member: Option<MemberId>, mut request: Request) -> Answer {
        if let Some(member) = member {
            let value = member.to_string().parse().expect("a header");
            request.headers_mut().insert(ACTING, value);
        }
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let answer = Answer::of(self.0.router.clone(), request).await;
        self.0.contract.hold(method.as_str(), &path, &answer);
        answer
    }

    /// Lets a member listen to what changes. Answers the status where that is refused.
    pub async fn follow(&self, member: MemberId, after: Option<&str>) -> Result<Following, u16> {
        let member = member.to_string();
        let acting = (ACTING, member.as_str());
        match after {
            Some(after) => self.follow_with(&[acting, ("last-event-id", after)]).await,
            None => self.follow_with(&[acting]).await,
        }
    }

    /// The same for whoever these headers name.
    pub async fn follow_with(&self, headers: &[(&str, &str)]) -> Result<Following, u16> {
        let mut request = Request::get("/api/v1/events").header("accept", "text/event-stream");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(axum::body::Body::empty()).expect("a request");
        let Ok(response) = tower::ServiceExt::oneshot(self.0.router.clone(), request).await;
        match response.status().is_success() {
            true => Ok(Following::of(response.into_body().into_data_stream())),
            false => Err(response.status().as_u16()),
        }
    }

    /// Gives a member rights without a pack.
    fn allow(&self, member: MemberId, permissions: &[(String, Reach)]) {
        lock(&self.0.extra)
            .entry(member)
            .or_default()
            .extend(permissions.iter().cloned());
    }

    async fn actor(&self, member: MemberId) -> Actor {
        actor(self.app(), &self.0.extra, member, None)
            .await
            .expect("rights")
    }

    fn known(&self, name: &str) -> Option<TestMember> {
        let id = lock(&self.0.members).get(name).copied()?;
        Some(TestMember {
            id,
            name: name.to_owned(),
            company: self.clone(),
        })
    }

    fn remember(&self, name: &str, member: &TestMember) {
        lock(&self.0.members).insert(name.to_owned(), member.id);
    }
}

/// A pack of one file: its statements; the header is made from the name.
pub fn pack(name: &str, statements: &str) -> PackSource {
    let text = format!("id = \"{name}\"\nversion = \"2026.1\"\nname = {{ zh = \"{name}\" }}\n\n{statements}");
    PackSource {
        id: name.to_owned(),
        files: vec![Source {
            path: format!("{name}.toml"),
            text,
        }],
    }
}

/// The shipped packs, the named one first.
pub fn shipped(name: &str) -> Vec<PackSource> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let mut packs: Vec<PackSource> = std::fs::read_dir(&root)
        .expect("the folder packs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .map(|folder| PackSource {
            id: file_name(&folder),
            files: files(&folder),
        })
        .collect();
    packs.sort_by_key(|pack| (pack.id != name, pack.id.clone()));
    packs
}

fn files(folder: &Path) -> Vec<Source> {
    let entries = std::fs::read_dir(folder)
        .expect("a pack")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Vec<Source> = entries
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| Source {
            path: format!("{}/{}", file_name(folder), file_name(&path)),
            text: std::fs::read_to_string(&path).expect("UTF-8"),
        })
        .collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Monday 2026-03-02 09:00 in Shanghai.
pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 1, 0, 0)
        .single()
        .expect("a date")
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn plant(app: &App, name: &str, parent: Option<DepartmentId>) -> DepartmentId {
    let mut work = app.begin(Actor::system()).await.expect("a unit of work");
    let id = work.next_id();
    let row = department::ActiveModel {
        id: Set(id),
        parent_id: Set(parent),
        name: Set(name.to_owned()),
        version: Set(1),
        archived_at: Set(None),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    department::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .expect("a department");
    work.raise_generation().await.expect("a company");
    work.commit().await.expect("committed");
    id
}

async fn actor(
    app: &App,
    extra: &Extra,
    member: MemberId,
    on_behalf_of: Option<MemberId>,
) -> Result<Actor, Failure> {
    let rights = grants::of(app, &app.reader(), on_behalf_of.unwrap_or(member)).await?;
    let mut rights: Grants = (*rights).clone();
    let given = lock(extra).get(&member).cloned().unwrap_or_default();
    for (pattern, reach) in given {
        let statement = xianji_policy::model::Permission {
            action: pattern,
            when: None,
            reach: Default::default(),
        };
        for name in app
            .registry()
            .permissions
            .iter()
            .filter(|name| statement.covers(name))
        {
            rights
                .permissions
                .entry(name.clone())
                .or_default()
                .push(Grant { reach, when: None });
        }
    }
    Ok(Actor::of_member(
        member,
        on_behalf_of,
        Language::En,
        Arc::new(rights),
    ))
}

/// Puts the member whom the header names into the request, as the session layer would after a log-in.
async fn act(State((app, extra)): State<(App, Extra)>, mut request: Request, next: Next) -> Response {
    let named = request
        .headers()
        .get(ACTING)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse().ok());
    if let Some(member) = named {
        match actor(&app, &extra, member, None).await {
            Ok(actor) => request.extensions_mut().insert(actor),
            Err(failure) => return failure.into_response(),
        };
    }
    next.run(request).await
}

/// A form with texts and at most one file (its name and its bytes), as a browser sends it.
pub fn form_request(path: &str, texts: &[(&str, &str)], file: Option<(&str, &str)>) -> Request {
    let mut body = String::new();
    for (name, value) in texts {
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    if let Some((name, bytes)) = file {
        let head =
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.push_str(&format!("{head}{bytes}\r\n"));
    }
    body.push_str("--x--\r\n");
    let request = Request::post(format!("/api/v1{path}"))
        .header("content-type", "multipart/form-data; boundary=x")
        .body(body.into());
    request.expect("a request")
}
