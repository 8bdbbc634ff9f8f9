//! Bracketed example, Record → what the records lack of what the brackets say.

use std::fmt;

use super::{Bracketed, Mark, Role};
use crate::record::{self, Field, Record};

/// Something that the brackets say and no record has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub role: Role,
    /// What the brackets say.
    pub expected: String,
    /// What the record has instead; empty for nothing.
    pub found: Vec<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = match self.found.as_slice() {
            [] => "nothing".to_owned(),
            found => found.join("、"),
        };
        write!(f, "expected {} {}, found {found}", self.role, self.expected)
    }
}

impl Bracketed {
    /// What the brackets say and the records do not.
    ///
    /// Every person in brackets must have a record; all other fields must be found in that record, or with several
    /// people in one of theirs. A field that holds more than the brackets say is no difference.
    ///
    /// ```
    /// use quliu::{Article, Dict, bracket::Bracketed};
    ///
    /// let dict = Dict::load(&[])?;
    /// let example: Bracketed = "[栖木汽车]company[首席设计师]former_role[卢森川]person离职。".parse().expect("sound");
    /// let records = quliu::extract(&Article::from_text(&example.text), &dict);
    /// assert!(example.compare(&records).is_empty());
    ///
    /// let wrong: Bracketed = "栖木汽车[设计师]former_role[卢森川]person离职。".parse().expect("sound");
    /// let difference = &wrong.compare(&records)[0];
    /// assert_eq!(difference.to_string(), "expected former_role 设计师, found 首席设计师");
    /// # Ok::<(), quliu::Error>(())
    /// ```
    pub fn compare(&self, records: &[Record]) -> Vec<Difference> {
        let mut differences = Vec::new();
        let mut chosen: Vec<&Record> = Vec::new();
        for mark in self.of_role(Role::Person) {
            let same = records.iter().filter(|r| self.holds(mark, r));
            match same.min_by_key(|r| self.lacking(&[r]).count()) {
                Some(record) => chosen.push(record),
                None => differences.push(self.difference(mark, records.iter())),
            }
        }
        if self.of_role(Role::Person).next().is_none() {
            chosen.extend(records.iter().min_by_key(|r| self.lacking(&[r]).count()));
        }
        // Without the person, nothing tells which record the other fields should be in.
        if differences.is_empty() {
            let lacking = self.lacking(&chosen);
            differences.extend(lacking.map(|mark| self.difference(mark, chosen.iter().copied())));
        }
        differences
    }

    /// The marks, other than those of people, that none of the records holds.
    fn lacking<'a>(&'a self, records: &'a [&Record]) -> impl Iterator<Item = &'a Mark> {
        let others = self
            .marks
            .iter()
            .filter(|mark| mark.role.is_field() && mark.role != Role::Person);
        others.filter(move |mark| !records.iter().any(|record| self.holds(mark, record)))
    }

    fn difference<'a>(&self, mark: &Mark, records: impl Iterator<Item = &'a Record>) -> Difference {
        let mut found: Vec<String> = records
            .flat_map(|record| values(mark.role, record))
            .collect();
        found.dedup();
        Difference {
            role: mark.role,
            expected: self.expected(mark),
            found,
        }
    }

    fn holds(&self, mark: &Mark, record: &Record) -> bool {
        if values(mark.role, record).contains(&self.expected(mark)) {
            return true;
        }
        // The record has the canonical name, or the resolved date, of the words.
        let field = match mark.role {
            Role::Company => Field::Company,
            Role::Destination => Field::Destination,
            Role::Date => Field::Date,
            _ => return false,
        };
        let read = |e: &record::Evidence| e.field == field && e.text == self.words(mark);
        mark.value.is_none() && record.evidence.iter().any(read)
    }
}

/// What a record holds in a field.
pub(super) fn values(role: Role, record: &Record) -> Vec<String> {
    let one = |value: &Option<String>| value.iter().cloned().collect();
    match role {
        Role::Person => vec![record.person.clone()],
        Role::FormerRole => record.former_role.clone(),
        Role::Company => one(&record.company),
        Role::Reason => one(&record.reason),
        Role::Destination => one(&record.destination),
        Role::DestinationRole => one(&record.destination_role),
        Role::Date => record
            .date
            .iter()
            .chain(&record.date_text)
            .cloned()
            .collect(),
        Role::Status => vec![record::name(record.status)],
        Role::ChangeType => vec![record::name(record.change_type)],
        Role::Successor => one(&record.successor),
        Role::Trigger | Role::Join => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Evidence, Status};

    fn record(person: &str, posts: &[&str], company: &str) -> Record {
        let empty = serde_json::json!({"person": person, "company": company, "source": "", "former_role": posts});
        serde_json::from_value(empty).expect("all other fields have a default")
    }

    fn differences(example: &str, records: &[Record]) -> Vec<String> {
        let example: Bracketed = example.parse().expect("sound");
        example
            .compare(records)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn what_is_not_in_brackets_is_not_compared() {
        let found = [record("张三", &["总裁", "董事"], "甲公司")];
        assert!(differences("甲公司[总裁]former_role[张三]person[离职]trigger", &found).is_empty());
    }

    #[test]
    fn fields_of_two_records_do_not_make_one() {
        let found = [
            record("张三", &[], "甲公司"),
            record("李四", &["总裁"], "乙公司"),
        ];
        let expected = ["expected former_role 总裁, found nothing"];
        assert_eq!(
            differences("[甲公司]company[总裁]former_role[张三]person离职", &found),
            expected
        );
    }

    #[test]
    fn people_share_what_stands_around_them() {
        let found = [
            record("张三", &["总裁"], "甲公司"),
            record("李四", &["董事"], "甲公司"),
        ];
        let example =
            "[甲公司]company[总裁]former_role[张三]person、[董事]former_role[李四]person离职";
        assert!(differences(example, &found).is_empty());
    }

    #[test]
    fn a_missing_person_is_told_with_those_found() {
        assert_eq!(
            differences("[张三]person离职", &[]),
            ["expected person 张三, found nothing"]
        );
        let found = [record("李四", &[], "甲公司")];
        assert_eq!(
            differences("[张三]person离职", &found),
            ["expected person 张三, found 李四"]
        );
    }

    #[test]
    fn a_canonical_name_is_right_if_it_was_read_from_the_words() {
        let mut found = record("张三", &[], "阿里巴巴");
        let example = "[阿里]company[张三]person离职";
        assert_eq!(differences(example, std::slice::from_ref(&found)).len(), 1);
        found.evidence.push(Evidence {
            field: Field::Company,
            start: 0,
            end: 2,
            text: "阿里".to_owned(),
            rules: Vec::new(),
        });
        assert!(differences(example, std::slice::from_ref(&found)).is_empty());
        let example = "[阿里|支付宝]company[张三]person离职";
        assert_eq!(
            differences(example, &[found]),
            ["expected company 支付宝, found 阿里巴巴"]
        );
    }

    #[test]
    fn a_status_is_compared_by_its_name() {
        let found = Record {
            status: Status::Rumoured,
            ..record("张三", &[], "甲公司")
        };
        assert_eq!(
            differences("[张三]person[将|planned]status离职", &[found]),
            ["expected status planned, found rumoured"]
        );
    }
}
