//! The employer left and the posts lost.
//!
//! The employer is looked for in this order: where the frame says, before the person (first that, where each person of
//! a list has one), behind whose pronoun the posts stand, in the sentence, where the article introduces the person
//! elsewhere or says where the person worked, in the paragraph, in the heading, as the only organisation of the sentence,
//! in the article as a whole.

use std::collections::BTreeMap;

use super::{Draft, Scene, Source, Value, former, frame, taking};
use crate::dict::OrgKind;
use crate::dict::term::{Cue, Frame, JoinFrame, TitlePart};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post::{self, Post};
use crate::profile;

/// In a longer paragraph only so many sentences before one tell whom it speaks of.
const NEAR: usize = 8;

/// The employer with its source.
pub(super) struct Company {
    pub value: Value,
    pub source: Source,
    /// The mention it was read from.
    pub at: At,
}

pub(super) fn find(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: &Draft,
    at: At,
    name: &str,
) -> Option<Company> {
    let mut steps: [(Source, &dyn Fn() -> Option<At>); 14] = [
        (Source::Frame, &|| {
            let framed = draft.company.map(|c| (s, c));
            let framed = framed.or_else(|| from_cue(scene, s, t, at));
            let framed = framed.or_else(|| registered(scene, s, t, draft));
            let framed = framed.or_else(|| board_of_informant(scene, s, t, at));
            framed.filter(|&found| !is_anothers(scene, draft, at, found))
        }),
        (Source::Premodifier, &|| premodifier(scene, at, draft)),
        (Source::Sentence, &|| {
            former::held(scene, at).and_then(|(s, post)| Some((s, post.employer()?)))
        }),
        (Source::Sentence, &|| possessor(scene, at, draft)),
        (Source::Paragraph, &|| referent(scene, s, draft, at)),
        (Source::Sentence, &|| in_sentence(scene, s, t, draft, at)),
        (Source::Sentence, &|| team(scene, s, draft, at)),
        (Source::Paragraph, &|| taking::taken_from(scene, s, t)),
        (Source::Profile, &|| profile(scene, s, name)),
        (Source::Profile, &|| worked(scene, s, name)),
        (Source::Paragraph, &|| paragraph(scene, s)),
        (Source::Heading, &|| heading(scene, s)),
        (Source::Article, &|| only_one(scene, s)),
        (Source::Article, &|| {
            let at = scene.entities.main_org?;
            (!is_of_outsider(scene.entities.row(at.0), at.1)).then_some(at)
        }),
    ];
    if draft.own_employers {
        steps.swap(0, 1);
    }
    // Where the sentence says that the person went cannot be where the person left.
    let row = scene.entities.row(s);
    let joined: Vec<String> = (0..row.len())
        // 担任O的CEO仅半年，P…: what stands before the person is no destination.
        .filter(|&k| at.0 != s || k > at.1)
        // P退休，由Q出任O的CEO: nor is where another goes.
        .filter(|&k| at.0 != s || !row[at.1..k].iter().any(|m| m.has(Cue::By)))
        .filter(|&k| row[k].is_org() && is_destination(row, k))
        .filter(|&k| k > t || !was_there(row, k, t))
        // 接替P的是来自O的Q
        .chain((0..row.len()).filter(|&k| {
            row[k].is_org() && succeeds(row, k) && belongs_to_other(row, k, at.1, at.0 == s)
        }))
        .map(|k| (s, k))
        .chain(draft.destination)
        .map(|at| scene.entities.org(at))
        .collect();
    // A newspaper is an employer only where the text says so.
    let reports = |at: &At| matches!(scene.entities.row(at.0)[at.1].label, Label::Org(Some(id)) if scene.entities.kind(id) == OrgKind::Media);
    let is_open = |at: &At, source: Source| {
        source <= Source::Premodifier || !joined.contains(&scene.entities.org(*at)) && !reports(at)
    };
    let before = scene.entities.row(at.0);
    let units = post::before(before, at.1).posts;
    let units = units.iter().filter(|p| is_of_unit(scene, before, p));
    let units: Vec<At> = units.filter_map(|p| Some((at.0, p.org?))).collect();
    let fits = |found: &At, source: Source| {
        is_usable(scene, *found) && is_open(found, source) && !units.contains(found)
    };
    let steps = steps.into_iter();
    for (source, step) in steps.filter(|s| !draft.posts_elsewhere || s.0 != Source::Premodifier) {
        if let Some((s, found)) = step().filter(|f| fits(f, source)) {
            let found = owner(scene, scene.entities.row(s), found).unwrap_or(found);
            return Some(read(scene, (s, found), source));
        }
    }
    None
}

/// 从O挖走了R P和X的R Q: whether the employer is only that of those named before the person, who has another.
fn is_anothers(scene: &Scene, draft: &Draft, at: At, employer: At) -> bool {
    let row = scene.entities.row(at.0);
    let held = post::before(row, at.1);
    let mut own = held.posts.iter().filter_map(Post::employer);
    let name = scene.entities.org(employer);
    let elsewhere = |o| {
        !scene
            .entities
            .related(&name, &scene.entities.org((at.0, o)))
    };
    let joins = draft.people.first().is_some_and(|&first| first != at);
    joins && !held.former && own.any(|o| row[o].is_org() && elsewhere(o))
}

/// 公司 is an organisation only if something tells which one; a newspaper in front of a post is one.
fn is_usable(scene: &Scene, at: At) -> bool {
    let row = scene.entities.row(at.0);
    row[at.1].is_org() || matches!(row[at.1].label, Label::Media | Label::Place)
}

fn read(scene: &Scene, at: At, source: Source) -> Company {
    let m = &scene.entities.row(at.0)[at.1];
    let text = scene
        .entities
        .parent(m)
        .map_or_else(|| scene.entities.org(at), str::to_string);
    let rule = match source {
        Source::Frame => "company_in_frame",
        Source::Premodifier => "company_before_person",
        Source::Sentence => "company_in_sentence",
        Source::Profile => "company_of_person",
        Source::Heading => "company_in_heading",
        Source::Paragraph => "company_in_paragraph",
        Source::Article => "company_of_article",
    };
    Company {
        value: Value {
            text,
            span: m.span,
            rule,
        },
        source,
        at,
    }
}

/// O R P; in O R P、R Q the organisation holds for Q too.
fn premodifier(scene: &Scene, at: At, draft: &Draft) -> Option<At> {
    let own = |at: At| {
        let row = scene.entities.row(at.0);
        let held = post::before(row, at.1);
        let orgs = held
            .posts
            .iter()
            .filter(|p| !is_of_unit(scene, row, p))
            .filter_map(|p| p.employer())
            .chain(held.org);
        let newspaper = held.start.checked_sub(1).filter(|&k| {
            row[k].label == Label::Media && !held.posts.is_empty() && !is_source(row, k)
        });
        orgs.filter(|&o| row[o].is_org() || row[o].label == Label::Place)
            .chain(newspaper)
            .map(|o| (at.0, o))
            .next()
    };
    kin(scene, &draft.people, at).into_iter().find_map(own)
}

/// O R P、某处的Q、S: the person at `at` and those in front that share a house and posts, nearest first: S and Q, as Q has
/// a clause of their own.
pub(super) fn kin(scene: &Scene, people: &[At], at: At) -> Vec<At> {
    let own_clause = |p: &At| {
        let before = p.1.checked_sub(1).map(|b| &scene.entities.row(p.0)[b]);
        let collective = Label::Title(TitlePart::Collective);
        before.is_some_and(|m| m.has(Cue::Of) || m.label == collective)
    };
    let mut shared = Vec::new();
    for p in people.iter().rev().skip_while(|p| **p != at) {
        shared.push(*p);
        if own_clause(p) {
            break;
        }
    }
    shared
}

/// O宣布，电影集团R P离职; O解雇旗下出版社R P: the firm that a house belongs to whose name only tells its trade.
fn owner(scene: &Scene, row: &[Mention], house: usize) -> Option<usize> {
    let post = row[house + 1..].iter().find(|m| !m.has(Cue::Former));
    post.filter(|m| m.is_title())?;
    let within = house > 0 && row[house - 1].has(Cue::Of) && row[house - 1].has(Cue::OrgContext);
    let tells = |k: usize| announces(row, k) || within;
    let mut firms = (0..house).rev().filter(|&k| is_firm(scene, row, k));
    firms
        .find(|&k| tells(k))
        .filter(|_| is_trade(scene, &row[house], within))
}

/// 电影集团, 儿童出版社: an unlisted name that is an ending with nothing but common words in front of it; 旗下电子商务有限公司: a
/// firm only where the text says that it belongs to another one.
fn is_trade(scene: &Scene, m: &Mention, within: bool) -> bool {
    let words = |own: &str| {
        let common = |tag: &str| tag.starts_with(['n', 'v', 'b', 'a']) && !tag.starts_with("ns");
        scene.dict.segmenter.cut(own).iter().all(|t| {
            let word = &own[t.start..t.end];
            word.chars().count() > 1 && common(t.tag) && scene.dict.segmenter.knows(word)
        })
    };
    let own = scene.dict.ending(&m.text).map(|(at, _)| &m.text[..at]);
    // 电子商务有限公司 is a firm.
    let firm = scene.dict.ends_in(&m.text, Cue::Named);
    let unlisted = m.label == Label::Org(None) && (within || !firm);
    unlisted && own.is_some_and(|own| !own.is_empty() && words(own))
}

/// O近期动荡。其CTO P离职: whose the pronoun in front of the posts is: the subject of the sentence, or of the one before.
fn possessor(scene: &Scene, at: At, draft: &Draft) -> Option<At> {
    let row = scene.entities.row(at.0);
    let people = draft.people.iter().rev().skip_while(|p| **p != at);
    let mut owners = people.filter(|p| p.0 == at.0).filter_map(|p| {
        let held = post::before(row, p.1);
        let pronoun = held.start.checked_sub(1)?;
        let owns = row[pronoun].has(Cue::Pronoun) && row[pronoun].has(Cue::Filler);
        (owns && !held.posts.is_empty()).then_some(pronoun)
    });
    let pronoun = owners.next()?;
    let owner = |s: usize, end: usize| {
        let row = scene.entities.row(s);
        let subject = taking::subject(row, 0, end).filter(|&k| row[k].is_org());
        // O表示，其CTO P离职
        let speaker = || {
            (0..end).find(|&k| row[k].is_org() && row.get(k + 1).is_some_and(|m| m.has(Cue::Say)))
        };
        subject.or_else(speaker).map(|k| (s, k))
    };
    let sentences = scene.entities.sentences();
    let before = at.0.checked_sub(1);
    let before = before.filter(|&s| sentences[s].block == sentences[at.0].block);
    owner(at.0, pronoun).or_else(|| owner(before?, scene.entities.row(before?).len()))
}

/// O召开董事会。P辞去公司总裁; O高层变动。该行行长P请辞: the firm that 公司 in the posts stands for: whoever announces
/// or does something in this sentence or one before it in the paragraph.
fn referent(scene: &Scene, s: usize, draft: &Draft, at: At) -> Option<At> {
    let pronoun = pronoun_of(scene, s, draft, at)?;
    let sentences = scene.entities.sentences();
    let row = scene.entities.row(pronoun.0);
    let mut here = (0..pronoun.1)
        .rev()
        .filter(|&k| is_firm(scene, row, k))
        .peekable();
    // O公告称，公司收到…; O公告称，N董事会收到…
    if let Some(&nearest) = here.peek() {
        let board = row[nearest + 1].has(Cue::OrgContext);
        let firm = here.find(|&k| board || announces(row, k));
        return firm.map(|k| (pronoun.0, k));
    }
    let near = sentences[..pronoun.0].iter().rev().take(3);
    let near = near
        .take_while(|other| other.block == sentences[pronoun.0].block)
        .count();
    let mut before = (pronoun.0 - near..pronoun.0).rev();
    before.find_map(|s| {
        let row = scene.entities.row(s);
        let acts = |k: usize| announces(row, k) || opens(row, k) && !reported(row, k);
        let mut firms = (0..row.len()).rev();
        firms
            .find(|&k| is_firm(scene, row, k) && acts(k))
            .map(|k| (s, k))
    })
}

/// 3月4日，O…: nothing but a date or a place stands before the name.
fn opens(row: &[Mention], k: usize) -> bool {
    row[..k].iter().all(|m| {
        matches!(m.label, Label::Date(_) | Label::Punct | Label::Place)
            || m.cues.any(&[Cue::Filler, Cue::Adverb])
    })
}

/// O财经讯: the name of whoever reports.
fn reported(row: &[Mention], k: usize) -> bool {
    let behind = row[k + 1..].iter().take(6);
    let mut clause = behind.take_while(|m| !m.is_punct(&['，', '。', '：']));
    clause.any(|m| m.has(Cue::Dateline))
}

/// 公司 in front of a post that is lost: in the frame's posts, else in those before the person.
fn pronoun_of(scene: &Scene, s: usize, draft: &Draft, at: At) -> Option<At> {
    let first = |s: usize, posts: &[Post]| {
        let row = scene.entities.row(s);
        let mut employers = posts.iter().filter_map(Post::employer);
        let pronoun = employers.find(|&o| !row[o].is_org() && row[o].has(Cue::OrgPronoun));
        pronoun.map(|o| (s, o))
    };
    first(s, &draft.posts)
        .or_else(|| first(at.0, &post::before(scene.entities.row(at.0), at.1).posts))
}

/// O公告称, O（600000）公告, O：…
fn announces(row: &[Mention], k: usize) -> bool {
    let mut behind = row[k + 1..].iter();
    if row.get(k + 1).is_some_and(|m| m.is_punct(&['（'])) {
        behind.find(|m| m.is_punct(&['）']));
    }
    let next = behind.find(|m| !matches!(m.label, Label::Date(_)) && !m.has(Cue::Filler));
    next.is_some_and(|m| m.has(Cue::Announce) || m.is_punct(&['：']))
}

/// Whether an organisation can be the firm that a notice or 公司 speaks of: no source, no destination, nobody's
/// predecessor or successor's house, no shareholder, nobody who asks for a decision, no authority.
fn is_firm(scene: &Scene, row: &[Mention], k: usize) -> bool {
    row[k].is_org()
        && !is_source(row, k)
        && !is_destination(row, k)
        && !is_outside(row, k)
        && !is_authority(scene, &row[k])
        && !succeeds(row, k)
}

/// 由O的R P接任, 接替者是来自O的P: the house of a successor.
fn succeeds(row: &[Mention], k: usize) -> bool {
    k > 0 && row[k - 1].cues.any(&[Cue::By, Cue::Origin])
}

/// 股东O, O提请罢免P: an organisation that has a say in the firm without being it.
pub(super) fn is_outside(row: &[Mention], k: usize) -> bool {
    let place = usize::from(k > 0 && row[k - 1].label == Label::Place);
    let holder = (k - place)
        .checked_sub(1)
        .is_some_and(|b| row[b].has(Cue::Owner));
    let proposes = row.get(k + 1).is_some_and(|m| m.has(Cue::Proposes));
    holder || proposes
}

/// 证监会, 临江市国资委: a government or regulator of the dictionary, or the same of a place.
pub(super) fn is_authority(scene: &Scene, m: &Mention) -> bool {
    let public = [OrgKind::Government, OrgKind::Regulator];
    let id = match m.label {
        Label::Org(Some(id)) => Some(id),
        Label::Org(None) => {
            let mut ends = m.text.char_indices().map(|(at, _)| &m.text[at..]);
            ends.find_map(|end| scene.dict.terms.get(end)?.org)
        }
        _ => None,
    };
    id.is_some_and(|id| public.contains(&scene.entities.kind(id)))
}

/// P的突然离职，指向O的问题: the only organisation of the sentence, wherever it stands.
fn only_one(scene: &Scene, s: usize) -> Option<At> {
    let row = scene.entities.row(s);
    let named = |&k: &usize| row[k].is_org() && !is_source(row, k) && !succeeds(row, k);
    let mut orgs = (0..row.len()).filter(named);
    let first = orgs.next()?;
    let name = scene.entities.org((s, first));
    let same = orgs.all(|k| scene.entities.org((s, k)) == name);
    (same && !is_destination(row, first)).then_some((s, first))
}

/// O宣布…, 在O工作: the nearest organisation before the trigger that is no source and no destination.
fn in_sentence(scene: &Scene, s: usize, t: usize, draft: &Draft, at: At) -> Option<At> {
    let row = scene.entities.row(s);
    let until = if at.0 == s && at.1 > t { at.1 } else { t };
    let usable = |k: &usize| {
        let k = *k;
        row[k].is_org()
            && !is_source(row, k)
            && !is_destination(row, k)
            && !is_bracketed(row, k)
            && !is_outside(row, k)
            && !belongs_to_other(row, k, at.1, at.0 == s)
            && Some((s, k)) != draft.destination
    };
    let person = if at.0 == s { at.1 } else { t };
    let before = (0..person).rev().find(usable);
    let between = (person.min(until)..until).find(usable);
    let behind = (t..row.len())
        .take_while(|&k| !row[k].is_punct(&['，', '；']))
        .find(usable);
    // 甲公司总裁张三和副总裁李四: the organisation of somebody named before; but 原甲公司总裁张三到任，李四 …
    let colleague = (0..person).rev().find(|&k| {
        let other = is_source(row, k) || is_destination(row, k) || is_bracketed(row, k);
        let clause_between = row[k..person].iter().any(|m| m.is_punct(&['，']));
        let left = clause_between && k > 0 && row[k - 1].has(Cue::Former);
        row[k].is_org() && !other && !left && !succeeds(row, k)
    });
    before.or(between).or(behind).or(colleague).map(|k| (s, k))
}

/// 摩纳哥宣布，体育总监P辞职: the place that announces it is the team or country whose office it is.
fn team(scene: &Scene, s: usize, draft: &Draft, at: At) -> Option<At> {
    let row = scene.entities.row(s);
    let held = post::before(scene.entities.row(at.0), at.1).posts;
    let office = |s: usize, p: &Post| scene.entities.row(s)[p.title].has(Cue::HeadsPlace);
    let of_place = held.iter().any(|p| office(at.0, p)) || draft.posts.iter().any(|p| office(s, p));
    let place = |&k: &usize| row[k].label == Label::Place && announces(row, k);
    (0..row.len())
        .find(place)
        .filter(|_| of_place)
        .map(|k| (s, k))
}

/// O分析师Q表示，P离职: the organisation at `k` is that of somebody who speaks about others.
fn is_of_outsider(row: &[Mention], k: usize) -> bool {
    let Some(p) = (k + 1..row.len().min(k + 8)).find(|&p| row[p].is_person()) else {
        return false;
    };
    let held = post::before(row, p);
    let outside = |post: &Post| row[post.title].has(Cue::Outsider);
    let says = row[p + 1..].iter().take(4).any(|m| m.has(Cue::Say));
    says && held.start <= k && held.posts.iter().any(outside)
}

/// O记者Q消息，…: the organisation at `k` is that of whoever reports.
pub(super) fn is_of_reporter(row: &[Mention], k: usize) -> bool {
    let reporter = row.get(k + 1).is_some_and(|m| m.has(Cue::Byline));
    let named = row.get(k + 2).is_some_and(Mention::is_person);
    let tells = |m: &Mention| m.cues.any(&[Cue::Dateline, Cue::Say]);
    reporter && named && row.get(k + 3).is_some_and(tells)
}

/// 从O离职.
fn from_cue(scene: &Scene, s: usize, t: usize, at: At) -> Option<At> {
    let row = scene.entities.row(s);
    let until = if at.0 == s && at.1 > t { at.1 } else { t };
    // 从O请来的P: where the person was before.
    let person = until.min(at.1);
    let relative = at.0 == s && person < t && person > 0 && row[person - 1].has(Cue::Of);
    let earlier =
        |k: usize| relative && k < person && row[k..person].iter().all(|m| m.label != Label::Punct);
    let found = (1..until).rev().find(|&k| {
        let from = row[k].is_org() && row[k - 1].has(Cue::From);
        from && !ends_elsewhere(row, k, until) && !earlier(k)
    });
    found.map(|k| (s, k))
}

/// O发生工商变更，X创始人P卸任法定代表人: the firm whose entry in the register changes, in this sentence or the one before it,
/// where the post lost is told without a house.
fn registered(scene: &Scene, s: usize, t: usize, draft: &Draft) -> Option<At> {
    let told = !draft.posts.is_empty() || draft.counted;
    let housed = draft.posts.iter().any(|p| p.employer().is_some());
    let changed = |s: usize, end: usize| {
        let row = scene.entities.row(s);
        let mark = (1..end).rev().find(|&k| row[k].has(Cue::Registry))?;
        let clause = (0..mark).rev().take_while(|&k| !row[k].is_punct(&['，']));
        let mut firms = clause.filter(|&k| row[k].is_org() && !is_source(row, k));
        firms.next().map(|k| (s, k))
    };
    let sentences = scene.entities.sentences();
    let before = s
        .checked_sub(1)
        .filter(|&b| sentences[b].block == sentences[s].block);
    let earlier = || before.and_then(|b| changed(b, scene.entities.row(b).len()));
    // O的R P辞去R职务 in the next sentence is of that house.
    let row = scene.entities.row(s);
    let lost = |title: usize| {
        let same = |p: &crate::post::Post| row[p.title].text == row[title].text;
        draft.posts.iter().any(same)
    };
    let housed_before = (1..t).any(|k| row[k].is_title() && row[k - 1].is_org() && lost(k));
    let earlier = || earlier().filter(|_| !housed_before);
    changed(s, t).or_else(earlier).filter(|_| told && !housed)
}

/// O公告，X的R P已退出公司董事会: whoever reports that somebody of another house leaves 公司's board speaks of its own.
fn board_of_informant(scene: &Scene, s: usize, t: usize, at: At) -> Option<At> {
    let row = scene.entities.row(s);
    let left = row[t].trigger.is_some_and(|g| g.frame == Frame::Employer);
    let firm = (t + 1..row.len()).find(|&k| !row[k].has(Cue::Filler))?;
    let board = row.get(firm + 1).is_some_and(|m| m.has(Cue::OrgContext));
    let person = Some(at.1).filter(|&p| at.0 == s && p < t)?;
    let own = post::before(row, person).employer()?;
    if !left || !row[firm].has(Cue::OrgPronoun) || !board || !row[own].is_org() {
        return None;
    }
    let tells = |m: &Mention| m.cues.any(&[Cue::Announce, Cue::Source, Cue::Dateline]);
    let informs = |k: usize| {
        let mut clause = row[k + 1..own].iter().take_while(|m| !m.is_punct(&['，']));
        clause.any(tells)
    };
    let informant = (0..own).find(|&k| row[k].is_org() && informs(k))?;
    Some((s, informant))
}

/// 从O转投: fine; but 从O毕业 in front of another organisation is a different story.
fn ends_elsewhere(row: &[Mention], k: usize, until: usize) -> bool {
    row[k..until].iter().any(|m| m.is_punct(&['。', '；']))
}

/// 据O报道, O记者, O系高管, O时期的旧部: named, but not left.
pub(super) fn is_source(row: &[Mention], k: usize) -> bool {
    let named = row[..k]
        .iter()
        .rev()
        .take(5)
        .take_while(|m| m.label != Label::Punct)
        .any(|m| m.has(Cue::Source));
    // 毕业于英国O
    let place = usize::from(k > 0 && row[k - 1].label == Label::Place);
    let studied = (k - place)
        .checked_sub(1)
        .is_some_and(|b| row[b].has(Cue::Biography) && !row[b].has(Cue::Hold));
    named
        || studied
        || row[k].has(Cue::Platform)
        || row.get(k + 1).is_some_and(|m| m.has(Cue::Period))
        || is_of_outsider(row, k)
        || is_of_reporter(row, k)
        || post::is_of_origin(row, k)
        || row
            .get(k + 1)
            .is_some_and(|m| m.has(Cue::Say) && !m.has(Cue::Announce))
}

/// 加盟O, 创办的O: a destination verb stands before it in its clause.
fn is_destination(row: &[Mention], k: usize) -> bool {
    // 目前在O任职
    let at = row.get(k + 1).is_some_and(|m| m.has(Cue::Works)) && k > 1 && row[k - 1].has(Cue::At);
    if at && row[k - 2].has(Cue::Now) {
        return true;
    }
    let clause = row[..k].iter().rev().take(10).take_while(|m| {
        !m.is_punct(&['，', '。', '；', '：', '、'])
            && m.trigger.is_none_or(|t| t.frame == Frame::Destination)
    });
    clause.into_iter().any(|m| {
        m.join.is_some_and(|j| {
            matches!(
                j.frame,
                JoinFrame::Org | JoinFrame::Next | JoinFrame::Found | JoinFrame::Post
            )
        })
    })
}

/// 2020年加入O，担任R，上周离职: whether somebody has been at the organisation at `k` since some year, and leaves on
/// another day.
fn was_there(row: &[Mention], k: usize, t: usize) -> bool {
    let clause = row[..k].iter().rev().take(8);
    let clause = clause.take_while(|m| m.label != Label::Punct && !m.is_person());
    let ahead = clause.clone().any(|m| m.has(Cue::Future));
    let since = |m: &Mention| matches!(m.label, Label::Date(date) if date.has_year());
    let then = |m: &Mention| matches!(m.label, Label::Date(_));
    let apart = row[k..t].iter().any(|m| m.is_punct(&['，']));
    !ahead && apart && clause.into_iter().any(since) && row[k..t].iter().any(then)
}

/// 解雇来自O的R P, 解雇从O引进的R P, 裁掉NBA老将P: whether the organisation at `k` only tells where the person behind it comes
/// from or plays.
pub(super) fn is_background(row: &[Mention], k: usize) -> bool {
    let before = k.checked_sub(1).map(|b| &row[b]);
    let from = [Cue::Origin, Cue::From, Cue::Biography];
    let from = before.is_some_and(|m| m.cues.any(&from));
    let clause = row[k + 1..].iter().take(4);
    let mut clause = clause.take_while(|m| m.label != Label::Punct && !m.is_title());
    from && clause.any(|m| m.has(Cue::Of)) || row[k].has(Cue::Platform)
}

/// P（O）; but 【O】 in front of an item is its label.
fn is_bracketed(row: &[Mention], k: usize) -> bool {
    let open = row[..k].iter().rposition(|m| m.is_punct(&['（', '）']));
    let number = |m: &Mention| m.label == Label::Punct || m.tag == "m";
    let labels = |o: usize| {
        row[..o].iter().all(number)
            && o + 1 == k
            && row.get(k + 1).is_some_and(|m| m.is_punct(&['）']))
    };
    open.is_some_and(|o| row[o].is_punct(&['（']) && !labels(o))
}

/// The organisation introduces another person: 甲公司总裁李四.
fn belongs_to_other(row: &[Mention], k: usize, person: usize, same_row: bool) -> bool {
    (k + 1..row.len().min(k + 8))
        .filter(|&p| row[p].is_person() && !(same_row && p == person))
        .any(|p| {
            let held = post::before(row, p);
            held.start <= k
                && k < p
                && (held.org == Some(k)
                    || held
                        .posts
                        .iter()
                        .any(|post| post.org == Some(k) || post.outer == Some(k)))
        })
}

/// The employer with which the article introduces the person, nearest first; 原/前 counts only where nothing else is.
fn profile(scene: &Scene, s: usize, name: &str) -> Option<At> {
    let profiles = scene.entities.profile(name);
    let with_org = profiles.iter().filter_map(|p| {
        let o = p.post.employer()?;
        scene.entities.row(p.at.0)[o]
            .is_org()
            .then_some((p, (p.at.0, o)))
    });
    with_org
        .min_by_key(|(p, at)| (p.former, p.at.0.abs_diff(s), at.0))
        .map(|(_, at)| at)
}

/// P2017年加入O, 在O工作: where the passage says that the person has worked.
fn worked(scene: &Scene, s: usize, name: &str) -> Option<At> {
    let sentences = scene.entities.sentences();
    let near = |k: &usize| {
        sentences[*k].heading == sentences[s].heading
            && sentences[s].block - sentences[*k].block <= 1
    };
    (s.saturating_sub(4)..=s).rev().filter(near).find_map(|k| {
        let row = scene.entities.row(k);
        let p = (0..row.len())
            .find(|&p| row[p].is_person() && scene.entities.person(&row[p].text) == name)?;
        let orgs = (p + 1..row.len()).filter(|&o| row[o].is_org());
        let mut worked = orgs.filter(|&o| {
            let joined = o - p <= 6
                && row[p..o].iter().any(|m| matches!(m.label, Label::Date(_)))
                && row[o - 1].join.is_some_and(|j| j.frame == JoinFrame::Org);
            let at = row[o - 1].has(Cue::At) && row.get(o + 1).is_some_and(|m| m.has(Cue::Works));
            joined || at
        });
        worked.next().map(|o| (k, o))
    })
}

fn heading(scene: &Scene, s: usize) -> Option<At> {
    let h = scene.entities.sentences()[s].heading?;
    let row = scene.entities.row(h);
    (0..row.len())
        .find(|&k| row[k].is_org() && !is_destination(row, k) && !is_source(row, k))
        .map(|k| (h, k))
}

/// The first organisation of the paragraph: …公告.
fn paragraph(scene: &Scene, s: usize) -> Option<At> {
    let sentences = scene.entities.sentences();
    let block = sentences[s].block;
    let first = (0..=s)
        .rev()
        .take_while(|&k| sentences[k].block == block)
        .last()?;
    let org = |k: usize, wanted: &dyn Fn(&[Mention], usize) -> bool| {
        let row = scene.entities.row(k);
        (0..row.len())
            .find(|&o| {
                row[o].is_org() && !is_source(row, o) && !is_destination(row, o) && wanted(row, o)
            })
            .map(|o| (k, o))
    };
    let announces = |row: &[Mention], o: usize| {
        row.get(o + 1)
            .is_some_and(|m| m.has(Cue::Announce) || m.is_punct(&['：', '（']))
    };
    // An article in one paragraph: what it begins with is far.
    let near = first.max(s.saturating_sub(NEAR));
    let announced = (near..s).rev().find_map(|k| org(k, &announces));
    let of_passage = || (near > first).then(|| most_named(scene, near, s)).flatten();
    let named = || (first..s).find_map(|k| org(k, &|_, _| true));
    announced.or_else(of_passage).or_else(named)
}

/// The organisation that the sentences from `first` to `s` name most often.
fn most_named(scene: &Scene, first: usize, s: usize) -> Option<At> {
    let rows = (first..s).map(|k| (k, scene.entities.row(k)));
    let orgs = rows.flat_map(|(k, row)| {
        let named = |&o: &usize| row[o].is_org() && !is_source(row, o) && !is_destination(row, o);
        (0..row.len()).filter(named).map(move |o| (k, o))
    });
    let mut counts: BTreeMap<String, (usize, At)> = BTreeMap::new();
    for at in orgs {
        let count = counts.entry(scene.entities.org(at)).or_insert((0, at));
        *count = (count.0 + 1, at);
    }
    counts.into_values().max().map(|(_, at)| at)
}

/// The rule of a post that stands before somebody named before the person.
pub(crate) const SHARED_POST: &str = "post_shared";

/// 现任O的R: whether the word in front of a post says that it is held now.
pub(super) fn is_current(row: &[Mention], p: &Post) -> bool {
    let start = p.employer().unwrap_or(p.title);
    let before = start.checked_sub(1).map(|b| &row[b]);
    before.is_some_and(|m| m.has(Cue::Current))
}

/// The posts lost: those of the frame, else those before the person, else those of the person elsewhere.
pub(super) fn roles(
    scene: &Scene,
    s: usize,
    t: usize,
    draft: &Draft,
    n: usize,
    at: At,
    company: Option<&Company>,
) -> Vec<Value> {
    // 元老, 成员: what only praises, or names no group, is no post.
    let office = |row: usize, p: &Post| {
        let title = &scene.entities.row(row)[p.title];
        !scene.dict.is_no_post(&title.text)
    };
    // 甲公司副总裁、现任乙公司总裁P: the post that the person has now.
    let now = |s: usize, p: &Post| {
        let row = scene.entities.row(s);
        let house = p.employer().filter(|&o| row[o].is_org());
        let other = house.zip(company).is_some_and(|(o, c)| {
            let house = scene.entities.org((s, o));
            !scene.entities.related(&c.value.text, &house)
        });
        other && is_current(row, p)
    };
    let own = |row: usize, posts: &[Post]| {
        posts
            .iter()
            .filter(|p| office(row, p) && !(posts.len() > 1 && now(row, p)))
            .map(|p| role(scene, row, *p, company))
            .collect::<Vec<_>>()
    };
    if !draft.posts.is_empty() {
        let posts = if draft.pairwise {
            &draft.posts[n.min(draft.posts.len() - 1)..][..1]
        } else {
            draft.posts.as_slice()
        };
        let also = match adds_to_held(scene.entities.row(s), t) {
            true => post::before(scene.entities.row(at.0), at.1).posts,
            false => lost_too(scene, s, draft, at, posts),
        };
        return own(s, posts).into_iter().chain(own(at.0, &also)).collect();
    }
    let row = scene.entities.row(at.0);
    let held = if draft.ignore_premodifier {
        Vec::new()
    } else {
        post::before(row, at.1).posts
    };
    // 老帅P挂印而去，O董事长之位空缺: the post is named behind.
    let vacant = vacated(scene.entities.row(s), t);
    let informal = |p: &Post| row[p.title].label == Label::Title(TitlePart::Informal);
    if !vacant.is_empty() && held.iter().all(informal) {
        return own(s, &vacant);
    }
    // 甲公司总裁P曾离开乙公司: the post in front is another employer's.
    let elsewhere = |p: &Post| {
        p.employer().filter(|&o| row[o].is_org()).is_some_and(|o| {
            company.is_some_and(|c| {
                c.source == Source::Frame
                    && !scene
                        .entities
                        .related(&c.value.text, &scene.entities.org((at.0, o)))
            })
        })
    };
    let here = scene.entities.row(s);
    let clause = here[..t].iter().rev();
    let mut clause = clause.take_while(|m| m.label != Label::Punct);
    // 前乙公司总裁P被调离甲公司
    let held_before = post::before(row, at.1).former;
    let once = held_before || clause.any(|m| m.has(Cue::History));
    if once && !held.is_empty() && held.iter().all(elsewhere) {
        return Vec::new();
    }
    let before_that = company.map_or(Vec::new(), |c| held_before_joining(scene, s, t, at, c));
    if !before_that.is_empty() {
        return own(s, &before_that);
    }
    if !held.is_empty() {
        return own(at.0, &held);
    }
    if let Some((there, post)) = former::held(scene, at) {
        return own(there, &[post]);
    }
    // 副总裁张三、李四: the post holds for those who follow, but not over a clause (副总裁张三，以及负责运营的李四).
    // Nor for 其副手李四.
    let shared = kin(scene, &draft.people[..=n], at)
        .into_iter()
        .map(|p| (p.0, post::before(scene.entities.row(p.0), p.1).posts))
        .find(|(_, posts)| !posts.is_empty());
    if let Some((shared_row, posts)) = shared.filter(|_| !draft.ignore_premodifier) {
        let also = own(at.0, &profile::bracketed(row, at.1));
        let shared = own(shared_row, &posts).into_iter().map(|role| Value {
            rule: SHARED_POST,
            ..role
        });
        return shared.chain(also).collect();
    }
    let here = scene.entities.row(s);
    let told = frame::before_leaving(here, t).map_or(Vec::new(), |listed| listed.posts);
    if !told.is_empty() {
        return own(s, &told);
    }
    // 此前任R，已卸任该职: the post that the sentence has stated before.
    let hold = (draft.from..t)
        .rev()
        .find(|&k| states_lost_post(here, t, k));
    hold.map_or(Vec::new(), |k| own(s, &post::after(here, k).posts))
}

/// R P此前是O的Q，1月离职加入D: the post at the house left, where the one in front of the person is another's.
fn held_before_joining(scene: &Scene, s: usize, t: usize, at: At, company: &Company) -> Vec<Post> {
    let row = scene.entities.row(s);
    let goes = row[t + 1..].iter().take(3).any(|m| m.join.is_some());
    if at.0 != s || at.1 > t || !goes {
        return Vec::new();
    }
    let past = (at.1 + 1..t).find(|&k| row[k].has(Cue::History));
    let hold = past.and_then(|h| (h..t.min(h + 3)).find(|&k| row[k].has(Cue::Hold)));
    let posts = hold.map_or(Vec::new(), |k| post::after(row, k).posts);
    let there = |o: usize| {
        row[o].is_org()
            && scene
                .entities
                .related(&company.value.text, &scene.entities.org((s, o)))
    };
    let now = post::before(row, at.1).posts;
    let stays = now.iter().filter_map(Post::employer).any(there);
    match posts.first().and_then(Post::employer).is_some_and(there) && !stays {
        true => posts,
        false => Vec::new(),
    }
}

/// R P辞任该职及审核委员会主席: the posts in front of the person are lost, too.
fn adds_to_held(row: &[Mention], t: usize) -> bool {
    let joins = |m: &Mention| m.has(Cue::Coord) || m.is_punct(&['、']);
    row.get(t + 1).is_some_and(|m| m.has(Cue::AnyPost)) && row.get(t + 2).is_some_and(joins)
}

/// 董事长P辞去董事职务, 包括董事长P在内的14名董事辞职: the chair in front of the person that goes with the seat.
fn lost_too(scene: &Scene, s: usize, draft: &Draft, at: At, given: &[Post]) -> Vec<Post> {
    let row = scene.entities.row(at.0);
    let held = post::before(row, at.1);
    // 原董事长P等14名原董事 have been it until now.
    let past = held.former && !draft.counted;
    let titles = scene.entities.row(s);
    let goes = |p: &Post| {
        let chair = &row[p.title];
        let mut seats = given.iter().map(|g| titles[g.title].text.as_str());
        let taken = |seat| chair.text.contains(scene.dict.canonical_title(seat));
        !past && chair.has(Cue::Chair) && seats.any(taken)
    };
    held.posts.into_iter().filter(goes).collect()
}

/// R之位至今空缺, 补选新任R后生效: the posts that a clause behind the trigger says to be empty or to be filled.
fn vacated(row: &[Mention], t: usize) -> Vec<Post> {
    let clause = |k: usize| {
        row[k..]
            .iter()
            .take(4)
            .take_while(|m| m.label != Label::Punct)
    };
    let is_empty = |k: usize| clause(k).any(|m| m.has(Cue::Vacant));
    let is_filled = |k: usize| {
        let elected = row[..k].iter().rev().take(2).any(|m| m.has(Cue::Appoint));
        elected && clause(k + 1).any(|m| m.has(Cue::Pending))
    };
    let listed = |k: usize| row[k].is_title() && (is_empty(k) || is_filled(k));
    let title = (t + 1..row.len()).find(|&k| listed(k));
    title.map(Post::bare).into_iter().collect()
}

/// 卸任该职 behind 任R: whether the verb at `k` states the post that the trigger at `t` points back to.
fn states_lost_post(row: &[Mention], t: usize, k: usize) -> bool {
    row.get(t + 1).is_some_and(|m| m.has(Cue::AnyPost)) && row[k].has(Cue::Hold)
}

/// 混元实验室负责人: the title needs a unit in front of it, and no list has that one.
fn is_of_unit(scene: &Scene, row: &[Mention], post: &Post) -> bool {
    let unlisted = post.org.is_some_and(|o| is_unlisted_unit(scene, &row[o]));
    row[post.title].has(Cue::HeadsUnit) && post.outer.is_none() && unlisted
}

/// 混元实验室, 战略委员会: an organisation that no list has, whose name ends like that of a unit.
pub(super) fn is_unlisted_unit(scene: &Scene, m: &Mention) -> bool {
    let ending = scene.dict.ending(&m.text).map(|(at, _)| &m.text[at..]);
    let term = ending.and_then(|e| scene.dict.terms.get(e));
    m.label == Label::Org(None) && term.is_some_and(|t| t.title == Some(TitlePart::Unit))
}

/// A post as text: without the employer's name, with the name of a unit of it.
fn role(scene: &Scene, s: usize, post: Post, company: Option<&Company>) -> Value {
    let row = scene.entities.row(s);
    let title = &row[post.title];
    let unit = post.org.map(|o| (o, &row[o])).filter(|(o, m)| {
        let inside = company.is_some_and(|c| {
            c.value.text != scene.entities.org((s, *o))
                && (c.at != (s, *o) || scene.entities.parent(m).is_some())
        });
        let unit = inside || company.is_none() && is_of_unit(scene, row, &post);
        let own = |c: &Company| {
            let house = scene.entities.org((s, *o));
            scene.entities.related(&c.value.text, &house)
        };
        m.is_org() && unit && (!is_background(row, *o) || company.is_none_or(own))
    });
    match unit {
        Some((_, m)) => Value {
            text: format!("{}{}", m.text, title.text),
            span: m.span.to(title.span),
            rule: "post",
        },
        None => Value {
            text: scene.dict.unpraised(&title.text).to_string(),
            span: title.span,
            rule: "post",
        },
    }
}
