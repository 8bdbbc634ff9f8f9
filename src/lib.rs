//! quliu (去留, "to go or to stay") reads Chinese news and announcements and tells who left which post,
//! at which company, why, and where to.
#![warn(missing_docs)]

pub mod article;
pub mod date;
pub mod dict;
pub mod error;
pub mod export;
pub mod record;
pub mod mention;
pub mod score;
pub mod sentence;
pub mod view;
pub mod span;

pub use article::Article;
pub use dict::Dict;
pub use error::{Error, Result};
pub use record::Record;

/// Extracts who left which post, why, and where they went.
pub fn extract(_article: &Article, _dict: &Dict) -> Vec<Record> {
    Vec::new()
}
