//! Article → Sentence: the text in blocks and sections, cut at sentence ends; furniture left out.
//!
//! A block is a paragraph or a heading. A heading may be wrapped over lines; it opens a section that the blocks
//! below it belong to.

use crate::article::Article;
use crate::dict::term::TitlePart;
use crate::dict::{Dict, Furniture, Header};
use crate::line;
use crate::span::Span;
use crate::view::View;

/// A sentence, or a whole heading.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its place in the article.
    pub span: Span,
    /// Its normalised text; empty until it is read.
    pub view: View,
    /// Number of the paragraph or heading it belongs to.
    pub block: usize,
    /// The sentence that is the heading of its section, if there is one.
    pub heading: Option<usize>,
    /// Whether it is a heading itself.
    pub is_heading: bool,
}

/// What stands for the markup that joins words in the prose of an article.
const BLANKED: char = '\0';

/// A heading is at most this long, in characters of its view.
const HEADING_CHARS: usize = 45;

/// A sentence longer than this, in bytes, ends at its next comma: it is a list, or the text has no full stops.
const LONG: usize = 3000;
/// A sentence ends here, whatever stands there. What is done in a sentence may take the square of its length.
const TOO_LONG: usize = 3300;
/// A paragraph longer than this, in bytes, counts as several: what is looked for in a paragraph is looked for near by.
const LONG_BLOCK: usize = 20_000;

impl Sentence {
    /// Reads the sentence in the prose of its article; it has no mentions before.
    pub fn read(&mut self, prose: &str) {
        if !self.is_read() {
            self.view = View::of(prose, self.span);
        }
    }

    /// Whether it has been read.
    pub fn is_read(&self) -> bool {
        !self.view.text.is_empty()
    }
}

/// Cuts an article into sentences, none of which has been read.
pub fn split(article: &Article, dict: &Dict) -> Vec<Sentence> {
    let lines = lines(article, dict);
    let text = article.prose();
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut heading = None;
    let mut block = 0;
    for span in blocks(text, &lines, dict) {
        let is_heading = is_heading(text, span);
        let parts = if is_heading {
            heading = Some(sentences.len());
            cut_heading(text, span)
        } else {
            cut(text, span)
        };
        let mut start = span.start;
        for span in parts {
            if span.end - start > LONG_BLOCK {
                block += 1;
                start = span.start;
            }
            sentences.push(Sentence {
                span,
                view: View::default(),
                block,
                heading: heading.filter(|_| !is_heading),
                is_heading,
            });
        }
        block += 1;
    }
    sentences
}

/// What is read at once has at most so many bytes; it takes about a hundred times as many in memory.
const PART: usize = 500_000;

/// The sentences that are read at once: all of them, unless the article is very long. A part does not know the heading
/// that the part before it ends with.
pub fn parts(mut sentences: Vec<Sentence>) -> impl Iterator<Item = Vec<Sentence>> {
    // From the end on, so that what is left stays where it is.
    let mut starts = part_starts(&sentences);
    let mut parts = Vec::with_capacity(starts.len());
    while let Some(start) = starts.pop() {
        let mut part = sentences.split_off(start);
        for sentence in &mut part {
            sentence.heading = sentence.heading.and_then(|h| h.checked_sub(start));
        }
        parts.push(part);
    }
    parts.into_iter().rev()
}

/// The positions at which a part begins.
fn part_starts(sentences: &[Sentence]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut start = 0;
    for (s, pair) in sentences.windows(2).enumerate() {
        let long = pair[1].span.end - sentences[start].span.start > PART;
        if long && pair[0].block != pair[1].block {
            start = s + 1;
            starts.push(start);
        }
    }
    starts
}

/// A line of text, without the blanks around it.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    /// No blank line stands between it and the line before.
    follows: bool,
}

fn lines(article: &Article, dict: &Dict) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut follows = false;
    let mut dropping = false;
    for (start, raw) in line::of(&article.prose()[article.body..]) {
        let start = article.body + start;
        let line = trim(raw);
        if line.is_empty() {
            follows = false;
            continue;
        }
        dropping &= !is_marked_heading(line);
        let furniture = dict.furniture(line);
        dropping |= furniture == Some(Furniture::Section);
        if dropping || furniture.is_some() {
            continue;
        }
        let offset = start + (raw.len() - trim_start(raw).len());
        let skip = match dict.header(line) {
            Some((Header::Published, _)) => continue,
            Some((_, value)) => value,
            None => 0,
        };
        let value = &line[skip..];
        let from = offset + skip + (value.len() - trim_start(value).len());
        lines.push(Line {
            span: Span::new(from, offset + line.len()),
            follows,
        });
        follows = skip == 0;
    }
    lines
}

fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

fn trim_start(text: &str) -> &str {
    text.trim_start_matches(is_blank)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == BLANKED
}

/// Whether a line says by a mark that it is a heading (## …, 1、…).
fn is_marked_heading(line: &str) -> bool {
    let line = line.trim_start_matches('*');
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with('#') || rest.len() < line.len() && rest.starts_with(['、', '.', '．'])
}

/// Joins lines that a wrap has broken.
fn blocks(text: &str, lines: &[Line], dict: &Dict) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    for line in lines {
        if let (true, Some(last)) = (line.follows, blocks.last_mut())
            && line.span.end - last.start < 4000
            && is_broken(last.of(text), line.span.of(text), dict)
        {
            *last = last.to(line.span);
            continue;
        }
        blocks.push(line.span);
    }
    blocks
}

/// Whether `line` stops in the middle of what `next` goes on with.
fn is_broken(line: &str, next: &str, dict: &Dict) -> bool {
    if line.ends_with(['，', ',', '、', '/']) {
        return true;
    }
    let short =
        |s: &str| s.chars().count() <= HEADING_CHARS && !s.ends_with(['。', '！', '？', '”']);
    short(line) && short(next) && ends_with_title(line, dict)
}

fn ends_with_title(line: &str, dict: &Dict) -> bool {
    let starts: Vec<usize> = line.char_indices().map(|(i, _)| i).collect();
    starts.iter().rev().take(8).any(|&i| {
        let head = |t: &crate::dict::term::Term| {
            matches!(t.title, Some(TitlePart::Head | TitlePart::Informal)) && !t.ambiguous
        };
        dict.terms.get(&line[i..]).is_some_and(head)
    })
}

fn is_heading(text: &str, span: Span) -> bool {
    let line = span.of(text);
    if line.starts_with('#') {
        return line.len() <= TOO_LONG;
    }
    let ends = [
        '。', '！', '？', '；', ';', '”', '：', ':', '，', '…', '）', ')',
    ];
    line.chars().filter(|c| *c != BLANKED).count() <= HEADING_CHARS
        && !line.ends_with(ends)
        && !line.contains('。')
}

/// The headlines that a heading strings together, without its marks.
fn cut_heading(text: &str, span: Span) -> Vec<Span> {
    let part = span.of(text);
    let mut out = Vec::new();
    let mut start = part.len() - part.trim_start_matches(['#', '*', ' ']).len();
    for (i, c) in part
        .char_indices()
        .filter(|(_, c)| matches!(c, '。' | '；' | ';' | '|' | '｜' | '丨'))
    {
        if i >= start {
            push_trimmed(&mut out, part, span.start, start, i);
            start = i + c.len_utf8();
        }
    }
    push_trimmed(&mut out, part, span.start, start, part.len());
    out
}

/// The sentences of a paragraph.
fn cut(text: &str, span: Span) -> Vec<Span> {
    let part = span.of(text);
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = part.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let overlong = match i - start {
            TOO_LONG.. => true,
            LONG.. => matches!(c, '，' | ',' | '、'),
            _ => false,
        };
        if !overlong && !ends_sentence(c, next) {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some((j, close)) = chars.peek().copied() {
            if !matches!(
                close,
                '。' | '！' | '？' | '”' | '」' | '』' | '）' | ')' | '…'
            ) {
                break;
            }
            end = j + close.len_utf8();
            chars.next();
        }
        push_trimmed(&mut out, part, span.start, start, end);
        start = end;
    }
    push_trimmed(&mut out, part, span.start, start, part.len());
    out
}

fn ends_sentence(c: char, next: Option<char>) -> bool {
    match c {
        '。' | '！' | '？' | '；' => true,
        ';' | '!' | '?' => next.is_none_or(|n| n.is_whitespace() || !n.is_ascii()),
        _ => false,
    }
}

fn push_trimmed(out: &mut Vec<Span>, part: &str, base: usize, start: usize, end: usize) {
    let piece = &part[start..end];
    let trimmed = trim(piece);
    if !trimmed.is_empty() {
        let from = start + (piece.len() - trim_start(piece).len());
        out.push(Span::new(base + from, base + from + trimmed.len()));
    }
}

/// Whether the article strings unrelated items together: its title chains headlines, or several blocks are numbered.
pub fn is_digest(article: &Article, sentences: &[Sentence]) -> bool {
    let text = article.prose();
    let chained = article
        .title
        .as_deref()
        .is_some_and(|t| t.contains(['；', ';', '|', '｜', '丨']));
    let numbered = sentences
        .iter()
        .filter(|s| is_marked_heading(s.span.of(text)))
        .count()
        >= 3;
    chained || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_all(text: &str) -> Vec<&str> {
        let spans = cut(text, Span::new(0, text.len()));
        spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_sentence_ends_with_its_closing_quote() {
        assert_eq!(
            cut_all("他说：“我走了。”她没有走！谁？"),
            ["他说：“我走了。”", "她没有走！", "谁？"]
        );
    }

    #[test]
    fn the_parts_of_a_long_article_know_their_own_headings() {
        let sentence = |n: usize| Sentence {
            span: Span::new(n * PART / 2, (n + 1) * PART / 2),
            view: View::default(),
            block: n,
            heading: Some(2).filter(|_| n > 2),
            is_heading: n == 2,
        };
        let parts: Vec<Vec<Sentence>> = parts((0..6).map(sentence).collect()).collect();
        assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 2]);
        let headings = parts.concat();
        let headings: Vec<_> = headings.iter().map(|s| (s.block, s.heading)).collect();
        let expected = [None, None, None, Some(0), None, None];
        assert_eq!(
            headings,
            expected.into_iter().enumerate().collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_text_without_full_stops_is_cut_at_commas_and_else_anywhere() {
        let commas = "张三离职，".repeat(1000);
        let cut = cut_all(&commas);
        assert!(cut.iter().all(|s| s.len() < LONG + 20 && s.ends_with('，')));
        assert_eq!(cut.concat(), commas);
        let none = "离".repeat(5000);
        let cut = cut_all(&none);
        assert!(cut.iter().all(|s| s.len() <= TOO_LONG + 3));
        assert_eq!(cut.concat(), none);
    }
}
