//! The table of ways: what people do most, each the steps that it takes, by scope and action.
//!
//! Keys come from the table of keys, words from `ways.ftl`: `way-<name>`, what else people call it in
//! `way-<name>-words`, and `way-<name>-how`, in which `{ $k1 }` is the key of the first step.

use crate::app::keys::Scope::{ChildWords, Entry};
use crate::app::keys::Scope::{
    Everywhere, Families, Figures, Folder, Form, Group, Groups, Jump, List, Measuring, Network, NewPassphrase, Page,
    Palette, Plan, Quick, Reading, Reports, Run, RunSetup, Sessions, Tree, Visit, Visits, Week,
};
use crate::app::keys::{Action, Scope};

/// A thing that people do.
#[derive(Debug, PartialEq, Eq)]
pub struct Way {
    /// Its name in the locale files, after `way-`.
    pub name: &'static str,
    /// What is pressed, in this order.
    pub steps: &'static [(Scope, Action)],
}

const fn way(name: &'static str, steps: &'static [(Scope, Action)]) -> Way {
    Way { name, steps }
}

const TO_FAMILY: (Scope, Action) = (Everywhere, Action::Jump);
const SAVED: (Scope, Action) = (Form, Action::Save);
const LINE: (Scope, Action) = (Everywhere, Action::Quick);
const LINE_SAVED: (Scope, Action) = (Quick, Action::SaveLine);
const WEEK: (Scope, Action) = (Everywhere, Action::GoWeek);
const SESSIONS: (Scope, Action) = (Everywhere, Action::GoSessions);
const VISITS: (Scope, Action) = (Everywhere, Action::GoVisits);
const PLAN: (Scope, Action) = (Everywhere, Action::GoPlan);
const NETWORK: (Scope, Action) = (Everywhere, Action::GoNetwork);
const REPORTS: (Scope, Action) = (Everywhere, Action::GoReports);

/// The ways, under the groups that they are told in: `ways-<group>` of the locale files.
pub const WAYS: &[(&str, &[Way])] = &[
    (
        "find",
        &[way("find-family", &[TO_FAMILY, (Jump, Action::Choose)]), way("see-week", &[WEEK, (Week, Action::DoIt)])],
    ),
    (
        "sessions",
        &[
            way("log-line", &[LINE, LINE_SAVED]),
            way("log-form", &[TO_FAMILY, (Page, Action::NewSession), SAVED]),
            way("plan-session", &[LINE, LINE_SAVED]),
            way("cancel-session", &[SESSIONS, (Sessions, Action::Cancel)]),
            way("correct", &[SESSIONS, (Sessions, Action::Open), (Reading, Action::Edit), SAVED]),
            way("tell-to", &[SESSIONS, (Sessions, Action::Open), (Reading, Action::TellTo)]),
        ],
    ),
    (
        "visits",
        &[
            way("visit-series", &[TO_FAMILY, VISITS, (Visits, Action::QuickVisit), LINE_SAVED]),
            way("visit-held", &[VISITS, (Visit, Action::VisitHeld)]),
            way("visit-ill", &[VISITS, (Visit, Action::Cancel)]),
            way("visit-move", &[VISITS, (Visit, Action::MoveVisit), SAVED]),
            way("restriction", &[TO_FAMILY, VISITS, (Visit, Action::Restrict), SAVED]),
        ],
    ),
    (
        "week",
        &[
            way("task", &[(Everywhere, Action::NewTask), SAVED, LINE]),
            way("duty-done", &[WEEK, (Week, Action::Tick)]),
            way("duty-exempt", &[WEEK, (Week, Action::Exempt), SAVED]),
            way("duty-why", &[WEEK, (Week, Action::Explain)]),
            way("crisis-call", &[WEEK, (Week, Action::DoIt), SAVED, (Week, Action::Tried)]),
            way(
                "check-in",
                &[
                    WEEK,
                    (Week, Action::CheckIn),
                    (RunSetup, Action::BeginRun),
                    (Run, Action::AsBefore),
                    (Run, Action::SaveNext),
                ],
            ),
        ],
    ),
    (
        "family",
        &[
            way(
                "new-family",
                &[(Everywhere, Action::GoFamilies), (List, Action::Back), (Families, Action::New), SAVED],
            ),
            way("add-person", &[TO_FAMILY, (Page, Action::NewPerson), SAVED]),
            way("place-child", &[TO_FAMILY, (Page, Action::NewPlacement), SAVED]),
            way("family-tree", &[TO_FAMILY, (Page, Action::OpenTree), (Tree, Action::NewKin), SAVED]),
            way("safety-plan", &[TO_FAMILY, (Page, Action::Folder), (Folder, Action::New), SAVED]),
            way("child-words", &[TO_FAMILY, (Page, Action::Words), (ChildWords, Action::New), SAVED]),
            way("referral", &[TO_FAMILY, (Page, Action::NewReferral), SAVED]),
            way("hand-over", &[TO_FAMILY, (Page, Action::HandOver)]),
        ],
    ),
    (
        "plan",
        &[
            way("goal", &[TO_FAMILY, PLAN, (Plan, Action::NewGoal), SAVED]),
            way("how-far", &[TO_FAMILY, PLAN, (Plan, Action::HowFar), SAVED]),
            way("measure", &[TO_FAMILY, (Page, Action::Measure), (Measuring, Action::Save)]),
            way(
                "map-draw",
                &[TO_FAMILY, NETWORK, (Network, Action::New), (Entry, Action::SaveLine), (Entry, Action::Leave)],
            ),
            way("map-compare", &[TO_FAMILY, NETWORK, (Network, Action::NextSide)]),
        ],
    ),
    (
        "together",
        &[
            way(
                "attendance",
                &[
                    (Everywhere, Action::GoGroups),
                    (Groups, Action::Open),
                    (Group, Action::Attends),
                    (Group, Action::StaysAway),
                ],
            ),
            way("report", &[REPORTS, (Reports, Action::Open), (Figures, Action::Behind)]),
            way("report-file", &[REPORTS, (Reports, Action::Open), (Figures, Action::ToFile), SAVED]),
        ],
    ),
    (
        "safe",
        &[
            way("undo", &[(Everywhere, Action::Undo), (Everywhere, Action::Redo)]),
            way("hide-names", &[(Everywhere, Action::HideNames)]),
            way("lock", &[(Everywhere, Action::Lock)]),
            way("passphrase", &[(Everywhere, Action::ChangePassphrase), (NewPassphrase, Action::Save)]),
            way("break-glass", &[(Everywhere, Action::BreakGlass), (Palette, Action::Choose)]),
        ],
    ),
];

/// Acts that write at once, of what is marked: never done of what lies unseen beneath.
pub(super) const WRITES: &[Action] = &[Action::VisitHeld, Action::Tick, Action::Attends];

/// Every way, in the order in which they are told.
pub fn all() -> impl Iterator<Item = &'static Way> {
    WAYS.iter().flat_map(|(_, ways)| ways.iter())
}
