//! Mention, Entity → Event: each trigger and wording with its arguments, and every attempt that failed.
//!
//! A trigger's frame says where its arguments stand (`frame`); a wording is a pattern (`wording`). What the
//! frame leaves open is filled in by the files of this folder: `subject` (who), `company`, `when`, `why`,
//! `destination`, `modality` (status) and `successor`.
//!
//! # Confidence
//! An event starts at 0.55 and gains for each thing that a careful reader would look for: the person stands in the
//! trigger's own clause (+0.15) and carries a title (+0.08), the employer stands in the sentence (+0.12) or where the
//! article introduces the person or in the heading (+0.05), posts were found (+0.05). It loses for an employer taken
//! from elsewhere in the article (−0.05), for posts that were not found (−0.05), for a person taken from another
//! sentence (−0.15), and most where no employer was found (−0.3): such a record is incomplete at best.
//! `crate::merge` adds 0.04 for each further event that agrees, four at most. The result stays within 0.05 and 0.99.
//!
//! When the numbers were chosen, 141 of 145 records from 0.9 on had the right person and company on the articles that
//! they were chosen with; `quliu eval` shows how it is on others, and today.

mod background;
mod company;
mod destination;
mod former;
mod frame;
mod modality;
mod roles;
mod roster;
mod subject;
mod successor;
mod taking;
mod when;
mod why;
mod wording;

use crate::date::Resolved;
use crate::dict::Dict;
use crate::dict::term::Cue;
use crate::entity::{At, Entities};
use crate::record::{ChangeType, DestinationKind, Status};
use crate::span::Span;

pub(crate) use background::is_old;
pub(crate) use company::SHARED_POST;
pub(crate) use why::ELSEWHERE;

pub use when::DayOf;

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The value, normalised.
    pub text: String,
    /// Its place in the article.
    pub span: Span,
    /// What found it.
    pub rule: &'static str,
}

/// Where an employer was read; the first ones are the most telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Source {
    Frame,
    Premodifier,
    Sentence,
    Profile,
    Heading,
    Paragraph,
    Article,
}

/// A departure told by one trigger or wording, for one person.
#[derive(Debug, Clone)]
pub struct Event {
    /// Trigger or wording that tells it.
    pub rule: String,
    /// The sentence.
    pub sentence: usize,
    /// The trigger's place.
    pub trigger: Span,
    /// Canonical name.
    pub person: Value,
    /// Posts lost.
    pub roles: Vec<Value>,
    /// Employer left.
    pub company: Option<(Value, Source)>,
    /// Why.
    pub reason: Option<Value>,
    /// Where to.
    pub destination: Option<Value>,
    /// Post there.
    pub destination_role: Option<Value>,
    /// Kind of destination.
    pub destination_kind: DestinationKind,
    /// When, as written.
    pub date_text: Option<Value>,
    /// When, resolved.
    pub date: Option<Resolved>,
    /// What the date is the day of.
    pub day_of: DayOf,
    /// How sure.
    pub status: Status,
    /// How the post is lost.
    pub change: ChangeType,
    /// Who takes over.
    pub successor: Option<Value>,
    /// The trigger only presupposes the departure (离职后), or it is a heading.
    pub weak: bool,
    /// What tells it is where the person goes (原O的R P加入D).
    pub by_joining: bool,
    /// 0–1.
    pub confidence: f64,
}

/// A trigger or wording that was tried.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The sentence.
    pub sentence: usize,
    /// Trigger or wording.
    pub rule: String,
    /// Its place.
    pub span: Span,
    /// The first thing that failed; `None` when it made an event.
    pub failed: Option<&'static str>,
}

impl Attempt {
    /// Whether it failed since nobody is named before it whom it may speak of, or no place where somebody goes.
    pub fn leans_back(&self) -> bool {
        let leans = |failed| subject::NOBODY_BEFORE.contains(&failed) || failed == NO_DESTINATION;
        self.failed.is_some_and(leans)
    }

    /// Whether it failed since those who are dismissed or taken on are not named there.
    pub fn wants_object(&self) -> bool {
        let failed = [frame::NOBODY_BEHIND, taking::NO_OTHER_EMPLOYER];
        self.failed.is_some_and(|f| failed.contains(&f))
    }

    /// Whether it failed since no employer or post is told.
    pub fn wants_job(&self) -> bool {
        self.failed
            .is_some_and(|f| frame::NOTHING_HELD.contains(&f))
    }
}

/// What fails of a wording of which only the first word stands there.
pub const NO_MATCH: &str = "the wording does not match here";

/// What fails of a wording that tells a departure only by where somebody goes.
const NO_DESTINATION: &str = "no destination follows";

/// What fails of a trigger that only goes on about the departure of the one before it.
pub const FOLLOWS: &str = "the trigger before it tells of the same departure";

/// Everything that was matched and tried.
#[derive(Debug, Default)]
pub struct Events {
    /// Events, in the order of the text.
    pub found: Vec<Event>,
    /// Every attempt.
    pub attempts: Vec<Attempt>,
}

impl Events {
    /// The events that an attempt made.
    pub fn of<'a>(&'a self, attempt: &'a Attempt) -> impl Iterator<Item = &'a Event> {
        self.found.iter().filter(move |event| {
            let same = event.sentence == attempt.sentence && event.trigger == attempt.span;
            same && event.rule == attempt.rule
        })
    }
}

impl Events {
    /// Drops what a word of joining tells of the employer in front of a name where the sentence tells another one that the
    /// person leaves: 前N的R P离开O，加入D is no departure from N.
    fn leave_epithets(&mut self, sentence: usize) {
        let start = self.found.partition_point(|e| e.sentence < sentence);
        let left = |e: &Event| {
            let (company, source) = e.company.as_ref()?;
            let told = !e.by_joining && *source == Source::Frame;
            told.then(|| (e.person.text.clone(), company.text.clone()))
        };
        let left: Vec<_> = self.found[start..].iter().filter_map(left).collect();
        self.found.retain(|e| {
            let other = |(person, company): &(String, String)| {
                *person == e.person.text
                    && e.company.as_ref().is_some_and(|(c, _)| c.text != *company)
            };
            !(e.sentence == sentence && e.by_joining && left.iter().any(other))
        });
    }
}

/// What the matchers need to know.
pub(crate) struct Scene<'a> {
    pub entities: &'a Entities<'a>,
    pub dict: &'a Dict,
    pub published: Option<jiff::civil::Date>,
}

/// What a frame or wording has found: positions in the row of sentence `s`, and people anywhere.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// The people that leave, each with its own posts before it.
    pub people: Vec<At>,
    /// Whether the people stand in another sentence.
    pub distant: bool,
    /// Posts named by the frame: they are the ones lost.
    pub posts: Vec<crate::post::Post>,
    /// A title counts the people: 甲、乙等14名董事.
    pub counted: bool,
    /// One post for each person, in order (分别).
    pub pairwise: bool,
    /// The employer named by the frame.
    pub company: Option<usize>,
    /// The employer before each person comes first (从O挖走P和N的Q).
    pub own_employers: bool,
    /// Where the destination is looked for: after this position.
    pub destination_from: usize,
    /// Destination fixed by the frame.
    pub destination: Option<At>,
    /// Destination post fixed by the frame.
    pub destination_role: Option<usize>,
    /// Successor fixed by the frame.
    pub successor: Option<usize>,
    /// How the post is lost.
    pub change: ChangeType,
    /// Status fixed by the wording.
    pub status: Option<Status>,
    /// The premodifier is no post lost (the person is somebody else's successor …).
    pub ignore_premodifier: bool,
    /// The posts before the person are held elsewhere (R由O的S P变更为Q).
    pub posts_elsewhere: bool,
    /// First position of the clause material that belongs to the trigger (for negation and cues).
    pub from: usize,
    /// The trigger only presupposes the departure.
    pub weak: bool,
    /// Without a destination it is no departure (原总裁张三加入D).
    pub needs_destination: bool,
    /// Dates of other sentences do not belong to it.
    pub own_date_only: bool,
}

/// Matches all triggers and wordings of an article.
pub fn match_rules(
    entities: &Entities,
    published: Option<jiff::civil::Date>,
    dict: &Dict,
) -> Events {
    let scene = Scene {
        entities,
        dict,
        published,
    };
    let mut events = Events::default();
    for s in 0..entities.sentences().len() {
        let row = entities.row(s);
        for (t, mention) in row.iter().enumerate() {
            let Some(trigger) = mention.trigger else {
                continue;
            };
            let draft = frame::read(&scene, s, t, trigger);
            scene.note(&mut events, s, t, mention.text.to_string(), draft);
        }
        let possible = dict.scan.possible(&entities.sentences()[s].view.text);
        for (rule, t, draft) in wording::read(&scene, s, possible) {
            scene.note(&mut events, s, t, rule, draft);
        }
        events.leave_epithets(s);
        let told = !events.found.is_empty();
        for (s, t, draft) in roster::read(&scene, s, told) {
            scene.note(&mut events, s, t, "roster".to_string(), Ok(draft));
        }
    }
    events
}

impl Scene<'_> {
    fn note(
        &self,
        events: &mut Events,
        s: usize,
        t: usize,
        rule: String,
        draft: Result<Draft, &'static str>,
    ) {
        let span = self.entities.row(s)[t].span;
        let failed = draft.as_ref().err().copied();
        events.attempts.push(Attempt {
            sentence: s,
            rule: rule.clone(),
            span,
            failed,
        });
        let Ok(draft) = draft else { return };
        let drafts = roles::by_employer(self, s, t, draft);
        let people = |draft: &Draft| 0..draft.people.len();
        let each = drafts.iter().flat_map(|d| people(d).map(move |n| (d, n)));
        for (draft, n) in each {
            let event = self.complete(s, t, &rule, draft, n);
            if draft.needs_destination && event.destination.is_none() {
                if let Some(attempt) = events.attempts.last_mut() {
                    attempt.failed = Some(NO_DESTINATION);
                }
                continue;
            }
            events.found.push(event);
        }
    }

    /// Fills in what the frame leaves open, for the `n`-th person of a draft.
    fn complete(&self, s: usize, t: usize, rule: &str, draft: &Draft, n: usize) -> Event {
        let row = self.entities.row(s);
        let at = draft.people[n];
        let mention = &self.entities.row(at.0)[at.1];
        let name = self.entities.person(&mention.text);
        let company = company::find(self, s, t, draft, at, &name);
        let roles = company::roles(self, s, t, draft, n, at, company.as_ref());
        let mut when = when::find(self, s, t, draft, &name);
        let dies = draft.change == ChangeType::Death;
        let going = match dies {
            true => destination::Going::default(),
            false => destination::find(self, s, draft, at, company.as_ref()),
        };
        let status = draft
            .status
            .unwrap_or_else(|| modality::status(self, s, t, draft, at, when.date));
        if when.text.is_none() && status.is_asserted() && !draft.weak && !draft.own_date_only {
            when = when::decided(self, s, draft.change);
        }
        let heading = self.entities.sentences()[s].is_heading;
        if let (Status::Completed, Some(date), false) = (status, when.date, heading) {
            let published = self.published;
            when.date = Some(published.map_or(date, |p| when::past(date, p)));
        }
        if draft.needs_destination {
            when.day_of = when.day_of.min(DayOf::Decision);
        }
        let mut event = Event {
            rule: rule.to_string(),
            sentence: s,
            trigger: row[t].span,
            person: Value {
                text: name,
                span: mention.span,
                rule: "subject",
            },
            roles,
            reason: why::find(self, s, t, at),
            destination: going.place,
            destination_role: going.role,
            destination_kind: going.kind,
            date_text: when.text,
            date: when.date,
            day_of: when.day_of,
            status,
            change: match draft.change {
                // 辞去总裁，但仍任董事: not everything is given up.
                ChangeType::Resign if row.iter().any(|m| m.has(Cue::Stay)) => ChangeType::StepDown,
                change => change,
            },
            successor: successor::find(self, s, t, draft, at),
            weak: draft.weak || self.entities.sentences()[s].is_heading,
            by_joining: draft.needs_destination
                || draft.destination.is_some()
                || row[t].join.is_some(),
            confidence: 0.0,
            company: company.map(|c| (c.value, c.source)),
        };
        event.confidence = self.confidence(&event, draft, at);
        event
    }

    fn confidence(&self, event: &Event, draft: &Draft, at: At) -> f64 {
        let titled = !crate::post::before(self.entities.row(at.0), at.1)
            .posts
            .is_empty()
            || !draft.posts.is_empty();
        let employer = match event.company.as_ref().map(|c| c.1) {
            Some(Source::Frame | Source::Premodifier | Source::Sentence) => 0.12,
            Some(Source::Profile | Source::Heading) => 0.05,
            Some(Source::Paragraph | Source::Article) => -0.05,
            None => -0.3,
        };
        let gains = [
            (if draft.distant { -0.15 } else { 0.15 }),
            if titled { 0.08 } else { 0.0 },
            employer,
            if event.roles.is_empty() { -0.05 } else { 0.05 },
        ];
        (0.55 + gains.iter().sum::<f64>()).clamp(0.05, 0.99)
    }

    /// A value read from one mention.
    pub(crate) fn value(&self, at: At, rule: &'static str) -> Value {
        let m = &self.entities.row(at.0)[at.1];
        Value {
            text: m.text.to_string(),
            span: m.span,
            rule,
        }
    }
}
