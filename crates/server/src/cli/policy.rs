//! `xianji policy`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use xianji_kernel::clock::SystemClock;
use xianji_platform::{App, Failure, PackVersionId, Registry};
use xianji_policy::{Mode, Pack, PackSource, Vocabulary};

use super::Installation;

/// Policy packs.
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Read packs and report every mistake with file, line, column and a hint. Ends with an error when there is one.
    Check {
        /// Pack folders, or names of shipped packs; all shipped packs when none is given.
        packs: Vec<PathBuf>,
    },
    /// Print the JSON Schema of pack files, for editors.
    Schema,
    /// Print one line a control: id, bound, partly or open, its rules, its measure, what it waits for.
    Coverage {
        /// Pack folder or name of a shipped pack.
        #[arg(default_value = "standard")]
        pack: PathBuf,
    },
    /// Print which statements two packs do not share; with --running also what the newer one would change for running records.
    Diff {
        /// The older pack: a folder, the name of a shipped pack, or with --running the id of a published version.
        old: PathBuf,
        /// The newer pack.
        new: PathBuf,
        /// Look at the installation's running records too; both must be published there. Nothing is changed.
        #[arg(long)]
        running: bool,
        #[command(flatten)]
        installation: Installation,
    },
    /// Make measures and kept sums anew from the ledger and the records, and say what was not as it should be. Safe while people work, and
    /// to run twice.
    Recount(Installation),
    /// Move running records from one published version to another: a dry run, unless --apply is given with a reason.
    Migrate(super::keeping::Migrate),
}

impl Policy {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Check { packs } => check(&packs),
            Self::Schema => {
                let schema = xianji_policy::schema_with(&vocabulary()?);
                println!("{}", serde_json::to_string_pretty(&schema)?);
                Ok(ExitCode::SUCCESS)
            }
            Self::Coverage { pack } => coverage(&pack),
            Self::Diff {
                old,
                new,
                running: false,
                ..
            } => diff(&read(&old)?, &read(&new)?),
            Self::Diff {
                old,
                new,
                installation,
                ..
            } => diff_running(&installation, &old, &new).await,
            Self::Migrate(migrate) => migrate.run().await,
            Self::Recount(installation) => recount(&installation).await,
        }
    }
}

fn vocabulary() -> Result<Vocabulary, Failure> {
    Ok(Registry::of(crate::house::modules())?.0.vocabulary)
}

/// The named pack first, the shipped ones that it may extend behind it.
fn sources(pack: &Path) -> Result<Vec<PackSource>, Failure> {
    let name = pack.to_string_lossy();
    let first = match crate::packs::shipped(&name) {
        Some(source) if !pack.is_dir() || pack.components().count() == 1 => source,
        _ => read_folder(pack)?,
    };
    let mut sources = vec![first];
    let others = crate::packs::all()
        .into_iter()
        .filter(|other| other.id != sources[0].id)
        .collect::<Vec<_>>();
    sources.extend(others);
    Ok(sources)
}

fn read_folder(folder: &Path) -> Result<PackSource, Failure> {
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
            files.push((path.display().to_string(), text));
        }
    }
    files.sort();
    Ok(PackSource::new(&name, files))
}

fn check(packs: &[PathBuf]) -> Result<ExitCode, Failure> {
    let named: Vec<PathBuf> = if packs.is_empty() {
        crate::packs::names().into_iter().map(PathBuf::from).collect()
    } else {
        packs.to_vec()
    };
    let vocabulary = vocabulary()?;
    let mut wrong = 0;
    for pack in &named {
        match xianji_policy::read(&sources(pack)?, &vocabulary, Mode::Strict) {
            Ok(read) => println!("{} {}: no mistakes", read.id, read.version),
            Err(mistakes) => {
                wrong += mistakes.len();
                for mistake in &mistakes {
                    println!("{mistake}");
                }
            }
        }
    }
    if wrong == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    println!("{wrong} mistake(s)");
    Ok(ExitCode::FAILURE)
}

fn read(pack: &Path) -> Result<Pack, Failure> {
    xianji_policy::read(&sources(pack)?, &vocabulary()?, Mode::Strict).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        Failure::broken(lines.join("\n"))
    })
}

fn coverage(pack: &Path) -> Result<ExitCode, Failure> {
    let lines = xianji_governance::coverage::coverage(&read(pack)?, &vocabulary()?);
    for line in &lines {
        println!("{line}");
    }
    let bound = lines
        .iter()
        .filter(|line| line.status == xianji_governance::coverage::Status::Bound)
        .count();
    println!("{bound} of {} controls bound", lines.len());
    Ok(ExitCode::SUCCESS)
}

fn diff(old: &Pack, new: &Pack) -> Result<ExitCode, Failure> {
    for change in xianji_policy::diff(old, new) {
        println!("{change}");
    }
    Ok(ExitCode::SUCCESS)
}

async fn recount(installation: &Installation) -> Result<ExitCode, Failure> {
    let house = installation.place().open(Arc::new(SystemClock)).await?;
    let tallies = xianji_presales::project::tally::recount(&house.app).await?;
    let measures = xianji_governance::measure::recount(&house.app).await?;
    house.app.database().clone().close().await?;
    println!(
        "{} events read; corrected: entries of {} sources, {} daily sums, {} sums of projects",
        measures.events, measures.corrected, measures.sums, tallies
    );
    Ok(ExitCode::SUCCESS)
}

async fn diff_running(installation: &Installation, old: &Path, new: &Path) -> Result<ExitCode, Failure> {
    let house = installation.place().open(Arc::new(SystemClock)).await?;
    let (from, before) = published(&house.app, old)?;
    let (to, after) = published(&house.app, new)?;
    diff(&before, &after)?;
    println!();
    super::keeping::print_dry_run(&house.app, from, to, None).await?;
    Ok(ExitCode::SUCCESS)
}

/// A published version by its id, or the one of the same text as a pack.
pub(super) fn published(app: &App, pack: &Path) -> Result<(PackVersionId, Arc<Pack>), Failure> {
    let book = app.policies();
    let found = match pack.to_string_lossy().parse::<PackVersionId>() {
        Ok(id) => book.version(id).map(|pack| (id, pack.clone())),
        Err(_) => {
            let hash = read(pack)?.hash;
            let mut versions = book.versions();
            versions
                .find(|(_, known)| known.hash == hash)
                .map(|(id, pack)| (id, pack.clone()))
        }
    };
    found.ok_or_else(|| {
        Failure::broken(format!(
            "{} is not published in this installation",
            pack.display()
        ))
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use xianji_policy::{FactDecl, FactType, KindDecl, RecordShape};

    use super::*;

    #[test]
    fn the_shipped_packs_read_strictly_against_the_house_itself() {
        let vocabulary = vocabulary().unwrap();
        for pack in crate::packs::names() {
            let sources = sources(Path::new(&pack)).unwrap();
            let mistakes = xianji_policy::read(&sources, &vocabulary, Mode::Strict)
                .err()
                .unwrap_or_default();
            let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            assert!(lines.is_empty(), "{pack}\n{}", lines.join("\n"));
        }
    }

    /// The reader's tests stand on a floor that knows no house: they read it from a file, which is this one's.
    #[test]
    fn the_readers_tests_know_the_house_as_it_is() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy/tests/house/vocabulary.txt");
        let written = std::fs::read_to_string(&path).unwrap();
        let (head, _) = written.split_once("\n").unwrap();
        let now = format!("{head}\n{}", text_of(&vocabulary().unwrap()));
        if std::env::var_os("UPDATE_VOCABULARY").is_some() {
            std::fs::write(&path, now).unwrap();
        } else {
            assert_eq!(written, now, "run with UPDATE_VOCABULARY=1, then read the diff");
        }
    }

    fn text_of(vocabulary: &Vocabulary) -> String {
        let mut text = String::new();
        for kind in vocabulary.kinds() {
            writeln!(text, "{}", kind.name).unwrap();
            for line in lines_of(kind) {
                writeln!(text, "  {line}").unwrap();
            }
        }
        text
    }

    fn lines_of(kind: &KindDecl) -> Vec<String> {
        let pairs = |pairs: &[(String, String)]| -> Vec<String> {
            pairs.iter().map(|(name, of)| format!("{name}:{of}")).collect()
        };
        let mut lines = Vec::new();
        let mut line = |sign: &str, words: Vec<String>, between: &str| {
            if !words.is_empty() {
                lines.push(format!("{sign}{}", words.join(between)));
            }
        };
        line("< ", pairs(&kind.belongs_to), " ");
        line("", kind.facts.iter().map(fact_of).collect(), ", ");
        line("= ", kind.states.clone(), " ");
        line("@ ", kind.roles.clone(), " ");
        line("+ ", pairs(&kind.parts), " ");
        line(
            "+ ",
            kind.team.then(|| "team".to_owned()).into_iter().collect(),
            " ",
        );
        line(
            "+ ",
            kind.follows.then(|| "follows".to_owned()).into_iter().collect(),
            " ",
        );
        line("% ", kind.serves.clone(), " ");
        if let Some(making) = &kind.making {
            let field = |fact: &FactDecl| {
                let must = if making.required.contains(&fact.name) {
                    "!"
                } else {
                    ""
                };
                format!("{}{must} {}", fact.name, type_of(&fact.ty))
            };
            let fields: Vec<String> = making.fields.iter().map(field).collect();
            line("* ", vec![format!("{} {}", making.on, fields.join(", "))], "");
        }
        let events = kind.events.iter().map(|event| {
            let facts: Vec<String> = event.facts.iter().map(fact_of).collect();
            format!("{} {}", event.name, facts.join(", "))
                .trim_end()
                .to_owned()
        });
        line("! ", events.collect(), "; ");
        line("> ", kind.actions.clone(), " ");
        let beginnings = kind.beginnings.iter().map(|(action, on)| match on {
            Some(on) => format!("{action}@{on}"),
            None => action.clone(),
        });
        line("^ ", beginnings.collect(), " ");
        lines
    }

    fn fact_of(fact: &FactDecl) -> String {
        format!("{} {}", fact.name, type_of(&fact.ty))
    }

    fn type_of(ty: &FactType) -> String {
        match ty {
            FactType::Flag => "flag".into(),
            FactType::Integer => "int".into(),
            FactType::Number => "number".into(),
            FactType::Percent => "percent".into(),
            FactType::Money => "money".into(),
            FactType::Text => "text".into(),
            FactType::Choice(codes) => format!("choice({})", codes.join("|")),
            FactType::Date => "date".into(),
            FactType::Instant => "instant".into(),
            FactType::Member => "member".into(),
            FactType::Department => "department".into(),
            FactType::List(of) => format!("list({})", type_of(of)),
            FactType::Record(RecordShape::Kind(kind)) => format!("kind:{kind}"),
            FactType::Record(RecordShape::Fields(fields)) => {
                let fields: Vec<String> = fields.iter().map(fact_of).collect();
                format!("fields({})", fields.join(" & "))
            }
        }
    }
}
