//! `script.tsv`, `script_phrase.tsv`, `glyph.tsv` → simplified script: one character for each character, of the same
//! number of bytes, so that every offset stays.

use std::ops::RangeInclusive;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use foldhash::HashMap;
use itertools::Itertools;

use super::tsv::Row;
use crate::error::Result;

/// Han characters of three bytes in UTF-8, with their radicals and compatibility forms.
const HAN: RangeInclusive<char> = '\u{2e80}'..='\u{faff}';

/// Radicals, and ideographs kept for compatibility: each is another character.
const COMPATIBILITY: [RangeInclusive<char>; 2] = ['\u{2e80}'..='\u{2fdf}', '\u{f900}'..='\u{faff}'];

/// So many telling characters are counted in each third of a text.
const ENOUGH: usize = 100;

/// Which script has a character that the other does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tells {
    #[default]
    Nothing,
    Traditional,
    Simplified,
}

/// Which of the two characters of a row tells the script, as in the third column of `script.tsv`.
const TELLS: &[(&str, (bool, bool))] = &[
    ("both", (true, true)),
    ("traditional", (true, false)),
    ("simplified", (false, true)),
    ("neither", (false, false)),
];

/// The rows of the three files.
#[derive(Debug, Default)]
pub(super) struct Rows {
    characters: Vec<(char, char, (bool, bool))>,
    glyphs: Vec<(char, char)>,
    phrases: Vec<(Box<str>, Box<str>)>,
}

impl Rows {
    /// Takes in a row of `script.tsv`.
    pub(super) fn character(&mut self, row: &Row) -> Result<()> {
        let (traditional, simplified) = pair(row)?;
        let tells = row.choice(2, "tells", TELLS)?;
        self.characters.push((traditional, simplified, tells));
        Ok(())
    }

    /// Takes in a row of `glyph.tsv`.
    pub(super) fn glyph(&mut self, row: &Row) -> Result<()> {
        let (glyph, character) = pair(row)?;
        if !is_compatibility(glyph) {
            return Err(row.error(format!(
                "`{glyph}` is of no compatibility block: it belongs into script.tsv, or nowhere"
            )));
        }
        self.glyphs.push((glyph, character));
        Ok(())
    }

    /// Takes in a row of `script_phrase.tsv`.
    pub(super) fn phrase(&mut self, row: &Row) -> Result<()> {
        let (traditional, simplified) = (row.need(0, "traditional")?, row.need(1, "simplified")?);
        let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
        if lengths(traditional) != lengths(simplified) {
            return Err(row.error(format!(
                "`{traditional}` and `{simplified}` must have the same number of characters and bytes"
            )));
        }
        self.phrases.push((traditional.into(), simplified.into()));
        Ok(())
    }

    /// The tables, with `words` kept as they are written.
    pub(super) fn finish<'w>(self, words: impl Iterator<Item = &'w str>) -> Result<Script> {
        let codes = u32::from(*HAN.start())..=u32::from(*HAN.end());
        // No character has the code of a surrogate, so that its form is never asked for.
        let forms = codes.map(|code| char::from_u32(code).unwrap_or_default());
        let forms: Vec<char> = forms.collect();
        let mut script = Script {
            tells: vec![Tells::Nothing; forms.len()],
            forms,
            ..Script::default()
        };
        for (glyph, character) in self.glyphs {
            script.set(glyph, character);
        }
        for (traditional, simplified, (left, right)) in self.characters {
            script.set(traditional, simplified);
            if left {
                script.tell(traditional, Tells::Traditional);
            }
            if right {
                script.tell(simplified, Tells::Simplified);
                script.traditional.entry(simplified).or_insert(traditional);
            }
        }
        // Words that the forms of their characters would change.
        let changes = |w: &&str| w.chars().any(|c| script.fold(c) != c);
        let words = words.filter(|w| w.chars().nth(1).is_some() && changes(w));
        let own = words.sorted_unstable().map(|w| (w, w));
        let phrases = self.phrases.iter().map(|(from, to)| (&**from, &**to));
        script.set_phrases(phrases.chain(own))?;
        Ok(script)
    }
}

/// Two characters of the same number of bytes.
fn pair(row: &Row) -> Result<(char, char)> {
    let one = |n, column| {
        let cell = row.need(n, column)?;
        let mut chars = cell.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if HAN.contains(&c) => Ok(c),
            _ => Err(row.error(format!(
                "`{cell}` must be one Han character of three bytes in UTF-8"
            ))),
        }
    };
    Ok((one(0, "character")?, one(1, "form")?))
}

fn is_compatibility(c: char) -> bool {
    COMPATIBILITY.iter().any(|block| block.contains(&c))
}

/// A word in which a character has another form than by itself.
#[derive(Debug, Clone)]
struct Phrase {
    written: Box<str>,
    simplified: Box<str>,
}

/// Simplified forms.
#[derive(Default)]
pub struct Script {
    /// For each character of [`HAN`] its form: that of a radical, or the simplified one.
    forms: Vec<char>,
    tells: Vec<Tells>,
    /// For a character that only simplified script has, the usual traditional one.
    traditional: HashMap<char, char>,
    /// Finds in simplified text what `phrases` may have in the text as it was.
    finder: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    phrases: Vec<Vec<Phrase>>,
}

impl Script {
    fn set(&mut self, c: char, form: char) {
        if let Some(i) = index(c) {
            self.forms[i] = form;
        }
    }

    fn tell(&mut self, c: char, tells: Tells) {
        if let Some(i) = index(c) {
            self.tells[i] = tells;
        }
    }

    fn set_phrases<'p>(&mut self, phrases: impl Iterator<Item = (&'p str, &'p str)>) -> Result<()> {
        let mut found: Vec<(String, Vec<Phrase>)> = Vec::new();
        let mut at: HashMap<String, usize> = HashMap::default();
        for (written, simplified) in phrases {
            let plain = self.by_character(written);
            if plain == simplified {
                continue;
            }
            let i = *at.entry(plain.clone()).or_insert(found.len());
            if i == found.len() {
                found.push((plain, Vec::new()));
            }
            found[i].1.push(Phrase {
                written: written.into(),
                simplified: simplified.into(),
            });
        }
        let (words, phrases): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        self.phrases = phrases;
        if words.is_empty() {
            return Ok(());
        }
        let finder = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words);
        self.finder = Some(finder.map_err(super::no_automaton("script_phrase.tsv"))?);
        Ok(())
    }

    fn form(&self, c: char) -> char {
        index(c).map_or(c, |i| self.forms[i])
    }

    /// The character that one of a compatibility block is; any other is itself.
    pub fn glyph(&self, c: char) -> char {
        match is_compatibility(c) {
            true => self.form(c),
            false => c,
        }
    }

    /// The simplified form of a character by itself, of the same number of bytes.
    pub fn fold(&self, c: char) -> char {
        self.form(self.glyph(c))
    }

    /// The usual traditional form of a character that only simplified script has; any other is itself.
    pub fn unfold(&self, c: char) -> char {
        self.traditional.get(&c).copied().unwrap_or(c)
    }

    /// Whether most of the telling characters are those of traditional script, in samples from three places.
    pub fn is_traditional(&self, text: &str) -> bool {
        let third = |n: usize| {
            let start = (text.len() / 3 * n..).find(|&i| text.is_char_boundary(i));
            &text[start.unwrap_or_default()..]
        };
        let (mut traditional, mut simplified) = (0, 0);
        let samples = (0..3).map(third);
        let tells = samples.flat_map(|s| s.chars().filter_map(|c| self.telling(c)).take(ENOUGH));
        for tells in tells {
            match tells {
                Tells::Traditional => traditional += 1,
                _ => simplified += 1,
            }
        }
        traditional > simplified
    }

    fn telling(&self, c: char) -> Option<Tells> {
        let tells = self.tells[index(c)?];
        (tells != Tells::Nothing).then_some(tells)
    }

    /// Whether the text has characters of compatibility blocks: one pass over the bytes.
    pub fn has_glyphs(text: &str) -> bool {
        let bytes = text.as_bytes();
        let next = bytes.get(1..).unwrap_or_default();
        // Without a branch for each byte, so that many are looked at together.
        let pairs = |(a, b): (&[u8], &[u8])| {
            a.iter().zip(b).fold(false, |any, (a, b)| {
                any | (*a == 0xe2) & (0xba..=0xbf).contains(b)
                    | (*a == 0xef) & (0xa4..=0xab).contains(b)
            })
        };
        bytes.chunks(4096).zip(next.chunks(4096)).any(pairs)
    }

    /// The text without characters of compatibility blocks.
    pub fn without_glyphs(&self, text: &str) -> String {
        text.chars().map(|c| self.glyph(c)).collect()
    }

    /// The text in simplified script, each character one of the same number of bytes.
    pub fn simplified(&self, text: &str) -> String {
        let plain = self.by_character(text);
        let Some(finder) = &self.finder else {
            return plain;
        };
        let mut simplified = plain.clone();
        for found in finder.leftmost_find_iter(&plain) {
            let range = found.start()..found.end();
            let was = &text[range.clone()];
            let phrases = &self.phrases[found.value() as usize];
            if let Some(phrase) = phrases.iter().find(|p| p.is_in(was, &plain[range.clone()])) {
                simplified.replace_range(range, &phrase.simplified);
            }
        }
        simplified
    }

    fn by_character(&self, text: &str) -> String {
        text.chars().map(|c| self.fold(c)).collect()
    }
}

impl Phrase {
    /// Whether it stands in the text as it was: where it differs from `plain`, its own characters were written.
    fn is_in(&self, was: &str, plain: &str) -> bool {
        let forms = plain.chars().zip(self.simplified.chars());
        let characters = was.chars().zip(self.written.chars());
        forms
            .zip(characters)
            .all(|((plain, simplified), (was, written))| plain == simplified || was == written)
    }
}

fn index(c: char) -> Option<usize> {
    HAN.contains(&c).then(|| c as usize - *HAN.start() as usize)
}
