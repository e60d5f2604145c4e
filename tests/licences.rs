//! The libraries this is built from: `docs/licences.md` names all of them, and each may be used as `deny.toml`
//! says. `JIXIAO_WRITE_DOCS=1` writes the page anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

use super::cli::desk::repository;

const PAGE: &str = "docs/licences.md";
const HEAD: &str = "\
# Licences of what this is built from

Written by `JIXIAO_WRITE_DOCS=1 cargo test licences` from `Cargo.lock` and the packages themselves; a test holds it current. *Script*: a build
script runs when it is built; *macro*: it runs inside the compiler. `deny.toml` says which licences may be used.

| library | version | licence | runs when built |
| --- | --- | --- | --- |
";
const PAGE_HEAD: &str = "
The page of the workbench, from `package-lock.json`. *Bundled* is in the program; the others only build it.

| package | version | licence | part |
| --- | --- | --- | --- |
";

/// Name and version → licence, and what runs when it is built.
type Rows = BTreeMap<(String, String), (String, String)>;

/// The packages of the lock file that come from a registry.
fn locked() -> BTreeSet<(String, String)> {
    let lock = fs::read_to_string(repository().join("Cargo.lock")).unwrap();
    let packages = lock.split("[[package]]").skip(1);
    let of = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key))?;
        Some(line.trim_matches([' ', '=', '"']).to_owned())
    };
    packages
        .filter(|package| package.contains("\nsource = "))
        .map(|package| {
            let name = of(package, "name").expect("a name");
            (name, of(package, "version").expect("a version"))
        })
        .collect()
}

/// What the packages say of themselves: those this machine has, which `every` asks for all.
fn described(every: bool) -> Rows {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--format-version", "1", "--locked"]);
    if !every {
        // Packages of other systems need not be here.
        let host = Command::new("rustc").arg("-vV").output().unwrap().stdout;
        let host = String::from_utf8(host).unwrap();
        let host = host.lines().find_map(|line| line.strip_prefix("host: "));
        command.args(["--offline", "--filter-platform", host.expect("a host")]);
    }
    let run = command.current_dir(repository()).output().unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let metadata: Value = serde_json::from_slice(&run.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .filter(|package| !package["source"].is_null())
        .map(|package| {
            let text = |key: &str| package[key].as_str().unwrap_or("none").to_owned();
            let kinds = package["targets"].to_string();
            let runs = [("custom-build", "script"), ("proc-macro", "macro")];
            let runs = runs.into_iter().filter(|(kind, _)| kinds.contains(kind));
            let runs: Vec<&str> = runs.map(|(_, said)| said).collect();
            (
                (text("name"), text("version")),
                (text("license"), runs.join(", ")),
            )
        })
        .collect()
}

fn rows(rows: &Rows) -> String {
    let rows = rows.iter();
    let rows = rows.map(|((name, version), (licence, more))| {
        let row = format!("| {name} | {version} | {licence} | {more} |\n");
        row.replace("  ", " ")
    });
    rows.collect()
}

/// The packages of the page of the workbench; those for other systems differ in nothing but the name.
fn bundled() -> Rows {
    let lock = repository().join("src/web/page/app/package-lock.json");
    let lock: Value = serde_json::from_slice(&fs::read(lock).unwrap()).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter();
    packages
        .filter_map(|(path, package)| {
            let name = path.strip_prefix("node_modules/")?.to_owned();
            let text = |key: &str| package[key].as_str().unwrap_or("none").to_owned();
            let part = if package["dev"] == true {
                "builds"
            } else {
                "bundled"
            };
            Some(((name, text("version")), (text("license"), part.to_owned())))
        })
        .collect()
}

/// The rows of a page that was written.
fn read(page: &str) -> Rows {
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.split('|').map(str::trim).collect();
        let [name, version, licence, more, _] = cells[..] else {
            return None;
        };
        let known = !["library", "package", "---"].contains(&name);
        let row = (
            (name.to_owned(), version.to_owned()),
            (licence.to_owned(), more.to_owned()),
        );
        known.then_some(row)
    });
    rows.collect()
}

#[test]
fn every_library_is_listed_with_its_licence() {
    let file = repository().join(PAGE);
    if std::env::var_os("JIXIAO_WRITE_DOCS").is_some() {
        let (ours, pages) = (rows(&described(true)), rows(&bundled()));
        fs::write(&file, format!("{HEAD}{ours}{PAGE_HEAD}{pages}")).unwrap();
    }
    let page = fs::read_to_string(&file).unwrap();
    let (libraries, packages) = page.split_once(PAGE_HEAD).expect("two tables");
    let listed = read(libraries);
    let names: BTreeSet<_> = listed.keys().cloned().collect();
    assert_eq!(names, locked(), "{PAGE} is stale: JIXIAO_WRITE_DOCS=1");
    for (package, said) in described(false) {
        assert_eq!(listed[&package], said, "{PAGE} is stale: {package:?}");
    }
    assert_eq!(
        read(packages),
        bundled(),
        "{PAGE} is stale: JIXIAO_WRITE_DOCS=1"
    );
}

/// Whether a licence may be used: of `A OR B` one, of `A AND B` both.
fn may_be_used(licence: &str, allowed: &[&str]) -> bool {
    let parts = licence.split(" AND ");
    let mut parts = parts.map(|part| part.trim_matches(['(', ')', ' ']));
    parts.all(|part| {
        let mut ways = part.split(" OR ").flat_map(|way| way.split('/'));
        ways.any(|way| allowed.contains(&way.trim()))
    })
}

#[test]
fn every_licence_is_one_that_may_be_used() {
    let policy = fs::read_to_string(repository().join("deny.toml")).unwrap();
    let list = |from: &str| -> Vec<&str> {
        let (_, list) = policy.split_once(from).expect(from);
        let (list, _) = list.split_once(']').expect("the end of a list");
        list.split('"').skip(1).step_by(2).collect()
    };
    let allowed = list("allow = [\n");
    assert!(allowed.len() > 5);
    assert!(!may_be_used("GPL-3.0", &allowed));
    assert!(!may_be_used("MIT AND GPL-3.0", &allowed));
    assert!(may_be_used("(GPL-3.0 OR MIT) AND Zlib", &allowed));
    // As `exceptions` has it.
    let exceptions = [("smartstring", "MPL-2.0+")];
    let page = fs::read_to_string(repository().join(PAGE)).unwrap();
    let refused: Vec<String> = read(&page)
        .into_iter()
        .filter(|((name, _), (licence, _))| {
            !may_be_used(licence, &allowed)
                && !exceptions.contains(&(name.as_str(), licence.as_str()))
        })
        .map(|((name, _), (licence, _))| format!("{name}: {licence}"))
        .collect();
    assert_eq!(refused, Vec::<String>::new());
}
