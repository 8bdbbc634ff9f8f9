//! Predictions and gold events of one article → pairs, each in one pair at most.

use std::cmp::Reverse;

use super::gold::Event;
use super::posts;
use super::prediction::Prediction;
use super::same::Matcher;
use crate::record::Field;

/// Pairs (prediction, event) by their indices. The person must agree; then the best pair goes first: news before
/// background, then company, date and posts. Ties go to the earlier prediction, then to the earlier event.
pub fn align(
    matcher: &Matcher,
    predictions: &[&Prediction],
    events: &[Event],
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, prediction) in predictions.iter().enumerate() {
        for (j, event) in events.iter().enumerate() {
            if matcher.hits(Field::Person, prediction, &event.person) {
                candidates.push((Reverse(agreement(matcher, prediction, event)), i, j));
            }
        }
    }
    candidates.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if pairs.iter().all(|pair| pair.0 != i && pair.1 != j) {
            pairs.push((i, j));
        }
    }
    pairs
}

/// How much more than the person agrees.
fn agreement(matcher: &Matcher, prediction: &Prediction, event: &Event) -> usize {
    let news = event.status.is_asserted();
    let company = matcher.hits(Field::Company, prediction, event.company.wordings());
    let date = matcher.hits(Field::Date, prediction, event.date.wordings());
    let posts = posts::compare(matcher, &prediction.former_role, &event.former_role).tp;
    3 * usize::from(news) + 4 * usize::from(company) + 2 * usize::from(date) + posts.min(2)
}
