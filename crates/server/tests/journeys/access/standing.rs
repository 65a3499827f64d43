//! To whom the records belong, written past the house: no request could bring them all there at once.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::ground::{Ground, Place, Situation};

/// Records of which the version is read.
const VERSIONED: [&str; 19] = [
    "export_run",
    "import_run",
    "approval_request",
    "contact",
    "customer",
    "department",
    "handover",
    "initiation",
    "inquiry",
    "interaction",
    "lead",
    "member",
    "milestone",
    "objection",
    "obligation",
    "project",
    "survey",
    "task",
    "company",
];

impl Ground {
    /// Gives the records to whom the situation says, and makes what no request makes at once.
    pub(super) async fn stand(
        &self,
        place: &mut Place,
        situation: Situation,
        here: impl ToString,
        other: impl ToString,
        there: impl ToString,
    ) {
        let (actor, other) = (self.actor.id.to_string(), other.to_string());
        let mine = matches!(situation, Situation::Own | Situation::Over);
        let (owner, department) = if mine {
            (&actor, here.to_string())
        } else {
            (&other, there.to_string())
        };
        let set = format!("owner_id = '{owner}', department_id = '{department}'");
        for table in [
            "customer",
            "lead",
            "inquiry",
            "project",
            "interaction",
            "initiation",
            "milestone",
            "task",
            "export_run",
            "import_run",
        ] {
            self.sql(&format!(
                "UPDATE {table} SET {set} WHERE id = '{}'",
                place.id(table)
            ))
            .await;
        }
        let named = if situation == Situation::Other {
            &other
        } else {
            &actor
        };
        let (now, later) = (
            "2026-03-02T01:00:00.000000+00:00",
            "2026-03-09T01:00:00.000000+00:00",
        );
        let new = || Uuid::new_v4().to_string();
        let update =
            |table: &str, set: String, id: &str| format!("UPDATE {table} SET {set} WHERE id = '{id}'");
        self.sql(&update(
            "inquiry",
            format!("assignee_id = '{named}'"),
            place.id("inquiry"),
        ))
        .await;
        let handed = if mine {
            format!("to_id = '{actor}'")
        } else {
            format!("from_id = '{named}', to_id = '{other}'")
        };
        self.sql(&update(
            "handover",
            format!("{handed}, department_id = '{department}'"),
            place.id("handover"),
        ))
        .await;
        let asked = format!("asked_by = '{owner}', department_id = '{department}'");
        self.sql(&update("approval_request", asked, place.id("approval")))
            .await;
        self.sql(&format!(
            "UPDATE approval_decider SET member_id = '{}' WHERE request_id = '{}'",
            if situation == Situation::Named {
                &actor
            } else {
                &other
            },
            place.id("approval")
        ))
        .await;
        self.sql(&update(
            "objection",
            format!("raised_by = '{named}'"),
            place.id("objection"),
        ))
        .await;
        self.sql(&update(
            "obligation",
            format!("department_id = '{department}'"),
            place.id("obligation"),
        ))
        .await;
        self.sql(&format!(
            "UPDATE obligation_person SET member_id = '{named}' WHERE obligation_id = '{}'",
            place.id("obligation")
        ))
        .await;
        self.sql(&update(
            "file",
            format!("uploaded_by = '{named}'"),
            place.id("file"),
        ))
        .await;
        self.sql(&update(
            "form_filing",
            format!("filed_by = '{named}'"),
            place.id("form_filing"),
        ))
        .await;
        let member = place.id("member").to_owned();
        for (table, columns, values) in [
            (
                "customer_member",
                "customer_id, member_id, role, created_at",
                format!("'{}', '{named}', 'team', '{now}'", place.id("customer")),
            ),
            (
                "team_member",
                "id, project_id, member_id, role, from_at, version, created_at, updated_at",
                format!(
                    "'{}', '{}', '{named}', 'technical', '{now}', 1, '{now}', '{now}'",
                    new(),
                    place.id("project")
                ),
            ),
            (
                "absence",
                "id, member_id, from_at, until_at, reason, version, created_at, updated_at",
                format!(
                    "'{}', '{member}', '{later}', '2026-03-10T01:00:00.000000+00:00', '', 1, '{now}', '{now}'",
                    new()
                ),
            ),
            (
                "delegation",
                "id, member_id, delegate_id, from_at, until_at, reason, version, created_at, updated_at",
                format!(
                    "'{}', '{member}', '{other}', '{later}', '2026-03-10T01:00:00.000000+00:00', '', 1, '{now}', '{now}'",
                    new()
                ),
            ),
            (
                "notification",
                "id, member_id, kind, rule, words, created_at",
                format!("'{}', '{named}', 'notice', 'x', '{{}}', '{now}'", new()),
            ),
            (
                "survey",
                "id, subject_kind, subject_id, form, obligation_id, state, expires_at, version, created_at, updated_at",
                format!(
                    "'{}', 'inquiry', '{}', 'inquiry-response', '{}', 'sent', '2026-04-06T01:00:00.000000+00:00', 1, '{now}', '{now}'",
                    new(),
                    place.id("inquiry"),
                    place.id("obligation")
                ),
            ),
            (
                "job",
                "id, kind, input, state, attempts, run_at, created_at, updated_at",
                format!("'{}', 'x', '{{}}', 'failed', 9, '{now}', '{now}', '{now}'", new()),
            ),
        ] {
            if let Some(id) = values.split('\'').nth(1).filter(|_| columns.starts_with("id,")) {
                place.put(table, id);
            }
            self.sql(&format!("INSERT INTO {table} ({columns}) VALUES ({values})"))
                .await;
        }
        if member != actor {
            let holding = new();
            let columns = "id, member_id, position, from_date, version, created_at, updated_at";
            let values = format!("'{holding}', '{member}', 'sales', '2026-03-02', 1, '{now}', '{now}'");
            self.sql(&format!(
                "INSERT INTO position_holding ({columns}) VALUES ({values})"
            ))
            .await;
            place.put("position_holding", holding);
        }
        if situation == Situation::Over {
            for table in [
                "customer",
                "contact",
                "lead",
                "initiation",
                "milestone",
                "task",
                "file",
            ] {
                self.sql(&update(table, format!("archived_at = '{now}'"), place.id(table)))
                    .await;
            }
            self.sql(&update(
                "project",
                format!("state = 'archived', ended_at = '{now}'"),
                place.id("project"),
            ))
            .await;
            self.sql(&update(
                "inquiry",
                format!("state = 'closed', outcome = 'answered', closed_at = '{now}'"),
                place.id("inquiry"),
            ))
            .await;
            self.sql(&update(
                "interaction",
                "state = 'cancelled'".into(),
                place.id("interaction"),
            ))
            .await;
            self.sql(&update(
                "handover",
                "state = 'refused'".into(),
                place.id("handover"),
            ))
            .await;
            self.sql(&update(
                "approval_request",
                "state = 'approved'".into(),
                place.id("approval"),
            ))
            .await;
            self.sql(&update(
                "objection",
                "state = 'withdrawn'".into(),
                place.id("objection"),
            ))
            .await;
            self.sql(&update(
                "obligation",
                format!("state = 'fulfilled', closed_at = '{now}'"),
                place.id("obligation"),
            ))
            .await;
            self.sql(&update("member", format!("deactivated_at = '{now}'"), &member))
                .await;
            let archived = self.company.department("旧部", None).await;
            self.sql(&update(
                "department",
                format!("archived_at = '{now}', parent_id = '{}'", place.id("department")),
                &archived.to_string(),
            ))
            .await;
            place.put("department", archived);
        }
    }

    pub(super) async fn read_versions(&mut self) {
        let mut read = Vec::new();
        for (number, (_, place)) in self.places.iter().enumerate() {
            for table in VERSIONED {
                let (from, kind) = match table {
                    "approval_request" => (
                        format!("approval_request WHERE id = '{}'", place.id("approval")),
                        "approval",
                    ),
                    "company" => ("company".to_owned(), "company"),
                    table => (format!("{table} WHERE id = '{}'", place.id(table)), table),
                };
                let version: i64 = self.one(&format!("SELECT version AS id FROM {from}")).await;
                read.push((number, kind, version));
            }
        }
        for (number, kind, version) in read {
            self.places[number].1.versions.insert(kind, version);
        }
    }

    /// Ids are bytes on SQLite.
    fn native(&self, statement: &str) -> String {
        if self.company.app().database().writer().get_database_backend() == sea_orm::DbBackend::Postgres {
            return statement.to_owned();
        }
        let parts = statement.split('\'').enumerate();
        let parts: Vec<String> = parts
            .map(|(place, part)| match part.parse::<Uuid>() {
                Ok(id) if place % 2 == 1 && part.len() == 36 => format!("X'{}'", id.simple()),
                _ if place % 2 == 1 => format!("'{part}'"),
                _ => part.to_owned(),
            })
            .collect();
        parts.concat()
    }

    pub(super) async fn sql(&self, statement: &str) {
        let statement = &self.native(statement);
        let done = self
            .company
            .app()
            .database()
            .writer()
            .execute_unprepared(statement)
            .await;
        done.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    pub(super) async fn one<T: sea_orm::TryGetable>(&self, statement: &str) -> T {
        let statement = self.native(statement);
        let writer = self.company.app().database().writer();
        let statement = sea_orm::Statement::from_string(writer.get_database_backend(), statement);
        let text = statement.to_string();
        let row = writer
            .query_one_raw(statement)
            .await
            .unwrap()
            .unwrap_or_else(|| panic!("no row: {text}"));
        row.try_get("", "id").unwrap()
    }
}
