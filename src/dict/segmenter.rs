//! jieba with our words: text → tokens.
//!
//! Words with a blank or `·` can never match in jieba; [`super::Dict::specials`] finds those.

use std::sync::{Mutex, OnceLock};
use std::thread::{self, JoinHandle};

use jieba_rs::Jieba;

/// A jieba that is loaded when the first text has to be cut (it takes about 0.1 s), or before.
#[derive(Debug)]
pub struct Segmenter {
    words: Vec<(Box<str>, usize)>,
    /// jieba with its own words only, if it was loaded before.
    begun: Mutex<Option<Begun>>,
    jieba: OnceLock<Jieba>,
}

/// A jieba that other threads load, for whoever has something else to do meanwhile.
#[derive(Debug)]
pub struct Begun(JoinHandle<Jieba>);

impl Begun {
    /// Begins to load; `None` if there can be no other thread.
    pub fn new() -> Option<Begun> {
        // The tables for words that it does not know are loaded when any jieba meets the first one.
        let tables = || {
            Jieba::empty().tag("\u{9fa5}\u{9fa4}", true);
        };
        let tables = thread::Builder::new().spawn(tables).ok();
        let load = || {
            let jieba = Jieba::new();
            tables.map(JoinHandle::join);
            jieba
        };
        thread::Builder::new().spawn(load).ok().map(Begun)
    }
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
    pub fn new(words: Vec<(Box<str>, usize)>) -> Self {
        Self {
            words,
            begun: Mutex::new(None),
            jieba: OnceLock::new(),
        }
    }

    /// Uses the jieba that has been begun to be loaded.
    pub fn use_begun(&mut self, begun: Option<Begun>) {
        self.begun = Mutex::new(begun);
    }

    fn jieba(&self) -> &Jieba {
        self.jieba.get_or_init(|| {
            let begun = self.begun.lock().ok().and_then(|mut begun| begun.take());
            let loaded = begun.and_then(|begun| begun.0.join().ok());
            let mut jieba = loaded.unwrap_or_default();
            for (word, floor) in &self.words {
                let frequency = jieba.suggest_freq(word);
                jieba.add_word(word, Some(frequency.max(*floor)), None);
            }
            jieba
        })
    }

    /// Cuts and tags `text`.
    pub fn cut(&self, text: &str) -> Vec<Token> {
        let mut at = 0;
        let tags = self.jieba().tag(text, true);
        let mut tokens = Vec::with_capacity(tags.len());
        for tag in tags {
            let end = at + tag.word.len();
            tokens.push(Token {
                start: at,
                end,
                tag: intern(tag.tag),
            });
            at = end;
        }
        tokens
    }

    /// How frequent a word is in jieba's dictionary, about.
    pub fn frequency(&self, word: &str) -> usize {
        self.jieba().suggest_freq(word)
    }

    /// Whether jieba's own dictionary or ours has the word.
    pub fn knows(&self, word: &str) -> bool {
        self.jieba().has_word(word)
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
