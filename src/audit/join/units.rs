//! Names of units: which of a run are one unit under a full and a shortened name.

use std::collections::{BTreeSet, HashMap};

use crate::audit::profile::Profile;
use crate::audit::text::plain;

/// Longer names of one unit, beyond which a shortened name says too little.
const MOST_NAMES: usize = 8;

/// 单位: every name of a run with the longest name of the same unit. Sheets and tables of two units are
/// never compared with one another.
///
/// ```
/// use jixiao::audit::{Profile, Units};
/// let names = ["武汉市某中心", "市某中心", "某局"];
/// let units = Units::new(&Profile::shipped(), names.into_iter());
/// assert_eq!(units.key("市某中心"), units.key("武汉市某中心"));
/// assert_ne!(units.key("某局"), units.key("武汉市某中心"));
/// ```
#[derive(Debug, Default)]
pub struct Units(HashMap<String, String>);

impl Units {
    /// Sorts the names of a run. A shortened name belongs to a longer one if what it leaves out is a
    /// region (武汉市) and no other unit of the run has a name that ends with it.
    pub fn new<'n>(profile: &Profile, names: impl Iterator<Item = &'n str>) -> Units {
        let plain: BTreeSet<String> = names.map(plain).filter(|name| !name.is_empty()).collect();
        // Backwards, names that end alike stand together, the shortest first.
        let cores = plain.iter().map(|name| backwards(&core(profile, name)));
        let cores: Vec<String> = cores.collect::<BTreeSet<String>>().into_iter().collect();
        let mut longest: HashMap<&str, &str> = HashMap::new();
        for (place, core) in cores.iter().enumerate().rev() {
            let longer = cores[place + 1..].iter().take(MOST_NAMES + 1);
            let longer: Vec<&String> = longer
                .take_while(|one| one.starts_with(core.as_str()))
                .collect();
            let mut units = longer.iter().map(|one| longest[one.as_str()]);
            let unit = units
                .next()
                .filter(|unit| units.all(|other| other == *unit));
            let regions = longer
                .iter()
                .all(|one| leaves_out_region(profile, core, one));
            let clear = regions && longer.len() <= MOST_NAMES;
            longest.insert(core, unit.filter(|_| clear).unwrap_or(core));
        }
        let units = plain.into_iter().map(|name| {
            let unit = longest[backwards(&core(profile, &name)).as_str()].to_owned();
            (name, unit)
        });
        Units(units.collect())
    }

    /// What a unit is known by; `None` where there is no name.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.0.get(&plain(name)).map(String::as_str)
    }
}

/// Without remarks that do not belong to the name: (本级), (盖章).
fn core(profile: &Profile, name: &str) -> String {
    let mut core = name.to_owned();
    for note in &profile.words.unit_notes {
        core = core.replace(&format!("({note})"), "");
        if let Some(rest) = core.strip_suffix(note.as_str()) {
            core = rest.to_owned();
        }
    }
    match core.is_empty() {
        true => name.to_owned(),
        false => core,
    }
}

/// Whether the longer name has nothing but a region in front: 武汉市 + 某中心, 武汉 + 市某中心. Both backwards.
fn leaves_out_region(profile: &Profile, short: &str, long: &str) -> bool {
    let regions = &profile.words.regions;
    let left_out = long[short.len()..].chars().next();
    let begins = short.chars().next_back();
    [left_out, begins]
        .into_iter()
        .flatten()
        .any(|c| regions.iter().any(|region| region.starts_with(c)))
}

fn backwards(name: &str) -> String {
    name.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(names: &[&str], a: &str, b: &str) -> bool {
        let units = Units::new(&Profile::shipped(), names.iter().copied());
        units.key(a) == units.key(b)
    }

    #[test]
    fn a_shortened_name_belongs_to_the_only_unit_it_can_be() {
        let names = ["武汉市某中心", "市某中心", "某中心（本级）"];
        assert!(same(&names, "武汉市某中心", "市某中心"));
        assert!(same(&names, "武汉市某中心", "某中心（本级）"));
        let names = ["武汉市甲区某中心", "甲区某中心", "某中心"];
        assert!(same(&names, "武汉市甲区某中心", "某中心"));
        let names = ["武汉市甲区某中心", "武汉市乙区某中心", "某中心"];
        assert!(!same(&names, "武汉市甲区某中心", "某中心"));
        assert!(!same(&names, "武汉市甲区某中心", "武汉市乙区某中心"));
        let names = ["园区管理办公室某中心", "某中心"];
        assert!(!same(&names, names[0], names[1]));
    }
}
