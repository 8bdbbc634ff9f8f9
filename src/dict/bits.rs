//! A small set of numbers, one bit for each: the cues of a word, the steps taken of all sequences of words.

use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

/// A set of numbers below [`Bits::COUNT`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bits {
    low: u128,
    high: u128,
}

impl Bits {
    /// So many numbers can be told apart.
    pub const COUNT: u32 = 2 * u128::BITS;

    /// The number `n` alone.
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

    /// Each number, one higher.
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

impl BitAnd for Bits {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self {
            low: self.low & other.low,
            high: self.high & other.high,
        }
    }
}

impl BitOr for Bits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            low: self.low | other.low,
            high: self.high | other.high,
        }
    }
}

impl BitOrAssign for Bits {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl Not for Bits {
    type Output = Self;

    fn not(self) -> Self {
        Self {
            low: !self.low,
            high: !self.high,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_leads_from_one_half_to_the_other() {
        let last = Bits::one(u128::BITS - 1);
        assert_eq!(last.next(), Bits::one(u128::BITS));
        assert!((last & last.next()).is_empty());
        assert!(Bits::one(Bits::COUNT - 1).next().is_empty());
    }

    #[test]
    fn numbers_are_told_apart_over_the_middle() {
        for n in [0, 127, 128, Bits::COUNT - 1] {
            let one = Bits::one(n);
            assert!(!(one & Bits::one(n)).is_empty());
            assert!((one & !one).is_empty());
            assert!((0..Bits::COUNT).all(|m| m == n || (Bits::one(m) & one).is_empty()));
        }
    }
}
