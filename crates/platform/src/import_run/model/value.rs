//! What a cell means: full-width digits, numbers that were phone numbers, dates and money as people write them.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use xianji_kernel::money::{Currency, Money};

use super::field::Shape;
use super::mapping::heading;
use crate::failure::FieldFault;
use crate::import_run::sheet::Cell;

/// What a number without a currency means.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// The company's currency.
    pub currency: Currency,
}

/// A number that a spreadsheet keeps exactly.
const EXACT: f64 = 1e15;

/// Reads a cell for a field; nothing where nothing stands in it. The fault's pointer is the caller's.
pub(super) fn read(shape: &Shape, cell: &Cell, home: &Home) -> Result<Option<Value>, FieldFault> {
    if let Cell::Broken(code) = cell {
        return Err(fault(code));
    }
    if cell.is_empty() {
        return Ok(None);
    }
    let value = match shape {
        Shape::Text(most) => limited(free(cell), *most)?,
        Shape::Code => limited(code(cell)?, 100)?,
        Shape::Phone => limited(phone(cell)?, 50)?,
        Shape::Email => {
            let text = even(cell);
            limited(text.strip_prefix("mailto:").unwrap_or(&text).to_owned(), 320)?
        }
        Shape::Choice(words) => choice(words, &even(cell))?,
        Shape::Flag => flag(cell)?,
        Shape::Integer => integer(cell)?,
        Shape::Date => date(cell)?,
        Shape::Money => money(cell, home)?,
    };
    Ok((value != json!("")).then_some(value))
}

fn fault(code: &str) -> FieldFault {
    FieldFault::at("", code)
}

fn limited(text: String, most: usize) -> Result<Value, FieldFault> {
    if text.chars().count() > most {
        return Err(fault("too-long").with("limit", most));
    }
    Ok(Value::String(text))
}

/// A text as it stands: no U+0000, no guard against formulas, which our own files hold.
fn free(cell: &Cell) -> String {
    let text: String = cell.shown().nfc().filter(|letter| *letter != '\0').collect();
    let text = text.trim();
    let guarded = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    guarded.unwrap_or(text).to_owned()
}

/// The same with full-width letters and digits made plain.
fn even(cell: &Cell) -> String {
    free(cell).nfkc().collect::<String>().trim().to_owned()
}

/// Digits that a spreadsheet took for a number, as they were; those of which it has lost some are a fault.
fn digits(cell: &Cell) -> Result<String, FieldFault> {
    match cell {
        Cell::Number(number) if number.abs() >= EXACT => Err(fault("rounded-number")),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Flag(_) | Cell::Date(_) | Cell::Broken(_) => {
            let text = even(cell);
            let rounded = text.parse::<f64>().is_ok() && text.contains(['e', 'E']);
            if rounded {
                return Err(fault("rounded-number"));
            }
            let whole = text
                .strip_suffix(".0")
                .filter(|whole| whole.chars().all(|digit| digit.is_ascii_digit()));
            Ok(whole.unwrap_or(&text).to_owned())
        }
    }
}

fn phone(cell: &Cell) -> Result<String, FieldFault> {
    digits(cell)
}

fn code(cell: &Cell) -> Result<String, FieldFault> {
    let text = digits(cell)?;
    Ok(text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_uppercase())
}

fn choice(words: &[(String, Vec<String>)], text: &str) -> Result<Value, FieldFault> {
    let key = heading(text);
    let found = words
        .iter()
        .find(|(word, names)| heading(word) == key || names.iter().any(|name| heading(name) == key));
    match found {
        Some((word, _)) => Ok(json!(word)),
        None => {
            let options: Vec<&str> = words
                .iter()
                .map(|(word, names)| names.first().unwrap_or(word).as_str())
                .collect();
            Err(fault("not-a-choice").with("options", options.join("、")))
        }
    }
}

fn flag(cell: &Cell) -> Result<Value, FieldFault> {
    if let Cell::Flag(flag) = cell {
        return Ok(json!(flag));
    }
    match even(cell).to_lowercase().as_str() {
        "是" | "有" | "对" | "對" | "√" | "✓" | "y" | "yes" | "true" | "1" => Ok(json!(true)),
        "否" | "无" | "無" | "不是" | "×" | "x" | "n" | "no" | "false" | "0" => Ok(json!(false)),
        _ => Err(fault("not-a-flag")),
    }
}

fn integer(cell: &Cell) -> Result<Value, FieldFault> {
    let text: String = even(cell)
        .chars()
        .filter(|letter| !matches!(letter, ',' | ' '))
        .collect();
    let text = text.strip_suffix(".0").unwrap_or(&text);
    text.parse::<i64>()
        .map(|number| json!(number))
        .map_err(|_| fault("not-a-number"))
}

/// Days as people write them. What may be the fifth of March or the third of May is a fault.
fn date(cell: &Cell) -> Result<Value, FieldFault> {
    let found = match cell {
        Cell::Date(at) => Some(at.date()),
        Cell::Number(serial) => of_serial(*serial),
        Cell::Text(_) => written(&even(cell))?,
        Cell::Empty | Cell::Flag(_) | Cell::Broken(_) => None,
    };
    let found = found.filter(|day| (1900..=2200).contains(&day.year()));
    found.map(|day| json!(day)).ok_or_else(|| fault("not-a-date"))
}

/// Days since the end of 1899, as spreadsheets count, or eight digits.
fn of_serial(serial: f64) -> Option<NaiveDate> {
    let whole = serial.floor();
    if (20_000.0..80_000.0).contains(&whole) {
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(TimeDelta::days(whole as i64));
    }
    ((19_000_101.0..=22_001_231.0).contains(&whole) && serial == whole)
        .then(|| NaiveDate::parse_from_str(&format!("{whole:.0}"), "%Y%m%d").ok())
        .flatten()
}

fn written(text: &str) -> Result<Option<NaiveDate>, FieldFault> {
    const MONTHS: [&str; 4] = ["%b %d, %Y", "%d %b %Y", "%B %d, %Y", "%d-%b-%Y"];
    if let Ok(serial) = text.parse::<f64>() {
        return Ok(of_serial(serial));
    }
    if let Some(day) = MONTHS
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
    {
        return Ok(Some(day));
    }
    // A time behind the day says nothing of the day.
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let day = if day.contains('年') { text } else { day };
    let parts: Vec<&str> = day
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .take(3)
        .collect();
    let [Some(one), Some(two), Some(three)] =
        [0, 1, 2].map(|place| parts.get(place).and_then(|part| part.parse::<u32>().ok()))
    else {
        return Ok(None);
    };
    if parts[0].len() == 4 {
        return Ok(NaiveDate::from_ymd_opt(one as i32, two, three));
    }
    if parts[2].len() != 4 {
        return Ok(None);
    }
    match (one, two) {
        (day, month) if day == month || day > 12 => Ok(NaiveDate::from_ymd_opt(three as i32, month, day)),
        (month, day) if day > 12 => Ok(NaiveDate::from_ymd_opt(three as i32, month, day)),
        _ => Err(fault("doubtful-date")),
    }
}

/// Signs and words of currencies.
const CURRENCIES: [(&str, &str); 20] = [
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("rmb", "CNY"),
    ("hk$", "HKD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("us$", "USD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("歐元", "EUR"),
    ("日元", "JPY"),
    ("英镑", "GBP"),
    ("cny", "CNY"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("hkd", "HKD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
];

fn money(cell: &Cell, home: &Home) -> Result<Value, FieldFault> {
    let mut text: String = even(cell)
        .to_lowercase()
        .chars()
        .filter(|letter| !matches!(letter, ',' | ' ' | '¥' | '￥'))
        .collect();
    let mut currency = home.currency;
    for (sign, code) in CURRENCIES {
        if text.contains(sign) {
            text = text.replace(sign, "");
            currency = code.parse().map_err(|_| fault("not-money"))?;
        }
    }
    let text = text.trim_end_matches(['元', '圆', '圓']);
    let (text, times) = match text.strip_suffix(['万', '萬']) {
        Some(rest) => (rest, 10_000),
        None => match text.strip_suffix(['亿', '億']) {
            Some(rest) => (rest, 100_000_000),
            None => (text, 1),
        },
    };
    let amount = minor(text, times, currency.digits()).ok_or_else(|| fault("not-money"))?;
    let money = Money::new(amount, currency).map_err(|_| fault("not-money"))?;
    Ok(json!({ "amount": money.amount(), "currency": money.currency().code() }))
}

/// Minor units of a decimal number times so much; nothing where that is no whole number of them.
fn minor(text: &str, times: i128, digits: u32) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let plain = |text: &str| text.chars().all(|digit| digit.is_ascii_digit());
    let (negative, whole) = match whole.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, whole),
    };
    if !plain(whole) || !plain(part) || (whole.is_empty() && part.is_empty()) || whole.len() + part.len() > 24
    {
        return None;
    }
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let number: i128 = format!("{whole}{part}").parse().ok()?;
    let scaled = number.checked_mul(times)?.checked_mul(10_i128.pow(digits))?;
    // A spreadsheet's 0.1 + 0.2 has more digits than money has.
    let rounded = (scaled * 2 + scale) / (scale * 2);
    i64::try_from(if negative { -rounded } else { rounded }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Home {
        Home {
            currency: "CNY".parse().unwrap(),
        }
    }

    fn text(shape: &Shape, text: &str) -> Result<Option<Value>, String> {
        read(shape, &Cell::Text(text.to_owned()), &home()).map_err(|fault| fault.code)
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let day = Ok(Some(json!("2026-03-02")));
        for written in [
            "2026-03-02",
            "2026/3/2",
            "2026.3.2",
            "2026年3月2日",
            "２０２６－０３－０２",
            "20260302",
            "46083",
            "2026-03-02 10:30:00",
            "2026-03-02T10:30:00Z",
            "Mar 2, 2026",
            "02 Mar 2026",
        ] {
            assert_eq!(text(&Shape::Date, written), day, "{written}");
        }
        assert_eq!(text(&Shape::Date, "25/3/2026"), Ok(Some(json!("2026-03-25"))));
        assert_eq!(text(&Shape::Date, "3/25/2026"), Ok(Some(json!("2026-03-25"))));
        assert_eq!(text(&Shape::Date, "3/5/2026"), Err("doubtful-date".into()));
        for wrong in ["2026-02-30", "昨天", "12", "0000-00-00", "99999999"] {
            assert_eq!(text(&Shape::Date, wrong), Err("not-a-date".into()), "{wrong}");
        }
        let serial = read(&Shape::Date, &Cell::Number(46083.5), &home()).unwrap();
        assert_eq!(serial, Some(json!("2026-03-02")));
    }

    #[test]
    fn a_phone_number_survives_being_taken_for_a_number() {
        let number = |number: f64| read(&Shape::Phone, &Cell::Number(number), &home());
        assert_eq!(number(13_800_138_000.0).unwrap(), Some(json!("13800138000")));
        assert_eq!(
            text(&Shape::Phone, "１３８００１３８０００"),
            Ok(Some(json!("13800138000")))
        );
        assert_eq!(
            text(&Shape::Phone, "13800138000.0"),
            Ok(Some(json!("13800138000")))
        );
        assert_eq!(
            text(&Shape::Phone, "'+86 138-0013-8000"),
            Ok(Some(json!("+86 138-0013-8000")))
        );
        assert_eq!(text(&Shape::Phone, "1.38E+10"), Err("rounded-number".into()));
        assert_eq!(
            read(&Shape::Code, &Cell::Number(913_100_001_234_567_890.0), &home())
                .unwrap_err()
                .code,
            "rounded-number"
        );
    }

    #[test]
    fn money_is_read_with_its_words() {
        let yuan = |fen: i64| Ok(Some(json!({ "amount": fen, "currency": "CNY" })));
        for (written, fen) in [
            ("1200", 120_000),
            ("1,200.50", 120_050),
            ("￥1，200.50元", 120_050),
            ("50万", 50_000_000),
            ("1.25亿元", 12_500_000_000),
            ("0.30000000000000004", 30),
            ("人民币 3 万元", 3_000_000),
        ] {
            assert_eq!(text(&Shape::Money, written), yuan(fen), "{written}");
        }
        assert_eq!(
            text(&Shape::Money, "USD 100"),
            Ok(Some(json!({ "amount": 10_000, "currency": "USD" })))
        );
        for wrong in ["面议", "1.2.3", "1e9", "--5", "99999999999999999999999999"] {
            assert_eq!(text(&Shape::Money, wrong), Err("not-money".into()), "{wrong}");
        }
    }

    #[test]
    fn an_error_in_a_cell_is_no_value_and_a_space_is_none() {
        let broken = Cell::Broken("formula-error");
        assert_eq!(
            read(&Shape::Text(10), &broken, &home()).unwrap_err().code,
            "formula-error"
        );
        assert_eq!(text(&Shape::Text(10), "  \u{3000} "), Ok(None));
        assert_eq!(text(&Shape::Text(3), "四个字呢"), Err("too-long".into()));
        assert_eq!(text(&Shape::Flag, "是"), Ok(Some(json!(true))));
        assert_eq!(text(&Shape::Integer, "１，２００"), Ok(Some(json!(1200))));
    }
}
