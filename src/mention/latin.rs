//! Latin words in Chinese text: known names and titles inside them, and whether the rest is a person.

use std::ops::Range;

use super::{Label, Lexicon, Mention, token};
use crate::dict::Dict;
use crate::dict::term::{Cue, Frame, Trigger};
use crate::view::View;

/// Stretches of Latin words: they begin and end with a letter or digit and have only blanks and `.'&+-` between.
pub(super) fn runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        // The usual Han characters, of three bytes.
        if (0xe4..=0xe9).contains(&bytes[at]) {
            at += 3;
            continue;
        }
        if !bytes[at].is_ascii_alphabetic() && !is_latin_letter(text, at) {
            at += 1;
            continue;
        }
        let mut end = at;
        for (i, c) in text[at..].char_indices() {
            if !(c.is_alphabetic() && !is_han(c)
                || c.is_ascii_digit()
                || matches!(c, ' ' | '.' | '\'' | '&' | '+' | '-' | '/'))
            {
                break;
            }
            end = at + i + c.len_utf8();
        }
        let run = text[at..end]
            .trim_end_matches([' ', '\'', '&', '-', '/'])
            .len();
        runs.push(at..at + run.max(1));
        at = end.max(at + 1);
    }
    runs
}

fn is_latin_letter(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && text[at..]
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !is_han(c))
}

/// Whether a character is Han (or kana, or Hangul): everything that is written without blanks.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `range` does not cut through a Latin word.
pub(super) fn whole(text: &str, range: &Range<usize>) -> bool {
    let joins = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric());
    let part = &text[range.clone()];
    !joins(text[..range.start].chars().next_back(), part.chars().next())
        && !joins(part.chars().next_back(), text[range.end..].chars().next())
}

/// What is left of `range` without the `taken` stretches.
pub(super) fn subtract<'a>(
    range: &Range<usize>,
    taken: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> = taken
        .filter(|t| t.start < range.end && range.start < t.end)
        .collect();
    taken.sort_by_key(|t| t.start);
    let mut free = Vec::new();
    let mut at = range.start;
    for t in taken {
        if at < t.start {
            free.push(at..t.start);
        }
        at = at.max(t.end);
    }
    if at < range.end {
        free.push(at..range.end);
    }
    free
}

/// Splits a run into dictionary words, possible names and other words.
pub(super) fn split(view: &View, run: Range<usize>, dict: &Dict, row: &mut Vec<Mention>) {
    let words = blank_separated(&view.text, run);
    let mut i = 0;
    while i < words.len() {
        if let Some(n) = (1..=words.len() - i)
            .rev()
            .take(6.min(words.len() - i))
            .find(|n| known(view, &words[i..i + n], dict))
        {
            row.push(token::word(
                view,
                words[i].start..words[i + n - 1].end,
                "eng",
                dict,
            ));
            i += n;
            continue;
        }
        let n = name_length(view, &words[i..], dict);
        let label = if n > 0 { Label::Latin } else { Label::Word };
        let last = i + n.max(1) - 1;
        row.push(Mention {
            tag: "eng",
            ..token::plain(view, words[i].start..words[last].end, label)
        });
        i = last + 1;
    }
}

fn blank_separated(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = run.start;
    for (i, c) in text[run.clone()].char_indices() {
        if c == ' ' || c == '/' {
            if start < run.start + i {
                words.push(start..run.start + i);
            }
            start = run.start + i + 1;
        }
    }
    if start < run.end {
        words.push(start..run.end);
    }
    words
}

fn known(view: &View, words: &[Range<usize>], dict: &Dict) -> bool {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => dict.terms.get(&view.text[first.start..last.end]).is_some(),
        _ => false,
    }
}

/// How many of the words can be one name: capitalised, with particles between, no dictionary word among them.
fn name_length(view: &View, words: &[Range<usize>], dict: &Dict) -> usize {
    let mut n = 0;
    for (i, word) in words.iter().take(5).enumerate() {
        let text = &view.text[word.clone()];
        // A name goes on behind a blank only, not behind a slash.
        if i > 0 && view.text.as_bytes().get(words[i - 1].end) != Some(&b' ') {
            break;
        }
        let particle = i > 0 && dict.names.latin_particle.contains(text);
        // An abbreviation does not begin a name.
        let abbreviation =
            i == 0 && text.chars().count() > 1 && text.chars().all(char::is_uppercase);
        let capital = text.starts_with(char::is_uppercase) && !abbreviation;
        // After a given name even a company's name is a surname: Erik Siemens.
        let surname = i == 1
            && capital
            && dict
                .names
                .latin_given
                .contains(&view.text[words[0].clone()])
            && !dict.names.latin_other.contains(text);
        let proper = capital && dict.terms.get(text).is_none() || surname;
        if !particle && !proper
            || i > 0 && !surname && known(view, &words[i..(i + 2).min(words.len())], dict)
        {
            break;
        }
        if proper {
            n = i + 1;
        }
    }
    n
}

/// Notes a Latin name in front of a title that only a whole organisation has: Lumenor首席执行官, LMNR首席执行官.
pub(super) fn discover(rows: &[Vec<Mention>], dict: &Dict, lexicon: &mut Lexicon) {
    for row in rows {
        for (i, m) in row.iter().enumerate() {
            let leads = row.get(i + 1).is_some_and(|n| n.has(Cue::HeadsOrg));
            if leads
                && (m.label == Label::Latin || is_abbreviation(m, dict))
                && !lexicon.is_person(&m.text)
                && asks_for_org(row, i)
            {
                lexicon.add_org(&m.text, None);
            }
        }
    }
}

/// LMNR: three capitals or more that the dictionary does not have.
fn is_abbreviation(m: &Mention, dict: &Dict) -> bool {
    let letters = m.label == Label::Word && m.text.chars().all(|c| c.is_ascii_uppercase());
    letters && m.text.len() > 2 && !dict.names.latin_other.contains(m.text.as_str())
}

/// Decides for each possible Latin name whether it is a person, an organisation or a plain word.
pub(super) fn settle(row: &mut [Mention], lexicon: &Lexicon) {
    for i in 0..row.len() {
        if row[i].label != Label::Latin {
            continue;
        }
        row[i].label = match () {
            () if lexicon.is_person(&row[i].text) => Label::Person,
            () if lexicon.is_org(&row[i].text) || asks_for_org(row, i) => Label::Org(None),
            () => Label::Word,
        };
    }
}

/// P在Axle辞职: where somebody works; but in 就在Kessler辞职的当天 Kessler is who leaves.
pub(super) fn is_workplace(row: &[Mention], i: usize) -> bool {
    let Some(at) = i.checked_sub(1).filter(|&at| row[at].has(Cue::At)) else {
        return false;
    };
    let opens = row[..at].iter().rev();
    let opens = opens
        .take_while(|m| m.label != Label::Punct)
        .all(|m| m.has(Cue::Adverb) || m.tag == "d");
    let presupposed = row
        .get(i + 2)
        .is_some_and(|m| m.cues.any(&[Cue::Of, Cue::After, Cue::BeforeEvent]));
    !(opens && presupposed)
}

/// 从AI公司Xtream离职, 芯片公司Graphis的总监: where the words for a kind of firm begin that stand in front of its name, if what
/// is around asks for a firm.
pub(super) fn kind_of_firm(row: &[Mention], i: usize) -> Option<usize> {
    let kind = i.checked_sub(1).filter(|&k| row[k].has(Cue::Named))?;
    let noun = |m: &&Mention| {
        let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        let place = m.label == Label::Place;
        plain && (place || m.label != Label::Punct && m.tag.starts_with(['n', 'e', 'x']))
            || m.has(Cue::FirmKind)
    };
    let words = row[..kind].iter().rev().take(3).take_while(noun).count();
    // 从最后一家芯片公司Xtream离职
    let counts =
        |m: &&Mention| m.cues.any(&[Cue::Single, Cue::Pronoun, Cue::Adverb]) || m.tag == "f";
    let start = kind - words;
    let start = start - row[..start].iter().rev().take(4).take_while(counts).count();
    let quits = row
        .get(i + 1)
        .is_some_and(|m| m.trigger.is_some_and(Trigger::is_of_people));
    let left = start.checked_sub(1).is_some_and(|b| {
        let frame = row[b].trigger.map(|t| t.frame);
        row[b].has(Cue::From) || frame == Some(Frame::Employer) || row[b].has(Cue::At) && quits
    });
    let of = row.get(i + 1).is_some_and(|m| m.has(Cue::Of));
    let titled = of && row.get(i + 2).is_some_and(Mention::is_title);
    (words > 0 && (left || titled)).then_some(start)
}

/// Whether the words around ask for an organisation: a title behind, a destination verb or 离开/从 in front.
fn asks_for_org(row: &[Mention], i: usize) -> bool {
    if kind_of_firm(row, i).is_some() {
        return true;
    }
    // 辞去了Axle的职务
    let filled = row[..i].iter().rev();
    let filled = filled
        .take_while(|m| m.has(Cue::Filler) && !m.has(Cue::Of))
        .count();
    let before = (i - filled).checked_sub(1).map(|b| &row[b]);
    let after = row.get(i + 1);
    let post = |k: usize| {
        row.get(k).is_some_and(|m| {
            matches!(m.label, Label::Title(_)) || m.cues.any(&[Cue::PostNoun, Cue::AnyPost])
        })
    };
    let of = after.is_some_and(|a| a.has(Cue::Of));
    let resigned = before.is_some_and(|b| b.trigger.is_some_and(|t| t.frame == Frame::Post))
        && post(i + 1 + usize::from(of));
    let quits = after.is_some_and(|a| a.trigger.is_some_and(Trigger::is_of_people));
    let joined = resigned
        || before.is_some_and(|b| {
            b.join.is_some()
                || b.cues.any(&[Cue::From, Cue::Workplace])
                || b.has(Cue::At) && after.is_some_and(|a| a.has(Cue::Works))
                || quits && is_workplace(row, i)
                || b.trigger
                    .is_some_and(|t| matches!(t.frame, Frame::Employer | Frame::Destination))
        });
    let titled = after.is_some_and(|a| matches!(a.label, Label::Title(_)) || a.has(Cue::Announce));
    let edge = before.is_none_or(|b| {
        matches!(b.label, Label::Punct | Label::Date(_))
            || !b.cues.is_empty() && !b.has(Cue::Coord)
            || b.trigger.is_some()
    });
    let product = row[i].text.chars().any(|c| c.is_ascii_digit()) || row[i].chars() < 2;
    (joined || titled && edge) && !product
}
