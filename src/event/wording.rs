//! Wordings of `rules/*.toml` matched on a row of mentions.

use super::{Draft, Scene, subject};
use crate::dict::term::Cue;
use crate::dict::wording::{Item, Slot, What, Wording};
use crate::mention::{Label, Mention};
use crate::post::Post;
use crate::record::Field;

/// A gap skips at most this many mentions.
const MAX_GAP: usize = 14;

/// Tries every wording on sentence `s`: rule, position of its first mention, arguments or what failed.
pub(super) fn read(scene: &Scene, s: usize) -> Vec<(String, usize, Result<Draft, &'static str>)> {
    let row = scene.entities.row(s);
    let mut out = Vec::new();
    for wording in &scene.dict.wordings {
        let Some(anchor) = row.iter().position(|m| is_anchor(wording, m)) else {
            continue;
        };
        let mut from = 0;
        while let Some((start, end, bound)) = first_match(wording, row, from) {
            let draft = draft(scene, wording, s, start, &bound);
            out.push((wording.name.clone(), start, draft));
            from = end.max(start + 1);
        }
        if from == 0 {
            out.push((wording.name.clone(), anchor, Err(super::NO_MATCH)));
        }
    }
    out
}

/// Whether a mention is the first obligatory word of a wording.
fn is_anchor(wording: &Wording, m: &Mention) -> bool {
    let anchor = wording.items.iter().find(|i| {
        !i.optional
            && matches!(
                i.what,
                What::Words(_) | What::Cue(_) | What::Slot(Slot::Join, _)
            )
    });
    anchor.is_some_and(|i| fits(&i.what, m))
}

type Bound = Vec<(Option<Field>, Slot, usize)>;

/// The first match that begins at `from` or behind it: where it begins and ends, and what the slots are bound to.
fn first_match(wording: &Wording, row: &[Mention], from: usize) -> Option<(usize, usize, Bound)> {
    (from..row.len()).find_map(|start| {
        let mut bound = Vec::new();
        let end = walk(&wording.items, row, start, &mut bound)?;
        Some((start, end, bound))
    })
}

/// Matches `items` from mention `k` on; fills in what the slots are bound to, and tells where the match ends.
fn walk(items: &[Item], row: &[Mention], k: usize, bound: &mut Bound) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else {
        return Some(k);
    };
    if item.what == What::Gap {
        let end = (k..row.len().min(k + MAX_GAP))
            .find(|&e| row[e].is_punct(&['。', '；']))
            .unwrap_or(row.len().min(k + MAX_GAP));
        return (k..=end).find_map(|next| walk(rest, row, next, bound));
    }
    if let Some(m) = row.get(k)
        && fits(&item.what, m)
    {
        let mark = bound.len();
        if let What::Slot(slot, role) = &item.what {
            bound.push((*role, *slot, k));
        }
        if let Some(end) = walk(rest, row, k + 1, bound) {
            return Some(end);
        }
        // P（English name）的加入
        if let What::Slot(Slot::Person | Slot::Who, _) = &item.what
            && let Some(close) = bracket_end(row, k + 1)
            && let Some(end) = walk(rest, row, close + 1, bound)
        {
            return Some(end);
        }
        // 联合创始人兼CEO: one slot for coordinated titles.
        if let What::Slot(Slot::Title, role) = &item.what
            && row.get(k + 1).is_some_and(joins_titles)
            && row.get(k + 2).is_some_and(Mention::is_title)
        {
            bound.push((*role, Slot::Title, k + 2));
            if let Some(end) = walk(rest, row, k + 3, bound) {
                return Some(end);
            }
        }
        bound.truncate(mark);
    }
    item.optional.then(|| walk(rest, row, k, bound)).flatten()
}

/// Where the bracket closes that opens at `open`.
fn bracket_end(row: &[Mention], open: usize) -> Option<usize> {
    row.get(open)?.is_punct(&['（']).then_some(())?;
    (open + 1..row.len().min(open + 6)).find(|&k| row[k].is_punct(&['）']))
}

fn joins_titles(m: &Mention) -> bool {
    m.has(Cue::Coord) || m.is_punct(&['、', '/'])
}

fn fits(what: &What, m: &Mention) -> bool {
    match what {
        What::Words(words) => words.iter().any(|w| **w == *m.text),
        What::Cue(cue) => m.has(*cue),
        What::Gap => true,
        What::Slot(slot, _) => match slot {
            Slot::Person => m.is_person(),
            Slot::Who => m.is_person() || m.cues.any(&[Cue::Pronoun, Cue::FirstPerson]),
            Slot::Org => m.is_org(),
            Slot::Title => m.is_title(),
            Slot::Date => matches!(m.label, Label::Date(_)),
            Slot::Join => m.join.is_some(),
            Slot::Comma => m.is_punct(&['，']),
        },
    }
}

fn draft(
    scene: &Scene,
    wording: &Wording,
    s: usize,
    start: usize,
    bound: &Bound,
) -> Result<Draft, &'static str> {
    let find = |field: Field| {
        bound
            .iter()
            .find(|(role, _, _)| *role == Some(field))
            .map(|(_, _, k)| *k)
    };
    let end = bound.last().map_or(start, |b| b.2) + 1;
    let who = find(Field::Person).ok_or("nobody is named")?;
    let subject = subject::at(scene, s, who)?;
    let posts = bound
        .iter()
        .filter(|(role, _, _)| *role == Some(Field::FormerRole))
        .map(|(_, _, title)| Post::bare(*title));
    let join = bound
        .iter()
        .find(|(_, slot, _)| *slot == Slot::Join)
        .map(|b| b.2);
    Ok(Draft {
        people: subject.people,
        distant: subject.distant,
        posts: posts.collect(),
        company: find(Field::Company),
        destination: find(Field::Destination),
        destination_role: find(Field::DestinationRole),
        destination_from: join.unwrap_or(end),
        successor: find(Field::Successor),
        change: wording.change,
        status: wording.status,
        from: start,
        own_date_only: true,
        needs_destination: join.is_some(),
        ..Draft::default()
    })
}
