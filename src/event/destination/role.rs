//! The post at the destination.

use super::super::{Scene, Value};
use crate::dict::term::{Cue, JoinFrame};
use crate::mention::{Label, Mention};
use crate::post::{self, Post};

/// The post told within this many mentions belongs to the place.
const REACH: usize = 12;

/// 加盟O[，]任R; 以R的身份加盟O; 头衔：R.
pub(super) fn after(scene: &Scene, s: usize, o: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let limit = row.len().min(o + REACH);
    let tells = |k: &usize| row[*k].has(Cue::Hold) || is_label(row, *k) || is_kept(row, *k);
    // 入职后仍任R: the joining that was told.
    let told = |k: usize| row.get(k + 1).is_some_and(|m| m.has(Cue::After));
    let hold = (o + 1..limit)
        .take_while(|&k| {
            let post = row[k].join.is_some_and(|j| j.frame == JoinFrame::Post);
            !row[k].is_person()
                && !row[k].is_punct(&['。', '；'])
                && row[k].trigger.is_none()
                && (post || row[k].join.is_none() || told(k))
        })
        .find(tells);
    hold.and_then(|k| text(scene, s, &held(row, k)).or_else(|| unlisted(scene, s, k)))
        .or_else(|| capacity(scene, s, o))
}

/// 仍任R, but not 仍任O的R: the same kind of post in the new house.
fn is_kept(row: &[Mention], k: usize) -> bool {
    let posts = post::after(row, k).posts;
    row[k].has(Cue::Stay) && posts.first().is_some_and(|p| p.employer().is_none())
}

/// The posts behind the verb at `k`, or the one that ends its clause: 出任物流公司X的R.
pub(super) fn taken(row: &[Mention], k: usize) -> Vec<Post> {
    let listed = held(row, k);
    match listed.is_empty() {
        true => post::closing(row, k).into_iter().collect(),
        false => listed,
    }
}

/// The posts behind the verb at `k`, also over a bracket behind their organisation.
pub(super) fn held(row: &[Mention], k: usize) -> Vec<Post> {
    let listed = post::after(row, k);
    let bracket = listed.posts.is_empty()
        && listed.org.is_some()
        && row.get(listed.end).is_some_and(|m| m.is_punct(&['（']));
    if !bracket {
        return listed.posts;
    }
    let close = (listed.end + 1..row.len().min(listed.end + 6)).find(|&c| row[c].is_punct(&['）']));
    let mut posts = close.map_or(Vec::new(), |c| post::after(row, c).posts);
    if let Some(first) = posts.first_mut() {
        first.org = first.org.or(listed.org);
    }
    posts
}

/// Posts as one text: 合伙人兼首席投资官. Those of another organisation are left out.
pub(super) fn text(scene: &Scene, s: usize, posts: &[Post]) -> Option<Value> {
    let row = scene.entities.row(s);
    let first = posts.first()?;
    let own = posts
        .iter()
        .skip(1)
        .take_while(|p| p.org.is_none())
        .last()
        .unwrap_or(first);
    let joined: String = row[first.title..=own.title]
        .iter()
        .map(|m| m.text.as_str())
        .collect();
    Some(Value {
        text: joined,
        span: row[first.title].span.to(row[own.title].span),
        rule: "destination_role",
    })
}

/// The post at `r` with those that follow it.
pub(super) fn whole(scene: &Scene, s: usize, r: usize) -> Value {
    let row = scene.entities.row(s);
    let listed = r.checked_sub(1).map_or(Vec::new(), |b| held(row, b));
    let starts = listed.first().is_some_and(|p| p.title == r);
    text(scene, s, &listed)
        .filter(|_| starts)
        .unwrap_or_else(|| scene.value((s, r), "destination_role"))
}

/// 职位：R, 头衔听起来差不多：R: a colon leads from the word for posts to the post.
fn is_label(row: &[Mention], k: usize) -> bool {
    row[k].is_punct(&['：'])
        && row.get(k + 1).is_some_and(Mention::is_title)
        && row[..k]
            .iter()
            .rev()
            .take_while(|m| m.label != Label::Punct)
            .any(|m| m.has(Cue::PostNoun))
}

/// 以R的身份加盟O.
fn capacity(scene: &Scene, s: usize, o: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let clause = row[..o.min(row.len())]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    let title = (clause..o).rev().find(|&t| {
        row[t].is_title()
            && row.get(t + 1).is_some_and(|m| m.has(Cue::Of))
            && row.get(t + 2).is_some_and(|m| m.has(Cue::PostNoun))
            && t > clause
            && row[t - 1].tag == "p"
    })?;
    Some(scene.value((s, title), "destination_role"))
}

/// 担任首席语音官, 任发行副总裁: a post that no list has, up to the end of the clause.
fn unlisted(scene: &Scene, s: usize, hold: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let end = (hold + 1..row.len())
        .find(|&k| row[k].label == Label::Punct)
        .unwrap_or(row.len());
    let words = row.get(hold + 1..end)?;
    let chars: usize = words.iter().map(Mention::chars).sum();
    let (last, unit) = words.split_last()?;
    let nouns = unit.iter().all(|m| {
        let part = matches!(m.label, Label::Word | Label::Latin | Label::Title(_));
        part && m.cues.is_empty() && m.trigger.is_none() && m.tag.starts_with(['n', 'e', 'v', 'b'])
    });
    let office = last.has(Cue::Office) || last.is_title();
    (nouns && office && (3..=10).contains(&chars)).then(|| Value {
        rule: "destination_role",
        ..super::text(scene, s, hold + 1, end)
    })
}
