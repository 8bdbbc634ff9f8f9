//! Page → the day of its publication: from `<meta>`, marked elements and scripts, else from a line above the text.

use dom_query::Document;
use jiff::civil::Date;

use super::super::day;
use super::place;

/// Characters of a line that is there for the date.
const SHORT: usize = 60;

/// Lines above the text that may have the date.
const LINES: usize = 12;

/// Bytes of a script between what names the date and the date.
const NEAR: usize = 64;

/// The date that a page tells to machines.
pub fn find(document: &Document, source: &str) -> Option<Date> {
    in_meta(document)
        .or_else(|| in_element(document))
        .or_else(|| in_script(source))
}

fn in_meta(document: &Document) -> Option<Date> {
    let metas = document.select("meta[content]");
    let named = |node: &dom_query::NodeRef, name: &str| {
        ["property", "name", "itemprop"].iter().any(|key| {
            let value = node.attr(key);
            value.is_some_and(|value| value.trim().eq_ignore_ascii_case(name))
        })
    };
    place::all("meta").find_map(|name| {
        let mut nodes = metas.nodes().iter().filter(|node| named(node, name));
        nodes.find_map(|node| day::loosely(&node.attr("content")?))
    })
}

fn in_element(document: &Document) -> Option<Date> {
    place::all("date").find_map(|selector| {
        let found = document.try_select(selector)?;
        let node = found.nodes().first()?;
        let marked = node.attr("datetime").or_else(|| node.attr("content"));
        marked
            .and_then(|value| day::loosely(&value))
            .or_else(|| day::loosely(&node.text()))
    })
}

fn in_script(source: &str) -> Option<Date> {
    place::all("script").find_map(|key| {
        let mut places = source.match_indices(key);
        places.find_map(|(at, _)| value(&source[at + key.len()..]))
    })
}

/// The date at the beginning of a script, after what assigns it.
fn value(script: &str) -> Option<Date> {
    let end = script
        .char_indices()
        .nth(NEAR)
        .map_or(script.len(), |(at, _)| at);
    let assigned = script[..end].trim_start();
    let assigned = assigned.strip_prefix([':', '=']).unwrap_or(assigned);
    let quoted = assigned.split(['"', '\'']).nth(1);
    let bare = assigned
        .trim_start()
        .split([',', ';', '}', ' ', '\n'])
        .next();
    quoted
        .and_then(day::loosely)
        .or_else(|| bare.and_then(day::loosely))
}

/// The date in one of the lines of a page that stand above its text.
pub fn before(page: &str, text: &str) -> Option<Date> {
    let first = text.lines().next()?;
    let above = &page[..page.find(first)?];
    let lines = above.lines().rev().filter(|line| !line.is_empty());
    let mut short = lines
        .take(LINES)
        .filter(|line| line.chars().count() <= SHORT);
    short.find_map(in_line)
}

/// The first full date in a line.
fn in_line(line: &str) -> Option<Date> {
    let starts = line.char_indices().filter(|(at, c)| {
        let goes_on = line[..*at].ends_with(|before: char| before.is_ascii_digit());
        matches!(c, '1' | '2') && !goes_on
    });
    let mut dates = starts.filter_map(|(at, _)| day::loosely(&line[at..]));
    dates.find(|day| (1990..2100).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn published(html: &str) -> Option<Date> {
        find(&Document::from(html), html)
    }

    #[test]
    fn every_way_to_tell_the_date_is_understood() {
        for html in [
            "<meta property='article:published_time' content='2023-01-25T08:00:00+08:00'>",
            "<meta name=\"PubDate\" content=\"2023-01-25 08:00\">",
            "<meta name=publishdate content=20230125>",
            "<p>2020-01-01<p><time datetime=2023-01-25>昨天</time>",
            "<em id=\"publish_time\" class=\"rich_media_meta\">2023-01-25 08:00</em>",
            "<script type='application/ld+json'>{\"@type\": [], \"datePublished\": \"2023-01-25T08:00\"}</script>",
            "<script>var oriHead = 1, ct;\nvar ct = \"1674604800\";</script>",
            "<script>window.ct = '1674604800' * 1;</script>",
            "<script>x = {create_time: JsDecode('2023-01-25 08:00'), a: 1}</script>",
            "<script>x = {\"publish_time\":1674604800,\"a\":2}</script>",
        ] {
            assert_eq!(published(html), Some(date(2023, 1, 25)), "{html}");
        }
        assert_eq!(
            published("<meta name=date content=heute><p>2023-01-25"),
            None
        );
    }

    #[test]
    fn the_line_above_the_text_that_is_nearest_tells_the_date() {
        let page = "栖木网 2024-06-01\n\n张三离职\n\n来源：栖木报 2023-01-25 08:00\n\n正文。";
        assert_eq!(before(page, "正文。"), Some(date(2023, 1, 25)));
        assert_eq!(before("正文。\n\n2023-01-25", "正文。"), None);
    }
}
