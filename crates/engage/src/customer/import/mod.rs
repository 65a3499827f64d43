//! Customers out of files: what a column can fill, by what a customer is recognised, and how a portion of rows becomes files.

mod known;
mod make;
mod named;
#[cfg(test)]
mod tests;

pub use named::named;

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, QueryTrait};
use serde_json::{Map, Value};
use xianji_platform::import_run::{Filled, Import, ImportField, Shape};
use xianji_platform::ledger::entity::event;
use xianji_platform::{Actor, App, Conn, Failure, FieldFault, Invalid, Work};

use super::entity::{Entity, Model as Customer, timeline};
use super::events::CustomerArchived;
use super::model::CustomerChanges;
use super::{actions, queries};
use crate::contact::ContactChanges;
use crate::id::CustomerId;

/// Columns of a customer's first contact begin so.
const CONTACT: &str = "contact_";

/// What can be taken in of customers.
pub fn import() -> Import {
    Import {
        kind: "customer",
        fields,
        marks: known::marks,
        known: known::known,
        check,
        make: make::make,
        fill,
        take_back: Some(take_back),
    }
}

fn fields(_: &App, _: &Actor) -> Vec<ImportField> {
    let text = |name, most, called: &[&str]| ImportField::new(name, Shape::Text(most), called);
    let kinds = Shape::Choice(vec![
        (
            "company".into(),
            ["公司", "企业", "企業", "单位", "單位"]
                .map(str::to_owned)
                .to_vec(),
        ),
        (
            "person".into(),
            ["个人", "個人", "自然人"].map(str::to_owned).to_vec(),
        ),
    ]);
    vec![
        text(
            "name",
            200,
            &[
                "客户名称",
                "客户",
                "公司名称",
                "企业名称",
                "单位名称",
                "公司",
                "客戶名稱",
                "客戶",
                "公司名稱",
                "企業名稱",
                "customer",
                "customer name",
                "company",
                "company name",
                "account name",
                "organization",
                "organisation",
                "org",
            ],
        )
        .required(),
        ImportField::new(
            "kind",
            kinds,
            &[
                "客户类型",
                "客戶類型",
                "客户性质",
                "customer type",
                "account type",
            ],
        ),
        text(
            "short_name",
            100,
            &["简称", "客户简称", "公司简称", "簡稱", "客戶簡稱", "abbreviation"],
        ),
        ImportField::new(
            "credit_code",
            Shape::Code,
            &[
                "统一社会信用代码",
                "社会信用代码",
                "信用代码",
                "税号",
                "纳税人识别号",
                "統一社會信用代碼",
                "稅號",
                "tax number",
                "unified social credit code",
                "uscc",
            ],
        ),
        text(
            "industry",
            100,
            &["行业", "所属行业", "行業", "所屬行業", "sector"],
        ),
        text(
            "region",
            100,
            &[
                "地区",
                "区域",
                "省市",
                "城市",
                "所在地",
                "地區",
                "區域",
                "city",
                "area",
            ],
        ),
        text(
            "source",
            100,
            &["来源", "客户来源", "线索来源", "來源", "客戶來源", "lead source"],
        ),
        ImportField::new(
            "budget",
            Shape::Money,
            &["预算", "预算金额", "預算", "預算金額", "budget amount"],
        ),
        text(
            "needs",
            10_000,
            &["需求", "客户需求", "客戶需求", "requirements", "demand"],
        ),
        text("preferences", 10_000, &["偏好", "客户偏好", "客戶偏好"]),
        text(
            "purchase_behaviour",
            10_000,
            &[
                "采购习惯",
                "购买行为",
                "採購習慣",
                "購買行為",
                "purchase behavior",
            ],
        ),
        text(
            "address",
            500,
            &[
                "地址",
                "公司地址",
                "通讯地址",
                "详细地址",
                "公司地址",
                "詳細地址",
                "street",
            ],
        ),
        text(
            "website",
            500,
            &["网址", "官网", "网站", "網址", "官網", "url", "web", "homepage"],
        ),
        text(
            "mail_domain",
            253,
            &["邮箱域名", "邮件域名", "郵箱網域", "domain", "email domain"],
        ),
        text(
            "contact_name",
            100,
            &[
                "联系人",
                "联系人姓名",
                "姓名",
                "聯繫人",
                "聯絡人",
                "contact",
                "contact person",
            ],
        ),
        text(
            "contact_position",
            100,
            &[
                "职务",
                "职位",
                "职务职位",
                "職務",
                "職位",
                "title",
                "job title",
                "position",
            ],
        ),
        ImportField::new(
            "contact_mobile",
            Shape::Phone,
            &[
                "手机",
                "手机号",
                "手机号码",
                "移动电话",
                "手機",
                "手機號碼",
                "mobile",
                "mobile phone",
                "cell",
            ],
        ),
        ImportField::new(
            "contact_phone",
            Shape::Phone,
            &[
                "电话",
                "联系电话",
                "固定电话",
                "座机",
                "電話",
                "聯繫電話",
                "phone",
                "telephone",
                "tel",
            ],
        ),
        ImportField::new(
            "contact_email",
            Shape::Email,
            &[
                "邮箱",
                "电子邮箱",
                "电子邮件",
                "邮件",
                "郵箱",
                "電子郵件",
                "email",
                "e-mail",
                "mail",
            ],
        ),
    ]
}

/// What a row says of the customer's own file.
fn changes(filled: &Filled) -> Result<CustomerChanges, Failure> {
    let own = filled
        .values
        .iter()
        .filter(|(name, _)| !name.starts_with(CONTACT));
    let own: Map<String, Value> = own.map(|(name, value)| (name.clone(), value.clone())).collect();
    Ok(serde_json::from_value(Value::Object(own))?)
}

/// What a row says of a first contact, if it says anything.
fn contact(filled: &Filled) -> Result<Option<ContactChanges>, Failure> {
    let part = filled
        .values
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix(CONTACT)?.to_owned(), value.clone())));
    let part: Map<String, Value> = part.collect();
    if part.is_empty() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_value(Value::Object(part))?))
}

/// What is wrong with a row by itself.
fn faults(filled: &Filled) -> Result<Vec<FieldFault>, Failure> {
    let mut faults = changes(filled)?.faults();
    if let Some(contact) = contact(filled)? {
        if contact.name.is_none() {
            faults.push(FieldFault::at("/contact_name", "required"));
        }
        faults.extend(contact.faults().into_iter().map(|fault| FieldFault {
            pointer: format!("/{CONTACT}{}", fault.pointer.trim_start_matches('/')),
            ..fault
        }));
    }
    Ok(faults)
}

fn check<'a>(
    _: &'a App,
    _: &'a Conn<'a>,
    _: &'a Actor,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Vec<FieldFault>>, Failure>> {
    Box::pin(async move { rows.iter().map(faults).collect() })
}

/// Fills what is empty in the file; what stands there stays.
fn fill<'a>(work: &'a mut Work, id: Uuid, filled: &'a Filled) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let faults = faults(filled)?;
        if !faults.is_empty() {
            return Err(Invalid(faults).into());
        }
        let customer = queries::find(&work.db(), &work.scope("customer.read"), id.into()).await?;
        let changes = only_empty(&customer, changes(filled)?);
        let before = customer.version;
        Ok(actions::update(work, customer.id, changes).await?.version != before)
    })
}

fn only_empty(customer: &Customer, given: CustomerChanges) -> CustomerChanges {
    fn keep<T, V>(there: &Option<T>, given: Option<V>) -> Option<V> {
        given.filter(|_| there.is_none())
    }
    CustomerChanges {
        name: None,
        kind: None,
        short_name: keep(&customer.short_name, given.short_name),
        credit_code: keep(&customer.credit_code, given.credit_code),
        industry: keep(&customer.industry, given.industry),
        region: keep(&customer.region, given.region),
        source: keep(&customer.source, given.source),
        budget: keep(&customer.budget_amount, given.budget),
        needs: keep(&customer.needs, given.needs),
        preferences: keep(&customer.preferences, given.preferences),
        purchase_behaviour: keep(&customer.purchase_behaviour, given.purchase_behaviour),
        address: keep(&customer.address, given.address),
        website: keep(&customer.website, given.website),
        mail_domain: keep(&customer.mail_domain, given.mail_domain),
        extra: None,
    }
}

/// Archives a file that an import opened and with which nobody has done anything since.
fn take_back<'a>(work: &'a mut Work, id: Uuid) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let found = Entity::find_by_id(id).one(&work.db()).await?;
        let Some(mut customer) = found.filter(|one| one.must_be_live().is_ok() && one.version == 1) else {
            return Ok(false);
        };
        if is_used(work, customer.id, customer.created_at).await? {
            return Ok(false);
        }
        customer.archived_at = Some(work.now);
        actions::save(work, &mut customer).await?;
        work.record(CustomerArchived {
            customer: customer.id,
        })
        .await?;
        Ok(true)
    })
}

/// Whether somebody has done anything with a customer or with what belongs to it since it was made.
async fn is_used(work: &Work, id: CustomerId, made: DateTimeUtc) -> Result<bool, Failure> {
    let noted = timeline::Entity::find()
        .select_only()
        .column(timeline::Column::EventId)
        .filter(timeline::Column::CustomerId.eq(id))
        .into_query();
    let later = event::Entity::find()
        .filter(event::Column::Id.in_subquery(noted))
        .filter(event::Column::MemberId.is_not_null())
        .filter(event::Column::RecordedAt.gt(made));
    Ok(later.one(&work.db()).await?.is_some())
}
