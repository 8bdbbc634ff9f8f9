//! Sentence → passage: the sentences that can tell a departure, and those that they may lean on.
//!
//! Somebody who leaves is named in the sentence itself, in one of those before it, or in a heading; which company is
//! meant, the beginning may say. Where such passages, read by themselves, tell no departure, and the rest of the article
//! does not mention anybody who may be named in them, [`crate::extract`] does not segment the rest. That is a rule of
//! experience: an exhaustive search has found the same wherever the two were compared.

use crate::dict::Dict;
use crate::sentence::Sentence;

/// So many sentences before one may name the person that it speaks of.
pub const BEFORE: usize = 8;
/// So many behind it may go on about the person.
const BEHIND: usize = 3;
/// So many sentences at the beginning, and at the end, may say who writes about what.
const MARGIN: usize = 4;

/// The passages of an article, as positions of sentences in order, if they are less than half of it.
pub fn around(sentences: &[Sentence], prose: &str, dict: &Dict) -> Option<Vec<usize>> {
    let mut chosen = vec![false; sentences.len()];
    for (s, sentence) in sentences.iter().enumerate() {
        if !dict.scan.tells(sentence.span.of(prose)) {
            continue;
        }
        let end = sentences.len().min(s + BEHIND + 1);
        chosen[s.saturating_sub(BEFORE)..end].fill(true);
        if let Some(heading) = sentence.heading {
            chosen[heading] = true;
        }
    }
    chosen.iter_mut().take(MARGIN).for_each(|c| *c = true);
    chosen.iter_mut().rev().take(MARGIN).for_each(|c| *c = true);
    let chosen: Vec<usize> = (0..sentences.len()).filter(|&s| chosen[s]).collect();
    (chosen.len() * 2 < sentences.len()).then_some(chosen)
}
