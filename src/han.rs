//! A character → whether it is one of those that Chinese is written in.

/// Whether a character stands in Unicode's block of unified ideographs, which holds all usual ones of every script.
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
