//! Who leaves: the person or the coordinated people that a trigger speaks of.

use super::Scene;
use super::wording::after_bracket;
use crate::dict::term::{Cue, Frame, TitlePart};
use crate::entity::{At, is_unnamed};
use crate::mention::{Label, Mention};
use crate::post;

pub(super) const NO_ANTECEDENT: &str = "the pronoun stands for nobody named before it";
const NO_ANTECEDENTS: &str = "the pronoun stands for several people who are not named before it";
const NO_SUBJECT: &str = "no person before the trigger, nor in the sentences before";
const ADVICE: &str = "somebody gives advice to those who leave";
const REASON: &str = "the trigger is the reason of what follows";
const NO_LEAVER: &str = "the clause has no subject, and nobody left in the sentences before";

/// What fails of a trigger that speaks of somebody named in a sentence before.
pub(super) const NOBODY_BEFORE: [&str; 4] = [NO_ANTECEDENT, NO_ANTECEDENTS, NO_SUBJECT, NO_LEAVER];

/// A signature stands in one of the last sentences.
const SIGNATURE: usize = 4;

/// A relative clause in front of a coordinated person has so many words at most.
const RELATIVE_CLAUSE: usize = 24;

/// The people before a trigger.
#[derive(Default)]
pub(super) struct Subject {
    pub people: Vec<At>,
    /// They stand in another sentence, or a pronoun stands for them.
    pub distant: bool,
    /// First position that belongs to them in this row.
    pub from: usize,
    /// The title behind their names that counts them (甲、乙等14名董事).
    pub title: Option<usize>,
}

/// P在某某辞职后: somebody who is no known person stands directly before the trigger, in a clause that 在 opens.
fn is_of_stranger(row: &[Mention], t: usize) -> bool {
    let Some(k) = t.checked_sub(1) else {
        return false;
    };
    let name = matches!(row[k].label, Label::Word | Label::Place)
        && row[k].tag.starts_with("n")
        && row[k].cues.is_empty();
    let opens = k > 0 && row[k - 1].has(Cue::At);
    let after = |m: &Mention| m.cues.any(&[Cue::After, Cue::BeforeEvent]);
    let closes = row.get(t + 1).is_some_and(after);
    name && opens && closes
}

/// Looks left from `t` for who leaves.
pub(super) fn before(scene: &Scene, s: usize, t: usize) -> Result<Subject, &'static str> {
    let row = scene.entities.row(s);
    if is_of_stranger(row, t) {
        return Err("somebody who is no known person is the subject");
    }
    let mut i = t;
    while let Some(k) = i.checked_sub(1) {
        i = k;
        let m = &row[k];
        if m.is_punct(&['）']) {
            if let Some(people) = members(row, k) {
                return Ok(Subject {
                    from: open_bracket(row, k).unwrap_or(k),
                    people: people.into_iter().map(|p| (s, p)).collect(),
                    title: open_bracket(row, k).and_then(|open| open.checked_sub(1)),
                    ..Subject::default()
                });
            }
            i = open_bracket(row, k).unwrap_or(k);
            continue;
        }
        // 根据《上市公司独立董事管理办法》，…
        if m.is_punct(&['》']) {
            i = row[..k]
                .iter()
                .rposition(|m| m.is_punct(&['《']))
                .unwrap_or(k);
            continue;
        }
        if m.is_person() {
            let held = post::before(row, k);
            let adjacent = row[k + 1..t].iter().all(|m| {
                m.cues.any(&[Cue::Adverb, Cue::Of, Cue::Future]) || m.label == Label::Honorific
            });
            // 对P的离职, O遭P离职
            let suffers = |m: &Mention| {
                let object = row[t].trigger.is_some_and(|g| g.frame.has_object());
                m.has(Cue::Passive) && !object
            };
            let spoken_of = adjacent
                && held
                    .start
                    .checked_sub(1)
                    .is_some_and(|b| row[b].has(Cue::Direction) || suffers(&row[b]));
            if is_oblique(row, held.start) && !spoken_of
                || is_accompanying(row, held.start, k)
                || is_in_relative_clause(row, k, t)
            {
                i = held.start;
                continue;
            }
            if advises(row, k, t) {
                return Err(ADVICE);
            }
            let people = group(row, k);
            let from = people
                .first()
                .map_or(held.start, |&p| post::before(row, p).start);
            return Ok(Subject {
                people: people.into_iter().map(|p| (s, p)).collect(),
                distant: false,
                from,
                ..Subject::default()
            });
        }
        if m.has(Cue::OtherSubject) {
            return Err("somebody else is the subject");
        }
        if m.has(Cue::Latter) {
            let last = (0..k)
                .rev()
                .find(|&p| row[p].is_person())
                .ok_or("nobody is named before the pronoun")?;
            return Ok(Subject {
                people: vec![(s, last)],
                distant: false,
                from: k,
                ..Subject::default()
            });
        }
        if m.has(Cue::Plural) {
            return several(scene, s, k);
        }
        if m.cues.any(&[Cue::Pronoun, Cue::FirstPerson]) && !is_possessive(row, k) {
            if advises(row, k, t) {
                return Err(ADVICE);
            }
            return pronoun(scene, s, k);
        }
        if k > 0 && row[k - 1].is_person() && is_form_of_address(scene, m) {
            continue;
        }
        // P因与管理层存在分歧而辞职: the title belongs to the reason.
        if is_unnamed(m)
            && let Some(open) = reason_around(row, k)
        {
            i = open;
            continue;
        }
        // 这位创始人: somebody named before.
        if is_unnamed(m)
            && let Some(definite) = definite(row, k)
        {
            return pronoun(scene, s, definite);
        }
        // P的又一弟子退出O
        let adverb = |m: &Mention| {
            m.cues.any(&[
                Cue::Adverb,
                Cue::Future,
                Cue::Modal,
                Cue::Plan,
                Cue::Negation,
            ]) || matches!(m.label, Label::Date(_))
        };
        let relative = k > 1 && row[k - 1].has(Cue::Of) && row[k - 2].is_person();
        let clause = || !row[k + 1..t].iter().any(|m| m.is_punct(&['，', '；']));
        let others =
            m.has(Cue::People) && (row[k + 1..t].iter().all(adverb) || relative && clause());
        if (is_unnamed(m) || others) && !is_apposed(row, k) {
            if let Some(p) = counted(row, k).or_else(|| included(row, k)) {
                let people = group(row, p);
                let from = people.first().copied().unwrap_or(p);
                return Ok(Subject {
                    people: people.into_iter().map(|p| (s, p)).collect(),
                    distant: false,
                    from,
                    title: Some(k),
                });
            }
            if others || !is_object(row, k) {
                return Err("the subject is unnamed");
            }
        }
    }
    empty(scene, s, t)
}

/// P提醒，劳动者在辞职前应核对条款; 她建议上班族先确认工作再提离职; P建议，跳槽前先…: the one at `k` tells others what to do when
/// they leave.
fn advises(row: &[Mention], k: usize, t: usize) -> bool {
    let between = |m: &&Mention| m.has(Cue::Adverb) || m.label == Label::Honorific;
    let verb = k + 1 + row[k + 1..t].iter().take_while(between).count();
    let advice = row.get(verb).is_some_and(|m| m.has(Cue::Advise));
    let comma = row.get(verb + 1).is_some_and(|m| m.is_punct(&['，', '：']));
    let addressed = row.get(verb + 1 + usize::from(comma));
    let addressed = addressed.is_some_and(|m| m.has(Cue::People));
    // P提醒股东后辞职
    let over = || row[verb..t].iter().any(|m| m.has(Cue::After));
    // P建议，跳槽前先…
    let general = comma && verb + 2 == t && row.get(t + 1).is_some_and(|m| m.has(Cue::BeforeEvent));
    advice && verb < t && (addressed && !over() || general)
}

/// P教授: a title that a person is called by; but P团队负责人 is somebody else.
fn is_form_of_address(scene: &Scene, m: &Mention) -> bool {
    let term = scene.dict.terms.get(&m.text);
    let whole = term.is_some_and(|t| t.title == Some(TitlePart::Head));
    whole && !m.has(Cue::HeadsUnit)
}

/// The people that the person or pronoun at `k` stands for, with those coordinated with it.
pub(super) fn at(scene: &Scene, s: usize, k: usize) -> Result<Subject, &'static str> {
    let row = scene.entities.row(s);
    if !row[k].is_person() {
        return pronoun(scene, s, k);
    }
    let first = group(row, k).first().copied().unwrap_or(k);
    let people = list(row, first);
    Ok(Subject {
        people: people.into_iter().map(|p| (s, p)).collect(),
        distant: false,
        from: k,
        ..Subject::default()
    })
}

/// 在P的陪同下: the person belongs to the circumstances.
fn is_accompanying(row: &[Mention], start: usize, p: usize) -> bool {
    let opens = start > 0 && row[start - 1].has(Cue::At);
    opens && row.get(p + 1).is_some_and(|m| m.has(Cue::Of))
}

/// P提名的名单，…; P所在的公司，…: the person belongs to a noun of an earlier clause.
fn is_in_relative_clause(row: &[Mention], p: usize, t: usize) -> bool {
    let clause = row[p + 1..t]
        .iter()
        .position(|m| m.is_punct(&['，']))
        .map(|n| &row[p + 1..p + 1 + n]);
    clause.is_some_and(|c| {
        let of = c.iter().rposition(|m| m.has(Cue::Of));
        of.is_some_and(|o| {
            o > 0
                && o + 1 < c.len()
                && c[..o].iter().any(|m| m.tag.starts_with(['v', 'b']))
                // P接受O的聘书，…
                && !c[o - 1].is_org()
                // P因需投入更多时间于其律师行的事务，…
                && !c[..o].iter().any(|m| m.is_person() || m.has(Cue::ReasonOpen))
                && c[o + 1..]
                    .iter()
                    .all(|m| m.label == Label::Word && m.tag.starts_with(['n', 'v']))
        })
    })
}

/// Where the reason opens that holds the title at `k`, if one does.
fn reason_around(row: &[Mention], k: usize) -> Option<usize> {
    let open = (0..k)
        .rev()
        .take_while(|&j| !row[j].is_punct(&['，', '。', '；']) && row[j].trigger.is_none())
        .find(|&j| row[j].has(Cue::ReasonOpen))?;
    open.checked_sub(1)
        .is_some_and(|b| row[b].is_person() || row[b].label == Label::Honorific)
        .then_some(open)
}

/// Where 这位 stands before the posts that end with the title at `k`, with a relative clause between at most.
fn definite(row: &[Mention], k: usize) -> Option<usize> {
    let before = post::before(row, k + 1).start.checked_sub(1)?;
    let clause = (0..=before).rev().take(RELATIVE_CLAUSE);
    let clause = clause.take_while(|&b| row[b].label != Label::Punct && !row[b].is_person());
    let mut opens = clause.filter(|&b| row[b].has(Cue::Definite));
    let open = opens.next()?;
    (open == before || row[before].has(Cue::Of)).then_some(open)
}

/// P，O的CEO，宣布离职: a title between commas tells of the person before it.
fn is_apposed(row: &[Mention], title: usize) -> bool {
    row.get(title + 1).is_some_and(|m| m.is_punct(&['，']))
}

/// 其职务, 其直接下属: the pronoun belongs to a noun, the subject is somebody else's.
fn is_possessive(row: &[Mention], k: usize) -> bool {
    row[k].has(Cue::Filler)
        && row.get(k + 1).is_some_and(|n| {
            n.label == Label::Word && n.tag.starts_with('n') && n.trigger.is_none()
        })
}

/// 由O的R调任: whether the word tells whither the bearer of the post in front of it moves.
fn moves_on(m: &Mention) -> bool {
    m.trigger.is_some_and(|g| g.frame == Frame::Destination)
}

/// A title that a verb in front of it takes as its object: 卸任CEO后离职, 担任总裁期间离职.
fn is_object(row: &[Mention], title: usize) -> bool {
    let before = row[..title]
        .iter()
        .rev()
        .take(8)
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    let listed = before.clone().any(|m| m.trigger.is_some());
    // 系一名前工程师: counted, somebody unnamed.
    let mut near = before.clone().take(4);
    let counted = near.any(|m| m.tag.starts_with('m') && m.label == Label::Word);
    let stated = before
        .clone()
        .any(|m| m.cues.any(&[Cue::Hold, Cue::Appoint, Cue::Stay]));
    // P由R转任S, 此次由R调任D
    let start = post::before(row, title + 1).start;
    let moved = moves_on(&row[title + 1]);
    let passes = start > 1 && row[start - 1].has(Cue::By) && (row[start - 2].is_person() || moved);
    let governed = listed || passes || stated && !counted;
    // 向董事会递交: the title word is part of an oblique phrase.
    let oblique = before
        .take(3)
        .any(|m| m.has(Cue::Oblique) && !m.has(Cue::Coord))
        && !row[title + 1].has(Cue::Of)
        // 已经从球队离职
        || title > 0 && row[title - 1].has(Cue::From);
    // 在与CEO发生争执后: nobody is joined with the title by the preposition.
    let beside = start > 1
        && row[start - 1].has(Cue::Oblique)
        && row[start - 1].has(Cue::Coord)
        && row[start - 2].has(Cue::At);
    // 交出厂长的职务
    let given = row[title + 1..]
        .iter()
        .take(2)
        .any(|m| m.has(Cue::PostNoun));
    governed || oblique || beside || given
}

/// 许之恒、何嘉树等14名董事, 张三、李四等多名O系高管: the last named person before the counted title.
fn counted(row: &[Mention], title: usize) -> Option<usize> {
    let plain = |m: &Mention| {
        let open = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        m.label == Label::Word && open
    };
    let from_org = |k: usize| row[k].is_org() || row[k].has(Cue::Affiliated);
    let between = |k: usize| {
        k == title
            || plain(&row[k])
            || is_number(&row[k])
            || from_org(k)
            || row[k]
                .cues
                .any(&[Cue::Etcetera, Cue::Filler, Cue::Coord, Cue::Former])
    };
    let start = (title.saturating_sub(8)..=title)
        .rev()
        .take_while(|&k| between(k))
        .last()?;
    let first = (start..=title).find(|&k| is_number(&row[k]) || row[k].has(Cue::Etcetera))?;
    let mut p = (0..first)
        .rev()
        .find(|&k| !row[k].has(Cue::Coord) && row[k].label != Label::Honorific)?;
    if row[p].is_punct(&['）']) {
        p = open_bracket(row, p)?.checked_sub(1)?;
    }
    row[p].is_person().then_some(p)
}

/// 包括P在内的多名高管, 包括P在内的多名SVP（高级副总裁）及以上高管: the last person in front of 在内.
fn included(row: &[Mention], title: usize) -> Option<usize> {
    let near = (title.saturating_sub(12)..title).rev();
    let inside = ['（', '）', '"', '、'];
    let mark = near
        .take_while(|&k| row[k].label != Label::Punct || row[k].is_punct(&inside))
        .find(|&k| row[k].has(Cue::Included))?;
    let last = (0..mark)
        .rev()
        .find(|&k| row[k].label != Label::Honorific && !row[k].has(Cue::Etcetera))?;
    row[last].is_person().then_some(last)
}

/// 14名董事（包括R P、R Q等）: the people that the bracket which closes at `close` names of those in front of it.
fn members(row: &[Mention], close: usize) -> Option<Vec<usize>> {
    let open = open_bracket(row, close)?;
    let counted = open.checked_sub(1).is_some_and(|b| is_unnamed(&row[b]));
    let lists = row[open + 1].has(Cue::ListOpen);
    let first = (open + 2..close).find(|&k| row[k].is_person())?;
    let adjacent = post::before(row, first).start == open + 2;
    (counted && lists && adjacent).then(|| list(row, first))
}

/// 两名, and 14名董事 as one word.
fn is_number(m: &Mention) -> bool {
    let numeral = m.label == Label::Word && m.tag.starts_with('m') && m.cues.is_empty();
    let people = matches!(m.label, Label::Title(_));
    numeral || people && m.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a premodifier that begins at `start` hangs on a preposition: 与张三不合.
pub(super) fn is_oblique(row: &[Mention], start: usize) -> bool {
    // 向阿总统P递交: 阿 stands between.
    let honorifics = row[..start].iter().rev();
    let skipped = honorifics
        .take_while(|m| m.label == Label::Honorific)
        .count();
    let start = before_quotation(row, start - skipped);
    let Some(before) = start.checked_sub(1).map(|b| &row[b]) else {
        return false;
    };
    // 被P逆转出局, 遭Q排挤离职: who acts upon the subject.
    if before.cues.any(&[Cue::By, Cue::Source, Cue::Passive]) {
        return true;
    }
    let joins_people = before.has(Cue::Coord) && joined(row, start - 1).is_some();
    before.has(Cue::Oblique) && !before.has(Cue::Future) && !joins_people
}

/// 与“1922委员会”主席P: where a quotation begins that ends right before `start`, else `start`.
fn before_quotation(row: &[Mention], start: usize) -> usize {
    let quote = |k: usize| row[k].is_punct(&['"']);
    let closes = start.checked_sub(1).filter(|&k| quote(k));
    let opens = closes.and_then(|close| (close.saturating_sub(8)..close).rev().find(|&k| quote(k)));
    opens.unwrap_or(start)
}

pub(super) fn open_bracket(row: &[Mention], close: usize) -> Option<usize> {
    row[..close].iter().rposition(|m| m.is_punct(&['（']))
}

/// The people coordinated with the one at `p`, in the order of the text.
pub(super) fn group(row: &[Mention], p: usize) -> Vec<usize> {
    let mut people = vec![p];
    let mut first = p;
    while people.len() < 60 {
        let start = post::before(row, first).start;
        let Some(previous) = coordinated(row, start, first) else {
            break;
        };
        people.push(previous);
        first = previous;
    }
    people.reverse();
    people
}

/// The person that a coordinator before `start`, where the posts of the person at `p` begin, joins on.
fn coordinated(row: &[Mention], start: usize, p: usize) -> Option<usize> {
    let mut k = start.checked_sub(1)?;
    // 及其副手P: what only tells whose people they are
    let follower = start == p && matches!(row[k].label, Label::Title(TitlePart::Collective));
    if follower {
        k = k.checked_sub(1)?;
    }
    // ZhihengXu（许之恒）: the person in brackets stands for the word in front of them.
    if row[k].is_punct(&['（']) {
        k = k.checked_sub(2)?;
    }
    if row[k].has(Cue::Of) {
        return joined_by_clause(row, k);
    }
    // Q和超级对齐团队负责人P: words in front of the title that are no part of it.
    if start < p {
        let modifier = |m: &Mention| {
            let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
            m.label == Label::Word && plain || m.is_punct(&['"'])
        };
        let words = row[..=k]
            .iter()
            .rev()
            .take(6)
            .take_while(|m| modifier(m))
            .count();
        let joins = k
            .checked_sub(words)
            .filter(|&j| j > 0 && row[j].has(Cue::Coord) && row[j - 1].is_person());
        k = joins.unwrap_or(k);
    }
    joined(row, k)
}

/// 以及负责运营的P: the person in front of the coordinator that opens the relative clause which ends at `of`.
fn joined_by_clause(row: &[Mention], of: usize) -> Option<usize> {
    let clause = (of.saturating_sub(RELATIVE_CLAUSE)..of)
        .rev()
        .take_while(|&j| row[j].trigger.is_none() && !row[j].is_person());
    let opens = |j: usize| {
        row[j].is_punct(&['、'])
            || row[j].has(Cue::Coord)
                && j > 0
                && (row[j - 1].is_punct(&['，', '）']) || row[j - 1].is_person())
    };
    clause.filter(|&j| opens(j)).find_map(|j| joined(row, j))
}

/// The person in front of the coordinators that end at `k`: P、, P（…）先生，以及.
fn joined(row: &[Mention], mut k: usize) -> Option<usize> {
    let mut any = false;
    while row[k].is_punct(&['、']) || row[k].has(Cue::Coord) || any && row[k].is_punct(&['，']) {
        any = true;
        k = k.checked_sub(1)?;
    }
    if !any {
        return None;
    }
    // P（…）先生
    let titled = k > 0 && row[k].label == Label::Honorific && row[k - 1].is_punct(&['）']);
    k -= usize::from(titled);
    if row[k].is_punct(&['）']) {
        let open = open_bracket(row, k)?;
        let inside = row[open + 1..k]
            .iter()
            .position(Mention::is_person)
            .map(|n| open + 1 + n);
        k = open.checked_sub(1)?;
        if !row[k].is_person() {
            return inside;
        }
    }
    while k > 0 && row[k].has(Cue::TitleTail) {
        k -= 1;
    }
    while row[k].label == Label::Honorific
        || row[k].label == Label::Word && row[k].chars() == 1 && row[k].cues.is_empty()
    {
        k = k.checked_sub(1)?;
    }
    row[k].is_person().then_some(k)
}

fn pronoun(scene: &Scene, s: usize, k: usize) -> Result<Subject, &'static str> {
    let row = scene.entities.row(s);
    let author = if row[k].has(Cue::FirstPerson) {
        author(scene, s, k).or_else(|| signatory(scene, s, k))
    } else {
        None
    };
    // 许之恒对她的辞职: not the one that the clause is about.
    let other = k > 0 && row[k - 1].cues.any(&[Cue::Direction, Cue::By]);
    let before = if other { 0 } else { k };
    let who = author
        .or_else(|| scene.entities.antecedent((s, before)))
        .ok_or(NO_ANTECEDENT)?;
    Ok(Subject {
        people: vec![who],
        distant: true,
        from: k,
        ..Subject::default()
    })
}

/// 两人, 他们: the coordinated people named last.
fn several(scene: &Scene, s: usize, k: usize) -> Result<Subject, &'static str> {
    let sentences = scene.entities.sentences();
    let near = |e: &usize| {
        sentences[*e].heading == sentences[s].heading
            && sentences[s].block - sentences[*e].block <= 1
    };
    for e in (0..=s).rev().take(4).filter(near) {
        let row = scene.entities.row(e);
        let until = if e == s { k } else { row.len() };
        let named = (0..until).rev().filter(|&p| row[p].is_person());
        if let Some(people) = named.map(|p| group(row, p)).find(|g| g.len() > 1) {
            return Ok(Subject {
                people: people.into_iter().map(|p| (e, p)).collect(),
                distant: e != s,
                from: k,
                ..Subject::default()
            });
        }
    }
    Err(NO_ANTECEDENTS)
}

/// The author of a quotation: a person with a verb of saying in this sentence or the next one.
fn author(scene: &Scene, s: usize, k: usize) -> Option<At> {
    let speaks = |row: &[Mention], p: usize| {
        row[p].is_person()
            // 他对记者P说: P listens.
            && !is_oblique(row, post::before(row, p).start)
            && row[p + 1..]
                .iter()
                .take(6)
                .take_while(|m| !m.is_punct(&['，', '。']))
                .any(|m| m.has(Cue::Say))
    };
    let here = scene.entities.row(s);
    let found = (0..here.len())
        .filter(|p| *p != k)
        .find(|&p| speaks(here, p));
    if let Some(p) = found {
        return Some((s, p));
    }
    let sentences = scene.entities.sentences();
    sentences
        .get(s + 1)
        .filter(|n| n.block == sentences[s].block)?;
    let row = scene.entities.row(s + 1);
    (0..row.len()).find(|&p| speaks(row, p)).map(|p| (s + 1, p))
}

/// Who signs the letter that says 我 outside quotations: the only person of one of its last lines, which holds nothing
/// but posts, a date and greetings.
fn signatory(scene: &Scene, s: usize, k: usize) -> Option<At> {
    let quotes = scene.entities.row(s)[..k].iter();
    if quotes.filter(|m| m.is_punct(&['"'])).count() % 2 == 1 {
        return None;
    }
    let last = scene.entities.sentences().len();
    let signs = |row: &[Mention], p: usize| {
        row.iter().enumerate().all(|(n, m)| {
            n == p
                || m.is_title()
                || m.is_org()
                || matches!(m.label, Label::Date(_) | Label::Punct | Label::Honorific)
        })
    };
    (last.saturating_sub(SIGNATURE)..last)
        .filter(|&e| e > s)
        .find_map(|e| {
            let row = scene.entities.row(e);
            let p = row.iter().position(Mention::is_person)?;
            signs(row, p).then_some((e, p))
        })
}

/// No subject in the sentence: that of the sentence before, if the clause begins with the trigger.
fn empty(scene: &Scene, s: usize, t: usize) -> Result<Subject, &'static str> {
    let row = scene.entities.row(s);
    let plain = |m: &Mention| {
        matches!(m.label, Label::Date(_) | Label::Punct | Label::Blocked)
            || !m.cues.is_empty()
            || m.trigger.is_some()
            || m.join.is_some()
            || m.label == Label::Word && !m.tag.starts_with('n')
    };
    // 从O离职后，P…; 在芯片公司O离职后，P…: the employer is no subject.
    let left = (0..t).find(|&k| row[k].cues.any(&[Cue::From, Cue::At]));
    let left = left.filter(|&from| {
        let words =
            |m: &Mention| matches!(m.label, Label::Word | Label::Place) && m.trigger.is_none();
        row[t - 1].is_org() && from + 1 < t && row[from + 1..t - 1].iter().all(words)
    });
    // 历任R，此次由O的R调任D: nor is the post that is left.
    let post = post::before(row, t).start;
    let by = post
        .checked_sub(1)
        .filter(|&b| row[b].has(Cue::By) && moves_on(&row[t]));
    let clause = |b: usize| row[..b].iter().rev().take_while(|m| !m.is_punct(&['，']));
    let bare = match by {
        Some(b) => clause(b).all(plain),
        None => row[..t].iter().all(plain),
    };
    let leads = row[..left.unwrap_or(t)].iter().all(plain);
    // 因任期届满，R P不再担任…: what it tells is why somebody else's post is lost.
    if t > 0 && row[t].has(Cue::ReasonWord) && row[t - 1].has(Cue::ReasonOpen) {
        return Err(REASON);
    }
    if let Some(people) = cataphoric(row, t).filter(|_| leads) {
        return Ok(Subject {
            people: people.into_iter().map(|p| (s, p)).collect(),
            distant: false,
            from: t,
            ..Subject::default()
        });
    }
    if !bare {
        return Err("no person before the trigger");
    }
    // 已离职、可随时到岗者: whoever it is.
    let mut clause = row[t + 1..].iter().take(12);
    let unnamed = |m: &&Mention| !m.is_punct(&['，', '。', '；']);
    if clause
        .by_ref()
        .take_while(unnamed)
        .any(|m| m.has(Cue::People))
    {
        return Err("the people behind the trigger are unnamed");
    }
    if scene.entities.sentences()[s].is_heading {
        return Err("no person in the heading");
    }
    let who = scene.entities.antecedent((s, 0)).ok_or(NO_SUBJECT)?;
    // An empty subject goes on about somebody who was said to leave, or whose life is told (P，男，1968年生。).
    let told = scene
        .entities
        .row(who.0)
        .iter()
        .any(|m| m.trigger.is_some());
    let sentences = scene.entities.sentences();
    let same = sentences[who.0].block == sentences[s].block;
    let lives = by.is_some() && same && tells_life(scene.entities.row(who.0));
    if !told && !lives {
        return Err(NO_LEAVER);
    }
    Ok(Subject {
        people: vec![who],
        distant: true,
        from: 0,
        ..Subject::default()
    })
}

/// P，男，1968年生。: whether a row tells only of the life of the person with whom it begins.
pub(super) fn tells_life(row: &[Mention]) -> bool {
    let apart = after_bracket(row, 1);
    let person = row.first().is_some_and(Mention::is_person);
    let apart = row.get(apart).is_some_and(|m| m.is_punct(&['，', '：']));
    person && apart && !row.iter().any(|m| m.trigger.is_some())
}

/// 离职后，P…; 卸任CEO后，P…: the subject stands in the clause behind.
fn cataphoric(row: &[Mention], t: usize) -> Option<Vec<usize>> {
    let comma = (t + 1..row.len().min(t + 14)).find(|&k| row[k].is_punct(&['，']))?;
    row[comma - 1]
        .cues
        .any(&[Cue::After, Cue::BeforeEvent])
        .then_some(())?;
    let first = (comma + 1..row.len().min(comma + 12))
        .take_while(|&k| !row[k].is_punct(&['，', '。', '；']))
        .find(|&k| row[k].is_person())?;
    // …后，目前P…
    let between = &row[comma + 1..post::before(row, first).start];
    let time =
        |m: &Mention| m.has(Cue::Adverb) || m.has(Cue::Filler) || matches!(m.label, Label::Date(_));
    (between.len() < 3 && between.iter().all(time)).then(|| list(row, first))
}

/// The people behind a trigger: [了] [N名] [O] [R] P {、[R] P}.
pub(super) fn after(row: &[Mention], t: usize) -> Option<Vec<usize>> {
    let mut k = t + 1;
    let limit = row.len().min(t + 16);
    while k < limit && !row[k].is_person() {
        let stray = row[k].is_title()
            && row
                .get(k + 1)
                .is_some_and(|n| n.label == Label::Word && n.cues.is_empty());
        let inside = ['、', '"', '（', '）', '《', '》', '-', '/', '&'];
        // 裁掉刚刚签下的R P: who has been taken on.
        let taken = row[k].trigger.is_some_and(|g| g.frame == Frame::Poached)
            && row.get(k + 1).is_some_and(|n| n.has(Cue::Of));
        if stray
            || row[k].label == Label::Punct && !row[k].is_punct(&inside)
            || row[k].trigger.is_some() && !taken
            || row[k].cues.any(&[Cue::After, Cue::BeforeEvent]) && !row[k].has(Cue::Former)
        {
            return None;
        }
        k += 1;
    }
    // 解雇某人令P不悦: a verb between makes another clause, unless it modifies the person.
    let verb = |m: &Mention| m.label == Label::Word && m.tag == "v" && m.cues.is_empty();
    let clause = row[t + 1..k.min(row.len())]
        .iter()
        .rposition(|m| verb(m) || m.has(Cue::Of))
        .is_some_and(|v| verb(&row[t + 1 + v]));
    (k < limit && !clause).then(|| list(row, k))
}

/// The people of a list that begins with the one at `first`.
pub(super) fn list(row: &[Mention], first: usize) -> Vec<usize> {
    let mut people = vec![first];
    for k in first + 1..row.len() {
        if row[k].is_person() && !row[k - 1].is_punct(&['（']) {
            let start = post::before(row, k).start;
            if coordinated(row, start, k) == people.last().copied() {
                people.push(k);
            } else {
                break;
            }
        }
    }
    people
}
