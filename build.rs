//! Packs travel inside the binary; a file that appears under `rules/` has to be noticed.

fn main() {
    println!("cargo:rerun-if-changed=rules");
}
