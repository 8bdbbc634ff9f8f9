//! Title words → compound titles: 智能驾驶 + AI + 算法 + 负责人.
//!
//! A title ends in a head and reaches left over prefixes, units and nouns, up to an organisation, a person,
//! a function word or punctuation.

use super::{Label, Mention, latin, merge};
use crate::dict::Dict;
use crate::dict::term::{Cue, TitlePart};
use crate::view::View;

/// Longer titles are cut on the left.
const MAX_CHARS: usize = 24;

/// So many words stand in front of a head at most.
const MAX_PARTS: usize = 8;

/// Merges every compound title of a row.
pub(super) fn compose(row: &mut Vec<Mention>, view: &View, dict: &Dict) {
    let mut i = row.len();
    while i > 0 {
        i -= 1;
        let part = match row[i].label {
            Label::Title(part @ (TitlePart::Head | TitlePart::Informal)) => part,
            Label::Title(TitlePart::Collective) if names_one(row, i) => TitlePart::Head,
            _ => continue,
        };
        row[i].label = Label::Title(part);
        if names_seat(row, i, dict) {
            row[i - 1].label = Label::Place;
        }
        let outer = over_of(row, i, dict).or_else(|| portfolio(row, i, dict));
        let mut start = outer.unwrap_or_else(|| left_end(row, i, dict));
        let mut cues = row[i].cues;
        if let Some(sent) = sent_to(row, start, i) {
            cues.extend(row[sent].cues);
            start = sent;
        }
        if start < i {
            merge(row, start..i + 1, Label::Title(part), view);
            row[start].cues = cues;
            i = start;
        }
    }
    for i in (1..row.len()).rev() {
        if let Some(unit) = unit_of_work(row, i) {
            let start = left_end(row, unit, dict);
            merge(row, start..i + 1, Label::Title(TitlePart::Head), view);
        }
    }
    for i in (2..row.len()).rev() {
        if names_group(row, i) {
            merge(row, i - 1..i + 1, Label::Title(TitlePart::Head), view);
        }
    }
    for m in row.iter_mut() {
        // What is left of prefixes and units stands alone and is no title.
        if matches!(m.label, Label::Title(TitlePart::Prefix | TitlePart::Unit)) {
            m.label = match names_place(m, dict) {
                true => Label::Place,
                false => Label::Word,
            };
        }
    }
}

/// 驻荷兰王国大使, 常驻联合国代表: where the title that reaches from `start` to `head` begins, if it tells at which place
/// the post is.
fn sent_to(row: &[Mention], start: usize, head: usize) -> Option<usize> {
    let place = |m: &Mention| {
        let named = matches!(m.label, Label::Place | Label::Org(_) | Label::MaybeOrg(_));
        let word = m.label == Label::Word && m.tag.starts_with(['n', 'j']);
        (named || word) && !m.has(Cue::HeadsPlace)
    };
    let near = row[..start].iter().rev().take(3);
    let sent = start.checked_sub(1 + near.take_while(|m| place(m)).count())?;
    let verb = row[sent].label == Label::Word && row[sent].has(Cue::HeadsPlace);
    (verb && sent + 1 < head).then_some(sent)
}

/// 两名硬件高管: counted people whose title tells what they work on.
fn names_group(row: &[Mention], i: usize) -> bool {
    let group = row[i].label == Label::Title(TitlePart::Collective) && row[i].has(Cue::HeadsUnit);
    let unit = &row[i - 1];
    let plain = matches!(
        unit.label,
        Label::Word | Label::Title(TitlePart::Prefix | TitlePart::Unit)
    );
    let counted = row[i - 2].tag.starts_with(['m', 'q']) && row[i - 2].label == Label::Word;
    group && counted && plain && unit.tag.starts_with(['n', 'e']) && unit.cues.is_empty()
}

/// 董事会专门委员会的相关职务: the unit whose work, never named, ends at `i`.
fn unit_of_work(row: &[Mention], i: usize) -> Option<usize> {
    let work = row.get(i)?;
    let of = i.checked_sub(1)?;
    let unit = of.checked_sub(usize::from(row[of].has(Cue::Of)))?;
    let is_unit =
        row[unit].label == Label::Title(TitlePart::Unit) && !row[unit].has(Cue::OrgPronoun);
    let any = work.has(Cue::Office) && work.cues.any(&[Cue::PostNoun, Cue::AnyPost]);
    (is_unit && any).then_some(unit)
}

/// 核心AI高管P, but not 两名高管P、Q: a word for people stands in front of the one whose post it is.
fn names_one(row: &[Mention], i: usize) -> bool {
    let bearer = row.get(i + 1).is_some_and(Mention::is_person);
    let counted = i > 0 && row[i - 1].tag.starts_with(['m', 'q']);
    row[i].has(Cue::HeadsUnit) && bearer && !counted
}

/// 金融To B业务的负责人: where the unit begins that the head at `head` needs.
fn over_of(row: &[Mention], head: usize, dict: &Dict) -> Option<usize> {
    let mut unit = head.checked_sub(2)?;
    // 模型团队（AFM）的负责人
    if row[unit].is_punct(&['）']) && row[unit.checked_sub(2)?].is_punct(&['（']) {
        unit = unit.checked_sub(3)?;
    }
    let needs = row[head].has(Cue::HeadsUnit) && row[head - 1].has(Cue::Of);
    let is_unit =
        row[unit].label == Label::Title(TitlePart::Unit) && !row[unit].has(Cue::OrgPronoun);
    (needs && is_unit).then(|| left_end(row, unit, dict))
}

/// 英国|住房、社区和地方政府|大臣: where the title of a minister begins, behind the country, whose work has several parts.
fn portfolio(row: &[Mention], head: usize, dict: &Dict) -> Option<usize> {
    row[head].has(Cue::Portfolio).then_some(())?;
    let joins =
        |k: usize| row[k].is_punct(&['、']) || row[k].has(Cue::Coord) && row[k].chars() == 1;
    let work = |k: usize| {
        let plain = is_part(&row[k]) && !row[k].is_title() && !row[k].has(Cue::Country);
        plain || row[k].is_org() && joins(k - 1)
    };
    let reach = (1..head).rev().take(2 * MAX_PARTS);
    let start = reach.take_while(|&k| joins(k) || work(k)).last()?;
    let named = row[start].tag != "v" || dict.modifiers.contains(row[start].text.as_str());
    let former = usize::from(start > 1 && row[start - 1].has(Cue::Former));
    let opens = !joins(start) && named && row[start - 1 - former].has(Cue::Country);
    (opens && (start..head).any(joins)).then_some(start)
}

/// 不再担任|凤泉|市委书记: whether what no list has in front of an office of a place at `head` is the place.
fn names_seat(row: &[Mention], head: usize, dict: &Dict) -> bool {
    let Some(m) = head.checked_sub(1).map(|k| &row[k]) else {
        return false;
    };
    let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
    let new = m.text.chars().all(latin::is_han) && !dict.segmenter.knows(&m.text);
    let seat = m.label == Label::Word && plain && new && (2..=4).contains(&m.chars());
    let before = head.checked_sub(2).map(|k| &row[k]);
    let held = before.is_some_and(|b| b.is_person() || b.trigger.is_some() || b.has(Cue::Hold));
    let edge = before.is_none_or(|b| {
        let marks = [Cue::Former, Cue::Current, Cue::By, Cue::Appoint, Cue::Coord];
        matches!(b.label, Label::Punct | Label::Date(_)) || b.cues.any(&marks)
    });
    // 周启明市长
    let named = held || !super::person::is_name_like(&m.text, dict);
    row[head].has(Cue::HeadsPlace) && seat && (held || edge) && named
}

/// The head of the title that begins at `k` with the nouns in front of it: 负责人 in 此前|大模型产品负责人.
pub(super) fn head_from(row: &[Mention], k: usize) -> Option<usize> {
    let modifies = |n: usize| {
        let m = &row[n];
        let former = n == k && m.cues.any(&[Cue::Former, Cue::Current, Cue::History]);
        let joined = n > k && (m.has(Cue::Coord) || m.has(Cue::Of));
        let quoted = m.is_punct(&['"']) || n > k && m.is_punct(&['（', '）', '、']);
        // 研究团队的首席研究员, 研究团队负责人
        let team = m.label == Label::Title(TitlePart::Collective)
            && !m.has(Cue::HeadsUnit)
            && row
                .get(n + 1)
                .is_some_and(|next| next.has(Cue::Of) || next.is_title());
        former || joined || quoted || team || is_part(m) && !m.is_title()
    };
    let head = (k..row.len().min(k + MAX_PARTS)).find(|&n| !modifies(n))?;
    let heads = match row[head].label {
        Label::Title(TitlePart::Head) => true,
        Label::Title(TitlePart::Collective) => row[head].has(Cue::HeadsUnit),
        _ => false,
    };
    heads.then_some(head)
}

/// Where the title whose head is at `head` begins.
fn left_end(row: &[Mention], head: usize, dict: &Dict) -> usize {
    let mut start = head;
    let mut chars = row[head].chars();
    while start > 0 {
        let Some(next) = extend(row, start, head, dict) else {
            break;
        };
        chars += row[next..start].iter().map(Mention::chars).sum::<usize>();
        if chars > MAX_CHARS {
            break;
        }
        start = next;
    }
    // A title does not begin with a lone number, nor with a verb whose subject stands before it.
    let edge = start == 0
        || matches!(
            row[start - 1].label,
            Label::Punct | Label::Org(_) | Label::Date(_)
        )
        || row[start - 1]
            .cues
            .any(&[Cue::Coord, Cue::Former, Cue::Current, Cue::OrgPronoun]);
    while start < head && !may_begin(&row[start], edge) && !is_ordinal(row, start) {
        start += 1;
    }
    start
}

/// The next start of the title further left, if the mention before belongs to it.
fn extend(row: &[Mention], start: usize, head: usize, dict: &Dict) -> Option<usize> {
    let before = start.checked_sub(1)?;
    // 两名副总裁, 14名董事, 8年CEO: the title is counted; but 第三事业部总经理.
    let counts = row[before].tag.starts_with(['m', 'q'])
        && row[before].label != Label::Title(TitlePart::Prefix)
        && !matches!(
            row[start].label,
            Label::Title(TitlePart::Prefix | TitlePart::Unit)
        );
    if counts && (start == head || row[start].tag.starts_with(['m', 'q'])) {
        return None;
    }
    // 黎巴嫩总理, 韩国外交部长: the place is the employer, also one that other titles begin with.
    let place = |m: &Mention| m.label == Label::Place || names_place(m, dict);
    // O武汉基地生产部长, O巴西主教练
    let inside = before > 0 && row[before - 1].is_org();
    // 英国北爱尔兰事务国务大臣: the place in front of it is the employer, this one the field of work.
    let inner = start < head && before > 0 && place(&row[before - 1]);
    if place(&row[before]) && row[head].has(Cue::HeadsPlace) && !inside {
        return inner.then_some(before);
    }
    // 《江南文学》|杂志|主编
    if row[before].has(Cue::Journal) && before > 0 && row[before - 1].is_punct(&['》']) {
        return None;
    }
    if let Some(open) = quoted(row, before) {
        return (start < head || is_of_unit(&row[head].text, dict)).then_some(open);
    }
    if is_part(&row[before]) && (row[before].tag != "v" || names_work(row, before, dict)) {
        return Some(before);
    }
    // 对齐团队负责人: jieba takes the word for an adverb.
    if row[start].is_title()
        && row[before].tag == "d"
        && dict.modifiers.contains(row[before].text.as_str())
    {
        return Some(before);
    }
    let joins = row[before].has(Cue::Coord) && row[before].chars() == 1
        || row[before].is_punct(&['/', '&', '+', '-']);
    let noun = before.checked_sub(1)?;
    let plain = |m: &Mention| is_part(m) && !m.is_title();
    if listed(row, before) && start < head && is_part(&row[start]) {
        return Some(noun);
    }
    // 技术与产品总监, but 球队与主帅: what is joined stands in front of the head.
    let inside = start < head || dict.modifiers.contains(row[noun].text.as_str());
    (joins && inside && plain(&row[noun]) && is_part(&row[start])).then_some(noun)
}

/// 韩国, which may begin a title, too: 韩国区总裁.
fn names_place(m: &Mention, dict: &Dict) -> bool {
    dict.terms.get(&m.text).is_some_and(|t| t.place)
}

/// 负责人, 事业部总经理: a title that stands for a unit, which may have a name; not 总裁.
fn is_of_unit(title: &str, dict: &Dict) -> bool {
    let begins = title.char_indices().skip(2).any(|(end, _)| {
        let term = dict.terms.get(&title[..end]);
        term.is_some_and(|t| t.title == Some(TitlePart::Unit))
    });
    begins || dict.ends_in(title, Cue::HeadsUnit)
}

/// “星图”团队负责人: where the quotation opens that closes at `close`, if it holds a name of no person or organisation.
fn quoted(row: &[Mention], close: usize) -> Option<usize> {
    let closing = |mark: char| match mark {
        '《' => '》',
        mark => mark,
    };
    let near = (close.saturating_sub(6)..close).rev();
    let open = near
        .take_while(|&k| {
            row[close].label == Label::Punct
                && row[close].chars() == 1
                && !row[k].is_punct(&['，', '。', '、'])
        })
        .find(|&k| {
            let mark = row[k].text.chars().next().map(closing);
            row[k].is_punct(&['"', '《']) && mark == row[close].text.chars().next()
        })?;
    let inside = &row[open + 1..close];
    let plain = |m: &Mention| {
        matches!(
            m.label,
            Label::Word | Label::Latin | Label::Place | Label::Title(_)
        ) && m.trigger.is_none()
    };
    (!inside.is_empty() && inside.iter().all(plain)).then_some(open)
}

/// O产品、设计部总经理: whether the 、 at `k` joins what stands behind an organisation to the next part of a title.
fn listed(row: &[Mention], k: usize) -> bool {
    let Some(opens) = k.checked_sub(2) else {
        return false;
    };
    let plain = is_part(&row[k - 1]) && !row[k - 1].is_title();
    let behind = row[opens].is_org() || row[opens].cues.any(&[Cue::OrgPronoun, Cue::Former]);
    row[k].is_punct(&['、']) && plain && behind
}

/// A verb belongs to a title if titles use it (采购总监) or if it opens the title behind an edge (、推理优化负责人).
fn names_work(row: &[Mention], k: usize, dict: &Dict) -> bool {
    let edge = k == 0
        || matches!(row[k - 1].label, Label::Punct | Label::Org(_))
        || row[k - 1].has(Cue::Coord);
    // 超级对齐团队负责人: what the unit does.
    let unit = row
        .get(k + 1)
        .is_some_and(|m| m.label == Label::Title(TitlePart::Unit));
    dict.modifiers.contains(row[k].text.as_str())
        || edge
        || unit
        || matches!(row[k].label, Label::Title(_))
}

/// Whether a word can stand in a title.
pub(super) fn is_part(m: &Mention) -> bool {
    match m.label {
        Label::Title(TitlePart::Collective) => false,
        Label::Title(_) | Label::Place => true,
        Label::Word | Label::Latin | Label::MaybeOrg(_) => is_noun(m),
        _ => false,
    }
}

fn is_noun(m: &Mention) -> bool {
    const STOPS: &[Cue] = &[
        Cue::Hold,
        Cue::Former,
        Cue::Current,
        Cue::Coord,
        Cue::Appoint,
        Cue::By,
        Cue::From,
        Cue::Oblique,
        Cue::Announce,
        Cue::Say,
        Cue::Passive,
        Cue::Negation,
        Cue::Pronoun,
        Cue::OrgPronoun,
        Cue::ReasonOpen,
        Cue::Adverb,
        Cue::After,
        Cue::BeforeEvent,
        Cue::Moment,
        Cue::History,
        Cue::Biography,
        Cue::Stay,
        Cue::Rumour,
        Cue::Denial,
        Cue::Future,
        Cue::Plan,
        Cue::Etcetera,
        Cue::ListOpen,
        Cue::PostNoun,
        Cue::AnyPost,
        Cue::Affiliated,
        Cue::Of,
    ];
    let kind = m.tag.as_bytes().first().copied().unwrap_or(b'x');
    let nominal = matches!(
        kind,
        b'n' | b'b' | b'j' | b'm' | b'a' | b's' | b'x' | b'q' | b'l' | b'i' | b'g' | b'h' | b'k'
    ) || matches!(m.tag, "eng" | "vn" | "v" | "t" | "f");
    m.trigger.is_none() && m.join.is_none() && nominal && !m.cues.any(STOPS)
}

/// 第三事业部
fn is_ordinal(row: &[Mention], k: usize) -> bool {
    row[k].tag == "m" && row[k].chars() > 1 && row[k + 1].label == Label::Title(TitlePart::Unit)
}

fn may_begin(m: &Mention, edge: bool) -> bool {
    !(m.label == Label::Word
        && (matches!(m.tag, "m" | "f" | "q" | "t" | "mq" | "ad") || m.tag == "v" && !edge)
        && !m.text.starts_with(|c: char| c.is_ascii_alphanumeric()))
}
