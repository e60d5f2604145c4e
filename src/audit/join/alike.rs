//! Names that are alike: measured by the two-character pieces they have in common.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::{How, Joined, Open, Side, name};
use crate::audit::profile::Profile;
use crate::audit::text;
use crate::number::Fraction;

/// Names are not measured where that takes more than so many steps for each of them: no real form does.
const MOST_STEPS: usize = 1_000;

/// Rounds of choosing; what is not settled by then stays open.
const MOST_ROUNDS: usize = 16;

/// A name made ready.
struct Name<'n> {
    index: usize,
    pieces: Vec<[char; 2]>,
    /// The name in its normal form.
    normal: &'n str,
    /// What tells it apart; looked for only in names that are alike.
    marks: OnceCell<(Vec<usize>, Vec<String>)>,
}

impl Name<'_> {
    fn marks(&self, profile: &Profile) -> &(Vec<usize>, Vec<String>) {
        self.marks.get_or_init(|| name::marks(profile, self.normal))
    }
}

/// Two names that are alike; places in the lists of names.
struct Edge {
    left: usize,
    right: usize,
    common: usize,
    pieces: usize,
}

impl Edge {
    fn share(&self) -> Fraction {
        let of = |count: usize| Fraction::from(i64::try_from(count).unwrap_or(i64::MAX));
        of(2 * self.common)
            .over(of(self.pieces))
            .unwrap_or(Fraction::ZERO)
    }
}

pub(super) fn join(profile: &Profile, left: &Side, right: &Side, joined: &mut Joined) {
    let lists = [ready(left), ready(right)];
    let mut by_piece: HashMap<[char; 2], Vec<usize>> = HashMap::new();
    for (place, name) in lists[1].iter().enumerate() {
        for piece in &name.pieces {
            by_piece.entry(*piece).or_default().push(place);
        }
    }
    let pieces = lists[0].iter().flat_map(|name| &name.pieces);
    let steps: usize = pieces
        .filter_map(|piece| by_piece.get(piece))
        .map(Vec::len)
        .sum();
    joined.measured = steps <= MOST_STEPS * (lists[0].len() + lists[1].len());
    let mut edges = Vec::new();
    let mut near: Vec<Option<(Fraction, usize)>> = vec![None; lists[0].len()];
    for (place, one) in lists[0].iter().enumerate().filter(|_| joined.measured) {
        let mut common: HashMap<usize, usize> = HashMap::new();
        for other in one
            .pieces
            .iter()
            .filter_map(|piece| by_piece.get(piece))
            .flatten()
        {
            *common.entry(*other).or_default() += 1;
        }
        for (right_place, common) in common {
            let other = &lists[1][right_place];
            let edge = Edge {
                left: place,
                right: right_place,
                common,
                pieces: one.pieces.len() + other.pieces.len(),
            };
            let fewer = one.pieces.len().min(other.pieces.len());
            let enough = common >= profile.shared_pieces;
            let alike = enough && edge.share() >= profile.alike.0;
            // Half of the shorter name, or all of it: too little to be taken, too much to be passed over.
            let is_near = alike || common == fewer || (enough && 2 * common >= fewer);
            let same_unit = left.items[one.index].unit == right.items[other.index].unit;
            if alike && same_unit && one.marks(profile) == other.marks(profile) {
                edges.push(edge);
            } else if is_near {
                // The nearest one; of several as near, the first.
                let best = near[place].is_none_or(|(share, best)| {
                    edge.share() > share || (edge.share() == share && right_place < best)
                });
                if best {
                    near[place] = Some((edge.share(), right_place));
                }
            }
        }
    }
    edges.sort_unstable_by_key(|edge| (edge.left, edge.right));
    let taken = choose(profile, &lists, edges, joined);
    let lefts = lists[0]
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken[0][*place]);
    joined.left = lefts
        .map(|(place, name)| {
            (
                name.index,
                near[place].map(|(_, right)| lists[1][right].index),
            )
        })
        .collect();
    let rights = lists[1]
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken[1][*place]);
    joined.right = rights.map(|(_, name)| name.index).collect();
}

fn ready<'n>(side: &'n Side) -> Vec<Name<'n>> {
    let names = side.names.iter().map(|(index, normal)| Name {
        index: *index,
        pieces: text::pieces(normal),
        normal,
        marks: OnceCell::new(),
    });
    names.collect()
}

/// Takes, round by round, pairs of which each is clearly the best of the other. Returns which names
/// are taken or stay open.
fn choose(
    profile: &Profile,
    lists: &[Vec<Name<'_>>; 2],
    mut edges: Vec<Edge>,
    joined: &mut Joined,
) -> [Vec<bool>; 2] {
    let mut taken = [0, 1].map(|which| vec![false; lists[which].len()]);
    for _ in 0..MOST_ROUNDS {
        let candidates = candidates(profile, lists, &edges);
        let clear = |edge: &&Edge| {
            let alone =
                |which: usize, place: usize, other: usize| candidates[which][place] == [other];
            alone(0, edge.left, edge.right) && alone(1, edge.right, edge.left)
        };
        let before = edges.len();
        for edge in edges.iter().filter(clear) {
            let (left, right) = (lists[0][edge.left].index, lists[1][edge.right].index);
            let (common, pieces) = (edge.common, edge.pieces);
            joined
                .pairs
                .push((left, right, How::Alike { common, pieces }));
            taken[0][edge.left] = true;
            taken[1][edge.right] = true;
        }
        edges.retain(|edge| !taken[0][edge.left] && !taken[1][edge.right]);
        if edges.len() == before {
            break;
        }
    }
    for (place, rights) in candidates(profile, lists, &edges)[0].iter().enumerate() {
        if rights.is_empty() {
            continue;
        }
        taken[0][place] = true;
        rights.iter().for_each(|right| taken[1][*right] = true);
        joined.open.push(Open {
            left: vec![lists[0][place].index],
            right: rights.iter().map(|right| lists[1][*right].index).collect(),
        });
    }
    taken
}

/// For every name of both lists those of the other that are not clearly worse than the best.
fn candidates(
    profile: &Profile,
    lists: &[Vec<Name<'_>>; 2],
    edges: &[Edge],
) -> [Vec<Vec<usize>>; 2] {
    let ends = |edge: &Edge| [edge.left, edge.right];
    let mut best = [0, 1].map(|which| vec![Fraction::ZERO; lists[which].len()]);
    for edge in edges {
        for (best, place) in best.iter_mut().zip(ends(edge)) {
            best[place] = best[place].max(edge.share());
        }
    }
    let mut candidates = [0, 1].map(|which| vec![Vec::new(); lists[which].len()]);
    for edge in edges {
        for which in [0, 1] {
            let place = ends(edge)[which];
            let behind = best[which][place].minus(edge.share());
            if behind.is_ok_and(|behind| behind < profile.ahead.0) {
                candidates[which][place].push(ends(edge)[1 - which]);
            }
        }
    }
    candidates
}
