//! View → tokens: dates, names with `·`, Latin words, dictionary words and jieba's tokens, in one row.

use std::ops::Range;

use super::{Label, Mention, latin, title};
use crate::date::{self, DateExpr};
use crate::dict::Dict;
use crate::dict::segmenter::Token;
use crate::dict::term::{Cue, CueSet, Term, TitlePart};
use crate::view::View;

/// What jieba does not get to see.
enum Fixed {
    Date(DateExpr),
    Special,
    Dotted,
    Latin,
}

/// Words in the name of an office, at most: 首席|环境|社会|治理|官.
const MAX_OFFICE: usize = 5;

/// Cuts a view into mentions that cover it.
pub(super) fn cut(view: &View, dict: &Dict) -> Vec<Mention> {
    let text = view.text.as_str();
    let mut row = Vec::new();
    let mut at = 0;
    for (range, fixed) in fixed(text, dict) {
        words(view, at..range.start, dict, &mut row);
        at = range.end;
        match fixed {
            Fixed::Date(expr) => row.push(plain(view, range, Label::Date(expr))),
            Fixed::Special => row.push(word(view, range, "n", dict)),
            Fixed::Dotted => row.push(plain(view, range, Label::Person)),
            Fixed::Latin => latin::split(view, range, dict, &mut row),
        }
    }
    words(view, at..text.len(), dict, &mut row);
    row
}

/// Cuts a part of a view by jieba.
pub(super) fn words(view: &View, range: Range<usize>, dict: &Dict, row: &mut Vec<Mention>) {
    if range.is_empty() {
        return;
    }
    let base = range.start;
    let tokens = dict.segmenter.cut(&view.text[range.clone()]);
    let mut from = base;
    for (n, token) in tokens.iter().enumerate() {
        let token_range = from.max(base + token.start)..base + token.end;
        if token_range.is_empty() {
            continue;
        }
        if let Some(head) = straddling(
            &view.text,
            &token_range,
            tokens.get(n + 1).map(|t| t.end + base),
            dict,
        ) {
            words(view, token_range.start..head.start, dict, row);
            row.push(word(view, head.clone(), "n", dict));
            from = head.end;
            if let Some(next) = tokens.get(n + 1).filter(|t| from < base + t.end) {
                words(view, from..base + next.end, dict, row);
                from = base + next.end;
            }
            continue;
        }
        if let Some(office) = unlisted_office(view, base, &tokens[n..], dict) {
            from = office.end;
            row.push(Mention {
                tag: "n",
                ..plain(view, office, Label::Title(TitlePart::Head))
            });
            continue;
        }
        match split_at(&view.text[token_range.clone()], dict) {
            Some(cut) => {
                let middle = token_range.start + cut;
                words(view, token_range.start..middle, dict, row);
                words(view, middle..token_range.end, dict, row);
            }
            None => row.push(word(view, token_range, token.tag, dict)),
        }
    }
}

/// 法务部 + 长后: a title's head over the edge of a token that begins anew behind it.
fn straddling(
    text: &str,
    token: &Range<usize>,
    next_end: Option<usize>,
    dict: &Dict,
) -> Option<Range<usize>> {
    let last = text[token.clone()].char_indices().next_back()?.0 + token.start;
    let first = text[token.end..next_end?].chars().next()?;
    let head = last..token.end + first.len_utf8();
    let is_head = |t: &Term| t.title == Some(TitlePart::Head);
    let straddles = last > token.start && dict.terms.get(&text[head.clone()]).is_some_and(is_head);
    let next = &text[token.end..next_end?];
    let known = || next.chars().nth(1).is_some() && dict.segmenter.knows(next);
    (straddles && !known()).then_some(head)
}

/// 首席可信官: the name of an office that no list has, from the first of the tokens to the character that ends it.
fn unlisted_office(
    view: &View,
    base: usize,
    tokens: &[Token],
    dict: &Dict,
) -> Option<Range<usize>> {
    let text = &view.text[base..];
    let has = |part: &str, cue| dict.terms.get(part).is_some_and(|t| t.cues.has(cue));
    let start = tokens.first()?.start;
    if !has(&text[start..tokens[0].end], Cue::Chief) {
        return None;
    }
    for token in tokens.iter().skip(1).take(MAX_OFFICE) {
        let part = &text[token.start..token.end];
        let ends = |(at, c): (usize, char)| {
            let end = at + c.len_utf8();
            has(&part[at..end], Cue::Office).then_some(token.start + end)
        };
        if let Some(end) = part.char_indices().find_map(ends) {
            // 首席数据|官方
            let goes_on = end < token.end && dict.segmenter.knows(part);
            return (!goes_on && text[tokens[1].start..end].chars().nth(1).is_some())
                .then_some(base + start..base + end);
        }
        let m = word(view, base + token.start..base + token.end, token.tag, dict);
        let people = m.label == Label::Title(TitlePart::Collective);
        if !people && !title::is_part(&m) || m.is_title() {
            return None;
        }
    }
    None
}

/// Where a token has to be cut further, in bytes.
///
/// jieba's dictionary has compounds that hide our words (被迫辞职, 公司总裁), and its model glues unknown names to
/// function words (张三因).
fn split_at(token: &str, dict: &Dict) -> Option<usize> {
    if dict.terms.get(token).is_some() || !token.chars().all(latin::is_han) {
        return None;
    }
    let edges = || token.char_indices().map(|(i, _)| i).skip(1);
    let first = edges().next()?;
    let last = edges().last()?;
    let long = first < last;
    let telling = |t: &Term| t.trigger.is_some() || matches!(t.title, Some(TitlePart::Head));
    let hidden = edges().filter(|_| long).find(|&e| {
        let (head, tail) = token.split_at(e);
        let tail_tells = tail.chars().nth(1).is_some() && dict.terms.get(tail).is_some_and(telling);
        let head_tells = head.chars().nth(1).is_some()
            && tail.chars().nth(1).is_some()
            && dict.terms.get(head).is_some_and(|t| t.trigger.is_some());
        // 云岫|电子|公告: 电子公告 is a word, too.
        let announces = dict.terms.get(head).is_some_and(|t| t.suffix.is_some())
            && dict
                .terms
                .get(tail)
                .is_some_and(|t| t.cues.has(Cue::Announce));
        // 法国|文化部
        let term = |text: &str| {
            dict.terms
                .get(text)
                .filter(|_| text.chars().nth(1).is_some())
        };
        let abroad = term(head).is_some_and(|t| t.cues.has(Cue::Country))
            && term(tail).is_some_and(|t| t.org.is_some());
        // 部长|职务
        let post = term(head).is_some_and(|t| t.title == Some(TitlePart::Head))
            && term(tail).is_some_and(|t| t.cues.has(Cue::PostNoun));
        tail_tells || head_tells || announces || abroad || post
    });
    // 其因, 他任: a pronoun and what opens a reason or states a post.
    let pronoun = || {
        let cues = |text: &str| dict.terms.get(text).map(|t| t.cues).unwrap_or_default();
        let opens = cues(&token[last..]).any(&[Cue::ReasonOpen, Cue::Hold]);
        (cues(&token[..last]).has(Cue::Pronoun) && opens).then_some(last)
    };
    let glued = || {
        let cues = dict.terms.get(&token[last..])?.cues;
        // 14名原董事: 名原 is two words.
        let ends = cues.has(Cue::Former) || long && !cues.is_empty();
        (ends && !dict.segmenter.knows(token)).then_some(last)
    };
    let led = || {
        let cues = dict.terms.get(&token[..first])?.cues;
        let former = cues.has(Cue::Former) || long && cues.has(Cue::By);
        // 因 and 从 begin no name: 从云 in 从云岫智能离职.
        let opens = cues.any(&[Cue::ReasonOpen, Cue::From])
            && dict.names.surname(&token[..first]).is_none();
        // 因涉嫌: jieba's word for two.
        let two =
            || token[first..].chars().nth(1).is_some() && dict.segmenter.knows(&token[first..]);
        let whole = dict.segmenter.knows(token) && !(opens && two());
        ((former || opens) && !whole).then_some(first)
    };
    hidden.or_else(pronoun).or_else(glued).or_else(led)
}

/// A mention of a dictionary word, or a plain word.
pub(super) fn word(view: &View, range: Range<usize>, tag: &'static str, dict: &Dict) -> Mention {
    let surface = &view.text[range.clone()];
    let Some(term) = dict.terms.get(surface) else {
        let label = if is_unspoken(surface) {
            Label::Punct
        } else {
            Label::Word
        };
        return Mention {
            tag,
            ..plain(view, range, label)
        };
    };
    Mention {
        label: label(term, surface),
        trigger: term.trigger.filter(|_| !term.blocked),
        join: term.join,
        cues: term.cues,
        tag,
        ..plain(view, range, Label::Word)
    }
}

/// Whether there is no letter and no digit.
fn is_unspoken(surface: &str) -> bool {
    // Han characters are letters: the tables of the standard library need not be asked.
    surface
        .chars()
        .all(|c| !latin::is_han(c) && !c.is_alphanumeric())
}

fn label(term: &Term, surface: &str) -> Label {
    let short = surface.chars().count() < 2;
    match term {
        Term { blocked: true, .. } => Label::Blocked,
        Term {
            trigger: Some(_), ..
        } => Label::Word,
        Term {
            title: Some(part), ..
        } if *part != TitlePart::Unit => Label::Title(*part),
        Term {
            org: Some(id),
            ambiguous: true,
            ..
        } if !short => Label::MaybeOrg(*id),
        Term { org: Some(id), .. } if !short => Label::Org(Some(*id)),
        Term {
            title: Some(part), ..
        } => Label::Title(*part),
        Term { media: true, .. } => Label::Media,
        Term { place: true, .. } => Label::Place,
        Term {
            honorific: Some(_), ..
        } => Label::Honorific,
        _ if is_unspoken(surface) => Label::Punct,
        _ => Label::Word,
    }
}

/// A mention without a dictionary entry.
pub(super) fn plain(view: &View, range: Range<usize>, label: Label) -> Mention {
    Mention {
        span: view.span(range.clone()),
        at: range.clone(),
        text: view.text[range].into(),
        label,
        trigger: None,
        join: None,
        cues: CueSet::default(),
        tag: "x",
    }
}

/// The stretches that are settled before jieba, in order, without overlap; at the same place the longest wins.
fn fixed(text: &str, dict: &Dict) -> Vec<(Range<usize>, Fixed)> {
    let mut all: Vec<(Range<usize>, Fixed)> = Vec::new();
    all.extend(
        date::find(text, dict)
            .into_iter()
            .map(|(r, e)| (r, Fixed::Date(e))),
    );
    all.extend(
        dict.specials(text)
            .filter(|r| latin::whole(text, r))
            .map(|r| (r, Fixed::Special)),
    );
    all.extend(dotted(text, dict).into_iter().map(|r| (r, Fixed::Dotted)));
    all.extend(latin::runs(text).into_iter().map(|r| (r, Fixed::Latin)));
    let rank = |f: &Fixed| match f {
        Fixed::Special => 0,
        Fixed::Date(_) => 1,
        Fixed::Dotted => 2,
        Fixed::Latin => 3,
    };
    all.sort_by_key(|(r, f)| (rank(f), r.start));
    let mut kept: Vec<(Range<usize>, Fixed)> = Vec::new();
    for (range, fixed) in all {
        for free in latin::subtract(&range, kept.iter().map(|(r, _)| r)) {
            match &fixed {
                Fixed::Latin => kept.push((free, Fixed::Latin)),
                _ if free == range => {
                    kept.push((range, fixed));
                    break;
                }
                _ => break,
            }
        }
    }
    kept.sort_by_key(|(r, _)| r.start);
    kept
}

/// Names written with `·`: 琳达·科斯诺.
fn dotted(text: &str, dict: &Dict) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (dot, mark) in text.match_indices(['·', '-']) {
        // 鲍勃-科斯格鲁: a hyphen joins names only between such characters.
        let joins = |c: Option<char>| c.is_some_and(|c| dict.names.transliteration(c) > 0.0);
        let after = &text[dot + mark.len()..];
        if mark == "-" && !(joins(text[..dot].chars().next_back()) && joins(after.chars().next())) {
            continue;
        }
        // 以色列-巴勒斯坦
        if mark == "-" && ends_in_place(&text[..dot], dict) {
            continue;
        }
        let start = match found.last() {
            Some(last) if last.end == dot => last.start,
            _ => dot - part_before(&text[..dot], dict),
        };
        let after = dot + mark.len();
        let end = after + part_after(&text[after..], dict);
        if start == dot || end == after {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.start == start => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

/// Whether the text ends in the name of a place.
fn ends_in_place(text: &str, dict: &Dict) -> bool {
    let starts = text.char_indices().rev().map(|(i, _)| i).take(5);
    starts
        .skip(1)
        .any(|i| dict.terms.get(&text[i..]).is_some_and(|t| t.place))
}

/// Bytes of the name part that ends here: transliteration characters, at most six, or Latin letters.
fn part_before(text: &str, dict: &Dict) -> usize {
    let latin: usize = text
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_alphabetic() || *c == '.')
        .map(char::len_utf8)
        .sum();
    if latin > 0 {
        return if latin <= 2 { latin } else { 0 };
    }
    let typical = |c: char| dict.names.transliteration(c) > 0.0;
    let back: Vec<char> = text.chars().rev().take(6).collect();
    // One unusual character inside the name is fine.
    let usual = |k: usize| {
        typical(back[k]) || latin::is_han(back[k]) && back.get(k + 1).is_some_and(|c| typical(*c))
    };
    let run: usize = (0..back.len())
        .take_while(|&k| usual(k))
        .map(|k| back[k].len_utf8())
        .sum();
    let mut start = text.len() - run;
    // A title or another dictionary word in front is not part of the name.
    let ends: Vec<usize> = text[start..]
        .char_indices()
        .skip(1)
        .map(|(i, _)| start + i)
        .collect();
    for end in ends {
        let left = text[end..].chars().count();
        if text[..end].char_indices().rev().take(5).any(|(begin, _)| {
            is_context(&text[begin..end], dict)
                && (left > 1 || text[begin..end].chars().count() > 2)
        }) {
            start = end;
        }
    }
    // 保罗·格莱厄姆: a known word that ends in the only typical character.
    if let (1, Some(previous)) = (
        text[start..].chars().count(),
        text[..start].chars().next_back(),
    ) {
        let from = start - previous.len_utf8();
        if latin::is_han(previous)
            && dict.segmenter.knows(&text[from..])
            && dict.terms.get(&text[from..]).is_none()
        {
            start = from;
        }
    }
    text.len() - start
}

/// Whether a surface is a word that stands before names rather than in them.
fn is_context(surface: &str, dict: &Dict) -> bool {
    let known = |t: &Term| {
        let org = t.org.is_some() && !t.ambiguous;
        t.title.is_some() || org || t.place || t.trigger.is_some()
    };
    let links = |t: &Term| {
        t.cues.any(&[
            Cue::ReasonOpen,
            Cue::By,
            Cue::Coord,
            Cue::Oblique,
            Cue::From,
            Cue::Source,
            Cue::Former,
        ])
    };
    let long = surface.chars().nth(1).is_some();
    dict.terms
        .get(surface)
        .is_some_and(|t| long && known(t) || links(t))
}

fn part_after(text: &str, dict: &Dict) -> usize {
    let latin: usize = text
        .chars()
        .take_while(|c| c.is_ascii_alphabetic() || *c == '.')
        .map(char::len_utf8)
        .sum();
    if latin > 0 {
        // 华人·AI前线: an abbreviation is no surname.
        let abbreviation = latin > 1 && text[..latin].chars().all(|c| c.is_ascii_uppercase());
        return if abbreviation { 0 } else { latin };
    }
    let mut end = 0;
    let typical = |c: Option<char>| c.is_some_and(|c| dict.names.transliteration(c) > 0.0);
    for c in text.chars().take(7) {
        // One unusual character inside the name is fine.
        let next = text[end + c.len_utf8()..].chars().next();
        let function_word = dict
            .terms
            .get(c.encode_utf8(&mut [0; 4]) as &str)
            .is_some_and(|t| !t.cues.is_empty());
        let closes = next.is_none_or(|n| matches!(n, '（' | '，' | '、' | '。' | '·' | '-'));
        let begins = end == 0 && text.chars().skip(1).take(2).all(|c| typical(Some(c)));
        let unusual =
            (end > 0 || begins) && latin::is_han(c) && (typical(next) || closes) && !function_word;
        if !typical(Some(c)) && !unusual {
            break;
        }
        // A known word that goes on behind the name (宣布, 离任) is not part of it; the last syllable of 施泰因的 is.
        let ends = typical(Some(c)) && ends_name(&text[end + c.len_utf8()..], dict)
            || end > 0 && !function_word && is_last_syllable(&text[end..], dict);
        let inside = || is_syllable(&text[end + c.len_utf8()..], dict);
        if end > 0 && !ends && starts_word(&text[end..], dict) && !(function_word && inside()) {
            break;
        }
        end += c.len_utf8();
    }
    // 丹尼尔·何: a Chinese surname behind the mark.
    match text.chars().next() {
        Some(c)
            if end == 0
                && dict
                    .names
                    .surname(c.encode_utf8(&mut [0; 4]) as &str)
                    .is_some() =>
        {
            c.len_utf8()
        }
        _ => end,
    }
}

/// Whether a name is over here: a mark or 的 follows.
fn ends_name(rest: &str, dict: &Dict) -> bool {
    let of = |c: char| {
        let term = dict.terms.get(c.encode_utf8(&mut [0; 4]) as &str);
        term.is_some_and(|t| t.cues.has(Cue::Of))
    };
    rest.chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric() || of(c))
}

/// 克莱因施密特: whether behind a word such as 因 the name goes on, with three characters that begin no known word.
fn is_syllable(rest: &str, dict: &Dict) -> bool {
    let typical = |c: &char| dict.names.transliteration(*c) > 0.0;
    let run = rest.chars().take(4).take_while(typical).count();
    let mut ends = rest.char_indices().map(|(i, _)| i).chain([rest.len()]);
    let mut words = ends.clone().skip(2).take(4);
    let known = words.any(|e| dict.terms.get(&rest[..e]).is_some());
    // 莱因哈特已辞职: two, where the name is over behind them.
    let two = ends.nth(2).is_some_and(|e| {
        let next = rest[e..].chars().next().unwrap_or_default();
        let next = dict.terms.get(next.encode_utf8(&mut [0; 4]) as &str);
        let function_word = next.is_some_and(|t| !t.cues.is_empty());
        let over = function_word || ends_name(&rest[e..], dict) || starts_word(&rest[e..], dict);
        run == 2 && over && dict.segmenter.frequency(&rest[..e]) < super::person::RARE
    });
    // 海因茨退休: one that stands hardly anywhere else.
    let one = rest.chars().next().is_some_and(|c| {
        let next = &rest[c.len_utf8()..];
        let over = ends_name(next, dict) || starts_word(next, dict);
        run == 1 && over && dict.names.transliteration(c) >= 3.0
    });
    !known && (run > 2 || two || one)
}

/// 马尔尚将于: a syllable such as 尚, which follows names as a word too, in front of another word that does, when both
/// together are none (尚未).
fn is_last_syllable(text: &str, dict: &Dict) -> bool {
    let mut ends = text.char_indices().map(|(i, _)| i).skip(1);
    let Some(first) = ends.next() else {
        return false;
    };
    let follows = |text: &str| dict.names.right.get(text).is_some_and(|s| *s >= 2.0);
    let rest = &text[first..];
    let mut next = rest.char_indices().map(|(i, _)| i).skip(1).take(3);
    let pair = ends
        .next()
        .is_some_and(|second| dict.segmenter.knows(&text[..second]));
    let typical = text
        .chars()
        .next()
        .is_some_and(|c| dict.names.transliteration(c) > 0.0);
    typical && !pair && next.any(|e| follows(&rest[..e]))
}

fn starts_word(text: &str, dict: &Dict) -> bool {
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(i, _)| i)
        .chain([text.len()])
        .skip(1)
        .take(5)
        .collect();
    ends.iter().any(|&end| {
        let surface = &text[..end];
        dict.names.right.get(surface).is_some_and(|s| *s >= 2.0)
            || dict.names.not_person.contains(surface)
            || dict.terms.get(surface).is_some_and(|t| {
                t.trigger.is_some()
                    || (surface.chars().count() > 1 && (t.title.is_some() || !t.cues.is_empty()))
            })
    })
}
