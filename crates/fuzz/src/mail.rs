//! Mails with something changed: read without a panic, and taken in without a failure.

use std::path::PathBuf;
use std::time::Instant;

use rand::rngs::StdRng;
use xianji_platform::testing::TestCompany;

use crate::chance::{mutate, one};
use crate::faults::{Faults, last_panic};

/// Mails that are taken in at once.
const BATCH: u64 = 50;

const WORDS: [&str; 24] = [
    "\r\n\r\n",
    "\r\n",
    "Content-Type: multipart/mixed; boundary=\"b\"\r\n",
    "--b\r\n",
    "--b--\r\n",
    "Content-Type: message/rfc822\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n",
    "=?gb2312?B?",
    "=?utf-8?Q?=",
    "?=",
    "charset=gbk",
    "charset=utf-7",
    "charset=\"\"",
    "filename*=utf-8''%E4%BD",
    "Message-ID: <a@b>\r\n",
    "In-Reply-To: <a@b>\r\n",
    "Date: Thu, 32 Foo 99999 25:61:61 +9999\r\n",
    "From: <>,,;<@>\r\n",
    "To: \"\\\"\" <a@b>\r\n",
    "Subject: \r\n",
    "\u{0}",
    "=00=00",
    "<html><script>",
];

const SAMPLES: [&str; 3] = [
    "From: =?utf-8?B?546L6Iqz?= <wang@binjiang.cn>\r\nTo: info@qiming.example\r\nSubject: =?gb2312?B?0a+82w==?=\r\nMessage-ID: <1@binjiang.cn>\r\n\
     Date: Mon, 2 Mar 2026 09:00:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n您好，请报两台检测机的价格。\r\n",
    "From: Li <li@example.com>\r\nSubject: Re: [ZX-2026-000001] price\r\nIn-Reply-To: <1@binjiang.cn>\r\nReferences: <1@binjiang.cn> <2@x>\r\n\
     MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n\
     --c\r\nContent-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C4=FA=BA=C3\r\n--c\r\nContent-Type: text/html\r\n\r\n\
     <p>您好</p>\r\n--c--\r\n--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\nContent-Disposition: attachment; filename=\"a.pdf\"\r\n\
     Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJQ==\r\n--b--\r\n",
    "From: bounce@example.com\r\nSubject: forwarded\r\nContent-Type: message/rfc822\r\n\r\nFrom: inner@example.com\r\nSubject: inner\r\n\r\nhello\r\n",
];

/// Reads changed mails until the time is over; every batch is imported too.
pub async fn search(chance: &mut StdRng, until: Instant, faults: &mut Faults) -> u64 {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_shipped("standard").await;
    let Ok(folder) = tempfile::tempdir() else { return 0 };
    let mut tried = 0;
    while Instant::now() < until {
        let mut batch: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        for place in 0..BATCH {
            let sample = one(chance, &SAMPLES).copied().unwrap_or_default();
            let raw = mutate(chance, sample.as_bytes(), &WORDS);
            tried += 1;
            let read = std::panic::catch_unwind(|| drop(xianji_engage::mail::parse(&raw)));
            if read.is_err() {
                let words = last_panic();
                let at = words.lines().next().unwrap_or_default().to_owned();
                faults.note(&format!("mail: {at}"), &words, &raw);
                continue;
            }
            let file = folder.path().join(format!("{place}.eml"));
            if std::fs::write(&file, &raw).is_ok() {
                batch.push((file, raw));
            }
        }
        for (file, raw) in batch {
            let (company, path) = (company.clone(), vec![file]);
            let taken = tokio::spawn(async move { xianji_engage::mail::import(company.app(), &path).await });
            match taken.await {
                Ok(Ok(_)) => {}
                Ok(Err(failure)) => {
                    faults.note(&format!("mail import: {failure}"), &failure.to_string(), &raw)
                }
                Err(_) => faults.note("mail import: panic", &last_panic(), &raw),
            }
        }
    }
    tried
}
