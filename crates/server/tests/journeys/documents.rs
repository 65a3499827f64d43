//! Papers that are kept beside the code and must be true: the API's description and the schema that the migrations leave.

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use xianji_platform::testing::TestCompany;

#[test]
fn the_committed_description_of_the_api_is_current() {
    let now = serde_json::to_string_pretty(&xianji_server::house::describe().unwrap()).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/openapi.json");
    if std::env::var_os("UPDATE_API").is_some() {
        std::fs::write(path, format!("{now}\n")).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept.trim_end() == now,
        "openapi/openapi.json is old: run this test with UPDATE_API=1, or `xianji openapi > openapi/openapi.json`, and `npm run api` in web/"
    );
}

#[test]
fn every_operation_is_described_with_an_id_of_its_own_and_its_problems() {
    let document = xianji_server::house::describe().unwrap();
    let mut ids = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"]
                .as_str()
                .unwrap_or_else(|| panic!("{method} {path} has no id"));
            assert!(id.contains('.'), "{method} {path}: {id} is no <record>.<action>");
            for status in ["404", "422", "503"] {
                assert!(
                    operation["responses"].get(status).is_some(),
                    "{method} {path} describes no problem {status}"
                );
            }
            assert!(
                operation["responses"].get("4XX").is_none(),
                "{method} {path}: any problem is no problem"
            );
            let words = operation["summary"]
                .as_str()
                .or(operation["description"].as_str())
                .unwrap_or_default();
            assert!(!words.is_empty(), "{method} {path} says not what it is for");
            ids.push(id.to_owned());
        }
    }
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    ids.sort();
    assert_eq!(ids, once, "an operation id stands twice");
}

#[test]
fn every_body_and_every_answer_has_an_example_that_fits() {
    let document = xianji_server::house::describe().unwrap();
    let part = |part: &Value| match part["$ref"].as_str() {
        Some(place) => document.pointer(&place[1..]).unwrap().clone(),
        None => part.clone(),
    };
    // One schema of all, because building one is what costs.
    let (mut schemas, mut examples) = (serde_json::Map::new(), serde_json::Map::new());
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let answers = operation["responses"].as_object().unwrap().values().map(&part);
            let all = answers.chain(operation.get("requestBody").map(&part));
            for (place, one) in all.enumerate() {
                let contents = one["content"].as_object().into_iter().flatten();
                for (media, content) in contents.filter(|(media, _)| media.ends_with("json")) {
                    let name = format!("{method} {path} {place} {media}");
                    let example = match content.get("example") {
                        Some(example) => example.clone(),
                        None => part(&content["examples"]["example"])["value"].clone(),
                    };
                    assert!(!example.is_null(), "{name} has no example");
                    schemas.insert(name.clone(), content["schema"].clone());
                    examples.insert(name, example);
                }
            }
        }
    }
    let components = json!({ "schemas": document["components"]["schemas"] });
    let whole = json!({ "type": "object", "properties": schemas, "components": components });
    let checked = jsonschema::options()
        .should_validate_formats(true)
        .build(&whole)
        .unwrap();
    let examples = Value::Object(examples);
    let wrong: Vec<String> = checked
        .iter_errors(&examples)
        .map(|fault| format!("{fault} at {}", fault.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_schema_that_the_migrations_leave_is_the_committed_one() {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    let db = company.app().database().writer();
    let postgres = db.get_database_backend() == sea_orm::DbBackend::Postgres;
    let sql = if postgres {
        "SELECT line FROM (SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END AS line \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations' \
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'seaql_migrations' \
         UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')) AS lines \
         ORDER BY line COLLATE \"C\""
    } else {
        "SELECT sql AS line FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'seaql_migrations' AND tbl_name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
    };
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap();
    let lines: Vec<String> = rows.iter().map(|row| row.try_get("", "line").unwrap()).collect();
    let path = format!(
        "{}/../../docs/schema/{}.sql",
        env!("CARGO_MANIFEST_DIR"),
        if postgres { "postgres" } else { "sqlite" }
    );
    let now = format!("{}\n", lines.join("\n"));
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "{path} is old: run this test with UPDATE_SCHEMA=1 and look at what changed"
    );
}
