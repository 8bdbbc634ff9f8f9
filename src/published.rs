//! Article → the publication date: that of the metadata, else of a header line, else of a date line at the top.

use jiff::civil::Date;

use crate::article::Article;
use crate::date;
use crate::dict::{Dict, Header};
use crate::line;
use crate::span::Span;
use crate::view::View;

/// Lines at the top that may carry the date.
const LINES: usize = 12;
/// A date line holds little else.
const MAX_CHARS: usize = 50;

/// The publication date, if anything tells it.
pub fn find(article: &Article, dict: &Dict) -> Option<Date> {
    article.published.or_else(|| in_text(article, dict))
}

fn in_text(article: &Article, dict: &Dict) -> Option<Date> {
    let body = &article.prose()[article.body..];
    let lines = line::of(body)
        .map(|(_, line)| line.trim())
        .filter(|l| !l.is_empty())
        .take(LINES);
    let mut date_line = None;
    for line in lines {
        let published = matches!(dict.header(line), Some((Header::Published, _)));
        if !published && line.chars().count() > MAX_CHARS {
            continue;
        }
        let view = View::of(line, Span::new(0, line.len()));
        let full = date::find(&view.text, dict)
            .into_iter()
            .find_map(|(range, expr)| {
                let resolved = date::resolve(&expr, None, None, false)?;
                let day = Date::new(resolved.year, resolved.month?, resolved.day?).ok()?;
                Some((range, day))
            });
        let Some((range, day)) = full else { continue };
        if published {
            return Some(day);
        }
        let sentence = view.text.contains('。') || view.text[range.end..].starts_with('，');
        date_line = date_line.or(Some(day).filter(|_| !sentence));
    }
    date_line
}
