//! Who may do what, as the one table of the program has it, in words for the handbook.

use trygg::domain::access::{Reach, Right, reach};
use trygg::domain::codes::{Code, Role};
use trygg::locale::Locale;

use super::made::{either, table};

/// Every right, in Swedish and in English.
const RIGHTS: &[(Right, &str, &str)] = &[
    (Right::ReadCases, "Se familjer, personer och träffar", "See families, people and sessions"),
    (Right::ReadFile, "Läsa det som skrivits om en familj", "Read what is written of a family"),
    (Right::ReadPlans, "Läsa planer och mål", "Read plans and goals"),
    (Right::ReadPapers, "Läsa mappen: säkerhetsplan, skola, hälsa", "Read the folder: safety plan, school, health"),
    (Right::AddFamilies, "Lägga in en ny familj", "Enter a new family"),
    (Right::ChangeFamilies, "Ändra familj, personer, placeringar", "Change family, people, placements"),
    (Right::WriteSessions, "Skriva träffar", "Write sessions"),
    (Right::PlanVisits, "Planera och redovisa umgängen", "Plan visits and say how they went"),
    (Right::DrawMaps, "Rita nätverkskartor", "Draw network maps"),
    (Right::ReadKeptBack, "Läsa kartor som inte delas med teamet", "Read maps kept from the team"),
    (Right::NoteEvents, "Anteckna händelser, undanta bevakningar", "Note events, exempt from duties"),
    (Right::KeepTasks, "Ha uppgifter", "Keep tasks"),
    (Right::CheckIn, "Hålla veckans avstämning", "Hold the weekly check-in"),
    (Right::KeepCalendars, "Skriva in stödjares frånvaro", "Enter when a supporter is away"),
    (
        Right::CallParents,
        "Se vilka föräldrar som ska ringas, och säga att de är det",
        "Be told which parents to call, and say they were",
    ),
    (Right::SeeBreaches, "Se vad som skett trots en begränsning", "See what happened in spite of a restriction"),
    (Right::BreakGlass, "Öppna en familj i nödfall", "Open a family in an emergency"),
    (Right::ReviewGlass, "Gå igenom vad som öppnats i nödfall", "Look through what was opened in an emergency"),
    (Right::MarkConflict, "Anmäla egen jävssituation", "Say that one has a conflict of interest"),
    (Right::JudgeConflicts, "Besluta om andras jäv", "Decide on others' conflicts of interest"),
    (Right::MoveFamilies, "Lämna en familj till ett annat team", "Give a family to another team"),
    (Right::Export, "Skriva ut filer", "Write files"),
    (Right::ExportWhole, "Skriva ut filer där inget hålls tillbaka", "Write files with nothing kept back"),
    (Right::ImportCases, "Läsa in filer", "Take in files"),
    (Right::ReadFigures, "Läsa rapporter, små tal dolda", "Read reports, small counts masked"),
    (Right::ReadFiguresUnmasked, "Läsa rapporter med alla tal", "Read reports with every count"),
    (Right::KeepCounts, "Skriva in tal som räknats för hand", "Enter what was counted by hand"),
    (Right::AskToPurge, "Begära gallring", "Ask for a purge"),
    (Right::ConfirmPurge, "Bekräfta gallring", "Confirm a purge"),
    (Right::ReadJournal, "Läsa vem som gjort och läst vad", "Read who did and read what"),
    (Right::ManageUsers, "Lägga upp användare", "Manage users"),
    (Right::ManageTeams, "Lägga upp team", "Manage teams"),
    (Right::Maintain, "Säkerhetskopiera, pröva, återställa", "Back up, verify, restore"),
    (Right::KeepDrafts, "Ha egna utkast", "Keep drafts of one's own"),
];

fn far(locale: &Locale, reach: Reach) -> String {
    match reach {
        Reach::Nothing => "–".to_owned(),
        Reach::Assigned => either(locale, "egna", "own"),
        Reach::Team => either(locale, "teamets", "team's"),
        Reach::Unit => either(locale, "alla", "all"),
    }
}

/// The table, a row a right, a column a role.
pub fn table_of(locale: &Locale) -> String {
    let mut head = vec![either(locale, "Vad", "What")];
    head.extend(Role::ALL.iter().map(|role| locale.label(*role)));
    let rows = RIGHTS.iter().map(|(right, swedish, english)| {
        let mut row = vec![either(locale, swedish, english)];
        row.extend(Role::ALL.iter().map(|role| far(locale, reach(*role, *right))));
        row
    });
    table(&head, rows)
}

/// What nobody may do is in no table; so a right that is new is found by being somebody's and in no row.
#[test]
fn every_right_is_told() {
    let source = include_str!("../../../src/domain/access.rs");
    let named: Vec<&str> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("(Right::"))
        .filter_map(|rest| rest.split_once(',').map(|(name, _)| name))
        .collect();
    assert!(named.len() > 20);
    for name in named {
        let is_told = RIGHTS.iter().any(|(right, ..)| format!("{right:?}") == name);
        assert!(is_told, "{name} is in access.rs and has no words in {}", file!());
    }
}
