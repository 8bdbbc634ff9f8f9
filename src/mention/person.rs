//! People that no list has.
//!
//! A Chinese name is a surname and one or two characters, licensed by what stands around it: its score adds up
//! surname and character frequency, whether jieba's tokens agree, the words to its left and right, and how often
//! the article repeats it. A transliterated name is a run of characters typical of such names. A Latin name needs
//! a known given name or a title or departure next to it.

use foldhash::{HashMap, HashSet};

use super::{Label, Lexicon, Mention, latin};
use crate::dict::Dict;
use crate::dict::term::{Cue, Frame, Side, TitlePart, Trigger};
use crate::sentence::Sentence;

/// A word of jieba's dictionary that is less frequent may well be a name.
pub(super) const RARE: usize = 100;

/// A word that jieba calls a name is hardly an ordinary one (换人) if it is less frequent.
const HARDLY_ANY: usize = 5;

/// A candidate needs this much to be a name.
pub const THRESHOLD: f32 = 3.5;

/// People per 100,000 of a surname that is hardly one.
const FEW: f32 = 10.0;

/// A candidate with less than this where somebody may leave is a name nowhere in the article.
const CONCEIVABLE: f32 = 0.0;

/// What speaks for and against a name at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// Surname and given-name characters, or characters of foreign names.
    pub characters: f32,
    /// Whether jieba's tokens agree.
    pub tokens: f32,
    /// The words to the left.
    pub before: f32,
    /// The words to the right.
    pub behind: f32,
    /// How often the article repeats it, and words on both sides that ask for a person.
    pub repeated: f32,
}

impl Weight {
    /// The score of the name.
    pub fn total(self) -> f32 {
        self.characters + self.tokens + self.before + self.behind + self.repeated
    }

    /// Whether that is enough for a name.
    pub fn is_enough(self) -> bool {
        self.total() >= THRESHOLD
    }
}

/// What speaks for `name` where it stands in a row, or why it can be no name there; `None` where it does not stand.
pub(super) fn weigh_in(
    row: &[Mention],
    text: &str,
    name: &str,
    dict: &Dict,
    counts: &Counts,
) -> Option<Result<Weight, &'static str>> {
    let start = text.find(name)?;
    let Some(i) = row.iter().position(|m| m.at.start == start) else {
        return Some(Err("it begins inside another word"));
    };
    let mut candidates = candidates(row, i, text, dict).into_iter();
    if let Some(candidate) = candidates.find(|c| c.name == name) {
        return Some(Ok(weigh(row, i, candidate, dict, counts)));
    }
    if row[i].label == Label::Latin {
        return Some(Err(
            "in Latin letters it needs a given name of latin_given.tsv, or a title or departure beside it",
        ));
    }
    if !may_begin(&row[i], dict) {
        return Some(Err("its first word is known as something else"));
    }
    let problem = chinese(name, &surnames(name, dict), row, i, dict).err();
    Some(Err(problem.unwrap_or("another word stands in it")))
}

fn weigh(
    row: &[Mention],
    i: usize,
    Candidate { name, base }: Candidate,
    dict: &Dict,
    counts: &Counts,
) -> Weight {
    let edge = edge(row, i, name.len());
    let (before, behind) = (left(row, i, dict), right(row, &edge, dict));
    // Between a title and a departure, or between the beginning of a clause and a departure, stands a name.
    let frame = match (before, behind) {
        (b, a) if b >= 2.0 && a >= 1.0 => 0.8,
        (b, a) if b >= 0.6 && a >= 1.8 && opens_clause(row, i) => 0.9,
        _ => 0.0,
    };
    let word = dict.segmenter.knows(name) && !row[i].tag.starts_with("nr");
    let repeated = if word && before < 2.0 {
        0.0
    } else {
        repetition(name, counts)
    };
    Weight {
        characters: base,
        tokens: agreement(row, i, name, &edge, dict),
        before,
        behind,
        repeated: frame + repeated,
    }
}

/// Finds people over the whole article and notes them.
pub(super) fn discover(
    rows: &[Vec<Mention>],
    sentences: &[Sentence],
    dict: &Dict,
    lexicon: &mut Lexicon,
) {
    let candidates = all_candidates(rows, sentences, dict);
    let counts = count(&candidates);
    for (row, candidates) in rows.iter().zip(&candidates) {
        let mut taken = 0;
        let mut candidates = candidates.as_slice();
        for i in 0..row.len() {
            if row[i].label == Label::Person {
                lexicon.add_person(&row[i].text, 9.0);
                pair(row, i, dict, lexicon);
            }
            let here = candidates.iter().take_while(|(at, _)| *at == i).count();
            let (mine, rest) = candidates.split_at(here);
            candidates = rest;
            if i < taken {
                continue;
            }
            if let Some((end, name, score)) = best(row, mine, dict, &counts)
                && score >= THRESHOLD
                && !lexicon.is_org(name)
            {
                lexicon.add_person(name, score);
                taken = end;
                pair(row, end - 1, dict, lexicon);
            }
            if row[i].label == Label::Latin {
                if latin_score(row, i, dict) >= THRESHOLD {
                    lexicon.add_person(&row[i].text, latin_score(row, i, dict));
                    add_spelled(row, i, dict, lexicon);
                }
                pair(row, i, dict, lexicon);
            }
            handle(row, i, dict, lexicon);
            nickname(row, i, lexicon);
        }
    }
    for row in rows {
        add_listed(row, dict, lexicon);
    }
    add_last_names(rows, lexicon);
    add_addressed(rows, dict, lexicon);
}

/// An item between 、 and 、 that begins with a surname is a name if its neighbour is one.
fn add_listed(row: &[Mention], dict: &Dict, lexicon: &mut Lexicon) {
    let separates = |m: &Mention| m.is_punct(&['、']) || m.has(Cue::Coord) && m.chars() == 1;
    if !row.iter().any(separates) {
        return;
    }
    let mut previous: Option<bool> = None;
    let mut start = 0;
    let mut waiting: Option<String> = None;
    for end in 0..=row.len() {
        if end < row.len() && !separates(&row[end]) && row[end].label != Label::Punct {
            continue;
        }
        let listed = row.get(end).is_some_and(separates);
        // 、万里明的书面辞职报告: the name ends before the function word.
        let close = (start..end).find(|&k| {
            k > start && (!is_open(&row[k]) || row[k].tag == "m") || row[k].has(Cue::Of)
        });
        let close = close.unwrap_or(end);
        let text: String = row[start..close].iter().map(|m| m.text.as_str()).collect();
        let is_person = lexicon.is_person(&text)
            || row[start..end]
                .last()
                .is_some_and(|m| lexicon.is_person(&m.text));
        if is_person && let Some(name) = waiting.take() {
            lexicon.add_person(&name, 4.0);
        }
        let fits = row[start..close].iter().all(is_open) && is_name_like(&text, dict);
        if !is_person && fits && previous == Some(true) {
            lexicon.add_person(&text, 4.0);
        }
        waiting = (!is_person && fits && listed).then_some(text);
        previous = listed.then_some(is_person);
        start = end + 1;
    }
}

/// Two to four characters that begin with a surname and are no known word.
pub(super) fn is_name_like(text: &str, dict: &Dict) -> bool {
    !dict.segmenter.knows(text) && has_form_of_name(text, dict)
}

/// Two to four characters that begin with a surname and go on as given names do.
fn has_form_of_name(text: &str, dict: &Dict) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let surname =
        |n: usize| chars.len() > n && dict.names.surname(&text[..bytes(&chars, n)]).is_some();
    let length = surname(1) && chars.len() <= 3 || surname(2) && (3..=4).contains(&chars.len());
    let trailing: String = chars.iter().skip(1).next_back().into_iter().collect();
    let edge = dict.names.right.get(trailing.as_str());
    length
        && chars.len() >= 2
        && edge.is_none_or(|s| *s < 2.0)
        && !dict.names.not_person.contains(text)
        && chars[1..].iter().all(|c| dict.names.given(*c) > 0.0)
}

/// The best of names that begin at one mention: index behind its last mention, text, score.
fn best<'t>(
    row: &[Mention],
    candidates: &[(usize, Candidate<'t>)],
    dict: &Dict,
    counts: &Counts,
) -> Option<(usize, &'t str, f32)> {
    let mut best: Option<(usize, &str, f32)> = None;
    for &(i, candidate) in candidates {
        let score = weigh(row, i, candidate, dict, counts).total();
        // Of two that fit as well, the longer one leaves nothing over.
        if best.is_none_or(|(_, _, s)| score >= s) {
            best = Some((
                edge(row, i, candidate.name.len()).end,
                candidate.name,
                score,
            ));
        }
    }
    best
}

fn opens_clause(row: &[Mention], i: usize) -> bool {
    i == 0 || row[i - 1].label == Label::Punct
}

/// What may be a name: its text, and the score of its characters.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'t> {
    name: &'t str,
    base: f32,
}

/// For each row its candidates, each with the mention that it begins at.
pub(super) fn all_candidates<'t>(
    rows: &[Vec<Mention>],
    sentences: &'t [Sentence],
    dict: &Dict,
) -> Vec<Vec<(usize, Candidate<'t>)>> {
    let of_row = |(row, sentence): (&Vec<Mention>, &'t Sentence)| {
        let at = |i| {
            let found = candidates(row, i, &sentence.view.text, dict);
            found.into_iter().map(move |candidate| (i, candidate))
        };
        (0..row.len()).flat_map(at).collect()
    };
    rows.iter().zip(sentences).map(of_row).collect()
}

/// The candidates that can begin at mention `i` of a row with this text.
fn candidates<'t>(row: &[Mention], i: usize, text: &'t str, dict: &Dict) -> Vec<Candidate<'t>> {
    let listed = dict.names.may_begin(&text[row[i].at.start..]);
    let titled = i.checked_sub(1).is_some_and(|b| row[b].is_title());
    if !(listed || titled) || !may_begin(&row[i], dict) || follows_name(row, i, dict) {
        return Vec::new();
    }
    let mut found = match listed {
        true => of_characters(row, i, text, dict),
        false => Vec::new(),
    };
    if found.is_empty() && titled {
        found.extend(tagged(&row[i], text, dict));
    }
    found
}

/// The candidates that the characters at mention `i` give away.
fn of_characters<'t>(row: &[Mention], i: usize, text: &'t str, dict: &Dict) -> Vec<Candidate<'t>> {
    let mut found = Vec::new();
    let open = row[i..].iter().enumerate().take(9);
    let open =
        open.take_while(|(n, m)| *n == 0 || is_open(m) || *n == 1 && is_given(&row[i], m, dict));
    let end = open.last().map_or(row[i].at.end, |(_, m)| m.at.end);
    let text = &text[row[i].at.start..end];
    let surnames = surnames(text, dict);
    let longest = |s: &Surname| s.text.chars().count() + s.longest_given();
    let longest = surnames.iter().flatten().map(longest).max().unwrap_or(0);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for end in ends.take(longest).skip(1) {
        let name = &text[..end];
        if let Ok(base) = chinese(name, &surnames, row, i, dict) {
            found.push(Candidate { name, base });
        }
    }
    found.extend(transliterated(text, row, i, dict));
    found
}

/// 总裁厉承安将离职: behind a title what jieba takes for a name, whatever it begins with.
fn tagged<'t>(word: &Mention, text: &'t str, dict: &Dict) -> Option<Candidate<'t>> {
    let name = &text[word.at.clone()];
    let rare = dict.segmenter.frequency(name) < HARDLY_ANY || !dict.segmenter.knows(name);
    let named = word.tag.starts_with("nr") && rare;
    let fits = (2..=4).contains(&word.chars()) && is_open(word) && named;
    // Only a departure behind it makes up for that.
    let base = -1.5;
    (fits && !dict.names.not_person.contains(name)).then_some(Candidate { name, base })
}

/// 许永辉: behind a surname the short name of a company is a given name.
fn is_given(surname: &Mention, m: &Mention, dict: &Dict) -> bool {
    let given = |c: char| dict.names.given(c) >= 30.0;
    surname.chars() == 1
        && surname.cues.is_empty()
        && dict.names.surname(surname.text.as_str()).is_some()
        && m.is_org()
        && m.chars() == 2
        && m.text.chars().all(given)
}

/// 李虹女士和孙华: jieba glues the coordinator to the name behind it.
fn follows_name(row: &[Mention], i: usize, dict: &Dict) -> bool {
    let named = i
        .checked_sub(1)
        .is_some_and(|b| matches!(row[b].label, Label::Honorific | Label::Person));
    let first: String = row[i].text.chars().take(1).collect();
    named
        && dict
            .terms
            .get(&first)
            .is_some_and(|t| t.cues.has(Cue::Coord))
}

/// The people of a labelled row, and what may be a name although nothing there says so: candidates, characters of a name
/// within what is no known word, capitalised Latin words, and, where a `firm` is sought, words that may be one.
pub(super) fn possible(row: &[Mention], text: &str, firm: bool, dict: &Dict) -> Vec<String> {
    let counts = Counts::default();
    let found = (0..row.len()).flat_map(|i| {
        let mut found = candidates(row, i, text, dict);
        found.retain(|c| weigh(row, i, *c, dict, &counts).total() >= CONCEIVABLE);
        found
    });
    let found = found.map(|candidate| candidate.name.to_owned());
    let unknown = row
        .iter()
        .filter(|m| is_open(m) && !dict.segmenter.knows(&m.text));
    let starts = unknown
        .clone()
        .flat_map(|m| m.text.char_indices().map(|(i, _)| m.at.start + i));
    let within = starts.flat_map(|start| names_at(&text[start..], dict));
    let is_firm = |m: &Mention| {
        let noun = m.tag.starts_with('n') && m.chars() > 1;
        noun || dict.terms.get(&m.text).is_some_and(|t| t.org.is_some())
    };
    let spelled = |m: &Mention| {
        let capital = m.tag == "eng" && m.text.starts_with(char::is_uppercase);
        capital && (firm || m.text.contains(char::is_lowercase))
    };
    let others = row.iter().filter(|m| {
        let open = matches!(m.label, Label::Word | Label::Org(None));
        let name = m.is_person() || m.label == Label::Latin;
        name || open && (firm && is_firm(m) || spelled(m) || is_also_name(m, dict))
    });
    // 李先生: somebody whose name the article gives elsewhere.
    let surnames = (0..row.len()).filter_map(|i| match row[i].label {
        Label::Honorific => i.checked_sub(1).map(|b| row[b].text.as_str()),
        _ => address(&row[i].text, dict).map(|(surname, _)| surname),
    });
    let surnames = surnames.map(str::to_owned);
    // Elsewhere a part of the name may stand for it.
    let parts = others.flat_map(|m| m.text.split([' ', '·', '-']));
    let parts = parts.map(str::to_owned);
    // 张三老将, 云中公司: what looks like the beginning of a title or of a firm's name.
    let compounds = row.iter().filter(|m| {
        let compound = m.is_title() || m.label == Label::Org(None);
        compound && dict.terms.get(&m.text).is_none()
    });
    let opening = compounds.flat_map(|m| names_at(&text[m.at.clone()], dict));
    // 首席科学家Lindqvist元老: what looks like a part of a title.
    let titles = row.iter().filter(|m| m.is_title());
    let within_titles = titles.flat_map(|m| m.text.split(|c: char| !c.is_ascii_alphabetic()));
    let within_titles = within_titles
        .filter(|part| part.starts_with(char::is_uppercase) && part.contains(char::is_lowercase));
    let within_titles = within_titles.map(str::to_owned);
    let unknown = unknown.map(|m| m.text.to_string());
    let words = unknown.chain(parts).chain(surnames).chain(within_titles);
    found.chain(within).chain(opening).chain(words).collect()
}

/// 云中, 万里: a proper noun or a number that may be a person's name where the article says so elsewhere.
fn is_also_name(m: &Mention, dict: &Dict) -> bool {
    let proper = ["nr", "ns", "nz"].iter().any(|tag| m.tag.starts_with(tag));
    (proper || m.tag == "m") && has_form_of_name(&m.text, dict)
}

/// What may be a name at the beginning of a text.
fn names_at<'t>(text: &'t str, dict: &'t Dict) -> impl Iterator<Item = String> + 't {
    let ends = text.char_indices().map(|(i, c)| i + c.len_utf8());
    let names = ends.skip(1).take(3).map(|end| &text[..end]);
    let foreign = |name: &str| name.chars().all(|c| dict.names.transliteration(c) > 0.0);
    let named = move |name: &&str| is_name_like(name, dict) || foreign(name);
    names.filter(named).map(str::to_owned)
}

/// How often the article has each candidate.
pub(super) type Counts<'t> = HashMap<&'t str, usize>;

pub(super) fn count<'t>(candidates: &[Vec<(usize, Candidate<'t>)>]) -> Counts<'t> {
    let mut counts = Counts::default();
    for (_, candidate) in candidates.iter().flatten() {
        *counts.entry(candidate.name).or_insert(0) += 1;
    }
    counts
}

/// Whether a name can begin with a mention: also with a form of address that is a surname of more than a few people (桑).
fn may_begin(m: &Mention, dict: &Dict) -> bool {
    let surname = || {
        dict.names
            .surname(&m.text)
            .is_some_and(|people| people > FEW)
    };
    is_open(m) || m.label == Label::Honorific && m.chars() == 1 && surname()
}

/// Whether a mention can be part of a name.
fn is_open(m: &Mention) -> bool {
    let word =
        matches!(m.label, Label::Word | Label::Place | Label::MaybeOrg(_)) && m.trigger.is_none();
    word && m.text.chars().all(latin::is_han)
        && !(m.chars() > 1 && (!m.cues.is_empty() || m.join.is_some()))
}

/// A surname that a text begins with.
#[derive(Clone, Copy)]
struct Surname<'t> {
    text: &'t str,
    /// People per 100,000; `None` for a Japanese one.
    people: Option<f32>,
    /// One only in front of a Japanese given name.
    rare: bool,
}

impl Surname<'_> {
    /// So many characters stand behind it at most: 诚一郎 behind 小野寺.
    fn longest_given(self) -> usize {
        if self.people.is_some() { 2 } else { 3 }
    }
}

/// The surnames of one, two and three characters that a text begins with.
fn surnames<'t>(text: &'t str, dict: &Dict) -> [Option<Surname<'t>>; 3] {
    let mut found = [None; 3];
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for (slot, end) in found.iter_mut().zip(ends) {
        let text = &text[..end];
        let people = dict.names.surname(text);
        let japanese = dict.names.japanese.contains(text);
        let rare = people.is_none() && !japanese && dict.names.japanese_rare.contains(text);
        let known = people.is_some() || japanese || rare;
        *slot = known.then_some(Surname { text, people, rare });
    }
    found
}

/// The longest surname that leaves something over of a text; 高木兰 is rather a Chinese name, 高木兰子 a Japanese one.
fn surname_of<'t>(
    text: &str,
    surnames: &[Option<Surname<'t>>],
    dict: &Dict,
) -> Option<Surname<'t>> {
    let fitting = |s: &&Surname| {
        let given = text.get(s.text.len()..).unwrap_or_default();
        !given.is_empty() && (!s.rare || dict.names.japanese_given.contains(given))
    };
    let mut fitting = surnames.iter().flatten().rev().filter(fitting);
    let longest = fitting.next()?;
    let single = text[longest.text.len()..].chars().nth(1).is_none();
    let chinese = fitting.find(|s| single && longest.people.is_none() && s.people > Some(FEW));
    Some(*chinese.unwrap_or(longest))
}

/// Surname and given-name statistics, or why the text is no name.
fn chinese(
    text: &str,
    surnames: &[Option<Surname>],
    row: &[Mention],
    i: usize,
    dict: &Dict,
) -> Result<f32, &'static str> {
    let Some(surname) = surname_of(text, surnames, dict) else {
        return Err("it begins with no surname of surname.tsv");
    };
    let given = &text[surname.text.len()..];
    let length = given.chars().count();
    if dict.names.not_person.contains(text) {
        return Err("not_person.tsv lists it");
    }
    let compound = surname.text.chars().nth(1).is_some();
    if length == 1 && !compound && dict.names.surname(text).is_some() {
        return Err("it is a surname without a given name");
    }
    // 老槐, 阿槐: one character follows.
    let side = |text: &str| dict.terms.get(text).and_then(|t| t.honorific);
    let familiar = side(surname.text) == Some(Side::Before);
    let chinese = surname.people.is_some();
    if length > surname.longest_given() || familiar && length > 1 {
        return Err("too many characters stand behind the surname");
    }
    // 老公: a word.
    if familiar && dict.segmenter.frequency(text) >= RARE && !is_familiar(text, dict) {
        return Err("it is a word");
    }
    if length > 1 && side(given) == Some(Side::After) {
        return Err("it is a surname with a form of address");
    }
    let frequency = surname.people.unwrap_or(5.0);
    let mut score = match frequency {
        f if f <= 0.0 => return Err("it begins with no surname of surname.tsv"),
        // 夏侯, 宇文: hardly any word begins so.
        _ if compound && chinese => 1.9,
        _ if compound => 1.2,
        f if f >= 500.0 => 1.5,
        f if f >= 100.0 => 1.2,
        f if f >= 20.0 => 1.0,
        _ => 0.6,
    };
    // 于, 和, 任 …: characters that are more often words than surnames.
    let counts = i
        .checked_sub(1)
        .is_some_and(|b| row[b].text.ends_with(|c: char| c.is_ascii_digit()));
    if counts {
        return Err("a number stands before it");
    }
    let function_word = row[i].chars() == 1
        && matches!(
            row[i].tag,
            "p" | "c" | "u" | "d" | "f" | "r" | "m" | "q" | "uj" | "y"
        )
        && frequency < 2000.0;
    // 顾, 谈: verbs as often as surnames.
    if row[i].chars() == 1 && row[i].tag == "v" && row[i].cues.is_empty() && frequency < 2000.0 {
        score -= 0.4;
    }
    // 免去余某某: who is removed has a name.
    let removed = i.checked_sub(1).is_some_and(|b| takes_person(&row[b])) && row[i].cues.is_empty();
    if function_word && !removed || row[i].chars() == 1 && !row[i].cues.is_empty() {
        score -= 1.2;
    }
    // 但从他: no name has a pronoun in it.
    let pronoun = |c: char| {
        let term = dict.terms.get(c.encode_utf8(&mut [0; 4]) as &str);
        term.is_some_and(|t| {
            // 员的: 的 is in no name; 之 is.
            let of = t.cues.has(Cue::Of) && t.cues.has(Cue::Filler);
            of || t
                .cues
                .any(&[Cue::Pronoun, Cue::FirstPerson, Cue::OtherSubject])
        })
    };
    if given.chars().any(pronoun) {
        return Err("a pronoun stands in it");
    }
    for c in given.chars() {
        score += match dict.names.given(c) {
            f if f >= 1000.0 => 0.6,
            f if f >= 200.0 => 0.4,
            f if f >= 30.0 => 0.1,
            f if f >= 3.0 => -0.3,
            // 遒: hardly any word, either.
            _ if dict.segmenter.frequency(c.encode_utf8(&mut [0; 4])) < RARE => -0.3,
            // 谦吾, 奈绪: Japanese given names have characters of their own.
            _ if !chinese => 0.0,
            _ => -1.2,
        };
    }
    // 张三将, 李四因: the word behind the name is no part of it.
    let last = given.chars().next_back().unwrap_or_default();
    match dict.names.right.get(last.encode_utf8(&mut [0; 4]) as &str) {
        // 余庆和（65岁）
        Some(_) if length > 1 && joins_nothing(row, edge(row, i, text.len()).end - 1, dict) => {}
        // 柏木信也
        Some(_) if !chinese && dict.names.japanese_given.contains(given) => {}
        // 村濑拓也
        Some(_) if !chinese && length > 1 => score -= 0.6,
        Some(s) if *s >= 2.0 => return Err("its last character is a word that follows names"),
        Some(_) => score -= 1.2,
        None => {}
    }
    let usual = match length {
        1 if chinese => 0.0,
        1 => -0.6,
        _ if chinese => 0.2,
        _ => 0.8,
    };
    Ok(score + usual)
}

fn bytes(chars: &[char], n: usize) -> usize {
    chars[..n].iter().map(|c| c.len_utf8()).sum()
}

/// The longest run of characters typical of foreign names, up to a known word behind it.
fn transliterated<'t>(
    text: &'t str,
    row: &[Mention],
    i: usize,
    dict: &Dict,
) -> Option<Candidate<'t>> {
    let weights = text.chars().map(|c| dict.names.transliteration(c));
    let run = weights.clone().take(9).take_while(|w| *w > 0.0).count();
    if run < 2 {
        return None;
    }
    let mut length = 0;
    for m in &row[i..] {
        let next = length + m.chars();
        let function_word = length >= 2
            && (!m.cues.is_empty()
                || dict.names.right.contains_key(m.text.as_str())
                || m.chars() > 1 && dict.segmenter.knows(&m.text) && !is_rare_name(m, dict));
        if next > run || function_word {
            break;
        }
        length = next;
    }
    if length < 2 {
        return None;
    }
    let end = text.char_indices().nth(length).map_or(text.len(), |c| c.0);
    let name = &text[..end];
    // 蔡宗翰甫（于3月底退休）: a Chinese name of three characters and a word that follows names.
    let last = name.chars().next_back().unwrap_or_default();
    let first = name.chars().next().unwrap_or_default();
    let is_common = dict.names.surname(first.encode_utf8(&mut [0; 4]) as &str);
    let follows = dict
        .names
        .right
        .contains_key(last.encode_utf8(&mut [0; 4]) as &str);
    if length == 4 && follows && is_common.is_some_and(|people| people >= 100.0) {
        return None;
    }
    if dict.names.not_person.contains(name) {
        return None;
    }
    let mean = weights.take(length).sum::<f32>() / length as f32;
    // 约翰逊: jieba knows the whole as a foreign name.
    let needed = match length {
        2 => 1.5,
        _ if row[i].tag == "nrt" && row[i].chars() == length => 1.0,
        _ => 1.25,
    };
    let base = mean - 0.4 + 0.25 * (length as f32 - 2.0);
    (mean >= needed).then_some(Candidate { name, base })
}

/// 达拉 in 科戈达拉: jieba knows it as a foreign name, but hardly anybody is called so.
fn is_rare_name(m: &Mention, dict: &Dict) -> bool {
    m.tag == "nrt" && m.label == Label::Word && dict.segmenter.frequency(&m.text) < RARE
}

/// Where a candidate ends among the mentions.
struct Edge {
    /// Index behind the last mention it touches.
    end: usize,
    /// What it leaves over of the last mention.
    rest: String,
}

fn edge(row: &[Mention], i: usize, length: usize) -> Edge {
    let mut at = 0;
    for (k, m) in row[i..].iter().enumerate() {
        at += m.text.len();
        if at >= length {
            let cut = m.text.len() - (at - length);
            return Edge {
                end: i + k + 1,
                rest: m.text[cut..].to_string(),
            };
        }
    }
    Edge {
        end: row.len(),
        rest: String::new(),
    }
}

/// Whether jieba's tokens agree with the candidate.
fn agreement(row: &[Mention], i: usize, name: &str, edge: &Edge, dict: &Dict) -> f32 {
    if !edge.rest.is_empty() {
        let strong_rest = dict
            .names
            .right
            .get(edge.rest.as_str())
            .is_some_and(|s| *s >= 2.0);
        return if dict.segmenter.knows(&row[edge.end - 1].text) && !strong_rest {
            -1.0
        } else {
            -0.2
        };
    }
    let known = dict.segmenter.knows(name);
    match edge.end - i {
        1 if row[i].tag.starts_with("nr") && row[i].label == Label::Word => 1.5,
        // 祁连山将卸任…: a place leaves no post.
        1 if row[i].label == Label::Place && departs(row, edge) => -1.2,
        1 if gives_up_post(row, edge.end) => -1.2,
        1 if is_familiar(name, dict) => 1.0,
        1 if row[i].label != Label::Word => -2.5,
        1 if known && dict.segmenter.frequency(name) < RARE => -1.2,
        1 if known && !row[i].tag.starts_with(['n', 'v']) && departs(row, edge) => -1.2,
        1 if row[i].tag == "ns" && departs(row, edge) => -1.2,
        1 if known => -2.6,
        1 => 1.0,
        _ if known => -1.0,
        // 孔繁 + 睿: two parts of names are one.
        2 if row[i].tag == "nr" && row[i + 1].tag.starts_with("nr") && row[i + 1].chars() == 1 => {
            1.5
        }
        // 乌兰 + 托娅: places are transliterated, too.
        _ if row[i].tag == "ns" && is_foreign(name, dict) => 0.0,
        // A known word with something behind it: 文章 + 中.
        _ if row[i].chars() > 1
            && !row[i].tag.starts_with("nr")
            && !is_surname(&row[i].text, dict)
            && dict.segmenter.knows(&row[i].text) =>
        {
            let rest = &row[i + 1];
            if matches!(
                rest.tag.as_bytes().first(),
                Some(b'f' | b'd' | b'p' | b'u' | b'v' | b'c')
            ) || rest.chars() > 1
            {
                -3.0
            } else if i > 0 && row[i - 1].is_title() {
                // 总裁利国 + 栋
                -1.0
            } else {
                -1.5
            }
        }
        _ if row[i..edge.end].iter().all(|m| m.chars() == 1) => 0.6,
        _ => 0.3,
    }
}

/// 许, 夏侯, 三枝: a Chinese or Japanese surname.
fn is_surname(text: &str, dict: &Dict) -> bool {
    dict.names.surname(text).is_some() || dict.names.japanese.contains(text)
}

/// 老许: a familiar form of address.
fn is_familiar(name: &str, dict: &Dict) -> bool {
    let Some((first, last)) = name.char_indices().nth(1).map(|(at, _)| name.split_at(at)) else {
        return false;
    };
    let before = dict
        .terms
        .get(first)
        .is_some_and(|t| t.honorific == Some(Side::Before));
    let surname = dict.names.surname(last).is_some_and(|f| f >= 50.0);
    before && surname
}

/// Three or more characters, each of them typical of foreign names.
fn is_foreign(name: &str, dict: &Dict) -> bool {
    let typical = |c| dict.names.transliteration(c) > 0.0;
    name.chars().count() >= 3 && name.chars().all(typical)
}

/// Whether a departure is told directly behind.
fn departs(row: &[Mention], edge: &Edge) -> bool {
    let told = |m: &Mention| {
        m.trigger
            .is_some_and(|t| matches!(t.frame, Frame::Intransitive | Frame::Post | Frame::Passive))
    };
    row.get(edge.end).is_some_and(told) || leads_to_departure(row, edge.end)
}

/// How strongly the words before speak for a name.
fn left(row: &[Mention], i: usize, dict: &Dict) -> f32 {
    let Some(before) = i.checked_sub(1).map(|b| &row[b]) else {
        return 0.6;
    };
    if before.is_soft_comma() && i > 1 && row[i - 2].is_title() {
        return 2.0;
    }
    let listed = dict
        .names
        .left
        .get(before.text.as_str())
        .map_or(0.0, |s| s * 0.6);
    let own: f32 = match before.label {
        Label::Title(TitlePart::Head | TitlePart::Informal) => 2.0,
        Label::Title(TitlePart::Collective) => 0.6,
        Label::Org(_) | Label::Person | Label::Date(_) => 0.6,
        Label::Punct => 0.6,
        _ if before.has(Cue::Coord) || before.has(Cue::Former) || before.has(Cue::Say) => 0.6,
        _ if takes_person(before) => 1.5,
        // 罢免了P
        _ if before.has(Cue::Filler) && i > 1 && takes_person(&row[i - 2]) => 1.5,
        // 离职的P
        _ if before.has(Cue::Of) && i > 1 && row[i - 2].trigger.is_some() => 1.5,
        // An unknown syllable in front probably belongs to a longer name.
        Label::Word
            if before.chars() == 1
                && before.cues.is_empty()
                && listed == 0.0
                && before.tag != "uj" =>
        {
            return -0.8;
        }
        _ => 0.0,
    };
    own.max(listed)
}

/// 群为, 群要: a character of given names and a word that follows names, which jieba has glued.
fn takes_first(m: &Mention, dict: &Dict) -> bool {
    let Some((at, _)) = m.text.char_indices().nth(1) else {
        return false;
    };
    let (first, rest) = m.text.split_at(at);
    let given = first.chars().all(|c| dict.names.given(c) >= 30.0);
    given && dict.names.right.contains_key(rest) && !dict.segmenter.knows(&m.text)
}

fn takes_person(m: &Mention) -> bool {
    m.trigger
        .is_some_and(|t| t.frame.has_object() || t.frame == Frame::Predecessor)
}

/// How strongly the words behind speak for a name.
fn right(row: &[Mention], edge: &Edge, dict: &Dict) -> f32 {
    if !edge.rest.is_empty() {
        return dict
            .names
            .right
            .get(edge.rest.as_str())
            .map_or(-0.5, |s| s * 0.6);
    }
    let Some(after) = row.get(edge.end) else {
        return 0.5;
    };
    let listed = dict
        .names
        .right
        .get(after.text.as_str())
        .map_or(0.0, |s| s * 0.6);
    let own: f32 = match after.label {
        Label::Honorific if follows_names(after, dict) => 2.6,
        // 陈立|群为总裁: of an unknown word whose end may follow a name the beginning belongs to it.
        Label::Word if takes_first(after, dict) => return -0.8,
        Label::Date(_) => 0.5,
        _ if owns_post(row, edge.end) => 1.8,
        // P，原O R
        Label::Punct if row.get(edge.end + 1).is_some_and(|m| m.has(Cue::Former)) => 1.2,
        Label::Punct => 0.6,
        Label::Title(_) => -0.3,
        _ if after.trigger.is_some_and(Trigger::is_of_people) || gives_up_post(row, edge.end) => {
            1.8
        }
        _ if leads_to_departure(row, edge.end) => 1.6,
        _ if speaks(row, edge.end) => 1.6,
        _ if after.join.is_some() => 1.0,
        // 宋清和已被停职: before an adverb the coordinator is no coordinator.
        _ if joins_nothing(row, edge.end, dict) => return -1.0,
        _ if after.has(Cue::Negation)
            || after.has(Cue::Rumour)
            || after.has(Cue::Future)
            || after.has(Cue::Adverb)
            || after.has(Cue::Passive) =>
        {
            0.8
        }
        _ if after.has(Cue::Coord) || after.has(Cue::Hold) => 0.5,
        // 贾扬|清也: jieba takes a single syllable for a dynasty.
        _ if matches!(after.tag, "d" | "p") || after.tag == "t" && after.chars() > 1 => 0.5,
        // An unknown syllable behind probably belongs to a longer name, the more so if it is no word.
        Label::Word
            if after.chars() == 1
                && (after.cues.is_empty() || after.has(Cue::People))
                && listed == 0.0
                && !after.tag.starts_with('u')
                && after.tag != "v" =>
        {
            let word = dict.segmenter.frequency(&after.text) >= RARE;
            return if word { -0.6 } else { -1.4 };
        }
        _ => 0.0,
    };
    own.max(listed)
}

/// 余庆和（65岁）, 余庆和年底退休, 柏木信也（Latin）: nobody whom the character joins, nor a verb, follows what stands at `k`.
fn joins_nothing(row: &[Mention], k: usize, dict: &Dict) -> bool {
    let single = row.get(k).is_some_and(|m| m.chars() == 1);
    let coordinates = single && row[k].has(Cue::Coord);
    let given = |m: &Mention| m.text.chars().all(|c| dict.names.given(c) >= 30.0);
    let follows = single && dict.names.right.contains_key(row[k].text.as_str()) && given(&row[k]);
    let next = row.get(k + 1);
    let bracket = next.is_some_and(|m| m.is_punct(&['（']));
    let ends = next.is_none_or(|m| {
        let mark = m.is_punct(&['）', '，', '。', '、', '；']);
        mark || matches!(m.label, Label::Date(_)) || stands_before_verb(m)
    });
    bracket && follows || coordinates && (bracket || ends)
}

/// P的O R职务, P（女）的R一职: what belongs to whoever is named is a post.
fn owns_post(row: &[Mention], from: usize) -> bool {
    let bracket = row[from].is_punct(&['（']);
    let close = (from..row.len().min(from + 4)).find(|&k| bracket && row[k].is_punct(&['）']));
    let of = close.map_or(from, |k| k + 1);
    let listed = row.get(of + 1..).unwrap_or_default().iter().take(10);
    let listed = listed.take_while(|m| m.label != Label::Punct || m.is_punct(&['、']));
    let titles = listed.clone().zip(listed.skip(1));
    row.get(of)
        .is_some_and(|m| m.has(Cue::Of) && m.has(Cue::Filler))
        && titles
            .into_iter()
            .any(|(m, next)| m.is_title() && next.has(Cue::PostNoun))
}

/// 先生 follows names; 小 does not (Phi小模型).
fn follows_names(m: &Mention, dict: &Dict) -> bool {
    let side = dict.terms.get(&m.text).and_then(|t| t.honorific);
    side == Some(Side::After)
}

/// 将于近日离职, 已被解聘: adverbs and dates, then a trigger that speaks of the person before it.
fn leads_to_departure(row: &[Mention], from: usize) -> bool {
    let behind = row[from..].iter().take(5).enumerate();
    let mut behind = behind.skip_while(|(_, m)| {
        stands_before_verb(m)
            || matches!(m.label, Label::Date(_))
            || m.has(Cue::Filler)
            || m.chars() > 1 && m.cues.is_empty() && m.tag.starts_with(['m', 't'])
    });
    behind.next().is_some_and(|(n, m)| {
        n > 0
            && m.trigger.is_some_and(|t| {
                matches!(t.frame, Frame::Intransitive | Frame::Post | Frame::Passive)
                    || t.frame.has_object() && row[from + n - 1].has(Cue::Passive)
            })
    })
}

/// 将卸任CEO: adverbs, then a departure with the post that is given up.
fn gives_up_post(row: &[Mention], from: usize) -> bool {
    let skipped = row[from..]
        .iter()
        .take(4)
        .take_while(|m| stands_before_verb(m) || matches!(m.label, Label::Date(_)));
    let t = from + skipped.count();
    let departs = row
        .get(t)
        .is_some_and(|m| m.trigger.is_some_and(|g| g.frame == Frame::Post));
    departs
        && row[t + 1..]
            .iter()
            .take(3)
            .take_while(|m| m.label != Label::Punct)
            .any(|m| m.label == Label::Title(TitlePart::Head))
}

/// 在领英写道: who writes somewhere is a person.
fn speaks(row: &[Mention], from: usize) -> bool {
    row[from].has(Cue::At) && row[from + 1..].iter().take(3).any(|m| m.has(Cue::Say))
}

fn stands_before_verb(m: &Mention) -> bool {
    m.cues.any(&[
        Cue::Adverb,
        Cue::Future,
        Cue::Plan,
        Cue::Negation,
        Cue::Passive,
    ]) && !m.has(Cue::Coord)
}

fn repetition(name: &str, counts: &Counts) -> f32 {
    match counts.get(name).copied().unwrap_or(0) {
        0..=1 => 0.0,
        2 => 0.4,
        3 => 0.7,
        _ => 1.0,
    }
}

/// How strongly a Latin stretch looks like a person.
fn latin_score(row: &[Mention], i: usize, dict: &Dict) -> f32 {
    let words: Vec<&str> = row[i].text.split(' ').collect();
    // J先生: somebody whose name is not told.
    if row[i].chars() < 2
        || latin::kind_of_firm(row, i).is_some()
        || words.iter().any(|w| dict.names.latin_other.contains(*w))
        || words
            .iter()
            .all(|w| w.chars().count() > 1 && w.chars().all(char::is_uppercase))
    {
        return 0.0;
    }
    let given = words
        .first()
        .is_some_and(|w| dict.names.latin_given.contains(*w) || w.ends_with('.'));
    let shape = match words.len() {
        1 => 0.3,
        2 | 3 => 1.4,
        _ => 0.9,
    };
    let before = i.checked_sub(1).map(|b| &row[b]);
    // A stray Chinese character may stand between title and name.
    let before_that = i.checked_sub(2).map(|b| &row[b]);
    let stray =
        before.is_some_and(|b| b.chars() == 1 && b.label == Label::Word && b.cues.is_empty());
    let titled = before.is_some_and(Mention::is_title)
        || stray && before_that.is_some_and(Mention::is_title);
    let departs = row.get(i + 1).is_some_and(|m| m.trigger.is_some());
    let listed = before.map_or(0.6, |b| match b.label {
        Label::Punct => 0.6,
        _ if b.has(Cue::Coord) => 0.6,
        _ if b
            .trigger
            .is_some_and(|t| t.frame.has_object() || t.frame == Frame::Predecessor) =>
        {
            1.5
        }
        _ if b.join.is_some() || b.has(Cue::From) => -1.5,
        _ if b.has(Cue::At) && (latin::is_workplace(row, i) || !departs) => -1.5,
        _ => 0.0,
    });
    let edge = Edge {
        end: i + 1,
        rest: String::new(),
    };
    // Lindqvist被开除, Finchley离职: one word as the subject of a departure.
    let leaves = row[i + 1..]
        .iter()
        .take(3)
        .find(|m| !m.has(Cue::Adverb))
        .is_some_and(|m| m.trigger.is_some_and(|t| !t.frame.has_object()) || m.has(Cue::Passive))
        && !leaves_place(row, i)
        && !latin::is_workplace(row, i);
    let alone = words.len() == 1 && words[0].len() > 3;
    let title_behind = row
        .get(i + 1)
        .is_some_and(|a| matches!(a.label, Label::Title(_)));
    let score = shape
        + if given { 1.9 } else { 0.0 }
        + if titled { 2.0 } else { listed }
        + right(row, &edge, dict)
        + if alone && leaves { 1.7 } else { 0.0 };
    if title_behind && !given {
        score - 2.0
    } else {
        score
    }
}

/// A firm may leave a country, a person leaves a firm, and so does who is named beside one: P和Lindqvist双双出走.
fn leaves_place(row: &[Mention], i: usize) -> bool {
    let beside = i > 1 && row[i - 1].has(Cue::Coord) && row[i - 2].label == Label::Latin;
    if beside {
        return false;
    }
    let behind = row[i + 1..].iter().take(4);
    let mut behind = behind.skip_while(|m| m.trigger.is_none_or(|t| t.frame != Frame::Employer));
    behind.next().is_some() && !behind.next().is_some_and(Mention::is_org)
}

/// Han（Latin） and Latin（Han）: two names of one person.
fn pair(row: &[Mention], i: usize, dict: &Dict, lexicon: &mut Lexicon) {
    // Yvonne 许（许一诺）
    let surname = row[i].label == Label::Latin
        && row
            .get(i + 1)
            .is_some_and(|m| dict.names.surname(m.text.as_str()).is_some());
    let at = i + 1 + usize::from(surname);
    let Some(open) = row.get(at).filter(|m| m.is_punct(&['（'])) else {
        return;
    };
    let Some(close) = row[at + 1..]
        .iter()
        .take(6)
        .position(|m| m.is_punct(&['）', '，']))
        .map(|n| at + 1 + n)
    else {
        return;
    };
    let inner = &row[at + 1..close];
    let Some((first, rest)) = inner.split_first() else {
        return;
    };
    let latin_inside = first.label == Label::Latin && rest.is_empty();
    let han_outside = row[i].text.chars().any(latin::is_han);
    let whole: String = inner.iter().map(|m| m.text.as_str()).collect();
    if !han_outside && open.at.start == row[at - 1].at.end && is_name_like(&whole, dict) {
        lexicon.add_person(&whole, 5.0);
        lexicon.add_nickname(&row[i].text, &whole);
    }
    if latin_inside
        && han_outside
        && !first.text.chars().all(|c| c.is_uppercase())
        && !first
            .text
            .split(' ')
            .any(|w| dict.names.latin_other.contains(w))
    {
        lexicon.add_person(&first.text, 5.0);
        // The pair needs the whole name in front, which may be more than mention `i`.
        lexicon.add_nickname(&first.text, &name_ending_at(row, i, lexicon));
    }
}

/// 主教练Haze（白振宇）: behind a title a Latin word with a name in brackets is what the person is called by.
fn handle(row: &[Mention], i: usize, dict: &Dict, lexicon: &mut Lexicon) {
    let titled = i > 0 && row[i - 1].is_title();
    if !titled || row[i].text.chars().any(latin::is_han) || lexicon.is_org(&row[i].text) {
        return;
    }
    pair(row, i, dict, lexicon);
    if lexicon.person_of(&row[i].text).is_some() {
        lexicon.add_person(&row[i].text, 5.0);
    }
}

/// 余家辉（Jiahui Yu）: the words in front of a person's Latin name in brackets are the name, however they were cut.
fn add_spelled(row: &[Mention], latin: usize, dict: &Dict, lexicon: &mut Lexicon) {
    let Some(open) = latin.checked_sub(1).filter(|&o| row[o].is_punct(&['（'])) else {
        return;
    };
    let closed = row.get(latin + 1).is_some_and(|m| m.is_punct(&['）']));
    let word = |m: &Mention| m.label == Label::Word && m.cues.is_empty() && m.trigger.is_none();
    let start = (0..open)
        .rev()
        .take(3)
        .take_while(|&k| word(&row[k]))
        .last();
    let Some(start) =
        start.filter(|&k| k == 0 || row[k - 1].label != Label::Word || !row[k - 1].cues.is_empty())
    else {
        return;
    };
    let text: String = row[start..open].iter().map(|m| m.text.as_str()).collect();
    let given = |c: char| dict.names.given(c) >= 30.0;
    let full = row[latin].text.contains(' ') && text.chars().count() == 3;
    if closed && full && is_name_like(&text, dict) && text.chars().skip(1).all(given) {
        lexicon.add_person(&text, 5.0);
        lexicon.add_nickname(&row[latin].text, &text);
    }
}

/// The longest name known so far that ends with mention `i`.
fn name_ending_at(row: &[Mention], i: usize, lexicon: &Lexicon) -> String {
    let mut text = String::new();
    let mut best = row[i].text.to_string();
    for m in row[..=i].iter().rev().take(5) {
        text.insert_str(0, &m.text);
        if lexicon.is_person(&text) {
            best.clone_from(&text);
        }
    }
    best
}

/// P（花名“X”）: X is another name of P.
fn nickname(row: &[Mention], i: usize, lexicon: &mut Lexicon) {
    if !row[i].has(Cue::Nickname) {
        return;
    }
    let Some(open) = (1..=2)
        .filter_map(|n| i.checked_sub(n))
        .find(|&o| row[o].is_punct(&['（']))
    else {
        return;
    };
    let Some(person) = open.checked_sub(1).map(|p| skip_honorific(row, p)) else {
        return;
    };
    let name = name_ending_at(row, person, lexicon);
    // CEO云澈（本名…）: who has another name in brackets is a person, whatever the one in front looks like.
    let titled = person > 0 && row[person - 1].is_title();
    let word = &row[person];
    if titled
        && word.label == Label::Word
        && word.cues.is_empty()
        && (2..=3).contains(&word.chars())
    {
        lexicon.add_person(&word.text, 5.0);
    }
    let alias: String = row[i + 1..]
        .iter()
        .take(6)
        .skip_while(|m| m.label == Label::Punct || m.has(Cue::Hold))
        .take_while(|m| m.label != Label::Punct)
        .map(|m| m.text.as_str())
        .collect();
    if lexicon.is_person(&name) && alias.chars().count() >= 2 && alias.chars().count() <= 20 {
        lexicon.add_person(&alias, 5.0);
        lexicon.add_nickname(&alias, &name);
    }
}

fn skip_honorific(row: &[Mention], p: usize) -> usize {
    if row[p].label == Label::Honorific && p > 0 {
        p - 1
    } else {
        p
    }
}

/// 陈先生 stands for 陈浩霖, if the article names nobody else of that surname.
fn add_addressed(rows: &[Vec<Mention>], dict: &Dict, lexicon: &mut Lexicon) {
    let mut found: Vec<(String, String)> = Vec::new();
    for row in rows {
        for (i, m) in row.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| row[b].text.as_str());
            let (surname, honorific) = match before.filter(|_| m.label == Label::Honorific) {
                Some(before) => (before, m.text.as_str()),
                None => match address(&m.text, dict) {
                    Some(parts) => parts,
                    None => continue,
                },
            };
            if dict.names.surname(surname).is_some()
                && let Some(owner) = only_bearer(surname, lexicon, dict)
            {
                found.push((format!("{surname}{honorific}"), owner));
            }
        }
    }
    for (address, owner) in found {
        lexicon.add_person(&address, 4.0);
        lexicon.add_nickname(&address, &owner);
    }
}

/// 陈 and 先生 of 陈先生.
fn address<'t>(text: &'t str, dict: &Dict) -> Option<(&'t str, &'t str)> {
    let edges = text.char_indices().map(|(at, _)| at).skip(1).take(2);
    let mut parts = edges.map(|at| text.split_at(at));
    parts.find(|(surname, rest)| {
        let term = dict.terms.get(rest);
        let follows = term.is_some_and(|t| t.honorific == Some(Side::After));
        follows && dict.names.surname(surname).is_some()
    })
}

/// The only person of the article with a surname.
fn only_bearer(surname: &str, lexicon: &Lexicon, dict: &Dict) -> Option<String> {
    let whole = |name: &str| {
        let given = name.strip_prefix(surname).unwrap_or_default();
        let term = dict.terms.get(given);
        !given.is_empty()
            && given.chars().count() <= 2
            && given.chars().all(latin::is_han)
            && term.is_none_or(|t| t.honorific.is_none())
    };
    let people = lexicon.persons().map(|(name, _)| name);
    let mut bearers = people.filter(|name| whole(name));
    let bearer = bearers.next()?;
    bearers.next().is_none().then(|| bearer.to_owned())
}

/// Latin and dotted names are often repeated by their last part alone: Lindqvist, 林奎斯特.
fn add_last_names(rows: &[Vec<Mention>], lexicon: &mut Lexicon) {
    let full: Vec<String> = lexicon
        .persons()
        .map(|(n, _)| n.to_string())
        .filter(|n| n.contains([' ', '·', '-']))
        .collect();
    if full.is_empty() {
        return;
    }
    let mut owners: HashMap<&str, Vec<&String>> = HashMap::default();
    for name in &full {
        // 鲍勃-科斯格鲁 has two parts, Langton-Shaw is one.
        let parts: Vec<&str> = match name.is_ascii() {
            true => name.split(' ').collect(),
            false => name.split([' ', '·', '-']).collect(),
        };
        for part in [parts.last(), parts.first()].into_iter().flatten() {
            if part.chars().count() >= 2 && !owners.entry(part).or_default().contains(&name) {
                owners.entry(part).or_default().push(name);
            }
        }
    }
    let present: HashSet<&str> = rows.iter().flatten().map(|m| m.text.as_str()).collect();
    let mut found = Vec::new();
    for (part, names) in owners {
        let latin = part.is_ascii();
        let unique = names.iter().all(|n| {
            lexicon.person_of(n).unwrap_or(n) == lexicon.person_of(names[0]).unwrap_or(names[0])
        });
        if unique && (!latin || present.contains(part)) && !lexicon.is_org(part) {
            found.push((part.to_string(), names[0].clone()));
        }
    }
    found.sort();
    for (part, name) in found {
        lexicon.add_person(&part, 4.0);
        if lexicon.person_of(&part).is_none() {
            lexicon.add_nickname(&part, &name);
        }
    }
}
