//! A jieba that holds the words of the texts that it has met.
//!
//! To load all of its 349,045 words takes jieba longer than to cut an article. A word can only stand in a text that has
//! its first two characters side by side, so the words are looked up by those when a text first has them.

use std::mem;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use itertools::{EitherOrBoth, Itertools};
use jieba_rs::Jieba;
use memchr::{memchr, memrchr};

/// Frequency of all words of jieba's dictionary together.
const THEIR_TOTAL: usize = 60_101_964;

/// What words of ours may add to the total beside their least frequencies: enough for several thousand of them that are
/// made of frequent words.
const MARGIN: usize = 1_000_000;

/// Stands for the words that are not there yet: a character for private use, found in no text.
const ABSENT: &str = "\u{10fffd}";

/// The first two characters of a word; the second is a space if it has only one.
type Start = (char, char);

/// A word, its frequency and its part of speech (empty where not known).
type Word<'a> = (&'a str, usize, &'a str);

/// A word of ours and the least frequency that it is to have.
pub type Own = (Box<str>, usize);

/// A jieba with the words that can stand in the texts met so far.
#[derive(Debug)]
pub struct Growing {
    /// jieba's dictionary: rows of `word frequency tag`, sorted by bytes.
    theirs: &'static [u8],
    /// Our words, sorted.
    ours: Arc<[Own]>,
    /// The characters met.
    met: HashSet<char>,
    /// The words that begin with a character met.
    words: HashMap<Start, Words>,
    all: Held,
    /// What words of ours are made of: jieba's words, and ours that are to be frequent.
    parts: Held,
}

/// Words that begin alike.
#[derive(Debug, Default)]
struct Words {
    /// jieba's rows of them.
    rows: &'static str,
    in_all: bool,
    in_parts: bool,
}

impl Growing {
    /// A jieba that has met no text, with jieba's dictionary (sorted by bytes) and words of ours.
    pub fn new(theirs: &'static [u8], mut ours: Vec<Own>) -> Self {
        ours.sort_unstable();
        let least: usize = ours.iter().map(|(_, least)| least).sum();
        let held = || Held::new(THEIR_TOTAL + least + MARGIN);
        Self {
            theirs,
            ours: ours.into(),
            met: HashSet::new(),
            words: HashMap::new(),
            all: held(),
            parts: held(),
        }
    }

    /// The jieba, which cuts the texts met as one with all words would.
    pub fn jieba(&self) -> &Jieba {
        &self.all.jieba
    }

    /// Whether all words are there that can stand in `text`.
    pub fn has_met(&self, text: &str) -> bool {
        let is_there = |start| self.words.get(&start).is_none_or(|words| words.in_all);
        starts(text).all(|(first, second)| {
            self.met.contains(&first) && is_there((first, ' ')) && is_there((first, second))
        })
    }

    /// Looks up the words that can stand in `text`.
    pub fn meet(&mut self, text: &str) {
        let ours = Arc::clone(&self.ours);
        for (start, rows) in self.missing(text, |words| &mut words.in_all) {
            let ours = beginning_with(&ours, &start);
            let ours = ours.iter().map(|(w, _)| (&**w, self.joining(w), ""));
            let ours = ours.collect();
            self.all.add(merged(rows, ours));
        }
    }

    /// The frequency that keeps a word of ours together: more than that of what it is made of.
    fn joining(&mut self, word: &str) -> usize {
        for (start, rows) in self.missing(word, |words| &mut words.in_parts) {
            let ours = beginning_with(&self.ours, &start).iter();
            let frequent = ours.filter(|(_, least)| *least > 1);
            let frequent = frequent.map(|(word, least)| (&**word, *least, ""));
            self.parts.add(merged(rows, frequent.collect()));
        }
        self.parts.jieba.suggest_freq(word)
    }

    /// Starts of words in `text` whose words are not there, with jieba's rows of them; notes that they are now.
    fn missing(
        &mut self,
        text: &str,
        there: impl Fn(&mut Words) -> &mut bool,
    ) -> Vec<(String, &'static str)> {
        let mut missing = Vec::new();
        for start in starts(text) {
            if self.met.insert(start.0) {
                self.note_words(start.0);
            }
            for start in [(start.0, ' '), start] {
                if let Some(words) = self.words.get_mut(&start)
                    && !mem::replace(there(words), true)
                {
                    missing.push((String::from_iter([start.0, start.1]), words.rows));
                }
            }
        }
        missing
    }

    /// Notes which words begin with `first`.
    fn note_words(&mut self, first: char) {
        let first = first.to_string();
        let ours = beginning_with(&self.ours, &first).iter();
        for start in ours.filter_map(|(word, _)| starts(word).next()) {
            self.words.insert(start, Words::default());
        }
        let mut rows = rows_of(self.theirs, &first);
        while let Some(start) = starts(rows).next() {
            let (bytes, mut end) = (rows.as_bytes(), 0);
            let same = &bytes[..start.0.len_utf8() + start.1.len_utf8()];
            while bytes[end..].starts_with(same) {
                end += row_length(&bytes[end..]);
            }
            let (these, others) = rows.split_at(end);
            self.words.entry(start).or_default().rows = these;
            rows = others;
        }
    }
}

/// A jieba that holds some words of a dictionary.
#[derive(Debug)]
struct Held {
    jieba: Jieba,
    /// Frequency of the words that it holds.
    frequency: usize,
    /// Frequency of all words of the dictionary, or more. jieba weighs a word by its share of the total, which must not
    /// depend on the words that happen to be there already.
    total: usize,
}

impl Held {
    fn new(total: usize) -> Self {
        let mut jieba = Jieba::empty();
        jieba.add_word(ABSENT, Some(total), None);
        Self {
            jieba,
            frequency: 0,
            total,
        }
    }

    fn add<'a>(&mut self, words: impl Iterator<Item = Word<'a>>) {
        for (word, frequency, tag) in words {
            self.jieba.add_word(word, Some(frequency), Some(tag));
            self.frequency += frequency;
        }
        let absent = self.total.saturating_sub(self.frequency);
        self.jieba.add_word(ABSENT, Some(absent), None);
    }
}

#[cfg(test)]
impl Growing {
    /// Whether the words that are there are no more than the total says.
    pub fn fits(&self) -> bool {
        [&self.all, &self.parts]
            .iter()
            .all(|held| held.frequency <= held.total)
    }
}

/// Each character of `text` with the next one, the last with a space.
fn starts(text: &str) -> impl Iterator<Item = Start> {
    text.chars().chain([' ']).tuple_windows()
}

fn beginning_with<'a>(sorted: &'a [Own], start: &str) -> &'a [Own] {
    let from = sorted.partition_point(|(word, _)| **word < *start);
    let length = sorted[from..].partition_point(|(word, _)| word.starts_with(start));
    &sorted[from..from + length]
}

/// The rows that begin with `start`, of rows sorted by bytes.
fn rows_of<'a>(rows: &'a [u8], start: &str) -> &'a str {
    let start = start.as_bytes();
    let from = partition_point(rows, |row| row < start);
    let length = partition_point(&rows[from..], |row| row.starts_with(start));
    simdutf8::basic::from_utf8(&rows[from..from + length]).unwrap_or_default()
}

/// Byte at which the first row begins that is not `before`, where all rows behind it are not either.
fn partition_point(rows: &[u8], before: impl Fn(&[u8]) -> bool) -> usize {
    let (mut low, mut high) = (0, rows.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let row = memrchr(b'\n', &rows[low..middle]).map_or(low, |at| low + at + 1);
        let next = row + row_length(&rows[row..]);
        if before(&rows[row..next]) {
            low = next;
        } else {
            high = row;
        }
    }
    low
}

/// Bytes of the first row, with its line break.
fn row_length(rows: &[u8]) -> usize {
    memchr(b'\n', rows).map_or(rows.len(), |at| at + 1)
}

fn word(row: &str) -> Option<Word<'_>> {
    let mut cells = row.split(' ');
    Some((cells.next()?, cells.next()?.parse().ok()?, cells.next()?))
}

/// The words of two dictionaries; one of both is as frequent as in either, and has jieba's part of speech.
fn merged<'a>(rows: &'a str, ours: Vec<Word<'a>>) -> impl Iterator<Item = Word<'a>> {
    let theirs = rows.lines().filter_map(word);
    let both = theirs.merge_join_by(ours, |theirs, ours| theirs.0.cmp(ours.0));
    both.map(|word| match word {
        EitherOrBoth::Both((word, frequency, tag), ours) => (word, frequency.max(ours.1), tag),
        EitherOrBoth::Left(word) | EitherOrBoth::Right(word) => word,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::builtin;

    fn cut(jieba: &Jieba, text: &str) -> Vec<String> {
        let tags = jieba.tag(text, true).into_iter();
        tags.map(|t| format!("{}/{}", t.word, t.tag)).collect()
    }

    fn ours() -> Vec<Own> {
        let words = [
            ("离职率", 1),
            ("离职", 30_000),
            ("鹤鸣重工", 1),
            ("董事", 3_000),
        ];
        words.map(|(word, least)| (word.into(), least)).into()
    }

    #[test]
    fn the_dictionary_is_the_one_of_jieba() {
        let (whole, rows) = (Jieba::new(), builtin::jieba());
        let mut held = Held::new(THEIR_TOTAL);
        let rows = std::str::from_utf8(rows).expect("UTF-8");
        held.add(merged(rows, Vec::new()));
        for (word, frequency, _) in rows.lines().filter_map(word) {
            assert!(
                whole.has_word(word) && whole.suggest_freq(word) >= frequency,
                "{word}"
            );
        }
        let (words, frequency) = (rows.lines().count(), held.frequency);
        let told = format!("{whole:?}");
        assert_eq!(
            told,
            format!("Jieba {{ records_len: {words}, total_freq: {frequency} }}")
        );
        assert_eq!(frequency, THEIR_TOTAL);
        assert!(rows.lines().is_sorted(), "not sorted by bytes");
    }

    #[test]
    fn texts_are_cut_as_with_all_words() {
        let rows = std::str::from_utf8(builtin::jieba()).expect("UTF-8");
        let mut all = Growing::new(builtin::jieba(), ours());
        all.meet(
            &rows
                .lines()
                .filter_map(word)
                .map(|(word, ..)| word)
                .join("，"),
        );
        all.meet(&ours().iter().map(|(word, _)| word).join("，"));
        let mut grown = Growing::new(builtin::jieba(), ours());
        for text in [
            "鹤鸣重工董事长丁鹤亭因个人原因辞去董事职务",
            "离职率上升，4S店和AA制",
            "一",
            "",
            "丁鹤亭先生不再担任鹤鸣重工股份有限公司独立董事，去向未披露。",
        ] {
            grown.meet(text);
            assert!(grown.has_met(text));
            assert_eq!(cut(grown.jieba(), text), cut(all.jieba(), text));
        }
        assert!(!grown.has_met("履新"));
        assert_eq!(cut(grown.jieba(), "离职率")[0], "离职率/");
        // What only a word of ours has had is not there for texts.
        let mut grown = Growing::new(builtin::jieba(), vec![("履夹福".into(), 1)]);
        grown.meet("履夹子");
        assert!(!grown.has_met("（福）"));
        grown.meet("（福）");
        assert_eq!(cut(grown.jieba(), "（福）"), cut(all.jieba(), "（福）"));
    }
}
