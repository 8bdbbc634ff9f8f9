//! Draft → drafts: who gives up posts at several employers leaves each of them.

use super::company::is_unlisted_unit;
use super::{Draft, Scene};
use crate::dict::term::Cue;
use crate::post::{self, Post};

/// The draft, or one draft for each employer.
pub(super) fn by_employer(scene: &Scene, s: usize, t: usize, draft: Draft) -> Vec<Draft> {
    let mut groups: Vec<Vec<Post>> = Vec::new();
    for post in posts(scene, s, t, &draft) {
        match groups.last_mut() {
            Some(group) if !is_elsewhere(scene, s, group, post) => group.push(post),
            _ => groups.push(vec![post]),
        }
    }
    if groups.len() < 2 {
        return vec![draft];
    }
    let apart = |posts: Vec<Post>| Draft {
        company: employer(scene, s, &posts),
        posts,
        ..draft.clone()
    };
    groups.into_iter().map(apart).collect()
}

/// The posts that one person gives up: those of the frame, or those before the person where all are meant (辞去上述职务).
fn posts(scene: &Scene, s: usize, t: usize, draft: &Draft) -> Vec<Post> {
    let &[person] = draft.people.as_slice() else {
        return Vec::new();
    };
    let row = scene.entities.row(s);
    let all = row.get(t + 1).is_some_and(|m| m.has(Cue::AnyPost));
    match draft.posts.is_empty() {
        false => draft.posts.clone(),
        true if all && person.0 == s => post::before(row, person.1).posts,
        true => Vec::new(),
    }
}

/// Whether a post is at another employer than the posts of a group.
fn is_elsewhere(scene: &Scene, s: usize, group: &[Post], post: Post) -> bool {
    let name = |o: usize| scene.entities.org((s, o));
    let there = employer(scene, s, &[post]).map(name);
    let here = employer(scene, s, group).map(name);
    there
        .zip(here)
        .is_some_and(|(a, b)| !scene.entities.related(&a, &b))
}

/// The organisation of the first post that has one; a committee is one of its firm's.
fn employer(scene: &Scene, s: usize, posts: &[Post]) -> Option<usize> {
    let row = scene.entities.row(s);
    let orgs = posts.iter().filter_map(Post::employer);
    orgs.into_iter()
        .find(|&o| row[o].is_org() && !is_unlisted_unit(scene, &row[o]))
}
