//! The starter company: three departments, eight people, the standard pack for the company and `consulting-desk` for its desk. Made by the
//! real actions, so that what one sees has evidence like everything else.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use xianji_kernel::text::Language;
use xianji_platform::identity::company::actions::{COMPANY, Changes, change};
use xianji_platform::identity::department::actions as departments;
use xianji_platform::identity::member::actions as members;
use xianji_platform::identity::member::{NewMember, NewPosition, NewSkill, standing};
use xianji_platform::ledger::entity::event;
use xianji_platform::policy_book::actions as policies;
use xianji_platform::{Actor, App, DepartmentId, Failure, Subject, Work};
use xianji_policy::Mode;

/// What everybody of the starter company logs in with until somebody changes it.
const PASSWORD: &str = "kai-shi-2026";

const LOADED: &str = "company.starter_loaded";

/// A person of the starter company.
struct Person {
    login: &'static str,
    name: &'static str,
    /// Index into the departments, the root being 0.
    department: usize,
    head: bool,
    positions: &'static [&'static str],
    skills: &'static [(&'static str, i32)],
}

const DEPARTMENTS: [&str; 3] = ["销售部", "售前技术部", "咨询部"];

const PEOPLE: [Person; 8] = [
    Person {
        login: "linlan",
        name: "林岚",
        department: 0,
        head: true,
        positions: &["executive", "policy-officer"],
        skills: &[],
    },
    Person {
        login: "chenli",
        name: "陈立",
        department: 0,
        head: false,
        positions: &["administrator", "archivist"],
        skills: &[],
    },
    Person {
        login: "sunyue",
        name: "孙悦",
        department: 0,
        head: false,
        positions: &["finance"],
        skills: &[],
    },
    Person {
        login: "wutong",
        name: "吴桐",
        department: 1,
        head: true,
        positions: &["sales-manager"],
        skills: &[("negotiation", 3)],
    },
    Person {
        login: "wangkai",
        name: "王凯",
        department: 1,
        head: false,
        positions: &["sales", "marketing"],
        skills: &[("negotiation", 2)],
    },
    Person {
        login: "lixiang",
        name: "李想",
        department: 2,
        head: true,
        positions: &["presales-engineer", "rd-lead"],
        skills: &[("technical", 3)],
    },
    Person {
        login: "zhaoqian",
        name: "赵倩",
        department: 3,
        head: true,
        positions: &["desk-lead", "customer-service"],
        skills: &[("service", 2)],
    },
    Person {
        login: "zhoumin",
        name: "周敏",
        department: 3,
        head: false,
        positions: &["consultant"],
        skills: &[("product", 2), ("pricing", 2), ("technical", 2), ("service", 1)],
    },
];

/// Whether the starter company is loaded here.
pub async fn is_loaded(app: &App) -> Result<bool, Failure> {
    Ok(event::Entity::find()
        .filter(event::Column::Name.eq(LOADED))
        .count(&app.reader())
        .await?
        > 0)
}

/// Loads it into an empty installation; does nothing on one that is in use.
pub async fn load(app: &App) -> Result<(), Failure> {
    if event::Entity::find().count(&app.reader()).await? > 0 {
        return Ok(());
    }
    let first = &PEOPLE[1];
    let mut work = begin(app).await?;
    members::make_administrator(&mut work, first.login, first.name, PASSWORD).await?;
    change(
        &mut work,
        Changes {
            name: Some("启明软件有限公司".into()),
            ..Changes::default()
        },
    )
    .await?;
    work.commit().await?;
    let root = app
        .policies()
        .tree()
        .root()
        .ok_or_else(|| Failure::broken("no department was made"))?;
    let places = found(app, root).await?;
    adopt(app, "standard", root).await?;
    adopt(app, "consulting-desk", places[3]).await?;
    for person in &PEOPLE {
        hire(app, person, places[person.department]).await?;
    }
    let mut work = begin(app).await?;
    work.record_named(
        LOADED,
        Subject::new("company", COMPANY),
        serde_json::json!({ "people": PEOPLE.len() }),
    )
    .await?;
    work.commit().await
}

async fn begin(app: &App) -> Result<Work, Failure> {
    app.begin(Actor::system()).await
}

async fn found(app: &App, root: DepartmentId) -> Result<Vec<DepartmentId>, Failure> {
    let mut places = vec![root];
    for name in DEPARTMENTS {
        let mut work = begin(app).await?;
        places.push(departments::create(&mut work, name, root).await?.id);
        work.commit().await?;
    }
    Ok(places)
}

async fn adopt(app: &App, pack: &str, department: DepartmentId) -> Result<(), Failure> {
    let first = app
        .shipped(pack)
        .cloned()
        .ok_or_else(|| Failure::broken(format!("pack {pack} is not shipped")))?;
    let others = app
        .registry()
        .packs
        .iter()
        .filter(|other| other.id != pack)
        .cloned();
    let sources: Vec<_> = std::iter::once(first).chain(others).collect();
    let mut work = begin(app).await?;
    let version = policies::publish(&mut work, &sources, Mode::Strict).await?;
    let today = work.policies().today(work.now);
    policies::adopt(&mut work, department, version, today).await?;
    work.commit().await
}

async fn hire(app: &App, person: &Person, department: DepartmentId) -> Result<(), Failure> {
    let mut work = begin(app).await?;
    let known = xianji_platform::identity::entity::member::Entity::find()
        .filter(xianji_platform::identity::entity::member::Column::Login.eq(person.login))
        .one(&work.db())
        .await?;
    let id = match known {
        Some(member) => member.id,
        None => {
            let new = NewMember {
                name: person.name.into(),
                login: person.login.into(),
                email: Some(format!("{}@qiming.example", person.login)),
                phone: None,
                language: Language::Zh,
                password: Some(PASSWORD.into()),
                department,
                head: person.head,
            };
            members::create(&mut work, new).await?.id
        }
    };
    for position in person.positions {
        if *position == "administrator" {
            continue;
        }
        let new = NewPosition {
            position: (*position).into(),
            department_id: None,
            from: None,
            until: None,
        };
        standing::assign(&mut work, id, new).await?;
    }
    for (skill, level) in person.skills {
        standing::record_skill(
            &mut work,
            id,
            NewSkill {
                skill: (*skill).into(),
                level: *level,
                until: None,
            },
        )
        .await?;
    }
    work.commit().await
}

/// The log-ins, for the terminal.
pub fn log_ins() -> String {
    let mut text = format!("Starter company, password {PASSWORD} until changed:\n");
    for person in &PEOPLE {
        let department = person
            .department
            .checked_sub(1)
            .map_or("总公司", |place| DEPARTMENTS[place]);
        text.push_str(&format!(
            "  {:<10} {}  {department}  {}\n",
            person.login,
            person.name,
            person.positions.join(", ")
        ));
    }
    text
}
