//! What is wrong, stale, repeated or too much is answered with a clear problem, by every operation.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Barrier;
use xianji_platform::testing::{Answer, TestMember};

use crate::access::ground::{Ground, Situation};
use crate::access::operations::{Body, Operation};
use crate::company::Whole;
use crate::deal::{Deal, missing};
use crate::desk::id;

/// The properties that an operation's body may have.
fn properties(document: &Value, operation: &Operation) -> Vec<String> {
    let place = &document["paths"][format!("/api/v1{}", operation.path)][operation.method.to_lowercase()];
    let schema = &place["requestBody"]["content"]["application/json"]["schema"];
    let name = schema["$ref"]
        .as_str()
        .unwrap_or_default()
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let properties = document["components"]["schemas"][name]["properties"].as_object();
    properties
        .into_iter()
        .flat_map(|all| all.keys().cloned())
        .collect()
}

fn with_json(document: &Value, operation: &Operation) -> bool {
    let place = &document["paths"][format!("/api/v1{}", operation.path)][operation.method.to_lowercase()];
    place["requestBody"]["content"].get("application/json").is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_says_what_is_wrong_with_its_body() {
    let ground = Ground::lay().await;
    let document = xianji_server::house::describe().unwrap();
    let mut wrong = Vec::new();
    for operation in Operation::all().iter().filter(|one| with_json(&document, one)) {
        let mut said = |what: &str, expected: &[u16], (status, problem): (u16, Value)| {
            let limited = operation.id == "public.inquiry" && status == 429;
            if !limited && (!expected.contains(&status) || problem["code"].as_str().is_none_or(str::is_empty))
            {
                wrong.push(format!("{} {what}: {status} {problem}", operation.id));
            }
        };
        let raw = |body: String| ground.raw(operation, body);
        said("cut off", &[400], raw("{\"a\": ".into()).await);
        said("a list", &[422], raw("[1, 2]".into()).await);
        said(
            "too much",
            &[413],
            raw(format!("{{\"a\": \"{}\"}}", "x".repeat(1_100_000))).await,
        );
        said(
            "an unknown field",
            &[422],
            raw("{\"no_such_field\": 1}".into()).await,
        );
        for property in properties(&document, operation) {
            let (status, problem) = raw(json!({ property.as_str(): [[[]]] }).to_string()).await;
            let pointed = problem["errors"].as_array().into_iter().flatten().any(|fault| {
                fault["pointer"]
                    .as_str()
                    .is_some_and(|at| at.starts_with(&format!("/{property}")))
            });
            let free = matches!(property.as_str(), "fields" | "reasons" | "extra" | "opinion");
            let expected: &[u16] = if pointed || free { &[422] } else { &[] };
            said(
                &format!("{property} of a wrong type"),
                expected,
                (status, problem),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_names_the_version_that_it_read_and_a_stale_one_is_refused() {
    let ground = Ground::lay().await;
    let founder = ground.founder();
    let mut wrong = Vec::new();
    for operation in Operation::all() {
        let place = ground.place(Situation::Own);
        let address = operation.address(place);
        let body = match operation.body(place) {
            Body::Json(body) => Some(body),
            Body::Nothing | Body::Form(_) => None,
        };
        if matches!(operation.method.as_str(), "PATCH" | "PUT") {
            let blind = founder.send(&operation.method, &address, &[], body.clone()).await;
            if (blind.status, blind.code()) != (428, "precondition-required") {
                wrong.push(format!("{} without If-Match: {blind}", operation.id));
            }
            let stale = founder
                .send(
                    &operation.method,
                    &address,
                    &[("if-match", "\"v999\"")],
                    body.clone(),
                )
                .await;
            if (stale.status, stale.code()) != (412, "stale") {
                wrong.push(format!("{} of a version that is not: {stale}", operation.id));
            }
            let odd = founder
                .send(&operation.method, &address, &[("if-match", "W/abc")], body)
                .await;
            if odd.status != 400 {
                wrong.push(format!("{} of no version at all: {odd}", operation.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_names_nothing_is_a_problem_and_never_a_fault_of_ours() {
    let ground = Ground::lay().await;
    let own = ground.place(Situation::Own);
    let mut wrong = Vec::new();
    for operation in Operation::all() {
        let holes = operation.path.split('/').filter(|part| part.starts_with('{'));
        for hole in holes {
            for odd in [
                "x",
                "%00",
                "%FF",
                "0195a0d2-8c00-7000-8000-00000000ffff",
                "..%2F..%2Fetc",
                "%F0%A0%AE%B7",
            ] {
                // The other holes are filled as usual, so that this one is what is wrong.
                let path = operation.path.replace(hole, odd);
                let odd_one = Operation {
                    path,
                    ..operation.clone()
                };
                let (status, problem) = ground.at(&operation, &odd_one.address(own)).await;
                // Of a link nobody is told whether it ever led anywhere.
                let over = hole == "{token}" && problem["code"] == "export-ended";
                if !matches!(status, 400 | 404 | 422) && !over {
                    wrong.push(format!("{} {hole}={odd}: {status} {problem}", operation.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_question_with_what_no_text_holds_is_refused_on_both_databases() {
    let house = Whole::open().await;
    let filter = "%7B%22field%22%3A%22name%22%2C%22op%22%3A%22contains%22%2C%22value%22%3A%22%5Cu0000%22%7D";
    for query in ["q=%00".to_owned(), format!("filter={filter}")] {
        let answer = house.sales.get(&format!("/customers?{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {answer}");
    }
}

#[tokio::test]
async fn a_repeated_key_has_the_same_answer_and_another_body_under_it_is_refused() {
    let house = Whole::open().await;
    let sales = &house.sales;
    let body = json!({ "name": "南湖水务" });
    let first = sales.post_once("/customers", "k-1", body.clone()).await;
    let again = sales.post_once("/customers", "k-1", body).await;
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(first.etag, again.etag, "the version of the first answer, too");
    let other = sales
        .post_once("/customers", "k-1", json!({ "name": "北湖水务" }))
        .await;
    assert_eq!(other.status, 422, "{other}");
    let another = house
        .sales_manager
        .post_once("/customers", "k-1", json!({ "name": "北湖水务" }))
        .await;
    assert_eq!(another.status, 201, "somebody else's key is another: {another}");
    assert_eq!(house.company.events("customer.created").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_sent_twice_at_once_does_it_once() {
    let house = Whole::open().await;
    let once = |_: usize| {
        (
            house.sales.clone(),
            "/customers".to_owned(),
            json!({ "name": "南湖水务" }),
        )
    };
    let answers = at_once((0..4).map(once).collect(), "POST", &[("idempotency-key", "k-2")]).await;
    let done: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert!(!done.is_empty());
    assert!(done.iter().all(|answer| answer.body == done[0].body));
    assert!(
        answers.iter().all(|answer| matches!(answer.status, 201 | 409)),
        "{answers:?}"
    );
    assert_eq!(house.company.events("customer.created").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_writers_who_read_the_same_version_one_wins_and_the_others_are_told() {
    let house = Whole::open().await;
    let made = house
        .sales
        .post("/customers", json!({ "name": "南湖水务" }))
        .await
        .ok();
    let path = format!("/customers/{}", id(&made));
    let who = [
        &house.sales,
        &house.sales_manager,
        &house.sales,
        &house.sales_manager,
    ];
    let requests = who.iter().enumerate().map(|(number, member)| {
        (
            (*member).clone(),
            path.clone(),
            json!({ "region": format!("区{number}") }),
        )
    });
    let answers = at_once(requests.collect(), "PATCH", &[("if-match", "\"v1\"")]).await;
    let won: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 200).collect();
    assert_eq!(won.len(), 1, "{answers:?}");
    let told = |answer: &Answer| {
        matches!(
            (answer.status, answer.code()),
            (200, _) | (412, "stale") | (409, "try-again")
        )
    };
    assert!(answers.iter().all(told), "{answers:?}");
    let now = house.sales.get(&path).await.ok();
    assert_eq!(
        (&now["version"], &now["region"]),
        (&json!(2), &won[0].body["region"])
    );
    assert_eq!(house.company.events("customer.updated").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_pass_the_same_gate_at_once_do_not_both_pass() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "南湖", 100_000).await;
    assert!(!deal.missing_before("requirements").await.is_empty());
    assert_eq!(
        missing(
            &house
                .sales
                .post(&deal.path("/advance"), json!({ "to": "requirements" }))
                .await
        )
        .len(),
        1
    );
    deal.research().await;
    let requests = [&house.sales, &house.sales_manager, &house.sales].map(|member| {
        (
            member.clone(),
            deal.path("/advance"),
            json!({ "to": "requirements" }),
        )
    });
    let answers = at_once(requests.into(), "POST", &[]).await;
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 200).count(),
        1,
        "{answers:?}"
    );
    assert!(
        answers.iter().all(|answer| matches!(answer.status, 200 | 409)),
        "{answers:?}"
    );
    assert_eq!(house.company.events("project.advanced").await.len(), 1);
    assert_eq!(house.company.events("stage:requirements.entered").await.len(), 1);
}

#[tokio::test]
async fn an_approval_is_for_those_who_are_asked() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "南湖", 100_000).await;
    let asked = json!({ "subject": deal.subject(), "point": "stage:requirements", "reason": "客户要求先行" });
    let asked = house.sales.post("/exemptions", asked).await.ok();
    let request = asked["items"][0]["request"].as_str().unwrap().to_owned();
    for (member, status) in [
        (&house.sales, 403),
        (&house.consultant, 404),
        (&house.administrator, 403),
    ] {
        for step in ["approve", "reject"] {
            let path = format!("/approvals/{request}/{step}");
            let answer = member.post(&path, json!({ "words": "我来定" })).await;
            assert_eq!(answer.status, status, "{} {step}: {answer}", member.name);
        }
    }
    let still = house.executive.get(&format!("/approvals/{request}")).await.ok();
    assert_eq!(still["state"], "pending");
    assert!(house.company.events("approval.decided").await.is_empty());
}

/// Sends them together, each on a task of its own that waits for the others.
async fn at_once(
    requests: Vec<(TestMember, String, Value)>,
    method: &'static str,
    headers: &'static [(&'static str, &'static str)],
) -> Vec<Answer> {
    let start = Arc::new(Barrier::new(requests.len()));
    let tasks: Vec<_> = requests
        .into_iter()
        .map(|(member, path, body)| {
            let start = start.clone();
            tokio::spawn(async move {
                start.wait().await;
                member.send(method, &path, headers, Some(body)).await
            })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

#[tokio::test]
async fn a_pack_with_twenty_mistakes_is_told_all_of_them_and_put_in_force_nowhere() {
    let house = Whole::open().await;
    let text = include_str!("../../../policy/tests/broken/twenty.toml");
    let pack = json!({ "pack": "own", "files": [{ "name": "pack.toml", "text": text }] });
    let before = house.administrator.get("/policies").await.ok();
    let published = house.administrator.post("/policies", pack.clone()).await;
    assert_eq!(
        (published.status, published.code()),
        (422, "pack-mistakes"),
        "{published}"
    );
    let mistakes = published.body["mistakes"].as_array().unwrap();
    assert!(mistakes.len() >= 20, "{} mistakes", mistakes.len());
    assert!(
        mistakes
            .iter()
            .all(|one| one["line"].as_u64() > Some(0) && one["expected"].is_string()),
        "{mistakes:?}"
    );
    let checked = house.administrator.post("/policies/check", pack).await;
    assert_eq!(
        (checked.status, &checked.body["mistakes"]),
        (422, &published.body["mistakes"])
    );
    assert_eq!(house.administrator.get("/policies").await.ok(), before);
}
