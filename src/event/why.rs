//! Why: the reason as the text gives it.

use super::{Scene, Value};
use crate::dict::term::Cue;
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::{ChangeType, ReasonCode};

/// A reason longer than this is no reason but a story.
const MAX_CHARS: usize = 60;

/// The reason of the departure at `t`.
pub(super) fn find(scene: &Scene, s: usize, t: usize, person: At) -> Option<Value> {
    let row = scene.entities.row(s);
    if let Some(reason) = inside(scene, s, t) {
        return Some(reason);
    }
    let holds_person = |r: &(usize, usize)| {
        person.0 == s && (r.0..r.1).contains(&person.1) || matches!(row[r.0].label, Label::Date(_))
    };
    let range = before(scene, row, t)
        .filter(|r| !holds_person(r))
        .or_else(|| word(row, t))
        .or_else(|| term(row, t))
        .or_else(|| after(row, t))
        .or_else(|| leading(scene, s, person))?;
    let range = (
        range.0,
        (range.0 + 1..=range.1)
            .rev()
            .find(|&e| !row[e - 1].cues.any(&[Cue::Then, Cue::Passive, Cue::Of]))
            .unwrap_or(range.1),
    );
    let span = row[range.0].span.to(row[range.1 - 1].span);
    let text: String = row[range.0..range.1]
        .iter()
        .map(|m| m.text.as_ref())
        .collect();
    let text = text.trim_matches('"').to_string();
    (2..=MAX_CHARS)
        .contains(&text.chars().count())
        .then_some(Value {
            text,
            span,
            rule: "reason",
        })
}

/// 因…[原因]: the nearest opening before the trigger that no other departure uses up.
fn before(scene: &Scene, row: &[Mention], t: usize) -> Option<(usize, usize)> {
    let open = (0..t)
        .rev()
        .find(|&k| row[k].has(Cue::ReasonOpen) && !is_part_of_name(row, k))?;
    // 因 + 病, cut in two
    let next = row.get(open + 1)?;
    if is_reason_word(scene, &format!("{}{}", row[open].text, next.text)) {
        return Some((open, open + 2));
    }
    let end = end(row, open + 1, t);
    // 对媒体透露: no reason.
    let speaks = row[open + 1..end].iter().any(|m| m.has(Cue::Say));
    (end > open + 1 && !speaks).then_some((open + 1, end))
}

fn is_reason_word(scene: &Scene, text: &str) -> bool {
    let term = scene.dict.terms.get(text);
    term.is_some_and(|t| t.cues.has(Cue::ReasonWord))
}

/// 引咎辞职 as one word: what it begins with.
fn inside(scene: &Scene, s: usize, t: usize) -> Option<Value> {
    let m = &scene.entities.row(s)[t];
    let ends = m.text.char_indices().skip(2).map(|(i, _)| i);
    let end = ends
        .into_iter()
        .find(|&e| is_reason_word(scene, &m.text[..e]))?;
    let view = &scene.entities.sentences()[s].view;
    Some(Value {
        text: m.text[..end].to_string(),
        span: view.span(m.at.start..m.at.start + end),
        rule: "reason",
    })
}

/// P引咎辞职, P因病医治无效去世: a word shortly before the trigger.
fn word(row: &[Mention], t: usize) -> Option<(usize, usize)> {
    let near = (t.saturating_sub(4)..t)
        .rev()
        .take_while(|&k| row[k].label != Label::Punct && !row[k].is_person());
    let k = near.into_iter().find(|&k| row[k].has(Cue::ReasonWord))?;
    Some((k, k + 1))
}

/// P任期届满离任: the end of a term directly before another trigger.
fn term(row: &[Mention], t: usize) -> Option<(usize, usize)> {
    let ends = |m: &Mention| m.trigger.is_some_and(|g| g.change == ChangeType::TermEnd);
    let k = t.checked_sub(1)?;
    ends(&row[k]).then_some((k, t))
}

/// 业绩不达预期，P下课; 换届后，P…: a short clause in front that speaks of nothing but a reason.
fn leading(scene: &Scene, s: usize, person: At) -> Option<(usize, usize)> {
    if person.0 != s {
        return None;
    }
    let row = scene.entities.row(s);
    let mut end = post::before(row, person.1).start.checked_sub(1)?;
    if !row[end].is_punct(&['，']) && !row[end].has(Cue::Of) {
        return None;
    }
    let start = row[..end]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    while end > start && row[end - 1].has(Cue::After) {
        end -= 1;
    }
    let clause = row.get(start..end).filter(|c| !c.is_empty())?;
    let plain = clause.iter().all(|m| {
        !matches!(
            m.label,
            Label::Person | Label::Org(_) | Label::Date(_) | Label::Media
        )
    });
    let text: String = clause.iter().map(|m| m.text.as_ref()).collect();
    let code = scene.dict.reason_code(&text);
    let telling = matches!(
        code,
        ReasonCode::Performance
            | ReasonCode::Term
            | ReasonCode::Legal
            | ReasonCode::Misconduct
            | ReasonCode::Retirement
            | ReasonCode::Disagreement
            | ReasonCode::Health
    );
    (plain && telling && (2..=14).contains(&text.chars().count())).then_some((start, end))
}

fn is_part_of_name(row: &[Mention], k: usize) -> bool {
    row[k].label != Label::Word
}

/// Where the reason that begins at `from` ends.
fn end(row: &[Mention], from: usize, t: usize) -> usize {
    for k in from..t {
        let m = &row[k];
        if m.has(Cue::ReasonClose) {
            let short = row[from..k].iter().map(Mention::chars).sum::<usize>() <= 5;
            return if short
                && m.text.chars().count() == 2
                && !row[from..k].iter().any(|m| m.has(Cue::Etcetera))
            {
                k + 1
            } else {
                k
            };
        }
        // 因任期届满，…; 因另有任用，…: the word is the reason, not the departure.
        let term = k == from && m.trigger.is_some()
            || m.trigger.is_some_and(|g| g.change == ChangeType::TermEnd);
        if term && row.get(k + 1).is_some_and(|n| n.is_punct(&['，'])) {
            return k + 1;
        }
        let stops = m.is_punct(&['，', '。', '；'])
            || m.trigger.is_some() && !term
            || m.cues.any(&[Cue::Adverb, Cue::Future, Cue::Plan, Cue::By]) && k > from + 1;
        if stops {
            return k;
        }
        if m.has(Cue::Etcetera) && row.get(k + 1).is_some_and(|n| n.has(Cue::ReasonClose)) {
            return k;
        }
    }
    t
}

/// 离职是因为…, 离职归因于….
fn after(row: &[Mention], t: usize) -> Option<(usize, usize)> {
    let told =
        |k: &usize| row[*k].has(Cue::ReasonAfter) || row[*k].has(Cue::ReasonOpen) && *k <= t + 3;
    let open = (t + 1..row.len())
        .take_while(|&k| !row[k].is_punct(&['。', '；']) && row[k].trigger.is_none())
        .find(told)?;
    let stop = (open + 1..row.len())
        .find(|&k| row[k].is_punct(&['。', '；', '，', '、']))
        .unwrap_or(row.len());
    let mut end = stop;
    while end > open + 1 && row[end - 1].label == Label::Punct {
        end -= 1;
    }
    if let Some(close) = (open + 1..end).find(|&k| row[k].has(Cue::ReasonClose)) {
        end = self::end(row, open + 1, (close + 1).min(row.len()));
    }
    (end > open + 1).then_some((open + 1, end))
}
