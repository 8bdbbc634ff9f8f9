//! An input → its articles in portions: at once where they are few, else from a thread that reads ahead.

use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use super::input::Input;
use super::{Item, ReadOptions, open};
use crate::Error;

/// A portion ends when it has so many articles …
const ITEMS: usize = 256;
/// … or so many bytes of text.
const BYTES: usize = 1 << 20;
/// Portions that wait to be taken.
const AHEAD: usize = 2;
/// The time between two looks whether to stop waiting.
const LOOK: Duration = Duration::from_millis(100);

/// What an input holds.
pub enum Articles {
    /// All of it.
    Few(Vec<Item>),
    /// A list or an archive, of any size.
    Many(Portions),
}

/// Reads an input as far as it takes little memory.
pub fn open(input: &Input, options: &Arc<ReadOptions>) -> Articles {
    // What comes from standard input comes once: it cannot be begun anew.
    if *input == Input::Stdin {
        return Articles::Many(portions(input, options));
    }
    let mut portion = Portion::default();
    let flow = open::input(input, options, &mut |item| match portion.is_full() {
        true => ControlFlow::Break(()),
        false => {
            portion.push(item);
            ControlFlow::Continue(())
        }
    });
    match flow {
        ControlFlow::Continue(()) => Articles::Few(portion.items),
        ControlFlow::Break(()) => Articles::Many(portions(input, options)),
    }
}

/// Reads an input of any size, portion by portion.
pub fn portions(input: &Input, options: &Arc<ReadOptions>) -> Portions {
    Portions {
        input: input.clone(),
        options: Arc::clone(options),
        received: None,
    }
}

#[derive(Default)]
struct Portion {
    items: Vec<Item>,
    bytes: usize,
}

impl Portion {
    fn push(&mut self, item: Item) {
        if let Item::Article(article) = &item {
            self.bytes += article.text.len();
        }
        self.items.push(item);
    }

    fn is_full(&self) -> bool {
        self.items.len() >= ITEMS || self.bytes >= BYTES
    }
}

/// The articles of an input, portion by portion, in order. Reading begins with the first one that is asked for.
pub struct Portions {
    input: Input,
    options: Arc<ReadOptions>,
    received: Option<Receiver<Vec<Item>>>,
}

impl Portions {
    /// The next portion; nothing at the end, or once `stop` is set, whether or not anything comes until then.
    pub fn next_unless(&mut self, stop: &AtomicBool) -> Option<Vec<Item>> {
        while !stop.load(Ordering::Relaxed) {
            match self.received().recv_timeout(LOOK) {
                Ok(items) => return Some(items),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        None
    }

    fn received(&mut self) -> &Receiver<Vec<Item>> {
        let (input, options) = (&self.input, &self.options);
        self.received.get_or_insert_with(|| begin(input, options))
    }
}

fn begin(input: &Input, options: &Arc<ReadOptions>) -> Receiver<Vec<Item>> {
    let (sender, receiver) = sync_channel(AHEAD);
    let (input, options) = (input.clone(), Arc::clone(options));
    thread::spawn(move || send(&input, &options, &sender));
    receiver
}

impl Iterator for Portions {
    type Item = Vec<Item>;

    fn next(&mut self) -> Option<Vec<Item>> {
        self.received().recv().ok()
    }
}

fn send(input: &Input, options: &ReadOptions, sender: &SyncSender<Vec<Item>>) {
    let mut portion = Portion::default();
    // What a panic leaves half done is dropped with the closure.
    let read = panic::catch_unwind(AssertUnwindSafe(|| {
        open::input(input, options, &mut |item| {
            portion.push(item);
            if !portion.is_full() {
                return ControlFlow::Continue(());
            }
            match sender.send(std::mem::take(&mut portion).items) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        })
    }));
    if read.is_err() {
        let problem = "its reader broke: leave it out, and report it as a bug";
        portion.push(Item::Failed(Error::read(input.path(), problem)));
    }
    // Nobody is left to tell when the receiver is gone.
    let _ = sender.send(portion.items);
}
