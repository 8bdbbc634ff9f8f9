//! `quliu explain`: an article → what each stage made of it, for people.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use quliu::article::{Item, STDIN, input::Input, open};
use quliu::{Article, Dict, Error, line};

use super::{SOME_FAILED, counted, dictionary, say};
use crate::cli::{DictArgs, ReadArgs};

mod page;
mod paint;
mod person;
mod row;

use page::Page;
use paint::Paint;

const EXAMPLES: &str = "\
Examples:
  quliu explain news.txt                            every sentence in which something was tried
  quliu explain news.txt:12                         the sentences on line 12
  quliu explain news.jsonl#3                        the third article of a list
  quliu explain news.txt --person NAME              why NAME was, or was not, found to leave
  quliu explain news.txt:12 --person NAME           the same for the sentences on line 12
  quliu explain --text '…'                          one sentence
  curl … | quliu explain - --published 2023-01-25   an article from standard input

How to read it:
  3: the sentence, with the line on which it begins
     its tokens:  张三/person  因/p+reason_open  离职/v+trigger:intransitive  …
     word/what it is (a label of the dictionary, else jieba's part of speech), +what it may signal
     ✓ a trigger or wording that told a departure, with its fields, each with line:column and what found it
     ✗ one that did not, with the first thing that failed
  --person also shows what was tried nearest to a sentence in which NAME does not leave; of a name that was not
  recognised, what speaks for and against it: a name needs a score of 3.5.
  The records at the end are what `quliu extract` makes of it, with their evidence in characters of the text.

Exit codes: 0 fine; 1 the article cannot be read, or the name of --person is nowhere in it; 2 wrong usage.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The article, or - for standard input; with #ITEM one article of a list or archive, as records name it in
    /// `source`; with :LINE only the sentences on that line
    #[arg(
        value_name = "FILE[#ITEM][:LINE]",
        required_unless_present = "text",
        conflicts_with = "text"
    )]
    article: Option<PathBuf>,

    /// Explain this text instead of a file
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,

    /// Tell what was tried for this person, and why it failed
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    person: Option<String>,

    /// Show also the sentences in which nothing was tried
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    read: ReadArgs,

    #[command(flatten)]
    dict: DictArgs,
}

fn parse_name(name: &str) -> Result<String, String> {
    match name.trim() {
        "" => Err("write a name, e.g. --person 卢森川".to_string()),
        name => Ok(name.to_string()),
    }
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let dict = dictionary(&args.dict)?;
    let mut teller = Teller {
        args,
        dict: &dict,
        paint: Paint::for_stdout(),
        out: BufWriter::new(io::stdout().lock()),
        told: false,
    };
    match &args.article {
        None => teller.tell(&typed(args), None)?,
        Some(given) => {
            if let Some(problem) = teller.read(given)? {
                say(&problem.to_string());
                return Ok(SOME_FAILED);
            }
        }
    }
    teller.out.flush()?;
    Ok(match teller.told {
        true => ExitCode::SUCCESS,
        false => SOME_FAILED,
    })
}

/// The article that was written on the command line.
fn typed(args: &Args) -> Article {
    Article {
        published: args.read.published,
        ..Article::from_text(args.text.as_deref().unwrap_or_default())
    }
}

/// Tells of articles one after the other.
struct Teller<'a> {
    args: &'a Args,
    dict: &'a Dict,
    paint: Paint,
    out: BufWriter<StdoutLock<'static>>,
    /// Whether what was asked for was there.
    told: bool,
}

impl Teller<'_> {
    /// Tells of the articles that were asked for as they are read, no further than needed; without any, what is wrong.
    fn read(&mut self, given: &Path) -> anyhow::Result<Option<Error>> {
        let options = self.args.read.options();
        let (path, line) = split_line(given);
        let (path, item) = split_item(path);
        let input = match path.as_os_str() == STDIN {
            true => Input::Stdin,
            false => Input::Named(path),
        };
        let is_asked = |name: &str| item.as_deref().is_none_or(|item| item == name);
        let (mut found, mut problem, mut told) = (false, None, Ok(()));
        let _ = open::input(&input, &options, &mut |read| {
            match read {
                Item::Article(article) if is_asked(&article.source) => {
                    found = true;
                    told = self.tell(&article, line);
                }
                Item::Failed(error) | Item::LeftOut(error) if is_asked(&error.place()) => {
                    problem.get_or_insert(error);
                }
                _ => {}
            }
            match found && item.is_some() || told.is_err() {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        told?;
        let missing = || {
            let problem = "no such article in it: `source` of a record tells how to write it";
            Error::read(given, problem)
        };
        Ok((!found).then(|| problem.unwrap_or_else(missing)))
    }

    fn tell(&mut self, article: &Article, line: Option<usize>) -> anyhow::Result<()> {
        let lines = line::of(&article.text).count();
        if let Some(line) = line.filter(|line| *line == 0 || *line > lines) {
            bail!(
                "{}: no line {line}: it has {}, counted from 1",
                article.source,
                counted(lines, "line")
            );
        }
        self.told |= quliu::analyse(article, self.dict, |analysis| {
            let page = Page::new(article, self.dict, &analysis, self.paint);
            match &self.args.person {
                Some(name) => person::tell(&page, name, line, &mut self.out),
                None => page.tell(line, self.args.all, &mut self.out).map(|()| true),
            }
        })?;
        Ok(())
    }
}

/// `FILE#ITEM`, as records name an article of a list or archive → file, and the whole name.
fn split_item(given: PathBuf) -> (PathBuf, Option<String>) {
    let name = given.to_string_lossy();
    let file = name.match_indices('#').map(|(at, _)| &name[..at]);
    match file.map(PathBuf::from).find(|file| file.is_file()) {
        Some(file) if !given.exists() => (file, Some(name.into_owned())),
        _ => (given, None),
    }
}

/// `FILE:LINE` → file and line; a file that is really called so is meant itself.
fn split_line(given: &Path) -> (PathBuf, Option<usize>) {
    let split = given.to_str().and_then(|name| name.rsplit_once(':'));
    match split.and_then(|(path, line)| Some((path, line.parse().ok()?))) {
        Some((path, line)) if !given.exists() => (PathBuf::from(path), Some(line)),
        _ => (given.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_the_last_colon_is_a_line() {
        let split = |given: &str| split_line(Path::new(given));
        assert_eq!(split("a.txt:12"), ("a.txt".into(), Some(12)));
        assert_eq!(split("-:3"), ("-".into(), Some(3)));
        assert_eq!(split("a:b.txt"), ("a:b.txt".into(), None));
        assert_eq!(split("a.txt"), ("a.txt".into(), None));
    }
}
