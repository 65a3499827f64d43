//! One subject with all that a rule may ask about it: its facts, what it belongs to, the pack that it keeps.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use uuid::Uuid;
use xianji_platform::ledger;
use xianji_platform::{DepartmentId, Failure, PackVersionId, Subject, SubjectFacts};
use xianji_policy::condition::{Condition, Facts, Reference};
use xianji_policy::model::{Given, Pack, SettingValue};

use super::{Context, Roots};
use crate::{form, grading, measure};

/// Kind of the subject of rules that hang on no record. Its id is that of the department that adopted the pack.
pub const COMPANY: &str = "company";

/// How far up a subject's belonging is followed.
const HEIGHT: usize = 8;

/// A subject under the pack that it keeps.
#[derive(Clone, Debug)]
pub struct Case {
    /// The subject itself.
    pub facts: SubjectFacts,
    /// What it belongs to, nearest first, all the way up.
    pub chain: Vec<SubjectFacts>,
    /// The version that decides; nothing when no pack is in force.
    pub pack_id: Option<PackVersionId>,
    /// That version, compiled.
    pub pack: Arc<Pack>,
    /// Names under which the subject is a part of what it belongs to: `tasks` of a project.
    part_names: Vec<String>,
}

impl Case {
    /// Loads a subject with all that it belongs to; nothing when there is no such record.
    pub async fn load(ctx: &Context<'_>, subject: &Subject) -> Result<Option<Self>, Failure> {
        let Some(facts) = load_facts(ctx, subject).await? else {
            return Ok(None);
        };
        let chain = climb(ctx, &facts).await?;
        Ok(Some(Self::of(ctx, facts, chain)))
    }

    /// The company as seen from a department: under the pack that holds there.
    pub fn company(ctx: &Context<'_>, department: DepartmentId) -> Self {
        Self::of(ctx, company_facts(ctx, department), Vec::new())
    }

    /// The subject of rules without a record, for somebody of this department: the department that adopted the pack in force there.
    pub fn company_subject(ctx: &Context<'_>, department: DepartmentId) -> Subject {
        let (tree, day) = (ctx.book.tree(), ctx.today());
        let adopters: Vec<_> = ctx
            .book
            .all_in_force(day)
            .into_iter()
            .flat_map(|(.., adopters)| adopters)
            .collect();
        let mut here = Some(department);
        while let Some(next) = here {
            if adopters.contains(&next) {
                return Subject::new(COMPANY, next);
            }
            here = tree.parent(next);
        }
        Subject::new(COMPANY, tree.root().unwrap_or(department))
    }

    fn of(ctx: &Context<'_>, facts: SubjectFacts, chain: Vec<SubjectFacts>) -> Self {
        let kept = std::iter::once(&facts).chain(&chain).find_map(|one| {
            let id = one.pack_version.filter(|id| ctx.book.version(*id).is_some());
            id.or_else(|| {
                one.department
                    .and_then(|department| ctx.book.in_force(department, ctx.today()))
                    .map(|(id, _)| id)
            })
        });
        let pack_id = kept.or_else(|| ctx.book.company_pack(ctx.today()).map(|(id, _)| id));
        let pack = pack_id
            .and_then(|id| ctx.book.version(id).cloned())
            .unwrap_or_default();
        let vocabulary = &ctx.app.registry().vocabulary;
        let part_names = chain
            .iter()
            .filter_map(|whole| vocabulary.kind(&whole.subject.kind))
            .flat_map(|whole| &whole.parts)
            .filter(|(_, kind)| *kind == facts.subject.kind)
            .map(|(name, _)| name.clone())
            .collect();
        Self {
            facts,
            chain,
            pack_id,
            pack,
            part_names,
        }
    }

    /// The case of something that this subject belongs to, or itself.
    pub fn rise(&self, ctx: &Context<'_>, kind: &str) -> Option<Self> {
        if self.facts.subject.kind == kind {
            return Some(self.clone());
        }
        let place = self.chain.iter().position(|one| one.subject.kind == kind)?;
        Some(Self::of(
            ctx,
            self.chain[place].clone(),
            self.chain[place + 1..].to_vec(),
        ))
    }

    /// The same facts under the pack of another: a rule of the project's pack looks at an event of one of its interactions.
    pub fn under(&self, other: &Self) -> Self {
        Self {
            pack_id: other.pack_id,
            pack: other.pack.clone(),
            ..self.clone()
        }
    }

    /// The same facts under the version that an obligation was opened under.
    pub fn of_version(&self, id: Option<PackVersionId>, pack: Option<Arc<Pack>>) -> Self {
        match pack {
            Some(pack) => Self {
                pack_id: id,
                pack,
                ..self.clone()
            },
            None => self.clone(),
        }
    }

    /// The subject and everything that it belongs to, each as a case of its own under the pack that it keeps.
    pub fn every(&self, ctx: &Context<'_>) -> Vec<Self> {
        let kinds: Vec<String> = self.chain.iter().map(|one| one.subject.kind.clone()).collect();
        std::iter::once(self.clone())
            .chain(kinds.iter().filter_map(|kind| self.rise(ctx, kind)))
            .collect()
    }

    /// When the subject began.
    pub fn began(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        let text = self.facts.facts.get("created_at")?.as_str()?;
        chrono::DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| at.to_utc())
    }

    /// Refuses when the subject, or the record that it is a part of, is closed for good.
    pub fn still_written(&self, ctx: &Context<'_>) -> Result<(), Failure> {
        let registry = ctx.app.registry();
        let mut here = Some(self.facts.subject.kind.as_str());
        for one in std::iter::once(&self.facts).chain(&self.chain) {
            let kind = one.subject.kind.as_str();
            if here == Some(kind) {
                if let Some(seal) = registry.seals.get(kind) {
                    (seal.still_written)(one)?;
                }
                here = registry.vocabulary.whole_of(kind);
            }
        }
        Ok(())
    }

    /// The subject.
    pub fn subject(&self) -> &Subject {
        &self.facts.subject
    }

    /// The subject itself, or what it belongs to, by kind; the subject also by what it is a part as (`instalments`).
    pub fn find(&self, name: &str) -> Option<&SubjectFacts> {
        let mut all = std::iter::once(&self.facts).chain(&self.chain);
        all.find(|one| one.subject.kind == name)
            .or_else(|| Some(&self.facts).filter(|_| self.part_names.iter().any(|part| part == name)))
    }

    /// The kind of what stands under a name here.
    pub fn kind_named(&self, name: &str) -> Option<&str> {
        self.find(name).map(|one| one.subject.kind.as_str())
    }

    /// The department in whose name something is due: the subject's, else that of what it belongs to.
    pub fn department(&self) -> Option<DepartmentId> {
        std::iter::once(&self.facts)
            .chain(&self.chain)
            .find_map(|one| one.department)
    }

    /// Whether a condition holds here.
    pub async fn judge(
        &self,
        ctx: &Context<'_>,
        condition: &Condition,
        roots: &Roots,
    ) -> Result<bool, Failure> {
        let facts = self.facts_for(ctx, [condition], roots).await?;
        condition
            .judge(&facts)
            .map_err(|error| Failure::broken(format!("{}: {error}", condition.text())))
    }

    /// What a condition comes to here.
    pub async fn value(
        &self,
        ctx: &Context<'_>,
        condition: &Condition,
        roots: &Roots,
    ) -> Result<Value, Failure> {
        let facts = self.facts_for(ctx, [condition], roots).await?;
        condition
            .value(&facts)
            .map_err(|error| Failure::broken(format!("{}: {error}", condition.text())))
    }

    /// No condition holds always.
    pub async fn holds(
        &self,
        ctx: &Context<'_>,
        when: Option<&Condition>,
        roots: &Roots,
    ) -> Result<bool, Failure> {
        match when {
            Some(condition) => self.judge(ctx, condition, roots).await,
            None => Ok(true),
        }
    }

    /// All that these conditions ask for, loaded once; for the pack's own questions (`service_for`, `lifecycle_of`, `approval_of`).
    pub async fn facts_for<'c>(
        &self,
        ctx: &Context<'_>,
        conditions: impl IntoIterator<Item = &'c Condition> + Send,
        roots: &Roots,
    ) -> Result<Facts, Failure> {
        let references: Vec<Reference> = conditions
            .into_iter()
            .flat_map(|condition| condition.references().iter().cloned())
            .collect();
        let mut facts = Facts {
            roots: self.roots(ctx),
            ..Facts::default()
        };
        facts
            .roots
            .extend(roots.0.iter().map(|(name, value)| (name.clone(), value.clone())));
        for reference in references {
            match &reference {
                Reference::Fact { root, path } => self.add_grade(ctx, &mut facts, root, path).await?,
                other if !facts.answers.contains_key(other) => {
                    let answer = self.answer(ctx, other).await?;
                    facts.answers.insert(reference, answer);
                }
                _ => {}
            }
        }
        Ok(facts)
    }

    /// Every record of the chain under its kind's name, each holding what it belongs to.
    fn roots(&self, ctx: &Context<'_>) -> std::collections::BTreeMap<String, Value> {
        let mut roots = std::collections::BTreeMap::new();
        for one in std::iter::once(&self.facts).chain(&self.chain).rev() {
            let mut facts = one.facts.clone();
            for (name, kind) in ctx
                .app
                .registry()
                .vocabulary
                .kind(&one.subject.kind)
                .into_iter()
                .flat_map(|kind| &kind.belongs_to)
            {
                if !facts.get(name).is_some_and(Value::is_object) {
                    facts.insert(name.clone(), roots.get(kind).cloned().unwrap_or(Value::Null));
                }
            }
            let own = [
                ("number", json!(one.number)),
                ("owner", json!(one.owner)),
                ("department", json!(one.department)),
            ];
            for (name, value) in own {
                facts.entry(name).or_insert(value);
            }
            roots.insert(one.subject.kind.clone(), Value::Object(facts));
        }
        if let Some(own) = roots.get(&self.facts.subject.kind).cloned() {
            roots.extend(self.part_names.iter().map(|name| (name.clone(), own.clone())));
        }
        roots
    }

    /// `project.grade` and `project.rank`, also behind a belonging (`project.customer.grade`).
    async fn add_grade(
        &self,
        ctx: &Context<'_>,
        facts: &mut Facts,
        root: &str,
        path: &[String],
    ) -> Result<(), Failure> {
        let Some((last, way)) = path.split_last() else {
            return Ok(());
        };
        if last != "grade" && last != "rank" {
            return Ok(());
        }
        let Some(kind) = ctx.app.registry().vocabulary.walk(root, way).and_then(kind_of) else {
            return Ok(());
        };
        let (Some(one), Some(grading)) = (self.find(&kind), self.pack.gradings_of(&kind).next()) else {
            return Ok(());
        };
        let graded = grading::of(ctx, &one.subject, &grading.id).await?;
        let Some(place) = way
            .iter()
            .try_fold(facts.roots.get_mut(root), |here, step| Some(here?.get_mut(step)))
            .flatten()
        else {
            return Ok(());
        };
        if let Some(place) = place.as_object_mut() {
            place.insert("grade".into(), json!(graded.as_ref().map(|graded| &graded.grade)));
            place.insert("rank".into(), json!(graded.as_ref().map(|graded| graded.rank)));
        }
        Ok(())
    }

    async fn answer(&self, ctx: &Context<'_>, reference: &Reference) -> Result<Value, Failure> {
        Ok(match reference {
            Reference::Fact { .. } | Reference::Score { .. } => Value::Null,
            Reference::Form { subject, form } => match self.find(subject) {
                Some(one) => form::latest(ctx, &one.subject, form).await?,
                None => Value::Null,
            },
            Reference::Metric { id, period, back } => measure::value(ctx, self, id, *period, *back).await?,
            Reference::Given { subject, key } => grading::given(ctx, self, subject, key)
                .await?
                .map_or(Value::Null, |given| given_value(&given)),
            Reference::Past { subject, stage } => match self.find(subject) {
                Some(one) => Value::Bool(has_left(ctx, &one.subject, stage).await?),
                None => Value::Bool(false),
            },
            Reference::Grade { subject, grading } => match self.find(subject) {
                Some(one) => json!(
                    grading::of(ctx, &one.subject, grading)
                        .await?
                        .map(|graded| graded.grade)
                ),
                None => Value::Null,
            },
            Reference::Setting(id) => self.pack.setting(id).map_or(Value::Null, setting_value),
        })
    }
}

async fn load_facts(ctx: &Context<'_>, subject: &Subject) -> Result<Option<SubjectFacts>, Failure> {
    if subject.kind == COMPANY {
        return Ok(Some(company_facts(ctx, DepartmentId(subject.id))));
    }
    xianji_platform::subject::known(ctx.app, &ctx.db, ctx.seen, subject).await
}

/// Breadth first: what is nearest comes first, each record once.
async fn climb(ctx: &Context<'_>, facts: &SubjectFacts) -> Result<Vec<SubjectFacts>, Failure> {
    let mut seen: HashSet<(String, Uuid)> = HashSet::from([(facts.subject.kind.clone(), facts.subject.id)]);
    let mut chain: Vec<SubjectFacts> = Vec::new();
    let mut next = facts.belongs_to.clone();
    for _ in 0..HEIGHT {
        let mut further = Vec::new();
        for subject in std::mem::take(&mut next) {
            if !seen.insert((subject.kind.clone(), subject.id)) {
                continue;
            }
            if let Some(one) = load_facts(ctx, &subject).await? {
                further.extend(one.belongs_to.iter().cloned());
                chain.push(one);
            }
        }
        if further.is_empty() {
            break;
        }
        next = further;
    }
    Ok(chain)
}

fn company_facts(ctx: &Context<'_>, department: DepartmentId) -> SubjectFacts {
    SubjectFacts {
        subject: Subject::new(COMPANY, department),
        number: String::new(),
        title: ctx.book.tree().name(department).unwrap_or_default().to_owned(),
        owner: None,
        department: Some(department),
        pack_version: ctx.book.in_force(department, ctx.today()).map(|(id, _)| id),
        version: 1,
        ended: false,
        suspended: false,
        roles: Vec::new(),
        belongs_to: Vec::new(),
        facts: Map::new(),
    }
}

/// Whether the last that the ledger says of a stage is that it was left.
async fn has_left(ctx: &Context<'_>, subject: &Subject, stage: &str) -> Result<bool, Failure> {
    let (entered, left) = (format!("stage:{stage}.entered"), format!("stage:{stage}.left"));
    let last = ledger_last(ctx, subject, &[entered, left.clone()]).await?;
    Ok(last.is_some_and(|(name, _)| name == left))
}

/// The latest of these events on a subject: its name and when it happened.
pub(crate) async fn ledger_last(
    ctx: &Context<'_>,
    subject: &Subject,
    names: &[String],
) -> Result<Option<(String, chrono::DateTime<chrono::Utc>)>, Failure> {
    use ledger::entity::event::{Column, Entity};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
    let row = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Name.is_in(names.to_vec()))
        .order_by_desc(Column::Id)
        .limit(1)
        .one(&ctx.db)
        .await?;
    Ok(row.map(|row| (row.name, row.happened_at)))
}

fn kind_of(ty: xianji_policy::FactType) -> Option<String> {
    match ty {
        xianji_policy::FactType::Record(xianji_policy::RecordShape::Kind(kind)) => Some(kind),
        _ => None,
    }
}

fn setting_value(value: &SettingValue) -> Value {
    match value {
        SettingValue::Duration(span) => json!(span.to_string()),
        SettingValue::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => json!(*number as i64),
        SettingValue::Number(number) => json!(number),
        SettingValue::Percent(hundredths) => json!(hundredths),
        SettingValue::Money(money) => json!(money.amount()),
        SettingValue::Text(text) | SettingValue::Choice(text) => json!(text),
        SettingValue::Flag(flag) => json!(flag),
    }
}

fn given_value(given: &Given) -> Value {
    match given {
        Given::Who(who) => json!(who.to_string()),
        Given::Number(number) => json!(number),
        Given::Time(span) => json!(span.to_string()),
        Given::Flag(flag) => json!(flag),
        Given::Text(text) => json!(text),
    }
}

impl Case {
    /// Every id that a path of facts leads to, through lists and belongings.
    pub(super) fn ids_at(&self, ctx: &Context<'_>, root: &str, way: &[String]) -> Vec<Uuid> {
        self.roots(ctx)
            .get(root)
            .map(|value| super::who::ids(value, way))
            .unwrap_or_default()
    }

    /// The value that a path of facts leads to; null where it breaks off.
    pub(crate) fn value_at(&self, ctx: &Context<'_>, root: &str, way: &[String]) -> Value {
        let mut here = self.roots(ctx).remove(root).unwrap_or(Value::Null);
        for step in way {
            here = here.get_mut(step).map(Value::take).unwrap_or(Value::Null);
        }
        here
    }
}
