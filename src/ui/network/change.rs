//! Changes since the map before: who, and a sentence for the plan; the sizes of all dates.

use crate::app::Scene;
use crate::domain::network::change::strip;
use crate::domain::network::{ChangeKind, MapChange, NetworkMap, PersonKey};
use crate::locale::{Called, arg};
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{HEADING, MARKER, PLAIN, QUIET};

/// Draws the change.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let network = &app.panes.network;
    let own: Vec<&NetworkMap> = network.own().into_iter().map(|stored| &stored.value).collect();
    let Some(change) = network.change() else {
        for (y, line) in (0..).zip(wrap(&locale.say("network-no-earlier"), usize::from(body.width().saturating_sub(2))))
        {
            body.put(1, y, &line, QUIET);
        }
        return;
    };
    body.put(1, 0, &format!("{} → {}", change.before.size, change.after.size), HEADING);
    let mut y = 1;
    let kinds = [
        (ChangeKind::New, "+"),
        (ChangeKind::Closer, "↑"),
        (ChangeKind::Further, "↓"),
        (ChangeKind::Gone, "–"),
        (ChangeKind::Relation, "≈"),
    ];
    for (kind, sign) in kinds {
        for one in change.of(kind) {
            if kind == ChangeKind::Relation && (one.is(ChangeKind::Closer) || one.is(ChangeKind::Further)) {
                continue;
            }
            let Some(latest) = one.latest() else { continue };
            let rings = match (&one.before, &one.after) {
                (Some(before), Some(after)) if before.ring != after.ring => format!("{}→{}", before.ring, after.ring),
                (Some(before), Some(after)) if kind == ChangeKind::Relation => {
                    let word = |relation: Option<crate::domain::codes::Bond>| {
                        relation.map_or_else(|| "?".to_owned(), |relation| locale.label(relation))
                    };
                    format!("{} → {}", word(before.relation), word(after.relation))
                }
                _ => latest.ring.to_string(),
            };
            if y + 4 >= body.height() {
                break;
            }
            body.put(1, y, sign, MARKER);
            let room = usize::from(body.width().saturating_sub(10));
            let x = body.put(3, y, &pad(&body.hide(&latest.name), room.min(16)), PLAIN);
            body.put_fit(x + 1, y, &rings, body.width().saturating_sub(x + 2), QUIET);
            y += 1;
        }
    }
    if change.is_nothing() {
        body.put(1, y, &locale.say("network-nothing-changed"), QUIET);
        y += 1;
    }
    y += 1;
    for sector in &app.scheme().sectors {
        let of = |counts: &crate::domain::network::Counts| counts.by_sector.get(&sector.key).copied().unwrap_or(0);
        let (before, after) = (of(&change.before), of(&change.after));
        if (before != after || after == 0) && y + 1 < body.height() {
            let name = super::list::called(app, sector);
            let text = match after {
                0 => locale.tell("network-nobody-in", &[("sector", arg(name))]),
                _ => format!("{name}: {before} → {after}"),
            };
            body.put_fit(1, y, &text, body.width().saturating_sub(2), QUIET);
            y += 1;
        }
    }
    sentence(app, &change, body, y + 1);
    let dates: Vec<String> = strip(&own)
        .iter()
        .map(|(on, counts)| format!("{} {}", locale.date(*on, app.world.today), counts.size))
        .collect();
    body.put_fit(1, body.height().saturating_sub(1), &dates.join("  "), body.width().saturating_sub(2), QUIET);
}

/// The change as a sentence for the plan, by roles and not by names, where there is room for all of it.
fn sentence(app: &Scene<'_>, change: &MapChange, body: &mut Canvas<'_>, y: u16) {
    let maps = [app.panes.network.shown(), app.panes.network.before()];
    let called = |key: PersonKey| {
        let person = maps.iter().flatten().find_map(|stored| stored.value.person(key));
        person.and_then(|person| person.role.clone()).map_or(Called::Counted, Called::Role)
    };
    let text = app.locale.network_change(change, app.scheme(), &called);
    let lines = wrap(&text, usize::from(body.width().saturating_sub(2)));
    let room = usize::from(body.height().saturating_sub(y + 1));
    if lines.len() <= room {
        for (y, line) in (y..).zip(lines) {
            body.put(1, y, &line, PLAIN);
        }
    }
}
