//! Record → the sentence that tells it, with its fields in brackets.

use std::collections::HashMap;

use super::compare::values;
use super::{Bracketed, Role};
use crate::record::{self, Evidence, Field, Record, Status};

impl Bracketed {
    /// The sentence of a record with the fields in brackets. Behind it stand the fields that were read elsewhere
    /// or overlap with others, and a status that is not `completed`.
    ///
    /// ```
    /// use quliu::{Article, Dict, bracket::Bracketed};
    ///
    /// let dict = Dict::load(&[])?;
    /// let records = quliu::extract(&Article::from_text("栖木汽车首席设计师卢森川离职。"), &dict);
    /// let bracketed = Bracketed::of(&records[0]).to_string();
    /// assert_eq!(bracketed, "[栖木汽车]company[首席设计师]former_role[卢森川]person离职。");
    /// # Ok::<(), quliu::Error>(())
    /// ```
    pub fn of(record: &Record) -> Bracketed {
        let mut rows = rows(record);
        rows.sort_by_key(|row| (row.start, std::cmp::Reverse(row.end)));
        let offsets: Vec<usize> = record
            .sentence
            .char_indices()
            .map(|(i, _)| i)
            .chain([record.sentence.len()])
            .collect();
        let first = record
            .evidence
            .iter()
            .find(|e| e.field == Field::Sentence)
            .map_or(0, |e| e.start);
        let byte = |at: usize| at.checked_sub(first).and_then(|n| offsets.get(n)).copied();
        let mut bracketed = Bracketed::default();
        let mut told = Vec::new();
        let mut elsewhere = Vec::new();
        let mut at = 0;
        for row in rows {
            let inside = byte(row.start).zip(byte(row.end));
            match inside
                .filter(|(start, end)| at <= *start && record.sentence[*start..*end] == *row.words)
            {
                Some((start, end)) => {
                    bracketed.text.push_str(&record.sentence[at..start]);
                    told.push((row.role, row.value.clone()));
                    bracketed.push(row.words, row.role, row.differing());
                    at = end;
                }
                None => elsewhere.push(row),
            }
        }
        bracketed.text.push_str(&record.sentence[at..]);
        for row in elsewhere {
            let key = (row.role, row.value.clone());
            if !told.contains(&key) {
                bracketed.text.push_str(" … ");
                bracketed.push(row.words, row.role, row.differing());
                told.push(key);
            }
        }
        if record.status != Status::Completed {
            bracketed.text.push(' ');
            bracketed.push("", Role::Status, Some(record::name(record.status)));
        }
        bracketed
    }
}

/// Evidence of a field with the value that was read from it.
struct Row<'a> {
    role: Role,
    start: usize,
    end: usize,
    words: &'a str,
    value: String,
}

impl Row<'_> {
    /// The value, unless the words say the same.
    fn differing(&self) -> Option<String> {
        Some(self.value.clone()).filter(|value| value != self.words)
    }
}

fn rows(record: &Record) -> Vec<Row<'_>> {
    let mut seen: HashMap<Field, usize> = HashMap::new();
    let mut rows = Vec::new();
    for evidence in &record.evidence {
        let Some(role) = role(evidence.field) else {
            continue;
        };
        let n = seen.entry(evidence.field).or_default();
        rows.push(Row {
            role,
            start: evidence.start,
            end: evidence.end,
            words: &evidence.text,
            value: value(role, record, evidence, *n),
        });
        *n += 1;
    }
    rows
}

/// What was read from the `n`-th evidence of a field.
fn value(role: Role, record: &Record, evidence: &Evidence, n: usize) -> String {
    let values = values(role, record);
    let same = values.iter().find(|v| **v == evidence.text);
    // Posts are told in the order of their evidence; all other fields hold one value.
    let value = match role {
        Role::FormerRole => same.or_else(|| values.get(n)),
        Role::Date => values.first(),
        _ => same.or_else(|| values.first()),
    };
    value.unwrap_or(&evidence.text).clone()
}

fn role(field: Field) -> Option<Role> {
    match field {
        Field::Person => Some(Role::Person),
        Field::FormerRole => Some(Role::FormerRole),
        Field::Company => Some(Role::Company),
        Field::Reason => Some(Role::Reason),
        Field::Destination => Some(Role::Destination),
        Field::DestinationRole => Some(Role::DestinationRole),
        Field::Date => Some(Role::Date),
        Field::Successor => Some(Role::Successor),
        Field::Sentence => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(text: &str, field: Field, words: &str) -> Evidence {
        let byte = text.find(words).expect("in the text");
        let start = text[..byte].chars().count();
        Evidence {
            field,
            start,
            end: start + words.chars().count(),
            text: words.to_owned(),
            rules: Vec::new(),
        }
    }

    #[test]
    fn a_record_is_told_by_its_sentence_and_what_was_read_elsewhere() {
        let text = "阿里消息。张三[图]昨日离职。";
        let record = serde_json::json!({
            "person": "张三", "company": "阿里巴巴", "source": "", "status": "rumoured",
            "date": "2025-03-09", "date_text": "昨日", "sentence": "张三[图]昨日离职。",
        });
        let mut record: Record =
            serde_json::from_value(record).expect("all other fields have a default");
        record.evidence = vec![
            evidence(text, Field::Person, "张三"),
            evidence(text, Field::Company, "阿里"),
            evidence(text, Field::Date, "昨日"),
            evidence(text, Field::Sentence, "张三[图]昨日离职。"),
        ];
        let bracketed = Bracketed::of(&record);
        let notation = r"[张三]person\[图\][昨日|2025-03-09]date离职。 … [阿里|阿里巴巴]company [|rumoured]status";
        assert_eq!(bracketed.to_string(), notation);
        assert_eq!(notation.parse::<Bracketed>(), Ok(bracketed));
    }
}
