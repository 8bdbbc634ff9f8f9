//! Examples of rows and wordings → those that the pipeline does not fulfil.

use jiff::civil::{Date, date};
use rayon::prelude::*;

use super::Finding;
use crate::bracket::{Bracketed, Mark, Role};
use crate::dict::{Dict, Proves};
use crate::event::Attempt;
use crate::record::{Record, Status};
use crate::{Analysis, Article};

/// The day on which the examples are published, so that 昨日 has a date.
const PUBLISHED: Date = date(2025, 3, 10);

/// A sentence with what it is said to prove.
pub(super) struct Claim<'a> {
    file: &'a str,
    line: usize,
    kind: Kind,
    /// The word, or the name of the wording.
    name: &'a str,
    example: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Trigger,
    Destination,
    Wording,
    /// A wording must not be found here.
    Not,
}

impl Claim<'_> {
    pub fn is_counterexample(&self) -> bool {
        self.kind == Kind::Not
    }

    fn what(&self) -> &'static str {
        match self.kind {
            Kind::Trigger => "example of trigger",
            Kind::Destination => "example of destination",
            Kind::Wording => "example of wording",
            Kind::Not => "counterexample of wording",
        }
    }
}

/// Everything that the dictionary claims.
pub(super) fn claims(dict: &Dict) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for proof in &dict.proofs {
        let kind = match proof.proves {
            Proves::Trigger => Kind::Trigger,
            Proves::Destination => Kind::Destination,
        };
        claims.push(Claim {
            file: &proof.file,
            line: proof.line,
            kind,
            name: &proof.surface,
            example: &proof.example,
        });
    }
    for wording in &dict.wordings {
        let examples = wording.examples.iter().map(|e| (Kind::Wording, e));
        let counterexamples = wording.counterexamples.iter().map(|e| (Kind::Not, e));
        for (kind, example) in examples.chain(counterexamples) {
            claims.push(Claim {
                file: &wording.file,
                line: example.line,
                kind,
                name: &wording.name,
                example: &example.text,
            });
        }
    }
    claims
}

/// Runs every claim.
pub(super) fn check(claims: &[Claim], dict: &Dict) -> Vec<Finding> {
    claims
        .par_iter()
        .filter_map(|claim| try_one(claim, dict))
        .collect()
}

fn try_one(claim: &Claim, dict: &Dict) -> Option<Finding> {
    let finding = |problem: String| {
        let headline = format!("{} `{}`: {problem}", claim.what(), claim.name);
        Finding::new(claim.file, claim.line, headline).note("example", claim.example)
    };
    let expected: Bracketed = match claim.example.parse() {
        Ok(expected) => expected,
        Err(error) => return Some(finding(error.to_string())),
    };
    if let Some(problem) = misses_its_word(claim, &expected) {
        return Some(finding(problem));
    }
    let article = Article {
        published: Some(PUBLISHED),
        ..Article::from_text(&expected.text)
    };
    crate::analyse(&article, dict, |analysis| {
        let trial = Trial {
            claim,
            expected: &expected,
            analysis: &analysis,
        };
        let problem = match claim.kind {
            Kind::Not => trial.spurious(),
            _ => trial.missing(),
        }?;
        Some(trial.explain(finding(problem)))
    })
}

/// An example of a word shows the word, and it shows somebody who leaves.
fn misses_its_word(claim: &Claim, expected: &Bracketed) -> Option<String> {
    let name = claim.name;
    let marked = |role| {
        expected
            .of_role(role)
            .any(|mark| expected.words(mark) == name)
    };
    let person = expected.of_role(Role::Person).next().is_some();
    match claim.kind {
        Kind::Trigger if !marked(Role::Trigger) => Some(format!(
            "the word is not marked in it: write [{name}]trigger"
        )),
        Kind::Destination if !marked(Role::Join) && !expected.text.contains(name) => {
            Some(format!("the word does not stand in it: write [{name}]join"))
        }
        Kind::Not => None,
        _ if !person => Some("nobody leaves in it: mark who does, as in [name]person".to_owned()),
        _ => None,
    }
}

/// A claim and what the pipeline made of its sentence.
struct Trial<'a> {
    claim: &'a Claim<'a>,
    expected: &'a Bracketed,
    analysis: &'a Analysis<'a>,
}

impl Trial<'_> {
    /// Why the example does not hold.
    fn missing(&self) -> Option<String> {
        let differences = self.expected.compare(&self.told());
        if !differences.is_empty() {
            let all: Vec<String> = differences.iter().map(ToString::to_string).collect();
            return Some(all.join("; "));
        }
        let by = match self.claim.kind {
            Kind::Trigger => self
                .expected
                .of_role(Role::Trigger)
                .any(|mark| self.is_made_by(mark)),
            Kind::Destination => self.mentions_join(),
            Kind::Wording | Kind::Not => self.events_of_wording().next().is_some(),
        };
        let others = self.rules();
        (!by).then(|| match self.claim.kind {
            Kind::Destination => {
                "expected the word to tell the destination, found it cut or read otherwise"
                    .to_owned()
            }
            _ => format!(
                "expected an event of its own, found those of {}",
                others.join(", ")
            ),
        })
    }

    /// Why the counterexample does not hold.
    fn spurious(&self) -> Option<String> {
        let asserted = self
            .analysis
            .records
            .iter()
            .filter(|r| r.status.is_asserted());
        let marked = |record: &Record| {
            let mut people = self.expected.of_role(Role::Person);
            people.any(|mark| self.expected.expected(mark) == record.person)
        };
        let wrong = |record: &&Record| {
            !marked(record)
                || self
                    .events_of_wording()
                    .any(|person| person == record.person)
        };
        let record = asserted.clone().find(wrong)?;
        Some(format!(
            "expected no record, found that {} leaves",
            record.person
        ))
    }

    /// The records that `quliu extract` writes, or all if the example asks for a status.
    fn told(&self) -> Vec<Record> {
        let any = self.expected.of_role(Role::Status).next().is_some();
        let written = |r: &&Record| any || r.status.is_asserted() || r.status == Status::Historical;
        self.analysis
            .records
            .iter()
            .filter(written)
            .cloned()
            .collect()
    }

    fn is_made_by(&self, mark: &Mark) -> bool {
        let mut events = self.analysis.events.found.iter();
        events.any(|event| event.rule == self.claim.name && event.trigger == mark.span)
    }

    fn mentions_join(&self) -> bool {
        let mut mentions = self.analysis.mentions.of.iter().flatten();
        mentions.any(|m| *m.text == *self.claim.name && (m.join.is_some() || m.trigger.is_some()))
    }

    /// The people that leave by the wording.
    fn events_of_wording(&self) -> impl Iterator<Item = &str> {
        let events = self.analysis.events.found.iter();
        events
            .filter(|event| event.rule == self.claim.name)
            .map(|event| event.person.text.as_str())
    }

    fn explain(&self, mut finding: Finding) -> Finding {
        for record in &self.analysis.records {
            finding = finding.note("found", Bracketed::of(record).to_string());
        }
        if self.analysis.records.is_empty() {
            finding = finding.note("found", "no record");
        }
        if self.claim.kind == Kind::Not {
            let rules = self.rules();
            return finding.note("told by", rules.join(", "));
        }
        match self.failure() {
            Some(Attempt {
                rule,
                failed: Some(failed),
                ..
            }) => finding.note("tried", format!("`{rule}`: {failed}")),
            _ => finding.note("read as", self.tokens()),
        }
    }

    /// What made the events, for people.
    fn rules(&self) -> Vec<String> {
        let found = self.analysis.events.found.iter();
        found.map(|e| format!("`{}`", e.rule)).collect()
    }

    /// The first attempt that failed, if none that was claimed succeeded: of the claimed word or wording, else of any.
    fn failure(&self) -> Option<&Attempt> {
        let attempts = &self.analysis.events.attempts;
        let own = || attempts.iter().filter(|a| a.rule == self.claim.name);
        if own().any(|a| a.failed.is_none()) {
            return None;
        }
        let failed = |a: &&Attempt| a.failed.is_some();
        // A word that was not tried was cut otherwise; the tokens tell more than the failures of other words.
        match self.claim.kind {
            Kind::Destination if self.analysis.records.is_empty() => attempts.iter().find(failed),
            _ => own().find(failed),
        }
    }

    fn tokens(&self) -> String {
        let words = |row: &Vec<crate::mention::Mention>| {
            row.iter()
                .map(|m| m.text.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let rows: Vec<String> = self.analysis.mentions.of.iter().map(words).collect();
        rows.join(" ")
    }
}
