use std::path::PathBuf;

use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use super::mail;
use crate::mail::{Counts, import};

async fn company() -> (TestCompany, TestMember) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let all = ["customer.*", "contact.*", "inquiry.*", "message.*", "file.*"];
    let li = company.member("li").allowed(&all, Reach::Company).await;
    (company, li)
}

fn written(folder: &tempfile::TempDir, name: &str, raw: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, raw).unwrap();
    path
}

fn from_wang(id: &str, day: u8, more: &[&str], body: &str) -> Vec<u8> {
    let (id, date) = (
        format!("Message-ID: <{id}>"),
        format!("Date: Sun, {day} Feb 2026 09:00:00 +0800"),
    );
    let mut headers = vec![
        "From: Wang Fang <wang@binjiang.cn>",
        "To: desk@ours.cn",
        &id,
        &date,
    ];
    headers.extend(more);
    mail(&headers, body.as_bytes())
}

async fn first(li: &TestMember) -> Value {
    li.get("/inquiries").await.ok()["items"][0].clone()
}

#[tokio::test]
async fn a_run_counts_what_it_did_and_a_second_one_adds_nothing() {
    let (company, li) = company().await;
    let folder = tempfile::tempdir().unwrap();
    // The answer sorts before what it answers by name, and after it by date.
    written(
        &folder,
        "a.eml",
        &from_wang(
            "2@x",
            23,
            &["Subject: =?utf-8?B?5Zue5aSN?=: A", "In-Reply-To: <1@x>"],
            "谢谢",
        ),
    );
    written(&folder, "b.eml", &from_wang("1@x", 22, &["Subject: A"], "您好"));
    written(
        &folder,
        "b-again.eml",
        &from_wang("1@x", 22, &["Subject: A"], "您好"),
    );
    written(&folder, "broken.eml", "没有信头".as_bytes());
    written(&folder, "note.txt", b"no mail");
    std::fs::create_dir_all(folder.path().join("box/tmp")).unwrap();
    written(
        &folder,
        "box/cur/1.host:2,S",
        &from_wang("9@x", 24, &["Subject: B"], "另一件事"),
    );
    written(
        &folder,
        "box/new/2.host",
        &from_wang("10@x", 25, &["Subject: Re: B"], "补充"),
    );
    written(
        &folder,
        "box/tmp/3.host",
        &from_wang("11@x", 26, &["Subject: half"], "written"),
    );

    let counts = import(company.app(), &[folder.path().to_owned()]).await.unwrap();
    assert_eq!(
        counts,
        Counts {
            files: 6,
            seen: 6,
            new: 2,
            threaded: 2,
            repeated: 1,
            broken: 1
        }
    );

    let again = import(company.app(), &[folder.path().to_owned()]).await.unwrap();
    assert_eq!(
        again,
        Counts {
            files: 6,
            seen: 6,
            repeated: 6,
            ..Counts::default()
        }
    );
    assert_eq!(li.get("/inquiries").await.ok()["total"]["count"], 3);
    assert_eq!(company.events("message.received").await.len(), 5);
    assert_eq!(company.events("inquiry.message_received").await.len(), 2);
}

#[tokio::test]
async fn a_mail_is_matched_to_its_customer_by_address_then_by_domain_and_never_by_a_free_host() {
    let (company, li) = company().await;
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    let contacts = format!("/customers/{}/contacts", customer["id"].as_str().unwrap());
    li.post(&contacts, json!({ "name": "王芳", "email": "wang@binjiang.cn" }))
        .await
        .ok();
    li.post(&contacts, json!({ "name": "李四", "email": "lisi@qq.com" }))
        .await
        .ok();
    let folder = tempfile::tempdir().unwrap();
    for (name, sender, expected) in [
        ("1.eml", "WANG@binjiang.cn", true),
        ("2.eml", "colleague@binjiang.cn", true),
        ("3.eml", "lisi@qq.com", true),
        ("4.eml", "stranger@qq.com", false),
    ] {
        let raw = mail(
            &[
                &format!("From: {sender}"),
                &format!("Subject: {name}"),
                &format!("Message-ID: <{name}@x>"),
            ],
            b"x",
        );
        import(company.app(), &[written(&folder, name, &raw)])
            .await
            .unwrap();
        let filter =
            format!("%7B%22field%22%3A%22title%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22{name}%22%7D");
        let found = li.get(&format!("/inquiries?filter={filter}")).await.ok()["items"][0].clone();
        assert_eq!(
            found["customer_id"] == customer["id"],
            expected,
            "{sender}: {found}"
        );
    }
}

#[tokio::test]
async fn an_answer_opens_a_closed_inquiry_again_and_stands_in_its_thread() {
    let (company, li) = company().await;
    li.post(
        "/customers",
        json!({ "name": "滨江", "mail_domain": "binjiang.cn" }),
    )
    .await
    .ok();
    let folder = tempfile::tempdir().unwrap();
    let asked = written(
        &folder,
        "1.eml",
        &from_wang("1@x", 22, &["Subject: A"], "多少钱？"),
    );
    import(company.app(), &[asked]).await.unwrap();
    let at = format!("/inquiries/{}", first(&li).await["id"].as_str().unwrap());
    li.post(&format!("{at}/take"), json!({})).await.ok();
    li.post(&format!("{at}/reply"), json!({ "body": "面议" }))
        .await
        .ok();
    li.post(&format!("{at}/close"), json!({})).await.ok();

    let answer = mail(
        &[
            "From: boss@binjiang.cn",
            "Subject: whatever",
            "Message-ID: <5@x>",
            "References: <1@x>",
        ],
        "再便宜点".as_bytes(),
    );
    let counts = import(company.app(), &[written(&folder, "2.eml", &answer)])
        .await
        .unwrap();

    assert_eq!(counts.threaded, 1);
    assert_eq!(first(&li).await["state"], "following");
    let thread = li.get(&format!("{at}/messages")).await.ok();
    let said: Vec<_> = thread["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["body"].clone())
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    let ours = thread["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["direction"] == "out")
        .unwrap();
    assert_eq!(
        ours["subject"],
        format!("Re: A [{}]", first(&li).await["number"].as_str().unwrap())
    );
}

#[tokio::test]
async fn attachments_are_kept_with_the_message_and_a_broken_mail_with_itself() {
    let (company, li) = company().await;
    let folder = tempfile::tempdir().unwrap();
    let body = "--b\r\nContent-Type: text/plain\r\n\r\nsee\r\n--b\r\nContent-Type: application/pdf\r\n\
        Content-Disposition: attachment; filename=\"../spec.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjc=\r\n";
    let whole = format!("{body}--b--\r\n");
    let kind = "Content-Type: multipart/mixed; boundary=b";
    written(
        &folder,
        "1.eml",
        &from_wang("1@x", 22, &["Subject: whole", kind], &whole),
    );
    written(
        &folder,
        "2.eml",
        &from_wang("2@x", 23, &["Subject: cut", kind], body),
    );

    let counts = import(company.app(), &[folder.path().to_owned()]).await.unwrap();
    assert_eq!((counts.new, counts.broken), (1, 1));

    let items = li.get("/inquiries?sort=received_at").await.ok()["items"].clone();
    let mut shown = Vec::new();
    for inquiry in items.as_array().unwrap() {
        let thread = li
            .get(&format!(
                "/inquiries/{}/messages",
                inquiry["id"].as_str().unwrap()
            ))
            .await
            .ok();
        let message = &thread["items"][0];
        let names: Vec<_> = message["attachments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["name"].clone())
            .collect();
        shown.push((message["broken_why"].clone(), names));
    }
    assert_eq!(shown[0], (Value::Null, vec![json!("spec.pdf")]));
    assert!(shown[1].0.as_str().unwrap().contains("cut-off"), "{:?}", shown[1]);
    assert_eq!(shown[1].1, [json!("spec.pdf"), json!("mail.eml")]);
}

#[tokio::test]
async fn a_stranger_cannot_slip_into_a_thread_by_its_number_alone() {
    let (company, li) = company().await;
    let folder = tempfile::tempdir().unwrap();
    import(
        company.app(),
        &[written(
            &folder,
            "1.eml",
            &from_wang("1@x", 22, &["Subject: A"], "a"),
        )],
    )
    .await
    .unwrap();
    let number = first(&li).await["number"].as_str().unwrap().to_owned();
    let stranger = mail(
        &[
            "From: evil@else.where.cn",
            &format!("Subject: Re: A [{number}]"),
            "Message-ID: <7@y>",
        ],
        b"b",
    );
    let own = from_wang(
        "8@x",
        23,
        &[&format!("Subject: Re: something else [{number}]")],
        "b",
    );

    assert_eq!(
        import(company.app(), &[written(&folder, "2.eml", &stranger)])
            .await
            .unwrap()
            .new,
        1
    );
    assert_eq!(
        import(company.app(), &[written(&folder, "3.eml", &own)])
            .await
            .unwrap()
            .threaded,
        1
    );
}
