//! Verdicts → how often a record is right, by its confidence.

use serde::Serialize;

use super::tally::{Verdict, ratio, round};

/// Where the bins begin, from the top; a confidence of exactly 0.9 is in the bin that begins there.
const STARTS: [f64; 5] = [0.95, 0.9, 0.8, 0.7, 0.0];

/// The records whose confidence lies in one range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// The lowest confidence.
    pub from: f64,
    /// The confidence that is too high; `None`: there is none.
    pub below: Option<f64>,
    /// Those in the range.
    #[serde(flatten)]
    pub share: Share,
    /// Those in it and in all above it: what is kept by asking for `from` at least.
    pub from_the_top: Share,
}

/// How many records are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Share {
    /// Asserted records that are rewarded or punished.
    pub n: usize,
    /// Person and company are right.
    pub right: usize,
    /// The share of the right ones; `None` of nothing.
    pub precision: Option<f64>,
}

/// The curve, from the top; empty if no record has a confidence.
pub fn of(verdicts: &[Verdict]) -> Vec<Bin> {
    let known: Vec<(f64, bool)> = verdicts
        .iter()
        .filter_map(|verdict| Some((verdict.confidence?, verdict.right)))
        .collect();
    if known.is_empty() {
        return Vec::new();
    }
    let bin = |i: usize| {
        let below = i.checked_sub(1).map(|above| STARTS[above]);
        let share = |below: f64| share(&known, STARTS[i], below);
        Bin {
            from: STARTS[i],
            below,
            share: share(below.unwrap_or(f64::INFINITY)),
            from_the_top: share(f64::INFINITY),
        }
    };
    (0..STARTS.len()).map(bin).collect()
}

fn share(known: &[(f64, bool)], from: f64, below: f64) -> Share {
    let inside = || known.iter().filter(|(c, _)| (from..below).contains(c));
    let (n, right) = (
        inside().count(),
        inside().filter(|(_, right)| *right).count(),
    );
    Share {
        n,
        right,
        precision: (n > 0).then(|| round(ratio(right, n))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(confidence: Option<f64>, right: bool) -> Verdict {
        Verdict {
            document: 0,
            prediction: 0,
            right,
            confidence,
        }
    }

    #[test]
    fn a_confidence_belongs_to_the_bin_that_it_begins() {
        let verdicts = [
            (0.99, true),
            (0.95, true),
            (0.94, false),
            (0.9, true),
            (0.3, false),
        ];
        let bins = of(&verdicts.map(|(c, right)| verdict(Some(c), right)));
        let counts = |share: fn(&Bin) -> Share| {
            bins.iter()
                .map(|b| (share(b).n, share(b).right))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            counts(|b| b.share),
            [(2, 2), (2, 1), (0, 0), (0, 0), (1, 0)]
        );
        assert_eq!(
            counts(|b| b.from_the_top),
            [(2, 2), (4, 3), (4, 3), (4, 3), (5, 3)]
        );
        assert_eq!(bins[1].from_the_top.precision, Some(0.75));
        assert_eq!(bins[2].share.precision, None);
    }

    #[test]
    fn records_without_confidence_give_no_curve() {
        assert_eq!(of(&[verdict(None, true)]), []);
    }
}
