use chrono::TimeDelta;
use serde_json::{Value, json};
use xianji_platform::Reach;

use super::{company, customer, path};

fn numbers(board: &Value) -> Vec<&str> {
    board["inquiries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["number"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn what_one_handles_or_took_in_lies_on_the_workbench_until_it_is_closed() {
    let (company, li) = company().await;
    let wang = company
        .member("wang")
        .allowed(&["customer.read", "inquiry.*"], Reach::Own)
        .await;
    let customer = customer(&li).await;
    let asked = json!({ "channel": "phone", "customer_id": customer, "question": "怎么选型？" });
    let first = li.post("/inquiries", asked.clone()).await.ok();
    company.clock().advance(TimeDelta::minutes(1));
    let second = li.post("/inquiries", asked).await.ok();

    let board = li.get("/workbench").await.ok();
    assert_eq!(
        numbers(&board),
        [
            first["number"].as_str().unwrap(),
            second["number"].as_str().unwrap()
        ]
    );
    assert_eq!(board["totals"]["inquiries"], 2);
    assert_eq!(board["inquiries"][0]["customer_name"], "杭州滨江智造");

    let to_wang = json!({ "to": wang.id });
    li.post(&format!("{}/assign", path(&first)), to_wang).await.ok();
    li.post(&format!("{}/take", path(&second)), json!({})).await.ok();
    assert_eq!(
        numbers(&li.get("/workbench").await.ok()),
        [second["number"].as_str().unwrap()]
    );
    assert_eq!(
        numbers(&wang.get("/workbench").await.ok()),
        [first["number"].as_str().unwrap()]
    );

    wang.post(&format!("{}/close", path(&first)), json!({}))
        .await
        .ok();
    assert_eq!(wang.get("/workbench").await.ok()["totals"]["inquiries"], 0);
}

#[tokio::test]
async fn the_workbench_says_how_many_there_are_beyond_what_it_shows() {
    let (_company, li) = company().await;
    for _ in 0..22 {
        let asked = json!({ "channel": "phone", "question": "怎么选型？" });
        li.post("/inquiries", asked).await.ok();
    }
    let board = li.get("/workbench").await.ok();
    assert_eq!(
        (numbers(&board).len(), &board["totals"]["inquiries"]),
        (20, &json!(22))
    );
}
