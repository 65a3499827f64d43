//! What the handbook shows is what the program takes.

use crate::xianji;

/// The files of a page's example: a fenced block of TOML that follows its name, alone on a line and in bold.
fn files(page: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("```toml\n") {
        let (text, behind) = after.split_once("```").unwrap();
        let name = before.trim_end().lines().last().unwrap_or_default();
        if let Some(name) = name.strip_prefix("**`").and_then(|name| name.strip_suffix("`**")) {
            files.push((name.to_owned(), text.to_owned()));
        }
        rest = behind;
    }
    files
}

#[test]
fn the_pack_of_the_handbook_passes_the_check() {
    for page in [
        include_str!("../../../../docs/en/pack.md"),
        include_str!("../../../../docs/zh/pack.md"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let files = files(page);
        assert!(!files.is_empty(), "the page shows no pack");
        let mut packs = Vec::new();
        for (name, text) in files {
            let path = folder.path().join(&name);
            let pack = path.parent().unwrap().to_owned();
            std::fs::create_dir_all(&pack).unwrap();
            std::fs::write(path, text).unwrap();
            packs.push(pack.display().to_string());
        }
        packs.dedup();
        for pack in packs {
            let said = xianji(&["policy", "check", &pack]).well();
            assert!(said.contains(": no mistakes"), "{said}");
        }
    }
}

#[test]
fn the_handbook_has_the_same_pages_in_both_languages() {
    let pages = |language: &str| {
        let folder = format!("{}/../../docs/{language}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(pages("zh"), pages("en"));
    let readme = include_str!("../../../../README.md");
    for page in pages("en") {
        for language in ["zh", "en"] {
            let link = format!("docs/{language}/{page}");
            assert!(readme.contains(&link), "README.md does not lead to {link}");
        }
    }
}

#[test]
fn every_command_of_the_handbook_is_one_of_the_program() {
    let pages = ["zh", "en"].into_iter().flat_map(|language| {
        let folder = format!("{}/../../docs/{language}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
    });
    let mut pages: Vec<String> = pages.collect();
    pages.push(include_str!("../../../../README.md").to_owned());
    let mut known = std::collections::HashMap::new();
    for page in &pages {
        for said in page.split("xianji ").skip(1) {
            // The words of a command are plain; what follows them is a name, an option or a text around it.
            let plain = |word: &&str| word.chars().all(|letter| letter.is_ascii_lowercase());
            let words: Vec<&str> = said
                .split([' ', '\n', '`', '（', '，', '。', ')'])
                .take(2)
                .take_while(plain)
                .collect();
            let Some((first, more)) = words.split_first().filter(|(first, _)| !first.is_empty()) else {
                continue;
            };
            let nested = matches!(*first, "user" | "import" | "policy" | "ledger");
            let command: Vec<&str> = match more.first().filter(|_| nested) {
                Some(second) => vec![*first, *second],
                None => vec![*first],
            };
            let there = known
                .entry(command.join(" "))
                .or_insert_with(|| xianji(&[&command[..], &["--help"]].concat()).well);
            assert!(*there, "there is no command xianji {}", command.join(" "));
        }
    }
    assert!(known.len() > 5, "{known:?}");
}
