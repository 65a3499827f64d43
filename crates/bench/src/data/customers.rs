//! Customers with two contacts each.

use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_engage::contact::entity as contact;
use xianji_engage::customer::{CustomerKind, entity as customer, match_key, name_key, sort_key};
use xianji_engage::id::CustomerId;
use xianji_platform::{Database, Failure};

use super::bulk::write;
use super::people::People;
use super::shape::{Of, Shape, customer_name, id, owner};
use crate::dice::pick;

const SURNAMES: [&str; 12] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙",
];
const GIVEN: [&str; 12] = [
    "伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "勇", "艳", "杰", "涛",
];

/// The n-th customer's id.
pub fn customer_id(shape: &Shape, n: u64) -> CustomerId {
    id(Of::Customer, n, shape.began(n))
}

/// Writes both.
pub async fn make(database: &Database, shape: Shape, people: &People) -> Result<(), Failure> {
    let files = (0..shape.customers()).map(|n| file(&shape, people, n).into_active_model().reset_all());
    write(database, "customers", files).await?;
    let contacts = (0..shape.customers() * 2).map(|n| contact_of(&shape, n).into_active_model().reset_all());
    write(database, "contacts", contacts).await?;
    Ok(())
}

fn file(shape: &Shape, people: &People, n: u64) -> customer::Model {
    let owner = people.owners[usize::try_from(owner(n)).unwrap_or(0)];
    let (name, at) = (customer_name(n), shape.began(n));
    let whole = !n.is_multiple_of(3);
    let text = |words: &str| whole.then(|| words.to_owned());
    customer::Model {
        id: customer_id(shape, n),
        number: format!("KH-{}-{:06}", at.format("%Y"), n + 1),
        short_name: None,
        kind: CustomerKind::Company,
        credit_code: None,
        industry: text("制造业"),
        region: text("华东"),
        source: text("展会"),
        budget_amount: whole.then_some(50_000_000),
        budget_currency: text("CNY"),
        budget_home: whole.then_some(50_000_000),
        needs: text("需要一套能连起各部门的系统，先从销售开始"),
        preferences: text("喜欢先试用"),
        purchase_behaviour: text("年底集中采购"),
        address: None,
        website: None,
        mail_domain: Some(format!("c{n}.example")),
        complete: whole,
        active: n.is_multiple_of(4),
        last_active_at: if n.is_multiple_of(4) { shape.now } else { at },
        contact_count: 2,
        name_key: name_key(&name),
        match_key: match_key(&name),
        short_name_key: None,
        sort_key: sort_key(&name),
        name,
        merged_into: None,
        owner_id: Some(owner.id),
        department_id: Some(owner.department),
        pack_version_id: Some(people.pack),
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: at,
        updated_at: at,
        named: Vec::new(),
    }
}

fn contact_of(shape: &Shape, n: u64) -> contact::Model {
    let (customer, at) = (n / 2, shape.began(n / 2));
    let name = format!(
        "{}{}{}",
        pick(Of::Contact as u64, n * 3, &SURNAMES),
        pick(Of::Contact as u64, n * 3 + 1, &GIVEN),
        pick(Of::Contact as u64, n * 3 + 2, &GIVEN)
    );
    let mobile = format!("+86138{n:08}");
    let email = format!("p{n}@c{customer}.example");
    contact::Model {
        id: id(Of::Contact, n, at),
        customer_id: customer_id(shape, customer),
        name_key: name_key(&name),
        sort_key: sort_key(&name),
        name,
        position: Some("采购经理".into()),
        main: n.is_multiple_of(2),
        phone: None,
        phone_key: None,
        mobile_key: xianji_engage::contact::phone_key(&mobile),
        mobile: Some(mobile),
        email_key: xianji_engage::contact::email_key(&email),
        email: Some(email),
        email_domain: Some(format!("c{customer}.example")),
        wechat: None,
        notes: None,
        extra: json!({}),
        version: 1,
        archived_at: None,
        created_at: at,
        updated_at: at,
    }
}
