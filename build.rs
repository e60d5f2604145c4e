//! Packs travel inside the binary; a file that appears under `rules/` has to be noticed. So does the
//! workbench's page, which is bundled here from `src/web/page/app`.
//!
//! Without Node.js everything else is built, and `jixiao serve` says what is missing; with
//! `JIXIAO_REQUIRE_PAGE=1` that ends the build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// The sources of the page.
const APP: &str = "src/web/page/app";
/// What is in there, beside what somebody who works on the page may have made.
const SOURCES: [&str; 7] = [
    "src",
    "build.mjs",
    "icon.svg",
    "index.html",
    "package-lock.json",
    "package.json",
    "tsconfig.json",
];
/// What the page consists of, with its types; two are sources, the others are made.
const FILES: [(&str, &str); 5] = [
    ("index.html", "text/html; charset=utf-8"),
    ("icon.svg", "image/svg+xml"),
    ("page.js", "text/javascript; charset=utf-8"),
    ("page.css", "text/css; charset=utf-8"),
    ("licences.txt", "text/plain; charset=utf-8"),
];
const REQUIRE: &str = "JIXIAO_REQUIRE_PAGE";

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={APP}/{source}");
    }
    println!("cargo:rerun-if-env-changed={REQUIRE}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let files = match page(&out.join("page")) {
        Ok(files) => files,
        Err(why) => {
            let why = why.lines().collect::<Vec<_>>().join(" · ");
            if env::var_os(REQUIRE).is_some_and(|value| value == "1") {
                println!("cargo::error=the page of the workbench cannot be built: {why}");
            }
            println!("cargo:warning=built without the page of `jixiao serve`: {why}");
            println!(
                "cargo:warning=with Node.js 20 or newer: cargo clean -p jixiao, then build again"
            );
            Vec::new()
        }
    };
    let rows = files
        .iter()
        .map(|(name, kind, path)| format!("    ({name:?}, {kind:?}, include_bytes!({path:?})),\n"));
    let rows: String = rows.collect();
    let table = format!("&[\n{rows}]\n");
    fs::write(out.join("page.rs"), table).expect("the table of the page is written");
}

/// Bundles the page in a copy, so that the sources stay as they are, and says where its files are.
fn page(work: &Path) -> Result<Vec<(&'static str, &'static str, PathBuf)>, String> {
    renew(work).map_err(|error| error.to_string())?;
    let packages = fs::read(work.join("package-lock.json")).map_err(|error| error.to_string())?;
    let installed = work.join("installed");
    if fs::read(&installed).ok().as_ref() != Some(&packages) {
        npm(work, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
        fs::write(&installed, &packages).map_err(|error| error.to_string())?;
    }
    npm(work, &["run", "--silent", "build"])?;
    let found = FILES.map(|(name, kind)| {
        let made = work.join("out").join(name);
        let source = work.join(name);
        (name, kind, if made.exists() { made } else { source })
    });
    match found.iter().find(|(_, _, path)| !path.exists()) {
        Some((name, ..)) => Err(format!("{name} was not made")),
        None => Ok(found.into()),
    }
}

fn npm(work: &Path, arguments: &[&str]) -> Result<(), String> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let done = Command::new(program)
        .args(arguments)
        .current_dir(work)
        .output();
    let done = done.map_err(|error| format!("{program}: {error}"))?;
    match done.status.success() {
        true => Ok(()),
        false => Err(format!(
            "npm {}: {}{}",
            arguments.join(" "),
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        )),
    }
}

/// The sources of the moment in the copy, and none that were taken away; packages stay.
fn renew(work: &Path) -> io::Result<()> {
    for made in ["src", "out"].map(|name| work.join(name)) {
        if made.exists() {
            fs::remove_dir_all(made)?;
        }
    }
    fs::create_dir_all(work)?;
    let mut sources = SOURCES.iter();
    sources.try_for_each(|source| copy(&Path::new(APP).join(source), &work.join(source)))
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return fs::copy(from, to).map(|_| ());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}
