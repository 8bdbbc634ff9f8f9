//! A date as metadata, exports and web pages write it → the day.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, fmt::rfc2822};

/// The day of `2023-01-25`, `2023-01-25T08:00:00+08:00` or `2023-01-25 08:00`; no other notation.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let complete = time.is_empty() || time.starts_with(['T', 't', ' ']);
    if complete { day.parse().ok() } else { None }
}

/// The day of any usual notation: also `2023/1/25`, `20230125`, year, month and day with words between them, seconds or milliseconds
/// since 1970 (a day of Beijing), and the dates of mail headers.
pub fn loosely(text: &str) -> Option<Date> {
    let text = text.trim();
    parse(text)
        .or_else(|| numbers(text))
        .or_else(|| seconds(text))
        .or_else(|| Some(rfc2822::parse(text).ok()?.date()))
}

/// Year, month and day in this order, whatever stands between them.
fn numbers(text: &str) -> Option<Date> {
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let first = numbers.next().filter(|first| text.starts_with(first))?;
    let (year, month, day) = match first.len() {
        4 => (first, numbers.next()?, numbers.next()?),
        8 => (first.get(..4)?, first.get(4..6)?, first.get(6..)?),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Seconds since 1970, or milliseconds where the number is too long for them.
fn seconds(text: &str) -> Option<Date> {
    let number: i64 = text.parse().ok().filter(|_| text.len() >= 9)?;
    let time = match text.len() {
        ..=11 => Timestamp::from_second(number),
        _ => Timestamp::from_millisecond(number),
    };
    let beijing = TimeZone::fixed(Offset::constant(8));
    Some(time.ok()?.to_zoned(beijing).date())
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
    fn other_notations_are_read_loosely() {
        for text in [
            "2023/1/25",
            "2023.01.25 08:00",
            "20230125",
            "2023年1月25日 08:00",
            "1674604800",
            "1674604800000",
            "Wed, 25 Jan 2023 08:00:00 +0800",
        ] {
            assert_eq!(loosely(text), Some(date(2023, 1, 25)), "{text}");
        }
        for text in [
            "",
            "昨天",
            "25/01/2023",
            "12",
            "2023",
            "99999999",
            "2023-13-41",
        ] {
            assert_eq!(loosely(text), None, "{text}");
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
