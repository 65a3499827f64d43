//! Answers by mail leave by a mail server, and stay visible when they do not.

use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use xianji_platform::mailer::{Letter, Mailer, NotSent, Smtp};
use xianji_platform::testing::{TestCompany, TestMember};

use super::{company, path};

/// A mail server that takes down what it is told, and says for each letter what comes of it.
#[derive(Clone, Default)]
struct Desk {
    letters: Arc<Mutex<Vec<Letter>>>,
    answers: Arc<Mutex<Vec<NotSent>>>,
}

impl Mailer for Desk {
    fn send(&self, letter: Letter) -> BoxFuture<'_, Result<(), NotSent>> {
        Box::pin(async move {
            if let Some(trouble) = self.answers.lock().unwrap().pop() {
                return Err(trouble);
            }
            self.letters.lock().unwrap().push(letter);
            Ok(())
        })
    }
}

async fn answered(li: &TestMember) -> String {
    let asked = json!({ "channel": "mail", "question": "报价", "sender_email": "wang@binjiang.cn" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    let at = path(&inquiry);
    assert_eq!(inquiry["sender_email"], "w***@binjiang.cn");
    li.post(&format!("{at}/take"), json!({})).await.ok();
    li.post(&format!("{at}/reply"), json!({ "body": "附件是报价" }))
        .await
        .ok();
    at
}

async fn sent(li: &TestMember, at: &str) -> Value {
    let messages = li.get(&format!("{at}/messages")).await.ok();
    let items = messages["items"].as_array().unwrap();
    items
        .iter()
        .find(|one| one["direction"] == "out")
        .unwrap()
        .clone()
}

async fn events(company: &TestCompany) -> (usize, usize) {
    (
        company.events("message.sent").await.len(),
        company.events("message.failed").await.len(),
    )
}

#[tokio::test]
async fn a_reply_by_mail_waits_in_the_outbox_until_there_is_a_mail_server() {
    let (company, li) = company().await;
    let at = answered(&li).await;
    company.tick().await;
    let waiting = sent(&li, &at).await;
    assert_eq!(
        (&waiting["state"], &waiting["to_address"]),
        (&json!("queued"), &json!("w***@binjiang.cn"))
    );
    assert_eq!(events(&company).await, (0, 0));

    let desk = Desk::default();
    company.app().send_mail_through(Box::new(desk.clone()));
    assert_eq!(crate::message::resend(company.app()).await.unwrap(), 1);
    company.tick().await;
    assert_eq!(sent(&li, &at).await["state"], "sent");
    assert_eq!(events(&company).await, (1, 0));

    assert_eq!(
        crate::message::resend(company.app()).await.unwrap(),
        0,
        "what has left does not leave again"
    );
    company.tick().await;
    let letters = desk.letters.lock().unwrap();
    assert_eq!(letters.len(), 1);
    assert_eq!(
        (letters[0].to.as_str(), letters[0].body.as_str()),
        ("wang@binjiang.cn", "附件是报价")
    );
}

#[tokio::test]
async fn a_mail_server_that_is_busy_is_asked_again_and_one_that_refuses_is_shown() {
    let (company, li) = company().await;
    let desk = Desk::default();
    company.app().send_mail_through(Box::new(desk.clone()));
    desk.answers
        .lock()
        .unwrap()
        .push(NotSent::Later("greylisted".into()));
    let at = answered(&li).await;
    company.tick().await;
    assert_eq!(sent(&li, &at).await["state"], "queued");
    company.clock().advance(chrono::TimeDelta::minutes(2));
    company.tick().await;
    assert_eq!(sent(&li, &at).await["state"], "sent");

    desk.answers
        .lock()
        .unwrap()
        .push(NotSent::Refused("550 no such user".into()));
    let other = answered(&li).await;
    company.tick().await;
    let refused = sent(&li, &other).await;
    assert_eq!(
        (&refused["state"], &refused["broken_why"]),
        (&json!("failed"), &json!("550 no such user"))
    );
    assert_eq!(events(&company).await, (1, 1));
}

/// Takes one letter by SMTP and gives what was said between DATA and the dot.
async fn one_letter(listener: TcpListener) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 desk ESMTP\r\n").await.unwrap();
    let mut letter = String::new();
    let mut in_letter = false;
    while let Ok(Some(line)) = lines.next_line().await {
        let reply: &[u8] = match line.split([' ', ':']).next().unwrap_or_default() {
            "." if in_letter => {
                writing.write_all(b"250 kept\r\n").await.unwrap();
                return letter;
            }
            _ if in_letter => {
                letter.push_str(&line);
                letter.push('\n');
                continue;
            }
            "EHLO" => b"250-desk\r\n250 8BITMIME\r\n",
            "DATA" => {
                in_letter = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        writing.write_all(reply).await.unwrap();
    }
    letter
}

#[tokio::test]
async fn over_the_wire_an_answer_is_a_mail_that_other_programs_read() {
    let (company, li) = company().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    company.app().send_mail_through(Box::new(
        Smtp::open(&address, "先机 <presales@example.cn>").unwrap(),
    ));
    let server = tokio::spawn(one_letter(listener));
    let at = answered(&li).await;
    company.tick().await;
    assert_eq!(sent(&li, &at).await["state"], "sent");

    let wire = server.await.unwrap();
    let mail = mail_parser::MessageParser::default()
        .parse(wire.as_bytes())
        .unwrap();
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (Some("先机"), Some("presales@example.cn"))
    );
    assert_eq!(
        mail.to().unwrap().first().unwrap().address(),
        Some("wang@binjiang.cn")
    );
    assert_eq!(mail.body_text(0).unwrap().trim(), "附件是报价");
    assert!(mail.message_id().unwrap().ends_with("@xianji"));
}
