//! What the program does before anything else: nothing that is in its memory may be written to a file when it fails,
//! nor be looked at by another program of the same account.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// No core file, however the machine is set up: a limit for those that are written to files, and not being dumpable for
/// those that are handed to another program. The latter keeps debuggers of the same account away as well.
pub fn begin() {
    // A system that refuses leaves the program as it would be without: that is no reason not to open a casebook, and
    // `doctor` tells how core files are set up.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}
