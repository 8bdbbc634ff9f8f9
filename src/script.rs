//! Article → the same article as the dictionary writes: in simplified script, without characters of compatibility
//! blocks.
//!
//! Whether an article is in traditional script is decided once, by its telling characters. Every character becomes
//! one of the same number of bytes: a span of the plain text is a span of the article. An article in simplified
//! script is lent as it is.

use std::borrow::Cow;

use crate::article::Article;
use crate::dict::Dict;
use crate::dict::script::Script;
use crate::record::Record;

/// An article in simplified script.
#[derive(Debug)]
pub struct Plain<'a> {
    /// The article; body, date and all spans are those of the one it was made from.
    pub article: Cow<'a, Article>,
    /// Whether that one is in traditional script.
    pub is_traditional: bool,
}

/// The article in simplified script.
pub fn plain<'a>(article: &'a Article, dict: &Dict) -> Plain<'a> {
    let is_traditional = dict.script.is_traditional(&article.text);
    if !is_traditional && !Script::has_glyphs(&article.text) {
        let article = Cow::Borrowed(article);
        return Plain {
            article,
            is_traditional,
        };
    }
    let plain = |text: &str| match is_traditional {
        true => dict.script.simplified(text),
        false => dict.script.without_glyphs(text),
    };
    let article = Cow::Owned(Article {
        text: plain(&article.text),
        title: article.title.as_deref().map(plain),
        ..article.clone()
    });
    Plain {
        article,
        is_traditional,
    }
}

/// Writes the names of a record of `article` (person, company, posts, reason, destination) in simplified script; what is
/// quoted (sentence, date, title, evidence) stays.
pub fn simplify_names(record: &mut Record, article: &Article, dict: &Dict) {
    if !dict.script.is_traditional(&article.text) {
        return;
    }
    let one = [&mut record.person];
    let some = [
        &mut record.company,
        &mut record.reason,
        &mut record.destination,
        &mut record.destination_role,
        &mut record.successor,
    ];
    let posts = record.former_role.iter_mut();
    for name in some.into_iter().flatten().chain(one).chain(posts) {
        *name = dict.script.simplified(name);
    }
}
