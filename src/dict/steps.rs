//! The steps that have been taken of all sequences of words, one bit for each.

use std::ops::{BitAnd, BitOr, BitOrAssign};

/// A set of steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    low: u128,
    high: u128,
}

impl Steps {
    /// So many steps can be told apart.
    pub const BITS: u32 = 2 * u128::BITS;

    /// The `n`-th step alone.
    pub const fn one(n: u32) -> Self {
        match n < u128::BITS {
            true => Self {
                low: 1 << n,
                high: 0,
            },
            false => Self {
                low: 0,
                high: 1 << (n - u128::BITS),
            },
        }
    }

    /// The steps behind these.
    pub fn next(self) -> Self {
        Self {
            low: self.low << 1,
            high: self.high << 1 | self.low >> (u128::BITS - 1),
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl BitAnd for Steps {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self {
            low: self.low & other.low,
            high: self.high & other.high,
        }
    }
}

impl BitOr for Steps {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            low: self.low | other.low,
            high: self.high | other.high,
        }
    }
}

impl BitOrAssign for Steps {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_leads_from_one_half_to_the_other() {
        let last = Steps::one(u128::BITS - 1);
        assert_eq!(last.next(), Steps::one(u128::BITS));
        assert!((last & last.next()).is_empty());
        assert!(Steps::one(Steps::BITS - 1).next().is_empty());
    }
}
