//! `rdk`, the command line: a thin shell over the same engine that runs in the browser. It reads its arguments, asks the
//! engine, and prints what it answers; nothing is computed here.

mod args;
mod failure;
mod house;
mod report;

use crate::base::region::Area;
use crate::engine::protocol::{CatalogueNumbers, LookAt};
use args::{Args, Command};
use clap::Parser;
use failure::Failure;
use house::House;
use std::process::ExitCode;

/// Runs the command line. Exit codes: 0 done; 1 done, and errors were found; 2 wrong use; 3 a file cannot be used;
/// 4 a file cannot be read or written.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang();
    match run(&args) {
        Ok(found_errors) => ExitCode::from(u8::from(found_errors)),
        Err(failure) => {
            eprintln!("rdk: {}", failure.message(lang));
            ExitCode::from(failure.code())
        }
    }
}

/// Carries a command out; true where errors were found in the data.
fn run(args: &Args) -> Result<bool, Failure> {
    let mut house = House::open(args)?;
    match &args.command {
        Command::Sample { families, seed, output, opensid } => {
            if let Some(path) = opensid {
                house::write(path, &house.opensid_workbook(*families, *seed)?)?;
            }
            house.make_sample(*families, *seed)?;
            house.export(output)?;
            report::counts(&mut house)
        }
        Command::Import { file, village, output } => {
            house.settle(village)?;
            house.open_import(file)?;
            let plan = house.plan()?;
            report::import(&mut house, &plan, args.json)?;
            if !plan.can_apply {
                return Err(Failure::NothingToImport);
            }
            house.apply()?;
            house.export(output)?;
            Ok(plan.counts.n_left_out > 0)
        }
        Command::Check { file } => {
            if house.is_package(file)? {
                house.restore(file)?;
                report::findings(&mut house, args.json)
            } else {
                house.open_import(file)?;
                let plan = house.plan()?;
                report::import(&mut house, &plan, args.json)
            }
        }
        Command::Indicators { package, at } => {
            house.restore(package)?;
            report::indicators(&mut house, *at, args.json)
        }
        Command::Catalogue { package, at, rt, sex } => {
            house.restore(package)?;
            let area = Area { rt: rt.clone().unwrap_or_default(), ..Area::default() };
            let look = LookAt { at: Some(*at), area };
            let asked = CatalogueNumbers { look, sex: sex.clone().unwrap_or_default() };
            report::catalogue(&mut house, asked, args.json)
        }
        Command::Training { session } => {
            let text = String::from_utf8_lossy(&house::read(session)?).into_owned();
            report::training(args.lang(), &text)
        }
        Command::Projection { package, at, assumptions } => {
            house.restore(package)?;
            report::projection(&mut house, *at, assumptions.as_deref(), args.json)
        }
        Command::Tables { package, at, output } => {
            house.restore(package)?;
            report::tables(&mut house, *at, output)
        }
    }
}
