//! A trigger's frame → its arguments.

use super::former;
use super::subject::{self, Subject};
use super::taking::{self, passive_before};
use super::wording::after_bracket;
use super::{Draft, Scene, company};
use crate::dict::term::{Cue, Frame, JoinFrame, Need, TitlePart, Trigger};
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::{ChangeType, ReasonCode};

const NO_ORG: &str = "what is left is no organisation";
const NO_JOB: &str = "neither an organisation is left nor has the person a post";
const NO_POST_HELD: &str = "the word needs a person with a post";

/// What fails of a trigger whose object may be named in a list behind the sentence.
pub(super) const NOBODY_BEHIND: &str = "nobody named behind the trigger, and no passive before it";

/// What fails of a trigger where another sentence may say which organisation or post is meant.
pub(super) const NOTHING_HELD: [&str; 3] = [NO_ORG, NO_JOB, NO_POST_HELD];

/// Reads the arguments of the trigger at `t`, or says what is missing first.
pub(super) fn read(
    scene: &Scene,
    s: usize,
    t: usize,
    trigger: Trigger,
) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    if leaves_before(row, t) {
        return Err(super::FOLLOWS);
    }
    let mut draft = match trigger.frame {
        Frame::Intransitive => intransitive(scene, s, t),
        Frame::Post => post_frame(scene, s, t),
        Frame::Employer => employer(scene, s, t),
        Frame::Patient => patient(scene, s, t),
        Frame::Poached => {
            patient(scene, s, t).and_then(|draft| taking::complete(scene, s, t, draft))
        }
        Frame::Passive => intransitive(scene, s, t),
        Frame::Destination => destination(scene, s, t),
        Frame::Predecessor => predecessor(scene, s, t),
    }?;
    check(scene, s, t, &draft, trigger)?;
    // 联合创始人出走: a founder is one for good, and leaves the house.
    let given_up = |post: &post::Post| !row[post.title].has(Cue::Lasting);
    draft.change = match (trigger.frame, trigger.change) {
        (Frame::Employer, ChangeType::Leave) if draft.posts.iter().any(given_up) => {
            ChangeType::StepDown
        }
        (_, change) => change,
    };
    let before = before_leaving(row, t);
    let behind = before.as_ref().map_or(t + 1, |listed| listed.end);
    draft.destination_from = draft.destination_from.max(behind);
    draft.company = draft.company.or(before.and_then(|listed| listed.org));
    draft.weak |= presupposed(row, t);
    Ok(draft)
}

/// 离职前任O的R: the posts that a clause behind the trigger tells.
pub(super) fn before_leaving(row: &[Mention], t: usize) -> Option<post::Listed> {
    let looks_back = row.get(t + 1)?.has(Cue::BeforeEvent);
    let hold = (t + 2..row.len().min(t + 8)).find(|&k| looks_back && row[k].has(Cue::Hold))?;
    Some(post::after(row, hold)).filter(|listed| !listed.posts.is_empty())
}

/// Whether an ambiguous word speaks of a job here.
fn check(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: &Draft,
    trigger: Trigger,
) -> Result<(), &'static str> {
    let held = |at: &crate::entity::At| {
        let row = scene.entities.row(at.0);
        let before = post::before(row, at.1);
        let name = scene.entities.person(&row[at.1].text);
        let here = !before.posts.is_empty()
            || before.org.is_some()
            || !scene.entities.profile(&name).is_empty()
            || former::is_predecessor(row, at.1);
        let office = before.posts.iter().any(|p| {
            row[p.title].label == Label::Title(TitlePart::Head) && !row[p.title].has(Cue::Trade)
        });
        let office = office || {
            let mut known = scene.entities.profile(&name).iter();
            known.any(|p| {
                let title = &scene.entities.row(p.at.0)[p.post.title];
                let head = title.label == Label::Title(TitlePart::Head);
                p.at.0 == s && at.0 == s && !p.former && head && !title.has(Cue::Trade)
            })
        };
        here && (trigger.change != ChangeType::Death || office && !before.former)
    };
    let row = scene.entities.row(s);
    let known = || !draft.posts.is_empty() || draft.people.iter().any(held);
    match trigger.need {
        _ if trigger.change == ChangeType::Death && is_another(scene, row, t, draft) => {
            Err("somebody else has died")
        }
        Need::PostListed if trigger.frame == Frame::Destination => {
            match draft.destination_role.is_some() && known() {
                true => Ok(()),
                false => Err("the word needs one post before it and another behind"),
            }
        }
        Need::PostListed if draft.posts.is_empty() && !takes_posts(row, t, trigger) => {
            Err("the word needs a post behind it")
        }
        need if need.is_ambiguous() && describes(row, t, draft) => {
            Err("the trigger only describes what the clause speaks of")
        }
        Need::Office if is_contest(row, t) => Err("somebody is only beaten or substituted"),
        Need::PostHeld | Need::Office
            if !known() && !is_workplace(row, t, draft) && !is_given_up(row, t, draft) =>
        {
            Err(NO_POST_HELD)
        }
        Need::Sent if !is_sent(row, t) || is_moved(row, t) => {
            Err("the word needs a place of work behind it")
        }
        Need::Sent if draft.destination.is_none() && !known() => Err(NO_POST_HELD),
        Need::Term if !is_own_term(row, draft.from, t) => Err("what ends is no job"),
        _ => Ok(()),
    }
}

/// 解除其职务, 解除R P和R Q的职务: whatever post it is, somebody is removed from it.
fn takes_posts(row: &[Mention], t: usize, trigger: Trigger) -> bool {
    let listed = post::after(row, t);
    let named = listed.end > t + 1 && row[listed.end - 1].has(Cue::PostNoun);
    let mark = |m: &Mention| m.is_punct(&['，', '。', '；']);
    let end = (t + 1..row.len())
        .find(|&k| mark(&row[k]))
        .unwrap_or(row.len());
    let named =
        named || row[end - 1].has(Cue::PostNoun) && row[t + 1..end].iter().any(Mention::is_person);
    trigger.frame == Frame::Patient && (named || listed.any)
}

/// P向往告老还乡的生活, P谈到被踢出局的产品: a verb in front of the trigger has as its object a noun that the trigger describes.
fn describes(row: &[Mention], t: usize, draft: &Draft) -> bool {
    let plain = |m: &Mention| m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
    let word =
        |m: &Mention, tags: &[char]| m.label == Label::Word && m.tag.starts_with(tags) && plain(m);
    let noun = row.get(t + 2).is_some_and(|m| word(m, &['n', 'v']));
    let of = row.get(t + 1).is_some_and(|m| m.has(Cue::Of));
    let from = draft.people.last().map_or(t, |p| p.1 + 1);
    let clause = row.get(from..t).unwrap_or_default();
    of && noun && clause.iter().any(|m| word(m, &['v', 'd']))
}

/// P率队首轮出局, P下半场被Q取代: the clause tells of a match.
fn is_contest(row: &[Mention], t: usize) -> bool {
    let mark = |m: &&Mention| !m.is_punct(&['，', '。', '；']);
    let before = row[..t].iter().rev().take_while(mark);
    let behind = row[t + 1..].iter().take_while(mark);
    before.chain(behind).any(|m| m.has(Cue::Contest))
}

/// 悼念殉职的消防员, 救助身亡工人: who died stands behind the trigger, without a name; P的恩师昨日离世: or in front of it.
fn is_another(scene: &Scene, row: &[Mention], t: usize, draft: &Draft) -> bool {
    let behind = row.get(t + 1);
    let unnamed = behind.is_some_and(|m| m.cues.any(&[Cue::Of, Cue::People]));
    unnamed && draft.people.iter().all(|p| p.1 < t) || kin_before(scene, row, t)
}

/// P说，恩师离世…: a noun without a name is the subject; but 心脏病去世 tells why.
fn kin_before(scene: &Scene, row: &[Mention], t: usize) -> bool {
    let between = |m: &&Mention| m.has(Cue::Adverb) || matches!(m.label, Label::Date(_));
    let end = t - row[..t].iter().rev().take_while(between).count();
    let Some(k) = end.checked_sub(1) else {
        return false;
    };
    let m = &row[k];
    let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
    let noun = m.label == Label::Word && plain && m.tag.starts_with('n');
    let opens = k.checked_sub(1).is_none_or(|b| {
        row[b].is_punct(&['，', '：', '；']) || row[b].cues.any(&[Cue::Of, Cue::Say])
    });
    let cause = || scene.dict.reason_code(&m.text) != ReasonCode::Unstated;
    m.has(Cue::People) || noun && opens && !cause()
}

/// 调至O任R, 调回总部，: a place of work, and the clause ends behind it or tells the post there.
fn is_sent(row: &[Mention], t: usize) -> bool {
    let closes = |m: &Mention| {
        let quoted = m.is_punct(&['"', '《', '》', '（', '）', '、']);
        m.label == Label::Punct && !quoted || m.cues.any(&[Cue::Hold, Cue::Works, Cue::After])
    };
    let behind = row[t + 1..].iter().take(8);
    let place: Vec<&Mention> = behind.take_while(|m| !closes(m)).collect();
    let inside = |m: &&Mention| {
        let noun = m.label == Label::Word && m.tag != "v" && m.trigger.is_none();
        noun || is_place(m) || m.cues.any(&[Cue::Of, Cue::Filler])
    };
    let ends = place.last().is_some_and(|m| is_place(m));
    ends && place.iter().all(inside)
}

/// An organisation, a city, 总部, 事业部, 总经理.
fn is_place(m: &Mention) -> bool {
    let place = m.label == Label::Place || m.is_org() || m.is_title();
    place || m.cues.any(&[Cue::Site, Cue::House, Cue::OrgPronoun])
}

/// 把会议调至周五, 将资金调回国内: a thing is moved.
fn is_moved(row: &[Mention], t: usize) -> bool {
    let clause = (0..t).rev().take_while(|&k| row[k].label != Label::Punct);
    let marker = clause.into_iter().find(|&k| row[k].has(Cue::ObjectMarker));
    marker.is_some_and(|k| {
        let person = row[k + 1..t].iter().any(Mention::is_person);
        let thing = |m: &Mention| m.label != Label::Word || m.tag.starts_with(['n', 'v', 'r']);
        !person
            && row[k + 1..t]
                .iter()
                .any(|m| thing(m) && !m.has(Cue::Adverb))
    })
}

/// 三年合同到期后不再续约; but not 供货合同到期后…, 与供应商的合同到期后…, nor 任期届满后连任: the contract or term is that of a
/// person, and is over.
fn is_own_term(row: &[Mention], from: usize, t: usize) -> bool {
    let ends = |k: &usize| row[*k].cues.any(&[Cue::Contract, Cue::Expires]);
    // 与供应商的合约期满
    let others = |k: usize| {
        let of = usize::from(k > 0 && row[k - 1].has(Cue::Of));
        let m = (k - of).checked_sub(1).map(|b| &row[b]);
        m.is_some_and(|m| {
            let noun = m.label == Label::Word && m.tag.starts_with(['n', 'v']);
            noun && (m.cues.is_empty() && !m.has(Cue::Contract) || of > 0 && is_partner(m))
        })
    };
    let goes_on =
        (t + 1..row.len()).any(|k| row[k].has(Cue::Renewal) && !row[k - 1].has(Cue::Negation));
    let then = row.get(t + 1);
    let then = then.is_some_and(|m| m.cues.any(&[Cue::BeforeEvent, Cue::Moment]));
    // 比任期结束时间提前一年
    let compared =
        t > 0 && row[t - 1].tag == "p" && row[t - 1].chars() == 1 && is_plain_noun(row, t + 1);
    !compared && !(from..t).filter(ends).any(others) && !goes_on && !then
}

/// A noun that tells nothing by itself.
fn is_plain_noun(row: &[Mention], k: usize) -> bool {
    row.get(k)
        .is_some_and(|m| m.label == Label::Word && m.tag.starts_with('n') && m.cues.is_empty())
}

/// 供应商, 赞助商: a word for firms of a kind that stands for no firm of its own.
fn is_partner(m: &Mention) -> bool {
    m.has(Cue::Named) && !m.has(Cue::OrgPronoun)
}

/// 告别效力九年的O: the organisation that is left is one where the person worked.
fn is_workplace(row: &[Mention], t: usize, draft: &Draft) -> bool {
    let org = draft.company.filter(|&c| c > t);
    org.is_some_and(|c| row[t + 1..c].iter().any(|m| m.has(Cue::Works)) && row[c - 1].has(Cue::Of))
}

/// P告别O。, P告别O加盟D, P被O除名: the organisation is all that is left, or it acts.
fn is_given_up(row: &[Mention], t: usize, draft: &Draft) -> bool {
    let Some(o) = draft.company.filter(|&o| !row[o].has(Cue::Platform)) else {
        return false;
    };
    if o < t {
        return o > 0 && row[o - 1].has(Cue::Passive);
    }
    let goes_on = || row.get(o + 2).is_some_and(Mention::is_org);
    let closed = row.get(o + 1).is_none_or(|m| {
        m.label == Label::Punct || m.has(Cue::After) || m.join.is_some() && goes_on()
    });
    closed && row[t + 1..o].iter().all(|m| m.has(Cue::Filler))
}

/// 离职后, 离职前, …的离职: the departure is taken as known.
fn presupposed(row: &[Mention], t: usize) -> bool {
    let close = row[t + 1..]
        .iter()
        .take(3)
        .take_while(|m| m.label != Label::Punct && !m.is_org());
    let after = close
        .into_iter()
        .any(|m| m.cues.any(&[Cue::After, Cue::BeforeEvent]));
    let before = t.checked_sub(1).is_some_and(|b| row[b].has(Cue::Of));
    after || before
}

fn from_subject(subject: Subject) -> Draft {
    Draft {
        people: subject.people,
        distant: subject.distant,
        from: subject.from,
        ..Draft::default()
    }
}

fn intransitive(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let draft = leavers(scene, s, t)?;
    if is_compound(scene.entities.row(s), t, &draft) {
        return Err("the trigger is part of a compound");
    }
    if is_topic(scene.entities.row(s), t) {
        return Err("the trigger is what the clause speaks of");
    }
    if is_means(scene.entities.row(s), t, &draft) {
        return Err("the trigger only tells by what means something is done");
    }
    Ok(draft)
}

/// P称，通过提前退休和自愿离职计划，O已…: the people stand outside of the phrase that tells by what means.
fn is_means(row: &[Mention], t: usize, draft: &Draft) -> bool {
    let opens = clause_start(row, t);
    let outside = draft.people.iter().all(|p| draft.distant || p.1 < opens);
    let by = |m: &Mention| m.tag == "p" && m.has(Cue::Convene);
    opens < t && by(&row[opens]) && outside
}

/// The first mention of the clause that `t` stands in.
fn clause_start(row: &[Mention], t: usize) -> usize {
    let mark = row[..t].iter().rposition(|m| m.label == Label::Punct);
    mark.map_or(0, |p| p + 1)
}

/// P表示，部分产品已退居后台: a noun opens the clause of what is said, and the trigger follows it; P谈到队友退役: or it follows
/// the word directly.
fn has_own_subject(row: &[Mention], t: usize) -> bool {
    let between = |m: &&Mention| m.cues.any(&[Cue::Adverb, Cue::Future]);
    let end = t - row[..t].iter().rev().take_while(between).count();
    let noun = |m: &Mention| {
        let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        m.label == Label::Word && plain && m.tag.starts_with('n')
    };
    let nouns = row[..end].iter().rev().take_while(|m| noun(m)).count();
    let open = (end - nouns).checked_sub(1);
    let said = open.filter(|&c| row[c].is_punct(&['，']));
    let said = said.and_then(|c| c.checked_sub(1));
    let speaks = |c: usize| row[c].has(Cue::Say) && !row[c].has(Cue::Announce);
    let about = open.map(|c| c - usize::from(c > 0 && row[c].has(Cue::Filler)));
    let told = nouns == 1 && row[t - 1].tag == "n" && about.is_some_and(speaks);
    nouns > 0 && end < t && said.is_some_and(|c| row[c].has(Cue::Say)) || told
}

/// Who leaves, whatever follows the trigger.
fn leavers(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    if let Some(draft) = relative(row, s, t).or_else(|| counted(row, s, t)) {
        return Ok(draft);
    }
    if are_unnamed(row, t) && list_behind(row, s, t).is_none() {
        return Err("the people behind the trigger are unnamed");
    }
    if has_own_subject(row, t) {
        return Err("something else is the subject");
    }
    let subject = match subject::before(scene, s, t) {
        Ok(subject) => subject,
        Err(why) => {
            let behind = list_behind(row, s, t)
                .or_else(|| attributive(row, s, t))
                .or_else(|| examples(row, s, t));
            return behind.ok_or(why);
        }
    };
    let pairwise = row[subject.from..t].iter().any(|m| m.has(Cue::Pairwise));
    let mut posts = counted_post(row, subject.title);
    if posts.is_empty() {
        posts = left_post(row, t);
    }
    Ok(Draft {
        pairwise,
        posts,
        counted: subject.title.is_some(),
        ..from_subject(subject)
    })
}

/// 被解雇的员工, 被解雇员工, 离职的高管: whether those of whom the trigger speaks are not named.
fn are_unnamed(row: &[Mention], t: usize) -> bool {
    let group =
        |m: &Mention| matches!(m.label, Label::Title(TitlePart::Collective)) || m.has(Cue::People);
    // “裸辞”的人
    let quote = |k: usize| row.get(k).is_some_and(|m| m.is_punct(&['"']));
    let next = t + 1 + usize::from(t > 0 && quote(t - 1) && quote(t + 1));
    let of = row.get(next).is_some_and(|m| m.has(Cue::Of));
    let behind = row.get(next + 1..).unwrap_or_default().iter().take(4);
    let mut behind = behind.take_while(|m| !m.is_person() && m.label != Label::Punct);
    let passive = t > 0 && row[t - 1].has(Cue::Passive);
    let direct = passive && row.get(t + 1).is_some_and(group);
    (of && behind.any(group) || direct) && !is_one_of(row, t)
}

/// P是被O解雇的员工之一: somebody named belongs to those that the trigger speaks of.
fn is_one_of(row: &[Mention], t: usize) -> bool {
    let between = |m: &&Mention| {
        m.is_org()
            || matches!(m.label, Label::Date(_))
            || m.cues.any(&[Cue::Passive, Cue::Adverb, Cue::From])
    };
    let before = row[..t].iter().rev().take(5);
    let mut before = before.skip_while(between);
    let stated = before.next().is_some_and(|m| m.has(Cue::Hold))
        && before.next().is_some_and(Mention::is_person);
    let behind = row[t + 1..].iter().take(8);
    let end = behind
        .take_while(|m| m.label != Label::Punct)
        .position(|m| m.has(Cue::OneOf));
    let people =
        |m: &Mention| matches!(m.label, Label::Title(TitlePart::Collective)) || m.has(Cue::People);
    stated
        && end
            .is_some_and(|n| n > 0 && people(&row[t + n]) && !row[t + 1..t + n].iter().any(people))
}

/// 从O的R位置离职: the post behind 从.
fn left_post(row: &[Mention], t: usize) -> Vec<post::Post> {
    let end = t - row[..t]
        .iter()
        .rev()
        .take(3)
        .take_while(|m| m.cues.any(&[Cue::PostNoun, Cue::Of, Cue::Adverb]))
        .count();
    let titled = end > 0 && row[end - 1].is_title();
    let held = post::before(row, end);
    let from = held.start > 0 && row[held.start - 1].has(Cue::From);
    if titled && from {
        held.posts
    } else {
        Vec::new()
    }
}

/// 甲、乙等14名董事: the title that counts people is the post of each.
fn counted_post(row: &[Mention], title: Option<usize>) -> Vec<post::Post> {
    let office = |t: &usize| {
        row[*t].label == Label::Title(TitlePart::Head)
            && !row[*t].text.starts_with(|c: char| c.is_ascii_digit())
    };
    let posts = title.filter(office).map(post::Post::bare);
    posts.into_iter().collect()
}

/// 离职计划, 退休提议: a noun behind the trigger makes it a topic, unless the person stands right before it.
fn is_compound(row: &[Mention], t: usize, draft: &Draft) -> bool {
    // 提前退休和自愿离职计划: the noun stands behind the last of coordinated triggers.
    let mut last = t;
    while row
        .get(last + 1)
        .is_some_and(|m| m.has(Cue::Coord) || m.is_punct(&['、']))
    {
        let adverb = row.get(last + 2).is_some_and(|m| m.tag == "d");
        let next = last + 2 + usize::from(adverb);
        if row.get(next).is_none_or(|m| m.trigger.is_none()) {
            break;
        }
        last = next;
    }
    // “离职”条款
    let quote = ['"'];
    let quoted = t > 0
        && row[t - 1].is_punct(&quote)
        && row.get(last + 1).is_some_and(|m| m.is_punct(&quote));
    last += usize::from(quoted);
    let noun = row.get(last + 1).is_some_and(|m| {
        m.label == Label::Word
            && m.tag.starts_with('n')
            && m.cues.is_empty()
            && m.trigger.is_none()
            // 离职创业
            && m.join.is_none()
    });
    let adjacent = draft.people.last().is_some_and(|p| {
        draft.distant
            || p.1 > t
            || row[p.1 + 1..t]
                .iter()
                .all(|m| m.has(Cue::Adverb) || m.has(Cue::Of) || m.label == Label::Honorific)
    });
    noun && !adjacent
}

/// P表示，退休是自然规律; P说，隐退并不可怕: nothing before the trigger in its clause, and a statement about it behind.
fn is_topic(row: &[Mention], t: usize) -> bool {
    let opens = t > 0 && row[t - 1].is_punct(&['，', '：', '"']);
    let said = row[..t].iter().rev().find(|m| m.label != Label::Punct);
    let judged = |m: &Mention| {
        m.has(Cue::Negation) || m.label == Label::Word && m.tag.starts_with(['a', 'd'])
    };
    let ambiguous = row[t].trigger.is_some_and(|g| g.need.is_ambiguous());
    let judgement = row[t + 1..].iter().find(|m| !m.has(Cue::Coord));
    let judgement = ambiguous && judgement.is_some_and(judged);
    let stated = row
        .get(t + 1)
        .is_some_and(|m| m.has(Cue::Hold) && m.join.is_none())
        || judgement && said.is_some_and(|m| m.has(Cue::Say));
    opens && stated && !is_because(row, t + 2)
}

fn is_because(row: &[Mention], k: usize) -> bool {
    row.get(k)
        .is_some_and(|m| m.cues.any(&[Cue::ReasonOpen, Cue::Because]))
}

/// 离职的P, 已离职的R P, 离职的知名R P.
fn relative(row: &[Mention], s: usize, t: usize) -> Option<Draft> {
    let of = match row.get(t + 1)?.has(Cue::Of) {
        true => t + 1,
        false => clause_end(row, t)?,
    };
    let people = subject::after(row, of)?;
    let first = *people.first()?;
    let start = post::before(row, first).start;
    let praise = row.get(of + 1..start).unwrap_or_default();
    let adjacent = praise.iter().all(|m| m.has(Cue::Praise));
    adjacent.then(|| Draft {
        people: people.into_iter().map(|p| (s, p)).collect(),
        from: t,
        ..Draft::default()
    })
}

/// 一年前从O离职投身创业的P, 被解雇并因抗议而被捕的P: the 的 that ends a relative clause which says from where, or what
/// was done.
fn clause_end(row: &[Mention], t: usize) -> Option<usize> {
    let clause = row[..t]
        .iter()
        .rev()
        .take_while(|m| m.label != Label::Punct && !m.is_person() && !m.has(Cue::Pronoun));
    let passive = t > 0 && row[t - 1].has(Cue::Passive);
    let from = passive || clause.take(4).any(|m| m.has(Cue::From));
    let goes_on = (t + 1..row.len().min(t + 8))
        .take_while(|&k| row[k].label != Label::Punct && !row[k].is_person() && !row[k].is_title());
    let of = goes_on.filter(|&k| row[k].has(Cue::Of)).last()?;
    from.then_some(of)
}

/// 收到离任监事P的通知: the trigger modifies the post in front of the person.
fn attributive(row: &[Mention], s: usize, t: usize) -> Option<Draft> {
    // 退休教授P: a description.
    let described = row[t]
        .trigger
        .is_some_and(|g| g.change == ChangeType::Retire);
    if described {
        return None;
    }
    let first = (t + 2..row.len().min(t + 6)).find(|&p| row[p].is_person())?;
    let held = post::before(row, first);
    let adjacent = held.start == t + 1 && !held.posts.is_empty();
    adjacent.then(|| Draft {
        people: vec![(s, first)],
        from: t,
        ..Draft::default()
    })
}

/// 被开除的两位高管分别为R P和R Q: the counted people are named behind.
fn counted(row: &[Mention], s: usize, t: usize) -> Option<Draft> {
    // 被“挖走”的三位研究员
    let of = t + 1 + usize::from(row.get(t + 1)?.is_punct(&['"']));
    let counted = row.get(of)?.has(Cue::Of)
        && row[of + 1..]
            .iter()
            .take(5)
            .any(|m| m.label == Label::Title(TitlePart::Collective) || m.is_title());
    counted.then(|| list_behind(row, s, t)).flatten()
}

/// 先后离职的有P、Q; 多名高管离职：R P、R Q.
fn list_behind(row: &[Mention], s: usize, t: usize) -> Option<Draft> {
    let opens = |m: &Mention| m.has(Cue::ListOpen) || m.is_punct(&['：', '-']);
    let open = (t + 1..row.len().min(t + 8)).find(|&k| opens(&row[k]))?;
    // 主教练辞职，球迷：下一个是谁？P躺枪: somebody speaks.
    if row[open - 1].cues.any(&[Cue::Say, Cue::People]) && row[open].is_punct(&['：']) {
        return None;
    }
    let first = (open + 1..row.len().min(open + 16)).find(|&k| row[k].is_person())?;
    let start = post::before(row, first).start.max(open + 1);
    // 三名研究员——甲、乙
    let title = (t + 1..open)
        .rev()
        .take(3)
        .chain(t.checked_sub(1))
        .find(|&k| row[k].is_title());
    let adjacent = row[open + 1..start]
        .iter()
        .all(|m| m.trigger.is_none() && !m.is_punct(&['，', '。']));
    adjacent.then(|| Draft {
        people: subject::list(row, first)
            .into_iter()
            .map(|p| (s, p))
            .collect(),
        posts: match start < first {
            true => Vec::new(),
            false => counted_post(row, title),
        },
        from: open,
        ..Draft::default()
    })
}

/// 12位高管离职，多为业务负责人，如O的R P、O的R Q等; 三位R离职并加入D，他们分别是P和Q: those who left, or some of them, are named
/// in a later clause.
fn examples(row: &[Mention], s: usize, t: usize) -> Option<Draft> {
    let group = |m: &Mention| matches!(m.label, Label::Title(TitlePart::Collective));
    let near = &row[t.saturating_sub(4)..t];
    let counted = near
        .iter()
        .any(|m| m.tag.starts_with('m') && m.label == Label::Word);
    let title = (t.saturating_sub(4)..t).rfind(|&k| row[k].is_title() && counted);
    let left = near.iter().any(group) || row.get(t + 1).is_some_and(group) || title.is_some();
    let whole = |k: usize| row[k - 1].has(Cue::Plural) && row[k - 2].is_punct(&['，']);
    let later = (t + 1..row.len()).take_while(|&k| !row[k].is_punct(&['；']));
    let open = later
        .filter(|&k| row[k].has(Cue::ListOpen) && (row[k - 1].is_punct(&['，']) || whole(k)))
        .find(|&k| row.get(k + 1).is_some_and(|m| !m.is_punct(&['，'])))?;
    let first = (open + 1..row.len()).find(|&k| row[k].is_person())?;
    let held = post::before(row, first);
    let adjacent = held.start == open + 1 && (held.start < first || whole(open));
    let told = row[t + 1..open]
        .iter()
        .any(|m| m.trigger.is_some() || m.is_person());
    (left && adjacent && !told).then(|| Draft {
        people: subject::list(row, first)
            .into_iter()
            .map(|p| (s, p))
            .collect(),
        posts: match held.start < first {
            true => Vec::new(),
            false => counted_post(row, title),
        },
        from: open,
        ..Draft::default()
    })
}

fn post_frame(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    let mut listed = post::after(row, t);
    if listed.posts.is_empty() && !listed.any {
        listed.posts.extend(post::closing(row, t));
    }
    let titled = !listed.posts.is_empty();
    let objectless = row[t].join.is_none() && !titled && !listed.any;
    let mut draft = leavers(scene, s, t)?;
    let held = draft.people.iter().any(|at| {
        !post::before(scene.entities.row(at.0), at.1)
            .posts
            .is_empty()
    });
    if objectless
        && !held
        && next_word(row, t)
            .is_some_and(|n| n.label == Label::Word && n.tag.starts_with('n') && n.cues.is_empty())
    {
        return Err("what is given up is no post");
    }
    // 让出CEO办公室: something that goes with the post.
    let need = row[t].trigger.is_some_and(|g| g.need == Need::PostListed);
    if need && titled && row.get(listed.end).is_some_and(is_thing) {
        return Err("what is given up is no post");
    }
    draft.pairwise &= listed.posts.len() == draft.people.len();
    draft.company = listed
        .posts
        .iter()
        .find_map(|p| p.employer())
        .or(listed.org);
    draft.destination_from = listed.end;
    draft.ignore_premodifier = titled;
    if titled {
        draft.posts = listed.posts;
    }
    Ok(draft)
}

/// A noun that tells nothing, or a building.
fn is_thing(m: &Mention) -> bool {
    let plain = m.cues.is_empty() || m.has(Cue::Site);
    m.label == Label::Word && m.tag.starts_with('n') && plain && m.trigger.is_none()
}

fn next_word(row: &[Mention], t: usize) -> Option<&Mention> {
    row[t + 1..].iter().find(|m| !m.has(Cue::Filler))
}

/// 离开效力11年的老东家: what is left is a word that stands for the employer, behind a relative clause.
fn ends_in_house(row: &[Mention], t: usize) -> bool {
    let plain = |m: &&Mention| m.label != Label::Punct && m.trigger.is_none() && !m.is_person();
    let last = row[t + 1..]
        .iter()
        .take(8)
        .take_while(plain)
        .enumerate()
        .last();
    last.is_some_and(|(n, m)| m.has(Cue::OrgPronoun) && n > 0 && row[t + n].has(Cue::Of))
}

fn employer(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    let clause = row[t + 1..]
        .iter()
        .take(14)
        .take_while(|m| !m.is_punct(&['，', '。', '；', '、', '：']))
        .enumerate();
    let mut org = None;
    for (n, m) in clause {
        let clause = m.join.is_some() && !owns_clause(row, t + 1 + n);
        if m.is_person() || m.trigger.is_some() || clause {
            break;
        }
        // 离开了电视台O: what reports elsewhere is left here.
        if m.is_org() || m.label == Label::Media {
            org = Some(t + 1 + n);
            break;
        }
    }
    if t > 0 && row[t - 1].tag.starts_with('m') && row[t - 1].cues.is_empty() {
        return Err("the trigger is a noun");
    }
    // 离开推特总部, 退出大众视野: a building is left, or a word that only looks like an organisation.
    let beyond = org
        .and_then(|o| Some((o, row.get(o + 1)?)))
        .is_some_and(|(o, m)| {
            let word = scene
                .dict
                .terms
                .get(&row[o].text)
                .is_some_and(|t| t.ambiguous);
            m.has(Cue::Site)
                || word && m.label == Label::Word && m.tag.starts_with('n') && m.cues.is_empty()
        });
    // 淡出O的宣传海报, but not 不再参与O的日常经营: the head of what belongs to the organisation is a thing.
    let need = row[t].trigger.is_some_and(|g| g.need.is_ambiguous());
    let owned = org
        .filter(|&o| row.get(o + 1).is_some_and(|m| m.has(Cue::Of)))
        .and_then(|o| {
            let own = |m: &&Mention| m.label == Label::Word && m.trigger.is_none();
            row[o + 2..].iter().take(4).take_while(own).last()
        });
    if beyond || need && owned.is_some_and(is_thing) {
        return Err(NO_ORG);
    }
    let next = next_word(row, t);
    let bare = next.is_none_or(|n| {
        n.label == Label::Punct && !n.is_punct(&['"', '《'])
            || n.join.is_some()
            || n.cues.any(&[
                Cue::OrgPronoun,
                Cue::After,
                Cue::Coord,
                Cue::Of,
                Cue::BeforeEvent,
                Cue::Moment,
                Cue::PostNoun,
            ])
            || n.trigger.is_some()
            // 离开是因为…
            || n.has(Cue::Hold) && is_because(row, t + 2)
            || ends_in_house(row, t)
    });
    let listed = post::after(row, t);
    let mut draft = leavers(scene, s, t)?;
    // 退出监事: a post is left.
    if org.is_none() && !listed.posts.is_empty() {
        draft.posts = listed.posts;
        draft.ignore_premodifier = true;
        return Ok(draft);
    }
    // 不再负责搜索业务: the person stays, with other work.
    if org.is_none()
        && !bare
        && row[t]
            .trigger
            .is_some_and(|g| g.change == ChangeType::Transfer)
    {
        if !is_field(row, t) {
            return Err(NO_ORG);
        }
        draft.ignore_premodifier = true;
        return Ok(draft);
    }
    if org.is_none() {
        if !bare {
            return Err(NO_ORG);
        }
        let held = draft.people.iter().any(|at| {
            let held = post::before(scene.entities.row(at.0), at.1);
            !held.posts.is_empty() || held.org.is_some()
        });
        // 联合创始人出走：P另起炉灶
        let unnamed = t > 0 && row[t - 1].is_title() && !draft.posts.is_empty();
        let about_job = held
            || unnamed
            || next.is_some_and(|n| n.cues.any(&[Cue::OrgPronoun, Cue::PostNoun]))
            || draft.people.iter().any(|at| {
                !scene
                    .entities
                    .profile(&scene.entities.person_at(*at))
                    .is_empty()
            });
        if !about_job {
            return Err(NO_JOB);
        }
    }
    draft.company = org;
    // 退出O合伙人, 离开O的R岗位: the post there is left.
    let there = |p: &post::Post| org.is_some() && p.employer() == org;
    let closed = row.get(listed.end).is_none_or(|m| m.label == Label::Punct);
    let owned = closed && listed.posts.iter().all(there);
    let called = listed.end > t + 1 && row[listed.end - 1].has(Cue::PostNoun);
    if !listed.posts.is_empty() && (owned || called) {
        draft.posts = listed.posts;
        draft.ignore_premodifier |= owned;
    }
    Ok(draft)
}

/// 离开他帮助创建的O: the word at `k` belongs to what is said of the organisation.
fn owns_clause(row: &[Mention], k: usize) -> bool {
    row.get(k + 1).is_some_and(|m| m.has(Cue::Of))
}

/// 搜索业务: nouns up to the end of the clause, the last of them a field of work.
fn is_field(row: &[Mention], t: usize) -> bool {
    let clause = row[t + 1..].iter().take_while(|m| m.label != Label::Punct);
    let words: Vec<&Mention> = clause.take(7).collect();
    let (field, rest) = match words.split_last() {
        Some((last, rest)) => (last.has(Cue::House), rest),
        None => (false, words.as_slice()),
    };
    field
        && !rest.is_empty()
        && rest.len() < 6
        && rest
            .iter()
            .all(|m| m.label == Label::Word && m.cues.is_empty())
}

fn patient(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    if let Some(draft) = relative(row, s, t).or_else(|| counted(row, s, t)) {
        return Ok(draft);
    }
    if let Some(passive) = passive_before(row, t) {
        if are_unnamed(row, t) {
            return Err("the people behind the trigger are unnamed");
        }
        let subject = subject::before(scene, s, passive)?;
        let company = (passive + 1..t).find(|&k| row[k].is_org());
        let listed = post::after(row, t);
        return Ok(Draft {
            company,
            posts: listed.posts,
            ..from_subject(subject)
        });
    }
    if let Some(people) = object_before(row, t) {
        let first = people.first().copied().unwrap_or(t);
        return Ok(Draft {
            people: people.into_iter().map(|p| (s, p)).collect(),
            from: first,
            company: agent(row, first),
            ..Draft::default()
        });
    }
    if let Some(draft) = object_pronoun(scene, s, t) {
        return Ok(draft);
    }
    // 决定免去：P的R职务
    let colon = usize::from(row.get(t + 1).is_some_and(|m| m.is_punct(&['：'])));
    if let Some(people) = subject::after(row, t + colon) {
        return active(scene, s, t, people);
    }
    // 罢免开除他的董事: who dismissed the person is dismissed.
    let object = |g: Trigger| g.frame.has_object();
    if t > 0 && row[t - 1].trigger.is_some_and(object) {
        return Err("the clause tells who dismissed the person");
    }
    // 解聘其总经理职务
    let listed = post::after(row, t);
    // 挖走其CEO: somebody else's post is that of an unnamed person.
    let posts_only = listed.any || row[listed.end - 1].has(Cue::PostNoun) || !takes_on(row, t);
    // 解除了他的职务
    let pronoun = row[t + 1..]
        .iter()
        .find(|m| !m.has(Cue::Filler) || m.has(Cue::Pronoun));
    let pronoun = pronoun.is_some_and(|m| m.has(Cue::Pronoun));
    let named = listed.end > t + 1 && row[listed.end - 1].has(Cue::PostNoun);
    if pronoun && posts_only && (!listed.posts.is_empty() || listed.any || named) {
        let who = blamed(row, t).map(|p| (s, p));
        let who = who
            .or_else(|| scene.entities.antecedent((s, t)))
            .ok_or(subject::NO_ANTECEDENT)?;
        return Ok(Draft {
            people: vec![who],
            distant: true,
            company: employer_of(row, &listed.posts).or_else(|| agent(row, t)),
            posts: listed.posts,
            from: t,
            ..Draft::default()
        });
    }
    // 解雇了两名高管，分别是P与Q
    let group = row[t + 1..].iter().take(6).any(|m| {
        matches!(
            m.label,
            Label::Title(TitlePart::Collective | TitlePart::Head)
        )
    });
    if let Some(draft) = list_behind(row, s, t).filter(|_| group) {
        return Ok(draft);
    }
    // 总经理张三免职: the patient stands directly in front, without a mark.
    let closed = row
        .get(t + 1)
        .is_none_or(|m| m.label == Label::Punct || m.has(Cue::After) || m.has(Cue::Coord));
    // P与公司提前解约
    let bare = row[..t].iter().rev().find(|m| {
        !m.cues.any(&[Cue::Adverb, Cue::Oblique, Cue::OrgPronoun])
            && !m.is_org()
            && !m.is_punct(&['）'])
            && m.label != Label::Honorific
            && !matches!(m.label, Label::Date(_))
    });
    if closed && bare.is_some_and(Mention::is_person) && !takes_on(row, t) {
        let subject = subject::before(scene, s, t)?;
        return Ok(from_subject(subject));
    }
    // P的聘期届满，公司决定不再续聘
    let term = row[..t].iter().any(|m| m.has(Cue::Contract));
    let ends = row[t]
        .trigger
        .is_some_and(|g| g.change == ChangeType::TermEnd);
    if closed && term && ends {
        let draft = from_subject(subject::before(scene, s, t)?);
        return match is_own_term(row, draft.from, t) {
            true => Ok(draft),
            false => Err("what ends is no job"),
        };
    }
    Err(NOBODY_BEHIND)
}

/// 因CEO P违规，董事会解除其职务: the person with whom the reason opens in the sentence.
fn blamed(row: &[Mention], t: usize) -> Option<usize> {
    let opens = |p: usize| {
        let start = post::before(row, p).start;
        start > 0 && row[start - 1].has(Cue::ReasonOpen)
    };
    (0..t).rev().find(|&p| row[p].is_person() && opens(p))
}

/// 挖走, 任命: who stands in front of it takes somebody on.
fn takes_on(row: &[Mention], t: usize) -> bool {
    row[t].trigger.is_some_and(|g| g.frame == Frame::Poached)
}

/// 将张三解雇, 把张三给开除了, 将O的P和N的Q招致麾下.
fn object_before(row: &[Mention], t: usize) -> Option<Vec<usize>> {
    let near = |k: &usize| {
        let m = &row[*k];
        m.is_person() || m.has(Cue::Passive) || m.chars() == 1
    };
    // 把P、Q等改变格局的人物招致麾下
    let among = |k: &usize| row[*k].label != Label::Punct && row[*k].trigger.is_none();
    let listed = |k: &usize| row.get(k + 1).is_some_and(|m| m.has(Cue::Etcetera));
    let before = || (t.saturating_sub(9)..t).rev();
    let p = before()
        .take(2)
        .take_while(near)
        .find(|&k| row[k].is_person())
        .or_else(|| {
            before()
                .take_while(among)
                .find(|k| row[*k].is_person())
                .filter(listed)
        })?;
    let people = subject::group(row, p);
    let start = post::before(row, people[0]).start;
    let marked = start > 0 && row[start - 1].has(Cue::ObjectMarker);
    marked.then_some(people)
}

/// P泄密，公司将其解雇: the person named last before the clause, else the one that the sentences before speak of.
fn object_pronoun(scene: &Scene, s: usize, t: usize) -> Option<Draft> {
    let row = scene.entities.row(s);
    let pronoun = t.checked_sub(1).filter(|&k| row[k].has(Cue::Pronoun))?;
    let mark = pronoun
        .checked_sub(1)
        .filter(|&k| row[k].has(Cue::ObjectMarker))?;
    let clause = row[..mark]
        .iter()
        .rposition(|m| m.is_punct(&['，', '；', '：']))
        .unwrap_or(0);
    let here = (0..clause).rev().find(|&k| row[k].is_person());
    let who = here
        .map(|p| (s, p))
        .or_else(|| scene.entities.antecedent((s, 0)))?;
    Some(Draft {
        people: vec![who],
        distant: true,
        from: pronoun,
        company: agent(row, mark),
        ..Draft::default()
    })
}

/// The organisation that acts: the last one before the clause of `p` that does not only ask for it.
fn agent(row: &[Mention], p: usize) -> Option<usize> {
    let acts = |&k: &usize| {
        row[k].is_org() && !company::is_outside(row, k) && !company::is_of_reporter(row, k)
    };
    (0..p).rev().find(acts)
}

/// 国资委决定免去P集团总经理职务: whether an authority decides about posts of a firm that is not named here.
fn of_another(scene: &Scene, row: &[Mention], posts: &[post::Post], agent: usize) -> bool {
    let mut employers = posts.iter().filter_map(post::Post::employer);
    employers.any(|o| row[o].has(Cue::OrgPronoun)) && company::is_authority(scene, &row[agent])
}

/// 免去P的R职务, 免去R P, 解雇了R P.
fn active(scene: &Scene, s: usize, t: usize, people: Vec<usize>) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    let last = people.last().copied().unwrap_or(t);
    // 免去P（女）的R职务
    let bracketed = after_bracket(row, last + 1) - 1;
    let of = row.get(bracketed + 1).is_some_and(|m| m.has(Cue::Of));
    // 挖走P的助手, 解雇P的助手; but 解除P的职务
    if owns(row, bracketed) || of && takes_on(row, t) {
        return Err("the one behind the trigger only owns what is lost");
    }
    let mut behind = bracketed;
    while row.get(behind + 1).is_some_and(|m| {
        m.label == Label::Honorific || m.has(Cue::Of) || m.has(Cue::Filler) || m.has(Cue::Hold)
    }) {
        behind += 1;
    }
    let listed = post::after(row, behind);
    let lost = listed
        .posts
        .iter()
        .any(|p| !row[p.title].has(Cue::PostNoun));
    // 免去P杭州市副市长职务, 免去P的O R职务: an office tells its own place or house.
    let office = listed.posts.iter().find_map(|p| p.employer());
    let house = |o: &usize| {
        let org = row[*o].is_org() && !company::is_unlisted_unit(scene, &row[*o]);
        (org || row[*o].label == Label::Place) && !takes_on(row, t)
    };
    let acting = agent(row, t).filter(|&o| !of_another(scene, row, &listed.posts, o));
    let company = (t + 1..people[0])
        .find(|&k| row[k].is_org() && !(acting.is_some() && company::is_background(row, k)))
        .or(office.filter(house))
        .or(acting);
    // 暂停R P职务: the post before the person.
    let named = row
        .get(behind + 1)
        .is_some_and(|m| m.cues.any(&[Cue::PostNoun, Cue::AnyPost]));
    let posts = match (lost, named) {
        // 挖走P任R: the post is one to come.
        (true, _) if takes_on(row, t) => Vec::new(),
        (true, _) => listed.posts,
        // 解除R P和S Q的职务: each has their own.
        (false, true) if people.len() == 1 => post::before(row, last).posts,
        (false, _) => Vec::new(),
    };
    let people: Vec<_> = people.into_iter().map(|p| (s, p)).collect();
    Ok(Draft {
        people,
        posts,
        company,
        from: t,
        destination_from: listed.end,
        ..Draft::default()
    })
}

/// 解雇了P的员工, 解雇了P团队的成员: others than the person at `p`.
fn owns(row: &[Mention], p: usize) -> bool {
    let team = row.get(p + 1).is_some_and(|m| {
        let noun = m.label == Label::Word && m.tag.starts_with('n') && m.cues.is_empty();
        noun && m.trigger.is_none() && m.join.is_none()
    });
    let of = row.get(p + 1).is_some_and(|m| m.has(Cue::Of));
    let post = |m: &Mention| m.cues.any(&[Cue::PostNoun, Cue::AnyPost]);
    let mut behind = row[p + 1..]
        .iter()
        .take(6)
        .take_while(|m| m.label != Label::Punct);
    let others = behind.any(|m| matches!(m.label, Label::Title(_)) || m.has(Cue::People));
    // 免去P的R、R2、R3职务
    let listed = row[p + 1..].iter().take(24);
    let lost = listed
        .take_while(|m| m.label != Label::Punct || m.is_punct(&['、']))
        .any(post);
    (team || of && others) && !lost
}

fn destination(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    let listed = post::after(row, t);
    let role = listed.posts.first().map(|p| p.title);
    let place = listed
        .posts
        .first()
        .and_then(|p| p.employer())
        .or(listed.org)
        .filter(|&o| row[o].is_org() || row[o].label == Label::Place);
    let mut draft = leavers(scene, s, t)?;
    // P由R转任S
    let held = post::before(row, t);
    if held.start > 0 && row[held.start - 1].has(Cue::By) {
        draft.posts = held.posts;
    }
    draft.destination = place.map(|o| (s, o));
    draft.destination_role = role;
    draft.destination_from = t;
    Ok(draft)
}

/// 接替离职的P: whether the trigger at `t` only says of the predecessor what the one before it says.
fn leaves_before(row: &[Mention], t: usize) -> bool {
    let succeeds = |k: usize| {
        row[k]
            .trigger
            .is_some_and(|g| g.frame == Frame::Predecessor)
    };
    // 接替不久前辞职的P
    let between = |m: &&Mention| m.has(Cue::Adverb) || matches!(m.label, Label::Date(_));
    let skipped = row[..t].iter().rev().take_while(between).count();
    (t - skipped).checked_sub(1).is_some_and(succeeds)
        && row.get(t + 1).is_some_and(|m| m.has(Cue::Of))
}

/// 免去其O的R职务: the organisation of the posts lost.
fn employer_of(row: &[Mention], posts: &[post::Post]) -> Option<usize> {
    posts
        .iter()
        .find_map(|post| post.employer())
        .filter(|&o| row[o].is_org())
}

/// R一职由Q接替P: the post that passes on stands in front of who takes it.
fn passing(row: &[Mention], t: usize) -> Vec<post::Post> {
    let by = (t.saturating_sub(6)..t).rfind(|&k| row[k].has(Cue::By));
    let end = by.map(|b| {
        let skipped = row[..b].iter().rev();
        let between = |m: &&Mention| m.cues.any(&[Cue::PostNoun, Cue::Adverb, Cue::Future]);
        b - skipped.take_while(between).count()
    });
    end.map_or(Vec::new(), |end| post::before(row, end).posts)
}

/// P被Q取代: who stands behind 被 takes over.
fn replaced(scene: &Scene, s: usize, t: usize) -> Option<Draft> {
    let row = scene.entities.row(s);
    let passive = passive_before(row, t)?;
    let successor = (passive + 1..t).find(|&k| row[k].is_person())?;
    let subject = subject::before(scene, s, passive).ok()?;
    Some(Draft {
        successor: Some(successor),
        destination_from: row.len(),
        ..from_subject(subject)
    })
}

/// Q加盟O，担任R，接替P: the organisation that the successor comes to.
fn joined_before(row: &[Mention], t: usize) -> Option<usize> {
    let joins = |j: usize| row[j].join.is_some_and(|n| n.frame == JoinFrame::Org);
    let sentence = (0..t)
        .rev()
        .take_while(|&j| !row[j].is_punct(&['。', '；']));
    let join = sentence.into_iter().find(|&j| joins(j))?;
    (join + 1..t.min(join + 4)).find(|&k| row[k].is_org())
}

/// Q接替P出任R: P loses R.
fn predecessor(scene: &Scene, s: usize, t: usize) -> Result<Draft, &'static str> {
    let row = scene.entities.row(s);
    if let Some(draft) = replaced(scene, s, t) {
        return Ok(draft);
    }
    if row.get(t + 1).is_some_and(|m| m.has(Cue::People)) {
        return Err("the trigger is part of a compound");
    }
    let left = (t + 1..row.len().min(t + 5)).find(|&k| row[k].trigger.is_some());
    // 接替将于9月底退休的P
    let relative = |k: usize| row.get(k + 1).is_some_and(|m| m.has(Cue::Of));
    let from = match left {
        Some(k) if relative(k) => k + 1,
        _ => t,
    };
    let people = subject::after(row, from).ok_or("no predecessor is named behind the trigger")?;
    let p = people[0];
    if post::before(row, p).start > from + 3 {
        return Err("the person behind the trigger does not follow it closely");
    }
    // 接任公司总裁的P: the person has taken the post.
    let start = post::before(row, p).start;
    let titled = |k: usize| row[k].is_title();
    let taken = row[p - 1].has(Cue::Of) && (from + 1..p).any(titled);
    if taken || row[start - 1].has(Cue::Of) && (from + 1..start - 1).any(titled) {
        return Err("the person behind the trigger is the one who takes the post");
    }
    let candidate = row[p + 1..].iter().take(4);
    let mut candidate = candidate.take_while(|m| m.label != Label::Punct);
    if candidate.any(|m| m.has(Cue::Candidate)) {
        return Err("nobody has been chosen yet");
    }
    let successor = (0..t).rev().find(|&k| row[k].is_person());
    let mut k = p + 1;
    while row.get(k).is_some_and(|m| {
        m.has(Cue::Of)
            || m.label == Label::Honorific
            || m.has(Cue::Filler)
            || m.is_punct(&['，'])
            || m.label == Label::Word
                && m.cues.is_empty()
                && m.join.is_none()
                && m.trigger.is_none()
    }) && k < p + 4
    {
        k += 1;
    }
    let takes = row
        .get(k)
        .is_some_and(|m| m.has(Cue::Hold) || m.join.is_some());
    let listed = if takes {
        post::after(row, k)
    } else {
        post::after(row, k - 1)
    };
    let company = listed
        .posts
        .iter()
        .find_map(|post| post.employer())
        .or(listed.org)
        .filter(|&o| row[o].is_org());
    let mut posts = listed.posts;
    // 接替P成为搜索与广告业务的R
    if posts.is_empty() && takes {
        posts.extend(post::closing(row, k));
    }
    if posts.is_empty() {
        // 获委任为R，接替P.
        let taken = (0..t)
            .rev()
            .find(|&h| row[h].cues.any(&[Cue::Hold, Cue::Appoint]))
            .map(|h| post::after(row, h));
        posts = taken.filter(|l| l.end <= t).map_or(Vec::new(), |l| l.posts);
    }
    if posts.is_empty() {
        posts = passing(row, t);
    }
    if posts.is_empty() && post::before(row, p).posts.is_empty() && !takes {
        return Err("no post passes from one to the other");
    }
    let own = post::before(row, p);
    let known = own.org.is_some() || own.posts.iter().any(|post| post.employer().is_some());
    let company = company.or_else(|| joined_before(row, t).filter(|_| !known));
    // 接替将于9月底退休的P: the trigger in between tells how and when.
    let told = left.is_some_and(|k| relative(k) && !leaves_before(row, k));
    Ok(Draft {
        people: vec![(s, p)],
        posts,
        company,
        successor,
        weak: told,
        from: t,
        destination_from: row.len(),
        ..Draft::default()
    })
}
