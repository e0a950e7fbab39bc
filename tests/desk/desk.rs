//! A desk: a casebook in a directory of its own, an interface on it, keys as text, the screen as text.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use tempfile::TempDir;
use trygg::app::keys::Key;
use trygg::app::{Desk as App, Route, STRIP, Scrollback, Stage, Subject, World};
use trygg::demo;
use trygg::domain::codes::Role;
use trygg::domain::problem::Problem;
use trygg::locale::{Language, Locale};
use trygg::store::{AccountChange, Casebook, FirstUser, SessionFilter, Store};
use trygg::ui;

/// What counts as today: a Saturday, in week 47.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn clock() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap()
}

/// The casebook that every desk gets a copy of.
pub fn pattern() -> &'static Path {
    static PATTERN: OnceLock<TempDir> = OnceLock::new();
    PATTERN
        .get_or_init(|| {
            let directory = tempfile::tempdir().unwrap();
            let mut users: Vec<FirstUser<'_>> =
                demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
            users.push(FirstUser { name: "Siri", role: Role::Statistician });
            users.push(FirstUser { name: "Ulf", role: Role::VisitSupporter });
            let casebook = Casebook::init_demo(directory.path(), &users, clock).unwrap();
            let store = casebook.unlock("Karin", "", clock).unwrap();
            store.fill_demo(&casebook, demo::families(1, 12, today()), |_| {}).unwrap();
            store.fill_demo_absences(&casebook, &demo::absences(today())).unwrap();
            store.fill_demo_groups(&casebook, &demo::groups(1, 12, today())).unwrap();
            directory
        })
        .path()
}

/// Copies a casebook.
pub fn copy(from: &Path, to: &Path) {
    fs::set_permissions(to, fs::metadata(from).unwrap().permissions()).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A person at the interface.
pub struct Desk {
    /// None for a desk on a casebook of somebody else's.
    directory: Option<TempDir>,
    /// The interface.
    pub app: App,
    /// Keys sent so far.
    pub sent: usize,
    language: Language,
    user: String,
}

impl Desk {
    /// A team leader at 80x24.
    pub fn new() -> Self {
        Self::of("Karin", Language::Swedish).unwrap()
    }

    /// A team leader at another size.
    pub fn sized(columns: u16, rows: u16) -> Self {
        let mut desk = Self::new();
        desk.app.resize((columns, rows));
        desk
    }

    /// Somebody else, in some language; a problem where the interface does not open for them.
    pub fn of(user: &str, language: Language) -> Result<Self, Problem> {
        let directory = tempfile::tempdir().unwrap();
        copy(pattern(), directory.path());
        let app = open(directory.path(), user, language, (80, 24))?;
        Ok(Self { directory: Some(directory), app, sent: 0, language, user: user.to_owned() })
    }

    /// A team leader who is led through the program, on a screen of a size.
    pub fn touring(size: (u16, u16)) -> Self {
        Self::touring_in(Language::Swedish, size)
    }

    /// At the tour's beginning, in a language.
    pub fn touring_in(language: Language, size: (u16, u16)) -> Self {
        let mut desk = Self::of("Karin", language).unwrap();
        desk.app = open_at(today(), desk.casebook(), "Karin", language, size, Stage::Tour).unwrap();
        desk
    }

    /// A team leader in a casebook of no families yet.
    pub fn empty() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let first = FirstUser { name: "Karin", role: Role::TeamLeader };
        Casebook::init_demo(directory.path(), &[first], clock).unwrap();
        let app = open(directory.path(), "Karin", Language::Swedish, (80, 24)).unwrap();
        Self { directory: Some(directory), app, sent: 0, language: Language::Swedish, user: "Karin".to_owned() }
    }

    /// Karin at a casebook that is somewhere already, on a day, at a size.
    pub fn at(casebook: &Path, language: Language, today: NaiveDate, size: (u16, u16)) -> Self {
        let app = open_on(today, casebook, "Karin", language, size).unwrap();
        Self { directory: None, app, sent: 0, language, user: "Karin".to_owned() }
    }

    fn casebook(&self) -> &Path {
        self.directory.as_ref().unwrap().path()
    }

    /// The same casebook opened anew, as after a crash: what was there is dropped without ceremony.
    pub fn again(&mut self) {
        self.app = open(self.casebook(), &self.user, self.language, self.app.cx.world.size).unwrap();
    }

    /// Opens it again with a file of the unit's own.
    pub fn with_unit_file(&mut self, name: &str, text: &str) -> &mut Self {
        fs::write(self.casebook().join(name), text).unwrap();
        self.again();
        self
    }

    /// Quits, which notes what has been seen, and comes back.
    pub fn leave_and_come_back(&mut self) {
        self.app.leave();
        self.again();
    }

    /// A file of the casebook.
    pub fn path(&self, name: &str) -> PathBuf {
        self.casebook().join(name)
    }

    /// Opens the casebook again where nothing can be written: SQLite cannot make the file that it shares with others.
    pub fn again_without_room(&mut self) {
        let spare = tempfile::tempdir().unwrap();
        copy(pattern(), spare.path());
        self.app = open(spare.path(), &self.user, self.language, self.app.cx.world.size).unwrap();
        fs::create_dir(self.path("casebook.db-shm")).unwrap();
        self.again();
    }

    /// The casebook as somebody else has it open.
    pub fn colleague(&self, user: &str) -> Store {
        Casebook::find(self.casebook()).unwrap().unlock(user, "", clock).unwrap()
    }

    /// The interface of somebody else on the same casebook.
    pub fn also(&self, user: &str) -> App {
        open(self.casebook(), user, self.language, self.app.cx.world.size).unwrap()
    }

    /// The interface of somebody else who reaches what one reaches oneself: they lead as well from now on.
    pub fn also_leads(&self, user: &str) -> App {
        let casebook = Casebook::find(self.casebook()).unwrap();
        let to = AccountChange { role: Some(Role::TeamLeader), ..AccountChange::default() };
        let karin = self.colleague("Karin");
        let second = karin.second(&casebook, "Bo", "").unwrap();
        karin.change_user(&casebook, user, &to, Some(&second)).unwrap();
        self.also(user)
    }

    /// Sends keys by name: `/ lin Enter`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in Key::typed(keys) {
            self.sent += 1;
            self.app.key(key);
            self.settle();
        }
        self
    }

    /// Works out all that is worked out between keys.
    pub fn settle(&mut self) -> &mut Self {
        settle(&mut self.app);
        self
    }

    /// Types a text letter by letter.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.sent += 1;
            self.app.key(Key::Char(letter));
        }
        self
    }

    /// Puts a text in place of what stands in the field at hand, and goes on to the next.
    pub fn fill(&mut self, text: &str) -> &mut Self {
        self.keys("Home Ctrl-K").types(text).keys("Tab")
    }

    /// The buffer that the screen is made from.
    pub fn buffer(&self) -> Buffer {
        self.draw().backend().buffer().clone()
    }

    /// The screen, blanks at the ends of rows left out.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width).max(1);
        let rows = buffer.content.chunks(width);
        let text: Vec<String> = rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>()).collect();
        text.iter().map(|row| row.trim_end()).collect::<Vec<_>>().join("\n")
    }

    /// The row of the screen that a text stands in.
    pub fn row(&self, text: &str) -> String {
        let screen = self.screen();
        let row = screen.lines().find(|row| row.contains(text));
        row.unwrap_or_else(|| panic!("no {text:?} on\n{screen}")).to_owned()
    }

    /// Asserts that the screen shows a text.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} on\n{screen}");
        self
    }

    /// Asserts that the screen does not show a text.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} on\n{screen}");
        self
    }

    /// Where the cursor stands: column and row.
    pub fn cursor(&self) -> (u16, u16) {
        let position = self.draw().backend_mut().get_cursor_position().unwrap();
        (position.x, position.y)
    }

    /// Where the cursor is seen: column and row; none where it is hidden.
    pub fn cursor_seen(&self) -> Option<(u16, u16)> {
        let terminal = self.draw();
        let backend = terminal.backend();
        backend.cursor_visible().then(|| (backend.cursor_position().x, backend.cursor_position().y))
    }

    /// How many sessions the casebook holds.
    pub fn sessions(&self) -> u32 {
        self.colleague("Karin").count_sessions(&SessionFilter::default(), 10_000).unwrap()
    }

    fn draw(&self) -> Terminal<TestBackend> {
        let (columns, rows) = self.app.cx.world.size;
        let rows = rows + if self.app.tour.is_some() { STRIP } else { 0 };
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| ui::draw(&self.app.scene(), frame)).unwrap();
        terminal
    }
}

fn open(directory: &Path, user: &str, language: Language, size: (u16, u16)) -> Result<App, Problem> {
    open_on(today(), directory, user, language, size)
}

fn open_on(
    today: NaiveDate,
    directory: &Path,
    user: &str,
    language: Language,
    size: (u16, u16),
) -> Result<App, Problem> {
    open_at(today, directory, user, language, size, Stage::Demo)
}

fn open_at(
    today: NaiveDate,
    directory: &Path,
    user: &str,
    language: Language,
    size: (u16, u16),
    stage: Stage,
) -> Result<App, Problem> {
    let casebook = Casebook::find(directory)?;
    let store = casebook.unlock(user, "", clock)?;
    let time = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
    let world = World { today, time, size, stage, scrollback: Scrollback::Cleared };
    let mut app = App::new(store, Rc::new(Locale::new(language)), world)?;
    settle(&mut app);
    // Most that is told here begins among the families; the first pane is told in week.rs.
    if app.at == Subject::Duties {
        app.go_along(&Route::to(Subject::People))?;
    }
    settle(&mut app);
    Ok(app)
}

fn settle(app: &mut App) {
    while app.is_at_work() {
        app.work();
    }
}
