//! Line → whether it is page furniture (责任编辑：…, 返回首页), by the rows of `furniture*.tsv`.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use foldhash::HashMap;

use crate::error::Result;

/// Where a line of page furniture is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Furniture {
    /// The line begins so: the line is left out.
    Starts,
    /// The line contains it: the line is left out.
    Contains,
    /// The line is this: it and all up to the next marked heading are left out.
    Section,
    /// The line is this, but for blanks and with numbers in place of `#`: the number of a page.
    Page,
}

/// The names of the places in `dict/furniture.tsv`.
pub const PLACES: &[(&str, Furniture)] = &[
    ("starts", Furniture::Starts),
    ("contains", Furniture::Contains),
    ("section", Furniture::Section),
    ("page", Furniture::Page),
];

/// Lines with more bytes are never furniture.
const MAX_FURNITURE: usize = 360;
/// Lines with more bytes are never the number of a page.
const MAX_PAGE_NUMBER: usize = 60;

/// All rows, of which the first that fits a line counts.
pub(super) struct Table {
    rows: Vec<Furniture>,
    /// Finds the texts that a line begins with or contains.
    within: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// The row of each text that a line is as a whole.
    whole: HashMap<Box<str>, usize>,
    /// The row of each form of the number of a page.
    page: HashMap<Box<str>, usize>,
}

impl Table {
    /// The table of all rows, in the order of the files.
    ///
    /// # Errors
    /// No automaton can be made of the texts.
    pub fn of(rows: Vec<(Box<str>, Furniture)>) -> Result<Self> {
        let mut within: HashMap<Box<str>, u32> = HashMap::default();
        let (mut whole, mut page) = (HashMap::default(), HashMap::default());
        let mut places = Vec::with_capacity(rows.len());
        for (n, (text, place)) in rows.into_iter().enumerate() {
            places.push(place);
            match place {
                Furniture::Section => _ = whole.entry(text).or_insert(n),
                Furniture::Page => _ = page.entry(text).or_insert(n),
                Furniture::Starts => _ = within.entry(text).or_insert(n as u32),
                Furniture::Contains => {
                    // A line that begins with the text contains it, too.
                    let first = *within.entry(text).or_insert(n as u32);
                    places[first as usize] = Furniture::Contains;
                }
            }
        }
        let build = |texts| CharwiseDoubleArrayAhoCorasickBuilder::new().build_with_values(texts);
        let within = (!within.is_empty()).then(|| build(within)).transpose();
        Ok(Table {
            rows: places,
            within: within.map_err(super::no_automaton("furniture.tsv"))?,
            whole,
            page,
        })
    }

    /// Whether a line is page furniture. A long line never is.
    pub fn find(&self, line: &str) -> Option<Furniture> {
        let line = line.trim();
        if line.len() > MAX_FURNITURE {
            return None;
        }
        let hits = self
            .within
            .iter()
            .flat_map(|a| a.find_overlapping_iter(line));
        let within = hits
            .map(|hit| (hit.start(), hit.value() as usize))
            .filter(|&(start, row)| start == 0 || self.rows[row] == Furniture::Contains)
            .map(|(_, row)| row);
        let whole = self.whole.get(line.trim_end_matches([':', '：'])).copied();
        let page = without_numbers(line).and_then(|form| self.page.get(form.as_str()).copied());
        let first = within.chain(whole).chain(page).min();
        first.map(|row| self.rows[row])
    }
}

/// A line without blanks, and with `#` in place of its numbers, if it is as short as the number of a page.
fn without_numbers(line: &str) -> Option<String> {
    if line.len() > MAX_PAGE_NUMBER || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut out = String::new();
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        match c.is_ascii_digit() {
            true if out.ends_with('#') => {}
            true => out.push('#'),
            false => out.push(c),
        }
    }
    Some(out)
}
