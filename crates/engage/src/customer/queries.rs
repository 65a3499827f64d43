//! Reads of customers.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use xianji_governance::extra::{self, MissingField};
use xianji_kernel::text::Language;
use xianji_platform::database::Conn;
use xianji_platform::policy_book::PolicyBook;
use xianji_platform::{App, Failure, MemberId, Scope};

use super::entity::{Column, Entity, Model as Customer, member};
use super::keys::{match_key, name_key};
use crate::contact;
use crate::id::CustomerId;
use xianji_platform::record::rows::within;

/// All that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let named = scope.member.map(named_on);
    Entity::find().filter(within(
        scope,
        Column::Id,
        Column::OwnerId,
        Column::DepartmentId,
        named,
    ))
}

fn named_on(member: MemberId) -> SelectStatement {
    member::Entity::find()
        .select_only()
        .column(member::Column::CustomerId)
        .filter(member::Column::MemberId.eq(member))
        .into_query()
}

/// One that the scope may see, with who is named on it.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: CustomerId) -> Result<Customer, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    let mut customer = found.ok_or_else(|| Failure::not_found("customer"))?;
    customer.named = named(db, id).await?;
    Ok(customer)
}

/// Who is named on a customer beside its owner.
pub async fn named(db: &Conn<'_>, id: CustomerId) -> Result<Vec<MemberId>, Failure> {
    let rows = member::Entity::find()
        .filter(member::Column::CustomerId.eq(id))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}

/// Why a member is named on a customer: `inquiry`, `project`, `handover`.
pub async fn roles_of(db: &Conn<'_>, id: CustomerId, member: MemberId) -> Result<Vec<String>, Failure> {
    let rows = member::Entity::find()
        .filter(member::Column::CustomerId.eq(id))
        .filter(member::Column::MemberId.eq(member));
    Ok(rows.all(db).await?.into_iter().map(|row| row.role).collect())
}

/// What a customer may be recognised by.
#[derive(Clone, Debug, Default)]
pub struct Probe {
    pub name: Option<String>,
    pub credit_code: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// While it is being typed, the beginning of a name is enough.
    pub typing: bool,
}

/// A customer that may be the same, and why.
#[derive(Clone, Debug)]
pub struct Likeness {
    pub customer: Customer,
    /// `name`, `short_name`, `credit_code`, `phone`, `email`, `mail_domain`.
    pub why: Vec<&'static str>,
}

/// Customers at most in an answer.
const LIKE: u64 = 10;

/// Live customers like this one, found by indexed keys alone, whoever may see them: a second file is worse than knowing that there is one.
pub async fn alike(db: &Conn<'_>, probe: &Probe) -> Result<Vec<Likeness>, Failure> {
    let mut found = by_name_or_code(db, probe).await?;
    if let Some(key) = probe.phone.as_deref().and_then(contact::phone_key) {
        add(
            db,
            &mut found,
            contact::queries::customers_of_phone(db, &key).await?,
            "phone",
        )
        .await?;
    }
    if let Some(key) = probe.email.as_deref().and_then(contact::email_key) {
        add(
            db,
            &mut found,
            contact::queries::customers_of_email(db, &key).await?,
            "email",
        )
        .await?;
        if let Some(domain) = contact::email_domain(&key) {
            add(db, &mut found, of_domain(db, domain).await?, "mail_domain").await?;
        }
    }
    found.truncate(LIKE as usize);
    Ok(found)
}

async fn by_name_or_code(db: &Conn<'_>, probe: &Probe) -> Result<Vec<Likeness>, Failure> {
    let key = probe.name.as_deref().map(match_key).filter(|key| !key.is_empty());
    let code = probe
        .credit_code
        .as_deref()
        .map(|code| code.trim().to_uppercase())
        .filter(|code| !code.is_empty());
    let mut like = Condition::any();
    if let Some(key) = &key {
        like = like
            .add(Column::MatchKey.eq(key))
            .add(Column::ShortNameKey.eq(key));
        if probe.typing && key.chars().count() >= 2 {
            like = like
                .add(between(Column::MatchKey, key))
                .add(between(Column::NameKey, key));
        }
    }
    like = like.add_option(code.as_ref().map(|code| Column::CreditCode.eq(code)));
    if like.is_empty() {
        return Ok(Vec::new());
    }
    let rows = live()
        .filter(like)
        .order_by_asc(Column::MatchKey)
        .order_by_asc(Column::Id)
        .limit(LIKE)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|customer| Likeness {
            why: why(&customer, key.as_deref(), code.as_deref()),
            customer,
        })
        .collect())
}

/// Adds customers found another way, or the way to those found before.
async fn add(
    db: &Conn<'_>,
    found: &mut Vec<Likeness>,
    ids: Vec<CustomerId>,
    why: &'static str,
) -> Result<(), Failure> {
    if ids.is_empty() {
        return Ok(());
    }
    for customer in live()
        .filter(Column::Id.is_in(ids))
        .order_by_asc(Column::Id)
        .limit(LIKE)
        .all(db)
        .await?
    {
        match found.iter_mut().find(|one| one.customer.id == customer.id) {
            Some(known) => known.why.push(why),
            None => found.push(Likeness {
                customer,
                why: vec![why],
            }),
        }
    }
    Ok(())
}

/// Customers whose mail comes from this domain, by their own word or by that of a contact.
pub async fn of_domain(db: &Conn<'_>, domain: &str) -> Result<Vec<CustomerId>, Failure> {
    let own = live()
        .filter(Column::MailDomain.eq(domain))
        .order_by_asc(Column::Id)
        .limit(LIKE)
        .all(db)
        .await?;
    let mut ids: Vec<CustomerId> = own.into_iter().map(|row| row.id).collect();
    ids.extend(contact::queries::customers_of_domain(db, domain).await?);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// A customer that is neither archived nor merged, whoever may see it: for the house's own matching.
pub async fn live_one(db: &Conn<'_>, id: CustomerId) -> Result<Option<Customer>, Failure> {
    Ok(live().filter(Column::Id.eq(id)).one(db).await?)
}

/// What the file still lacks by the pack that it keeps (CTL-CUS-01).
pub fn missing(app: &App, book: &PolicyBook, customer: &Customer, language: Language) -> Vec<MissingField> {
    let pack = customer.pack_version_id.and_then(|id| book.version(id));
    let facts = super::facts::of(customer);
    extra::missing_at(app, pack.map(AsRef::as_ref), &facts, "complete", language)
}

/// Names of customers, for answers about records that belong to them.
pub async fn names(
    db: &Conn<'_>,
    ids: impl IntoIterator<Item = CustomerId>,
) -> Result<std::collections::HashMap<CustomerId, String>, Failure> {
    let mut ids: Vec<CustomerId> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Default::default());
    }
    let rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(Column::Name)
        .filter(Column::Id.is_in(ids));
    Ok(rows
        .into_tuple::<(CustomerId, String)>()
        .all(db)
        .await?
        .into_iter()
        .collect())
}

fn live() -> Select<Entity> {
    Entity::find()
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::MergedInto.is_null())
}

/// Keys that begin so, as a range, which an index answers on both databases.
fn between(column: Column, beginning: &str) -> Condition {
    Condition::all()
        .add(column.gte(beginning))
        .add(column.lt(format!("{beginning}\u{10ffff}")))
}

fn why(customer: &Customer, key: Option<&str>, code: Option<&str>) -> Vec<&'static str> {
    let mut why = Vec::new();
    if key.is_some_and(|key| {
        customer.match_key.starts_with(key) || customer.name_key.starts_with(&name_key(key))
    }) {
        why.push("name");
    }
    if key.is_some() && customer.short_name_key.as_deref() == key {
        why.push("short_name");
    }
    if code.is_some() && customer.credit_code.as_deref() == code {
        why.push("credit_code");
    }
    why
}
