//! What can be done with users on the command line.

/// Something that is done with users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum UserDeed {
    List,
    Add,
    Role,
    Team,
    Disable,
    Enable,
    Remove,
    Passphrase,
    Recovery,
    Recover,
}

/// What each is called, and the sentence that tells how it is asked for.
const TABLE: &[(UserDeed, &str, &str)] = &[
    (UserDeed::List, "list", "how-user-list"),
    (UserDeed::Add, "add", "how-user-add"),
    (UserDeed::Role, "role", "how-user-role"),
    (UserDeed::Team, "team", "how-user-team"),
    (UserDeed::Disable, "disable", "how-user-disable"),
    (UserDeed::Enable, "enable", "how-user-enable"),
    (UserDeed::Remove, "remove", "how-user-remove"),
    (UserDeed::Passphrase, "passphrase", "how-user-passphrase"),
    (UserDeed::Recovery, "recovery", "how-user-recovery"),
    (UserDeed::Recover, "recover", "how-user-recover"),
];

impl UserDeed {
    /// What all are called.
    pub fn names() -> Vec<&'static str> {
        TABLE.iter().map(|(_, name, _)| *name).collect()
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|(_, known, _)| *known == name).map(|(deed, ..)| *deed)
    }

    /// The sentence that tells how it is asked for.
    pub fn how(self) -> &'static str {
        TABLE.iter().find(|(deed, ..)| *deed == self).map_or("", |(.., how)| how)
    }
}
