//! The running house: database, clock, files, packs in force and everything that the modules brought. Cheap to clone.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use xianji_kernel::clock::Clock;
use xianji_policy::{KindDecl, Vocabulary};

use crate::database::{Conn, Database};
use crate::failure::Failure;
use crate::file::FileStore;
use crate::identity::Actor;
use crate::mailer::Mailer;
use crate::module::{BeforeCommit, JobKind, Kind, Module, NeedKind, Reaction, Tick};
use crate::policy_book::PolicyBook;
use crate::text::Texts;
use crate::work::Work;

/// The running house.
#[derive(Clone)]
pub struct App(Arc<Inner>);

static OPENED: AtomicU64 = AtomicU64::new(0);

struct Inner {
    number: u64,
    database: Database,
    clock: Arc<dyn Clock>,
    files: FileStore,
    registry: Registry,
    policies: RwLock<Arc<PolicyBook>>,
    cache: crate::identity::GrantCache,
    mailer: OnceLock<Box<dyn Mailer>>,
    live: crate::live::Hub,
    #[cfg(feature = "testing")]
    rehearsing: std::sync::atomic::AtomicBool,
}

/// All that the modules brought, without their routes.
pub struct Registry {
    /// Record kinds by name.
    pub kinds: HashMap<&'static str, Kind>,
    /// Reactions in the order of the floors.
    pub reactions: Vec<Reaction>,
    /// Hooks before a commit, in the order of the floors.
    pub before_commit: Vec<BeforeCommit>,
    /// What time brings, in the order of the floors.
    pub ticks: Vec<Tick>,
    /// Job kinds by name.
    pub jobs: HashMap<&'static str, JobKind>,
    /// Need words by name.
    pub needs: HashMap<&'static str, NeedKind>,
    /// How parts of records are found.
    pub parts: Vec<crate::module::Parts>,
    /// How sheets make records, by kind.
    pub makers: HashMap<&'static str, crate::module::Maker>,
    /// When records of a kind are closed for good.
    pub seals: HashMap<&'static str, crate::module::Seal>,
    /// Parts of the workbench, in the order of the floors.
    pub desks: Vec<crate::module::Desk>,
    /// Figures of a member that every page shows, in the order of the floors.
    pub figures: Vec<crate::module::Figure>,
    /// Who looks at the circumstances on which a permission hangs.
    pub judge: Option<crate::identity::Judge>,
    /// What can be taken in from files, by kind.
    pub imports: HashMap<&'static str, crate::import_run::Import>,
    /// Long work that keeps its own pace.
    pub labours: Vec<Tick>,
    /// Tables of book-keeping, with the one kind whose facts are told of each, if any.
    pub quiet: HashMap<&'static str, Option<&'static str>>,
    /// Tables whose rows are made from others.
    pub derived: std::collections::HashSet<&'static str>,
    /// Every permission there is, sorted.
    pub permissions: Vec<String>,
    /// Prefix of each number series.
    pub series: HashMap<&'static str, &'static str>,
    /// What packs may speak of.
    pub vocabulary: Vocabulary,
    /// Shipped packs.
    pub packs: Vec<xianji_policy::PackSource>,
    /// Texts in three languages.
    pub texts: Texts,
}

impl Registry {
    /// Takes the modules apart; the routes come back beside it, in the same order.
    pub fn of(modules: Vec<Module>) -> Result<(Self, Vec<utoipa_axum::router::OpenApiRouter<App>>), Failure> {
        let mut registry = Self {
            kinds: HashMap::new(),
            reactions: Vec::new(),
            before_commit: Vec::new(),
            ticks: Vec::new(),
            jobs: HashMap::new(),
            needs: HashMap::new(),
            parts: Vec::new(),
            makers: HashMap::new(),
            seals: HashMap::new(),
            desks: Vec::new(),
            figures: Vec::new(),
            judge: None,
            imports: HashMap::new(),
            labours: Vec::new(),
            quiet: HashMap::new(),
            derived: Default::default(),
            permissions: Vec::new(),
            series: HashMap::new(),
            vocabulary: Vocabulary::default(),
            packs: Vec::new(),
            texts: Texts::default(),
        };
        let mut routes = Vec::new();
        for module in modules {
            for kind in module.kinds {
                registry.permissions.extend(kind.declared.actions.iter().cloned());
                registry.permissions.push(format!("{}.read", kind.declared.name));
                registry.vocabulary.declare(kind.declared.clone());
                let name: &'static str = Box::leak(kind.declared.name.clone().into_boxed_str());
                registry.kinds.insert(name, kind);
            }
            for event in module.events {
                let kind = event.name.split('.').next().unwrap_or_default().to_owned();
                registry.vocabulary.declare(KindDecl {
                    name: kind,
                    events: vec![event],
                    ..KindDecl::default()
                });
            }
            registry.reactions.extend(module.reactions);
            registry.before_commit.extend(module.before_commit);
            registry.ticks.extend(module.ticks);
            registry
                .jobs
                .extend(module.jobs.into_iter().map(|job| (job.name, job)));
            registry.parts.extend(module.parts);
            registry
                .makers
                .extend(module.makers.into_iter().map(|maker| (maker.record, maker)));
            registry
                .seals
                .extend(module.seals.into_iter().map(|seal| (seal.of, seal)));
            registry.desks.extend(module.desks);
            registry.figures.extend(module.figures);
            registry
                .quiet
                .extend(module.quiet.into_iter().map(|one| (one.table, one.kind)));
            registry.derived.extend(module.derived);
            registry.judge = registry.judge.or(module.judge);
            registry
                .needs
                .extend(module.needs.into_iter().map(|need| (need.word, need)));
            registry.labours.extend(module.labours);
            let imports = module.imports.iter().map(|import| import.permission());
            let named = module.permissions.iter().map(|name| (*name).to_owned());
            for name in named.chain(imports).collect::<Vec<_>>() {
                registry.permissions.push(name.clone());
                let kind = name.split('.').next().unwrap_or_default();
                registry
                    .vocabulary
                    .declare(KindDecl::new(kind).with_actions(&[&name]));
            }
            registry
                .imports
                .extend(module.imports.into_iter().map(|import| (import.kind, import)));
            registry.series.extend(module.series);
            registry.packs.extend(module.packs);
            if let Some(texts) = module.texts {
                registry.texts.add(module.name, texts)?;
            }
            routes.push(module.routes);
        }
        registry.permissions.sort();
        registry.permissions.dedup();
        Ok((registry, routes))
    }
}

impl App {
    /// Puts the house together; packs in force are read from the database.
    pub async fn open(
        database: Database,
        clock: Arc<dyn Clock>,
        files: FileStore,
        registry: Registry,
    ) -> Result<Self, Failure> {
        let book = PolicyBook::load(&database.reader(), &registry.vocabulary, None).await?;
        Ok(Self(Arc::new(Inner {
            number: OPENED.fetch_add(1, Ordering::Relaxed),
            database,
            clock,
            files,
            registry,
            policies: RwLock::new(Arc::new(book)),
            cache: crate::identity::GrantCache::default(),
            mailer: OnceLock::new(),
            live: crate::live::Hub::default(),
            #[cfg(feature = "testing")]
            rehearsing: false.into(),
        })))
    }

    /// Which of the houses that this process opened it is: what a process counts is counted apart for each.
    pub fn number(&self) -> u64 {
        self.0.number
    }

    /// The company's database.
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// For reads.
    pub fn reader(&self) -> Conn<'_> {
        self.0.database.reader()
    }

    /// The clock's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// The file store.
    pub fn files(&self) -> &FileStore {
        &self.0.files
    }

    /// Screens that listen.
    pub fn live(&self) -> &crate::live::Hub {
        &self.0.live
    }

    /// What carries mail out of the house, once somebody said so.
    pub fn mailer(&self) -> Option<&dyn Mailer> {
        self.0.mailer.get().map(Box::as_ref)
    }

    /// Lets mail leave through this from now on; the first word counts.
    pub fn send_mail_through(&self, mailer: Box<dyn Mailer>) {
        let _ = self.0.mailer.set(mailer);
    }

    /// What the modules brought.
    pub fn registry(&self) -> &Registry {
        &self.0.registry
    }

    /// A shipped pack by its id.
    pub fn shipped(&self, pack: &str) -> Option<&xianji_policy::PackSource> {
        self.0.registry.packs.iter().find(|source| source.id == pack)
    }

    /// Rights of members, kept until something about them changes.
    pub fn grant_cache(&self) -> &crate::identity::GrantCache {
        &self.0.cache
    }

    /// The packs in force now. A unit of work takes this once and keeps it.
    pub fn policies(&self) -> Arc<PolicyBook> {
        match self.0.policies.read() {
            Ok(book) => book.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }

    /// Reads the packs in force anew; called after publishing and, on other nodes, by the tick.
    pub async fn reload_policies(&self) -> Result<(), Failure> {
        let before = self.policies();
        let book = PolicyBook::load(&self.reader(), &self.registry().vocabulary, Some(&before)).await?;
        let mut slot = self.0.policies.write().unwrap_or_else(PoisonError::into_inner);
        // Two may read at once; the older reading does not replace the newer.
        if book.company().generation >= slot.company().generation {
            *slot = Arc::new(book);
        }
        Ok(())
    }

    /// From now on every unit of work does all that it does and is undone where it would have become durable: a test asks the same house
    /// thousands of questions, and no answer changes the next one.
    #[cfg(feature = "testing")]
    pub fn rehearse(&self) {
        self.0.rehearsing.store(true, std::sync::atomic::Ordering::SeqCst);
    }

    /// Whether nothing becomes durable.
    #[cfg(feature = "testing")]
    pub(crate) fn is_rehearsing(&self) -> bool {
        self.0.rehearsing.load(std::sync::atomic::Ordering::SeqCst)
    }

    /// Begins a unit of work.
    pub async fn begin(&self, actor: Actor) -> Result<Work, Failure> {
        Work::begin(self, actor).await
    }

    /// Everything that time brings hangs here: sweeps, recurring obligations, jobs, seals. Timers only call it; tests and the demo call it
    /// themselves. Answers what each part did; a part that fails is logged and does not keep the others.
    pub async fn tick(&self, now: DateTime<Utc>) -> Vec<(&'static str, Result<u64, Failure>)> {
        let mut done = self.beat(now).await;
        done.extend(self.labour(now).await);
        done
    }

    /// What time brings, without the long work.
    pub async fn beat(&self, now: DateTime<Utc>) -> Vec<(&'static str, Result<u64, Failure>)> {
        self.run_all(&self.registry().ticks, now).await
    }

    /// The long work alone: a program that serves gives it a timer of its own.
    pub async fn labour(&self, now: DateTime<Utc>) -> Vec<(&'static str, Result<u64, Failure>)> {
        self.run_all(&self.registry().labours, now).await
    }

    async fn run_all(&self, ticks: &[Tick], now: DateTime<Utc>) -> Vec<(&'static str, Result<u64, Failure>)> {
        let mut done = Vec::new();
        for tick in ticks {
            let outcome = (tick.run)(self, now).await;
            if let Err(failure) = &outcome {
                tracing::error!(tick = tick.name, %failure, "tick failed");
            }
            done.push((tick.name, outcome));
        }
        done
    }
}
