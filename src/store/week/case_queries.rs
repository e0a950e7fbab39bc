//! The queries of what rules look at, each for many families at once.

use crate::store::reached::Reached;

/// Sessions of the kinds that meet a duty, each with one of its people; nobody where none is named. Whether whoever led
/// it has another task in the family is told beside it.
pub(super) const SESSIONS: &str = "
    SELECT s.family, s.kind, s.on_day, s.outcome, p.person,
           s.kind = 'crisis_support' AND EXISTS (
               SELECT 1 FROM session_staff l JOIN family_support t ON t.family = s.family AND t.staff = l.staff
               WHERE l.session = s.id AND t.task <> 'other_support')
    FROM session s LEFT JOIN session_person p ON p.session = s.id
    WHERE s.family IN (SELECT value FROM json_each(:ids)) AND s.kind IN (SELECT value FROM json_each(:kinds))
      AND s.kind IN ('crisis_support', 'information', 'adults_meeting', 'child_session', 'follow_up')
      AND s.outcome <> 'planned' AND s.on_day <= :today";

/// Of each family the last session held, and the last with a child and with a parent; one with nobody in particular
/// counts as with both. Of a period all of them.
pub(super) const LAST_SESSION: &str = "
    SELECT f.value, (SELECT s.on_day FROM session s
                     WHERE s.family = f.value AND s.outcome = 'held' AND s.on_day <= :today
                     ORDER BY s.on_day DESC LIMIT 1) FROM json_each(:ids) f";
pub(super) const LAST_WITH: &str = "
    SELECT f.value, h.value, (SELECT s.on_day FROM session s
        WHERE s.family = f.value AND s.outcome = 'held' AND s.on_day <= :today
          AND (EXISTS (SELECT 1 FROM session_person p JOIN member m ON m.id = p.person
                       WHERE p.session = s.id AND (m.role = 'child') = h.value
                         AND m.role IN ('child', 'mother', 'father', 'step_parent', 'guardian', 'appointed_guardian',
                                        'grandparent'))
               OR NOT EXISTS (SELECT 1 FROM session_person p WHERE p.session = s.id))
        ORDER BY s.on_day DESC LIMIT 1)
    FROM json_each(:ids) f CROSS JOIN json_each('[0, 1]') h";
pub(super) const ALL_SESSIONS: &str = "
    SELECT s.family, s.on_day FROM session s
    WHERE s.family IN (SELECT value FROM json_each(:ids)) AND s.outcome = 'held' AND s.on_day <= :today
    ORDER BY s.family, s.on_day";
pub(super) const ALL_WITH: &str = "
    SELECT s.family, s.id, s.on_day, p.person
    FROM session s INDEXED BY session_by_family LEFT JOIN session_person p ON p.session = s.id
    WHERE s.family IN (SELECT value FROM json_each(:ids)) AND s.outcome = 'held' AND s.on_day <= :today
    ORDER BY s.family, s.on_day, s.start, s.id";

/// Visits that took place, and whether the child had a word on each. From the families to their visits, whatever
/// statistics say: visits up to today are all there are. With several children in one visit it is one of each of them:
/// the others stand among those whom it meets, but where it is told who came and they did not. A word that was heard
/// anywhere else is a word too.
pub(super) const WORDS: &str = "
    SELECT a.family, a.child AS child, o.on_day AS on_day,
           o.child_word IS NOT NULL OR o.words_same_day IS NOT NULL OR o.words_later IS NOT NULL
    FROM arrangement a CROSS JOIN occurrence o INDEXED BY occurrence_lived ON o.arrangement = a.id
    WHERE a.family IN (SELECT value FROM json_each(:ids)) AND o.outcome = 'held' AND o.on_day <= :today
    UNION ALL
    SELECT m.family, m.id, o.on_day,
           o.child_word IS NOT NULL OR o.words_same_day IS NOT NULL OR o.words_later IS NOT NULL
    FROM member m CROSS JOIN occurrence_person p ON p.person = m.id CROSS JOIN occurrence o ON o.id = p.occurrence
    WHERE m.family IN (SELECT value FROM json_each(:ids)) AND m.role = 'child'
      AND o.outcome = 'held' AND o.on_day <= :today
      AND (EXISTS (SELECT 1 FROM occurrence_came c WHERE c.occurrence = o.id AND c.person = m.id)
           OR NOT EXISTS (SELECT 1 FROM occurrence_came c WHERE c.occurrence = o.id))
    UNION ALL
    SELECT w.family, w.child, w.on_day, 1 FROM child_word w
    WHERE w.family IN (SELECT value FROM json_each(:ids)) AND w.on_day <= :today
    UNION ALL
    SELECT e.family, e.person, e.on_day, 1 FROM measurement e JOIN member m ON m.id = e.person
    WHERE e.family IN (SELECT value FROM json_each(:ids)) AND e.on_day <= :today
      AND e.rater = 'person' AND m.role = 'child'
    ORDER BY child, on_day";

/// The other facts, of each kind one query.
pub(in crate::store) fn families_reached(reached: &Reached) -> String {
    format!(
        "SELECT f.id, f.status, f.started_on, f.closed_on FROM family f
         WHERE f.id IN (SELECT value FROM json_each(:ids)) AND {} ORDER BY f.id",
        reached.family("f")
    )
}
pub(super) const PEOPLE: &str = "SELECT family, id, role, guardian, birth_on FROM member
    WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, id";
pub(super) const PLACEMENTS: &str =
    "SELECT m.family, p.id, p.person, p.kind, p.legal_basis, p.started_on, p.ended_on, p.end_reason,
    p.hidden_location, p.school_change, p.school_started_on, p.home
    FROM member m JOIN placement p ON p.person = m.id
    WHERE m.family IN (SELECT value FROM json_each(:ids)) ORDER BY p.started_on, p.id";
pub(super) const PLACED_WITH: &str = "SELECT m.family, w.placement, w.person
    FROM member m JOIN placement p ON p.person = m.id JOIN placement_with w ON w.placement = p.id
    WHERE m.family IN (SELECT value FROM json_each(:ids))";
pub(super) const CARE: &str = "SELECT m.family, c.person, c.legal_basis, c.from_day, c.until_day
    FROM member m JOIN care c ON c.person = m.id
    WHERE m.family IN (SELECT value FROM json_each(:ids)) ORDER BY c.from_day, c.id";
pub(super) const PARENTS: &str = "SELECT family, person, other FROM kin
    WHERE family IN (SELECT value FROM json_each(:ids)) AND relation = 'parent_of' AND ended = 'no'";
pub(super) const STATUSES: &str = "SELECT family, status, from_day, until_day FROM status_span
    WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, from_day";
pub(super) const EVENTS: &str = "SELECT family, kind, on_day, person, answered_on, id FROM event
    WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, kind, on_day";
pub(super) const RESTRICTIONS: &str =
    "SELECT * FROM restriction WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY id";
pub(super) const MAPS: &str = "SELECT family, ego, drawn_on FROM network_map
    WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, ego, drawn_on";
pub(super) const REFERRED: &str = "SELECT family, sent_on,
    nullif(min(coalesce(answered_on, '9999'), coalesce(first_visit_on, '9999'), coalesce(done_on, '9999')), '9999'),
    id, person FROM referral
    WHERE family IN (SELECT value FROM json_each(:ids)) AND sent_on IS NOT NULL AND state <> 'gap'
    ORDER BY family, sent_on";
pub(super) const TASKS: &str = "SELECT family, due_on, done_on, id, NULL FROM task
    WHERE family IN (SELECT value FROM json_each(:ids)) AND due_on IS NOT NULL ORDER BY family, due_on";
pub(super) const ACTIONS: &str = "SELECT family, due_on, done_on, id, person FROM action
    WHERE family IN (SELECT value FROM json_each(:ids)) AND due_on IS NOT NULL ORDER BY family, due_on";

/// Open goals, each with its last step that was told by itself or done, and the last session since that touched it.
pub(super) const GOALS: &str = "
    SELECT o.family, o.id, o.person, o.made_on, o.step, o.area,
           (SELECT s.on_day FROM session s
            WHERE s.family = o.family AND s.outcome = 'held'
              AND s.on_day BETWEEN coalesce(o.step, o.made_on) AND :today
              AND EXISTS (SELECT 1 FROM session_goal m WHERE m.session = s.id AND m.goal = o.number)
            ORDER BY s.on_day DESC LIMIT 1)
    FROM (SELECT g.family, g.id, g.person, g.made_on, g.number, g.area,
                 nullif(max(coalesce((SELECT max(a.on_day) FROM attainment a
                                      WHERE a.family = g.family AND a.goal = g.number AND a.on_day <= :today), ''),
                            coalesce((SELECT max(c.done_on) FROM action c
                                      WHERE c.family = g.family AND c.goal = g.number AND c.done_on <= :today), '')),
                        '') AS step
          FROM goal g WHERE g.family IN (SELECT value FROM json_each(:ids)) AND g.state = 'open') o";

/// The days on which the plans of people with an open goal were made or changed.
pub(super) const PLANS: &str = "
    SELECT g.family, g.person, g.made_on FROM goal g
    WHERE g.family IN (SELECT value FROM json_each(:ids))
      AND EXISTS (SELECT 1 FROM goal o WHERE o.person = g.person AND o.state = 'open')
    UNION
    SELECT r.family, r.person, r.on_day FROM plan_revision r
    WHERE r.family IN (SELECT value FROM json_each(:ids))
      AND EXISTS (SELECT 1 FROM goal o WHERE o.person = r.person AND o.state = 'open')";
pub(super) const EXEMPTIONS: &str = "SELECT e.*, s.name AS by_name FROM exemption e JOIN staff s ON s.id = e.by_staff
    WHERE e.family IN (SELECT value FROM json_each(:ids)) ORDER BY e.id";

pub(super) const TICKS: &str = "SELECT * FROM tick WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY id";
pub(super) const PHASES: &str = "SELECT family, phase, from_day, until_day FROM phase
    WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, from_day";
pub(super) const HEALTH: &str = "SELECT family, care, asked_on, person FROM health
    WHERE family IN (SELECT value FROM json_each(:ids))";

/// Talks with a child alone that were held.
pub(super) const ALONE: &str = "SELECT s.family, s.on_day, p.person
    FROM session s JOIN session_person p ON p.session = s.id JOIN member m ON m.id = p.person AND m.role = 'child'
    WHERE s.family IN (SELECT value FROM json_each(:ids)) AND s.alone = 'yes' AND s.outcome = 'held'
    AND s.on_day <= :today";

/// The days on which a family was given other colleagues, as the journal tells.
pub(super) const SUPPORT: &str = "SELECT record, substr(at, 1, 10) FROM journal
    WHERE noun = 'family' AND record IN (SELECT value FROM json_each(:ids))
    AND act IN ('add', 'change', 'remove') AND act = 'change'
    AND (after LIKE '%\"child_support\"%' OR after LIKE '%\"parent_support\"%') ORDER BY record, id";

/// People whose identity number somebody of another family has too, as far as the asker may see that one: since both
/// families have been there.
pub(in crate::store) fn numbers(reached: &Reached) -> String {
    format!(
        "SELECT a.family, a.id, b.id, max(f.started_on, g.started_on)
         FROM member a JOIN member b ON b.personal_id = a.personal_id AND b.id_system = a.id_system
         AND b.family <> a.family JOIN family f ON f.id = a.family JOIN family g ON g.id = b.family
         WHERE a.family IN (SELECT value FROM json_each(:ids)) AND a.personal_id IS NOT NULL AND {}
         ORDER BY a.family, a.id, b.id",
        reached.family("g")
    )
}

/// Every query, for the tests of how SQLite goes about them.
#[cfg(test)]
pub(in crate::store) const ALL: &[&str] = &[
    SESSIONS,
    LAST_SESSION,
    ALL_SESSIONS,
    WORDS,
    PEOPLE,
    PLACEMENTS,
    EVENTS,
    RESTRICTIONS,
    MAPS,
    REFERRED,
    TASKS,
    ACTIONS,
    GOALS,
    PLANS,
    EXEMPTIONS,
    LAST_WITH,
    ALL_WITH,
    PLACED_WITH,
    CARE,
    PARENTS,
    STATUSES,
    TICKS,
    PHASES,
    HEALTH,
    ALONE,
    SUPPORT,
];
