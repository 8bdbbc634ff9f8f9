//! The counts, and the figures that come from them.

use serde::{Serialize, Serializer};

use super::mistake::Mistake;
use crate::record::Field;

/// True positives, false positives, false negatives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Predicted and right.
    pub tp: usize,
    /// Predicted and wrong.
    pub fp: usize,
    /// In the gold, but not predicted.
    pub fn_: usize,
}

impl Counts {
    /// Precision.
    pub fn precision(self) -> f64 {
        ratio(self.tp, self.tp + self.fp)
    }

    /// Recall.
    pub fn recall(self) -> f64 {
        ratio(self.tp, self.tp + self.fn_)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        }
    }

    /// Adds what a comparison gave.
    pub fn add(&mut self, other: Counts) {
        self.tp += other.tp;
        self.fp += other.fp;
        self.fn_ += other.fn_;
    }

    /// Counts something that was found if it is right, else as both spurious and missed.
    pub fn judge(&mut self, right: bool) {
        self.tp += usize::from(right);
        self.fp += usize::from(!right);
        self.fn_ += usize::from(!right);
    }
}

/// The share of a part; 0 of nothing.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Three decimals, rounded as Python does: from the exact value, ties to the even digit.
pub fn round(value: f64) -> f64 {
    format!("{value:.3}")
        .parse()
        .expect("a formatted number is a number")
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            tp: usize,
            fp: usize,
            r#fn: usize,
            p: f64,
            r: f64,
            f1: f64,
        }
        Row {
            tp: self.tp,
            fp: self.fp,
            r#fn: self.fn_,
            p: round(self.precision()),
            r: round(self.recall()),
            f1: round(self.f1()),
        }
        .serialize(serializer)
    }
}

/// The counts by field, and of what is made of several fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// A departure of this person was found.
    pub person: Counts,
    /// Person and company are right.
    pub event: Counts,
    /// Person, company, posts, reason and destination are right.
    pub tuple5: Counts,
    /// Posts, each for itself.
    pub former_role: Counts,
    /// Companies.
    pub company: Counts,
    /// Reasons.
    pub reason: Counts,
    /// Destinations.
    pub destination: Counts,
    /// Posts at the destination.
    pub destination_role: Counts,
    /// Dates.
    pub date: Counts,
}

impl Figures {
    /// The counts of a field that has one value.
    pub fn field(&mut self, field: Field) -> &mut Counts {
        match field {
            Field::Company => &mut self.company,
            Field::FormerRole => &mut self.former_role,
            Field::Reason => &mut self.reason,
            Field::Destination => &mut self.destination,
            Field::DestinationRole => &mut self.destination_role,
            Field::Date => &mut self.date,
            Field::Person | Field::Successor | Field::Sentence => &mut self.person,
        }
    }

    /// The three counts of whole departures.
    pub fn wholes(&mut self) -> [&mut Counts; 3] {
        [&mut self.person, &mut self.event, &mut self.tuple5]
    }

    /// Every count with its name, in the order of the report.
    pub fn rows(&self) -> [(&'static str, Counts); 9] {
        [
            ("person", self.person),
            ("event", self.event),
            ("tuple5", self.tuple5),
            ("former_role", self.former_role),
            ("company", self.company),
            ("reason", self.reason),
            ("destination", self.destination),
            ("destination_role", self.destination_role),
            ("date", self.date),
        ]
    }
}

/// The result of scoring.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Score {
    /// Counts and figures by field.
    #[serde(flatten)]
    pub figures: Figures,
    /// How many articles were scored.
    pub docs: usize,
    /// Predictions that tell a denied, negated or hypothetical event as a fact.
    pub shadow_fp: usize,
    /// The share of departures found whose status is right.
    #[serde(rename = "status_accuracy", serialize_with = "share")]
    pub status: Share,
    /// What was missed, spurious or wrong.
    #[serde(rename = "errors")]
    pub mistakes: Vec<Mistake>,
    /// How each prediction that counts came out.
    #[serde(skip)]
    pub verdicts: Vec<Verdict>,
}

/// How a prediction came out that is rewarded or punished.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// The article, in the order in which they were scored.
    pub document: usize,
    /// The prediction, in the order of the article's.
    pub prediction: usize,
    /// Person and company are right.
    pub right: bool,
    /// How sure the system was, if it says so.
    pub confidence: Option<f64>,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are right.
    pub right: usize,
    /// Of how many.
    pub all: usize,
}

impl Share {
    /// The share, rounded; `None` of nothing.
    pub fn rounded(self) -> Option<f64> {
        (self.all > 0).then(|| round(ratio(self.right, self.all)))
    }
}

fn share<S: Serializer>(share: &Share, serializer: S) -> Result<S::Ok, S::Error> {
    share.rounded().serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_pythons() {
        // From Python 3.11: [round(n / 16, 3) for n in range(1, 16, 2)]
        let expected = [0.062, 0.188, 0.312, 0.438, 0.562, 0.688, 0.812, 0.938];
        assert_eq!(
            [1, 3, 5, 7, 9, 11, 13, 15].map(|n| round(f64::from(n) / 16.0)),
            expected
        );
    }

    #[test]
    fn nothing_scores_zero() {
        let counts = Counts::default();
        assert_eq!(
            (counts.precision(), counts.recall(), counts.f1()),
            (0.0, 0.0, 0.0)
        );
        assert_eq!(Share::default().rounded(), None);
    }
}
