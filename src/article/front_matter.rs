//! A YAML block between two `---` lines at the head of a text → title, date and where the body begins.
//!
//! A block that is no YAML mapping is no front matter but text. Only the top-level `key: value` pairs are looked at.

use jiff::civil::Date;
use saphyr_parser::{Event, Parser};

use super::day;

/// What the front matter tells; `end` is 0 if there is none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<String>,
    /// `date`, `published` or `publishDate`; a value that is no ISO date is passed over.
    pub published: Option<Date>,
    /// The first byte after the block.
    pub end: usize,
}

/// Looks for front matter at the head of a text, possibly after blank lines.
pub fn find(text: &str) -> FrontMatter {
    read(text).unwrap_or_default()
}

fn read(text: &str) -> Option<FrontMatter> {
    let (yaml, end) = block(text)?;
    let mut front = FrontMatter {
        end,
        ..FrontMatter::default()
    };
    for (key, value) in top_level_pairs(yaml)? {
        match key.as_str() {
            "title" if !value.is_empty() => front.title = Some(value),
            "date" | "published" | "publishDate" => {
                front.published = front.published.or(day::loosely(&value))
            }
            _ => {}
        }
    }
    Some(front)
}

/// The lines between the two marks, and the byte after the second one.
fn block(text: &str) -> Option<(&str, usize)> {
    let mut start = None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let end = offset + line.len();
        match (start, line.trim_end()) {
            (None, "") => {}
            (None, "---") => start = Some(end),
            (None, _) => return None,
            (Some(start), "---" | "...") => return Some((&text[start..offset], end)),
            (Some(_), _) => {}
        }
        offset = end;
    }
    None
}

/// The pairs of the outermost mapping whose key and value are both scalars; `None` if the block is no mapping.
fn top_level_pairs(yaml: &str) -> Option<Vec<(String, String)>> {
    let mut nodes = top_level_nodes(yaml)?.into_iter();
    let mut pairs = Vec::new();
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        pairs.extend(key.zip(value));
    }
    Some(pairs)
}

/// Keys and values of the outermost mapping in turn; a nested list or mapping is `None`.
fn top_level_nodes(yaml: &str) -> Option<Vec<Option<String>>> {
    let mut nodes = Vec::new();
    let mut depth = 0;
    let mut in_mapping = false;
    for event in Parser::new_from_str(yaml) {
        let event = event.ok()?.0;
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                match depth {
                    0 => in_mapping = matches!(event, Event::MappingStart(..)),
                    1 => nodes.push(None),
                    _ => {}
                }
                depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => depth -= 1,
            Event::Scalar(value, ..) if depth == 1 => nodes.push(Some(value.into_owned())),
            Event::Alias(_) if depth == 1 => nodes.push(None),
            _ => {}
        }
    }
    in_mapping.then_some(nodes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn title_date_and_the_beginning_of_the_body_are_found() {
        let text = "\n---\r\ntitle: \"甲：“乙”\"\r\ntags: [a, {title: 丙}]\r\ndate: 2023-01-25 08:00:00\r\n---\r\n张三离职。";
        let front = find(text);
        assert_eq!(front.title.as_deref(), Some("甲：“乙”"));
        assert_eq!(front.published, Some(date(2023, 1, 25)));
        assert_eq!(&text[front.end..], "张三离职。");
    }

    #[test]
    fn every_name_of_the_date_is_known() {
        for key in ["date", "published", "publishDate"] {
            let front = find(&format!("---\n{key}: '2023-01-25'\n---\n"));
            assert_eq!(front.published, Some(date(2023, 1, 25)), "{key}");
        }
    }

    #[test]
    fn nested_keys_are_not_the_articles() {
        let front = find(
            "---\nsource:\n  title: 丙\n  date: 2023-01-25\nlist:\n- title: 丁\n---\n张三离职。",
        );
        assert_eq!((front.title, front.published), (None, None));
        assert!(front.end > 0);
    }

    #[test]
    fn what_is_no_mapping_is_text() {
        for text in [
            "张三离职。",
            "",
            "---",
            "---\n---\n张三离职。",
            "---\n今日要闻\n---\n张三离职。",
            "---\n- 张三\n- 李四\n---\n",
            "---\ntitle: \"没有\n---\n张三离职。",
            "---\ntitle: 没有结尾\n",
            "张三离职。\n---\ntitle: 甲\n---\n",
        ] {
            assert_eq!(find(text), FrontMatter::default(), "{text}");
        }
    }

    #[test]
    fn a_date_that_is_none_leaves_the_title() {
        let front = find("---\ntitle: 甲\ndate: 昨天\n---\n");
        assert_eq!(
            (front.title.as_deref(), front.published),
            (Some("甲"), None)
        );
    }

    proptest! {
        #[test]
        fn the_body_begins_inside_any_text(yaml in "[-a: \n\t\"'{}\\[\\],&*!|>%#?甲]{0,80}") {
            let text = format!("---\n{yaml}\n---\n甲");
            prop_assert!(text.is_char_boundary(find(&text).end));
        }
    }
}
