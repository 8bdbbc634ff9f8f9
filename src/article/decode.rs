//! Bytes → text: in the encoding asked for, else the one that a mark or the bytes themselves tell.
//!
//! UTF-8 is tried first, since hardly anything else is valid UTF-8 by chance; UTF-16 without a mark shows in its
//! NULs; for the rest chardetng looks at the frequencies of characters, without regard to any place.

use std::borrow::Cow;
use std::io::{self, Chain, Cursor, Read};
use std::result::Result;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// Bytes of a stream by which its encoding is told.
const DETECTED: u64 = 256 << 10;

/// The replacement for what is no character.
const REPLACEMENT: char = '\u{FFFD}';

/// A text and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// Without its byte order mark.
    pub text: Cow<'a, str>,
    /// Its name in the WHATWG standard.
    pub encoding: &'static str,
    /// Places that are no characters in the encoding; each is `U+FFFD` in the text.
    pub undecodable: usize,
}

/// Gives the text, or what is wrong and what to do about it.
pub fn decode<'a>(
    bytes: &'a [u8],
    forced: Option<&'static Encoding>,
) -> Result<Decoded<'a>, String> {
    let encoding = forced.unwrap_or_else(|| detect(bytes));
    let decoded = decode_as(bytes, encoding);
    if decoded.text.trim().is_empty() {
        return Err("empty file".into());
    }
    if decoded.text.contains('\0') || is_binary(&decoded) {
        return Err("binary file: extract its text first".into());
    }
    Ok(decoded)
}

/// The encoding that the bytes look like; a part of a text will do.
pub fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return utf16_without_mark(bytes).unwrap_or(UTF_8);
    }
    utf16_without_mark(bytes).unwrap_or_else(|| guess(bytes))
}

fn decode_as<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, used, malformed) = encoding.decode(bytes);
    let undecodable = match malformed {
        true => text.matches(REPLACEMENT).count(),
        false => 0,
    };
    Decoded {
        text,
        encoding: used.name(),
        undecodable,
    }
}

/// Gives the text of bytes that should be UTF-8, and how many places in them are not.
pub fn lossy(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => (text.into(), 0),
        Err(_) => {
            let decoded = decode_as(bytes, UTF_8);
            (decoded.text, decoded.undecodable)
        }
    }
}

/// A stream in any encoding, as UTF-8 without a byte order mark.
pub struct Utf8<R: Read> {
    inner: DecodeReaderBytes<Chain<Cursor<Vec<u8>>, R>, Vec<u8>>,
    /// The encoding of the stream, by its name in the WHATWG standard.
    pub encoding: &'static str,
}

impl<R: Read> Utf8<R> {
    /// Looks at the beginning of the stream for its encoding.
    ///
    /// # Errors
    /// The beginning cannot be read.
    pub fn new(mut stream: R, forced: Option<&'static Encoding>) -> io::Result<Self> {
        let mut head = Vec::new();
        stream.by_ref().take(DETECTED).read_to_end(&mut head)?;
        let encoding = forced.unwrap_or_else(|| detect(complete(&head)));
        let inner = DecodeReaderBytesBuilder::new()
            // What is called UTF-8 passes as it is: a place that is none is counted row by row.
            .encoding(Some(encoding).filter(|encoding| *encoding != UTF_8))
            .strip_bom(true)
            .utf8_passthru(true)
            .build(Cursor::new(head).chain(stream));
        let encoding = encoding.name();
        Ok(Utf8 { inner, encoding })
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

/// The bytes without a character that is cut off at their end.
fn complete(head: &[u8]) -> &[u8] {
    match std::str::from_utf8(head) {
        Err(e) if e.error_len().is_none() => &head[..e.valid_up_to()],
        _ => head,
    }
}

/// UTF-16 of Chinese text has NULs for its Latin letters and line ends, all on one side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let nuls = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    match (nuls(0), nuls(1)) {
        (0, 1..) => Some(UTF_16LE),
        (1.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Allow);
    // The larger standard holds every character of the smaller one.
    if guessed == GBK { GB18030 } else { guessed }
}

/// What was no text in any encoding comes out as controls and replacements.
fn is_binary(decoded: &Decoded) -> bool {
    let controls = decoded
        .text
        .bytes()
        .filter(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x1A))
        .count();
    (controls > 0 && decoded.undecodable > 0) || controls * 50 > decoded.text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        for bytes in ["\u{FEFF}张三".as_bytes(), "张三".as_bytes()] {
            assert_eq!(decode(bytes, None).unwrap().text, "张三");
        }
    }

    #[test]
    fn a_file_without_a_word_is_empty() {
        for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t"] {
            assert_eq!(decode(bytes, None), Err("empty file".into()));
        }
    }

    #[test]
    fn binary_files_are_refused() {
        for bytes in [
            &b"PK\x03\x04\xFF\xFE\0\0\0"[..],
            b"abc\0def\0\0",
            b"\x01\x02\x03abc",
        ] {
            assert!(decode(bytes, None).unwrap_err().starts_with("binary file"));
        }
    }
}
