//! The forms that a table can be drawn in: which fit it, and which is taken where nobody chose. A pure table of rules.

use serde::{Deserialize, Serialize};

/// The form of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    /// Bars of the sums of rows.
    #[serde(rename = "batang")]
    Bars,
    /// Bars side by side.
    #[serde(rename = "kelompok")]
    Grouped,
    /// Bars stacked by count.
    #[serde(rename = "tumpuk")]
    Stacked,
    /// Bars of 100 %.
    #[serde(rename = "seratus")]
    Parts,
    /// Lines over answers in their order.
    #[serde(rename = "garis")]
    Lines,
    /// A dot for each area.
    #[serde(rename = "titik")]
    Dots,
    /// Small multiples.
    #[serde(rename = "panel")]
    Panels,
    /// A heat table.
    #[serde(rename = "panas")]
    Heat,
    /// A hundred signs.
    #[serde(rename = "wafel")]
    Waffle,
    /// A population pyramid.
    #[serde(rename = "piramida")]
    Pyramid,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Form; 10] = [
        Form::Pyramid,
        Form::Bars,
        Form::Grouped,
        Form::Stacked,
        Form::Parts,
        Form::Lines,
        Form::Dots,
        Form::Panels,
        Form::Heat,
        Form::Waffle,
    ];
}

/// What the rows or columns of a table tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Apart {
    /// Ages in order, all of them, in groups of one length or single years.
    Ages,
    /// Men and women.
    Sexes,
    /// Areas of the village.
    Areas,
    /// Anything else.
    #[default]
    Other,
}

/// What of a table decides on its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// What its rows are.
    pub rows: Apart,
    /// Its rows stand in an order that means something.
    pub ordered: bool,
    /// What its columns are; nothing where there are none.
    pub columns: Option<Apart>,
    /// Columns with an answer.
    pub n_parts: usize,
    /// Some of its cells are hidden, and there is no room for a star in their place.
    pub hidden: bool,
}

/// So many parts can be told apart by colour and texture, and so many bars stand side by side.
pub const MOST_PARTS: usize = 5;
/// So many columns a heat table has.
const MOST_SHADED: usize = 30;

/// The forms that fit a table, the one that is taken first.
pub fn fitting(shape: Shape) -> Vec<Form> {
    let Some(columns) = shape.columns else {
        let lines = shape.ordered.then_some(Form::Lines);
        return [Some(Form::Bars), lines, Some(Form::Waffle)].into_iter().flatten().collect();
    };
    let few = (2..=MOST_PARTS).contains(&shape.n_parts);
    let (areas, ages) = (shape.rows == Apart::Areas, shape.rows == Apart::Ages);
    let fits = |form: Form| match form {
        Form::Pyramid => ages && columns == Apart::Sexes && !shape.hidden,
        Form::Bars => true,
        Form::Grouped | Form::Stacked | Form::Parts => few,
        Form::Lines => shape.ordered && (1..=MOST_PARTS).contains(&shape.n_parts),
        Form::Dots => areas && shape.n_parts >= 1,
        Form::Panels | Form::Heat => (2..=MOST_SHADED).contains(&shape.n_parts),
        Form::Waffle => false,
    };
    let first = [
        (Form::Pyramid, true),
        (Form::Dots, areas && shape.n_parts <= 2),
        (Form::Grouped, columns == Apart::Sexes || ages),
        (Form::Parts, true),
        (Form::Heat, true),
        (Form::Bars, true),
    ];
    let first = first.into_iter().find(|(form, wanted)| *wanted && fits(*form)).map_or(Form::Bars, |(form, _)| form);
    std::iter::once(first).chain(Form::ALL.into_iter().filter(|form| *form != first && fits(*form))).collect()
}

#[cfg(test)]
mod tests {
    use super::Apart::{Ages, Areas, Other, Sexes};
    use super::Form::*;
    use super::*;

    #[test]
    fn each_table_has_a_form_of_its_own_and_others_to_choose() {
        let several = |first: Form| {
            let all = [Bars, Grouped, Stacked, Parts, Panels, Heat];
            std::iter::once(first).chain(all.into_iter().filter(|form| *form != first)).collect::<Vec<_>>()
        };
        for (rows, columns, n_parts, hidden, wanted) in [
            // One answer each: bars, or of a hundred people.
            (Other, None, 0, false, vec![Bars, Waffle]),
            (Ages, None, 0, true, vec![Bars, Lines, Waffle]),
            (Areas, None, 0, false, vec![Bars, Waffle]),
            // Ages by sex are a pyramid, where all may be seen or what is hidden has room for its star.
            (Ages, Some(Sexes), 2, false, vec![Pyramid, Bars, Grouped, Stacked, Parts, Lines, Panels, Heat]),
            (Ages, Some(Sexes), 2, true, vec![Grouped, Bars, Stacked, Parts, Lines, Panels, Heat]),
            (Ages, Some(Other), 1, true, vec![Bars, Lines]),
            (Ages, Some(Other), 6, false, vec![Heat, Bars, Panels]),
            (Other, Some(Sexes), 2, false, several(Grouped)),
            // Areas by yes and no are dots; by more, bars of 100 %.
            (Areas, Some(Other), 2, false, vec![Dots, Bars, Grouped, Stacked, Parts, Panels, Heat]),
            (Areas, Some(Other), 4, true, vec![Parts, Bars, Grouped, Stacked, Dots, Panels, Heat]),
            (Other, Some(Other), 5, false, several(Parts)),
            // More parts than can be told apart by texture are shaded.
            (Other, Some(Other), 6, false, vec![Heat, Bars, Panels]),
            (Areas, Some(Ages), 16, false, vec![Heat, Bars, Dots, Panels]),
            (Other, Some(Areas), 40, false, vec![Bars]),
            (Other, Some(Other), 1, false, vec![Bars]),
        ] {
            let shape = Shape { rows, ordered: rows == Ages, columns, n_parts, hidden };
            assert_eq!(fitting(shape), wanted, "{shape:?}");
        }
    }
}
