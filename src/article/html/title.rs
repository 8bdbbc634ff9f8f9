//! Page → its title, without the name of the site where a shorter one confirms it.

use dom_query::Document;

use super::place;

/// Between a title and the name of its site.
const SEPARATORS: [char; 9] = ['_', '-', '|', '–', '—', '｜', '丨', '·', '«'];

/// A title of so many characters is none of a site.
const LONG: usize = 8;

/// The title of a page.
pub fn find(document: &Document) -> Option<String> {
    let titles: Vec<String> = place::all("title")
        .filter_map(|selector| {
            let node = document.try_select(selector)?;
            let title = node
                .attr("content")
                .unwrap_or_else(|| node.nodes()[0].text());
            let words: Vec<&str> = title.split_whitespace().collect();
            Some(words.join(" ")).filter(|title| !title.is_empty())
        })
        .collect();
    let first = titles.first()?;
    let confirmed = titles.iter().find(|shorter| is_title_of(first, shorter));
    Some(confirmed.unwrap_or(first).clone())
}

/// Whether `shorter` is all of a title but the name of the site.
fn is_title_of(title: &str, shorter: &str) -> bool {
    let Some(rest) = title.strip_prefix(shorter) else {
        return false;
    };
    let site = rest.trim_start();
    let name = site.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c));
    let chars = |text: &str| text.chars().count();
    name.len() < site.len() && (chars(shorter) >= LONG || chars(shorter) >= chars(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(html: &str) -> Option<String> {
        find(&Document::from(html))
    }

    #[test]
    fn the_name_of_the_site_goes_where_the_heading_confirms_it() {
        let page = |title, h1| format!("<title>{title}</title><h1>{h1}</h1>");
        for title_of_page in [
            "卢森川离开栖木汽车_栖木财经",
            "卢森川离开栖木汽车 - 栖木财经",
            "卢森川离开栖木汽车\n | 栖木财经网|栖木",
        ] {
            assert_eq!(
                title(&page(title_of_page, " 卢森川离开栖木汽车 ")).as_deref(),
                Some("卢森川离开栖木汽车")
            );
        }
        assert_eq!(
            title(&page("人事快讯 - 白浦网", "人事快讯")).as_deref(),
            Some("人事快讯")
        );
        assert_eq!(
            title(&page("栖木 - 卢森川离开栖木汽车", "栖木")).as_deref(),
            Some("栖木 - 卢森川离开栖木汽车")
        );
    }

    #[test]
    fn the_title_that_is_meant_for_others_goes_before() {
        let html = "<title>栖木</title><meta property='og:title' content='甲 &amp; 乙'>";
        assert_eq!(title(html).as_deref(), Some("甲 & 乙"));
        assert_eq!(title("<p>甲"), None);
    }
}
