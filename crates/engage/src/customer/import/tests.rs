use axum::body::Body;
use axum::extract::Request;
use serde_json::{Value, json};
use xianji_platform::testing::{Answer, TestCompany, TestMember};

struct Office {
    company: TestCompany,
    sun: TestMember,
}

/// A sales office under `standard` with a salesperson.
async fn office() -> Office {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    company.adopt_shipped("standard").await;
    let sales = company.department("销售部", None).await;
    let sun = company
        .member("sun")
        .with_positions(&["sales"])
        .in_department(sales)
        .await;
    Office { company, sun }
}

impl Office {
    async fn send(&self, kind: &str, name: &str, bytes: &[u8]) -> Answer {
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat();
        let request = Request::post("/api/v1/imports")
            .header("content-type", "multipart/form-data; boundary=x")
            .header("accept-language", "en")
            .body(Body::from(body))
            .unwrap();
        self.company.request(Some(self.sun.id), request).await
    }

    async fn upload(&self, kind: &str, text: &str) -> (String, Value) {
        let run = self.send(kind, "客户.csv", text.as_bytes()).await.ok();
        (format!("/imports/{}", run["id"].as_str().unwrap()), run)
    }

    /// Takes a file in with whatever is done by itself.
    async fn import(&self, kind: &str, text: &str, on_duplicate: &str) -> Value {
        let (run, _) = self.upload(kind, text).await;
        let wish = json!({ "on_duplicate": on_duplicate });
        self.sun.post(&format!("{run}/map"), wish).await.ok();
        self.sun.post(&format!("{run}/start"), json!({})).await.ok();
        self.company.tick().await;
        self.sun.get(&run).await.ok()
    }

    async fn names(&self) -> Vec<String> {
        let list = self.sun.get("/customers?sort=created_at,number").await.ok();
        let names = list["items"].as_array().unwrap().iter();
        names
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn counts(run: &Value) -> [i64; 5] {
    ["seen", "made", "updated", "skipped", "failed"].map(|name| run["counts"][name].as_i64().unwrap())
}

const FILE: &str = "2026 年客户清单\n客户名称,统一社会信用代码,行业,预算,手机\n\
    滨江智造有限公司,91350100M000100Y43,制造,50万,\n\
    远山集团,1234,能源,,\n\
    ,,,面议,\n\
    滨江智造股份有限公司,,制造,,\n\
    江南水务,,水务,1000,\n";

#[tokio::test]
async fn a_file_becomes_customers_and_every_row_is_told() {
    let office = office().await;
    let (run, uploaded) = office.upload("customer", FILE).await;
    assert_eq!(uploaded["header_row"], 2);
    let fields: Vec<&Value> = uploaded["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["field"])
        .collect();
    assert_eq!(
        fields,
        ["name", "credit_code", "industry", "budget", "contact_mobile"]
    );

    office.sun.post(&format!("{run}/check"), json!({})).await.ok();
    office.company.tick().await;
    let checked = office.sun.get(&run).await.ok();
    assert_eq!(checked["state"], "checked");
    assert_eq!(
        checked["checked"],
        json!({ "rows": 5, "good": 3, "wrong": 2, "known": 0, "repeated": 1 })
    );
    let preview = office.sun.get(&format!("{run}/preview")).await.ok();
    assert_eq!(preview["rows"][1]["reasons"][0]["field"], "credit_code");
    assert_eq!(preview["faults"][1]["number"], 5);
    assert!(office.names().await.is_empty());

    office.sun.post(&format!("{run}/start"), json!({})).await.ok();
    office.company.tick().await;
    let done = office.sun.get(&run).await.ok();
    assert_eq!(done["state"], "finished");
    assert_eq!(counts(&done), [5, 2, 0, 1, 2]);
    assert_eq!(office.names().await, ["滨江智造有限公司", "江南水务"]);
    assert_eq!(office.company.events("customer.created").await.len(), 2);
    let finished = office.company.events("import_run.finished").await.remove(0);
    assert_eq!(
        (&finished["facts"]["made"], &finished["member"]),
        (&json!(2), &json!(office.sun.id))
    );

    let rows = office.sun.get(&format!("{run}/rows")).await.ok();
    let outcomes: Vec<&str> = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["made", "failed", "failed", "skipped", "made"]);
    assert_eq!(rows["items"][3]["record"], rows["items"][0]["record"]);
}

#[tokio::test]
async fn failed_rows_come_back_with_their_reasons_are_mended_and_taken_in() {
    let office = office().await;
    let done = office.import("customer", FILE, "skip").await;
    let run = format!("/imports/{}", done["id"].as_str().unwrap());
    let file = office.sun.get(&format!("{run}/failed-rows?format=csv")).await;
    let text = String::from_utf8(file.bytes).unwrap();
    assert_eq!(
        text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(),
        [
            "\"客户名称\",\"统一社会信用代码\",\"行业\",\"预算\",\"手机\",\"Reason\"",
            "\"远山集团\",\"1234\",\"能源\",\"\",\"\",\"统一社会信用代码: Not a valid unified social credit code (its check character does not fit)\"",
            "\"\",\"\",\"\",\"面议\",\"\",\"预算: Is no amount of money; 客户名称: Required\"",
        ]
    );
    let mended = text
        .replace("1234", "91110000600037341L")
        .replace("面议", "5")
        .replace("\"\",\"\",\"\",\"5\"", "\"北湖\",\"\",\"\",\"5\"");
    let again = office.import("customer", &mended, "skip").await;
    assert_eq!(counts(&again), [2, 2, 0, 0, 0]);
    let workbook = office.sun.get(&format!("{run}/failed-rows")).await;
    assert_eq!(&workbook.bytes[..2], b"PK");
}

#[tokio::test]
async fn what_is_there_is_left_out_filled_or_made_again() {
    let office = office().await;
    let first = json!({ "name": "滨江智造", "credit_code": "91350100M000100Y43", "industry": "制造" });
    office.sun.post("/customers", first).await.ok();
    let text = "公司名称,统一社会信用代码,行业,地区\n滨江智造有限公司,,能源,杭州\n";
    assert_eq!(
        counts(&office.import("customer", text, "skip").await),
        [1, 0, 0, 1, 0]
    );
    assert_eq!(
        counts(&office.import("customer", text, "fill").await),
        [1, 0, 1, 0, 0]
    );
    let list = office.sun.get("/customers").await.ok();
    assert_eq!(
        (&list["items"][0]["industry"], &list["items"][0]["region"]),
        (&json!("制造"), &json!("杭州"))
    );
    assert_eq!(
        counts(&office.import("customer", text, "fill").await),
        [1, 0, 0, 1, 0]
    );
    assert_eq!(
        counts(&office.import("customer", text, "make").await),
        [1, 1, 0, 0, 0]
    );
    let same_code = "公司名称,统一社会信用代码\n另一家,91350100M000100Y43\n";
    assert_eq!(
        counts(&office.import("customer", same_code, "make").await),
        [1, 0, 0, 0, 1]
    );
}

#[tokio::test]
async fn what_an_import_made_is_taken_back_unless_somebody_used_it() {
    let office = office().await;
    let done = office
        .import("customer", "公司名称\n甲公司\n乙公司\n丙公司\n", "skip")
        .await;
    let run = format!("/imports/{}", done["id"].as_str().unwrap());
    let rows = office.sun.get(&format!("{run}/rows")).await.ok();
    let second = rows["items"][1]["record"]["id"].as_str().unwrap().to_owned();
    office
        .company
        .clock()
        .set(office.company.now() + chrono::TimeDelta::minutes(5));
    let contact = json!({ "name": "王芳" });
    office
        .sun
        .post(&format!("/customers/{second}/contacts"), contact)
        .await
        .ok();

    office.sun.post(&format!("{run}/undo"), json!({})).await.ok();
    office.company.tick().await;
    let undone = office.sun.get(&run).await.ok();
    assert_eq!(
        (&undone["state"], &undone["taken_back"], &undone["kept"]),
        (&json!("undone"), &json!(2), &json!(1))
    );
    assert_eq!(office.names().await, ["乙公司"]);
    assert_eq!(office.company.events("customer.archived").await.len(), 2);
    let again = office.sun.post(&format!("{run}/undo"), json!({})).await;
    assert_eq!(again.code(), "import-nothing-to-undo");
}

#[tokio::test]
async fn a_stopped_import_goes_on_no_more_and_says_what_was_done() {
    let office = office().await;
    let (run, _) = office.upload("customer", "公司名称\n甲公司\n").await;
    office.sun.post(&format!("{run}/start"), json!({})).await.ok();
    let stopped = office.sun.post(&format!("{run}/cancel"), json!({})).await.ok();
    assert_eq!(stopped["state"], "cancelled");
    office.company.tick().await;
    assert!(office.names().await.is_empty());
    let again = office.sun.post(&format!("{run}/start"), json!({})).await;
    assert_eq!((again.status, again.code()), (409, "import-begun"));
}

#[tokio::test]
async fn columns_are_remembered_and_what_is_required_must_be_mapped() {
    let office = office().await;
    let text = "对方,哪里\n甲公司,杭州\n";
    let (run, uploaded) = office.upload("customer", text).await;
    assert_eq!(uploaded["columns"][0]["field"], Value::Null);
    let start = office.sun.post(&format!("{run}/start"), json!({})).await;
    assert_eq!((start.status, start.code()), (409, "import-not-mapped"));
    let twice = office
        .sun
        .post(&format!("{run}/map"), json!({ "fields": ["name", "name"] }))
        .await;
    assert_eq!(
        (twice.status, &twice.body["errors"][0]["pointer"]),
        (422, &json!("/fields/1"))
    );
    office
        .sun
        .post(&format!("{run}/map"), json!({ "fields": ["name", "region"] }))
        .await
        .ok();
    let (_, again) = office.upload("customer", text).await;
    assert_eq!(
        (&again["columns"][0]["field"], &again["columns"][1]["field"]),
        (&json!("name"), &json!("region"))
    );
}

#[tokio::test]
async fn a_first_contact_comes_with_the_customer_and_its_phone_tells_a_duplicate() {
    let office = office().await;
    let text = "公司名称,联系人,手机,邮箱\n滨江智造,王芳,１３８００１３８０００,wang@binjiang.cn\n别名实业,,13800138000,\n滨江二厂,李强,,li@binjiang.cn\n孤岛,,13900139000,\n";
    let done = office.import("customer", text, "skip").await;
    assert_eq!(counts(&done), [4, 1, 0, 2, 1]);
    let run = format!("/imports/{}", done["id"].as_str().unwrap());
    let rows = office.sun.get(&format!("{run}/rows")).await.ok();
    assert_eq!(rows["items"][1]["reasons"][0]["code"], "import-known-phone");
    assert_eq!(rows["items"][3]["reasons"][0]["field"], "contact_name");
    assert_eq!(rows["items"][2]["reasons"][0]["code"], "import-known-mail-domain");
    let customer = rows["items"][0]["record"]["id"].as_str().unwrap();
    let contacts = office
        .sun
        .get(&format!("/customers/{customer}/contacts"))
        .await
        .ok();
    assert_eq!(contacts["items"][0]["mobile"], "138****8000");
}

#[tokio::test]
async fn contacts_come_from_cards_and_tables_to_customers_that_one_may_see() {
    let office = office().await;
    office
        .sun
        .post("/customers", json!({ "name": "滨江智造有限公司" }))
        .await
        .ok();
    let cards = "BEGIN:VCARD\nVERSION:3.0\nFN:王芳\nORG:滨江智造\nTEL;TYPE=CELL:13800138000\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:李强\nORG:没有这家\nEND:VCARD\n";
    let run = office.send("contact", "名片.vcf", cards.as_bytes()).await.ok();
    let run = format!("/imports/{}", run["id"].as_str().unwrap());
    office.sun.post(&format!("{run}/start"), json!({})).await.ok();
    office.company.tick().await;
    assert_eq!(counts(&office.sun.get(&run).await.ok()), [2, 1, 0, 0, 1]);
    let failed = office.sun.get(&format!("{run}/rows?outcome=failed")).await.ok();
    assert_eq!(failed["items"][0]["reasons"][0]["code"], "fault-no-such-customer");

    let text = "客户,姓名,手机,职务\n滨江智造有限公司,王芳,,采购经理\n滨江智造,赵敏,13900139000,\n";
    assert_eq!(
        counts(&office.import("contact", text, "fill").await),
        [2, 1, 1, 0, 0]
    );
}

#[tokio::test]
async fn nobody_imports_without_the_right_and_nobody_else_reads_the_file() {
    let office = office().await;
    let (run, _) = office.upload("customer", "公司名称\n甲公司\n").await;
    let chief = office
        .company
        .member("chief")
        .with_positions(&["executive"])
        .await;
    assert_eq!(chief.get(&run).await.status, 200);
    assert_eq!(chief.get(&format!("{run}/preview")).await.status, 403);
    assert_eq!(chief.get(&format!("{run}/failed-rows")).await.status, 403);
    let engineer = office
        .company
        .member("eng")
        .with_positions(&["presales-engineer"])
        .await;
    assert_eq!(engineer.get(&run).await.status, 404);
    let sent = office
        .company
        .send_form(
            Some(engineer.id),
            "/imports",
            &[("kind", "customer")],
            Some(("a.csv", "公司名称\n")),
        )
        .await;
    assert_eq!(sent.status, 403);
    assert!(
        engineer
            .get("/imports/kinds")
            .await
            .ok()
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_thousand_rows_are_taken_in_by_portions_and_add_up() {
    let office = office().await;
    let mut text = String::from("公司名称\n");
    for number in 0..1000 {
        text.push_str(&format!("公司之{}号\n", number % 900));
    }
    let done = office.import("customer", &text, "skip").await;
    assert_eq!(counts(&done), [1000, 900, 0, 100, 0]);
}

#[tokio::test]
async fn customers_that_share_a_mark_stand_together_in_a_list() {
    let office = office().await;
    let text = "公司名称,联系人,手机\n滨江智造有限公司,王芳,13800138000\n滨江智造股份有限公司,,\n远山,李强,13800138000\n江南水务,,\n";
    assert_eq!(
        counts(&office.import("customer", text, "make").await),
        [4, 4, 0, 0, 0]
    );
    let by_name = office.sun.get("/customers/twins").await.ok();
    assert_eq!(by_name["items"].as_array().unwrap().len(), 1);
    assert_eq!(by_name["items"][0]["shared"], "滨江智造");
    let by_phone = office.sun.get("/customers/twins?by=phone").await.ok();
    let names: Vec<&Value> = by_phone["items"][0]["customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert_eq!(names, ["滨江智造有限公司", "远山"]);
    assert_eq!(by_phone["items"][0]["shared"], "138****8000");
    let stranger = office
        .company
        .member("eng")
        .with_positions(&["presales-engineer"])
        .await;
    assert!(
        stranger.get("/customers/twins").await.ok()["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}
