//! What is printed: text for people, or one JSON document for scripts. The keys of the JSON are English and stable.

use super::failure::Failure;
use super::house::{House, write};
use crate::base::Date;
use crate::engine::EngineError;
use crate::engine::protocol::*;
use crate::lang::{Lang, number};
use crate::teach::Session;
use crate::teach::tables::why_unreadable;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

/// Rows asked for at once.
const PAGE: u32 = 500;

/// A line on standard output. A reader that stops reading (`| head`) ends the printing, not the command.
fn say(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn print(value: &Value) {
    say(format_args!("{value:#}"));
}

/// How many families and persons there are.
pub fn counts(house: &mut House) -> Result<bool, Failure> {
    let status = house.ask(GetStatus)?;
    let lang = house.lang();
    let n = |n: u32| number::whole(lang, n.into());
    say(format_args!("{}", crate::lang::package::counts(lang, n(status.n_families), n(status.n_persons))));
    Ok(false)
}

/// The report of a training.
pub fn training(lang: Lang, text: &str) -> Result<bool, Failure> {
    let session = Session::read(text).map_err(|error| EngineError::File(why_unreadable(lang, &error)))?;
    print(&json!(crate::teach::report::report(&session)));
    Ok(false)
}

/// Findings of a village; true where errors are open.
pub fn findings(house: &mut House, as_json: bool) -> Result<bool, Failure> {
    let mut all = Vec::new();
    loop {
        let page = house.ask(ListFindings { filter: FindingFilter::default(), from: all.len() as u32, limit: PAGE })?;
        let done = page.rows.is_empty();
        all.extend(page.rows);
        if done || all.len() as u32 >= page.total {
            break;
        }
    }
    let open_errors = all.iter().any(|f| f.severity == crate::verify::Severity::Error && f.decision.is_none());
    if as_json {
        let row = |f: &FindingView| {
            json!({
                "code": f.rule, "severity": f.severity.key(), "message": f.message, "family": f.family,
                "record": f.subject.id, "field": f.field_key, "place": f.place, "accepted": f.decision.is_some(),
            })
        };
        print(&json!({ "findings": all.iter().map(row).collect::<Vec<_>>() }));
    } else {
        for f in &all {
            say(format_args!("{}\t{}\t{}\t{}", f.severity.key(), f.rule, f.place, f.message));
        }
    }
    Ok(open_errors)
}

/// What an import would bring in, with findings by the sheet's own row number; true where there are errors.
pub fn import(house: &mut House, plan: &ImportPlan, as_json: bool) -> Result<bool, Failure> {
    let mut findings = plan.problems.clone();
    let mut from = 0;
    loop {
        let page = house.ask(ListImport { show: ImportShow::WithFindings, from, limit: PAGE })?;
        from += page.families.len() as u32;
        let done = page.families.is_empty() || from >= page.total;
        findings.extend(page.families.into_iter().flat_map(|family| family.rows).flat_map(|row| row.findings));
        if done {
            break;
        }
    }
    findings.sort_by_key(|finding| (finding.row, finding.column));
    let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    if as_json {
        let row = |f: &ImportFinding| {
            json!({
                "code": f.code, "severity": f.severity.key(), "row": f.row, "column": f.column, "message": f.message,
            })
        };
        let counts = &plan.counts;
        print(&json!({
            "rows": counts.n_rows, "families_new": counts.n_families_new, "families_changed": counts.n_families_changed,
            "persons_new": counts.n_persons_new, "persons_changed": counts.n_persons_changed,
            "persons_same": counts.n_persons_same, "left_out": counts.n_left_out,
            "findings": findings.iter().map(row).collect::<Vec<_>>(),
        }));
    } else {
        for f in &findings {
            let row = f.row.map_or(String::from("-"), |row| row.to_string());
            say(format_args!("{}\t{}\t{row}\t{}", f.severity.key(), f.code, f.message));
        }
        let c = &plan.counts;
        match house.lang() {
            Lang::Id => say(format_args!(
                "{} baris: {} orang baru dalam {} keluarga baru, {} berubah, {} sama, {} ditinggalkan",
                c.n_rows, c.n_persons_new, c.n_families_new, c.n_persons_changed, c.n_persons_same, c.n_left_out
            )),
            Lang::En => say(format_args!(
                "{} rows: {} new persons in {} new families, {} changed, {} the same, {} left out",
                c.n_rows, c.n_persons_new, c.n_families_new, c.n_persons_changed, c.n_persons_same, c.n_left_out
            )),
        }
    }
    Ok(errors)
}

fn look(at: Date) -> LookAt {
    LookAt { at: Some(at), ..LookAt::default() }
}

/// The indicators at a date.
pub fn indicators(house: &mut House, at: Date, as_json: bool) -> Result<bool, Failure> {
    let set = house.ask(GetIndicators { look: look(at) })?;
    if as_json {
        let row = |i: &IndicatorRow| {
            json!({
                "id": i.id, "name": i.name, "value": i.value, "numerator": i.numerator, "denominator": i.denominator,
                "unit": i.unit, "universe": i.universe, "missing": i.missing, "small": i.small,
            })
        };
        let rows: Vec<_> = set.indicators.iter().map(row).collect();
        print(&json!({ "at": set.at.to_string(), "indicators": rows }));
        return Ok(false);
    }
    let lang = house.lang();
    let shown =
        |value: Option<f64>, decimals| value.map_or("–".into(), |value| number::decimal(lang, value, decimals));
    for i in &set.indicators {
        let (value, n, of) = (shown(i.value, 2), shown(i.numerator, 0), shown(i.denominator, 0));
        say(format_args!("{}\t{value}\t{}\t{n}\t{of}\t{}", i.id, i.unit, i.universe));
    }
    Ok(false)
}

/// The whole catalogue at a date.
pub fn catalogue(house: &mut House, asked: CatalogueNumbers, as_json: bool) -> Result<bool, Failure> {
    let at = asked.look.at.unwrap_or_default();
    let rows = house.ask(asked)?;
    if as_json {
        let row = |i: &CatalogueNumber| {
            json!({
                "id": i.id, "part": i.part, "label": i.label, "value": i.value, "numerator": i.numerator,
                "denominator": i.denominator, "missing": i.missing, "small": i.small,
            })
        };
        print(&json!({ "at": at.to_string(), "catalogue": rows.iter().map(row).collect::<Vec<_>>() }));
        return Ok(false);
    }
    let lang = house.lang();
    let shown =
        |value: Option<f64>, decimals| value.map_or("–".into(), |value| number::decimal(lang, value, decimals));
    for i in &rows {
        let (value, n, of) = (shown(i.value, 2), shown(i.numerator, 0), shown(i.denominator, 0));
        say(format_args!("{}\t{}\t{value}\t{n}\t{of}\t{}", i.id, i.part, i.label));
    }
    Ok(false)
}

/// A projection from a date on: the main numbers, as JSON with all ages too.
pub fn projection(house: &mut House, at: Date, assumptions: Option<&Path>, as_json: bool) -> Result<bool, Failure> {
    let refused = |told: String| Failure::Engine(crate::engine::EngineError::File(told));
    let mut assumed = match assumptions {
        Some(path) => {
            let text = std::fs::read(path).map_err(Failure::file(path))?;
            serde_json::from_slice(&text).map_err(|error| refused(format!("{}: {error}", path.display())))?
        }
        None => Assumptions::default(),
    };
    assumed.start = Some(at);
    let view = house.ask(GetProjection { assumed, hide_below: 0, width: 360 })?;
    if !view.problems.is_empty() {
        return Err(refused(view.problems.join(" ")));
    }
    if as_json {
        let told = json!({ "at": at.to_string(), "numbers": view.table.to_csv(), "ages": view.ages.to_csv() });
        print(&told);
    } else {
        say(format_args!("{}", view.table.to_csv().trim_end()));
    }
    Ok(false)
}

/// The tables at a date: one CSV each, and all of them as a workbook.
pub fn tables(house: &mut House, at: Date, output: &Path) -> Result<bool, Failure> {
    std::fs::create_dir_all(output).map_err(Failure::file(output))?;
    for table in house.ask(GetTables { look: look(at) })? {
        let path = output.join(format!("{}.csv", table.id));
        write(&path, table.to_csv().as_bytes())?;
        say(format_args!("{}", path.display()));
    }
    let made = house.ask(TablesWorkbook { look: look(at) })?;
    let bytes = house.take_file();
    let path = output.join(made.name);
    write(&path, &bytes)?;
    say(format_args!("{}", path.display()));
    Ok(false)
}
