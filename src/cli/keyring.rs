//! What waits for a PIN, in the kernel's keyring: never on a disk, gone after some minutes, after three wrong ones, and
//! with the session. Where the kernel keeps none for us there is no PIN.

use linux_keyutils::{Key, KeyRing, KeyRingIdentifier, KeySerialId};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How long it waits.
const SECONDS: usize = 300;

/// How often a wrong PIN may be typed.
const TRIES: u8 = 3;

/// What was wrapped with a PIN, and the program's half of what unwraps it.
#[derive(Debug)]
pub struct Chosen {
    /// What is to wait.
    pub wrapped: Zeroizing<Vec<u8>>,
    /// The program's half.
    pub pepper: String,
}

/// What waits.
#[derive(Debug, Serialize, Deserialize)]
pub struct Waits {
    serial: i32,
    /// The program's half of what unwraps it.
    pub pepper: String,
    /// How often a wrong PIN may be typed still.
    pub tries: u8,
}

/// Whether the kernel keeps anything for us.
pub fn is_there() -> bool {
    ring().is_some()
}

impl Waits {
    /// Has something wait from now on.
    pub fn begin(chosen: &Chosen) -> Option<Self> {
        // One process has one, so that two never take each other's.
        let key = ring()?.add_key(&format!("trygg:{}", std::process::id()), &*chosen.wrapped).ok()?;
        if key.set_timeout(SECONDS).is_err() {
            // What would wait for ever does not wait.
            let _ = key.invalidate();
            return None;
        }
        Some(Self { serial: key.get_id().0, pepper: chosen.pepper.clone(), tries: TRIES })
    }

    /// What waits, if it still does.
    pub fn read(&self) -> Option<Zeroizing<Vec<u8>>> {
        self.key().read_to_vec().ok().map(Zeroizing::new)
    }

    /// It waits no longer.
    pub fn end(self) {
        // What is gone already need not go.
        let _ = self.key().invalidate();
    }

    fn key(&self) -> Key {
        Key::from_id(KeySerialId(self.serial))
    }
}

fn ring() -> Option<KeyRing> {
    KeyRing::from_special_id(KeyRingIdentifier::Session, false).ok()
}
