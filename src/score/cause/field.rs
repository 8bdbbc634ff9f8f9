//! Fields of a departure that was found: why one is wrong or missing.

use super::{Case, Cause, Diagnosis, mentions};
use crate::Analysis;
use crate::mention::Mention;
use crate::record::Field;
use crate::score::gold::{Event, Post};
use crate::score::mistake::{Kind, Mistake};
use crate::score::normalize::plain;
use crate::score::posts;
use crate::score::prediction::Prediction;

impl<'a> Case<'a> {
    pub(super) fn status(&self) -> Diagnosis {
        let word = |value: &'a Option<String>| value.as_deref().unwrap_or_default();
        let Mistake {
            gold, predicted, ..
        } = self.mistake;
        let detail = format!("{} → {}", word(gold), word(predicted));
        Diagnosis::new(Cause::WrongStatus, detail)
    }

    pub(super) fn employer(&self, kind: Kind, event: &Event) -> Diagnosis {
        let wordings = event.company.wordings();
        let is_it = |analysis: &Analysis, m: &Mention| {
            let said = [m.text.to_string(), analysis.entities.org_named(m)];
            m.is_org()
                && said
                    .iter()
                    .any(|s| self.matcher.any(Field::Company, s, wordings))
        };
        let cause = match (kind, self.analysis) {
            (Kind::Spurious, _) => Cause::SpuriousEmployer,
            (Kind::Missed, None) => Cause::Unknown,
            (_, Some(analysis)) if !mentions(analysis).any(|m| is_it(analysis, m)) => {
                Cause::MissedOrganisation
            }
            (Kind::Missed, _) => Cause::MissedEmployer,
            (Kind::Wrong, _) => Cause::WrongEmployer,
        };
        Diagnosis::new(cause, self.read_by(Field::Company))
    }

    pub(super) fn posts(&self, kind: Kind, event: &Event, prediction: &Prediction) -> Diagnosis {
        let is_found = |wordings: &[String]| {
            let mut found = prediction.former_role.iter();
            found.any(|post| self.matcher.any(Field::FormerRole, post, wordings))
        };
        let mut missed = event
            .former_role
            .iter()
            .filter_map(|post: &Post| posts::required(post).filter(|wordings| !is_found(wordings)));
        let unmentioned = self.analysis.and_then(|analysis| {
            missed.find(|wordings| {
                let is_it = |m: &Mention| {
                    m.is_title() && self.matcher.any(Field::FormerRole, &m.text, wordings)
                };
                !mentions(analysis).any(is_it)
            })
        });
        match (kind, unmentioned) {
            (_, Some(wordings)) => Diagnosis::new(Cause::MissedTitle, wordings.join(" / ")),
            (Kind::Missed, _) if self.analysis.is_none() => Diagnosis::new(Cause::Unknown, ""),
            (Kind::Missed, _) => Diagnosis::new(Cause::MissedPost, ""),
            (Kind::Wrong, _) => Diagnosis::new(Cause::WrongPost, self.read_by(Field::FormerRole)),
            (Kind::Spurious, _) => {
                Diagnosis::new(Cause::SpuriousPost, self.read_by(Field::FormerRole))
            }
        }
    }

    pub(super) fn reason(&self, kind: Kind) -> Diagnosis {
        let accepted = self.event().map_or(&[][..], |e| e.reason.wordings());
        let predicted = self.mistake.predicted.as_deref().map(plain);
        let scope = |p: &String| accepted.iter().any(|gold| shares_words(&plain(gold), p));
        if predicted.as_ref().is_some_and(scope) {
            return Diagnosis::new(Cause::ReasonScope, "");
        }
        let cause = match kind {
            Kind::Missed => Cause::MissedReason,
            Kind::Wrong => Cause::WrongReason,
            Kind::Spurious => Cause::SpuriousReason,
        };
        Diagnosis::new(cause, self.distance(accepted))
    }

    /// How far from the departure the text says what was missed.
    fn distance(&self, wordings: &[String]) -> &'static str {
        let (Some(analysis), Some(record), Kind::Missed) =
            (self.analysis, self.record(), self.mistake.kind)
        else {
            return "";
        };
        let says = |s: usize| {
            let text = &analysis.sentences[s].view.text;
            wordings.iter().any(|wording| text.contains(wording))
        };
        let mut events = analysis.events.found.iter();
        let sentences = analysis.sentences.len();
        if events.any(|e| e.person.text == record.person && says(e.sentence)) {
            "it stands in the sentence of the departure"
        } else if (0..sentences).any(says) {
            "it stands in another sentence"
        } else {
            "the text says it in other words"
        }
    }

    pub(super) fn destination(&self, kind: Kind) -> Diagnosis {
        let (field, accepted) = match (self.mistake.field.as_str(), self.event()) {
            ("destination", event) => (Field::Destination, event.map(|e| &e.destination)),
            (_, event) => (Field::DestinationRole, event.map(|e| &e.destination_role)),
        };
        match kind {
            Kind::Missed => {
                let wordings = accepted.map_or(&[][..], |a| a.wordings());
                Diagnosis::new(Cause::MissedDestination, self.distance(wordings))
            }
            Kind::Wrong => Diagnosis::new(Cause::WrongDestination, self.read_by(field)),
            Kind::Spurious => Diagnosis::new(Cause::SpuriousDestination, self.read_by(field)),
        }
    }

    pub(super) fn date(&self, kind: Kind) -> Diagnosis {
        let words = self.record().and_then(|record| record.date_text.as_deref());
        let cause = match (kind, words, self.analysis) {
            (Kind::Missed, _, None) => Cause::Unknown,
            (Kind::Missed, Some(_), _) => Cause::UnresolvedDate,
            (Kind::Missed, None, _) => Cause::MissedDate,
            (Kind::Wrong, ..) => Cause::WrongDate,
            (Kind::Spurious, ..) => Cause::SpuriousDate,
        };
        Diagnosis::new(cause, words.unwrap_or_default())
    }
}

/// Whether two texts have two neighbouring characters in common.
fn shares_words(a: &str, b: &str) -> bool {
    let chars: Vec<char> = a.chars().collect();
    let mut pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
    pairs.any(|pair| b.contains(&pair))
}
