//! Work on an input → its result; a panic becomes an error of that input alone.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use quliu::Error;

thread_local! {
    /// Whether a panic of this thread is caught and reported as an error.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps panics that [`caught`] reports from being told on stderr as well.
pub fn hush() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !IS_CAUGHT.get() {
            tell(info);
        }
    }));
}

/// Does the work on an input; a panic in it becomes an error of the input.
pub fn caught<T>(path: &Path, work: impl FnOnce() -> T) -> quliu::Result<T> {
    let outer = IS_CAUGHT.replace(true);
    // What a panic leaves half done is dropped with the closure: the dictionary is only read.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(outer);
    done.map_err(|panic| Error::read(path, panicked(panic.as_ref())))
}

/// What is told of a panic, by what it carries.
fn panicked(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!(
        "quliu broke on it ({}): leave it out, and report it as a bug",
        text.unwrap_or("no message")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_that_names_the_input() {
        let broken = |work: fn()| caught(Path::new("a.txt"), work).unwrap_err().to_string();
        let text = broken(|| panic!("no boundary"));
        assert!(
            text.starts_with("a.txt: quliu broke on it (no boundary)"),
            "{text}"
        );
        let text = broken(|| panic!("byte {}", 1 + 1));
        assert!(text.contains("(byte 2)"), "{text}");
        let text = broken(|| panic::panic_any(7));
        assert!(text.contains("(no message)"), "{text}");
        assert!(!IS_CAUGHT.get());
    }

    #[test]
    fn what_does_not_panic_is_passed_on() {
        assert_eq!(caught(Path::new("a.txt"), || 7).unwrap(), 7);
    }
}
