//! Key files as they are seen without a passphrase.

use std::fs;
use std::path::Path;

use super::{Public, Slot, get, path, unhex};
use crate::domain::problem::Problem;
use crate::store::files;

/// What a key file is.
pub(in crate::store) enum Seen {
    /// A user's, under the name that is theirs; with the keys that it says are theirs, unless an older program wrote
    /// it.
    Of { user: String, public: Option<Public> },
    /// The open one of a demo.
    Open,
    /// None that anybody could open.
    Damaged,
}

/// All files among the keys, by name.
pub(in crate::store) fn look(keys: &Path) -> Result<Vec<(String, Seen)>, Problem> {
    let failed = |cause| files::problem("read-keys", keys, cause);
    let mut all = Vec::new();
    for entry in fs::read_dir(keys).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        let is_of = |user: &str| path(keys, user) == file;
        let seen = match get(&file, "no-key-file", "") {
            Ok(Slot::Argon2id { user, .. }) if is_of(&user) => Seen::Of { user, public: None },
            Ok(Slot::Pair { user, signing, sealing, .. }) if is_of(&user) => {
                match Option::zip(bytes(&signing), bytes(&sealing)) {
                    Some((signing, sealing)) => Seen::Of { user, public: Some(Public { signing, sealing }) },
                    None => Seen::Damaged,
                }
            }
            Ok(Slot::Demo { .. }) => Seen::Open,
            _ => Seen::Damaged,
        };
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        all.push((name.unwrap_or_default(), seen));
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(all)
}

fn bytes(text: &str) -> Option<[u8; 32]> {
    unhex(text)?.try_into().ok()
}
