//! Mention → Entity: who and which organisation a mention stands for; settled once, before events.

use std::collections::BTreeMap;

use crate::dict::term::{Cue, CueSet, OrgId, TitlePart};
use crate::dict::{Dict, OrgKind};
use crate::mention::{Label, Mention, Mentions};
use crate::post::{self, Post};
use crate::profile;
use crate::sentence::Sentence;

/// More posts than this are not noted of one person: nobody looks for the nearest of so many.
const MAX_PROFILES: usize = 256;

/// A notice names its firm in one of the first sentences.
const HEAD: usize = 8;

/// The organisation of the title is named at least once for so many times that another one is.
const OFTEN: usize = 5;

/// A mention: sentence and position in its row.
pub type At = (usize, usize);

/// A post that the article gives to a person somewhere.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Where the person is mentioned with it.
    pub at: At,
    /// The post.
    pub post: Post,
    /// 原/前 stands before it.
    pub former: bool,
}

/// What a sentence holds at all, so that whoever looks for something can pass it by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gist {
    /// The cues of all its words.
    pub cues: CueSet,
    /// A word says where somebody goes.
    pub joins: bool,
    /// The first year of its dates.
    pub year: Option<i16>,
    /// A date of it tells the year, or one relative to it.
    pub dated: bool,
}

impl Gist {
    /// Whether a word of it stands for somebody or some firm named elsewhere.
    pub fn refers(self) -> bool {
        self.cues.any(&[
            Cue::Pronoun,
            Cue::FirstPerson,
            Cue::OrgPronoun,
            Cue::OtherSubject,
        ])
    }

    fn of(row: &[Mention]) -> Self {
        let mut gist = Gist::default();
        for m in row {
            gist.cues.extend(m.cues);
            gist.joins |= m.join.is_some();
            if let Label::Date(date) = m.label {
                gist.year = gist.year.or(date.year());
                gist.dated |= date.has_year();
            }
        }
        gist
    }
}

/// The name of an organisation with that of the outermost one it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Rooted<'n> {
    name: &'n str,
    root: &'n str,
}

impl Rooted<'_> {
    /// Whether two organisations are the same or one belongs to the other.
    pub fn is_related(self, other: Rooted) -> bool {
        let (a, b) = (self.name, other.name);
        a.starts_with(b)
            || b.starts_with(a)
            || a.ends_with(b)
            || b.ends_with(a)
            || self.root == other.root
    }
}

/// Who is who in one article.
#[derive(Debug)]
pub struct Entities<'a> {
    dict: &'a Dict,
    mentions: &'a Mentions,
    sentences: &'a [Sentence],
    profiles: BTreeMap<String, Vec<Profile>>,
    /// For each sentence.
    gists: Vec<Gist>,
    /// Person → sentence → position of the first mention there.
    named: BTreeMap<String, BTreeMap<usize, usize>>,
    /// The organisation that the whole article is about, if it is about one.
    pub main_org: Option<At>,
    title: Option<&'a str>,
}

/// Settles the entities of an article; a `digest` of several stories has no organisation that it is about.
pub fn link<'a>(
    sentences: &'a [Sentence],
    mentions: &'a Mentions,
    title: Option<&'a str>,
    digest: bool,
    dict: &'a Dict,
) -> Entities<'a> {
    let mut entities = Entities {
        dict,
        mentions,
        sentences,
        profiles: BTreeMap::new(),
        gists: mentions.of.iter().map(|row| Gist::of(row)).collect(),
        named: BTreeMap::new(),
        main_org: None,
        title,
    };
    for (s, row) in mentions.of.iter().enumerate() {
        for i in (0..row.len()).filter(|&i| row[i].is_person()) {
            let held = post::before(row, i);
            let name = entities.person(&row[i].text);
            let sentences = entities.named.entry(name.clone()).or_default();
            sentences.entry(s).or_insert(i);
            let offices = held.posts.into_iter();
            for post in offices.filter(|p| !dict.is_no_post(&row[p.title].text)) {
                let name = name.clone();
                let profile = entities.profiles.entry(name).or_default();
                if profile.len() < MAX_PROFILES {
                    profile.push(Profile {
                        at: (s, i),
                        post,
                        former: held.former,
                    });
                }
            }
        }
    }
    entities.add_stated();
    entities.main_org = entities.notifier();
    if !digest && entities.main_org.is_none() {
        entities.main_org = entities.find_main_org(title);
    }
    entities
}

impl Entities<'_> {
    /// Posts that a sentence states of a person, or of the pronoun that stands for one.
    fn add_stated(&mut self) {
        for s in 0..self.mentions.of.len() {
            let row = &self.mentions.of[s];
            for i in 0..row.len() {
                if !row[i].is_person() && !row[i].has(Cue::Pronoun) {
                    continue;
                }
                let stated = profile::stated(row, i);
                if stated.is_empty() {
                    continue;
                }
                let bearer = match row[i].is_person() {
                    true => Some((s, i)),
                    false => self.antecedent((s, i)),
                };
                let Some(bearer) = bearer else { continue };
                let name = self.person_at(bearer);
                let noted = self.profiles.entry(name).or_default();
                let room = MAX_PROFILES.saturating_sub(noted.len());
                let posts = stated
                    .into_iter()
                    .flat_map(|t| t.posts.into_iter().map(move |post| (post, t.former)))
                    .filter(|(post, _)| !self.dict.is_no_post(&row[post.title].text));
                noted.extend(posts.take(room).map(|(post, former)| Profile {
                    at: (s, i),
                    post,
                    former,
                }));
            }
        }
    }

    /// The full name of a person.
    pub fn person(&self, name: &str) -> String {
        let mut name = name;
        // Karpathy → Andrej Karpathy → 安德烈·卡帕西.
        for _ in 0..3 {
            name = self.mentions.lexicon.person_of(name).unwrap_or(name);
        }
        name.to_string()
    }

    /// The full name of the person at `at`.
    pub fn person_at(&self, at: At) -> String {
        self.person(&self.mentions.of[at.0][at.1].text)
    }

    /// The canonical name of the organisation at `at`.
    pub fn org(&self, at: At) -> String {
        let m = &self.mentions.of[at.0][at.1];
        self.org_named(m)
    }

    /// The canonical name of an organisation: the dictionary's, else the fullest in the article.
    pub fn org_named(&self, m: &Mention) -> String {
        match m.label {
            Label::Org(Some(id)) => self.dict.orgs[id as usize].name.to_string(),
            _ => self
                .mentions
                .lexicon
                .full_org(&m.text)
                .unwrap_or(&m.text)
                .to_string(),
        }
    }

    /// The organisation that a unit or laboratory belongs to; `None` for what stands by itself.
    pub fn parent(&self, m: &Mention) -> Option<&str> {
        let Label::Org(Some(id)) = m.label else {
            return None;
        };
        let org = &self.dict.orgs[id as usize];
        org.parent
            .as_deref()
            .filter(|_| matches!(org.kind, OrgKind::Unit | OrgKind::Lab))
    }

    /// The kind of an organisation of the dictionary.
    pub fn kind(&self, id: OrgId) -> OrgKind {
        self.dict.orgs[id as usize].kind
    }

    /// Whether two organisations are the same or one belongs to the other.
    pub fn related(&self, a: &str, b: &str) -> bool {
        self.rooted(a).is_related(self.rooted(b))
    }

    /// The same, but for sisters: two firms of one house (京东零售 and 京东物流), neither of which belongs to the other.
    pub fn nested(&self, a: &str, b: &str) -> bool {
        let named = a.starts_with(b) || b.starts_with(a) || a.ends_with(b) || b.ends_with(a);
        let sisters = !named && self.outermost(a) != a && self.outermost(b) != b;
        self.related(a, b) && (!sisters || self.is_in(a, b) || self.is_in(b, a))
    }

    /// Whether `part` belongs to `whole`, directly or not.
    fn is_in(&self, part: &str, whole: &str) -> bool {
        let mut name = part;
        for _ in 0..4 {
            let org = self.dict.terms.get(name).and_then(|term| term.org);
            match org.and_then(|id| self.dict.orgs[id as usize].parent.as_deref()) {
                Some(parent) if parent == whole => return true,
                Some(parent) => name = parent,
                None => break,
            }
        }
        false
    }

    /// A name with its outermost organisation, for whoever compares it with many.
    pub fn rooted<'n>(&'n self, name: &'n str) -> Rooted<'n> {
        Rooted {
            name,
            root: self.outermost(name),
        }
    }

    /// The outermost organisation that one belongs to.
    fn outermost<'n>(&'n self, mut name: &'n str) -> &'n str {
        for _ in 0..4 {
            let org = self.dict.terms.get(name).and_then(|term| term.org);
            match org.and_then(|id| self.dict.orgs[id as usize].parent.as_deref()) {
                Some(parent) => name = parent,
                None => break,
            }
        }
        name
    }

    /// What sentence `s` holds.
    pub fn gist(&self, s: usize) -> Gist {
        self.gists[s]
    }

    /// Where sentence `s` first mentions a person, by full name.
    pub fn first_mention(&self, person: &str, s: usize) -> Option<usize> {
        self.named.get(person)?.get(&s).copied()
    }

    /// Whether the title of the article names a person: 罗斯曼离职 names 丹尼尔·罗斯曼.
    pub fn is_titled(&self, person: &str) -> bool {
        let title = self.title.unwrap_or_default();
        let parts = person
            .split(['·', ' ', '・'])
            .filter(|p| p.chars().count() > 1);
        parts.into_iter().any(|part| title.contains(part))
    }

    /// The posts that the article gives to a person.
    pub fn profile(&self, person: &str) -> &[Profile] {
        self.profiles.get(person).map_or(&[], Vec::as_slice)
    }

    /// The row of a sentence.
    pub fn row(&self, s: usize) -> &[Mention] {
        &self.mentions.of[s]
    }

    /// The sentences.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences
    }

    /// O关于…的公告, O / 关于…的公告, 证券简称：O: the firm that the article is a notice of.
    fn notifier(&self) -> Option<At> {
        let rows = || self.mentions.of.iter().enumerate().take(HEAD);
        let announces = |row: &[Mention]| {
            row.last()
                .is_some_and(|m| m.has(Cue::Official) && m.has(Cue::Announce))
        };
        let alone = |row: &[Mention]| row.len() == 1 && row[0].is_org();
        let titled = rows().find(|(s, row)| {
            let opens = row.first().is_some_and(Mention::is_org);
            let next = self.mentions.of.get(s + 1);
            opens && row.len() > 2 && announces(row)
                || alone(row) && next.is_some_and(|r| announces(r))
        });
        let listed = || {
            rows().find_map(|(s, row)| {
                let label = row.iter().position(|m| m.has(Cue::ListedAs))?;
                let name = (label + 1..row.len()).find(|&k| row[k].is_org());
                name.filter(|name| name - label <= 3).map(|name| (s, name))
            })
        };
        titled.map(|(s, _)| (s, 0)).or_else(listed)
    }

    /// The organisation that the title names, else the one that the beginning names; of several the most frequent. What
    /// the title only mentions (半年走了四位高管，O之后又一家) is not what the article is about.
    fn find_main_org(&self, title: Option<&str>) -> Option<At> {
        let mut counts: BTreeMap<String, (bool, usize, At)> = BTreeMap::new();
        for (s, row) in self.mentions.of.iter().enumerate() {
            // 由O的R P接任: whence the successor comes; 毕业于英国O: where somebody has studied.
            let aside = |k: usize| {
                let m = &row[k];
                m.has(Cue::By) || m.has(Cue::Biography) && !m.has(Cue::Hold)
            };
            let told = |i: &usize| {
                let place = usize::from(*i > 0 && row[i - 1].label == Label::Place);
                row[*i].is_org() && !(i - place).checked_sub(1).is_some_and(aside)
            };
            for i in (0..row.len()).filter(told) {
                let count = counts.entry(self.org((s, i))).or_insert((false, 0, (s, i)));
                count.0 |= title.is_some_and(|title| title.contains(&*row[i].text));
                count.1 += 1;
            }
        }
        let most = counts.values().map(|c| c.1).max().unwrap_or_default();
        let first = |at: At| at.0 <= 3;
        counts
            .into_values()
            .map(|(titled, n, at)| (titled && n * OFTEN >= most, n, at))
            // CBA常规赛, O微信公众号: where people play or write is hardly ever what is written about.
            .filter(|(titled, n, at)| {
                let platform = self.mentions.of[at.0][at.1].has(Cue::Platform);
                *titled || first(*at) && (!platform || *n > 2 && *n == most)
            })
            .max_by_key(|(titled, n, at)| (*titled, *n, std::cmp::Reverse(*at)))
            .map(|(_, _, at)| at)
    }

    /// The person that a pronoun or an empty subject at `at` stands for.
    ///
    /// The first subject of the sentence before `at`, else that of the nearest of the six sentences before it that has
    /// one, in this section and at most two paragraphs away, else the person of the heading.
    pub fn antecedent(&self, at: At) -> Option<At> {
        let (s, i) = at;
        if let Some(p) = self.first_subject(&self.mentions.of[s][..i]) {
            return Some((s, p));
        }
        let home = &self.sentences[s];
        for k in (0..s).rev().take(6) {
            let other = &self.sentences[k];
            if other.heading != home.heading && Some(k) != home.heading {
                break;
            }
            if home.block - other.block > 2 && !other.is_heading {
                break;
            }
            if let Some(p) = self.first_subject(&self.mentions.of[k]) {
                return Some((k, p));
            }
        }
        let heading = home.heading?;
        self.first_subject(&self.mentions.of[heading])
            .map(|p| (heading, p))
    }

    /// The first person of a row that can be a subject; where a quotation stays open, the first that it names.
    fn first_subject(&self, row: &[Mention]) -> Option<usize> {
        let first = self.subject_from(row, 0)?;
        Some(
            open_quotation(row, first)
                .and_then(|q| self.subject_from(row, q))
                .unwrap_or(first),
        )
    }

    /// The first person from `from` on that can be a subject.
    fn subject_from(&self, row: &[Mention], from: usize) -> Option<usize> {
        (from..row.len())
            .filter(|&i| row[i].is_person())
            .find(|&i| {
                let start = post::before(row, i).start;
                let governed = start.checked_sub(1).is_some_and(|b| {
                    let oblique = [Cue::Oblique, Cue::By, Cue::Source, Cue::At, Cue::Passive];
                    row[b].cues.any(&oblique) && !row[b].has(Cue::Future)
                });
                !governed && !self.signs(row, i)
            })
    }

    /// （记者 P）, （文/O P）, 本报记者 P at the end of a line: who has written the article.
    fn signs(&self, row: &[Mention], p: usize) -> bool {
        let marks = ['（', '）', '，', '：', '/', '|'];
        let closes = row.get(p + 1).is_none_or(|m| m.is_punct(&marks));
        let title = row[..p].iter().rev().find(|m| !m.is_punct(&marks));
        let bracketed = row.get(p + 1).is_some_and(|m| m.is_punct(&['）']));
        let reports = |t: &Mention| bracketed && t.label == Label::Media;
        let writes = |t: &Mention| t.is_title() && self.dict.ends_in(&t.text, Cue::Byline);
        closes && title.is_some_and(|t| writes(t) || reports(t))
    }
}

/// P表示：“…: where the quotation begins that the person at `p` says and that the row leaves open.
fn open_quotation(row: &[Mention], p: usize) -> Option<usize> {
    let says = row[p..].iter().take(6).any(|m| m.has(Cue::Say));
    let mut marks = (p..row.len()).filter(|&k| row[k].is_punct(&['"']));
    let open = marks.next()?;
    (says && marks.count() % 2 == 0).then_some(open + 1)
}

/// Whether a mention is a title that names nobody: 高管, 创始人.
pub fn is_unnamed(m: &Mention) -> bool {
    matches!(
        m.label,
        Label::Title(TitlePart::Head | TitlePart::Informal | TitlePart::Collective)
    )
}
