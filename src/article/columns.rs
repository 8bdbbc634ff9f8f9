//! The names of the cells of a list → which of them hold text, title, date and id of the article.

use super::{Article, day};

/// The default names, in order of preference.
const NAMES: &str = include_str!("columns.tsv");

/// The columns asked for; one that is not named is looked for under the usual names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// Holds the text.
    pub text: Option<String>,
    /// Holds the title.
    pub title: Option<String>,
    /// Holds the day of publication.
    pub date: Option<String>,
    /// Holds what tells the article from the others.
    pub id: Option<String>,
}

/// Where the parts of an article stand among the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    pub text: usize,
    pub title: Option<usize>,
    pub date: Option<usize>,
    pub id: Option<usize>,
}

/// The cells of one article.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub text: String,
    pub title: Option<String>,
    pub date: Option<String>,
    pub id: Option<String>,
}

impl Row {
    /// The article; a date that nobody can read is passed over.
    pub fn article(self, source: String) -> Article {
        Article {
            source,
            title: self.title.filter(|title| !title.trim().is_empty()),
            published: self.date.and_then(|date| day::loosely(&date)),
            text: self.text,
            ..Article::default()
        }
    }
}

impl Columns {
    /// Finds the columns among `names`.
    ///
    /// # Errors
    /// There is no column for the text, or one that was asked for is missing: which there are.
    pub fn places<S: AsRef<str>>(&self, names: &[S]) -> Result<Places, String> {
        let find = |asked: &Option<String>, part: &str| match asked {
            Some(name) => {
                let at = position(names, name);
                at.map(Some)
                    .ok_or_else(|| missing(&format!("no column `{name}`"), names, part))
            }
            None => Ok(usual(part).find_map(|name| position(names, name))),
        };
        let places = (
            find(&self.title, "title")?,
            find(&self.date, "date")?,
            find(&self.id, "id")?,
        );
        let text = find(&self.text, "text")?;
        Ok(Places {
            text: text.ok_or_else(|| missing("no column for the text", names, "text"))?,
            title: places.0,
            date: places.1,
            id: places.2,
        })
    }
}

fn usual(part: &str) -> impl Iterator<Item = &'static str> {
    let rows = NAMES.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(move |(of, _)| *of == part)
        .map(|(_, name)| name)
}

fn position<S: AsRef<str>>(names: &[S], name: &str) -> Option<usize> {
    let is_it = |there: &S| there.as_ref().trim().eq_ignore_ascii_case(name);
    names.iter().position(is_it)
}

fn missing<S: AsRef<str>>(what: &str, names: &[S], part: &str) -> String {
    const SHOWN: usize = 12;
    let mut there: Vec<&str> = names
        .iter()
        .map(|n| n.as_ref().trim())
        .take(SHOWN)
        .collect();
    if names.len() > SHOWN {
        there.push("…");
    }
    format!(
        "{what} (there are: {}): name it with --{part}-column",
        there.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_names_are_found_in_any_case() {
        let places = Columns::default()
            .places(&["ID", "标题", "Content", "time"])
            .unwrap();
        assert_eq!(
            places,
            Places {
                text: 2,
                title: Some(1),
                date: Some(3),
                id: Some(0)
            }
        );
    }

    #[test]
    fn the_likelier_name_wins() {
        let places = Columns::default().places(&["content", "text"]).unwrap();
        assert_eq!(places.text, 1);
    }

    #[test]
    fn a_column_asked_for_must_be_there() {
        let asked = Columns {
            text: Some("稿件".into()),
            ..Columns::default()
        };
        assert_eq!(asked.places(&["稿件"]).unwrap().text, 0);
        let problem = asked.places(&["text", "b"]).unwrap_err();
        assert_eq!(
            problem,
            "no column `稿件` (there are: text, b): name it with --text-column"
        );
    }

    #[test]
    fn without_a_text_the_columns_are_listed() {
        let problem = Columns::default().places(&["a", "b"]).unwrap_err();
        assert!(
            problem.contains("(there are: a, b): name it with --text-column"),
            "{problem}"
        );
    }
}
