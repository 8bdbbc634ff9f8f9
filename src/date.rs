//! Words → dates: finds date expressions in a view and resolves them against the publication date.

use std::ops::Range;

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan};
use regex::Captures;

use crate::dict::Dict;
use crate::dict::date::Same;

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateExpr {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    rel_year: Option<i16>,
    rel_month: Option<i16>,
    rel_week: Option<i16>,
    rel_day: Option<i16>,
    weekday: Option<i8>,
    same: Option<Same>,
    /// A time near the publication (近日): no date follows.
    vague: bool,
    /// A time of the year (年底): it dates what it stands beside, nothing else.
    loose: bool,
}

impl DateExpr {
    /// Whether it only names a time of the year (年底, 国庆后).
    pub fn is_loose(&self) -> bool {
        self.loose
    }

    /// Whether no date follows from the words alone (近日).
    pub fn is_vague(&self) -> bool {
        self.vague
    }

    /// Whether the year is written in figures (2019年), not told from another date (去年).
    pub fn names_year(&self) -> bool {
        self.year.is_some()
    }

    /// Whether the words name a year, directly or by 去年.
    pub fn has_year(&self) -> bool {
        self.year.is_some() || self.rel_year.is_some() || self.same == Some(Same::Year)
    }

    /// Whether the words name a day of a month.
    pub fn has_day(&self) -> bool {
        self.day.is_some()
    }

    /// The year, if it is written in figures.
    pub fn year(&self) -> Option<i16> {
        self.year
    }

    /// Whether the words name more than a year.
    pub fn is_precise(&self) -> bool {
        self.month.is_some()
            || self.day.is_some()
            || self.rel_month.is_some()
            || self.rel_week.is_some()
            || self.rel_day.is_some()
            || self.weekday.is_some()
            || self.same.is_some()
    }

    /// Whether the words tell a day (3月5日, 昨日, 周二, 同日).
    pub fn tells_day(&self) -> bool {
        self.day.is_some() || self.rel_day.is_some() || self.weekday.is_some() || self.needs_day()
    }

    /// Whether it counts from a day (次日, 当天).
    pub fn needs_day(&self) -> bool {
        matches!(self.same, Some(Same::Day | Same::NextDay))
    }

    /// Whether the words name a time behind the month of the publication (下月, 明年).
    pub fn lies_ahead(&self) -> bool {
        self.rel_year.is_some_and(|n| n > 0) || self.rel_month.is_some_and(|n| n > 0)
    }

    /// Whether it needs a date before it.
    pub fn leans_back(&self) -> bool {
        self.same.is_some()
    }
}

/// A resolved date with its precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resolved {
    /// Year.
    pub year: i16,
    /// Month, if known.
    pub month: Option<i8>,
    /// Day, if known.
    pub day: Option<i8>,
}

impl Resolved {
    /// A full day.
    pub fn day_of(date: Date) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    fn month_of(date: Date) -> Self {
        Self {
            day: None,
            ..Self::day_of(date)
        }
    }

    fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// Months since year 0, for comparing dates of different precision.
    pub fn months(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(6))
    }
}

impl std::fmt::Display for Resolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.month, self.day) {
            (Some(m), Some(d)) => write!(f, "{:04}-{m:02}-{d:02}", self.year),
            (Some(m), None) => write!(f, "{:04}-{m:02}", self.year),
            _ => write!(f, "{:04}", self.year),
        }
    }
}

/// The date expressions of a view: byte ranges that do not overlap, in order.
pub fn find(text: &str, dict: &Dict) -> Vec<(Range<usize>, DateExpr)> {
    let mut found: Vec<(Range<usize>, DateExpr)> = Vec::new();
    let free = |found: &[(Range<usize>, DateExpr)], r: &Range<usize>| {
        found
            .iter()
            .all(|(f, _)| f.end <= r.start || r.end <= f.start)
    };
    let (patterns, vague) = dict.dates.in_text(text);
    for pattern in patterns {
        for captures in pattern.captures_iter(text) {
            let Some(all) = captures.get(0) else { continue };
            if free(&found, &all.range()) && stands_alone(text, &all.range(), &captures, dict) {
                found.push((all.range(), expr(&captures, dict)));
            }
        }
    }
    for word in vague {
        for (at, _) in text.match_indices(word) {
            let range = at..at + word.len();
            if free(&found, &range) {
                found.push((
                    range,
                    DateExpr {
                        vague: true,
                        ..DateExpr::default()
                    },
                ));
            }
        }
    }
    found.sort_by_key(|(r, _)| r.start);
    found
}

/// Not part of a longer number, and no span of time (3日内).
fn stands_alone(text: &str, range: &Range<usize>, captures: &Captures, dict: &Dict) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = &text[range.end..];
    let starts_with_digit = text[range.clone()].starts_with(|c: char| c.is_ascii_digit());
    if starts_with_digit
        && before.is_some_and(|c| c.is_ascii_digit() || dict.dates.not_behind.contains(&c))
    {
        return false;
    }
    if text[range.clone()].ends_with(|c: char| c.is_ascii_digit())
        && after.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    if dict
        .dates
        .never_before
        .iter()
        .any(|w| after.starts_with(w.as_str()))
    {
        return false;
    }
    let names_year = ["year", "rel_year", "republic"]
        .iter()
        .any(|group| captures.name(group).is_some());
    let lone_number = !names_year && starts_with_digit;
    let full = captures.name("month").is_some() && captures.name("day").is_some();
    full || !lone_number
        || !dict
            .dates
            .not_before
            .iter()
            .any(|w| after.starts_with(w.as_str()))
}

fn expr(captures: &Captures, dict: &Dict) -> DateExpr {
    let words = &dict.dates.words;
    let text = |name: &str| captures.name(name).map(|m| m.as_str());
    let number = |name: &str| text(name).and_then(|t| number(t, &words.digit));
    let named = text("month").and_then(|m| words.month.get(m)).copied();
    let mut month = named.or(number("month").and_then(|n| i8::try_from(n).ok()));
    let part = text("part").and_then(|p| words.year_part.get(p)).copied();
    let names = |group| captures.name(group).is_some();
    let names_year = names("year") || names("rel_year") || names("republic");
    if month.is_none() && names_year {
        month = part;
    }
    let republic = number("republic").and_then(|n| n.checked_add(dict.dates.era_start));
    DateExpr {
        year: number("year").or(republic),
        month,
        day: number("day").and_then(|n| i8::try_from(n).ok()),
        rel_year: text("rel_year")
            .and_then(|w| words.rel_year.get(w))
            .copied(),
        rel_month: text("rel_month")
            .and_then(|w| words.rel_month.get(w))
            .copied(),
        rel_week: text("rel_week")
            .and_then(|w| words.rel_week.get(w))
            .copied(),
        rel_day: text("rel_day").and_then(|w| words.rel_day.get(w)).copied(),
        weekday: text("weekday").and_then(|w| words.weekday.get(w)).copied(),
        same: text("same").and_then(|w| words.same.get(w)).copied(),
        vague: false,
        loose: named.is_some(),
    }
}

/// Reads 2017, 二〇一七, 十一, 二十三 or 一百一十二.
fn number(text: &str, digits: &foldhash::HashMap<char, i16>) -> Option<i16> {
    if let Ok(n) = text.parse() {
        return Some(n);
    }
    let values: Vec<i16> = text
        .chars()
        .map(|c| digits.get(&c).copied())
        .collect::<Option<_>>()?;
    match values.as_slice() {
        [hundreds, 100, rest @ ..] => {
            let rest = match rest {
                [0, ones] => *ones,
                rest => tens(rest)?,
            };
            hundreds.checked_mul(100)?.checked_add(rest)
        }
        values => tens(values),
    }
}

/// A number below a hundred, or a row of figures.
fn tens(values: &[i16]) -> Option<i16> {
    match values {
        [10] => Some(10),
        [10, ones] => Some(10 + ones),
        [tens, 10] => Some(tens * 10),
        [tens, 10, ones] => Some(tens * 10 + ones),
        all => all
            .iter()
            .try_fold(0i16, |n, d| n.checked_mul(10)?.checked_add(*d)),
    }
}

/// Resolves an expression. `published` anchors relative words, `before` is the date mentioned before it
/// in the same passage, `ahead` says that the text speaks of the future.
pub fn resolve(
    expr: &DateExpr,
    published: Option<Date>,
    before: Option<Resolved>,
    ahead: bool,
) -> Option<Resolved> {
    if expr.vague {
        return None;
    }
    if let Some(same) = expr.same {
        return resolve_same(expr, same, before?);
    }
    if let Some(n) = expr.rel_day {
        let day = published?.checked_add(days(n)).ok()?;
        return Some(Resolved::day_of(day));
    }
    if expr.rel_week.is_some() || expr.weekday.is_some() {
        return resolve_week(expr, published?);
    }
    if let Some(n) = expr.rel_month {
        let month = published?
            .first_of_month()
            .checked_add(i64::from(n).months())
            .ok()?;
        return checked(Resolved {
            day: expr.day,
            ..Resolved::month_of(month)
        });
    }
    let year = match (expr.year, expr.rel_year) {
        (Some(y), _) => Some(y),
        (None, Some(n)) => Some(published?.year().checked_add(n)?),
        (None, None) => None,
    };
    match (year, expr.month, expr.day) {
        (Some(year), month, day) => checked(Resolved { year, month, day }),
        (None, Some(month), day) => {
            // 直到年底，P才辞职, in November: the year's end that is near.
            let ahead_of = |p: Date| (0..=2).contains(&(month - p.month()));
            let near = expr.loose && published.is_some_and(ahead_of);
            bare_month(month, day, published, before, ahead || near)
        }
        (None, None, Some(day)) => bare_day(day, published, before, ahead),
        (None, None, None) => None,
    }
}

fn days(n: i16) -> Days {
    i64::from(n).days()
}

fn checked(r: Resolved) -> Option<Resolved> {
    match (r.month, r.day) {
        (Some(m), Some(d)) => Date::new(r.year, m, d).ok().map(|_| r),
        (Some(m), None) => (1..=12).contains(&m).then_some(r),
        _ => Some(r),
    }
}

fn resolve_same(expr: &DateExpr, same: Same, before: Resolved) -> Option<Resolved> {
    match same {
        Same::Year => checked(Resolved {
            year: before.year,
            month: expr.month,
            day: expr.day,
        }),
        Same::NextYear => checked(Resolved {
            year: before.year.checked_add(1)?,
            month: expr.month,
            day: expr.day,
        }),
        Same::Month => checked(Resolved {
            day: expr.day,
            ..before
        }),
        Same::Day => Some(before),
        Same::NextDay => before.date()?.tomorrow().ok().map(Resolved::day_of),
    }
}

fn resolve_week(expr: &DateExpr, published: Date) -> Option<Resolved> {
    let Some(weekday) = expr.weekday else {
        let monday = start_of_week(published)?
            .checked_add(days(expr.rel_week? * 7))
            .ok()?;
        return Some(Resolved::month_of(monday));
    };
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    if let Some(weeks) = expr.rel_week {
        let offset = i16::from(weekday.to_monday_zero_offset());
        return start_of_week(published)?
            .checked_add(days(weeks * 7 + offset))
            .ok()
            .map(Resolved::day_of);
    }
    let back = published.weekday().since(weekday);
    published
        .checked_sub(days(i16::from(back)))
        .ok()
        .map(Resolved::day_of)
}

fn start_of_week(date: Date) -> Option<Date> {
    date.checked_sub(days(i16::from(date.weekday().to_monday_zero_offset())))
        .ok()
}

/// A day without a year that is at most so many days ahead of the publication is that one, not last year's.
const SOON_DAYS: i16 = 45;

/// A month without a year: the year of the passage, else the latest such month that is past or near
/// (the next one, if the text speaks of the future).
fn bare_month(
    month: i8,
    day: Option<i8>,
    published: Option<Date>,
    before: Option<Resolved>,
    ahead: bool,
) -> Option<Resolved> {
    let not_past = |r: &Resolved| published.is_some_and(|p| *r > Resolved::day_of(p));
    if let Some(found) = before
        .and_then(|b| {
            checked(Resolved {
                year: b.year,
                month: Some(month),
                day,
            })
        })
        .filter(|r| ahead || !not_past(r))
    {
        return Some(found);
    }
    let published = published?;
    let this = Date::new(published.year(), month, day.unwrap_or(1)).ok()?;
    let soon = published.checked_add(days(SOON_DAYS)).ok()?;
    let far = this > if day.is_some() { soon } else { published };
    let year = match (far, ahead) {
        (true, false) => published.year() - 1,
        (false, true) if this < published.first_of_month() => published.year() + 1,
        _ => published.year(),
    };
    checked(Resolved {
        year,
        month: Some(month),
        day,
    })
}

fn bare_day(
    day: i8,
    published: Option<Date>,
    before: Option<Resolved>,
    ahead: bool,
) -> Option<Resolved> {
    if let Some(Resolved {
        year,
        month: Some(month),
        ..
    }) = before
    {
        return checked(Resolved {
            year,
            month: Some(month),
            day: Some(day),
        });
    }
    let published = published?;
    if day > published.day() && !ahead {
        let last = published.first_of_month().yesterday().ok()?;
        return checked(Resolved {
            day: Some(day),
            ..Resolved::month_of(last)
        });
    }
    checked(Resolved {
        day: Some(day),
        ..Resolved::month_of(published)
    })
}
