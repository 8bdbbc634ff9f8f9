//! Why: the reason as the text gives it.
//!
//! `clause` reads the sentence of the trigger, `elsewhere` the sentences near by that go on about the person.

mod clause;
mod elsewhere;

pub(super) use clause::is_coordinated;

use super::{Scene, Value};
use crate::dict::term::Cue;
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::record::ReasonCode;

/// A reason longer than this is no reason but a story.
const MAX_CHARS: usize = 60;

/// A quotation or a clause has at most so many words: longer ones give no reason, and are not gone through again and again.
const QUOTED: usize = 128;

/// What finds a reason in another sentence than the trigger's.
pub(crate) const ELSEWHERE: &str = "reason_elsewhere";

/// The reason of the departure at `t`.
pub(super) fn find(scene: &Scene, s: usize, t: usize, person: At) -> Option<Value> {
    let dismissed = scene.entities.row(s)[t]
        .trigger
        .is_some_and(|g| clause::is_dismissal(g.change));
    clause::find(scene, s, t, person)
        .or_else(|| shared(scene, s, t))
        .or_else(|| elsewhere::find(scene, s, person, dismissed))
        .or_else(|| elsewhere::accused(scene, s, person).filter(|_| dismissed))
}

/// 因任期届满，P不再担任R；Q不再担任S: the term that ends at the head of the sentence before, which goes on here.
fn shared(scene: &Scene, s: usize, t: usize) -> Option<Value> {
    let before = s.checked_sub(1)?;
    let sentences = scene.entities.sentences();
    let (row, here) = (scene.entities.row(before), scene.entities.row(s));
    let goes_on = sentences[before].block == sentences[s].block
        && row.last().is_some_and(|m| m.is_punct(&['；']));
    let term = row.iter().take(6).any(|m| m.has(Cue::ReasonWord));
    let same = (0..row.len())
        .find(|&k| row[k].trigger.is_some() && row[k].text == here[t].text)
        .filter(|_| goes_on && term)?;
    let person = (0..same).rev().find(|&k| row[k].is_person())?;
    clause::find(scene, before, same, (before, person))
}

/// A stretch of a row.
type Stretch = (usize, usize);

/// The words of a stretch as a reason, if they can be one.
fn value(scene: &Scene, s: usize, (from, to): Stretch, rule: &'static str) -> Option<Value> {
    let row = scene.entities.row(s);
    let pause = |m: &Mention| m.label == Label::Punct && !is_quote(m);
    let from = (from..to).find(|&k| !pause(&row[k]))?;
    let to = (from + 1..=to).rev().find(|&e| !pause(&row[e - 1]))?;
    let span = row[from].span.to(row[to - 1].span);
    let text = text(&row[from..to]);
    let quotes = text.matches('"').count();
    let around = quotes == 2 && text.starts_with('"') && text.ends_with('"');
    let text = match around || quotes % 2 == 1 {
        true => text.trim_matches(['"', '。', '，']).to_string(),
        false => text,
    };
    (2..=MAX_CHARS)
        .contains(&text.chars().count())
        .then_some(Value { text, span, rule })
}

fn text(mentions: &[Mention]) -> String {
    mentions.iter().map(|m| m.text.as_str()).collect()
}

/// What the words of a clause say of a reason; 与董事会并无意见分歧 says that there is none.
fn code(scene: &Scene, mentions: &[Mention]) -> ReasonCode {
    let chars: usize = mentions.iter().map(Mention::chars).sum();
    if chars > MAX_CHARS {
        return ReasonCode::Unstated;
    }
    let code = scene.dict.reason_code(&text(mentions));
    let agreed = code == ReasonCode::Disagreement && has_no_dispute(mentions);
    if agreed { ReasonCode::Unstated } else { code }
}

/// 并无意见分歧, 不存在任何分歧: a negation in front of the word for a dispute.
fn has_no_dispute(mentions: &[Mention]) -> bool {
    let dispute = mentions.iter().position(|m| m.has(Cue::Differ));
    dispute.is_some_and(|d| mentions[..d].iter().any(|m| m.has(Cue::Negation)))
}

fn is_quote(m: &Mention) -> bool {
    m.is_punct(&['"'])
}

/// The end of the clause that begins at `from`: a comma inside quotation marks ends nothing.
fn clause_end(row: &[Mention], from: usize) -> usize {
    let stop = |m: &Mention| m.is_punct(&['。', '；', '，', '！', '？']);
    // The next mark closes a quotation that began earlier.
    let before = row[..from].iter().rev().take(QUOTED);
    let inside = before.filter(|m| is_quote(m)).count() % 2 == 1;
    let mut quoted = false;
    let end = row.len().min(from + QUOTED);
    for (k, m) in row[..end].iter().enumerate().skip(from) {
        match quoted {
            _ if is_quote(m) && inside => return k,
            _ if is_quote(m) => quoted = !quoted,
            false if stop(m) => return k,
            _ => {}
        }
    }
    end
}
