//! Who may do what: every operation of the API, sent by every shipped role to records of its own, of others, of another department and to
//! those whose life is over. What comes back stands in a snapshot; some rules stand beside it that no accepted snapshot softens.

mod chart;
pub mod ground;
pub mod operations;
mod records;
mod rules;
mod standing;

use std::sync::Arc;

use chart::Chart;
use ground::{Ground, Outcome, Role, Situation};
use operations::Operation;

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_has_a_stated_outcome_for_every_role() {
    let ground = Arc::new(Ground::lay().await);
    let operations: Arc<Vec<Operation>> = Arc::new(Operation::all());
    let mut chart = Chart::of(&operations);
    let mut broken = Vec::new();
    for role in ground.roles() {
        ground.become_(&role).await;
        let rights = ground.rights(&role).await;
        // Reading does not wait for writing.
        let reads = tokio::spawn(walk(ground.clone(), operations.clone(), role.clone(), true));
        let writes = tokio::spawn(walk(ground.clone(), operations.clone(), role.clone(), false));
        for (place, situation, outcome) in [reads.await.unwrap(), writes.await.unwrap()].concat() {
            let operation = &operations[place];
            chart.note(&operation.id, &role, outcome.status);
            broken.extend(rules::broken(&role, &rights, operation, situation, outcome));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    insta::assert_snapshot!(chart.drawn(&ground.roles()));
}

async fn walk(
    ground: Arc<Ground>,
    operations: Arc<Vec<Operation>>,
    role: Role,
    reading: bool,
) -> Vec<(usize, Situation, Outcome)> {
    let mut seen = Vec::new();
    let all = operations.iter().enumerate();
    let wanted = |operation: &Operation| (operation.method == "GET") == reading && operation.is_for(&role);
    for (place, operation) in all.filter(|(_, operation)| wanted(operation)) {
        for situation in operation.situations() {
            seen.push((place, *situation, ground.send(&role, operation, *situation).await));
        }
    }
    seen
}

#[test]
fn every_operation_says_which_permission_it_asks_for() {
    let unknown: Vec<String> = Operation::all()
        .into_iter()
        .filter(|operation| rules::asked(&operation.id).is_none())
        .map(|operation| operation.id)
        .collect();
    assert!(unknown.is_empty(), "no permission is stated for {unknown:?}");
}

#[test]
fn nothing_is_stated_about_an_operation_that_is_gone() {
    let known: Vec<String> = Operation::all()
        .into_iter()
        .map(|operation| operation.id)
        .collect();
    let gone: Vec<&str> = rules::stated()
        .filter(|id| !known.iter().any(|known| known == id))
        .collect();
    assert!(gone.is_empty(), "{gone:?}");
}
