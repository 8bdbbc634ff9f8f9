//! Organisations: canonical name, aliases, parent, kind.

use super::term::{OrgId, Terms};
use super::tsv::Row;
use crate::error::{Error, Result};
use crate::record::DestinationKind;

/// An organisation.
#[derive(Debug, Clone)]
pub struct Org {
    /// Canonical name.
    pub name: Box<str>,
    /// What it is.
    pub kind: OrgKind,
    /// Canonical name of the organisation it belongs to.
    pub parent: Option<Box<str>>,
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum OrgKind {
    Company,
    Lab,
    Unit,
    University,
    Institute,
    Government,
    Regulator,
    Club,
    Media,
    Fund,
    Bank,
    Broker,
    Startup,
    Ngo,
}

const KINDS: &[(&str, OrgKind)] = &[
    ("company", OrgKind::Company),
    ("lab", OrgKind::Lab),
    ("unit", OrgKind::Unit),
    ("university", OrgKind::University),
    ("institute", OrgKind::Institute),
    ("government", OrgKind::Government),
    ("regulator", OrgKind::Regulator),
    ("club", OrgKind::Club),
    ("media", OrgKind::Media),
    ("fund", OrgKind::Fund),
    ("bank", OrgKind::Bank),
    ("broker", OrgKind::Broker),
    ("startup", OrgKind::Startup),
    ("ngo", OrgKind::Ngo),
];

impl OrgKind {
    /// The kind of destination that an organisation of this kind is.
    pub fn destination(self) -> DestinationKind {
        match self {
            OrgKind::University | OrgKind::Institute => DestinationKind::Academia,
            OrgKind::Government | OrgKind::Regulator => DestinationKind::Government,
            OrgKind::Fund => DestinationKind::Investment,
            OrgKind::Startup => DestinationKind::Startup,
            _ => DestinationKind::Company,
        }
    }
}

/// The organisations while they are loaded.
#[derive(Debug, Default)]
pub(super) struct Orgs {
    pub rows: Vec<Org>,
    /// Where each row stands: file and line.
    places: Vec<(String, usize)>,
}

impl Orgs {
    /// Adds a row: canonical, kind, aliases, parent; a ticker behind them is for people.
    pub fn add(&mut self, row: &Row, layer: usize, terms: &mut Terms) -> Result<()> {
        let name = row.need(0, "canonical")?;
        let org = Org {
            name: name.into(),
            kind: row.choice(1, "kind", KINDS)?,
            parent: row.cell(3).map(Into::into),
        };
        let id = self.rows.len() as OrgId;
        self.rows.push(org);
        self.places.push((row.file.to_string(), row.line));
        let aliases = row.cell(2).unwrap_or_default();
        for surface in std::iter::once(name)
            .chain(aliases.split('|'))
            .map(str::trim)
            .filter(|s| !s.is_empty())
        {
            match terms.entry(surface, layer).org.replace(id) {
                Some(other) if other != id => return Err(self.clash(surface, other, row)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Two organisations of one layer have the same name.
    fn clash(&self, surface: &str, other: OrgId, row: &Row) -> Error {
        let name = &self.rows[other as usize].name;
        let (file, line) = &self.places[other as usize];
        row.error(format!(
            "`{surface}` is also a name of `{name}` ({file}:{line}): keep one"
        ))
    }
}
