//! Predictions and gold of one article → counts and mistakes.

use clap::ValueEnum;

use super::Document;
use super::align::align;
use super::gold::{Accepted, Event};
use super::mistake::{self, Compared, Kind, Mistake};
use super::normalize::plain;
use super::posts;
use super::prediction::Prediction;
use super::same::Matcher;
use super::tally::{Counts, Score, Verdict};
use crate::record::{Field, Status, name};

/// Judges one article, adding to the score of all.
pub struct Judge<'a> {
    matcher: &'a Matcher,
    document: &'a Document,
    /// The number of the document.
    number: usize,
    neutral: Vec<String>,
    score: &'a mut Score,
}

impl<'a> Judge<'a> {
    /// Begins with the article of this number.
    pub fn new(
        matcher: &'a Matcher,
        documents: &'a [Document],
        number: usize,
        score: &'a mut Score,
    ) -> Self {
        let document = &documents[number];
        let neutral = document
            .gold
            .neutral_persons
            .iter()
            .map(|name| plain(name))
            .collect();
        Self {
            matcher,
            document,
            number,
            neutral,
            score,
        }
    }

    /// Judges every prediction and every event.
    pub fn judge(&mut self) {
        let document = self.document;
        let events = &document.gold.events;
        let predictions: Vec<_> = document
            .predictions
            .iter()
            .filter(|p| is_asserted(p.status()))
            .collect();
        let pairs = align(self.matcher, &predictions, events);
        for (i, prediction) in predictions.iter().enumerate() {
            if pairs.iter().all(|pair| pair.0 != i) {
                self.spurious(prediction);
            }
        }
        for (j, event) in events.iter().enumerate() {
            if event.status.is_asserted() && pairs.iter().all(|pair| pair.1 != j) {
                self.missed(event);
            }
        }
        for (i, j) in pairs {
            self.pair(predictions[i], &events[j]);
        }
    }

    /// A departure that is not in the gold, or a second time one that is.
    fn spurious(&mut self, prediction: &Prediction) {
        if self.is_neutral(prediction) {
            return;
        }
        self.score
            .figures
            .wholes()
            .into_iter()
            .for_each(|counts| counts.fp += 1);
        self.verdict(prediction, false);
        self.note(
            "person",
            Kind::Spurious,
            Some(prediction),
            None,
            None,
            mistake::summary(prediction),
        );
    }

    fn missed(&mut self, event: &Event) {
        self.score
            .figures
            .wholes()
            .into_iter()
            .for_each(|counts| counts.fn_ += 1);
        for (field, accepted) in single_fields(event) {
            self.score.figures.field(field).fn_ += usize::from(accepted.is_required());
        }
        self.score.figures.former_role.fn_ +=
            event.former_role.iter().filter_map(posts::required).count();
        let gold = format!(
            "{} ({})",
            event.person[0],
            mistake::wordings(&event.company).unwrap_or_default()
        );
        self.note("person", Kind::Missed, None, Some(event), Some(gold), None);
    }

    fn pair(&mut self, prediction: &Prediction, event: &Event) {
        if !event.status.is_asserted() {
            self.shadow(prediction, event);
            return;
        }
        self.score.figures.person.tp += 1;
        self.status(prediction, event);
        let mut wrong = Vec::new();
        for (field, accepted) in single_fields(event) {
            if !self.field(field, accepted, prediction, event) {
                wrong.push(field);
            }
        }
        if !self.posts(prediction, event) {
            wrong.push(Field::FormerRole);
        }
        let right = |field: &Field| !wrong.contains(field);
        self.score.figures.event.judge(right(&Field::Company));
        self.verdict(prediction, right(&Field::Company));
        let five = [
            Field::Company,
            Field::FormerRole,
            Field::Reason,
            Field::Destination,
        ];
        self.score.figures.tuple5.judge(five.iter().all(right));
    }

    /// Background is neither rewarded nor punished; a denial or a hypothesis told as a fact is spurious.
    fn shadow(&mut self, prediction: &Prediction, event: &Event) {
        if event.status == Status::Historical || self.is_neutral(prediction) {
            return;
        }
        self.score.shadow_fp += 1;
        self.score
            .figures
            .wholes()
            .into_iter()
            .for_each(|counts| counts.fp += 1);
        self.verdict(prediction, false);
        let gold = Some(format!("({})", name(event.status)));
        self.note(
            "person",
            Kind::Spurious,
            Some(prediction),
            Some(event),
            gold,
            mistake::summary(prediction),
        );
    }

    fn status(&mut self, prediction: &Prediction, event: &Event) {
        let right = prediction.status() == name(event.status);
        self.score.status.all += 1;
        self.score.status.right += usize::from(right);
        if !right {
            let (gold, predicted) = (name(event.status), prediction.status().to_owned());
            self.note(
                "status",
                Kind::Wrong,
                Some(prediction),
                Some(event),
                Some(gold),
                Some(predicted),
            );
        }
    }

    /// Counts a field that has one value, and tells whether it is right.
    fn field(
        &mut self,
        field: Field,
        accepted: &Accepted,
        prediction: &Prediction,
        event: &Event,
    ) -> bool {
        let value = prediction.value(field);
        let kind = match value {
            None => accepted.is_required().then_some(Kind::Missed),
            Some(_) if *accepted == Accepted::Empty => Some(Kind::Spurious),
            Some(_)
                if accepted.wordings().is_empty() || self.accepts(field, accepted, prediction) =>
            {
                None
            }
            Some(_) if accepted.is_required() => Some(Kind::Wrong),
            Some(_) => Some(Kind::Spurious),
        };
        let counts = self.score.figures.field(field);
        counts.tp += usize::from(kind.is_none() && value.is_some() && accepted.is_required());
        counts.fp += usize::from(matches!(kind, Some(Kind::Spurious | Kind::Wrong)));
        counts.fn_ += usize::from(matches!(kind, Some(Kind::Missed | Kind::Wrong)));
        if let Some(kind) = kind {
            let predicted = value.map(str::to_owned);
            self.note(
                &name(field),
                kind,
                Some(prediction),
                Some(event),
                mistake::wordings(accepted),
                predicted,
            );
        }
        kind.is_none()
    }

    /// A date must be right as it was resolved; of other fields the words in the text may be right as well.
    fn accepts(&self, field: Field, accepted: &Accepted, prediction: &Prediction) -> bool {
        let wordings = accepted.wordings();
        match field {
            Field::Date => prediction
                .value(field)
                .is_some_and(|date| self.matcher.any(field, date, wordings)),
            _ => self.matcher.hits(field, prediction, wordings),
        }
    }

    fn posts(&mut self, prediction: &Prediction, event: &Event) -> bool {
        let counts = posts::compare(self.matcher, &prediction.former_role, &event.former_role);
        self.score.figures.former_role.add(counts);
        let kind = match counts {
            Counts { fp: 0, fn_: 0, .. } => return true,
            Counts { fp: 0, .. } => Kind::Missed,
            Counts { fn_: 0, .. } => Kind::Spurious,
            _ => Kind::Wrong,
        };
        let gold = mistake::posts(event.former_role.iter().filter_map(posts::required));
        let predicted = mistake::posts(prediction.former_role.iter().map(std::slice::from_ref));
        self.note(
            "former_role",
            kind,
            Some(prediction),
            Some(event),
            gold,
            predicted,
        );
        false
    }

    fn is_neutral(&self, prediction: &Prediction) -> bool {
        self.neutral
            .contains(&plain(prediction.value(Field::Person).unwrap_or_default()))
    }

    fn note(
        &mut self,
        field: &str,
        kind: Kind,
        prediction: Option<&Prediction>,
        event: Option<&Event>,
        gold: Option<String>,
        predicted: Option<String>,
    ) {
        let person = prediction
            .and_then(|p| p.value(Field::Person))
            .or_else(|| Some(&event?.person[0]));
        let (sentence, start) = self.sentence(prediction, event);
        self.score.mistakes.push(Mistake {
            article: self.document.name.clone(),
            field: field.to_owned(),
            kind,
            person: person.unwrap_or_default().to_owned(),
            gold,
            predicted,
            sentence,
            start,
            compared: Compared {
                document: self.number,
                prediction: prediction.map(|p| place(p, &self.document.predictions)),
                event: event.map(|e| place(e, &self.document.gold.events)),
            },
        });
    }

    fn verdict(&mut self, prediction: &Prediction, right: bool) {
        self.score.verdicts.push(Verdict {
            document: self.number,
            prediction: place(prediction, &self.document.predictions),
            right,
            confidence: prediction.confidence,
        });
    }

    /// The sentence of the gold, else of the prediction, and the character where it begins.
    fn sentence(
        &self,
        prediction: Option<&Prediction>,
        event: Option<&Event>,
    ) -> (Option<String>, Option<usize>) {
        if let Some(sentence) = event.and_then(|event| event.evidence.clone()) {
            let start = self.find(&sentence);
            return (Some(sentence), start);
        }
        let sentence = prediction
            .and_then(|p| p.value(Field::Sentence))
            .map(str::to_owned);
        (sentence, prediction.and_then(Prediction::sentence_start))
    }

    fn find(&self, sentence: &str) -> Option<usize> {
        let text = self.document.text.as_deref()?;
        let byte = text.find(sentence)?;
        Some(text[..byte].chars().count())
    }
}

/// Where an item stands in the list that it was borrowed from.
fn place<T>(item: &T, list: &[T]) -> usize {
    list.iter()
        .position(|other| std::ptr::eq(item, other))
        .unwrap_or_default()
}

/// The fields that have one value.
fn single_fields(event: &Event) -> [(Field, &Accepted); 5] {
    [
        (Field::Company, &event.company),
        (Field::Reason, &event.reason),
        (Field::Destination, &event.destination),
        (Field::DestinationRole, &event.destination_role),
        (Field::Date, &event.date),
    ]
}

/// Whether a status is one of news.
pub fn is_asserted(status: &str) -> bool {
    Status::from_str(status, false).is_ok_and(Status::is_asserted)
}
