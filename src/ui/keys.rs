//! Keys as the bottom line, help and palette show them.

/// Keys that have a sign of their own.
const SIGNS: &[(&str, &str)] = &[("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→")];

/// A key's name, or its sign.
pub fn sign_of(key: &str) -> &str {
    SIGNS.iter().find(|(name, _)| *name == key).map_or(key, |(_, sign)| sign)
}

/// Several keys.
pub fn signs_of(keys: &[&str]) -> String {
    keys.iter().map(|key| sign_of(key)).collect::<Vec<_>>().join(", ")
}
