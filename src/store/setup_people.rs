//! The people of a family that is set up at once: what names one of them names a place, until they have identities.

use crate::domain::ids::PersonId;
use crate::domain::problem::{Kind, Problem};

/// The identities of a new family's people, by their places.
pub(super) struct People(pub(super) Vec<PersonId>);

impl People {
    /// Puts an identity where a place stands.
    pub(super) fn settle(&self, place: &mut PersonId) -> Result<(), Problem> {
        let known = usize::try_from(place.0).ok().and_then(|place| self.0.get(place));
        *place = *known.ok_or_else(|| Problem::new(Kind::Invalid, "no-such-person"))?;
        Ok(())
    }

    /// The same for several.
    pub(super) fn settle_all(&self, places: &mut [PersonId]) -> Result<(), Problem> {
        places.iter_mut().try_for_each(|place| self.settle(place))
    }
}
