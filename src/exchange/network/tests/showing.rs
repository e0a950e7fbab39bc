//! `show network --json`, as the contract has it.

use serde_json::{Value, json};

use super::*;
use crate::exchange::network::shown::shown;

#[test]
fn maps_and_changes_have_the_shape_of_the_contract() {
    with_maps(Protection::AssumedIdentity, |drawn| {
        let shown = serde_json::to_value(shown(drawn)).unwrap();
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(keys(&shown), "maps changes");
        assert_eq!(keys(&shown["maps"][0]), "ego drawn_on people ties measures");
        assert_eq!(keys(&shown["maps"][0]["people"][0]), "name sector ring relation role degree betweenness");
        assert_eq!(
            shown["maps"][0]["people"][0],
            json!({"name": "Sara", "sector": "family", "ring": 2, "relation": "strained", "role": "mamma",
                   "degree": 2, "betweenness": 1.0})
        );
        assert_eq!(shown["maps"][0]["ties"], json!([["Sara", "J."], ["Sara", "Ulla"], ["Ali", "Eva"]]));
        assert_eq!((&shown["maps"][0]["ego"], &shown["maps"][0]["measures"]["size"]), (&json!("P-11"), &json!(5)));
        assert_eq!(
            shown["changes"],
            json!([{
                "from": "2026-03-09", "to": "2026-11-18",
                "new": ["Karin", "Eva (tränare)", "Eva (socialsekreterare)"], "gone": ["Eva"],
                "closer": ["Sara", "Ali"], "further": [], "relation": ["Sara", "Ali"],
            }])
        );
    });
}

#[test]
fn two_peoples_maps_are_not_compared() {
    let (family, people) = (family(), household(Protection::None));
    let maps = [march(), map(SARA, "2026-11-18", &["3 Ulla family 1"], &[])];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    assert!(shown(&drawn).changes.is_empty());
}
