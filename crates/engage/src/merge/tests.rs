use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

const ALL: [&str; 6] = [
    "customer.*",
    "contact.*",
    "interaction.*",
    "inquiry.*",
    "lead.*",
    "file.*",
];

struct Twice {
    company: TestCompany,
    li: TestMember,
    from: String,
    into: String,
}

/// Two files of one customer: the older with a contact, a call, an inquiry and a region; the newer with an industry and a region.
async fn twice() -> Twice {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company.member("li").allowed(&ALL, Reach::Company).await;
    let path = |made: &Value| format!("/customers/{}", made["id"].as_str().unwrap());
    let old = json!({ "name": "滨江智造", "region": "杭州", "needs": "视觉检测", "credit_code": "91350100M000100Y43" });
    let from = path(&li.post("/customers", old).await.ok());
    let new = json!({ "name": "杭州滨江智能制造", "region": "浙江杭州", "industry": "制造" });
    let into = path(&li.post("/customers", new).await.ok());
    li.post(&format!("{from}/contacts"), json!({ "name": "王芳" }))
        .await
        .ok();
    let id = from.rsplit('/').next().unwrap();
    let call = json!({ "customer_id": id, "kind": "call", "happened_at": "2026-03-02T00:30:00Z", "content": "交期" });
    li.post("/interactions", call).await.ok();
    let ask = json!({ "channel": "phone", "customer_id": id, "question": "交期？" });
    li.post("/inquiries", ask).await.ok();
    Twice {
        company,
        li,
        from,
        into,
    }
}

impl Twice {
    fn body(&self) -> Value {
        json!({ "into": self.into.rsplit('/').next().unwrap(), "reason": "同一家公司" })
    }

    async fn merged(&self) -> Value {
        self.li
            .post(&format!("{}/merge", self.from), self.body())
            .await
            .ok()
    }

    async fn hanging(&self, on: &str) -> (usize, usize, usize) {
        let contacts = self.li.get(&format!("{on}/contacts")).await.ok();
        let id = on.rsplit('/').next().unwrap();
        let filter =
            format!("%7B%22field%22%3A%22customer%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22{id}%22%7D");
        let of = async |path: &str| {
            let page = self.li.get(&format!("{path}?filter={filter}")).await.ok();
            page["items"].as_array().unwrap().len()
        };
        (
            contacts["items"].as_array().unwrap().len(),
            of("/interactions").await,
            of("/inquiries").await,
        )
    }

    async fn happened(&self, on: &str) -> String {
        self.li
            .get(&format!("{on}/timeline?limit=200"))
            .await
            .ok()
            .to_string()
    }
}

#[tokio::test]
async fn a_merge_says_before_what_it_moves_and_fills() {
    let two = twice().await;
    let into = two.into.rsplit('/').next().unwrap();
    let shown = two.li.get(&format!("{}/merge?into={into}", two.from)).await.ok();
    let moving = |kind: &str| {
        let all = shown["moving"].as_array().unwrap();
        all.iter().find(|one| one["kind"] == kind).unwrap()["count"].clone()
    };
    assert_eq!(
        [
            moving("contact"),
            moving("interaction"),
            moving("inquiry"),
            moving("lead")
        ],
        [1, 1, 1, 0].map(|n| json!(n))
    );
    assert_eq!(
        (&shown["filled"], &shown["kept"]),
        (&json!(["credit_code", "needs"]), &json!(["region"]))
    );
    assert_eq!(two.hanging(&two.from).await, (1, 1, 1), "nothing moved yet");
}

#[tokio::test]
async fn a_merge_loses_nothing_and_leaves_a_forwarding_id() {
    let two = twice().await;
    let going_on = two.merged().await;
    assert_eq!(
        (&going_on["region"], &going_on["needs"]),
        (&json!("浙江杭州"), &json!("视觉检测"))
    );
    assert_eq!(going_on["contact_count"], 1);
    assert_eq!(two.hanging(&two.into).await, (1, 1, 1));
    assert!(
        two.happened(&two.into).await.contains("interaction.recorded"),
        "one timeline"
    );

    let forwarding = two.li.get(&two.from).await.ok();
    assert_eq!(
        (&forwarding["merged_into"], &forwarding["can"]["update"]),
        (&going_on["id"], &json!(false))
    );
    assert_eq!(two.li.get("/customers").await.ok()["total"]["count"], 1);
    assert_eq!(
        two.li.patch(&two.from, 2, json!({ "region": "x" })).await.code(),
        "customer-merged"
    );
    let absorbed = two.li.get(&format!("{}/absorbed", two.into)).await.ok();
    assert_eq!(absorbed[0]["name"], "滨江智造");
    assert_eq!(
        two.company.events("customer.merged").await[0]["facts"]["into"],
        going_on["id"]
    );
}

#[tokio::test]
async fn a_merge_that_is_undone_leaves_both_files_as_they_were() {
    let two = twice().await;
    let (before, target) = (two.li.get(&two.from).await.ok(), two.li.get(&two.into).await.ok());
    two.merged().await;
    let later = json!({ "name": "赵强" });
    two.li.post(&format!("{}/contacts", two.into), later).await.ok();

    let back = two
        .li
        .post(&format!("{}/unmerge", two.from), json!({}))
        .await
        .ok();
    for field in [
        "name",
        "region",
        "needs",
        "credit_code",
        "contact_count",
        "merged_into",
        "archived_at",
    ] {
        assert_eq!(back[field], before[field], "{field}");
    }
    let now = two.li.get(&two.into).await.ok();
    for field in ["name", "region", "needs", "credit_code", "industry"] {
        assert_eq!(now[field], target[field], "{field}");
    }
    assert_eq!(two.hanging(&two.from).await, (1, 1, 1));
    assert_eq!(
        two.hanging(&two.into).await,
        (1, 0, 0),
        "what came later stays where it came"
    );
    assert!(!two.happened(&two.into).await.contains("interaction.recorded"));
    let again = two.li.post(&format!("{}/unmerge", two.from), json!({})).await;
    assert_eq!((again.status, again.code()), (409, "merge-not-merged"));
}

#[tokio::test]
async fn a_merge_asks_for_another_live_file_a_reason_and_the_right_on_both() {
    let two = twice().await;
    let path = format!("{}/merge", two.from);
    let own = json!({ "into": two.from.rsplit('/').next().unwrap(), "reason": "x" });
    assert_eq!(two.li.post(&path, own).await.code(), "merge-same");
    let mut silent = two.body();
    silent["reason"] = json!(" ");
    assert_eq!(
        two.li.post(&path, silent).await.body["errors"][0]["pointer"],
        "/reason"
    );
    let wang = two
        .company
        .member("wang")
        .allowed(&["customer.read"], Reach::Company)
        .await;
    assert_eq!(wang.post(&path, two.body()).await.status, 403);
    let zhao = two
        .company
        .member("zhao")
        .allowed(&["customer.*"], Reach::Own)
        .await;
    assert_eq!(zhao.post(&path, two.body()).await.status, 404);
    two.merged().await;
    assert_eq!(two.li.post(&path, two.body()).await.code(), "customer-merged");
}
