//! A screen that listens, in tests.

use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt;
use serde_json::Value;

/// Longer than this nobody waits for news.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a member is told while it happens.
pub struct Following {
    body: BodyDataStream,
    text: String,
}

impl Following {
    pub(super) fn of(body: BodyDataStream) -> Self {
        Self {
            body,
            text: String::new(),
        }
    }

    /// The next news; nothing when the line ends.
    pub async fn next(&mut self) -> Option<Value> {
        loop {
            if let Some((message, rest)) = self.text.split_once("\n\n") {
                let data = message
                    .lines()
                    .find_map(|line| line.strip_prefix("data:"))
                    .map(|data| serde_json::from_str(data).expect("JSON"));
                self.text = rest.to_owned();
                match data {
                    Some(news) => return Some(news),
                    None => continue,
                }
            }
            let part = tokio::time::timeout(PATIENCE, self.body.next()).await;
            match part.expect("news within a while") {
                Some(Ok(bytes)) => self.text.push_str(&String::from_utf8_lossy(&bytes)),
                Some(Err(_)) | None => return None,
            }
        }
    }
}
