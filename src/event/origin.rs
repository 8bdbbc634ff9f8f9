//! Origins: 其CEO和首席科学家都来自O。… P是D的首席科学家。
//!
//! One sentence says of posts where their holders came from, the next ones say who holds them.

use super::{Draft, Scene};
use crate::dict::term::Cue;
use crate::mention::Mention;
use crate::post::{self, Post};
use crate::record::Status;

/// The holders are named in at most so many sentences behind.
const MAX_SENTENCES: usize = 4;

/// Reads the origins told in sentence `s`: for each holder the sentence, the position and the arguments.
pub(super) fn read(scene: &Scene, s: usize) -> Vec<(usize, usize, Draft)> {
    let row = scene.entities.row(s);
    let Some((posts, org)) = told(row) else {
        return Vec::new();
    };
    let sentences = scene.entities.sentences();
    let mut out = Vec::new();
    for next in (s + 1..sentences.len())
        .take(MAX_SENTENCES)
        .take_while(|&k| sentences[k].block == sentences[s].block)
    {
        for (p, held) in holders(scene.entities.row(next)) {
            let title = &scene.entities.row(next)[held.title].text;
            if !posts
                .iter()
                .any(|t| scene.dict.same_title(&row[*t].text, title))
            {
                continue;
            }
            let draft = Draft {
                people: vec![(next, p)],
                company_elsewhere: Some((s, org)),
                destination: held.org,
                destination_role: Some(held.title),
                ignore_premodifier: true,
                own_date_only: true,
                status: Some(Status::Completed),
                from: p,
                ..Draft::default()
            };
            out.push((next, p, draft));
        }
    }
    out
}

/// R、R和R都来自O: the titles and the organisation.
fn told(row: &[Mention]) -> Option<(Vec<usize>, usize)> {
    let cue = row.iter().position(|m| m.has(Cue::Origin))?;
    let org = (cue + 1..row.len().min(cue + 4)).find(|&k| row[k].is_org())?;
    let clause = row[..cue]
        .iter()
        .rposition(|m| m.is_punct(&['，', '。', '；']))
        .map_or(0, |p| p + 1);
    let posts: Vec<usize> = (clause..cue).filter(|&k| row[k].is_title()).collect();
    (!posts.is_empty()).then_some((posts, org))
}

/// P是D的R, and D的R P.
fn holders(row: &[Mention]) -> Vec<(usize, Post)> {
    let mut found = Vec::new();
    for p in (0..row.len()).filter(|&p| row[p].is_person()) {
        let held = post::before(row, p).posts;
        let behind = row
            .get(p + 1)
            .filter(|m| m.has(Cue::Hold))
            .map(|_| post::after(row, p + 1).posts);
        found.extend(
            held.into_iter()
                .chain(behind.unwrap_or_default())
                .map(|h| (p, h)),
        );
    }
    found
}
