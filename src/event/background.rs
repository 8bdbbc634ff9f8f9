//! Whether a departure is background: a career or an episode that the article only mentions.

use super::modality::clause_start;
use super::{Draft, Scene};
use crate::date::Resolved;
use crate::dict::term::{Cue, JoinFrame};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::ChangeType;

/// A departure dated more months before the publication is background.
const OLD_MONTHS: i32 = 15;

/// What followed a departure so many years before the publication is background, too.
const OLD_YEARS: i16 = 2;

/// The sentences with which an article begins tell what it is about.
const LEAD: usize = 3;

/// What speaks for background outweighs what speaks for news by so much at least.
const ENOUGH: i32 = 2;

/// 2016年退休 in an article of 2018.
pub(crate) fn is_old(date: Resolved, published: jiff::civil::Date) -> bool {
    Resolved::day_of(published).months() - date.months() > OLD_MONTHS
}

/// Whether the departure at `t` is background rather than what the article reports.
///
/// What its words say of a time gone by is weighed against what makes it news: 前O的R P创办的D of somebody whom neither
/// title nor lead names is background; 近日，前O的R P创办了D is none.
pub(super) fn holds(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: &Draft,
    person: At,
    date: Option<Resolved>,
) -> bool {
    let row = scene.entities.row(s);
    if long_ago(scene, s, t, person, date) || is_reinstated(scene, row, t, person) {
        return true;
    }
    let past = [
        (is_years_ago(row, t), 7),
        (date.is_none() && has_founded(row, t, draft), 2),
        (is_recalled(scene, row, t, person), 2),
        (is_of_past_year(scene, row, date), 2),
    ];
    let news = [
        (is_fronted(scene, s, person), 2),
        (is_recent(scene, row, date), 3),
    ];
    let sum = |signs: &[(bool, i32)]| -> i32 {
        let told = signs.iter().filter(|(told, _)| *told);
        told.map(|(_, weight)| weight).sum()
    };
    sum(&past) - sum(&news) >= ENOUGH
}

/// 被罢免并迅速复职, 短暂被解职, 解雇了P，直到P重新受雇: whether the person got the post back.
fn is_reinstated(scene: &Scene, row: &[Mention], t: usize, person: At) -> bool {
    let mut near = row[clause_start(row, t)..t].iter().rev().take(2);
    let name = scene.entities.person_at(person);
    let other = |m: &Mention| m.is_person() && scene.entities.person(&m.text) != name;
    let behind = row[t + 1..].iter().take(40);
    let mut same = behind.take_while(|m| !m.is_punct(&['。', '；']) && !other(m));
    near.any(|m| m.has(Cue::Brief)) || same.any(|m| m.has(Cue::Reinstated))
}

/// 刚退休两年, 已离职多年的P: whether the time since then is counted in years.
fn is_years_ago(row: &[Mention], t: usize) -> bool {
    // 停薪留职一年: how long it lasts.
    let lasts = row[t]
        .trigger
        .is_some_and(|g| g.change == ChangeType::Suspend);
    let ahead = |m: &Mention| m.cues.any(&[Cue::Future, Cue::Plan]);
    let ahead = row[clause_start(row, t)..t].iter().any(ahead);
    !lasts && !ahead && row.get(t + 1).is_some_and(|m| m.has(Cue::Years))
}

/// 前O的R P创办的D: a firm that somebody has founded long since is known by it.
fn has_founded(row: &[Mention], t: usize, draft: &Draft) -> bool {
    let end = draft.destination_from.min(row.len());
    let founds = |m: &Mention| m.join.is_some_and(|j| j.frame == JoinFrame::Found);
    let from = clause_start(row, t);
    let former = row
        .get(from..end)
        .is_some_and(|r| r.iter().any(|m| m.has(Cue::Former)));
    let joins = row.get(t..=end.max(t)).unwrap_or(&row[t..]);
    draft.needs_destination && former && joins.iter().any(founds)
}

/// P在卸任时曾说…, 当P于2023年辞职时, 在P被解雇之时，Q…: whether only the time is told at which something else was so.
fn is_recalled(scene: &Scene, row: &[Mention], t: usize, person: At) -> bool {
    let moment = row[t + 1..].iter().take(5).position(|m| m.has(Cue::Moment));
    let Some(rest) = moment.map(|n| &row[t + 2 + n..]) else {
        return false;
    };
    let start = clause_start(row, t);
    // 在P宣布辞职时，Q宣布接任: that is news.
    let announced = row[start..t].iter().any(|m| m.has(Cue::Announce));
    let when = row[start].chars() == 1 && matches!(row[start].tag, "p" | "t") && !announced;
    let name = scene.entities.person_at(person);
    let other = |m: &Mention| m.is_person() && scene.entities.person(&m.text) != name;
    let opens = rest.iter().find(|m| m.label != Label::Punct);
    let once = rest.iter().take(6).any(|m| m.has(Cue::History));
    once || when && rest.first().is_some_and(|m| m.is_punct(&['，']))
        || !announced && opens.is_some_and(other)
}

/// 2023年辞职 in an article of August 2024: nothing but a year that is over.
fn is_of_past_year(scene: &Scene, row: &[Mention], date: Option<Resolved>) -> bool {
    let told = date.zip(scene.published);
    let over = told.is_some_and(|(d, p)| d.month.is_none() && d.year < p.year() && p.month() > 2);
    over && row
        .iter()
        .any(|m| matches!(m.label, Label::Date(d) if d.has_year() && !d.is_precise()))
}

/// Whether the title, a heading above or one of the first sentences names the person.
fn is_fronted(scene: &Scene, s: usize, person: At) -> bool {
    let sentences = scene.entities.sentences();
    let name = scene.entities.person_at(person);
    let named = |s: usize| scene.entities.first_mention(&name, s).is_some();
    let heading = sentences[s].heading.is_some_and(named);
    let lead = (0..sentences.len().min(LEAD)).any(named);
    heading || lead || sentences[s].is_heading || scene.entities.is_titled(&name)
}

/// 近日, 刚刚, or a day or month not long before the publication.
fn is_recent(scene: &Scene, row: &[Mention], date: Option<Resolved>) -> bool {
    let near = |m: &Mention| match m.label {
        Label::Date(d) => d.is_vague(),
        _ => m.has(Cue::Just),
    };
    let told = date.filter(|d| d.month.is_some()).zip(scene.published);
    let fresh = told.is_some_and(|(d, p)| Resolved::day_of(p).months() - d.months() <= OLD_MONTHS);
    fresh || row.iter().any(near)
}

/// What the words of the sentence, or a date, tell of a time long past.
fn long_ago(scene: &Scene, s: usize, t: usize, person: At, date: Option<Resolved>) -> bool {
    let row = scene.entities.row(s);
    if date.zip(scene.published).is_some_and(|(d, p)| is_old(d, p)) {
        return true;
    }
    // 他曾于2019年离开…
    let dated_once = |m: usize| {
        row[clause_start(row, t)..t]
            .iter()
            .any(|m| m.has(Cue::History))
            && m > 6
    };
    let age = date
        .zip(scene.published)
        .map(|(d, p)| Resolved::day_of(p).months() - d.months());
    if age
        .and_then(|a| usize::try_from(a).ok())
        .is_some_and(dated_once)
    {
        return true;
    }
    // P离职，接任者是Q，他曾担任…: behind another person it is that one's.
    let others = |k: usize| k > t && row[t..k].iter().any(Mention::is_person);
    let of_premodifier = |k: usize| person.0 == s && is_of_premodifier(row, k, person.1);
    // 历任…等职，此次调任D
    let now = |k: usize| k < t && row[k..t].iter().any(|m| m.has(Cue::Now));
    let told = |k: usize| row[k].has(Cue::Biography) && !now(k);
    let biography = (0..row.len()).any(|k| told(k) && !others(k) && !of_premodifier(k));
    // 此前的8月5日: background of a career has no day.
    let to_the_day = |k: usize| {
        let next = row[k + 1..].iter().take(2);
        next.into_iter()
            .any(|m| matches!(m.label, Label::Date(d) if d.has_day()))
    };
    let past = |k: usize| row[k].has(Cue::History) && !of_premodifier(k) && !to_the_day(k);
    let once = (0..t).any(past);
    // 想当年，P从O跳槽到D
    let then = |m: &Mention| matches!(m.label, Label::Date(d) if d.leans_back() && d.has_year());
    let own = |k: usize| {
        let opens = k == 0 || row[k - 1].label == Label::Punct;
        opens || row[k + 1].is_punct(&['，'])
    };
    let told = |k: usize| row[k].has(Cue::Bygone) && !of_premodifier(k);
    let bygone = |k: usize| told(k) || then(&row[k]) && own(k);
    let long_ago = biography || once || (0..t).any(bygone) || came_long_ago(scene, row, t);
    date.is_none() && long_ago || is_back(scene, row, t)
}

/// 短暂离职后重归O: the person is back at the only house that the sentence names.
fn is_back(scene: &Scene, row: &[Mention], t: usize) -> bool {
    let after = row[t + 1..].iter().take(4).position(|m| m.has(Cue::After));
    let Some(after) = after.map(|n| t + 1 + n) else {
        return false;
    };
    let mut clause = row[after..].iter().take(6);
    let returns = clause.any(|m| m.has(Cue::Back));
    let mut houses = row.iter().filter(|m| m.is_org());
    let name = houses.next().map(|m| scene.entities.org_named(m));
    returns && name.is_some_and(|o| houses.all(|m| scene.entities.org_named(m) == o))
}

/// 离职后，P于2020年创办了O: what followed the departure happened years before the publication.
fn came_long_ago(scene: &Scene, row: &[Mention], t: usize) -> bool {
    let after = row.get(t + 1).is_some_and(|m| m.has(Cue::After));
    let joins = |k: usize| row[k + 1..].iter().take(3).any(|m| m.join.is_some());
    let year = (t + 2..row.len()).find_map(|k| match row[k].label {
        Label::Date(date) if joins(k) => date.year(),
        _ => None,
    });
    let published = scene.published.map(jiff::civil::Date::year);
    after && year.zip(published).is_some_and(|(y, p)| p - y >= OLD_YEARS)
}

/// 曾主导某项目的P离职, O此前R P离职: what is past is what the person did before, not the departure.
fn is_of_premodifier(row: &[Mention], k: usize, p: usize) -> bool {
    let start = post::before(row, p).start;
    // 曾…的（创业公司）O的R P
    let between = row.get(k..start).unwrap_or_default();
    let relative = between.iter().any(|m| m.has(Cue::Of))
        && !between.iter().any(|m| m.is_punct(&['，', '。', '；']));
    let opens = k
        .checked_sub(1)
        .is_none_or(|b| row[b].label == Label::Punct || matches!(row[b].label, Label::Date(_)));
    k < p && (relative || !opens)
}
