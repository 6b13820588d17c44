//! The arguments, with help that teaches.

use crate::base::Date;
use crate::lang::Lang;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Rumah DataKu on the command line: the data house of a village, for scripts and receivers.
///
/// A package (.zip) is a Frictionless Data Package that holds a whole village. `rdk` makes packages, checks them, and reads
/// indicators and tables out of them, with the same engine that runs in the browser. Exit codes: 0 done; 1 done, and errors
/// were found in the data; 2 wrong use; 3 a file cannot be used; 4 a file cannot be read or written.
#[derive(Debug, Parser)]
#[command(name = "rdk", version, after_long_help = EXAMPLES)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Prints JSON instead of text; one document on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of texts: id or en.
    #[arg(long, global = true, default_value = "id", value_parser = ["id", "en"])]
    lang: String,
    /// The day that counts as today (YYYY-MM-DD); the present one where it is not given.
    #[arg(long, global = true, value_parser = date)]
    pub today: Option<Date>,
}

const EXAMPLES: &str = "Examples:
  rdk sample --families 300 --seed 1 -o desa.zip       a village of invented people
  rdk import penduduk.xlsx --village 63.04.15.2001 -o desa.zip
  rdk check penduduk.xlsx --json                       findings with the sheet's own row numbers
  rdk check desa.zip                                   findings of the whole village
  rdk indicators desa.zip --at 2026-12-31 --json       id, value, numerator, denominator, unit, universe
  rdk projection desa.zip --at 2026-12-31 --json       sex and five-year age group, every five years
  rdk tables desa.zip --at 2026-12-31 -o tabel/        one CSV a table, and all of them as XLSX";

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a village of invented people, always the same for a seed and a day.
    Sample {
        /// Number of families.
        #[arg(long, default_value_t = 300)]
        families: u32,
        /// Seed.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The package to write.
        #[arg(short, long)]
        output: PathBuf,
        /// Also writes the village as an OpenSID population workbook, with errors such as real lists have.
        #[arg(long)]
        opensid: Option<PathBuf>,
    },
    /// Imports a population list (OpenSID workbook, any XLSX or CSV) and writes a package. Rows with errors are left out.
    Import {
        /// The list.
        file: PathBuf,
        /// Kemendagri code of the village, 63.04.15.2001 or 6304152001.
        #[arg(long)]
        village: String,
        /// The package to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Checks a package or a list and prints what was found. Exit code 1 where there are open errors.
    Check {
        /// A package (.zip) or a list (.xlsx, .csv).
        file: PathBuf,
    },
    /// Prints the indicators of a package at a date.
    Indicators {
        /// The package.
        package: PathBuf,
        /// Reference date (YYYY-MM-DD).
        #[arg(long, value_parser = date)]
        at: Date,
    },
    /// Prints the whole catalogue of indicators of a package at a date, distributions by their parts.
    Catalogue {
        /// The package.
        package: PathBuf,
        /// Reference date (YYYY-MM-DD).
        #[arg(long, value_parser = date)]
        at: Date,
        /// Only families of this RT.
        #[arg(long)]
        rt: Option<String>,
        /// Only men or women, and what is told apart by sex.
        #[arg(long, value_parser = ["laki_laki", "perempuan"])]
        sex: Option<String>,
    },
    /// Prints the report of a training from the file of its session (.json of the trainer's room), always as JSON.
    Training {
        /// The session's file.
        session: PathBuf,
    },
    /// Projects the population of a package from a date on, by sex and five-year age group.
    Projection {
        /// The package.
        package: PathBuf,
        /// Day of the start (YYYY-MM-DD).
        #[arg(long, value_parser = date)]
        at: Date,
        /// The assumptions as JSON: years, fertility, mean_age, e0_female, e0_male, sex_ratio, migration; what is left out
        /// takes its first value.
        #[arg(long)]
        assumptions: Option<PathBuf>,
    },
    /// Writes the tables of a package at a date into a folder.
    Tables {
        /// The package.
        package: PathBuf,
        /// Reference date (YYYY-MM-DD).
        #[arg(long, value_parser = date)]
        at: Date,
        /// The folder; made where it is missing.
        #[arg(short, long)]
        output: PathBuf,
    },
}

impl Args {
    /// The language.
    pub fn lang(&self) -> Lang {
        if self.lang == "en" { Lang::En } else { Lang::Id }
    }
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).filter(Date::is_full).ok_or_else(|| format!("{text} is no date of the form YYYY-MM-DD"))
}
