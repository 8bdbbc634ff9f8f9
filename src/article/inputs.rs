//! Inputs in one fixed order, kept so that a million of them take some 30 MB.

use std::cmp::Ordering;
use std::ffi::OsStr;
use std::mem;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

use super::input::Input;

/// A list of inputs.
#[derive(Debug, Default)]
pub struct Inputs {
    order: Vec<Entry>,
    folders: Vec<PathBuf>,
    /// The names of the files in `folders`, one behind the other.
    names: String,
    /// Inputs that are not such a file.
    others: Vec<Input>,
}

/// An input.
#[derive(Debug, Clone, Copy)]
enum Entry {
    /// A file found in a folder: the number of the folder, and first byte and length of the name.
    In(u32, u64, u16),
    /// The number of another one.
    Other(u32),
}

impl Inputs {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The inputs from the `n`-th on.
    pub fn from(&self, n: usize) -> impl Iterator<Item = Input> {
        let entries = self.order.get(n..).unwrap_or_default().iter();
        entries.map(|entry| self.input(*entry))
    }

    /// All inputs.
    pub fn iter(&self) -> impl Iterator<Item = Input> {
        self.from(0)
    }

    /// Whether standard input is among them.
    pub fn has_stdin(&self) -> bool {
        self.others.contains(&Input::Stdin)
    }

    /// Whether the input with these bytes in its path is there; the inputs must be sorted.
    pub fn has_path(&self, path: &[u8]) -> bool {
        let compare = |entry: &Entry| joined(self.pieces(*entry)).cmp(path.iter());
        self.order.binary_search_by(compare).is_ok()
    }

    /// Adds an input at the end.
    pub fn push(&mut self, input: Input) {
        let entry = match &input {
            Input::Found(path) => self.in_folder(path),
            Input::Stdin | Input::Named(_) => None,
        };
        let entry = entry.unwrap_or_else(|| {
            self.others.push(input);
            Entry::Other((self.others.len() - 1) as u32)
        });
        self.order.push(entry);
    }

    /// Sorts by the bytes of the paths, and leaves one of several with the same path: one that was named, if there is.
    pub fn sort(&mut self) {
        let mut order = mem::take(&mut self.order);
        order.sort_unstable_by(|a, b| {
            let named_first = || self.is_found(*a).cmp(&self.is_found(*b));
            self.compare(*a, *b).then_with(named_first)
        });
        order.dedup_by(|a, b| self.compare(*a, *b).is_eq());
        self.order = order;
    }

    /// Leaves the inputs that are to be kept.
    pub fn retain(&mut self, keep: impl Fn(&Input) -> bool) {
        let mut order = mem::take(&mut self.order);
        order.retain(|entry| keep(&self.input(*entry)));
        self.order = order;
    }

    /// Takes out the `n`-th input, which must be there.
    pub fn remove(&mut self, n: usize) -> Input {
        let entry = self.order.remove(n);
        self.input(entry)
    }

    /// Notes folder and name, if the path can be put together from them as it was.
    fn in_folder(&mut self, path: &Path) -> Option<Entry> {
        let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
        let length = name.len().try_into().ok()?;
        if folder.join(name).as_os_str() != path.as_os_str() {
            return None;
        }
        if self.folders.last().is_none_or(|last| last != folder) {
            self.folders.push(folder.to_owned());
        }
        let start = self.names.len() as u64;
        self.names.push_str(name);
        Some(Entry::In((self.folders.len() - 1) as u32, start, length))
    }

    fn input(&self, entry: Entry) -> Input {
        match entry {
            Entry::In(folder, ..) => {
                Input::Found(self.folders[folder as usize].join(self.name(entry)))
            }
            Entry::Other(n) => self.others[n as usize].clone(),
        }
    }

    /// The name of a file in a folder.
    fn name(&self, entry: Entry) -> &str {
        match entry {
            Entry::In(_, start, length) => &self.names[start as usize..][..usize::from(length)],
            Entry::Other(_) => "",
        }
    }

    fn is_found(&self, entry: Entry) -> bool {
        match entry {
            Entry::In(..) => true,
            Entry::Other(n) => matches!(self.others[n as usize], Input::Found(_)),
        }
    }

    fn compare(&self, a: Entry, b: Entry) -> Ordering {
        match (a, b) {
            (Entry::In(x, ..), Entry::In(y, ..)) if x == y => self.name(a).cmp(self.name(b)),
            _ => joined(self.pieces(a)).cmp(joined(self.pieces(b))),
        }
    }

    /// What the path is put together from.
    fn pieces(&self, entry: Entry) -> [&[u8]; 3] {
        let bytes = OsStr::as_encoded_bytes;
        match entry {
            Entry::In(folder, ..) => {
                let folder = bytes(self.folders[folder as usize].as_os_str());
                let separator = MAIN_SEPARATOR_STR.as_bytes();
                let is_joined = folder.is_empty() || folder.ends_with(separator);
                let separator = if is_joined { &[] } else { separator };
                [folder, separator, self.name(entry).as_bytes()]
            }
            Entry::Other(n) => [bytes(self.others[n as usize].path().as_os_str()), &[], &[]],
        }
    }
}

/// The bytes of a path.
fn joined(pieces: [&[u8]; 3]) -> impl Iterator<Item = &u8> {
    let [folder, separator, name] = pieces;
    folder.iter().chain(separator).chain(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_are_sorted_by_the_bytes_of_their_paths(
            paths in proptest::collection::vec("[a./#-]{0,3}/?[a-c.é]{1,4}", 0..20),
            named in "[a./#-]{0,3}/?[a-c.é]{1,4}",
        ) {
            let mut inputs = Inputs::default();
            inputs.push(Input::Stdin);
            inputs.push(Input::Named(named.clone().into()));
            paths.iter().for_each(|path| inputs.push(Input::Found(path.into())));
            inputs.sort();
            let mut all: Vec<Input> = paths.iter().map(|path| Input::Found(path.into())).collect();
            all.extend([Input::Stdin, Input::Named(named.into())]);
            all.sort_by_key(|input| {
                let path = input.path().as_os_str().as_encoded_bytes();
                (path.to_vec(), matches!(input, Input::Found(_)))
            });
            all.dedup_by_key(|input| input.path().as_os_str().to_owned());
            for input in &all {
                prop_assert!(inputs.has_path(input.path().as_os_str().as_encoded_bytes()));
            }
            prop_assert!(!inputs.has_path(b"zz"));
            prop_assert_eq!(inputs.iter().collect::<Vec<_>>(), all);
        }
    }
}
