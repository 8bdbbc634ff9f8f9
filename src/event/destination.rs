//! Where to: the organisation or activity that follows the departure.

use super::company::Company;
use super::{Draft, Scene, Value};
use crate::dict::term::{Cue, Join, JoinFrame};
use crate::entity::At;
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::DestinationKind;

/// What was found.
#[derive(Default)]
pub(super) struct Going {
    pub place: Option<Value>,
    pub role: Option<Value>,
    pub kind: DestinationKind,
}

/// A text destination is at most this long, in characters.
const MAX_CHARS: usize = 24;

pub(super) fn find(
    scene: &Scene,
    s: usize,
    draft: &Draft,
    person: At,
    company: Option<&Company>,
) -> Going {
    let row = scene.entities.row(s);
    if draft.destination.is_some() || draft.destination_role.is_some() {
        // A post in the same house is no other place.
        let same =
            |p: &Value| company.is_some_and(|c| scene.entities.related(&p.text, &c.value.text));
        let place = draft
            .destination
            .map(|d| org(scene, (s, d)))
            .filter(|p| !same(p));
        let named = draft
            .destination_role
            .map(|r| scene.value((s, r), "destination_role"));
        let role = named.or_else(|| draft.destination.and_then(|d| role_after(scene, s, d)));
        let kind = place.as_ref().map_or(DestinationKind::Internal, |_| {
            kind_of(scene, row, draft.destination, DestinationKind::Company)
        });
        return Going { place, role, kind };
    }
    if let Some(going) = scan(scene, s, draft.destination_from, person, company) {
        return going;
    }
    // The next sentences of the paragraph may go on about the same person.
    let sentences = scene.entities.sentences();
    for next in s + 1..sentences.len().min(s + 3) {
        if sentences[next].block != sentences[s].block || !continues(scene, next, person) {
            break;
        }
        if let Some(going) = scan(scene, next, 0, person, company) {
            return going;
        }
    }
    told_later(scene, s, person, company).unwrap_or_default()
}

/// Another sentence of the section may say where the person goes: P加盟D.
fn told_later(scene: &Scene, s: usize, person: At, company: Option<&Company>) -> Option<Going> {
    let sentences = scene.entities.sentences();
    let name = scene.entities.person_at(person);
    let home = sentences[s]
        .heading
        .or(sentences[s].is_heading.then_some(s));
    let in_section = |k: &usize| {
        (sentences[*k].heading == home || Some(*k) == home)
            && sentences[*k].block.abs_diff(sentences[s].block) <= 3
    };
    let others = (s + 1..sentences.len().min(s + 12))
        .chain((s.saturating_sub(4)..s).rev())
        .filter(in_section);
    others.into_iter().find_map(|k| {
        let row = scene.entities.row(k);
        let p = (0..row.len())
            .find(|&p| row[p].is_person() && scene.entities.person(&row[p].text) == name)?;
        let j = (p + 1..row.len().min(p + 7))
            .take_while(|&j| !row[j].is_punct(&['，', '。', '；']) && row[j].trigger.is_none())
            .find(|&j| row[j].join.is_some())?;
        let dated = row[..j]
            .iter()
            .any(|m| matches!(m.label, Label::Date(d) if d.has_year()));
        if dated && k < s || is_background(row, j) || row[p + 1..j].iter().any(|m| m.has(Cue::Of)) {
            return None;
        }
        read(scene, k, j, row[j].join?, company)
    })
}

/// Whether a sentence speaks of the same person after leaving: 离职后, 此后, 他将….
fn continues(scene: &Scene, s: usize, person: At) -> bool {
    let row = scene.entities.row(s);
    let name = scene.entities.person_at(person);
    let others = row
        .iter()
        .any(|m| m.is_person() && scene.entities.person(&m.text) != name);
    let past = row.iter().take(6).any(|m| {
        m.cues.any(&[Cue::History, Cue::Biography])
            || matches!(m.label, Label::Date(d) if d.has_year())
    });
    let after = row.iter().take(8).any(|m| {
        m.cues
            .any(&[Cue::After, Cue::Pronoun, Cue::Hedge, Cue::Future])
    }) || row.iter().take(6).any(Mention::is_person);
    after && !others && !past
}

/// The first destination word from `from` on that belongs to the person.
fn scan(
    scene: &Scene,
    s: usize,
    from: usize,
    person: At,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let name = scene.entities.person_at(person);
    for j in from.min(row.len())..row.len() {
        let m = &row[j];
        let other = m.is_person()
            && scene.entities.person(&m.text) != name
            && (s != person.0 || j > person.1);
        if m.is_punct(&['。', '；'])
            || other && !coordinated(row, j)
            || m.has(Cue::By)
            || m.has(Cue::Appoint)
        {
            return None;
        }
        let Some(join) = m.join else { continue };
        if is_background(row, j) || names_firm(row, j) {
            continue;
        }
        if let Some(going) = read(scene, s, j, join, company) {
            return Some(going);
        }
    }
    None
}

fn coordinated(row: &[Mention], p: usize) -> bool {
    let start = post::before(row, p).start;
    start
        .checked_sub(1)
        .is_some_and(|b| row[b].is_punct(&['、']) || row[b].has(Cue::Coord))
}

/// 创业公司: what the word names is a kind of company.
fn names_firm(row: &[Mention], j: usize) -> bool {
    let activity = row[j].join.is_some_and(|n| n.frame == JoinFrame::Activity);
    activity
        && row
            .get(j + 1)
            .is_some_and(|m| m.cues.any(&[Cue::OrgPronoun, Cue::Named]))
}

/// 加入前, 曾加入, 2017年加入: the way in, not the way out.
fn is_background(row: &[Mention], j: usize) -> bool {
    let clause_after = row[j + 1..]
        .iter()
        .take(5)
        .take_while(|m| !m.is_punct(&['，', '。']));
    let before = row[..j]
        .iter()
        .rev()
        .take(6)
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    let reason = row[..j]
        .iter()
        .rev()
        .take_while(|m| !m.is_punct(&['，', '。', '；']))
        .any(|m| m.has(Cue::ReasonOpen));
    reason
        || clause_after
            .into_iter()
            .any(|m| m.cues.any(&[Cue::BeforeEvent, Cue::After]))
        || before.into_iter().any(|m| {
            m.cues.any(&[Cue::History, Cue::Biography, Cue::Negation]) && !m.has(Cue::Hedge)
        })
}

fn read(scene: &Scene, s: usize, j: usize, join: Join, company: Option<&Company>) -> Option<Going> {
    let row = scene.entities.row(s);
    match join.frame {
        JoinFrame::Phrase => Some(Going {
            place: Some(scene.value((s, j), "destination")),
            role: None,
            kind: join.kind,
        }),
        JoinFrame::Activity => Some(Going {
            place: Some(activity(scene, s, j)),
            role: None,
            kind: join.kind,
        }),
        JoinFrame::Pursue => pursued(scene, s, j, join),
        JoinFrame::Post => posted(scene, s, j, join, company),
        JoinFrame::Org | JoinFrame::Found => {
            let same = |o: &usize| {
                company
                    .is_some_and(|c| scene.entities.org((s, *o)) == c.value.text || c.at == (s, *o))
            };
            // O宣布，P加入公司: the company is the one that announces.
            if row.get(j + 1).is_some_and(|m| m.has(Cue::OrgPronoun)) {
                let host = host(scene, s, j, company)?;
                let kind = kind_of(scene, row, Some(host), join.kind);
                let role = role_after(scene, s, j);
                return Some(Going {
                    place: Some(org(scene, (s, host))),
                    role,
                    kind,
                });
            }
            let known = place(row, j, join.frame, &|_| false).is_some();
            if let Some(o) = place(row, j, join.frame, &same) {
                let kind = kind_of(scene, row, Some(o), join.kind);
                return Some(Going {
                    place: Some(org(scene, (s, o))),
                    role: role_after(scene, s, o),
                    kind,
                });
            }
            if known {
                return None;
            }
            phrase(scene, s, j).map(|place| Going {
                place: Some(place),
                role: None,
                kind: join.kind,
            })
        }
    }
}

/// 攻读…学位: the verb with its object.
fn pursued(scene: &Scene, s: usize, j: usize, join: Join) -> Option<Going> {
    let row = scene.entities.row(s);
    let end = (j + 1..row.len())
        .find(|&k| row[k].label == Label::Punct)
        .unwrap_or(row.len());
    let chars: usize = row[j..end].iter().map(Mention::chars).sum();
    (end > j + 1 && chars <= MAX_CHARS).then(|| Going {
        place: Some(text(scene, s, j, end)),
        role: None,
        kind: join.kind,
    })
}

/// 出任O R.
fn posted(
    scene: &Scene,
    s: usize,
    j: usize,
    join: Join,
    company: Option<&Company>,
) -> Option<Going> {
    let row = scene.entities.row(s);
    let listed = post::after(row, j);
    let first = listed.posts.first()?;
    let place = first.outer.or(first.org).filter(|&o| row[o].is_org());
    let place = place.or_else(|| host(scene, s, j, company));
    let same =
        place.is_none_or(|o| company.is_some_and(|c| scene.entities.org((s, o)) == c.value.text));
    if same {
        return None;
    }
    let role = Some(scene.value((s, first.title), "destination_role"));
    Some(Going {
        place: place.map(|o| org(scene, (s, o))),
        role,
        kind: kind_of(scene, row, place, join.kind),
    })
}

/// O宣布，P加入公司; O宣布，P出任R: the organisation that announces, if it is not the one left.
fn host(scene: &Scene, s: usize, j: usize, company: Option<&Company>) -> Option<usize> {
    let row = scene.entities.row(s);
    let left = |k: usize| {
        company.is_some_and(|c| {
            scene
                .entities
                .related(&scene.entities.org((s, k)), &c.value.text)
        })
    };
    (0..j).find(|&k| {
        row[k].is_org() && !left(k) && row.get(k + 1).is_some_and(|m| m.has(Cue::Announce))
    })
}

/// The organisation behind the verb in its clause; the last one for 创立 (…公司 X).
fn place(
    row: &[Mention],
    j: usize,
    frame: JoinFrame,
    same: &dyn Fn(&usize) -> bool,
) -> Option<usize> {
    let ends = |m: &Mention| {
        m.is_punct(&['，', '。', '；'])
            || m.trigger.is_some()
            || m.join.is_some_and(|n| n.frame != JoinFrame::Activity)
    };
    let end = (j + 1..row.len())
        .find(|&k| ends(&row[k]))
        .unwrap_or(row.len());
    let mut orgs = (j + 1..end).filter(|&k| row[k].is_org() && !same(&k));
    if frame == JoinFrame::Found {
        orgs.next_back()
    } else {
        // 加盟机器人公司银河通用: what kind of company stands before its name.
        let first = orgs.next()?;
        let named = (first..end).take_while(|&k| row[k].is_org()).last();
        named.filter(|k| !same(k)).or(Some(first))
    }
}

/// 加盟O[，]任R.
fn role_after(scene: &Scene, s: usize, o: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let limit = row.len().min(o + 12);
    let hold = (o + 1..limit)
        .take_while(|&k| !row[k].is_person() && row[k].trigger.is_none())
        .find(|&k| row[k].has(Cue::Hold))?;
    let listed = post::after(row, hold);
    listed
        .posts
        .first()
        .map(|p| scene.value((s, p.title), "destination_role"))
}

/// 在清洁机器人领域创业: the field and the word.
fn activity(scene: &Scene, s: usize, j: usize) -> Value {
    let row = scene.entities.row(s);
    let mut start = j;
    while start > 0 {
        let m = &row[start - 1];
        let inside = matches!(
            m.label,
            Label::Word | Label::Latin | Label::Place | Label::Org(_)
        ) && m.trigger.is_none()
            && m.join.is_none()
            && m.cues.is_empty()
            && !matches!(
                m.tag.as_bytes().first(),
                Some(b'p' | b'd' | b'c' | b'u' | b'v' | b'r')
            )
            || m.tag == "eng"
            || m.tag == "vn";
        if !inside {
            break;
        }
        start -= 1;
    }
    text(scene, s, start, j + 1)
}

/// No known organisation: what follows the verb up to the end of the clause, if it is short.
fn phrase(scene: &Scene, s: usize, j: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    // 回归的信号: somebody's going is spoken of.
    if row.get(j + 1).is_some_and(|m| m.has(Cue::Of)) {
        return None;
    }
    let mut start = j + 1;
    while row
        .get(start)
        .is_some_and(|m| m.has(Cue::Filler) || m.is_punct(&['"']))
    {
        start += 1;
    }
    let end = (start..row.len())
        .find(|&k| {
            row[k].label == Label::Punct && !row[k].is_punct(&['·', '-', '"', '&'])
                || row[k].trigger.is_some()
                || row[k].join.is_some() && !names_firm(row, k)
                || row[k].cues.any(&[Cue::Hold, Cue::Coord, Cue::Say])
        })
        .unwrap_or(row.len());
    // …的X: the name comes last.
    let start = (start..end)
        .rev()
        .find(|&k| row[k].has(Cue::Of))
        .map_or(start, |k| k + 1);
    let pronoun = row
        .get(start..end)?
        .iter()
        .all(|m| m.cues.any(&[Cue::OrgPronoun, Cue::Pronoun]));
    let named = !pronoun
        && row.get(start..end)?.iter().any(|m| {
            m.label == Label::Latin
                || m.tag.starts_with('n')
                || m.tag == "eng"
                || m.tag == "x"
                || m.is_person()
        });
    let chars: usize = row[start..end].iter().map(Mention::chars).sum();
    (start < end && named && (2..=MAX_CHARS).contains(&chars)).then(|| text(scene, s, start, end))
}

fn text(scene: &Scene, s: usize, start: usize, end: usize) -> Value {
    let row = scene.entities.row(s);
    let text: String = row[start..end].iter().map(|m| m.text.as_ref()).collect();
    Value {
        text: text.trim_matches('"').to_string(),
        span: row[start].span.to(row[end - 1].span),
        rule: "destination",
    }
}

fn org(scene: &Scene, at: At) -> Value {
    Value {
        text: scene.entities.org(at),
        ..scene.value(at, "destination")
    }
}

fn kind_of(
    scene: &Scene,
    row: &[Mention],
    place: Option<usize>,
    otherwise: DestinationKind,
) -> DestinationKind {
    match place.map(|p| row[p].label) {
        Some(Label::Org(Some(id))) if otherwise == DestinationKind::Company => {
            scene.entities.kind(id).destination()
        }
        _ => otherwise,
    }
}
