//! A stretch of an article, and the way from bytes to characters.

use serde::{Deserialize, Serialize};

/// A byte range in [`crate::Article::text`]; it is never re-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end` (bytes).
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The text under the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Turns byte offsets into Unicode-character offsets, so that `text[start:end]` in Python is the field.
///
/// Keeps one entry for every 256 bytes and counts from there.
#[derive(Debug)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// Characters that begin before byte `i * STEP`.
    marks: Vec<usize>,
}

const STEP: usize = 256;

impl<'a> CharIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![0];
        let mut chars = 0;
        for (i, chunk) in text.as_bytes().chunks(STEP).enumerate() {
            debug_assert_eq!(marks.len(), i + 1);
            chars += count_starts(chunk);
            marks.push(chars);
        }
        Self { text, marks }
    }

    /// The number of characters before byte `byte` (which is a character boundary).
    pub fn char_of(&self, byte: usize) -> usize {
        let mark = byte / STEP;
        self.marks[mark] + count_starts(&self.text.as_bytes()[mark * STEP..byte])
    }
}

fn count_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| (**b & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_python_counts_them() {
        let text = "张三a离职😀。".repeat(100);
        let index = CharIndex::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_of(byte), chars);
        }
        assert_eq!(index.char_of(text.len()), text.chars().count());
    }
}
