//! Sentence → what those sentences that were read tell: the stages from sentences to records, over as much of an article
//! as is needed.
//!
//! [`Reading::is_silent`] is the short cut of extraction. It reads the sentences that can tell a departure by their words
//! ([`crate::passage`]), and then whatever they may lean on: the sentences around those that speak of somebody named
//! elsewhere, and those that have a name in common with them. Where nobody leaves in all of that, the rest of the article
//! is not read. That is a rule of experience: tests compare it with an exhaustive search, and it may miss what only a distant
//! sentence explains in a way that is not thought of here.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::article::Article;
use crate::dict::Dict;
use crate::dict::term::Cue;
use crate::entity::{self, Entities};
use crate::event::{self, Attempt, Events};
use crate::mention::{self, Mention, Mentions, Tokens};
use crate::merge;
use crate::passage;
use crate::record::Record;
use crate::script::Plain;
use crate::sentence::{self, Sentence};
use crate::spelling::Spelling;
use crate::view;

/// More names are not sought in what has not been read: it is read.
const MAX_NAMES: usize = 200;

/// So many times more is read of an article, then all of it.
const ROUNDS: usize = 4;

/// An article, or a part of it, of which some sentences have been read.
pub struct Reading<'a> {
    plain: &'a Plain<'a>,
    published: Option<Date>,
    sentences: Vec<Sentence>,
    tokens: Tokens,
    dict: &'a Dict,
}

impl<'a> Reading<'a> {
    /// Sentences of an article, none of which has been read.
    pub fn of(
        plain: &'a Plain<'a>,
        published: Option<Date>,
        sentences: Vec<Sentence>,
        dict: &'a Dict,
    ) -> Self {
        Self {
            plain,
            published,
            tokens: Tokens::of(&sentences),
            sentences,
            dict,
        }
    }

    /// Reads all sentences.
    pub fn read_all(&mut self) {
        self.read(0..self.sentences.len());
    }

    fn read(&mut self, chosen: impl IntoIterator<Item = usize>) {
        let prose = self.plain.article.prose();
        for s in chosen {
            self.sentences[s].read(prose);
            self.tokens.cut(s, &self.sentences[s], self.dict);
        }
    }

    /// Whether nobody leaves in the sentences that can tell it; reads what they lean on, as far as it must.
    pub fn is_silent(&mut self) -> bool {
        let prose = self.plain.article.prose();
        let telling = passage::telling(&self.sentences, prose, self.dict);
        let mut more = passage::directly_around(&telling, &self.sentences, prose);
        for _ in 0..ROUNDS {
            let read = self.sentences.iter().filter(|s| s.is_read()).count();
            if (read + more.len()) * 4 > self.sentences.len() * 3 {
                return false;
            }
            self.read(more);
            match self.understand(|told| told.leans_on(&telling)) {
                Some(needed) if needed.is_empty() => return true,
                Some(needed) => more = needed,
                None => return false,
            }
        }
        false
    }

    /// The stages from the sentences that were read to events.
    pub fn understand<T>(&self, see: impl FnOnce(Told) -> T) -> T {
        let sentences = &self.sentences;
        let article = &self.plain.article;
        let mentions = mention::find(&self.tokens, sentences, self.dict);
        let digest = sentence::is_digest(article, sentences);
        let title = article.title.as_deref();
        let entities = entity::link(sentences, &mentions, title, digest, self.dict);
        let events = event::match_rules(&entities, self.published, self.dict);
        see(Told {
            reading: self,
            sentences,
            mentions: &mentions,
            entities: &entities,
            events,
        })
    }
}

/// What the sentences that were read tell.
pub struct Told<'a> {
    reading: &'a Reading<'a>,
    /// All sentences; those that were not read are empty.
    pub sentences: &'a [Sentence],
    /// Their mentions.
    pub mentions: &'a Mentions,
    /// Who is who.
    pub entities: &'a Entities<'a>,
    /// Who leaves.
    pub events: Events,
}

impl Told<'_> {
    /// What has to be read before it is sure that nobody leaves in the `telling` sentences; `None` if somebody does, or
    /// if that is too much.
    fn leans_on(&self, telling: &[usize]) -> Option<Vec<usize>> {
        if !self.events.found.is_empty() {
            return None;
        }
        let mut chosen = vec![false; self.sentences.len()];
        for &s in telling {
            if self.leans(s) {
                passage::around(s, self.sentences, &mut chosen);
            }
            if self.opens_list(s) {
                // Who took them on may be told anywhere before.
                if self.lists_newcomers(s) {
                    return None;
                }
                passage::behind(s, &mut chosen);
            }
        }
        let mut names = BTreeSet::new();
        let unread = |s: &usize| !self.sentences[*s].is_read();
        let read = (0..chosen.len()).filter(|s| chosen[*s] && !unread(s));
        for s in read.chain(telling.iter().copied()) {
            self.add_possible_names(s, &mut names);
            if names.len() > MAX_NAMES {
                return None;
            }
        }
        let prose = self.reading.plain.article.prose();
        let told = telling.iter().map(|&s| self.sentences[s].span.of(prose));
        let told: Vec<String> = told.map(view::letters).collect();
        let is_told = |part: &str| told.iter().any(|letters| letters.contains(part));
        for s in (0..chosen.len()).filter(unread) {
            let text = self.sentences[s].span.of(prose);
            let letters = view::letters(text);
            chosen[s] |= names.iter().any(|name| letters.contains(name.as_str()))
                || mention::dotted_parts(text).any(is_told);
        }
        Some(
            (0..chosen.len())
                .filter(|s| chosen[*s] && unread(s))
                .collect(),
        )
    }

    /// Whether a sentence may speak of somebody or something that only the sentences around it name.
    fn leans(&self, s: usize) -> bool {
        let gist = self.entities.gist(s);
        // 例如，来自O的P和Q: those who were taken on, as a sentence before tells.
        let listed = gist.cues.has(Cue::Origin);
        let leans = |a: &Attempt| a.leans_back() || gist.refers() && a.wants_job();
        listed || self.attempts(s).iter().any(leans)
    }

    /// Whether those of whom a sentence speaks may be listed behind it.
    fn opens_list(&self, s: usize) -> bool {
        let gist = self.entities.gist(s);
        // 公布了新聘人员名单。其中包括来自O的P
        let arrive = gist.cues.any(&[Cue::Newcomer, Cue::Arrives]);
        // 更有11名科学家加入D。例如，来自O的P
        let row = &self.mentions.of[s];
        let unnamed = || row.iter().any(Mention::is_title) && !row.iter().any(Mention::is_person);
        let joins = gist.joins && unnamed();
        arrive || joins || self.attempts(s).iter().any(Attempt::wants_object)
    }

    /// 例如，来自O的P和Q: whether people are listed behind a sentence with the firms they come from.
    fn lists_newcomers(&self, s: usize) -> bool {
        let end = self.sentences.len().min(s + passage::BEHIND + 1);
        (s + 1..end).any(|k| {
            let origin = self.entities.gist(k).cues.has(Cue::Origin);
            origin && self.mentions.of[k].iter().any(Mention::is_person)
        })
    }

    /// What was tried in a sentence; the attempts stand in the order of the sentences.
    fn attempts(&self, s: usize) -> &[Attempt] {
        let attempts = &self.events.attempts;
        let start = attempts.partition_point(|a| a.sentence < s);
        let end = attempts.partition_point(|a| a.sentence <= s);
        &attempts[start..end]
    }

    /// Adds the letters of whatever may be a name in a sentence.
    fn add_possible_names(&self, s: usize, names: &mut BTreeSet<String>) {
        let view = &self.sentences[s].view.text;
        let firm = self.attempts(s).iter().any(Attempt::wants_job);
        let dict = self.reading.dict;
        let here = mention::possible_names(&self.mentions.of[s], view, firm, dict);
        let letters = here.iter().map(|name| view::letters(name));
        // D of D'Angelo tells nobody.
        names.extend(letters.filter(|name| name.len() > 1));
    }

    /// The records of the events.
    pub fn records(&self, article: &Article) -> Vec<Record> {
        let Reading {
            plain,
            published,
            dict,
            ..
        } = *self.reading;
        let spelling = Spelling::of(article, plain, self.sentences, dict);
        let found = self.events.found.clone();
        merge::merge(article, published, self.entities, found, &spelling, dict)
    }
}
