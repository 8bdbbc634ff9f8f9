//! Sentence → Mention: the sentence as a row of labelled stretches that cover it.
//!
//! 1. `token`: dates, dictionary words and jieba's tokens, each with every reading the dictionary gives.
//! 2. `org` and `person` find the names that no list has, over the whole article.
//! 3. `lexicon` labels them wherever they stand.
//! 4. `title::compose` puts compound titles together.
//!
//! A mention has a label, what it *is*; the role that it plays is `event`'s business.

mod latin;
mod lexicon;
mod org;
mod person;
mod title;
mod token;

use std::mem;
use std::ops::Range;

use compact_str::CompactString;

use crate::date::DateExpr;
use crate::dict::Dict;
use crate::dict::term::{Cue, CueSet, Join, OrgId, TitlePart, Trigger};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::view::View;

pub use lexicon::Lexicon;
pub use person::{THRESHOLD, Weight};

/// A labelled stretch of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its place in the article.
    pub span: Span,
    /// Its byte range in the sentence's view.
    pub at: Range<usize>,
    /// Its normalised text.
    pub text: CompactString,
    /// What it is.
    pub label: Label,
    /// The departure that the word tells, if it can tell one.
    pub trigger: Option<Trigger>,
    /// The destination that the word tells, if it can tell one.
    pub join: Option<Join>,
    /// The cues of the word.
    pub cues: CueSet,
    /// jieba's part of speech.
    pub tag: &'static str,
}

/// What a mention is.
#[derive(Debug, Clone, Copy)]
pub enum Label {
    /// A person's name.
    Person,
    /// An organisation, with its row if the dictionary has it.
    Org(Option<OrgId>),
    /// An organisation's name that is also an ordinary word, in a context that does not ask for the organisation.
    MaybeOrg(OrgId),
    /// A title, or a part of one.
    Title(TitlePart),
    /// A date.
    Date(DateExpr),
    /// A place.
    Place,
    /// A newspaper, agency or data platform.
    Media,
    /// 先生, 女士 …
    Honorific,
    /// Capitalised Latin words that are not known: a person or an organisation.
    Latin,
    /// A compound that only looks like a trigger.
    Blocked,
    /// Any other word.
    Word,
    /// Punctuation.
    Punct,
}

impl PartialEq for Label {
    /// Mentions are asked for their kind all the time, and hardly ever for more: that is looked at first, in place.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        mem::discriminant(self) == mem::discriminant(other) && self.holds_the_same(other)
    }
}

impl Label {
    fn holds_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Label::Org(a), Label::Org(b)) => a == b,
            (Label::MaybeOrg(a), Label::MaybeOrg(b)) => a == b,
            (Label::Title(a), Label::Title(b)) => a == b,
            (Label::Date(a), Label::Date(b)) => a == b,
            (Label::Person | Label::Place | Label::Media | Label::Honorific, _)
            | (Label::Latin | Label::Blocked | Label::Word | Label::Punct, _) => true,
            (Label::Org(_) | Label::MaybeOrg(_) | Label::Title(_) | Label::Date(_), _) => false,
        }
    }
}

impl Mention {
    /// Whether it is this punctuation mark.
    pub fn is_punct(&self, marks: &[char]) -> bool {
        matches!(self.label, Label::Punct)
            && self.text.chars().next().is_some_and(|c| marks.contains(&c))
    }

    /// Whether it is a comma that only a blank in the text suggests.
    pub fn is_soft_comma(&self) -> bool {
        self.is_punct(&['，']) && self.span.start == self.span.end
    }

    /// Whether the word carries `cue`.
    pub fn has(&self, cue: Cue) -> bool {
        self.cues.has(cue)
    }

    /// Whether it names a person.
    pub fn is_person(&self) -> bool {
        matches!(self.label, Label::Person)
    }

    /// Whether it names an organisation.
    pub fn is_org(&self) -> bool {
        matches!(self.label, Label::Org(_))
    }

    /// Whether it is a title that stands by itself.
    pub fn is_title(&self) -> bool {
        matches!(
            self.label,
            Label::Title(TitlePart::Head | TitlePart::Informal)
        )
    }

    /// The number of characters.
    pub fn chars(&self) -> usize {
        self.text.chars().count()
    }
}

/// Everything that an article mentions.
#[derive(Debug, Default)]
pub struct Mentions {
    /// For each sentence, the mentions that cover it.
    pub of: Vec<Vec<Mention>>,
    /// Names found in the article that no dictionary has, and aliases that the article defines.
    pub lexicon: Lexicon,
}

/// The sentences that were read as rows of dates, dictionary words and jieba's tokens, in which names are still unknown.
#[derive(Debug, Default)]
pub struct Tokens {
    rows: Vec<Vec<Mention>>,
}

impl Tokens {
    /// Of as many sentences, none of which has been cut.
    pub fn of(sentences: &[Sentence]) -> Self {
        Self {
            rows: vec![Vec::new(); sentences.len()],
        }
    }

    /// Cuts the `s`-th sentence, unless it has been cut.
    pub fn cut(&mut self, s: usize, sentence: &Sentence, dict: &Dict) {
        if self.rows[s].is_empty() {
            self.rows[s] = token::cut(&sentence.view, dict);
        }
    }
}

/// Labels the sentences that have been cut.
pub fn find(tokens: &Tokens, sentences: &[Sentence], dict: &Dict) -> Mentions {
    let mut rows = tokens.rows.clone();
    let mut lexicon = Lexicon::default();
    org::discover(&rows, sentences, dict, &mut lexicon);
    person::discover(&rows, sentences, dict, &mut lexicon);
    latin::discover(&rows, dict, &mut lexicon);
    let cut = rows
        .iter_mut()
        .zip(sentences)
        .filter(|(row, _)| !row.is_empty());
    for (row, sentence) in cut {
        lexicon.label(row, &sentence.view, dict);
        org::settle(row, &sentence.view, &lexicon, dict);
        latin::settle(row, &lexicon);
        title::compose(row, &sentence.view, dict);
    }
    org::localise(&mut rows, dict);
    Mentions { of: rows, lexicon }
}

/// The two letters on each side of the marks in names such as 琳达·科斯诺, by which the article may call their bearers.
pub fn dotted_parts(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('·').flat_map(|(dot, mark)| {
        let (before, after) = (&text[..dot], &text[dot + mark.len()..]);
        let start = before.char_indices().nth_back(1).map(|(at, _)| at);
        let end = after
            .char_indices()
            .nth(2)
            .map_or(after.len(), |(at, _)| at);
        let last = start.map(|at| &before[at..]);
        last.into_iter()
            .chain([&after[..end]])
            .filter(|part| part.len() > 1)
    })
}

/// The people of a labelled row, and what may be the name of a person, or of a `firm` if one is sought, although nothing
/// there says so.
pub fn possible_names(row: &[Mention], view: &str, firm: bool, dict: &Dict) -> Vec<String> {
    person::possible(row, view, firm, dict)
}

/// For each sentence that has `name`: what speaks for its being a person's there, or why it cannot be.
pub fn weigh_name(
    sentences: &[Sentence],
    name: &str,
    dict: &Dict,
) -> Vec<(usize, Result<Weight, &'static str>)> {
    let cut = |s: &Sentence| token::cut(&s.view, dict);
    let rows: Vec<Vec<Mention>> = sentences.iter().map(cut).collect();
    let counts = person::count(&person::all_candidates(&rows, sentences, dict));
    let weigh = |(s, row): (usize, &Vec<Mention>)| {
        let text = &sentences[s].view.text;
        person::weigh_in(row, text, name, dict, &counts).map(|weight| (s, weight))
    };
    rows.iter().enumerate().filter_map(weigh).collect()
}

/// Replaces `row[range]` by one mention with `label`.
fn merge(row: &mut Vec<Mention>, range: Range<usize>, label: Label, view: &View) {
    let (Some(first), Some(last)) = (row.get(range.start), row.get(range.end.wrapping_sub(1)))
    else {
        return;
    };
    let tag = if range.len() == 1 { first.tag } else { "n" };
    let merged = Mention {
        tag,
        ..token::plain(view, first.at.start..last.at.end, label)
    };
    row.splice(range, [merged]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_dotted_name_are_two_letters_on_each_side() {
        let parts = |text| dotted_parts(text).collect::<Vec<_>>();
        assert_eq!(parts("总裁琳达·科斯诺说"), ["琳达", "科斯"]);
        assert_eq!(parts("何·琳"), ["琳"]);
        assert!(parts("琳达").is_empty());
    }
}
