//! Values → the forms in which they are compared.

use unicode_normalization::UnicodeNormalization;

const WORDS: &str = include_str!("../../dict/score.tsv");

/// Punctuation that does not tell two values apart.
const IGNORED: &str = "\"'“”‘’「」『』《》()（）·•・-—_,，、。:：;；";

/// The words that are cut from organisations and posts before they are compared.
#[derive(Debug)]
pub struct Normalizer {
    company_suffixes: Vec<&'static str>,
    post_prefixes: Vec<&'static str>,
    post_suffixes: Vec<&'static str>,
}

impl Normalizer {
    /// The words of `dict/score.tsv`.
    pub fn built_in() -> Self {
        Self {
            company_suffixes: words("company_suffix"),
            post_prefixes: words("post_prefix"),
            post_suffixes: words("post_suffix"),
        }
    }

    /// An organisation without the word for its legal form.
    pub fn company(&self, name: &str) -> String {
        let name = plain(name);
        let cut = self.company_suffixes.iter().find_map(|suffix| {
            let rest = name.strip_suffix(suffix)?;
            (rest.chars().count() > 1).then(|| rest.to_owned())
        });
        cut.unwrap_or(name)
    }

    /// A post without what refers to the company or to the past.
    pub fn post(&self, title: &str) -> String {
        let title = plain(title);
        let mut post = title.as_str();
        for prefix in &self.post_prefixes {
            post = post
                .strip_prefix(prefix)
                .filter(|rest| rest.chars().count() > 1)
                .unwrap_or(post);
        }
        for suffix in &self.post_suffixes {
            post = post
                .strip_suffix(suffix)
                .filter(|rest| !rest.is_empty())
                .unwrap_or(post);
        }
        post.to_owned()
    }
}

/// NFKC, in lower case, without blanks and punctuation.
pub fn plain(text: &str) -> String {
    let lower = text.nfkc().collect::<String>().to_lowercase();
    lower
        .chars()
        .filter(|c| !is_blank(*c) && !IGNORED.contains(*c))
        .collect()
}

/// What Python's `\s` matches: four separators more than Unicode's white space.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

fn words(kind: &str) -> Vec<&'static str> {
    let rows = WORDS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t'))
        .filter(|row| row.1 == kind)
        .map(|row| row.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_kind() {
        let words = Normalizer::built_in();
        let used =
            words.company_suffixes.len() + words.post_prefixes.len() + words.post_suffixes.len();
        assert_eq!(
            used,
            WORDS.lines().filter(|line| !line.starts_with('#')).count()
        );
    }

    #[test]
    fn width_case_blanks_and_punctuation_do_not_matter() {
        assert_eq!(
            plain("ＯｐｅｎＡＩ（北京）·“Lab”-1\u{1C}\u{3000}"),
            "openai北京lab1"
        );
    }

    #[test]
    fn the_legal_form_is_cut_unless_a_single_character_would_remain() {
        let words = Normalizer::built_in();
        assert_eq!(words.company("甲乙股份有限公司"), "甲乙");
        assert_eq!(words.company("甲乙集团公司"), "甲乙");
        assert_eq!(words.company("甲公司"), "甲公司");
    }

    #[test]
    fn posts_lose_every_prefix_and_suffix_in_turn() {
        let words = Normalizer::built_in();
        assert_eq!(words.post("公司原董事长职务"), "董事长");
        assert_eq!(words.post("前董事"), "董事");
        assert_eq!(words.post("前总"), "前总");
    }
}
