//! Words → lines and columns of a terminal, in which a Chinese character takes two.

/// Lines are broken before this column.
const WIDTH: usize = 110;

/// Words with their labels, broken into lines that begin with `indent` blanks.
pub fn wrap(words: impl Iterator<Item = String>, indent: usize) -> String {
    let mut text = String::new();
    let mut at = WIDTH;
    for word in words {
        let width = width(&word);
        if at + 1 + width > WIDTH {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&" ".repeat(indent));
            at = indent;
        } else {
            text.push(' ');
            at += 1;
        }
        text.push_str(&word);
        at += width;
    }
    text
}

/// Columns that a text takes on a terminal, near enough.
pub fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c < '\u{1100}' { 1 } else { 2 })
        .sum()
}

/// Appends blanks up to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_rows_are_broken_between_words() {
        let words = vec!["栖木汽车/org".to_owned(); 20];
        let text = wrap(words.into_iter(), 3);
        assert_eq!(text.lines().count(), 3);
        for line in text.lines() {
            assert!(line.starts_with("   栖"), "{line}");
            assert!(width(line) <= WIDTH, "{line}");
        }
    }

    #[test]
    fn han_takes_two_columns() {
        assert_eq!(pad("张三a", 8), "张三a   ");
    }
}
