//! What names of people are made of: surnames, given-name characters, transliteration, Latin script.

use foldhash::{HashMap, HashSet};

/// Tables for recognising names that no list has.
#[derive(Debug, Default)]
pub struct Names {
    /// Surname → people per 100,000.
    pub surname: HashMap<Box<str>, f32>,
    /// Given-name character → occurrences per million.
    pub given: HashMap<char, f32>,
    /// Transliteration character → weight 1–3.
    pub transliteration: HashMap<char, f32>,
    /// Japanese surnames.
    pub japanese: HashSet<Box<str>>,
    /// Japanese surnames that are ones only in front of a given name of `japanese_given`.
    pub japanese_rare: HashSet<Box<str>>,
    /// Japanese given names.
    pub japanese_given: HashSet<Box<str>>,
    /// Latin given names.
    pub latin_given: HashSet<Box<str>>,
    /// Particles inside Latin names (van, de).
    pub latin_particle: HashSet<Box<str>>,
    /// Capitalised Latin words that form no name.
    pub latin_other: HashSet<Box<str>>,
    /// Words that look like Chinese names and are none.
    pub not_person: HashSet<Box<str>>,
    /// Words directly before a name → how strongly they speak for one (1–3).
    pub left: HashMap<Box<str>, f32>,
    /// Words directly after a name → how strongly they speak for one (1–3).
    pub right: HashMap<Box<str>, f32>,
    /// The first characters of surnames and foreign names.
    first: HashSet<char>,
    /// The first characters of the surnames in `japanese_rare`.
    first_rare: HashSet<char>,
}

impl Names {
    /// People per 100,000 with this surname.
    pub fn surname(&self, text: &str) -> Option<f32> {
        self.surname.get(text).copied()
    }

    /// Whether a name can begin a text.
    pub fn may_begin(&self, text: &str) -> bool {
        let first = text.chars().next().unwrap_or_default();
        self.first.contains(&first)
            || self.first_rare.contains(&first) && self.begins_with_rare(text)
    }

    /// 深町健司: a Japanese surname of two or three characters that few have.
    fn begins_with_rare(&self, text: &str) -> bool {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut surnames = ends.skip(1).take(2).map(|end| &text[..end]);
        surnames.any(|surname| self.japanese_rare.contains(surname))
    }

    /// Notes the characters that names begin with.
    pub(super) fn set_first(&mut self) {
        let surnames = self.surname.keys().chain(&self.japanese);
        let first = surnames.filter_map(|surname| surname.chars().next());
        self.first = first.chain(self.transliteration.keys().copied()).collect();
        let rare = self.japanese_rare.iter();
        self.first_rare = rare.filter_map(|name| name.chars().next()).collect();
    }

    /// Occurrences of a character among a million of given names.
    pub fn given(&self, c: char) -> f32 {
        self.given.get(&c).copied().unwrap_or(0.0)
    }

    /// How typical a character is of transliterated names, 0–3.
    pub fn transliteration(&self, c: char) -> f32 {
        self.transliteration.get(&c).copied().unwrap_or(0.0)
    }
}
