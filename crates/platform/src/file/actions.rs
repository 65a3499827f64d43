//! Attaching a file to a record and taking it away again.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::entity::{Entity, File};
use super::store::Kept;
use crate::failure::Failure;
use crate::id::{FileId, MemberId, Subject};
use crate::module::OnRecord;
use crate::subject;
use crate::work::{Event, Work};

/// Bytes of one file at most, until a setting says otherwise.
pub const LARGEST: u64 = 100 * 1024 * 1024;

/// A file was attached to a record.
#[derive(Debug, serde::Serialize)]
pub struct FileAttached {
    #[serde(skip)]
    subject: Subject,
    file: FileId,
    sha256: String,
    size: u64,
}

impl Event for FileAttached {
    const NAME: &'static str = "file.attached";
    fn subject(&self) -> Subject {
        self.subject.clone()
    }
    fn declared() -> xianji_policy::EventDecl {
        use xianji_policy::{FactDecl, FactType};
        xianji_policy::EventDecl::new(
            Self::NAME,
            vec![
                FactDecl::new("file", FactType::Text, "the file row"),
                FactDecl::new("sha256", FactType::Text, "hash of its bytes"),
                FactDecl::new("size", FactType::Integer, "bytes"),
            ],
        )
    }
}

/// Attaches kept bytes to a record that the actor sees.
pub async fn attach(
    work: &mut Work,
    on: Subject,
    name: &str,
    media_type: &str,
    kept: &Kept,
) -> Result<File, Failure> {
    let app = work.app().clone();
    let record = subject::find(&app, &work.db(), work.actor(), &on).await?;
    work.permit("file.upload", &OnRecord::of(&record)).await?;
    keep_row(work, on, name, media_type, kept).await
}

/// The same for a file that came with something else (a mail's attachment), whose right was asked there.
pub async fn keep_row(
    work: &mut Work,
    on: Subject,
    name: &str,
    media_type: &str,
    kept: &Kept,
) -> Result<File, Failure> {
    let id: FileId = work.next_id();
    let uploaded_by: Option<MemberId> = work.actor().member();
    let row = File {
        id,
        subject_kind: on.kind.clone(),
        subject_id: on.id,
        name: tidy(name),
        media_type: media_type.to_owned(),
        class: "ordinary".into(),
        sha256: kept.sha256.clone(),
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        uploaded_by,
        created_at: work.now,
        archived_at: None,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.record(FileAttached {
        subject: on,
        file: id,
        sha256: kept.sha256.clone(),
        size: kept.size,
    })
    .await?;
    Ok(row)
}

/// Hides a file from its record; the bytes stay while anything names them.
pub async fn archive(work: &mut Work, file: File) -> Result<(), Failure> {
    let on = Subject {
        kind: file.subject_kind.clone(),
        id: file.subject_id,
    };
    let app = work.app().clone();
    let record = subject::find(&app, &work.db(), work.actor(), &on).await?;
    let mine = file.uploaded_by.is_some() && file.uploaded_by == work.actor().member();
    if !mine {
        work.permit("file.archive", &OnRecord::of(&record)).await?;
    }
    let id = file.id;
    let mut row = file.into_active_model();
    row.archived_at = Set(Some(work.now));
    Entity::update(row).exec(&work.db()).await?;
    work.record_named("file.archived", on, serde_json::json!({ "file": id }))
        .await?;
    Ok(())
}

/// A name to show: no path, no control characters, not longer than 200 characters, the ending kept.
pub fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim().trim_matches('.').trim();
    if clean.is_empty() {
        return "file".into();
    }
    let count = clean.chars().count();
    if count <= 200 {
        clean.to_owned()
    } else {
        clean.chars().skip(count - 200).collect()
    }
}

/// What bytes are by their first few; what cannot be told is not trusted to be what its sender says.
pub fn sniff(head: &[u8], name: &str) -> &'static str {
    if let Some(kind) = infer::get(head) {
        return kind.mime_type();
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let text = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true)
        && !head.contains(&0);
    match (text, ending.as_str()) {
        (true, "csv") => "text/csv",
        (true, "md" | "txt" | "log") => "text/plain",
        (true, "eml") => "message/rfc822",
        (true, _) => "text/plain",
        (false, _) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{sniff, tidy};

    #[test]
    fn a_senders_name_is_no_path() {
        assert_eq!(tidy("../../etc/passwd"), "passwd");
        assert_eq!(tidy("C:\\报价\\方案.docx"), "方案.docx");
        assert_eq!(tidy(" ..\u{0}"), "file");
        assert!(tidy(&"很".repeat(500)).chars().count() == 200);
    }

    #[test]
    fn bytes_are_what_they_are_not_what_they_are_called() {
        assert_eq!(sniff(b"%PDF-1.7 ...", "note.txt"), "application/pdf");
        assert_eq!(sniff(b"a,b\n1,2\n", "table.csv"), "text/csv");
        assert_eq!(sniff(&[0, 1, 2, 3], "note.txt"), "application/octet-stream");
    }
}
