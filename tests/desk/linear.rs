//! Every story of the panes line by line: a line in, lines out. Nothing that is said steers a terminal, draws, is cut.

use trygg::app::{Desk as App, Flow, Route, Subject};
use trygg::domain::codes::{Colour, Outcome, VisitOutcome};
use trygg::domain::directory::Directory;
use trygg::linear::Front;
use trygg::locale::Language;
use trygg::store::{DiaryOf, SessionFilter};
use trygg::ui::lines::{SIZE, page};

use super::desk::{Desk, today};
use super::screens::{SCENES, play};

/// Somebody who hears what is said and types a line.
struct Talk {
    desk: Desk,
    front: Front,
    /// What was said to the last line.
    said: Vec<String>,
    /// Lines typed so far.
    typed: usize,
}

/// That a line may be sent to any terminal, and leaves nothing out.
#[track_caller]
fn can_be_said(line: &str) {
    assert!(!line.chars().any(char::is_control), "{line:?}");
    let draws = |sign: char| matches!(sign, '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' | '…');
    assert!(!line.chars().any(draws), "{line:?}");
    assert!(!line.contains("  "), "{line:?}");
}

impl Talk {
    fn new() -> Self {
        Self::on(Desk::new())
    }

    fn on(mut desk: Desk) -> Self {
        desk.app.go_along(&Route::to(Subject::Duties)).unwrap();
        let (front, said) = Front::begin(&mut desk.app);
        Self { desk, front, said, typed: 0 }
    }

    fn app(&self) -> &App {
        &self.desk.app
    }

    /// Types a line.
    fn types(&mut self, line: &str) -> &mut Self {
        self.typed += 1;
        self.said = self.front.line(&mut self.desk.app, line);
        self.said.iter().for_each(|said| can_be_said(said));
        assert!(self.said.len() <= 40, "{line}: {:#?}", self.said);
        self
    }

    #[track_caller]
    fn says(&mut self, text: &str) -> &mut Self {
        assert!(self.said.iter().any(|line| line.contains(text)), "no {text:?} in {:#?}", self.said);
        self
    }

    #[track_caller]
    fn says_not(&mut self, text: &str) -> &mut Self {
        assert!(!self.said.iter().any(|line| line.contains(text)), "{text:?} in {:#?}", self.said);
        self
    }

    fn prompt(&self) -> String {
        self.front.prompt(self.app()).text
    }

    /// The number of the row that says something.
    #[track_caller]
    fn number(&mut self, text: &str) -> String {
        self.types("läs");
        for _ in 0..40 {
            if let Some(line) = self.said.iter().find(|line| line.contains(text) && line.contains(" av ")) {
                return line.split(' ').next().unwrap().to_owned();
            }
            self.types("");
        }
        panic!("no {text:?} to be heard");
    }
}

#[test]
fn a_week_is_heard_row_by_row_and_each_stands_by_itself() {
    let mut talk = Talk::new();
    talk.says("Veckan").says("1 av ").says("försenad 5 dagar: Överväg umgängesbegränsningen för Elias");
    talk.types("2").says("2 av ").types("").says("rader till");
    talk.types("upp").says("1 av ").types("igen").says("1 av ");
    talk.types("99").says("ingen rad 99");
    talk.types("vrickad").says("Förstår inte ”vrickad”");
}

#[test]
fn a_session_is_logged_with_one_line_and_undone_with_another() {
    let mut talk = Talk::new();
    let before = talk.desk.sessions();
    talk.types("+ lind igår 14-15:30 hem @mamma #skola -- gick igenom läxorna");
    talk.says("Lindström, fredag 20 november, 14–15.30, hembesök")
        .says("”gick igenom läxorna”")
        .says("Sparat: träff Lindström");
    assert_eq!((talk.typed, talk.desk.sessions()), (1, before + 1));
    talk.types("u").says("Ångrat: träff Lindström");
    assert_eq!(talk.desk.sessions(), before);
    talk.types("Ctrl-R").says("Gjort igen");
    assert_eq!(talk.desk.sessions(), before + 1);
    talk.types("ångra").says("Ångrat");
}

#[test]
fn a_line_that_is_not_understood_says_which_part_and_is_typed_anew() {
    let mut talk = Talk::new();
    let before = talk.desk.sessions();
    talk.types("+ nord igår kaffe").says("nord? Nordin A-6, Nordqvist A-7").says("kaffe").says("Inget sparat");
    assert_eq!(talk.prompt(), "Rad:");
    talk.types("nordin igår tel -- provar").says("Sparat: träff Nordin");
    assert_eq!(talk.desk.sessions(), before + 1);
    // A draft that waits is told of, and neither it nor the new line is lost.
    talk.types("+ lind igår kaffe").types(".tillbaka").says("Sparat som utkast");
    talk.types("+ berg igår tel").says("Här väntar ett utkast: lind igår kaffe");
    talk.types(".ny").says("Sparat: träff Berg");
    assert_eq!(talk.desk.sessions(), before + 2);
}

#[test]
fn a_family_is_found_and_read() {
    let mut talk = Talk::new();
    talk.types("/ elias").says("Lindström");
    if talk.prompt() == "Sök:" {
        talk.types("1");
    }
    talk.says("Lindström").says("A-1");
    assert_eq!(talk.app().cx.family(), Some(family(&talk, "lindström")));
    let mut heard = talk.said.clone();
    while talk.said.last().is_some_and(|last| last.contains("Enter läser vidare")) {
        talk.types("");
        heard.extend(talk.said.clone());
    }
    let heard = heard.join("\n");
    for told in ["Sara", "Elias", "Noah", "Familjehem Dahl", "Träffar per område"] {
        assert!(heard.contains(told), "{told}: {heard}");
    }
    talk.types("träffar").says("Träffar Lindström").types("1 ok").says("Lindström").types("tillbaka");
    assert!(talk.app().layers.is_empty());
}

fn family(talk: &Talk, name: &str) -> trygg::domain::ids::FamilyId {
    Directory::families(&talk.desk.colleague("Karin"), name).unwrap().remove(0).id
}

/// How the visits of a family stand, those of the weeks around today.
fn outcomes(talk: &Talk, name: &str) -> Vec<VisitOutcome> {
    let store = talk.desk.colleague("Karin");
    let (from, to) = (today() - chrono::Days::new(60), today() + chrono::Days::new(10));
    let diary = store.diary(DiaryOf::Family(family(talk, name)), from, to).unwrap();
    diary.visits(from, to).iter().filter_map(|visit| visit.written.map(|written| written.outcome)).collect()
}

#[test]
fn a_visit_is_marked_held_and_another_cancelled() {
    let count = |talk: &Talk, wanted| outcomes(talk, "berg").into_iter().filter(|one| *one == wanted).count();
    let mut talk = Talk::new();
    talk.types("umgänge");
    let row = talk.number("Leo – Mona");
    let before = count(&talk, VisitOutcome::Held);
    talk.types(&format!("{row} genomfört"));
    if talk.prompt() == "Svar:" {
        talk.types("");
    }
    talk.says("Sparat");
    assert_eq!(count(&talk, VisitOutcome::Held), before + 1);
    talk.types("u").says("Ångrat");
    assert_eq!(count(&talk, VisitOutcome::Held), before);
    let row = talk.number("Leo – Mona");
    let before = count(&talk, VisitOutcome::Cancelled);
    talk.types(&format!("{row} inställt")).says("Inställt av");
    assert_eq!(talk.prompt(), "Svar:");
    talk.types("s").says("Sparat");
    assert_eq!(count(&talk, VisitOutcome::Cancelled), before + 1);
    // Both in one line: which row, what became of it, and why.
    talk.types("u");
    let row = talk.number("Leo – Mona");
    talk.types(&format!("{row} i s")).says("Sparat");
    assert_eq!(count(&talk, VisitOutcome::Cancelled), before + 1);
}

#[test]
fn a_check_in_of_three_families() {
    let mut talk = Talk::new();
    talk.types("avstämning");
    assert_eq!(talk.prompt(), "Närvarande:");
    talk.types("").says("1 av ");
    assert_eq!(talk.prompt(), "1 grön, 2 gul, 3 röd:");
    // In one line; asked one after the other; with a next step.
    talk.types("1 har det lugnt").says("2 av ");
    talk.types("2");
    assert_eq!(talk.prompt(), "Mening:");
    talk.types("skolan går trögt").types("ring skolan fre @sara").types("").says("3 av ");
    talk.types("3").types("oro").types("").types("vi söker skydd").says("4 av ");
    talk.types("tillbaka");
    let store = talk.desk.colleague("Karin");
    let meeting = store.meetings_on(today()).unwrap()[0].0;
    let record = store.record_of(meeting).unwrap();
    let said: Vec<(Colour, Option<String>)> =
        record.said.iter().map(|(_, one)| (one.colour, one.sentence.clone())).collect();
    let sentence = |text: &str| Some(text.to_owned());
    assert!(said.contains(&(Colour::Green, sentence("har det lugnt"))), "{said:?}");
    assert!(said.contains(&(Colour::Yellow, sentence("skolan går trögt"))), "{said:?}");
    assert!(said.contains(&(Colour::Red, sentence("oro"))), "{said:?}");
}

#[test]
fn a_measurement_is_a_digit_a_question() {
    let mut talk = Talk::new();
    talk.types("/ elias");
    if talk.prompt() == "Sök:" {
        talk.types("1");
    }
    let row = talk.number("Elias");
    talk.types(&format!("{row} m")).says("1 av ").says("0 ");
    for _ in 0..7 {
        if talk.said.iter().any(|line| line.contains("Så har jag det"))
            || page(&talk.app().scene()).title.contains("Så har")
        {
            break;
        }
        talk.types("i");
    }
    let count = |talk: &Talk| {
        let open = talk.app().cx.open.as_ref().unwrap();
        talk.desk.colleague("Karin").measurements(open.id(), open.person()).unwrap().len()
    };
    let before = count(&talk);
    for digit in "321402312342132".chars() {
        talk.types(&digit.to_string());
    }
    talk.types("spara").says("Sparat");
    assert_eq!(count(&talk), before + 1);
}

#[test]
fn whoever_came_to_a_group_is_marked_by_row_and_by_line() {
    let mut talk = Talk::new();
    talk.types("grupper").says("1 av ").types("1 ok");
    let open = |talk: &Talk| talk.app().panes.groups.page.is_some();
    assert!(open(&talk), "{:#?}", talk.said);
    let there = |talk: &Talk| {
        let page = talk.app().panes.groups.page.as_ref().unwrap();
        page.roll.people.iter().map(|one| one.present()).collect::<Vec<_>>()
    };
    let before = there(&talk);
    talk.types("1 Space").says("Sparat");
    assert_ne!(there(&talk), before);
    talk.types("u").says("Ångrat");
    assert_eq!(there(&talk), before);
    talk.types("1 -").says("Sparat");
    assert_ne!(there(&talk), before);
}

#[test]
fn a_goal_is_asked_field_by_field_and_a_task_is_done() {
    let mut talk = Talk::new();
    talk.types("/ elias");
    if talk.prompt() == "Sök:" {
        talk.types("1");
    }
    talk.types("plan").says("Plan").types("mål");
    let mut asked = Vec::new();
    for _ in 0..30 {
        let Some(trygg::app::Layer::Form(form)) = talk.app().layers.last() else { break };
        let key = form.focused().unwrap().field.key;
        asked.push(key);
        let text = match key {
            "goal" => "Sova hela natten",
            "area" => "psyk",
            _ => "",
        };
        talk.says("fält ").types(text);
    }
    talk.says("Sparat");
    assert!(asked.contains(&"goal"), "{asked:?}");
    talk.types("läs");
    talk.number("Sova hela natten");
    talk.types("vecka");
    let row = talk.number("Åtgärd i planen");
    let before = talk.app().panes.week.list.lines.len();
    talk.types(&format!("{row} klart"));
    talk.says("Sparat");
    assert!(talk.app().panes.week.list.lines.len() < before, "{:#?}", talk.said);
}

#[test]
fn a_form_is_a_question_a_field_and_enter_keeps_what_stands_there() {
    let mut talk = Talk::new();
    let before = talk.desk.sessions();
    talk.types("familjer").types("/ lindström").types("ny träff");
    if talk.app().layers.is_empty() {
        talk.types("n");
    }
    talk.says("fält ").says("Kommandon börjar med punkt");
    talk.types(".?").says("spara");
    talk.types("..punkt");
    let mut is_noted = false;
    for _ in 0..40 {
        let Some(trygg::app::Layer::Form(form)) = talk.app().layers.last() else { break };
        if form.in_note() && !std::mem::replace(&mut is_noted, true) {
            talk.types("första raden").types("andra raden");
        }
        if form_is_at(&talk, "on") {
            talk.types("igår").types(".Shift-Tab").says("Läses som");
        }
        talk.types("");
    }
    assert_eq!(talk.desk.sessions(), before + 1, "{:#?}", talk.said);
    let store = talk.desk.colleague("Karin");
    let filter = SessionFilter { family: talk.app().cx.family(), ..SessionFilter::default() };
    let all = store.sessions(&filter, 0, 100).unwrap();
    let is_ours = |row: &&trygg::store::SessionRow| row.note.as_deref().is_some_and(|note| note.starts_with("första"));
    let told = all.iter().find(is_ours).unwrap();
    let whole = store.get::<trygg::domain::session::Session>(told.id).unwrap().value;
    assert_eq!(whole.note.as_deref(), Some("första raden\nandra raden"));
    assert_eq!((told.outcome, Some(told.on)), (Outcome::Held, today().pred_opt()));
}

#[test]
fn a_word_that_would_be_a_command_elsewhere_is_text_and_that_is_said() {
    let mut talk = Talk::new();
    talk.types("/ lindström").types("ny person").says("fält 1 av");
    talk.types("tillbaka").says("”tillbaka” är inskrivet som text. Kommandot är .tillbaka").says("fält 2 av");
    talk.types(".tillbaka").says("Sparat som utkast");
}

fn form_is_at(talk: &Talk, key: &str) -> bool {
    matches!(talk.app().layers.last(), Some(trygg::app::Layer::Form(form)) if form.focused().unwrap().field.key == key)
}

#[test]
fn what_cannot_be_read_in_a_field_is_said_at_once_and_asked_again() {
    let mut talk = Talk::new();
    talk.types("familjer").types("/lin").types("person").says("Förnamn");
    for (answer, said) in [("Tuva", "Efternamn"), ("", "Roll"), ("5", "”5” går inte att läsa här."), ("barn", "Född")]
    {
        talk.types(answer).says(said);
    }
    talk.types("3 ok").says("”3 ok” går inte att läsa här.").says("Född");
    assert!(form_is_at(&talk, "birth_on"));
    talk.types("").says("Personnummer");
}

#[test]
fn a_dot_before_a_command_is_heard_everywhere_and_a_panes_digit_is_told_its_name() {
    let mut talk = Talk::new();
    talk.types("familjer")
        .types("/lin")
        .types("8")
        .says("Det finns ingen rad 8")
        .says("Rutan nås med sitt namn: rapporter");
    talk.types(".rapporter").says("Rapporter");
    talk.types("familjer").types("person").types("Tuva").types(".kasta").says("Kasta det skrivna?").types(".ja");
    assert!(talk.app().layers.is_empty(), "{:#?}", talk.said);
}

#[test]
fn the_tour_is_led_line_by_line() {
    let mut desk = Desk::touring(SIZE);
    let (front, said) = Front::begin(&mut desk.app);
    let mut talk = Talk { desk, front, said, typed: 0 };
    talk.says("Rundtur 1 av 6").says("skriv / lin");
    talk.types("vecka").types("/ lin").says("Rundtur 2 av 6").says("skriv + igår 14-15 hem @mamma -- läxor");
    talk.types("+ igår 14-15 hem @mamma -- läxor").says("Rundtur 3 av 6").says("skriv u");
    talk.types("u").says("Rundtur 4 av 6").says("Skriv varför.");
    talk.types("vecka").types("varför").says("Rundtur 5 av 6").says("skriv inställt");
    talk.types("tillbaka").types("umgänge").types("inställt").types("s").says("Rundtur 6 av 6");
    talk.types("?").says("Rundturen är klar");
    talk.types("F10");
    assert!(talk.said.iter().all(|line| !line.contains("Rundtur ")), "{:#?}", talk.said);
}

#[test]
fn the_tour_is_led_in_english_as_well() {
    let mut desk = Desk::touring_in(Language::English, SIZE);
    let (front, said) = Front::begin(&mut desk.app);
    let mut talk = Talk { desk, front, said, typed: 0 };
    let lines =
        ["/ lind", "+ yesterday 14-15 home @mum -- homework", "u", "week", "why", "back", "visits", "cancelled"];
    for line in lines {
        talk.types(line);
    }
    talk.types("i").says("Tour 6 of 6").types("?").says("The tour is done");
}

#[test]
fn a_step_of_the_tour_is_skipped_line_by_line() {
    let mut desk = Desk::touring(SIZE);
    let (front, said) = Front::begin(&mut desk.app);
    let mut talk = Talk { desk, front, said, typed: 0 };
    for step in 2..=6 {
        talk.types("F10").says(&format!("Rundtur {step} av 6"));
    }
}

#[test]
fn what_can_be_done_is_said_in_words_in_every_place() {
    for (name, steps, _) in SCENES {
        let mut desk = Desk::new();
        play(&mut desk, steps);
        let (mut front, _) = Front::begin(&mut desk.app);
        let is_hidden = front.prompt(&desk.app).is_hidden;
        let help = front.line(&mut desk.app, if is_hidden { "" } else { ".?" });
        let help =
            if help.iter().any(|line| line.contains("Förstår inte")) { front.line(&mut desk.app, "?") } else { help };
        assert!(!help.is_empty(), "{name}");
        help.iter().for_each(|line| can_be_said(line));
    }
}

#[test]
fn whatever_stands_on_a_screen_can_be_heard() {
    for language in [Language::Swedish, Language::English] {
        for (name, steps, _) in SCENES {
            let mut desk = Desk::of("Karin", language).unwrap();
            play(&mut desk, steps);
            desk.app.resize(SIZE);
            let told = page(&desk.app.scene());
            can_be_said(&told.title);
            assert!(!told.title.is_empty(), "{name}");
            told.lines.iter().for_each(|line| can_be_said(&line.text));
            let marked = told.rows().filter(|row| row.is_marked).count();
            assert!(marked <= 1, "{name}: {:#?}", told.lines);
        }
    }
}

#[test]
fn quitting_and_locking_are_words_everywhere() {
    for (word, flow) in [("slut", Flow::Quit), ("lås", Flow::Lock), ("Ctrl-L", Flow::Lock)] {
        let mut talk = Talk::new();
        talk.types(word);
        assert_eq!(talk.front.flow(talk.app()), flow, "{word}");
        let mut talk = Talk::new();
        talk.types("+").types(&format!(".{word}"));
        assert_eq!(talk.front.flow(talk.app()), flow, "{word}");
    }
}

#[test]
fn half_a_line_is_kept_as_a_draft_when_the_casebook_is_locked() {
    let mut talk = Talk::new();
    assert!(talk.front.keep_unfinished(&mut talk.desk.app, "+ lind igår -- halvf"));
    assert!(!Talk::new().front.keep_unfinished(&mut Desk::new().app, "2 g"));
    talk.desk.again();
    let (mut front, said) = Front::begin(&mut talk.desk.app);
    assert!(said.iter().any(|line| line.contains("Ett utkast väntar")), "{said:#?}");
    let said = front.line(&mut talk.desk.app, "d");
    assert!(said.iter().any(|line| line.contains("lind igår -- halvf")), "{said:#?}");
}

#[test]
fn a_number_means_the_row_that_was_heard_whatever_colleagues_write_meanwhile() {
    let mut talk = Talk::new();
    talk.types("familjer").says("1 av ");
    let heard = talk.said.iter().find(|line| line.starts_with("2 av ")).unwrap().clone();
    let name = heard.split(", ").nth(1).unwrap().to_owned();
    let other = talk.desk.colleague("Karin");
    let mut family = other.get::<trygg::domain::family::Family>(family(&talk, "berg")).unwrap();
    family.value.name = "Aaberg".to_owned();
    family.value.case_ref = "A-99".to_owned();
    other.add(&family.value, trygg::store::Origin::Direct).unwrap();
    assert!(talk.desk.app.refresh());
    talk.types("2").says(&name).says("3 av ");
}

#[test]
fn names_are_hidden_from_whoever_hears() {
    let mut talk = Talk::new();
    talk.types("Ctrl-G").types("läs").says_not("Lindström").says_not("Elias");
    talk.types("familjer").says_not("Lindström").says("A-1");
    talk.types("Ctrl-G").types("läs").says("Lindström");
}

#[test]
fn a_new_passphrase_is_asked_without_being_shown() {
    let mut talk = Talk::new();
    talk.types("Ctrl-P");
    assert!(talk.front.prompt(talk.app()).is_hidden);
    talk.types("");
    assert!(!talk.front.prompt(talk.app()).is_hidden);
}
