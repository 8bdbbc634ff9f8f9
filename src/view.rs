//! Stretch of an article → normalised view of it, with the way back.
//!
//! Full-width letters, digits and brackets become one form; blanks stay only between Latin words, and a blank
//! between Chinese phrases, as headlines have it, becomes a comma; the marks of Markdown emphasis are left out. The article itself is not changed: [`View::span`] leads back to it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::han::is_han;
use crate::line;
use crate::span::Span;

/// A normalised text and, for each of its bytes, the byte of the article it came from.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The normalised text.
    pub text: String,
    /// For each byte of `text`, first and last-plus-one byte in the article of the character it belongs to.
    at: Vec<(u32, u32)>,
}

impl View {
    /// The view of `span` in `text`.
    pub fn of(text: &str, span: Span) -> View {
        let mut view = View {
            text: String::with_capacity(span.end - span.start),
            at: Vec::with_capacity(span.end - span.start),
        };
        let mut blank = false;
        let mut wrapped = false;
        // Chinese characters since the last blank.
        let mut run = 0;
        let part = span.of(text);
        let mut chars = part.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            if !blank && is_han(c) {
                run += 1;
                view.push(c, span.start + i, span.start + i + c.len_utf8());
                continue;
            }
            if c.is_whitespace() || is_invisible(c) {
                blank |= c.is_whitespace();
                wrapped |= line::is_end(c);
                continue;
            }
            if c == '*' && chars.peek().is_some_and(|(_, next)| *next == '*') {
                chars.next();
                continue;
            }
            let folded = fold(
                c,
                view.text.chars().next_back(),
                chars.peek().map(|(_, c)| *c),
            );
            if blank
                && is_latin_end(view.text.chars().next_back())
                && folded.is_ascii_alphanumeric()
            {
                view.push(' ', span.start + i, span.start + i);
            }
            // 总裁辞职 股价大跌; but 张 力 is a name with a blank in it, and a wrapped line goes on.
            if blank
                && !wrapped
                && run > 1
                && is_han(c)
                && part[i..].chars().nth(1).is_some_and(is_han)
            {
                view.push('，', span.start + i, span.start + i);
            }
            run = match is_han(c) {
                true if blank => 1,
                true => run + 1,
                false => 0,
            };
            blank = false;
            wrapped = false;
            view.push(folded, span.start + i, span.start + i + c.len_utf8());
        }
        view
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        let place = (start as u32, end as u32);
        self.at.extend(std::iter::repeat_n(place, c.len_utf8()));
    }

    /// Where a (non-empty) byte range of the view stands in the article.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (
            self.at.get(range.start),
            self.at.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                Span::new(first.0 as usize, last.1 as usize)
            }
            (Some(first), _) => Span::new(first.0 as usize, first.0 as usize),
            _ => {
                let end = self.at.last().map_or(0, |l| l.1 as usize);
                Span::new(end, end)
            }
        }
    }
}

fn is_latin_end(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == '!')
}

/// Whether a character shows nothing: joiners, marks of direction, variation selectors, byte order marks …
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// The letters and digits of a text in the form that [`View::of`] gives them, and the full stops and semicolons of
/// Chinese, without all that stands between.
///
/// What is side by side in a view is so here: one pass, for whoever wants to know what a text can hold at all.
pub fn letters(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut letters = String::with_capacity(text.len());
    let mut kept = 0;
    let mut at = 0;
    // Runs of Han characters and of ASCII letters are kept as they are.
    while let Some(lead) = bytes.get(at) {
        let width = match lead {
            0xe4..=0xe9 => 3,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 1,
            _ => {
                letters.push_str(&text[kept..at]);
                let c = text[at..].chars().next().unwrap_or_default();
                letters.extend(letter(c));
                at += c.len_utf8();
                kept = at;
                continue;
            }
        };
        at += width;
    }
    letters.push_str(&text[kept..]);
    letters
}

/// A letter or digit in its one form, or the end of a Chinese sentence.
fn letter(c: char) -> Option<char> {
    match c {
        '。' | '；' => Some(c),
        _ if c.is_ascii() => None,
        // The usual marks of Chinese: the tables of the standard library need not be asked.
        '，' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => None,
        _ => Some(fold(c, None, None)).filter(|c| c.is_alphanumeric()),
    }
}

/// One form for each character: half-width letters and digits, full-width punctuation.
fn fold(c: char, before: Option<char>, after: Option<char>) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' if !matches!(c, '，' | '：' | '；' | '！' | '？' | '（' | '）') => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        // Ideographs for compatibility, which take more bytes than what they are; of the others `script` takes care.
        '\u{2f800}'..='\u{2fa1f}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        _ => c,
    };
    let between_digits =
        before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|a| a.is_ascii_digit());
    let inside_latin = before.is_some_and(|b| b.is_ascii_alphabetic())
        && after.is_some_and(|a| a.is_ascii_alphabetic());
    match c {
        '\u{2019}' if inside_latin => '\'',
        ',' | ':' if between_digits => c,
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '(' | '[' | '【' => '（',
        ')' | ']' | '】' => '）',
        '?' => '？',
        '•' | '・' | '‧' | '∙' | '⋅' | '･' | '●' | '˙' => '·',
        '“' | '”' | '「' | '」' | '『' | '』' | '‘' | '’' | '"' => '"',
        '–' | '—' | '―' | '－' | '‐' | '‑' => '-',
        '丨' | '｜' => '|',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> View {
        View::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn blanks_stay_only_between_latin_words() {
        assert_eq!(
            whole("2022 年 1 月, Meta 首席技术官 Mike Schroepfer 离职").text,
            "2022年1月，Meta首席技术官Mike Schroepfer离职"
        );
    }

    #[test]
    fn a_blank_between_phrases_is_a_comma_but_none_inside_a_name() {
        assert_eq!(whole("总裁辞职 股价大跌").text, "总裁辞职，股价大跌");
        assert_eq!(whole("董事张 力").text, "董事张力");
        assert_eq!(
            whole("实验室负责人\n    王刚川离职").text,
            "实验室负责人王刚川离职"
        );
    }

    #[test]
    fn full_width_letters_become_half_width() {
        assert_eq!(whole("ＣＥＯ（代）").text, "CEO（代）");
    }

    #[test]
    fn a_range_of_the_view_leads_back_to_the_article() {
        let text = "前言。  首席 技术官离职";
        let view = View::of(text, Span::new("前言。".len(), text.len()));
        let at = view.text.find("技术官").expect("there");
        assert_eq!(view.span(at..at + "技术官".len()).of(text), "技术官");
        assert_eq!(view.span(0..at + "技术官".len()).of(text), "首席 技术官");
    }
}
