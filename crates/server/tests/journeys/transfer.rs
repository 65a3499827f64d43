//! A record goes over to another owner, and what its owner owes goes along.

use serde_json::json;

use crate::company::Whole;
use crate::deal::Deal;
use crate::desk::id;

#[tokio::test]
async fn what_the_owner_owes_goes_along_with_the_record() {
    let house = Whole::open().await;
    let department = house.company.department("销售部", None).await;
    let zheng = house
        .company
        .member("郑洁")
        .with_positions(&["sales"])
        .in_department(department)
        .await;
    let to = json!({ "to": zheng.id, "reason": "区域调整" });

    let customer = house
        .customer_of(&house.sales, "宁波海曙精工", "li@haishu.cn")
        .await;
    assert_eq!(
        house.owed("customer-file", &customer).await[0]["people"][0]["name"],
        "王凯"
    );
    house
        .sales_manager
        .post(&format!("/customers/{customer}/transfer"), to.clone())
        .await
        .ok();
    let owed = house.owed("customer-file", &customer).await;
    assert_eq!((owed.len(), &owed[0]["people"][0]["name"]), (1, &json!("郑洁")));

    let deal = Deal::in_requirements(&house, "江城水务", 900_000).await;
    house.company.tick().await;
    assert_eq!(
        deal.obligations("initiation-due").await[0]["people"][0]["name"],
        "王凯"
    );
    let moved = house.sales_manager.post(&deal.path("/transfer"), to).await.ok();
    assert_eq!(id(&moved), deal.id);
    house.company.tick().await;
    let owed = deal.obligations("initiation-due").await;
    assert_eq!((owed.len(), &owed[0]["people"][0]["name"]), (1, &json!("郑洁")));
    let due = &owed[0]["due_at"];
    assert!(due.is_string(), "its limit stays: {due}");
}
