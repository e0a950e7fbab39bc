//! What comes without a key: another size, another day, and what others have written. What somebody marks, reads or
//! types stays where it is.

use chrono::{NaiveDate, NaiveTime};

use super::desk::App;
use super::modal::Modal;
use crate::domain::problem::{Kind, Problem};
use crate::store::News;

impl App {
    /// Takes a new size.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.world.size = size;
        self.reload();
        self.lay_out_drawing();
        self.renew_redactor();
    }

    /// Takes a new day, and the time on it; true when the day is another one.
    pub fn turn_day(&mut self, today: NaiveDate, time: NaiveTime) -> bool {
        self.world.time = time;
        let turned = self.world.today != today;
        if turned {
            self.world.today = today;
            self.store.count_as_today(today);
            self.reload();
            self.renew_redactor();
        }
        turned
    }

    /// Reads again what is on the screen if others have changed a record since it was last asked for; true when the
    /// screen may have to look different. Nothing is read while nobody has written anything.
    pub fn refresh(&mut self) -> bool {
        let drafts = self.drafts;
        let done = match self.store.news(self.told) {
            Ok((News::Nothing, _)) => return false,
            Ok((News::Aside, told)) => {
                self.told = told;
                match self.follow_run() {
                    Ok(true) => return true,
                    followed => followed.and_then(|_| self.count_drafts()),
                }
            }
            Ok((News::Records, told)) => {
                self.told = told;
                let done = self.read_all_again();
                self.settle(done);
                self.renew_redactor();
                return true;
            }
            Err(problem) => Err(problem),
        };
        let changed = done.is_err() || self.drafts != drafts;
        self.settle(done);
        changed
    }

    fn read_all_again(&mut self) -> Result<(), Problem> {
        let map = self.network.shown().map(|stored| stored.id);
        let visit = self.visits.current();
        self.reread()?;
        self.keep_map(map);
        self.visits.keep(visit);
        self.count_gaps()?;
        self.count_drafts()?;
        self.read_modals_again()
    }

    /// What lies over the pane to be read. What is typed there stays as it is: whoever saves it is shown what others
    /// have made of the record.
    pub(super) fn read_modals_again(&mut self) -> Result<(), Problem> {
        let mut gone = None;
        let mut modals = std::mem::take(&mut self.modals);
        modals.retain_mut(|modal| {
            let read = match modal {
                Modal::Reading(reading) => self.read_again(reading).map(|again| **reading = again),
                Modal::HandOver(open) => self.handover_again(open).map(|again| **open = again),
                Modal::Card(card) => self.card_again(card).map(|again| **card = again),
                _ => Ok(()),
            };
            match read {
                Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => {
                    gone = Some(problem);
                    false
                }
                _ => true,
            }
        });
        self.modals = modals;
        gone.map_or(Ok(()), Err)
    }
}
