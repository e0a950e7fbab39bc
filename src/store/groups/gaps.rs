//! The register of gaps: what is needed and nobody gives, as referrals found and as groups have asked.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::own_team;
use crate::domain::access::Right;
use crate::domain::codes::Area;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, ReferralId};
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::reached::Reached;
use crate::store::record::Row as _;

/// Whose gap it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapOf {
    /// A family's, as a referral told.
    Family(ReferralId, FamilyName, Option<PersonId>),
    /// A group's, as one of its meetings showed.
    Group(GroupMeetingId, GroupId, String),
}

impl GapOf {
    /// The family and, where one is named, the person of it; none where a group showed it.
    #[must_use]
    pub fn family(&self) -> Option<(&FamilyName, Option<PersonId>)> {
        match self {
            Self::Family(_, family, person) => Some((family, *person)),
            Self::Group(..) => None,
        }
    }

    /// What the group is called that showed it.
    #[must_use]
    pub fn group(&self) -> Option<&str> {
        match self {
            Self::Family(..) => None,
            Self::Group(_, _, name) => Some(name),
        }
    }
}

/// A gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRow {
    /// Whose.
    pub of: GapOf,
    /// What is needed: of a family to whom it would be referred, of a group what it asked for.
    pub need: String,
    /// More of it.
    pub why: Option<String>,
    /// The area it is of.
    pub area: Option<Area>,
    /// The district of the family or the group.
    pub district: Option<String>,
    /// Since when.
    pub since: NaiveDate,
}

/// The query for the gaps of families that are reached.
pub(in crate::store) fn gaps_of_families(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT r.id, r.person, r.to_actor, r.why, r.area, r.needed_on, f.id AS family, f.name AS family_called,
                f.case_ref, f.district
         FROM referral r INDEXED BY referral_gap CROSS JOIN family f ON f.id = r.family
         WHERE r.state = 'gap' AND {reached} ORDER BY r.needed_on, r.id"
    )
}

/// The gaps that meetings of a team's groups have shown.
pub(in crate::store) const GAPS_OF_GROUPS: &str = "
    SELECT p.id, p.gap, p.gap_area, p.on_day, g.id AS of_group, g.name, g.district
    FROM support_group g CROSS JOIN group_meeting p INDEXED BY group_meeting_gap ON p.of_group = g.id
    WHERE g.team = :team AND p.gap IS NOT NULL AND p.gap_met_on IS NULL
    ORDER BY p.on_day, p.id";

impl Store {
    /// What is needed and nobody gives, in the families that one reaches and the groups of one's team: by area and
    /// district, the oldest first.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn open_gaps(&self) -> Result<Vec<GapRow>, Problem> {
        let reached = self.ask(Right::ReadFile)?;
        let mut gaps = Vec::new();
        let mut statement = self.connection.prepare_cached(&gaps_of_families(&reached))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let family = FamilyName {
                id: FamilyId(row.get("family")?),
                name: row.get("family_called")?,
                case_ref: row.get("case_ref")?,
            };
            let person = row.get::<_, Option<i64>>("person")?.map(PersonId);
            gaps.push(GapRow {
                of: GapOf::Family(ReferralId(row.get("id")?), family, person),
                need: row.get("to_actor")?,
                why: row.get("why")?,
                area: Some(row.get::<_, Coded<Area>>("area")?.0),
                district: row.get("district")?,
                since: row.get("needed_on")?,
            });
        }
        let mut statement = self.connection.prepare_cached(GAPS_OF_GROUPS)?;
        let mut rows = statement.query(named_params! {":team": own_team(self).map(|team| team.0)})?;
        while let Some(row) = rows.next()? {
            let group = GroupId(row.get("of_group")?);
            gaps.push(GapRow {
                of: GapOf::Group(GroupMeetingId(row.get("id")?), group, row.get("name")?),
                need: row.get("gap")?,
                why: None,
                area: row.get::<_, Option<Coded<Area>>>("gap_area")?.map(|code| code.0),
                district: row.get("district")?,
                since: row.get("on_day")?,
            });
        }
        self.saw(Referral::NOUN, gaps.iter().filter_map(|gap| Some(gap.of.family()?.0.id)));
        gaps.sort_by(|one, other| {
            let key = |gap: &GapRow| (gap.area.is_none(), gap.area, gap.district.clone(), gap.since);
            key(one).cmp(&key(other))
        });
        Ok(gaps)
    }
}
