//! A name that is too long for a file system → a shorter one that no other name becomes.

use std::hash::{DefaultHasher, Hash, Hasher};

/// The name; where it takes more than `max` bytes, its beginning with a hash of the `whole` that it stands for.
pub fn fitted(mut name: String, whole: &(impl Hash + ?Sized), max: usize) -> String {
    if name.len() <= max {
        return name;
    }
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    let room = max.saturating_sub("~0123456789abcdef".len());
    let starts = name.char_indices().map(|(at, _)| at);
    let end = starts.take_while(|at| *at <= room).last();
    name.truncate(end.unwrap_or_default());
    name.push_str(&format!("~{:016x}", hasher.finish()));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_and_stay_different() {
        let name = |text: &str| fitted(text.to_owned(), text, 200);
        let (one, two) = (name(&"甲".repeat(300)), name(&"甲".repeat(301)));
        assert!(one.len() <= 200 && two.len() <= 200, "{one} {two}");
        assert!(
            one.starts_with(&"甲".repeat(60)) && one != two,
            "{one} {two}"
        );
        assert_eq!(name(&"甲".repeat(66)), "甲".repeat(66));
    }
}
