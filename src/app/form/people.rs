//! Who of a family could stand in a field.

use super::Form;
use crate::app::cx::Cx;
use crate::domain::directory::Directory;
use crate::domain::entry::Shape;
use crate::domain::text::begins;

impl Form {
    /// Learns who could stand in the focused field, if people can.
    pub(in crate::app) fn know_candidates(&mut self, cx: &Cx) {
        let Some(state) = self.focused().filter(|state| matches!(state.field.shape, Shape::People | Shape::Member))
        else {
            return;
        };
        let several = state.field.shape == Shape::People;
        let draft = self.draft();
        let typed = draft.get(state.field.key).rsplit([';', ',', ' ']).next().unwrap_or_default();
        let typed = typed.trim_start_matches('@').to_owned();
        let family = match draft.get("case_ref") {
            "" => cx.family(),
            text => Directory::families(&cx.store, text).ok().filter(|found| found.len() == 1).map(|found| found[0].id),
        };
        let members = family.and_then(|family| cx.members(family).ok()).unwrap_or_default();
        let mut names: Vec<String> = members.iter().map(|member| member.given_name.shown(cx.page_setting())).collect();
        if several && !names.is_empty() {
            names.push(cx.locale.say("everybody"));
        }
        let begun: Vec<String> = names.iter().filter(|name| begins(name, &typed)).cloned().collect();
        self.people = if typed.is_empty() || begun.is_empty() { names } else { begun };
    }
}
