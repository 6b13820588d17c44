//! Model life tables, family West, after Coale, Demeny and Vaughan, "Regional Model Life Tables and Stable Populations", 2nd
//! edition, Academic Press 1983: the chance of dying in each age group follows from the life expectancy at age 10 by the
//! authors' regressions. The constants for the oldest ages are those of the corrected R edition (demogR, Oeppen 2018). One
//! asks by life expectancy at birth, which BPS publishes for every regency.

use super::projection::GROUPS;

/// Sex of a life table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Men and boys.
    Male,
    /// Women and girls.
    Female,
}

/// Years lived in a stationary population of one birth a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LifeTable {
    /// Survivors to ages 0, 1, 5, 10 … 75, of one born.
    pub survivors: [f64; 17],
    /// Years lived in ages 0–4, 5–9 … 95–99.
    pub years: [f64; GROUPS],
    /// Years lived from 100 on.
    pub years_100: f64,
    /// Life expectancy at birth (angka harapan hidup).
    pub e0: f64,
}

/// Constants of a sex: linear regressions of the chance of dying on e10 for ages 0, 1, 5 … 75, those of its logarithm, then
/// hazard at 105, and years lived by those who die at age 0 and 1–4 (intercept, slope, value above a chance of 0.1).
struct West {
    a: [f64; 17],
    b: [f64; 17],
    log_a: [f64; 17],
    log_b: [f64; 17],
    at_105: f64,
    infant: [f64; 3],
    child: [f64; 3],
}

const FEMALE: West = West {
    a: [
        0.53774, 0.39368, 0.10927, 0.08548, 0.10979, 0.1358, 0.15134, 0.17032, 0.18464, 0.1939, 0.20138, 0.2535,
        0.31002, 0.43445, 0.53481, 0.69394, 0.84589,
    ],
    b: [
        -0.008044, -0.006162, -0.001686, -0.00132, -0.001672, -0.002051, -0.002276, -0.002556, -0.002745, -0.002828,
        -0.002831, -0.003487, -0.004118, -0.005646, -0.00646, -0.007713, -0.008239,
    ],
    log_a: [
        5.8992, 7.4576, 6.2018, 5.9627, 5.9335, 5.9271, 5.8145, 5.6578, 5.3632, 4.96, 4.5275, 4.4244, 4.3131, 4.3439,
        4.2229, 4.1838, 4.1294,
    ],
    log_b: [
        -0.05406, -0.08834, -0.0741, -0.07181, -0.06812, -0.06577, -0.06262, -0.05875, -0.05232, -0.0438, -0.03436,
        -0.03004, -0.02554, -0.02295, -0.01773, -0.01376, -0.00978,
    ],
    at_105: 0.613,
    infant: [0.05, 3.0, 0.35],
    child: [1.524, -1.627, 1.361],
};

const MALE: West = West {
    a: [
        0.63726, 0.40548, 0.10393, 0.07435, 0.0988, 0.14009, 0.15785, 0.1826, 0.21175, 0.25049, 0.27894, 0.33729,
        0.38425, 0.48968, 0.59565, 0.73085, 0.89876,
    ],
    b: [
        -0.009958, -0.006653, -0.001662, -0.001183, -0.001539, -0.002183, -0.002479, -0.002875, -0.003312, -0.003864,
        -0.004158, -0.004856, -0.00519, -0.0063, -0.007101, -0.007911, -0.008695,
    ],
    log_a: [
        5.8061, 7.1062, 5.4472, 5.0654, 4.87, 5.0677, 5.266, 5.3438, 5.2792, 5.0415, 4.6666, 4.4506, 4.2202, 4.1851,
        4.1249, 4.1051, 4.1133,
    ],
    log_b: [
        -0.05338, -0.08559, -0.06295, -0.05817, -0.0507, -0.05156, -0.05471, -0.05511, -0.05229, -0.04573, -0.03637,
        -0.02961, -0.02256, -0.01891, -0.01491, -0.01161, -0.00895,
    ],
    at_105: 0.551,
    infant: [0.0425, 2.875, 0.33],
    child: [1.653, -3.013, 1.352],
};

/// Life expectancies at birth that the family holds, women and men: levels 1 to 25.
pub const E0_FEMALE: (f64, f64) = (20.0, 80.0);
/// The same for men.
pub const E0_MALE: (f64, f64) = (18.0, 76.6);

/// The table with this life expectancy at birth; what lies outside the family becomes its nearest.
pub fn with_e0(of: Of, e0: f64) -> LifeTable {
    let (mut low, mut high) = (18.0, 80.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if with_e10(of, middle).e0 < e0 { low = middle } else { high = middle }
    }
    with_e10(of, (low + high) / 2.0)
}

/// The table with this life expectancy at age 10.
pub fn with_e10(of: Of, e10: f64) -> LifeTable {
    let west = if of == Of::Female { &FEMALE } else { &MALE };
    let dying: [f64; 17] = std::array::from_fn(|i| chance_of_dying(west, i, e10));
    let mut survivors = [1.0; 17];
    for i in 1..17 {
        survivors[i] = survivors[i - 1] * (1.0 - dying[i - 1]);
    }
    let mut years = [0.0; GROUPS];
    for i in 0..17 {
        let width = [1.0, 4.0, 5.0][i.min(2)];
        let by_the_dead = match i {
            0 => of_child(west.infant, dying[0]),
            1 => of_child(west.child, dying[0]),
            2 => 2.25,
            16 => 2.5,
            _ => 2.6,
        };
        let died = survivors[i] * dying[i];
        years[i.saturating_sub(1)] += width * (survivors[i] - died) + by_the_dead * died;
    }
    let (old, years_100) = oldest(west, survivors[16], dying[16]);
    years[16..].copy_from_slice(&old);
    let e0 = years.iter().sum::<f64>() + years_100;
    LifeTable { survivors, years, years_100, e0 }
}

/// The line where it rules, the exponential where it does, their mean between.
fn chance_of_dying(west: &West, i: usize, e10: f64) -> f64 {
    let line = west.a[i] + west.b[i] * e10;
    let curve = 10f64.powf(west.log_a[i] + west.log_b[i] * e10) / 10_000.0;
    if line > curve {
        (line + curve) / 2.0
    } else if west.b[i] / west.log_b[i] / std::f64::consts::LN_10 / curve < 1.0 {
        line
    } else {
        curve
    }
}

fn of_child([intercept, slope, above]: [f64; 3], infant_dying: f64) -> f64 {
    if infant_dying < 0.1 { intercept + slope * infant_dying } else { above }
}

/// Years lived at 80–84 … 95–99 and from 100 on: from 80 the hazard grows by Gompertz's law towards that of age 105.
fn oldest(west: &West, at_75: f64, dying_75: f64) -> ([f64; 4], f64) {
    let lived_75 = 5.0 * at_75 * (1.0 - dying_75) + 2.5 * at_75 * dying_75;
    let at_80 = at_75 * (1.0 - dying_75);
    let hazard_77 = at_75 * dying_75 / lived_75;
    let growth = ((west.at_105 + 1.75 * dying_75) / hazard_77).ln() / 27.5;
    let hazard_80 = hazard_77 * (2.5 * growth).exp();
    let alive = |fifths: usize| {
        let age = 0.2 * fifths as f64;
        at_80 * (-hazard_80 / growth * ((growth * age).exp() - 1.0)).exp()
    };
    let lived =
        |from: usize, to: usize| (from..to).map(|fifth| (alive(fifth) + alive(fifth + 1)) / 2.0 * 0.2).sum::<f64>();
    (std::array::from_fn(|i| lived(25 * i, 25 * (i + 1))), lived(100, 200))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The levels of the book are made so that women's life expectancy at birth goes from 20 to 80 in steps of 2.5; e10 by
    /// level as in demogR.
    #[test]
    fn the_levels_are_those_of_the_book() {
        let e10 = [
            (1, 21.40549),
            (9, 44.69388),
            (14, 53.35198),
            (17, 57.16274),
            (20, 61.43625),
            (21, 62.99381),
            (22, 65.49800),
            (23, 68.71056),
            (24, 72.92253),
            (25, 78.62273),
        ];
        for (level, e10) in e10 {
            let found = with_e10(Of::Female, e10).e0;
            assert!((found - (17.5 + 2.5 * f64::from(level))).abs() < 0.005, "{level}: {found}");
        }
    }

    /// Men's e10 by level, 1 to 25, as in demogR, and the life expectancy at birth that tests/conformance/projection_reference.py
    /// reckons from it. The book has no round numbers for men: up to level 12 a level adds 2.4 years.
    #[test]
    fn the_levels_of_men_go_with_those_of_women() {
        let levels = [
            (21.86761, 18.035),
            (25.44740, 20.444),
            (28.67272, 22.853),
            (31.60223, 25.260),
            (34.28159, 27.668),
            (36.74631, 30.074),
            (39.02583, 32.480),
            (41.14277, 34.886),
            (43.11689, 37.291),
            (44.96458, 39.697),
            (46.69839, 42.101),
            (48.33115, 44.506),
            (49.85796, 47.084),
            (51.01729, 49.548),
            (52.12115, 51.818),
            (53.28135, 54.125),
            (54.49441, 56.463),
            (55.75599, 58.831),
            (57.05851, 61.225),
            (58.39447, 63.640),
            (59.81638, 66.032),
            (62.10227, 68.573),
            (65.03413, 71.206),
            (68.87841, 73.908),
            (74.08120, 76.649),
        ];
        let found = levels.map(|(e10, _)| with_e10(Of::Male, e10).e0);
        for ((_, e0), found) in levels.iter().zip(found) {
            assert!((found - e0).abs() < 0.001, "{e0}: {found}");
        }
        assert!(found[..12].windows(2).all(|pair| (pair[1] - pair[0] - 2.406).abs() < 0.004), "{found:?}");
        assert!(E0_MALE.0 <= found[0] && found[24] - E0_MALE.1 < 0.1 && E0_MALE.1 <= found[24]);
    }

    #[test]
    fn a_table_is_found_by_its_life_expectancy() {
        for e0 in [40.0, 55.5, 66.0, 70.0, 74.2, 76.5] {
            for of in [Of::Male, Of::Female] {
                let table = with_e0(of, e0);
                assert!((table.e0 - e0).abs() < 1e-6, "{e0}: {}", table.e0);
                assert!(table.survivors.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > 0.0));
                let five = &table.years[1..];
                assert!(five.windows(2).all(|pair| pair[0] > pair[1]) && table.years_100 > 0.0);
            }
        }
    }
}
