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
        prose: article.prose.as_deref().map(plain),
        title: article.title.as_deref().map(plain),
        ..article.clone()
    });
    Plain {
        article,
        is_traditional,
    }
}

/// The script in which records name people, companies, posts and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Naming {
    /// As the article writes them
    #[default]
    Original,
    /// In simplified script, so that names from Taiwan, Hong Kong and the mainland can be compared
    Simplified,
}

/// Records of `article` with names (person, company, posts, destination, successor) and reasons in the script that was
/// asked for; what is quoted (sentence, words of the date, title, evidence) stays.
///
/// ```
/// use quliu::script::{self, Naming};
/// use quliu::{Article, Dict};
///
/// let dict = Dict::load(&[])?;
/// let article = Article::from_text("棲木汽車財務長盧森川辭職。");
/// let records = quliu::extract(&article, &dict);
/// assert_eq!(records[0].person, "盧森川");
/// let records = script::name_in(Naming::Simplified, records, &article, &dict);
/// assert_eq!(records[0].person, "卢森川");
/// assert_eq!(records[0].sentence, "棲木汽車財務長盧森川辭職。");
/// # Ok::<(), quliu::Error>(())
/// ```
pub fn name_in(
    naming: Naming,
    mut records: Vec<Record>,
    article: &Article,
    dict: &Dict,
) -> Vec<Record> {
    if naming == Naming::Simplified && dict.script.is_traditional(&article.text) {
        let names = records.iter_mut().flat_map(names);
        names.for_each(|name| *name = dict.script.simplified(name));
    }
    records
}

fn names(record: &mut Record) -> impl Iterator<Item = &mut String> {
    let some = [
        &mut record.company,
        &mut record.reason,
        &mut record.destination,
        &mut record.destination_role,
        &mut record.successor,
    ];
    let posts = record.former_role.iter_mut();
    let some = some.into_iter().flatten();
    std::iter::once(&mut record.person).chain(posts).chain(some)
}
