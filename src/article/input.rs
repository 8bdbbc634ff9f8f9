//! Paths as the user gave them → the inputs to read, in one fixed order.
//!
//! Nothing is opened here. Folders are searched without hidden files; what a file is, its reader finds out.

use std::collections::HashSet;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::inputs::Inputs;
use super::{STDIN, format};
use crate::Error;

/// Something that articles are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file that the user named: it is an article unless it shows to be something else.
    Named(PathBuf),
    /// A file in a folder: it may be anything.
    Found(PathBuf),
}

impl Input {
    /// The path, or the name of standard input.
    pub fn path(&self) -> &Path {
        match self {
            Input::Stdin => Path::new(STDIN),
            Input::Named(path) | Input::Found(path) => path,
        }
    }
}

/// What the paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// Each input once, sorted by the bytes of its path.
    pub inputs: Inputs,
    /// Paths that are missing or cannot be searched.
    pub failures: Vec<Error>,
    /// What was left out of a folder, and why.
    pub warnings: Vec<Error>,
}

/// Finds the inputs that the paths stand for; `-` is standard input.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == STDIN {
            found.inputs.push(Input::Stdin);
        } else {
            found.add(path);
        }
    }
    found.inputs.sort();
    found.refuse_unclear();
    found
}

/// Why the articles of an input may have the names of others; the inputs are sorted by their paths, and `lossy` holds the
/// names of those before it that are no Unicode.
fn unclear(input: &Input, inputs: &Inputs, lossy: &mut HashSet<String>) -> Option<String> {
    let name = input.path().to_string_lossy();
    let mut containers = name.match_indices('#').map(|(at, _)| &name[..at]);
    if let Some(container) = containers.find(|path| inputs.has_path(path.as_bytes())) {
        return Some(format!(
            "articles in {container} may be called the same: rename one of the two"
        ));
    }
    let is_shared = name.contains(char::REPLACEMENT_CHARACTER) && !lossy.insert(name.into_owned());
    is_shared.then(|| {
        "another file differs only in bytes that are no characters: rename one of the two"
            .to_owned()
    })
}

impl Found {
    fn add(&mut self, path: &Path) {
        match path.metadata() {
            Err(e) => self.failures.push(Error::io(path, &e)),
            Ok(meta) if meta.is_dir() => self.add_folder(path),
            Ok(meta) if meta.is_file() => self.inputs.push(Input::Named(path.to_owned())),
            Ok(_) => {
                let problem = "not a regular file: pipe its content in and name it `-`";
                self.failures.push(Error::read(path, problem));
            }
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let before = self.inputs.len() + self.failures.len();
        let walk = WalkDir::new(folder).follow_links(true).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            match entry {
                Ok(entry) => self.add_entry(&entry),
                Err(e) => self.add_error(folder, &e),
            }
        }
        if self.inputs.len() + self.failures.len() == before {
            let problem = "no file in this folder: check the path";
            self.warnings.push(Error::read(folder, problem));
        }
    }

    fn add_entry(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_dir() || format::is_side_file(&name) {
            return;
        }
        if entry.metadata().as_ref().is_ok_and(Metadata::is_file) {
            self.inputs.push(Input::Found(path.to_owned()));
        } else if is_expected(path) {
            self.warnings.push(Error::read(
                path,
                "skipped: a pipe or device, not a regular file",
            ));
        }
    }

    /// Takes out the inputs that would make it unclear of which article a record tells.
    fn refuse_unclear(&mut self) {
        let mut lossy = HashSet::new();
        let numbered = self.inputs.iter().enumerate();
        let unclear: Vec<(usize, String)> = numbered
            .filter_map(|(at, input)| Some((at, unclear(&input, &self.inputs, &mut lossy)?)))
            .collect();
        for (at, problem) in unclear.into_iter().rev() {
            let input = self.inputs.remove(at);
            self.failures.push(Error::read(input.path(), problem));
        }
    }

    fn add_error(&mut self, folder: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(folder);
        if let Some(ancestor) = error.loop_ancestor() {
            let problem = format!("skipped: a link back to {}", ancestor.display());
            self.warnings.push(Error::read(path, problem));
        } else if let Some(cause) = error.io_error() {
            // A dangling link that would not have been read anyway is nobody's loss.
            if cause.kind() != ErrorKind::NotFound || path == folder || is_expected(path) {
                self.failures.push(Error::io(path, cause));
            }
        }
    }
}

/// Whether the name promises an article.
fn is_expected(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    format::Format::by_name(&name.to_string_lossy()).is_some()
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for name in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "张三离职。").unwrap();
        }
        dir
    }

    /// The inputs relative to the folder, and the numbers of failures and warnings.
    fn names(dir: &tempfile::TempDir, paths: &[PathBuf]) -> (Vec<String>, usize, usize) {
        let found = find(paths);
        let relative = |input: Input| {
            let name = input.path();
            name.strip_prefix(dir.path())
                .unwrap_or(name)
                .to_string_lossy()
                .into_owned()
        };
        (
            found.inputs.iter().map(relative).collect(),
            found.failures.len(),
            found.warnings.len(),
        )
    }

    #[test]
    fn folders_give_their_articles_sorted_by_path_without_hidden_files() {
        let dir = folder(&[
            "b.txt",
            "a/c.md",
            "a.TXT",
            "a-b.txt",
            ".hidden.txt",
            ".git/d.txt",
            "e.csv",
            "f.meta.json",
        ]);
        let (inputs, failures, warnings) = names(&dir, &[dir.path().to_owned()]);
        assert_eq!(inputs, ["a-b.txt", "a.TXT", "a/c.md", "b.txt", "e.csv"]);
        assert_eq!((failures, warnings), (0, 0));
    }

    #[test]
    fn a_named_file_is_taken_whatever_its_ending_and_once() {
        let dir = folder(&["b.news", ".a.txt", "c.txt"]);
        let at = |name: &str| dir.path().join(name);
        let paths = [
            at("c.txt"),
            at("b.news"),
            at(".a.txt"),
            dir.path().to_owned(),
            "-".into(),
        ];
        assert_eq!(
            names(&dir, &paths),
            (
                ["-", ".a.txt", "b.news", "c.txt"]
                    .map(String::from)
                    .to_vec(),
                0,
                0
            )
        );
    }

    #[test]
    fn a_file_that_is_called_like_an_article_of_another_one_is_refused() {
        let dir = folder(&["a.jsonl", "a.jsonl#1", "b#1.txt", "c/a.jsonl#2"]);
        let (inputs, failures, _) = names(&dir, &[dir.path().to_owned()]);
        assert_eq!(inputs, ["a.jsonl", "b#1.txt", "c/a.jsonl#2"]);
        assert_eq!(failures, 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn of_two_names_that_look_the_same_one_is_refused() {
        use std::os::unix::ffi::OsStrExt;
        let dir = folder(&["a.txt"]);
        for name in [b"\xFF.txt", b"\xFE.txt"] {
            let name = std::ffi::OsStr::from_bytes(name);
            fs::write(dir.path().join(name), "张三离职。").unwrap();
        }
        let (inputs, failures, _) = names(&dir, &[dir.path().to_owned()]);
        assert_eq!((inputs.len(), failures), (2, 1));
    }

    #[test]
    fn a_missing_path_is_one_failure_and_the_rest_goes_on() {
        let dir = folder(&["a.txt"]);
        let paths = [dir.path().join("none"), dir.path().to_owned()];
        assert_eq!(names(&dir, &paths), (vec!["a.txt".into()], 1, 0));
    }

    #[test]
    fn a_folder_without_files_is_a_warning() {
        let dir = folder(&[".a.txt"]);
        assert_eq!(names(&dir, &[dir.path().to_owned()]), (vec![], 0, 1));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_but_not_in_circles() {
        use std::os::unix::fs::symlink;
        let dir = folder(&["a/b.txt"]);
        symlink(dir.path(), dir.path().join("a/loop")).unwrap();
        symlink(dir.path().join("a/b.txt"), dir.path().join("c.txt")).unwrap();
        symlink("nowhere", dir.path().join("dangling")).unwrap();
        symlink("nowhere", dir.path().join("dangling.txt")).unwrap();
        assert_eq!(
            names(&dir, &[dir.path().to_owned()]),
            (vec!["a/b.txt".into(), "c.txt".into()], 1, 1)
        );
    }

    #[cfg(unix)]
    #[test]
    fn sockets_and_pipes_are_not_opened() {
        let dir = folder(&["a.txt"]);
        let socket = dir.path().join("s.txt");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(
            names(&dir, &[dir.path().to_owned()]),
            (vec!["a.txt".into()], 0, 1)
        );
        assert_eq!(names(&dir, &[socket]), (vec![], 1, 0));
    }
}
