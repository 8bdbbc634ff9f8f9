//! Who takes over: 由Q接任, Q接替, 聘任Q为R.

use super::{Draft, Scene, Value};
use crate::dict::term::{Cue, Frame};
use crate::entity::At;
use crate::mention::Mention;

pub(super) fn find(scene: &Scene, s: usize, t: usize, draft: &Draft, person: At) -> Option<Value> {
    let name_at = |at: At| Value {
        text: scene.entities.person_at(at),
        ..scene.value(at, "successor")
    };
    if let Some(k) = draft.successor {
        return Some(name_at((s, k)));
    }
    let leaver = scene.entities.person_at(person);
    let row = scene.entities.row(s);
    let found = (t + 1..row.len()).find(|&k| {
        row[k].is_person() && scene.entities.person(&row[k].text) != leaver && takes_over(row, k)
    })?;
    Some(name_at((s, found)))
}

/// 由Q…, Q接任, 聘任Q.
fn takes_over(row: &[Mention], q: usize) -> bool {
    let start = crate::post::before(row, q).start;
    let before = start
        .checked_sub(1)
        .is_some_and(|b| row[b].cues.any(&[Cue::By, Cue::Appoint]));
    let after = row[q + 1..]
        .iter()
        .take(8)
        .take_while(|m| !m.is_punct(&['。', '；', '，']))
        .any(|m| m.trigger.is_some_and(|g| g.frame == Frame::Predecessor));
    before || after
}
