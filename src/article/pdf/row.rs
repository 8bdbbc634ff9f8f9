//! Words on pages → rows, from the top to the bottom of each page, with their cells.
//!
//! A cell is what stands together in a row; a row of running text is one cell.

use super::page::{Page, Place, Word};

/// A wider gap, in widths of a Chinese character, parts cells.
const CELL_GAP: f64 = 1.6;
/// A wider gap may part cells of a table.
const PIECE_GAP: f64 = 0.7;
/// A wider gap is a blank, between Chinese characters and around them.
const BLANK: f64 = 0.6;
/// A wider gap is a blank between words in other scripts.
const LATIN_BLANK: f64 = 0.1;
/// The width of a Chinese character, in heights of a line, where no text tells.
const USUAL_EM: f64 = 0.75;

/// What stands on one line of a page.
#[derive(Debug, Clone)]
pub struct Row {
    pub page: usize,
    pub place: Place,
    /// The width of a Chinese character in it.
    pub em: f64,
    /// From left to right; there is one at least.
    pub cells: Vec<Cell>,
    /// The same in smaller pieces: cells of a table that are full stand close together.
    pub pieces: Vec<Cell>,
}

/// What stands together in a row.
#[derive(Debug, Clone)]
pub struct Cell {
    pub place: Place,
    pub text: String,
}

impl Row {
    /// Its text, with blanks between the cells.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.cells.iter().map(|c| c.text.as_str()).collect();
        texts.join(" ")
    }
}

/// The usual width of a Chinese character in a document.
pub fn em(pages: &[Page]) -> f64 {
    let words = || pages.iter().flat_map(|page| &page.words);
    let widths = words().filter_map(han_width).collect();
    let heights = || words().map(|word| word.place.height() * USUAL_EM).collect();
    let em = median(widths).or_else(|| median(heights()));
    em.filter(|em| *em > 0.1).unwrap_or(10.0)
}

/// The rows of all pages.
pub fn find(pages: &[Page], em: f64) -> Vec<Row> {
    let of_page = |(number, page): (usize, &Page)| {
        let mut words: Vec<&Word> = page.words.iter().collect();
        words.sort_by(|a, b| a.place.middle().total_cmp(&b.place.middle()));
        let rows = words.chunk_by(|a, b| is_beside(&a.place, &b.place));
        rows.map(|words| row(number, words, em)).collect::<Vec<_>>()
    };
    pages.iter().enumerate().flat_map(of_page).collect()
}

/// Whether two places stand on the same line.
fn is_beside(a: &Place, b: &Place) -> bool {
    (b.middle() - a.middle()).abs() < a.height().min(b.height()) * 0.35
}

fn row(page: usize, words: &[&Word], usual: f64) -> Row {
    let mut words = words.to_vec();
    words.sort_by(|a, b| a.place.left.total_cmp(&b.place.left));
    let widths = words.iter().filter_map(|word| han_width(word)).collect();
    let em = median(widths).unwrap_or(usual);
    let cells = cells(&words, CELL_GAP, em);
    let places = cells.iter().map(|cell| cell.place);
    Row {
        page,
        place: places.reduce(Place::with).unwrap_or_default(),
        em,
        pieces: self::cells(&words, PIECE_GAP, em),
        cells,
    }
}

/// What stands in a row without a gap that is wider than so many characters.
fn cells(words: &[&Word], gap: f64, em: f64) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for word in words {
        match cells.last_mut() {
            Some(cell) if word.place.left - cell.place.right <= gap * em => {
                if is_blank(cell, word, em) {
                    cell.text.push(' ');
                }
                cell.text.push_str(word.text.trim());
                cell.place = cell.place.with(word.place);
            }
            _ => cells.push(Cell {
                place: word.place,
                text: word.text.trim().to_owned(),
            }),
        }
    }
    cells
}

/// Whether the gap before a word is a blank. Between scripts, programs put gaps that nobody typed.
fn is_blank(cell: &Cell, word: &Word, em: f64) -> bool {
    let gap = (word.place.left - cell.place.right) / em;
    let (before, after) = (cell.text.chars().last(), word.text.chars().next());
    match before.is_some_and(is_wide) || after.is_some_and(is_wide) {
        true => gap > BLANK,
        false => gap > LATIN_BLANK,
    }
}

/// Whether a character is of a script without blanks between words, or its punctuation.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..|'‘'..='”'| '…' | '—' | '·')
}

/// Writes on where a line was broken to fit the page.
pub fn join(text: &mut String, next: &str) {
    let wide = text.chars().last().is_some_and(is_wide) || next.chars().next().is_some_and(is_wide);
    if !wide && !text.is_empty() && !text.ends_with(['-', '/', ' ']) {
        text.push(' ');
    }
    text.push_str(next);
}

/// The width of one of its characters, if all are as wide as Chinese ones.
fn han_width(word: &Word) -> Option<f64> {
    let count = word.text.chars().count();
    // Quotes and dashes are as wide as Latin ones in some fonts.
    let full = |c| matches!(c, '\u{3001}'..='\u{9FFF}' | '！'..='～');
    (count >= 2 && word.text.chars().all(full)).then(|| word.place.width() / count as f64)
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(left: f64, top: f64, text: &str) -> Word {
        let width: f64 = text
            .chars()
            .map(|c| if is_wide(c) { 10.0 } else { 5.0 })
            .sum();
        Word {
            place: Place {
                left,
                right: left + width,
                top,
                bottom: top + 13.0,
            },
            text: text.to_owned(),
        }
    }

    #[test]
    fn words_beside_one_another_are_a_row_and_gaps_that_nobody_typed_none() {
        let page = Page {
            width: 500.0,
            height: 800.0,
            words: vec![
                word(0.0, 20.0, "张三于"),
                word(32.0, 21.0, "2024"),
                word(54.0, 20.0, "年离职，ISO"),
                word(122.0, 20.0, "9001"),
                word(0.0, 0.0, "证券代码"),
                word(80.0, 0.0, "证券简称"),
            ],
        };
        let rows = find(&[page], 10.0);
        let texts: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.cells.iter().map(|c| c.text.as_str()).collect())
            .collect();
        assert_eq!(
            texts,
            [
                vec!["证券代码", "证券简称"],
                vec!["张三于2024年离职，ISO 9001"]
            ]
        );
    }

    #[test]
    fn broken_lines_are_joined_by_a_blank_only_where_both_sides_have_blanks() {
        let joined = |a: &str, b: &str| {
            let mut text = a.to_owned();
            join(&mut text, b);
            text
        };
        assert_eq!(joined("张三离", "职"), "张三离职");
        assert_eq!(joined("Quality", "Management"), "Quality Management");
        assert_eq!(joined("于 2024", "年"), "于 2024年");
        assert_eq!(joined("state-", "of"), "state-of");
    }
}
