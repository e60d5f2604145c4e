//! Many sheets: makes them, and reads, scores and writes them the short way, for benches/peers/run.sh to compare with.

mod generate;
#[path = "../../../../scoring/native.rs"]
#[allow(dead_code)] // Its JSON is for the other bench.
mod native;
mod pipeline;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u64>().expect("a number");
    match words[..] {
        ["lines", count, every, to] => lines(number(count), number(every), to),
        ["folder", count, to] => folder(number(count), Path::new(to)),
        ["native", jobs, from, to] => {
            let jobs = jobs.parse().expect("a number of threads");
            pipeline::native(jobs, Path::new(from), Path::new(to))
        }
        ["bytes", from] => bytes(from),
        _ => {
            eprintln!(
                "bulk lines COUNT BROKEN-EVERY FILE | folder COUNT FOLDER | native JOBS FILE FILE | bytes FILE"
            );
            std::process::exit(2);
        }
    }
}

/// So many sheets, one a line; every so manieth is broken, none for 0.
fn lines(count: u64, every: u64, file: &str) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file)?);
    for number in 0..count {
        let broken = every > 0 && number % every == every - 1;
        let line = if broken {
            generate::broken(number)
        } else {
            generate::sheet(number)
        };
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// So many sheets, one a YAML file, 1,000 a folder.
fn folder(count: u64, folder: &Path) -> io::Result<()> {
    for number in 0..count {
        let below = folder.join(format!("{:05}", number / 1000));
        std::fs::create_dir_all(&below)?;
        let json = generate::sheet(number);
        let sheet = jixiao::document::read_sheets("a.json", json.as_bytes())
            .expect("our own")
            .remove(0);
        let yaml = jixiao::document::write_sheet(&sheet);
        std::fs::write(below.join(format!("{number:07}.yaml")), yaml)?;
    }
    Ok(())
}

/// Reads the file and counts its lines, and nothing else.
fn bytes(file: &str) -> io::Result<()> {
    let mut file = File::open(file)?;
    let mut block = vec![0; 1 << 20];
    let mut lines = 0;
    loop {
        let read = file.read(&mut block)?;
        if read == 0 {
            break;
        }
        lines += memchr::memchr_iter(b'\n', &block[..read]).count();
    }
    println!("{lines}");
    Ok(())
}
