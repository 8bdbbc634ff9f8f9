//! 前任P: the post of somebody who is only called the predecessor.

use super::Scene;
use crate::dict::term::{Cue, TitlePart};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post::{self, Post};

/// The post is named in this sentence or one of so many before it.
const NEAR: usize = 2;

/// 她的前任P: whether the person at `p` held the post of somebody named before.
pub(super) fn is_predecessor(row: &[Mention], p: usize) -> bool {
    p.checked_sub(1).is_some_and(|b| row[b].has(Cue::Former))
}

/// R一职空了三周。前任P递交辞呈: the sentence of the post that was named last, and the post; who holds another one is
/// passed over (由S Q代行).
pub(super) fn held(scene: &Scene, at: At) -> Option<(usize, Post)> {
    let row = scene.entities.row(at.0);
    is_predecessor(row, at.1).then_some(())?;
    // Q的前任P
    let of = at.1.checked_sub(3).filter(|&q| row[q].is_person());
    let sentences = scene.entities.sentences();
    let near = (at.0.saturating_sub(NEAR)..=at.0).rev();
    let near = near.take_while(|&s| sentences[s].block == sentences[at.0].block);
    near.into_iter().find_map(|s| {
        let here = scene.entities.row(s);
        let until = if s == at.0 { at.1 } else { here.len() };
        let names = |k: usize| {
            let own = of == Some(k + 1) && s == at.0;
            let head = here[k].label == Label::Title(TitlePart::Head);
            head && (own || !here.get(k + 1).is_some_and(Mention::is_person))
        };
        let title = (0..until).rev().find(|&k| names(k))?;
        let post = post::before(here, title + 1).posts.pop()?;
        Some((s, post))
    })
}
