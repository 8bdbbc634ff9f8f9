//! A mistake and the analysis of its article → why it was made.
//!
//! A cause is read from what the stages did: the name is in no mention, no trigger stands there, a frame failed.
//! Without the analysis (records from a file) the causes that need it are [`Cause::Unknown`].

use clap::ValueEnum;

use super::Document;
use super::gold::Event;
use super::mistake::Mistake;
use super::prediction::Prediction;
use super::same::Matcher;
use crate::Analysis;
use crate::mention::Mention;
use crate::record::{Field, Record};

mod field;
mod person;

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
