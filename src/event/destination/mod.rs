//! Where to: the organisation or activity that follows the departure.
//!
//! A destination verb is looked for in the sentence, in those that go on about the person, and in others of the
//! article (`told`); `place` reads what follows the verb, `role` the post there.

mod place;
mod role;
mod told;

use super::company::Company;
use super::{Draft, Scene, Value, company::is_current, taking};
use crate::dict::term::{Cue, Frame, Join, JoinFrame, TitlePart};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post::{self, Post};
use crate::record::{ChangeType, DestinationKind};
use crate::span::Span;

/// What was found.
#[derive(Default)]
pub(super) struct Going {
    pub place: Option<Value>,
    pub role: Option<Value>,
    pub kind: DestinationKind,
}

pub(super) fn find(
    scene: &Scene,
    s: usize,
    draft: &Draft,
    person: At,
    company: Option<&Company>,
) -> Going {
    let behind = match person.0 == s {
        // 去年从O离职的P，如今是D的R
        true => draft.destination_from.max(person.1 + 1),
        false => draft.destination_from,
    };
    let mut going = fixed(scene, s, draft, company)
        .or_else(|| scan(scene, s, start(scene, s, draft), person, company))
        .or_else(|| nominal(scene, s, draft, company))
        .or_else(|| serves(scene, s, behind, company))
        .or_else(|| now(scene, s, behind, company))
        .or_else(|| takes_up(scene, s, behind))
        .or_else(|| next_post(scene, s, person, company))
        .or_else(|| held_now(scene, person, company))
        .or_else(|| appointed(scene, s, draft.destination_from, person, company))
        .or_else(|| told::next(scene, s, person, company))
        .or_else(|| told::elsewhere(scene, s, person, company))
        .unwrap_or_default();
    let rests = going.kind == DestinationKind::Rest;
    if let (Some(place), None, false) = (&going.place, &going.role, rests) {
        going.role = told::role(scene, s, person, place);
    }
    going
}

/// 跳槽到 tells both the departure and the destination.
fn start(scene: &Scene, s: usize, draft: &Draft) -> usize {
    let row = scene.entities.row(s);
    let from = draft.destination_from.min(row.len());
    let moves =
        |m: &Mention| m.join.is_some() && m.trigger.is_some_and(|t| t.frame == Frame::Destination);
    from - usize::from(from > 0 && moves(&row[from - 1]))
}

/// What the frame of the trigger says.
fn fixed(scene: &Scene, s: usize, draft: &Draft, company: Option<&Company>) -> Option<Going> {
    if draft.destination.is_none() && draft.destination_role.is_none() {
        return None;
    }
    // The role stands behind a place of the same sentence.
    let told = draft.destination.map_or(s, |d| d.0);
    let row = scene.entities.row(told);
    let verb = draft
        .destination
        .and_then(|d| row[..d.1].iter().rposition(|m| m.join.is_some()));
    if verb.is_some_and(|j| is_tried(row, j)) {
        return None;
    }
    // A post in the same house is no other place.
    let same = |p: &Value| company.is_some_and(|c| scene.entities.nested(&p.text, &c.value.text));
    let spot = draft.destination.map(|(told, d)| {
        // 跳槽到医疗机器人公司X: the kind of firm stands before its name.
        let end = place::clause_end(row, d);
        let behind = told == s && d + 1 >= draft.destination_from;
        match place::behind_kind(scene, told, d, end) {
            Some(spot) if behind && draft.destination_role.is_none() => spot,
            _ => place::Spot {
                value: org(scene, (told, d)),
                org: Some(d),
                last: d,
            },
        }
    });
    let last = spot.as_ref().map(|spot| spot.last);
    let at = spot.as_ref().and_then(|spot| spot.org);
    let place = spot.map(|spot| spot.value).filter(|p| !same(p));
    // 首位跳槽至D的大佬: who is called so, no post there.
    let is_head = |r: &usize| {
        let informal = row[*r].label == Label::Title(TitlePart::Informal);
        let bearer = row.get(r + 1).is_some_and(Mention::is_person);
        (informal || bearer) && *r > 0 && row[r - 1].has(Cue::Of)
    };
    let named = draft
        .destination_role
        .filter(|r| !is_head(r))
        .map(|r| role::whole(scene, s, r));
    // D聘请P为R: the people stand between the place and the post.
    let behind = draft.people.last().filter(|_| draft.own_employers);
    let role = match behind {
        // P被D聘请为R
        Some(at) if at.0 == s => {
            let trigger = draft.destination_from.saturating_sub(1);
            let passive = told == s && draft.destination.is_some_and(|d| at.1 < d.1);
            role::after(scene, s, if passive { trigger } else { at.1 })
        }
        Some(_) => None,
        None => named.or_else(|| last.and_then(|d| role::after(scene, s, d))),
    };
    // D的继任者是O的R P: the post behind it is the one lost.
    let lost = |span: Span| draft.posts.iter().any(|p| row[p.title].span == span);
    let role = role.filter(|value| !lost(value.span));
    // D从D的子公司挖走P: only a post there is told.
    if draft.own_employers && place.is_none() {
        return None;
    }
    let kind = place.as_ref().map_or(DestinationKind::Internal, |_| {
        kind_of(scene, row, at, DestinationKind::Company)
    });
    Some(Going { place, role, kind })
}

/// P的加盟强化了D, P等纷纷入伙: where to stands behind the word, or is who takes people away, or what the article is about.
fn nominal(scene: &Scene, s: usize, draft: &Draft, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    let join = draft.destination_from;
    let joins = |j: Join| j.frame == JoinFrame::Org;
    let founds = row.get(join)?.join?.frame == JoinFrame::Found;
    // D成立于2016年，由原O的R P共同创立
    if draft.needs_destination && founds && objectless(row, join) {
        let firm = taking::subject(row, 0, join).filter(|&k| row[k].is_org())?;
        return (!is_left(scene, (s, firm), company)).then(|| Going {
            place: Some(org(scene, (s, firm))),
            role: None,
            kind: DestinationKind::Startup,
        });
    }
    let noun = draft.needs_destination && join > 0 && row.get(join)?.join.is_some_and(joins);
    let objectless = objectless(row, join);
    if !noun || !objectless && !row[join - 1].has(Cue::Of) {
        return None;
    }
    let other = |at: &At| {
        let name = org(scene, *at);
        company.is_none_or(|c| !scene.entities.related(&name.text, &c.value.text))
    };
    let taker = taking::named_before(scene, s).filter(|_| objectless);
    let introduces = |k: usize| {
        row.get(k + 1)
            .is_some_and(|m| m.is_title() || m.is_person())
    };
    let behind = (join + 1..row.len()).filter(|&k| row[k].is_org() && !introduces(k));
    let at = taker
        .into_iter()
        .chain(behind.map(|k| (s, k)))
        .chain(scene.entities.main_org)
        .find(other)?;
    Some(Going {
        place: Some(org(scene, at)),
        role: None,
        kind: DestinationKind::Company,
    })
}

/// 由P创立。: nothing follows the verb at `j`.
fn objectless(row: &[Mention], j: usize) -> bool {
    row.get(j + 1).is_none_or(|m| m.label == Label::Punct)
}

/// 辞职后将在控股股东D任职: the place of work that the clause behind the departure tells.
fn serves(scene: &Scene, s: usize, from: usize, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    let work = (from..row.len())
        .take_while(|&k| !row[k].is_person() && !row[k].is_punct(&['；']))
        .find(|&k| row[k].has(Cue::Works) && k > from && row[k - 1].is_org())?;
    let place = work - 1;
    let start = row[..place]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    let clause = &row[start.max(from)..place];
    // 将在D任职, 目前在D任职: only what lies ahead, or is so now, is where to.
    let goes = clause.iter().any(|m| m.cues.any(&[Cue::Future, Cue::Now]));
    let there = |m: &Mention| m.has(Cue::At) || m.has(Cue::Future) && m.chars() > 1;
    let inside = clause.iter().any(there) && !clause.iter().any(|m| m.has(Cue::Negation));
    (goes && inside && !is_left(scene, (s, place), company)).then(|| Going {
        place: Some(org(scene, (s, place))),
        role: role::after(scene, s, work),
        kind: kind_of(scene, row, Some(place), DestinationKind::Company),
    })
}

/// 如今他是D的R, 现在是一家创投机构的R, 现任D的R, 目前在D担任R: the post that the person has now.
fn now(scene: &Scene, s: usize, from: usize, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    let has_now = |k: usize| k > 0 && row[k - 1].is_punct(&['，']) && row[k].has(Cue::Current);
    let since = (from..row.len())
        .take_while(|&k| !row[k].is_person() && !row[k].is_punct(&['；']))
        .find(|&k| row[k].has(Cue::Now) || has_now(k))?;
    let hold = (since..row.len().min(since + 5))
        .take_while(|&k| row[k].label != Label::Punct)
        .find(|&k| row[k].has(Cue::Hold))?;
    let posts = role::taken(row, hold);
    let first = posts.first()?;
    // 目前在D担任R的Q, 现任D的R的是Q: the post of somebody else.
    if row.get(first.title + 1).is_some_and(|m| m.has(Cue::Of)) {
        return None;
    }
    let at = (since + 1..hold).find(|&k| row[k].is_org() && row[k - 1].has(Cue::At));
    let nameless = place::nameless(scene, s, hold, first.title);
    let known = first.employer().filter(|&o| row[o].is_org()).or(at);
    let known = known.filter(|_| nameless.is_none());
    let place = match known {
        Some(o) => Some(org(scene, (s, o))).filter(|_| !is_left(scene, (s, o), company)),
        None => nameless.or_else(|| place::of_post(scene, s, hold, first.title)),
    };
    place.map(|place| Going {
        place: Some(place),
        role: role::text(scene, s, &posts),
        kind: kind_of(scene, row, known, DestinationKind::Company),
    })
}

/// 将返回美国从事学术研究: what the person will do, or goes somewhere to do.
fn takes_up(scene: &Scene, s: usize, from: usize) -> Option<Going> {
    let row = scene.entities.row(s);
    let work = (from..row.len())
        .take_while(|&k| !row[k].is_person() && !row[k].is_punct(&['；', '。']))
        .find(|&k| row[k].has(Cue::Engage))?;
    let start = row[..work].iter().rposition(|m| m.label == Label::Punct);
    let clause = &row[start.map_or(from, |p| from.max(p + 1))..work];
    let goes = |m: &Mention| {
        let back = m.join.is_some_and(|j| j.frame == JoinFrame::Work);
        back || m.cues.any(&[Cue::Future, Cue::Back])
    };
    // 公司将继续从事…, 将不从事竞争性业务
    let own = |m: &Mention| {
        let noun = m.label == Label::Word && m.tag.starts_with('n') && m.cues.is_empty();
        !noun && !m.is_org() && !m.cues.any(&[Cue::Negation, Cue::OrgPronoun])
    };
    let taken_up = clause.iter().any(goes) && clause.iter().all(own);
    let place = place::pursued(scene, s, work).filter(|_| taken_up)?;
    Some(Going {
        place: Some(place),
        role: None,
        kind: DestinationKind::Company,
    })
}

/// 任命P为D的R，免去其O的R职务; P任D的R，不再担任O的R: the post in front of the dismissal is the next one.
fn next_post(scene: &Scene, s: usize, person: At, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    let p = person.1;
    if person.0 != s {
        return None;
    }
    let named = row.get(p + 1).is_some_and(|m| m.label == Label::Honorific);
    let hold = p + 1 + usize::from(named);
    let posts = row
        .get(hold)
        .filter(|m| m.has(Cue::Hold))
        .map(|_| role::held(row, hold))?;
    let last = posts.last()?;
    let lost = (last.title..row.len()).find(|&k| row[k].trigger.is_some())?;
    let dismissed = row
        .get(lost + 1)
        .is_some_and(|m| m.has(Cue::Pronoun) && m.has(Cue::Filler));
    // 副校长（试用期一年），免去…
    let bracket = row[last.title + 1..lost].iter();
    let close = bracket
        .take(6)
        .position(|m| m.is_punct(&['）']))
        .filter(|_| row[last.title + 1].is_punct(&['（']));
    let from = last.title + 1 + close.map_or(0, |n| n + 1);
    let next_clause = row[from..lost]
        .iter()
        .all(|m| m.label == Label::Punct || m.has(Cue::PostNoun) || m.has(Cue::Coord));
    // P为D的董事长，辞去O的R: what somebody is anyway.
    let takes = !row[hold].has(Cue::PurposeOpen);
    let moves = next_clause && (dismissed || takes && steps_down(row, lost));
    moves.then(|| held_at(scene, s, &posts, company))?
}

/// O的R、现任D的R P: the post in front of the name that the person has now.
fn held_now(scene: &Scene, person: At, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(person.0);
    let posts = post::before(row, person.1).posts;
    let other = posts.len() > 1;
    let current = posts.into_iter().filter(|p| other && is_current(row, p));
    held_at(scene, person.0, &current.collect::<Vec<_>>(), company)
}

/// Posts of sentence `s` with the organisation that they are held at, unless that is the one left.
fn held_at(scene: &Scene, s: usize, posts: &[Post], company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    let place = posts.iter().find_map(Post::employer)?;
    let elsewhere = row[place].is_org() && !is_left(scene, (s, place), company);
    elsewhere.then(|| Going {
        place: Some(org(scene, (s, place))),
        role: role::text(scene, s, posts),
        kind: kind_of(scene, row, Some(place), DestinationKind::Company),
    })
}

/// 免去P的R职务，任命其为D的R: the post behind the dismissal is the next one.
fn appointed(
    scene: &Scene,
    s: usize,
    from: usize,
    person: At,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let name = scene.entities.person_at(person);
    let own = |k: usize| match row[k].is_person() {
        true => scene.entities.person_at((s, k)) == name,
        false => row[k].has(Cue::Pronoun),
    };
    let before = (from..row.len())
        .take_while(|&k| !row[k].is_punct(&['；', '。']) && (!row[k].is_person() || own(k)));
    let appoint = before.filter(|&k| row[k].has(Cue::Appoint));
    let hold = appoint
        .map(|k| k + 2)
        .find(|&h| row.get(h).is_some_and(|m| m.has(Cue::Hold)) && own(h - 1))?;
    held_at(scene, s, &role::held(row, hold), company)
}

/// 不再担任
fn steps_down(row: &[Mention], t: usize) -> bool {
    row[t]
        .trigger
        .is_some_and(|g| g.frame == Frame::Post && g.change == ChangeType::StepDown)
}

/// The first destination word from `from` on that belongs to the person.
fn scan(
    scene: &Scene,
    s: usize,
    from: usize,
    person: At,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let name = scene.entities.person_at(person);
    for j in from.min(row.len())..row.len() {
        let m = &row[j];
        let other = m.is_person()
            && scene.entities.person(&m.text) != name
            && (s != person.0 || j > person.1);
        if m.is_punct(&['。', '；'])
            || other && !coordinated(row, j)
            || m.has(Cue::By)
            // 获聘为O的R is no appointment of somebody else.
            || m.has(Cue::Appoint) && m.join.is_none()
        {
            return None;
        }
        let Some(join) = m.join else { continue };
        let described = mover(row, j).filter(|&k| row[k].is_person());
        let another = described.is_some_and(|k| scene.entities.person(&row[k].text) != name);
        if another || is_background(row, j) || names_firm(row, j) || is_of_firm(row, j) {
            continue;
        }
        let named = leads_on(row, j).and_then(|n| read(scene, s, n, row[n].join?, company));
        if named.is_some() {
            return named;
        }
        if let Some(going) = read(scene, s, j, join, company) {
            return Some(going);
        }
    }
    None
}

/// 另起炉灶创立O, 离职创业，成立了O, 进入AI领域，设立O: behind words that only say that somebody goes, or into which field,
/// the verb that names where to.
fn leads_on(row: &[Mention], j: usize) -> Option<usize> {
    let named = match row[j].join?.frame {
        JoinFrame::Phrase | JoinFrame::Activity => j + 1,
        JoinFrame::Org | JoinFrame::Field => place::clause_end(row, j + 1),
        _ => return None,
    };
    if row[j + 1..named].iter().any(Mention::is_org) {
        return None;
    }
    let between = |m: &&Mention| {
        m.is_punct(&['，'])
            || m.cues
                .any(&[Cue::Coord, Cue::Filler, Cue::Adverb, Cue::Then])
    };
    let skipped = row[named..].iter().take(3).take_while(between).count();
    let next = named + skipped;
    let join = row.get(next)?.join?;
    let founds = join.frame == JoinFrame::Found || join.kind == DestinationKind::Startup;
    // 加入一家创业公司，创立O的Q: somebody else has founded it.
    let other = row[next..place::clause_end(row, next)]
        .iter()
        .any(Mention::is_person);
    (founds && !other).then_some(next)
}

fn coordinated(row: &[Mention], p: usize) -> bool {
    let start = post::before(row, p).start;
    start
        .checked_sub(1)
        .is_some_and(|b| row[b].is_punct(&['、']) || row[b].has(Cue::Coord))
}

/// 创业公司, 创业团队, 创业六年: what the word names is a kind of company, or a time.
fn names_firm(row: &[Mention], j: usize) -> bool {
    let activity = row[j].join.is_some_and(|n| n.frame == JoinFrame::Activity);
    activity
        && row.get(j + 1).is_some_and(|m| {
            m.cues.any(&[Cue::OrgPronoun, Cue::Named, Cue::House])
                || m.label == Label::Word && m.tag == "n" && m.cues.is_empty()
                // 创业六年: how long ago that was.
                || m.label == Label::Word && m.tag == "m"
        })
}

/// 张三离职，公司进入调整期: the firm is the subject of its clause.
fn is_of_firm(row: &[Mention], j: usize) -> bool {
    let start = row[..j]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    let firm = |m: &Mention| m.is_org() || m.has(Cue::OrgPronoun);
    row[start..j].len() <= 4
        && start > 0
        && row[start..j].first().is_some_and(firm)
        && row[start + 1..j].iter().all(|m| {
            m.trigger.is_none() && !m.is_person() && !m.has(Cue::Of) && !m.has(Cue::Announce)
        })
        && row[j].join.is_some_and(|n| n.frame != JoinFrame::Next)
}

/// 加入前, 曾加入, 2017年加入, 洽谈加入: the way in, not the way out.
fn is_background(row: &[Mention], j: usize) -> bool {
    let clause_after = row[j + 1..]
        .iter()
        .take(5)
        .take_while(|m| !m.is_punct(&['，', '。']));
    let before = row[..j]
        .iter()
        .rev()
        .take(6)
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    let reason = row[..j]
        .iter()
        .rev()
        .take_while(|m| !m.is_punct(&['，', '。', '；']))
        .any(|m| m.has(Cue::ReasonOpen));
    reason
        || is_tried(row, j)
        || is_of_kin(row, j)
        || clause_after
            .into_iter()
            .any(|m| m.cues.any(&[Cue::BeforeEvent, Cue::After]))
        || before.into_iter().any(|m| {
            m.cues.any(&[Cue::History, Cue::Biography, Cue::Negation]) && !m.has(Cue::Hedge)
        })
}

/// 前往O任教的妻子, 其弟加盟O: somebody beside the person goes there.
pub(super) fn is_of_kin(row: &[Mention], j: usize) -> bool {
    let between =
        |m: &&Mention| m.cues.any(&[Cue::Adverb, Cue::Future]) || matches!(m.label, Label::Date(_));
    let end = j - row[..j].iter().rev().take_while(between).count();
    // 与妻子加入O, 与两位朋友一起加入O: in company.
    let joined = |k: usize| {
        let counted = |m: &&Mention| m.tag.starts_with('m') || m.cues.any(&[Cue::Of, Cue::Filler]);
        let mut before = row[..k].iter().rev().skip_while(counted);
        before
            .next()
            .is_some_and(|m| m.cues.any(&[Cue::Oblique, Cue::Coord]))
    };
    let subject = end
        .checked_sub(1)
        .filter(|&k| row[k].has(Cue::People) && !joined(k));
    subject.is_some() || mover(row, j).is_some_and(|k| row[k].has(Cue::People))
}

/// 加盟O的P, 前往O任教的妻子: who is described by the relative clause that the verb at `j` opens.
fn mover(row: &[Mention], j: usize) -> Option<usize> {
    let inside = |k: &usize| {
        let m = &row[*k];
        let mark = m.label == Label::Punct && !m.is_punct(&['"']);
        !mark && !m.is_person() && m.trigger.is_none()
    };
    let clause = (j + 1..row.len().min(j + 10)).take_while(inside);
    let of = clause.filter(|&k| row[k].has(Cue::Of)).last()?;
    let noun =
        |m: &Mention| m.label == Label::Word && m.cues.is_empty() || m.is_title() || m.is_org();
    let head = (of + 1..row.len().min(of + 5)).find(|&k| !noun(&row[k]))?;
    (row[head].is_person() || row[head].has(Cue::People)).then_some(head)
}

/// 洽谈加入, 邀请加盟: no more than talk.
fn is_tried(row: &[Mention], j: usize) -> bool {
    row[..j]
        .iter()
        .rev()
        .take(3)
        .take_while(|m| m.label != Label::Punct)
        .any(|m| m.has(Cue::Attempt))
}

fn read(scene: &Scene, s: usize, j: usize, join: Join, company: Option<&Company>) -> Option<Going> {
    let going = |place: Option<Value>| {
        place.map(|place| Going {
            place: Some(place),
            role: role::after(scene, s, j),
            kind: join.kind,
        })
    };
    match join.frame {
        JoinFrame::Phrase => going(Some(scene.value((s, j), "destination"))),
        JoinFrame::Activity => going(Some(place::activity(scene, s, j))),
        JoinFrame::Pursue => going(place::pursued(scene, s, j)),
        JoinFrame::Field => going(place::field(scene, s, j)),
        JoinFrame::Post => posted(scene, s, j, join, company),
        JoinFrame::Org | JoinFrame::Found | JoinFrame::Next | JoinFrame::Work => {
            joined(scene, s, j, join, company)
        }
    }
}

/// 加盟O, 创办O.
fn joined(
    scene: &Scene,
    s: usize,
    j: usize,
    join: Join,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let same =
        |at: At| company.is_some_and(|c| scene.entities.org(at) == c.value.text || c.at == at);
    // O宣布，P加入公司: the company is the one that announces.
    let named = place::behind_kind(scene, s, j, place::clause_end(row, j)).is_some();
    if !named && row.get(j + 1).is_some_and(|m| m.has(Cue::OrgPronoun)) {
        let host = host(scene, s, j, company)?;
        return Some(Going {
            place: Some(org(scene, (s, host))),
            role: role::after(scene, s, j),
            kind: kind_of(scene, row, Some(host), join.kind),
        });
    }
    let spot = place::find(scene, s, j, join.frame, &|o| same((s, o)))?;
    let stays = spot.org.is_none()
        && company.is_some_and(|c| scene.entities.related(&c.value.text, &spot.value.text));
    (!stays).then(|| Going {
        role: role::after(scene, s, spot.last),
        kind: kind_of(scene, row, spot.org, join.kind),
        place: Some(spot.value),
    })
}

/// 出任O R.
fn posted(
    scene: &Scene,
    s: usize,
    j: usize,
    join: Join,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let posts = role::taken(row, j);
    let first = posts.first()?;
    let nameless = place::nameless(scene, s, j, first.title);
    let place = first.employer().filter(|&o| row[o].is_org());
    let place = place.filter(|_| nameless.is_none());
    let place = place.or_else(|| host(scene, s, j, company).filter(|_| nameless.is_none()));
    let same = |o: usize| company.is_some_and(|c| scene.entities.org((s, o)) == c.value.text);
    let found = match place {
        Some(o) => Some(org(scene, (s, o))).filter(|_| !same(o)),
        None => nameless.or_else(|| place::of_post(scene, s, j, first.title)),
    }?;
    Some(Going {
        place: Some(found),
        role: role::text(scene, s, &posts),
        kind: kind_of(scene, row, place, join.kind),
    })
}

/// O宣布，P加入公司; O宣布，P出任R: the organisation that announces, if it is not the one left.
fn host(scene: &Scene, s: usize, j: usize, company: Option<&Company>) -> Option<usize> {
    let row = scene.entities.row(s);
    (0..j).find(|&k| {
        row[k].is_org()
            && !is_left(scene, (s, k), company)
            && row.get(k + 1).is_some_and(|m| m.has(Cue::Announce))
    })
}

/// Whether the organisation is the one left, or a part of it.
fn is_left(scene: &Scene, at: At, company: Option<&Company>) -> bool {
    company.is_some_and(|c| {
        scene
            .entities
            .related(&scene.entities.org(at), &c.value.text)
    })
}

/// The stretch of a row from `start` to `end`, without the quotation marks around it.
fn text(scene: &Scene, s: usize, start: usize, end: usize) -> Value {
    let row = scene.entities.row(s);
    let text: String = row[start..end].iter().map(|m| m.text.as_str()).collect();
    Value {
        text: text.trim_matches('"').to_string(),
        span: row[start].span.to(row[end - 1].span),
        rule: "destination",
    }
}

fn org(scene: &Scene, at: At) -> Value {
    Value {
        text: scene.entities.org(at),
        ..scene.value(at, "destination")
    }
}

fn kind_of(
    scene: &Scene,
    row: &[Mention],
    place: Option<usize>,
    otherwise: DestinationKind,
) -> DestinationKind {
    match place.map(|p| row[p].label) {
        Some(Label::Org(Some(id))) if otherwise == DestinationKind::Company => {
            scene.entities.kind(id).destination()
        }
        _ => otherwise,
    }
}
