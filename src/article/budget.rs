//! What may come out of one archive, with all that lies in it.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// Bytes that may still be unpacked; its copies share them.
#[derive(Clone)]
pub(super) struct Budget {
    max: u64,
    /// Nothing once more was asked for.
    left: Rc<Cell<Option<u64>>>,
}

impl Budget {
    /// A budget of so many bytes.
    pub fn of(max: u64) -> Self {
        let left = Rc::new(Cell::new(Some(max)));
        Budget { max, left }
    }

    /// Whether more was asked for than there is.
    pub fn is_exceeded(&self) -> bool {
        self.left.get().is_none()
    }

    /// What is unpacked, at the cost of this budget.
    pub fn charge<R: Read>(&self, inner: R) -> Charged<R> {
        let budget = self.clone();
        Charged { inner, budget }
    }

    /// Takes so many bytes from it.
    pub fn spend(&self, bytes: u64) -> io::Result<()> {
        self.left
            .set(self.left.get().and_then(|left| left.checked_sub(bytes)));
        match self.is_exceeded() {
            true => Err(io::Error::other(format!(
                "cut off: its archive unpacks to more than {} bytes",
                self.max
            ))),
            false => Ok(()),
        }
    }

    /// What is told of an archive that holds more.
    pub fn problem(&self) -> String {
        format!(
            "unpacks to more than {} bytes: what follows is left out; raise --max-unpacked-size",
            self.max
        )
    }
}

/// A stream that ends in an error where the budget does.
pub(super) struct Charged<R> {
    inner: R,
    budget: Budget,
}

impl<R: Read> Read for Charged<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.budget.spend(n as u64)?;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_that_share_a_budget_end_where_it_does() {
        let budget = Budget::of(5);
        let read = |bytes: &[u8]| budget.charge(bytes).read_to_end(&mut Vec::new());
        assert_eq!(read(b"abc").unwrap(), 3);
        assert_eq!(read(b"de").unwrap(), 2);
        assert!(!budget.is_exceeded());
        assert!(read(b"f").unwrap_err().to_string().contains("more than 5"));
        assert!(read(b"").is_err() && budget.is_exceeded());
    }
}
