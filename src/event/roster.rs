//! Rosters: 旧管理团队为：总裁P、副总裁Q … after it was told that the old team left.

use super::{Draft, Scene, subject};
use crate::dict::term::{Cue, TitlePart};
use crate::mention::{Label, Mention};
use crate::post::Post;

/// The roster goes on in at most so many sentences.
const MAX_SENTENCES: usize = 6;

/// Reads a roster that begins in sentence `s`: for each of its sentences the position of the list and its people.
pub(super) fn read(scene: &Scene, s: usize) -> Vec<(usize, usize, Draft)> {
    let Some(open) = opens(scene.entities.row(s)) else {
        return Vec::new();
    };
    let sentences = scene.entities.sentences();
    let mut out: Vec<(usize, usize, Draft)> = list(scene, s, open).into_iter().collect();
    for next in (s + 1..sentences.len())
        .take(MAX_SENTENCES)
        .take_while(|&k| sentences[k].block == sentences[s].block)
    {
        // 高级副总裁：P、Q
        let row = scene.entities.row(next);
        match (row.first(), row.get(1)) {
            (Some(title), Some(colon)) if title.is_title() && colon.is_punct(&['：']) => {
                out.extend(list(scene, next, 1))
            }
            _ => break,
        }
    }
    out
}

/// Where the list of a former team opens: 旧 + 管理团队 + 为/包括/：.
fn opens(row: &[Mention]) -> Option<usize> {
    let former = (0..row.len().min(4)).find(|&k| row[k].has(Cue::Former))?;
    let team = (former + 1..row.len().min(former + 5))
        .find(|&k| matches!(row[k].label, Label::Title(TitlePart::Collective)))?;
    (team + 1..row.len().min(team + 4))
        .find(|&k| row[k].is_punct(&['：']) || row[k].has(Cue::ListOpen))
}

fn list(scene: &Scene, s: usize, open: usize) -> Option<(usize, usize, Draft)> {
    let row = scene.entities.row(s);
    let first = (open + 1..row.len()).find(|&k| row[k].is_person())?;
    let people = subject::list(row, first);
    let title = open.checked_sub(1).filter(|&t| row[t].is_title());
    let posts = title.map(Post::bare).into_iter().collect();
    let draft = Draft {
        people: people.into_iter().map(|p| (s, p)).collect(),
        posts,
        from: open,
        destination_from: row.len(),
        ..Draft::default()
    };
    (draft.people.len() > 1).then_some((s, open, draft))
}
