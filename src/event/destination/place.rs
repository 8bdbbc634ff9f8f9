//! Destination verb → the place behind it: a known organisation, a name in quotes, the name behind its kind, or a
//! phrase whose last word is one for places of work (一家大模型创业公司, 张三团队).

use super::super::{Scene, Value};
use super::{names_firm, org, text};
use crate::dict::Dict;
use crate::dict::term::{Cue, JoinFrame};
use crate::mention::{Label, Mention};
use crate::post;

/// A place as it stands in the row.
pub(super) struct Spot {
    pub value: Value,
    /// The organisation, if it is a known one.
    pub org: Option<usize>,
    /// The last mention that belongs to it.
    pub last: usize,
}

/// A text destination is at most this long, in characters.
const MAX_CHARS: usize = 24;

/// A name that is not known is at most this long, in characters.
const MAX_NAME: usize = 16;

/// The place behind the verb at `j`; `same` tells the employer left.
pub(super) fn find(
    scene: &Scene,
    s: usize,
    j: usize,
    frame: JoinFrame,
    same: &dyn Fn(usize) -> bool,
) -> Option<Spot> {
    let row = scene.entities.row(s);
    let end = clause_end(row, j);
    if let Some(spot) = quoted(scene, s, j, end) {
        return Some(spot).filter(|spot| spot.org.is_none_or(|o| !same(o)));
    }
    let orgs = || (j + 1..end).filter(|&k| row[k].is_org());
    let behind_kind = behind_kind(scene, s, j, end).filter(|spot| {
        spot.org.is_none() && orgs().all(|o| o < spot.last && ends_in_kind(&row[o], scene.dict))
    });
    if behind_kind.is_some() {
        return behind_kind;
    }
    if orgs().next().is_none() {
        return phrase(scene, s, j, frame);
    }
    let mut others = orgs().filter(|&k| !same(k));
    let found = if frame == JoinFrame::Found {
        others.next_back()
    } else {
        // 加盟机器人公司银河通用: what kind of company stands before its name.
        let first = others.next()?;
        let named = (first..end).take_while(|&k| row[k].is_org()).last();
        named.filter(|&k| !same(k)).or(Some(first))
    }?;
    let works = frame != JoinFrame::Work || is_work(row, found + 1);
    works.then(|| Spot {
        value: org(scene, (s, found)),
        org: Some(found),
        last: found,
    })
}

/// Where the clause of the verb at `j` ends; 加入其团队·（the source） ends in front of the source.
pub(super) fn clause_end(row: &[Mention], j: usize) -> usize {
    let ends = |k: usize| {
        let m = &row[k];
        m.is_punct(&['，', '。', '；'])
            || is_before_source(row, k)
            || m.trigger.is_some()
            || m.join.is_some_and(|n| n.frame != JoinFrame::Activity)
    };
    (j + 1..row.len()).find(|&k| ends(k)).unwrap_or(row.len())
}

/// ·（the newspaper）: the mark in front of the source of what has been told.
fn is_before_source(row: &[Mention], k: usize) -> bool {
    let source = row.get(k + 1).is_some_and(|m| m.label == Label::Media);
    source && row[k].is_punct(&['·', '|', '-'])
}

/// 回到X任教, 赴X任R, 回到X: there is work behind the organisation, or nothing.
fn is_work(row: &[Mention], k: usize) -> bool {
    row.get(k).is_none_or(|m| {
        m.label == Label::Punct || m.cues.any(&[Cue::Hold, Cue::Works]) || m.join.is_some()
    })
}

/// 做有声书的“X”, 公益组织“X”: a name in quotes comes last.
fn quoted(scene: &Scene, s: usize, j: usize, end: usize) -> Option<Spot> {
    let row = scene.entities.row(s);
    // 加入X以来的“…”: what is named already has no other name in quotes.
    let open = (j + 1..end)
        .take_while(|&k| !matches!(row[k].label, Label::Org(Some(_))))
        .find(|&k| row[k].is_punct(&['"']))?;
    let close = (open + 1..row.len().min(open + 8)).find(|&k| row[k].label == Label::Punct)?;
    let inside = &row[open + 1..close];
    let chars: usize = inside.iter().map(Mention::chars).sum();
    let is_last = row[close].is_punct(&['"'])
        && row.get(close + 1).is_none_or(|m| {
            let ends = m.label == Label::Punct || m.join.is_some() || owns_post(row, close + 1);
            ends || m.cues.any(&[Cue::Hold, Cue::Coord])
        });
    if !is_last || !(2..=MAX_NAME).contains(&chars) {
        return None;
    }
    if is_time(inside, scene.dict) {
        return None;
    }
    let single = (inside.len() == 1 && inside[0].is_org()).then_some(open + 1);
    Some(Spot {
        value: single.map_or_else(|| text(scene, s, open + 1, close), |o| org(scene, (s, o))),
        org: single,
        last: close,
    })
}

/// 医疗机器人公司X, 外资企业X: an unknown name behind the word for its kind, up to the end of the clause.
pub(super) fn behind_kind(scene: &Scene, s: usize, j: usize, end: usize) -> Option<Spot> {
    let row = scene.entities.row(s);
    let kind = (j..end).find(|&k| ends_in_kind(&row[k], scene.dict))?;
    let stop = (kind + 1..end)
        .find(|&k| {
            row[k].label == Label::Punct && !row[k].is_punct(&['·', '-', '&'])
                || row[k].has(Cue::Hold)
        })
        .unwrap_or(end);
    let closed = row.get(stop).is_none_or(|m| {
        let mark = m.is_punct(&['，', '。', '；', '（', '！', '？', '、']);
        mark || m.has(Cue::Hold) || owns_post(row, stop)
    });
    let name = &row[kind + 1..stop];
    let chars: usize = name.iter().map(Mention::chars).sum();
    let is_part = |m: &Mention| {
        let named = matches!(
            m.label,
            Label::Word | Label::Latin | Label::Place | Label::Person | Label::MaybeOrg(_)
        ) || m.is_org();
        (named || m.label == Label::Punct) && m.cues.is_empty() && !m.has(Cue::House)
    };
    let opens = name.first().is_some_and(|m| {
        !m.tag.starts_with(['v', 'p', 'd', 'c', 'u', 'r', 'm', 'f']) || m.is_org()
    });
    if !closed || !opens || !(2..=MAX_NAME).contains(&chars) || !name.iter().all(is_part) {
        return None;
    }
    let single = (name.len() == 1 && name[0].is_org()).then_some(kind + 1);
    Some(Spot {
        value: single.map_or_else(|| text(scene, s, kind + 1, stop), |o| org(scene, (s, o))),
        org: single,
        last: stop - 1,
    })
}

/// 公司, 医疗机器人公司: the word, or its ending, is one for a kind of organisation.
fn ends_in_kind(m: &Mention, dict: &Dict) -> bool {
    let unknown = matches!(m.label, Label::Word | Label::Org(None));
    unknown && ends_in(m, Cue::Named, dict)
}

/// Whether the word or an ending of it carries the cue.
fn ends_in(m: &Mention, cue: Cue, dict: &Dict) -> bool {
    m.has(cue)
        || m.text.char_indices().skip(1).any(|(i, _)| {
            dict.terms
                .get(&m.text[i..])
                .is_some_and(|t| t.cues.has(cue))
        })
}

/// No known organisation: what follows the verb up to the end of the clause, if it can be a place of work.
fn phrase(scene: &Scene, s: usize, j: usize, frame: JoinFrame) -> Option<Spot> {
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
                || is_before_source(row, k)
                || row[k].trigger.is_some()
                || row[k].join.is_some() && !names_firm(row, k)
                || row[k]
                    .cues
                    .any(&[Cue::Hold, Cue::Coord, Cue::Say, Cue::Works])
        })
        .unwrap_or(row.len());
    // …的X: the name comes last.
    let start = (start..end)
        .rev()
        .find(|&k| row[k].has(Cue::Of))
        .map_or(start, |k| k + 1);
    let words = row.get(start..end)?;
    let chars: usize = words.iter().map(Mention::chars).sum();
    let fits = start < end
        && (is_place(words, frame, scene.dict) || is_unknown_name(row, start, end))
        && !is_time(words, scene.dict)
        && words
            .iter()
            .any(|m| !m.has(Cue::OrgPronoun) && !m.tag.starts_with('r'))
        && (2..=MAX_CHARS).contains(&chars)
        && (frame != JoinFrame::Work || is_work(row, end));
    fits.then(|| Spot {
        value: text(scene, s, start, end),
        org: None,
        last: end - 1,
    })
}

/// 进入竞业期, 开始“花园假期”: what is entered is a time without work.
fn is_time(words: &[Mention], dict: &Dict) -> bool {
    words.last().is_some_and(|m| ends_in(m, Cue::TimeOff, dict))
}

/// 加盟彩蝶任R: a short name that no list has, between the verb and the post there.
fn is_unknown_name(row: &[Mention], start: usize, end: usize) -> bool {
    let words = &row[start..end];
    let part = |m: &Mention| {
        let known = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        m.label == Label::Word && known && m.tag.starts_with(['n', 'v', 'a', 'x'])
    };
    let chars: usize = words.iter().map(Mention::chars).sum();
    let held = row.get(end).is_some_and(|m| m.has(Cue::Hold));
    let titled = || !post::after(row, end).posts.is_empty();
    (1..=2).contains(&words.len())
        && (2..=4).contains(&chars)
        && words.iter().all(part)
        && held
        && titled()
}

/// 出任机器人公司“X”的R, 物流公司X的R: the named place of work whose post stands at `title`.
pub(super) fn of_post(scene: &Scene, s: usize, verb: usize, title: usize) -> Option<Value> {
    let of = title.checked_sub(1)?;
    scene.entities.row(s)[of].has(Cue::Of).then_some(())?;
    let spot = quoted(scene, s, verb, of).or_else(|| behind_kind(scene, s, verb, of));
    spot.map(|spot| spot.value)
}

/// 一家新能源企业 in front of 的R: the place of work, without a name, whose post stands at `title`.
pub(super) fn nameless(scene: &Scene, s: usize, verb: usize, title: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let of = title.checked_sub(1).filter(|&of| row[of].has(Cue::Of))?;
    let words = row.get(verb + 1..of)?;
    let house = words
        .last()
        .is_some_and(|m| ends_in(m, Cue::House, scene.dict));
    let chars: usize = words.iter().map(Mention::chars).sum();
    let counted = words.iter().any(|m| m.has(Cue::Single));
    (house && counted && chars <= MAX_CHARS).then(|| text(scene, s, verb + 1, of))
}

/// “X”的R: the name in front of `k` ends with a post there.
fn owns_post(row: &[Mention], k: usize) -> bool {
    let titled = row.get(k + 1).is_some_and(Mention::is_title);
    titled && row.get(k).is_some_and(|m| m.has(Cue::Of))
}

/// A name, or a phrase that ends in a word for a place of work; a signal or a condition is none.
fn is_place(words: &[Mention], frame: JoinFrame, dict: &Dict) -> bool {
    let is_name = |m: &Mention| {
        m.label == Label::Latin
            || m.is_person()
            || matches!(m.tag, "eng" | "nz" | "nt")
            || dict.terms.get(&m.text).is_some_and(|t| t.org.is_some())
    };
    let ends_in_house = words.last().is_some_and(|m| ends_in(m, Cue::House, dict));
    let noun = |m: &Mention| m.tag.starts_with('n') || m.tag == "x";
    // 去了美国旅行: what is done there.
    let named = match frame {
        JoinFrame::Work => words.last().is_some_and(is_name),
        _ => words.iter().any(is_name),
    };
    ends_in_house
        || named
        || matches!(frame, JoinFrame::Next | JoinFrame::Found) && words.iter().any(noun)
}

/// 攻读…学位: the verb with its object.
pub(super) fn pursued(scene: &Scene, s: usize, j: usize) -> Option<Value> {
    object(scene, s, j, j)
}

/// 转向AI硬件: what the person turns to.
pub(super) fn field(scene: &Scene, s: usize, j: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let start = (j + 1..row.len()).find(|&k| !row[k].has(Cue::Filler))?;
    // 投身创业: one word, whatever follows it.
    let activity = row
        .get(start)?
        .join
        .is_some_and(|j| j.frame == JoinFrame::Activity);
    if activity {
        return Some(text(scene, s, start, start + 1));
    }
    // 转向挖走P: no field, but what is done next.
    let acts = row[start].tag == "v" || row[start].trigger.is_some();
    object(scene, s, j, start).filter(|_| !acts)
}

/// From `start` to the next punctuation behind the verb at `j`, if it is short.
fn object(scene: &Scene, s: usize, j: usize, start: usize) -> Option<Value> {
    let row = scene.entities.row(s);
    let end = (j + 1..row.len())
        .find(|&k| row[k].label == Label::Punct)
        .unwrap_or(row.len());
    let chars: usize = row.get(start..end)?.iter().map(Mention::chars).sum();
    (end > j + 1 && (2..=MAX_CHARS).contains(&chars)).then(|| text(scene, s, start, end))
}

/// 在清洁机器人领域创业: the field and the word.
pub(super) fn activity(scene: &Scene, s: usize, j: usize) -> Value {
    let row = scene.entities.row(s);
    let mut start = j;
    while start > 0 {
        let m = &row[start - 1];
        let inside = matches!(
            m.label,
            Label::Word | Label::Latin | Label::Place | Label::Org(_)
        ) && m.trigger.is_none()
            && m.join.is_none()
            && (m.cues.is_empty() || m.has(Cue::Named))
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
