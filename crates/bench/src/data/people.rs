//! Who works there: below the starter company's sales department four regions of five teams, ten owners in each team, a head in each
//! region. Made by the actions, as they are few and everything hangs on them.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, TransactionTrait};
use xianji_governance::obligation;
use xianji_kernel::text::Language;
use xianji_platform::identity::department::actions as departments;
use xianji_platform::identity::entity::member;
use xianji_platform::identity::member::actions as members;
use xianji_platform::identity::member::{NewMember, NewPosition, standing};
use xianji_platform::{Actor, App, DepartmentId, Failure, MemberId, PackVersionId, Subject};

/// Everybody's password: that of the starter company.
pub const PASSWORD: &str = "kai-shi-2026";
/// An ordinary member: sees what is theirs or names them.
pub const MEMBER: &str = "owner-007";
/// Head of a region: sees a quarter of everything.
pub const HEAD: &str = "head-1";
/// Head of all sales: may move every project.
pub const WHOLE: &str = "wutong";
/// An ordinary member with 200 open obligations.
pub const BUSY: &str = "owner-011";

const REGIONS: u64 = 4;
const TEAMS: u64 = 5;
const TEAM: u64 = 10;

/// An owner and where this one works.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    pub id: MemberId,
    pub department: DepartmentId,
}

/// The people, and the pack that holds for them.
pub struct People {
    pub owners: Vec<Owner>,
    pub pack: PackVersionId,
}

/// Hires them.
pub async fn hire(app: &App) -> Result<People, Failure> {
    let sales = sales(app)?;
    let mut owners = Vec::new();
    for region in 1..=REGIONS {
        let mut work = app.begin(Actor::system()).await?;
        let here = departments::create(&mut work, &format!("第{region}大区"), sales)
            .await?
            .id;
        work.commit().await?;
        employ(app, &format!("head-{region}"), here, true, "sales-manager").await?;
        for team in 1..=TEAMS {
            let mut work = app.begin(Actor::system()).await?;
            let name = format!("{region}区{team}组");
            let department = departments::create(&mut work, &name, here).await?.id;
            work.commit().await?;
            for _ in 0..TEAM {
                let login = format!("owner-{:03}", owners.len());
                let id = employ(app, &login, department, false, "sales").await?;
                owners.push(Owner { id, department });
            }
        }
    }
    give_password(app).await?;
    let book = app.policies();
    let pack = book.in_force(sales, book.today(app.now()));
    let (pack, _) = pack.ok_or_else(|| Failure::broken("no pack is in force for sales"))?;
    Ok(People { owners, pack })
}

fn sales(app: &App) -> Result<DepartmentId, Failure> {
    let book = app.policies();
    let tree = book.tree();
    tree.all()
        .find(|id| tree.name(*id) == Some("销售部"))
        .ok_or_else(|| Failure::broken("the starter company has no sales department"))
}

async fn employ(
    app: &App,
    login: &str,
    department: DepartmentId,
    head: bool,
    position: &str,
) -> Result<MemberId, Failure> {
    let mut work = app.begin(Actor::system()).await?;
    let new = NewMember {
        name: format!("员工{login}"),
        login: login.into(),
        email: Some(format!("{login}@qiming.example")),
        phone: None,
        language: Language::Zh,
        password: None,
        department,
        head,
    };
    let id = members::create(&mut work, new).await?.id;
    let holding = NewPosition {
        position: position.into(),
        department_id: None,
        from: None,
        until: None,
    };
    standing::assign(&mut work, id, holding).await?;
    work.commit().await?;
    Ok(id)
}

/// All share the hash of one starter member: two hundred of them would take a minute.
async fn give_password(app: &App) -> Result<(), Failure> {
    let known = member::Entity::find()
        .filter(member::Column::Login.eq(WHOLE))
        .one(&app.reader())
        .await?;
    let hash = known.and_then(|known| known.password_hash);
    let tx = app.database().writer().begin().await?;
    member::Entity::update_many()
        .col_expr(member::Column::PasswordHash, Expr::value(hash))
        .filter(member::Column::PasswordHash.is_null())
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Gives the busy member 200 things to do on a project, due over the coming weeks.
pub async fn keep_busy(app: &App, member: MemberId, projects: &[Subject]) -> Result<(), Failure> {
    let today = app.policies().today(app.now());
    let mut work = app.begin(Actor::system()).await?;
    for n in 0..200_u64 {
        let place = usize::try_from(n).unwrap_or(0) % projects.len().max(1);
        let Some(subject) = projects.get(place) else { break };
        let day = today + chrono::Days::new(1 + n % 30);
        let words = format!("准备第{}份材料", n + 1);
        obligation::open_action_item(&mut work, subject, member, day, &words, &format!("bench-{n}")).await?;
    }
    work.commit().await
}
