//! Reading what is asked, for the kinds of items that hold more than choices.

use super::expression::Expression;
use super::item::{BUILD_CHARTS, Cell, MARK_CHARTS, Task, places};
use super::problem::What;
use super::reader::{Fields, Reader, at, expression, list, number, one_of, text, whole};
use serde_json::Value;

pub(super) fn number_task(reader: &mut Reader, fields: &mut Fields) -> Task {
    let (place, near) = (fields.below("answer"), fields.below("tolerance"));
    let answer = match fields.maybe("answer") {
        Some(value) => expression(reader, value, &place),
        None => {
            reader.wrong(&place, What::Missing);
            Expression::Number(0.0)
        }
    };
    let tolerance = fields.maybe("tolerance").map_or(0.0, |value| number(reader, value, &near));
    if tolerance < 0.0 {
        reader.wrong(&near, What::OutOfRange(0, 1_000_000));
    }
    if let Some(unit) = fields.maybe("unit") {
        text(reader, unit, &fields.below("unit"));
    }
    let there = fields.below("wrong");
    let listed = fields.maybe("wrong").map(|value| list(reader, value, &there)).unwrap_or_default();
    let mut wrong = Vec::new();
    for (place, value) in listed {
        let mut fields = Fields::of(reader, value, place);
        let there = fields.below("answer");
        let answer = fields.maybe("answer").map(|value| expression(reader, value, &there));
        let why = fields.text(reader, "why");
        fields.end(reader);
        match answer {
            Some(answer) => wrong.push((answer, why)),
            None => reader.wrong(&there, What::Missing),
        }
    }
    Task::Number { answer, tolerance, wrong }
}

pub(super) fn mark(reader: &mut Reader, fields: &mut Fields) -> Task {
    let place = fields.below("chart");
    let null = Value::Null;
    let value = fields.maybe("chart").unwrap_or(&null);
    let mut chart = Fields::of(reader, value, place.clone());
    let kind = chart.one_of(reader, "kind", MARK_CHARTS);
    let labels = chart.texts(reader, "labels");
    let values: Vec<Expression> =
        chart.list(reader, "values").into_iter().map(|(place, value)| expression(reader, value, &place)).collect();
    if labels.len() != values.len() {
        reader.wrong(&format!("{place}.values"), What::Count(values.len(), labels.len()));
    }
    // Words that a chart may carry: a title and a unit, as keys of texts.
    for name in ["title", "unit"] {
        if let Some(value) = chart.maybe(name) {
            text(reader, value, &chart.below(name));
        }
    }
    chart.end(reader);
    let answer = places(reader, fields, labels.len().max(1));
    Task::Mark { chart: kind, labels, values, answer }
}

pub(super) fn fill(reader: &mut Reader, fields: &mut Fields) -> Task {
    let rows = fields.whole(reader, "rows", 1, 12);
    let columns = fields.whole(reader, "columns", 1, 8);
    let place = fields.below("cells");
    let mut cells = Vec::new();
    for (place, value) in fields.list(reader, "cells") {
        let mut row = Vec::new();
        for (place, value) in list(reader, value, &place) {
            row.push(if value.is_object() {
                let mut fields = Fields::of(reader, value, place.clone());
                let there = fields.below("answer");
                let answer = fields.maybe("answer").map(|value| expression(reader, value, &there));
                fields.end(reader);
                answer.map_or(Cell::Given(String::new()), Cell::Asked)
            } else if let Some(number) = value.as_f64() {
                Cell::Given(number.to_string())
            } else {
                Cell::Given(text(reader, value, &place))
            });
        }
        if row.len() != columns {
            reader.wrong(&place, What::Count(row.len(), columns));
        }
        cells.push(row);
    }
    if cells.len() != rows {
        reader.wrong(&place, What::Count(cells.len(), rows));
    }
    if !cells.iter().flatten().any(|cell| matches!(cell, Cell::Asked(_))) {
        reader.wrong(&place, What::Count(0, 1));
    }
    Task::Fill { rows, columns, cells }
}

pub(super) fn build(reader: &mut Reader, fields: &mut Fields) -> Task {
    let mut variables = Vec::new();
    for (place, value) in fields.list(reader, "variables") {
        let mut fields = Fields::of(reader, value, place);
        variables.push((fields.text(reader, "key"), fields.text(reader, "label")));
        fields.end(reader);
    }
    let charts: Vec<String> = fields
        .list(reader, "charts")
        .into_iter()
        .map(|(place, value)| one_of(reader, value, &place, BUILD_CHARTS))
        .collect();
    if let Some(value) = fields.maybe("question") {
        text(reader, value, &fields.below("question"));
    }
    let null = Value::Null;
    let place = fields.below("answer");
    let mut answer = Fields::of(reader, fields.maybe("answer").unwrap_or(&null), place);
    let known: Vec<&str> = variables.iter().map(|(key, _)| key.as_str()).collect();
    let named = |reader: &mut Reader, answer: &mut Fields, name: &'static str, known: &[&str]| -> Vec<String> {
        let listed = answer.list(reader, name);
        listed.into_iter().map(|(place, value)| one_of(reader, value, &place, known)).collect()
    };
    let mut across = known.clone();
    across.push("");
    let rows = named(reader, &mut answer, "rows", &known);
    let columns = named(reader, &mut answer, "columns", &across);
    let accepted = named(reader, &mut answer, "charts", &charts.iter().map(String::as_str).collect::<Vec<_>>());
    answer.end(reader);
    Task::Build { variables, charts, rows, columns, accepted }
}

pub(super) fn find(reader: &mut Reader, fields: &mut Fields) -> Task {
    let columns = fields.whole(reader, "columns", 1, 8);
    let mut rows = Vec::new();
    for (place, value) in fields.list(reader, "rows") {
        let row: Vec<String> =
            list(reader, value, &place).into_iter().map(|(place, value)| text(reader, value, &place)).collect();
        if row.len() != columns {
            reader.wrong(&place, What::Count(row.len(), columns));
        }
        rows.push(row);
    }
    let mut answer = Vec::new();
    for (place, value) in fields.list(reader, "answer") {
        let pair = list(reader, value, &place);
        match pair.as_slice() {
            [(a, row), (b, column)] => answer.push((
                whole(reader, row, a, 1, rows.len().max(1) as i64),
                whole(reader, column, b, 1, columns as i64),
            )),
            _ => reader.wrong(&place, What::Count(pair.len(), 2)),
        }
    }
    if answer.is_empty() {
        reader.wrong(&at(&fields.below("answer"), 0), What::Missing);
    }
    Task::Find { columns, rows, answer }
}
