//! The ids of a list or the members of an archive, one after the other → names that are all different.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many names are remembered, in some 20 MB: an id that comes later is numbered whether it was there before or not.
const REMEMBERED: usize = 1 << 20;

/// The names that were given.
#[derive(Default)]
pub(crate) struct Names(HashSet<u64>);

impl Names {
    /// Whether nobody has the name yet; from now on somebody has.
    pub fn take(&mut self, name: &str) -> bool {
        self.0.insert(hash(name))
    }

    /// The name of the item with that `number`, counted from 1: its id, followed by `~` and the number where another
    /// item has that name; without an id, the number.
    pub fn of(&mut self, id: Option<&str>, number: usize) -> String {
        let is_full = self.0.len() >= REMEMBERED;
        let mut name = match id.filter(|id| !id.trim().is_empty()) {
            Some(id) if is_full => format!("{id}~{number}"),
            Some(id) => id.to_owned(),
            None => number.to_string(),
        };
        // Somebody's id may look like the name that another one was given.
        while self.0.contains(&hash(&name)) {
            name = format!("{name}~{number}");
        }
        if !is_full {
            self.take(&name);
        }
        name
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ids: &[&str]) -> Vec<String> {
        let mut names = Names::default();
        let numbered = ids.iter().zip(1..);
        numbered
            .map(|(id, number)| names.of(Some(*id), number))
            .collect()
    }

    #[test]
    fn an_id_that_was_there_before_is_numbered() {
        assert_eq!(names(&["a", "b", "a", "a"]), ["a", "b", "a~3", "a~4"]);
    }

    #[test]
    fn an_item_without_an_id_has_its_number_unless_that_is_an_id() {
        assert_eq!(names(&["2", "", " ", "3"]), ["2", "2~2", "3", "3~4"]);
    }

    #[test]
    fn ids_that_look_numbered_are_different_too() {
        assert_eq!(names(&["a~3", "a", "a"]), ["a~3", "a", "a~3~3"]);
        assert_eq!(names(&["a", "a", "a~2"]), ["a", "a~2", "a~2~3"]);
    }

    #[test]
    fn names_differ_also_when_no_more_are_remembered() {
        let mut names = Names::default();
        (0..REMEMBERED).for_each(|i| assert!(names.take(&i.to_string())));
        let name = |names: &mut Names, id, number| names.of(id, number);
        assert_eq!(name(&mut names, Some("a"), 7_000_001), "a~7000001");
        assert_eq!(name(&mut names, Some("a"), 7_000_002), "a~7000002");
        assert_eq!(name(&mut names, None, 7_000_003), "7000003");
        assert_eq!(name(&mut names, None, 7), "7~7");
        assert_eq!(names.0.len(), REMEMBERED);
    }
}
