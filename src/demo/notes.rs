//! Which sentences make a note: one that fits and was not just used, now and then with another after it.

use super::dice::Dice;
use super::fill;
use super::scene::Scene;
use super::words::{Passage, Template};

/// A note shorter than this gets a second sentence.
const SHORT: usize = 60;
/// A note is not made longer than this.
const LONG: usize = 200;
/// So many notes back no sentence is used again, if there are others.
const MEMORY: usize = 30;

/// What has been written about a family lately.
#[derive(Default)]
pub struct Recent(Vec<&'static Template>);

impl Recent {
    /// Writes a note; nothing when no sentence fits.
    pub fn note(
        &mut self,
        passage: &'static Passage,
        endings: &'static [Template],
        scene: &Scene<'_>,
        dice: &mut Dice,
    ) -> Option<String> {
        let main = self.choose(&passage.notes, scene, dice)?;
        let mut note = String::with_capacity(LONG);
        fill::write(main, scene, dice, &mut note);
        if note.chars().count() < SHORT || dice.chance(16) {
            self.end(&mut note, endings, scene, dice);
        }
        Some(note)
    }

    fn end(&mut self, note: &mut String, endings: &'static [Template], scene: &Scene<'_>, dice: &mut Dice) {
        let Some(ending) = self.choose(endings, scene, dice) else { return };
        let before = note.len();
        note.push(' ');
        fill::write(ending, scene, dice, note);
        if note.chars().count() > LONG {
            note.truncate(before);
        }
    }

    fn choose(&mut self, list: &'static [Template], scene: &Scene<'_>, dice: &mut Dice) -> Option<&'static Template> {
        let fitting: Vec<&'static Template> =
            list.iter().filter(|template| scene.holds.covers(template.needs)).collect();
        let from = self.0.len().saturating_sub(MEMORY);
        let lately = self.0.get(from..).unwrap_or_default();
        let fresh: Vec<&'static Template> =
            fitting.iter().copied().filter(|one| !lately.iter().any(|seen| std::ptr::eq(*seen, *one))).collect();
        let last_used = |one: &&'static Template| self.0.iter().rposition(|seen| std::ptr::eq(*seen, *one));
        let oldest = || fitting.iter().copied().min_by_key(last_used);
        let chosen = dice.pick(&fresh).copied().or_else(oldest)?;
        self.0.push(chosen);
        Some(chosen)
    }
}
