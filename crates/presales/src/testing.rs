//! What tests of this floor begin with: a company with a small pack in force, customers and projects.

use serde_json::{Value, json};
use xianji_platform::testing::{TestCompany, TestMember};
use xianji_platform::{Module, policy_book};
use xianji_policy::read::{Mode, PackSource, Source};

use crate::id::ProjectId;

/// A pack of a few stages and no gates, for tests that are about the rooms themselves.
pub const SMALL: &str = r#"
id = "small"
version = "1"
name = { zh = "小制度", en = "Small" }

[[lifecycle]]
id = "deal"
of = "project"
stages = { active = ["guidance", "proposal", "bid"], won = ["after-signing"] }
back = ["guidance"]

[[stage]]
id = "guidance"
name = { zh = "引导", en = "Guidance" }
limit = "5 working days"

[[stage]]
id = "proposal"
name = { zh = "方案", en = "Proposal" }
skip = { when = "project.kind == 'product'" }

[[stage]]
id = "bid"
name = { zh = "投标", en = "Bid" }

[[stage]]
id = "after-signing"
name = { zh = "签约后", en = "After signing" }

[[deliverable]]
id = "report"
of = "project"
name = { zh = "报告", en = "Report" }
stage = "proposal"

[[deliverable]]
id = "contract"
of = "project"
name = { zh = "合同", en = "Contract" }
when = "project.won_on != null"
copies = ["electronic", "paper"]

[[deliverable]]
id = "letters"
of = "project"
name = { zh = "函件", en = "Letters" }
optional = true
"#;

/// All permissions of this floor, and those of engage that its tests need.
pub const ALL: [&str; 6] = [
    "project.*",
    "initiation.*",
    "task.*",
    "milestone.*",
    "customer.*",
    "file.*",
];

/// The modules up to this floor.
pub fn modules() -> Vec<Module> {
    vec![
        xianji_platform::module(),
        xianji_governance::module(),
        xianji_engage::module(),
        crate::module(),
    ]
}

/// A company under the small pack.
pub async fn company() -> TestCompany {
    company_under(SMALL).await
}

/// A company under a pack given as one file.
pub async fn company_under(pack: &str) -> TestCompany {
    let company = TestCompany::open(modules()).await;
    let id = pack
        .lines()
        .find_map(|line| line.strip_prefix("id = "))
        .unwrap_or_default()
        .trim_matches('"');
    let file = Source {
        path: format!("{id}.toml"),
        text: pack.to_owned(),
    };
    let sources = [PackSource {
        id: id.to_owned(),
        files: vec![file],
    }];
    let mut work = company.work().await;
    let version = policy_book::actions::publish(&mut work, &sources, Mode::Mounted)
        .await
        .expect("a sound pack");
    let today = work.policies().today(work.now);
    policy_book::actions::adopt(&mut work, company.root(), version, today)
        .await
        .expect("adopted");
    work.commit().await.expect("committed");
    company
        .app()
        .reload_policies()
        .await
        .expect("the pack is in force");
    company
}

/// Begins a project by hand.
pub async fn project(by: &TestMember, name: &str) -> ProjectId {
    project_of(by, json!({ "name": name })).await
}

/// Begins a project with what is given.
pub async fn project_of(by: &TestMember, body: Value) -> ProjectId {
    by.post("/projects", body).await.id()
}
