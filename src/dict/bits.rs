//! A small set of numbers, one bit for each: the cues of a word, the steps taken of all sequences of words.

use std::array;
use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

/// A set of numbers below [`Bits::COUNT`], in so many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Bits<WORDS> {
    /// So many numbers can be told apart.
    pub const COUNT: u32 = WORDS as u32 * u64::BITS;

    /// No number.
    pub const NONE: Self = Self([0; WORDS]);

    /// The number `n` alone.
    pub const fn one(n: u32) -> Self {
        Self::NONE.with(n)
    }

    /// The same numbers, and `n`.
    pub const fn with(mut self, n: u32) -> Self {
        self.0[(n / u64::BITS) as usize] |= 1 << (n % u64::BITS);
        self
    }

    /// Each number, one higher; the last one is lost.
    pub fn next(self) -> Self {
        let carried = |i: usize| match i {
            0 => 0,
            _ => self.0[i - 1] >> (u64::BITS - 1),
        };
        Self(array::from_fn(|i| self.0[i] << 1 | carried(i)))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0.iter().fold(0, |any, word| any | word) == 0
    }

    /// Whether `n` is among them.
    pub const fn has(self, n: u32) -> bool {
        self.0[(n / u64::BITS) as usize] >> (n % u64::BITS) & 1 == 1
    }
}

impl<const WORDS: usize> Default for Bits<WORDS> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<const WORDS: usize> BitAnd for Bits<WORDS> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(array::from_fn(|i| self.0[i] & other.0[i]))
    }
}

impl<const WORDS: usize> BitOr for Bits<WORDS> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(array::from_fn(|i| self.0[i] | other.0[i]))
    }
}

impl<const WORDS: usize> BitOrAssign for Bits<WORDS> {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl<const WORDS: usize> Not for Bits<WORDS> {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Three = Bits<3>;

    #[test]
    fn a_step_leads_from_one_word_to_the_next() {
        let last = Three::one(63);
        assert_eq!(last.next(), Three::one(64));
        assert!((last & last.next()).is_empty());
        assert!(Three::one(Three::COUNT - 1).next().is_empty());
    }

    #[test]
    fn numbers_are_told_apart_in_all_words() {
        for n in [0, 63, 64, 128, Three::COUNT - 1] {
            let one = Three::one(n);
            assert!(one.has(n) && !(one & Three::one(n)).is_empty());
            assert!((one & !one).is_empty());
            assert!((0..Three::COUNT).all(|m| (m == n) == one.has(m)));
        }
    }
}
