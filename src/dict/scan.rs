//! Text → which triggers and wordings can tell something there: the short cut of extraction.
//!
//! A trigger or wording is told by words that the dictionary lists; where one of its words is missing, it can tell
//! nothing. So one pass of an automaton over the text, without any segmentation, shows which sentences can hold a
//! departure at all. The words are sought in the letters of the text, without blanks and marks, since a line may break
//! within a word.

use std::rc::Rc;

use foldhash::HashMap;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

use super::bits;
use super::term::{Cue, Frame, Need, Term, Terms, TitlePart, Trigger};
use super::wording::{Item, Slot, What, Wording};
use crate::error::Result;
use crate::view;

/// The steps of all sequences; there are some 250.
type Bits = bits::Bits<6>;

/// The step of all sequences for which no bits are left: the rarest words that each of them needs.
const OTHERS: u32 = Bits::COUNT - 1;

/// Neighbours in a wording are sought as one word if they make at most so many.
const MAX_PRODUCT: usize = 2000;

/// Every sentence, whatever it is part of, ends with these.
const ENDS: [&str; 2] = ["。", "；"];

/// So many steps of a wording are sought: those whose words are the rarest tell most.
const SOUGHT: usize = 4;

/// Finds the words that departures are told by, in their order.
///
/// Each wording, and each sort of triggers, is a sequence of steps, and each step a set of words. The sequences are
/// followed all at once by shifting bits (Shift-And; Baeza-Yates and Gonnet, "A new approach to text searching",
/// CACM 35, 1992), with words in place of characters and gaps allowed everywhere.
pub struct Scan {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    /// For each word of the automaton the steps that it takes; the end of a sentence takes none.
    steps: Vec<Bits>,
    /// The first step of each sequence.
    first: Bits,
    /// The last step of each sequence.
    last: Bits,
    /// The last step of each wording of the dictionary.
    wordings: Vec<Bits>,
    /// No short cut: everything is possible everywhere. So it is from the beginning if a wording has no word with letters.
    pub exhaustive: bool,
}

/// What can tell a departure in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Possible {
    taken: Bits,
}

impl Scan {
    /// Prepares the words of a dictionary.
    ///
    /// # Errors
    /// No automaton can be made of the words.
    pub fn of(terms: &Terms, wordings: &[Wording]) -> Result<Scan> {
        let mut sequences = Sequences::of(terms);
        sequences.add_triggers();
        let wordings: Vec<Option<Bits>> =
            wordings.iter().map(|w| sequences.add_wording(w)).collect();
        let ends = ENDS.map(|end| (end.to_owned(), Bits::default()));
        let words = sequences.words.into_iter().chain(ends);
        let (words, steps): (Vec<String>, Vec<Bits>) = words.unzip();
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new().build(words);
        Ok(Scan {
            automaton: automaton.map_err(super::no_automaton("trigger.tsv"))?,
            steps,
            first: sequences.first,
            last: sequences.last,
            exhaustive: wordings.contains(&None),
            wordings: wordings
                .into_iter()
                .map(Option::unwrap_or_default)
                .collect(),
        })
    }

    /// Whether any sentence of the text can tell a departure.
    pub fn tells(&self, text: &str) -> bool {
        if self.exhaustive {
            return true;
        }
        let letters = view::letters(text);
        let mut taken = Bits::default();
        self.automaton.find_overlapping_iter(&letters).any(|hit| {
            let steps = self.steps[hit.value() as usize];
            taken = match steps.is_empty() {
                true => Bits::default(),
                false => self.after(taken, steps),
            };
            !(taken & self.last).is_empty()
        })
    }

    /// What can tell a departure in a sentence.
    pub fn possible(&self, sentence: &str) -> Possible {
        let letters = view::letters(sentence);
        let hits = self.automaton.find_overlapping_iter(&letters);
        let steps = hits.map(|hit| self.steps[hit.value() as usize]);
        Possible {
            taken: steps.fold(Bits::default(), |taken, steps| self.after(taken, steps)),
        }
    }

    /// Whether the `n`-th wording of the dictionary can tell a departure in the sentence.
    pub fn is_possible(&self, n: usize, sentence: Possible) -> bool {
        self.exhaustive || !(sentence.taken & self.wordings[n]).is_empty()
    }

    /// The steps taken behind a word that takes `steps`.
    fn after(&self, taken: Bits, steps: Bits) -> Bits {
        taken | (taken.next() | self.first) & steps
    }
}

/// The words of a step, which many sequences may share.
type Words = Rc<[String]>;

/// The sequences while they are gathered.
struct Sequences<'t> {
    /// The letters and the term of each word that may stand in a step.
    telling: Vec<(String, &'t Term)>,
    titles: Words,
    joins: Words,
    words: HashMap<String, Bits>,
    first: Bits,
    last: Bits,
    /// The next bit; none is left at [`OTHERS`].
    next: u32,
}

impl<'t> Sequences<'t> {
    fn of(terms: &'t Terms) -> Self {
        let tells =
            |t: &Term| t.title.is_some() || t.trigger.is_some() || t.join.is_some() || t.has_cues();
        let telling = terms.iter().filter(|(_, term)| tells(term));
        let telling = telling.map(|(surface, term)| (view::letters(surface), term));
        let telling: Vec<_> = telling.collect();
        Sequences {
            titles: such(&telling, is_title),
            joins: such(&telling, |t| t.join.is_some()),
            telling,
            words: HashMap::default(),
            first: Bits::one(OTHERS),
            last: Bits::one(OTHERS),
            next: 0,
        }
    }

    /// The sorts of triggers: those that tell something alone, those that do only beside a post, and those that do only
    /// beside what tells of another employer (聘请原O的R P).
    fn add_triggers(&mut self) {
        let succeeds = |t: Trigger| t.frame == Frame::Predecessor;
        let listed = |t: Trigger| t.need == Need::PostListed && !succeeds(t);
        let of = |sort: &dyn Fn(Trigger) -> bool| self.such(|t| t.trigger.is_some_and(sort));
        let hires = |t: Trigger| t.need == Need::Former;
        // 新聘人员: who they are a roster tells.
        let alone = self.such(|t| {
            let tells = |t| !listed(t) && !succeeds(t) && !hires(t);
            t.trigger.is_some_and(tells) || t.cues.has(Cue::Newcomer)
        });
        let listed = of(&listed);
        let succeeds = of(&succeeds);
        let post = Rc::clone(&self.titles);
        // Who takes over takes a post, or takes it over by what this word says.
        let taken = self.such(|t| is_title(t) || t.join.is_some() || t.cues.has(Cue::Hold));
        let hires = of(&hires);
        let leads = [Cue::Former, Cue::Origin, Cue::From, Cue::HeadsOrg];
        let elsewhere = self.such(|t| t.join.is_some() || t.cues.any(&leads));
        // 新任董事共两人：P（原O的R）、…
        let arrives = self.such(|t| t.cues.has(Cue::Arrives));
        let former = self.such(|t| t.cues.has(Cue::Former));
        self.add(&[alone]);
        self.add(&[arrives, former]);
        for pair in [[&listed, &post], [&succeeds, &taken], [&hires, &elsewhere]] {
            self.add(&pair.map(Words::clone));
            self.add(&[pair[1].clone(), pair[0].clone()]);
        }
    }

    /// Adds a wording and returns its last step, if any word of it can be sought.
    fn add_wording(&mut self, wording: &Wording) -> Option<Bits> {
        let mut steps: Vec<Words> = Vec::new();
        let mut adjacent = false;
        for item in &wording.items {
            let Some(words) = self.words_of(item) else {
                adjacent = false;
                continue;
            };
            // Other words of a compound title may stand before the one that is sought.
            let compound = matches!(item.what, What::Slot(Slot::Title, _));
            let joins = |last: &&mut Words| {
                adjacent && !compound && last.len() * words.len() <= MAX_PRODUCT
            };
            match steps.last_mut().filter(joins) {
                Some(last) => *last = side_by_side(last, &words),
                None => steps.push(words),
            }
            adjacent = !compound;
        }
        rarest(&mut steps);
        (!steps.is_empty()).then(|| self.add(&steps))
    }

    /// The words one of which an item needs, if it needs any.
    fn words_of(&self, item: &Item) -> Option<Words> {
        let words = match &item.what {
            _ if item.optional => return None,
            What::Words(words) => words.iter().map(|w| view::letters(w)).collect(),
            What::Cue(cue) => self.such(|t| t.cues.has(*cue)),
            What::Slot(Slot::Join, _) => Rc::clone(&self.joins),
            What::Slot(Slot::Title, _) => Rc::clone(&self.titles),
            What::Slot(..) | What::Gap | What::Near => return None,
        };
        // What is no letter is not sought.
        Some(words).filter(|words: &Words| !words.iter().any(String::is_empty))
    }

    fn such(&self, of: impl Fn(&Term) -> bool) -> Words {
        such(&self.telling, of)
    }

    /// Adds a sequence and returns its last step.
    fn add(&mut self, steps: &[Words]) -> Bits {
        let bits_left = OTHERS - self.next;
        if steps.len() > bits_left as usize {
            let rarest = steps.iter().min_by_key(|words| commonness(words));
            rarest
                .into_iter()
                .for_each(|words| self.take(Bits::one(OTHERS), words));
            return Bits::one(OTHERS);
        }
        let mut last = Bits::one(self.next);
        self.first |= last;
        for words in steps {
            last = Bits::one(self.next);
            self.take(last, words);
            self.next += 1;
        }
        self.last |= last;
        last
    }

    fn take(&mut self, step: Bits, words: &Words) {
        for word in words.iter().filter(|word| !word.is_empty()) {
            match self.words.get_mut(word) {
                Some(steps) => *steps |= step,
                None => {
                    self.words.insert(word.clone(), step);
                }
            }
        }
    }
}

/// The words whose terms are such.
fn such(telling: &[(String, &Term)], of: impl Fn(&Term) -> bool) -> Words {
    let terms = telling.iter().filter(|(_, term)| of(term));
    terms.map(|(letters, _)| letters.clone()).collect()
}

/// Leaves the steps with the rarest words, in their order.
fn rarest(steps: &mut Vec<Words>) {
    while steps.len() > SOUGHT {
        let common = (0..steps.len()).max_by_key(|&n| commonness(&steps[n]));
        common.map(|n| steps.remove(n));
    }
}

/// How often one of the words will be met, roughly: short words are frequent (由).
fn commonness(words: &Words) -> usize {
    let of = |word: &String| match word.chars().count() {
        0 | 1 => 10_000,
        2 => 10,
        _ => 1,
    };
    words.iter().map(of).sum()
}

/// A word of the one directly in front of a word of the other.
fn side_by_side(fronts: &Words, backs: &Words) -> Words {
    let behind = |front: &String| {
        backs
            .iter()
            .map(|back| format!("{front}{back}"))
            .collect::<Vec<_>>()
    };
    fronts.iter().flat_map(behind).collect()
}

fn is_title(term: &Term) -> bool {
    use TitlePart::{Collective, Head, Informal};
    matches!(term.title, Some(Head | Informal | Collective)) || term.cues.has(Cue::Chief)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dict;

    #[test]
    fn each_wording_of_the_dictionary_has_steps_of_its_own() {
        let dict = Dict::load(&[]).expect("sound");
        let crowded = |steps: &Bits| *steps == Bits::one(OTHERS);
        assert!(!dict.scan.wordings.iter().any(crowded));
    }
}
