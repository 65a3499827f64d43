//! A short way to write tables: one line a column, the same meaning on both databases.

use sea_orm_migration::prelude::*;

/// A table in the making.
pub struct Draft {
    table: TableCreateStatement,
    name: &'static str,
    indexes: Vec<IndexCreateStatement>,
}

/// Starts a table.
pub fn table(name: &'static str) -> Draft {
    Draft {
        table: Table::create().table(Alias::new(name)).to_owned(),
        name,
        indexes: Vec::new(),
    }
}

impl Draft {
    fn column(mut self, name: &'static str, null: bool, shape: impl FnOnce(&mut ColumnDef)) -> Self {
        let mut column = ColumnDef::new(Alias::new(name));
        shape(&mut column);
        if !null {
            column.not_null();
        }
        self.table.col(column);
        self
    }

    /// `id uuid primary key`.
    pub fn id(self) -> Self {
        self.column("id", false, |c| {
            c.uuid().primary_key();
        })
    }

    /// `id integer primary key`, for the one row of a table that has one row.
    pub fn column_id_small(self) -> Self {
        self.column("id", false, |c| {
            c.integer().primary_key();
        })
    }

    /// The columns that every record with a page of its own has: id, number, owner, department, pack version, version, archived, times.
    pub fn record(self) -> Self {
        let name = self.name;
        self.id()
            .text("number")
            .maybe_reference("owner_id", "member")
            .maybe_reference("department_id", "department")
            .maybe_reference("pack_version_id", "pack_version")
            .integer("version")
            .maybe_instant("archived_at")
            .json("extra")
            .times()
            .unique(&["number"])
            .index_named(format!("{name}_owner"), &["owner_id", "id"])
            .index_named(format!("{name}_department"), &["department_id", "id"])
    }

    /// `created_at`, `updated_at`.
    pub fn times(self) -> Self {
        self.instant("created_at").instant("updated_at")
    }

    /// Text.
    pub fn text(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.text();
        })
    }

    /// Text or nothing.
    pub fn maybe_text(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.text();
        })
    }

    /// A key for matching and sorting: byte order on both databases.
    pub fn key_text(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.text();
        })
    }

    /// A state, held to the given words.
    pub fn state(self, name: &'static str, words: &[&'static str]) -> Self {
        let words: Vec<SimpleExpr> = words.iter().map(|word| (*word).into()).collect();
        self.column(name, false, |c| {
            c.text().check(Expr::col(Alias::new(name)).is_in(words));
        })
    }

    /// 64-bit number.
    pub fn integer(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.big_integer();
        })
    }

    /// 64-bit number or nothing.
    pub fn maybe_integer(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.big_integer();
        })
    }

    /// 32-bit number.
    pub fn small(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.integer();
        })
    }

    /// 32-bit number or nothing.
    pub fn maybe_small(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.integer();
        })
    }

    /// True or false.
    pub fn flag(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.boolean();
        })
    }

    /// Instant in UTC.
    pub fn instant(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.timestamp_with_time_zone();
        })
    }

    /// Instant or nothing.
    pub fn maybe_instant(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.timestamp_with_time_zone();
        })
    }

    /// A day.
    pub fn date(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.date();
        })
    }

    /// A day or nothing.
    pub fn maybe_date(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.date();
        })
    }

    /// JSON.
    pub fn json(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.json_binary();
        })
    }

    /// JSON or nothing.
    pub fn maybe_json(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.json_binary();
        })
    }

    /// An id without a foreign key: a subject, an event.
    pub fn uuid(self, name: &'static str) -> Self {
        self.column(name, false, |c| {
            c.uuid();
        })
    }

    /// The same or nothing.
    pub fn maybe_uuid(self, name: &'static str) -> Self {
        self.column(name, true, |c| {
            c.uuid();
        })
    }

    /// Money: `<name>_amount` in minor units and `<name>_currency`, both or neither, and `<name>_home`, minor units of the home currency.
    pub fn maybe_money(self, amount: &'static str, currency: &'static str, home: &'static str) -> Self {
        self.maybe_integer(amount)
            .maybe_text(currency)
            .maybe_integer(home)
    }

    /// A reference with its foreign key.
    pub fn reference(mut self, name: &'static str, to: &'static str) -> Self {
        self = self.uuid(name);
        self.foreign(name, to)
    }

    /// A reference or nothing.
    pub fn maybe_reference(mut self, name: &'static str, to: &'static str) -> Self {
        self = self.maybe_uuid(name);
        self.foreign(name, to)
    }

    fn foreign(mut self, name: &'static str, to: &'static str) -> Self {
        let key = ForeignKey::create()
            .name(format!("fk_{}_{name}", self.name))
            .from(Alias::new(self.name), Alias::new(name))
            .to(Alias::new(to), Alias::new("id"))
            .to_owned();
        self.table.foreign_key(&mut key.clone());
        self
    }

    /// A primary key of several columns.
    pub fn primary(mut self, columns: &[&'static str]) -> Self {
        let mut index = Index::create();
        for column in columns {
            index.col(Alias::new(*column));
        }
        self.table.primary_key(&mut index);
        self
    }

    /// An index, named by its columns.
    pub fn index(self, columns: &[&'static str]) -> Self {
        let name = format!("{}_{}", self.name, columns.join("_"));
        self.index_named(name, columns)
    }

    /// An index under a name of its own.
    pub fn index_named(mut self, name: String, columns: &[&'static str]) -> Self {
        let index = self.index_of(name, columns, false);
        self.indexes.push(index);
        self
    }

    /// A unique index.
    pub fn unique(mut self, columns: &[&'static str]) -> Self {
        let name = format!("{}_{}_unique", self.name, columns.join("_"));
        let index = self.index_of(name, columns, true);
        self.indexes.push(index);
        self
    }

    /// A unique index over live rows alone (`archived_at IS NULL`).
    pub fn unique_live(mut self, columns: &[&'static str]) -> Self {
        let name = format!("{}_{}_live", self.name, columns.join("_"));
        let mut index = self.index_of(name, columns, true);
        index.cond_where(Expr::col(Alias::new("archived_at")).is_null());
        self.indexes.push(index);
        self
    }

    fn index_of(&self, name: String, columns: &[&'static str], unique: bool) -> IndexCreateStatement {
        let mut index = Index::create();
        index.name(name).table(Alias::new(self.name));
        for column in columns {
            match column.strip_suffix(" desc") {
                Some(column) => index.col((Alias::new(column.to_owned()), IndexOrder::Desc)),
                None => index.col(Alias::new((*column).to_owned())),
            };
        }
        if unique {
            index.unique();
        }
        index
    }

    /// Makes the table and its indexes.
    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.table).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
