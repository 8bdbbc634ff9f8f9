//! Sentence → passage: the sentences that can tell a departure, and those that they may lean on.

use crate::dict::Dict;
use crate::sentence::Sentence;

/// So many sentences before one may name the person that it speaks of.
const BEFORE: usize = 8;
/// So many behind it may go on about the person.
pub const BEHIND: usize = 3;
/// So many sentences at the beginning, and at the end, may say who writes about what.
const MARGIN: usize = 4;

/// A sentence that a list follows ends with one of these.
const LIST_MARKS: [char; 6] = [':', '：', ';', '；', ',', '，'];

/// The positions of the sentences that can tell a departure.
pub fn telling(sentences: &[Sentence], prose: &str, dict: &Dict) -> Vec<usize> {
    let tells = |s: &usize| dict.scan.tells(sentences[*s].span.of(prose));
    (0..sentences.len()).filter(tells).collect()
}

/// The sentences themselves, their headings, and the few behind each that a list may follow.
pub fn directly_around(telling: &[usize], sentences: &[Sentence], prose: &str) -> Vec<usize> {
    let mut chosen = vec![false; sentences.len()];
    for &s in telling {
        let opens_list = sentences[s].span.of(prose).ends_with(LIST_MARKS);
        let behind = if opens_list { BEHIND } else { 0 };
        choose(s..s + behind + 1, &mut chosen);
        if let Some(heading) = sentences[s].heading {
            chosen[heading] = true;
        }
    }
    (0..chosen.len()).filter(|s| chosen[*s]).collect()
}

/// Chooses what a sentence leans on that speaks of somebody named elsewhere.
pub fn around(s: usize, sentences: &[Sentence], chosen: &mut [bool]) {
    choose(s.saturating_sub(BEFORE)..s, chosen);
    behind(s, chosen);
    choose(0..MARGIN, chosen);
    choose(
        sentences.len().saturating_sub(MARGIN)..sentences.len(),
        chosen,
    );
    if let Some(heading) = sentences[s].heading {
        chosen[heading] = true;
    }
}

/// Chooses what may list those of whom a sentence speaks.
pub fn behind(s: usize, chosen: &mut [bool]) {
    choose(s + 1..s + BEHIND + 1, chosen);
}

fn choose(range: std::ops::Range<usize>, chosen: &mut [bool]) {
    let end = range.end.min(chosen.len());
    chosen[range.start.min(end)..end].fill(true);
}
