//! A compressed file → what it holds, opened in turn. A file that grows out of all proportion is a bomb, and ends.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::errors::ReadFrameHeaderError::SkipFrame;
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::open::{Begun, Bytes, Reader, Source};

/// Text becomes three to twenty times larger, lists of like rows a hundred times.
const MAX_RATIO: u64 = 250;
/// So much may come out of however little.
const FREE: u64 = 16 << 20;

/// Opens a gzip file of any number of parts.
pub fn gzip(reader: &mut Reader, source: &Source, begun: Begun) -> ControlFlow<()> {
    let (counted, taken) = Counted::new(begun);
    let decoder = MultiGzDecoder::new(BufReader::new(counted));
    inside(reader, source, decoder, taken)
}

/// Opens a Zstandard file of any number of frames.
pub fn zstd(reader: &mut Reader, source: &Source, begun: Begun) -> ControlFlow<()> {
    let (counted, taken) = Counted::new(begun);
    inside(reader, source, Frames::new(BufReader::new(counted)), taken)
}

fn inside(
    reader: &mut Reader,
    source: &Source,
    decoder: impl Read,
    taken: Rc<Cell<u64>>,
) -> ControlFlow<()> {
    let mut bounded = Bounded {
        inner: decoder,
        taken,
        given: 0,
    };
    let mut charged;
    let bytes: &mut dyn Read = match reader.is_in_archive() {
        true => {
            charged = reader.budget.charge(bounded);
            &mut charged
        }
        false => &mut bounded,
    };
    let name = inner_name(source.name);
    let source = Source {
        name: &name,
        ..*source
    };
    reader.open(&source, Bytes::Stream(bytes))
}

/// The name of what is inside: `a.jsonl.gz` holds `a.jsonl`, `a.tgz` holds `a.tar`.
fn inner_name(name: &str) -> String {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return name.to_owned();
    };
    match ending.to_ascii_lowercase().as_str() {
        "tgz" => format!("{stem}.tar"),
        "gz" | "zst" => stem.to_owned(),
        _ => name.to_owned(),
    }
}

/// Counts the compressed bytes.
struct Counted<R> {
    inner: R,
    taken: Rc<Cell<u64>>,
}

impl<R> Counted<R> {
    fn new(inner: R) -> (Self, Rc<Cell<u64>>) {
        let taken = Rc::new(Cell::new(0));
        let counted = Counted {
            inner,
            taken: Rc::clone(&taken),
        };
        (counted, taken)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.taken.set(self.taken.get() + n as u64);
        Ok(n)
    }
}

/// What comes out, as long as it is in proportion to what went in.
pub(super) struct Bounded<R> {
    inner: R,
    taken: Rc<Cell<u64>>,
    given: u64,
}

impl<R> Bounded<R> {
    /// What comes out of so many compressed bytes.
    pub fn of(inner: R, compressed: u64) -> Self {
        Bounded {
            inner,
            taken: Rc::new(Cell::new(compressed)),
            given: 0,
        }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.given += n as u64;
        let allowed = self.taken.get().saturating_mul(MAX_RATIO).max(FREE);
        match self.given > allowed {
            true => Err(io::Error::other(format!(
                "grows to more than {MAX_RATIO} times its size, as archives made to do harm do: unpack it first if it is sound"
            ))),
            false => Ok(n),
        }
    }
}

/// Zstandard frames one after the other, as parallel compressors write them; frames of metadata are passed over.
struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    inside: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(source: R) -> Self {
        Frames {
            source,
            decoder: FrameDecoder::new(),
            inside: false,
        }
    }

    /// Begins the next frame.
    fn begin(&mut self) -> io::Result<()> {
        use FrameDecoderError::ReadFrameHeaderError;
        match self.decoder.reset(&mut self.source) {
            Ok(()) => self.inside = true,
            Err(ReadFrameHeaderError(SkipFrame { length, .. })) => {
                let skipped = self.source.by_ref().take(u64::from(length));
                io::copy(&mut { skipped }, &mut io::sink())?;
            }
            Err(error) => return Err(io::Error::other(error)),
        }
        Ok(())
    }

    /// Reads from the frame; nothing at its end.
    fn read_frame(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let decoder = &mut self.decoder;
        while decoder.can_collect() == 0 && !decoder.is_finished() {
            decoder
                .decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1))
                .map_err(io::Error::other)?;
        }
        decoder.read(buffer)
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if self.inside {
                match self.read_frame(buffer)? {
                    0 => self.inside = false,
                    n => return Ok(n),
                }
            } else if self.source.fill_buf()?.is_empty() {
                break;
            } else {
                self.begin()?;
            }
        }
        Ok(0)
    }
}
