//! A crate uses only crates of lower floors.

use crate::source::{Source, expect_none, read};

/// From the ground up, in the order in which a deal lives. `migration` hangs beside `platform`, for its tests alone.
const FLOORS: [&str; 15] = [
    "kernel",
    "policy",
    "migration",
    "platform",
    "governance",
    "knowledge",
    "engage",
    "presales",
    "deal",
    "service",
    "people",
    "insight",
    "server",
    "bench",
    "fuzz",
];

pub fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|known| *known == name)
}

/// One line of a manifest that names a crate of ours.
struct Dependency {
    line: usize,
    name: String,
    for_tests: bool,
}

fn dependencies(manifest: &Source) -> Vec<Dependency> {
    let mut section = "";
    let mut found = Vec::new();
    for (number, line) in manifest.text.lines().enumerate() {
        let entry = if let Some(header) = line.trim().strip_prefix('[') {
            section = header.trim_end_matches(']');
            section.rsplit_once("dependencies.").map_or("", |(_, name)| name)
        } else if section.ends_with("dependencies") {
            line.trim()
        } else {
            ""
        };
        let Some(rest) = entry.trim_matches('"').strip_prefix("xianji-") else {
            continue;
        };
        let name = rest
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .next()
            .unwrap_or_default();
        let for_tests = section.contains("dev-dependencies") || line.contains("optional = true");
        found.push(Dependency {
            line: number + 1,
            name: name.into(),
            for_tests,
        });
    }
    found
}

fn upward_dependencies(manifest: &Source) -> Vec<String> {
    let own = manifest
        .path
        .trim_start_matches("crates/")
        .trim_end_matches("/Cargo.toml");
    let Some(own_floor) = floor(own) else {
        return vec![format!(
            "{}:1: `{own}` has no place in the list of floors",
            manifest.path
        )];
    };
    let complaint = |dependency: &Dependency| match floor(&dependency.name) {
        None => Some("it has no place in the list of floors"),
        Some(other) if other >= own_floor => Some("it is not on a lower floor"),
        Some(_)
            if dependency.name == "migration" && !dependency.for_tests && own_floor < floor("server")? =>
        {
            Some("only server and tests use the schema's history")
        }
        Some(_) => None,
    };
    dependencies(manifest)
        .iter()
        .filter_map(|dependency| {
            let why = complaint(dependency)?;
            Some(format!(
                "{}:{}: {own} depends on {}: {why}",
                manifest.path, dependency.line, dependency.name
            ))
        })
        .collect()
}

#[test]
fn no_crate_depends_on_a_higher_floor() {
    let manifests = read("crates", &["Cargo.toml"]);
    assert!(manifests.len() > 3, "the manifests were found");
    expect_none(manifests.iter().flat_map(upward_dependencies).collect());
}

#[test]
fn a_dependency_upward_is_found_however_it_is_written() {
    for text in [
        "[dependencies]\nxianji-presales.workspace = true",
        "[dev-dependencies]\nxianji-engage = { workspace = true, features = [\"testing\"] }",
        "[dependencies.xianji-server]\nworkspace = true",
        "[target.'cfg(unix)'.dependencies]\n\"xianji-service\" = { path = \"../service\" }",
    ] {
        let breaches = upward_dependencies(&Source::new("crates/engage/Cargo.toml", text));
        assert_eq!(breaches.len(), 1, "{text}");
    }
}

#[test]
fn a_dependency_downward_is_allowed() {
    let manifest = "[dependencies]\nxianji-kernel.workspace = true\n[dev-dependencies]\nxianji-platform = { workspace = true }";
    assert!(upward_dependencies(&Source::new("crates/engage/Cargo.toml", manifest)).is_empty());
}

#[test]
fn the_schemas_history_is_for_the_server_and_for_tests() {
    let judged = |path: &str, text: &str| upward_dependencies(&Source::new(path, text)).len();
    assert_eq!(
        judged(
            "crates/engage/Cargo.toml",
            "[dependencies]\nxianji-migration.workspace = true"
        ),
        1
    );
    assert_eq!(
        judged(
            "crates/engage/Cargo.toml",
            "[dev-dependencies]\nxianji-migration.workspace = true"
        ),
        0
    );
    assert_eq!(
        judged(
            "crates/server/Cargo.toml",
            "[dependencies]\nxianji-migration.workspace = true"
        ),
        0
    );
    let optional = "[dependencies]\nxianji-migration = { workspace = true, optional = true }";
    assert_eq!(judged("crates/platform/Cargo.toml", optional), 0);
}

#[test]
fn a_crate_without_a_floor_is_found() {
    assert_eq!(
        upward_dependencies(&Source::new("crates/utils/Cargo.toml", "")).len(),
        1
    );
}
