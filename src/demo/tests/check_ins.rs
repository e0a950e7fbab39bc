//! What was said at the demo's check-ins.

use super::*;

#[test]
fn check_ins_stand_right_to_their_day() {
    let (mut said, mut open, mut long_ago, mut colours) = (0, 0, 0, BTreeSet::new());
    for (today, family) in many() {
        let NewFamily { check_ins, tasks, family, .. } = family;
        assert!(check_ins.len() <= 2 && tasks.len() <= 1);
        assert!(check_ins.is_sorted_by_key(|one| one.on));
        let closed = matches!(family.status, FamilyStatus::Closed | FamilyStatus::Enquiry);
        assert!(!closed || check_ins.is_empty() && tasks.is_empty());
        for one in &check_ins {
            assert!(one.on < today && one.on >= family.started_on);
            let text = [&one.sentence, &one.decision, &one.next_step].into_iter().flatten();
            assert!(text.into_iter().all(|text| !text.contains(['{', '}'])));
            assert!(one.who.is_none() || one.next_step.is_some());
            colours.insert(one.colour.code());
        }
        for task in &tasks {
            let last = check_ins.last().unwrap();
            assert_eq!((Some(&task.what), task.made_on), (last.next_step.as_ref(), last.on));
        }
        said += check_ins.len();
        open += tasks.len();
        long_ago += usize::from(check_ins.last().is_some_and(|one| (today - one.on).num_days() >= 14));
    }
    assert!(said > 600 && open > 100 && long_ago > 30, "{said} {open} {long_ago}");
    assert_eq!(colours.len(), 3);
}
