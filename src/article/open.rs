//! An input → its articles, by the reader of its format; containers are opened in place, never unpacked to disk.
//!
//! Articles are handed on one after the other, so that a list or an archive of any size takes little memory.

use std::fs::File;
use std::io::{self, Chain, Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;

use super::budget::Budget;
use super::format::{self, Format, HEAD};
use super::input::Input;
use super::meta::{self, Meta};
use super::{
    Article, Emit, Item, ReadOptions, STDIN, compressed, docx, html, json, markdown, packed, pdf,
    table, text,
};
use crate::Error;

/// Containers in containers that are opened: an archive of compressed lists takes three.
const MAX_DEPTH: usize = 4;

/// Reads the articles of an input, with the title and date of `NAME.meta.json` beside a file.
pub fn input(input: &Input, options: &ReadOptions, emit: &mut Emit<'_>) -> ControlFlow<()> {
    match input {
        Input::Stdin => {
            let stdin = io::stdin();
            let source = Source::of(STDIN, true);
            Reader::new(options, emit).open(&source, Bytes::Stream(&mut stdin.lock()))
        }
        Input::Named(path) => file_at(path, true, options, emit),
        Input::Found(path) => file_at(path, false, options, emit),
    }
}

/// Reads the articles in bytes that came from a file of that name.
///
/// ```
/// use std::ops::ControlFlow;
/// use quliu::article::{Item, ReadOptions, open};
///
/// let mut texts = Vec::new();
/// let list = "{\"text\": \"今日要闻\"}\n{\"text\": \"人事变动\"}\n";
/// open::bytes("news.jsonl", list.as_bytes(), &ReadOptions::default(), &mut |item| {
///     if let Item::Article(article) = item {
///         texts.push(article.text);
///     }
///     ControlFlow::Continue(())
/// });
/// assert_eq!(texts, ["今日要闻", "人事变动"]);
/// ```
pub fn bytes(name: &str, mut bytes: &[u8], options: &ReadOptions, emit: &mut Emit<'_>) {
    let source = Source::of(name, true);
    // Whether the receiver wants more is of no interest at the end.
    let _ = Reader::new(options, emit).open(&source, Bytes::Stream(&mut bytes));
}

/// Reads the articles of a file that the user named.
pub fn file(path: &Path, options: &ReadOptions, emit: &mut Emit<'_>) {
    // Whether the receiver wants more is of no interest at the end.
    let _ = file_at(path, true, options, emit);
}

fn file_at(
    path: &Path,
    named: bool,
    options: &ReadOptions,
    emit: &mut Emit<'_>,
) -> ControlFlow<()> {
    let opened = File::open(path).map_err(|e| Error::io(path, &e));
    match opened.and_then(|file| Ok((file, meta::beside(path)?))) {
        Ok((file, meta)) => {
            let mut reader = Reader::new(options, emit);
            reader.meta = meta;
            reader.open(
                &Source::of(&path.to_string_lossy(), named),
                Bytes::File(file),
            )
        }
        Err(error) => emit(Item::Failed(error)),
    }
}

/// What an input is called.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// The path as it was given, with the members of archives after `#`.
    pub shown: &'a str,
    /// The name whose ending tells the format: of the file, or of what is inside it.
    pub name: &'a str,
    /// Whether the user named it; what is only found may be no article.
    pub named: bool,
}

impl<'a> Source<'a> {
    fn of(shown: &'a str, named: bool) -> Self {
        let name = shown;
        Source { shown, name, named }
    }
}

/// Where bytes come from.
pub(super) enum Bytes<'a> {
    /// They can be read in any order.
    File(File),
    /// They come once.
    Stream(&'a mut dyn Read),
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Bytes::File(file) => file.read(buffer),
            Bytes::Stream(stream) => stream.read(buffer),
        }
    }
}

/// The bytes of an input that has been looked into.
pub(super) type Begun<'a> = Chain<Cursor<Vec<u8>>, Bytes<'a>>;

/// What is done with the inputs, and how deep in containers we are.
pub(super) struct Reader<'r> {
    pub options: &'r ReadOptions,
    emit: &'r mut Emit<'r>,
    meta: Meta,
    depth: usize,
    /// The archive that is read, the outermost one.
    archive: Option<String>,
    /// What may be unpacked from it.
    pub budget: Budget,
    /// Articles of it.
    taken: usize,
}

impl<'r> Reader<'r> {
    fn new(options: &'r ReadOptions, emit: &'r mut Emit<'_>) -> Self {
        Reader {
            options,
            emit,
            meta: Meta::default(),
            depth: 0,
            archive: None,
            budget: Budget::of(options.max_unpacked),
            taken: 0,
        }
    }

    /// Reads the articles of an input.
    pub fn open(&mut self, source: &Source, mut bytes: Bytes) -> ControlFlow<()> {
        let mut head = Vec::new();
        if let Err(e) = bytes.by_ref().take(HEAD as u64).read_to_end(&mut head) {
            return self.fail(source.shown, message(&e));
        }
        let format = match Format::of(source.name, &head) {
            Ok(Some(format)) => format,
            Ok(None) if source.named || format::is_chinese(&head) => Format::Text,
            Ok(None) => {
                let problem = "no article by its name or content: name it to have it read as text";
                return self.leave_out(source.shown, problem);
            }
            Err(problem) => return self.fail(source.shown, problem),
        };
        let begun = Cursor::new(head).chain(bytes);
        match format {
            Format::Text => self.document(source, begun, text::parse),
            Format::Docx => self.docx(source, begun),
            Format::Pdf => self.document(source, begun, pdf::parse),
            Format::Markdown => self.document(source, begun, markdown::parse),
            Format::Html => self.document(source, begun, html::parse),
            Format::Json => json::read(self, source, begun),
            Format::Table(delimiter) => table::read(self, source, begun, delimiter),
            Format::Gzip => self.inside(source, |reader| compressed::gzip(reader, source, begun)),
            Format::Zstd => self.inside(source, |reader| compressed::zstd(reader, source, begun)),
            Format::Zip => self.archive(source, |reader| packed::zip(reader, source, begun)),
            Format::Tar => self.archive(source, |reader| packed::tar(reader, source, begun)),
        }
    }

    /// Opens an archive.
    fn archive(
        &mut self,
        source: &Source,
        open: impl FnOnce(&mut Self) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        // An input is one archive at most.
        self.archive.get_or_insert_with(|| source.shown.to_owned());
        self.inside(source, open)
    }

    /// Whether what is read lies in an archive.
    pub fn is_in_archive(&self) -> bool {
        self.archive.is_some()
    }

    /// Opens a container, unless containers are nested too deep.
    fn inside(
        &mut self,
        source: &Source,
        open: impl FnOnce(&mut Self) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if self.depth == MAX_DEPTH {
            let problem = format!("more than {MAX_DEPTH} archives in one another: unpack it first");
            return self.fail(source.shown, problem);
        }
        self.depth += 1;
        let flow = open(self);
        self.depth -= 1;
        flow
    }

    /// Reads a Word document; in an archive, what it unpacks to counts.
    fn docx(&mut self, source: &Source, begun: Begun) -> ControlFlow<()> {
        let budget = self.is_in_archive().then(|| self.budget.clone());
        self.document(source, begun, |name, bytes, options| {
            if let Some(budget) = budget {
                let spent = budget.spend(docx::unpacked(bytes));
                spent.map_err(|e| message(&e))?;
            }
            docx::parse(name, bytes, options)
        })
    }

    /// Reads an input that is one article.
    fn document(
        &mut self,
        source: &Source,
        begun: Begun,
        parse: impl FnOnce(&str, &[u8], &ReadOptions) -> Result<Article, String>,
    ) -> ControlFlow<()> {
        let parsed = self
            .all(begun)
            .and_then(|bytes| parse(source.shown, &bytes, self.options));
        match parsed {
            Ok(mut article) => {
                article.title = self.meta.title.clone().or(article.title);
                self.give(article)
            }
            Err(problem) => self.fail(source.shown, problem),
        }
    }

    /// All bytes of an input, unless it is larger than allowed.
    pub fn all(&self, begun: Begun) -> Result<Vec<u8>, String> {
        let max = self.options.max_bytes;
        let mut bytes = Vec::new();
        // One byte more than allowed tells a full input from a longer one, whatever its reported size.
        let read = begun.take(max.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|e| message(&e))?;
        match bytes.len() as u64 > max {
            true => Err(format!(
                "larger than {max} bytes: split it, or raise --max-file-size"
            )),
            false => Ok(bytes),
        }
    }

    /// Hands an article on, with the date that is known from elsewhere.
    pub fn give(&mut self, mut article: Article) -> ControlFlow<()> {
        self.count()?;
        article.published = self
            .meta
            .published
            .or(article.published)
            .or(self.options.published);
        (self.emit)(Item::Article(article))
    }

    /// Counts an article of an archive; ends the archive where it has more than allowed.
    fn count(&mut self) -> ControlFlow<()> {
        let max = self.options.max_articles;
        match self.archive.clone() {
            Some(archive) if self.taken == max => {
                let problem = format!(
                    "more than {max} articles: the others are left out; raise --max-articles-per-archive"
                );
                self.fail(&archive, problem)?;
                ControlFlow::Break(())
            }
            _ => {
                self.taken += 1;
                ControlFlow::Continue(())
            }
        }
    }

    /// Tells of a list or file without an article: a failure if the user named it.
    pub fn no_article(&mut self, source: &Source, problem: impl Into<String>) -> ControlFlow<()> {
        match source.named {
            true => self.fail(source.shown, problem),
            false => self.leave_out(source.shown, problem),
        }
    }

    /// Tells of something that cannot be read.
    pub fn fail(&mut self, name: &str, problem: impl Into<String>) -> ControlFlow<()> {
        (self.emit)(Item::Failed(Error::read(Path::new(name), problem)))
    }

    /// Tells of something that is no article.
    pub fn leave_out(&mut self, name: &str, problem: impl Into<String>) -> ControlFlow<()> {
        (self.emit)(Item::LeftOut(Error::read(Path::new(name), problem)))
    }
}

/// What the system says of a stream, in words for people.
pub(super) fn message(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            "it ends too early: the file is damaged, fetch it again".to_owned()
        }
        _ => error.to_string(),
    }
}
