//! What packs and filters may ask of an inquiry.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::ledger::instant;
use xianji_platform::{Failure, Kind, MemberId, Owned, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, InquiryState, Model as Inquiry};
use super::{events, queries};
use crate::customer::{self, Customer};
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/inquiries/{id}",
        titled: Some("title"),
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            let open = Entity::find().select_only().column(Column::Id);
            open.filter(Column::State.ne(InquiryState::Closed))
                .filter(Column::ArchivedAt.is_null())
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("inquiry")
        .serving(&["route"])
        .with_fact("customer", FactType::kind("customer"), "who asks, once known")
        .with_owner("customer", "customer")
        .with_fact(
            "channel",
            FactType::choice(&["phone", "mail", "web", "chat", "fax", "im", "video", "walk_in"]),
            "how it reached us",
        )
        .with_fact(
            "class",
            FactType::choice(&["product", "price", "technical", "project", "after_sales"]),
            "what it is about, once set",
        )
        .with_fact(
            "priority",
            FactType::choice(&["low", "normal", "high", "urgent"]),
            "how urgent it is, once set",
        )
        .with_fact(
            "state",
            FactType::choice(&["received", "assigned", "replied", "following", "closed"]),
            "where it is in its life",
        )
        .with_fact(
            "outcome",
            FactType::choice(&["converted", "lost", "dormant", "answered"]),
            "what became of it, once known",
        )
        .with_fact("question", FactType::Text, "what is asked")
        .with_fact("background", FactType::Text, "behind the question")
        .with_fact("aim", FactType::Text, "what the customer wants to reach")
        .with_fact("needs", FactType::Text, "needs found")
        .with_fact("answer", FactType::Text, "what was answered")
        .with_fact("answer_source", FactType::Text, "where the answer comes from")
        .with_fact(
            "clarity",
            FactType::choice(&["clear", "partly", "unclear"]),
            "how clear the need is",
        )
        .with_fact(
            "assessed",
            FactType::Flag,
            "background, aim and clarity were written down",
        )
        .with_fact("assignee", FactType::Member, "who handles it, once assigned")
        .with_fact("receiver", FactType::Member, "who took it in, if a member did")
        .with_fact("received_at", FactType::Instant, "when it reached us")
        .with_fact(
            "waits_for_customer",
            FactType::Flag,
            "the customer has to answer first",
        )
        .with_fact("reply_count", FactType::Integer, "answers given")
        .with_fact(
            "project",
            FactType::Text,
            "id of the project that it became, if it did",
        )
        .with_fact("corrected", FactType::Flag, "something was mended after closing")
        .with_fact("overdue", FactType::Flag, "an obligation on it is past due")
        .with_place("?panel=match", &["customer"])
        .with_place("?panel=classify", &["class", "priority"])
        .with_place("?panel=assess", &["background", "aim", "clarity", "assessed"])
        .with_place("?panel=assign", &["assignee"])
        .with_place("?tab=talk", &["answer", "answer_source", "reply_count"])
        .with_place("?panel=edit", &["question", "needs"])
        .with_place_of_added("?panel=edit")
        .with_states(&["received", "assigned", "replied", "following", "closed"])
        .with_roles(&["assignee", "receiver"])
        .with_beginning("inquiry.receive", None)
        .with_actions(&[
            "inquiry.receive",
            "inquiry.match",
            "inquiry.classify",
            "inquiry.assess",
            "inquiry.assign",
            "inquiry.reassign",
            "inquiry.take",
            "inquiry.reply",
            "inquiry.wait",
            "inquiry.resume",
            "inquiry.close",
            "inquiry.reopen",
            "inquiry.follow_up",
            "inquiry.convert",
            "inquiry.update",
            "inquiry.read",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(inquiry) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let customer = match inquiry.customer_id {
            Some(id) => customer::entity::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        Ok(Some(of(&inquiry, customer.as_ref())))
    })
}

/// The facts of an inquiry that is at hand. What follows after closing outlives it: a closed one has ended, but its follow-ups are opened by
/// the closing itself.
pub fn of(inquiry: &Inquiry, customer: Option<&Customer>) -> SubjectFacts {
    let mut facts = rows::facts(inquiry.extra.clone());
    facts.extend(rows::common(
        &inquiry.number,
        inquiry.owner_id,
        inquiry.department_id,
        inquiry.created_at,
    ));
    facts.extend(rows::facts(json!({
        "customer": customer.map(|customer| customer::facts::of(customer).facts),
        "channel": inquiry.channel,
        "class": inquiry.class,
        "priority": inquiry.priority,
        "state": inquiry.state,
        "outcome": inquiry.outcome,
        "question": inquiry.question,
        "background": inquiry.background,
        "aim": inquiry.aim,
        "needs": inquiry.needs,
        "answer": inquiry.answer,
        "answer_source": inquiry.answer_source,
        "clarity": inquiry.clarity,
        "assessed": inquiry.assessed,
        "assignee": inquiry.assignee_id,
        "receiver": inquiry.receiver_id,
        "received_at": instant(inquiry.received_at),
        "waits_for_customer": inquiry.waits_for_customer,
        "reply_count": inquiry.reply_count,
        "project": inquiry.project_id,
        "corrected": inquiry.corrected,
        "overdue": inquiry.overdue,
    })));
    let role = |name: &str, member: Option<MemberId>| member.map(|member| (name.to_owned(), member));
    SubjectFacts {
        subject: inquiry.subject(),
        number: inquiry.number.clone(),
        title: inquiry.title.clone(),
        owner: inquiry.owner_id,
        department: inquiry.department_id,
        pack_version: inquiry.pack_version_id,
        version: inquiry.version,
        ended: inquiry.state == InquiryState::Closed,
        suspended: false,
        roles: role("assignee", inquiry.assignee_id)
            .into_iter()
            .chain(role("receiver", inquiry.receiver_id))
            .collect(),
        belongs_to: customer.map(Owned::subject).into_iter().collect(),
        facts,
    }
}
