//! Phone numbers and mail addresses as they are matched, and as they are shown to those who may not read them.

use unicode_normalization::UnicodeNormalization;

/// Hosts where anybody may have a mailbox: their domain says nothing about a company.
const FREE_HOSTS: [&str; 26] = [
    "126.com",
    "139.com",
    "163.com",
    "163.net",
    "188.com",
    "189.cn",
    "21cn.com",
    "aliyun.com",
    "aol.com",
    "foxmail.com",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sina.cn",
    "sina.com",
    "sohu.com",
];

/// The digits of a phone number: full-width digits, spaces, hyphens, brackets and China's prefix make no difference, an extension is left
/// out. Nothing when it is no phone number (5 to 15 digits).
pub fn phone_key(text: &str) -> Option<String> {
    let even: String = text.nfkc().collect();
    let main = even.split(['转', '轉', 'x', 'X', '#']).next().unwrap_or_default();
    if main.chars().any(|letter| {
        !(letter.is_ascii_digit() || " +-()./\u{2010}\u{2011}\u{2013}\u{a0}\t".contains(letter))
    }) {
        return None;
    }
    let foreign = main.trim_start().starts_with('+') || main.trim_start().starts_with("00");
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let bare = digits.strip_prefix("00").unwrap_or(&digits);
    let key = match bare.strip_prefix("86") {
        Some(rest) if (foreign || bare.len() == 13) && rest.len() >= 9 => landline(rest),
        _ if foreign => format!("+{bare}"),
        _ => digits.clone(),
    };
    (5..=16).contains(&key.len()).then_some(key)
}

/// A Chinese number without its country: a landline gets the 0 of its area back.
fn landline(rest: &str) -> String {
    if rest.starts_with('0') || (rest.len() == 11 && rest.starts_with('1')) {
        rest.to_owned()
    } else {
        format!("0{rest}")
    }
}

/// A mail address as it is matched, or nothing when it is none.
pub fn email_key(text: &str) -> Option<String> {
    let key: String = text.trim().nfkc().flat_map(char::to_lowercase).collect();
    let (local, domain) = key.split_once('@')?;
    let sound = !local.is_empty()
        && local.len() <= 64
        && !key
            .chars()
            .any(|letter| letter.is_whitespace() || letter.is_control() || "<>,;\"()[]\\".contains(letter))
        && !domain.contains('@')
        && domain.contains('.')
        && domain.len() <= 253
        && domain
            .split('.')
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    sound.then_some(key)
}

/// The domain of a mail address that speaks for a company.
pub fn email_domain(key: &str) -> Option<&str> {
    key.rsplit_once('@')
        .map(|(_, domain)| domain)
        .filter(|domain| !is_free_host(domain))
}

/// Whether anybody may have a mailbox there.
pub fn is_free_host(domain: &str) -> bool {
    FREE_HOSTS.contains(&domain) || domain.starts_with("vip.") && FREE_HOSTS.contains(&&domain[4..])
}

/// `138****5678`; a short number keeps only its end.
pub fn mask_number(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    match letters.len() {
        0..=4 => "****".to_owned(),
        5..=7 => format!("****{}", ends(&letters, 0, 2)),
        _ => format!("{}****{}", ends(&letters, 3, 0), ends(&letters, 0, 4)),
    }
}

/// `l***@example.com`.
pub fn mask_email(text: &str) -> String {
    match text.split_once('@') {
        Some((local, domain)) => format!("{}***@{domain}", local.chars().take(1).collect::<String>()),
        None => "****".to_owned(),
    }
}

/// `wx***`.
pub fn mask_name(text: &str) -> String {
    if text.chars().count() <= 3 {
        "***".to_owned()
    } else {
        format!("{}***", text.chars().take(2).collect::<String>())
    }
}

fn ends(letters: &[char], first: usize, last: usize) -> String {
    letters[..first]
        .iter()
        .chain(&letters[letters.len() - last..])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_the_same_however_it_is_written() {
        for text in [
            "13812345678",
            "138 1234 5678",
            "１３８－１２３４－５６７８",
            "+86 138-1234-5678",
            "008613812345678",
            "8613812345678",
        ] {
            assert_eq!(phone_key(text).as_deref(), Some("13812345678"), "{text}");
        }
        for text in ["0571-8888 9999", "+86 571 8888 9999", "(0571)88889999 转 801"] {
            assert_eq!(phone_key(text).as_deref(), Some("057188889999"), "{text}");
        }
        assert_eq!(phone_key("+49 (30) 123456").as_deref(), Some("+4930123456"));
        for text in ["", "abc", "1234", "张三 13812345678", "123456789012345678"] {
            assert_eq!(phone_key(text), None, "{text}");
        }
    }

    #[test]
    fn a_mail_address_is_matched_without_regard_to_case() {
        assert_eq!(
            email_key(" Li.Ming@Example.COM ").as_deref(),
            Some("li.ming@example.com")
        );
        assert_eq!(
            email_key("ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ").as_deref(),
            Some("li@example.com")
        );
        for text in [
            "li",
            "li@",
            "@example.com",
            "li@example",
            "a b@example.com",
            "li@ex@ample.com",
            "li@.com",
            "<li@example.com>",
        ] {
            assert_eq!(email_key(text), None, "{text}");
        }
    }

    #[test]
    fn a_free_host_speaks_for_no_company() {
        assert_eq!(email_domain("li@acme.cn"), Some("acme.cn"));
        assert_eq!(email_domain("li@qq.com"), None);
        assert_eq!(email_domain("li@vip.163.com"), None);
    }

    #[test]
    fn what_is_masked_cannot_be_called() {
        assert_eq!(mask_number("13812345678"), "138****5678");
        assert_eq!(mask_number("12345"), "****45");
        assert_eq!(mask_number("120"), "****");
        assert_eq!(mask_email("li@acme.cn"), "l***@acme.cn");
        assert_eq!(mask_name("wxid_li"), "wx***");
        assert_eq!(mask_name("李四"), "***");
    }
}
