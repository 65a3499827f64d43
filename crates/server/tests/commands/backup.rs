//! `xianji backup` and `xianji restore`: the drill, from either database to the other while people work, and files that are no backup.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use sea_orm::ConnectionTrait;
use serde_json::json;
use tempfile::TempDir;
use xianji_platform::Reach;
use xianji_platform::backup::{Archive, Manifest, Piece, Summary};
use xianji_platform::testing::{TestCompany, TestMember};

use crate::{Said, on, xianji};

/// A company with customers, an inquiry, a sealed and an unsealed part of its ledger, and a file.
async fn company() -> (TestCompany, TestMember) {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_shipped("standard").await;
    let li = company.member("li").allowed(&["*"], Reach::Company).await;
    for number in 0..30 {
        let made = li
            .post(
                "/customers",
                json!({ "name": format!("南湖水务{number}"), "needs": "“引号”\n换行" }),
            )
            .await;
        if number == 0 {
            let id = made.ok()["id"].as_str().unwrap().to_owned();
            let fields = [("subject_kind", "customer"), ("subject_id", id.as_str())];
            let kept = company
                .send_form(Some(li.id), "/files", &fields, Some(("方案.txt", "三层架构")))
                .await;
            assert_eq!(kept.status, 201, "{}", kept.body);
        }
    }
    company.tick().await;
    li.post("/customers", json!({ "name": "北湖水务" })).await.ok();
    (company, li)
}

async fn read(path: &Path) -> (Manifest, Summary) {
    let mut archive = Archive::open(path, false).await.unwrap();
    while let Some(piece) = archive.next().await.unwrap() {
        if let Piece::Summary(summary) = piece {
            return (archive.manifest().clone(), summary);
        }
    }
    panic!("no summary");
}

/// An installation that does not exist yet: an SQLite file, or a database on the test's server.
struct Empty {
    folder: TempDir,
    url: String,
    server: Option<(String, String)>,
}

impl Empty {
    fn in_file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("restored.db").display());
        Self {
            folder,
            url,
            server: None,
        }
    }

    /// On the server that the tests run on, where they run on one.
    async fn on_server() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("TEST_DATABASE")
            .ok()
            .filter(|url| url.starts_with("postgres"))?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("xianji_test_{}_restored{count}", std::process::id());
        let admin = sea_orm::Database::connect(&server).await.unwrap();
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .unwrap();
        admin.close().await.unwrap();
        let (start, _) = server.rsplit_once('/').unwrap();
        Some(Self {
            folder: tempfile::tempdir().unwrap(),
            url: format!("{start}/{name}"),
            server: Some((server.clone(), name)),
        })
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let data = self.folder.path().join("data").display().to_string();
        xianji(&[arguments, &["--data", &data, "--database", &self.url]].concat())
    }

    async fn remove(self) {
        if let Some((server, name)) = &self.server {
            let admin = sea_orm::Database::connect(server).await.unwrap();
            admin
                .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
                .await
                .unwrap();
        }
    }
}

/// Takes a backup of one into the other, verifies it, backs that up in turn: every table then holds the same lines.
async fn drill(archive: &Path, into: &Empty, scratch: &Path) -> PathBuf {
    let said = into.run(&["restore", &archive.display().to_string()]).well();
    assert!(said.contains("The ledger is whole"), "{said}");
    let verified = into.run(&["ledger", "verify"]).well();
    assert!(verified.contains("The ledger is whole."), "{verified}");
    let again = scratch.join(format!("{}.again", archive.file_name().unwrap().display()));
    into.run(&["backup", &again.display().to_string()]).well();
    let ((_, before), (_, after)) = (read(archive).await, read(&again).await);
    assert_eq!(before, after);
    again
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_while_people_write_comes_back_whole_on_either_database() {
    let (company, li) = company().await;
    let scratch = tempfile::tempdir().unwrap();
    let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let writing = {
        let (stop, written, company) = (stop.clone(), written.clone(), company.clone());
        tokio::spawn(async move {
            while !stop.load(Ordering::SeqCst) {
                let number = written.fetch_add(1, Ordering::SeqCst);
                li.post("/customers", json!({ "name": format!("东湖水务{number}") }))
                    .await
                    .ok();
                if number % 5 == 0 {
                    company.tick().await;
                }
            }
        })
    };
    let archive = scratch.path().join("company.tar.gz");
    let made = {
        let (company, target) = (company.clone(), archive.display().to_string());
        tokio::task::spawn_blocking(move || on(&company, &["backup", &target]))
            .await
            .unwrap()
    };
    stop.store(true, Ordering::SeqCst);
    writing.await.unwrap();
    assert!(made.well().contains("read again and whole"));
    assert!(written.load(Ordering::SeqCst) > 0);

    let (manifest, summary) = read(&archive).await;
    assert!(
        summary.rows_of("customer") >= 31 && summary.files.count == 1 && summary.seals > 0,
        "{summary:?}"
    );
    assert!(
        manifest
            .tables
            .iter()
            .all(|table| !["session", "lease", "login_attempt"].contains(&table.name.as_str()))
    );

    let file = Empty::in_file();
    let again = drill(&archive, &file, scratch.path()).await;
    if let Some(server) = Empty::on_server().await {
        drill(&again, &server, scratch.path()).await;
        server.remove().await;
    }
    file.remove().await;
}

#[tokio::test]
async fn what_was_restored_serves_and_its_files_open() {
    let (company, _) = company().await;
    let scratch = tempfile::tempdir().unwrap();
    let archive = scratch.path().join("company.tar.gz");
    on(&company, &["backup", &archive.display().to_string()]).well();
    let into = Empty::in_file();
    into.run(&["restore", &archive.display().to_string()]).well();
    let place = xianji_server::house::Place {
        data: into.folder.path().join("data"),
        database: Some(into.url.clone()),
        outside: Default::default(),
    };
    let house = place.open(Arc::new(company.clock().clone())).await.unwrap();
    let kept: Vec<_> = std::fs::read_dir(into.folder.path().join("data/files"))
        .unwrap()
        .collect();
    assert_eq!(kept.len(), 1);
    let failed: Vec<_> = house
        .app
        .tick(company.now())
        .await
        .into_iter()
        .filter(|(_, done)| done.is_err())
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
    let verified = xianji_platform::ledger::verify(house.app.database(), house.app.files())
        .await
        .unwrap();
    assert!(
        verified.broken.is_none() && verified.unsealed == 0,
        "{verified:?}"
    );
}

#[tokio::test]
async fn a_backup_is_taken_into_an_empty_installation_only() {
    let (company, _) = company().await;
    let scratch = tempfile::tempdir().unwrap();
    let archive = scratch.path().join("company.tar.gz").display().to_string();
    on(&company, &["backup", &archive]).well();
    let taken = on(&company, &["backup", &archive]);
    assert!(
        !taken.well && taken.errors.contains("is there already"),
        "{}",
        taken.errors
    );
    let full = on(&company, &["restore", &archive]);
    assert!(
        !full.well && full.errors.contains("an empty installation only"),
        "{}",
        full.errors
    );
    let (_, before) = read(Path::new(&archive)).await;
    assert!(before.rows_of("customer") == 31);
}

#[tokio::test]
async fn a_file_that_is_cut_off_changed_or_something_else_is_refused_and_leaves_nothing() {
    let (company, _) = company().await;
    let scratch = tempfile::tempdir().unwrap();
    let archive = scratch.path().join("company.tar.gz");
    on(&company, &["backup", &archive.display().to_string()]).well();
    let bytes = std::fs::read(&archive).unwrap();
    let mut changed = bytes.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x55;
    let cases: [(&str, &[u8], &str); 5] = [
        ("half", &bytes[..bytes.len() / 2], "this backup is damaged"),
        ("short", &bytes[..bytes.len() - 3], "this backup is damaged"),
        ("changed", &changed, "this backup is damaged"),
        ("text", b"SELECT 1;", "no backup of Xianji"),
        ("empty", b"", "no backup of Xianji"),
    ];
    for (name, bytes, words) in cases {
        let path = scratch.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let into = Empty::in_file();
        let said = into.run(&["restore", &path.display().to_string()]);
        assert!(
            !said.well && said.errors.contains(words),
            "{name}: {}{}",
            said.out,
            said.errors
        );
        // Nothing stayed, so that the right file can follow at once.
        let said = into.run(&["restore", &archive.display().to_string()]);
        assert!(said.well, "{name}: {}", said.errors);
    }
}

/// A backup of nothing but these papers.
fn papers(path: &Path, entries: &[(&str, Vec<u8>)]) {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        tar.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&tar.into_inner().unwrap()).unwrap();
    std::fs::write(path, packed.finish().unwrap()).unwrap();
}

#[tokio::test]
async fn a_backup_of_a_later_program_is_refused_by_name() {
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("later");
    let manifest = |format: u32, schema: &[&str]| {
        let at = "2031-01-01T00:00:00Z";
        let text = json!({ "product": "xianji", "format": format, "version": "9.1.0", "made_at": at, "schema": schema, "tables": [] });
        text.to_string().into_bytes()
    };
    let refused = |bytes: Vec<u8>| {
        papers(&path, &[("manifest.json", bytes)]);
        let said = Empty::in_file().run(&["restore", &path.display().to_string()]);
        assert!(!said.well, "{}", said.out);
        said.errors
    };
    let later = refused(manifest(2, &[]));
    assert!(
        later.contains("9.1.0") && later.contains("a form that this program does not know"),
        "{later}"
    );
    let newer = refused(manifest(1, &["m0001_platform", "m9000_later"]));
    assert!(
        newer.contains("9.1.0") && newer.contains("newer than this program"),
        "{newer}"
    );
    let other = refused(json!({ "product": "sale" }).to_string().into_bytes());
    assert!(other.contains("another product"), "{other}");
}

#[tokio::test]
async fn what_does_not_belong_into_a_backup_is_refused_and_written_nowhere() {
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("sly");
    let steps = xianji_server::house::steps();
    let manifest = json!({ "product": "xianji", "format": 1, "version": "0.1.0", "made_at": "2026-03-02T01:00:00Z", "schema": steps, "tables": [] });
    for name in [
        "escape.txt",
        "files/x/y",
        "tables/nobody/000001.jsonl",
        "files/abc",
    ] {
        papers(
            &path,
            &[
                ("manifest.json", manifest.to_string().into_bytes()),
                (name, b"x".to_vec()),
            ],
        );
        let outcome = async {
            let mut archive = Archive::open(&path, false).await?;
            while archive.next().await?.is_some() {}
            Ok::<_, xianji_platform::backup::WrongArchive>(())
        };
        let wrong = outcome.await.unwrap_err().to_string();
        assert!(wrong.contains("does not belong"), "{name}: {wrong}");
    }
}

#[tokio::test]
async fn a_small_file_that_unpacks_to_everything_is_refused() {
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("bomb");
    let steps = xianji_server::house::steps();
    let manifest = json!({ "product": "xianji", "format": 1, "version": "0.1.0", "made_at": "2026-03-02T01:00:00Z", "schema": steps, "tables": [] });
    papers(
        &path,
        &[
            ("manifest.json", manifest.to_string().into_bytes()),
            ("summary.json", vec![b' '; 65 << 20]),
        ],
    );
    let mut archive = Archive::open(&path, false).await.unwrap();
    let wrong = archive.next().await.unwrap_err().to_string();
    assert!(wrong.contains("far too long"), "{wrong}");
}

#[tokio::test]
async fn in_a_folder_backups_are_named_by_their_time_and_the_newest_are_kept() {
    let (company, _) = company().await;
    let scratch = tempfile::tempdir().unwrap();
    for old in [
        "xianji-20200101-000000.tar.gz",
        "xianji-20200102-000000.tar.gz",
        "mine.tar.gz",
    ] {
        std::fs::write(scratch.path().join(old), b"old").unwrap();
    }
    on(
        &company,
        &["backup", &scratch.path().display().to_string(), "--keep", "2"],
    )
    .well();
    let mut left: Vec<String> = std::fs::read_dir(scratch.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left.len(), 3, "{left:?}");
    assert_eq!(
        (left[0].as_str(), left[1].as_str()),
        ("mine.tar.gz", "xianji-20200102-000000.tar.gz")
    );
}
