use encoding_rs::{BIG5, GB18030};

use super::mail;
use crate::mail::parse;

const FROM: &str = "From: =?utf-8?B?546L6Iqz?= <Wang@Binjiang.cn>";

#[test]
fn a_chinese_mail_is_read_in_every_charset_and_encoding_it_comes_in() {
    let words = "您好，请报两台检测机的价格。";
    let gb = GB18030.encode(words).0;
    let big5 = BIG5.encode("您好，請報價").0;
    let quoted: String = words
        .bytes()
        .map(|byte| format!("={byte:02X}"))
        .collect::<Vec<_>>()
        .join("=\r\n");
    let base64 = "5oKo5aW977yM6K+35oql5Lik5Y+w5qOA5rWL\r\n5py655qE5Lu35qC844CC";
    let plain = |charset: &str, encoding: &str, body: &[u8]| {
        parse(&mail(
            &[
                FROM,
                &format!("Content-Type: text/plain; charset={charset}"),
                &format!("Content-Transfer-Encoding: {encoding}"),
            ],
            body,
        ))
    };
    assert_eq!(plain("gb2312", "8bit", &gb).body, words);
    assert_eq!(plain("GB18030", "8bit", &gb).body, words);
    assert_eq!(plain("utf-8", "quoted-printable", quoted.as_bytes()).body, words);
    assert_eq!(plain("utf-8", "base64", base64.as_bytes()).body, words);
    assert_eq!(plain("big5", "8bit", &big5).body, "您好，請報價");
    let mail = plain("utf-8", "8bit", words.as_bytes());
    assert_eq!(
        (mail.from_name.as_deref(), mail.from_address.as_deref()),
        (Some("王芳"), Some("Wang@Binjiang.cn"))
    );
    assert!(mail.broken.is_empty(), "{:?}", mail.broken);
}

#[test]
fn a_false_charset_does_not_spoil_the_words() {
    let words = "镕铭公司询价";
    let gb = GB18030.encode(words).0;
    for charset in ["utf-8", "us-ascii", "x-unknown"] {
        let read = parse(&mail(
            &[FROM, &format!("Content-Type: text/plain; charset={charset}")],
            &gb,
        ));
        assert_eq!((read.body.as_str(), read.broken.len()), (words, 0), "{charset}");
    }
}

#[test]
fn subjects_and_names_are_decoded_even_from_bare_bytes() {
    let read = parse(&mail(
        &[FROM, "Subject: =?gb2312?B?0a+82w==?= =?gb2312?Q?=CA=D4?="],
        b"x",
    ));
    assert_eq!(read.subject.as_deref(), Some("询价试"));

    let mut raw = b"From: ".to_vec();
    raw.extend_from_slice(&GB18030.encode("王芳 <wang@binjiang.cn>\r\nSubject: 询价单").0);
    raw.extend_from_slice(b"\r\n\r\nhello");
    let read = parse(&raw);
    assert_eq!(
        (read.from_name.as_deref(), read.subject.as_deref()),
        (Some("王芳"), Some("询价单"))
    );
}

#[test]
fn a_mail_of_html_alone_becomes_text() {
    let html =
        "<html><head><style>p{color:red}</style></head><body><p>您好，</p><p>请&nbsp;报价</p></body></html>";
    let read = parse(&mail(
        &[FROM, "Content-Type: text/html; charset=utf-8"],
        html.as_bytes(),
    ));
    assert!(
        read.body.contains("您好")
            && read.body.contains("报价")
            && !read.body.contains('<')
            && !read.body.contains("color"),
        "{}",
        read.body
    );
}

const RELATED: &str = "--b\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
<p>see <img src=\"cid:pic1\"></p>\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <pic1>\r\nContent-Transfer-Encoding: base64\r\n\r\n\
iVBORw0KGgo=\r\n--r--\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\
Content-Disposition: attachment; filename*0*=utf-8''%E6%8A%80%E6%9C%AF; filename*1*=%E8%A6%81%E6%B1%82.pdf\r\n\r\nJVBERi0xLjc=\r\n--b--\r\n";

#[test]
fn inline_images_and_attachments_come_out_with_their_names() {
    let read = parse(&mail(
        &[
            FROM,
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b",
        ],
        RELATED.as_bytes(),
    ));
    assert!(read.broken.is_empty(), "{:?}", read.broken);
    let named: Vec<_> = read
        .attachments
        .iter()
        .map(|one| (one.name.as_str(), one.inline, one.bytes.as_slice()))
        .collect();
    assert_eq!(
        named,
        [
            ("1.png", true, &b"\x89PNG\r\n\x1a\n"[..]),
            ("技术要求.pdf", false, &b"%PDF-1.7"[..])
        ]
    );
}

#[test]
fn a_mail_refers_to_what_it_answers_the_nearest_first() {
    let read = parse(&mail(
        &[
            FROM,
            "Message-ID: <3@x>",
            "In-Reply-To: <2@x>",
            "References: <1@x> <2@x>",
            "Date: Mon, 2 Mar 2026 09:00:00 +0800",
        ],
        b"x",
    ));
    assert_eq!(
        (read.id.as_deref(), read.refers_to),
        (Some("3@x"), vec!["2@x".to_owned(), "1@x".to_owned()])
    );
    assert_eq!(
        read.sent_at.map(|at| at.to_rfc3339()).as_deref(),
        Some("2026-03-02T01:00:00+00:00")
    );
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes_and_says_so() {
    assert_eq!(parse("您好，没有信头".as_bytes()).broken, ["no-headers"]);
    assert_eq!(parse("您好，没有信头".as_bytes()).body, "您好，没有信头");
    assert_eq!(parse(b"").broken, ["no-headers"]);
    assert_eq!(parse(&mail(&["Subject: hi"], b"x")).broken, ["no-sender"]);
    let cut = &RELATED.as_bytes()[..RELATED.len() - 60];
    let read = parse(&mail(&[FROM, "Content-Type: multipart/mixed; boundary=b"], cut));
    assert!(read.broken.contains(&"cut-off"), "{:?}", read.broken);
    let garbage = parse(&mail(
        &[FROM, "Content-Type: text/plain; charset=utf-8"],
        &[0xff, 0xff, 0x81, 0x20, 0xfe, 0xff],
    ));
    assert_eq!(garbage.broken, ["charset"]);
}

#[test]
fn what_would_take_too_much_is_read_by_its_headers_alone() {
    let mut large = mail(&[FROM, "Subject: big"], b"");
    large.resize(crate::mail::LARGEST + 1, b'x');
    let read = parse(&large);
    assert_eq!(
        (read.subject.as_deref(), read.broken, read.body.len()),
        (Some("big"), vec!["too-large"], 0)
    );

    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    let read = parse(&mail(
        &[FROM, "Subject: deep", "Content-Type: message/rfc822"],
        nested.as_bytes(),
    ));
    assert_eq!(
        (read.subject.as_deref(), read.broken),
        (Some("deep"), vec!["too-deep"])
    );
}

#[test]
fn no_bytes_end_the_program() {
    let seed = mail(
        &[FROM, "Content-Type: multipart/mixed; boundary=b"],
        RELATED.as_bytes(),
    );
    let mut state = 7_u32;
    for _ in 0..2_000 {
        let mut bytes = seed.clone();
        for _ in 0..8 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = state as usize % bytes.len();
            match state >> 30 {
                0 => bytes[at] = (state >> 8) as u8,
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, b'\n'),
                _ => drop(bytes.remove(at)),
            }
            if bytes.is_empty() {
                bytes.push(b'-');
            }
        }
        let read = parse(&bytes);
        assert!(!read.body.contains('\0'));
    }
}
