//! The web app is embedded: built anew after the program was compiled, it must be taken in again.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
    println!("cargo:rerun-if-changed=../../packs");
}
