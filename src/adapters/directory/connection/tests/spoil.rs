//! Changes an answer at random.

/// SplitMix64.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) % sides.max(1) as u64) as usize
    }

    /// More often near the beginning, where a message says what it is.
    fn place(&mut self, length: usize) -> usize {
        let within = if self.roll(2) == 0 { length.min(24) } else { length };
        self.roll(within)
    }
}

/// The answer with something changed.
pub(super) fn spoiled(answer: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = answer.to_vec();
    let at = dice.place(bytes.len());
    let upto = at + dice.roll(bytes.len() - at + 1).min(40);
    match dice.roll(9) {
        0 | 1 => (0..=dice.roll(3)).for_each(|_| {
            let at = dice.place(answer.len());
            bytes[at] ^= 1 << dice.roll(8);
        }),
        2 => bytes[at] = [0, 1, 2, 4, 5, 0x0a, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xa3, 0xff][dice.roll(15)],
        3 => drop(bytes.drain(at..upto)),
        4 => bytes.truncate(at),
        5 => {
            let more = (0..=dice.roll(8)).map(|_| dice.roll(256) as u8).collect::<Vec<u8>>();
            drop(bytes.splice(at..at, more));
        }
        6 => drop(bytes.splice(at..at, answer[at..upto].to_vec())),
        7 => {
            let from = dice.place(other.len());
            let piece = other[from..(from + upto - at).min(other.len())].to_vec();
            let upto = (at + piece.len()).min(bytes.len());
            drop(bytes.splice(at..upto, piece));
        }
        // As deep as the message is large.
        _ => {
            let depth = 1 << dice.roll(17);
            let nested = (0..depth).flat_map(|left: u32| {
                let inside = (depth - left - 1) * 6;
                [&[0x30, 0x84], &inside.to_be_bytes()[..]].concat()
            });
            drop(bytes.splice(at..at, nested));
        }
    }
    if bytes == answer {
        bytes[at] ^= 1;
    }
    bytes
}
