//! An output file that is there in full or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// The file that records are written to; [`Output::keep`] puts it in its place.
#[derive(Debug)]
pub enum Output {
    /// Written under another name in the same folder, then renamed.
    Replace(NamedTempFile, PathBuf),
    /// A pipe or device: it has to be written as it is.
    Direct(File),
}

impl Output {
    /// Begins an output that will replace the file at `path`, through links.
    ///
    /// # Errors
    /// The folder is missing or cannot be written, or `path` is a folder.
    pub fn create(path: &Path) -> io::Result<Output> {
        let Ok(existing) = fs::metadata(path) else {
            return Ok(Output::Replace(temporary(path)?, path.to_owned()));
        };
        if existing.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !existing.is_file() {
            return File::options().write(true).open(path).map(Output::Direct);
        }
        let target = fs::canonicalize(path)?;
        let file = temporary(&target)?;
        file.as_file().set_permissions(existing.permissions())?;
        Ok(Output::Replace(file, target))
    }

    /// Puts the written file in its place.
    ///
    /// # Errors
    /// The file cannot be renamed.
    pub fn keep(self) -> io::Result<()> {
        match self {
            Output::Replace(file, path) => {
                // A power cut must not leave an empty file under the new name.
                file.as_file().sync_all()?;
                file.persist(path).map(drop).map_err(|e| e.error)
            }
            Output::Direct(_) => Ok(()),
        }
    }

    /// Puts the written file in its place, unless another one has come there in the meantime.
    ///
    /// # Errors
    /// The file cannot be renamed, or another one is there.
    pub fn keep_new(self) -> io::Result<()> {
        match self {
            Output::Replace(file, path) => {
                file.as_file().sync_all()?;
                file.persist_noclobber(path).map(drop).map_err(|e| e.error)
            }
            Output::Direct(_) => Ok(()),
        }
    }
}

fn temporary(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = Builder::new();
    builder.prefix(".quliu-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file gets; the user's umask still applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // The error names a file that nobody asked for; its kind says enough.
    builder
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(|error| error.kind().into())
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Replace(file, _) => file.write(bytes),
            Output::Direct(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Replace(file, _) => file.flush(),
            Output::Direct(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_replaced_only_when_the_output_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("out.csv");
        fs::write(&path, "old").unwrap();
        let mut output = Output::create(&path).unwrap();
        output.write_all(b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        output.keep().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    }

    #[test]
    fn an_output_that_is_not_kept_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        drop(Output::create(&dir.path().join("out.csv")).unwrap());
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_or_a_missing_folder_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Output::create(dir.path()).is_err());
        assert!(Output::create(&dir.path().join("none/out.csv")).is_err());
    }
}
