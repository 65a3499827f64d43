//! Chance that can be repeated: the same seed and place give the same number, in whichever order one asks.

/// A number for a place, spread evenly (SplitMix64).
pub fn at(seed: u64, place: u64) -> u64 {
    let mut z = seed
        .wrapping_mul(0xd6e8_feb8_6659_fd93)
        .wrapping_add(place)
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The same below a limit.
pub fn below(seed: u64, place: u64, limit: u64) -> u64 {
    at(seed, place) % limit.max(1)
}

/// One of some things.
pub fn pick<T: Copy>(seed: u64, place: u64, all: &[T]) -> T {
    let place = below(seed, place, all.len() as u64);
    all[usize::try_from(place).unwrap_or(0)]
}

/// A row of numbers, each following from the one before.
#[derive(Clone, Debug)]
pub struct Dice {
    seed: u64,
    thrown: u64,
}

impl Dice {
    /// Dice that fall as this seed says.
    pub fn new(seed: u64) -> Self {
        Self { seed, thrown: 0 }
    }

    /// The next number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.thrown += 1;
        below(self.seed, self.thrown, limit)
    }
}
