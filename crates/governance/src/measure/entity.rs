//! Tables of measures. Ids are nil where nobody or no department is meant.

macro_rules! no_relation {
    () => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}
        impl ActiveModelBehavior for ActiveModel {}
    };
}

macro_rules! sums {
    ($(#[$doc:meta])* $name:ident = $table:literal) => {
        $(#[$doc])*
        pub mod $name {
            use sea_orm::entity::prelude::*;
            use xianji_platform::id::{DepartmentId, MemberId};

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub metric: String,
                #[sea_orm(primary_key, auto_increment = false)]
                pub day: Date,
                #[sea_orm(primary_key, auto_increment = false)]
                pub department_id: DepartmentId,
                #[sea_orm(primary_key, auto_increment = false)]
                pub member_id: MemberId,
                #[sea_orm(primary_key, auto_increment = false)]
                pub slice: String,
                #[sea_orm(primary_key, auto_increment = false)]
                pub pack: String,
                pub numerator_e4: i64,
                pub denominator_e4: i64,
            }
            no_relation!();
        }
    };
}

sums!(
    /// What happened, summed by day.
    daily = "measure_daily"
);
sums!(
    /// What was so at the end of a day.
    standing = "measure_standing"
);

pub mod spell {
    //! What a record adds to a standing count from a day on, until the day on which it no longer does.
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use xianji_platform::id::{DepartmentId, MemberId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "measure_spell")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub metric: String,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub department_id: DepartmentId,
        pub member_id: MemberId,
        pub slice: String,
        pub pack: String,
        pub numerator_e4: i64,
        pub denominator_e4: i64,
        pub from_day: Date,
        pub until_day: Option<Date>,
    }
    no_relation!();

    /// Those that held at the end of a day.
    pub fn holds_on(day: Date) -> Condition {
        let later = Condition::any()
            .add(Column::UntilDay.is_null())
            .add(Column::UntilDay.gt(day));
        Condition::all().add(Column::FromDay.lte(day)).add(later)
    }
}

pub mod entry {
    //! What one event or one obligation adds to a metric: the records behind a number, and the values of medians.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::id::{DepartmentId, EventId, MemberId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "measure_entry")]
    pub struct Model {
        /// The event, or the obligation whose fate is counted on the day it falls due.
        #[sea_orm(primary_key, auto_increment = false)]
        pub source_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub metric: String,
        /// Counts the people among whom the credit is shared.
        #[sea_orm(primary_key, auto_increment = false)]
        pub part: i32,
        pub pack: String,
        pub slice: String,
        pub member_id: MemberId,
        pub department_id: DepartmentId,
        pub day: Date,
        /// When it happened or falls due.
        pub at: DateTime<Utc>,
        pub numerator_e4: i64,
        pub denominator_e4: i64,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub event_id: EventId,
    }
    no_relation!();
}
