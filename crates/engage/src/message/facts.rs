//! What packs and filters may ask of a message.

use futures_util::future::BoxFuture;
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Kind, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity};
use super::{events, queries};
use xianji_platform::record::rows;

/// The kind, as the house registers it. Nothing runs on a message by itself.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/messages/{id}",
        titled: None,
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(Expr::value(false))
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("message")
        .with_fact(
            "channel",
            FactType::choice(&["phone", "mail", "web", "chat", "fax", "im", "video", "walk_in"]),
            "by which channel",
        )
        .with_fact(
            "inquiry",
            FactType::Text,
            "id of the inquiry in which it stands, if any",
        );
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let mut facts = rows::common("", row.author_id, None, row.created_at);
        facts.extend(rows::facts(
            json!({ "channel": row.channel, "inquiry": row.inquiry_id }),
        ));
        Ok(Some(SubjectFacts {
            subject: Subject::new("message", row.id),
            number: String::new(),
            title: row.subject.unwrap_or_default(),
            owner: row.author_id,
            department: None,
            pack_version: None,
            version: row.version,
            ended: false,
            suspended: false,
            roles: Vec::new(),
            belongs_to: row
                .inquiry_id
                .map(|id| Subject::new("inquiry", id))
                .into_iter()
                .collect(),
            facts,
        }))
    })
}
