//! The code lists: every closed set of terms that reaches the database, CSV or JSON.
//!
//! One table; the English terms are a contract with people's spreadsheets and never change. What a code is called on
//! the screen belongs to the locale files, under `<list>-<code>`.

use serde::{Deserialize, Serialize};

/// A member of a closed list of terms.
pub trait Code: Copy + PartialEq + 'static {
    /// What the list is called; the first half of the label's key in the locale files.
    const LIST: CodeList;
    /// Every member, in the order people expect to see them.
    const ALL: &'static [Self];

    /// The term as stored and exchanged.
    fn code(self) -> &'static str;

    /// The member with exactly this term.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.code() == code)
    }
}

/// A code list as data, for tables of fields that must name lists of different types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeList {
    /// First half of the labels' keys in the locale files.
    pub name: &'static str,
    /// The terms in order.
    pub codes: &'static [&'static str],
}

macro_rules! code_lists {
    ($( $(#[$doc:meta])* $name:ident $list:literal { $($variant:ident = $code:literal),+ $(,)? } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum $name { $( #[serde(rename = $code)] $variant ),+ }

        impl Code for $name {
            const LIST: CodeList = CodeList { name: $list, codes: &[$($code),+] };
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    )+

        /// Every list there is, for tests of labels and for documentation.
        pub const LISTS: &[CodeList] = &[$($name::LIST),+];
    };
}

code_lists! {
    /// The five areas of the programme.
    Area "area" {
        School = "school", Leisure = "leisure", Psychosocial = "psychosocial",
        Parenting = "parenting", Network = "network",
    }
    /// Where a family stands with the unit.
    FamilyStatus "status" { Enquiry = "enquiry", Active = "active", Paused = "paused", Closed = "closed" }
    /// The legal form under which the service is given.
    LegalForm "legal_form" {
        OpenService = "open_service", AdviceAndSupport = "advice_and_support", ServiceDecision = "service_decision",
    }
    /// What a person is in the family.
    MemberRole "member_role" {
        Mother = "mother", Father = "father", StepParent = "step_parent", Guardian = "guardian", Child = "child",
        Grandparent = "grandparent", Relative = "relative", FamilyHomeParent = "family_home_parent",
        Trustee = "trustee", AppointedGuardian = "appointed_guardian", Other = "other",
    }
    /// The system that an identity number belongs to: the same characters in two systems are two numbers.
    IdSystem "id_system" {
        PersonalNumber = "personal_number", CoordinationNumber = "coordination_number",
        ReserveNumber = "reserve_number", Other = "other",
    }
    /// Where a person lives.
    Lives "lives" { AtHome = "at_home", Placed = "placed", OwnHousehold = "own_household", Elsewhere = "elsewhere" }
    /// What one person of a family is to another: of two partners or siblings either may be named first.
    RelationKind "kin_relation" {
        ParentOf = "parent_of", PartnerOf = "partner_of", SiblingOf = "sibling_of", CaresFor = "cares_for",
    }
    /// How the population register protects a person.
    Protection "protection" {
        None = "none", ConfidentialityFlag = "confidentiality_flag",
        ProtectedRegistration = "protected_registration", AssumedIdentity = "assumed_identity",
    }
    /// The form of a placement.
    PlacementKind "placement_kind" {
        EmergencyHome = "emergency_home", FamilyHome = "family_home", KinshipPlacement = "kinship_placement",
        ResidentialHome = "residential_home", SecureYouthHome = "secure_youth_home",
        SupportedHousing = "supported_housing", Shelter = "shelter", TreatmentFamily = "treatment_family",
        JointPlacement = "joint_placement", PrivatePlacement = "private_placement",
    }
    /// The law a placement rests on.
    LegalBasis "legal_basis" { Sol = "sol", Lvu2 = "lvu_2", Lvu3 = "lvu_3", Lvu6 = "lvu_6", Other = "other" }
    /// Why a placement ended.
    EndReason "end_reason" {
        ReturnHome = "return_home", RePlacement = "re_placement", Breakdown = "breakdown",
        CustodyTransfer = "custody_transfer", IndependentLiving = "independent_living", Other = "other",
    }
    /// What a session was about.
    SessionKind "session_kind" {
        Conversation = "conversation", CrisisSupport = "crisis_support", Advice = "advice",
        ChildSession = "child_session", NetworkMeeting = "network_meeting", FamilySession = "family_session",
        AdultsMeeting = "adults_meeting", Information = "information", Motivation = "motivation",
        SharedActivity = "shared_activity", Planning = "planning", FollowUp = "follow_up",
    }
    /// How people met.
    Mode "mode" {
        HomeVisit = "home_visit", Office = "office", Phone = "phone", Video = "video", School = "school",
        Outdoors = "outdoors",
    }
    /// What came of a session.
    Outcome "outcome" { Planned = "planned", Held = "held", Cancelled = "cancelled", NoShow = "no_show" }
    /// Who cancelled.
    CancelledBy "cancelled_by" {
        Parent = "parent", Child = "child", FamilyHome = "family_home", Us = "us", Other = "other",
    }
    /// How a child and others meet.
    VisitContact "visit_contact" { InPerson = "in_person", Phone = "phone", Video = "video", Letter = "letter" }
    /// What visits rest on.
    VisitBasis "visit_basis" { Agreement = "agreement", Decision = "decision", Court = "court" }
    /// What came of a visit; moved is still to come, at another time than its series gave.
    VisitOutcome "visit_outcome" {
        Planned = "planned", Held = "held", Cancelled = "cancelled", NoShow = "no_show", Moved = "moved",
    }
    /// How a series of even or odd weeks goes on after a week 53.
    Week53 "week_53" { KeepParity = "keep_parity", KeepFortnight = "keep_fortnight" }
    /// How much of a series a change of one visit is for.
    ChangeScope "change_scope" { This = "this", Later = "later", All = "all" }
    /// Which of its kind in the month a weekday is.
    MonthPlace "month_place" {
        First = "first", Second = "second", Third = "third", Fourth = "fourth", Fifth = "fifth", Last = "last",
    }
    /// Whether a child had a word on a visit.
    ChildWord "child_word" { Told = "told", TooYoung = "too_young", DidNotWant = "did_not_want" }
    /// What a restriction does to contact.
    RestrictionKind "restriction_kind" { Limited = "limited", Stopped = "stopped" }
    /// How something ends that is not to end on a day.
    Ending "ending" { FurtherNotice = "until_further_notice" }
    /// Which way on the visit ladder.
    LadderTurn "ladder_turn" { Up = "up", Stay = "stay", Down = "down" }
    /// Why a network map was drawn.
    MapOccasion "map_occasion" { Baseline = "baseline", FollowUp = "follow_up" }
    /// Whether the person in the middle of a network map agreed that it is drawn and kept.
    MapConsent "map_consent" { Given = "given", ByGuardian = "by_guardian", Refused = "refused" }
    /// Who may see a network map besides the person in its middle and whoever drew it, as agreed with the person.
    MapViewer "map_viewer" {
        Team = "team", Parents = "parents", FamilyHome = "family_home", SocialWorker = "social_worker",
        Network = "network",
    }
    /// How it stands between the person in the middle of a network map and somebody on it.
    Bond "relation" {
        Strong = "strong", Ordinary = "ordinary", Weak = "weak", Strained = "strained", Broken = "broken",
    }
    /// Who supports whom: whether somebody on a network map gives support to the person in its middle, has it from
    /// that person, or both.
    SupportDirection "support_direction" { Gives = "gives", Receives = "receives", Both = "both", None = "none" }
    /// What kind of support.
    SupportKind "support_kind" { Practical = "practical", Emotional = "emotional", Joy = "joy", Advice = "advice" }
    /// How often people are in touch.
    HowOften "how_often" {
        Daily = "daily", Weekly = "weekly", Monthly = "monthly", Yearly = "yearly", Seldom = "seldom",
    }
    /// Whether somebody is there as a private person or because of their work.
    Sphere "sphere" { Private = "private", Professional = "professional" }
    /// Something that was done or asked for on a day, and that no other record says.
    EventKind "event_kind" {
        SupportAsked = "support_asked", CrisisSupportDeclined = "crisis_support_declined",
        ChildrenTold = "children_told", InformationGiven = "information_given",
        InformationGoneThrough = "information_gone_through", HealthExamRequested = "health_exam_requested",
        DentalExamRequested = "dental_exam_requested", CareConsidered = "care_considered",
        CareReExamined = "care_re_examined", HiddenLocationConsidered = "hidden_location_considered",
        CustodyTransferConsidered = "custody_transfer_considered", TalkWithChild = "talk_with_child",
        FamilyHomeVisited = "family_home_visited", Baseline = "baseline", Measurement = "measurement",
        ProgrammeReviewed = "programme_reviewed", ProgrammeEndDecided = "programme_end_decided",
        FollowUpOpened = "follow_up_opened", ReferralSent = "referral_sent",
        OwnConsentGiven = "own_consent_given", CarePlanRevised = "care_plan_revised",
        CustodySubmitted = "custody_submitted", CareAppliedFor = "care_applied_for",
        RemovalBanDecided = "removal_ban_decided",
        RemovalBanConsidered = "removal_ban_considered",
    }
    /// What a parent answered to an offer of crisis support.
    CrisisAnswer "crisis_answer" { Accepted = "accepted", Declined = "declined", NotReached = "not_reached" }
    /// Whether somebody still works on a goal.
    GoalState "goal_state" { Open = "open", Done = "done", Dropped = "dropped" }
    /// Whose marks a measurement holds: the person's own, or those of whoever works with them.
    Rater "rater" { Person = "person", Worker = "worker" }
    /// How a measurement was asked.
    Way "way" {
        Together = "together", Aloud = "aloud", Paper = "paper", PhoneInterpreter = "phone_interpreter",
    }
    /// Where a child's own words were heard.
    HeardAt "heard_at" {
        Visit = "visit", Session = "session", Interview = "interview", Measurement = "measurement", Phone = "phone",
        Other = "other",
    }
    /// How it stands with a family at the weekly check-in.
    Colour "colour" { Green = "green", Yellow = "yellow", Red = "red" }
    /// How a line of a checklist was dealt with.
    TickState "tick_state" { Done = "done", NotRelevant = "not_relevant" }
    /// A paper of a family.
    PaperKind "paper_kind" {
        LifeStory = "life_story", SafetyPlan = "safety_plan", ThreeColumns = "three_columns",
    }
    /// A term of a year.
    SchoolTerm "school_term" { Spring = "spring", Autumn = "autumn" }
    /// What a child attains in a subject, as its school judges.
    SchoolLevel "school_level" {
        Below = "below", Reaches = "reaches", Above = "above", NotAssessed = "not_assessed",
    }
    /// What stands between somebody and something to do in leisure.
    ObstacleKind "obstacle_kind" { Economy = "economy", Distance = "distance", Norms = "norms", Other = "other" }
    /// A kind of health care.
    HealthKind "health_kind" { Health = "health", Dental = "dental", Psychiatric = "psychiatric", Other = "other" }
    /// Prevention level.
    Level "level" { Universal = "universal", Selective = "selective", Indicated = "indicated" }
    /// Prevention setting.
    Setting "setting" { Individual = "individual", Group = "group", Structural = "structural" }
    /// What sort of group meets.
    GroupKind "group_kind" {
        ParentGroup = "parent_group", ChildrenGroup = "children_group", Course = "course",
        ThemeEvening = "theme_evening", Workshop = "workshop", FamilyActivity = "family_activity",
        OpenService = "open_service",
    }
    /// Where a group stands: one that is cancelled was so before it began.
    GroupState "group_state" { Planned = "planned", Running = "running", Ended = "ended", Cancelled = "cancelled" }
    /// The day of the week on which a group meets.
    GroupDay "group_day" {
        Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday", Friday = "friday",
        Saturday = "saturday", Sunday = "sunday",
    }
    /// What came of a meeting of a group.
    MeetingState "meeting_state" { Planned = "planned", Held = "held", Cancelled = "cancelled" }
    /// Whether somebody was at a meeting of a group: is expected there, or has left the group.
    Presence "presence" { Yes = "yes", No = "no", Expected = "expected", Left = "left" }
    /// Who is counted where no names are asked for.
    Heads "heads" { Adults = "adults", Children = "children" }
    /// Where a referral stands.
    ReferralState "referral_state" {
        Needed = "needed", Sent = "sent", Accepted = "accepted", Waiting = "waiting", FirstVisit = "first_visit",
        Refused = "refused", Done = "done", Gap = "gap",
    }
    /// Who has consented to a referral.
    ConsentBy "consent_by" {
        Guardian = "guardian", BothGuardians = "both_guardians", Child = "child", Own = "own",
    }
    /// What sort of actor somebody is referred to.
    ActorKind "actor_kind" {
        HealthCare = "health_care", ChildPsychiatry = "child_psychiatry", AdultPsychiatry = "adult_psychiatry",
        DentalCare = "dental_care", School = "school", MaternityCare = "maternity_care",
        ChildHealthCare = "child_health_care", OpenPreschool = "open_preschool", Association = "association",
    }
    /// What a user of the casebook is there for; `domain::access` says what each may do.
    Role "role" {
        SupportPerson = "support_person", VisitSupporter = "visit_supporter", CrisisSupporter = "crisis_supporter",
        TeamLeader = "team_leader", Statistician = "statistician", Administrator = "administrator",
        OnCall = "on_call",
    }
    /// What somebody did who read rather than wrote, as the journal has it.
    AccessAct "access_act" {
        Open = "open", List = "list", Search = "search", Export = "export", Print = "print",
        Refuse = "refuse", Unlock = "unlock", Fail = "fail",
    }
    /// Why a review looks at something that somebody read.
    AccessSignal "access_signal" {
        Sample = "sample", Emergency = "emergency", SameName = "same_name", SameContact = "same_contact",
        Night = "night", Many = "many", Conflict = "conflict", Unassigned = "unassigned",
        AfterClosing = "after_closing",
    }
    /// What whoever leads found of it.
    AccessDecision "access_decision" { Fine = "ok", Ask = "ask", Report = "report" }
    /// What is counted of advice and support.
    AdviceRow "advice_row" {
        NewVisits = "new_visits", NewVisitsMothers = "new_visits_mothers", NewVisitsFathers = "new_visits_fathers",
        PhoneCalls = "phone_calls", InPersonOrDigital = "in_person_or_digital", TotalOccasions = "total_occasions",
    }
    /// Yes or no where a third state, not known, is an empty field.
    Answer "answer" { Yes = "yes", No = "no" }
}

/// Programme phases that ship; a unit may add its own, so a phase is text and not a closed list.
pub const PHASES: CodeList = CodeList {
    name: "phase",
    codes: &["crisis_support", "change_over_time", "before_return_home", "strong_and_safe", "aftercare"],
};

impl CancelledBy {
    /// On whose side a person stands who cancels.
    pub fn of_role(role: MemberRole) -> Self {
        match role {
            MemberRole::Mother | MemberRole::Father | MemberRole::StepParent | MemberRole::Guardian => Self::Parent,
            MemberRole::Child => Self::Child,
            MemberRole::FamilyHomeParent => Self::FamilyHome,
            // They stand in for a parent, and what parents call off is counted by itself.
            MemberRole::Trustee | MemberRole::AppointedGuardian => Self::Other,
            MemberRole::Grandparent | MemberRole::Relative | MemberRole::Other => Self::Other,
        }
    }
}
