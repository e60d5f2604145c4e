//! Which names of two lists mean the same thing, and how far that is sure.
//!
//! First names that are the same, then those that are the same in their normal form, then those
//! that are alike. Every name has one partner at most, whatever the order; where two would do,
//! neither is taken.

mod alike;
mod basis;
mod name;
mod units;

use std::collections::BTreeMap;

pub(super) use basis::Basis;
pub(super) use name::normal;
pub use units::Units;

use super::profile::Profile;
use super::text::plain;
use crate::value::{Value, Written};

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Indicator,
    Project,
}

/// One name of a list with what else tells it from others of that name.
#[derive(Debug, Clone, Default)]
pub(super) struct Item<'n> {
    /// The name as printed.
    pub name: &'n str,
    /// The label above it.
    pub level: &'n str,
    /// What its target counts; empty where that is not said.
    pub unit: &'n str,
    /// Its target as printed.
    pub target: &'n str,
}

/// How two names were found to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// The same name, only once on either side.
    Same,
    /// The same name several times, told apart by what stands beside it.
    ToldApart,
    /// The same in their normal form.
    Normal,
    /// Alike: `common` two-character pieces in both, out of `pieces` of the two together.
    Alike { common: usize, pieces: usize },
}

/// Names that may be partners, none of which was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open {
    /// Indices of the first list.
    pub left: Vec<usize>,
    /// Indices of the second.
    pub right: Vec<usize>,
}

/// The result of a join. Indices are those of the lists.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// Partners, in the order of the first list.
    pub pairs: Vec<(usize, usize, How)>,
    /// What stays open.
    pub open: Vec<Open>,
    /// Of the first list: without partner, and the one of the second that comes nearest although
    /// something tells it apart.
    pub left: Vec<(usize, Option<usize>)>,
    /// Of the second list: without partner.
    pub right: Vec<usize>,
    /// Whether likeness was measured; of lists without measure it is not.
    pub measured: bool,
}

impl<'n> Item<'n> {
    /// A name with its target.
    pub fn new(name: &'n str, level: &'n str, target: &'n Written) -> Item<'n> {
        let unit = match &target.value {
            Value::Quantity(amount) if amount.scale.exponent() < 0 => "%",
            Value::Quantity(amount) => &amount.unit,
            _ => "",
        };
        Item {
            unit,
            target: &target.text,
            ..Item::named(name, level)
        }
    }

    /// A name without one.
    pub fn named(name: &'n str, level: &'n str) -> Item<'n> {
        Item {
            name,
            level: level.trim_end_matches("指标"),
            ..Item::default()
        }
    }
}

/// Joins two lists of names.
pub(super) fn join(profile: &Profile, kind: Kind, left: &[Item], right: &[Item]) -> Joined {
    let mut sides = [
        Side::new(left, |one| plain(one.name)),
        Side::new(right, |one| plain(one.name)),
    ];
    let mut joined = Joined::default();
    same_names(&mut sides, How::Same, &mut joined);
    // The longer way is only gone where something is left on both sides.
    if sides.iter().all(|side| !side.names.is_empty()) {
        for side in &mut sides {
            for (index, name) in &mut side.names {
                *name = normal(profile, kind, side.items[*index].name);
            }
        }
        same_names(&mut sides, How::Normal, &mut joined);
    }
    let [left, right] = &sides;
    alike::join(profile, left, right, &mut joined);
    joined.pairs.sort_unstable_by_key(|(left, ..)| *left);
    joined
        .open
        .sort_unstable_by_key(|open| open.left.first().copied());
    joined
}

/// One list: what has no partner yet, by index, with the name as it is looked at.
struct Side<'i, 'n> {
    items: &'i [Item<'n>],
    names: Vec<(usize, String)>,
}

impl<'i, 'n> Side<'i, 'n> {
    fn new(items: &'i [Item<'n>], name: impl Fn(&Item) -> String) -> Side<'i, 'n> {
        let names = items.iter().map(name).enumerate();
        let names = names.filter(|(_, name)| !name.is_empty()).collect();
        Side { items, names }
    }
}

/// Takes names that are the same on both sides.
fn same_names(sides: &mut [Side; 2], how: How, joined: &mut Joined) {
    let mut groups: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
    for (which, side) in sides.iter().enumerate() {
        for (index, name) in &side.names {
            groups.entry(name).or_default()[which].push(*index);
        }
    }
    let mut gone: [Vec<bool>; 2] = [0, 1].map(|which| vec![false; sides[which].items.len()]);
    for group in groups.into_values() {
        let before = joined.pairs.len();
        let rest = match (&group[0][..], &group[1][..]) {
            ([], _) | (_, []) => continue,
            ([left], [right]) => {
                joined.pairs.push((*left, *right, how));
                [Vec::new(), Vec::new()]
            }
            _ => told_apart(&[sides[0].items, sides[1].items], group, joined),
        };
        for (left, right, _) in &joined.pairs[before..] {
            gone[0][*left] = true;
            gone[1][*right] = true;
        }
        if rest.iter().all(|side| !side.is_empty()) {
            for (which, side) in rest.iter().enumerate() {
                side.iter().for_each(|index| gone[which][*index] = true);
            }
            let [left, right] = rest;
            joined.open.push(Open { left, right });
        }
    }
    for (side, gone) in sides.iter_mut().zip(gone) {
        side.names.retain(|(index, _)| !gone[*index]);
    }
}

/// Pairs of one name that agree in level, unit or target, and in that with no other. Returns the rest.
fn told_apart(
    items: &[&[Item]; 2],
    group: [Vec<usize>; 2],
    joined: &mut Joined,
) -> [Vec<usize>; 2] {
    let tellers: [fn(&Item) -> String; 3] = [
        |one| one.level.to_owned(),
        |one| one.unit.to_owned(),
        |one| plain(one.target),
    ];
    let mut rest = group;
    for teller in tellers {
        let mut told: BTreeMap<String, [Vec<usize>; 2]> = BTreeMap::new();
        for which in [0, 1] {
            for index in &rest[which] {
                told.entry(teller(&items[which][*index])).or_default()[which].push(*index);
            }
        }
        for (said, [left, right]) in told {
            if let ([left], [right], false) = (&left[..], &right[..], said.is_empty()) {
                joined.pairs.push((*left, *right, How::ToldApart));
                rest[0].retain(|one| one != left);
                rest[1].retain(|one| one != right);
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items<'n>(rows: &[(&'n str, &'n str)]) -> Vec<Item<'n>> {
        let item = |(name, unit): &(&'n str, &'n str)| Item {
            name,
            unit,
            ..Item::default()
        };
        rows.iter().map(item).collect()
    }

    fn joined(left: &[(&str, &str)], right: &[(&str, &str)]) -> Joined {
        join(
            &Profile::shipped(),
            Kind::Indicator,
            &items(left),
            &items(right),
        )
    }

    #[test]
    fn alike_is_measured() {
        let joined = joined(&[("企业服务培训人数", "人")], &[("企业服务人数", "人")]);
        let (common, pieces) = (3, 10);
        assert_eq!(joined.pairs, [(0, 0, How::Alike { common, pieces })]);
    }

    #[test]
    fn what_tells_apart_is_only_near() {
        for (a, b) in [
            (("省级平台培育数量", "家"), ("市级平台培育数量", "家")),
            (("新增服务企业用户", "家"), ("累计服务企业用户", "家")),
            (("线上业务培训活动", "场"), ("线下业务培训活动", "场")),
            (("中小企业培训人次", "人次"), ("中小企业培训场次", "场")),
            (("企业服务满意度", "%"), ("群众服务满意度", "%")),
            (("上半年巡检任务完成", "次"), ("下半年巡检任务完成", "次")),
            (("第1期人才培训合格", "人"), ("第2期人才培训合格", "人")),
            (("工业设计服务对接", "家"), ("工业设计服务的对接会", "场")),
        ] {
            let joined = joined(&[a], &[b]);
            assert_eq!(joined.pairs, [], "{a:?} {b:?}");
            assert_eq!(joined.left, [(0, Some(0))], "{a:?} {b:?}");
        }
    }

    #[test]
    fn two_that_would_do_are_shown_and_not_taken() {
        let joined = joined(
            &[("技术服务对接活动", "场")],
            &[("技术服务对接活动甲", "场"), ("技术服务对接活动乙", "场")],
        );
        assert_eq!(joined.pairs, []);
        let (left, right) = (vec![0], vec![0, 1]);
        assert_eq!(joined.open, [Open { left, right }]);
        assert!(joined.left.is_empty() && joined.right.is_empty());
    }

    #[test]
    fn rows_of_one_name_are_told_apart_by_what_stands_beside_it() {
        let rows = [("品牌服务", "项"), ("品牌服务", "家次")];
        let backwards = [rows[1], rows[0]];
        let joined = joined(&rows, &backwards);
        assert_eq!(
            joined.pairs,
            [(0, 1, How::ToldApart), (1, 0, How::ToldApart)]
        );
        let joined = super::tests::joined(&[rows[0], rows[0]], &[rows[0]]);
        assert_eq!((joined.pairs.len(), joined.open.len()), (0, 1));
    }

    #[test]
    fn the_order_of_the_lists_changes_nothing() {
        let left = [
            ("平台维护", "次"),
            ("平台运营维护率", "%"),
            ("用户数", ""),
            ("课题攻关研究", "个"),
        ];
        let right = [
            ("平台的维护率", "%"),
            ("用户", ""),
            ("课题攻关和研究", "个"),
            ("课题攻关", "个"),
        ];
        let named = |joined: &Joined, left: &[(&str, &str)], right: &[(&str, &str)]| {
            let pairs = joined.pairs.iter();
            let mut pairs: Vec<String> = pairs
                .map(|(a, b, how)| format!("{} {} {how:?}", left[*a].0, right[*b].0))
                .collect();
            pairs.sort();
            (
                pairs,
                joined.open.len(),
                joined.left.len(),
                joined.right.len(),
            )
        };
        let expected = named(&joined(&left, &right), &left, &right);
        for turn in 0..4 {
            let (mut a, mut b) = (left, right);
            a.rotate_left(turn);
            b.reverse();
            b.rotate_left(turn);
            assert_eq!(named(&joined(&a, &b), &a, &b), expected);
        }
    }

    #[test]
    fn lists_of_thousands_of_names_alike_are_not_measured() {
        let names: Vec<String> = (0..4_000)
            .map(|n| format!("企业服务活动甲{}", char::from_u32(0x4e00 + n).unwrap()))
            .collect();
        let rows: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
        let (left, right) = rows.split_at(2_000);
        let joined = joined(left, right);
        assert!(!joined.measured && joined.pairs.is_empty());
    }

    #[test]
    fn the_nearest_is_shown_and_of_several_as_near_the_first() {
        let near = ("累计服务企业用户", "家");
        let right = [("服务企业", "场"), near, near, near];
        for _ in 0..20 {
            let joined = joined(&[("新增服务企业用户", "家")], &right);
            assert_eq!(joined.left, [(0, Some(1))]);
        }
    }
}
