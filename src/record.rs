//! One row of the result: who left which post, at which company, why, and where to.

use serde::{Deserialize, Serialize};

/// One departure, with its evidence. The five fields of the mission come first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Full name, canonical: no title, no honorific.
    pub person: String,
    /// Posts lost, without the employer's name in front.
    #[serde(default)]
    pub former_role: Vec<String>,
    /// The employer left: canonical name from the dictionary, or the fullest name in the text.
    pub company: Option<String>,
    /// Why, as the text says it.
    pub reason: Option<String>,
    /// Where to: an organisation or an activity.
    pub destination: Option<String>,
    /// Post at the destination.
    #[serde(default)]
    pub destination_role: Option<String>,
    /// Day of leaving, else of the announcement: ISO, as precise as the text allows (`2022`, `2022-05`, `2022-05-14`).
    pub date: Option<String>,
    /// The words the date was read from, kept also when `date` stays empty.
    #[serde(default)]
    pub date_text: Option<String>,
    /// How sure the text is that it happens.
    #[serde(default)]
    pub status: Status,
    /// How the post was lost.
    #[serde(default)]
    pub change_type: ChangeType,
    /// The reason, coded.
    #[serde(default)]
    pub reason_code: ReasonCode,
    /// The kind of destination.
    #[serde(default)]
    pub destination_kind: DestinationKind,
    /// Who takes over, if named.
    #[serde(default)]
    pub successor: Option<String>,
    /// 0–1; see [`crate::event`] for how it comes about.
    #[serde(default)]
    pub confidence: f64,
    /// The sentence that tells it best, verbatim.
    #[serde(default)]
    pub sentence: String,
    /// The path of the article as it was given, with `#item` for list files.
    pub source: String,
    /// Title of the article.
    #[serde(default)]
    pub title: Option<String>,
    /// Publication date of the article, ISO.
    #[serde(default)]
    pub published: Option<String>,
    /// Where each field was read.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// The place in the article that one field was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// Which field.
    pub field: Field,
    /// First character (not byte) in the article's text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Exactly `text[start:end]`.
    pub text: String,
    /// Every trigger, wording or recogniser that agreed on it.
    pub rules: Vec<String>,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, clap::ValueEnum)]
        #[serde(rename_all = "snake_case")]
        #[value(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
    };
}

/// The word for a field or a coded value, the same in JSON, CSV and on the command line.
pub fn name<T: clap::ValueEnum>(value: T) -> String {
    value
        .to_possible_value()
        .map(|word| word.get_name().to_owned())
        .unwrap_or_default()
}

words! {
    /// A field of the record that carries evidence.
    Field {
        /// Who left.
        #[default]
        Person,
        /// A post lost.
        FormerRole,
        /// The employer left.
        Company,
        /// Why.
        Reason,
        /// Where to.
        Destination,
        /// The post there.
        DestinationRole,
        /// When.
        Date,
        /// Who takes over.
        Successor,
        /// The whole sentence.
        Sentence,
    }
}

words! {
    /// How sure the text is that the departure happens.
    Status {
        /// It has happened.
        #[default]
        Completed,
        /// Official, takes effect later.
        Announced,
        /// Intended.
        Planned,
        /// Told by unnamed or doubtful sources.
        Rumoured,
        /// Told and contradicted.
        Denied,
        /// The text says that it does not happen.
        Negated,
        /// A condition or a demand.
        Hypothetical,
        /// Background: a career move that the article does not report as news.
        Historical,
    }
}

impl Status {
    /// Whether the text asserts the departure as news.
    pub fn is_asserted(self) -> bool {
        matches!(
            self,
            Status::Completed | Status::Announced | Status::Planned | Status::Rumoured
        )
    }
}

words! {
    /// How the post was lost.
    ChangeType {
        /// Gave notice.
        Resign,
        /// Gave up a post, perhaps not the company.
        StepDown,
        /// Retired.
        Retire,
        /// The term ended.
        TermEnd,
        /// Removed or fired.
        Dismiss,
        /// The job was cut.
        Layoff,
        /// Suspended.
        Suspend,
        /// Moved to another post.
        Transfer,
        /// Died in office.
        Death,
        /// Left; the text does not say how.
        #[default]
        Leave,
    }
}

words! {
    /// The reason, coded by `dict/reason.tsv`.
    ReasonCode {
        /// Personal reasons.
        Personal,
        /// Family.
        Family,
        /// Health.
        Health,
        /// Age or retirement.
        Retirement,
        /// End of a term or contract.
        Term,
        /// Moved within the group or by its owner.
        Transfer,
        /// A new job or an own company.
        NewJob,
        /// Disagreement.
        Disagreement,
        /// Results.
        Performance,
        /// Reorganisation or job cuts.
        Restructuring,
        /// A change of control.
        ControlChange,
        /// Misconduct.
        Misconduct,
        /// Investigation or criminal case.
        Legal,
        /// Rules of governance or qualification.
        Governance,
        /// Too much work or too little time.
        Workload,
        /// An order from outside: regulator, ban, settlement.
        ExternalOrder,
        /// Death.
        Death,
        /// The text gives none.
        #[default]
        Unstated,
    }
}

words! {
    /// The kind of destination.
    DestinationKind {
        /// An existing company.
        Company,
        /// A company of one's own.
        Startup,
        /// University or research.
        Academia,
        /// Public office.
        Government,
        /// Investing.
        Investment,
        /// Another post in the same company.
        Internal,
        /// Studies.
        Study,
        /// Rest or family.
        Rest,
        /// Not told.
        #[default]
        Unknown,
    }
}
