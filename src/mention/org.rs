//! Organisations that no list has: by ending, ticker, alias definition, headline colon and position.

use std::collections::BTreeSet;

use super::{Label, Lexicon, Mention, latin, title};
use crate::dict::term::{Cue, Frame, JoinFrame, Need, Suffix, Term, TitlePart};
use crate::dict::{Dict, Org, OrgKind};
use crate::sentence::Sentence;
use crate::view::View;

/// A name has at most so many words inserted in brackets: （上海）.
const INSERTION: usize = 2;

/// A label in front of an item has at most so many words: 【云岫科技】.
const LABEL: usize = 6;

/// The name of an authority has at most so many words behind its place.
const AUTHORITY: usize = 10;

/// The name of an institute behind that of its academy has at most so many words.
const INSTITUTE: usize = 4;

/// A surname of so many people per 100,000 is more often a surname than part of a firm's name.
const COMMON: f32 = 50.0;

/// Finds organisations over the whole article and notes them.
pub(super) fn discover(
    rows: &[Vec<Mention>],
    sentences: &[Sentence],
    dict: &Dict,
    lexicon: &mut Lexicon,
) {
    let people = names_of_people(rows);
    for (row, sentence) in rows.iter().zip(sentences) {
        let view = &sentence.view.text;
        let text = |range: std::ops::Range<usize>| {
            let kinds = range.clone().skip(1).filter(|&k| glues_kind(row, k, dict));
            let start = kinds.last().unwrap_or(range.start);
            let name = &view[row[start].at.start..row[range.end - 1].at.end];
            without_cue(name, row, start, dict)
        };
        for i in 0..row.len() {
            if let Label::Org(Some(id)) = row[i].label {
                lexicon.confirm(id);
            }
            if let Some(range) = by_suffix(row, i, dict) {
                let name = text(range);
                lexicon.add_org(name, None);
                add_short(name, dict, lexicon);
            }
            for range in [
                by_ticker(row, i),
                by_announcement(row, i, dict),
                by_position(row, i, dict),
                by_former(row, i, dict),
                by_farewell(row, i, dict),
                by_letter(row, i),
                by_special_treatment(row, i),
                by_verb(row, i, dict),
            ]
            .into_iter()
            .flatten()
            .filter(|range| !people.contains(text(range.clone())))
            {
                let name = text(range.clone());
                // 版权局局长 has it already.
                let ending = office(row.get(range.end), dict).filter(|o| !name.ends_with(o));
                let full = ending.map(|o| name.to_owned() + &o);
                lexicon.add_org(name, full.as_deref());
            }
            for range in [
                by_label(row, i, dict),
                by_quotes(row, i),
                by_paper(row, i, dict),
                by_listing(row, i),
            ]
            .into_iter()
            .flatten()
            {
                lexicon.add_org(text(range), None);
            }
            if let Some((full, short)) = alias(row, i, dict).or_else(|| spelled_out(row, i, dict)) {
                let full = text(full);
                lexicon.add_org(full, None);
                lexicon.add_org(text(short), Some(full));
            }
        }
    }
}

/// 版权局长: the ending of the organisation that is the first character of the title behind its name.
fn office(title: Option<&Mention>, dict: &Dict) -> Option<String> {
    let title = title.filter(|m| m.label == Label::Title(TitlePart::Head) && m.chars() == 2)?;
    let ending = first_char(&title.text);
    let ends = dict.terms.get(&ending).is_some_and(|t| t.suffix.is_some());
    ends.then_some(ending)
}

/// What people are called whose names have a mark between their parts: by the surname (自科斯诺离开以来 behind 琳达·科斯诺), or
/// without the mark (琳达科斯诺：…).
fn names_of_people(rows: &[Vec<Mention>]) -> BTreeSet<String> {
    const MARKS: [char; 2] = ['·', '-'];
    let people = rows.iter().flatten().filter(|m| m.is_person());
    let marked = people.filter_map(|m| Some((m, m.text.rsplit_once(MARKS)?.1)));
    let names = marked.flat_map(|(m, surname)| [surname.to_owned(), m.text.replace(MARKS, "")]);
    names.collect()
}

/// 云岫智能 may be called 云岫 later, unless that is a word.
fn add_short(name: &str, dict: &Dict, lexicon: &mut Lexicon) {
    let Some((ending, _)) = dict.ending(name) else {
        return;
    };
    let short = &name[..ending];
    if (2..=4).contains(&short.chars().count())
        && !dict.segmenter.knows(short)
        && dict.names.surname(&first_char(short)).is_none()
    {
        lexicon.add_org(short, Some(name));
    }
}

/// 若云栈智能…, 传云岫科技…, 任云岫科技…, 供应器厂|厂云岫科技: jieba glues a cue to the unknown word behind it.
fn without_cue<'t>(name: &'t str, row: &[Mention], start: usize, dict: &Dict) -> &'t str {
    let first = &row[start];
    let cue = first_char(name);
    let rest = &name[cue.len()..];
    let unknown = first.label == Label::Word
        && first.chars() > 1
        && !dict.segmenter.knows(&first.text)
        && rest.chars().count() > 1;
    let cues = dict.terms.get(&cue).map(|t| t.cues).unwrap_or_default();
    let stands_before = [Cue::Passive, Cue::By, Cue::Pronoun, Cue::Hold];
    let may_begin = [
        Cue::Hypothesis,
        Cue::Rumour,
        Cue::Negation,
        Cue::Oblique,
        Cue::ListOpen,
    ];
    let glued =
        unknown && (cues.any(&stands_before) || cues.any(&may_begin) && !is_lone(rest, dict));
    if glued || glues_kind(row, start, dict) {
        rest
    } else {
        name
    }
}

/// 方案|商澜途|智行: whether the word at `k` begins with the end of a word for a kind of firm (方案商) that stands before the
/// firm's name.
fn glues_kind(row: &[Mention], k: usize, dict: &Dict) -> bool {
    let m = &row[k];
    let kind = || {
        dict.terms
            .get(&first_char(&m.text))
            .is_some_and(|t| t.cues.has(Cue::Named))
    };
    let noun = |b: usize| {
        let b = &row[b];
        b.label == Label::Word && b.tag.starts_with(['n', 'v']) && b.at.end == m.at.start
    };
    let unknown = m.label == Label::Word && m.chars() > 2 && !dict.segmenter.knows(&m.text);
    unknown && kind() && k.checked_sub(1).is_some_and(noun)
}

/// 泽人寿: an ending of two characters or more with a single one in front of it is hardly a whole name.
fn is_lone(name: &str, dict: &Dict) -> bool {
    dict.ending(name)
        .is_some_and(|(at, _)| name[..at].chars().count() == 1 && name[at..].chars().count() > 1)
}

fn first_char(text: &str) -> String {
    text.chars().take(1).collect()
}

/// A name that ends in `row[i]` with an organisation's ending.
fn by_suffix(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let (own, strength) = suffix(&row[i], dict)
        .or_else(|| bureau(row, i, dict))
        .filter(|s| s.1 != Suffix::Unit)?;
    let asked = strength == Suffix::Strong || asks_for_org(row, i, i);
    let (max_chars, max_tokens) = if strength == Suffix::Strong {
        (28, 12)
    } else {
        (10, 4)
    };
    let mut start = left_end(row, i, max_chars, max_tokens, strength, dict);
    // 主导自动驾驶: what people do begins no name.
    let verb = |m: &Mention| {
        let follows_names = dict
            .names
            .right
            .get(m.text.as_str())
            .is_some_and(|s| *s >= 2.0);
        m.label == Label::Word && m.tag.starts_with(['b', 'v']) && follows_names
    };
    while start < i && strength != Suffix::Strong && verb(&row[start]) {
        start += 1;
    }
    let asked = asked || (strength == Suffix::Weak && asks_before(row, start));
    let asked = asked || is_agent(row, start, i);
    let labels = opens_item(row, start) && row.get(i + 1).is_some_and(|m| m.is_punct(&['：']));
    let asked = asked || labels;
    let at = start > 0 && row[start - 1].has(Cue::At);
    // 在O工作, 在O的最后一天
    let stays = |k: usize, cue| row.get(k).is_some_and(|m| m.has(cue));
    let asked = asked
        || at
            && (stays(i + 1, Cue::Works)
                || stays(i + 1, Cue::Hold)
                || stays(i + 1, Cue::Of) && stays(i + 2, Cue::LastDay));
    let new = is_new(&row[start..i], dict);
    // 江南省人民医院心内科主任
    let headed = || title::head_from(row, i + 1).is_some();
    let asked = asked || new && (at || headed()) || is_house(&row[i].text, dict) && headed();
    let asked = asked
        || speaks(row, start, i, dict)
        || names_bearer(row, start, i, dict)
        || acts_first(row, start, i, dict);
    let has_name = start < i || own;
    // 首席语音官: a rank begins no name, 中国 does.
    let prefix = row[start].label == Label::Title(TitlePart::Prefix) && row[start].tag != "ns";
    let ranked = prefix && !is_house_at_edge(row, start, i, dict);
    // 免去宁海涛集团党委书记: a person stands before 集团.
    let before: String = row[start..i].iter().map(|m| m.text.as_str()).collect();
    let removed = start > 0 && row[start - 1].trigger.is_some_and(|t| t.frame.has_object());
    // 丁某某不满公司安排: so does one who does something with the firm.
    let acting = || {
        row[start..i].windows(2).any(|w| {
            let verb = w[1].label == Label::Word && w[1].tag == "v";
            verb && super::person::is_name_like(&w[0].text, dict)
        })
    };
    let person = || removed && super::person::is_name_like(&before, dict) || acting();
    if row[i].has(Cue::OrgPronoun) && person() {
        return None;
    }
    let kind = is_kind(&row[start..i + 1], dict)
        || row
            .get(i + 1)
            .is_some_and(|_| is_kind(&row[start..i + 2], dict));
    // 汽车巨头
    let of_kind = row
        .get(i + 1)
        .is_some_and(|m| m.has(Cue::FirmKind) && m.has(Cue::Named));
    // 从美国云计算公司Xtream离职
    let word = i + usize::from(!row[i].has(Cue::Named));
    let next = row.get(word + 1).filter(|m| m.label == Label::Latin);
    let named = next.is_some_and(|_| latin::kind_of_firm(row, word + 1).is_some());
    if kind || of_kind || named {
        return None;
    }
    let beyond = strength != Suffix::Strong && ends_before(row, start, i, dict);
    // 法国文化|部长: what the minister works on.
    let titled = row.get(i + 1).is_some_and(|m| m.has(Cue::Portfolio));
    let beyond = beyond || titled && row[start].has(Cue::Country);
    (asked && has_name && !ranked && !beyond).then_some(start..i + 1)
}

/// 国际互联网协会: at an edge, what ends like a house and not like a unit is one, though ranks begin as it does.
fn is_house_at_edge(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let edge = start == 0 || matches!(row[start - 1].label, Label::Punct | Label::Date(_));
    edge && is_house(&row[i].text, dict) && start + 1 < i && row[start].tag.starts_with('n')
}

/// 协会, 同仁医院: whether a word ends like a house that is no unit of another one.
fn is_house(text: &str, dict: &Dict) -> bool {
    let ending = dict.ending(text).map(|(at, _)| &text[at..]);
    let term = ending.and_then(|e| dict.terms.get(e));
    term.is_some_and(|t| t.title.is_none() && t.cues.has(Cue::House))
}

/// 科技公司, 上市公司: trades and other words for kinds of firms, and no name among them.
fn is_kind(name: &[Mention], dict: &Dict) -> bool {
    let Some((ending, words)) = name.split_last() else {
        return false;
    };
    let trade = |m: &Mention| dict.terms.get(&m.text).is_some_and(|t| t.suffix.is_some());
    let kind = |m: &Mention| m.has(Cue::FirmKind) || trade(m);
    ending.cues.any(&[Cue::OrgPronoun, Cue::Named]) && words.iter().all(kind)
}

/// 临江银行称: behind a comma, a new name or one with a place in front of its ending says something.
fn speaks(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let says = row.get(i + 1).is_some_and(|m| m.has(Cue::Say));
    let opens = start > 0 && row[start - 1].is_punct(&['，', '；']);
    let place = row[start].label == Label::Place && start + 1 == i;
    let named = place || is_new(&row[start..i], dict);
    says && opens && named && !row[i].has(Cue::OrgPronoun)
}

/// 归帆物流完成重组，创始人P离职; 归帆物流一天内两名高管离职: a new name at the beginning, with a verb or its time behind
/// it, and a departure later on.
fn acts_first(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let opens = start == 0 || matches!(row[start - 1].label, Label::Punct | Label::Date(_));
    let acts = row.get(i + 1).is_some_and(|m| {
        matches!(m.label, Label::Date(_))
            || m.label == Label::Word && m.tag.starts_with(['v', 'm', 't'])
    });
    let departs = |m: &Mention| m.trigger.is_some();
    opens && acts && is_new(&row[start..i], dict) && row[i + 1..].iter().any(departs)
}

/// 建信银行袁某…: at the edge of a clause, directly before what jieba takes for a person's name.
fn names_bearer(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let opens = start == 0 || row[start - 1].is_punct(&['，', '。', '；']);
    let known = start + 1 == i && row[start].label == Label::Word && row[start].tag == "nz";
    let named = known || is_new(&row[start..i], dict);
    let bearer = row.get(i + 1).is_some_and(|m| {
        m.label == Label::Word
            && m.tag == "nr"
            && dict.names.surname(&first_char(&m.text)).is_some()
    });
    opens && named && bearer && !row[i].has(Cue::OrgPronoun)
}

/// Whether a name holds a word that jieba does not know, or single characters in a row.
fn is_new(name: &[Mention], dict: &Dict) -> bool {
    let unknown = |m: &Mention| {
        m.label == Label::Word
            && m.text.chars().all(latin::is_han)
            && !dict.segmenter.knows(&m.text)
    };
    let single = |m: &Mention| matches!(m.label, Label::Word | Label::Place) && m.chars() == 1;
    name.iter().any(unknown) || name.windows(2).any(|w| w.iter().all(single))
}

/// Where in a mention the ending begins that no firm's name goes beyond: 科技 in 云岫科技.
fn ending_name(m: &Mention, dict: &Dict) -> Option<usize> {
    let (at, _) = dict.ending(&m.text)?;
    let term = dict.terms.get(&m.text[at..])?;
    Some(at).filter(|_| term.cues.has(Cue::EndsName))
}

/// 云岫科技|医疗业务负责人: the name ends further left, and what follows begins a title.
fn ends_before(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let known = start + 1 == i && matches!(row[start].label, Label::MaybeOrg(_));
    let inside = known
        || (start..i).any(|k| ending_name(&row[k], dict).is_some_and(|at| k > start || at > 0));
    let titled = title::head_from(row, i).is_some_and(|h| !row[h].has(Cue::HeadsOrg));
    // 苹果|机器人研究团队的首席研究员
    let team = row
        .get(i + 1)
        .is_some_and(|m| matches!(m.label, Label::Title(TitlePart::Collective)));
    // 科技局局长
    let office = row
        .get(i + 1)
        .is_some_and(|m| m.is_title() && m.text.starts_with(row[i].text.as_str()));
    inside
        && !office
        && ending_name(&row[i], dict).is_none()
        && !row[i].has(Cue::OrgPronoun)
        && !is_house(&row[i].text, dict)
        && (titled || team)
}

/// The strength of a mention's ending, and whether the mention holds more than the ending.
fn suffix(m: &Mention, dict: &Dict) -> Option<(bool, Suffix)> {
    if !dict.may_end_org(&m.text)
        || !matches!(
            m.label,
            Label::Word
                | Label::Latin
                | Label::MaybeOrg(_)
                | Label::Title(TitlePart::Prefix | TitlePart::Unit)
        )
        || !m.cues.is_empty() && m.has(Cue::OrgPronoun) && m.chars() < 2
    {
        return None;
    }
    if let Some(strength) = dict.terms.get(&m.text).and_then(|t| t.suffix) {
        return Some((false, strength));
    }
    let (ending, strength) = dict.ending(&m.text)?;
    // 汽车集团: a trade in front of an ending.
    let trade = dict
        .terms
        .get(&m.text[..ending])
        .is_some_and(|t| t.suffix.is_some());
    if trade && strength == Suffix::Strong {
        return Some((false, strength));
    }
    // 商务局: jieba knows it as an organisation.
    let known = dict.segmenter.knows(&m.text) && !matches!(m.tag, "nt" | "ns");
    let own = ending > 0 && (m.label == Label::Latin || !known);
    own.then_some((true, strength))
}

/// 审计局|党委书记, 管理局|原副局长: a plain word ends the name of an authority in front of a title; one of two characters (大局)
/// if the title is made with its ending.
fn bureau(row: &[Mention], i: usize, dict: &Dict) -> Option<(bool, Suffix)> {
    let m = &row[i];
    let ending = m
        .text
        .char_indices()
        .next_back()
        .map(|(at, _)| &m.text[at..])?;
    let behind = row[i + 1..].iter().find(|m| !m.has(Cue::Former))?;
    let titled = behind.is_title() && (m.chars() > 2 || behind.text.contains(ending));
    let plain = m.label == Label::Word && m.cues.is_empty() && m.tag.starts_with('n');
    (plain && titled && is_authority(m, dict)).then_some((false, Suffix::Weak))
}

/// How far left the name reaches that ends at `i`.
fn left_end(
    row: &[Mention],
    i: usize,
    max_chars: usize,
    max_tokens: usize,
    strength: Suffix,
    dict: &Dict,
) -> usize {
    let ending = |m: &Mention| dict.terms.get(&m.text).and_then(|t| t.suffix);
    let ends = |m: &Mention| ending(m) == Some(Suffix::Strong);
    let trade = |m: &Mention| ending(m).is_some();
    let mut start = i;
    if strength == Suffix::Weak
        && let Some(first) = around_coordinator(row, i, dict).or_else(|| from_place(row, i, dict))
    {
        return first;
    }
    let mut chars = row[i].chars();
    while start > 0 && i - start < max_tokens {
        let before = start - 1;
        if strength == Suffix::Weak && begins_lone(row, start, i, dict) {
            chars += row[before].chars();
            start = before;
            continue;
        }
        let next = if row[before].is_punct(&['）']) && strength == Suffix::Strong {
            open_bracket(row, before, INSERTION)
        } else {
            Some(before)
        };
        let Some(next) = next else { break };
        chars += row[next..start].iter().map(Mention::chars).sum::<usize>();
        let inserted = next < before;
        let parts = if inserted {
            &row[next + 1..before]
        } else {
            &row[next..start]
        };
        // 茅台电商公司: a known name may open a longer one if a word stands between.
        let opens = start < i
            && row[next].is_org()
            && parts.len() == 1
            && (strength == Suffix::Strong || row[i].has(Cue::OrgPronoun))
            || strength == Suffix::Weak
                && !row[i].has(Cue::OrgPronoun)
                && row[i].chars() <= 2
                && parts.len() == 1
                && opens_at_edge(row, next);
        // 美国芯片巨头Lumen Labs: a Latin name is Latin to its beginning, or begins with a known name.
        let foreign =
            row[i].label == Label::Latin && parts.iter().any(|m| m.tag != "eng" && !m.is_org());
        // 众擎集团|收购|青屏集团: what one firm does to another is no part of a name.
        let acts = next > 0
            && row[next].tag == "v"
            && row[next].label == Label::Word
            && ends(&row[next - 1])
            && !trade(&row[next]);
        // 全国|互联网|协会: the trade is part of its house's name.
        let kind = |m: &Mention| m.label == Label::Word && m.has(Cue::FirmKind) && m.join.is_none();
        let kinds = is_house(&row[i].text, dict) && parts.iter().all(kind);
        if chars > max_chars
            || acts
            || foreign
            || !opens && !kinds && !parts.iter().all(|m| is_name_part(m, strength))
        {
            break;
        }
        start = next;
    }
    start
}

/// 同|泽|人寿, 哈弗|森|食品: whether the word before `start` begins the name of which only one character stands in front of
/// its ending.
fn begins_lone(row: &[Mention], start: usize, i: usize, dict: &Dict) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let m = &row[before];
    let name: String = row[start..=i].iter().map(|m| m.text.as_str()).collect();
    let edge = || {
        before.checked_sub(1).is_none_or(|b| {
            let b = &row[b];
            matches!(b.label, Label::Punct | Label::Date(_)) || b.join.is_some() || b.has(Cue::Hold)
        })
    };
    let grammatical = [
        Cue::Of,
        Cue::From,
        Cue::At,
        Cue::By,
        Cue::Passive,
        Cue::Former,
        Cue::Source,
    ];
    let function = m.chars() == 1 && (m.cues.is_empty() || edge()) && !m.cues.any(&grammatical);
    let word = m.chars() <= 3 && m.cues.is_empty() && !m.tag.starts_with(['v', 'u', 'f', 'm', 'r']);
    let part = matches!(
        m.label,
        Label::Word | Label::Place | Label::Org(_) | Label::MaybeOrg(_)
    );
    part && (function || word)
        && m.at.end == row[start].at.start
        && m.text.chars().all(latin::is_han)
        && m.trigger.is_none()
        && m.join.is_none()
        && !dict.segmenter.knows(&name)
        && is_lone(&name, dict)
}

/// 中瑞丰|和|基金公告称: where a name begins that jieba cuts at a coordinator, since no list has its first part and a mere
/// ending follows.
fn around_coordinator(row: &[Mention], i: usize, dict: &Dict) -> Option<usize> {
    let first = i.checked_sub(2)?;
    let new = |m: &Mention| {
        matches!(m.label, Label::Word)
            && m.cues.is_empty()
            && m.chars() > 1
            && m.text.chars().all(latin::is_han)
            && !dict.segmenter.knows(&m.text)
    };
    let coordinator = row[i - 1].has(Cue::Coord) && row[i - 1].chars() == 1;
    let edge = first == 0 || row[first - 1].label == Label::Punct || row[first - 1].join.is_some();
    let bare = row[i].chars() == 2 && dict.ending(&row[i].text).is_some_and(|(at, _)| at == 0);
    (coordinator && bare && edge && new(&row[first])).then_some(first)
}

/// 远航重工, 玖州生物: a verb or numeral at an edge may be the first part of a name.
fn opens_at_edge(row: &[Mention], k: usize) -> bool {
    let m = &row[k];
    let shape = m.tag == "v" && m.chars() == 2
        || m.tag == "m" && m.chars() <= 2 && m.text.chars().all(latin::is_han);
    let edge = k == 0
        || row[k - 1].label == Label::Punct
        || matches!(row[k - 1].label, Label::Date(_))
        || row[k - 1]
            .cues
            .any(&[Cue::Former, Cue::From, Cue::Workplace]);
    m.label == Label::Word
        && shape
        && edge
        && m.cues.is_empty()
        && m.trigger.is_none()
        && m.join.is_none()
}

/// 美国|海岸|与|港口|管理局, 临江市|公安局|东湖|治安|分局: where the long name of an authority begins: at its place, from which
/// nothing but nouns and what joins them leads to the ending.
fn from_place(row: &[Mention], i: usize, dict: &Dict) -> Option<usize> {
    let verb = |m: &Mention| {
        let plain = m.label == Label::Word && m.cues.is_empty() && m.trigger.is_none();
        plain && m.tag == "v" && m.chars() == 2
    };
    // 市政府、公安局: two authorities.
    let noun = |m: &Mention| {
        is_name_part(m, Suffix::Weak) && m.label != Label::Place && !ends_house(m, dict)
    };
    let joins = |k: usize| {
        let mark = row[k].has(Cue::Coord) && row[k].chars() == 1 || row[k].is_punct(&['、']);
        mark && k > 0 && (noun(&row[k - 1]) || verb(&row[k - 1]))
    };
    // 海洋保护局, 保护与开发委员会: what the authority does, not what somebody does with it.
    let does = |k: usize| verb(&row[k]) && (k + 1 == i || joins(k + 1));
    let part = |k: usize| is_name_part(&row[k], Suffix::Weak) || joins(k) || does(k);
    let reach = (i.saturating_sub(AUTHORITY)..i).rev();
    let reach = reach.take_while(|&k| part(k) && row[k].at.end == row[k + 1].at.start);
    let first = reach.filter(|&k| row[k].label == Label::Place).last()?;
    is_authority(&row[i], dict).then_some(first)
}

/// 政府, 公安局: whether a mention ends like a house, rather than a trade.
fn ends_house(m: &Mention, dict: &Dict) -> bool {
    m.tag == "nt" || is_authority(m, dict) || is_house(&m.text, dict)
}

/// 管理局, 委员会: whether a mention ends in what ends both the name of an organisation and a unit of a title.
fn is_authority(m: &Mention, dict: &Dict) -> bool {
    let mut ends = m.text.char_indices().map(|(at, _)| &m.text[at..]);
    let both = |t: &Term| t.suffix == Some(Suffix::Weak) && t.title == Some(TitlePart::Unit);
    dict.may_end_org(&m.text) && ends.any(|end| dict.terms.get(end).is_some_and(both))
}

/// The bracket with at most `words` in it that closes at `close`.
fn open_bracket(row: &[Mention], close: usize, words: usize) -> Option<usize> {
    (1..=words + 1)
        .filter_map(|n| close.checked_sub(n))
        .find(|&o| row[o].is_punct(&['（']))
}

fn is_name_part(m: &Mention, strength: Suffix) -> bool {
    match m.label {
        Label::Org(_) => strength == Suffix::Strong,
        Label::MaybeOrg(_) | Label::Place | Label::Latin => true,
        Label::Title(TitlePart::Prefix | TitlePart::Unit) => !m.has(Cue::Named),
        Label::Punct => m.is_punct(&['-', '&']),
        Label::Word => {
            let kind = m.tag.as_bytes().first().copied().unwrap_or(b'x');
            let nominal = !matches!(
                kind,
                b'p' | b'c' | b'u' | b'd' | b'r' | b'y' | b'e' | b'o' | b'm'
            ) && m.tag != "v"
                // 今年以来|云岫科技
                && !(kind == b'f' && m.chars() > 1)
                || m.tag == "eng";
            let plain = m.cues.is_empty();
            let founder = m.has(Cue::Founder) && m.chars() > 1;
            m.trigger.is_none()
                && m.join.is_none()
                && plain
                && (nominal
                    || founder
                    || m.tag == "v" && m.chars() == 2 && strength == Suffix::Strong)
        }
        _ => false,
    }
}

/// Whether what follows `end` asks for an organisation: a title, 公告, a ticker; or what stands before `start` does.
fn asks_for_org(row: &[Mention], start: usize, end: usize) -> bool {
    // X（English name）总裁: what stands behind the bracket counts.
    let mut next = end + 1;
    if row.get(next).is_some_and(|m| m.is_punct(&['（'])) {
        next = row[next..]
            .iter()
            .take(8)
            .position(|m| m.is_punct(&['）']))
            .map_or(next, |n| next + n + 1);
    }
    let telling = |a: &Mention| {
        matches!(a.label, Label::Title(_))
            || a.cues.any(&[
                Cue::Announce,
                Cue::Former,
                Cue::Current,
                Cue::OrgContext,
                Cue::OrgPronoun,
            ])
    };
    let owned = |a: &Mention| {
        a.has(Cue::Of)
            && row
                .get(next + 1)
                .is_some_and(|b| matches!(b.label, Label::Title(_)))
    };
    // X两名副总裁
    let counted = next + usize::from(row.get(next).is_some_and(|a| a.tag.starts_with('m')));
    let titled = row.get(next).is_some_and(|a| telling(a) || owned(a))
        || row
            .get(counted)
            .is_some_and(|a| matches!(a.label, Label::Title(TitlePart::Head)));
    let at = start > 0
        && row[start - 1].has(Cue::At)
        && row
            .get(next)
            .is_some_and(|a| a.cues.any(&[Cue::Works, Cue::Hold]));
    // X昨日解雇了…, X将…解雇: who removes somebody is an organisation.
    let mut verb = next;
    while row.get(verb).is_some_and(|m| {
        matches!(m.label, Label::Date(_))
            || m.tag == "d" && m.cues.is_empty() && m.trigger.is_none()
            || m.cues.any(&[Cue::Plan, Cue::Future, Cue::Adverb]) && !m.has(Cue::ObjectMarker)
            || m.has(Cue::Filler) && !m.has(Cue::Of)
    }) {
        verb += 1;
    }
    if row
        .get(verb)
        .is_some_and(|m| m.cues.any(&[Cue::ObjectMarker, Cue::From]))
    {
        verb += row[verb..]
            .iter()
            .take_while(|m| {
                m.trigger.is_none() && !m.has(Cue::OrgContext) && m.label != Label::Punct
            })
            .count();
    }
    // X今（5）日公告
    // 杭州公司称: a firm of that place, which has another name.
    let named = !row[end].has(Cue::OrgPronoun);
    let removes = row.get(verb).is_some_and(|m| {
        m.cues.any(&[Cue::OrgContext, Cue::Announce])
            || named && m.has(Cue::Say)
            || m.trigger.is_some_and(|t| t.frame.has_object())
    });
    titled || at || removes || by_ticker(row, end).is_some() || asks_before(row, start)
}

/// 被X以高薪挖走: who takes somebody away stands behind 被.
fn is_agent(row: &[Mention], start: usize, end: usize) -> bool {
    let takes = |m: &Mention| m.trigger.is_some_and(|t| t.frame.has_object());
    let mut clause = row[end + 1..]
        .iter()
        .take(8)
        .take_while(|m| !m.is_punct(&['，', '。', '；']));
    start > 0 && row[start - 1].has(Cue::Passive) && clause.any(takes)
}

fn asks_before(row: &[Mention], start: usize) -> bool {
    // 转任“北辰半导体”: the word stands before the quotation mark; “空降”O: the word stands in it.
    let quoted = start > 0 && row[start - 1].is_punct(&['"']);
    let before = start.checked_sub(1 + usize::from(quoted));
    before.map(|b| &row[b]).is_some_and(|b| {
        b.join.is_some()
            || b.cues.any(&[
                Cue::From,
                Cue::Former,
                Cue::Workplace,
                Cue::Named,
                Cue::Origin,
            ])
            || b.trigger.is_some_and(|t| {
                matches!(
                    t.frame,
                    Frame::Employer | Frame::Destination | Frame::Post | Frame::Intransitive
                )
            })
    })
}

/// X（600519） or X（00574-HK）: the name before the bracket at `i + 1`.
fn by_ticker(row: &[Mention], i: usize) -> Option<std::ops::Range<usize>> {
    let open = row.get(i + 1).filter(|m| m.is_punct(&['（']))?;
    let inside = row[i + 2..]
        .iter()
        .take(5)
        .take_while(|m| !m.is_punct(&['）', '，']));
    let is_code = |m: &Mention| {
        matches!(
            m.text.trim_matches(|c: char| !c.is_ascii_digit()).len(),
            4..=6
        ) && m
            .text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ' ' | ':'))
    };
    if open.at.end != row.get(i + 2)?.at.start || !inside.into_iter().any(is_code) {
        return None;
    }
    let edge = |m: &Mention| {
        matches!(
            m.label,
            Label::Date(_) | Label::Person | Label::Title(TitlePart::Head)
        ) || m.label == Label::Punct && !m.is_punct(&['*'])
            || m.trigger.is_some()
            || m.label == Label::Media
    };
    let known = |m: &Mention| !m.cues.is_empty() && m.chars() > 1;
    let start = (0..=i)
        .rev()
        .take(5)
        .take_while(|&k| !edge(&row[k]) && !known(&row[k]))
        .last()?;
    Some(start..i + 1).filter(|r| (2..=10).contains(&name_length(row, r)) && !row[i].is_org())
}

/// 【X】X…: a label in front of a paragraph that the paragraph begins with; 【X】R P: a new name in front of a title.
fn by_label(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let close = Some(i).filter(|_| row[i].is_punct(&['）']))?;
    let open = open_bracket(row, close, LABEL)?;
    let number = |m: &Mention| m.label == Label::Punct || m.tag == "m";
    let inside = &row[open + 1..close];
    let label: String = inside.iter().map(|m| m.text.as_str()).collect();
    let rest: String = row[close + 1..].iter().map(|m| m.text.as_str()).collect();
    let known = inside
        .iter()
        .all(|m| m.is_org() || m.is_person() || matches!(m.label, Label::Media | Label::Place));
    let ends = || inside.len() > 1 && suffix(&row[close - 1], dict).is_some();
    let name = || {
        is_new(inside, dict) || ends() && (inside[0].tag == "ns" || inside[0].label == Label::Place)
    };
    let titled = || name() && title::head_from(row, close + 1).is_some();
    let named = rest.contains(&label) || titled();
    let fits = (2..=10).contains(&label.chars().count()) && named && !known;
    (fits && row[..open].iter().all(number)).then_some(open + 1..close)
}

/// 证券简称：X: the name by which a listed firm trades, up to the next punctuation.
fn by_listing(row: &[Mention], i: usize) -> Option<std::ops::Range<usize>> {
    if !row[i].has(Cue::ListedAs) || !row.get(i + 1)?.is_punct(&['：']) {
        return None;
    }
    let start = i + 2;
    let ends = |k: usize| row.get(k).is_none_or(|m| m.label == Label::Punct);
    let close = (start..start + 6).find(|&k| ends(k))?;
    let range = start..close;
    let known = row[range.clone()].iter().any(|m| m.is_org());
    ((2..=6).contains(&name_length(row, &range)) && !known).then_some(range)
}

/// 平台“一篮子”: a name in quotes behind a word for a kind of organisation.
fn by_quotes(row: &[Mention], i: usize) -> Option<std::ops::Range<usize>> {
    if !row[i].has(Cue::Named) || !row.get(i + 1)?.is_punct(&['"']) {
        return None;
    }
    let close = (i + 2..row.len().min(i + 8)).find(|&k| row[k].is_punct(&['"']))?;
    let range = i + 2..close;
    (2..=10)
        .contains(&name_length(row, &range))
        .then_some(range)
}

/// 从深岚跳槽, 离开联升: an unknown word where the verb asks for an organisation.
fn by_verb(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let asks = row[i].has(Cue::From)
        || row[i].trigger.is_some_and(|t| t.frame == Frame::Employer)
        || row[i]
            .join
            .is_some_and(|j| matches!(j.frame, JoinFrame::Org | JoinFrame::Next));
    if !asks {
        return None;
    }
    let mut start = i + 1;
    while row
        .get(start)
        .is_some_and(|m| m.has(Cue::Filler) && !m.has(Cue::Of))
    {
        start += 1;
    }
    // 离开了工作十二年的栖木, 离开了自己创办的栖木: the name comes last.
    let mut worked = false;
    let clause = row[start..].iter().take(8);
    let clause = clause.take_while(|m| m.label != Label::Punct && !m.is_org());
    let works = |m: &Mention| m.cues.any(&[Cue::Works, Cue::Workplace]);
    if clause.clone().take(3).any(works)
        && let Some(of) = clause
            .collect::<Vec<_>>()
            .iter()
            .rposition(|m| m.has(Cue::Of))
    {
        start += of + 1;
        worked = true;
    }
    // Who has worked there for years leaves no place: a rare word is a name.
    let known = |name: &str| {
        let rare = worked && dict.segmenter.frequency(name) < super::person::RARE;
        dict.segmenter.knows(name) && !rare
    };
    let part = |m: &Mention| {
        matches!(m.label, Label::Word | Label::Place)
            && m.cues.is_empty()
            && m.trigger.is_none()
            && m.join.is_none()
    };
    let end = (start..row.len())
        .find(|&k| !part(&row[k]))
        .unwrap_or(row.len());
    let closed = row.get(end).is_none_or(|m| {
        m.label == Label::Punct
            || matches!(m.label, Label::Title(_))
            // 从传统商超挖来, 从海外引进: people are taken on from trades and places, too.
            || m.trigger.is_some_and(|t| t.frame != Frame::Poached || t.need == Need::Nothing)
            || m.join.is_some()
            || m.cues.any(&[Cue::After, Cue::Coord])
            // 从最简单的一句话开始
            || m.has(Cue::Of) && !row[i].has(Cue::From)
    });
    let name: String = row
        .get(start..end)?
        .iter()
        .map(|m| m.text.as_str())
        .collect();
    let unknown = dict.ending(&name).is_some_and(|(own, _)| own > 0)
        || row[start..end].iter().any(|m| !known(&m.text))
        || row[start..end].iter().any(|m| m.chars() == 1);
    // 离开了两年多
    let counts = row[start..end]
        .first()
        .is_none_or(|m| m.tag.starts_with('m'));
    let fits = (2..=4).contains(&name.chars().count()) && name.chars().all(latin::is_han);
    // 媒体以: a word with something behind it.
    let glued = end == start + 1 && {
        let edge = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
        edge < name.len() && dict.segmenter.knows(&name[..edge]) && dict.ending(&name).is_none()
    };
    (closed
        && unknown
        && fits
        && !counts
        && !glued
        && !known(&name)
        && (!super::person::is_name_like(&name, dict) || is_left_from(row, i, start..end)))
    .then_some(start..end)
}

/// 从云杉离职: what stands between 从 and the departure is left, whatever it looks like.
fn is_left_from(row: &[Mention], from: usize, name: std::ops::Range<usize>) -> bool {
    row[from].has(Cue::From) && row.get(name.end).is_some_and(|m| m.trigger.is_some())
}

/// ST or *ST and what follows it.
fn by_special_treatment(row: &[Mention], i: usize) -> Option<std::ops::Range<usize>> {
    let marked = row[i].text.starts_with("ST") && row[i].chars() == 2;
    let name = |k: usize| {
        row.get(k).is_some_and(|m| {
            matches!(m.label, Label::Word | Label::Place | Label::MaybeOrg(_))
                && m.cues.is_empty()
                && m.trigger.is_none()
                && m.text.chars().all(latin::is_han)
        })
    };
    if !marked || !name(i + 1) {
        return None;
    }
    let end = if row[i + 1].chars() == 1 && name(i + 2) {
        i + 3
    } else {
        i + 2
    };
    Some(i..end)
}

fn name_length(row: &[Mention], range: &std::ops::Range<usize>) -> usize {
    row[range.clone()].iter().map(Mention::chars).sum()
}

/// X公告 and X：… at the beginning of a sentence.
fn by_announcement(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let next = row.get(i + 1)?;
    let colon = next.is_punct(&['：']);
    let announced = next.has(Cue::Announce) && next.has(Cue::Official);
    if !colon && !announced || row[i].label == Label::Person || row[i].is_org() {
        return None;
    }
    // 云音回声宣布: a verb may end what announces.
    let closes = |k: usize| {
        let m = &row[k];
        let plain = m.cues.is_empty() && m.trigger.is_none() && m.join.is_none();
        announced && k == i && m.label == Label::Word && m.tag == "v" && m.chars() == 2 && plain
    };
    let part = |k: usize| is_name_part(&row[k], Suffix::Weak) || closes(k);
    let start = (0..=i)
        .rev()
        .take_while(|&k| part(k) || opens_at_edge(row, k))
        .last()?;
    let at_start = opens_item(row, start)
        || matches!(row[start - 1].label, Label::Date(_))
        || row[start - 1].is_punct(&['，', '。', '（', '）']);
    let chars = name_length(row, &(start..i + 1));
    let name = &row[start..=i];
    let listed = |m: &Mention| matches!(m.label, Label::MaybeOrg(_));
    let new = name.iter().any(listed) || is_new(name, dict);
    let numbered = colon && start > 0 && opens_item(row, start);
    let told = |m: &Mention| m.trigger.is_some() || m.is_title();
    let leaves = numbered || row[i + 1..].iter().any(told);
    let name: String = row[start..=i].iter().map(|m| m.text.as_str()).collect();
    let person = super::person::is_name_like(&name, dict);
    (at_start && new && (2..=8).contains(&chars) && leaves && !person).then_some(start..i + 1)
}

/// Whether a row, or what follows its number (二、, 3.) or bullet (▶), begins at `start`.
fn opens_item(row: &[Mention], start: usize) -> bool {
    let marks = [
        '（', '）', '"', '《', '》', '，', '。', '；', '：', '？', '！',
    ];
    let bullet = |m: &Mention| m.label == Label::Punct && !m.is_punct(&marks);
    row[..start].iter().all(bullet) || start <= 2 && row[start - 1].is_punct(&['、', '.'])
}

/// A name between an edge and a title that no word of a title is: 阿衡 + 副总裁, 橙子互动 + 副总经理.
fn by_position(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let head = |m: &Mention| matches!(m.label, Label::Title(TitlePart::Head));
    let titled = row.get(i + 1).is_some_and(|n| {
        head(n)
            || matches!(n.label, Label::Title(TitlePart::Prefix))
                && row.get(i + 2).is_some_and(head)
    });
    if !titled || row[..i].iter().any(|m| m.is_org()) {
        return None;
    }
    let part = |k: usize| {
        is_name_part(&row[k], Suffix::Weak) && !matches!(row[k].label, Label::Title(_))
            || row[k].label == Label::Word
                && row[k].chars() > 1
                && !row[k].tag.starts_with(['p', 'c', 'u', 'r', 'f'])
                && row[k].cues.is_empty()
                && row[k].trigger.is_none()
                && row[k].join.is_none()
    };
    let start = (0..=i).rev().take(4).take_while(|&k| part(k)).last()?;
    // 苹果大模型负责人: the words behind a listed name belong to the title.
    let listed = matches!(row[start].label, Label::MaybeOrg(_));
    let worded = |m: &Mention| m.label == Label::Word && dict.segmenter.knows(&m.text);
    if start < i && listed && row[start + 1..=i].iter().all(worded) {
        return Some(start..start + 1);
    }
    let heads = row[i + 1].cues.any(&[Cue::HeadsOrg, Cue::HeadsPlace]);
    let edge = start == 0 || {
        let b = &row[start - 1];
        matches!(b.label, Label::Date(_))
            || b.has(Cue::Former)
            || b.has(Cue::Current)
            || is_left(b)
            || start == i && heads && states_post(b)
            || start == 1 && b.has(Cue::Rumour)
            || b.is_punct(&['，', '、', '。', '：', '（', '）', '；'])
    };
    let name: String = row[start..=i].iter().map(|m| m.text.as_str()).collect();
    let length = name.chars().count();
    let modifies = |m: &Mention| {
        dict.modifiers.contains(m.text.as_str()) || matches!(m.label, Label::Title(_))
    };
    // 许之恒三名董事: counted people.
    let counts = row[start..=i]
        .iter()
        .any(|m| m.tag.starts_with('m') || m.text.starts_with(|c: char| c.is_ascii_digit()));
    let modifier =
        counts || row[start..=i].iter().all(modifies) || dict.modifiers.contains(name.as_str());
    // 灵枢创始人: no other noun stands in front of such a title.
    let rare = start == i
        && row[i + 1].has(Cue::HeadsOrg)
        && dict.segmenter.frequency(&name) < super::person::RARE;
    let known = dict.segmenter.knows(&name) && !rare
        || row[start..=i].iter().all(|m| m.label == Label::Place)
        || row[start].tag == "v";
    let foreign = length > 2 && name.chars().all(|c| dict.names.transliteration(c) > 0.0);
    // Where the title's bearer follows, the name in front is not another person.
    let bearer = row[i + 1..]
        .iter()
        .find(|m| !matches!(m.label, Label::Title(_)))
        .is_some_and(|m| m.label == Label::Word && m.cues.is_empty() && m.trigger.is_none());
    // 退出青梧合伙人: what is left has a name.
    let left = start > 0 && (is_left(&row[start - 1]) || states_post(&row[start - 1]));
    let person = !bearer && !left && (foreign || super::person::is_name_like(&name, dict));
    let country = row[start].has(Cue::Country) && row[i + 1].has(Cue::Portfolio);
    let beyond = country || ends_before(row, start, i, dict);
    (edge && (2..=6).contains(&length) && !known && !modifier && !person && !beyond)
        .then_some(start..i + 1)
}

/// A verb with a post behind it: 辞去, 不再担任, 担任.
fn states_post(m: &Mention) -> bool {
    m.trigger.is_some_and(|t| t.frame == Frame::Post) || m.has(Cue::Hold)
}

/// A verb with what is left behind it: 离开, 退出.
fn is_left(m: &Mention) -> bool {
    m.trigger.is_some_and(|t| t.frame == Frame::Employer)
}

/// 原美拍COO: two characters between 原 and a title that only a whole organisation has.
fn by_former(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let headed = row.get(i + 1).is_some_and(|m| m.has(Cue::HeadsOrg));
    let single = |k: usize| {
        let m = &row[k];
        matches!(m.label, Label::Word | Label::Place)
            && m.chars() == 1
            && m.text.chars().all(latin::is_han)
            && m.cues.is_empty()
            && m.trigger.is_none()
            && m.join.is_none()
            && !m.tag.starts_with(['m', 'q', 'r', 'f', 'u'])
    };
    let start = i.checked_sub(1)?;
    let former = start > 0 && row[start - 1].has(Cue::Former);
    let name = || format!("{}{}", row[start].text, row[i].text);
    (headed && former && single(start) && single(i))
        .then_some(start..i + 1)
        .filter(|_| !dict.modifiers.contains(name().as_str()))
}

/// 《青石早报》原总编辑: the paper in front of the post of somebody who works there.
fn by_paper(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    row.get(i + 1).filter(|m| m.is_punct(&['》']))?;
    let open = (i.saturating_sub(5)..i).rfind(|&k| row[k].is_punct(&['《']))?;
    let former = row.get(i + 2).is_some_and(|m| m.has(Cue::Former));
    let title = row.get(i + 2 + usize::from(former))?;
    // 据《青石早报》总编辑P介绍, 《青石早报》记者P
    let source = open > 0 && row[open - 1].has(Cue::Source);
    let titled = title.is_title() && !title.has(Cue::Byline) && !source;
    let prints = dict.ends_in(&row[i].text, Cue::Prints);
    (titled && prints).then_some(open + 1..i + 1)
}

/// 《再见，X》: whom a farewell letter is addressed to, if it is no person.
fn by_farewell(row: &[Mention], i: usize, dict: &Dict) -> Option<std::ops::Range<usize>> {
    let titled = i > 0 && row[i - 1].is_punct(&['《', '"']) && row[i].has(Cue::Farewell);
    if !titled {
        return None;
    }
    let start = i + 1 + usize::from(row.get(i + 1)?.is_punct(&['，']));
    let close = (start..row.len().min(start + 5)).find(|&k| row[k].label == Label::Punct)?;
    let range = start..close;
    let name: String = row
        .get(range.clone())?
        .iter()
        .map(|m| m.text.as_str())
        .collect();
    let new = (2..=6).contains(&name.chars().count()) && !dict.segmenter.knows(&name);
    let plain = row[range.clone()]
        .iter()
        .all(|m| is_name_part(m, Suffix::Weak));
    let closed = row[close].is_punct(&['》', '"']);
    let surname = dict.names.surname(&first_char(&name)).unwrap_or_default();
    let person = surname >= COMMON && super::person::is_name_like(&name, dict);
    (closed && new && plain && !person).then_some(range)
}

/// X首席执行官: a capital letter at an edge, directly before a title.
fn by_letter(row: &[Mention], i: usize) -> Option<std::ops::Range<usize>> {
    let letter = row[i].chars() == 1 && row[i].text.starts_with(|c: char| c.is_ascii_uppercase());
    let edge = i == 0 || row[i - 1].label == Label::Punct || row[i - 1].has(Cue::Former);
    let office = [TitlePart::Head, TitlePart::Prefix].map(Label::Title);
    let titled = row.get(i + 1).is_some_and(|n| office.contains(&n.label));
    (letter && edge && titled).then_some(i..i + 1)
}

/// X（以下简称“Y”）: the ranges of X and Y.
fn alias(
    row: &[Mention],
    i: usize,
    dict: &Dict,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    if !row[i].has(Cue::ShortFor) {
        return None;
    }
    let open = (1..=4)
        .filter_map(|n| i.checked_sub(n))
        .find(|&o| row[o].is_punct(&['（']))?;
    let end = open.checked_sub(1)?;
    let mut start = left_end(row, end, 28, 12, Suffix::Strong, dict);
    let mut from = i + 1;
    while row
        .get(from)
        .is_some_and(|m| m.is_punct(&['"', '：', '《']) || m.has(Cue::Hold))
    {
        from += 1;
    }
    let to = (from..row.len().min(from + 6))
        .find(|&k| row[k].is_punct(&['"', '）', '》', '，', '、', '/']))?;
    let pronoun = row[from..to].iter().all(|m| m.has(Cue::OrgPronoun));
    // 顺|捷速运（下称顺捷）: the short name tells where the long one begins.
    let opens = from < to && start > 0 && row[start - 1].text == first_char(&row[from].text);
    start -= usize::from(opens);
    (from < to && !pronoun && is_name_part_or_org(&row[end])).then_some((start..end + 1, from..to))
}

/// X有限公司（X）, X（X有限公司）: the ranges of the whole name and of the short one that begins it.
fn spelled_out(
    row: &[Mention],
    i: usize,
    dict: &Dict,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let end = i.checked_sub(1).filter(|_| row[i].is_punct(&['（']))?;
    let mut inside = (i + 1..row.len()).take(12);
    let close = inside.find(|&k| row[k].is_punct(&['）']))?;
    let whole = |k: usize| suffix(&row[k], dict).is_some_and(|s| s.1 == Suffix::Strong);
    let plain = |m: &Mention| m.label == Label::Word && m.cues.is_empty() || m.is_org();
    let begins = |full: std::ops::Range<usize>, short: std::ops::Range<usize>| {
        let text = |range: std::ops::Range<usize>| {
            row[range]
                .iter()
                .map(|m| m.text.as_str())
                .collect::<String>()
        };
        let name: String = text(short.clone());
        let fits = (2..=6).contains(&name.chars().count()) && row[short.clone()].iter().all(plain);
        (fits && text(full.clone()).starts_with(&name)).then_some((full, short))
    };
    if whole(end) {
        let full = left_end(row, end, 28, 12, Suffix::Strong, dict)..i;
        return begins(full, i + 1..close);
    }
    let mut starts = (end.saturating_sub(3)..=end).rev();
    starts
        .find_map(|start| begins(i + 1..close, start..i))
        .filter(|_| whole(close - 1))
}

/// 临川大学附属第一医院: a house that belongs to another one has a name of its own.
fn join_attached(row: &mut Vec<Mention>, view: &View, dict: &Dict) {
    let inside = |m: &Mention| !matches!(m.label, Label::Punct | Label::Person | Label::Date(_));
    // 附属中学 is one word.
    let whole = |m: &Mention| {
        let mut ends = m.text.char_indices().map(|(at, _)| &m.text[..at]).skip(1);
        let attached = |t: &Term| t.cues.has(Cue::Attached);
        let begins = ends.any(|word| dict.terms.get(word).is_some_and(attached));
        m.label == Label::Word && begins && is_house(&m.text, dict)
    };
    for i in (0..row.len().saturating_sub(2)).rev() {
        if row[i].is_org() && whole(&row[i + 1]) {
            super::merge(row, i..i + 2, Label::Org(None), view);
        }
        if !row[i].is_org() || !row[i + 1].has(Cue::Attached) {
            continue;
        }
        let words = row[i + 2..].iter().take(4).take_while(|m| inside(m));
        let ends = |m: &Mention| m.is_org() || dict.ending(&m.text).is_some();
        if let Some(n) = words.into_iter().position(ends) {
            super::merge(row, i..i + 3 + n, Label::Org(None), view);
        }
    }
}

/// 约翰斯·霍普金斯|大学, 马克斯·普朗克|量子光学|研究所: a house that bears a person's name.
fn join_namesake(row: &mut Vec<Mention>, view: &View, dict: &Dict) {
    let ends = |m: &Mention| {
        let strong = dict.terms.get(&m.text).and_then(|t| t.suffix) == Some(Suffix::Strong);
        m.label == Label::Org(None) || strong && !m.has(Cue::OrgPronoun) || is_house(&m.text, dict)
    };
    let inside =
        |m: &Mention| m.label == Label::Word && m.cues.is_empty() && m.tag.starts_with('n');
    for i in (0..row.len().saturating_sub(1)).rev() {
        let removes = |m: &Mention| m.trigger.is_some_and(|t| t.frame.has_object());
        let titled = i > 0 && (row[i - 1].is_title() || removes(&row[i - 1]));
        if !row[i].is_person() || !row[i].text.contains('·') || titled {
            continue;
        }
        let words = row[i + 1..]
            .iter()
            .take(3)
            .take_while(|m| inside(m))
            .count();
        let end = (i + 1..i + 2 + words).find(|&k| row.get(k).is_some_and(ends));
        if let Some(end) = end.filter(|_| row[i].at.end == row[i + 1].at.start) {
            super::merge(row, i..end + 1, Label::Org(None), view);
        }
    }
}

/// 中国科学院|青藏高原研究所: an institute of an academy that no list has.
fn join_institute(row: &mut Vec<Mention>, view: &View, dict: &Dict) {
    for i in (1..row.len()).rev() {
        let (academy, institute) = (&row[i - 1], &row[i]);
        let ends = dict.ends_in(&academy.text, Cue::Academy);
        let named = institute.label == Label::Org(None) && academy.at.end == institute.at.start;
        if !academy.is_org() || !ends {
            continue;
        }
        let end = named.then_some(i + 1).or_else(|| short_institute(row, i));
        if let Some(end) = end {
            super::merge(row, i - 1..end, Label::Org(None), view);
        }
    }
}

/// 中科院|物理|所|副所长: one past what begins at `i` and ends in the character that its head's title is made with.
fn short_institute(row: &[Mention], i: usize) -> Option<usize> {
    let unit = Label::Title(TitlePart::Unit);
    let inside = |m: &Mention| {
        let plain = matches!(m.label, Label::Word | Label::Place) && m.cues.is_empty();
        plain || m.label == unit
    };
    let name = row[i..].iter().take(INSTITUTE).take_while(|m| inside(m));
    let end = i + name.count();
    let title = row
        .get(end)
        .filter(|m| m.label == Label::Title(TitlePart::Head) && m.chars() <= 3)?;
    let ending = row[end - 1].text.chars().next_back()?;
    (end > i && title.text.contains(ending)).then_some(end)
}

/// 同济|医院: the short name of a university in front of another kind of house, which is no unit of a firm, begins its name.
fn names_house_of_its_own(row: &[Mention], i: usize, dict: &Dict) -> bool {
    let Label::Org(Some(id)) = row[i].label else {
        return false;
    };
    let org = &dict.orgs[id as usize];
    let short = org.kind == OrgKind::University && *org.name != *row[i].text;
    let bare = dict
        .terms
        .get(&row[i + 1].text)
        .is_some_and(|t| t.suffix.is_some());
    short && bare && is_house(&row[i + 1].text, dict)
}

/// 东洲|国立|现代艺术博物馆, 江北省|立|同济医院: whose house it is belongs to its name, with the place.
fn join_founder(row: &mut Vec<Mention>, view: &View, dict: &Dict) {
    let begins = |m: &Mention| {
        let ends = m.text.char_indices().map(|(at, _)| &m.text[..at]).skip(2);
        ends.filter_map(|word| dict.terms.get(word))
            .any(|t| t.cues.has(Cue::Founder))
    };
    let joins = |a: &Mention, b: &Mention| a.at.end == b.at.start;
    for i in (1..row.len()).rev() {
        // What stood here may have become part of a name behind it.
        if !row.get(i).is_some_and(Mention::is_org) {
            continue;
        }
        let own = begins(&row[i]);
        let founder = if own { i } else { i - 1 };
        let founded = own || row[founder].has(Cue::Founder) && joins(&row[founder], &row[i]);
        let Some(place) = founder.checked_sub(1).filter(|_| founded) else {
            continue;
        };
        let (m, next) = (&row[place], &row[founder]);
        let somewhere = m.label == Label::Place || m.tag == "ns";
        let new = m.label == Label::Word && !dict.segmenter.knows(&m.text) && m.chars() <= 3;
        let named = joins(m, next) && m.cues.is_empty() && (somewhere || new);
        // 湖北省|立, but not 美国|立
        let whole = next.chars() > 1;
        let start = match named && (whole || somewhere && !m.has(Cue::Country)) {
            true => place,
            false if whole => founder,
            false => continue,
        };
        if start < i {
            super::merge(row, start..i + 1, Label::Org(None), view);
        }
    }
}

/// 《江南文学》杂志主编: the journal of whoever edits it is a house.
fn join_journal(row: &mut Vec<Mention>, view: &View) {
    let inside = |m: &Mention| {
        let plain = !matches!(m.label, Label::Punct | Label::Date(_));
        plain || m.is_punct(&['-', '·'])
    };
    for open in (0..row.len()).rev() {
        if !row[open].is_punct(&['《']) {
            continue;
        }
        let close = open
            + 1
            + row[open + 1..]
                .iter()
                .take(8)
                .take_while(|m| inside(m))
                .count();
        let closed = close > open + 1 && row.get(close).is_some_and(|m| m.is_punct(&['》']));
        let behind = row[close.min(row.len())..].iter().skip(1).take(4);
        let mut behind = behind.skip_while(|m| !m.is_title() && inside(m));
        if closed && behind.next().is_some_and(|m| m.has(Cue::Edits)) {
            super::merge(row, open + 1..close, Label::Org(None), view);
        }
    }
}

/// Whether the short name of an authority or association stands for another one behind this place.
fn stands_elsewhere(org: &Org, short: &str, place: &str) -> bool {
    let public = [OrgKind::Government, OrgKind::Regulator, OrgKind::Club].contains(&org.kind);
    let inside = !place.is_empty() && org.name.contains(place);
    public && *org.name != *short && short.chars().count() <= 4 && !inside
}

/// 央行 behind 土耳其央行: the short name of an authority stands for the one of another place that was named before it.
pub(super) fn localise(rows: &mut [Vec<Mention>], dict: &Dict) {
    let mut local: Option<Mention> = None;
    let mut home = BTreeSet::new();
    let mentions = rows.iter_mut().enumerate();
    for (s, m) in mentions.flat_map(|(s, row)| row.iter_mut().map(move |m| (s, m))) {
        let Label::Org(id) = m.label else { continue };
        let short = id.is_some_and(|id| stands_elsewhere(&dict.orgs[id as usize], &m.text, ""));
        match (&local, id) {
            (Some(full), Some(id))
                if short && !home.contains(&id) && full.text.ends_with(m.text.as_str()) =>
            {
                m.label = full.label;
                m.text = full.text.clone();
            }
            _ if ends_short(m, dict) => local = Some(m.clone()),
            // A title need not say which country's it is.
            (_, Some(id)) if !short || s > 0 => {
                home.insert(id);
            }
            _ => {}
        }
    }
}

/// 土耳其央行: a name that ends in the short one of an authority elsewhere.
fn ends_short(m: &Mention, dict: &Dict) -> bool {
    let mut ends = m.text.char_indices().skip(1).map(|(at, _)| &m.text[at..]);
    ends.any(|short| {
        let id = dict.terms.get(short).and_then(|t| t.org);
        id.is_some_and(|id| {
            let org = &dict.orgs[id as usize];
            m.label != Label::Org(Some(id)) && stands_elsewhere(org, short, "")
        })
    })
}

fn is_name_part_or_org(m: &Mention) -> bool {
    m.is_org() || is_name_part(m, Suffix::Strong)
}

/// Decides for names that are also words whether they are organisations here, and joins a found name with the
/// ending that stands behind it (泓川 + 数据).
pub(super) fn settle(row: &mut Vec<Mention>, view: &View, lexicon: &Lexicon, dict: &Dict) {
    let mut i = 0;
    while i + 1 < row.len() {
        let ends = matches!(
            dict.terms.get(&row[i + 1].text).and_then(|t| t.suffix),
            Some(Suffix::Weak | Suffix::Strong)
        );
        if (row[i].label == Label::Org(None) || names_house_of_its_own(row, i, dict))
            && row[i + 1].label == Label::Word
            && ends
            && row[i + 1].cues.is_empty()
            && !ends_before(row, i, i + 1, dict)
        {
            super::merge(row, i..i + 2, Label::Org(None), view);
        }
        i += 1;
    }
    join_namesake(row, view, dict);
    join_attached(row, view, dict);
    join_institute(row, view, dict);
    join_founder(row, view, dict);
    join_journal(row, view);
    // 叙利亚足协, 临川市卫健委: of another country or town than the one that the short name stands for alone.
    for i in (1..row.len()).rev() {
        let (place, name) = (&row[i - 1], &row[i]);
        let somewhere =
            place.label == Label::Place || place.label == Label::Word && place.tag == "ns";
        let joins = somewhere && place.at.end == name.at.start;
        if let Label::Org(Some(id)) | Label::MaybeOrg(id) = name.label
            && joins
            && stands_elsewhere(&dict.orgs[id as usize], &name.text, &place.text)
        {
            super::merge(row, i - 1..i + 1, Label::Org(None), view);
        }
    }
    for i in 0..row.len() {
        if let Label::MaybeOrg(id) = row[i].label {
            // 栎木机器人: part of a longer name; 苹果机器人团队: what another one works on.
            let trade = dict
                .terms
                .get(&row[i].text)
                .is_some_and(|t| t.suffix.is_some());
            let part = i.checked_sub(1).is_some_and(|b| {
                let word = row[b].label == Label::Word && row[b].tag.starts_with(['n', 'x']);
                (word && row[b].cues.is_empty() || trade && row[b].is_org())
                    && row[b].at.end == row[i].at.start
            });
            // 机器人公司Mirovia: the trade of another firm.
            let kind = trade
                && row.get(i + 1).is_some_and(|m| m.has(Cue::Named))
                && row.get(i + 2).is_some_and(|m| m.label == Label::Latin);
            let asked = !part && !kind;
            let org = lexicon.is_confirmed(id)
                || lexicon.is_org(&row[i].text)
                || asked && (asks_for_org(row, i, i) || title::head_from(row, i + 1).is_some());
            row[i].label = if org {
                Label::Org(Some(id))
            } else {
                Label::Word
            };
        }
    }
}
