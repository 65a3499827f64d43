//! A company with every floor mounted, the shipped packs in force and people in their positions.

use xianji_platform::testing::{TestCompany, TestMember};

/// The whole house: `standard` for the company, `consulting-desk` for the department 咨询部.
pub struct Whole {
    pub company: TestCompany,
    pub executive: TestMember,
    pub sales_manager: TestMember,
    pub sales: TestMember,
    pub engineer: TestMember,
    pub finance: TestMember,
    pub lead: TestMember,
    pub consultant: TestMember,
    pub officer: TestMember,
    pub administrator: TestMember,
}

impl Whole {
    /// Opens it at Monday 2026-03-02 09:00.
    pub async fn open() -> Self {
        let company = TestCompany::open(xianji_server::house::modules()).await;
        let sales_department = company.department("销售部", None).await;
        let technical = company.department("售前技术部", None).await;
        let desk = company.department("咨询部", None).await;
        company.adopt_shipped("standard").await;
        company
            .adopt(&xianji_platform::testing::shipped("consulting-desk"), Some(desk))
            .await;
        let executive = company
            .member("林岚")
            .with_positions(&["executive"])
            .as_head()
            .await;
        let officer = company
            .member("何谨")
            .with_positions(&["policy-officer", "archivist"])
            .await;
        let administrator = company.member("陈立").with_positions(&["administrator"]).await;
        let finance = company.member("孙悦").with_positions(&["finance"]).await;
        let sales_manager = company
            .member("吴桐")
            .with_positions(&["sales-manager"])
            .in_department(sales_department)
            .as_head()
            .await;
        let sales = company
            .member("王凯")
            .with_positions(&["sales"])
            .in_department(sales_department)
            .await;
        let engineer = company
            .member("李想")
            .with_positions(&["presales-engineer", "rd-lead"])
            .in_department(technical)
            .as_head()
            .await;
        let lead = company
            .member("赵倩")
            .with_positions(&["desk-lead"])
            .in_department(desk)
            .as_head()
            .await;
        let consultant = company
            .member("周敏")
            .with_positions(&["consultant"])
            .in_department(desk)
            .await;
        Self {
            company,
            executive,
            sales_manager,
            sales,
            engineer,
            finance,
            lead,
            consultant,
            officer,
            administrator,
        }
    }
}
