//! Inputs → their records and fates, in parallel, in the order of the inputs.
//!
//! Inputs with few articles are read and understood batch by batch, each by one thread; an input with many is read
//! ahead by a thread of its own, and its articles are shared among all. So one large list keeps every core busy, as
//! many small files do, and what is held in memory at once stays small.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use quliu::article::stream::{self, Articles};
use quliu::article::{Item, ReadOptions, input::Input};
use quliu::script::{self, Naming};
use quliu::{Article, Dict, Record};
use rayon::prelude::*;

use super::caught::caught;
use super::fate::Fate;
use super::keep_text::KeepText;

/// Inputs whose records are held in memory at once.
const BATCH: usize = 256;

/// What is done with each article.
pub struct Work<'a> {
    pub dict: &'a Dict,
    pub options: Arc<ReadOptions>,
    pub pool: &'a rayon::ThreadPool,
    /// Whether a record was asked for.
    pub wanted: &'a (dyn Fn(&Record) -> bool + Sync),
    /// Where the texts of articles with a record are kept.
    pub keep_text: Option<&'a KeepText>,
    /// The script of names.
    pub naming: Naming,
    /// Set from outside to end the work after what has been begun.
    pub stop: &'a AtomicBool,
}

/// What an input, or a portion of it, gave.
#[derive(Default)]
pub struct Done {
    pub records: Vec<Record>,
    pub fate: Fate,
    /// Whether nothing of the input is left.
    pub whole: bool,
}

/// What a batch makes of one input.
enum Begun {
    Done(Done),
    Many(stream::Portions),
}

impl Work<'_> {
    /// Works through the inputs; of the first one, `done` articles have been dealt with before. Each result is given
    /// to `take` in order. Tells whether everything was done.
    pub fn run(
        &self,
        mut inputs: impl Iterator<Item = Input>,
        skip: usize,
        take: &mut dyn FnMut(&Input, Done) -> anyhow::Result<()>,
    ) -> anyhow::Result<bool> {
        if skip > 0
            && let Some(first) = inputs.next()
        {
            let portions = stream::portions(&first, &self.options);
            if !self.portions(&first, portions, skip, take)? {
                return Ok(false);
            }
        }
        loop {
            let batch: Vec<Input> = inputs.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(true);
            }
            let begun: Vec<Option<Begun>> = self
                .pool
                .install(|| batch.par_iter().map(|input| self.begin(input)).collect());
            for (input, begun) in batch.iter().zip(begun) {
                let all = match begun {
                    None => false,
                    Some(Begun::Done(done)) => take(input, done).map(|()| true)?,
                    Some(Begun::Many(portions)) => self.portions(input, portions, 0, take)?,
                };
                if !all {
                    return Ok(false);
                }
            }
        }
    }

    /// Reads an input and, if it is a small one, extracts from it; nothing once the work shall end.
    fn begin(&self, input: &Input) -> Option<Begun> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let start = Instant::now();
        let begun = caught(input.path(), || match stream::open(input, &self.options) {
            Articles::Few(items) => {
                let mut done = Done::default();
                items
                    .iter()
                    .for_each(|item| self.deal_with(item, &mut done));
                Begun::Done(done)
            }
            Articles::Many(portions) => Begun::Many(portions),
        });
        Some(
            match begun.unwrap_or_else(|error| Begun::Done(Done::failed(error))) {
                Begun::Done(mut done) => {
                    done.whole = true;
                    done.fate.seconds = start.elapsed().as_secs_f64();
                    Begun::Done(done)
                }
                many => many,
            },
        )
    }

    /// Works through a large input; tells whether it came to its end.
    fn portions(
        &self,
        input: &Input,
        mut portions: stream::Portions,
        mut skip: usize,
        take: &mut dyn FnMut(&Input, Done) -> anyhow::Result<()>,
    ) -> anyhow::Result<bool> {
        let mut start = Instant::now();
        while let Some(mut items) = portions.next_unless(self.stop) {
            let before = skip.min(items.len());
            items.drain(..before);
            skip -= before;
            if items.is_empty() {
                continue;
            }
            let dealt: Vec<Done> = self
                .pool
                .install(|| items.par_iter().map(|item| self.alone(item)).collect());
            let mut done = dealt.into_iter().fold(Done::default(), Done::and);
            done.fate.seconds = start.elapsed().as_secs_f64();
            start = Instant::now();
            take(input, done)?;
        }
        if self.stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        take(
            input,
            Done {
                whole: true,
                ..Done::default()
            },
        )?;
        Ok(true)
    }

    fn alone(&self, item: &Item) -> Done {
        let mut done = Done::default();
        self.deal_with(item, &mut done);
        done
    }

    fn deal_with(&self, item: &Item, done: &mut Done) {
        done.fate.items += 1;
        match item {
            Item::Article(article) => self.extract(article, done),
            Item::Failed(error) => done.fate.fail(error),
            Item::LeftOut(error) => done.fate.leave_out(error),
        }
    }

    fn extract(&self, article: &Article, done: &mut Done) {
        let extracted = caught(article.source.as_ref(), || {
            let records = quliu::extract(article, self.dict);
            script::name_in(self.naming, records, article, self.dict)
        });
        match extracted {
            Ok(records) => {
                let records = records.into_iter().filter(|record| (self.wanted)(record));
                let before = done.records.len();
                done.records.extend(records);
                let records = done.records.len() - before;
                done.fate.article(article, records);
                if let (Some(kept), 1..) = (self.keep_text, records) {
                    kept.write(article)
                        .unwrap_or_else(|error| done.fate.fail(&error));
                }
            }
            Err(error) => done.fate.fail(&error),
        }
    }
}

impl Done {
    fn failed(error: quliu::Error) -> Self {
        let mut done = Done::default();
        done.fate.items = 1;
        done.fate.fail(&error);
        done
    }

    fn and(mut self, next: Done) -> Done {
        self.records.extend(next.records);
        self.fate.add(next.fate);
        self
    }
}
