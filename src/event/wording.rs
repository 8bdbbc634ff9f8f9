//! Wordings of `rules/*.toml` matched on a row of mentions.

use super::{Draft, Scene};
use crate::dict::wording::{Item, Slot, What, Wording};
use crate::mention::{Label, Mention};
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
        match first_match(wording, row) {
            Some((start, bound)) => out.push((
                wording.name.clone(),
                start,
                Ok(draft(wording, s, start, &bound)),
            )),
            None => out.push((wording.name.clone(), anchor, Err(super::NO_MATCH))),
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

fn first_match(wording: &Wording, row: &[Mention]) -> Option<(usize, Bound)> {
    (0..row.len()).find_map(|start| {
        let mut bound = Vec::new();
        walk(&wording.items, row, start, &mut bound).then_some((start, bound))
    })
}

/// Matches `items` from mention `k` on; fills in what the slots are bound to.
fn walk(items: &[Item], row: &[Mention], k: usize, bound: &mut Bound) -> bool {
    let Some((item, rest)) = items.split_first() else {
        return true;
    };
    if item.what == What::Gap {
        let end = (k..row.len().min(k + MAX_GAP))
            .find(|&e| row[e].is_punct(&['。', '；']))
            .unwrap_or(row.len().min(k + MAX_GAP));
        return (k..=end).any(|next| walk(rest, row, next, bound));
    }
    if let Some(m) = row.get(k)
        && fits(&item.what, m)
    {
        let mark = bound.len();
        if let What::Slot(slot, role) = &item.what {
            bound.push((*role, *slot, k));
        }
        if walk(rest, row, k + 1, bound) {
            return true;
        }
        bound.truncate(mark);
    }
    item.optional && walk(rest, row, k, bound)
}

fn fits(what: &What, m: &Mention) -> bool {
    match what {
        What::Words(words) => words.iter().any(|w| **w == *m.text),
        What::Cue(cue) => m.has(*cue),
        What::Gap => true,
        What::Slot(slot, _) => match slot {
            Slot::Person => m.is_person(),
            Slot::Org => m.is_org(),
            Slot::Title => m.is_title(),
            Slot::Date => matches!(m.label, Label::Date(_)),
            Slot::Join => m.join.is_some(),
            Slot::Comma => m.is_punct(&['，']),
        },
    }
}

fn draft(wording: &Wording, s: usize, start: usize, bound: &Bound) -> Draft {
    let find = |field: Field| {
        bound
            .iter()
            .find(|(role, _, _)| *role == Some(field))
            .map(|(_, _, k)| *k)
    };
    let end = bound.last().map_or(start, |b| b.2) + 1;
    let people: Vec<usize> = find(Field::Person).into_iter().collect();
    let posts = find(Field::FormerRole).map(|title| crate::post::Post {
        title,
        org: None,
        outer: None,
    });
    let join = bound
        .iter()
        .find(|(_, slot, _)| *slot == Slot::Join)
        .map(|b| b.2);
    Draft {
        people: people.into_iter().map(|p| (s, p)).collect(),
        posts: posts.into_iter().collect(),
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
    }
}
