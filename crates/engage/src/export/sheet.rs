//! The file itself: a line for each contact of each customer, as comma-separated values that Excel opens as they are.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_governance::Context;
use xianji_platform::http::Call;
use xianji_platform::record::people::Names;
use xianji_platform::{Failure, FieldFault, Invalid};

use super::entity::Model as ExportRun;
use crate::contact::entity as contact;
use crate::contact::{Confidential, Contact};
use crate::customer::{self, Customer};
use crate::id::{ContactId, CustomerId};
use crate::secrecy;

/// Customers read at once.
const PORTION: u64 = 500;
/// Customers in a file at most.
pub const MOST: usize = 100_000;
/// Customers whose confidential fields may come in clear at once: each is judged by itself.
pub const MOST_CONFIDENTIAL: u64 = 200;

const CONFIDENTIAL: [Confidential; 4] = [
    Confidential::Phone,
    Confidential::Mobile,
    Confidential::Email,
    Confidential::Wechat,
];

/// A file, and what stands in it.
pub struct Sheet {
    pub bytes: Vec<u8>,
    pub customers: Vec<CustomerId>,
    /// Contacts whose confidential fields stand in it in clear.
    pub revealed: Vec<ContactId>,
}

/// Writes the file, of what its maker may see now. Confidential fields come in clear where that was asked for and the maker is among those
/// who may read them; all others come masked.
pub async fn write(call: &Call, run: &ExportRun) -> Result<Sheet, Failure> {
    let db = call.db();
    let mut sheet = Sheet {
        bytes: "\u{feff}".as_bytes().to_vec(),
        customers: Vec::new(),
        revealed: Vec::new(),
    };
    line(&mut sheet.bytes, &headings(call));
    let mut after: Option<CustomerId> = None;
    loop {
        let mut select =
            customer::exported(call, run.customer_id, run.filter.as_deref(), run.words.as_deref())?;
        if let Some(after) = after {
            select = select.filter(customer::entity::Column::Id.gt(after));
        }
        let portion = select
            .order_by_asc(customer::entity::Column::Id)
            .limit(PORTION)
            .all(&db)
            .await?;
        let Some(last) = portion.last() else { break };
        after = Some(last.id);
        add(call, run, &mut sheet, &portion).await?;
        if sheet.customers.len() > MOST {
            return Err(Invalid(vec![FieldFault::at("/filter", "too-many").with("limit", MOST)]).into());
        }
    }
    Ok(sheet)
}

async fn add(call: &Call, run: &ExportRun, sheet: &mut Sheet, customers: &[Customer]) -> Result<(), Failure> {
    let db = call.db();
    let names = Names::read(&db, customers.iter().map(|one| one.owner_id)).await?;
    let rows = contact::Entity::find()
        .filter(contact::Column::CustomerId.is_in(customers.iter().map(|one| one.id)))
        .filter(contact::Column::ArchivedAt.is_null())
        .order_by_asc(contact::Column::SortKey)
        .all(&db)
        .await?;
    let mut contacts: HashMap<CustomerId, Vec<Contact>> = HashMap::new();
    for row in rows {
        contacts.entry(row.customer_id).or_default().push(row);
    }
    for customer in customers {
        let owner = names
            .of(customer.owner_id)
            .map(|one| one.name)
            .unwrap_or_default();
        let clear = if run.confidential {
            readable(call, customer).await?
        } else {
            Vec::new()
        };
        let people = contacts.remove(&customer.id).unwrap_or_default();
        if people.is_empty() {
            line(&mut sheet.bytes, &cells(customer, &owner, None, &clear));
        }
        for person in people {
            line(&mut sheet.bytes, &cells(customer, &owner, Some(&person), &clear));
            if clear.iter().any(|field| person.clear(*field).is_some()) {
                sheet.revealed.push(person.id);
            }
        }
        sheet.customers.push(customer.id);
    }
    Ok(())
}

/// The confidential fields of this customer's contacts that the maker may read.
async fn readable(call: &Call, customer: &Customer) -> Result<Vec<Confidential>, Failure> {
    if !call.actor().may_on("contact.reveal", customer) {
        return Ok(Vec::new());
    }
    let ctx = Context::read(call.app());
    let mut readable = Vec::new();
    for field in CONFIDENTIAL {
        if secrecy::closed_to(&ctx, call.actor(), customer, "contact", field.name())
            .await?
            .is_none()
        {
            readable.push(field);
        }
    }
    Ok(readable)
}

fn headings(call: &Call) -> Vec<String> {
    let words = call
        .app()
        .registry()
        .texts
        .get(call.actor().language, "export-columns", &[]);
    words.split('|').map(|word| word.trim().to_owned()).collect()
}

fn cells(customer: &Customer, owner: &str, person: Option<&Contact>, clear: &[Confidential]) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut cells = vec![
        customer.number.clone(),
        customer.name.clone(),
        text(&customer.short_name),
        text(&customer.credit_code),
        text(&customer.industry),
        text(&customer.region),
        text(&customer.source),
        customer
            .budget()
            .map(|money| money.to_string())
            .unwrap_or_default(),
        text(&customer.needs),
        text(&customer.preferences),
        text(&customer.purchase_behaviour),
        text(&customer.address),
        owner.to_owned(),
    ];
    let Some(person) = person else { return cells };
    cells.push(person.name.clone());
    cells.push(text(&person.position));
    for field in CONFIDENTIAL {
        let value = if clear.contains(&field) {
            person.clear(field).map(str::to_owned)
        } else {
            person.masked(field)
        };
        cells.push(value.unwrap_or_default());
    }
    cells
}

/// Appends a line: RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe.
fn line(bytes: &mut Vec<u8>, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            bytes.push(b',');
        }
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        bytes.extend(format!("\"{guard}{}\"", cell.replace('"', "\"\"")).into_bytes());
    }
    bytes.extend(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_cell_is_neither_broken_by_quotes_nor_taken_for_a_formula() {
        let mut bytes = Vec::new();
        line(
            &mut bytes,
            &["=1+1".into(), "a \"b\", c".into(), "两行\n字".into()],
        );
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\"'=1+1\",\"a \"\"b\"\", c\",\"两行\n字\"\r\n"
        );
    }
}
