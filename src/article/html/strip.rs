//! Source of a page that cannot be parsed → its text, without its structure.

use dom_query::Document;

use super::tag::{Piece, Pieces};
use super::text::{Break, Lines, break_of};

/// Stands for a break while entities are read; no text holds it.
const MARK: char = '\u{1}';

/// The text between the tags.
pub fn text(source: &str) -> String {
    let mut flat = String::from("<pre>");
    let mut between = Break::None;
    for piece in Pieces::of(source) {
        match piece {
            Piece::Text(words) => {
                if !words.trim().is_empty() {
                    push_break(&mut flat, std::mem::take(&mut between));
                }
                flat.push_str(&words.replace(MARK, " ").replace('<', "&lt;"));
            }
            Piece::Open { name, .. } | Piece::Close(name) => between = between.max(break_of(&name)),
        }
    }
    lines(&Document::from(flat).root().text())
}

fn push_break(flat: &mut String, between: Break) {
    match between {
        Break::None => {}
        Break::Cell => flat.push(' '),
        Break::Line => flat.push(MARK),
        Break::Paragraph => flat.extend([MARK, MARK]),
    }
}

fn lines(text: &str) -> String {
    let mut lines = Lines::default();
    for (i, line) in text.split(MARK).enumerate() {
        match (i, line) {
            (0, _) => {}
            (_, "") => lines.cut(Break::Paragraph),
            _ => lines.cut(Break::Line),
        }
        lines.push(line);
    }
    lines.text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_part_the_text_and_entities_are_read() {
        assert_eq!(
            text(
                "<title>题</title><div><div>甲 &amp;\n<b>乙</b> &lt; 丙<p>丁<br>戊<script>己</script><td>庚"
            ),
            "甲 & 乙 < 丙\n\n丁\n戊\n\n庚"
        );
    }

    #[test]
    fn a_million_nested_elements_take_no_time() {
        let nested = format!(
            "{}张三离职。{}",
            "<div>".repeat(1_000_000),
            "</div>".repeat(9)
        );
        assert_eq!(text(&nested), "张三离职。");
    }
}
