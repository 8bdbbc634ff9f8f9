//! An ISO date or date-time → the day.

use jiff::civil::Date;

/// The day of `2023-01-25`, `2023-01-25T08:00:00+08:00` or `2023-01-25 08:00`; no other notation.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let complete = time.is_empty() || time.starts_with(['T', 't', ' ']);
    if complete { day.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_date_times_give_the_day() {
        for text in [
            "2023-01-25",
            " 2023-01-25 ",
            "2023-01-25T08:00:00+08:00",
            "2023-01-25 08:00",
        ] {
            assert_eq!(parse(text), Some(date(2023, 1, 25)), "{text}");
        }
    }

    #[test]
    fn anything_else_gives_none() {
        for text in [
            "",
            "2023",
            "2023-13-01",
            "2023-02-30",
            "2023-01-255",
            "25/01/2023",
            "一月二十五日",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
