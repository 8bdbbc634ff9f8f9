//! Taking people away: who takes them, and what tells that somebody taken on leaves another employer.
//!
//! P被D以高薪挖走 · D的CEO M从O挖走P · D聘请原O的R P · D吸引O的R P加入

use super::company::is_source;
use super::{Draft, Scene};
use crate::dict::term::{Cue, Frame, JoinFrame, Need};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;

/// What frame finds of a verb of taking (`patient`), with who takes away, and only those who leave an employer.
pub(super) fn complete(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: Draft,
) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    let passive = passive_before(row, t);
    let object = draft.people.first().filter(|p| p.0 == s && p.1 < t);
    let until = match (passive, object) {
        (None, Some(p)) => post::before(row, p.1).start,
        _ => t,
    };
    let here = match passive {
        Some(_) => taker(scene, s, t),
        None => acting(scene, s, until),
    };
    let taker = here
        .or_else(|| acting_behind(scene, s, t))
        .or_else(|| named_before(scene, s));
    let left = from_where(row, t).or_else(|| possessor(scene, s, &draft, taker));
    let mut draft = Draft {
        company: left,
        own_employers: true,
        destination: taker,
        ..draft
    };
    retain_leavers(scene, s, t, &mut draft);
    match draft.people.is_empty() {
        true => Err("no other employer of those who are taken on is told"),
        false => Ok(draft),
    }
}

/// 被 or 遭 before the trigger, with the agent and what it pays between: 被D用“高薪”挖走.
pub(super) fn passive_before(row: &[Mention], t: usize) -> Option<usize> {
    (t.saturating_sub(12)..t)
        .rev()
        .take_while(|&k| !row[k].is_punct(&['，', '。', '；']) && row[k].trigger.is_none())
        .find(|&k| row[k].has(Cue::Passive))
}

/// The firm of the subject of what ends at `until`: that of its clause, else of one before it in the sentence.
fn acting(scene: &Scene, s: usize, until: usize) -> Option<At> {
    let row = scene.entities.row(s);
    let mut end = until;
    loop {
        let start = row[..end]
            .iter()
            .rposition(|m| m.is_punct(&['，', '。', '；', '：']))
            .map_or(0, |p| p + 1);
        let firm = subject(row, start, end)
            .and_then(|k| firm_of(scene, (s, k)).or_else(|| Some((s, founded(row, k, end)?))));
        if firm.is_some() || start == 0 {
            return firm;
        }
        end = start - 1;
    }
}

/// 继挖走P之后，D又…: the firm of the subject behind a clause that only says when.
fn acting_behind(scene: &Scene, s: usize, t: usize) -> Option<At> {
    let row = scene.entities.row(s);
    let mut commas = (t..row.len()).filter(|&k| row[k].label == Label::Punct);
    let comma = commas.find(|&k| row[k].is_punct(&['，']))?;
    let end = commas.next().unwrap_or(row.len());
    row[comma - 1].has(Cue::After).then_some(())?;
    firm_of(scene, (s, subject(row, comma + 1, end)?))
}

/// P创办D后: the firm that the person at `k` founded.
fn founded(row: &[Mention], k: usize, end: usize) -> Option<usize> {
    let founds = |m: &Mention| m.join.is_some_and(|j| j.frame == JoinFrame::Found);
    let join = (k + 1..end).find(|&j| founds(&row[j]))?;
    (join + 1..end).find(|&o| row[o].is_org())
}

/// The first organisation or person of a clause that no preposition governs.
fn subject(row: &[Mention], start: usize, end: usize) -> Option<usize> {
    let governs = |m: &Mention| {
        let cues = [
            Cue::From,
            Cue::At,
            Cue::Oblique,
            Cue::By,
            Cue::Direction,
            Cue::Source,
            Cue::ObjectMarker,
            Cue::Passive,
            Cue::ReasonOpen,
        ];
        m.tag == "p" || m.cues.any(&cues) && !m.has(Cue::Coord)
    };
    let mut governed = false;
    for k in start..end {
        let m = &row[k];
        if !m.is_org() && !m.is_person() {
            governed |= governs(m);
            continue;
        }
        if !(governed || m.is_org() && is_source(row, k)) {
            return Some(k);
        }
        // 从O1、O2: the preposition governs all of them.
        governed = row
            .get(k + 1)
            .is_some_and(|n| n.is_punct(&['、', '（']) || n.has(Cue::Coord));
    }
    None
}

/// The organisation, or where the person works now.
fn firm_of(scene: &Scene, at: At) -> Option<At> {
    let row = scene.entities.row(at.0);
    if row[at.1].is_org() {
        return Some(at);
    }
    let held = post::before(row, at.1);
    let employer = held.posts.iter().find_map(|p| p.employer()).or(held.org);
    let here = employer.filter(|&o| row[o].is_org() && !held.former);
    let name = scene.entities.person_at(at);
    let told = || {
        let profiles = scene.entities.profile(&name).iter();
        let current = profiles.filter(|p| !p.former);
        let firms = current.filter_map(|p| Some((p.at.0, p.post.employer()?)));
        let mut firms = firms.filter(|f| scene.entities.row(f.0)[f.1].is_org());
        firms.next()
    };
    here.map(|o| (at.0, o)).or_else(told)
}

/// Who takes people away in the nearest sentence before that says so, else where those go who change jobs in one. An
/// article about several stories has one in each.
pub(super) fn named_before(scene: &Scene, s: usize) -> Option<At> {
    let sentences = scene.entities.sentences();
    let one_story = scene.entities.main_org.is_some();
    let same = |k: &usize| one_story || sentences[*k].heading == sentences[s].heading;
    let nearest = |firm: &dyn Fn(usize, usize) -> Option<At>| {
        let before = (0..s).rev().filter(same);
        before.into_iter().find_map(|k| {
            let mut triggers = 0..scene.entities.row(k).len();
            triggers.find_map(|t| firm(k, t))
        })
    };
    // 吸引 may draw anybody.
    let takes = |k: usize, t: usize| {
        let trigger = scene.entities.row(k)[t].trigger;
        trigger.is_some_and(|g| g.need != Need::Former)
    };
    let takers = |k: usize, t: usize| taker(scene, k, t).filter(|_| takes(k, t));
    nearest(&takers).or_else(|| nearest(&|k, t| place(scene, k, t)))
}

/// Who takes people away at the trigger `t` of sentence `s`, as far as the sentence tells.
fn taker(scene: &Scene, s: usize, t: usize) -> Option<At> {
    let row = scene.entities.row(s);
    row[t].trigger.filter(|g| g.frame == Frame::Poached)?;
    match passive_before(row, t) {
        Some(p) => (p + 1..t).find(|&o| row[o].is_org()).map(|o| (s, o)),
        None => acting(scene, s, t),
    }
}

/// 四名研究员转投D: where people go by the trigger `t` of sentence `s`.
fn place(scene: &Scene, s: usize, t: usize) -> Option<At> {
    let row = scene.entities.row(s);
    row[t].trigger.filter(|g| g.frame == Frame::Destination)?;
    post::after(row, t).org.map(|o| (s, o))
}

/// Who takes on the people of whom sentence `s` speaks, as a taking or as newcomers (名单中的11名新聘人员), else whom the
/// article is about.
pub(super) fn hirer(scene: &Scene, s: usize) -> Option<At> {
    let row = scene.entities.row(s);
    // 吸引 may draw anybody, investors and users too.
    let takes = |t: usize| row[t].trigger.is_some_and(|g| g.need != Need::Former);
    let taking = (0..row.len()).filter(|&t| takes(t));
    let here = taking.into_iter().find_map(|t| taker(scene, s, t));
    let newcomers = row.iter().position(|m| m.has(Cue::Newcomer));
    let newcomers = newcomers.or_else(|| joining(row));
    let joined = newcomers.and_then(|j| row.get(j + 1).filter(|m| m.is_org()).map(|_| (s, j + 1)));
    here.or(joined).or_else(|| {
        let firm = acting(scene, s, newcomers?).or_else(|| named_before(scene, s));
        firm.or(scene.entities.main_org)
    })
}

/// 11名科学家选择加入D, 多位研究员的加盟: the joining of people that the sentence does not name.
fn joining(row: &[Mention]) -> Option<usize> {
    let joins = |m: &Mention| m.join.is_some_and(|j| j.frame == JoinFrame::Org);
    let j = row.iter().position(joins)?;
    let clause = row[..j].iter().rev().take(5);
    let mut clause = clause.take_while(|m| m.label != Label::Punct && !m.is_person());
    clause
        .any(|m| matches!(m.label, Label::Title(_)) || m.has(Cue::People))
        .then_some(j)
}

/// 从电池巨头O挖走P: the organisation behind 从 in the clause of the trigger.
fn from_where(row: &[Mention], t: usize) -> Option<usize> {
    let clause = (0..t)
        .rev()
        .take_while(|&k| !row[k].is_punct(&['，', '。', '；']));
    let from = clause.into_iter().find(|&k| row[k].has(Cue::From))?;
    let apposed = |m: &Mention| m.label == Label::Word && !m.tag.starts_with(['v', 'p']);
    (from + 1..t)
        .find(|&k| !apposed(&row[k]))
        .filter(|&k| row[k].is_org())
}

/// D投资O并吸引其R P: whose the pronoun in front of the post is.
fn possessor(scene: &Scene, s: usize, draft: &Draft, taker: Option<At>) -> Option<usize> {
    let row = scene.entities.row(s);
    let first = draft.people.first().filter(|p| p.0 == s)?;
    let held = post::before(row, first.1);
    let own = held.start.checked_sub(1)?;
    if held.posts.is_empty() || !row[own].cues.any(&[Cue::Pronoun, Cue::OrgPronoun]) {
        return None;
    }
    let takes = |k: usize| taker.is_some_and(|at| is_same(scene, (s, k), at));
    (0..own).rev().find(|&k| row[k].is_org() && !takes(k))
}

pub(super) fn is_same(scene: &Scene, a: At, b: At) -> bool {
    scene
        .entities
        .related(&scene.entities.org(a), &scene.entities.org(b))
}

/// Keeps those of whom the text tells that they leave another employer, as far as the verb needs that.
fn retain_leavers(scene: &Scene, s: usize, t: usize, draft: &mut Draft) {
    let row = scene.entities.row(s);
    let need = row[t].trigger.map_or(Need::Nothing, |g| g.need);
    if !matches!(need, Need::Employer | Need::Former) {
        return;
    }
    let last = draft.people.last().copied();
    let visits = last.is_some_and(|at| at.0 == s && at.1 > t && acts(row, at.1));
    if need == Need::Former && visits && !row[t].has(Cue::Appoint) {
        draft.people.clear();
        return;
    }
    let goes = last.is_some_and(|at| at.0 == s && goes_there(scene, row, at.1));
    let mut before =
        draft.company.is_some() && (need == Need::Employer || from_where(row, t).is_some() || goes);
    let taker = draft.destination;
    // 聘请了O的CEO P，并…; 投资O并聘请其CEO P: who heads a whole firm leaves it, unless for a seat beside it.
    let clause = |at: At| {
        row[at.1 + 1..]
            .iter()
            .take(6)
            .take_while(|m| m.label != Label::Punct)
    };
    let seated = last.is_some_and(|at| at.0 == s && clause(at).any(Mention::is_title));
    let hired = need == Need::Former && row[t].has(Cue::Appoint) && !seated;
    let heads = |at: At| {
        let held = post::before(scene.entities.row(at.0), at.1);
        let posts = held.posts.iter();
        hired
            && posts
                .map(|p| &scene.entities.row(at.0)[p.title])
                .any(|m| m.has(Cue::HeadsOrg))
    };
    before |= draft.company.is_some() && draft.people.first().is_some_and(|&at| heads(at));
    draft.people.retain(|&at| {
        let row = scene.entities.row(at.0);
        let held = post::before(row, at.1);
        let employer = held.posts.iter().find_map(|p| p.employer()).or(held.org);
        let other = employer
            .filter(|&o| row[o].is_org() && !taker.is_some_and(|d| is_same(scene, (at.0, o), d)));
        let origin = row[held.start].has(Cue::Origin);
        let told = need == Need::Employer || held.former || origin || goes || heads(at);
        match other {
            Some(_) => before = told,
            // 聘请原O总裁P和总监Q; but 聘请D的R P
            None => before &= employer.is_none(),
        }
        before
    });
}

/// 请来P演讲: the person at `p` comes to do something.
fn acts(row: &[Mention], p: usize) -> bool {
    let verb = |m: &Mention| m.tag.starts_with('v') && m.cues.is_empty() && m.join.is_none();
    row.get(p + 1)
        .is_some_and(|m| m.label == Label::Word && verb(m))
}

/// 吸引P加盟, 请来P担任CEO: what follows the people says that they come for good.
fn goes_there(scene: &Scene, row: &[Mention], last: usize) -> bool {
    let mut k = last + 1;
    while row.get(k).is_some_and(|m| m.label == Label::Honorific) {
        k += 1;
    }
    if row.get(k).is_some_and(|m| m.is_punct(&['（'])) {
        let close = (k..row.len().min(k + 8)).find(|&c| row[c].is_punct(&['）']));
        k = close.map_or(k, |c| c + 1);
    }
    let Some(join) = row.get(k).and_then(|m| m.join) else {
        return false;
    };
    let leads = |m: &Mention| m.is_title() && !scene.dict.is_beside(&m.text);
    match join.frame {
        JoinFrame::Org => true,
        JoinFrame::Post => row.get(k + 1).is_some_and(leads),
        _ => false,
    }
}
