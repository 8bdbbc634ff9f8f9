//! Gold and predicted records → precision, recall and F1 by field, and every mistake.
//!
//! The figures are those of `score.py`, the scorer that the project began with, to the digit: one-to-one alignment
//! per article on the person, and gold that is optional or neutral is neither rewarded nor punished.
//! Only asserted predictions (completed, announced, planned, rumoured) count. One of a denied, negated or
//! hypothetical gold event is a false positive; one of a historical event, or about a neutral person, is ignored.

mod align;
pub mod cause;
pub mod curve;
pub mod gold;
mod judge;
pub mod list;
mod mistake;
mod normalize;
mod posts;
pub mod prediction;
pub mod report;
pub mod rules;
mod same;
mod tally;

pub use gold::Gold;
pub use mistake::{Compared, Kind, Mistake};
pub use prediction::Prediction;
pub use tally::{Counts, Figures, Score, Verdict};

use judge::{Judge, is_asserted};
use same::Matcher;

/// An article as the scorer sees it.
#[derive(Debug)]
pub struct Document {
    /// The name of the gold file without `.gold.json`.
    pub name: String,
    /// What is right.
    pub gold: Gold,
    /// The text, if it is at hand: it tells where the sentences stand.
    pub text: Option<String>,
    /// What was extracted, in order.
    pub predictions: Vec<Prediction>,
}

/// Scores all documents together.
pub fn score(documents: &[Document]) -> Score {
    let matcher = Matcher::built_in();
    let mut score = Score {
        docs: documents.len(),
        ..Score::default()
    };
    for number in 0..documents.len() {
        Judge::new(&matcher, documents, number, &mut score).judge();
    }
    score
}
