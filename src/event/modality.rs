//! How sure: asserted, rumoured, planned, denied, negated, hypothetical, historical.

use super::{Draft, Scene, background, why};
use crate::date::Resolved;
use crate::dict::term::{Cue, Frame};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::{ChangeType, Status};

pub(super) fn status(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: &Draft,
    person: At,
    date: Option<Resolved>,
) -> Status {
    let row = scene.entities.row(s);
    // Where the person stands behind the trigger, what speaks about it stands in its clause.
    let from = if draft.from >= t {
        clause_start(row, t)
    } else {
        draft.from
    };
    // 提请罢免P以及罢免Q: what is said of the first holds for both.
    let first =
        (clause_start(row, t)..t).find(|&k| row[k].trigger.is_some_and(|g| g.frame.has_object()));
    let shared = why::is_coordinated(row, t) && draft.from >= t;
    let head = first.filter(|_| shared).unwrap_or(t);
    let near = &row[near_start(row, from, head)..head];
    if denied(scene, s, t, person) {
        return Status::Denied;
    }
    if negated(near) || none_of_it(scene, person) || undone(row, t) {
        return Status::Negated;
    }
    let clause = &near[near
        .iter()
        .rposition(|m| m.is_punct(&['，']))
        .map_or(0, |c| c + 1)..];
    let wanted = outside_reason(clause).any(|m| m.has(Cue::Modal));
    let pronoun = row.get(draft.from).is_some_and(|m| m.has(Cue::Pronoun));
    if wanted || hypothetical(row, from, t, person.0 == s || pronoun) || is_to_come(row, t) {
        return Status::Hypothetical;
    }
    if background::holds(scene, s, t, draft, person, date) {
        return Status::Historical;
    }
    // P或空降O: a wording begins at its first word, and holds what speaks about it; but 原总裁P或加盟D has left.
    let end = draft.destination_from.clamp(t, row.len());
    let moves = draft.own_date_only && !row[t..end].iter().any(|m| m.has(Cue::Former));
    let told = if moves { end } else { t };
    // P可能在财报之后离任
    let hedged = outside_reason(clause).any(|m| m.has(Cue::Hedge));
    let doubtful = hedged || rumoured(row, told) || questioned(row, t) || goes_perhaps(row, t);
    if doubtful && !confirmed(scene, s, t) {
        return Status::Rumoured;
    }
    // 已提请辞任，自下月起生效
    let ahead = date
        .zip(scene.published)
        .is_some_and(|(d, p)| d > Resolved::day_of(p) && d.day.is_some());
    let effective = ahead && row[t..].iter().any(|m| m.has(Cue::Effective));
    if !effective && outside_reason(near).any(|m| m.has(Cue::Plan)) {
        // D打算挖走P: the plan is not the person's.
        let taken = row[t].trigger.is_some_and(|g| g.frame == Frame::Poached);
        return if taken {
            Status::Hypothetical
        } else {
            Status::Planned
        };
    }
    // 将数据拷贝给他人，已被解聘: in another clause it marks an object.
    let own = |k: usize| !row[k].has(Cue::ObjectMarker) || clause_start(row, t) <= k;
    if (head - near.len()..head).any(|k| row[k].has(Cue::Future) && own(k))
        || ahead
        || row[clause_start(row, t)..t].iter().any(lies_ahead)
        || pending(scene, s, t)
        || ends_later(row, t)
    {
        // 据知情人士透露，P将离职
        return match is_unofficial(row, t) && !confirmed(scene, s, t) {
            true => Status::Rumoured,
            false if is_vague(row, t, date) => Status::Planned,
            false => Status::Announced,
        };
    }
    Status::Completed
}

/// 知情人士称，P将离职: who tells it is not named.
fn is_unofficial(row: &[Mention], t: usize) -> bool {
    let told = |m: &Mention| m.cues.any(&[Cue::Announce, Cue::Official]);
    row[..t].iter().any(|m| m.has(Cue::Anonymous)) && !row.iter().any(told)
}

/// P将于近期离职: nobody announces it, and no day is told.
fn is_vague(row: &[Mention], t: usize, date: Option<Resolved>) -> bool {
    let start = clause_start(row, t);
    let vague = |m: &Mention| matches!(m.label, Label::Date(d) if d.is_vague());
    let told = |m: &Mention| m.cues.any(&[Cue::Announce, Cue::Official, Cue::Say]);
    let ahead = row[start..t].iter().any(|m| m.has(Cue::Future)) && row[start..t].iter().any(vague);
    ahead && date.is_none() && !row.iter().any(told)
}

/// 据多家媒体报道，P已递交辞呈，或加盟D: a report that only supposes where the person goes.
fn goes_perhaps(row: &[Mention], t: usize) -> bool {
    let source = |m: &Mention| m.cues.any(&[Cue::Source, Cue::Anonymous, Cue::Dateline]);
    // 多家媒体报道称
    let speaker = |k: usize| row[k].is_person() || row[k].is_org() || row[k].has(Cue::OrgPronoun);
    let said = |k: usize| row[k].has(Cue::Say) && !speaker(k - 1);
    let reported = row[..t].iter().any(source) || (1..t).any(said);
    let moves = |k: usize| row[k + 1..].iter().take(2).any(|m| m.join.is_some());
    let perhaps = |k: usize| match row[k].join {
        Some(_) => row[k].has(Cue::Hedge),
        None => row[k].has(Cue::Rumour) && row[k].chars() == 1 && moves(k),
    };
    let official = |m: &Mention| m.cues.any(&[Cue::Announce, Cue::Official]);
    let mut sentence = (t + 1..row.len()).take_while(|&k| !row[k].is_person());
    reported && !row[..t].iter().any(official) && sentence.any(perhaps)
}

/// P任期届满，将于明年返回荷兰: the term ends, and the next clause says what is still to come.
fn ends_later(row: &[Mention], t: usize) -> bool {
    let ends = row[t]
        .trigger
        .is_some_and(|g| g.change == ChangeType::TermEnd);
    let comma = row.get(t + 1).is_some_and(|m| m.is_punct(&['，']));
    ends && comma && row.get(t + 2).is_some_and(|m| m.has(Cue::Future))
}

/// …辞职，在补选新任监事后生效; 在此之前，他继续履行职责: what follows says that it is not in force yet.
fn pending(scene: &Scene, s: usize, t: usize) -> bool {
    let sentences = scene.entities.sentences();
    let tells = |row: &[Mention]| row.iter().any(|m| m.has(Cue::Pending));
    let next = sentences
        .get(s + 1)
        .filter(|n| n.block == sentences[s].block)
        .map(|_| scene.entities.row(s + 1))
        .filter(|row| row.iter().all(|m| m.trigger.is_none() && m.join.is_none()));
    // 递交辞呈并获批准
    let row = scene.entities.row(s);
    let granted = |k: usize| row[k].has(Cue::Granted) && !row[k - 1].has(Cue::Negation);
    let granted = (t + 1..row.len()).any(granted);
    !granted && tells(&scene.entities.row(s)[t..]) || next.is_some_and(tells)
}

/// 下月离职, 明年退休
fn lies_ahead(m: &Mention) -> bool {
    matches!(m.label, Label::Date(date) if date.lies_ahead())
}

/// The first mention of the clause that `t` stands in.
pub(super) fn clause_start(row: &[Mention], t: usize) -> usize {
    row[..t]
        .iter()
        .rposition(|m| m.label == Label::Punct)
        .map_or(0, |p| p + 1)
}

/// Where the material between subject and trigger begins.
fn near_start(row: &[Mention], from: usize, t: usize) -> usize {
    (from..t)
        .rev()
        .find(|&k| {
            row[k].is_person()
                || row[k].trigger.is_some_and(|g| g.frame != Frame::Post)
                    && row[k + 1..t].iter().any(|m| m.is_punct(&['，']))
        })
        .map_or(from, |k| k + 1)
}

/// Without the reason: 因拟投入更多时间…，将辞任 is no plan.
fn outside_reason(near: &[Mention]) -> impl Iterator<Item = &Mention> {
    let inside = inside_reason(near);
    near.iter().zip(inside).filter(|(_, r)| !r).map(|(m, _)| m)
}

/// Of each mention, whether it stands in a reason.
fn inside_reason(near: &[Mention]) -> Vec<bool> {
    let mut inside = false;
    let tells = |m: &Mention| {
        inside =
            (inside || m.has(Cue::ReasonOpen)) && !m.is_punct(&['，']) && !m.has(Cue::ReasonClose);
        inside
    };
    near.iter().map(tells).collect()
}

/// 未离职, 并没有离职, 未被O解雇: the last negation before the trigger, with adverbs or who dismisses between at most.
fn negated(near: &[Mention]) -> bool {
    // 未被某公司董事会解雇: whoever acts stands between.
    let passive = near.iter().rposition(|m| m.has(Cue::Passive));
    let agent = passive.filter(|&p| near[p..].iter().all(|m| m.label != Label::Punct));
    for m in near[..agent.map_or(near.len(), |p| p + 1)].iter().rev() {
        if m.has(Cue::Negation) {
            return true;
        }
        let agent = m.is_org() || matches!(m.label, Label::Latin | Label::Media);
        if m.cues.is_empty() && !agent || m.is_punct(&['，']) {
            return false;
        }
    }
    false
}

/// A denial in the sentence, or at the beginning of the next one.
fn denied(scene: &Scene, s: usize, t: usize, person: At) -> bool {
    let denial = |row: &[Mention], k: usize| {
        row[k].has(Cue::Denial) && !k.checked_sub(1).is_some_and(|b| row[b].has(Cue::Negation))
    };
    // O否认出轨，P辞职; P辞职，公司否认与造假有关: something else is denied in a clause of its own.
    let of_other = |row: &[Mention], k: usize| {
        let mark = |e: &usize| row[*e].is_punct(&['，', '；', '。']);
        let ends = (k + 1..row.len()).find(mark).unwrap_or(row.len());
        let content = |m: &Mention| {
            let rumour = m.has(Cue::Rumour) || m.has(Cue::Definite) || m.has(Cue::Filler);
            m.label == Label::Word && m.tag.starts_with(['n', 'v']) && !rumour
        };
        // 外传P请辞与亏损有关，O称并无此事
        let with = row.get(t + 1).is_some_and(|m| m.has(Cue::Oblique));
        let mut rest = row[t..k.max(t)].iter().take_while(|m| !m.is_punct(&['，']));
        let relation = with && rest.any(|m| m.has(Cue::Related));
        let inside = (k..ends).contains(&t);
        let parted = !row[t.min(k)..t.max(k)]
            .iter()
            .all(|m| m.label != Label::Punct);
        let words = row[k + 1..ends].iter().filter(|m| content(m)).count();
        relation || !inside && parted && words >= if k < t { 1 } else { 2 }
    };
    let denies = |row: &[Mention]| (0..row.len()).any(|k| denial(row, k));
    let here = scene.entities.row(s);
    let denied = (0..here.len()).any(|k| denial(here, k) && !of_other(here, k));
    // P离职？官方回应：假的。
    let sentences = scene.entities.sentences();
    let asked = sentences.get(s + 1).is_some_and(|next| {
        next.block == sentences[s].block && asks(here) && denies(scene.entities.row(s + 1))
    });
    denied
        || asked
        || (s + 1..sentences.len().min(s + 3)).any(|k| refutes(scene, (s, t), person, k))
}

/// 有消息称P已离职。对此，O表示，该消息不实: whether sentence `k` denies what sentence `s` does not tell officially.
fn refutes(scene: &Scene, (s, t): At, person: At, k: usize) -> bool {
    let sentences = scene.entities.sentences();
    let near = sentences[k].heading == sentences[s].heading
        && sentences[k].block - sentences[s].block <= 1
        && !scene.entities.gist(k).cues.any(&[Cue::Hypothesis]);
    let (here, row) = (scene.entities.row(s), scene.entities.row(k));
    let official = |m: &Mention| m.cues.any(&[Cue::Official, Cue::Announce]);
    let told = here[..t].iter().any(official);
    let hearsay = rumoured(here, t) || here.iter().any(|m| m.has(Cue::Anonymous));
    let denial = |q: usize| {
        let mark = |m: &&Mention| !m.is_punct(&['，', '；', '。']);
        // O否认裁员: something else is denied; O否认上述传闻, O否认其离职 are about P.
        let about = |m: &Mention| m.has(Cue::Hearsay) || m.has(Cue::Rumour) || m.trigger.is_some();
        let other = |m: &Mention| m.tag.starts_with(['n', 'v']) && !about(m) && m.cues.is_empty();
        let mut behind = row[q + 1..].iter().take_while(mark);
        let negated = q > 0 && row[q - 1].has(Cue::Negation);
        row[q].has(Cue::Denial) && !negated && !behind.any(other)
    };
    let refers = |q: usize| row[..q].iter().any(|m| m.has(Cue::Hearsay));
    // 【O】网传Q已离职，O回应称消息不实: another rumour; 传Q将接替P，O否认: what Q will do.
    let name = scene.entities.person_at(person);
    let departs = row.iter().any(|m| m.trigger.is_some());
    let other = departs && scene.entities.first_mention(&name, k).is_none();
    let replaced = here[t]
        .trigger
        .is_some_and(|g| g.frame == Frame::Predecessor);
    let denies = |q: usize| denial(q) && (refers(q) || hearsay && k == s + 1);
    near && !told && !other && !replaced && (0..row.len()).any(denies)
}

/// 否决了罢免…, 撤回辞呈, 罢免…的议案未获通过: it does not come about.
fn undone(row: &[Mention], t: usize) -> bool {
    row[clause_start(row, t)..t]
        .iter()
        .any(|m| m.has(Cue::Undo))
        || row[t..].iter().any(|m| m.has(Cue::Fails))
}

fn asks(row: &[Mention]) -> bool {
    row.iter().rev().take(2).any(|m| m.is_punct(&['？']))
}

/// P离职？: not told as a fact; but 为何离职？ is.
fn questioned(row: &[Mention], t: usize) -> bool {
    let question = |m: &Mention| m.is_punct(&['？']);
    row[t..].iter().take(3).any(question) && !row.iter().any(|m| m.has(Cue::Interrogative))
}

/// 并无P离职一事, 无法让P离开: the negation stands in front of the person.
fn none_of_it(scene: &Scene, person: At) -> bool {
    let row = scene.entities.row(person.0);
    let start = post::before(row, person.1).start;
    // 无法让P离开
    let made = |b: usize| row[b].tag == "v" && row[b].chars() == 1 && row[b].cues.is_empty();
    let before = start.checked_sub(1);
    let before = before.map(|b| if b > 0 && made(b) { b - 1 } else { b });
    before.is_some_and(|b| row[b].has(Cue::Negation))
}

/// 当P退休后，O将如何安排: a time that has not come.
fn is_to_come(row: &[Mention], t: usize) -> bool {
    let opener = &row[clause_start(row, t)];
    let when = opener.chars() == 1 && matches!(opener.tag, "p" | "t") && opener.cues.is_empty();
    let behind = row[t + 1..].iter().take(2);
    let closes = behind
        .into_iter()
        .any(|m| m.cues.any(&[Cue::After, Cue::Moment]));
    let rest = row[t + 1..].iter().skip_while(|m| m.label != Label::Punct);
    let mut next = rest.skip(1).take_while(|m| m.label != Label::Punct);
    let dated = row[..t].iter().any(|m| matches!(m.label, Label::Date(_)));
    let ahead = |m: &Mention| m.has(Cue::Future) && !m.has(Cue::Say);
    when && closes && !dated && next.any(ahead)
}

/// “要是亏损，我就辞职”; but not “要是早来就好了”，P离职时说: whether a condition at `k` is that of what is told at `t`.
fn reaches(row: &[Mention], k: usize, t: usize) -> bool {
    let is_quote = |m: &&Mention| m.is_punct(&['"']);
    let quoted = row[..k].iter().filter(is_quote).count() % 2 == 1;
    let between = &row[k..t];
    let closed = quoted && between.iter().any(|m| is_quote(&m));
    // 倘若获股东大会批准，P将离任: what is only left to be approved is decided.
    let approval = [Cue::Granted, Cue::Convene];
    let over = |m: &Mention| m.is_punct(&['；', '。']) || m.cues.any(&approval);
    !closed && !between.iter().any(over)
}

/// 如果…, 要求P辞职.
fn hypothetical(row: &[Mention], from: usize, t: usize, person_here: bool) -> bool {
    let condition = (0..t).any(|k| row[k].has(Cue::Hypothesis) && reaches(row, k, t));
    let demanded = (0..t)
        .rev()
        .find(|&k| row[k].has(Cue::Demand))
        .is_some_and(|k| {
            person_here && from <= t && !row[k..t].iter().any(|m| m.is_punct(&['，', '。']))
        });
    condition || demanded
}

/// 网传P离职，O回应称，其已于4月离职; 有消息称P离职。O回应称情况属实: whether the house confirms what is rumoured, here
/// or in the next sentence.
fn confirmed(scene: &Scene, s: usize, t: usize) -> bool {
    let sentences = scene.entities.sentences();
    let true_behind = |row: &[Mention], from: usize| {
        let granted = |k: usize| row[k].has(Cue::Granted) && !row[k - 1].has(Cue::Negation);
        (from + 1..row.len()).any(|k| answers(row, k) && (k..row.len()).any(granted))
    };
    let row = scene.entities.row(s);
    let leaves = |k: usize| {
        let near = &row[clause_start(row, k)..k];
        let goes =
            row[k].trigger.is_some() && !negated(near) && !near.iter().any(|m| m.has(Cue::Future));
        goes && answered(row, t, k)
    };
    let next = sentences
        .get(s + 1)
        .filter(|n| n.block == sentences[s].block);
    // 网传P离职。O回应称，P因个人原因离职
    let admits = |row: &[Mention]| {
        let leaves = |k: usize| {
            let near = &row[clause_start(row, k)..k];
            let doubts = [Cue::Future, Cue::Rumour, Cue::Hypothesis];
            let doubted = near.iter().any(|m| m.cues.any(&doubts));
            row[k].trigger.is_some() && !negated(near) && !doubted && answered(row, 0, k)
        };
        let denies = row
            .iter()
            .any(|m| m.cues.any(&[Cue::Denial, Cue::Negation]));
        (0..row.len()).any(leaves) && !denies
    };
    // 朱越已离职: somebody else.
    let people = |s: usize| {
        let row = scene.entities.row(s);
        let people = (0..row.len()).filter(|&k| row[k].is_person());
        people
            .map(|k| scene.entities.person_at((s, k)))
            .collect::<Vec<_>>()
    };
    let same = || {
        let (here, there) = (people(s), people(s + 1));
        there.is_empty() || there.iter().any(|person| here.contains(person))
    };
    (t + 1..row.len()).any(leaves)
        || true_behind(row, t)
        || next.is_some_and(|_| {
            let next = scene.entities.row(s + 1);
            true_behind(next, 0) || admits(next) && same()
        })
}

/// Whether the house answers between the rumour at `k` and the trigger at `t`.
fn answered(row: &[Mention], k: usize, t: usize) -> bool {
    (k + 1..t).any(|j| answers(row, j))
}

/// O回应称, 公司方面3月8日证实: whether a house speaks at `k`.
fn answers(row: &[Mention], k: usize) -> bool {
    let says = row[k].cues.any(&[Cue::Say, Cue::Announce, Cue::Official]);
    let between = |m: &&Mention| {
        matches!(m.label, Label::Date(_))
            || m.cues
                .any(&[Cue::OrgContext, Cue::Adverb, Cue::Announce, Cue::Direction])
            || m.cues.is_empty() && m.label == Label::Word && m.tag == "r"
    };
    // O方面向M确认
    let side = |k: usize| row[k + 1].has(Cue::OrgContext) && !row[k + 1].has(Cue::Owner);
    let named = |k: usize| row[k].is_org() || row[k].has(Cue::OrgPronoun);
    let mut clause = clause_start(row, k)..k;
    if says && !row[k].has(Cue::Rumour) && clause.any(|k| named(k) && side(k)) {
        return true;
    }
    let house = row[..k].iter().rev().take(4).find(|m| !between(m));
    says && !row[k].has(Cue::Rumour) && house.is_some_and(|m| m.is_org() || m.has(Cue::OrgPronoun))
}

/// 传, 被曝, 或将 before the trigger in its sentence.
fn rumoured(row: &[Mention], t: usize) -> bool {
    // “甲”或“乙”: between two names it means or.
    let told = |k: usize| {
        // 或“空降”O
        let moves = row
            .get(k + 2)
            .is_some_and(|n| n.join.is_some() || n.trigger.is_some());
        let joins = !moves && row.get(k + 1).is_some_and(|n| n.is_punct(&['"', '《']));
        let either = k > 0 && row[k - 1].trigger.is_some();
        // 援引知情人士的消息称
        let quoted = k > 0
            && row[k - 1].has(Cue::Of)
            && row[clause_start(row, k)..k]
                .iter()
                .any(|m| m.has(Cue::Source));
        row[k].has(Cue::Rumour)
            && !(row[k].chars() == 1 && (joins || either))
            && !quoted
            && !answered(row, k, t)
    };
    // 离职的传闻
    let behind = t + 1 + usize::from(row.get(t + 1).is_some_and(|m| m.has(Cue::Of)));
    let noun = |m: &Mention| m.has(Cue::Rumour) && m.chars() > 1;
    // 因疑似泄密被开除: what is doubtful is the reason.
    let reason = inside_reason(&row[..t]);
    (0..t).any(|k| told(k) && !reason[k]) || row.get(behind).is_some_and(noun)
}
