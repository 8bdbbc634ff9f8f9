//! Predicted and gold posts of one departure → how many are right, spurious and missed.

use super::gold::Post;
use super::same::Matcher;
use super::tally::Counts;
use crate::record::Field;

/// Matches the posts as two sets. Required posts count; optional ones are free.
pub fn compare(matcher: &Matcher, predicted: &[String], gold: &[Post]) -> Counts {
    let accepts = |post: &str, wordings: &[String]| matcher.any(Field::FormerRole, post, wordings);
    let required: Vec<_> = gold.iter().filter_map(required).collect();
    let mut used = vec![false; required.len()];
    let mut counts = Counts::default();
    for post in predicted {
        let hit = (0..required.len()).find(|&i| !used[i] && accepts(post, required[i]));
        if let Some(i) = hit {
            used[i] = true;
            counts.tp += 1;
            continue;
        }
        let optional = gold
            .iter()
            .filter_map(optional)
            .any(|w| w.is_empty() || accepts(post, w));
        let second_wording = required.iter().any(|wordings| accepts(post, wordings));
        counts.fp += usize::from(!optional && !second_wording);
    }
    counts.fn_ = used.iter().filter(|used| !**used).count();
    counts
}

/// The wordings of a post that must be found.
pub fn required(post: &Post) -> Option<&[String]> {
    match post {
        Post::Required(wordings) => Some(wordings),
        Post::Optional(_) => None,
    }
}

fn optional(post: &Post) -> Option<&[String]> {
    match post {
        Post::Required(_) => None,
        Post::Optional(optional) => Some(&optional.optional),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(predicted: &[&str], gold: &str) -> (usize, usize, usize) {
        let predicted: Vec<_> = predicted.iter().map(|post| (*post).to_owned()).collect();
        let gold: Vec<Post> = serde_json::from_str(gold).unwrap();
        let counts = compare(&Matcher::built_in(), &predicted, &gold);
        (counts.tp, counts.fp, counts.fn_)
    }

    #[test]
    fn each_required_post_is_found_once() {
        assert_eq!(
            counts(&["总裁", "董事"], r#"[["总裁"], ["董事", "执行董事"]]"#),
            (2, 0, 0)
        );
        assert_eq!(counts(&["总裁", "总裁"], r#"[["总裁"]]"#), (1, 0, 0));
        assert_eq!(counts(&["监事"], r#"[["总裁"]]"#), (0, 1, 1));
    }

    #[test]
    fn optional_posts_are_free_and_an_empty_list_frees_all() {
        assert_eq!(counts(&["监事"], r#"[{"optional": ["监事"]}]"#), (0, 0, 0));
        assert_eq!(counts(&["监事"], r#"[{"optional": ["院长"]}]"#), (0, 1, 0));
        assert_eq!(
            counts(&["监事"], r#"[{"optional": []}, ["总裁"]]"#),
            (0, 0, 1)
        );
    }
}
