//! A part in a network: what somebody is to the person in the middle, and what is likely to be told of them: how close,
//! how it stands, who supports whom, how often they meet, whom they know.

use crate::demo::dice::Dice;
use crate::domain::codes::{Bond, HowOften, SupportDirection, SupportKind};

/// What somebody is to the person in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A child's parent, or somebody in a parent's stead.
    Parent,
    /// A child's sister or brother.
    Sibling,
    /// A parent's child.
    Child,
    /// Whom a parent lives with, or lived with.
    Partner,
    /// A grown-up of the home where a child is placed.
    Host,
    /// A relative.
    Kin,
    /// A friend.
    Friend,
    /// Somebody at school or at work.
    School,
    /// Somebody of what one does in one's leisure.
    Leisure,
    /// Somebody who is there because of their work.
    Work,
}

use Part::{Child, Friend, Host, Kin, Leisure, Parent, Partner, School, Sibling, Work};
use SupportKind::{Advice, Emotional, Joy, Practical};

impl Part {
    /// Key of the sector.
    pub fn sector(self) -> &'static str {
        match self {
            Parent | Sibling | Child | Partner | Host => "family",
            Kin => "relatives",
            Friend => "friends",
            School => "school_work",
            Leisure => "leisure",
            Work => "professionals",
        }
    }

    /// How close.
    pub fn ring(self, dice: &mut Dice) -> u8 {
        let (inner, middle) = match self {
            Child => (95, 5),
            Sibling => (70, 28),
            Parent => (58, 32),
            Partner => (55, 25),
            Host => (18, 52),
            Kin => (20, 45),
            Friend => (28, 44),
            School => (4, 38),
            Leisure => (6, 40),
            Work => (2, 26),
        };
        match dice.below(100) {
            drawn if drawn < inner => 1,
            drawn if drawn < inner + middle => 2,
            _ => 3,
        }
    }

    /// How it stands between the two; now and then that has not been told.
    pub fn relation(self, ring: u8, dice: &mut Dice) -> Option<Bond> {
        use Bond::{Broken, Ordinary, Strained, Strong, Weak};
        if !dice.chance(if ring == 3 { 66 } else { 88 }) {
            return None;
        }
        Some(match (self, ring) {
            (Parent | Partner, 3) => dice.weighted(&[(20, Broken), (50, Strained), (30, Weak)]),
            (Parent | Partner, _) => dice.weighted(&[(52, Strong), (26, Ordinary), (22, Strained)]),
            (_, 1) => dice.weighted(&[(78, Strong), (20, Ordinary), (2, Strained)]),
            (_, 2) => dice.weighted(&[(18, Strong), (68, Ordinary), (8, Weak), (6, Strained)]),
            (Work | School, _) => dice.weighted(&[(62, Ordinary), (30, Weak), (8, Strained)]),
            _ => dice.weighted(&[(40, Ordinary), (46, Weak), (8, Strained), (6, Broken)]),
        })
    }

    /// Who supports whom.
    pub fn direction(self, dice: &mut Dice) -> Option<SupportDirection> {
        use SupportDirection::{Both, Gives, None as Neither, Receives};
        dice.chance(64).then(|| match self {
            Child => dice.weighted(&[(70, Receives), (30, Both)]),
            Sibling | Friend => dice.weighted(&[(84, Both), (8, Gives), (8, Receives)]),
            Parent | Kin => dice.weighted(&[(56, Gives), (34, Both), (6, Receives), (4, Neither)]),
            Partner => dice.weighted(&[(50, Both), (20, Gives), (14, Receives), (16, Neither)]),
            Host | School | Leisure | Work => dice.weighted(&[(90, Gives), (10, Both)]),
        })
    }

    /// What kinds of support, in the order of the code list.
    pub fn kinds(self, dice: &mut Dice) -> Vec<SupportKind> {
        let likely: &[(u32, SupportKind)] = match self {
            Parent | Host | Partner => &[(56, Practical), (50, Emotional), (34, Joy), (18, Advice)],
            Sibling | Friend | Child => &[(14, Practical), (36, Emotional), (72, Joy)],
            Kin => &[(44, Practical), (34, Emotional), (46, Joy), (14, Advice)],
            School => &[(50, Practical), (16, Emotional), (18, Joy), (34, Advice)],
            Leisure => &[(20, Practical), (78, Joy)],
            Work => &[(48, Practical), (22, Emotional), (56, Advice)],
        };
        likely.iter().filter(|(percent, _)| dice.chance(*percent)).map(|(_, kind)| *kind).collect()
    }

    /// How often they are in touch.
    pub fn often(self, dice: &mut Dice) -> Option<HowOften> {
        use HowOften::{Daily, Monthly, Seldom, Weekly, Yearly};
        dice.chance(72).then(|| match self {
            Host => Daily,
            Parent | Child | Sibling | Partner => {
                dice.weighted(&[(22, Daily), (54, Weekly), (20, Monthly), (4, Seldom)])
            }
            Kin => dice.weighted(&[(20, Weekly), (46, Monthly), (22, Yearly), (12, Seldom)]),
            Friend | School => dice.weighted(&[(44, Daily), (42, Weekly), (14, Monthly)]),
            Leisure => dice.weighted(&[(92, Weekly), (8, Monthly)]),
            Work => dice.weighted(&[(36, Weekly), (54, Monthly), (10, Seldom)]),
        })
    }

    /// How many times out of a hundred two people know each other.
    pub fn knows(self, other: Self) -> u32 {
        let of = |one: &[Self], two: &[Self]| {
            one.contains(&self) && two.contains(&other) || one.contains(&other) && two.contains(&self)
        };
        let household = &[Parent, Sibling, Child, Partner];
        if of(household, household) {
            92
        } else if of(household, &[Kin]) {
            66
        } else if of(&[Parent, Child, Partner], &[Host, Work]) || of(&[Host], &[School, Work]) {
            52
        } else if of(&[Kin], &[Kin]) || of(&[Friend, School], &[Friend, School]) || of(&[Work], &[Work]) {
            42
        } else if of(&[Host], &[Friend, Sibling]) || of(&[Parent], &[School]) || of(&[Leisure], &[Friend, Leisure]) {
            30
        } else {
            7
        }
    }
}
