//! Taking people away: who takes them, and what tells that somebody taken on leaves another employer.
//!
//! P被D以高薪挖走 · D的CEO M从O挖走P · D聘请原O的R P · D吸引O的R P加入

use super::company::{is_source, kin};
use super::{Draft, Scene};
use crate::dict::term::{Cue, Frame, JoinFrame, Need};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;

/// What fails of a trigger by which people are taken on of whom no other employer is told.
pub(super) const NO_OTHER_EMPLOYER: &str = "no other employer of those who are taken on is told";

/// Who takes people away is told at most so many sentences before: no story is longer, and a text made up of takings
/// takes time in proportion to its length.
const FAR: usize = 64;

/// Whence unnamed people are taken is told at most so many sentences before those who are named.
const NEAR: usize = 12;

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
        // P被挖到D
        Some(_) if row.get(t + 1).is_some_and(Mention::is_org) => Some((s, t + 1)),
        Some(_) => taker(scene, s, t),
        None => acting(scene, s, until).or_else(|| acting_behind(scene, s, t)),
    };
    let taker = here
        .or_else(|| named_before(scene, s))
        .or_else(|| own_house(scene, s, t));
    let left = from_where(row, t).or_else(|| possessor(scene, s, &draft, taker));
    let mut draft = Draft {
        company: left,
        own_employers: true,
        destination: taker,
        ..draft
    };
    retain_leavers(scene, s, t, &mut draft);
    match draft.people.is_empty() {
        true => Err(NO_OTHER_EMPLOYER),
        false => Ok(draft),
    }
}

/// 公司聘任原O的R P为Q: the firm that the article is about, where 公司 stands in front of the trigger.
fn own_house(scene: &Scene, s: usize, t: usize) -> Option<At> {
    let row = scene.entities.row(s);
    let before = row[..t].iter().rev();
    let mut before = before.skip_while(|m| m.has(Cue::Adverb) || matches!(m.label, Label::Date(_)));
    let house = before.next().is_some_and(|m| m.has(Cue::OrgPronoun));
    scene.entities.main_org.filter(|_| house)
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
pub(super) fn subject(row: &[Mention], start: usize, end: usize) -> Option<usize> {
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
    let here = held.employer().filter(|&o| row[o].is_org() && !held.former);
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
        let before = (s.saturating_sub(FAR)..s).rev().filter(same);
        before.into_iter().find_map(|k| {
            let mut triggers = 0..scene.entities.row(k).len();
            triggers.find_map(|t| firm(k, t))
        })
    };
    let takers =
        |k: usize, t: usize| taker(scene, k, t).filter(|_| takes(scene.entities.row(k), t));
    nearest(&takers).or_else(|| nearest(&|k, t| place(scene, k, t)))
}

/// Whether the trigger at `t` says by itself that people are taken on: 吸引 may draw anybody, investors and users too.
pub(super) fn takes(row: &[Mention], t: usize) -> bool {
    row[t].trigger.is_some_and(|g| g.need != Need::Former)
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
    let taking = (0..row.len()).filter(|&t| takes(row, t));
    let here = taking.into_iter().find_map(|t| taker(scene, s, t));
    let newcomers = row
        .iter()
        .position(|m| m.cues.any(&[Cue::Newcomer, Cue::Arrives]));
    let newcomers = newcomers.or_else(|| joining(row));
    // 加入D的基金会, 加盟D顾问委员会: no firm is joined.
    // 新加盟D的两人
    let people = |m: &Mention| {
        matches!(m.label, Label::Title(_))
            || m.cues.any(&[Cue::People, Cue::Plural])
            || m.tag.starts_with('m')
    };
    let described = |k: usize| row[k].has(Cue::Of) && row.get(k + 1).is_some_and(people);
    let closed = |k: usize| {
        row.get(k)
            .is_none_or(|m| m.label == Label::Punct || described(k))
    };
    let joined = newcomers.filter(|&j| row.get(j + 1).is_some_and(Mention::is_org));
    if joined.is_some_and(|j| !closed(j + 2)) {
        return here;
    }
    here.or(joined.map(|j| (s, j + 1))).or_else(|| {
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

/// D从O挖走三位R。被挖走的是P和Q: the organisation that a sentence before says unnamed people were taken from.
pub(super) fn taken_from(scene: &Scene, s: usize, t: usize) -> Option<At> {
    let poaches = |row: &[Mention], t: usize| {
        let frame = row[t].trigger.map(|g| g.frame);
        frame == Some(Frame::Poached) && takes(row, t)
    };
    poaches(scene.entities.row(s), t).then_some(())?;
    let unnamed = |k: usize| {
        let row = scene.entities.row(k);
        let t = (0..row.len()).find(|&t| poaches(row, t))?;
        let people = clause(row, t + 1).any(|m| matches!(m.label, Label::Title(_)));
        let named = row.iter().any(Mention::is_person);
        let from = from_where(row, t).filter(|_| people && !named)?;
        Some((k, from))
    };
    (s.saturating_sub(NEAR)..s).rev().find_map(unnamed)
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
    let all = draft.people.clone();
    draft.people.retain(|&at| !has_come(scene, &all, at));
    if !matches!(need, Need::Employer | Need::Former) {
        return;
    }
    let last = draft.people.last().copied();
    let behind = last.filter(|at| at.0 == s && at.1 > t).map(|at| at.1);
    if behind.is_some_and(|p| comes_beside(scene, row, p)) {
        draft.people.clear();
        return;
    }
    let goes = last.is_some_and(|at| at.0 == s && goes_there(row, at.1));
    // Who is lured away leaves somebody, named or not.
    let lured = need == Need::Employer && passive_before(row, t).is_some();
    let named = need == Need::Employer || from_where(row, t).is_some() || goes;
    let mut before = lured || draft.company.is_some() && named;
    let taker = draft.destination;
    // 聘请了O的CEO P，并…; 投资O并聘请其CEO P: who heads a whole firm leaves it, if no other post is told.
    let seated = last.is_some_and(|at| at.0 == s && clause(row, at.1 + 1).any(Mention::is_title));
    let hired = need == Need::Former && row[t].has(Cue::Appoint) && !seated;
    let heads = |at: At| {
        let row = scene.entities.row(at.0);
        let posts = post::before(row, at.1).posts;
        hired && posts.iter().any(|p| row[p.title].has(Cue::HeadsOrg))
    };
    before |= draft.company.is_some() && draft.people.first().is_some_and(|&at| heads(at));
    draft.people.retain(|&at| {
        let row = scene.entities.row(at.0);
        let held = post::before(row, at.1);
        let employer = held.employer();
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

/// 以及此前加入的P、Q: whether the person at `at` of a list has come at another time, from nowhere that is told.
pub(super) fn has_come(scene: &Scene, people: &[At], at: At) -> bool {
    let kin = kin(scene, people, at);
    let Some(&(s, first)) = kin.last().filter(|_| kin.iter().all(|p| p.0 == at.0)) else {
        return false;
    };
    let row = scene.entities.row(s);
    let clause = row[..first].iter().rev().take(8);
    let mut clause =
        clause.take_while(|m| m.label != Label::Punct && !m.has(Cue::Coord) && !m.is_person());
    let relative = first > 0 && row[first - 1].has(Cue::Of);
    let joins = |m: &Mention| m.join.is_some_and(|j| j.frame == JoinFrame::Org);
    relative && clause.clone().any(joins) && !clause.any(Mention::is_org)
}

/// The rest of a clause.
fn clause(row: &[Mention], from: usize) -> impl Iterator<Item = &Mention> {
    let rest = row.get(from..).unwrap_or_default().iter().take(10);
    rest.take_while(|m| m.label != Label::Punct)
}

/// The first position behind the people of a list that ends at `last`: honorifics, brackets, 等, 等人.
fn behind_people(row: &[Mention], last: usize) -> usize {
    let mut k = last + 1;
    while let Some(m) = row.get(k) {
        let among = m.cues.any(&[Cue::Etcetera, Cue::People]) || m.tag.starts_with('m');
        if m.is_punct(&['（']) {
            let close = (k..row.len().min(k + 8)).find(|&c| row[c].is_punct(&['）']));
            k = close.map_or(row.len(), |c| c + 1);
        } else if m.label == Label::Honorific || among {
            k += 1;
        } else {
            break;
        }
    }
    k
}

/// 请来P演讲, 聘请P为顾问, 招募P担任志愿者, 吸纳P为会员, 网罗P等人的投资: whether the person at `last` comes for something beside
/// a job, or only what belongs to somebody does.
fn comes_beside(scene: &Scene, row: &[Mention], last: usize) -> bool {
    let k = behind_people(row, last);
    let Some(m) = row.get(k) else { return false };
    // P，担任其顾问: the purpose may have a clause of its own.
    let states = |k: usize| row.get(k).is_some_and(|m| m.has(Cue::Hold));
    let comma = m.is_punct(&['，']) && states(k + 1);
    let from = k + usize::from(comma);
    let mut titles = clause(row, from).filter(|m| m.is_title()).peekable();
    let titled = titles.peek().is_some();
    let seat = titled && titles.all(|m| scene.dict.is_beside(&m.text));
    // 为会员; but 执掌实验室
    let post = |m: &Mention| m.chars() == 1 || m.join.is_some_and(|j| j.frame == JoinFrame::Post);
    let member = states(from) && post(&row[from]) && !titled;
    let founds = m.join.is_some_and(|j| j.frame == JoinFrame::Found);
    // P创办的基金
    let relative = founds && clause(row, k).any(|m| m.has(Cue::Of));
    // 等嘉宾, 嘉宾
    let guests = row[last + 1..=k].iter().any(|m| m.has(Cue::Beside));
    seat || member || relative || guests || m.has(Cue::Of) || visits(row, k) || joins_in(row, k)
}

/// What is done there: 演讲, 来参观; but 来领导团队.
fn visits(row: &[Mention], k: usize) -> bool {
    let plain = |m: &Mention| m.label == Label::Word && m.cues.is_empty() && m.join.is_none();
    let verb = |k: usize| {
        row.get(k)
            .is_some_and(|m| plain(m) && m.tag.starts_with('v'))
    };
    let comes = verb(k) && row[k].chars() == 1;
    let unit = |m: &Mention| m.has(Cue::House) || matches!(m.label, Label::Title(_));
    // 参观考察
    let noun = |k: usize| {
        row.get(k)
            .is_some_and(|m| plain(m) && m.tag.starts_with('n'))
    };
    let pair = noun(k) && verb(k + 1) && row.get(k + 2).is_none_or(|m| m.label == Label::Punct);
    match comes {
        true => verb(k + 1) && !clause(row, k + 2).any(unit),
        false => verb(k) || pair,
    }
}

/// 加盟综艺节目, 加入其生态联盟: what is joined is neither a firm nor left out.
fn joins_in(row: &[Mention], k: usize) -> bool {
    let joins = row[k].join.is_some_and(|j| j.frame == JoinFrame::Org);
    let what = row[k + 1..].iter().find(|m| !m.has(Cue::Filler));
    joins
        && what.is_some_and(|m| {
            m.label != Label::Punct && !m.is_org() && !m.cues.any(&[Cue::Pronoun, Cue::OrgPronoun])
        })
}

/// 吸引P加盟, 请来P担任CEO: what follows the people says that they come for good.
fn goes_there(row: &[Mention], last: usize) -> bool {
    let k = behind_people(row, last);
    let Some(join) = row.get(k).and_then(|m| m.join) else {
        return false;
    };
    match join.frame {
        JoinFrame::Org => true,
        JoinFrame::Post => row.get(k + 1).is_some_and(Mention::is_title),
        _ => false,
    }
}
