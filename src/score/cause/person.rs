//! Whole departures: why one was missed, or told without being one.

use std::cmp::Reverse;

use super::{Case, Cause, Diagnosis, mentions};
use crate::Analysis;
use crate::event::{Attempt, FOLLOWS, NO_MATCH};
use crate::record::{Field, name};
use crate::score::gold::Event;
use crate::score::is_asserted;
use crate::score::normalize::plain;
use crate::score::prediction::Prediction;
use crate::span::Span;

impl Case<'_> {
    /// A departure that no asserted record tells.
    pub(super) fn missed(&self, event: &Event) -> Diagnosis {
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
    pub(super) fn spurious(&self, prediction: &Prediction, gold: Option<&Event>) -> Diagnosis {
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
