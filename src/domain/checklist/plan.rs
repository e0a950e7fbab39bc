//! What a plan must hold, as lists: what of it the casebook shows counts as dealt with, the rest is ticked. Nobody owes
//! them by a day, for a plan has a review of its own.

use super::{Begins, Checklist, Item, OnePer, When};
use crate::domain::plan_content::Content;

/// The list of what a kind of plan must hold, for each child in placement or each who takes part.
pub(super) fn list(content: &Content) -> Checklist {
    let (begins, one_per) =
        if content.placed { (Begins::CareStarted, OnePer::Child) } else { (Begins::Came, OnePer::Participant) };
    let items = content.items.iter().map(|item| Item {
        key: item.key.clone(),
        phase: None,
        text_sv: item.text_sv.clone(),
        text_en: item.text_en.clone(),
        source: content.source.clone(),
        meets: None,
        becomes: None,
        opens: None,
        told: None,
        shown_by: item.shown_by.clone(),
    });
    Checklist {
        name: content.name.clone(),
        title_sv: content.title_sv.clone(),
        title_en: content.title_en.clone(),
        source: content.source.clone(),
        confidence: content.confidence.clone(),
        valid_from: Some(content.valid_from),
        one_per,
        when: When { begins, kinds: Vec::new(), within: None, is_sure: false, early: None },
        done_by: Vec::new(),
        items: items.collect(),
    }
}
