//! Surface → everything that the dictionary says it can be.

use foldhash::HashMap;

use super::bits;
use super::sketch::Sketch;

use crate::record::{ChangeType, DestinationKind};

/// Index of an organisation in [`super::Dict::orgs`].
pub type OrgId = u32;

/// Where the arguments of a trigger stand; the frames are explained in `dict/trigger.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Frame {
    Intransitive,
    Post,
    Employer,
    Patient,
    Poached,
    Passive,
    Destination,
    Predecessor,
}

impl Frame {
    /// Whether the person is the object of the verb.
    pub fn has_object(self) -> bool {
        matches!(self, Frame::Patient | Frame::Poached)
    }
}

/// The names of the frames in `dict/trigger.tsv`.
pub const FRAMES: &[(&str, Frame)] = &[
    ("intransitive", Frame::Intransitive),
    ("post", Frame::Post),
    ("employer", Frame::Employer),
    ("patient", Frame::Patient),
    ("poached", Frame::Poached),
    ("passive", Frame::Passive),
    ("destination", Frame::Destination),
    ("predecessor", Frame::Predecessor),
];

/// What must be there for an ambiguous word to speak of a job; explained in `dict/trigger.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Need {
    Nothing,
    PostListed,
    PostHeld,
    Office,
    Employer,
    Former,
    Sent,
    Term,
}

impl Need {
    /// Whether the word speaks of a job only where the person is known to have one.
    pub fn is_ambiguous(self) -> bool {
        matches!(self, Need::PostHeld | Need::Office)
    }
}

/// The names of the needs in `dict/trigger.tsv`.
pub const NEEDS: &[(&str, Need)] = &[
    ("", Need::Nothing),
    ("post_listed", Need::PostListed),
    ("post_held", Need::PostHeld),
    ("office", Need::Office),
    ("employer", Need::Employer),
    ("former", Need::Former),
    ("sent", Need::Sent),
    ("term", Need::Term),
];

/// A word that says that somebody leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trigger {
    /// Where its arguments stand.
    pub frame: Frame,
    /// How the post is lost.
    pub change: ChangeType,
    /// What must be there besides.
    pub need: Need,
}

impl Trigger {
    /// Whether it is said of people only; firms and things are moved, too (调至).
    pub fn is_of_people(self) -> bool {
        self.need != Need::Sent
    }
}

/// How a word says where somebody goes; explained in `dict/destination.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum JoinFrame {
    Org,
    Post,
    Found,
    Activity,
    Phrase,
    Pursue,
    Next,
    Work,
    Field,
}

/// The names of the frames in `dict/destination.tsv`.
pub const JOIN_FRAMES: &[(&str, JoinFrame)] = &[
    ("org", JoinFrame::Org),
    ("post", JoinFrame::Post),
    ("found", JoinFrame::Found),
    ("activity", JoinFrame::Activity),
    ("phrase", JoinFrame::Phrase),
    ("pursue", JoinFrame::Pursue),
    ("next", JoinFrame::Next),
    ("work", JoinFrame::Work),
    ("field", JoinFrame::Field),
];

/// A word that says where somebody goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    /// What follows it.
    pub frame: JoinFrame,
    /// The kind of destination.
    pub kind: DestinationKind,
}

/// What a title word does in a compound title; explained in `dict/title.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TitlePart {
    Head,
    Prefix,
    Unit,
    Informal,
    Collective,
}

/// The names of the parts in `dict/title.tsv`.
pub const TITLE_PARTS: &[(&str, TitlePart)] = &[
    ("head", TitlePart::Head),
    ("prefix", TitlePart::Prefix),
    ("unit", TitlePart::Unit),
    ("informal", TitlePart::Informal),
    ("collective", TitlePart::Collective),
];

/// How firmly an ending tells an organisation; explained in `dict/org_suffix.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Suffix {
    Strong,
    Weak,
    Unit,
}

/// The names of the strengths in `dict/org_suffix.tsv`.
pub const SUFFIXES: &[(&str, Suffix)] = &[
    ("strong", Suffix::Strong),
    ("weak", Suffix::Weak),
    ("unit", Suffix::Unit),
];

/// On which side of a name an honorific stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Side {
    After,
    Before,
}

/// The names of the sides in `dict/honorific.tsv`.
pub const SIDES: &[(&str, Side)] = &[("after", Side::After), ("before", Side::Before)];

macro_rules! cues {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What a cue word tells; the kinds are explained in `dict/cue.tsv`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Cue { $($variant),+ }
        /// The names of the kinds in `dict/cue.tsv`.
        pub const CUES: &[(&str, Cue)] = &[$(($name, Cue::$variant)),+];
    };
}

cues! {
    ReasonOpen = "reason_open",
    ReasonClose = "reason_close",
    Commission = "commission",
    ReasonAfter = "reason_after",
    ReasonWord = "reason_word",
    ReasonNoun = "reason_noun",
    Because = "because",
    Purpose = "purpose",
    Grounds = "grounds",
    Related = "related",
    Differ = "differ",
    Further = "further",
    Rumour = "rumour",
    Denial = "denial",
    Negation = "negation",
    Plan = "plan",
    Future = "future",
    Pending = "pending",
    Official = "official",
    Undo = "undo",
    Fails = "fails",
    Hypothesis = "hypothesis",
    Interrogative = "interrogative",
    Demand = "demand",
    FirmKind = "firm_kind",
    OneOf = "one_of",
    PurposeOpen = "purpose_open",
    Affiliated = "affiliated",
    LastDay = "last_day",
    Definite = "definite",
    HeadsPlace = "heads_place",
    People = "people",
    Candidate = "candidate",
    HeadsUnit = "heads_unit",
    HeadsOrg = "heads_org",
    History = "history",
    Biography = "biography",
    Former = "former",
    Current = "current",
    Passive = "passive",
    Coord = "coord",
    Announce = "announce",
    Say = "say",
    From = "from",
    Source = "source",
    Oblique = "oblique",
    By = "by",
    Appoint = "appoint",
    Hold = "hold",
    Pairwise = "pairwise",
    Pronoun = "pronoun",
    OrgPronoun = "org_pronoun",
    ListOpen = "list_open",
    Included = "included",
    Praise = "praise",
    Etcetera = "etcetera",
    PostNoun = "post_noun",
    AnyPost = "any_post",
    After = "after",
    BeforeEvent = "before_event",
    Adverb = "adverb",
    ShortFor = "short_for",
    ListedAs = "listed_as",
    Academy = "academy",
    Proposes = "proposes",
    Nickname = "nickname",
    Stay = "stay",
    Hedge = "hedge",
    Prints = "prints",
    House = "house",
    Attempt = "attempt",
    Fresh = "fresh",
    Chief = "chief",
    Office = "office",
    Of = "of",
    FirstPerson = "first_person",
    Effective = "effective",
    ObjectMarker = "object_marker",
    Filler = "filler",
    TitleTail = "title_tail",
    Plural = "plural",
    OrgContext = "org_context",
    Workplace = "workplace",
    Platform = "platform",
    Latter = "latter",
    Earlier = "earlier",
    Named = "named",
    OtherSubject = "other_subject",
    Modal = "modal",
    Dateline = "dateline",
    Origin = "origin",
    Site = "site",
    At = "at",
    Works = "works",
    Then = "then",
    Direction = "direction",
    Vacant = "vacant",
    Lasting = "lasting",
    Farewell = "farewell",
    Beside = "beside",
    Byline = "byline",
    Newcomer = "newcomer",
    Attached = "attached",
    EndsName = "ends_name",
    Belongs = "belongs",
    Chair = "chair",
    Baton = "baton",
    HandsOver = "hands_over",
    Contract = "contract",
    Renewal = "renewal",
    Expires = "expires",
    Moment = "moment",
    Owner = "owner",
    Arrives = "arrives",
    TurnsInto = "turns_into",
    Trade = "trade",
    Meeting = "meeting",
    Convene = "convene",
    Registry = "registry",
    Besides = "besides",
    TimeOff = "time_off",
    Now = "now",
    Single = "single",
    Required = "required",
    Statute = "statute",
    Granted = "granted",
    Outsider = "outsider",
    Period = "period",
    Bygone = "bygone",
    Back = "back",
    Reinstated = "reinstated",
    Brief = "brief",
    Years = "years",
    Just = "just",
    Hearsay = "hearsay",
    Contest = "contest",
    Engage = "engage",
    Anonymous = "anonymous",
    Finding = "finding",
    Letter = "letter",
    Reshuffle = "reshuffle",
    Until = "until",
    Advise = "advise",
    Simple = "simple",
    Portfolio = "portfolio",
    Country = "country",
    Founder = "founder",
    Journal = "journal",
    Edits = "edits",
}

/// A kind is a bit of a [`CueSet`].
type Bits = bits::Bits<4>;

/// There is a bit for each.
const _: () = assert!(CUES.len() <= Bits::COUNT as usize);

/// Those that only their own rules ask for: a word with no other cue is plain.
const QUIET: Bits = {
    let cues = [
        Cue::Academy,
        Cue::House,
        Cue::Attempt,
        Cue::Fresh,
        Cue::Chief,
        Cue::Prints,
        Cue::Brief,
        Cue::Years,
        Cue::Just,
        Cue::Hearsay,
        Cue::Reinstated,
        Cue::Office,
        Cue::EndsName,
        Cue::Belongs,
        Cue::Chair,
        Cue::Praise,
        Cue::Baton,
        Cue::HandsOver,
        Cue::Contract,
        Cue::Expires,
        Cue::Owner,
        Cue::Arrives,
        Cue::Meeting,
        Cue::Convene,
        Cue::Besides,
        Cue::TimeOff,
        Cue::Now,
        Cue::Single,
        Cue::Required,
        Cue::Statute,
        Cue::Granted,
        Cue::Contest,
        Cue::Engage,
        Cue::Anonymous,
        Cue::Finding,
        Cue::Letter,
        Cue::Reshuffle,
        Cue::Until,
        Cue::Advise,
        Cue::Simple,
        Cue::Portfolio,
        Cue::Country,
        Cue::Founder,
        Cue::Journal,
        Cue::Edits,
    ];
    let (mut quiet, mut i) = (Bits::NONE, 0);
    while i < cues.len() {
        quiet = quiet.with(cues[i] as u32);
        i += 1;
    }
    quiet
};

/// The cues of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CueSet(Bits);

impl CueSet {
    /// Adds one.
    pub fn insert(&mut self, cue: Cue) {
        self.0 = self.0.with(cue as u32);
    }

    /// Adds all of `others`.
    pub fn extend(&mut self, others: CueSet) {
        self.0 |= others.0;
    }

    /// Whether `cue` is among them.
    pub fn has(self, cue: Cue) -> bool {
        self.0.has(cue as u32)
    }

    /// Whether any of `cues` is among them.
    pub fn any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|c| self.has(*c))
    }

    /// Whether there is none but quiet ones.
    pub fn is_empty(self) -> bool {
        (self.0 & !QUIET).is_empty()
    }

    /// Their names, for people.
    pub fn names(self) -> Vec<&'static str> {
        CUES.iter()
            .filter(|(_, c)| self.has(*c))
            .map(|(n, _)| *n)
            .collect()
    }
}

/// Everything that a surface can be. One surface may have several readings; context decides.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// An organisation.
    pub org: Option<OrgId>,
    /// The organisation reading needs context.
    pub ambiguous: bool,
    /// Part of a title.
    pub title: Option<TitlePart>,
    /// A departure word.
    pub trigger: Option<Trigger>,
    /// A destination word.
    pub join: Option<Join>,
    /// Cues.
    pub cues: CueSet,
    /// Ending of organisation names.
    pub suffix: Option<Suffix>,
    /// A place.
    pub place: bool,
    /// A newspaper, agency or data platform.
    pub media: bool,
    /// 先生, 女士 …, and 小, 老 …
    pub honorific: Option<Side>,
    /// A compound that only looks like a trigger.
    pub blocked: bool,
    /// Which layer said so last; 0 is built in.
    layer: usize,
}

impl Term {
    /// Whether it is a cue of any kind.
    pub fn has_cues(&self) -> bool {
        !self.cues.0.is_empty()
    }
}

/// The label table: one dictionary row feeds both the segmenter and this.
#[derive(Debug, Default)]
pub struct Terms {
    map: HashMap<Box<str>, Term>,
    sketch: Sketch,
}

impl Terms {
    /// The entry of `surface`, to be filled in by `layer`: what lower layers said of the surface is forgotten,
    /// so that the user's entries win.
    pub fn entry(&mut self, surface: &str, layer: usize) -> &mut Term {
        self.sketch.insert(surface);
        let term = self.map.entry(surface.into()).or_default();
        if term.layer < layer {
            *term = Term {
                layer,
                ..Term::default()
            };
        }
        term
    }

    /// Notes that the organisation `surface` is also a word, unless a higher layer has its own say on it.
    pub fn mark_ambiguous(&mut self, surface: &str, layer: usize) {
        if let Some(term) = self.map.get_mut(surface).filter(|t| t.layer <= layer) {
            term.ambiguous = true;
        }
    }

    /// What `surface` can be.
    pub fn get(&self, surface: &str) -> Option<&Term> {
        // Most of what is asked for is no entry.
        self.sketch
            .may_hold(surface)
            .then(|| self.map.get(surface))
            .flatten()
    }

    /// The layer that said last what `surface` can be; 0 is built in.
    pub fn layer(&self, surface: &str) -> Option<usize> {
        self.map.get(surface).map(|term| term.layer)
    }

    /// All entries, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Term)> {
        self.map.iter().map(|(s, t)| (s.as_ref(), t))
    }
}
