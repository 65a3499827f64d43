//! Ids of what this floor keeps.

xianji_platform::typed_id!(
    /// A presales project.
    ProjectId,
    /// A member's place in a project's team, from one day to another.
    TeamMemberId,
    /// One stay of a project in a stage.
    StageRecordId,
    /// Something that happened on a project and everybody in it should know.
    DynamicItemId,
    /// One version of the application to start a project in earnest.
    InitiationId,
    /// A piece of work in a project's plan.
    TaskId,
    /// A date that a project's plan promises.
    MilestoneId,
    /// A document in a project's archive.
    ArchiveItemId,
    /// The seal of a closed archive.
    ArchiveSealId,
);
