//! Where the files of a pack come from: a folder, or the binary itself.

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

/// The packs that travel inside the binary.
static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// The most bytes of one file of a pack.
const MOST_BYTES: u64 = 1024 * 1024;

/// The files of one edition of a pack, sorted by path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFiles {
    /// The folder as messages show it: `rules/wuhan/2024`.
    pub folder: String,
    /// Path inside the folder and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether it came from elsewhere than its folder, so that it may build on shipped editions only.
    pub alone: bool,
}

impl PackFiles {
    /// Name of the file that describes the pack.
    pub const PACK: &str = "pack.yaml";

    /// Every shipped edition as (pack, edition), sorted.
    pub fn shipped() -> Vec<(String, String)> {
        let mut editions = Vec::new();
        for pack in SHIPPED.dirs() {
            for edition in pack.dirs() {
                if let (Some(pack), Some(edition)) = (pack.path().to_str(), name(edition.path())) {
                    editions.push((pack.to_owned(), edition));
                }
            }
        }
        editions.sort();
        editions
    }

    /// The files of a shipped edition.
    pub fn of_shipped(pack: &str, edition: &str) -> Option<PackFiles> {
        let path = format!("{pack}/{edition}");
        let folder = SHIPPED.get_dir(&path)?;
        let mut files = Vec::new();
        let cases = folder.get_dir(format!("{path}/cases"));
        for file in folder.files().chain(cases.into_iter().flat_map(Dir::files)) {
            let inside = file.path().strip_prefix(&path).ok()?.to_str()?;
            files.push((inside.replace('\\', "/"), file.contents().to_vec()));
        }
        Some(PackFiles::sorted(format!("rules/{path}"), files))
    }

    /// The files of a folder: `pack.yaml`, `*.rhai` beside it and `cases/*.yaml`.
    ///
    /// # Errors
    /// A file cannot be read or is larger than 1 MiB.
    pub fn of_folder(folder: &Path) -> io::Result<PackFiles> {
        let mut files = Vec::new();
        for (prefix, place) in [("", folder.to_path_buf()), ("cases/", folder.join("cases"))] {
            if !place.is_dir() {
                continue;
            }
            for entry in std::fs::read_dir(place)? {
                let path = entry?.path();
                let wanted = path
                    .extension()
                    .is_some_and(|ending| ending == "yaml" || ending == "rhai");
                let Some(name) = name(&path).filter(|_| wanted && path.is_file()) else {
                    continue;
                };
                if path.metadata()?.len() > MOST_BYTES {
                    let words = format!("{} > {MOST_BYTES} bytes", path.display());
                    return Err(io::Error::new(io::ErrorKind::FileTooLarge, words));
                }
                files.push((format!("{prefix}{name}"), std::fs::read(&path)?));
            }
        }
        Ok(PackFiles::sorted(folder.display().to_string(), files))
    }

    fn sorted(folder: String, mut files: Vec<(String, Vec<u8>)>) -> PackFiles {
        files.sort();
        PackFiles {
            folder,
            files,
            alone: false,
        }
    }

    /// A copy with files in place of those of the same path, or beside them; `None` where a path is none
    /// a pack has: `pack.yaml`, `*.rhai` beside it, `cases/*.yaml`.
    pub fn changed(&self, changes: &[(String, String)]) -> Option<PackFiles> {
        let mut files = self.files.clone();
        for (path, text) in changes {
            let (stem, ending) = path.rsplit_once('.')?;
            let stem = match ending {
                "rhai" => stem,
                "yaml" if path == Self::PACK => stem,
                "yaml" => stem.strip_prefix("cases/")?,
                _ => return None,
            };
            let odd = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
            if stem.is_empty() || stem.contains(odd) || text.len() as u64 > MOST_BYTES {
                return None;
            }
            files.retain(|(known, _)| known != path);
            files.push((path.clone(), text.clone().into_bytes()));
        }
        let alone = true;
        let changed = PackFiles::sorted(self.folder.clone(), files);
        Some(PackFiles { alone, ..changed })
    }

    /// The bytes of one file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        let (_, bytes) = self.files.iter().find(|(name, _)| name == path)?;
        Some(bytes)
    }

    /// A file's path as messages show it.
    pub fn shown(&self, path: &str) -> String {
        format!("{}/{path}", self.folder.trim_end_matches('/'))
    }

    /// SHA-256 over description and scripts (not the cases), as lower-case hex; over the checksum of
    /// the pack it builds on as well.
    pub fn sha256(&self, base: Option<&str>) -> String {
        let mut hash = Sha256::new();
        hash.update(base.unwrap_or_default());
        for (path, bytes) in &self.files {
            if path.starts_with("cases/") {
                continue;
            }
            // Lengths in between, so that moving text from one file to the next changes the hash.
            hash.update((path.len() as u64).to_be_bytes());
            hash.update(path);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

fn name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_owned())
}
