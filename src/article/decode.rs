//! Bytes → text: in the encoding asked for, else the one that a mark, the bytes themselves or the document tells.

use std::borrow::Cow;
use std::io::{self, Chain, Cursor, Read};
use std::result::Result;

use encoding_rs::{DecoderResult, Encoding, UTF_8};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use crate::han::is_han;

use super::encoding;

/// Bytes of a stream that are read at a time until its encoding is told.
const DETECTED: usize = 256 << 10;
/// Bytes from the first one that is not ASCII that tell enough.
const ENOUGH: usize = 64 << 10;
/// Bytes of a stream that are kept, at most, to tell its encoding: ASCII at its beginning tells none.
const MAX_KEPT: usize = 8 << 20;
/// ASCII in front of other bytes that is looked at with them.
const BESIDE: usize = 4 << 10;

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
    let encoding = forced.unwrap_or_else(|| encoding::detect(bytes));
    checked(decode_as(bytes, encoding))
}

/// The same for a document that declares its encoding, which holds where the bytes do not contradict it.
pub fn decode_declared<'a>(
    bytes: &'a [u8],
    forced: Option<&'static Encoding>,
    declared: Option<&'static Encoding>,
) -> Result<Decoded<'a>, String> {
    let has_mark = Encoding::for_bom(bytes).is_some();
    if let (None, false, Some(declared)) = (forced, has_mark, declared)
        && !encoding::is_nearly_utf8(bytes)
    {
        let decoded = decode_as(bytes, declared);
        if decoded.undecodable == 0 {
            return checked(decoded);
        }
    }
    decode(bytes, forced)
}

fn checked(decoded: Decoded) -> Result<Decoded, String> {
    if decoded.text.trim().is_empty() {
        return Err("empty file".into());
    }
    if is_binary(&decoded) {
        return Err("binary file: extract its text first".into());
    }
    Ok(decoded)
}

fn decode_as<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, used, malformed) = encoding.decode(bytes);
    let undecodable = match malformed {
        true => count_malformed(bytes, used),
        false => 0,
    };
    Decoded {
        text,
        encoding: used.name(),
        undecodable,
    }
}

/// The places that are no characters; a `U+FFFD` that the text itself has is one.
fn count_malformed(mut bytes: &[u8], encoding: &'static Encoding) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = String::with_capacity(16 << 10);
    let mut malformed = 0;
    loop {
        buffer.clear();
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut buffer, true);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return malformed,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => malformed += 1,
        }
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

/// The same for bytes that [`Utf8`] gave, whose stream is in an encoding of this name.
///
/// A stream in another encoding than UTF-8 has `U+FFFD` in such places already.
pub fn lossy_from<'a>(bytes: &'a [u8], encoding: &str) -> (Cow<'a, str>, usize) {
    let (text, undecodable) = lossy(bytes);
    let replaced = match encoding == UTF_8.name() {
        true => 0,
        false => text.matches(char::REPLACEMENT_CHARACTER).count(),
    };
    (text, undecodable.max(replaced))
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
        let (encoding, head) = match forced {
            Some(forced) => (forced, Vec::new()),
            None => detect(&mut stream)?,
        };
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

/// The encoding of a stream, and what was read of it: more where it begins with ASCII, which tells nothing.
fn detect(stream: &mut impl Read) -> io::Result<(&'static Encoding, Vec<u8>)> {
    let mut head = Vec::new();
    let mut ascii = 0;
    loop {
        let read = stream
            .by_ref()
            .take(DETECTED as u64)
            .read_to_end(&mut head)?;
        ascii += Encoding::ascii_valid_up_to(&head[ascii..]);
        let is_enough = head.len() - ascii >= ENOUGH || head.len() >= MAX_KEPT;
        if read < DETECTED || is_enough {
            return Ok((encoding::detect(complete(telling(&head, ascii))), head));
        }
    }
}

/// The bytes without most of the ASCII in front of others, since only the first ones are looked at closely.
fn telling(head: &[u8], ascii: usize) -> &[u8] {
    let is_utf16 = head[..ascii].contains(&0);
    match is_utf16 || ascii == head.len() {
        true => head,
        false => &head[ascii.saturating_sub(BESIDE)..],
    }
}

/// The bytes without a character that is cut off at their end.
fn complete(head: &[u8]) -> &[u8] {
    match std::str::from_utf8(head) {
        Err(e) if e.error_len().is_none() => &head[..e.valid_up_to()],
        _ => head,
    }
}

/// What was no text in any encoding comes out as controls and replacements, with few Chinese characters between them.
fn is_binary(decoded: &Decoded) -> bool {
    let controls = controls(&decoded.text);
    if controls == 0 {
        return false;
    }
    let strange = controls + decoded.undecodable;
    let han = decoded.text.chars().filter(|c| is_han(*c)).count();
    strange * 50 > decoded.text.chars().count() && han < strange * 4
}

/// The controls in a text that are no blanks; NULs in a row, as a crash leaves them, count once.
fn controls(text: &str) -> usize {
    // Hardly any text has one; this is seen in many bytes at a time.
    let some = |part: &[u8]| part.iter().fold(false, |some, b| some | is_control(*b));
    if !text.as_bytes().chunks(64).any(some) {
        return 0;
    }
    let mut before = None;
    let mut controls = 0;
    for byte in text.bytes() {
        let goes_on = byte == 0 && before == Some(0);
        controls += usize::from(is_control(byte) && !goes_on);
        before = Some(byte);
    }
    controls
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0E..=0x1A)
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

    #[test]
    fn random_bytes_and_images_are_refused() {
        let mut state = 7u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(4000)
        .collect();
        let png = [b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", noise.as_slice()].concat();
        let jpeg = [b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", noise.as_slice()].concat();
        for bytes in [noise, png, jpeg] {
            assert!(decode(&bytes, None).is_err_and(|e| e.starts_with("binary file")));
        }
    }

    #[test]
    fn a_few_nuls_and_broken_bytes_do_not_cost_the_article() {
        let text = "栖木汽车首席设计师卢森川因个人原因离职。";
        let hole = [text, text].join(&"\0".repeat(500));
        assert_eq!(decode(hole.as_bytes(), None).unwrap().text, hole);
        let bytes = [text.as_bytes(), b"\0\xFF", text.as_bytes()].concat();
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.undecodable), ("UTF-8", 1));
        assert_eq!(decoded.text, format!("{text}\0\u{FFFD}{text}"));
    }

    #[test]
    fn a_replacement_in_the_text_itself_is_a_character() {
        let text = "张三\u{FFFD}离职。";
        assert_eq!(decode(text.as_bytes(), None).unwrap().undecodable, 0);
        let bytes = [text.as_bytes(), b"\xFF"].concat();
        assert_eq!(decode(&bytes, None).unwrap().undecodable, 1);
    }

    #[test]
    fn a_declared_encoding_holds_unless_the_bytes_contradict_it() {
        use encoding_rs::{BIG5, GBK};
        let text = "王五離職";
        let big5 = BIG5.encode(text).0;
        let of = |bytes, declared| decode_declared(bytes, None, Some(declared)).unwrap();
        assert_eq!(of(&big5, BIG5).text, text);
        assert_eq!(of(text.as_bytes(), GBK).text, text);
        assert_eq!(of(&big5, UTF_8).text, text);
    }

    fn read_all(bytes: &[u8]) -> (&'static str, String) {
        let mut utf8 = Utf8::new(bytes, None).unwrap();
        let mut text = String::new();
        utf8.read_to_string(&mut text).unwrap();
        (utf8.encoding, text)
    }

    #[test]
    fn chinese_after_much_ascii_still_tells_the_encoding() {
        use encoding_rs::{BIG5, GB18030};
        let (simplified, traditional) = (
            "栖木汽车首席设计师卢森川因个人原因离职。",
            "棲木汽車首席設計師盧森川因個人原因離職。",
        );
        for length in [100, 100_001, DETECTED - 1, DETECTED + 1, 3_000_001] {
            let ascii = "id,text\n".repeat(length / 8) + &"x".repeat(length % 8);
            for (encoding, text) in [
                (UTF_8, simplified),
                (GB18030, simplified),
                (BIG5, traditional),
            ] {
                let text = ascii.clone() + text;
                let (found, read) = read_all(&encoding.encode(&text).0);
                assert_eq!(found.to_lowercase(), encoding.name().to_lowercase());
                assert!(read == text, "{found} after {length} bytes");
            }
        }
    }

    #[test]
    fn a_stream_of_ascii_is_utf8_however_long_it_is() {
        let ascii = "id,text\n".repeat(MAX_KEPT / 8 + DETECTED);
        let (encoding, text) = read_all(ascii.as_bytes());
        assert_eq!(encoding, "UTF-8");
        assert!(text == ascii);
    }

    #[test]
    fn places_that_are_no_characters_count_in_every_encoding() {
        use encoding_rs::{BIG5, GBK};
        for encoding in [GBK, BIG5, UTF_8] {
            let (name, word) = (encoding.name(), encoding.encode("中文").0);
            let bytes = [&word, &b"\xFF\n"[..], &word, b"\xFF\n"].concat();
            let mut utf8 = Utf8::new(&bytes[..], Some(encoding)).unwrap();
            let mut read = Vec::new();
            utf8.read_to_end(&mut read).unwrap();
            let (text, undecodable) = lossy_from(&read, utf8.encoding);
            assert_eq!(
                (&*text, undecodable),
                ("中文\u{FFFD}\n中文\u{FFFD}\n", 2),
                "{name}"
            );
        }
        let own = "中\u{FFFD}".as_bytes();
        assert_eq!(lossy_from(own, UTF_8.name()).1, 0);
    }
}
