//! Text with brackets → the text without them, and what each bracket says its words do.
//!
//! The notation of dictionary examples, tests and failure messages:
//!
//! ```text
//! [阿里]company[副总裁]former_role[张三]person昨日[离职]trigger
//! ```
//!
//! * `[words]role`: the words play this role; the roles are the fields of the record, and `trigger` and `join`,
//!   which only mark a word. A role may occur several times: several posts, several people.
//! * `[words|value]role`: the field holds `value`, which is not what the text says (`[阿里|阿里巴巴]company`,
//!   `[昨日|2025-03-09]date`). `[|value]role` marks no words at all (`[|planned]status`).
//! * A backslash before `[`, `]`, `|` or a backslash takes it as it is; one behind a role ends the name of the role
//!   before small letters of the text (`[张三]person\iPhone`).
//!
//! ```
//! use quliu::bracket::{Bracketed, Role};
//!
//! let example: Bracketed = "[阿里|阿里巴巴]company的[张三]person[离职]trigger".parse()?;
//! assert_eq!(example.text, "阿里的张三离职");
//! assert_eq!(example.marks[0].role, Role::Company);
//! assert_eq!(example.expected(&example.marks[0]), "阿里巴巴");
//! assert_eq!(example.words(&example.marks[2]), "离职");
//! assert_eq!(example.to_string(), "[阿里|阿里巴巴]company的[张三]person[离职]trigger");
//! # Ok::<(), quliu::bracket::BracketError>(())
//! ```

use std::fmt;
use std::str::FromStr;

use clap::ValueEnum;

use crate::record::{self, ChangeType, Status};
use crate::span::Span;
use crate::view::View;

mod compare;
mod render;

pub use compare::Difference;

/// A text and the roles of stretches of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bracketed {
    /// The text without brackets.
    pub text: String,
    /// What the brackets say, in the order of the text.
    pub marks: Vec<Mark>,
}

/// What one bracket says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What the words do.
    pub role: Role,
    /// The words; empty where only the value is given.
    pub span: Span,
    /// The value of the field, where it is not the words themselves.
    pub value: Option<String>,
}

/// What bracketed words do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
#[value(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Role {
    Person,
    FormerRole,
    Company,
    Reason,
    Destination,
    DestinationRole,
    Date,
    Status,
    ChangeType,
    Successor,
    /// Marks the word that tells the departure; not a field.
    Trigger,
    /// Marks the word that tells the destination; not a field.
    Join,
}

impl Role {
    /// Whether a record has a field of this name.
    pub fn is_field(self) -> bool {
        !matches!(self, Role::Trigger | Role::Join)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&record::name(*self))
    }
}

/// A bracket that cannot be read: where, what, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("character {at}: {problem}")]
pub struct BracketError {
    /// The character of the notation at which the bracket opens, from 1.
    pub at: usize,
    /// What is wrong and what to do about it.
    pub problem: String,
}

impl Bracketed {
    /// The words of a mark, as the text has them.
    pub fn words(&self, mark: &Mark) -> &str {
        mark.span.of(&self.text)
    }

    /// What the field of a mark should hold: its value, else its words in normal form.
    pub fn expected(&self, mark: &Mark) -> String {
        match &mark.value {
            Some(value) => value.clone(),
            None => View::of(&self.text, mark.span).text,
        }
    }

    /// The marks of a role.
    pub fn of_role(&self, role: Role) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.role == role)
    }

    /// Appends words, and brackets around them.
    fn push(&mut self, words: &str, role: Role, value: Option<String>) {
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.marks.push(Mark { role, span, value });
    }
}

impl FromStr for Bracketed {
    type Err = BracketError;

    fn from_str(notation: &str) -> Result<Self, BracketError> {
        let mut reader = Reader {
            rest: notation,
            at: 1,
        };
        let mut read = Bracketed::default();
        while !reader.rest.is_empty() {
            let start = reader.at;
            match reader.next() {
                Some(Sign::Open) => reader
                    .bracket(&mut read)
                    .map_err(|problem| BracketError { at: start, problem })?,
                Some(Sign::Close) => {
                    let problem =
                        "`]` closes nothing: put a `[` before it, or write \\]".to_owned();
                    return Err(BracketError { at: start, problem });
                }
                Some(Sign::Bar) => read.text.push('|'),
                Some(Sign::Char(c)) => read.text.push(c),
                None => {}
            }
        }
        Ok(read)
    }
}

/// A character of the notation.
enum Sign {
    Open,
    Close,
    Bar,
    Char(char),
}

/// What is still to be read, and the number of its first character.
struct Reader<'a> {
    rest: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Sign> {
        let mut sign = match self.char()? {
            '[' => Sign::Open,
            ']' => Sign::Close,
            '|' => Sign::Bar,
            c => Sign::Char(c),
        };
        if matches!(sign, Sign::Char('\\')) && self.rest.starts_with(['[', ']', '|', '\\']) {
            sign = Sign::Char(self.char()?);
        }
        Some(sign)
    }

    fn char(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        self.at += 1;
        Some(c)
    }

    /// Reads what follows an opening bracket.
    fn bracket(&mut self, read: &mut Bracketed) -> Result<(), String> {
        let (words, value) = self.inside()?;
        let name = self.name();
        let role = Role::from_str(&name, false).map_err(|_| no_role(&words, &name))?;
        if words.is_empty() && value.is_none() {
            return Err(format!(
                "`[]{role}` is empty: put the words between the brackets"
            ));
        }
        let coded = match role {
            Role::Status => Some(choices::<Status>()),
            Role::ChangeType => Some(choices::<ChangeType>()),
            _ => None,
        };
        if let Some(choices) = coded
            && !value.as_ref().is_some_and(|v| choices.contains(v))
        {
            return Err(format!(
                "`[{words}]{role}` needs its value, as in [{words}|{}]{role}: one of {}",
                choices[0],
                choices.join(", ")
            ));
        }
        read.push(&words, role, value);
        Ok(())
    }

    /// The words up to the closing bracket, and the value behind a bar.
    fn inside(&mut self) -> Result<(String, Option<String>), String> {
        let mut words = String::new();
        let mut value: Option<String> = None;
        loop {
            let c = match self.next() {
                Some(Sign::Close) => return Ok((words, value)),
                Some(Sign::Bar) if value.is_none() => {
                    value = Some(String::new());
                    continue;
                }
                Some(Sign::Bar) => '|',
                Some(Sign::Char(c)) => c,
                Some(Sign::Open) => {
                    return Err(format!(
                        "`[{words}` is not closed before the next `[`: write `]` and a field name behind the words"
                    ));
                }
                None => {
                    return Err(format!(
                        "`[{words}` is not closed: write `]` and a field name behind the words"
                    ));
                }
            };
            value.as_mut().unwrap_or(&mut words).push(c);
        }
    }

    fn name(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| !is_of_name(c))
            .unwrap_or(self.rest.len());
        let name = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        self.at += end;
        let after = self.rest.strip_prefix('\\');
        if after.is_some_and(|after| after.starts_with(is_of_name)) {
            self.char();
        }
        name
    }
}

/// Whether a character may stand in the name of a role.
fn is_of_name(c: char) -> bool {
    c.is_ascii_lowercase() || c == '_'
}

fn no_role(words: &str, name: &str) -> String {
    let roles = choices::<Role>().join(", ");
    match name {
        "" => format!(
            "`[{words}]` names no field: write one behind it ({roles}), or \\[ for a bracket of the text"
        ),
        _ => format!("`{name}` behind `[{words}]` is no field: use one of {roles}"),
    }
}

fn choices<T: ValueEnum>() -> Vec<String> {
    T::value_variants()
        .iter()
        .map(|v| record::name(v.clone()))
        .collect()
}

impl fmt::Display for Bracketed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut at = 0;
        for (i, mark) in self.marks.iter().enumerate() {
            let Mark { role, span, value } = mark;
            let before = &self.text[at..span.start];
            let words = span.of(&self.text);
            write!(f, "{}[{}", Escaped(before), Escaped(words))?;
            if let Some(value) = value {
                write!(f, "|{}", Escaped(value))?;
            }
            write!(f, "]{role}")?;
            at = span.end;
            let next = self.marks.get(i + 1).map(|next| next.span.start);
            if next != Some(at) && self.text[at..].starts_with(is_of_name) {
                f.write_str("\\")?;
            }
        }
        write!(f, "{}", Escaped(&self.text[at..]))
    }
}

/// Text of which no character is read as notation.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if matches!(c, '[' | ']' | '|' | '\\') {
                f.write_str("\\")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(notation: &str) -> Bracketed {
        notation
            .parse()
            .unwrap_or_else(|e| panic!("{notation}: {e}"))
    }

    fn problem(notation: &str) -> String {
        notation
            .parse::<Bracketed>()
            .expect_err(notation)
            .to_string()
    }

    #[test]
    fn brackets_leave_the_text_and_their_words() {
        let example = read("[阿里巴巴]company[副总裁]former_role[张三]person昨日[离职]trigger。");
        assert_eq!(example.text, "阿里巴巴副总裁张三昨日离职。");
        let marks: Vec<_> = example
            .marks
            .iter()
            .map(|m| (m.role, example.words(m)))
            .collect();
        assert_eq!(
            marks,
            [
                (Role::Company, "阿里巴巴"),
                (Role::FormerRole, "副总裁"),
                (Role::Person, "张三"),
                (Role::Trigger, "离职")
            ]
        );
    }

    #[test]
    fn several_people_and_posts_are_several_marks() {
        let example = read("[董事]former_role、[总裁]former_role[张三]person和[李四]person离职");
        assert_eq!(example.of_role(Role::FormerRole).count(), 2);
        assert_eq!(example.of_role(Role::Person).count(), 2);
    }

    #[test]
    fn words_in_full_width_letters_are_expected_in_normal_form() {
        let example = read("[ＣＥＯ]former_role[张三]person离职");
        assert_eq!(example.expected(&example.marks[0]), "CEO");
    }

    #[test]
    fn a_value_differs_from_the_words_and_may_stand_alone() {
        let example = read("[张三]person[昨日|2025-03-09]date[|planned]status");
        assert_eq!(example.text, "张三昨日");
        assert_eq!(example.expected(&example.marks[1]), "2025-03-09");
        assert_eq!(example.words(&example.marks[2]), "");
    }

    #[test]
    fn escaped_brackets_belong_to_the_text() {
        let example = read(r"公告\[2025\]号|[张\|三]person辞职\a");
        assert_eq!(example.text, r"公告[2025]号|张|三辞职\a");
        assert_eq!(read(&example.to_string()), example);
    }

    #[test]
    fn small_letters_behind_a_role_are_kept_from_its_name() {
        let example = read(r"[张三]person\iPhone负责人");
        assert_eq!(example.text, "张三iPhone负责人");
        assert_eq!(example.to_string(), r"[张三]person\iPhone负责人");
        assert_eq!(
            read("[张三]person[papi酱]company").to_string(),
            "[张三]person[papi酱]company"
        );
        assert_eq!(read(r"[张三]person\\n").text, r"张三\n");
    }

    #[test]
    fn a_broken_bracket_says_where_and_what_to_write() {
        assert!(problem("昨日[张三离职").starts_with("character 3: `[张三离职` is not closed"));
        assert!(problem("[张三[离职]trigger").starts_with("character 1: `[张三` is not closed"));
        assert!(problem("张三]person离职").contains("closes nothing"));
        assert!(problem("[张三]离职").contains("`[张三]` names no field"));
        assert!(
            problem("[张三]persons离职")
                .contains("`persons` behind `[张三]` is no field: use one of person, former_role")
        );
        assert!(problem("[]person离职").contains("is empty"));
        assert!(problem("[将]status离职").contains("[将|completed]status"));
        assert!(problem("[将|soon]status离职").contains("planned"));
    }
}
