//! The words and wordings, loaded once and passed down by reference.

use std::path::PathBuf;

/// Everything that `dict/` says.
#[derive(Debug)]
pub struct Dict {}

impl Dict {
    /// Loads the built-in dictionary and lays the folders of `layers` over it; the last one wins.
    ///
    /// # Errors
    /// A row that cannot be used, with file, line and remedy.
    pub fn load(_layers: &[PathBuf]) -> crate::Result<Dict> {
        Ok(Dict {})
    }
}
