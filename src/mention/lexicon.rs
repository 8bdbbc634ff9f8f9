//! The article's own names: people and organisations that were found, and the aliases it defines.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use foldhash::HashSet;

use super::{Label, Mention, latin, token};
use crate::dict::Dict;
use crate::dict::term::{OrgId, TitlePart};
use crate::view::View;

/// Names of one article.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Person → how strongly the article licenses the name.
    persons: BTreeMap<Box<str>, f32>,
    /// Organisation → the fuller name that the article gives for it, if it gives one.
    orgs: BTreeMap<Box<str>, Option<Box<str>>>,
    /// Another name of a person → the name.
    nicknames: BTreeMap<Box<str>, Box<str>>,
    /// Organisations of the dictionary that the article names beyond doubt.
    confirmed: BTreeSet<OrgId>,
    /// First characters of all names.
    firsts: HashSet<char>,
    /// Bytes of the longest name.
    longest: usize,
}

impl Lexicon {
    /// Notes a person; the strongest evidence counts.
    pub(super) fn add_person(&mut self, name: &str, score: f32) {
        self.note(name);
        let best = self.persons.entry(name.into()).or_insert(score);
        *best = best.max(score);
    }

    /// Notes an organisation and its fuller name.
    pub(super) fn add_org(&mut self, name: &str, full: Option<&str>) {
        self.note(name);
        let entry = self.orgs.entry(name.into()).or_insert(None);
        if entry.is_none() {
            *entry = full.filter(|f| *f != name).map(Into::into);
        }
    }

    fn note(&mut self, name: &str) {
        self.firsts.extend(name.chars().next());
        self.longest = self.longest.max(name.len());
    }

    /// Notes that `alias` is another name of `person`.
    pub(super) fn add_nickname(&mut self, alias: &str, person: &str) {
        self.nicknames.insert(alias.into(), person.into());
    }

    /// Notes that the article names an organisation of the dictionary beyond doubt.
    pub(super) fn confirm(&mut self, org: OrgId) {
        self.confirmed.insert(org);
    }

    /// Whether the article names this organisation beyond doubt.
    pub fn is_confirmed(&self, org: OrgId) -> bool {
        self.confirmed.contains(&org)
    }

    /// Whether the article has a person of this name.
    pub fn is_person(&self, name: &str) -> bool {
        self.persons.contains_key(name)
    }

    /// Whether the article has an organisation of this name.
    pub fn is_org(&self, name: &str) -> bool {
        self.orgs.contains_key(name)
    }

    /// The fuller name that the article defines for an organisation.
    pub fn full_org(&self, name: &str) -> Option<&str> {
        self.orgs.get(name)?.as_deref()
    }

    /// The person whose other name this is.
    pub fn person_of(&self, alias: &str) -> Option<&str> {
        self.nicknames.get(alias).map(AsRef::as_ref)
    }

    /// Everybody.
    pub fn persons(&self) -> impl Iterator<Item = (&str, f32)> {
        self.persons.iter().map(|(n, s)| (n.as_ref(), *s))
    }

    /// Labels the names in a row, cutting anew where a name does not fall on token edges.
    pub(super) fn label(&self, row: &mut Vec<Mention>, view: &View, dict: &Dict) {
        let mut i = 0;
        while i < row.len() {
            if let Some(found) = self.longest(row, i, view, dict) {
                i = place(row, i, found, view, dict);
            }
            i += 1;
        }
    }

    /// The longest name that begins in mention `i`.
    fn longest(&self, row: &[Mention], i: usize, view: &View, dict: &Dict) -> Option<Found> {
        if !may_begin(&row[i]) {
            return None;
        }
        for (offset, first) in row[i].text.char_indices() {
            if !self.firsts.contains(&first) {
                continue;
            }
            // Inside a known word a name would need a better reason.
            if offset > 0 && dict.segmenter.knows(&row[i].text) {
                return None;
            }
            let start = row[i].at.start + offset;
            if let Some((end, label)) = self.longest_at(&view.text, start, dict) {
                // A name of the dictionary gives way only to a longer one.
                if !matches!(row[i].label, Label::Word | Label::Latin) && end < row[i].at.end {
                    continue;
                }
                return Some(Found {
                    at: start..end,
                    label,
                });
            }
        }
        None
    }

    fn longest_at(&self, text: &str, start: usize, dict: &Dict) -> Option<(usize, Label)> {
        let rest = &text[start..];
        let ends = rest
            .char_indices()
            .map(|(i, _)| i)
            .chain([rest.len()])
            .skip(1)
            .take(MAX_CHARS)
            .take_while(|end| *end <= self.longest);
        let mut best = None;
        for end in ends {
            let surface = &rest[..end];
            if self.persons.contains_key(surface) {
                best = Some((start + end, Label::Person));
            } else if self.orgs.contains_key(surface) {
                best = Some((
                    start + end,
                    Label::Org(dict.terms.get(surface).and_then(|t| t.org)),
                ));
            }
        }
        best.filter(|(end, _)| latin::whole(text, &(start..*end)))
    }
}

const MAX_CHARS: usize = 30;

/// A name found at a byte range of the view.
struct Found {
    at: Range<usize>,
    label: Label,
}

fn may_begin(m: &Mention) -> bool {
    let open = matches!(
        m.label,
        Label::Word
            | Label::Place
            | Label::Latin
            | Label::MaybeOrg(_)
            | Label::Org(_)
            | Label::Media
            | Label::Honorific
            | Label::Title(TitlePart::Prefix | TitlePart::Unit)
    );
    open && m.trigger.is_none()
}

/// Puts a name into the row in place of the mentions that it covers, and cuts what they leave over.
/// Returns the index of the name.
fn place(row: &mut Vec<Mention>, i: usize, found: Found, view: &View, dict: &Dict) -> usize {
    let from = row[i].at.start;
    let j = row[i..]
        .iter()
        .position(|m| m.at.start >= found.at.end)
        .map_or(row.len(), |n| i + n);
    let to = row[j - 1].at.end;
    let mut new = Vec::new();
    token::words(view, from..found.at.start, dict, &mut new);
    let index = i + new.len();
    new.push(token::plain(view, found.at.clone(), found.label));
    token::words(view, found.at.end..to.max(found.at.end), dict, &mut new);
    row.splice(i..j, new);
    index
}
