//! Documents of a project's archive, and its seal.

pub mod item {
    //! A document: a file, a sheet that was filed, or paper in a place.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::{FileId, MemberId};

    use crate::id::{ArchiveItemId, ProjectId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "archive_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ArchiveItemId,
        pub project_id: ProjectId,
        /// Id of the deliverable in the kept pack version.
        pub deliverable: String,
        /// The stage that the project was in.
        pub stage: Option<String>,
        /// Counted from 1 within the deliverable.
        pub revision: i32,
        pub title: String,
        pub file_id: Option<FileId>,
        /// `form_filing`, where it is a sheet.
        pub record_kind: Option<String>,
        pub record_id: Option<Uuid>,
        /// Of the file's bytes, or of the sheet's canonical text.
        pub sha256: Option<String>,
        pub electronic: bool,
        pub paper: bool,
        /// Where the paper lies.
        pub place: Option<String>,
        pub keeper_id: Option<MemberId>,
        pub filed_by: Option<MemberId>,
        /// A newer revision took its place.
        pub replaced_at: Option<DateTime<Utc>>,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod seal {
    //! What was in the archive when it was closed.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::MemberId;

    use crate::id::{ArchiveSealId, ProjectId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "archive_seal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ArchiveSealId,
        pub project_id: ProjectId,
        /// Canonical JSON: the bytes hashed are the bytes stored.
        pub manifest: String,
        /// SHA-256 of the manifest.
        pub hash: String,
        /// Nothing mandatory was missing.
        pub complete: bool,
        pub sealed_by: Option<MemberId>,
        pub sealed_at: DateTime<Utc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
