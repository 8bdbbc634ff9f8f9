//! Surfaces → a small table that tells at once of most other texts that they are none of them.

/// Bits of the table: some ten for each surface of the dictionary, so that it stays in the cache.
const BITS: u32 = 19;

/// A Bloom filter with one hash function (Bloom, "Space/time trade-offs in hash coding with allowable errors",
/// CACM 13, 1970): the first and last four bytes of a text and its length.
#[derive(Debug)]
pub struct Sketch {
    bits: Box<[u64]>,
}

impl Default for Sketch {
    fn default() -> Self {
        Self {
            bits: vec![0; 1 << (BITS - u64::BITS.trailing_zeros())].into(),
        }
    }
}

impl Sketch {
    /// Notes a text.
    pub fn insert(&mut self, text: &str) {
        let (word, bit) = place(text);
        self.bits[word] |= bit;
    }

    /// Whether the text may have been noted; `false` is certain.
    pub fn may_hold(&self, text: &str) -> bool {
        let (word, bit) = place(text);
        self.bits[word] & bit != 0
    }
}

/// The word of the table, and the bit in it.
fn place(text: &str) -> (usize, u64) {
    let bytes = text.as_bytes();
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        _ => {
            let few = bytes
                .iter()
                .fold(0, |all, byte| all << 8 | u32::from(*byte));
            (few, 0)
        }
    };
    let all = (u64::from(first) << 32 | u64::from(last)) ^ (bytes.len() as u64) << 27;
    // The upper bits of a product with a large odd number depend on all bits.
    let hash = all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS);
    let word = hash >> u64::BITS.trailing_zeros();
    (word as usize, 1 << (hash % u64::from(u64::BITS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_held_and_most_else_is_not() {
        let mut sketch = Sketch::default();
        let noted: Vec<String> = (0..1000).map(|n| format!("词{n}条")).collect();
        noted.iter().for_each(|text| sketch.insert(text));
        assert!(noted.iter().all(|text| sketch.may_hold(text)));
        let others = (0..1000).map(|n| format!("别{n}条"));
        assert!(others.filter(|text| sketch.may_hold(text)).count() < 50);
    }
}
