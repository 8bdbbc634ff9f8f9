//! Element → its text: a line for each paragraph, heading and row of a table.

use dom_query::NodeRef;

/// Elements that hold nothing to read.
const SKIPPED: [&str; 19] = [
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object",
    "audio", "video", "canvas", "button", "select", "textarea", "nav", "footer", "aside",
];

/// Elements in a line of text.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup",
];

/// Bytes of a row whose cells are values; cells with more are parts of a page.
const ROW: usize = 1000;

/// What stands between two pieces of text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Break {
    #[default]
    None,
    Cell,
    Line,
    Paragraph,
}

/// What comes between an element and the text around it; other elements than inline ones are blocks.
pub(super) fn break_of(name: &str) -> Break {
    match name {
        "td" | "th" => Break::Cell,
        "br" | "tr" | "dt" | "dd" | "option" => Break::Line,
        _ if INLINE.contains(&name) => Break::None,
        _ => Break::Paragraph,
    }
}

enum Step<'a> {
    Open(NodeRef<'a>),
    Close(Break),
    CloseRow,
}

/// The text in an element.
pub fn of(root: &NodeRef) -> String {
    let mut lines = Lines::default();
    let mut steps = vec![Step::Open(*root)];
    let mut rows = 0;
    while let Some(step) = steps.pop() {
        // What stands in a cell stays in its row.
        let within = |between: Break| match rows {
            0 => between,
            _ => between.min(Break::Cell),
        };
        match step {
            Step::Close(between) => lines.cut(within(between)),
            Step::CloseRow => rows -= 1,
            Step::Open(node) if node.is_text() => lines.push(&node.text()),
            Step::Open(node) => {
                let name = node.node_name().unwrap_or_default();
                if SKIPPED.contains(&&*name) || is_hidden(&node) {
                    continue;
                }
                let between = match node.is_element() {
                    true => break_of(&name),
                    false => Break::None,
                };
                lines.cut(within(between));
                steps.push(Step::Close(between));
                if is_row(&node, &name) {
                    rows += 1;
                    steps.push(Step::CloseRow);
                }
                steps.extend(node.children_it(true).map(Step::Open));
            }
        }
    }
    lines.text
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none")
}

/// Whether a row of a table holds values side by side; pages are laid out by tables, too.
fn is_row(node: &NodeRef, name: &str) -> bool {
    name == "tr"
        && node.element_children().len() > 1
        && node.text().len() < ROW
        && !node.descendants_it().any(|child| child.has_name("table"))
}

/// The lines of a text.
#[derive(Default)]
pub(super) struct Lines {
    pub text: String,
    between: Break,
    /// Blanks since the last word, with or without an end of line.
    blank: Option<bool>,
}

impl Lines {
    /// Ends a piece of text.
    pub fn cut(&mut self, between: Break) {
        self.between = self.between.max(between);
    }

    /// Adds words; where the source is wrapped between Chinese characters there is no blank.
    pub fn push(&mut self, words: &str) {
        for c in words.chars() {
            match c.is_whitespace() {
                true => self.blank = Some(self.blank.unwrap_or(false) | (c == '\n')),
                false => self.push_char(c),
            }
        }
    }

    fn push_char(&mut self, c: char) {
        let wrapped = |before: Option<char>| !c.is_ascii() && before.is_some_and(|b| !b.is_ascii());
        let last = self.text.chars().next_back();
        match (last, self.between, self.blank) {
            (None, ..) => {}
            (_, Break::Paragraph, _) => self.text.push_str("\n\n"),
            (_, Break::Line, _) => self.text.push('\n'),
            (_, Break::None, None) => {}
            (_, Break::None, Some(true)) if wrapped(last) => {}
            _ => self.text.push(' '),
        }
        (self.between, self.blank) = (Break::None, None);
        self.text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn text(html: &str) -> String {
        of(&Document::from(html).root())
    }

    #[test]
    fn paragraphs_headings_and_items_are_lines() {
        assert_eq!(
            text(
                "<h2>一</h2><p>　　张三\n  <b>离</b>职。<a href='x'>李四</a>\n<p>王五<br>赵六<ul><li>甲<li>乙</ul>"
            ),
            "一\n\n张三离职。李四\n\n王五\n赵六\n\n甲\n\n乙"
        );
    }

    #[test]
    fn a_row_of_a_table_is_a_line() {
        assert_eq!(
            text("前<table><tr><th>姓名<th>职务<tr><td><p>张三</p><td>总 裁</table>后"),
            "前\n\n姓名 职务\n张三 总 裁\n\n后"
        );
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(
            text(
                "<title>题</title><p>甲<script>乙</script><!-- 丙 --><i style='display: none'>丁</i>&nbsp;戊"
            ),
            "甲 戊"
        );
    }
}
