//! How it has gone: the areas with first, latest and change by both raters, and the marked one as a plot.

use crate::app::Scene;
use crate::app::layer::measuring::Trends;
use crate::domain::codes::Rater;
use crate::domain::measurement::{How, Instrument, Standing};
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, width};
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};

/// Columns of an area's name, and of a rater's numbers.
const NAME: usize = 22;
const NUMBERS: usize = 25;

/// The sign of each rater's points, and of both in one place.
const PERSON: &str = "●";
const WORKER: &str = "○";
const BOTH: &str = "◉";

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, layer: &Trends, body: &mut Canvas<'_>) {
    body.clear();
    let Some(instrument) = layer.shown() else { return };
    let called = layer.people.get(layer.person).map_or("", |(_, called)| called.as_str());
    let title = [
        app.locale.of_instrument(instrument),
        called.to_owned(),
        app.locale.tell("trends-times", &[("count", arg(days_of(layer).len()))]),
    ];
    body.put_fit(1, 0, &title.join(" · "), body.width().saturating_sub(2), STRONG);
    let areas = layer.areas();
    let heading = [pad("", NAME), pad(&app.locale.label(Rater::Person), NUMBERS), app.locale.label(Rater::Worker)];
    body.put_fit(3, 1, &heading.join(" "), body.width().saturating_sub(4), HEADING);
    for (y, (place, area)) in (2..body.height()).zip(areas.iter().enumerate()) {
        let is_marked = place == layer.area;
        body.say(y, || {
            let of = |rater| {
                let (text, is_weak) = numbers(app, instrument, layer.standing(area, rater));
                let weak = if is_weak { format!(" {},", app.locale.say("lines-wrong")) } else { String::new() };
                format!("{}{weak} {}", app.locale.label(rater), text.trim_start_matches("! "))
            };
            [app.locale.of_area(instrument, area), of(Rater::Person), of(Rater::Worker)].join(", ")
        });
        let name = pad(&app.locale.of_area(instrument, area), NAME);
        body.put_unredacted(3, y, &name, if is_marked { STRONG } else { PLAIN });
        for (column, rater) in (0..).zip([Rater::Person, Rater::Worker]) {
            let left = 3 + u16::try_from(NAME + 1 + column * (NUMBERS + 1)).unwrap_or(0);
            let (text, is_weak) = numbers(app, instrument, layer.standing(area, rater));
            let room = body.width().saturating_sub(left + 1);
            body.put_fit(left, y, &text, room, if is_weak { ALARM } else { PLAIN });
        }
        body.row(y);
        if is_marked {
            body.mark(y);
        }
    }
    let used = u16::try_from(areas.len()).unwrap_or(0) + 3;
    let room = body.height().saturating_sub(used);
    let Some(area) = areas.get(layer.area) else { return };
    plot(app, layer, instrument, area, &mut body.rows(used, room.saturating_sub(1)));
    together(app, layer, area, &mut body.rows(used + room.saturating_sub(1), 1));
}

/// The days on which the person was measured, both raters' once.
fn days_of(layer: &Trends) -> Vec<chrono::NaiveDate> {
    let mut days: Vec<chrono::NaiveDate> = layer.times().iter().map(|stored| stored.value.on).collect();
    days.dedup();
    days
}

/// First, latest and the change, in words where it counts; of what is only counted how many there are of each.
fn numbers(app: &Scene<'_>, instrument: &Instrument, standing: Option<&Standing>) -> (String, bool) {
    let Some(standing) = standing else { return (app.locale.say("trends-not-measured"), false) };
    if instrument.scoring.how == How::Counts {
        let counts = standing.points.last().map(|point| point.score.counts.clone()).unwrap_or_default();
        let least = instrument.scale.as_ref().map_or(0, |scale| scale.least);
        let told = (least..).zip(counts).filter(|(_, count)| *count > 0).map(|(step, count)| format!("{count}×{step}"));
        return (told.collect::<Vec<_>>().join(" "), false);
    }
    let value = |point: Option<&crate::domain::measurement::Point>| {
        point.and_then(|point| point.score.value).map(|value| app.locale.tenths(value.rounded()))
    };
    let (Some(first), Some(latest)) = (value(standing.first()), value(standing.latest())) else {
        return (app.locale.say("trends-too-few"), false);
    };
    let mut text = match standing.change() {
        Some(_) => format!("{first} → {latest}"),
        None => latest,
    };
    if let Some(turn) = standing.turn {
        text = format!("{text}  {}", app.locale.turn(turn));
    }
    if standing.is_weak() {
        text = format!("! {text}");
    }
    (text, standing.is_weak())
}

/// The marked area over the days: a column a measurement, a row a step.
fn plot(app: &Scene<'_>, layer: &Trends, instrument: &Instrument, area: &str, canvas: &mut Canvas<'_>) {
    if canvas.is_in_lines() {
        return points(app, layer, area, canvas);
    }
    let Some(scale) = instrument.scale.as_ref().filter(|_| instrument.scoring.how != How::Counts) else { return };
    if canvas.height() < 4 {
        return;
    }
    let days = days_of(layer);
    let many = instrument.items.iter().filter(|item| instrument.counts(item)).count();
    let times = i64::from(instrument.scoring.times.unwrap_or(1));
    let whole = if instrument.scoring.how == How::Sum { i64::try_from(many).unwrap_or(1) * times } else { 1 };
    let (least, most) = (scale.least * whole * 100, scale.most * whole * 100);
    let rows = canvas.height().saturating_sub(1);
    let label = [least, most].map(|value| app.locale.tenths(value));
    let left = u16::try_from(label.iter().map(|text| width(text)).max().unwrap_or(1)).unwrap_or(3) + 4;
    let room = canvas.width().saturating_sub(left + 2);
    // The latest where there is not room for all; a day takes six columns.
    let fits = usize::from(room / 7).max(1);
    let shown = &days[days.len().saturating_sub(fits)..];
    let step = room.checked_div(u16::try_from(shown.len()).unwrap_or(1)).unwrap_or(7).clamp(7, 16);
    let row_of = |value: i64| {
        let size = (most - least).max(1);
        let from_top = (most - value).clamp(0, size) * i64::from(rows.saturating_sub(1));
        u16::try_from((2 * from_top + size) / (2 * size)).unwrap_or(0)
    };
    for (y, text) in [(0, &label[1]), (rows.saturating_sub(1), &label[0])] {
        canvas.put_unredacted(3, y, text, QUIET);
    }
    for y in 0..rows {
        canvas.put_unredacted(left.saturating_sub(1), y, "│", QUIET);
    }
    if let Some(weak) = instrument.scoring.weak_at_most {
        let line = "┄".repeat(usize::from(step) * shown.len());
        canvas.put_unredacted(left, row_of(weak), &line, QUIET);
    }
    for (column, day) in (0..).zip(shown) {
        let x = left + column * step + 1;
        let at = |rater| {
            let standing = layer.standing(area, rater)?;
            let point = standing.points.iter().find(|point| point.on == *day)?;
            point.score.value.map(|value| row_of(value.rounded()))
        };
        match (at(Rater::Person), at(Rater::Worker)) {
            (Some(one), Some(other)) if one == other => _ = canvas.put_unredacted(x, one, BOTH, STRONG),
            (person, worker) => {
                if let Some(y) = worker {
                    canvas.put_unredacted(x, y, WORKER, PLAIN);
                }
                if let Some(y) = person {
                    canvas.put_unredacted(x, y, PERSON, STRONG);
                }
            }
        }
        canvas.put_unredacted(x, rows, &app.locale.date(*day, app.world.today), QUIET);
    }
}

/// The marked area in lines: a day each, with what each rater gave.
fn points(app: &Scene<'_>, layer: &Trends, area: &str, canvas: &mut Canvas<'_>) {
    for (y, day) in (0..canvas.height()).zip(days_of(layer)) {
        let at = |rater| {
            let standing = layer.standing(area, rater)?;
            let value = standing.points.iter().find(|point| point.on == day)?.score.value?;
            Some(format!("{} {}", app.locale.label(rater), app.locale.tenths(value.rounded())))
        };
        let given: Vec<String> = [at(Rater::Person), at(Rater::Worker)].into_iter().flatten().collect();
        canvas.put_unredacted(3, y, &format!("{}: {}", app.locale.date(day, app.world.today), given.join(", ")), PLAIN);
    }
}

/// What the signs mean, and how the family stands together with how many they are.
fn together(app: &Scene<'_>, layer: &Trends, area: &str, row: &mut Canvas<'_>) {
    let legend = app.locale.tell("trends-signs", &[("person", arg(PERSON)), ("worker", arg(WORKER))]);
    if !row.is_in_lines() {
        row.put_unredacted(3, 0, &legend, QUIET);
    }
    let Some(group) = layer.together(area).filter(|group| group.latest.0 > 1) else { return };
    let text = match group.both {
        Some((count, first, latest)) => app.locale.tell(
            "trends-together-both",
            &[
                ("count", arg(count)),
                ("first", arg(app.locale.tenths(first))),
                ("latest", arg(app.locale.tenths(latest))),
            ],
        ),
        None => app.locale.tell(
            "trends-together",
            &[("count", arg(group.latest.0)), ("latest", arg(app.locale.tenths(group.latest.1)))],
        ),
    };
    row.put_right_unredacted(0, &format!("{text} "), PLAIN);
}
