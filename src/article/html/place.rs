//! The table of places in a page → the ones that may hold a part of the article, the likeliest first.

/// `content`, `title` and `date` are selectors; `meta` names a `<meta>`, `script` what stands before a value in a script.
const PLACES: &str = include_str!("places.tsv");

/// The places of a part.
pub fn all(part: &str) -> impl Iterator<Item = &'static str> {
    let rows = PLACES.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(move |(of, _)| *of == part)
        .map(|(_, place)| place)
}
