//! Rows → the title and the lines of an article: what a page has wrapped is put together again.
//!
//! The same signs that readers go by tell where a paragraph ends: a short row, an indented next one, a gap, letters of
//! another size, a mark of a list.

use super::page::Page;
use super::row::{Row, join};
use super::table;

/// A row that ends so many characters before the margin has room for what comes next: punctuation does not begin a row
/// and takes its character along.
const SHORT: f64 = 2.2;
/// A row that begins so many characters after the margin is indented.
const INDENT: f64 = 0.8;
/// Rows of one paragraph stand this much closer than others, as a ratio.
const GAP: f64 = 1.3;
/// Letters that are this much larger are of another kind of text.
const LARGER: f64 = 1.12;
/// Characters of a title.
const TITLE_CHARS: usize = 100;
/// Rows among which the title is looked for.
const TITLE_ROWS: usize = 12;
/// The width of a letter or a digit, in Chinese characters.
const LETTER: f64 = 0.55;

/// The title: what is written larger than the text, at the head of the first page.
pub fn title(rows: &[Row], em: f64) -> Option<String> {
    let head = rows.iter().take(TITLE_ROWS).filter(|row| row.page == 0);
    let large = |row: &&Row| row.em > em * LARGER && row.cells.len() == 1;
    let mut title = String::new();
    for row in head.skip_while(|row| !large(row)).take_while(large) {
        join(&mut title, &row.text());
    }
    let fits = (2..=TITLE_CHARS).contains(&title.chars().count()) && !title.ends_with('。');
    fits.then_some(title)
}

/// The lines: paragraphs and rows of tables.
pub fn lines(rows: Vec<Row>, pages: &[Page], em: f64) -> Vec<String> {
    let margins = Margins::of(&rows, pages, em);
    let mut lines: Vec<String> = Vec::new();
    // The row that the last line ends with, if it is of running text.
    let mut last: Option<&Row> = None;
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        if let Some(table) = table::begin(&rows[at..]) {
            lines.extend(table.lines);
            last = None;
            at += table.taken;
            continue;
        }
        match (last, lines.last_mut()) {
            (Some(last), Some(line)) if !margins.parted(last, row, line) => {
                join(line, &row.text());
            }
            _ => lines.push(row.text()),
        }
        last = Some(row);
        at += 1;
    }
    lines
}

/// Where rows usually begin and end.
struct Margins {
    left: f64,
    right: f64,
    /// From the top of a row to the top of the next, in a paragraph.
    pitch: f64,
}

impl Margins {
    fn of(rows: &[Row], pages: &[Page], em: f64) -> Margins {
        let running = || rows.iter().filter(|row| row.cells.len() == 1);
        let left = most(running().map(|row| row.place.left), em / 2.0).unwrap_or_default();
        let right = right(running(), pages, left, em);
        // Below a full row that is not followed by an indented one stands the next row of its paragraph.
        let wrapped = rows.windows(2).filter(|pair| {
            pair[0].page == pair[1].page
                && pair[0].place.right + SHORT * em > right
                && pair[1].place.left - pair[0].place.left < INDENT * em
        });
        let pitches = wrapped
            .map(|pair| pair[1].place.top - pair[0].place.top)
            .filter(|pitch| *pitch > em / 2.0);
        Margins {
            left,
            right,
            pitch: most(pitches, em / 8.0).unwrap_or(em * 2.0),
        }
    }

    /// Whether a row begins a paragraph of its own below another.
    fn parted(&self, above: &Row, row: &Row, line: &str) -> bool {
        above.cells.len() > 1
            || row.cells.len() > 1
            || self.has_room(above, row)
            || row.em > above.em * LARGER
            || above.em > row.em * LARGER
            || above.page == row.page
                && row.place.top - above.place.top > self.pitch.max(above.place.height()) * GAP
            || self.is_indented(above, row, line)
            || is_item(&row.text())
    }

    /// Whether the beginning of `row` would have stood at the end of `above`, were it the same paragraph.
    fn has_room(&self, above: &Row, row: &Row) -> bool {
        let text = row.text();
        let letters = text.chars().take_while(|c| c.is_ascii_graphic()).count();
        let needed = (letters as f64 * LETTER).max(1.0) + SHORT - 1.0;
        above.place.right + needed * above.em < self.right
    }

    /// Whether a row begins further to the right than a row that goes on does.
    fn is_indented(&self, above: &Row, row: &Row, line: &str) -> bool {
        let more = row.place.left - above.place.left > INDENT * row.em;
        let same = (row.place.left - above.place.left).abs() <= INDENT * row.em;
        let inside = row.place.left - self.left > INDENT * row.em;
        // Rows that are all indented are a paragraph, unless a sentence ends with each.
        more || same && inside && line.ends_with(['。', '；', '：', '！', '？', ';', ':', '.'])
    }
}

/// Where full rows end: where many do, else where they would with a margin as wide as the left one.
fn right<'r>(rows: impl Iterator<Item = &'r Row>, pages: &[Page], left: f64, em: f64) -> f64 {
    let mut ends: Vec<f64> = rows.map(|row| row.place.right).collect();
    ends.sort_by(f64::total_cmp);
    let far = ends
        .get((ends.len() * 19 / 20).min(ends.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default();
    let there = ends.iter().filter(|end| (*end - far).abs() < em).count();
    if there >= 3 && there * 8 >= ends.len() {
        return far;
    }
    let width = pages.first().map_or(0.0, |page| page.width);
    far.max(width - left - 2.0 * em)
}

/// The number that most are near, in steps of a size.
fn most(numbers: impl Iterator<Item = f64>, step: f64) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let near = numbers.chunk_by(|a, b| b - a < step);
    let largest = near.max_by_key(|near| near.len())?;
    largest.get(largest.len() / 2).copied()
}

/// Whether a row begins with the number of an item: 1、 (2) 3.
fn is_item(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '（']);
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - rest.len();
    let mut rest = rest.chars();
    let marked = match rest.next() {
        Some('、' | '．' | ')' | '）') => true,
        Some('.') => rest.next().is_some_and(|c| !c.is_ascii_digit()),
        _ => false,
    };
    (1..=2).contains(&digits) && marked
}

#[cfg(test)]
mod tests {
    use super::super::page::Place;
    use super::super::row::Cell;
    use super::*;

    /// Rows of a page that is twenty characters wide: each with the characters that it is indented by.
    fn rows(texts: &[(u32, &str)]) -> Vec<Row> {
        let row = |(i, (indent, text)): (usize, &(u32, &str))| {
            let left = 100.0 + f64::from(*indent) * 10.0;
            let place = Place {
                left,
                right: left + 10.0 * text.chars().count() as f64,
                top: 100.0 + i as f64 * 20.0,
                bottom: 113.0 + i as f64 * 20.0,
            };
            Row {
                page: 0,
                place,
                em: 10.0,
                cells: vec![Cell {
                    place,
                    text: (*text).to_owned(),
                }],
                pieces: Vec::new(),
            }
        };
        texts.iter().enumerate().map(row).collect()
    }

    fn lines_of(texts: &[(u32, &str)]) -> Vec<String> {
        let page = Page {
            width: 400.0,
            height: 800.0,
            words: Vec::new(),
        };
        lines(rows(texts), &[page], 10.0)
    }

    #[test]
    fn wrapped_rows_are_a_paragraph_and_an_indented_one_begins_the_next() {
        assert_eq!(
            lines_of(&[
                (2, "董事会于近日收到公司董事张三女士递交"),
                (0, "的书面辞职报告。张三女士因个人原因辞去职"),
                (0, "务。"),
                (2, "张三女士辞职后将不再担任公司任何职务，其"),
                (0, "辞职报告自送达董事会之日起生效，谨此公告。"),
                (2, "特此公告。"),
                (10, "青穗芯片董事会")
            ]),
            [
                "董事会于近日收到公司董事张三女士递交的书面辞职报告。张三女士因个人原因辞去职务。",
                "张三女士辞职后将不再担任公司任何职务，其辞职报告自送达董事会之日起生效，谨此公告。",
                "特此公告。",
                "青穗芯片董事会"
            ]
        );
    }

    #[test]
    fn short_rows_are_lines_of_their_own() {
        let texts = [(0, "执行董事辞任"), (0, "委任行政总裁"), (0, "承董事会命")];
        assert_eq!(lines_of(&texts).len(), 3);
    }

    #[test]
    fn numbers_of_items_are_known() {
        for text in ["1、补选董事", "（2）聘任", "(3) 聘任", "4. 聘任"] {
            assert!(is_item(text), "{text}");
        }
        for text in ["1.5亿元", "2024年", "张三", "3月、4月", "2024、2025年"] {
            assert!(!is_item(text), "{text}");
        }
    }

    #[test]
    fn what_is_written_large_at_the_head_is_the_title() {
        let mut rows = rows(&[
            (0, "证券代码"),
            (3, "青穗芯片"),
            (2, "董事辞职公告"),
            (2, "张三女士辞职。"),
        ]);
        assert_eq!(title(&rows, 10.0), None);
        rows[1].em = 16.0;
        rows[2].em = 16.0;
        assert_eq!(title(&rows, 10.0).as_deref(), Some("青穗芯片董事辞职公告"));
    }
}
