//! The posts that a sentence states of a person elsewhere than directly before the name.
//!
//! P是O的R · O的R是P · 担任O R的P · 作为O的R，P… · P，O的R，… · P（O R）

use crate::dict::term::{Cue, JoinFrame, TitlePart};
use crate::mention::{Label, Mention};
use crate::post::{self, Post};

/// A statement of posts reaches over so many mentions at most.
const REACH: usize = 16;

/// Posts of one person, and whether they are past ones.
#[derive(Debug, Clone, Default)]
pub struct Stated {
    /// The posts, by positions in the row.
    pub posts: Vec<Post>,
    /// 曾, 原 and the like stand beside them.
    pub former: bool,
}

/// The posts that a row states of the person, or of the pronoun for one, at `i`.
pub fn stated(row: &[Mention], i: usize) -> Vec<Stated> {
    let readings = [
        predicate(row, i),
        inverted(row, i),
        relative(row, i),
        leading(row, i),
        apposition(row, i),
        in_brackets(row, i),
    ];
    let told = |s: &Stated| !s.posts.is_empty();
    readings.into_iter().flatten().filter(told).collect()
}

/// P是O的R, P在O担任R, P于2020年加入O，任R.
fn predicate(row: &[Mention], i: usize) -> Option<Stated> {
    // 邀请P担任R: the person is an object.
    if i > 0 && row[i - 1].tag.starts_with('v') && row[i - 1].cues.is_empty() {
        return None;
    }
    let mut behind = (i + 1..row.len().min(i + REACH)).take_while(|&k| {
        let comes = row[k].join.is_none_or(|j| j.frame == JoinFrame::Org);
        let holds = row[k].has(Cue::Hold);
        !row[k].is_person()
            && row[k].trigger.is_none()
            && !row[k]
                .cues
                .any(&[Cue::Future, Cue::Plan, Cue::Modal, Cue::Rumour])
            && (comes || holds)
            && !row[k].is_punct(&['。', '；', '"'])
    });
    let hold = behind.find(|&k| row[k].has(Cue::Hold) && is_close(row, k))?;
    let mut posts = offices(row, post::after(row, hold).posts);
    // 毕业于O，2012年进入公司，任R: the nearest, and not where the person has studied.
    let house = |&k: &usize| row[k].is_org() || row[k].has(Cue::OrgPronoun);
    let workplace = (i + 1..hold).rev().find(house);
    let studied = |k: usize| {
        let clause = row[i..k]
            .iter()
            .rev()
            .take_while(|m| m.label != Label::Punct);
        clause.take(4).any(|m| m.has(Cue::Biography))
    };
    let workplace = workplace.filter(|&k| !studied(k));
    for post in &mut posts {
        post.org = post.org.or(workplace);
    }
    // 担任 may tell where somebody goes: only with the organisation named.
    posts.retain(|p| row[hold].join.is_none() || p.org.is_some_and(|o| row[o].is_org()));
    let former = is_past(&row[i..=hold]);
    Some(Stated { posts, former })
}

/// O CEO是Q，CTO是P: the organisation of the first holds for the others.
fn inverted(row: &[Mention], i: usize) -> Option<Stated> {
    let hold = i
        .checked_sub(1)
        .filter(|&k| row[k].has(Cue::Hold) && row[k].join.is_none())?;
    let mut held = post::before(row, hold);
    let opens = held.start == 0 || row[held.start - 1].label == Label::Punct;
    let single = opens && held.posts.len() == 1 && held.start <= hold;
    let workplace = (0..held.start).rev().find(|&k| row[k].is_org());
    for post in &mut held.posts {
        post.org = post.org.or(workplace);
    }
    single.then(|| Stated {
        posts: offices(row, held.posts),
        former: held.former,
    })
}

/// Whether a title follows the verb at `hold` at once: 任副总裁, not 任期三年，总裁….
fn is_close(row: &[Mention], hold: usize) -> bool {
    post::after(row, hold)
        .posts
        .first()
        .is_some_and(|p| p.title - hold <= 6)
}

/// 担任O R的P, 身为R的P.
fn relative(row: &[Mention], i: usize) -> Option<Stated> {
    let of = i.checked_sub(1).filter(|&k| row[k].has(Cue::Of))?;
    let hold = (of.saturating_sub(REACH)..of)
        .rev()
        .take_while(|&k| {
            !row[k].is_person()
                && row[k].trigger.is_none()
                && !row[k].is_punct(&['，', '。', '；', '：'])
        })
        .filter(|&k| row[k].has(Cue::Hold))
        .last()?;
    let listed = post::after(row, hold);
    (listed.end <= i).then(|| Stated {
        former: is_past(&row[hold.saturating_sub(2)..=hold]),
        posts: offices(row, listed.posts),
    })
}

/// 作为O的R，P…; 担任R仅半年，P…: a clause in front that begins with the verb.
fn leading(row: &[Mention], i: usize) -> Option<Stated> {
    let comma = post::before(row, i)
        .start
        .checked_sub(1)
        .filter(|&k| row[k].is_punct(&['，']))?;
    let start = row[..comma]
        .iter()
        .rposition(|m| m.label == Label::Punct && !m.is_punct(&['、', '"']))
        .map_or(0, |p| p + 1);
    let hold = (start..comma.min(start + 3)).find(|&k| row[k].has(Cue::Hold))?;
    let named = row[start..comma].iter().any(Mention::is_person);
    (!named).then(|| Stated {
        former: is_past(&row[start..=hold]),
        posts: offices(row, post::after(row, hold).posts),
    })
}

/// P，O的R，….
fn apposition(row: &[Mention], i: usize) -> Option<Stated> {
    let comma = Some(i + 1).filter(|&k| row.get(k).is_some_and(|m| m.is_punct(&['，'])))?;
    // P，这位O的R，
    let from = comma + usize::from(row.get(comma + 1).is_some_and(|m| m.has(Cue::Definite)));
    let listed = post::after(row, from);
    let closed =
        row.get(listed.end).is_some_and(|m| m.is_punct(&['，'])) && row[listed.end - 1].is_title();
    closed.then(|| Stated {
        former: row[comma..listed.end].iter().any(|m| m.has(Cue::Former)),
        posts: offices(row, listed.posts),
    })
}

/// P（O R）.
fn in_brackets(row: &[Mention], i: usize) -> Option<Stated> {
    let open = Some(i + 1).filter(|&k| row.get(k).is_some_and(|m| m.is_punct(&['（'])))?;
    let listed = post::after(row, open);
    row.get(listed.end)?
        .is_punct(&['）', '，'])
        .then(|| Stated {
            former: row[open..listed.end].iter().any(|m| m.has(Cue::Former)),
            posts: offices(row, listed.posts),
        })
}

/// R P、Q（R）: the posts that the brackets behind the person at `i` add, at the employer of the others.
pub fn bracketed(row: &[Mention], i: usize) -> Vec<Post> {
    let stated = in_brackets(row, i).filter(|s| !s.former);
    let mut posts = stated.map_or(Vec::new(), |s| s.posts);
    posts.retain(|p| p.org.is_none());
    posts
}

/// Without what only praises: 老将, 大牛.
fn offices(row: &[Mention], mut posts: Vec<Post>) -> Vec<Post> {
    posts.retain(|p| row[p.title].label == Label::Title(TitlePart::Head));
    posts
}

fn is_past(words: &[Mention]) -> bool {
    words
        .iter()
        .any(|m| m.cues.any(&[Cue::History, Cue::Biography]))
}
