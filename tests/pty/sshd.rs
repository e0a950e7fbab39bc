//! A real OpenSSH server on this machine, with the lines that administrators are given (`packaging/sshd/trygg.conf`):
//! only the account, the keys, the program and the casebook in them are others.

use std::fs::{self, File, Permissions};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use portable_pty::CommandBuilder;

use crate::casebook::{Casebook, TODAY};
use crate::terminal::{Terminal, size, wait_for};

const SERVERS: [&str; 2] = ["/usr/sbin/sshd", "/usr/bin/sshd"];

/// What administrators are given.
const GIVEN: &str = include_str!("../../packaging/sshd/trygg.conf");

pub struct Server {
    daemon: Child,
    port: u16,
    directory: PathBuf,
    account: String,
}

/// Whether there is OpenSSH here; where there is none the reason is told, and the test has shown nothing.
fn server() -> Option<&'static str> {
    let found = SERVERS.into_iter().find(|path| Path::new(path).exists());
    let tools = ["ssh", "ssh-keygen", "sftp"]
        .into_iter()
        .all(|name| Command::new("which").arg(name).output().is_ok_and(|said| said.status.success()));
    match found {
        Some(found) if tools => Some(found),
        _ => {
            eprintln!("not tried: there is no OpenSSH server and client on this machine (apt install openssh-server)");
            None
        }
    }
}

/// The lines as they are given, for this machine's account and a casebook of the test.
fn lines(casebook: &Casebook, account: &str) -> String {
    let program =
        format!("{} --today {TODAY} --casebook {}", env!("CARGO_BIN_EXE_trygg"), casebook.path("casebook").display());
    let changes = [
        ("Match User trygg", format!("Match User {account}")),
        ("/usr/bin/trygg --casebook /var/lib/trygg/casebook", program),
        ("/etc/ssh/trygg.keys", casebook.path("keys").display().to_string()),
    ];
    changes.iter().fold(GIVEN.to_owned(), |lines, (given, here)| {
        assert!(lines.contains(given), "the lines that are given have no {given:?}");
        lines.replace(given, here)
    })
}

impl Server {
    /// Starts one; none where there is no OpenSSH.
    pub fn start(casebook: &Casebook) -> Option<Self> {
        let sshd = server()?;
        let account =
            String::from_utf8(Command::new("id").arg("-un").output().unwrap().stdout).unwrap().trim().to_owned();
        if account == "root" {
            // What the system's own service does before it starts.
            fs::create_dir_all("/run/sshd").unwrap();
        }
        for name in ["host", "hers", "his"] {
            let made = Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(casebook.path(name))
                .status();
            assert!(made.unwrap().success());
        }
        let public = |name: &str| fs::read_to_string(casebook.path(&format!("{name}.pub"))).unwrap();
        let keys = format!(
            "environment=\"TRYGG_USER=Karin Berg\",environment=\"EDITOR=/bin/sh\",restrict,pty {}restrict,pty {}",
            public("hers"),
            public("his")
        );
        fs::write(casebook.path("keys"), keys).unwrap();
        fs::set_permissions(casebook.path("keys"), Permissions::from_mode(0o600)).unwrap();
        fs::write(casebook.path("trygg.conf"), lines(casebook, &account)).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let around = format!(
            "Include {}\nPort {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nStrictModes no\nUsePAM no\n\
             Subsystem sftp internal-sftp\n",
            casebook.path("trygg.conf").display(),
            casebook.path("host").display(),
        );
        let settings = casebook.path("sshd_config");
        fs::write(&settings, around).unwrap();
        let checked = Command::new(sshd).arg("-t").arg("-f").arg(&settings).output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        let log = File::create(casebook.path("sshd.log")).unwrap();
        let mut daemon = Command::new(sshd);
        daemon.args(["-D", "-e", "-f"]).arg(&settings).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let server = Self { daemon: daemon.spawn().unwrap(), port, directory: casebook.path(""), account };
        wait_for("the server", || TcpStream::connect(("127.0.0.1", port)).is_ok());
        Some(server)
    }

    fn words(&self, key: &str) -> Vec<String> {
        let options = [
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "IdentitiesOnly=yes",
            "LogLevel=ERROR",
            "SendEnv=LANG LC_ALL",
        ];
        let mut words = vec!["-F".to_owned(), "none".to_owned()];
        words.extend(options.iter().flat_map(|option| ["-o".to_owned(), (*option).to_owned()]));
        words.extend(["-i".to_owned(), self.directory.join(key).display().to_string()]);
        words
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn place(&self) -> String {
        format!("{}@127.0.0.1", self.account)
    }

    /// Logs in on a terminal of a size, with the language of the other machine.
    pub fn log_in(&self, key: &str, (columns, rows): (u16, u16), language: &str) -> Terminal {
        let mut ssh = CommandBuilder::new("ssh");
        ssh.env_clear();
        ssh.env("PATH", "/usr/bin:/bin");
        ssh.env("TERM", "xterm-256color");
        ssh.env("LANG", language);
        ssh.args(self.words(key));
        ssh.args(["-t", "-p", &self.port.to_string(), &self.place()]);
        Terminal::run(ssh, size(columns, rows))
    }

    /// What comes of asking the server for something else; words for `ssh` that stand before and after where it is.
    pub fn ask(&self, before: &[&str], after: &[&str]) -> Output {
        let mut ssh = Command::new("ssh");
        ssh.args(self.words("his")).args(["-p", &self.port.to_string()]).args(before).arg(self.place()).args(after);
        ssh.env("LANG", "sv_SE.UTF-8").stdin(Stdio::null()).output().unwrap()
    }

    /// What comes of `sftp` or `scp`.
    pub fn copy(&self, program: &str, words: &[&str]) -> Output {
        let mut copy = Command::new(program);
        copy.args(self.words("his")).args(["-P", &self.port.to_string()]);
        copy.args(words.iter().map(|word| word.replace("SERVER", &self.place())));
        copy.stdin(Stdio::null()).output().unwrap()
    }

    /// The numbers of the programs that sessions run.
    pub fn programs(&self) -> Vec<u32> {
        let casebook = self.directory.join("casebook").display().to_string();
        let numbers =
            fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let is_ours = |number: &u32| {
            let exe = fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|exe| exe.ends_with("trygg"));
            let words = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
            exe && String::from_utf8_lossy(&words).contains(&casebook)
        };
        numbers.filter(is_ours).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
