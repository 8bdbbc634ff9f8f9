//! Event → Record: what several sentences tell of one departure becomes one row.
//!
//! Two events are one departure if they speak of the same person and neither employer nor date speaks against it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::article::Article;
use crate::date::Resolved;
use crate::dict::Dict;
use crate::dict::term::Cue;
use crate::entity::{Entities, Profile, Rooted};
use crate::event::{DayOf, ELSEWHERE, Event, SHARED_POST, Source, Value, is_old};
use crate::record::{ChangeType, DestinationKind, Evidence, Field, ReasonCode, Record, Status};
use crate::span::{CharIndex, Span};
use crate::spelling::Spelling;

/// Events whose dates are further apart are two departures.
const SAME_MONTHS: i32 = 6;

/// Different posts or employers that are left in months so far apart are left on two occasions.
const APART_MONTHS: i32 = 3;

/// An event is compared with so many departures of its person, the latest: no article tells of more, and a text made
/// up of them takes time in proportion to its length.
const MAX_DEPARTURES: usize = 128;

/// An event is compared with so many events of one departure, the first that differ, for the same reason.
const MAX_TELLINGS: usize = 128;

/// A record without a post needs so much confidence: below it somebody of another sentence leaves no employer that is
/// told there. Of nine such records in 423 annotated articles one was right.
const MIN_CONFIDENCE: f64 = 0.31;

/// A record has so many posts, the first ones: nobody holds more at once.
const MAX_POSTS: usize = 64;

/// Merges the events of an article into records, in the order of the text.
pub fn merge(
    article: &Article,
    published: Option<jiff::civil::Date>,
    entities: &Entities,
    events: Vec<Event>,
    spelling: &Spelling,
    dict: &Dict,
) -> Vec<Record> {
    let mut people: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for event in events {
        people
            .entry(event.person.text.clone())
            .or_default()
            .push(event);
    }
    let mut departures: Vec<Vec<Event>> = people
        .into_values()
        .flat_map(|events| occasions(events, entities))
        .map(came_about)
        .collect();
    departures.sort_by_key(|d| {
        d.iter()
            .map(|e| (e.sentence, e.trigger.start, e.person.span.start))
            .min()
    });
    let index = CharIndex::new(&article.text);
    departures
        .iter()
        .filter_map(|d| record(article, published, entities, d, &index, spelling, dict))
        .collect()
}

/// Splits the events of one person into departures.
fn occasions(events: Vec<Event>, entities: &Entities) -> Vec<Vec<Event>> {
    let homes = homes(&events, entities);
    let count = homes.iter().max().map_or(0, |last| last + 1);
    let mut departures: Vec<Vec<Event>> = Vec::new();
    departures.resize_with(count, Vec::new);
    for (event, home) in events.into_iter().zip(homes) {
        departures[home].push(event);
    }
    departures
}

/// 曾被要求下台, then 辞去: of a departure that came about, what was only demanded tells neither when nor how.
fn came_about(mut events: Vec<Event>) -> Vec<Event> {
    if events.iter().any(|e| e.status.is_asserted() && !e.weak) {
        events.retain(|e| e.status != Status::Hypothetical);
    }
    events
}

/// For each event of one person the number of its departure, from 0 in the order of the text.
fn homes(events: &[Event], entities: &Entities) -> Vec<usize> {
    let mut departures: Vec<Departure> = Vec::new();
    let mut homes = Vec::with_capacity(events.len());
    for event in events {
        let telling = Telling::of(event, entities);
        let first = departures.len().saturating_sub(MAX_DEPARTURES);
        let home = departures[first..]
            .iter()
            .position(|d| d.admits(&telling, entities));
        let home = home.map_or(departures.len(), |k| first + k);
        if home == departures.len() {
            departures.push(Departure::default());
        }
        departures[home].push(telling);
        homes.push(home);
    }
    homes
}

/// What is told of one departure.
#[derive(Default)]
struct Departure<'a> {
    /// Events that tell more than a repetition: only with them a further event is compared.
    distinct: Vec<Telling<'a>>,
    told: HashSet<Told<'a>>,
}

impl<'a> Departure<'a> {
    /// Whether an event may tell of this departure.
    fn admits(&self, telling: &Telling, entities: &Entities) -> bool {
        self.distinct
            .iter()
            .all(|other| other.is_compatible(telling, entities))
    }

    fn push(&mut self, telling: Telling<'a>) {
        if self.distinct.len() < MAX_TELLINGS && self.told.insert(telling.told()) {
            self.distinct.push(telling);
        }
    }
}

/// What [`Telling::is_compatible`] looks at: company, date, posts, weak, what the date is the day of.
type Told<'a> = (
    Option<(&'a str, Source)>,
    Option<Resolved>,
    Vec<&'a str>,
    (bool, DayOf),
);

/// An event with what is looked up for it only once.
struct Telling<'a> {
    event: &'a Event,
    /// The employer, if the trigger's own words tell it.
    employer: Option<Rooted<'a>>,
}

impl<'a> Telling<'a> {
    fn of(event: &'a Event, entities: &'a Entities) -> Self {
        let told = event
            .company
            .as_ref()
            .filter(|(_, source)| *source <= Source::Premodifier);
        Self {
            event,
            employer: told.map(|(company, _)| entities.rooted(&company.text)),
        }
    }

    fn told(&self) -> Told<'a> {
        let event = self.event;
        (
            event.company.as_ref().map(|(v, s)| (v.text.as_str(), *s)),
            event.date,
            event.roles.iter().map(|r| r.text.as_str()).collect(),
            (event.weak, event.day_of),
        )
    }

    /// Whether neither employer nor date speaks against one departure.
    fn is_compatible(&self, other: &Telling, entities: &Entities) -> bool {
        let (a, b) = (self.event, other.event);
        a.dates_agree(b)
            && (self.employers_agree(other) || a.heads(b, entities) || b.heads(a, entities))
            && !a.is_elsewhere(b, entities)
    }

    fn employers_agree(&self, other: &Telling) -> bool {
        let both = self.employer.zip(other.employer);
        both.is_none_or(|(x, y)| x.is_related(y))
    }
}

impl Event {
    /// Whether the dates may be those of one departure.
    fn dates_agree(&self, other: &Event) -> bool {
        let (Some(x), Some(y)) = (self.date, other.date) else {
            return true;
        };
        // Two posts given up on two days are two departures.
        if self.is_apart_from(other) {
            return x == y;
        }
        let apart = (x.months() - y.months()).abs();
        match self.roles_overlap(other) || self.weak || other.weak {
            true => apart <= SAME_MONTHS * 2,
            false => apart <= SAME_MONTHS,
        }
    }

    /// Whether this one is told by the heading of the section that the other stands in.
    fn heads(&self, other: &Event, entities: &Entities) -> bool {
        entities.sentences()[other.sentence].heading == Some(self.sentence)
    }

    /// Whether both tell when, months apart, and sentences of their own name employers that have nothing in common.
    fn is_elsewhere(&self, other: &Event, entities: &Entities) -> bool {
        let told = |e: &Event| {
            let company = e.company.as_ref().filter(|c| c.1 <= Source::Sentence);
            let own = !e.weak && e.day_of >= DayOf::Telling;
            let date = e.date.filter(|d| own && d.month.is_some());
            company.map(|c| c.0.text.clone()).zip(date)
        };
        let both = told(self).zip(told(other));
        both.is_some_and(|((a, x), (b, y))| {
            (x.months() - y.months()).abs() >= APART_MONTHS && !entities.related(&a, &b)
        })
    }

    /// Both tell the posts, no post in common, and the day, or months that are far apart.
    fn is_apart_from(&self, other: &Event) -> bool {
        let told = |e: &Event| {
            let own = !e.weak && e.day_of >= DayOf::Telling;
            e.date.filter(|_| own && !e.roles.is_empty())
        };
        let both = told(self).zip(told(other));
        let apart = both.is_some_and(|(x, y)| {
            let days = x.day.is_some() && y.day.is_some();
            let months = x.month.is_some() && y.month.is_some();
            days || months && (x.months() - y.months()).abs() >= APART_MONTHS
        });
        apart && !self.roles_overlap(other)
    }

    fn roles_overlap(&self, other: &Event) -> bool {
        self.roles
            .iter()
            .any(|a| other.roles.iter().any(|b| a.text == b.text))
    }
}

fn record(
    article: &Article,
    published: Option<jiff::civil::Date>,
    entities: &Entities,
    events: &[Event],
    index: &CharIndex,
    spelling: &Spelling,
    dict: &Dict,
) -> Option<Record> {
    let best = best(events)?;
    let confidence = confidence(events, best);
    if confidence < MIN_CONFIDENCE && events.iter().all(|e| e.roles.is_empty()) {
        return None;
    }
    let mut evidence = EvidenceList {
        article,
        index,
        rows: Vec::new(),
        at: HashMap::new(),
    };
    for event in events {
        evidence.add(Field::Person, &event.person, &event.rule);
    }
    let company = company(events);
    if let Some(c) = &company {
        for event in events {
            if let Some((value, source)) = event.company.as_ref().filter(|(v, _)| v.text == c.text)
            {
                evidence.add(
                    Field::Company,
                    value,
                    if *source == Source::Frame {
                        &event.rule
                    } else {
                        value.rule
                    },
                );
            }
        }
    }
    let mut take = |field: Field, get: &dyn Fn(&Event) -> Option<Value>| {
        let value = ordered(events).find_map(|e| get(e).map(|v| (v, e)));
        value.map(|(v, e)| {
            evidence.add(
                field,
                &v,
                if v.rule == "subject" { &e.rule } else { v.rule },
            );
            v
        })
    };
    let near = |v: &Value| v.rule != ELSEWHERE;
    let reason = take(Field::Reason, &|e| e.reason.clone().filter(near))
        .or_else(|| take(Field::Reason, &|e| e.reason.clone()));
    // Where the person stays is no destination.
    let stays = |e: &Event| {
        let place = e.destination.as_ref().zip(company.as_ref());
        place.is_some_and(|(d, c)| entities.nested(&d.text, &c.text))
    };
    let destination = take(Field::Destination, &|e| {
        e.destination.clone().filter(|_| !stays(e))
    });
    let destination_role = take(Field::DestinationRole, &|e| {
        e.destination_role.clone().filter(|_| !stays(e))
    });
    let successor = take(Field::Successor, &|e| e.successor.clone());
    let (date_text, date) = date(events);
    if let Some(value) = &date_text {
        evidence.add(Field::Date, value, "date");
    }
    let mut former_role = Vec::new();
    let mut told = roles(events, dict);
    // 联合创始人Q和P离职: P may have more posts of the kind.
    if told.iter().all(|role| role.rule == SHARED_POST) {
        let own = introduced(entities, best, company.as_ref());
        let new = |role: &Value| told.iter().all(|t| !t.text.ends_with(&role.text));
        let own: Vec<Value> = own.into_iter().filter(new).collect();
        told.extend(own);
    }
    if change(events) == ChangeType::StepDown {
        told.retain(|role| !is_lasting(&role.text, dict));
    }
    for role in told {
        evidence.add(Field::FormerRole, &role, role.rule);
        former_role.push(spelling.name(&role.text, role.span));
    }
    let sentence = entities.sentences()[best.sentence].span;
    evidence.add(
        Field::Sentence,
        &Value {
            text: String::new(),
            span: sentence,
            rule: "sentence",
        },
        &best.rule,
    );
    evidence.rows.sort_by_key(|e| e.field as u8);
    let reason_code = reason
        .as_ref()
        .map_or(ReasonCode::Unstated, |r| dict.reason_code(&r.text));
    let name = |v: &Value| spelling.name(&v.text, v.span);
    let text = |v: Option<Value>| v.as_ref().map(name);
    Some(Record {
        person: name(&best.person),
        former_role,
        company: text(company),
        reason: text(reason),
        destination_kind: ordered(events)
            .find(|e| e.destination.is_some() || e.destination_role.is_some())
            .map_or(DestinationKind::Unknown, |e| e.destination_kind),
        destination: text(destination),
        destination_role: text(destination_role),
        date: date.map(|d| d.to_string()),
        date_text: date_text.map(|v| v.span.of(&article.text).to_string()),
        status: match status(events) {
            Status::Completed if is_bygone(events, date, published, entities) => Status::Historical,
            status => status,
        },
        change_type: by_reason(change(events), reason_code),
        reason_code,
        successor: text(successor),
        confidence,
        sentence: sentence.of(&article.text).to_string(),
        source: article.source.clone(),
        title: article.title.clone(),
        published: published.map(|p| p.to_string()),
        evidence: evidence.rows,
    })
}

/// Collects evidence; the same place and field gathers its rules.
struct EvidenceList<'a> {
    article: &'a Article,
    index: &'a CharIndex<'a>,
    rows: Vec<Evidence>,
    /// The row of a field and place.
    at: HashMap<(Field, Span), usize>,
}

impl EvidenceList<'_> {
    fn add(&mut self, field: Field, value: &Value, rule: &str) {
        let next = self.rows.len();
        let at = *self.at.entry((field, value.span)).or_insert(next);
        if at == next {
            self.rows.push(Evidence {
                field,
                start: self.index.char_of(value.span.start),
                end: self.index.char_of(value.span.end),
                text: value.span.of(&self.article.text).to_string(),
                rules: Vec::new(),
            });
        }
        let rules = &mut self.rows[at].rules;
        if !rules.iter().any(|r| r == rule) {
            rules.push(rule.to_string());
        }
    }
}

/// The event that tells it best: asserted in a paragraph, with most fields.
fn best(events: &[Event]) -> Option<&Event> {
    let fields = |e: &Event| {
        usize::from(e.company.is_some())
            + e.roles.len().min(2)
            + usize::from(e.reason.is_some())
            + usize::from(e.date.is_some())
    };
    events
        .iter()
        .enumerate()
        .max_by_key(|(i, e)| (!e.weak, fields(e), std::cmp::Reverse(*i)))
        .map(|(_, e)| e)
}

/// Events that report before those that presuppose.
fn ordered(events: &[Event]) -> impl Iterator<Item = &Event> + Clone {
    events
        .iter()
        .filter(|e| !e.weak)
        .chain(events.iter().filter(|e| e.weak))
}

fn company(events: &[Event]) -> Option<Value> {
    events
        .iter()
        .enumerate()
        .filter_map(|(i, e)| e.company.as_ref().map(|(v, s)| (*s, i, v)))
        .min_by_key(|(s, i, _)| (*s, *i))
        .map(|(_, _, v)| v.clone())
}

/// The most precise date of the most telling event.
fn date(events: &[Event]) -> (Option<Value>, Option<Resolved>) {
    let precision = |e: &Event| {
        e.date.map_or(0, |d| {
            1 + usize::from(d.month.is_some()) + usize::from(d.day.is_some())
        })
    };
    let dated = ordered(events)
        .enumerate()
        .filter(|(_, e)| e.date_text.is_some());
    let telling = |(i, e): &(usize, &Event)| {
        let told = e.day_of.min(DayOf::Telling);
        let leaving = e.day_of == DayOf::Leaving && !e.weak;
        (told, precision(e).min(2), leaving, std::cmp::Reverse(*i))
    };
    match dated.max_by_key(telling) {
        Some((_, e)) => (e.date_text.clone(), e.date),
        None => (None, None),
    }
}

/// All posts, each once, [`MAX_POSTS`] at most; a post that another one contains is left out.
fn roles(events: &[Event], dict: &Dict) -> Vec<Value> {
    let mut roles: Vec<Value> = Vec::new();
    let mut titles: HashSet<&str> = HashSet::new();
    for role in ordered(events).flat_map(|e| &e.roles) {
        let title = dict.canonical_title(&role.text);
        if titles.contains(title) || roles.iter().any(|r| r.text.ends_with(&role.text)) {
            continue;
        }
        match roles.iter().position(|r| role.text.ends_with(&r.text)) {
            Some(shorter) => {
                titles.remove(dict.canonical_title(&roles[shorter].text));
                roles[shorter] = role.clone();
            }
            None if roles.len() < MAX_POSTS => roles.push(role.clone()),
            None => continue,
        }
        titles.insert(title);
    }
    roles
}

/// No sentence about the departure names a post: the one with which the article introduces the person.
fn introduced(entities: &Entities, best: &Event, company: Option<&Value>) -> Vec<Value> {
    let fits = |p: &&Profile| match p
        .post
        .org
        .map(|o| &entities.row(p.at.0)[o])
        .filter(|m| m.is_org())
    {
        Some(org) => company.is_none_or(|c| entities.related(&entities.org_named(org), &c.text)),
        None => true,
    };
    let nearest = entities
        .profile(&best.person.text)
        .iter()
        .filter(fits)
        .min_by_key(|p| (p.post.org.is_none(), p.at.0.abs_diff(best.sentence)));
    let Some(at) = nearest.map(|p| p.at) else {
        return Vec::new();
    };
    let together = entities
        .profile(&best.person.text)
        .iter()
        .filter(|p| p.at == at)
        .filter(fits);
    together
        .map(|p| {
            let title = &entities.row(at.0)[p.post.title];
            Value {
                text: title.text.to_string(),
                span: title.span,
                rule: "post_of_person",
            }
        })
        .collect()
}

/// 创始人P退居二线: a founder is one for good.
fn is_lasting(role: &str, dict: &Dict) -> bool {
    let term = dict.terms.get(role);
    term.is_some_and(|t| t.cues.has(Cue::Lasting))
}

fn status(events: &[Event]) -> Status {
    if events.iter().any(|e| e.status == Status::Denied) {
        return Status::Denied;
    }
    let told = ordered(events).map(|e| e.status);
    let asserted = told.clone().find(|s| s.is_asserted());
    let first = told.clone().next().unwrap_or_default();
    // P的辞呈自5月31日起生效。…他提出辞职: the day that it takes effect has not come.
    let ahead = |e: &Event| {
        let to_the_day = e.date.is_some_and(|d| d.day.is_some());
        e.status == Status::Announced && e.day_of == DayOf::Leaving && to_the_day
    };
    if asserted == Some(Status::Completed) && events.iter().any(ahead) {
        return Status::Announced;
    }
    match asserted {
        // One background sentence does not make news old, nor does one negation of detail undo it.
        Some(status) if first.is_asserted() || first == Status::Historical => status,
        _ => first,
    }
}

/// 2016年已经退休 and then 刚退休: what is dated years before the publication is no news, unless a heading tells it.
fn is_bygone(
    events: &[Event],
    date: Option<Resolved>,
    published: Option<jiff::civil::Date>,
    entities: &Entities,
) -> bool {
    let old = date.zip(published).is_some_and(|(d, p)| is_old(d, p));
    old && !events
        .iter()
        .any(|e| entities.sentences()[e.sentence].is_heading)
}

fn change(events: &[Event]) -> ChangeType {
    let told = ordered(events).find(|e| e.change != ChangeType::Leave);
    // 辞职后，P不再担任R: the sentence says how.
    let resigns = |at: &Event| {
        let same = |e: &&Event| e.sentence == at.sentence && e.change == ChangeType::Resign;
        at.change == ChangeType::StepDown && events.iter().any(|e| same(&e))
    };
    match told {
        Some(event) if resigns(event) => ChangeType::Resign,
        told => told.map(|e| e.change).unwrap_or_default(),
    }
}

/// How the post is lost, where the reason tells more than the verb: 因另有任用免去, 任期届满后不再担任.
fn by_reason(change: ChangeType, reason: ReasonCode) -> ChangeType {
    use ChangeType::{Dismiss, Leave, Resign, Retire, StepDown, TermEnd, Transfer};
    match (change, reason) {
        (Dismiss, ReasonCode::Transfer) => Transfer,
        (StepDown | Leave, ReasonCode::Term) => TermEnd,
        (StepDown | Resign, ReasonCode::Retirement) => Retire,
        (StepDown, ReasonCode::Personal | ReasonCode::Family) => Resign,
        _ => change,
    }
}

fn confidence(events: &[Event], best: &Event) -> f64 {
    let top = events
        .iter()
        .map(|e| e.confidence)
        .fold(best.confidence, f64::max);
    let more = 0.04 * (events.len() - 1).min(4) as f64;
    ((top + more).clamp(0.05, 0.99) * 100.0).round() / 100.0
}
