//! The screen's folders: `ui/` knows no record, and the records of one floor import only those of lower floors, as their crates do.

use crate::source::{Source, expect_none, read};

/// The folder of the web app's sources that an import leads to, from the repository's root; `None` for a package.
fn target(importer: &str, specifier: &str) -> Option<String> {
    if let Some(path) = specifier
        .strip_prefix("~/")
        .or_else(|| specifier.strip_prefix("@/"))
    {
        return Some(format!("web/src/{path}"));
    }
    if !specifier.starts_with('.') {
        return None;
    }
    let mut steps: Vec<&str> = importer.split('/').collect();
    steps.pop();
    for step in specifier.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    Some(steps.join("/"))
}

/// What a line imports: `from '…'`, `import '…'`, `import('…')`, `import.meta.glob('…')`.
fn specifiers(line: &str) -> Vec<&str> {
    [
        "from '",
        "from \"",
        "import '",
        "import \"",
        "import('",
        "import(\"",
        "glob('",
        "glob(\"",
    ]
    .iter()
    .flat_map(|opening| {
        line.match_indices(opening)
            .map(|(at, opening)| &line[at + opening.len()..])
    })
    .filter_map(|rest| rest.split(['\'', '"']).next())
    .collect()
}

fn complaint(importer: &str, imported: &str) -> Option<&'static str> {
    let feature = imported.strip_prefix("web/src/features")?;
    if importer.starts_with("web/src/ui/") {
        return Some("ui knows no record");
    }
    if importer.starts_with("web/src/api/") {
        return Some("the client knows no screen");
    }
    let floor = |path: &str| {
        path.split('/')
            .find(|step| !step.is_empty())
            .unwrap_or_default()
            .to_owned()
    };
    let own = importer.strip_prefix("web/src/features")?;
    let (own, used) = (
        crate::floors::floor(&floor(own)),
        crate::floors::floor(&floor(feature)),
    );
    (own.is_none() || used.is_none() || used > own).then_some("a screen uses only those of lower floors")
}

fn stray_imports(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        for specifier in specifiers(line) {
            let why = target(&source.path, specifier).and_then(|imported| complaint(&source.path, &imported));
            if let Some(why) = why {
                found.push(format!("{}:{}: `{specifier}`: {why}", source.path, number + 1));
            }
        }
    }
    found
}

#[test]
fn screens_keep_to_their_folders() {
    expect_none(
        read("web/src", &[".ts", ".tsx"])
            .iter()
            .flat_map(stray_imports)
            .collect(),
    );
}

#[test]
fn a_stray_import_is_found_however_it_is_written() {
    let judged = |path: &str, line: &str| stray_imports(&Source::new(path, line)).len();
    assert_eq!(
        judged(
            "web/src/ui/DataList.tsx",
            "import { x } from '../features/engage/customer/api'"
        ),
        1
    );
    assert_eq!(
        judged(
            "web/src/ui/DataList.tsx",
            "const x = lazy(() => import('~/features/engage/customer/Page'))"
        ),
        1
    );
    assert_eq!(
        judged("web/src/api/client.ts", "import '@/features/engage/customer/api'"),
        1
    );
    let project = "web/src/features/presales/project/ProjectPage.tsx";
    assert_eq!(
        judged(project, "import { C } from \"../../service/survey/SurveyCard\""),
        1
    );
}

#[test]
fn an_import_downward_is_allowed() {
    let judged = |path: &str, line: &str| stray_imports(&Source::new(path, line)).len();
    let project = "web/src/features/presales/project/ProjectPage.tsx";
    assert_eq!(judged(project, "import { StageBar } from '~/ui/StageBar'"), 0);
    assert_eq!(judged(project, "import { projectQuery } from './api'"), 0);
    assert_eq!(
        judged(
            project,
            "import { C } from '~/features/engage/customer/CustomerLink'"
        ),
        0
    );
    assert_eq!(
        judged(
            "web/src/app/router.tsx",
            "const P = lazy(() => import('../features/engage/customer/Page'))"
        ),
        0
    );
    assert_eq!(judged("web/src/ui/Card.tsx", "import { Card } from 'antd'"), 0);
}
