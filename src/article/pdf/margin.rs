//! Rows of pages → the same without running heads, running feet and the numbers of pages.
//!
//! They are known by standing at the edge of several pages, alike but for numbers; what they say does not matter.

use std::collections::{HashMap, HashSet};

use super::page::Page;
use super::row::Row;

/// The part of a page's height, above and below, that heads and feet stand in.
const EDGE: f64 = 0.14;
/// Rows at an edge that are looked at.
const ROWS: usize = 3;
/// They stand on one page of so many at least: covers have none, and left pages others than right ones.
const ONE_OF: usize = 3;

/// Leaves out what is at the edges only.
pub fn without(pages: &[Page], rows: Vec<Row>) -> Vec<Row> {
    let edges = edges(pages, &rows);
    let mut on_pages: HashMap<String, usize> = HashMap::new();
    for (_, key) in &edges {
        *on_pages.entry(key.clone()).or_default() += 1;
    }
    let is_running = |key: &str| {
        let number = on_pages.get(key).copied().unwrap_or_default();
        number >= 2 && number * ONE_OF >= pages.len()
    };
    let off: HashSet<usize> = edges
        .iter()
        .filter(|(_, key)| is_number(key) || is_running(key))
        .map(|(index, _)| *index)
        .collect();
    let kept = rows.into_iter().enumerate();
    kept.filter(|(index, _)| !off.contains(index))
        .map(|(_, row)| row)
        .collect()
}

/// The rows at the edges of pages, each by its index and what it says without numbers.
fn edges(pages: &[Page], rows: &[Row]) -> Vec<(usize, String)> {
    let mut edges = Vec::new();
    let mut start = 0;
    for rows in rows.chunk_by(|a, b| a.page == b.page) {
        let height = pages[rows[0].page].height;
        let mut seen = HashSet::new();
        for (i, row) in rows.iter().enumerate() {
            let above = i < ROWS && row.place.bottom < height * EDGE;
            let below = i + ROWS >= rows.len() && row.place.top > height * (1.0 - EDGE);
            let key = without_numbers(&row.text());
            if (above || below) && seen.insert(key.clone()) {
                edges.push((start + i, key));
            }
        }
        start += rows.len();
    }
    edges
}

/// A row without blanks, and with one sign for every number.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c.is_numeric() {
            false => out.push(c),
            true if out.ends_with('#') => {}
            true => out.push('#'),
        }
    }
    out
}

/// Whether a row is nothing but a number, or two, with signs around them.
fn is_number(key: &str) -> bool {
    let numbers = key.matches('#').count();
    (1..=2).contains(&numbers)
        && key.chars().all(|c| {
            matches!(
                c,
                '#' | '-' | '–' | '—' | '/' | '·' | '~' | '|' | '(' | ')' | '[' | ']'
            )
        })
}

#[cfg(test)]
mod tests {
    use super::super::page::Place;
    use super::super::row::Cell;
    use super::*;

    fn without_margins(pages: &[&[&str]]) -> Vec<String> {
        let height = 800.0;
        let mut rows = Vec::new();
        for (page, texts) in pages.iter().enumerate() {
            for (i, text) in texts.iter().enumerate() {
                let top = match i {
                    0 => 20.0,
                    _ if i + 1 == texts.len() => 760.0,
                    _ => 100.0 + 20.0 * i as f64,
                };
                let place = Place {
                    left: 0.0,
                    right: 100.0,
                    top,
                    bottom: top + 12.0,
                };
                let text = (*text).to_owned();
                rows.push(Row {
                    page,
                    place,
                    em: 10.0,
                    cells: vec![Cell { place, text }],
                    pieces: Vec::new(),
                });
            }
        }
        let pages: Vec<Page> = pages
            .iter()
            .map(|_| Page {
                width: 500.0,
                height,
                words: Vec::new(),
            })
            .collect();
        without(&pages, rows).iter().map(Row::text).collect()
    }

    #[test]
    fn heads_and_feet_of_most_pages_are_left_out() {
        let pages: [&[&str]; 3] = [
            &["辞职公告", "张三离职。", "第 1 页 共 3 页"],
            &["青穗芯片公告", "李四离职。", "第 2 页 共 3 页"],
            &["青穗芯片公告", "王五离职。", "第 3 页 共 3 页"],
        ];
        assert_eq!(
            without_margins(&pages),
            ["辞职公告", "张三离职。", "李四离职。", "王五离职。"]
        );
    }

    #[test]
    fn a_bare_number_at_the_edge_is_one_even_on_a_single_page() {
        for number in ["3", "- 3 -", "3/8", "— 12 —"] {
            assert_eq!(
                without_margins(&[&["公告", "张三离职。", number]]),
                ["公告", "张三离职。"],
                "{number}"
            );
        }
        assert_eq!(
            without_margins(&[&["公告", "张三离职。", "2024年3月1日"]]).len(),
            3
        );
    }

    #[test]
    fn what_stands_again_in_the_middle_of_pages_stays() {
        let page: &[&str] = &["", "特此公告。", ""];
        assert_eq!(
            without_margins(&[page, page])
                .iter()
                .filter(|t| !t.is_empty())
                .count(),
            2
        );
    }
}
