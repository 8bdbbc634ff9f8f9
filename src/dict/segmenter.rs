//! jieba with our words: text → tokens.
//!
//! Words with a blank or `·` can never match in jieba; [`super::Dict::specials`] finds those.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use std::thread;

use jieba_rs::Jieba;

use super::builtin;
use super::jieba::{Growing, Own};

/// jieba with its words and ours.
#[derive(Debug)]
pub struct Segmenter(RwLock<Growing>);

/// Begins to load the tables by which jieba tags words that it does not know: they take longer than all else.
pub fn load_tables() {
    let unknown = || Jieba::empty().tag("\u{9fa5}\u{9fa4}", true).len();
    // Without a thread they are loaded when the first such word is met.
    let _ = thread::Builder::new().spawn(unknown);
}

/// A token: its byte range in the text given, and jieba's part-of-speech tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Part of speech (`x` where jieba has none).
    pub tag: &'static str,
}

impl Segmenter {
    /// A segmenter that keeps each of `words` together; each is at least as frequent as the number beside it.
    pub fn new(words: Vec<Own>) -> Self {
        Self(RwLock::new(Growing::new(builtin::jieba(), words)))
    }

    /// What `ask` learns from a jieba that has all words of `text`.
    fn ask<T>(&self, text: &str, ask: impl FnOnce(&Jieba) -> T) -> T {
        let growing = self.read();
        if growing.has_met(text) {
            return ask(growing.jieba());
        }
        drop(growing);
        let growing = self.0.write();
        growing.unwrap_or_else(PoisonError::into_inner).meet(text);
        ask(self.read().jieba())
    }

    fn read(&self) -> RwLockReadGuard<'_, Growing> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts and tags `text`.
    pub fn cut(&self, text: &str) -> Vec<Token> {
        self.ask(text, |jieba| {
            let mut at = 0;
            let token = |tag: jieba_rs::Tag| {
                let start = at;
                at += tag.word.len();
                let (end, tag) = (at, intern(tag.tag));
                Token { start, end, tag }
            };
            jieba.tag(text, true).into_iter().map(token).collect()
        })
    }

    /// How frequent a word is in jieba's dictionary, about.
    pub fn frequency(&self, word: &str) -> usize {
        self.ask(word, |jieba| jieba.suggest_freq(word))
    }

    /// Whether jieba's own dictionary or ours has the word.
    pub fn knows(&self, word: &str) -> bool {
        // What is there already need not be looked up.
        let there = self.read().jieba().has_word(word);
        there || self.ask(word, |jieba| jieba.has_word(word))
    }
}

macro_rules! tags {
    ($($tag:literal)+) => {
        /// The tags that somebody asks for; all others are `x`.
        fn intern(tag: &str) -> &'static str {
            match tag {
                $($tag => $tag,)+
                _ => "x",
            }
        }
    };
}

tags! {
    "n" "nr" "ns" "nt" "nz" "nrt" "nrfg" "ng" "v" "vn" "vd" "vg" "a" "ad" "an" "ag" "b" "c" "d" "df" "dg" "e" "f" "h"
    "i" "j" "k" "l" "m" "mq" "mg" "o" "p" "q" "r" "rr" "rz" "rg" "s" "t" "tg" "u" "ud" "ug" "uj" "ul" "uv" "uz" "vi"
    "vq" "y" "z" "zg" "eng"
}

#[cfg(test)]
mod tests {
    use crate::dict::{Dict, builtin};

    #[test]
    fn the_total_holds_all_words() {
        let dict = Dict::load(&[]).expect("sound");
        let theirs = std::str::from_utf8(builtin::jieba()).expect("UTF-8");
        let theirs = theirs.lines().filter_map(|row| row.split(' ').next());
        for word in theirs.chain(dict.terms.iter().map(|(word, _)| word)) {
            dict.segmenter.knows(word);
        }
        assert!(dict.segmenter.read().fits());
    }
}
