//! What is fed with anything at all: one function a target, which must come back, and says what holds of what came.
//!
//! The ordinary tests feed them with what is kept in `tests/fuzz/corpus` and with what can be made of it; `.ci/fuzz`
//! feeds them for hours, led by what they reach (`fuzz`).

mod archive;
mod desk;
mod files;
mod keys;
mod lines;
mod settings;

/// Something that is fed.
pub struct Target {
    /// Its name, and that of the folder with what is kept for it.
    pub name: &'static str,
    /// Feeds it once.
    pub feed: fn(&[u8]),
    /// How often the ordinary tests feed it: the dear ones seldom.
    pub times: u32,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "quickline", feed: lines::quick_line, times: 150 },
    Target { name: "mapline", feed: lines::map_line, times: 600 },
    Target { name: "csv", feed: files::table, times: 300 },
    Target { name: "workbook", feed: files::workbook, times: 300 },
    Target { name: "sheet", feed: files::sheet, times: 200 },
    Target { name: "maps", feed: files::maps, times: 200 },
    Target { name: "calendar", feed: files::calendar, times: 300 },
    Target { name: "keys", feed: keys::bytes, times: 3000 },
    Target { name: "settings", feed: settings::text, times: 300 },
    Target { name: "directory", feed: settings::file, times: 40 },
    Target { name: "slots", feed: settings::slot, times: 25 },
];

/// The target of a name.
pub fn named(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
