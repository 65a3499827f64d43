//! `metric`: a number followed over time.

use crate::condition::Expect;
use crate::model::*;
use crate::read::events::event_scene;
use crate::read::row::Row;
use crate::read::scene::Scene;
use crate::read::time::percent;
use crate::read::who::report_broken;
use crate::vocabulary::FactType;

pub(super) fn metric(row: Row<'_>) -> Option<Metric> {
    let (id, name) = (row.id(), row.name());
    let unit = row.string("unit").map(str::to_string);
    let (numerator, denominator) = (row.count("numerator"), row.count("denominator"));
    let plain = row.count("value");
    let formula = row.condition("formula", &Scene::default(), Expect::Amount);
    let given: Vec<_> = ["numerator", "value", "formula"]
        .into_iter()
        .filter(|key| row.table.get(key).is_some())
        .collect();
    let ratio = row.table.get("numerator").is_some() == row.table.get("denominator").is_some();
    if given.len() != 1 || !ratio {
        let expected = "numerator and denominator, or value, or formula";
        row.cx.report(row.spot(), "missing-key", expected);
    }
    let value = match (numerator, denominator, plain, formula) {
        (Some(numerator), Some(denominator), None, None) => Some(MetricValue::Ratio {
            numerator,
            denominator,
        }),
        (None, None, Some(count), None) => Some(MetricValue::Count(count)),
        (None, None, None, Some(formula)) => Some(MetricValue::Formula(formula)),
        _ => None,
    };
    let scene = value
        .as_ref()
        .map(|value| scene_of(&row, value))
        .unwrap_or_default();
    let credit = credit(&row, &scene);
    let by = dimensions(&row, &scene);
    let lower_is_better = row.flag("lower_is_better");
    row.done();
    Some(Metric {
        id,
        name,
        unit,
        value: value?,
        credit,
        by,
        lower_is_better,
    })
}

fn scene_of(row: &Row<'_>, value: &MetricValue) -> Scene {
    let count = match value {
        MetricValue::Count(count) | MetricValue::Ratio { numerator: count, .. } => count,
        MetricValue::Formula(_) => return Scene::default(),
    };
    match &count.source {
        CountSource::Events { events, .. } => event_scene(row.cx, events),
        CountSource::Each(each) => Scene::of(row.cx, each.subject()),
    }
}

fn credit(row: &Row<'_>, scene: &Scene) -> Vec<Credit> {
    let Some(inner) = row.node("credit").and_then(|node| Row::new(row.cx, node)) else {
        return Vec::new();
    };
    let mut credits = Vec::new();
    for entry in &inner.table.entries {
        let to: Vec<String> = entry.key.split('.').map(Into::into).collect();
        match scene.walk(row.cx, &to) {
            Ok(FactType::Member) => {}
            Ok(FactType::List(of)) if *of == FactType::Member => {}
            Ok(ty) => {
                let expected = format!("a path to people, project.manager; {} is a {ty}", entry.key);
                row.cx.report(&entry.node, "wrong-type", expected);
            }
            Err(broken) => report_broken(row.cx, &entry.node, scene, &to, broken),
        }
        match entry.node.as_text().and_then(percent) {
            Some(percent) => credits.push(Credit { to, percent }),
            None => row
                .cx
                .report(&entry.node, "wrong-value", "a percentage in quotes, \"100%\""),
        }
    }
    let sum: u32 = credits.iter().map(|credit| credit.percent).sum();
    if sum > 100 {
        row.cx.report(
            inner.node,
            "wrong-value",
            format!("shares of at most 100 % together, not {sum} %"),
        );
    }
    credits
}

fn dimensions(row: &Row<'_>, scene: &Scene) -> Vec<Dimension> {
    let read = |(node, text): (&crate::read::node::Node, &str)| match text {
        "member" => Dimension::Member,
        "department" => Dimension::Department,
        _ => {
            let path: Vec<String> = text.split('.').map(Into::into).collect();
            if let Err(broken) = scene.walk(row.cx, &path) {
                report_broken(row.cx, node, scene, &path, broken);
            }
            Dimension::Fact(path)
        }
    };
    row.strings("by").into_iter().map(read).collect()
}
