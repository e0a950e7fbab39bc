//! Acts on a map: a new one, the work that it asks for, removing it.

use super::Network;
use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::app::layer::drawing::{begin_map, plan};
use crate::app::layer::question::Question;
use crate::domain::network::{Gap, NetworkMap, gaps};
use crate::domain::problem::Problem;
use crate::locale::arg;

impl Network {
    /// A new map: from the last one, or from nothing.
    pub(super) fn new_map(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(ego) = self.ego else { return Ok(Then::Stay) };
        let Some((last, drawn_on)) = self.own().last().map(|stored| (stored.id, stored.value.drawn_on)) else {
            return begin_map(cx, ego, None);
        };
        let day = cx.locale.date(drawn_on, cx.world.today);
        let name = arg(self.name(ego, cx.setting()));
        let from_last = cx.locale.tell("question-from-last", &[("day", arg(day))]);
        let from_nothing = cx.locale.say("question-from-nothing");
        Ok(Question::new(cx.locale.tell("question-new-map", &[("name", name)]))
            .with(cx.letter("from-last"), from_last, move |cx| begin_map(cx, ego, Some(last)))
            .with(cx.letter("from-nothing"), from_nothing, move |cx| begin_map(cx, ego, None))
            .into())
    }

    /// From the map to the work: a planned session that says what is to come of the first gap.
    pub(super) fn plan_from_gap(&self, cx: &mut Cx) -> Result<Then, Problem> {
        match self.shown().and_then(|stored| first_gap(cx, &stored.value)) {
            Some(text) => plan(cx, &text),
            None => {
                cx.trouble("why-no-gap");
                Ok(Then::Stay)
            }
        }
    }

    pub(super) fn ask_to_remove(&self, cx: &Cx) -> Then {
        let Some(stored) = self.shown() else { return Then::Stay };
        let day = cx.locale.date(stored.value.drawn_on, cx.world.today);
        let name = format!("{} {day}", self.name(stored.value.ego, cx.setting()));
        let question = cx.locale.tell("ask-remove-map", &[("name", arg(name))]);
        Confirm::record::<NetworkMap>(question, stored.id, stored.version).into()
    }
}

fn first_gap(cx: &Cx, map: &NetworkMap) -> Option<String> {
    Some(match gaps(map, cx.scheme()).into_iter().next()? {
        Gap::EmptySector(key) => {
            let sector = cx.locale.sector(cx.scheme(), &key);
            cx.locale.tell("network-gap-sector", &[("sector", arg(sector))])
        }
        Gap::WithoutTie(key) => {
            let name = map.person(key).map(|person| person.name.clone()).unwrap_or_default();
            cx.locale.tell("network-gap-ties", &[("names", arg(name))])
        }
    })
}
