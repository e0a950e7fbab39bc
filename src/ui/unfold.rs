//! A list whose marked row says all of what it says: what was cut from it goes on in rows of its own.

use super::canvas::Canvas;
use super::text::wrap;
use super::theme::PLAIN;

/// Columns before what goes on.
const INDENT: u16 = 5;

/// Draws a page of lines, the marked one unfolded; some of them can be marked.
pub fn draw<L>(
    lines: &[L],
    marked: Option<usize>,
    is_markable: impl Fn(&L) -> bool,
    body: &mut Canvas<'_>,
    draw: impl Fn(&L, &mut Canvas<'_>, u16),
) {
    if body.is_in_lines() {
        for (y, (place, line)) in (0..body.height()).zip(lines.iter().enumerate()) {
            draw(line, body, y);
            if is_markable(line) {
                body.row(y);
            }
            if marked == Some(place) {
                body.mark(y);
            }
        }
        return;
    }
    let columns = usize::from(body.width().saturating_sub(INDENT + 1)).max(1);
    let mut rest: Vec<String> = Vec::new();
    if let Some(line) = marked.and_then(|place| lines.get(place)) {
        // Drawn once to know what is cut.
        body.take_cut();
        draw(line, body, 0);
        rest = body.take_cut().iter().flat_map(|text| wrap(text, columns)).collect();
        body.clear();
    }
    let height = usize::from(body.height());
    // Rows above give way where the marked line would reach below the last one.
    let needed = marked.map_or(0, |place| place + 1 + rest.len());
    let skipped = needed.saturating_sub(height).min(marked.unwrap_or(0));
    let mut y = 0;
    for (place, line) in lines.iter().enumerate().skip(skipped) {
        if y >= body.height() {
            break;
        }
        draw(line, body, y);
        if marked == Some(place) {
            body.mark(y);
            for row in &rest {
                y += 1;
                body.put_unredacted(INDENT, y, row, PLAIN);
            }
        }
        y += 1;
    }
}
