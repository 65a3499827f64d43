//! One `Database` over SQLite (embedded, WAL, one immediate writer beside a pool of readers) and PostgreSQL. Whatever differs between
//! them stands in [`dialect`]; nobody else asks which one it is.

pub mod dialect;

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbErr,
    IsolationLevel, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

pub use dialect::{is_out_of_reach, is_try_again};

/// A connection or a running transaction: reads take either.
pub type Conn<'c> = DatabaseExecutor<'c>;

/// The same view once more, for whoever keeps one.
pub fn again<'c>(db: &'c Conn<'_>) -> Conn<'c> {
    match db {
        Conn::Connection(connection) => Conn::Connection(connection),
        Conn::Transaction(transaction) => Conn::Transaction(transaction),
        Conn::OwnedTransaction(transaction) => Conn::Transaction(transaction),
    }
}

/// The company's database.
#[derive(Clone, Debug)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
    observer: Option<Observer>,
}

/// Is told every statement.
#[derive(Clone)]
struct Observer(Arc<dyn Fn(&Statement) + Send + Sync>);

impl std::fmt::Debug for Observer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Observer")
    }
}

async fn begin_on(write: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    write.begin_with_options(options).await
}

impl Database {
    /// Opens `sqlite:///path/file.db` (made when missing) or `postgres://…`.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        if dialect::is_sqlite_url(url) {
            let write = sea_orm::Database::connect(dialect::sqlite_options(url, 1, false)).await?;
            dialect::gather_statistics(&write).await?;
            let read = sea_orm::Database::connect(dialect::sqlite_options(url, 4, true)).await?;
            return Ok(Self {
                read,
                write,
                observer: None,
            });
        }
        let mut options = ConnectOptions::new(url);
        dialect::tell_slow_statements(&mut options);
        options
            .max_connections(24)
            .min_connections(1)
            .acquire_timeout(Duration::from_secs(20))
            .idle_timeout(Duration::from_secs(600))
            .test_before_acquire(false);
        let both = sea_orm::Database::connect(options).await?;
        Ok(Self {
            read: both.clone(),
            write: both,
            observer: None,
        })
    }

    /// For reads. On SQLite a pool that cannot write.
    pub fn reader(&self) -> Conn<'_> {
        Conn::Connection(&self.read)
    }

    /// A transaction that only reads and sees one moment, however long it takes: for whatever compares one table with another.
    pub async fn moment(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = dialect::pick(
            &self.read,
            TransactionOptions::default(),
            TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        );
        self.read.begin_with_options(options).await
    }

    /// Tells every statement as it is sent: what a request costs, and whether an index serves it.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn observed(mut self, tell: impl Fn(&Statement) + Clone + Send + Sync + 'static) -> Self {
        let (again, observer) = (tell.clone(), tell.clone());
        self.read.set_metric_callback(move |info| tell(info.statement));
        self.write.set_metric_callback(move |info| again(info.statement));
        self.observer = Some(Observer(Arc::new(observer)));
        self
    }

    /// For migrations alone.
    pub fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Begins a writing transaction: immediate on SQLite (a deferred one that reads before it writes fails under load), READ COMMITTED on
    /// PostgreSQL.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        begin_on(&self.write).await
    }

    /// The same, telling every statement that the transaction sends.
    pub async fn begin_telling(
        &self,
        tell: impl Fn(&Statement) + Send + Sync + 'static,
    ) -> Result<DatabaseTransaction, DbErr> {
        let mut telling = self.write.clone();
        let observer = self.observer.clone();
        telling.set_metric_callback(move |info| {
            tell(info.statement);
            if let Some(observer) = &observer {
                observer.0(info.statement);
            }
        });
        begin_on(&telling).await
    }

    /// Closes the pools; on SQLite this folds the write-ahead log back into the file.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.clone().close().await?;
        dialect::gather_statistics(&self.write).await?;
        self.write.close().await
    }
}
