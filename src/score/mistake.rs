//! What was missed, spurious or wrong.

use serde::Serialize;

use super::gold::Accepted;
use super::prediction::Prediction;
use crate::record::Field;

/// One mistake, with all that is needed to look it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The article.
    pub article: String,
    /// The field, under the name that the figures use; `person` stands for whole departures.
    pub field: String,
    /// What kind of mistake.
    pub kind: Kind,
    /// The person, as predicted or else as in the gold.
    pub person: String,
    /// What is right.
    pub gold: Option<String>,
    /// What was predicted.
    pub predicted: Option<String>,
    /// The sentence, from the gold or else from the prediction.
    pub sentence: Option<String>,
    /// The character of the article where the sentence begins, where known.
    pub start: Option<usize>,
    /// What was compared.
    #[serde(skip)]
    pub compared: Compared,
}

/// What a mistake was found in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    /// The article, in the order in which they were scored.
    pub document: usize,
    /// The prediction, in the order of the article's.
    pub prediction: Option<usize>,
    /// The event, in the order of the gold's.
    pub event: Option<usize>,
}

/// The kinds of mistakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// In the gold, but not predicted.
    Missed,
    /// Predicted, but not in the gold.
    Spurious,
    /// Predicted other than in the gold.
    Wrong,
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Missed => "missed",
            Kind::Spurious => "spurious",
            Kind::Wrong => "wrong",
        }
    }
}

/// The accepted wordings of a field, if it has any.
pub fn wordings(accepted: &Accepted) -> Option<String> {
    let wordings = Some(accepted.wordings().join(" / ")).filter(|wordings| !wordings.is_empty())?;
    Some(if accepted.is_required() {
        wordings
    } else {
        format!("(optional) {wordings}")
    })
}

/// Posts, each with its wordings.
pub fn posts<'a>(posts: impl Iterator<Item = &'a [String]>) -> Option<String> {
    let posts: Vec<_> = posts.map(|wordings| wordings.join(" / ")).collect();
    (!posts.is_empty()).then(|| posts.join(" + "))
}

/// What was predicted besides the person.
pub fn summary(prediction: &Prediction) -> Option<String> {
    let mut parts: Vec<_> = prediction.value(Field::Company).into_iter().collect();
    parts.extend(prediction.former_role.iter().map(String::as_str));
    (!parts.is_empty()).then(|| parts.join(", "))
}
