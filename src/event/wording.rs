//! Wordings of `rules/*.toml` matched on a row of mentions.

use super::{Draft, Scene, destination, former, subject, taking};
use crate::dict::scan::Possible;
use crate::dict::term::Cue;
use crate::dict::wording::{Item, Slot, What, Wording};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post::{self, Post};
use crate::record::Field;

/// A gap skips at most this many mentions.
const MAX_GAP: usize = 14;

/// Tries the wordings that sentence `s` can tell: rule, position of its first mention, arguments or what failed.
pub(super) fn read(
    scene: &Scene,
    s: usize,
    possible: Possible,
) -> Vec<(String, usize, Result<Draft, &'static str>)> {
    let row = scene.entities.row(s);
    let mut out = Vec::new();
    let wordings = scene.dict.wordings.iter().enumerate();
    for (_, wording) in wordings.filter(|(n, _)| scene.dict.scan.is_possible(*n, possible)) {
        let mut from = 0;
        while let Some((start, end, bound)) = first_match(wording, row, from) {
            match drafts(scene, wording, s, start, &bound) {
                Ok(drafts) => out.extend(
                    drafts
                        .into_iter()
                        .map(|d| (wording.name.clone(), start, Ok(d))),
                ),
                Err(why) => out.push((wording.name.clone(), start, Err(why))),
            }
            from = end.max(start + 1);
        }
        if let (0, Some(anchor)) = (from, row.iter().position(|m| is_anchor(wording, m))) {
            out.push((wording.name.clone(), anchor, Err(super::NO_MATCH)));
        }
    }
    out
}

/// Whether a mention is the first obligatory word of a wording.
fn is_anchor(wording: &Wording, m: &Mention) -> bool {
    let anchor = wording.items.iter().find(|i| i.is_anchor());
    anchor.is_some_and(|i| fits(&i.what, m))
}

type Bound = Vec<(Option<Field>, Slot, usize)>;

/// The first match that begins at `from` or behind it: where it begins and ends, and what the slots are bound to.
fn first_match(wording: &Wording, row: &[Mention], from: usize) -> Option<(usize, usize, Bound)> {
    (from..row.len()).find_map(|start| {
        let mut bound = Vec::new();
        let end = walk(&wording.items, row, start, &mut bound)?;
        Some((start, end, bound))
    })
}

/// Matches `items` from mention `k` on; fills in what the slots are bound to, and tells where the match ends.
fn walk(items: &[Item], row: &[Mention], k: usize, bound: &mut Bound) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else {
        return Some(k);
    };
    if let Some(stops) = stops_gap(&item.what) {
        let end = (k..row.len().min(k + MAX_GAP))
            .find(|&e| row[e].is_punct(stops) || changes_subject(row, k, e))
            .unwrap_or(row.len().min(k + MAX_GAP));
        return (k..=end).find_map(|next| walk(rest, row, next, bound));
    }
    if let Some(m) = row.get(k)
        && fits(&item.what, m)
    {
        let mark = bound.len();
        if let What::Slot(slot, role) = &item.what {
            bound.push((*role, *slot, k));
        }
        let behind = match &item.what {
            What::Slot(Slot::Person | Slot::Who, _) => people_end(row, k),
            What::Slot(Slot::Org, _) => org_end(row, k),
            _ => k + 1,
        };
        let nexts = [Some(k + 1), Some(behind).filter(|b| *b > k + 1)];
        for next in nexts.into_iter().flatten() {
            if let Some(end) = walk(rest, row, next, bound) {
                return Some(end);
            }
        }
        // 联合创始人兼CEO, 执行董事、经理兼CTO: one slot for coordinated titles.
        if let What::Slot(Slot::Title, role) = &item.what {
            let mut last = k;
            while row.get(last + 1).is_some_and(joins_titles)
                && row.get(last + 2).is_some_and(Mention::is_title)
            {
                last += 2;
                bound.push((*role, Slot::Title, last));
                if let Some(end) = walk(rest, row, last + 1, bound) {
                    return Some(end);
                }
            }
        }
        bound.truncate(mark);
    }
    item.optional.then(|| walk(rest, row, k, bound)).flatten()
}

/// P出席论坛，朱越…, P表示，公司…: whether a clause of the gap from `k` on begins at `e` with a subject of its own.
fn changes_subject(row: &[Mention], k: usize, e: usize) -> bool {
    let opens = e > k && row[e - 1].is_punct(&['，', '：']);
    let named = (e..row.len().min(e + 6)).find(|&p| row[p].is_person());
    let person = named.filter(|&p| opens && post::before(row, p).start == e);
    let possessive = |p: usize| row.get(p + 1).is_some_and(|m| m.has(Cue::Of));
    // …，公司称其已离职
    let speaks = |k: usize| row.get(k + 1).is_some_and(|m| m.has(Cue::Say));
    let firm = opens && row[e].has(Cue::OrgPronoun) && !possessive(e) && !speaks(e);
    person.is_some_and(|p| !possessive(p)) || firm
}

/// The marks that end a gap: those of the sentence, or those of the clause.
fn stops_gap(what: &What) -> Option<&'static [char]> {
    match what {
        What::Gap => Some(&['。', '；']),
        What::Near => Some(&['，', '。', '；', '：', '、']),
        _ => None,
    }
}

/// P（English name）和Q的加入, P先生变更为…: one past the people that the one at `k` begins, with honorifics and brackets.
fn people_end(row: &[Mention], k: usize) -> usize {
    let last = subject::list(row, k).last().copied().unwrap_or(k);
    let honorific = |k: usize| row.get(k).is_some_and(|m| m.label == Label::Honorific);
    let end = after_bracket(row, last + 1 + usize::from(honorific(last + 1)));
    end + usize::from(honorific(end))
}

/// O（short name）R, O Product的R, O争议解决R: one past the organisation at `k` with what belongs to its name or to the title.
fn org_end(row: &[Mention], k: usize) -> usize {
    let product = row.get(k + 1).is_some_and(|m| {
        m.tag == "eng" && matches!(m.label, Label::Word | Label::Latin) && m.cues.is_empty()
    });
    let end = after_bracket(row, k + 1 + usize::from(product));
    field_end(row, end).unwrap_or(end)
}

/// 争议解决R: where a title begins behind words that are no part of it and tell its field.
fn field_end(row: &[Mention], from: usize) -> Option<usize> {
    let plain = |m: &Mention| {
        let open = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        m.label == Label::Word && open && m.tag.starts_with(['n', 'v', 'x', 'b'])
    };
    let title = (from..row.len().min(from + 5)).find(|&k| row[k].is_title())?;
    let noun = row[from].tag.starts_with(['n', 'b']);
    (from < title && noun && row[from..title].iter().all(plain)).then_some(title)
}

/// One past the bracket that opens at `open`, or `open` itself.
pub(super) fn after_bracket(row: &[Mention], open: usize) -> usize {
    let opens = row.get(open).is_some_and(|m| m.is_punct(&['（']));
    let close = (open + 1..row.len().min(open + 6)).find(|&k| row[k].is_punct(&['）']));
    close.filter(|_| opens).map_or(open, |k| k + 1)
}

fn joins_titles(m: &Mention) -> bool {
    m.has(Cue::Coord) || m.is_punct(&['、', '/'])
}

fn fits(what: &What, m: &Mention) -> bool {
    match what {
        What::Words(words) => words.iter().any(|w| **w == *m.text),
        What::Cue(cue) => m.has(*cue),
        What::Gap | What::Near => true,
        What::Slot(slot, _) => match slot {
            Slot::Person => m.is_person(),
            Slot::Who => m.is_person() || m.cues.any(&[Cue::Pronoun, Cue::FirstPerson]),
            Slot::Org => m.is_org(),
            Slot::Title => m.is_title(),
            Slot::Date => matches!(m.label, Label::Date(_)),
            Slot::Join => m.join.is_some(),
            Slot::Comma => m.is_punct(&['，']),
        },
    }
}

/// The departures that a match tells: those of the bound person and of the people beside it without posts of their
/// own, and one for each of the others.
fn drafts(
    scene: &Scene,
    wording: &Wording,
    s: usize,
    start: usize,
    bound: &Bound,
) -> Result<Vec<Draft>, &'static str> {
    let find = |field: Field| {
        bound
            .iter()
            .find(|(role, _, _)| *role == Some(field))
            .map(|(_, _, k)| *k)
    };
    let end = bound.last().map_or(start, |b| b.2) + 1;
    // D任命P为R，此前P在D担任R2: nobody goes anywhere.
    let name = |k: usize| scene.entities.org((s, k));
    let both = find(Field::Company).zip(find(Field::Destination));
    if both.is_some_and(|(o, d)| scene.entities.related(&name(o), &name(d))) {
        return Err("the person stays in the house");
    }
    let who = find(Field::Person).ok_or("nobody is named")?;
    let subject = subject::at(scene, s, who)?;
    if !subject.distant && is_host(scene.entities.row(s), &subject.people) {
        return Err("the person belongs to the circumstances");
    }
    if is_among_leavers(&scene.entities.row(s)[..start], &subject.people) {
        return Err("the list goes with the trigger in front of it");
    }
    let posts = bound
        .iter()
        .filter(|(role, _, _)| *role == Some(Field::FormerRole))
        .map(|(_, _, title)| Post::bare(*title));
    let posts: Vec<Post> = posts.collect();
    // 实际控制人由P变更为Q
    let owner = |p: &Post| scene.entities.row(s)[p.title].has(Cue::Owner);
    if !posts.is_empty() && posts.iter().all(owner) {
        return Err("what passes on is no post");
    }
    let row = scene.entities.row(s);
    // O的R Q的前任P加盟D: Q stays.
    let of = row.get(who + 1).is_some_and(|m| m.has(Cue::Of));
    if of
        && row.get(who + 3).is_some_and(Mention::is_person)
        && former::is_predecessor(row, who + 3)
    {
        return Err("the one who leaves was there before");
    }
    // O的R P的妻子加盟D, O的R P感谢加盟D的同事
    let joins = |d: usize| (who + 1..d).rev().find(|&k| row[k].join.is_some());
    let verb = find(Field::Destination).and_then(joins);
    if verb.is_some_and(|j| destination::is_of_kin(row, j)) {
        return Err("somebody beside the person goes there");
    }
    let held = post::before(row, who);
    // 法定代表人由O的R P变更为Q: R is not what passes on.
    let successor = |i: &Item| matches!(i.what, What::Slot(_, Some(Field::Successor)));
    let passes = wording.items.iter().any(successor);
    let governed = passes && held.start > 0 && row[held.start - 1].has(Cue::By);
    if governed && posts.iter().any(|p| (held.start..who).contains(&p.title)) {
        return Err("the post in front of the person is not the one that is lost");
    }
    let separate = |p: &Post| p.title < held.start && held.start < who;
    let posts_elsewhere = row[who].is_person() && posts.iter().any(separate);
    let first = posts.first().filter(|_| posts_elsewhere);
    let home = first.and_then(|p| row[..p.title].iter().rposition(Mention::is_org));
    let join = bound
        .iter()
        .find(|(_, slot, _)| *slot == Slot::Join)
        .map(|b| b.2);
    let shared = Draft {
        people: subject.people,
        distant: subject.distant,
        posts,
        company: find(Field::Company).or(home),
        destination: find(Field::Destination).map(|k| (s, k)),
        destination_role: find(Field::DestinationRole),
        destination_from: join.unwrap_or(end),
        successor: find(Field::Successor),
        change: wording.change,
        status: wording.status,
        from: start,
        own_date_only: true,
        posts_elsewhere,
        needs_destination: join.is_some(),
        ..Draft::default()
    };
    Ok(apart(scene, s, who, shared))
}

/// 高管相继离职，例如P、Q，以及R转为顾问: whether what stands in front of a wording opens the list of those who leave.
fn is_among_leavers(before: &[Mention], people: &[At]) -> bool {
    let opens = before.iter().rev().take(3).any(|m| m.has(Cue::ListOpen));
    people.len() > 1 && opens && before.iter().any(|m| m.trigger.is_some())
}

/// 在P和Q的邀请下，…加入: who invites does not join.
fn is_host(row: &[Mention], people: &[At]) -> bool {
    let (Some(first), Some(last)) = (people.first(), people.last()) else {
        return false;
    };
    let opens = post::before(row, first.1).start;
    let at = opens > 0 && row[opens - 1].has(Cue::At);
    at && row.get(last.1 + 1).is_some_and(|m| m.has(Cue::Of))
}

/// 原O的R P、原N的S Q: people with posts of their own beside the one at `who` do not have that one's.
fn apart(scene: &Scene, s: usize, who: usize, mut shared: Draft) -> Vec<Draft> {
    let row = scene.entities.row(s);
    let all = shared.people.clone();
    let comes = shared.destination.is_some();
    shared
        .people
        .retain(|&at| !comes || at.1 == who || !taking::has_come(scene, &all, at));
    let has_own = |at: &At| {
        let owns = || {
            let held = post::before(row, at.1);
            !held.posts.is_empty() || held.org.is_some()
        };
        at.0 == s && at.1 != who && owns()
    };
    let (own, together) = shared
        .people
        .iter()
        .partition::<Vec<At>, _>(|at| has_own(at));
    shared.people = together;
    let inherits = |at: &At| at.1 > who;
    let others = own.into_iter().filter_map(|at| {
        let held = post::before(row, at.1);
        let employer = held.employer();
        let company = employer.or(shared.company.filter(|_| inherits(&at)));
        (employer.is_some() || inherits(&at)).then(|| Draft {
            people: vec![at],
            posts: Vec::new(),
            company,
            successor: None,
            ..shared.clone()
        })
    });
    let others: Vec<Draft> = others.collect();
    std::iter::once(shared).chain(others).collect()
}
