//! Whose account somebody may change, and what it takes: the rules beside `Right::ManageUsers`.
//!
//! A team leader manages the users of the own team, an administrator all of them. Nobody changes their own account.
//! Who may manage users may also let somebody into what they do not reach themselves: an administrator, who reaches no
//! case, could make a team leader of a name that nobody bears and read as that one. So whatever gives somebody the
//! power to manage users takes two who have it, as soon as there are two; until then the first one has to be able to
//! begin. As whoever changes an account stays who they are, there is always somebody left who manages the users of
//! every team whose users were managed before.

use super::access::{self, Reach, Right};
use super::codes::Role;
use super::ids::{TeamId, UserId};
use super::problem::{Kind, Problem};

/// What an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub id: UserId,
    /// What they may do.
    pub role: Role,
    /// Which team they belong to.
    pub team: TeamId,
    /// Whether they are kept out.
    pub is_barred: bool,
}

/// How many it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// Whoever asks.
    One,
    /// Another one who manages users, besides.
    Two,
}

impl Account {
    /// Whether it is that of somebody who may manage users.
    pub fn manages(&self) -> bool {
        !self.is_barred && access::reach(self.role, Right::ManageUsers) != Reach::Nothing
    }

    /// Whether it is that of somebody who may manage those of a team.
    pub fn manages_team(&self, team: TeamId) -> bool {
        self.manages() && (self.role == Role::Administrator || self.team == team)
    }
}

/// What it takes for `by` to make an account of what it was, or of a new one, into what it is to be; `all` are those
/// there are.
///
/// # Errors
/// They may not, whoever joins them.
pub fn weigh(by: &Account, before: Option<&Account>, after: &Account, all: &[Account]) -> Result<Hands, Problem> {
    if !by.manages() {
        return Err(access::refusal(by.role));
    }
    if before == Some(after) {
        return Ok(Hands::One);
    }
    if before.is_some_and(|before| before.id == by.id) {
        return Err(Problem::new(Kind::Refused, "own-account"));
    }
    if [before, Some(after)].into_iter().flatten().any(|account| !by.manages_team(account.team)) {
        return Err(Problem::new(Kind::Refused, "other-teams-user"));
    }
    let is_administrator = |account: &Account| account.role == Role::Administrator;
    let administers = [before, Some(after)].into_iter().flatten().any(is_administrator);
    let has_one = all.iter().any(|other| is_administrator(other) && !other.is_barred);
    if administers && !is_administrator(by) && has_one {
        return Err(Problem::new(Kind::Refused, "administrators-account"));
    }
    let is_another = all.iter().any(|one| one.manages() && one.id != by.id);
    Ok(if after.manages() && is_another { Hands::Two } else { Hands::One })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: TeamId = TeamId(1);
    const TWO: TeamId = TeamId(2);

    fn account(id: i64, role: Role, team: TeamId) -> Account {
        Account { id: UserId(id), role, team, is_barred: false }
    }

    fn told(weighed: Result<Hands, Problem>) -> &'static str {
        match weighed {
            Ok(Hands::One) => "one",
            Ok(Hands::Two) => "two",
            Err(problem) => problem.key,
        }
    }

    #[test]
    fn whose_account_and_by_whom() {
        let leader = account(1, Role::TeamLeader, ONE);
        let other = account(2, Role::TeamLeader, TWO);
        let ada = account(3, Role::Administrator, ONE);
        let bo = account(4, Role::SupportPerson, ONE);
        let eva = account(5, Role::SupportPerson, TWO);
        let all = [leader, other, ada, bo, eva];
        let new = |role, team| account(0, role, team);
        let barred = |one: Account| Account { is_barred: true, ..one };
        let of = |one: Account, role| Account { role, ..one };
        for (name, by, before, after, all, expected) in [
            ("a support person", bo, None, new(Role::SupportPerson, ONE), &all[..], "refused"),
            ("a barred leader", barred(leader), None, new(Role::SupportPerson, ONE), &all, "refused"),
            ("one of the team", leader, None, new(Role::SupportPerson, ONE), &all, "one"),
            ("one of another", leader, None, new(Role::SupportPerson, TWO), &all, "other-teams-user"),
            ("into another", leader, Some(bo), Account { team: TWO, ..bo }, &all, "other-teams-user"),
            ("out of another", leader, Some(eva), Account { team: ONE, ..eva }, &all, "other-teams-user"),
            ("anybody's", ada, Some(bo), Account { team: TWO, ..bo }, &all, "one"),
            ("one's own role", ada, Some(ada), of(ada, Role::TeamLeader), &all, "own-account"),
            ("oneself out", leader, Some(leader), barred(leader), &all, "own-account"),
            ("nothing at all", leader, Some(leader), leader, &all, "one"),
            ("a leader", ada, Some(bo), of(bo, Role::TeamLeader), &all, "two"),
            ("a new leader", ada, None, new(Role::TeamLeader, TWO), &all, "two"),
            ("a leader into another team", ada, Some(other), Account { team: ONE, ..other }, &all, "two"),
            ("a barred leader back", ada, Some(barred(bo)), of(bo, Role::TeamLeader), &all, "two"),
            (
                "an administrator, by a leader",
                leader,
                None,
                new(Role::Administrator, ONE),
                &all,
                "administrators-account",
            ),
            ("an administrator out, by a leader", leader, Some(ada), barred(ada), &all, "administrators-account"),
            ("the first administrator", leader, None, new(Role::Administrator, ONE), &[leader, bo], "one"),
            ("the leader, by the administrator", ada, Some(leader), barred(leader), &all, "one"),
        ] {
            assert_eq!(told(weigh(&by, before.as_ref(), &after, all)), expected, "{name}");
        }
    }

    /// All there can be of a few accounts: whatever is allowed leaves somebody who manages every team's users.
    #[test]
    fn somebody_is_left_who_manages_the_users_of_every_team() {
        let roles = [Role::TeamLeader, Role::Administrator, Role::SupportPerson];
        let kinds: Vec<Account> = roles
            .iter()
            .flat_map(|role| [ONE, TWO].map(|team| account(0, *role, team)))
            .flat_map(|one| [one, Account { is_barred: true, ..one }])
            .collect();
        let is_managed = |all: &[Account], team: TeamId| all.iter().any(|one| one.manages_team(team));
        let mut allowed = 0;
        for (one, two, three, to) in kinds.iter().flat_map(|one| {
            let rest = kinds.iter().flat_map(|two| kinds.iter().map(move |three| (two, three)));
            let kinds = &kinds;
            rest.flat_map(move |(two, three)| kinds.iter().map(move |to| (one, two, three, to)))
        }) {
            let all = [(1, one), (2, two), (3, three)].map(|(id, one)| Account { id: UserId(id), ..*one });
            for at in 0..all.len() {
                let to = Account { id: all[at].id, ..*to };
                if weigh(&all[0], Some(&all[at]), &to, &all).is_ok() {
                    allowed += 1;
                    let mut then = all;
                    then[at] = to;
                    for team in [ONE, TWO] {
                        assert!(!is_managed(&all, team) || is_managed(&then, team), "{all:?} to {to:?}");
                    }
                }
            }
        }
        assert!(allowed > 1000, "{allowed}");
    }
}
