//! Facts of records as a unit of work has read them. A use case asks for the same record again and again: its gate, each event, each
//! reaction. Whatever the transaction writes into a table of which facts are told forgets all of them, so that none is ever older than
//! the row; a table of book-keeping ([`Quiet`](crate::module::Quiet)) forgets nothing, or the facts of its own kind alone.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::id::Subject;
use crate::module::SubjectFacts;

/// What a unit of work has read.
#[derive(Default)]
pub struct Seen(Mutex<HashMap<Subject, Option<SubjectFacts>>>);

impl Seen {
    /// What is known of a record; the inner nothing is a record that is not there.
    pub fn get(&self, subject: &Subject) -> Option<Option<SubjectFacts>> {
        self.lock().get(subject).cloned()
    }

    /// Keeps what was read until something is written.
    pub fn keep(&self, subject: &Subject, facts: &Option<SubjectFacts>) {
        self.lock().insert(subject.clone(), facts.clone());
    }

    /// Hears a statement of the transaction.
    pub(super) fn hear(&self, sql: &str, quiet: &HashMap<&'static str, Option<&'static str>>) {
        if !changes(sql) {
            return;
        }
        match written(sql).and_then(|table| quiet.get(table)) {
            None => self.lock().clear(),
            Some(Some(kind)) => self.lock().retain(|subject, _| subject.kind != *kind),
            Some(None) => {}
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Subject, Option<SubjectFacts>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn changes(sql: &str) -> bool {
    !sql.trim_start()
        .get(..6)
        .is_some_and(|word| word.eq_ignore_ascii_case("select"))
}

/// The one table that a plain statement writes; nothing where that is not plain to see.
fn written(sql: &str) -> Option<&str> {
    let rest = ["INSERT INTO \"", "UPDATE \"", "DELETE FROM \""]
        .iter()
        .find_map(|start| sql.strip_prefix(start))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::new_uuid;

    /// Which of a project and an obligation are still known after a statement.
    fn known_after(sql: &str) -> (bool, bool) {
        let seen = Seen::default();
        let subject = |kind: &str| Subject::new(kind, new_uuid(chrono::DateTime::UNIX_EPOCH, 1));
        let both = (subject("project"), subject("obligation"));
        seen.keep(&both.0, &None);
        seen.keep(&both.1, &None);
        seen.hear(
            sql,
            &HashMap::from([("watch", None), ("obligation", Some("obligation"))]),
        );
        (seen.get(&both.0).is_some(), seen.get(&both.1).is_some())
    }

    #[test]
    fn what_was_read_is_forgotten_by_every_write_but_one_into_a_quiet_table() {
        assert_eq!(known_after("SELECT * FROM \"project\""), (true, true));
        assert_eq!(
            known_after("INSERT INTO \"watch\" (\"id\") VALUES (?)"),
            (true, true)
        );
        assert_eq!(
            known_after("UPDATE \"obligation\" SET \"state\" = ?"),
            (true, false)
        );
        assert_eq!(known_after("UPDATE \"project\" SET \"name\" = ?"), (false, false));
        assert_eq!(
            known_after("DELETE FROM \"team_member\" WHERE \"id\" = ?"),
            (false, false)
        );
        assert_eq!(
            known_after("WITH x AS (SELECT 1) UPDATE \"watch\" SET \"held\" = ?"),
            (false, false)
        );
    }
}
