//! A plain HTTP/1.1 client on one connection that stays open: what it costs is small and known, and it says when an answer was cut off.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What the program answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Body as sent.
    pub body: Vec<u8>,
    /// Cookie that was set, name and value.
    pub cookie: Option<String>,
}

impl Answer {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Whether it went well.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A request.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Path and query below `/api/v1`.
    pub path: String,
    /// Body, if any.
    pub body: Option<Value>,
    /// `Idempotency-Key`, if any.
    pub key: Option<String>,
}

impl Request {
    /// A read.
    pub fn get(path: impl Into<String>) -> Self {
        Self {
            method: "GET",
            path: path.into(),
            body: None,
            key: None,
        }
    }

    /// A write with a key of its own.
    pub fn post(path: impl Into<String>, body: Value, key: impl Into<String>) -> Self {
        Self {
            method: "POST",
            path: path.into(),
            body: Some(body),
            key: Some(key.into()),
        }
    }
}

/// A connection, logged in or not.
pub struct Client {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
    /// Cookie that is sent.
    pub cookie: Option<String>,
}

impl Client {
    /// A client of an address; it connects with its first request.
    pub fn of(address: SocketAddr, cookie: Option<String>) -> Self {
        Self {
            address,
            stream: None,
            cookie,
        }
    }

    /// Logs in and keeps the cookie.
    pub fn log_in(address: SocketAddr, login: &str, password: &str) -> io::Result<Self> {
        let mut client = Self::of(address, None);
        let body = serde_json::json!({ "login": login, "password": password });
        let answer = client.send(&Request {
            key: None,
            ..Request::post("/session", body, "")
        })?;
        if !answer.is_good() {
            return Err(io::Error::other(format!(
                "log-in of {login}: {} {}",
                answer.status,
                String::from_utf8_lossy(&answer.body)
            )));
        }
        client.cookie = answer.cookie;
        Ok(client)
    }

    /// Sends and waits for the whole answer. After an error the next request connects anew.
    pub fn send(&mut self, request: &Request) -> io::Result<Answer> {
        let answer = self.exchange(request);
        if answer.is_err() {
            self.stream = None;
        }
        answer
    }

    fn exchange(&mut self, request: &Request) -> io::Result<Answer> {
        let text = self.text(request);
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => {
                let stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(Duration::from_secs(60)))?;
                none.insert(BufReader::new(stream))
            }
        };
        stream.get_mut().write_all(&text)?;
        read(stream)
    }

    fn text(&self, request: &Request) -> Vec<u8> {
        let mut text = format!(
            "{} /api/v1{} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\naccept-language: zh\r\n",
            request.method, request.path, self.address
        );
        if let Some(cookie) = &self.cookie {
            text.push_str(&format!("cookie: {cookie}\r\n"));
        }
        if let Some(key) = &request.key {
            text.push_str(&format!("idempotency-key: {key}\r\n"));
        }
        let body = request.body.as_ref().map(Value::to_string).unwrap_or_default();
        if request.body.is_some() {
            text.push_str("content-type: application/json\r\n");
        }
        text.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        text.into_bytes()
    }
}

fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Answer> {
    let mut line = String::new();
    let cut = || io::Error::new(io::ErrorKind::UnexpectedEof, "the answer was cut off");
    if stream.read_line(&mut line)? == 0 {
        return Err(cut());
    }
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
    let mut answer = Answer {
        status: status.ok_or_else(cut)?,
        ..Answer::default()
    };
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err(cut());
        }
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().map_err(|_| cut())?,
            "transfer-encoding" => chunked = value == "chunked",
            "set-cookie" => answer.cookie = value.split(';').next().map(str::to_owned),
            _ => {}
        }
    }
    if chunked {
        read_chunks(stream, &mut answer.body)?;
    } else {
        answer.body.resize(length, 0);
        stream.read_exact(&mut answer.body)?;
    }
    Ok(answer)
}

fn read_chunks(stream: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
        let start = body.len();
        body.resize(start + size + 2, 0);
        stream.read_exact(&mut body[start..])?;
        body.truncate(start + size);
        if size == 0 {
            return Ok(());
        }
    }
}
