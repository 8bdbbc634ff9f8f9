//! Whether a predicted value says the same as a gold value.

use std::collections::HashMap;

use super::normalize::{Normalizer, plain};
use super::prediction::Prediction;
use crate::record::Field;

/// Compares values, each field in its own way.
#[derive(Debug)]
pub struct Matcher(Normalizer);

impl Matcher {
    /// Compares with the words of `dict/score.tsv`.
    pub fn built_in() -> Self {
        Matcher(Normalizer::built_in())
    }

    /// Whether one of the accepted wordings says the same as the predicted value.
    pub fn any(&self, field: Field, predicted: &str, accepted: &[String]) -> bool {
        accepted
            .iter()
            .any(|gold| self.same(field, predicted, gold))
    }

    /// The same for the predicted value or the words in the text that it was read from: a canonical name may
    /// differ from them.
    pub fn hits(&self, field: Field, prediction: &Prediction, accepted: &[String]) -> bool {
        prediction
            .said(field)
            .any(|said| self.any(field, said, accepted))
    }

    fn same(&self, field: Field, predicted: &str, gold: &str) -> bool {
        match field {
            Field::Person => plain(predicted) == plain(gold),
            Field::Company => same_company(&self.0.company(predicted), &self.0.company(gold)),
            Field::Date => same_date(predicted, gold),
            Field::FormerRole | Field::DestinationRole => {
                similar(&self.0.post(predicted), &self.0.post(gold))
            }
            Field::Reason | Field::Destination => {
                let (a, b) = (plain(predicted), plain(gold));
                similar(&a, &b) || both_long(&a, &b) && (a.contains(&b) || b.contains(&a))
            }
            Field::Successor | Field::Sentence => predicted == gold,
        }
    }
}

fn same_company(a: &str, b: &str) -> bool {
    let begins_or_ends = |a: &str, b: &str| a.starts_with(b) || a.ends_with(b);
    a == b || both_long(a, b) && (begins_or_ends(a, b) || begins_or_ends(b, a))
}

/// Equal, or one is the other told more precisely; a year alone is not precise enough.
fn same_date(predicted: &str, gold: &str) -> bool {
    let refines = |fine: &str, coarse: &str| fine.starts_with(coarse) && length(coarse) >= 7;
    predicted == gold || refines(predicted, gold) || refines(gold, predicted)
}

/// Nearly the same characters, or one ends in the other, which is at least half as long.
fn similar(a: &str, b: &str) -> bool {
    let ends = |long: &str, short: &str| long.ends_with(short) && 2 * length(short) >= length(long);
    a == b || both_long(a, b) && (character_f1(a, b) >= 0.8 || ends(a, b) || ends(b, a))
}

fn both_long(a: &str, b: &str) -> bool {
    length(a) >= 2 && length(b) >= 2
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// F1 of the characters as a multiset.
fn character_f1(a: &str, b: &str) -> f64 {
    let mut left: HashMap<char, usize> = HashMap::new();
    for c in a.chars() {
        *left.entry(c).or_default() += 1;
    }
    let mut shared = 0;
    for c in b.chars() {
        if let Some(count) = left.get_mut(&c).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    (2 * shared) as f64 / (length(a) + length(b)) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(field: Field, predicted: &str, gold: &str) -> bool {
        Matcher::built_in().same(field, predicted, gold)
    }

    #[test]
    fn a_company_may_be_told_shorter_or_longer() {
        assert!(same(Field::Company, "甲乙丙", "甲乙丙股份有限公司"));
        assert!(same(Field::Company, "甲乙", "甲乙集团北京"));
        assert!(!same(Field::Company, "甲", "甲乙"));
        assert!(!same(Field::Company, "乙丙", "甲乙丙丁"));
    }

    #[test]
    fn a_date_may_be_more_precise_than_the_month_but_not_than_the_year() {
        assert!(same(Field::Date, "2022-05-14", "2022-05"));
        assert!(same(Field::Date, "2022-05", "2022-05-14"));
        assert!(same(Field::Date, "2022", "2022"));
        assert!(!same(Field::Date, "2022-05", "2022"));
    }

    #[test]
    fn posts_may_differ_a_little() {
        assert!(same(Field::FormerRole, "原副总裁", "集团副总裁"));
        assert!(same(Field::FormerRole, "甲乙副总裁", "副总裁"));
        assert!(!same(Field::FormerRole, "甲乙丙丁副总裁", "副总裁"));
        assert!(!same(Field::FormerRole, "副总裁", "董事长"));
    }

    #[test]
    fn reasons_may_contain_each_other() {
        assert!(same(Field::Reason, "因个人原因辞去职务", "个人原因"));
        assert!(!same(Field::DestinationRole, "任总裁兼任董事", "总裁"));
    }
}
