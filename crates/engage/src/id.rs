//! Ids of this crate's records.

xianji_platform::typed_id!(
    /// A customer's file.
    CustomerId,
    /// A person at a customer's.
    ContactId,
    /// A call, visit, meeting or mail with a customer, held or planned.
    InteractionId,
    /// A hint at business that nobody has worked out yet.
    LeadId,
    /// A consultation, from its first message to its outcome.
    InquiryId,
    /// A message received or sent.
    MessageId,
    /// Needs offered to a sales owner.
    HandoverId,
    /// Customer data on its way out.
    ExportRunId,
);
