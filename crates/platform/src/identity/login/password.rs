//! Argon2id as OWASP recommends it (19 MiB, two passes, one lane). At most one hash a core runs at a time, and each takes its memory from
//! a small pool: a thousand log-ins at once wait for each other instead of holding gigabytes.

use std::sync::{LazyLock, Mutex, PoisonError};

use argon2::password_hash::{Ident, Output, ParamsString, PasswordHash, SaltString};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;

use crate::failure::{Failure, FieldFault, Invalid};

/// Shortest password in characters.
const SHORTEST: usize = 10;

static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)));
static MEMORY: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// Refuses a password that is too short or is the log-in name.
pub fn check(pointer: &str, login: &str, password: &str) -> Result<(), Failure> {
    if password.chars().count() < SHORTEST {
        return Err(Invalid(vec![FieldFault::at(pointer, "too-short").with("limit", SHORTEST)]).into());
    }
    if password.to_lowercase().contains(&login.to_lowercase()) && !login.is_empty() {
        return Err(Invalid::one(pointer, "too-easy").into());
    }
    Ok(())
}

/// Hashes a password with a salt of its own; the text says how, so that parameters may grow.
pub async fn hash(password: &str) -> Result<String, Failure> {
    let password = password.to_owned();
    in_turn(move || {
        let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(broken)?;
        let params = Params::DEFAULT;
        let output = digest(&params, &password, &salt)?;
        let kept = PasswordHash {
            algorithm: Ident::new_unwrap("argon2id"),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&params).map_err(broken)?,
            salt: Some(salt.as_salt()),
            hash: Some(output),
        };
        Ok(kept.to_string())
    })
    .await
}

/// Whether a password fits. Without a kept hash (nobody of that name, nobody who may log in) it takes the same time and never fits.
pub async fn fits(password: &str, kept: Option<&str>) -> Result<bool, Failure> {
    let known = kept.is_some();
    let kept = match kept {
        Some(kept) => kept.to_owned(),
        None => decoy().await?,
    };
    let password = password.to_owned();
    let same = in_turn(move || {
        let kept = PasswordHash::new(&kept).map_err(broken)?;
        let (Some(salt), Some(expected)) = (kept.salt, kept.hash) else {
            return Ok(false);
        };
        let salt = SaltString::from_b64(salt.as_str()).map_err(broken)?;
        let params = Params::try_from(&kept).map_err(broken)?;
        // `Output` compares in constant time.
        Ok(digest(&params, &password, &salt)? == expected)
    })
    .await?;
    Ok(same && known)
}

async fn decoy() -> Result<String, Failure> {
    static DECOY: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    DECOY
        .get_or_try_init(|| hash("a password that nobody has"))
        .await
        .cloned()
}

fn digest(params: &Params, password: &str, salt: &SaltString) -> Result<Output, Failure> {
    let mut bytes = [0_u8; 64];
    let salt = salt.decode_b64(&mut bytes).map_err(broken)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut memory = MEMORY
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .pop()
        .unwrap_or_default();
    memory.resize(params.block_count().max(memory.len()), Block::default());
    let output = Output::init_with(Params::DEFAULT_OUTPUT_LEN, |out| {
        Ok(argon.hash_password_into_with_memory(password.as_bytes(), salt, out, &mut memory)?)
    });
    MEMORY.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
    output.map_err(broken)
}

async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let turn = TURNS
        .acquire()
        .await
        .map_err(|error| Failure::Broken(Box::new(error)))?;
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.map_err(|error| Failure::Broken(Box::new(error)))?
}

fn broken(error: argon2::password_hash::Error) -> Failure {
    Failure::broken(format!("password hash: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_same_password_fits() {
        let kept = hash("correct horse battery").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits("correct horse battery", Some(&kept)).await.unwrap());
        assert!(!fits("correct horse batterz", Some(&kept)).await.unwrap());
    }

    #[tokio::test]
    async fn without_a_kept_hash_nothing_fits_not_even_the_decoy() {
        assert!(!fits("a password that nobody has", None).await.unwrap());
    }

    #[tokio::test]
    async fn memory_is_reused_and_not_piled_up() {
        let hashes = (0..20).map(|n| async move { hash(&format!("password number {n}")).await });
        futures_util::future::join_all(hashes)
            .await
            .into_iter()
            .for_each(|hash| assert!(hash.is_ok()));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        assert!(MEMORY.lock().unwrap().len() <= cores);
    }

    #[test]
    fn a_short_password_and_one_like_the_login_are_refused() {
        assert!(check("/password", "li", "short").is_err());
        assert!(check("/password", "zhangsan", "zhangsan2026").is_err());
        assert!(check("/password", "li.wei", "three green apples").is_ok());
    }
}
