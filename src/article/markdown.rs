//! Markdown → one article: the text as it is written, and beside it the same with its markup blanked out.
//!
//! What is blanked out: marks, targets of links, images, code in fences and HTML. Marks of headings and the numbers of
//! lists stay, since they tell later stages where something begins; indented text is no code but a paragraph.

use std::ops::Range;
use std::result::Result;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::parts_text;
use super::html::tag::{Piece, Pieces};
use super::{Article, Origin, ReadOptions, text};

/// The one article in a Markdown file; title and date come from its front matter, the title else from its first
/// heading.
pub fn parse(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Article, String> {
    let article = text::parse(name, bytes, options)?;
    let found = find(&article.text, article.body);
    Ok(Article {
        title: article.title.or(found.title),
        prose: Some(blank_out(&article.text, article.body, &found.prose)),
        origin: Origin {
            format: "markdown",
            ..article.origin
        },
        ..article
    })
}

/// What is no markup in a text.
#[derive(Default)]
struct Found {
    /// In order, without overlaps.
    prose: Vec<Range<usize>>,
    /// The first heading of level 1.
    title: Option<String>,
}

fn find(text: &str, body: usize) -> Found {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut found = Found::default();
    // Images and code in fences that we are in.
    let mut hidden = 0;
    let mut numbered = Vec::new();
    let mut title: Option<String> = None;
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        let range = body + range.start..body + range.end;
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                hidden += 1;
            }
            // The end of a block does not tell its kind; its text has been passed by then.
            Event::End(TagEnd::Image) => hidden -= 1,
            Event::End(TagEnd::CodeBlock) => hidden = 0,
            Event::Start(Tag::List(start)) => numbered.push(start.is_some()),
            Event::End(TagEnd::List(_)) => {
                numbered.pop();
            }
            Event::Start(Tag::Item) if numbered.last() == Some(&true) => {
                found.keep(text, range, |c| {
                    c.is_ascii_digit() || matches!(c, '.' | ')')
                });
            }
            Event::Start(Tag::Heading { level, .. }) => {
                if level == HeadingLevel::H1 && found.title.is_none() {
                    title = Some(String::new());
                }
                found.keep(text, range, |c| c == '#');
            }
            Event::End(TagEnd::Heading(_)) => {
                let title = title.take().map(|title| title.trim().to_owned());
                found.title = found.title.or(title.filter(|title| !title.is_empty()));
            }
            Event::Start(Tag::HtmlBlock) => found.html(text, range),
            Event::Text(words) if hidden == 0 => {
                if let Some(title) = &mut title {
                    title.push_str(&words);
                }
                found.prose.push(range);
            }
            Event::Code(words) if hidden == 0 => {
                if let Some(title) = &mut title {
                    title.push_str(&words);
                }
                let marks = text[range.clone()]
                    .bytes()
                    .take_while(|b| *b == b'`')
                    .count();
                found.prose.push(range.start + marks..range.end - marks);
            }
            _ => {}
        }
    }
    found
}

impl Found {
    /// Keeps the marks at the beginning of a block.
    fn keep(&mut self, text: &str, block: Range<usize>, is_mark: fn(char) -> bool) {
        let part = &text[block.clone()];
        let length = part.len() - part.trim_start_matches(is_mark).len();
        if length > 0 {
            self.prose.push(block.start..block.start + length);
        }
    }

    /// Keeps what stands between the tags of a block of HTML.
    fn html(&mut self, text: &str, block: Range<usize>) {
        let mut pieces = Pieces::of(&text[block.clone()]);
        while let Some(piece) = pieces.next() {
            if let Piece::Text(words) = piece {
                let end = block.start + pieces.at();
                self.prose.push(end - words.len()..end);
            }
        }
    }
}

/// The text with everything but its prose blanked out, byte for byte.
fn blank_out(text: &str, body: usize, prose: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..body]);
    let mut at = body;
    for part in prose {
        // A mark that was kept may be part of the text after it.
        let start = part.start.max(at);
        if start < part.end {
            push_blank(&mut out, &text[at..start]);
            out.push_str(&text[start..part.end]);
            at = part.end;
        }
    }
    push_blank(&mut out, &text[at..]);
    out
}

/// Markup in words joins them, as NULs, which a view passes over; other markup parts them, as blanks.
fn push_blank(out: &mut String, gap: &str) {
    let parts = gap.trim().is_empty() || gap.contains('|') || gap.contains('<') && parts_text(gap);
    for c in gap.chars() {
        match c {
            '\n' | '\r' => out.push(c),
            _ if parts => out.extend(std::iter::repeat_n(' ', c.len_utf8())),
            _ => out.extend(std::iter::repeat_n('\0', c.len_utf8())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Article {
        parse("a.md", text.as_bytes(), &ReadOptions::default()).unwrap()
    }

    /// The prose as a view shows it.
    fn prose(text: &str) -> String {
        let article = read(text);
        assert_eq!(article.prose().len(), text.len());
        let lines = article.prose().replace('\0', "");
        let lines: Vec<&str> = lines.lines().map(str::trim).collect();
        lines.join("\n").trim().to_owned()
    }

    #[test]
    fn marks_and_targets_are_blanked_out() {
        for (text, expected) in [
            (
                "**张三**从[甲乙](http://a.cn/离职?a=1;b \"丙\")*离职*。",
                "张三从甲乙离职。",
            ),
            (
                "张三![图片](a.png)离\\*职 `甲` ~~乙~~[^1]\n\n[^1]: 丙",
                "张三离*职 甲 乙\n\n丙",
            ),
            ("- 张三\n* [x] 李四\n> 王五", "张三\n李四\n王五"),
            ("# 甲 #\n\n乙\n===\n\n1. 丙\n\n---", "# 甲\n\n乙\n\n\n1. 丙"),
            ("甲\n\n```rust\n张三离职\n```\n\n乙", "甲\n\n\n\n\n\n乙"),
            ("甲\n\n    乙丙\n", "甲\n\n乙丙"),
            ("|甲|乙|\n|--|:-:|\n|张三|总裁|", "甲 乙\n\n张三 总裁"),
            ("甲<b>乙</b><br>丙", "甲乙        丙"),
            (
                "<div class='甲'>\n<!-- 乙 -->丙<script>丁</script>\n</div>",
                "丙",
            ),
            ("[甲]: http://a.cn '乙'\n\n[甲]离职", "甲离职"),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }

    #[test]
    fn the_title_is_that_of_the_front_matter_else_the_first_heading() {
        let title = |text| read(text).title;
        assert_eq!(title("---\ntitle: 甲\n---\n# 乙").as_deref(), Some("甲"));
        assert_eq!(title("## 甲\n# **乙**丙 #\n# 丁").as_deref(), Some("乙丙"));
        assert_eq!(title("甲"), None);
    }

    proptest! {
        #[test]
        fn the_prose_is_as_long_as_the_text(text in "[-a#*_`~<>!|:.1\\[\\]()\\\\/&;\n 张。]{1,60}") {
            if let Ok(article) = parse("a.md", text.as_bytes(), &ReadOptions::default()) {
                prop_assert_eq!(article.prose().len(), article.text.len());
                let same = article.prose().char_indices().all(|(at, c)| {
                    matches!(c, '\0' | ' ') || article.text[at..].starts_with(c)
                });
                prop_assert!(same);
            }
        }
    }
}
