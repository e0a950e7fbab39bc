//! Two people's maps over each other: whom both have, each counted once, then whom only one of them has.

use crate::app::Scene;
use crate::domain::network::{Overlay, Shared};
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{HEADING, PLAIN, QUIET};

/// Columns of a name.
const NAME: usize = 18;

/// Draws both.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let (locale, network) = (&app.locale, &app.panes.network);
    let Some((own, other)) = network.shown().zip(network.other()) else {
        for (y, line) in (0..).zip(wrap(&locale.say("network-no-other"), usize::from(body.width().saturating_sub(2)))) {
            body.put(1, y, &line, QUIET);
        }
        return;
    };
    let overlay = Overlay::of(&own.value, &other.value);
    let counts = overlay.counts();
    let name = |ego| network.name(ego, app.setting());
    let (first, second) = (name(own.value.ego), name(other.value.ego));
    let title = locale.tell(
        "network-together",
        &[
            ("one", arg(first.as_str())),
            ("other", arg(second.as_str())),
            ("all", arg(counts.all())),
            ("both", arg(counts.both)),
        ],
    );
    body.put_fit(1, 0, &title, body.width().saturating_sub(2), HEADING);
    let mut y = 2;
    let groups = [
        (locale.say("network-both"), (true, true)),
        (locale.tell("network-only", &[("name", arg(first.as_str()))]), (true, false)),
        (locale.tell("network-only", &[("name", arg(second.as_str()))]), (false, true)),
    ];
    for (name, on) in groups {
        let is_one = |one: &&Shared<'_>| !one.is_ego && one.on() == on;
        let own: Vec<&Shared<'_>> = overlay.people.iter().filter(is_one).collect();
        if own.is_empty() {
            continue;
        }
        body.put(1, y, &name, HEADING);
        y += 1;
        for one in own {
            let Some(person) = one.person() else { continue };
            let ring = |person: Option<&crate::domain::network::NetworkPerson>| {
                person.map_or_else(|| "–".to_owned(), |person| person.ring.to_string())
            };
            let x = body.put(2, y, &pad(&body.hide(&person.name), NAME), PLAIN);
            body.put(x, y, &format!("{}  {}", ring(one.first), ring(one.second)), QUIET);
            y += 1;
        }
    }
}
