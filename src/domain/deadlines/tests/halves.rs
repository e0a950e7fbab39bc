//! The pair that supports a family: one for the children, one for the parents. Neither half lapses unseen.

use super::words::{case, every_rule, told};

#[test]
fn each_half_of_the_pair_has_its_own_clock() {
    let rules = every_rule();
    for (name, text, children, parents) in [
        ("neither", "start 2026-11-02", "late 2026-11-16", "late 2026-11-16"),
        (
            "the children only",
            "start 2026-11-02; done session_with_child 2026-11-10",
            "met 2026-11-16 by 2026-11-10, due 2026-11-24",
            "late 2026-11-16",
        ),
        (
            "the parents only",
            "start 2026-11-02; done session_with_parent 2026-11-10",
            "late 2026-11-16",
            "met 2026-11-16 by 2026-11-10, due 2026-11-24",
        ),
    ] {
        let told = |half: &str| told(rules, &format!("weekly_session/{half}"), &case(text), "2026-11-20");
        assert_eq!((told("children").as_str(), told("parents").as_str()), (children, parents), "{name}");
    }
}
