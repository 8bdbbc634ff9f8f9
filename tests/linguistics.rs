//! How Chinese says that somebody leaves, sentence by sentence.
//!
//! `linguistics/examples.jsonl` holds one example a line, in the format of the corpus' gold with the text beside it;
//! `change_type` says how the post was lost. Not everything in it is understood yet: the figures below are floors,
//! and a change that raises one of them raises it here.
//! `cargo test --test linguistics -- --nocapture` prints what is not right.

use quliu::record::{ChangeType, Status};
use quliu::score::{Document, Gold, Prediction, score};
use quliu::{Article, Record};
use serde::Deserialize;

mod common;

/// What is right. Lines are examples; all else are departures.
#[derive(Debug, Default)]
struct Figures {
    /// Told as facts, and right in person, posts, company, reason and destination.
    facts: usize,
    /// Of those found, how many have the right date.
    dates: usize,
    /// Of those found, how many have the right status.
    statuses: usize,
    /// Of those found, how many are of the right type.
    changes: usize,
    /// Denied, negated, hypothetical or historical, and recorded as what they are.
    shadows: usize,
    /// Denied, negated or hypothetical, and not told as facts.
    withheld: usize,
    /// Lines without any departure that give no record.
    silent: usize,
}

const FLOOR: Figures = Figures {
    facts: 134,
    dates: 137,
    statuses: 137,
    changes: 133,
    shadows: 12,
    withheld: 8,
    silent: 48,
};

#[derive(Deserialize)]
struct Example {
    doc: String,
    published: String,
    text: String,
    #[serde(rename = "events")]
    changes: Vec<Change>,
}

#[derive(Deserialize)]
struct Change {
    /// Left out where the language of the example has no word of ours for it.
    change_type: Option<ChangeType>,
}

impl Figures {
    /// Judges one line; what is wrong is told in a few words each.
    fn judge(&mut self, example: &Example, gold: Gold, records: &[Record]) -> Vec<String> {
        let mut wrong = Vec::new();
        let asserted = records.iter().filter(|r| r.status.is_asserted());
        if gold.events.is_empty() {
            match asserted.clone().next() {
                None => self.silent += 1,
                Some(record) => wrong.push(format!("{} leaves, nobody should", record.person)),
            }
        }
        for (event, change) in gold.events.iter().zip(&example.changes) {
            let who = &event.person[0];
            let of_person = |r: &&Record| event.person.contains(&r.person);
            if event.status.is_asserted() {
                let Some(found) = asserted.clone().find(of_person) else {
                    continue;
                };
                let right = change
                    .change_type
                    .is_none_or(|change| change == found.change_type);
                self.changes += usize::from(right);
                if !right {
                    wrong.push(format!(
                        "{who}: type {:?}, not {:?}",
                        found.change_type, change.change_type
                    ));
                }
                continue;
            }
            if event.status != Status::Historical {
                match asserted.clone().any(|r| of_person(&r)) {
                    false => self.withheld += 1,
                    true => wrong.push(format!(
                        "{who} is told to leave, but it is {:?}",
                        event.status
                    )),
                }
            }
            match records
                .iter()
                .any(|r| of_person(&r) && r.status == event.status)
            {
                true => self.shadows += 1,
                false => wrong.push(format!("{who}: no record says {:?}", event.status)),
            }
        }
        let document = Document {
            name: example.doc.clone(),
            gold,
            text: None,
            predictions: records.iter().map(Prediction::from).collect(),
        };
        let score = score(std::slice::from_ref(&document));
        self.facts += score.figures.tuple5.tp;
        self.statuses += score.status.right;
        self.dates += score.figures.person.tp - mistaken_dates(&score);
        // A line without departures has been judged above.
        if !document.gold.events.is_empty() {
            wrong.extend(score.mistakes.iter().map(|m| {
                let none = || "nothing".to_owned();
                let (gold, found) = (m.gold.clone(), m.predicted.clone());
                format!(
                    "{}: {} {}, should be {}, is {}",
                    m.person,
                    m.kind.name(),
                    m.field,
                    gold.unwrap_or_else(none),
                    found.unwrap_or_else(none)
                )
            }));
        }
        wrong
    }

    fn at_least(&self, floor: &Figures) -> bool {
        let all = |f: &Figures| {
            [
                f.facts, f.dates, f.statuses, f.changes, f.shadows, f.withheld, f.silent,
            ]
        };
        all(self)
            .iter()
            .zip(all(floor))
            .all(|(figure, floor)| *figure >= floor)
    }
}

fn mistaken_dates(score: &quliu::score::Score) -> usize {
    let dates = score.mistakes.iter().filter(|m| m.field == "date");
    // The date of a departure that was missed is no mistake of its own.
    dates.count()
}

#[test]
fn no_figure_falls() {
    let lines = include_str!("linguistics/examples.jsonl").lines();
    let mut figures = Figures::default();
    for (at, line) in lines.enumerate() {
        let sound = |e| panic!("tests/linguistics/examples.jsonl:{}: {e}", at + 1);
        let example: Example = serde_json::from_str(line).unwrap_or_else(sound);
        let gold: Gold =
            serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}", example.doc));
        let article = Article {
            published: Some(example.published.parse().expect("an ISO date")),
            ..Article::from_text(&example.text)
        };
        let records = quliu::extract(&article, &common::DICT);
        for wrong in figures.judge(&example, gold, &records) {
            println!("{} {}\n     {wrong}", example.doc, example.text);
        }
    }
    println!("{figures:#?}");
    assert!(
        figures.at_least(&FLOOR),
        "{figures:#?} has fallen below {FLOOR:#?}: see what is not right above"
    );
}
