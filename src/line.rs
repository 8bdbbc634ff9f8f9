//! Text → lines, whatever ends them: `\n`, `\r\n`, `\r`, U+0085, U+2028 or U+2029.

/// Whether a character ends a line.
pub fn is_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text without their ends, each with the byte where it begins.
pub fn of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let lines = text.split_inclusive(is_end).map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    // The \n of \r\n ends no line of its own.
    let lines = lines.filter(move |(start, line)| *line != "\n" || !text[..*start].ends_with('\r'));
    lines.map(|(start, line)| (start, line.trim_end_matches(is_end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_end_ends_one_line() {
        let lines = |text| of(text).collect::<Vec<(usize, &str)>>();
        assert_eq!(
            lines("甲\r\n乙\r丙\n\n丁"),
            [(0, "甲"), (5, "乙"), (9, "丙"), (13, ""), (14, "丁")]
        );
        assert_eq!(
            lines("a\u{2028}b\u{85}c\u{2029}"),
            [(0, "a"), (4, "b"), (7, "c")]
        );
        assert_eq!(lines(""), []);
    }
}
