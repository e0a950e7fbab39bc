//! Figures that may leave the house: small counts are masked, so that nobody is told by a table.

use std::fmt;

/// Counts below it, zero apart, are masked unless the unit has settled another. Stockholm 2021 prints none from 1 to 3.
pub const THRESHOLD: u32 = 4;

/// What becomes of small counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// Counts from 1 up to the threshold are masked; zero stays zero.
    Masked {
        /// The smallest count that is shown.
        threshold: u32,
    },
    /// Everything is shown, inside the unit.
    Internal,
}

impl Disclosure {
    /// A count as it may be shown.
    pub fn cell(self, count: u32) -> Cell {
        match self {
            Self::Masked { threshold } if count > 0 && count < threshold => Cell::Masked,
            _ => Cell::Number(count),
        }
    }
}

/// A count in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// As it is.
    Number(u32),
    /// Too small to be shown.
    Masked,
}

impl Cell {
    /// What it adds to a total: what is masked adds nothing, so that no total tells it.
    pub fn shown(self) -> u32 {
        match self {
            Self::Number(number) => number,
            Self::Masked => 0,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::Masked => out.write_str("*"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_masked_and_zero_is_not() {
        let masked = Disclosure::Masked { threshold: THRESHOLD };
        let shown: Vec<String> = (0..6).map(|count| masked.cell(count).to_string()).collect();
        assert_eq!(shown, ["0", "*", "*", "*", "4", "5"]);
        assert_eq!((masked.cell(3).shown(), masked.cell(4).shown()), (0, 4));
        assert_eq!(Disclosure::Internal.cell(2), Cell::Number(2));
    }
}
