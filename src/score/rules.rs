//! What was tried and read in the scored articles → how each trigger, wording and recogniser does.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::tally::Verdict;
use crate::Analysis;
use crate::dict::Dict;
use crate::record::{Evidence, Field};

/// What one article leaves of its analysis for the report.
#[derive(Debug, Default)]
pub struct Trace {
    /// Trigger or wording, and whether it made an event.
    attempts: Vec<(String, bool)>,
    /// The evidence of each record.
    records: Vec<Vec<Evidence>>,
}

impl From<&Analysis<'_>> for Trace {
    fn from(analysis: &Analysis) -> Self {
        let attempts = analysis.events.attempts.iter();
        let records = analysis.records.iter();
        Trace {
            attempts: attempts
                .map(|attempt| (attempt.rule.clone(), attempt.failed.is_none()))
                .collect(),
            records: records.map(|record| record.evidence.clone()).collect(),
        }
    }
}

/// How the rules did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Every rule that was tried or that read something: most wrong records first, then most found.
    pub rules: Vec<Row>,
    /// Triggers of the dictionaries that stand in none of the articles.
    pub dead_triggers: Vec<String>,
    /// Wordings of the dictionaries whose first word stands in none of the articles.
    pub dead_wordings: Vec<String>,
}

/// How one rule did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its name, as in `evidence.rules`.
    pub rule: String,
    /// What it is.
    pub kind: Kind,
    /// How often it was tried; `None` for a recogniser, which only reads what others found.
    pub tried: Option<usize>,
    /// How often it told a departure; of a recogniser, the records in which it read a field.
    pub found: usize,
    /// Records it had a part in whose person and company are right.
    pub right: usize,
    /// Those whose person or company is wrong.
    pub wrong: usize,
    /// Right ones in which no other rule found the person (of a recogniser: read the same field).
    pub only: usize,
}

/// The kinds of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A word of `dict/trigger.tsv`.
    Trigger,
    /// A wording of `dict/rules`.
    Wording,
    /// Code that reads a field.
    Recogniser,
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Trigger => "trigger",
            Kind::Wording => "wording",
            Kind::Recogniser => "recogniser",
        }
    }

    fn of(rule: &str, dict: &Dict) -> Self {
        if dict.terms.get(rule).is_some_and(|t| t.trigger.is_some()) {
            Kind::Trigger
        } else if dict.wordings.iter().any(|wording| wording.name == rule) {
            Kind::Wording
        } else {
            Kind::Recogniser
        }
    }
}

/// Counts over all articles; `traces` are in the order in which the articles were scored.
pub fn report(verdicts: &[Verdict], traces: &[Trace], dict: &Dict) -> Report {
    let mut table = Table::default();
    for (rule, made) in traces.iter().flat_map(|trace| &trace.attempts) {
        let counts = table.of(rule);
        counts.tried += 1;
        counts.found += usize::from(*made);
    }
    for (number, trace) in traces.iter().enumerate() {
        for (at, evidence) in trace.records.iter().enumerate() {
            let verdict = verdicts
                .iter()
                .find(|verdict| (verdict.document, verdict.prediction) == (number, at));
            table.record(evidence, verdict.map(|verdict| verdict.right));
        }
    }
    let triggers = dict.terms.iter().filter(|(_, term)| term.trigger.is_some());
    let wordings = dict.wordings.iter();
    Report {
        dead_triggers: table.dead(triggers.map(|(surface, _)| surface)),
        dead_wordings: table.dead(wordings.map(|wording| wording.name.as_str())),
        rules: table.rows(dict),
    }
}

/// Counts by rule.
#[derive(Default)]
struct Table(BTreeMap<String, Counts>);

#[derive(Clone, Copy, Default)]
struct Counts {
    tried: usize,
    found: usize,
    records: usize,
    right: usize,
    wrong: usize,
    only: usize,
}

impl Table {
    fn of(&mut self, rule: &str) -> &mut Counts {
        self.0.entry(rule.to_owned()).or_default()
    }

    /// Counts each rule that had a part in a record once; `right` is `None` where the record does not count.
    fn record(&mut self, evidence: &[Evidence], right: Option<bool>) {
        let fields = fields(evidence);
        let rules: BTreeSet<&str> = fields.values().flatten().copied().collect();
        let finders = fields.get(&Field::Person);
        for rule in rules {
            let alone = |rules: &BTreeSet<&str>| rules.len() == 1 && rules.contains(rule);
            let only = match finders.filter(|finders| finders.contains(rule)) {
                Some(finders) => alone(finders),
                None => fields.values().any(alone),
            };
            let counts = self.of(rule);
            counts.records += 1;
            counts.right += usize::from(right == Some(true));
            counts.wrong += usize::from(right == Some(false));
            counts.only += usize::from(right == Some(true) && only);
        }
    }

    fn dead<'a>(&self, rules: impl Iterator<Item = &'a str>) -> Vec<String> {
        let dead: BTreeSet<&str> = rules.filter(|rule| !self.0.contains_key(*rule)).collect();
        dead.into_iter().map(str::to_owned).collect()
    }

    fn rows(self, dict: &Dict) -> Vec<Row> {
        let row = |(rule, counts): (String, Counts)| Row {
            kind: Kind::of(&rule, dict),
            tried: (counts.tried > 0).then_some(counts.tried),
            found: match counts.tried {
                0 => counts.records,
                _ => counts.found,
            },
            right: counts.right,
            wrong: counts.wrong,
            only: counts.only,
            rule,
        };
        let mut rows: Vec<Row> = self.0.into_iter().map(row).collect();
        // Stable: what is equal stays in the order of the names.
        rows.sort_by_key(|row| std::cmp::Reverse((row.wrong, row.found)));
        rows
    }
}

/// The rules that read each field. The sentence repeats the rule that found the person.
fn fields(evidence: &[Evidence]) -> BTreeMap<Field, BTreeSet<&str>> {
    let mut fields: BTreeMap<Field, BTreeSet<&str>> = BTreeMap::new();
    for evidence in evidence.iter().filter(|e| e.field != Field::Sentence) {
        let rules = evidence.rules.iter().map(String::as_str);
        fields.entry(evidence.field).or_default().extend(rules);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn trace(text: &str, dict: &Dict) -> Trace {
        crate::analyse(&Article::from_text(text), dict, |analysis| {
            Trace::from(&analysis)
        })
    }

    fn verdict(document: usize, right: bool) -> Verdict {
        Verdict {
            document,
            prediction: 0,
            right,
            confidence: None,
        }
    }

    fn row(report: &Report, rule: &str) -> (Option<usize>, usize, usize, usize, usize) {
        let row = report.rules.iter().find(|row| row.rule == rule);
        let row = row.unwrap_or_else(|| panic!("{rule} is not in {report:?}"));
        (row.tried, row.found, row.right, row.wrong, row.only)
    }

    #[test]
    fn a_rule_is_credited_with_the_records_it_had_a_part_in() {
        let dict = Dict::load(&[]).unwrap();
        let traces = [
            trace("栖木汽车总裁卢森川辞职。高管已辞职。", &dict),
            trace("栖木汽车总裁邬晚晴辞职。随后邬晚晴离职。", &dict),
            trace("栖木汽车总裁丁鹤亭离职。", &dict),
        ];
        let verdicts = [verdict(0, true), verdict(1, true), verdict(2, false)];
        let report = report(&verdicts, &traces, &dict);
        assert_eq!(row(&report, "辞职"), (Some(3), 2, 2, 0, 1));
        assert_eq!(row(&report, "离职"), (Some(2), 2, 1, 1, 0));
        assert_eq!(row(&report, "company_before_person").0, None);
        assert_eq!(report.rules[0].wrong, 1);
        assert!(report.dead_triggers.contains(&"退休".to_owned()));
        assert!(!report.dead_triggers.contains(&"辞职".to_owned()));
        assert_eq!(report.dead_wordings.len(), dict.wordings.len());
    }

    #[test]
    fn the_kind_is_that_of_the_dictionary() {
        let dict = Dict::load(&[]).unwrap();
        assert_eq!(Kind::of("辞职", &dict), Kind::Trigger);
        assert_eq!(Kind::of(&dict.wordings[0].name, &dict), Kind::Wording);
        assert_eq!(Kind::of("company_before_person", &dict), Kind::Recogniser);
    }
}
