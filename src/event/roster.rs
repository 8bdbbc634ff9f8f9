//! Rosters: who they are of whom another sentence tells that they left or were taken on.
//!
//! 旧管理团队为：总裁P、副总裁Q … after somebody left · 例如，来自O的P和Q … after a firm took people on · P：原O的R …,
//! one a line, below a sentence that tells that such people left · P的R职务；, one after another, behind 决定免去：

use super::taking::{self, is_same};
use super::{Draft, Scene, subject};
use crate::dict::term::{Cue, Frame, JoinFrame, Need, TitlePart};
use crate::mention::{Label, Mention};
use crate::post::{self, Post};

/// The roster goes on in at most so many sentences.
const MAX_SENTENCES: usize = 6;

/// People taken on are told of in at most so many sentences before those who come from somewhere.
const NEAR: usize = 3;

/// A list of dismissals is followed back over at most so many entries.
const MAX_ENTRIES: usize = 64;

/// A row of a list, with the position of what opens it, and the people there.
type Entry = (usize, usize, Draft);

/// Reads a roster that begins in sentence `s`; that of a former team only where somebody has left.
pub(super) fn read(scene: &Scene, s: usize, told: bool) -> Vec<Entry> {
    let mut entries = items(scene, s);
    entries.extend(inline(scene, s));
    entries.extend(newcomers(scene, s));
    entries.extend(dismissed(scene, s));
    if told {
        entries.extend(team(scene, s));
    }
    entries
}

/// 例如，来自O的P和Q，以及来自N的R: people with the firms they come from, where it was told that a firm takes people on.
fn newcomers(scene: &Scene, s: usize) -> Option<Entry> {
    let row = scene.entities.row(s);
    let origin = row.iter().position(|m| m.has(Cue::Origin))?;
    let first = (origin + 1..row.len()).find(|&p| row[p].is_person())?;
    let opens = row[..origin].iter().all(|m| {
        let adverb = m.label == Label::Word && m.tag.starts_with(['c', 'd', 'r', 'v']);
        // 团队中还汇聚了来自O的P
        let cues = [Cue::ListOpen, Cue::Coord, Cue::House, Cue::Filler];
        m.label == Label::Punct || m.cues.any(&cues) || adverb || m.tag == "f"
    });
    if post::before(row, first).start != origin || !opens {
        return None;
    }
    let people = subject::list(row, first);
    let last = people.last().copied().unwrap_or(first);
    let acts = |m: &Mention| m.has(Cue::Say) || m.trigger.is_some() || m.join.is_some();
    let mut behind = row[last + 1..].iter().take(6);
    // 来自O的P的工作室
    let owns = row.get(last + 1).is_some_and(|m| m.has(Cue::Of));
    if owns || behind.any(acts) {
        return None;
    }
    let sentences = scene.entities.sentences();
    let near = (s.saturating_sub(NEAR)..s).rev();
    let taker = near
        .filter(|&k| {
            let together = sentences[k].heading == sentences[s].heading;
            together && sentences[s].block - sentences[k].block <= 1
        })
        .find_map(|k| taking::hirer(scene, k))?;
    let home = |&p: &usize| {
        let held = post::before(row, p);
        held.employer()
            .is_some_and(|o| is_same(scene, (s, o), taker))
    };
    let draft = Draft {
        people: people.iter().map(|&p| (s, p)).collect(),
        from: origin,
        own_employers: true,
        destination: Some(taker),
        destination_from: row.len(),
        ..Draft::default()
    };
    (!people.iter().any(home)).then_some((s, origin, draft))
}

/// P：原O的R，…, one a line: those of whom the paragraph above, which ends in a colon, tells that they leave.
fn items(scene: &Scene, s: usize) -> Vec<Entry> {
    let sentences = scene.entities.sentences();
    let row = scene.entities.row(s);
    let colon =
        row.last().is_some_and(|m| m.is_punct(&['：'])) && !row.iter().any(|m| m.has(Cue::Say));
    // 以下为嘉宾：, 任命名单如下：: the line above speaks of others.
    let others = |m: &Mention| {
        let cues = [Cue::Appoint, Cue::Candidate, Cue::Beside, Cue::Current];
        m.cues.any(&cues) || scene.dict.is_beside(&m.text)
    };
    // 四人离职：, D挖来四名高管：, or 八人离职。其中四名研究员的经历引人注目：
    let group = |m: &Mention| matches!(m.label, Label::Title(_)) || m.has(Cue::People);
    let leaves = |k: usize| {
        let row = scene.entities.row(k);
        let t = (0..row.len()).rfind(|&t| taking::takes(row, t))?;
        let object = row[t].trigger.is_some_and(|g| g.frame.has_object());
        let named = row[if object { t } else { 0 }..]
            .iter()
            .any(Mention::is_person);
        let behind = row[t + 1..].iter().any(group);
        (!named).then_some(behind == object)
    };
    let told = leaves(s).unwrap_or_else(|| {
        let above = s
            .checked_sub(1)
            .filter(|&k| sentences[k].block == sentences[s].block);
        row.iter().any(group) && above.and_then(leaves).is_some()
    });
    if !colon || !told || row.iter().any(others) {
        return Vec::new();
    }
    let first = |k: &usize| sentences[*k].block > sentences[*k - 1].block;
    let heads = (s + 1..sentences.len()).filter(first);
    let entries: Vec<Entry> = heads.map_while(|k| item(scene, k)).collect();
    let posted = entries.iter().any(|(_, _, draft)| !draft.posts.is_empty());
    match entries.len() > 1 && posted {
        true => entries,
        false => Vec::new(),
    }
}

/// 三人离职：P，O的R；Q，N的S; 新加盟的两人是P（原O的R）和Q（原N的S）: those of whom the clause in front tells that they leave,
/// or that they come, where they are said to have had another post.
fn inline(scene: &Scene, s: usize) -> Vec<Entry> {
    let row = scene.entities.row(s);
    // 离职的两人是P（…）
    let states = |k: usize| {
        let named = row.get(k + 1).is_some_and(Mention::is_person);
        row[k].has(Cue::Hold) && named && row.get(k + 2).is_some_and(|m| m.is_punct(&['（']))
    };
    let opens = |k: &usize| row[*k].is_punct(&['：']) || row[*k].has(Cue::ListOpen) || states(*k);
    let Some(open) = (0..row.len()).find(opens) else {
        return Vec::new();
    };
    let lead = &row[..open];
    let group =
        |m: &Mention| matches!(m.label, Label::Title(_)) || m.cues.any(&[Cue::People, Cue::Plural]);
    let leaves = lead.iter().any(|m| {
        m.trigger
            .is_some_and(|g| g.need == Need::Nothing && g.frame == Frame::Intransitive)
    });
    let comes = (0..open).any(|k| arrives(row, k));
    let named = lead.iter().any(Mention::is_person);
    if named || !lead.iter().any(group) || !leaves && !comes {
        return Vec::new();
    }
    let destination = comes.then(|| taking::hirer(scene, s)).flatten();
    let entry = |s: usize, p: usize| {
        let draft = apposed(scene, s, p, leaves)?;
        let draft = Draft {
            destination,
            ..draft
        };
        Some((s, p, draft))
    };
    let sentences = scene.entities.sentences();
    let here = (open + 1..row.len()).filter_map(|p| entry(s, p));
    let goes_on = |k: &usize| {
        let ends = scene.entities.row(k - 1).last();
        ends.is_some_and(|m| m.is_punct(&['；'])) && sentences[*k].block == sentences[s].block
    };
    let later = (s + 1..sentences.len()).take_while(goes_on);
    let mut entries: Vec<Entry> = here.chain(later.map_while(|k| entry(k, 0))).collect();
    // Where one of them comes from the others do not go.
    let origin = |(s, _, draft): &Entry| {
        let company = draft.company.map(|o| (*s, o));
        company
            .zip(destination)
            .is_some_and(|(o, d)| is_same(scene, o, d))
    };
    if entries.iter().any(origin) {
        entries.iter_mut().for_each(|e| e.2.destination = None);
    }
    match entries.len() > 1 {
        true => entries,
        false => Vec::new(),
    }
}

/// 新加盟D的, 到任的, 引进: whether the word at `k` tells that people come to a firm.
fn arrives(row: &[Mention], k: usize) -> bool {
    let joins = row[k].join.is_some_and(|j| j.frame == JoinFrame::Org);
    let firm = row.get(k + 1).is_some_and(|m| m.is_org() || m.has(Cue::Of));
    let taken = row[k].trigger.is_some_and(|g| g.frame == Frame::Poached);
    joins && firm || taken || row[k].cues.any(&[Cue::Newcomer, Cue::Arrives])
}

/// P，原O的R; P（原O的R）: an entry of a list, behind a mark that separates entries.
fn apposed(scene: &Scene, s: usize, p: usize, current: bool) -> Option<Draft> {
    let row = scene.entities.row(s);
    let own = row.get(p)?.is_person() && row.get(p + 1)?.is_punct(&['，', '（']);
    let separates = |m: &Mention| {
        m.is_punct(&['：', '；', '、', '）']) || m.cues.any(&[Cue::ListOpen, Cue::Coord, Cue::Hold])
    };
    let former = row.get(p + 2)?.has(Cue::Former);
    let separated = p.checked_sub(1).is_none_or(|b| separates(&row[b]));
    if !own || !separated || !former && !current {
        return None;
    }
    let listed = post::after(row, p + 1);
    let employer = listed.posts.iter().find_map(Post::employer);
    // …，加盟D）, …，加盟D；
    let close = if row[p + 1].is_punct(&['（']) {
        '）'
    } else {
        '；'
    };
    let mut rest = (listed.end..row.len()).take_while(|&k| !row[k].is_punct(&[close]));
    let join = rest.find(|&k| row[k].join.is_some());
    (!listed.posts.is_empty()).then(|| Draft {
        people: vec![(s, p)],
        company: employer.filter(|&o| row[o].is_org()),
        posts: listed.posts,
        from: p,
        own_employers: true,
        own_date_only: true,
        destination_from: join.unwrap_or(row.len()),
        ..Draft::default()
    })
}

/// P：原O的R，….
fn item(scene: &Scene, s: usize) -> Option<Entry> {
    let row = scene.entities.row(s);
    let colon = row.iter().take(6).position(|m| m.is_punct(&['：']))?;
    let p = (0..colon).find(|&p| row[p].is_person())?;
    let clause = row[colon + 1..]
        .iter()
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    clause
        .into_iter()
        .any(|m| matches!(m.label, Label::Title(_)))
        .then_some(())?;
    let posts = post::after(row, colon).posts;
    let employer = posts.iter().find_map(Post::employer);
    let draft = Draft {
        people: vec![(s, p)],
        company: employer.filter(|&o| row[o].is_org()),
        posts,
        from: p,
        own_employers: true,
        own_date_only: true,
        destination: taking::named_before(scene, s),
        destination_from: row.len(),
        ..Draft::default()
    };
    Some((s, colon, draft))
}

/// P（女）的R职务；: an entry of a list that 决定免去： opens, in its sentence or on a line of its own.
fn dismissed(scene: &Scene, s: usize) -> Option<Entry> {
    let (person, posts) = dismissal(scene.entities.row(s))?;
    let before = (s.saturating_sub(MAX_ENTRIES)..s).rev();
    let opener = before
        .into_iter()
        .find(|&k| dismissal(scene.entities.row(k)).is_none())?;
    let row = scene.entities.row(opener);
    let patient = |m: &Mention| m.trigger.is_some_and(|g| g.frame == Frame::Patient);
    let t = row.iter().rposition(patient)?;
    // 三、决定免去 may be a line of its own, too.
    let colon = row.get(t + 1).is_none_or(|m| m.is_punct(&['：']));
    let opens = colon && !row[t + 1..].iter().any(|m| m.has(Cue::Appoint));
    let draft = Draft {
        people: vec![(s, person)],
        company: posts.iter().find_map(Post::employer),
        posts,
        change: row[t].trigger.map(|g| g.change).unwrap_or_default(),
        ignore_premodifier: true,
        destination_from: scene.entities.row(s).len(),
        ..Draft::default()
    };
    opens.then_some((s, person, draft))
}

/// P（女）的R职务: the person and the posts of a row that holds nothing else.
fn dismissal(row: &[Mention]) -> Option<(usize, Vec<Post>)> {
    let person = row.iter().take(3).position(Mention::is_person)?;
    let bracket = row.get(person + 1)?.is_punct(&['（']);
    let close = || (person + 2..row.len().min(person + 5)).find(|&k| row[k].is_punct(&['）']));
    let of = match bracket {
        true => close()? + 1,
        false => person + 1,
    };
    row.get(of)?.has(Cue::Of).then_some(())?;
    let listed = post::after(row, of);
    let ends = row[listed.end - 1].has(Cue::PostNoun)
        && row.get(listed.end).is_none_or(|m| m.label == Label::Punct);
    let entry = ends && listed.end + 1 >= row.len() && !listed.posts.is_empty();
    entry.then_some((person, listed.posts))
}

/// Reads the roster of a former team: for each of its sentences the position of the list and its people.
fn team(scene: &Scene, s: usize) -> Vec<Entry> {
    let Some(open) = opens(scene.entities.row(s)) else {
        return Vec::new();
    };
    let sentences = scene.entities.sentences();
    let mut out: Vec<Entry> = list(scene, s, open).into_iter().collect();
    for next in (s + 1..sentences.len())
        .take(MAX_SENTENCES)
        .take_while(|&k| sentences[k].block == sentences[s].block)
    {
        // 高级副总裁：P、Q
        let row = scene.entities.row(next);
        match (row.first(), row.get(1)) {
            (Some(title), Some(colon)) if title.is_title() && colon.is_punct(&['：']) => {
                out.extend(list(scene, next, 1))
            }
            _ => break,
        }
    }
    out
}

/// Where the list of a former team opens: 旧 + 管理团队 + 为/包括/：.
fn opens(row: &[Mention]) -> Option<usize> {
    let former = (0..row.len().min(4)).find(|&k| row[k].has(Cue::Former))?;
    let team = (former + 1..row.len().min(former + 5))
        .find(|&k| matches!(row[k].label, Label::Title(TitlePart::Collective)))?;
    (team + 1..row.len().min(team + 4))
        .find(|&k| row[k].is_punct(&['：']) || row[k].has(Cue::ListOpen))
}

fn list(scene: &Scene, s: usize, open: usize) -> Option<Entry> {
    let row = scene.entities.row(s);
    let first = (open + 1..row.len()).find(|&k| row[k].is_person())?;
    let people = subject::list(row, first);
    let title = open.checked_sub(1).filter(|&t| row[t].is_title());
    let posts = title.map(Post::bare).into_iter().collect();
    let draft = Draft {
        people: people.into_iter().map(|p| (s, p)).collect(),
        posts,
        from: open,
        own_date_only: true,
        destination_from: row.len(),
        ..Draft::default()
    };
    (draft.people.len() > 1).then_some((s, open, draft))
}
