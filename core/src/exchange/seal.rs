//! A stored JSON object ends in a digest of what stands before it, so that a cut or changed one is noticed.

use sha2::{Digest, Sha256};

const DIGEST: &str = ",\"digest\":\"";

/// A JSON object, not empty, with the digest as its last field.
pub(crate) fn sealed(mut object: String) -> String {
    object.pop();
    let digest = digest(&object);
    object.push_str(DIGEST);
    object.push_str(&digest);
    object.push_str("\"}");
    object
}

/// The object that was sealed; `None` where the digest is not its.
pub(crate) fn unsealed(stored: &str) -> Option<String> {
    let (text, rest) = stored.trim().rsplit_once(DIGEST)?;
    (rest.strip_suffix("\"}")? == digest(text)).then(|| format!("{text}}}"))
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
