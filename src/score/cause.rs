//! A mistake and the analysis of its article → why it was made.
//!
//! A cause is read from what the stages did: the name is in no mention, no trigger stands there, a frame failed.
//! Without the analysis (records from a file) the causes that need it are [`Cause::Unknown`].

use std::cmp::Reverse;

use clap::ValueEnum;

use super::gold::{Event, Post};
use super::mistake::{Kind, Mistake};
use super::normalize::plain;
use super::posts;
use super::prediction::Prediction;
use super::same::Matcher;
use super::{Document, is_asserted};
use crate::Analysis;
use crate::event::{Attempt, FOLLOWS, NO_MATCH};
use crate::mention::Mention;
use crate::record::{Field, Record, name};
use crate::span::Span;

/// Why a mistake was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Cause {
    /// No trigger and no wording stands in a sentence that names the person.
    MissedTrigger,
    /// The person is in no mention.
    MissedName,
    /// A trigger or wording was tried and failed; the detail tells the first thing that failed.
    MissedFrame,
    /// A trigger or wording there was taken to tell of somebody else.
    WrongPerson,
    /// The name was cut longer or shorter than in the gold.
    WrongName,
    /// The departure is told, but with a status that it does not have: history for news, denial for fact.
    WrongStatus,
    /// Two departures of one person were told as one.
    Merged,
    /// One departure was told as two.
    Split,
    /// The sentence tells of a departure, but not of this person's.
    SpuriousPerson,
    /// The sentence tells no departure.
    SpuriousEvent,
    /// The employer is in no mention.
    MissedOrganisation,
    /// The employer is mentioned, but none was found.
    MissedEmployer,
    /// The employer is mentioned, but another one was found.
    WrongEmployer,
    /// An employer was found where the text tells none.
    SpuriousEmployer,
    /// A post is in no mention.
    MissedTitle,
    /// Posts are mentioned, but were not found.
    MissedPost,
    /// Other posts were found.
    WrongPost,
    /// Posts were found that are not lost.
    SpuriousPost,
    /// The reason was cut longer or shorter than in the gold.
    ReasonScope,
    /// No reason was found.
    MissedReason,
    /// Something else was taken for the reason.
    WrongReason,
    /// A reason was found where the text tells none.
    SpuriousReason,
    /// No destination was found.
    MissedDestination,
    /// Something else was taken for the destination.
    WrongDestination,
    /// A destination was found where the text tells none.
    SpuriousDestination,
    /// The words of a date were found, but not which day they mean.
    UnresolvedDate,
    /// No date was found.
    MissedDate,
    /// The date is off.
    WrongDate,
    /// A date was found where the text tells none.
    SpuriousDate,
    /// What is at hand does not tell.
    Unknown,
}

/// A cause, and what tells more about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// The cause.
    pub cause: Cause,
    /// What failed, or what read the value; may be empty.
    pub detail: String,
}

impl Diagnosis {
    fn new(cause: Cause, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Diagnosis { cause, detail }
    }
}

/// Diagnoses mistakes of one article, each for itself.
pub fn find(
    mistakes: &[&Mistake],
    document: &Document,
    analysis: Option<&Analysis>,
) -> Vec<Diagnosis> {
    let matcher = Matcher::built_in();
    let diagnose = |mistake: &&Mistake| {
        let case = Case {
            mistake,
            document,
            analysis,
            matcher: &matcher,
        };
        case.diagnose()
    };
    mistakes.iter().map(diagnose).collect()
}

/// One mistake with all that is known about it.
struct Case<'a> {
    mistake: &'a Mistake,
    document: &'a Document,
    analysis: Option<&'a Analysis<'a>>,
    matcher: &'a Matcher,
}

impl<'a> Case<'a> {
    fn diagnose(&self) -> Diagnosis {
        let kind = self.mistake.kind;
        match (self.mistake.field.as_str(), self.event(), self.prediction()) {
            ("person", Some(event), None) => self.missed(event),
            ("person", gold, Some(prediction)) => self.spurious(prediction, gold),
            ("status", ..) => self.status(),
            ("company", Some(event), _) => self.employer(kind, event),
            ("former_role", Some(event), Some(prediction)) => self.posts(kind, event, prediction),
            ("reason", ..) => self.reason(kind),
            ("destination" | "destination_role", ..) => self.destination(kind),
            ("date", ..) => self.date(kind),
            _ => Diagnosis::new(Cause::Unknown, ""),
        }
    }

    fn event(&self) -> Option<&'a Event> {
        let events = &self.document.gold.events;
        self.mistake.compared.event.map(|at| &events[at])
    }

    fn prediction(&self) -> Option<&'a Prediction> {
        let predictions = &self.document.predictions;
        self.mistake.compared.prediction.map(|at| &predictions[at])
    }

    /// The record that the prediction was made from.
    fn record(&self) -> Option<&'a Record> {
        let records = &self.analysis?.records;
        records.get(self.mistake.compared.prediction?)
    }

    /// A departure that no asserted record tells.
    fn missed(&self, event: &Event) -> Diagnosis {
        let same = |p: &&Prediction| self.matcher.hits(Field::Person, p, &event.person);
        let told = || self.document.predictions.iter().filter(same);
        if told().any(|p| is_asserted(p.status())) {
            return Diagnosis::new(Cause::Merged, "the record goes with another departure");
        }
        if let Some(prediction) = told().next() {
            let detail = format!("{} → {}", name(event.status), prediction.status());
            return Diagnosis::new(Cause::WrongStatus, detail);
        }
        match self.analysis {
            Some(analysis) => self.untold(event, analysis),
            None => Diagnosis::new(Cause::Unknown, ""),
        }
    }

    /// A departure that no event tells.
    fn untold(&self, event: &Event, analysis: &Analysis) -> Diagnosis {
        let naming: Vec<usize> = (0..analysis.sentences.len())
            .filter(|&s| names(analysis, s, &event.person))
            .collect();
        if naming.is_empty() {
            return unrecognised(analysis, &event.person);
        }
        let quoted = self.quoted(event);
        let told_here = |s: usize| {
            let span = analysis.sentences[s].span;
            quoted.is_some_and(|q| q.start < span.end && span.start < q.end)
        };
        let near = |a: &&Attempt| {
            (told_here(a.sentence) || naming.contains(&a.sentence)) && a.failed != Some(NO_MATCH)
        };
        let attempts = analysis.events.attempts.iter().filter(near);
        let telling = |a: &&Attempt| (!told_here(a.sentence), Reverse(weight(a)));
        let Some(attempt) = attempts.min_by_key(telling) else {
            return Diagnosis::new(Cause::MissedTrigger, "");
        };
        let rule = &attempt.rule;
        match attempt.failed {
            Some(failed) => Diagnosis::new(Cause::MissedFrame, format!("{rule}: {failed}")),
            None => {
                let people = people(analysis, attempt).join("、");
                Diagnosis::new(Cause::WrongPerson, format!("{rule}: {people}"))
            }
        }
    }

    /// Where the gold's evidence stands.
    fn quoted(&self, event: &Event) -> Option<Span> {
        let (text, evidence) = (self.document.text.as_ref()?, event.evidence.as_ref()?);
        let start = text.find(evidence.as_str())?;
        Some(Span::new(start, start + evidence.len()))
    }

    /// A record that tells no departure of the gold, or one that the gold does not tell as a fact.
    fn spurious(&self, prediction: &Prediction, gold: Option<&Event>) -> Diagnosis {
        if let Some(event) = gold {
            let detail = format!("{} → {}", name(event.status), prediction.status());
            return Diagnosis::new(Cause::WrongStatus, detail);
        }
        let events = &self.document.gold.events;
        let same = |e: &&Event| self.matcher.hits(Field::Person, prediction, &e.person);
        if events.iter().any(|e| same(&e)) {
            return Diagnosis::new(Cause::Split, self.read_by(Field::Person));
        }
        let person = plain(prediction.value(Field::Person).unwrap_or_default());
        if let Some(name) = events
            .iter()
            .flat_map(|e| &e.person)
            .find(|name| overlaps(&plain(name), &person))
        {
            return Diagnosis::new(Cause::WrongName, name);
        }
        let sentence = prediction.value(Field::Sentence).unwrap_or_default();
        let told = events.iter().find(|event| {
            let evidence = event.evidence.as_deref().unwrap_or_default();
            overlaps(evidence, sentence)
        });
        match told {
            Some(event) => Diagnosis::new(Cause::SpuriousPerson, &event.person[0]),
            None => Diagnosis::new(Cause::SpuriousEvent, self.read_by(Field::Person)),
        }
    }

    fn status(&self) -> Diagnosis {
        let word = |value: &'a Option<String>| value.as_deref().unwrap_or_default();
        let Mistake {
            gold, predicted, ..
        } = self.mistake;
        let detail = format!("{} → {}", word(gold), word(predicted));
        Diagnosis::new(Cause::WrongStatus, detail)
    }

    fn employer(&self, kind: Kind, event: &Event) -> Diagnosis {
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

    fn posts(&self, kind: Kind, event: &Event, prediction: &Prediction) -> Diagnosis {
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

    fn reason(&self, kind: Kind) -> Diagnosis {
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

    fn destination(&self, kind: Kind) -> Diagnosis {
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

    fn date(&self, kind: Kind) -> Diagnosis {
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

    /// The rules that read a field of the record.
    fn read_by(&self, field: Field) -> String {
        let evidence = self.record().into_iter().flat_map(|r| &r.evidence);
        let rules = evidence.filter(|e| e.field == field).flat_map(|e| &e.rules);
        rules.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

fn mentions<'a>(analysis: &'a Analysis) -> impl Iterator<Item = &'a Mention> {
    analysis.mentions.of.iter().flatten()
}

/// Whether a sentence mentions a person by one of these names, or by another that stands for it.
fn names(analysis: &Analysis, s: usize, accepted: &[String]) -> bool {
    let accepted: Vec<String> = accepted.iter().map(|name| plain(name)).collect();
    let mut people = analysis.mentions.of[s].iter().filter(|m| m.is_person());
    people.any(|m| {
        let full = analysis.entities.person(&m.text);
        accepted.contains(&plain(&m.text)) || accepted.contains(&plain(&full))
    })
}

/// Somebody whose name is in no mention: it was cut otherwise, or taken for something else.
fn unrecognised(analysis: &Analysis, accepted: &[String]) -> Diagnosis {
    let cut = mentions(analysis).find(|m| {
        let other = plain(&m.text);
        m.is_person() && accepted.iter().any(|name| overlaps(&plain(name), &other))
    });
    match cut {
        Some(cut) => Diagnosis::new(Cause::WrongName, &*cut.text),
        None => Diagnosis::new(Cause::MissedName, read_instead(analysis, accepted)),
    }
}

/// What covers the name of somebody who was not recognised, where it stands first.
fn read_instead(analysis: &Analysis, accepted: &[String]) -> String {
    let sentences = analysis.sentences.iter().zip(&analysis.mentions.of);
    let read = sentences.flat_map(|(sentence, row)| {
        accepted.iter().filter_map(|name| {
            let start = sentence.view.text.find(name.as_str())?;
            let end = start + name.len();
            let covers = row.iter().filter(|m| m.at.start < end && start < m.at.end);
            Some(covers.map(|m| &*m.text).collect::<Vec<_>>().join(" "))
        })
    });
    let first = read.into_iter().next();
    first.map_or("the name stands in no sentence".to_owned(), |words| {
        format!("read as {words}")
    })
}

/// How much an attempt tells about a departure that was missed: a trigger that failed, then what told of somebody
/// else, then what only follows another trigger.
fn weight(attempt: &Attempt) -> usize {
    match attempt.failed {
        Some(FOLLOWS) => 0,
        None => 1,
        Some(_) => 2,
    }
}

/// Who leaves by an attempt.
fn people<'a>(analysis: &'a Analysis, attempt: &'a Attempt) -> Vec<&'a str> {
    let events = analysis.events.of(attempt);
    events.map(|event| event.person.text.as_str()).collect()
}

/// Whether one of two texts contains the other.
fn overlaps(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a))
}

/// Whether two texts have two neighbouring characters in common.
fn shares_words(a: &str, b: &str) -> bool {
    let chars: Vec<char> = a.chars().collect();
    let mut pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
    pairs.any(|pair| b.contains(&pair))
}
