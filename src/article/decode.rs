//! Bytes → text: UTF-8 with or without a byte order mark; everything else is told what it looks like.

use std::result::Result;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// Gives the text without its byte order mark, or what is wrong and what to do about it.
pub fn decode(bytes: &[u8]) -> Result<&str, String> {
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    if UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err("UTF-16 text: convert it to UTF-8, e.g. `iconv -f UTF-16 -t UTF-8`".into());
    }
    if bytes.contains(&0) {
        return Err(binary());
    }
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| not_utf8(bytes))?;
    if text.trim().is_empty() {
        Err("empty file".into())
    } else {
        Ok(text)
    }
}

fn not_utf8(bytes: &[u8]) -> String {
    // No encoding of Chinese text uses these bytes; images, archives and documents do.
    if bytes.iter().any(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x1A)) {
        return binary();
    }
    let valid = simdutf8::compat::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    format!(
        "not UTF-8 (first at byte {valid}): convert it to UTF-8, e.g. `iconv -f GB18030 -t UTF-8` for GBK files"
    )
}

fn binary() -> String {
    "binary file: extract its text first".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{FEFF}张三".as_bytes()), Ok("张三"));
        assert_eq!(decode("张三".as_bytes()), Ok("张三"));
    }

    #[test]
    fn other_encodings_are_told_how_to_become_utf8() {
        let gbk = b"ab\xD5\xC5\xC8\xFD";
        assert!(
            decode(gbk)
                .unwrap_err()
                .starts_with("not UTF-8 (first at byte 2)")
        );
        assert!(
            decode(gbk)
                .unwrap_err()
                .contains("iconv -f GB18030 -t UTF-8")
        );
        assert!(decode(b"\xFF\xFEa\0").unwrap_err().contains("UTF-16"));
    }

    #[test]
    fn binary_files_are_refused() {
        assert!(
            decode(b"PK\x03\x04\xFF\xFE")
                .unwrap_err()
                .starts_with("binary file")
        );
        assert!(decode(b"abc\0def").unwrap_err().starts_with("binary file"));
    }

    #[test]
    fn a_file_without_a_word_is_empty() {
        for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t"] {
            assert_eq!(decode(bytes), Err("empty file".into()));
        }
    }
}
