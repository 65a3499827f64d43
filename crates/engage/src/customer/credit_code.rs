//! The unified social credit code of GB 32100-2015: 18 characters, the last of which checks the others.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether a code has the right letters and its check character is right. Upper case, no spaces.
pub fn is_credit_code(code: &str) -> bool {
    let Some(values) = code.bytes().map(value).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    if values.len() != 18 {
        return false;
    }
    let mut weight = 1;
    let mut sum = 0;
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    values[17] == (31 - sum % 31) % 31
}

fn value(letter: u8) -> Option<u32> {
    ALPHABET
        .iter()
        .position(|known| *known == letter)
        .and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_held_against_its_check_character() {
        for code in ["91350100M000100Y43", "91110000600037341L", "9111000071093123XX"] {
            assert!(is_credit_code(code), "{code}");
        }
        for code in [
            "91350100M000100Y44",
            "91350100M000100Y4",
            "91350100M000100Y43 ",
            "9135O100M000100Y43",
            "统一社会信用代码",
            "",
        ] {
            assert!(!is_credit_code(code), "{code}");
        }
    }
}
