use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};

use super::{MessageLanguage, Recovery, Settings};

impl Settings {
    /// Sixteen hexadecimal digits that differ when the settings do, the same on every platform. The language of messages and
    /// the waiting times do not count: they may change while an export is under way.
    pub(crate) fn fingerprint(&self) -> String {
        let mut fields = self.clone().into_fields();
        fields.language = MessageLanguage::Finnish;
        fields.recovery = Recovery::default();
        let mut hasher = Portable(Sha256::new());
        fields.hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// A hasher that gives the same on every platform and in every version of Rust.
struct Portable(Sha256);

impl Hasher for Portable {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }
    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }
    fn write_u64(&mut self, number: u64) {
        self.0.update(number.to_le_bytes());
    }
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
    fn finish(&self) -> u64 {
        let digest = self.0.clone().finalize();
        digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_settings_apart_but_not_their_language() {
        let of = |json: &str| Settings::from_json(json.as_bytes()).unwrap().fingerprint();
        let default = of("{}");
        assert_eq!(default, of(r#"{"document": {"type": "order", "status": null}, "language": "en"}"#));
        assert_eq!(default, of(r#"{"recovery": {"quarantine_minutes": 20}}"#));
        let different = [
            r#"{"document": {"type": "invoice"}}"#,
            r#"{"numbering": {"offset": 1}}"#,
            r#"{"vat": [{"when": {}, "code": "KOMY"}]}"#,
            r#"{"vat": [{"when": {"country": "eu"}, "code": "KOMY"}]}"#,
            r#"{"payment": {"comment": {"template": "Maksettu {title}"}}}"#,
        ];
        for (index, json) in different.iter().enumerate() {
            assert_ne!(of(json), default, "{json}");
            assert!(different[..index].iter().all(|other| of(other) != of(json)), "{json}");
        }
        // Stored in checkpoints, so it must not change from version to version.
        assert_eq!(default, "e3b0c44298fc1c14");
        assert_eq!(
            of(r#"{"numbering": {"offset": 1}}"#),
            of(r#"{"numbering": {"offset": 1, "mode": "order_number"}}"#)
        );
    }
}
