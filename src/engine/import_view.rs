//! The plan of an import in words, for the page and for `rdk`.

use super::protocol::*;
use super::words;
use crate::base::Order as _;
use crate::base::region::Area;
use crate::base::value::Kind;
use crate::base::{Value, value};
use crate::import::finding::{Problem, RowFinding};
use crate::import::mapping::Target;
use crate::import::plan::{FieldChange, Plan, PlannedFamily, PlannedRow};
use crate::import::table::Table;
use crate::lang::{Lang, number};
use crate::register::{FieldInfo, Register, family_field, field, person_field};
use std::collections::BTreeMap;

/// What columns can fill, in words.
pub fn targets(lang: Lang) -> Vec<ImportTarget> {
    let view = |target: Target| ImportTarget {
        key: target.key().into(),
        label: target.label(lang).into(),
        of_family: matches!(target, Target::Family(_) | Target::RtRw),
        choices: match target {
            Target::Person(field) | Target::Family(field) => choices(field, lang),
            _ => Vec::new(),
        },
    };
    Target::all().map(view).collect()
}

fn choices(field: &FieldInfo, lang: Lang) -> Vec<(u8, String)> {
    match field.kind {
        Kind::Code(list) => list.rows.iter().map(|row| (row.number, row.label(lang).to_owned())).collect(),
        _ => Vec::new(),
    }
}

/// The plan in short.
pub fn summary(plan: &Plan, table: &Table, mapping: &Mapping, lang: Lang) -> ImportPlan {
    let mut by_code: BTreeMap<(std::cmp::Reverse<Severity>, &str), (u32, u32, &RowFinding)> = BTreeMap::new();
    for row in plan.families.iter().flat_map(|family| &family.rows) {
        for finding in &row.findings {
            let key = (std::cmp::Reverse(finding.severity()), finding.code());
            by_code.entry(key).or_insert((0, row.number, finding)).0 += 1;
        }
    }
    let count =
        |((severity, code), (n, row, finding)): ((std::cmp::Reverse<Severity>, &str), (u32, u32, &RowFinding))| {
            FindingCount { code: code.into(), severity: severity.0, n, example: row_finding(finding, row, table, lang) }
        };
    let mut unmapped: Vec<UnmappedValue> = plan
        .unmapped
        .iter()
        .map(|value| UnmappedValue {
            column: value.column as u32,
            heading: table.headings.get(value.column).cloned().unwrap_or_default(),
            key: mapping.columns.get(value.column).cloned().flatten().unwrap_or_default(),
            typed: value.typed.clone(),
            n_rows: value.n_rows,
        })
        .collect();
    unmapped.order_by_key(|value| std::cmp::Reverse(value.n_rows));
    ImportPlan {
        counts: plan.counts,
        problems: plan.problems.iter().map(|problem| file_finding(problem, table, lang)).collect(),
        by_code: by_code.into_iter().map(count).collect(),
        unmapped,
        can_apply: plan.can_apply(),
    }
}

fn file_finding(problem: &Problem, table: &Table, lang: Lang) -> ImportFinding {
    let column = match problem {
        Problem::UnknownColumn { column } | Problem::UnmappedDigits { column } => Some(*column),
        _ => None,
    };
    ImportFinding {
        code: problem.code().into(),
        severity: problem.severity(),
        row: None,
        column,
        message: problem.message(&table.headings, lang),
    }
}

fn row_finding(finding: &RowFinding, row: u32, table: &Table, lang: Lang) -> ImportFinding {
    ImportFinding {
        code: finding.code().into(),
        severity: finding.severity(),
        row: Some(row),
        column: finding.column(),
        message: finding.message(row, &table.headings, lang),
    }
}

/// True where a family is to be shown.
pub fn shows(family: &PlannedFamily, show: ImportShow) -> bool {
    let any = |outcome| family.outcome == outcome || family.rows.iter().any(|row| row.outcome == outcome);
    match show {
        ImportShow::All => true,
        ImportShow::New => any(Outcome::New),
        ImportShow::Update => any(Outcome::Update),
        ImportShow::LeftOut => any(Outcome::LeftOut),
        ImportShow::WithFindings => family.rows.iter().any(|row| !row.findings.is_empty()),
    }
}

/// A family of the plan in words.
pub fn family(family: &PlannedFamily, table: &Table, register: &Register, lang: Lang) -> ImportFamilyView {
    let known = family.family.and_then(|id| register.family(id));
    let said = |tag| family.fields.iter().find(|field| field.tag == tag).map(|field| &field.new);
    let part = |tag, known: Option<&str>| match said(tag) {
        Some(Value::Text(text)) => text.clone(),
        _ => known.unwrap_or_default().to_owned(),
    };
    let area = Area {
        dusun: part(family_field::dusun, known.map(|family| family.dusun.text())),
        rw: part(family_field::rw, known.map(|family| family.rw.text())),
        rt: part(family_field::rt, known.map(|family| family.rt.text())),
    };
    let title = known.map(|family| family.title()).filter(|title| !title.is_empty());
    let shown = |field: &&FieldChange| field.tag != family_field::state;
    let changes = family.fields.iter().filter(shown);
    ImportFamilyView {
        title: title.or(family.rows.first().map(|row| row.name.as_str())).unwrap_or_default().to_owned(),
        kk: family.kk.clone(),
        place: words::place(&area, lang),
        outcome: family.outcome,
        family: family.family,
        changes: changes.filter_map(|change| change_view(family_field::ALL, change, lang)).collect(),
        rows: family.rows.iter().map(|row| row_view(row, family, table, lang)).collect(),
    }
}

fn row_view(row: &PlannedRow, family: &PlannedFamily, table: &Table, lang: Lang) -> ImportRowView {
    let mut changes: Vec<_> =
        row.fields.iter().filter_map(|change| change_view(person_field::ALL, change, lang)).collect();
    if let Some(mother) = row.mother {
        let name = match mother {
            crate::import::plan::Mother::Row(at) => family.rows.get(at).map_or("", |mother| mother.name.as_str()),
            crate::import::plan::Mother::Member(_) => row.fields.iter().find_map(mother_name).unwrap_or("✓"),
        };
        let label = field(person_field::ALL, person_field::mother).map_or("", |field| field.label(lang));
        changes.push(ImportChange { label: label.into(), old: String::new(), new: name.into() });
    }
    ImportRowView {
        row: row.number,
        name: row.name.clone(),
        nik: row.nik.clone(),
        outcome: row.outcome,
        gone: row.gone,
        moves: row.from.is_some(),
        changes,
        findings: row.findings.iter().map(|finding| row_finding(finding, row.number, table, lang)).collect(),
    }
}

fn mother_name(change: &FieldChange) -> Option<&str> {
    match &change.new {
        Value::Text(name) if change.tag == person_field::mother_name => Some(name),
        _ => None,
    }
}

fn change_view(fields: &'static [FieldInfo], change: &FieldChange, lang: Lang) -> Option<ImportChange> {
    let info = field(fields, change.tag)?;
    let text = |value| value_text(info, value, lang);
    Some(ImportChange { label: info.label(lang).into(), old: text(&change.old), new: text(&change.new) })
}

/// A value in words; empty where there is none.
fn value_text(field: &FieldInfo, held: &Value, lang: Lang) -> String {
    match held {
        Value::Missing | Value::Link(_) => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(whole) => whole.to_string(),
        Value::Decimal(decimal) => decimal.to_string(),
        Value::Date(date) => number::date(lang, *date),
        Value::Code(code) => match field.kind {
            Kind::Code(list) => list.by_number(*code).map_or_else(String::new, |row| row.label(lang).to_owned()),
            _ => String::new(),
        },
        Value::Unknown => value::UNKNOWN.into(),
        Value::Refused => value::REFUSED.into(),
        Value::NotApplicable => value::NOT_APPLICABLE.into(),
    }
}
