//! Bytes → the encoding that they look like; a part of a text will do.
//!
//! UTF-8 is tried first, since hardly anything else is valid UTF-8 by chance, and a few broken places do not make it
//! anything else. UTF-16 without a mark, GBK and Big5 show in the ranges that common Chinese characters lie in, even in
//! a short text; for the rest chardetng looks at the frequencies of characters, without regard to any place.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that tell UTF-16 and Chinese encodings; more of them tell no more.
const LOOKED_AT: usize = 64 << 10;

/// The encoding of a text.
pub fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return match half_nuls(bytes) {
            true => utf16(bytes).unwrap_or(UTF_8),
            false => UTF_8,
        };
    }
    if is_nearly_utf8(bytes) {
        return UTF_8;
    }
    utf16(bytes)
        .or_else(|| chinese(bytes))
        .unwrap_or_else(|| by_frequency(bytes))
}

/// Whether a text is UTF-8 but for a few places, or for a character that is cut off at its end.
pub fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut several, mut three, mut broken) = (0usize, 0usize, 0usize);
    let mut cut_off = false;
    for chunk in bytes.utf8_chunks() {
        // One byte that is broken leaves others of its character beside it.
        let goes_on = broken > 0 && chunk.valid().is_empty();
        let lengths = chunk.valid().chars().map(char::len_utf8);
        for length in lengths.filter(|length| *length > 1) {
            several += 1;
            three += usize::from(length == 3);
        }
        broken += usize::from(!chunk.invalid().is_empty() && !goes_on);
        cut_off = is_beginning(chunk.invalid());
    }
    // Three bytes that fit by chance are rare in any other encoding, two are not.
    broken == 0
        || broken * 3 <= three
        || broken * 20 <= several
        || (broken == 1 && cut_off && three > 0)
}

/// Whether the bytes are a character of UTF-8 that goes on.
fn is_beginning(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none())
}

/// Whether the text can be Latin letters in UTF-16, of which every second byte is NUL.
fn half_nuls(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let nuls = head.iter().filter(|b| **b == 0).count();
    nuls * 3 > head.len()
}

/// The UTF-16 in which nearly all characters are Chinese or ASCII.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let usual = |unit: fn([u8; 2]) -> u16| {
        let units = head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let usual = units.filter(|unit| is_usual(*unit));
        // Letters that are turned round can be rare characters.
        usual.fold((0, 0), |(all, ascii), unit| {
            (all + 1, ascii + usize::from(unit < 0x80))
        })
    };
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let (encoding, (usual, _)) = match little > big {
        true => (UTF_16LE, little),
        false => (UTF_16BE, big),
    };
    let units = head.len() / 2;
    (units > 1 && usual * 10 > units * 9).then_some(encoding)
}

/// Whether a unit of UTF-16 is one of a Chinese text.
fn is_usual(unit: u16) -> bool {
    matches!(
        unit,
        0x09 | 0x0A
            | 0x0D
            | 0x20..=0x7E
            | 0xA0..=0xFF
            | 0x2000..=0x206F
            | 0x3000..=0x303F
            | 0x4E00..=0x9FFF
            | 0xFF01..=0xFFEE
    )
}

/// The Chinese encoding in which most characters are common ones.
fn chinese(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let (gb, big5) = (Likeness::of(head, gb_kind), Likeness::of(head, big5_kind));
    let (best, encoding) = match gb.score() >= big5.score() {
        // The larger standard holds every character of the smaller one.
        true => (gb, GB18030),
        false => (big5, BIG5),
    };
    best.is_good().then_some(encoding)
}

/// What the bytes at the beginning of a text are in an encoding.
enum Kind {
    Ascii,
    /// A character of everyday text; two bytes.
    Common,
    /// Any other character, and its bytes.
    Rare(usize),
    Broken,
}

/// How much a text looks like being in an encoding.
#[derive(Default)]
struct Likeness {
    common: usize,
    rare: usize,
    broken: usize,
}

impl Likeness {
    fn of(mut bytes: &[u8], kind: fn(&[u8]) -> Kind) -> Self {
        let mut likeness = Likeness::default();
        while !bytes.is_empty() {
            let length = match kind(bytes) {
                Kind::Ascii => 1,
                Kind::Common => {
                    likeness.common += 1;
                    2
                }
                Kind::Rare(length) => {
                    likeness.rare += 1;
                    length
                }
                Kind::Broken => {
                    likeness.broken += 1;
                    1
                }
            };
            bytes = &bytes[length..];
        }
        likeness
    }

    fn score(&self) -> isize {
        2 * self.common as isize - self.rare as isize - 4 * self.broken as isize
    }

    /// Whether about half of the text is common, which hardly any text in another encoding is.
    fn is_good(&self) -> bool {
        self.common > 0 && self.score() * 4 >= (self.common + self.rare + self.broken) as isize
    }
}

/// Level 1 of GB 2312 and its rows of punctuation are common.
fn gb_kind(bytes: &[u8]) -> Kind {
    match bytes {
        [..=0x7F, ..] => Kind::Ascii,
        [0xB0..=0xD7 | 0xA1 | 0xA3, 0xA1..=0xFE, ..] => Kind::Common,
        [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..] => Kind::Rare(2),
        [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..] => Kind::Rare(4),
        [0x81..=0xFE] => Kind::Rare(1),
        _ => Kind::Broken,
    }
}

/// Level 1 of Big5 and its row of punctuation are common.
fn big5_kind(bytes: &[u8]) -> Kind {
    match bytes {
        [..=0x7F, ..] => Kind::Ascii,
        [0xA4..=0xC6 | 0xA1, 0x40..=0x7E | 0xA1..=0xFE, ..] => Kind::Common,
        [0x87..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..] => Kind::Rare(2),
        [0x87..=0xFE] => Kind::Rare(1),
        _ => Kind::Broken,
    }
}

fn by_frequency(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Allow);
    if guessed == GBK { GB18030 } else { guessed }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: [&str; 6] = [
        "栖木汽车首席设计师卢森川因个人原因离职。",
        "据悉，归帆物流董事会昨日收到总经理欧阳淼女士提交的书面辞职报告，她因家庭原因申请辞去公司总经理职务。",
        "一位知情人士透露，暮山云联合创始人简一苇已经在最近离开公司，下一站可能是创业。",
        "白浦证券公告称，副总裁仲孙谨因工作调动，不再担任公司任何职务，其职责由董事长暂代。",
        "张三离职",
        "2023 年 3 月，CEO 李四宣布退休，CFO 王五接任",
    ];
    const TRADITIONAL: [&str; 6] = [
        "棲木汽車首席設計師盧森川因個人原因離職。",
        "據悉，歸帆物流董事會昨日收到總經理歐陽淼女士提交的書面辭職報告，她因家庭原因申請辭去公司總經理職務。",
        "一位知情人士透露，暮山雲聯合創辦人簡一葦已經在最近離開公司，下一站可能是創業。",
        "白浦證券公告稱，副總裁仲孫謹因工作調動，不再擔任公司任何職務，其職責由董事長暫代。",
        "張三離職",
        "2023 年 3 月，CEO 李四宣佈退休，CFO 王五接任",
    ];

    fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{text}");
        bytes.into_owned()
    }

    fn utf16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn a_sentence_tells_its_encoding() {
        for text in SIMPLIFIED.iter().chain(&TRADITIONAL) {
            assert_eq!(detect(text.as_bytes()), UTF_8, "{text}");
            assert_eq!(detect(&encode(text, GB18030)), GB18030, "{text}");
        }
        for text in TRADITIONAL {
            assert_eq!(detect(&encode(text, BIG5)), BIG5, "{text}");
        }
    }

    #[test]
    fn half_a_character_at_the_end_changes_nothing() {
        for text in &TRADITIONAL[..4] {
            for encoding in [UTF_8, GB18030, BIG5] {
                let bytes = encode(text, encoding);
                assert_eq!(detect(&bytes[..bytes.len() - 1]), encoding, "{text}");
            }
        }
    }

    #[test]
    fn utf16_needs_no_mark_and_hardly_any_ascii() {
        for text in SIMPLIFIED
            .iter()
            .chain(&TRADITIONAL)
            .chain(&["一\n", "resigned"])
        {
            let text = format!("{text}\n");
            assert_eq!(
                detect(&utf16_bytes(&text, u16::to_le_bytes)),
                UTF_16LE,
                "{text}"
            );
            assert_eq!(
                detect(&utf16_bytes(&text, u16::to_be_bytes)),
                UTF_16BE,
                "{text}"
            );
        }
    }

    #[test]
    fn a_broken_byte_does_not_make_gbk_of_utf8() {
        for text in SIMPLIFIED {
            for at in 0..text.len() {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = 0xFF;
                assert_eq!(detect(&bytes), UTF_8, "{text} {at}");
            }
        }
    }

    #[test]
    fn nuls_do_not_make_utf16_of_utf8() {
        assert_eq!(detect("张三\0离职".as_bytes()), UTF_8);
        assert_eq!(detect(b"the facts\0were hidden"), UTF_8);
    }

    #[test]
    fn european_text_is_not_chinese() {
        let text = "Le président a démissionné de la société à Genève, où il était déjà contesté.";
        let bytes = encode(text, encoding_rs::WINDOWS_1252);
        assert_eq!(detect(&bytes), encoding_rs::WINDOWS_1252);
    }
}
