//! Other sentences of the article that say where the person goes.

use super::super::company::Company;
use super::super::{Scene, Value};
use super::{
    Going, held_at, is_background, is_left, kind_of, leads_on, names_firm, now, org, read, role,
    scan, text,
};
use crate::dict::term::{Cue, JoinFrame};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::record::DestinationKind;

/// Sentences of the same section that are looked at behind the departure.
const NEAR: usize = 12;

/// Sentences that are looked at for an outright statement.
const FAR: usize = 60;

/// The next sentences of the paragraph may go on about the same person.
pub(super) fn next(
    scene: &Scene,
    s: usize,
    person: At,
    company: Option<&Company>,
) -> Option<Going> {
    let sentences = scene.entities.sentences();
    let told = (s + 1..sentences.len().min(s + 3))
        .take_while(|&k| sentences[k].block == sentences[s].block && continues(scene, k, person))
        .filter_map(|k| scan(scene, k, 0, person, company));
    place_first(told)
}

/// 她希望陪伴家人。…离任后她将出任D的R: the first place to go to, for it tells more than a wish for rest.
fn place_first(told: impl Iterator<Item = Going>) -> Option<Going> {
    let mut resting = None;
    for going in told {
        if going.kind != DestinationKind::Rest {
            return Some(going);
        }
        resting = resting.or(Some(going));
    }
    resting
}

/// Whether a sentence speaks of the same person after leaving: 离职后, 此后, 他将….
fn continues(scene: &Scene, s: usize, person: At) -> bool {
    let row = scene.entities.row(s);
    let past = row.iter().take(6).any(|m| {
        m.cues.any(&[Cue::History, Cue::Biography])
            || matches!(m.label, Label::Date(d) if d.has_year())
    });
    let after = row.iter().take(8).any(|m| {
        m.cues.any(&[
            Cue::After,
            Cue::Pronoun,
            Cue::Hedge,
            Cue::Future,
            Cue::Definite,
        ])
    }) || row.iter().take(6).any(Mention::is_person);
    after && !names_other(scene, s, person) && !past && !is_of_some(row)
}

/// 他们中的一些人加入了D: nobody in particular.
fn is_of_some(row: &[Mention]) -> bool {
    let among = |k: usize| row.get(k + 1).is_some_and(|m| m.tag == "f");
    (0..row.len().min(8)).any(|k| row[k].has(Cue::Plural) && among(k))
}

fn names_other(scene: &Scene, s: usize, person: At) -> bool {
    let name = scene.entities.person_at(person);
    let mut row = scene.entities.row(s).iter();
    row.any(|m| m.is_person() && scene.entities.person(&m.text) != name)
}

/// Another sentence may say where the person goes: P加盟D, P的下一站是D, D任命P为R.
pub(super) fn elsewhere(
    scene: &Scene,
    s: usize,
    person: At,
    company: Option<&Company>,
) -> Option<Going> {
    let sentences = scene.entities.sentences();
    let name = scene.entities.person_at(person);
    let home = sentences[s]
        .heading
        .or(sentences[s].is_heading.then_some(s));
    let in_section = |k: usize| sentences[k].heading == home || Some(k) == home;
    let near = |k: usize| {
        in_section(k)
            && sentences[k].block.abs_diff(sentences[s].block) <= 3
            && k.abs_diff(s) < NEAR
    };
    let others = (s + 1..sentences.len().min(s + FAR)).chain((s.saturating_sub(4)..s).rev());
    let told = others.filter_map(|k| {
        let gist = scene.entities.gist(k);
        if !gist.joins
            && !gist
                .cues
                .any(&[Cue::Fresh, Cue::Appoint, Cue::Hold, Cue::Now])
        {
            return None;
        }
        let Some(p) = scene.entities.first_mention(&name, k) else {
            return near(k)
                .then(|| resumed(scene, s, k, &name, company))
                .flatten();
        };
        let taken = || taken_up(scene, k, p, company).filter(|_| near(k));
        if let Some(found) = taken() {
            return Some(found);
        }
        if !is_later(scene, s, k) {
            return None;
        }
        if near(k) {
            let found = appointed(scene, k, p, company)
                .or_else(|| own_firm(scene, k, p))
                .or_else(|| now(scene, k, p + 1, company));
            if found.is_some() {
                return found;
            }
        }
        stated(scene, k, p, near(k), company)
            .or_else(|| near(k).then(|| pronoun(scene, k, p, company)).flatten())
    });
    place_first(told)
}

/// A sentence behind the departure must not tell of an earlier year, one before it must not tell a year.
fn is_later(scene: &Scene, s: usize, k: usize) -> bool {
    let year = |k: usize| scene.entities.gist(k).year;
    let dated = scene.entities.gist(k).dated;
    let left = year(s).or(scene.published.map(jiff::civil::Date::year));
    match year(k) {
        Some(then) => k > s && left.is_some_and(|left| then >= left),
        None => k > s || !dated,
    }
}

/// P加盟D: the verb follows the person closely. Far from the departure the text must say it outright.
fn stated(
    scene: &Scene,
    k: usize,
    p: usize,
    near: bool,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(k);
    let j = (p + 1..row.len().min(p + 7))
        .take_while(|&j| !row[j].is_punct(&['，', '。', '；']) && row[j].trigger.is_none())
        .find(|&j| row[j].join.is_some())?;
    let join = row[j].join?;
    let outright = join.frame == JoinFrame::Next;
    let of = row[p + 1..j].iter().any(|m| m.has(Cue::Of));
    let is_open = near
        || outright
        || join.frame == JoinFrame::Found && (p == 0 || row[p - 1].label == Label::Punct);
    if !is_open || is_background(row, j) || names_firm(row, j) || of && !outright {
        return None;
    }
    let named = leads_on(row, j).and_then(|n| read(scene, k, n, row[n].join?, company));
    named.or_else(|| read(scene, k, j, join, company))
}

/// P提到了打算：他计划回到D: the pronoun behind the person is the subject.
fn pronoun(scene: &Scene, k: usize, p: usize, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(k);
    let opens = |q: usize| row[q].has(Cue::Pronoun) && row[q - 1].label == Label::Punct;
    let q = (p + 1..row.len())
        .take_while(|&q| !row[q].is_person() && row[q].trigger.is_none())
        .find(|&q| opens(q))?;
    stated(scene, k, q, true, company)
}

/// 他加盟D: a sentence without names, in which a pronoun stands for the person.
fn resumed(
    scene: &Scene,
    s: usize,
    k: usize,
    name: &str,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(k);
    let q = (0..row.len().min(8)).find(|&q| row[q].cues.any(&[Cue::Pronoun, Cue::Definite]))?;
    let subject = scene.entities.antecedent((k, q))?;
    // 离任后她将出任…, 离开O后，她将…: the departure that was told.
    let after = |t: usize| row[t + 1..].iter().take(2).position(|m| m.has(Cue::After));
    let known = |t: usize| after(t).is_some_and(|n| n == 0 || row[t + 1].is_org());
    let trigger = (0..row.len()).any(|t| row[t].trigger.is_some() && !known(t));
    // 另一位是张三。这位…: the person named last is meant.
    let last = (k.saturating_sub(4)..k)
        .rev()
        .find_map(|k| scene.entities.row(k).iter().rfind(|m| m.is_person()))?;
    if k < s
        || trigger
        || is_of_some(row)
        || scene.entities.person(&last.text) != name
        || row.iter().any(Mention::is_person)
        || scene.entities.person_at(subject) != name
        || !is_later(scene, s, k)
    {
        return None;
    }
    scan(scene, k, q, subject, company).or_else(|| now(scene, k, 0, company))
}

/// D任命P为R, 任命P为D的R.
fn appointed(scene: &Scene, k: usize, p: usize, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(k);
    let a = p.checked_sub(1).filter(|&a| row[a].has(Cue::Appoint))?;
    let host = (a.saturating_sub(4)..a)
        .rev()
        .take_while(|&o| !row[o].is_punct(&['。', '；']) && row[o].trigger.is_none())
        .find(|&o| row[o].is_org());
    let hold = row
        .get(p + 1)
        .is_some_and(|m| m.has(Cue::Hold))
        .then_some(p + 1)?;
    let Some(host) = host else {
        return held_at(scene, k, &role::held(row, hold), company);
    };
    if is_left(scene, (k, host), company) {
        return None;
    }
    Some(Going {
        place: Some(org(scene, (k, host))),
        role: role::text(scene, k, &role::held(row, hold)),
        kind: kind_of(scene, row, Some(host), DestinationKind::Company),
    })
}

/// 任命P为D的R; P同志任D的R; P今年7月已任D的R: the post elsewhere that the person has taken up at that time.
fn taken_up(scene: &Scene, k: usize, p: usize, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(k);
    let date = |m: &Mention| matches!(m.label, Label::Date(d) if !d.has_year() || d.is_precise());
    let mut hold = p + 1;
    hold += usize::from(row.get(hold)?.label == Label::Honorific);
    let appointed = p > 0 && row[p - 1].has(Cue::Appoint);
    if !appointed && row.get(hold).is_some_and(date) {
        hold += 1;
        hold += usize::from(row.get(hold)?.has(Cue::Adverb));
    } else if !appointed && hold == p + 1 {
        // P任D的R: told of a life, too.
        return None;
    }
    let old = |m: &Mention| {
        let named = matches!(m.label, Label::Date(d) if d.names_year());
        named || m.cues.any(&[Cue::History, Cue::Biography])
    };
    let told = row.get(hold)?.has(Cue::Hold) && !row[..hold].iter().any(old);
    held_at(scene, k, &role::held(row, hold), company).filter(|_| told)
}

/// P的新公司.
fn own_firm(scene: &Scene, k: usize, p: usize) -> Option<Going> {
    let row = scene.entities.row(k);
    let is_own = row.get(p + 1)?.has(Cue::Of) && row.get(p + 2)?.has(Cue::Fresh);
    let firm = (p + 3..row.len().min(p + 7))
        .take_while(|&f| row[f].label != Label::Punct && !row[f].has(Cue::Of))
        .find(|&f| row[f].has(Cue::Named))
        .filter(|_| is_own)?;
    Some(Going {
        place: Some(text(scene, k, p + 2, firm + 1)),
        role: None,
        kind: DestinationKind::Startup,
    })
}

/// P将出任R, 他会担任那里的R: a sentence shortly behind the one with the place tells the post there.
pub(super) fn role(scene: &Scene, s: usize, person: At, place: &Value) -> Option<Value> {
    let sentences = scene.entities.sentences();
    let told = sentences
        .partition_point(|k| k.span.start <= place.span.start)
        .checked_sub(1)?;
    let mut near = told + 1..sentences.len().min(told + 4);
    near.find_map(|k| {
        let row = scene.entities.row(k);
        let close = sentences[k].block.abs_diff(sentences[told].block) <= 1;
        let same = sentences[k].heading == sentences[told].heading;
        let hold = (0..row.len().min(10)).find(|&h| {
            row[h]
                .join
                .is_some_and(|join| join.frame == JoinFrame::Post)
        })?;
        // 加入D，担任R: that is another place.
        let elsewhere = row[..hold].iter().any(|m| m.join.is_some());
        let q = (0..hold)
            .find(|&q| row[q].is_person() || row[q].has(Cue::Pronoun))
            .filter(|_| !elsewhere)?;
        let subject = if row[q].is_person() {
            (k, q)
        } else {
            scene.entities.antecedent((k, q))?
        };
        let mine = scene.entities.person_at(subject) == scene.entities.person_at(person);
        let plain = row.iter().all(|m| m.trigger.is_none())
            && !names_other(scene, k, person)
            && !is_background(row, hold);
        if !(close && same && mine && plain && k >= s) {
            return None;
        }
        let posts = role::held(row, hold);
        let here = posts.first()?.org.is_none();
        role::text(scene, k, &posts).filter(|_| here)
    })
}
