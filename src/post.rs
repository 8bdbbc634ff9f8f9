//! The posts that stand before a person or behind a verb, with their organisations.

use crate::dict::term::Cue;
use crate::mention::{Label, Mention};

/// A post, by the positions of its parts in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// The title.
    pub title: usize,
    /// The organisation directly before the title.
    pub org: Option<usize>,
    /// An organisation around that one (谷歌 in 谷歌DeepMind).
    pub outer: Option<usize>,
}

impl Post {
    /// A post without an organisation.
    pub fn bare(title: usize) -> Self {
        Self {
            title,
            org: None,
            outer: None,
        }
    }

    /// The employer: the outermost organisation.
    pub fn employer(&self) -> Option<usize> {
        self.outer.or(self.org)
    }
}

/// The posts before a person.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// In the order of the text.
    pub posts: Vec<Post>,
    /// Organisation before the person without a title between.
    pub org: Option<usize>,
    /// Where the whole premodifier begins.
    pub start: usize,
    /// 原/前 stands before one of them.
    pub former: bool,
}

impl Held {
    /// The employer of the first post that has one, or the organisation in front of the person.
    pub fn employer(&self) -> Option<usize> {
        let posts = self.posts.iter();
        posts.filter_map(Post::employer).next().or(self.org)
    }
}

/// O系高管, O出身的高管: whether the name at `k` tells where people come from, not whom they leave.
pub fn is_of_origin(row: &[Mention], k: usize) -> bool {
    row.get(k + 1).is_some_and(|m| m.has(Cue::Affiliated))
        && row[k + 2..]
            .iter()
            .find(|m| !m.has(Cue::Of))
            .is_some_and(|m| matches!(m.label, Label::Title(_)))
}

/// Reads the premodifier of the person at `p`: \[来自] \[原] \[O] R {、 \[O] R} P.
pub fn before(row: &[Mention], p: usize) -> Held {
    let mut held = titles(row, p);
    let named = held.start < p && row[held.start].is_org();
    held.start -= usize::from(named && held.start > 0 && row[held.start - 1].has(Cue::Origin));
    held
}

/// The posts and organisation before the person at `p`.
fn titles(row: &[Mention], p: usize) -> Held {
    let mut held = Held {
        start: p,
        ..Held::default()
    };
    let mut k = p;
    k = skip_back(row, k, |m| {
        m.label == Label::Punct && m.text.starts_with('"')
    });
    // 首席科学官 房玄圭, 创始人-房玄圭: a blank or a dash between title and name is no pause.
    let pause = k > 1 && (row[k - 1].is_soft_comma() || row[k - 1].is_punct(&['-']));
    if pause && row[k - 2].is_title() {
        k -= 1;
    }
    k = skip_back(row, k, |m| m.has(Cue::TitleTail));
    k = skip_back(row, k, |m| {
        m.label == Label::Word
            && m.chars() == 1
            && m.cues.is_empty()
            && m.trigger.is_none()
            && row[p].text.is_ascii()
    });
    // 时任CEO的P
    if k > 2 && row[k - 1].has(Cue::Of) && row[k - 2].is_title() {
        let (_, start, former) = one(row, k - 2);
        let held_then = start.checked_sub(1).is_some_and(|b| row[b].has(Cue::Hold));
        if former || held_then || row[start].cues.any(&[Cue::Current, Cue::Hold]) {
            k -= 1;
        }
    }
    let Some(mut t) = k.checked_sub(1) else {
        return held;
    };
    // O的P, but not 离开O的P
    if row[t].has(Cue::Of) && t > 0 && row[t - 1].is_org() && names_only(row, t - 1) {
        t -= 1;
    }
    if row[t].is_org() {
        held.org = Some(t);
        // 谷歌/DeepMind的P
        let outer = t > 1 && row[t - 1].is_punct(&['/']) && row[t - 2].is_org();
        held.start = if outer { t - 2 } else { t };
        held.former |= t > 0 && row[t - 1].has(Cue::Former);
        return held;
    }
    while row[t].is_title() {
        let (post, start, former) = one(row, t);
        held.posts.push(post);
        held.start = start;
        held.former |= former;
        let Some(sep) = start.checked_sub(1) else {
            break;
        };
        let Some(next) = sep.checked_sub(1) else {
            break;
        };
        let joined = row[sep].is_punct(&['、', '/', '|', '-'])
            || row[sep].has(Cue::Coord)
            || row[sep].is_punct(&['，']) && opens_clause(row, next);
        if joined && row[next].is_title() {
            t = next;
        } else if row[sep].is_title() {
            t = sep;
        } else {
            break;
        }
    }
    held.posts.reverse();
    held
}

/// Whether nothing of a clause stands before the organisation at `o`: it opens the clause, or follows a coordinator or 来自.
fn names_only(row: &[Mention], o: usize) -> bool {
    o.checked_sub(1)
        .is_none_or(|b| row[b].label == Label::Punct || row[b].cues.any(&[Cue::Coord, Cue::Origin]))
}

/// Whether the title at `t`, with its organisation, is all that its clause holds.
fn opens_clause(row: &[Mention], t: usize) -> bool {
    let (_, start, _) = one(row, t);
    row[t].is_title()
        && start < t
        && start
            .checked_sub(1)
            .is_none_or(|b| row[b].label == Label::Punct)
}

/// One post whose title is at `t`: the post, where it begins, and whether 原/前 stands before it.
fn one(row: &[Mention], t: usize) -> (Post, usize, bool) {
    let mut start = t;
    let mut former = false;
    let mut skip_former = |start: &mut usize| {
        while *start > 0 && row[*start - 1].cues.any(&[Cue::Former, Cue::Current]) {
            former |= row[*start - 1].has(Cue::Former);
            *start -= 1;
        }
    };
    skip_former(&mut start);
    let mut org = None;
    let mut outer = None;
    let mut probe = start;
    while probe > 0 && row[probe - 1].has(Cue::Of) {
        probe -= 1;
    }
    if probe < start {
        // O人工智能实验室的R: nouns between the organisation and 的.
        let nouns = row[..probe]
            .iter()
            .rev()
            .take(4)
            .take_while(|m| {
                m.label == Label::Word
                    && m.cues.is_empty()
                    && m.tag.starts_with(['n', 'e', 'v', 'x'])
            })
            .count();
        if probe > nouns && row[probe - nouns - 1].is_org() {
            probe -= nouns;
        }
    }
    // 法国前环境部长, 英国历史上的第二位女首相
    if let Some(place) = place_of(row, t, start) {
        org = Some(place);
        start = place;
    }
    // 《O》杂志R
    let mark = probe - usize::from(probe > 0 && row[probe - 1].has(Cue::Journal));
    if mark > 1 && row[mark - 1].is_punct(&['》']) && row[mark - 2].is_org() {
        probe = mark - 1;
    }
    // 《O》原R
    let mark = probe
        .checked_sub(1)
        .filter(|&c| c > 0 && row[c].is_punct(&['》']) && row[c - 1].is_org());
    probe = mark.unwrap_or(probe);
    // O（short name）R
    if let Some(name) = bracketed_name(row, probe) {
        probe = name;
    }
    while org.is_none_or(|o| row[o].is_org())
        && probe > 0
        && is_employer(&row[probe - 1])
        && outer.is_none()
    {
        probe -= 1;
        start = probe;
        if org.is_none() {
            org = Some(probe);
        } else {
            outer = Some(probe);
        }
        // 谷歌旗下DeepMind
        if probe > 0 && row[probe - 1].has(Cue::Of) && probe > 1 && row[probe - 2].is_org() {
            probe -= 1;
        }
    }
    start -= usize::from(mark.is_some() && start > 0 && row[start - 1].is_punct(&['《']));
    skip_former(&mut start);
    (
        Post {
            title: t,
            org,
            outer,
        },
        start,
        former,
    )
}

/// The place in front of an office of a place at `t` that begins at `start`, also over its ordinal and a clause with 的.
fn place_of(row: &[Mention], t: usize, start: usize) -> Option<usize> {
    let ordinal = start > 1 && row[start - 1].label == Label::Word && row[start - 1].tag == "m";
    let mut k = start - usize::from(ordinal && start == t);
    if k > 0 && row[k - 1].has(Cue::Of) {
        k -= 1;
        let noun = |m: &&Mention| {
            m.label == Label::Word && m.cues.is_empty() && m.tag.starts_with(['n', 'f'])
        };
        k -= row[..k].iter().rev().take(3).take_while(noun).count();
    }
    let place = k.checked_sub(1).filter(|&k| row[k].label == Label::Place)?;
    let at = place > 0 && row[place - 1].has(Cue::At);
    (row[t].has(Cue::HeadsPlace) && !at).then_some(place)
}

/// One past the organisation whose other name stands in brackets that close before `k`.
fn bracketed_name(row: &[Mention], k: usize) -> Option<usize> {
    let close = k.checked_sub(1).filter(|&c| row[c].is_punct(&['）']))?;
    let open = (close.saturating_sub(4)..close)
        .rev()
        .find(|&o| row[o].is_punct(&['（']))?;
    let named = open.checked_sub(1).is_some_and(|o| row[o].is_org());
    let short = row[open + 1..close]
        .iter()
        .all(|m| !m.is_person() && !m.is_title());
    (named && short).then_some(open)
}

/// An organisation, or 公司 for one.
fn is_employer(m: &Mention) -> bool {
    m.is_org() || m.has(Cue::OrgPronoun)
}

fn skip_back(row: &[Mention], mut k: usize, skip: impl Fn(&Mention) -> bool) -> usize {
    while k > 0 && skip(&row[k - 1]) {
        k -= 1;
    }
    k
}

/// The posts behind a verb at `t`.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// In the order of the text.
    pub posts: Vec<Post>,
    /// An organisation without a title.
    pub org: Option<usize>,
    /// 任何职务: all posts, none named.
    pub any: bool,
    /// One past the last mention read.
    pub end: usize,
}

/// Reads what follows a verb: \[了] \[O] R {、 \[O] R} \[职务].
pub fn after(row: &[Mention], t: usize) -> Listed {
    let mut listed = Listed {
        end: t + 1,
        ..Listed::default()
    };
    let mut org: Option<usize> = None;
    let mut outer = None;
    let mut k = t + 1;
    while let Some(m) = row.get(k) {
        if m.has(Cue::AnyPost) {
            listed.any = true;
        } else if m.is_title() {
            listed.posts.push(Post {
                title: k,
                org,
                outer,
            });
            (org, outer) = (None, None);
        } else if m.label == Label::Place && row.get(k + 1).is_some_and(|n| n.has(Cue::HeadsPlace))
        {
            org = Some(k);
        } else if m.label == Label::Place && row.get(k + 1).is_some_and(Mention::is_org) {
            // 江西省赣州市人民检察院检察长
        } else if is_employer(m) {
            outer = org.filter(|&o| row[o].is_org());
            org = Some(k);
            listed.org = listed.org.or(Some(k).filter(|_| m.is_org()));
        } else if let Some(last) = by_rule(row, k).filter(|_| org.is_none()) {
            k = last;
        } else if !is_filler(row, k, &listed) {
            let opens = own_clause(row, k)
                .or_else(|| kind_of_firm(row, k))
                .or_else(|| nameless(row, k));
            match opens.filter(|_| listed.posts.is_empty() && org.is_none()) {
                Some(last) => k = last,
                None => break,
            }
        }
        k += 1;
        listed.end = k;
    }
    listed
}

/// 卸任亲手创立近十年的O的R一职: the 的 that ends a relative clause which begins at `k`, if a post with its noun follows.
fn own_clause(row: &[Mention], k: usize) -> Option<usize> {
    let inside = (k..row.len().min(k + 10)).take_while(|&j| {
        row[j].label != Label::Punct
            && !row[j].is_person()
            && !row[j].is_title()
            && row[j].trigger.is_none()
    });
    let of = inside.filter(|&j| row[j].has(Cue::Of)).last()?;
    let named = row.get(of + 1).is_some_and(Mention::is_org);
    let title = of + 1 + usize::from(named);
    let post = row.get(title).is_some_and(Mention::is_title)
        && row.get(title + 1).is_some_and(|m| m.has(Cue::PostNoun));
    post.then_some(of)
}

/// 出任欧洲汽车巨头O的R: the word for a kind of firm that ends what begins at `k`, if the firm's name follows.
fn kind_of_firm(row: &[Mention], k: usize) -> Option<usize> {
    let mut words = (k..row.len().min(k + 6)).take_while(|&j| {
        matches!(row[j].label, Label::Word | Label::Place)
            && row[j].trigger.is_none()
            && row[j].join.is_none()
    });
    let kind = words.find(|&j| row[j].has(Cue::Named))?;
    row.get(kind + 1)
        .is_some_and(Mention::is_org)
        .then_some(kind)
}

/// 及上市规则第3.05条项下之授权代表: the 之 that ends the rule which asks for the post behind it.
fn by_rule(row: &[Mention], k: usize) -> Option<usize> {
    let opens =
        row[k].has(Cue::Coord) || row[k].label == Label::Word && k > 0 && !row[k].has(Cue::Of);
    let inside = |m: &Mention| {
        let mark = m.label == Label::Punct && !m.is_punct(&['（', '）']);
        !mark && !m.is_title() && !m.is_person() && m.trigger.is_none()
    };
    let clause = (k..row.len().min(k + 18)).take_while(|&j| inside(&row[j]));
    let of = clause
        .clone()
        .find(|&j| row[j].has(Cue::Of) && row.get(j + 1).is_some_and(Mention::is_title))?;
    let ruled = (k..of).any(|j| row[j].has(Cue::Statute));
    (opens && ruled).then_some(of)
}

/// 卸任甲混合、乙股票等5只基金的R: the title that ends the clause behind the verb at `t`, for whatever it is the post.
pub fn closing(row: &[Mention], t: usize) -> Option<Post> {
    let end = (t + 1..row.len().min(t + 32)).find(|&k| row[k].is_punct(&['，', '。', '；']));
    let mut last = end.unwrap_or(row.len().min(t + 32));
    while last > t + 1 && row[last - 1].has(Cue::PostNoun) {
        last -= 1;
    }
    let title = last
        .checked_sub(1)
        .filter(|&k| k > t + 2 && row[k].is_title())?;
    let inside = &row[t + 1..title];
    let noun = |m: &Mention| {
        m.trigger.is_none()
            && m.join.is_none()
            && !m.cues.any(&[Cue::After, Cue::Negation, Cue::Say, Cue::By])
    };
    let opens = !inside[0].cues.any(&[Cue::Of, Cue::Filler]);
    let of = row[title - 1].has(Cue::Of);
    (of && opens && inside.iter().all(noun)).then(|| Post::bare(title))
}

/// 出任一家连锁药店企业的R: the 的 behind the counted place of work, without a name, around `k`, if a post follows.
fn nameless(row: &[Mention], k: usize) -> Option<usize> {
    let plain = |m: &Mention| m.label == Label::Word && m.trigger.is_none() && !m.has(Cue::Of);
    let before = row[..=k].iter().rev().take(6);
    let counted = before.take_while(|m| plain(m)).any(|m| m.has(Cue::Single));
    let of = (k..row.len().min(k + 6)).find(|&j| !plain(&row[j]))?;
    let house = of > k && row[of].has(Cue::Of) && row[of - 1].cues.any(&[Cue::House, Cue::Named]);
    let titled = row.get(of + 1).is_some_and(Mention::is_title);
    (counted && house && titled).then_some(of)
}

fn is_filler(row: &[Mention], k: usize, listed: &Listed) -> bool {
    let m = &row[k];
    if m.cues.any(&[
        Cue::Filler,
        Cue::PostNoun,
        Cue::Etcetera,
        Cue::Former,
        Cue::Current,
        Cue::Of,
        Cue::Pronoun,
    ]) {
        return true;
    }
    let next_is_post = row.get(k + 1..(k + 6).min(row.len())).is_some_and(|rest| {
        rest.iter()
            .take_while(|m| !m.is_punct(&['，', '。', '；']))
            .any(|m| m.is_title() || m.has(Cue::AnyPost))
    });
    if m.is_punct(&['、', '"', '/', '《', '》']) || m.has(Cue::Coord) {
        return next_is_post;
    }
    // A bracket or a word of the list that is no title: 第八届, 下属子公司的.
    let plain = m.label == Label::Word
        && m.trigger.is_none()
        && (m.cues.is_empty() || m.has(Cue::OrgContext))
        && matches!(
            m.tag.as_bytes().first(),
            Some(b'n' | b'm' | b'q' | b'b' | b'j' | b'x')
        );
    plain && next_is_post && listed.end >= k
}
