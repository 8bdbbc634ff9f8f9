//! The words and wordings of `dict/`, loaded once and passed down by reference.
//!
//! A file is known by its name up to the first `_` or `.`: `org.tsv`, `org_mine.tsv` and `org_bank.tsv` all hold
//! organisations. Folders given by the user are laid over the built-in files; the last layer wins for segmentation
//! and for recognition.

mod bits;
mod builtin;
pub mod date;
mod furniture;
mod jieba;
pub mod layer;
pub mod name;
mod org;
pub mod scan;
pub mod script;
pub mod segmenter;
mod sketch;
pub mod term;
pub mod tsv;
pub mod wording;

use foldhash::{HashMap, HashSet};
use std::ops::Range;
use std::path::PathBuf;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use crate::error::{Error, Result};
use crate::record::ReasonCode;
use date::DatePatterns;
pub use furniture::Furniture;
use name::Names;
pub use org::{Org, OrgKind};
use scan::Scan;
use script::Script;
use segmenter::Segmenter;
use term::{
    CUES, FRAMES, JOIN_FRAMES, Join, NEEDS, Need, SUFFIXES, Suffix, TITLE_PARTS, Terms, TitlePart,
    Trigger,
};
use wording::Wording;

/// How a row of a dictionary is taken in.
type ReadRow = fn(&mut Loader, &tsv::Row, usize) -> Result<()>;

/// Everything that `dict/` says.
pub struct Dict {
    /// Surface → what it can be.
    pub terms: Terms,
    /// Organisations, by [`term::OrgId`].
    pub orgs: Vec<Org>,
    /// What names are made of.
    pub names: Names,
    /// How dates are written.
    pub dates: DatePatterns,
    /// Traditional script.
    pub script: Script,
    /// Wordings of `rules/*.toml`.
    pub wordings: Vec<Wording>,
    /// Triggers and destinations with the examples that prove them.
    pub proofs: Vec<Proof>,
    /// jieba with our words.
    pub segmenter: Segmenter,
    /// What may stand before a head in a title (人力资源 in 人力资源总监).
    pub modifiers: HashSet<Box<str>>,
    /// The last characters of organisations' endings.
    endings: HashSet<char>,
    reasons: HashMap<Box<str>, ReasonCode>,
    title_alias: HashMap<Box<str>, Box<str>>,
    furniture: furniture::Table,
    headers: HashMap<Box<str>, Header>,
    /// Where a departure can be told at all.
    pub scan: Scan,
    specials: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl std::fmt::Debug for Dict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dict")
            .field("orgs", &self.orgs.len())
            .field("wordings", &self.wordings.len())
            .finish_non_exhaustive()
    }
}

/// An example sentence of a dictionary row, to be run by `quliu check`.
#[derive(Debug, Clone)]
pub struct Proof {
    /// Dictionary file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What the row declares its word to be.
    pub proves: Proves,
    /// The word.
    pub surface: String,
    /// The sentence, with `[text]field` marks.
    pub example: String,
    layer: usize,
}

/// What an example proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proves {
    /// The word tells a departure.
    Trigger,
    /// The word tells a destination.
    Destination,
}

/// What a labelled header line of an article gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// The title.
    Title,
    /// The publication date.
    Published,
    /// Nothing that is needed; the rest of the line is text.
    Body,
}

impl Dict {
    /// Loads the built-in dictionary and lays the folders of `layers` over it; the last one wins.
    ///
    /// # Errors
    /// A row that cannot be used, with file, line and remedy; a folder that cannot be read.
    pub fn load(layers: &[PathBuf]) -> Result<Dict> {
        let mut errors = Vec::new();
        let dict = Dict::of_files(&layer::files(layers, &mut errors), &mut errors);
        match errors.into_iter().next() {
            Some(error) => Err(error),
            None => dict,
        }
    }

    /// The dictionary of all rows that can be used; the others are noted in `errors`.
    ///
    /// # Errors
    /// What is left makes no dictionary.
    pub fn of_files(files: &[layer::File], errors: &mut Vec<Error>) -> Result<Dict> {
        let mut loader = Loader::default();
        for file in files {
            loader.file(file, errors);
        }
        loader.finish()
    }

    /// Dictionary words with a blank or `·` in `text` (byte ranges, leftmost-longest).
    pub fn specials<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.specials
            .iter()
            .flat_map(move |a| a.leftmost_find_iter(text))
            .map(|m| m.start()..m.end())
    }

    /// Whether an ending of organisations' names ends like `text`.
    pub fn may_end_org(&self, text: &str) -> bool {
        text.chars()
            .next_back()
            .is_some_and(|last| self.endings.contains(&last))
    }

    /// The longest ending of an organisation's name that `text` has: where it begins (byte), and its strength.
    pub fn ending(&self, text: &str) -> Option<(usize, Suffix)> {
        if !self.may_end_org(text) {
            return None;
        }
        text.char_indices()
            .find_map(|(i, _)| Some((i, self.terms.get(&text[i..])?.suffix?)))
    }

    /// Whether a title is one that its bearer holds beside a job: 技术顾问, 客座教授.
    pub fn is_beside(&self, title: &str) -> bool {
        self.ends_in(title, term::Cue::Beside)
    }

    /// Whether a title is no post: it only praises its bearer or ends in a word that does (元老, 技术大牛), or names a
    /// member of no group (成员).
    pub fn is_no_post(&self, title: &str) -> bool {
        let belongs = |t: &term::Term| t.cues.has(term::Cue::Belongs);
        self.ends_in(title, term::Cue::Praise) || self.terms.get(title).is_some_and(belongs)
    }

    /// A title without the word that praises in front of it: 经理 of 知名经理.
    pub fn unpraised<'t>(&self, title: &'t str) -> &'t str {
        let praises = |t: &term::Term| t.cues.has(term::Cue::Praise) && t.title.is_none();
        let ends = title.char_indices().map(|(i, _)| i).skip(1);
        ends.into_iter()
            .find(|&i| self.terms.get(&title[..i]).is_some_and(praises))
            .map_or(title, |i| &title[i..])
    }

    /// Whether a title ends in a word with `cue`: 产品负责人.
    pub fn ends_in(&self, title: &str, cue: term::Cue) -> bool {
        title
            .char_indices()
            .filter_map(|(i, _)| self.terms.get(&title[i..]))
            .any(|t| t.cues.has(cue))
    }

    /// The code of a reason: that of the longest known word in it.
    pub fn reason_code(&self, reason: &str) -> ReasonCode {
        let starts: Vec<usize> = reason
            .char_indices()
            .map(|(i, _)| i)
            .chain([reason.len()])
            .collect();
        let mut best = (0, ReasonCode::Unstated);
        for (i, &start) in starts.iter().enumerate() {
            for &end in &starts[i + 1..] {
                if let Some(code) = self.reasons.get(&reason[start..end])
                    && end - start > best.0
                {
                    best = (end - start, *code);
                }
            }
        }
        best.1
    }

    /// Whether two titles are the same post by another name (CTO, 首席技术官).
    pub fn same_title(&self, a: &str, b: &str) -> bool {
        self.canonical_title(a) == self.canonical_title(b)
    }

    /// The name that a title is compared by: the one it is an alias of, else itself.
    pub fn canonical_title<'t>(&'t self, title: &'t str) -> &'t str {
        self.title_alias.get(title).map_or(title, |name| name)
    }

    /// Whether a line is page furniture. A long line never is.
    pub fn furniture(&self, line: &str) -> Option<Furniture> {
        self.furniture.find(line)
    }

    /// A labelled header line (标题:…): what it gives, and the byte where its value begins.
    pub fn header(&self, line: &str) -> Option<(Header, usize)> {
        let colon = line.find([':', '：'])?;
        let header = self.headers.get(line[..colon].trim())?;
        let width = line[colon..].chars().next().map_or(1, char::len_utf8);
        Some((*header, colon + width))
    }
}

fn line_of(text: &str, span: Option<Range<usize>>) -> usize {
    let at = span.map_or(0, |s| s.start.min(text.len()));
    text.as_bytes()[..at]
        .iter()
        .filter(|b| **b == b'\n')
        .count()
        + 1
}

#[derive(Default)]
struct Loader {
    terms: Terms,
    orgs: org::Orgs,
    names: Names,
    dates: Option<DatePatterns>,
    script: script::Rows,
    wordings: Vec<Wording>,
    proofs: Vec<Proof>,
    reasons: HashMap<Box<str>, ReasonCode>,
    title_alias: HashMap<Box<str>, Box<str>>,
    furniture: Vec<(Box<str>, Furniture)>,
    headers: HashMap<Box<str>, Header>,
    ambiguous: Vec<(String, usize)>,
    modifiers: HashSet<Box<str>>,
}

/// Dictionaries that are known by their whole name.
const WHOLE_NAMES: &[(&str, ReadRow)] = &[
    ("org_suffix", Loader::suffix),
    ("org_ambiguous", Loader::ambiguous),
    ("surname_japanese", Loader::japanese),
    ("surname_japanese_rare", Loader::japanese_rare),
    ("given_japanese", Loader::japanese_given),
    ("latin_given", Loader::latin_given),
    ("person_context", Loader::person_context),
    ("title_alias", Loader::title_alias),
    ("not_person", Loader::not_person),
    ("script_phrase", Loader::script_phrase),
];

/// Dictionaries that are known by their name up to the first `_` or `.`.
const KINDS: &[(&str, ReadRow)] = &[
    ("org", Loader::org),
    ("title", Loader::title),
    ("trigger", Loader::trigger),
    ("destination", Loader::destination),
    ("cue", Loader::cue),
    ("block", Loader::block),
    ("word", Loader::word),
    ("modifier", Loader::modifier),
    ("reason", Loader::reason),
    ("surname", Loader::surname),
    ("given", Loader::given),
    ("transliteration", Loader::transliteration),
    ("latin", Loader::latin),
    ("honorific", Loader::honorific),
    ("place", Loader::place),
    ("media", Loader::media),
    ("furniture", Loader::furniture),
    ("header", Loader::header),
    ("script", Loader::script),
    ("glyph", Loader::glyph),
];

fn reader(table: &[(&str, ReadRow)], name: &str) -> Option<ReadRow> {
    table.iter().find(|row| row.0 == name).map(|row| row.1)
}

fn no_dictionary(base: &str) -> String {
    let names =
        |table: &[(&'static str, ReadRow)]| table.iter().map(|row| row.0).collect::<Vec<_>>();
    format!(
        "`{base}` is no dictionary: its name must be one of {} up to the first `_` or `.`, or one of {}, in lower case",
        names(KINDS).join(", "),
        names(WHOLE_NAMES).join(", ")
    )
}

impl Loader {
    /// Reads one file; rows that cannot be used are noted in `errors`.
    fn file(&mut self, file: &layer::File, errors: &mut Vec<Error>) {
        if let Err(error) = self.read(file, errors) {
            errors.push(error);
        }
    }

    fn read(&mut self, file: &layer::File, errors: &mut Vec<Error>) -> Result<()> {
        let layer::File {
            name,
            shown,
            text,
            layer,
        } = file;
        let base = name.rsplit('/').next().unwrap_or(name);
        if base == "date.toml" {
            self.dates = Some(DatePatterns::parse(shown, text)?);
            return Ok(());
        }
        if base.ends_with(".toml") {
            self.wordings.extend(wording::parse(shown, text)?);
            return Ok(());
        }
        // What `quliu eval` compares with is no matter of extraction; `score` reads it.
        if base == "score.tsv" {
            return Ok(());
        }
        let stem = base.trim_end_matches(".tsv");
        let kind = stem.split('_').next().unwrap_or(stem);
        let Some(read) = reader(WHOLE_NAMES, stem).or_else(|| reader(KINDS, kind)) else {
            return Err(Error::Dict {
                file: shown.clone(),
                line: 1,
                problem: no_dictionary(base),
            });
        };
        for row in tsv::rows(shown, text) {
            if let Err(error) = read(self, &row, *layer) {
                errors.push(error);
            }
        }
        Ok(())
    }

    fn org(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.orgs.add(row, layer, &mut self.terms)
    }

    fn suffix(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        let surface = row.need(0, "ending")?;
        let strength = row.choice(1, "strength", SUFFIXES)?;
        self.terms.entry(surface, layer).suffix = Some(strength);
        Ok(())
    }

    fn ambiguous(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.ambiguous
            .push((row.need(0, "surface")?.to_string(), layer));
        Ok(())
    }

    fn title(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.terms.entry(row.need(0, "surface")?, layer).title =
            Some(row.choice(1, "part", TITLE_PARTS)?);
        Ok(())
    }

    fn trigger(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        let surface = row.need(0, "surface")?;
        let frame = row.choice(1, "frame", FRAMES)?;
        let change = parse_word(row, 2, "change_type")?;
        self.proof(row, layer, Proves::Trigger)?;
        let need = if row.cell(4).is_some() {
            row.choice(4, "need", NEEDS)?
        } else {
            Need::Nothing
        };
        self.terms.entry(surface, layer).trigger = Some(Trigger {
            frame,
            change,
            need,
        });
        Ok(())
    }

    fn destination(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        let surface = row.need(0, "surface")?;
        let frame = row.choice(1, "frame", JOIN_FRAMES)?;
        let kind = parse_word(row, 2, "destination_kind")?;
        self.proof(row, layer, Proves::Destination)?;
        self.terms.entry(surface, layer).join = Some(Join { frame, kind });
        Ok(())
    }

    fn not_person(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names.not_person.insert(row.need(0, "word")?.into());
        Ok(())
    }

    fn title_alias(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.title_alias.insert(
            row.need(0, "title")?.into(),
            row.need(1, "canonical")?.into(),
        );
        Ok(())
    }

    fn proof(&mut self, row: &tsv::Row, layer: usize, proves: Proves) -> Result<()> {
        let example = row.need(3, "example")?.to_string();
        let surface = row.need(0, "surface")?.to_string();
        self.proofs.push(Proof {
            file: row.file.to_string(),
            line: row.line,
            proves,
            surface,
            example,
            layer,
        });
        Ok(())
    }

    fn cue(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        let cue = row.choice(1, "kind", CUES)?;
        self.terms
            .entry(row.need(0, "surface")?, layer)
            .cues
            .insert(cue);
        Ok(())
    }

    fn block(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.terms.entry(row.need(0, "surface")?, layer).blocked = true;
        Ok(())
    }

    fn modifier(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.modifiers.insert(row.need(0, "word")?.into());
        Ok(())
    }

    fn word(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.terms.entry(row.need(0, "word")?, layer);
        Ok(())
    }

    fn reason(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.reasons.insert(
            row.need(0, "word")?.into(),
            parse_word(row, 1, "reason_code")?,
        );
        Ok(())
    }

    fn surname(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names
            .surname
            .insert(row.need(0, "surname")?.into(), row.number(1, "frequency")?);
        Ok(())
    }

    fn given(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names
            .given
            .insert(one_char(row)?, row.number(1, "frequency")?);
        Ok(())
    }

    fn transliteration(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names
            .transliteration
            .insert(one_char(row)?, row.number(1, "weight")?);
        Ok(())
    }

    fn japanese(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names.japanese.insert(row.need(0, "surname")?.into());
        Ok(())
    }

    fn japanese_rare(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        let surname = row.need(0, "surname")?.into();
        self.names.japanese_rare.insert(surname);
        Ok(())
    }

    fn japanese_given(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names
            .japanese_given
            .insert(row.need(0, "name")?.into());
        Ok(())
    }

    fn latin(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        let word = row.need(0, "word")?.into();
        let particle = row.choice(
            1,
            "kind",
            &[("particle", true), ("suffix", true), ("not_name", false)],
        )?;
        let set = if particle {
            &mut self.names.latin_particle
        } else {
            &mut self.names.latin_other
        };
        set.insert(word);
        Ok(())
    }

    fn latin_given(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.names.latin_given.insert(row.need(0, "name")?.into());
        Ok(())
    }

    fn person_context(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        let left = row.choice(1, "side", &[("left", true), ("right", false)])?;
        let strength = row.number(2, "strength")?;
        let table = if left {
            &mut self.names.left
        } else {
            &mut self.names.right
        };
        table.insert(row.need(0, "word")?.into(), strength);
        Ok(())
    }

    fn honorific(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        let side = row.choice(1, "side", term::SIDES)?;
        self.terms.entry(row.need(0, "word")?, layer).honorific = Some(side);
        Ok(())
    }

    fn place(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.terms.entry(row.need(0, "surface")?, layer).place = true;
        Ok(())
    }

    fn media(&mut self, row: &tsv::Row, layer: usize) -> Result<()> {
        self.terms.entry(row.need(0, "surface")?, layer).media = true;
        Ok(())
    }

    fn furniture(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.furniture.push((
            row.need(0, "text")?.into(),
            row.choice(1, "place", furniture::PLACES)?,
        ));
        Ok(())
    }

    fn header(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        let kinds = [
            ("title", Header::Title),
            ("published", Header::Published),
            ("body", Header::Body),
        ];
        self.headers.insert(
            row.need(0, "label")?.into(),
            row.choice(1, "field", &kinds)?,
        );
        Ok(())
    }

    fn script(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.script.character(row)
    }

    fn script_phrase(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.script.phrase(row)
    }

    fn glyph(&mut self, row: &tsv::Row, _: usize) -> Result<()> {
        self.script.glyph(row)
    }

    fn finish(mut self) -> Result<Dict> {
        for (surface, layer) in std::mem::take(&mut self.ambiguous) {
            self.terms.mark_ambiguous(&surface, layer);
        }
        // A row that a higher layer has replaced has nothing left to prove.
        self.proofs
            .retain(|p| self.terms.layer(&p.surface) == Some(p.layer));
        let dates = self.dates.ok_or_else(|| Error::Dict {
            file: "date.toml".to_string(),
            line: 1,
            problem: "missing".to_string(),
        })?;
        self.names.set_first();
        let scan = Scan::of(&self.terms, &self.wordings)?;
        let mut modifiers = modifiers(&self.terms);
        modifiers.extend(self.modifiers);
        let surfaces = words_for_segmenter(&self.terms, &self.wordings);
        let specials = special_automaton(&self.terms)?;
        let script = self
            .script
            .finish(self.terms.iter().map(|(surface, _)| surface))?;
        let suffixes = self.terms.iter().filter(|(_, t)| t.suffix.is_some());
        let endings = suffixes.filter_map(|(surface, _)| surface.chars().next_back());
        Ok(Dict {
            endings: endings.collect(),
            terms: self.terms,
            orgs: self.orgs.rows,
            names: self.names,
            dates,
            script,
            wordings: self.wordings,
            proofs: self.proofs,
            segmenter: Segmenter::new(surfaces),
            modifiers,
            reasons: self.reasons,
            title_alias: self.title_alias,
            furniture: furniture::Table::of(self.furniture)?,
            headers: self.headers,
            scan,
            specials,
        })
    }
}

fn one_char(row: &tsv::Row) -> Result<char> {
    let cell = row.need(0, "character")?;
    let mut chars = cell.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(row.error(format!("`{cell}` must be one character"))),
    }
}

fn parse_word<T: clap::ValueEnum>(row: &tsv::Row, n: usize, column: &str) -> Result<T> {
    let word = row.need(n, column)?;
    T::from_str(word, false).map_err(|_| {
        let names: Vec<_> = T::value_variants()
            .iter()
            .filter_map(|v| Some(v.to_possible_value()?.get_name().to_string()))
            .collect();
        row.error(format!(
            "`{word}` is no {column}: use one of {}",
            names.join(", ")
        ))
    })
}

/// What stands before a head in the compound titles of the dictionary, and the words that may stand there.
fn modifiers(terms: &Terms) -> HashSet<Box<str>> {
    let mut modifiers = HashSet::default();
    for (surface, term) in terms.iter() {
        match term.title {
            Some(TitlePart::Prefix | TitlePart::Unit) => {
                modifiers.insert(surface.into());
            }
            Some(TitlePart::Head) => {
                for (cut, _) in surface.char_indices().skip(1) {
                    if matches!(
                        terms.get(&surface[cut..]).and_then(|t| t.title),
                        Some(TitlePart::Head)
                    ) {
                        modifiers.insert(surface[..cut].into());
                    }
                }
            }
            _ => {}
        }
    }
    modifiers
}

/// Departure words are given at least this frequency, so that 辞任|由 wins over 辞|任由.
const TRIGGER_FREQUENCY: usize = 30_000;

/// Titles likewise, so that 督察长|孙 wins over 督察|长孙.
const TITLE_FREQUENCY: usize = 3_000;

/// The words that jieba must keep together: everything of two characters and more without a blank or `·`.
fn words_for_segmenter(terms: &Terms, wordings: &[Wording]) -> Vec<(Box<str>, usize)> {
    let literals = wordings
        .iter()
        .flat_map(|w| &w.items)
        .flat_map(|i| match &i.what {
            wording::What::Words(words) => words.as_slice(),
            _ => &[],
        });
    let mut words: Vec<Box<str>> = terms
        .iter()
        .map(|(surface, _)| surface)
        .chain(literals.map(String::as_str))
        .filter(|s| !is_special(s) && s.chars().nth(1).is_some())
        .map(Box::from)
        .collect();
    words.sort_unstable();
    words.dedup();
    let floor = |w: &str| match terms.get(w) {
        Some(t) if t.trigger.is_some() => TRIGGER_FREQUENCY,
        Some(t) if t.title == Some(TitlePart::Head) => TITLE_FREQUENCY,
        _ => 1,
    };
    words
        .into_iter()
        .map(|w| {
            let floor = floor(&w);
            (w, floor)
        })
        .collect()
}

/// Whether jieba would not find the word whole: it has Latin letters or digits beside Chinese, a blank or a mark.
fn is_special(surface: &str) -> bool {
    let (mut ascii, mut other) = (false, false);
    for c in surface.chars() {
        match c {
            ' ' | '·' | '*' | '/' | '\'' | '!' | '@' | '（' | '）' => return true,
            _ if c.is_ascii_alphanumeric() => ascii = true,
            _ => other |= !c.is_ascii(),
        }
    }
    ascii && other
}

/// What is wrong when no automaton can be made of the words of a file.
fn no_automaton<E: std::fmt::Display>(file: &'static str) -> impl FnOnce(E) -> Error {
    move |e| Error::Dict {
        file: file.to_string(),
        line: 1,
        problem: e.to_string(),
    }
}

fn special_automaton(terms: &Terms) -> Result<Option<CharwiseDoubleArrayAhoCorasick<u32>>> {
    let words: Vec<&str> = terms
        .iter()
        .map(|(surface, _)| surface)
        .filter(|s| is_special(s))
        .collect();
    if words.is_empty() {
        return Ok(None);
    }
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .map(Some)
        .map_err(no_automaton("org.tsv"))
}
