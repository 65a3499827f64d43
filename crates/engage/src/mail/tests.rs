mod importing;
mod reading;

/// A mail with these header lines and this body.
fn mail(headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut raw = headers.join("\r\n").into_bytes();
    raw.extend_from_slice(b"\r\n\r\n");
    raw.extend_from_slice(body);
    raw
}
