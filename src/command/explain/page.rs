//! The analysis of an article → text: sentences with what was tried in them, then the records.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::ops::Range;

use quliu::bracket::Bracketed;
use quliu::event::{Attempt, Event, Events, NO_MATCH, Value};
use quliu::record::{self, Evidence, Field, Record, Status};
use quliu::span::{CharIndex, Span};
use quliu::{Analysis, Article, Dict};

use super::paint::Paint;
use super::row;
use crate::command::{columns, counted};

/// The column of the value behind a field's name, and of the place behind the value.
const COLUMNS: (usize, usize) = (17, 24);

/// What the text is made from.
pub struct Page<'a> {
    pub article: &'a Article,
    pub dict: &'a Dict,
    pub analysis: &'a Analysis<'a>,
    pub paint: Paint,
    /// First byte of each line.
    lines: Vec<usize>,
    index: CharIndex<'a>,
    tried: Tried<'a>,
}

/// What was tried and found, by where it stands.
struct Tried<'a> {
    /// For each sentence.
    attempts: Vec<Vec<&'a Attempt>>,
    /// The sentences in which something was tried of which more than the first word stands there.
    telling: Vec<usize>,
    /// Sentence, trigger and rule of an attempt → the events it made.
    events: HashMap<(usize, Span, &'a str), Vec<&'a Event>>,
    /// Sentence and who leaves in it.
    leaving: HashSet<(usize, &'a str)>,
}

impl<'a> Tried<'a> {
    fn of(events: &'a Events, sentences: usize) -> Self {
        let mut tried = Self {
            attempts: vec![Vec::new(); sentences],
            telling: Vec::new(),
            events: HashMap::new(),
            leaving: HashSet::new(),
        };
        for attempt in &events.attempts {
            tried.attempts[attempt.sentence].push(attempt);
        }
        tried.telling = (0..sentences)
            .filter(|&s| tried.attempts[s].iter().any(|attempt| is_telling(attempt)))
            .collect();
        for event in &events.found {
            let key = (event.sentence, event.trigger, event.rule.as_str());
            tried.events.entry(key).or_default().push(event);
            tried.leaving.insert((event.sentence, &event.person.text));
        }
        tried
    }
}

/// Whether an attempt is worth telling from afar: a wording of which only the first word is there stands in most
/// sentences.
pub fn is_telling(attempt: &Attempt) -> bool {
    attempt.failed != Some(NO_MATCH)
}

impl<'a> Page<'a> {
    pub fn new(
        article: &'a Article,
        dict: &'a Dict,
        analysis: &'a Analysis<'a>,
        paint: Paint,
    ) -> Self {
        let breaks = article.text.match_indices('\n').map(|(i, _)| i + 1);
        Self {
            article,
            dict,
            analysis,
            paint,
            lines: std::iter::once(0).chain(breaks).collect(),
            index: CharIndex::new(&article.text),
            tried: Tried::of(&analysis.events, analysis.sentences.len()),
        }
    }

    /// A text in the script of the sentences' views: simplified.
    pub fn plain(&self, text: &str) -> String {
        let script = &self.dict.script;
        match script.is_traditional(&self.article.text) {
            true => script.simplified(text),
            false => script.without_glyphs(text),
        }
    }

    /// Tells everything, or what touches `line`.
    pub fn tell(&self, line: Option<usize>, all: bool, out: &mut dyn Write) -> io::Result<()> {
        self.heading(out)?;
        let shown: Vec<usize> = (0..self.analysis.sentences.len())
            .filter(|&s| line.is_none_or(|line| self.lines_of(s).contains(&line)))
            .collect();
        if let (Some(line), true) = (line, shown.is_empty()) {
            writeln!(
                out,
                "line {line} belongs to no sentence: it is empty, a header or page furniture"
            )?;
        }
        let mut folded = 0;
        for &s in &shown {
            if !all && line.is_none() && self.attempts(s).next().is_none() {
                folded += 1;
                continue;
            }
            self.fold(folded, out)?;
            folded = 0;
            self.sentence(s, out)?;
        }
        self.fold(folded, out)?;
        let touched =
            |record: &&Record| line.is_none() || shown.iter().any(|&s| self.is_told_in(record, s));
        self.records(self.analysis.records.iter().filter(touched), out)
    }

    /// The article's name, its title and date, and how much there is.
    pub fn heading(&self, out: &mut dyn Write) -> io::Result<()> {
        let Article { source, title, .. } = self.article;
        let name = if source.is_empty() { "text" } else { source };
        let published = match self.analysis.published {
            Some(date) => format!("published {date}"),
            None => "no publication date".to_owned(),
        };
        let title = title
            .as_ref()
            .map(|title| format!(", “{title}”"))
            .unwrap_or_default();
        let (sentences, records) = (self.analysis.sentences.len(), self.analysis.records.len());
        let sentences = counted(sentences, "sentence");
        let records = counted(records, "record");
        writeln!(
            out,
            "{}: {published}{title}, {sentences}, {records}\n",
            self.paint.bold(name)
        )
    }

    fn fold(&self, sentences: usize, out: &mut dyn Write) -> io::Result<()> {
        if sentences == 0 {
            return Ok(());
        }
        let text = format!(
            "… {} in which nothing was tried (--all shows more)",
            counted(sentences, "sentence")
        );
        writeln!(out, "{}\n", self.paint.dim(&text))
    }

    /// A sentence, its mentions, and what was tried.
    pub fn sentence(&self, s: usize, out: &mut dyn Write) -> io::Result<()> {
        self.text_and_row(s, out)?;
        let mut failures: Vec<(&str, Vec<String>)> = Vec::new();
        for attempt in self.attempts(s) {
            let Some(failed) = attempt.failed else {
                continue;
            };
            match failures.iter_mut().find(|(why, _)| *why == failed) {
                Some((_, rules)) => rules.push(self.rule(attempt)),
                None => failures.push((failed, vec![self.rule(attempt)])),
            }
        }
        for attempt in self.attempts(s).filter(|attempt| attempt.failed.is_none()) {
            writeln!(out, "   {} {}", self.paint.good("✓"), self.rule(attempt))?;
            for event in self.events(attempt) {
                self.event(event, out)?;
            }
        }
        for (why, rules) in failures {
            writeln!(
                out,
                "   {} {}: {why}",
                self.paint.bad("✗"),
                rules.join(", ")
            )?;
        }
        writeln!(out)
    }

    pub fn text_and_row(&self, s: usize, out: &mut dyn Write) -> io::Result<()> {
        let sentence = &self.analysis.sentences[s];
        let text = sentence
            .span
            .of(&self.article.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let kind = if sentence.is_heading {
            " (heading)"
        } else {
            ""
        };
        writeln!(
            out,
            "{}: {}{}",
            self.lines_of(s).start,
            self.paint.bold(&text),
            self.paint.dim(kind)
        )?;
        let entities = self.analysis.entities;
        let words = entities
            .row(s)
            .iter()
            .map(|m| row::word(m, entities, self.dict));
        writeln!(out, "{}", self.paint.dim(&columns::wrap(words, 3)))
    }

    /// The rule with its column, which tells two 离职 of one sentence apart.
    fn rule(&self, attempt: &Attempt) -> String {
        format!(
            "{} {}",
            attempt.rule,
            self.paint.dim(&self.place(attempt.span))
        )
    }

    fn event(&self, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        let weak = if event.weak {
            ", presupposed or in a heading"
        } else {
            ""
        };
        let (status, change) = (record::name(event.status), record::name(event.change));
        writeln!(
            out,
            "     {status}, {change}, confidence {:.2}{weak}",
            event.confidence
        )?;
        let mut field = |field: Field, value: &Value, more: &str| {
            let place = format!("{} {}{more}", self.place(value.span), value.rule);
            self.field(&record::name(field), &value.text, &place, out)
        };
        field(Field::Person, &event.person, "")?;
        for role in &event.roles {
            field(Field::FormerRole, role, "")?;
        }
        if let Some((company, _)) = &event.company {
            field(Field::Company, company, "")?;
        }
        let rest = [
            (Field::Reason, &event.reason),
            (Field::Destination, &event.destination),
            (Field::DestinationRole, &event.destination_role),
            (Field::Successor, &event.successor),
        ];
        for (name, value) in rest {
            if let Some(value) = value {
                field(name, value, "")?;
            }
        }
        if let Some(text) = &event.date_text {
            let date = event
                .date
                .map_or("unresolved".to_owned(), |date| date.to_string());
            field(Field::Date, text, &format!(" = {date}"))?;
        }
        Ok(())
    }

    fn field(&self, name: &str, value: &str, place: &str, out: &mut dyn Write) -> io::Result<()> {
        let (name, value) = (
            columns::pad(name, COLUMNS.0),
            columns::pad(value, COLUMNS.1),
        );
        writeln!(out, "       {name} {value} {}", self.paint.dim(place))
    }

    /// The records with their evidence.
    pub fn records<'r>(
        &self,
        records: impl Iterator<Item = &'r Record>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut none = true;
        for record in records {
            none = false;
            let Record {
                person,
                status,
                change_type,
                confidence,
                ..
            } = record;
            let (change, state) = (record::name(*change_type), record::name(*status));
            let kept = if is_written(*status) {
                ""
            } else {
                ", written only with --status"
            };
            writeln!(
                out,
                "record {}: {state}, {change}, confidence {confidence:.2}{kept}",
                self.paint.bold(person)
            )?;
            writeln!(out, "     {}", Bracketed::of(record))?;
            for evidence in &record.evidence {
                if evidence.field != Field::Sentence {
                    self.evidence(evidence, out)?;
                }
            }
        }
        if none {
            writeln!(out, "no record")?;
        }
        writeln!(out)
    }

    fn evidence(&self, evidence: &Evidence, out: &mut dyn Write) -> io::Result<()> {
        let Evidence {
            field,
            start,
            end,
            text,
            rules,
        } = evidence;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = format!("{start}–{end} {}", rules.join(", "));
        self.field(&record::name(*field), &text, &place, out)
    }

    /// What was tried in a sentence.
    pub fn attempts(&self, s: usize) -> impl Iterator<Item = &'a Attempt> {
        self.tried.attempts[s].iter().copied()
    }

    /// The events that an attempt made, as [`Events::of`] gives them.
    pub fn events<'s>(&'s self, attempt: &'s Attempt) -> impl Iterator<Item = &'a Event> {
        let key = (attempt.sentence, attempt.span, attempt.rule.as_str());
        self.tried.events.get(&key).into_iter().flatten().copied()
    }

    /// The nearest sentences behind and before one in which something telling was tried.
    pub fn nearest(&self, s: usize) -> impl Iterator<Item = usize> {
        let telling = &self.tried.telling;
        let behind = telling.partition_point(|&other| other <= s);
        let before = telling.partition_point(|&other| other < s);
        let behind = telling.get(behind).copied();
        behind.into_iter().chain(telling[..before].last().copied())
    }

    /// The lines that a sentence touches, from 1.
    pub fn lines_of(&self, s: usize) -> Range<usize> {
        let span = self.analysis.sentences[s].span;
        self.line(span.start)..self.line(span.end.saturating_sub(1)) + 1
    }

    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    /// line:column, both from 1.
    pub fn place(&self, span: Span) -> String {
        let line = self.line(span.start);
        let column = self.index.char_of(span.start) - self.index.char_of(self.lines[line - 1]) + 1;
        format!("{line}:{column}")
    }

    /// Whether an event in a sentence has gone into a record.
    fn is_told_in(&self, record: &Record, s: usize) -> bool {
        self.tried
            .leaving
            .contains(&(s, self.plain(&record.person).as_str()))
    }
}

/// Whether `quliu extract` writes records with this status unless told otherwise.
pub fn is_written(status: Status) -> bool {
    status.is_asserted() || status == Status::Historical
}
