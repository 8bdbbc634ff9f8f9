//! When: the date of leaving, else of the announcement.

use super::{Draft, Scene, Value, subject};
use crate::date::{self, DateExpr, Resolved};
use crate::dict::term::Cue;
use crate::mention::{Label, Mention};
use crate::record::ChangeType;

/// The meeting or notice that a sentence goes on about is at most so many sentences before it.
const BACK: usize = 40;

/// Until this month a text may have been written in the year before.
const TURN: i8 = 2;

/// What a date is the day of; the last ones tell most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOf {
    /// The report (3月5日消息).
    Report,
    /// The meeting or notice that the sentence goes on about.
    Decision,
    /// What is told with the departure.
    Telling,
    /// The departure itself (将于3月31日卸任, 自4月1日起生效).
    Leaving,
}

/// What was found: the words, the date, and what it is the day of.
pub(super) struct When {
    pub text: Option<Value>,
    pub date: Option<Resolved>,
    pub day_of: DayOf,
}

const UNKNOWN: When = When {
    text: None,
    date: None,
    day_of: DayOf::Telling,
};

/// The date of what has happened: 今年10月 told in January is that of last year, 年底 told in November only tells the year.
pub(super) fn past(date: Resolved, published: jiff::civil::Date) -> Resolved {
    let near = date.day.is_none() && date.year == published.year();
    let month = date.month.filter(|&m| near && m > published.month());
    let turn = published.month() <= TURN;
    let past = month.map(|month| match turn {
        true => Resolved {
            year: date.year - 1,
            month: Some(month),
            day: None,
        },
        false => Resolved {
            month: None,
            ..date
        },
    });
    past.unwrap_or(date)
}

pub(super) fn find(scene: &Scene, s: usize, t: usize, draft: &Draft, name: &str) -> When {
    let row = scene.entities.row(s);
    if let Some((k, expr)) = effective(row, t) {
        return When {
            day_of: DayOf::Leaving,
            ..answer(scene, s, k, &expr)
        };
    }
    // 3月4日消息，在宣布P退休后，…: what is only presupposed happened before.
    let behind = row[t + 1..].iter().take(2);
    let before = draft.weak && behind.into_iter().any(|m| m.has(Cue::After));
    if let Some((k, expr)) = nearest(row, t).filter(|(k, _)| {
        let dateline = before && is_dateline(row, *k);
        !dateline && !is_of_newcomer(scene, s, *k, t, name)
    }) {
        let when = answer(scene, s, k, &expr);
        let day_of = match is_leaving(row, k, t) {
            true => DayOf::Leaving,
            false if is_of_answer(row, k, t) => DayOf::Report,
            false => when.day_of,
        };
        return When { day_of, ..when };
    }
    if let Some((k, expr)) = of_joining(row, draft) {
        return answer(scene, s, k, &expr);
    }
    if draft.own_date_only {
        return UNKNOWN;
    }
    // A heading's date, or that of the sentence that opens the paragraph, holds for what follows.
    let sentences = scene.entities.sentences();
    let block = sentences[s].block;
    let first = (0..s)
        .rev()
        .take_while(|&k| sentences[k].block == block)
        .last();
    // 1976年出生…。离职前他主管研发: what is only presupposed happened at another time.
    let lead = first.filter(|&k| {
        let early = draft.distant || t < 12;
        let row = scene.entities.row(k);
        let told = !draft.weak && !subject::tells_life(row);
        told && (early || announces(row) || noticed(row).is_some())
    });
    // 此前，P辞职: earlier than anything told before.
    let earlier = row.first().is_some_and(|m| m.has(Cue::History));
    // 6月29日，O公告称…。: of several the nearest.
    let in_block = (first.unwrap_or(s)..s).rev();
    let notice = lead.and_then(|_| {
        let mut notices = in_block.filter_map(|k| Some((k, noticed(scene.entities.row(k))?)));
        notices.next()
    });
    if let Some((k, (i, expr))) = notice.filter(|_| !earlier) {
        return answer(scene, k, i, &expr);
    }
    // 3月5日晚间公告一览: the title of a list of notices.
    let title =
        (0..s.min(1)).filter(|&k| sentences[k].is_heading && announces(scene.entities.row(k)));
    // 3月5日晚间，多家公司发布公告，摘要如下：…【人事】: the sentence that opens a digest of notices.
    let digest = (0..s.min(3)).find(|&k| {
        let row = scene.entities.row(k);
        let nobody = row.iter().all(|m| !m.is_org() && !m.is_person());
        sentences[k].heading != sentences[s].heading && nobody && announces(row)
    });
    let told = lead.into_iter().chain(sentences[s].heading);
    let told = told.chain(title).chain(digest);
    for k in told.filter(|_| !earlier) {
        let other = scene.entities.row(k);
        // 周二的一篇博文中，O表示…: the day of something else than a notice.
        let owned = |i: usize| {
            let of = other.get(i + 1).is_some_and(|m| m.has(Cue::Of));
            of && !other[i + 2..]
                .iter()
                .take(3)
                .any(|m| m.has(Cue::Announce) || m.has(Cue::Meeting))
        };
        let firm =
            |(i, e): &(usize, DateExpr)| !e.is_loose() && !is_deadline(other, *i) && !owned(*i);
        if let Some((i, expr)) = dates(other).find(firm) {
            return answer(scene, k, i, &expr);
        }
    }
    if sentences[s].is_heading {
        let below = (s + 1..sentences.len())
            .take_while(|&k| {
                sentences[k]
                    .heading
                    .is_some_and(|h| h >= s && sentences[h].block == sentences[s].block)
            })
            .take(4);
        for k in below {
            let row = scene.entities.row(k);
            let about = row
                .iter()
                .any(|m| m.is_person() && scene.entities.person(&m.text) == name);
            if let Some((i, expr)) = dates(row)
                .find(|(i, e)| !e.is_vague() && e.is_precise() && !is_of_coming(row, *i))
                .filter(|_| about)
            {
                return answer(scene, k, i, &expr);
            }
        }
    }
    UNKNOWN
}

/// 网传P离职，O3月8日回应称…: the day on which somebody speaks about it.
fn is_of_answer(row: &[Mention], k: usize, t: usize) -> bool {
    let apart = row[t..k.max(t)].iter().any(|m| m.is_punct(&['，']));
    let says = row.get(k + 1).is_some_and(|m| m.has(Cue::Say));
    apart && says && row[..t].iter().any(|m| m.has(Cue::Rumour))
}

/// 将于3月31日卸任: nothing else stands between the future and the departure.
fn is_leaving(row: &[Mention], k: usize, t: usize) -> bool {
    let future = k.checked_sub(1).is_some_and(|b| row[b].has(Cue::Future));
    future && k < t && row[k + 1..t].iter().all(|m| m.label != Label::Punct)
}

/// 7月5日晚间，O公告称…: the day of an announcement holds for all that it says.
fn announces(row: &[Mention]) -> bool {
    let dated = row
        .iter()
        .take(2)
        .any(|m| matches!(m.label, Label::Date(_)));
    dated && row.iter().any(|m| m.has(Cue::Announce))
}

/// 为了解禁，6月29日晚间，O公告称…: the day that opens a clause of a notice.
fn noticed(row: &[Mention]) -> Option<(usize, DateExpr)> {
    let opens = |d: usize| d == 0 || row[d - 1].is_punct(&['，']);
    let announces = |d: usize| row[d..].iter().take(8).any(|m| m.has(Cue::Announce));
    let mut told = dates(row).filter(|(d, e)| e.tells_day() && opens(*d) && announces(*d));
    told.next()
}

/// The day of the meeting or notice that sentence `s`, which tells no day, goes on about: 公司于8月25日召开董事会会议。…
/// 董事会同意解聘P; O10日公告，…。O同时公告，P辞职.
pub(super) fn decided(scene: &Scene, s: usize, change: ChangeType) -> When {
    let sentences = scene.entities.sentences();
    let one_story = scene.entities.main_org.is_some();
    let goes_on = goes_on(scene.entities.row(s));
    for k in (s.saturating_sub(BACK)..s).rev() {
        let row = scene.entities.row(k);
        let same = one_story || sentences[k].heading == sentences[s].heading;
        // 8月19日电 国务院任免国家工作人员。
        let changes =
            row.iter().any(|m| m.has(Cue::Reshuffle)) && row.iter().any(|m| m.has(Cue::Dateline));
        if !same && !changes && (k + 1..=s).any(|n| names_other(scene, n, k)) {
            break;
        }
        let told = |d: usize, e: &DateExpr| e.tells_day() && !is_deadline(row, d);
        let day = |f: &dyn Fn(usize) -> bool| dates(row).find(|(d, e)| told(*d, e) && f(*d));
        // O周一宣布组织调整。…P卸任
        let goes_on = goes_on || row.iter().any(|m| m.has(Cue::Reshuffle));
        let noticed = goes_on && sentences[s].block - sentences[k].block <= 2;
        // P离职: no meeting decides that.
        let formal = change != ChangeType::Leave;
        // 3月5日电 O任免下列大使：
        let listed = |d: usize| {
            row.last().is_some_and(|m| m.is_punct(&['：'])) && (d < 2 || is_dateline(row, d))
        };
        let found = day(&|d| formal && convenes(row, d))
            .or_else(|| day(&|d| noticed && notices(row, d)))
            .or_else(|| day(&|d| formal && (listed(d) || changes && is_dateline(row, d))));
        if let Some((d, expr)) = found {
            return When {
                day_of: DayOf::Decision,
                ..answer(scene, k, d, &expr)
            };
        }
        // 9月1日，…: another day is told.
        if day(&|d| d < 3).is_some() {
            break;
        }
    }
    UNKNOWN
}

/// Whether sentence `n` names an organisation that has nothing to do with any of sentence `k`.
fn names_other(scene: &Scene, n: usize, k: usize) -> bool {
    let orgs = |s: usize| {
        let row = scene.entities.row(s);
        let known = (0..row.len()).filter(move |&o| row[o].is_org());
        known.map(move |o| scene.entities.org((s, o)))
    };
    orgs(n).any(|other| orgs(k).all(|here| !scene.entities.related(&here, &other)))
}

/// 公司于8月25日召开董事会会议, （3月30日省人大常委会会议通过）: whether the date at `d` is the day of a meeting that decides.
fn convenes(row: &[Mention], d: usize) -> bool {
    let mut behind = row[d + 1..].iter();
    let verb = behind.find(|m| m.has(Cue::Convene) || m.trigger.is_some());
    let held = verb.is_some_and(|m| m.has(Cue::Convene));
    held && row.iter().any(|m| m.has(Cue::Meeting))
}

/// 3月28日晚间，O公告称, O昨日公告, 某某讯3月28日消息，O公告称: whether the date at `d` is the day of a notice.
fn notices(row: &[Mention], d: usize) -> bool {
    let reported = || d < 5 && is_dateline(row, d) && row[d..].iter().any(|m| m.has(Cue::Announce));
    let opens = d < 2 && announces(row);
    opens || row.get(d + 1).is_some_and(|m| m.has(Cue::Announce)) || reported()
}

/// 此外，P辞任; O同时公告，P辞职: whether a sentence goes on with a notice.
fn goes_on(row: &[Mention]) -> bool {
    let mut opening = row.iter().take(5);
    opening.any(|m| m.cues.any(&[Cue::Besides, Cue::Announce]))
}

fn dates(row: &[Mention]) -> impl DoubleEndedIterator<Item = (usize, DateExpr)> + '_ {
    row.iter().enumerate().filter_map(|(k, m)| match m.label {
        Label::Date(expr) if !is_in_title(row, k) => Some((k, expr)),
        _ => None,
    })
}

/// 《2017年激励计划》: a year in the title of a work or plan dates nothing.
fn is_in_title(row: &[Mention], k: usize) -> bool {
    let mut marks = row[..k].iter().rev().take(8);
    marks
        .find(|m| m.is_punct(&['《', '》']))
        .is_some_and(|m| m.is_punct(&['《']))
}

/// 自3月1日起生效: the day it takes effect, behind the trigger.
fn effective(row: &[Mention], t: usize) -> Option<(usize, DateExpr)> {
    dates(row)
        .filter(|(k, _)| *k > t)
        .find(|(k, e)| !e.is_vague() && row.get(k + 1).is_some_and(|m| m.has(Cue::Effective)))
        // 财务副总裁李四自7月1日起接替: the day of somebody else.
        .filter(|(k, _)| !row[t..*k].iter().any(Mention::is_person) || is_of_all(row, *k, t))
}

/// P辞任，Q获委任，均自3月28日起生效: whether the day at `k` has a clause to itself, and no other day is told of the
/// departure at `t`.
fn is_of_all(row: &[Mention], k: usize, t: usize) -> bool {
    let clause = |t: usize| {
        let mark = |m: &Mention| m.is_punct(&['，', '。', '；']);
        row[..t].iter().rposition(mark).map_or(0, |p| p + 1)
    };
    let opens = row[clause(k)..k]
        .iter()
        .all(|m| m.cues.any(&[Cue::From, Cue::Adverb]));
    let apart = clause(k) > t && !row[t..k].iter().any(|m| m.is_punct(&['。', '；']));
    let dated = dates(row).any(|(d, _)| (clause(t)..k).contains(&d));
    opens && apart && !dated
}

/// The nearest date before the trigger, else behind it in its clause; a dateline (3月5日消息) only where nothing
/// else is.
fn nearest(row: &[Mention], t: usize) -> Option<(usize, DateExpr)> {
    // 本周三，已经退休的P出现在机场: the day of what the person does now.
    let describes = row.get(t + 1).is_some_and(|m| m.has(Cue::Of))
        && row[t + 2..].iter().take(5).any(Mention::is_person);
    let apart = |k: usize| k < t && row[k..t].iter().any(|m| m.is_punct(&['，']));
    let told = |k: usize| {
        let elsewhere = is_of_coming(row, k) || is_dateline(row, k) || is_in_reason(row, k);
        !elsewhere && !is_of_other(row, k, t) && !(describes && apart(k))
    };
    let firm = |found: Option<(usize, DateExpr)>| found.filter(|(_, e)| !e.is_vague());
    // 3月31日是P在O的最后一天: a wording may begin with the date.
    let candidates = || dates(row).rev().filter(|(k, _)| *k <= t && told(*k));
    // 6月1日宣布将于今年秋天离职: the day tells more than the year; but 他于2019年离开 is another time.
    let own_year = |(k, e): &(usize, DateExpr)| {
        e.names_year() && !row[*k..t].iter().any(|m| m.label == Label::Punct)
    };
    let before = candidates()
        .next()
        .filter(own_year)
        .or_else(|| candidates().find(|(_, e)| e.is_vague() || e.is_precise()))
        .or_else(|| candidates().next());
    let same_clause = |k: usize| {
        let clause = &row[t + 1..k];
        k - t <= 8
            && !clause
                .iter()
                .any(|m| m.is_punct(&['。', '；']) || m.trigger.is_some() || m.join.is_some())
    };
    // 投身明年的选举: the date belongs to something else.
    let owned = |k: usize| k == t + 1 && row.get(k + 1).is_some_and(|m| m.has(Cue::Of));
    let after = dates(row).find(|(k, _)| *k > t && told(*k) && same_clause(*k) && !owned(*k));
    let dateline = dates(row).find(|(k, _)| *k < t && is_dateline(row, *k));
    firm(before)
        .or(firm(after))
        .or(before)
        .or(after)
        .or(dateline)
}

/// 原O副总裁P于4月加入D: where only the joining tells the departure, its date is the nearest there is.
fn of_joining(row: &[Mention], draft: &Draft) -> Option<(usize, DateExpr)> {
    let join = draft.destination_from;
    let mut near =
        dates(row).filter(|(k, _)| draft.needs_destination && *k < join && join - k <= 4);
    near.next_back()
}

/// 由于2024年爆发过…, but 因个人原因于7月31日离任: the date belongs to the reason.
fn is_in_reason(row: &[Mention], k: usize) -> bool {
    let before = row[..k].iter().rev();
    let between = |m: &&Mention| m.cues.any(&[Cue::Adverb, Cue::Future, Cue::Filler]);
    let next = row[k + 1..].iter().find(|m| !between(m));
    let of_trigger = next.is_some_and(|m| m.trigger.is_some());
    let mut clause = before
        .take_while(|m| m.label != Label::Punct && m.trigger.is_none() && !m.has(Cue::ReasonClose));
    !of_trigger && clause.any(|m| m.has(Cue::ReasonOpen))
}

/// 在3月8日前撤换，…; 3月1日至6日期间; 自去年11月的风波之后: a deadline of another clause, the end of a period, or the day
/// of something that came before.
fn is_of_other(row: &[Mention], k: usize, t: usize) -> bool {
    let date = |m: &Mention| matches!(m.label, Label::Date(_));
    let lasts = |k: usize| row.get(k + 1).is_some_and(|m| m.has(Cue::Works));
    let ends = k > 1 && date(&row[k - 2]) && lasts(k);
    let period = ends || row.get(k + 2).is_some_and(date) && lasts(k + 2);
    let apart = k > t || row[k..t].iter().any(|m| m.is_punct(&['，', '；']));
    let deadline = is_deadline(row, k) && apart;
    // O将于4月15日召开股东会，P已辞职
    let ahead = k > 0 && row[k - 1].has(Cue::Future) && k < t;
    let mut meets = row[k..t.max(k)].iter();
    let meets = meets
        .by_ref()
        .take_while(|m| m.label != Label::Punct && m.trigger.is_none())
        .any(|m| m.has(Cue::Convene));
    let mut clause = row[..t]
        .iter()
        .rev()
        .take_while(|m| m.label != Label::Punct);
    let there = clause.any(|m| m.has(Cue::Future));
    let named = row[..k].iter().any(Mention::is_person);
    let meeting = ahead && apart && meets && !there && !named;
    let clause = row[k + 1..].iter().take(12);
    let mut clause = clause.take_while(|m| m.label != Label::Punct && m.trigger.is_none());
    let since = k > 0 && row[k - 1].has(Cue::From) && k < t;
    period || deadline || meeting || since && clause.any(|m| m.has(Cue::After))
}

/// 2月21日，Q加入D，现在P已退休: the day on which somebody else came, who stands alone with it in front of `t`.
fn is_of_newcomer(scene: &Scene, s: usize, k: usize, t: usize, name: &str) -> bool {
    let row = scene.entities.row(s);
    let other = |m: &Mention| m.is_person() && scene.entities.person(&m.text) != name;
    let comes = || {
        let q = (k + 1..t).find(|&q| row[q].is_person() || row[q].trigger.is_some())?;
        let mut clause = row[q + 1..t].iter().take_while(|m| !m.is_punct(&['，']));
        (other(&row[q]) && clause.any(|m| m.join.is_some())).then_some(q)
    };
    // 现在, 如今: another time is told.
    comes().is_some_and(|q| row[q..t].iter().any(|m| m.has(Cue::Now)))
}

/// 在3月8日前: nothing has happened on the day that something has to be done by.
fn is_deadline(row: &[Mention], k: usize) -> bool {
    row.get(k + 1).is_some_and(|m| m.has(Cue::BeforeEvent))
}

/// 3月5日消息, 3月5日电: the day of the report.
fn is_dateline(row: &[Mention], k: usize) -> bool {
    row.get(k + 1).is_some_and(|m| m.has(Cue::Dateline))
}

/// The date tells when somebody came, not when they left: 2018年加入.
fn is_of_coming(row: &[Mention], k: usize) -> bool {
    let clause = row[k + 1..]
        .iter()
        .take(8)
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    let mut clause =
        clause.skip_while(|m| m.trigger.is_none() && m.join.is_none() && !m.has(Cue::Hold));
    clause
        .next()
        .is_some_and(|m| m.trigger.is_none() && m.join.is_some())
}

fn answer(scene: &Scene, s: usize, k: usize, expr: &DateExpr) -> When {
    let row = scene.entities.row(s);
    let value = scene.value((s, k), "date");
    let behind = row[k + 1..].iter().take(4).take_while(|m| {
        !matches!(m.label, Label::Date(_))
            && !m.cues.any(&[Cue::Announce, Cue::Official])
            && m.trigger.is_none()
    });
    let ahead = behind
        .chain(row[..k].iter().rev().take(2))
        .any(|m| m.has(Cue::Future))
        // 计划在12月离开, 可能于年底卸任
        || row[..k].iter().rev().take(2).any(|m| m.cues.any(&[Cue::Plan, Cue::Hedge]))
        // 宣布6月退任
        || k > 0 && row[k - 1].has(Cue::Official) && is_close_ahead(scene, expr)
        || takes_effect(scene, row, k, expr)
        || scene.entities.sentences()[s].is_heading
            && row.iter().any(|m| m.trigger.is_some())
            && is_close_ahead(scene, expr);
    When {
        text: Some(value),
        date: resolve(scene, s, k, expr, ahead, 6),
        day_of: match is_dateline(row, k) {
            true => DayOf::Report,
            false => DayOf::Telling,
        },
    }
}

/// 自4月1日起生效 in March: the coming one.
fn takes_effect(scene: &Scene, row: &[Mention], k: usize, expr: &DateExpr) -> bool {
    let told = row.get(k + 1).is_some_and(|m| m.has(Cue::Effective));
    told && is_close_ahead(scene, expr)
}

/// 9月离职 in a headline of July means the coming September.
fn is_close_ahead(scene: &Scene, expr: &DateExpr) -> bool {
    let ahead = |p| {
        date::resolve(expr, Some(p), None, true).map(|r| r.months() - Resolved::day_of(p).months())
    };
    scene
        .published
        .and_then(ahead)
        .is_some_and(|months| (1..=3).contains(&months))
}

/// Resolves a date with the one mentioned before it.
fn resolve(
    scene: &Scene,
    s: usize,
    k: usize,
    expr: &DateExpr,
    ahead: bool,
    depth: u8,
) -> Option<Resolved> {
    let before = if depth > 0 && (expr.leans_back() || !expr.has_year() && !expr.is_loose()) {
        previous(scene, s, k, expr, depth)
    } else {
        None
    };
    date::resolve(expr, scene.published, before, ahead)
}

/// 任期至2026年底, 截至去年末, 去年同期: the end of a term, or a time that is only counted to or compared with, is no day
/// that a story counts from.
fn is_limit(row: &[Mention], k: usize) -> bool {
    let beside = [k.checked_sub(1), Some(k + 1)];
    let mut beside = beside.into_iter().flatten().filter_map(|b| row.get(b));
    if beside.any(|m| m.has(Cue::Until)) {
        return true;
    }
    let clause = row[..k].iter().rev().take(5);
    let mut clause = clause.take_while(|m| m.label != Label::Punct);
    let until = clause.clone().next().is_some_and(|m| m.tag == "p");
    until && clause.any(|m| m.has(Cue::Contract))
}

/// The date before: in the same sentence any with a year, and for 同年/次日 in the paragraph.
fn previous(scene: &Scene, s: usize, k: usize, expr: &DateExpr, depth: u8) -> Option<Resolved> {
    let row = scene.entities.row(s);
    let here = dates(&row[..k])
        .rev()
        .find(|(i, e)| !e.is_vague() && (expr.leans_back() || e.has_year()) && !is_limit(row, *i));
    if let Some((i, e)) = here {
        let ahead = takes_effect(scene, row, i, &e);
        return resolve(scene, s, i, &e, ahead, depth - 1);
    }
    let sentences = scene.entities.sentences();
    let mut earlier = (0..s).rev().take(8).filter(|&e| {
        sentences[e].heading == sentences[s].heading && sentences[s].block - sentences[e].block <= 1
    });
    let usable = |r: &Resolved| {
        if expr.leans_back() {
            r.day.is_some() || !expr.needs_day()
        } else {
            // An older year belongs to the background.
            scene
                .published
                .is_none_or(|p| Resolved::day_of(p).months() - r.months() <= 12)
        }
    };
    earlier.find_map(|e| {
        let other = scene.entities.row(e);
        let firm = dates(other).rev().filter(|(i, x)| {
            !x.is_vague() && (expr.leans_back() || x.has_year()) && !is_limit(other, *i)
        });
        firm.filter_map(|(i, x)| resolve(scene, e, i, &x, false, depth - 1))
            .find(usable)
    })
}
