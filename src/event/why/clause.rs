//! The reason in the sentence of the trigger: before it, in it, behind it, or in a clause of its own.

use super::{QUOTED, Stretch, clause_end, code, is_quote, value};
use crate::dict::term::{Cue, Trigger};
use crate::entity::At;
use crate::event::subject::group;
use crate::event::{Scene, Value};
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::{ChangeType, ReasonCode};

/// A clause that is a reason without a word that says so is short.
const PLAIN_CHARS: usize = 40;

pub(super) fn find(scene: &Scene, s: usize, t: usize, person: At) -> Option<Value> {
    let row = scene.entities.row(s);
    let here = (person.0 == s).then_some(person.1);
    let holds = |r: &Stretch| {
        here.is_some_and(|p| (r.0..r.1).contains(&p)) || matches!(row[r.0].label, Label::Date(_))
    };
    let told = pairwise(scene, row, t, here)
        .or_else(|| grounds(row, t))
        .or_else(|| before(scene, row, t, here))
        .or_else(|| required(row, t))
        .filter(|r| !holds(r));
    // 因失言引咎辞职
    if told.is_none()
        && let Some(reason) = inside(scene, s, t)
    {
        return Some(reason);
    }
    let range = told
        .or_else(|| word(row, t))
        .or_else(|| after(scene, row, t).filter(|r| !holds(r)))
        .or_else(|| itself(scene, row, t))
        .or_else(|| quoted(scene, row, t))
        .or_else(|| written(scene, row, t))
        .or_else(|| retired(row, t))
        .or_else(|| relieved(scene, row, t, here?))
        .or_else(|| between(scene, row, t, here?))
        .or_else(|| aftermath(scene, row, t, here?))
        .or_else(|| leading(scene, row, t, here?))
        .or_else(|| trailing(scene, row, t))
        .or_else(|| held(scene, row, t, here?))?;
    let end = (range.0 + 1..=range.1)
        .rev()
        .find(|&e| !is_left_over(row, e - 1));
    let start = (range.0..range.1).find(|&k| !is_conjunction(&row[k]));
    let range = (start.unwrap_or(range.0), end.unwrap_or(range.1));
    value(scene, s, range, "reason")
}

/// 但公司聚焦…，P辞职; P的服务合约届满，…: the conjunction, or 的 behind the name, is no part of it.
fn is_conjunction(m: &Mention) -> bool {
    let conjunction = m.tag == "c" && m.chars() == 1 && !m.has(Cue::Oblique);
    // 理由是二人“未能勤勉尽责”
    conjunction || m.cues.any(&[Cue::Of, Cue::Plural])
}

/// Words at the end of a reason that belong to what follows: 而, 被, 又, 于2022年.
fn is_left_over(row: &[Mention], k: usize) -> bool {
    let m = &row[k];
    let adverb = m.tag == "d" && m.chars() == 1;
    let before_date = m.cues.any(&[Cue::At, Cue::Filler])
        && row
            .get(k + 1)
            .is_some_and(|n| matches!(n.label, Label::Date(_)));
    m.cues.any(&[Cue::Then, Cue::Passive, Cue::Of])
        || adverb
        || before_date
        || matches!(m.label, Label::Date(_))
}

/// 因…[原因]: the nearest opening before the trigger that no other departure uses up.
pub(super) fn before(
    scene: &Scene,
    row: &[Mention],
    t: usize,
    person: Option<usize>,
) -> Option<Stretch> {
    let open = (0..t)
        .rev()
        .find(|&k| opens(row, k) && !is_part_of_name(row, k))?;
    // 并不是因为…而离开
    if open > 0 && row[open - 1].has(Cue::Negation) {
        return None;
    }
    // 因 + 病, cut in two
    let next = row.get(open + 1)?;
    if is_reason_word(scene, &format!("{}{}", row[open].text, next.text)) {
        return Some((open, open + 2));
    }
    // 鉴于P未能…，董事会决定解聘: what is said of the person in front.
    let inner = person.filter(|&p| post::before(row, p).start == open + 1);
    let from = inner.map_or(open + 1, |p| behind_name(row, p));
    // 由于P（2023年辞职），…: the trigger stands in a bracket behind the name, or in front of the person.
    if from >= t {
        return None;
    }
    let end = end(row, from, t);
    let reason = row.get(from..end).filter(|r| !r.is_empty())?;
    // 对媒体透露, 受董事会委托: no reason.
    let asked = reason.last().is_some_and(|m| m.has(Cue::Commission));
    if asked || reason.iter().any(|m| m.has(Cue::Say)) {
        return None;
    }
    if inner.is_some() && reason[0].trigger.is_some() {
        return None;
    }
    // 因癌症去世，第二任P去世: what stands between tells of somebody else's departure.
    let pauses = row[end].is_punct(&['，']);
    let departure = (end..t).find(|&k| row[k].trigger.is_some());
    let shared = |d: usize| pauses && row[d].text == row[t].text && leads(row, open);
    if departure.is_some_and(|d| !shared(d) && row[d..t].iter().any(Mention::is_person)) {
        return None;
    }
    // 随着…的反击——将…: a frame of time, unless a whole clause tells of no person.
    let frame = row[open].has(Cue::Direction)
        && (!pauses || reason.iter().any(|m| m.is_person() || m.is_punct(&['-'])));
    (!frame && (inner.is_none() || pauses)).then_some((from, end))
}

/// 因任期届满，P不再担任R，Q不再担任S: with a reason at the beginning of a sentence all begin that do the same.
fn leads(row: &[Mention], open: usize) -> bool {
    row[..open].iter().all(|m| {
        let counts = m.tag.starts_with(['m', 'c']) && m.label == Label::Word;
        counts || matches!(m.label, Label::Date(_) | Label::Punct)
    })
}

/// 因…, and 为履行承诺，P辞职: in front of a verb at the beginning of a sentence, with its clause to itself.
fn opens(row: &[Mention], k: usize) -> bool {
    let purpose = || {
        // 为集中精力履行职责
        let adverb = |m: &Mention| matches!(m.tag, "d" | "a") || m.tag == "n" && m.chars() > 2;
        let verb = row[k + 1..].iter().find(|m| !adverb(m));
        let clause = &row[k..clause_end(row, k)];
        row[k].has(Cue::PurposeOpen)
            && (k == 0 || row[k - 1].is_punct(&['，', '。']))
            && verb.is_some_and(|m| m.tag.starts_with('v') && m.label == Label::Word)
            && clause.iter().all(|m| m.trigger.is_none() && !m.is_person())
    };
    row[k].has(Cue::ReasonOpen) || purpose()
}

/// P和Q分别因A、B辞职: as many reasons as people.
fn pairwise(scene: &Scene, row: &[Mention], t: usize, person: Option<usize>) -> Option<Stretch> {
    let person = person.filter(|&p| p < t)?;
    let open = (person..t).find(|&k| row[k].has(Cue::ReasonOpen) && !is_part_of_name(row, k))?;
    let each = (person..open).find(|&k| row[k].has(Cue::Pairwise))?;
    let last = (person..each).rev().find(|&k| row[k].is_person())?;
    let people = group(row, last);
    let n = people.iter().position(|&p| p == person)?;
    let stops = |k: &usize| row[*k].trigger.is_some() || row[*k].is_punct(&['，', '；']);
    let end = (open + 1..t).find(stops).unwrap_or(t);
    let mut parts = vec![open + 1];
    let marks = (open + 1..end).filter(|&k| row[k].is_punct(&['、']));
    parts.extend(marks.map(|k| k + 1));
    if parts.len() != people.len() {
        return None;
    }
    if let Some(next) = parts.get(n + 1) {
        return Some((parts[n], next - 1));
    }
    // The last one goes as far as it tells more: the adverbs of the trigger follow.
    let told = |e: &usize| code(scene, &row[parts[n]..*e]) != ReasonCode::Unstated;
    let mut to = (parts[n] + 1..=end).find(told).unwrap_or(end);
    while to < end && row[to].has(Cue::ReasonClose) {
        to += 1;
    }
    Some((parts[n], to))
}

/// 以身体不适为由辞职, 以…为由解雇P.
fn grounds(row: &[Mention], t: usize) -> Option<Stretch> {
    let close = (t.saturating_sub(4)..t)
        .rev()
        .find(|&k| row[k].has(Cue::Grounds))?;
    let open = (0..close)
        .rev()
        .take_while(|&k| !row[k].is_punct(&['，', '。', '；']))
        .find(|&k| {
            row[k].tag == "p"
                && row[k].chars() == 1
                && (row[k].cues.is_empty() || row[k].has(Cue::Purpose))
        })?;
    Some((open + 1, close))
}

/// P在与董事会发生冲突后辞职, P将于年底合约到期后离开, P在新一轮裁员中离开: what went before it, or goes on, in the same
/// clause.
fn aftermath(scene: &Scene, row: &[Mention], t: usize, person: usize) -> Option<Stretch> {
    let opens = behind_name(row, person);
    let leads = |m: &&Mention| {
        let time = matches!(m.label, Label::Date(_)) || m.tag == "p" && m.cues.is_empty();
        time || m
            .cues
            .any(&[Cue::At, Cue::Adverb, Cue::Future, Cue::Filler, Cue::Of])
    };
    let from = opens + row[opens.min(t)..t].iter().take_while(leads).count();
    let amid = row[opens.min(t)..from.min(t)].iter().any(|m| m.tag == "p");
    let closes = |m: &Mention| m.has(Cue::After) || amid && is_amid(m);
    let close = (from..t).find(|&k| closes(&row[k]))?;
    let near = row[close + 1..t]
        .iter()
        .all(|m| m.cues.any(&[Cue::Adverb, Cue::Future, Cue::Passive]) || m.is_punct(&['，']));
    let dismissed = row[t].trigger.is_some_and(|g| is_dismissal(g.change));
    let clause = &row[from..close];
    let code = code(scene, clause);
    let cut = is_amid(&row[close]) && code == ReasonCode::Restructuring;
    let told = near && is_plain(clause) && (cut || tells(code, dismissed));
    // 与公司的合约期满后
    let of = clause.iter().rposition(|m| m.has(Cue::Of));
    let term = of
        .filter(|_| code == ReasonCode::Term)
        .map_or(from, |of| from + of + 1);
    told.then_some((term, close))
}

/// 中, 里: ends what somebody leaves in the course of.
fn is_amid(m: &Mention) -> bool {
    m.tag == "f" && m.cues.is_empty()
}

/// Q接替任期届满的P: what the clause behind the trigger says of the one who is replaced.
fn relieved(scene: &Scene, row: &[Mention], t: usize, person: usize) -> Option<Stretch> {
    let of = post::before(row, person).start.checked_sub(1)?;
    let clause = row.get(t + 1..of).filter(|c| is_plain(c))?;
    let term = row[of].has(Cue::Of) && code(scene, clause) == ReasonCode::Term;
    term.then_some((t + 1, of))
}

/// P宣布离开，（称）“家里老人身体不好，想多陪陪”: the quotation behind the clause of the departure, from where it gives
/// private reasons.
fn quoted(scene: &Scene, row: &[Mention], t: usize) -> Option<Stretch> {
    let comma = clause_end(row, t);
    let says = row[comma..].iter().skip(1).take(2);
    let opens = comma + 1 + says.take_while(|m| m.has(Cue::Say)).count();
    let marks = row.get(comma)?.is_punct(&['，']) && row.get(opens).is_some_and(is_quote);
    let close = (opens + 1..row.len().min(opens + QUOTED)).find(|&k| is_quote(&row[k]))?;
    let start = row[..t].iter().rposition(|m| m.label == Label::Punct);
    let denied = row[start.unwrap_or(0)..t]
        .iter()
        .any(|m| m.has(Cue::Negation));
    let mut from = opens + 1;
    let parts = row[from..close].split(|m| m.is_punct(&['，', '。']));
    let first = parts.into_iter().find_map(|part| {
        let start = from;
        from += part.len() + 1;
        (is_plain(part) && is_private(code(scene, part))).then_some(start)
    })?;
    (marks && !denied).then_some((first, close))
}

/// P请辞，辞任书指出“无法有效行使职权”: what the letter of resignation quotes as its ground.
fn written(scene: &Scene, row: &[Mention], t: usize) -> Option<Stretch> {
    let comma = clause_end(row, t);
    let near = std::iter::once(t).chain(comma + 1..row.len().min(comma + 5));
    let letter = near.into_iter().find(|&k| row[k].has(Cue::Letter))?;
    let says = |m: &Mention| m.has(Cue::Say) || m.tag == "v" && m.cues.is_empty();
    let leads = |m: &&Mention| m.tag == "f" || says(m) || m.is_punct(&['，', '：']);
    let words = row[letter + 1..].iter().take(4).take_while(leads).count();
    let opens = letter + 1 + words;
    let says = row[letter + 1..opens].iter().any(says);
    row.get(opens).filter(|m| says && is_quote(m))?;
    let close = (opens + 1..row.len().min(opens + QUOTED)).find(|&k| is_quote(&row[k]))?;
    let start = opens + 1 + usize::from(row[opens + 1].has(Cue::ReasonOpen));
    let ground = row.get(start..close)?;
    // “我不会忘记大家”, “公司没有拖欠工资”
    let speaks = |m: &Mention| {
        m.cues.any(&[Cue::Pronoun, Cue::OrgPronoun, Cue::Future])
            || m.label == Label::Word && m.tag == "r"
    };
    let complains = ground.iter().any(|m| m.has(Cue::Negation)) && !ground.iter().any(speaks);
    let telling = complains || code(scene, ground) != ReasonCode::Unstated;
    (telling && is_plain(ground)).then_some((start, close))
}

/// 免去P的R职务，退休: a clause that says no more than that the person retires.
fn retired(row: &[Mention], t: usize) -> Option<Stretch> {
    row[t].trigger.filter(|g| is_dismissal(g.change))?;
    let from = clause_end(row, t) + 1;
    let word = row.get(from)?;
    let retires = word.trigger.is_some_and(|g| g.change == ChangeType::Retire);
    (retires && clause_end(row, from) == from + 1).then_some((from, from + 1))
}

/// What somebody leaves for of his own accord.
fn is_private(code: ReasonCode) -> bool {
    matches!(
        code,
        ReasonCode::Personal
            | ReasonCode::Family
            | ReasonCode::Health
            | ReasonCode::Workload
            | ReasonCode::NewJob
    )
}

/// The first position behind a name, its honorific and what stands in brackets.
pub(super) fn behind_name(row: &[Mention], p: usize) -> usize {
    let mut k = p + 1;
    while let Some(m) = row.get(k) {
        if m.is_punct(&['（']) {
            let close = row[k..].iter().position(|m| m.is_punct(&['）']));
            k += close.map_or(1, |n| n + 1);
        } else if m.label == Label::Honorific || m.is_soft_comma() {
            k += 1;
        } else {
            break;
        }
    }
    k
}

/// 根据公司经营管理需要，董事会同意解聘P: the clause at the beginning that tells what asks for it.
fn required(row: &[Mention], t: usize) -> Option<Stretch> {
    let close = (1..t)
        .rev()
        .find(|&k| row[k].is_punct(&['，']) && row[k - 1].has(Cue::Required))?;
    let start = row[..close]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    let told = row[close..t]
        .iter()
        .any(|m| m.trigger.is_some() || m.is_punct(&['；']));
    let plain = row[start..close]
        .iter()
        .all(|m| m.trigger.is_none() && !m.is_person());
    (row[start].has(Cue::Source) && plain && !told && start + 1 < close)
        .then_some((start + 1, close))
}

fn is_reason_word(scene: &Scene, text: &str) -> bool {
    let term = scene.dict.terms.get(text);
    term.is_some_and(|t| t.cues.has(Cue::ReasonWord))
}

/// 引咎辞职 as one word: what it begins with.
fn inside(scene: &Scene, s: usize, t: usize) -> Option<Value> {
    let m = &scene.entities.row(s)[t];
    let ends = m.text.char_indices().skip(2).map(|(i, _)| i);
    let end = ends
        .into_iter()
        .find(|&e| is_reason_word(scene, &m.text[..e]))?;
    let view = &scene.entities.sentences()[s].view;
    Some(Value {
        text: m.text[..end].to_string(),
        span: view.span(m.at.start..m.at.start + end),
        rule: "reason",
    })
}

/// P引咎辞职, P因病医治无效去世, P任期届满后离任: a word shortly before the trigger.
fn word(row: &[Mention], t: usize) -> Option<Stretch> {
    let near = (t.saturating_sub(4)..t)
        .rev()
        .take_while(|&k| row[k].label != Label::Punct && !row[k].is_person());
    let ends = |k: &usize| row[*k].trigger.is_some_and(ends_term);
    let k = near
        .into_iter()
        .find(|k| row[*k].has(Cue::ReasonWord) || ends(k) && k + 1 == t)?;
    Some((k, k + 1))
}

fn ends_term(trigger: Trigger) -> bool {
    trigger.change == ChangeType::TermEnd
}

/// P严重违反制度，被解雇: clauses between the person and the trigger that speak of a reason.
fn between(scene: &Scene, row: &[Mention], t: usize, person: usize) -> Option<Stretch> {
    if person >= t {
        return None;
    }
    let mut from = behind_name(row, person);
    while from < t && row[from].cues.any(&[Cue::Adverb, Cue::Future]) {
        from += 1;
    }
    let comma = |k: &usize| row[*k].is_punct(&['，']) && !row[*k].is_soft_comma();
    let end = (from..t).rev().find(comma)?;
    if row[end..t].iter().any(|m| m.is_person() || m.has(Cue::Say)) {
        return None;
    }
    let dismissed = row[t].trigger.is_some_and(|g| is_dismissal(g.change));
    let starts = std::iter::once(from).chain((from..end).filter(comma).map(|k| k + 1));
    // P对公司失去信心，因此离职
    if row[end + 1].has(Cue::Then) && row[end + 1].chars() > 1 {
        let last = (from..end).rev().find(comma).map_or(from, |k| k + 1);
        let clause = row.get(last..end).filter(|c| is_plain(c))?;
        let chars: usize = clause.iter().map(Mention::chars).sum();
        return (chars <= PLAIN_CHARS).then_some((last, end));
    }
    let start = starts.into_iter().find(|&start| {
        let clause = &row[start..clause_end(row, start).min(end)];
        let whole = clause.len() == 1 && clause[0].has(Cue::ReasonWord);
        whole || is_plain(clause) && tells(code(scene, clause), dismissed)
    })?;
    let chars: usize = row[start..end].iter().map(Mention::chars).sum();
    let one = end == start + 1;
    ((one || is_plain(&row[start..end])) && chars <= PLAIN_CHARS).then_some((start, end))
}

pub(super) fn is_dismissal(change: ChangeType) -> bool {
    matches!(
        change,
        ChangeType::Dismiss | ChangeType::Layoff | ChangeType::Suspend
    )
}

pub(super) fn tells(code: ReasonCode, dismissed: bool) -> bool {
    match code {
        ReasonCode::Misconduct
        | ReasonCode::Legal
        | ReasonCode::Disagreement
        | ReasonCode::Term
        | ReasonCode::Health
        | ReasonCode::Retirement => true,
        ReasonCode::Performance => dismissed,
        _ => false,
    }
}

/// Tells of nobody else and of no other departure.
pub(super) fn is_plain(clause: &[Mention]) -> bool {
    !clause.is_empty()
        && clause.iter().all(|m| {
            let departs = m.trigger.is_some_and(|g| !ends_term(g));
            let named = matches!(m.label, Label::Person | Label::Media | Label::Latin);
            let asks = m.tag == "y";
            !departs && !named && !asks && m.join.is_none() && !m.has(Cue::Say)
        })
}

/// 业绩不达预期，P下课; 换届后，P…: a short clause in front that speaks of nothing but a reason.
fn leading(scene: &Scene, row: &[Mention], t: usize, person: usize) -> Option<Stretch> {
    let mut end = post::before(row, person).start.checked_sub(1)?;
    let attribute = row[end].has(Cue::Of);
    if !row[end].is_punct(&['，']) && !attribute {
        return None;
    }
    let mut start = row[..end]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1);
    if row[start].has(Cue::At) {
        start += 1;
    }
    while end > start && (row[end - 1].has(Cue::After) || is_amid(&row[end - 1])) {
        end -= 1;
    }
    let clause = row.get(start..end).filter(|c| !c.is_empty())?;
    let dated = |m: &Mention| matches!(m.label, Label::Date(_));
    let plain = !dated(&clause[0])
        && (!attribute || !clause.iter().any(dated))
        && clause
            .iter()
            .all(|m| !matches!(m.label, Label::Person | Label::Org(_) | Label::Media))
        // 公布业绩时宣布，P将退休: when it was told.
        && !clause.iter().any(|m| m.cues.any(&[Cue::Announce, Cue::Official]));
    // 已经退休的P: what is known of the person.
    let known = attribute
        && clause
            .iter()
            .any(|m| m.trigger.is_some() || m.has(Cue::Adverb));
    let telling = match code(scene, clause) {
        ReasonCode::Term | ReasonCode::Retirement => true,
        // 备受争议的P离职: no reason; 涉嫌受贿的P被开除: one.
        ReasonCode::Legal | ReasonCode::Misconduct => {
            !attribute || row[t].trigger.is_some_and(|g| is_dismissal(g.change))
        }
        // 新任R到岗，P不再代行R
        ReasonCode::Governance => {
            !attribute
                && row[t]
                    .trigger
                    .is_some_and(|g| g.change == ChangeType::StepDown)
        }
        ReasonCode::Health | ReasonCode::Performance | ReasonCode::Disagreement => !attribute,
        // 团队整体裁撤，P离开: the clause ends in it.
        ReasonCode::Restructuring => {
            !attribute
                && clause.last().is_some_and(|m| {
                    code(scene, std::slice::from_ref(m)) == ReasonCode::Restructuring
                })
        }
        _ => false,
    };
    let chars: usize = clause.iter().map(Mention::chars).sum();
    (plain && !known && telling && (2..=16).contains(&chars)).then_some((start, end))
}

/// P被停职，接受内部调查: the clause behind a dismissal.
fn trailing(scene: &Scene, row: &[Mention], t: usize) -> Option<Stretch> {
    let dismissed = row[t].trigger.is_some_and(|g| is_dismissal(g.change));
    if !dismissed || !row.get(t + 1)?.is_punct(&['，']) {
        return None;
    }
    if let Some(found) = finding(scene, row, t + 2) {
        return Some(found);
    }
    let end = clause_end(row, t + 2);
    let clause = &row[t + 2..end];
    let chars: usize = clause.iter().map(Mention::chars).sum();
    // 双方未披露补偿金额: told about the telling; 此前调查发现，…: only the finding tells why.
    let reported = clause
        .iter()
        .any(|m| m.cues.any(&[Cue::Announce, Cue::Finding]));
    let telling = matches!(
        code(scene, clause),
        ReasonCode::Legal | ReasonCode::Misconduct
    );
    (is_plain(clause) && !reported && telling && chars <= 12).then_some((t + 2, end))
}

/// 此前一项内部调查发现，P违反…政策: what has been found of the person, in the clause from `from` on or the next one.
pub(super) fn finding(scene: &Scene, row: &[Mention], from: usize) -> Option<Stretch> {
    let found = (from..clause_end(row, from)).find(|&k| row[k].has(Cue::Finding))?;
    if row[from..found].iter().any(|m| m.has(Cue::Negation)) {
        return None;
    }
    let comma = row.get(found + 1).is_some_and(|m| m.is_punct(&['，']));
    let subject = found + 1 + usize::from(comma);
    let start = match row.get(subject)? {
        m if m.is_person() => behind_name(row, subject),
        m => subject + usize::from(m.has(Cue::Pronoun)),
    };
    // 调查发现其下属受贿, 审计发现公司亏损: something else.
    if row.get(start)?.tag.starts_with('n') || row[start].has(Cue::OrgPronoun) {
        return None;
    }
    let end = clause_end(row, start);
    let clause = row.get(start..end).filter(|c| is_plain(c))?;
    let chars: usize = clause.iter().map(Mention::chars).sum();
    let telling = tells(code(scene, clause), true);
    (telling && chars <= PLAIN_CHARS).then_some((start, end))
}

/// P被监察机关留置，由Q代行职责: what was done to the person, where a wording in front tells the departure.
fn held(scene: &Scene, row: &[Mention], t: usize, person: usize) -> Option<Stretch> {
    let from = behind_name(row, person);
    if t > person || !row.get(from)?.has(Cue::Passive) {
        return None;
    }
    let end = clause_end(row, from);
    let legal = code(scene, &row[from..end]) == ReasonCode::Legal;
    (legal && is_plain(&row[from..end])).then_some((from, end))
}

/// P任期届满, P离世, P被监察机关留置: the trigger itself says why.
fn itself(scene: &Scene, row: &[Mention], t: usize) -> Option<Stretch> {
    let telling = row[t].has(Cue::ReasonWord)
        || matches!(
            code(scene, &row[t..=t]),
            ReasonCode::Death | ReasonCode::Legal
        );
    let passive = (t.saturating_sub(3)..t)
        .rev()
        .take_while(|&k| row[k].label != Label::Punct && !row[k].is_person())
        .find(|&k| row[k].has(Cue::Passive));
    telling.then_some((passive.unwrap_or(t), t + 1))
}

fn is_part_of_name(row: &[Mention], k: usize) -> bool {
    row[k].label != Label::Word
}

/// Where the reason that begins at `from` ends, at `t` at the latest.
pub(super) fn end(row: &[Mention], from: usize, t: usize) -> usize {
    // A quotation that is closed before the trigger is one piece.
    let whole = row[from..t].iter().filter(|m| is_quote(m)).count() % 2 == 0;
    let mut quoted = false;
    for k in from..t {
        let m = &row[k];
        if is_quote(m) && whole {
            quoted = !quoted;
        }
        if quoted {
            continue;
        }
        if m.has(Cue::ReasonClose) {
            let short = row[from..k].iter().map(Mention::chars).sum::<usize>() <= 5;
            return if short
                && m.has(Cue::ReasonNoun)
                && m.text.chars().count() == 2
                && !row[from..k].iter().any(|m| m.has(Cue::Etcetera))
            {
                k + 1
            } else {
                k
            };
        }
        // 因任期届满，…; 因另有任用，…: the word is the reason, not the departure.
        let term = k == from && m.trigger.is_some() || m.trigger.is_some_and(ends_term);
        if term && row.get(k + 1).is_some_and(|n| n.is_punct(&['，'])) {
            return k + 1;
        }
        // 因…，且…: the reason goes on.
        let goes_on =
            m.is_punct(&['，']) && row[k + 1..t].iter().take(2).any(|n| n.has(Cue::Further));
        // 因…而被O解雇
        let leads = m.has(Cue::Then)
            && k > from
            && !row[k + 1..t]
                .iter()
                .any(|n| n.is_punct(&['，']) || n.has(Cue::Negation));
        // 因内斗被董事会解雇
        let by_whom = m.has(Cue::Passive)
            && k > from
            && k + 1 < t
            && row[k + 1..t].iter().all(|n| {
                n.is_org()
                    || n.is_person()
                    || n.is_title()
                    || n.cues.any(&[Cue::OrgPronoun, Cue::OrgContext])
            });
        // 因工作调动将于4月1日卸任
        let of_trigger = k > from
            && m.has(Cue::Future)
            && row[k + 1..t].iter().all(|n| {
                matches!(n.label, Label::Date(_)) || n.cues.any(&[Cue::Adverb, Cue::Future])
            });
        let stops = m.is_punct(&['，', '。', '；']) && !goes_on
            || of_trigger
            || leads
            || by_whom
            || m.trigger.is_some() && !term && !is_of_body(row, k, t) && !is_noun_part(row, k, t)
            || m.cues.any(&[Cue::Adverb, Cue::Future, Cue::Plan, Cue::By])
                && k > from + 1
                && !is_second_wish(row, k);
        if stops {
            return k;
        }
        if m.has(Cue::Etcetera) && row.get(k + 1).is_some_and(|n| n.has(Cue::ReasonClose)) {
            return k;
        }
    }
    t
}

/// 因年事已高及有意陪伴家人: the second part of a reason says what the person wants.
fn is_second_wish(row: &[Mention], k: usize) -> bool {
    row[k].has(Cue::Plan) && row[k - 1].has(Cue::Coord)
}

/// 安享退休生活: the trigger at `k` only says of which kind the noun behind it is, inside a reason that ends before `t`.
fn is_noun_part(row: &[Mention], k: usize, t: usize) -> bool {
    let noun = |m: &Mention| m.label == Label::Word && m.tag == "vn" || m.tag == "n";
    let plain = |m: &Mention| m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
    k + 2 < t && row.get(k + 1).is_some_and(|m| noun(m) && plain(m)) && row[k + 2].is_punct(&['，'])
}

/// 因取消监事会，P…: the trigger at `k` speaks of a body or a thing, whose clause ends before `t`.
fn is_of_body(row: &[Mention], k: usize, t: usize) -> bool {
    let end = clause_end(row, k);
    let object = row[k].trigger.is_some_and(|g| g.frame.has_object());
    let plain = |m: &Mention| !m.is_person() && !m.is_title() && !m.has(Cue::PostNoun);
    object && end < t && row[end].is_punct(&['，']) && row[k..end].iter().all(plain)
}

/// 离职是因为…, 离职归因于…, 离职与…有关, 离职，以便…: the reason behind the word at `t`.
pub(super) fn after(scene: &Scene, row: &[Mention], t: usize) -> Option<Stretch> {
    let ends = |k: usize| {
        row[k].is_punct(&['。', '；']) || row[k].trigger.is_some() && !is_coordinated(row, k)
    };
    let segment = (t + 1..row.len()).take_while(|&k| !ends(k));
    let segment_end = segment.clone().last()? + 1;
    let related = segment.clone().find(|&k| row[k].has(Cue::Related));
    let noun = segment
        .clone()
        .find(|&k| row[k].has(Cue::ReasonNoun))
        .unwrap_or(t);
    let with = (noun + 1..segment_end.min(noun + 4))
        .find(|&k| row[k].cues.any(&[Cue::Coord, Cue::Oblique]));
    if let (Some(with), Some(related)) = (with, related)
        && clause_end(row, with) >= related
        // 外传P请辞与亏损有关，O称并无此事
        && !row[related..segment_end].iter().any(|m| m.has(Cue::Denial))
    {
        return Some((with + 1, related));
    }
    let purpose = segment.clone().find(|&k| is_purpose(row, k));
    if let Some(open) = purpose {
        let end = clause_end(row, open + 1);
        if is_private(code(scene, &row[open + 1..end])) {
            return Some((open + 1, end));
        }
    }
    let told = |k: &usize| {
        let m = &row[*k];
        // 并非由于…
        if row[*k - 1].has(Cue::Negation) {
            return false;
        }
        let near = m.has(Cue::ReasonOpen)
            && (*k <= t + 3 || row[*k - 1].has(Cue::Hold))
            && !is_of_next(row, *k);
        // 离职原因为…, 理由同样是…
        let words = row[..*k].iter().rev();
        let mut words = words.skip_while(|m| m.tag == "d" && !m.has(Cue::Negation));
        let noun = m.has(Cue::Hold) && words.next().is_some_and(|m| m.has(Cue::ReasonNoun));
        m.has(Cue::ReasonAfter)
            || noun
            || near
            || is_own_clause(scene, row, *k)
            || is_plain_reason(row, *k)
            || m.has(Cue::Because) && (is_last_clause(row, *k) || is_led_up_to(row, *k))
    };
    let open = segment.into_iter().find(told)?;
    behind(row, open)
}

/// 离开的原因很简单，…: the words that end a clause which says no more of the reason than how simple it is.
fn is_plain_reason(row: &[Mention], k: usize) -> bool {
    let mark = || row.get(k + 1).is_some_and(|m| m.is_punct(&['，', '：']));
    let how = |m: &&Mention| m.tag.starts_with(['d', 'z']) && m.cues.is_empty();
    let noun = || row[..k].iter().rev().find(|m| !how(m));
    // 原因很简单，与业绩无关
    let denied = || {
        let end = clause_end(row, (k + 2).min(row.len()));
        let clause = row.get(k + 2..end).unwrap_or_default();
        clause.iter().any(|m| m.has(Cue::Negation))
    };
    row[k].has(Cue::Simple) && mark() && noun().is_some_and(|m| m.has(Cue::ReasonNoun)) && !denied()
}

/// …辞任，彼因年事已高，…: a clause behind the departure that opens with whose reason it gives.
fn is_own_clause(scene: &Scene, row: &[Mention], open: usize) -> bool {
    let whose = open > 1 && row[open - 1].has(Cue::Pronoun) && row[open - 2].is_punct(&['，']);
    if !(whose && row[open].has(Cue::ReasonOpen)) {
        return false;
    }
    let end = clause_end(row, open + 1);
    let telling = code(scene, &row[open + 1..end]) != ReasonCode::Unstated;
    // 其因家庭原因已于2月离职: the reason of that departure.
    let departs = |k: usize| row[k].trigger.is_some() && !is_noun_part(row, k, row.len());
    telling && !(open + 1..end).any(departs)
}

/// 罢免P的R职务以及罢免Q: what follows the second trigger is said of both.
pub(in crate::event) fn is_coordinated(row: &[Mention], t: usize) -> bool {
    t.checked_sub(1).is_some_and(|b| row[b].has(Cue::Coord))
        && row[t].trigger.is_some_and(|g| g.frame.has_object())
}

/// 以便陪伴家人; and a short word of purpose at the beginning of a clause, before a verb: “以寻求新的机会”.
fn is_purpose(row: &[Mention], k: usize) -> bool {
    let opens = || {
        let verb = row.get(k + 1).is_some_and(|m| m.tag.starts_with('v'));
        row[k - 1].label == Label::Punct && verb
    };
    let quoted = k > 0 && is_quote(&row[k - 1]);
    row[k].has(Cue::Purpose) && (row[k].chars() > 1 && !quoted || k > 0 && opens())
}

/// P递交辞呈，因竞业条款，最早要到…: the reason at `open` is that of the clause behind it, which tells no departure and
/// names no subject.
fn is_of_next(row: &[Mention], open: usize) -> bool {
    let end = clause_end(row, open + 1);
    let apart = open > 0 && row[open - 1].is_punct(&['，']);
    let next = row.get(end + 1).filter(|_| row[end].is_punct(&['，']));
    apart && next.is_some_and(|m| m.has(Cue::Modal) || m.tag == "d" && m.cues.is_empty())
}

/// …，很大程度上就是因为…: only words of degree stand between the comma and the cue at `open`.
fn is_led_up_to(row: &[Mention], open: usize) -> bool {
    let words = row[..open].iter().rev();
    let words = words
        .take_while(|m| !m.is_punct(&['，']))
        .collect::<Vec<_>>();
    let degree = |n: usize| {
        let m = words[n];
        let extent = m.tag.starts_with('n') && n > 0 && words[n - 1].tag == "f";
        m.label == Label::Word && (extent || m.tag.starts_with(['a', 'd', 'f']) || m.has(Cue::Hold))
    };
    words.len() < open && (1..=4).contains(&words.len()) && (0..words.len()).all(degree)
}

/// …，因为…。: the clause ends the sentence.
fn is_last_clause(row: &[Mention], open: usize) -> bool {
    let end = clause_end(row, open + 1);
    let further = row.get(end + 1).is_some_and(|m| m.has(Cue::Further));
    let last = row.get(end).is_none_or(|m| !m.is_punct(&['，']));
    row[open - 1].is_punct(&['，'])
        && (last || further)
        && row[open..].iter().all(|m| m.trigger.is_none())
}

/// The reason behind the cue at `open`.
pub(super) fn behind(row: &[Mention], open: usize) -> Option<Stretch> {
    // 理由是，P“未勤勉尽责”
    let comma = row.get(open + 1).is_some_and(|m| m.is_punct(&['，']));
    let open = open + usize::from(comma);
    let named = row.get(open + 1).is_some_and(Mention::is_person);
    let open = open + usize::from(named && row.get(open + 2).is_some_and(is_quote));
    let mut end = clause_end(row, open + 1);
    while row.get(end).is_some_and(|m| m.is_punct(&['，']))
        && row.get(end + 1).is_some_and(|m| m.has(Cue::Further))
    {
        end = clause_end(row, end + 1);
    }
    if end > open + 2 && row[end - 1].has(Cue::ReasonClose) {
        end = self::end(row, open + 1, end);
    }
    (end > open + 1).then_some((open + 1, end))
}
