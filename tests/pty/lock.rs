//! Locks: whoever comes, the text of whoever was there is not lost, and nobody else sees it.

use std::fs::{self, File};

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::{Terminal, wait_for};

const TYPED: &str = "lind igår @mamma -- hann inte klar";

/// Somebody types while another program holds the casebook, so that nothing can be written.
fn typed_while_held(casebook: &Casebook) -> (Terminal, File) {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").pause();
    let gate = File::options().write(true).open(casebook.path("casebook/gate")).unwrap();
    gate.lock().unwrap();
    terminal.keys("+").keys(TYPED).shows(TYPED);
    (terminal, gate)
}

fn sealed(casebook: &Casebook) -> usize {
    fs::read_dir(casebook.path("casebook/sealed")).map_or(0, Iterator::count)
}

#[test]
fn text_that_cannot_be_written_waits_for_its_owner_through_another_persons_lock() {
    let casebook = Casebook::demo();
    let (mut terminal, gate) = typed_while_held(&casebook);
    terminal.keys("\x0c").is_locked(" · inte sparat än · DEMO");
    gate.unlock().unwrap();
    assert_eq!(sealed(&casebook), 0, "it is in memory only");
    // Two steps: any key, and who one is.
    terminal.keys("x").shows("Lösenfras").keys("\t\x15Sara\t\r").shows("Sara").hides("utkast");
    terminal.keys("\x0c").is_locked(" · inte sparat än · DEMO");
    terminal.keys("x").shows("Lösenfras").keys("\r").shows("Ett utkast väntar").keys("d").shows("hann inte klar");
    terminal.keys("\r").shows("Sparat: träff Lindström").keys("\x0c").is_locked(" · DEMO");
}

#[test]
fn text_that_cannot_be_written_when_the_program_must_end_lies_sealed_beside_the_casebook() {
    for signal in ["TERM", "HUP"] {
        let casebook = Casebook::demo();
        let (mut terminal, gate) = typed_while_held(&casebook);
        terminal.signal(signal);
        if signal == "HUP" {
            terminal.is_locked(" · inte sparat än · DEMO").signal("TERM");
        }
        assert!(terminal.ends());
        assert_eq!(sealed(&casebook), 1, "{signal}");
        for file in fs::read_dir(casebook.path("casebook/sealed")).unwrap() {
            let text = fs::read(file.unwrap().path()).unwrap();
            assert!(!text.windows(4).any(|part| part == b"hann" || part == b"lind"), "{signal}");
        }
        gate.unlock().unwrap();
        casebook.run_demo(&["--user", "Sara", "list", "families"]);
        assert_eq!(sealed(&casebook), 1, "what is sealed to one opens for no other");
        let mut terminal = Terminal::open(&casebook);
        terminal.shows("Ett utkast väntar. d tar upp det.").keys("d").shows("hann inte klar");
        assert_eq!(sealed(&casebook), 0);
        terminal.keys("\r").shows("Sparat: träff Lindström").keys("q");
        assert!(terminal.ends());
    }
}

#[test]
fn the_last_half_minute_is_counted_and_any_key_stops_it_and_does_nothing_else() {
    let casebook = Casebook::demo();
    fs::write(casebook.path("casebook/lock.toml"), "minutes = 1\n").unwrap();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").pause();
    // Half a minute before that; every wait has its patience.
    (0..8).for_each(|_| _ = terminal.pause());
    terminal.shows("Registret låses om").shows("Fam").keys("2").hides("Registret låses om").shows("Veckan");
    terminal.keys("2").shows("Familjer  12").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_unit_may_have_a_stopped_program_lock() {
    let casebook = Casebook::demo();
    fs::write(casebook.path("casebook/lock.toml"), "on_stop = \"lock\"\n").unwrap();
    let mut terminal = Terminal::open_in_shell(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").signal("TSTP");
    wait_for("the stop", || terminal.is_stopped());
    wait_for("the screen", || !terminal.emulator(vt100::Screen::alternate_screen));
    assert!(terminal.stty(&["-a"]).contains(" icanon "), "the shell has its terminal");
    terminal.keys("\n").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\r").shows("Familjer  12");
    terminal.keys("q");
    assert!(terminal.ends());
    assert!(terminal.stty(&["-a"]).contains(" icanon "));

    // Where nobody could let it go on it locks, and is not stopped.
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").signal("TSTP").is_locked(" · DEMO");
    assert!(!terminal.is_stopped());
}

#[test]
fn a_demo_of_the_moment_is_the_same_after_a_lock_and_gone_after_the_end() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::of_the_moment(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+lind igår -- kvar\r").shows("Sparat");
    terminal.keys("\x0c").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\r").shows("Familjer  12");
    terminal.keys("/lin\r3").shows("kvar");
    let made = || fs::read_dir(casebook.path("moment")).unwrap().count();
    assert_eq!(made(), 1);
    terminal.keys("q");
    assert!(terminal.ends());
    assert_eq!(made(), 0);
}

/// A disk of a few megabytes, which goes with the test; none where one may not mount any.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        let mut mount = std::process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs"]).arg(disk.0.path());
        let mounted = mount.output().is_ok_and(|done| done.status.success());
        if !mounted {
            eprintln!("skipped: only root may mount a disk that is easily full");
        }
        mounted.then_some(disk)
    }

    fn casebook(&self) -> Casebook {
        let casebook = Casebook::of(self.0.path().to_str().unwrap());
        let directory = casebook.path("casebook");
        casebook.run_demo(&["demo", "--no-open", "--families", "4", "--dir", directory.to_str().unwrap()]);
        casebook
    }

    /// Fills it to the last byte.
    fn fill(&self) -> std::path::PathBuf {
        use std::io::Write;
        let path = self.0.path().join("everything");
        let mut file = File::create(&path).unwrap();
        for size in [1 << 16, 1 << 10, 1] {
            while file.write_all(&vec![1; size]).is_ok() {}
        }
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn on_a_full_disk_text_is_kept_in_the_room_that_was_laid_up_for_it() {
    let Some(disk) = SmallDisk::mount() else { return };
    let casebook = disk.casebook();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  4");
    disk.fill();
    terminal.keys("+lind igår @mamma -- hann inte klar").pause().pause().keys("\x0c").is_locked(" · DEMO");
    terminal.signal("KILL");
    terminal.ends();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Ett utkast väntar").keys("d").shows("hann inte klar");
}

#[test]
fn what_is_left_of_the_room_is_for_the_end() {
    let Some(disk) = SmallDisk::mount() else { return };
    let casebook = disk.casebook();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  4").pause();
    // Drafts have had their half, and nothing can be written for another reason as well.
    let reserve = File::options().write(true).open(casebook.path("casebook/reserve")).unwrap();
    reserve.set_len(reserve.metadata().unwrap().len() / 2).unwrap();
    disk.fill();
    let gate = File::options().write(true).open(casebook.path("casebook/gate")).unwrap();
    gate.lock().unwrap();
    terminal.keys("+").keys(TYPED).pause().keys("\x0c").is_locked(" · inte sparat än · DEMO").signal("TERM");
    assert!(terminal.ends());
    assert_eq!(sealed(&casebook), 1);
    gate.unlock().unwrap();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Ett utkast väntar").keys("d").shows("hann inte klar");
}

#[test]
fn a_pin_opens_soon_after_a_lock_three_times_at_most_wrong_and_is_on_no_disk() {
    let casebook = Casebook::new();
    fs::write(casebook.path("casebook/lock.toml"), "pin = true\n").unwrap();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras");
    if !terminal.screen().contains("PIN") {
        eprintln!("skipped: the kernel keeps no keys for us here");
        return;
    }
    terminal.keys(PASSPHRASE).keys("\t1111\r").shows("minst 4 tecken");
    terminal.keys("\t\t").keys(PASSPHRASE).keys("\t4711\r").shows("Veckan").keys("2").shows("Familjer  4");
    for file in fs::read_dir(casebook.path("casebook")).unwrap().flatten().filter(|file| file.path().is_file()) {
        let text = fs::read(file.path()).unwrap();
        assert!(!text.windows(4).any(|part| part == b"4711"), "{:?}", file.path());
    }
    // At once, with four keys and Enter; a wrong one is told, and the right one still opens.
    terminal.keys("\x0c").is_locked("").keys("x").shows("PIN").keys("4712\r").shows("2 försök kvar");
    terminal.keys("4711\r").shows("Familjer  4").keys("\x0c").is_locked("").keys("x").shows("PIN");
    for left in ["2 försök kvar", "1 försök kvar", "PIN gäller inte längre"] {
        terminal.keys("0000\r").shows(left);
    }
    terminal.keys("4711\r").shows("Lösenfrasen stämmer inte").keys(PASSPHRASE).keys("\r").shows("Familjer  4");
    // Without one chosen anew only the passphrase opens.
    terminal.keys("\x0c").is_locked("").keys("x").shows("valfri").keys(PASSPHRASE).keys("\r").shows("Familjer  4");
    terminal.keys("q");
    assert!(terminal.ends());
}
