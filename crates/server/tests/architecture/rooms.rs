//! What each room of a module may touch, and the two things that stand in one place for everybody: the dialect and the clock.

use crate::source::{Source, expect_none, lines_with, rust};

/// Rules are pure: a row of `super::entity` is all they know of the database.
fn impure_model(source: &Source) -> Vec<String> {
    const WORDS: [&str; 11] = [
        "sea_orm",
        "sea_query",
        "sqlx",
        "axum",
        "http::",
        "tower",
        "tower_http",
        "super::api",
        "super::actions",
        "super::queries",
        "async fn",
    ];
    if !source.is_room("model") {
        return Vec::new();
    }
    lines_with(
        &source.path,
        &source.product_code(),
        &WORDS,
        "a rule knows neither database nor HTTP",
    )
}

/// A handler translates; what it needs from the database is a query or an action.
fn querying_api(source: &Source) -> Vec<String> {
    const WORDS: [&str; 14] = [
        "sea_orm",
        "sea_query",
        "sqlx",
        "Entity::",
        "COLUMN.",
        "Column::",
        "QueryFilter",
        "Statement::",
        "\"SELECT",
        "\"INSERT",
        "\"UPDATE",
        "\"DELETE",
        "\"WITH ",
        "execute_unprepared",
    ];
    if !source.is_room("api") {
        return Vec::new();
    }
    lines_with(
        &source.path,
        &source.product_code(),
        &WORDS,
        "a handler holds no SQL: call a query or an action",
    )
}

/// The schema's history cannot see `platform`, which is tested on it; its own differences stand in a file of the same name.
/// The bench starts, copies and kills both.
const DIALECTS: [&str; 3] = [
    "crates/platform/src/database/dialect",
    "crates/migration/src/dialect",
    "crates/bench/src/",
];

fn dialect_question(source: &Source) -> Vec<String> {
    const WORDS: [&str; 17] = [
        "DbBackend",
        "DatabaseBackend",
        "get_database_backend",
        "Dialect::Sqlite",
        "Dialect::SQLite",
        "Dialect::Postgres",
        "Dialect::PostgreSql",
        "\"sqlite",
        "\"postgres",
        "is_sqlite",
        "is_postgres",
        "sqlite_master",
        "pg_catalog",
        "SqlitePool",
        "SqliteConnectOptions",
        "PgPool",
        "PgConnectOptions",
    ];
    if source.is_test() || DIALECTS.iter().any(|place| source.path.starts_with(place)) {
        return Vec::new();
    }
    lines_with(
        &source.path,
        &source.product_code(),
        &WORDS,
        "only platform::database::dialect asks which database it is",
    )
}

const CLOCK: &str = "crates/kernel/src/clock.rs";

/// Where programs begin: the command line, and those that drive it from outside.
const PROGRAMS: [&str; 3] = ["crates/server/src/cli/", "crates/bench/", "crates/fuzz/"];

/// Tests are read too: they are handed a clock like everybody.
fn clock_reading(source: &Source) -> Vec<String> {
    const WORDS: [&str; 10] = [
        "Utc::now",
        "Local::now",
        "SystemTime::now",
        "UNIX_EPOCH.elapsed",
        "OffsetDateTime::now_utc",
        "Timestamp::now",
        "now_v7",
        "CURRENT_TIMESTAMP",
        "current_timestamp()",
        "datetime('now",
    ];
    if source.path == CLOCK {
        return Vec::new();
    }
    let mut found = lines_with(
        &source.path,
        &source.code(),
        &WORDS,
        "only the system clock reads the time: use `work.now` or a `Clock`",
    );
    // Whoever starts a program names its clock; everybody else is handed one.
    if !source.is_test() && !PROGRAMS.iter().any(|place| source.path.starts_with(place)) {
        found.extend(lines_with(
            &source.path,
            &source.product_code(),
            &["SystemClock"],
            "only a program names the system clock: use `work.now` or the clock that was handed over",
        ));
    }
    found
}

#[test]
fn rules_touch_neither_database_nor_http() {
    expect_none(rust().iter().flat_map(impure_model).collect());
}

#[test]
fn handlers_hold_no_sql() {
    expect_none(rust().iter().flat_map(querying_api).collect());
}

#[test]
fn the_dialect_is_asked_in_one_place() {
    expect_none(rust().iter().flat_map(dialect_question).collect());
}

#[test]
fn the_time_is_read_in_one_place() {
    expect_none(rust().iter().flat_map(clock_reading).collect());
}

#[test]
fn a_rule_that_asks_the_database_is_found() {
    let text = "use super::entity;\n\nuse sea_orm::EntityTrait;\n";
    let breaches = impure_model(&Source::new("crates/presales/src/project/model.rs", text));
    assert_eq!(
        breaches,
        ["crates/presales/src/project/model.rs:3: `sea_orm`: a rule knows neither database nor HTTP"]
    );
    assert_eq!(
        impure_model(&Source::new(
            "crates/presales/src/bid/model/score.rs",
            "use axum::Json;"
        ))
        .len(),
        1
    );
}

#[test]
fn a_rule_over_its_row_is_allowed() {
    let text = "use super::entity::Model as Project;\n// axum is only spoken of\nimpl Project {}\n";
    assert!(impure_model(&Source::new("crates/presales/src/project/model.rs", text)).is_empty());
}

#[test]
fn a_handler_with_a_query_is_found() {
    let judged = |text: &str| querying_api(&Source::new("crates/engage/src/customer/api.rs", text)).len();
    assert_eq!(judged("let all = Entity::find().all(db).await?;"), 1);
    assert_eq!(judged("let all = db.query(\"SELECT * FROM customer\");"), 1);
    assert_eq!(
        judged("let customer = queries::find(work.db(), scope, id).await?;"),
        0
    );
}

#[test]
fn a_dialect_question_elsewhere_is_found() {
    let judged = |path: &str, text: &str| dialect_question(&Source::new(path, text)).len();
    let question = "if db.get_database_backend() == DbBackend::Sqlite {}";
    assert_eq!(judged("crates/engage/src/customer/queries.rs", question), 1);
    assert_eq!(
        judged(
            "crates/platform/src/database/mod.rs",
            "url.starts_with(\"postgres://\")"
        ),
        1
    );
    assert_eq!(judged("crates/platform/src/database/dialect.rs", question), 0);
    assert_eq!(judged("crates/engage/src/customer/tests.rs", question), 0);
}

#[test]
fn a_clock_read_elsewhere_is_found_in_tests_too() {
    let judged = |path: &str| clock_reading(&Source::new(path, "let now = chrono::Utc::now();")).len();
    assert_eq!(judged("crates/engage/src/inquiry/actions.rs"), 1);
    assert_eq!(judged("crates/engage/src/inquiry/tests.rs"), 1);
    assert_eq!(judged(CLOCK), 0);
}
