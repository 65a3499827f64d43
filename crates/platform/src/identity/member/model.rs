//! What a member's row must keep to.

use chrono::{DateTime, Utc};
use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;
use xianji_kernel::text::Language;

use super::Member;
use super::events::{MemberChanged, MemberDeactivated, MemberReactivated};
use crate::failure::{FieldFault, Refusal};
use crate::id::{DepartmentId, MemberId, Subject};
use crate::identity::Owned;

/// A log-in as it is matched: NFKC, lower case, without spaces around it.
pub fn login_key(login: &str) -> String {
    login.trim().nfkc().flat_map(char::to_lowercase).collect()
}

/// A name as it is sorted: Han letters by their pinyin, everything else in lower case.
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for letter in name.nfkc().flat_map(char::to_lowercase) {
        match letter.to_pinyin() {
            Some(sound) => {
                key.push_str(sound.plain());
                key.push(' ');
            }
            None => key.push(letter),
        }
    }
    key
}

impl Member {
    /// Forgets the person: a mark and the id stand for name and log-in, so that two who were erased are told apart.
    pub fn forget(&mut self) {
        self.name = "—".to_owned();
        self.name_key = name_key(&self.name);
        self.login = format!("erased-{}", self.id);
        self.login_key = login_key(&self.login);
        self.email = None;
        self.phone = None;
        self.password_hash = None;
    }
}

/// A member to be made.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Name as others see it.
    pub name: String,
    /// Name to log in with.
    pub login: String,
    /// Mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Language of screen and mails.
    pub language: Language,
    /// First password; without one nobody can log in.
    pub password: Option<String>,
    /// First department.
    pub department: DepartmentId,
    /// Heads it.
    pub head: bool,
}

/// What may be changed of a member; absent stays, `Some(None)` is emptied.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Name as others see it.
    pub name: Option<String>,
    /// Name to log in with.
    pub login: Option<String>,
    /// Mail address.
    pub email: Option<Option<String>>,
    /// Phone number.
    pub phone: Option<Option<String>>,
    /// Language of screen and mails.
    pub language: Option<Language>,
}

/// Why something does not happen to a member.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// Deactivated members do nothing and nothing is given to them.
    #[error("this member has been deactivated")]
    Deactivated,
    /// The other way round.
    #[error("this member is active")]
    Active,
    /// Nobody could set the house up any more.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// The period has ended already.
    #[error("this has ended already")]
    Ended,
}

impl Refusal for MemberError {
    fn code(&self) -> &'static str {
        match self {
            Self::Deactivated => "member-deactivated",
            Self::Active => "member-active",
            Self::LastAdministrator => "last-administrator",
            Self::Ended => "period-ended",
        }
    }
}

/// Faults of a name and a log-in.
pub(super) fn faults(name: Option<&str>, login: Option<&str>) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if name.is_some_and(|name| name.trim().is_empty()) {
        faults.push(FieldFault::at("/name", "required"));
    }
    match login.map(login_key) {
        Some(key) if key.is_empty() => faults.push(FieldFault::at("/login", "required")),
        Some(key) if key.chars().any(char::is_whitespace) => {
            faults.push(FieldFault::at("/login", "wrong-format").with("format", "text"));
        }
        Some(_) | None => {}
    }
    faults
}

impl Member {
    /// Whether the member works here.
    pub fn is_active(&self) -> bool {
        self.deactivated_at.is_none()
    }

    /// Refuses what is given to somebody who has left.
    pub fn expect_active(&self) -> Result<(), MemberError> {
        if self.is_active() {
            Ok(())
        } else {
            Err(MemberError::Deactivated)
        }
    }

    /// Takes new values over; answers what changed, or nothing.
    pub fn change(&mut self, changes: Changes) -> Option<MemberChanged> {
        let before = self.clone();
        if let Some(name) = changes.name {
            self.name_key = name_key(&name);
            self.name = name.trim().to_owned();
        }
        if let Some(login) = changes.login {
            self.login_key = login_key(&login);
            self.login = login.trim().to_owned();
        }
        self.email = changes.email.unwrap_or_else(|| self.email.take());
        self.phone = changes.phone.unwrap_or_else(|| self.phone.take());
        if let Some(language) = changes.language {
            self.language = language.tag().to_owned();
        }
        let mut fact = MemberChanged {
            member: self.id,
            fields: Vec::new(),
            personal: Vec::new(),
        };
        fact.note("name", Some(&before.name), Some(&self.name));
        fact.note("login", Some(&before.login), Some(&self.login));
        fact.note("email", before.email.as_ref(), self.email.as_ref());
        fact.note("phone", before.phone.as_ref(), self.phone.as_ref());
        if before.language != self.language {
            fact.fields.push("language".to_owned());
        }
        (!fact.fields.is_empty()).then_some(fact)
    }

    /// Leaves the house: cannot log in, is given nothing more; what was done stays.
    pub fn deactivate(&mut self, now: DateTime<Utc>) -> Result<MemberDeactivated, MemberError> {
        self.expect_active()?;
        self.deactivated_at = Some(now);
        Ok(MemberDeactivated { member: self.id })
    }

    /// Comes back.
    pub fn reactivate(&mut self) -> Result<MemberReactivated, MemberError> {
        if self.is_active() {
            return Err(MemberError::Active);
        }
        self.deactivated_at = None;
        Ok(MemberReactivated { member: self.id })
    }
}

/// A member with the department that reach is measured by.
#[derive(Clone, Copy, Debug)]
pub struct At {
    /// Who.
    pub member: MemberId,
    /// Where.
    pub department: Option<DepartmentId>,
}

impl Owned for At {
    fn subject(&self) -> Subject {
        Subject::new("member", self.member)
    }
    fn owner(&self) -> Option<MemberId> {
        Some(self.member)
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_that_look_alike_are_one() {
        assert_eq!(login_key(" Ｌi.Wei "), login_key("li.wei"));
    }

    #[test]
    fn names_sort_by_their_sound() {
        let mut names = ["周芳", "安娜", "李伟", "Bob"];
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, ["安娜", "Bob", "李伟", "周芳"]);
    }
}
