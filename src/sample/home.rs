//! The answers of a family itself: house on the river, aid, groups, welfare. The means of a family (1 poor to 10 well off)
//! steer house, schooling and cover together, and stand for the decile where one was imported.

use super::dice::Dice;
use super::place::ENUMERATORS;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{Answer, Date};
use crate::register::{Family, Person};

/// What a family has in common.
#[derive(Clone, Copy, Debug)]
pub struct Means {
    /// 1 (poorest tenth) to 10.
    pub wealth: u32,
    /// Religion.
    pub religion: Religion,
    /// Names from the Bible.
    pub christian: bool,
    /// Ethnic group (suku).
    pub ethnic: &'static str,
    /// Health cover of most members.
    pub cover: HealthCover,
}

impl Means {
    /// Draws the means of a family.
    pub fn draw(dice: &mut Dice) -> Means {
        use Religion::*;
        let wealth =
            dice.weighted(&[(1, 12), (2, 13), (3, 13), (4, 12), (5, 12), (6, 11), (7, 9), (8, 8), (9, 6), (10, 4)]);
        let religion =
            dice.weighted(&[(Islam, 966), (Protestant, 16), (Catholic, 6), (Hindu, 5), (Buddhist, 3), (Belief, 4)]);
        let ethnic = match religion {
            Islam => dice.weighted(&[("Banjar", 880), ("Bakumpai", 60), ("Jawa", 50), ("Madura", 10)]),
            _ => dice.weighted(&[("Dayak Ngaju", 70), ("Jawa", 25), ("Tionghoa", 5)]),
        };
        let cover = match wealth {
            1..=5 => dice.weighted(&[
                (HealthCover::Assisted, 700),
                (HealthCover::Contributing, 70),
                (HealthCover::None, 190),
            ]),
            _ => dice.weighted(&[
                (HealthCover::Assisted, 230),
                (HealthCover::Contributing, 520),
                (HealthCover::Private, 30),
                (HealthCover::None, 170),
            ]),
        };
        Means { wealth, religion, christian: matches!(religion, Protestant | Catholic), ethnic, cover }
    }
}

fn known<T>(value: T) -> Answer<T> {
    Answer::Known(value)
}

fn yes(yes: bool) -> Answer<YesNo> {
    Answer::Known(if yes { YesNo::Yes } else { YesNo::No })
}

/// Fills in the family's own answers; its members are there already. `rt` counts the village's RT from 0.
pub fn fill(dice: &mut Dice, family: &mut Family, means: &Means, area: &Area, rt: usize, today: Date) {
    address(dice, family, area, rt);
    house(dice, family, means.wealth);
    welfare(dice, family, means, today);
    groups(dice, family, today);
    let overdue = dice.in_1000(25);
    let days = if overdue { dice.between(372, 500) } else { dice.between(4, 330) };
    let visited = today.plus_days(-days).unwrap_or(today);
    let own = &mut family.own;
    own.visited = known(visited);
    own.enumerator = known(ENUMERATORS[rt % ENUMERATORS.len()].to_owned());
    if dice.in_1000(880) {
        own.basis = known(Basis::Consent);
        own.basis_on = known(visited);
    } else {
        own.basis = known(Basis::PublicTask);
    }
    own.state = known(dice.weighted(&[
        (FamilyState::Draft, 25),
        (FamilyState::Complete, 285),
        (FamilyState::Verified, 675),
        (FamilyState::Returned, 15),
    ]));
    if family.state() == FamilyState::Draft {
        leave_off(dice, family);
    }
}

fn address(dice: &mut Dice, family: &mut Family, area: &Area, rt: usize) {
    let own = &mut family.own;
    own.dusun = known(area.dusun.clone());
    own.rw = known(area.rw.clone());
    own.rt = known(area.rt.clone());
    let street = dice.pick(&["Tepi Sungai", "Handil Baru", "Titian Ulin", "Langgar", "Pasar Terapung", "Jalan Desa"]);
    own.address = known(street.to_owned());
    own.house_number = known(dice.between(1, 90).to_string());
    if dice.in_1000(700) {
        // Along an invented bend of the river; whole steps of 0.00001 degree.
        let along = rt as i32 % 40 * 90 + dice.between(0, 80);
        let off = dice.between(-40, 40);
        own.lat = known(f64::from(-298_000 - along) / 100_000.0);
        own.lng = known(f64::from(11_476_000 + off + along % 300 / 2) / 100_000.0);
    }
}

fn house(dice: &mut Dice, family: &mut Family, wealth: u32) {
    let n_home = family.active().filter(|person| person.presence.is(Presence::AtHome)).count() as i32;
    let own = &mut family.own;
    let poor = wealth <= 3;
    let rich = wealth >= 8;
    own.ownership = known({
        use Ownership::*;
        dice.weighted(&[(Own, 870), (Staying, 60), (RentFree, 40), (Rented, 20), (Official, 10)])
    });
    own.roof = known({
        use Roof::*;
        dice.weighted(if poor {
            &[(Zinc, 500), (Wood, 280), (Thatch, 190), (Asbestos, 30)]
        } else {
            &[(Zinc, 620), (Wood, 230), (Tiles, 60), (Asbestos, 60), (Thatch, 30)]
        })
    });
    own.wall = known({
        use Wall::*;
        dice.weighted(match (poor, rich) {
            (true, _) => &[(Boards, 880), (Masonry, 40), (BambooWeave, 30), (Zinc, 50)],
            (_, true) => &[(Boards, 520), (Masonry, 470), (PlasteredWeave, 10)],
            _ => &[(Boards, 770), (Masonry, 210), (PlasteredWeave, 20)],
        })
    });
    own.floor = known({
        use Floor::*;
        dice.weighted(if rich {
            &[(Boards, 440), (Ceramic, 430), (Cement, 130)]
        } else {
            &[(Boards, 780), (Cement, 120), (Ceramic, 70), (Bamboo, 15), (Earth, 15)]
        })
    });
    own.lighting = known({
        use Lighting::*;
        dice.weighted(if rich {
            &[(OwnAbove900, 520), (OwnTo900, 480)]
        } else {
            &[(OwnTo900, 830), (OwnAbove900, 90), (Shared, 60), (GeneratorOrSolar, 15), (NotElectric, 5)]
        })
    });
    own.water = known({
        use Water::*;
        dice.weighted(if poor {
            &[
                (Surface, 370),
                (Refill, 100),
                (Piped, 180),
                (Borehole, 110),
                (ProtectedWell, 50),
                (OpenWell, 90),
                (Rain, 100),
            ]
        } else {
            &[
                (Surface, 190),
                (Refill, 260),
                (Piped, 270),
                (Borehole, 140),
                (ProtectedWell, 50),
                (OpenWell, 30),
                (Rain, 50),
                (Bottled, 10),
            ]
        })
    });
    own.toilet = known({
        use Toilet::*;
        dice.weighted(match (poor, rich) {
            (true, _) => &[(OwnSeptic, 190), (OwnWithoutSeptic, 430), (Shared, 230), (Nothing, 120), (Other, 30)],
            (_, true) => &[(OwnSeptic, 720), (OwnWithoutSeptic, 260), (Shared, 20)],
            _ => &[(OwnSeptic, 460), (OwnWithoutSeptic, 370), (Shared, 120), (Nothing, 40), (Other, 10)],
        })
    });
    own.fuel = known({
        use Fuel::*;
        dice.weighted(if poor {
            &[(ElectricOrGas, 640), (CharcoalOrWood, 330), (Kerosene, 30)]
        } else {
            &[(ElectricOrGas, 910), (CharcoalOrWood, 75), (Kerosene, 10), (NoCooking, 5)]
        })
    });
    let side = dice.weighted(&[(4, 15), (5, 30), (6, 35), (7, 15), (8, 5)]);
    own.floor_area = known(f64::from(side * dice.between(5, 8 + wealth as i32 / 2)));
    own.residents = known(n_home);
}

fn welfare(dice: &mut Dice, family: &mut Family, means: &Means, today: Date) {
    let wealth = means.wealth;
    let minor = family.active().any(|person| person.age_years(today).is_some_and(|age| age < 18));
    let married = family.active().any(|person| person.marital.is(Marital::Married));
    let own = &mut family.own;
    own.aid_pkh = yes(minor
        && dice.in_1000(if wealth <= 2 {
            620
        } else if wealth <= 4 {
            270
        } else {
            10
        }));
    own.aid_bpnt = yes(dice.in_1000(if wealth <= 2 {
        680
    } else if wealth <= 5 {
        300
    } else {
        15
    }));
    own.aid_blt = yes(dice.in_1000(if wealth <= 2 { 190 } else { 20 }));
    own.aid_other = yes(dice.in_1000(60));
    own.income = yes(dice.in_1000(700 + 28 * wealth));
    own.varied_food = yes(dice.in_1000(540 + 42 * wealth));
    own.savings = yes(dice.in_1000(120 + 80 * wealth));
    if married {
        own.marriage_book = yes(dice.in_1000(840));
    }
    own.ks_stage = known(match wealth + dice.below(3) {
        ..3 => KsStage::Pre,
        3..=4 => KsStage::One,
        5..=8 => KsStage::Two,
        9..=11 => KsStage::Three,
        _ => KsStage::ThreePlus,
    });
    if dice.in_1000(560) {
        own.decile = known(wealth as i32);
        own.decile_source = known("DTSEN".to_owned());
        own.decile_on = today.plus_days(-38).into();
    }
}

fn groups(dice: &mut Dice, family: &mut Family, today: Date) {
    let aged = |from: i32, to: i32| {
        let fits = |person: &Person| person.age_years(today).is_some_and(|age| (from..=to).contains(&age));
        family.active().any(fits)
    };
    let (small, youth, old) = (aged(0, 6), aged(10, 24), aged(60, 120));
    let own = &mut family.own;
    if small {
        own.bkb = yes(dice.in_1000(460));
    }
    if youth {
        own.bkr = yes(dice.in_1000(240));
        own.pikr = yes(dice.in_1000(130));
    }
    if old {
        own.bkl = yes(dice.in_1000(290));
    }
    own.uppka = yes(dice.in_1000(65));
}

/// A visit that was broken off: the house and welfare blocks are half empty.
fn leave_off(dice: &mut Dice, family: &mut Family) {
    let own = &mut family.own;
    if dice.in_1000(600) {
        (own.water, own.toilet, own.fuel) = Default::default();
        own.lighting = Answer::Missing;
    }
    (own.aid_pkh, own.aid_bpnt, own.aid_blt, own.aid_other) = Default::default();
    (own.income, own.varied_food, own.savings, own.ks_stage) = Default::default();
    (own.bkb, own.bkr, own.pikr, own.bkl, own.uppka) = Default::default();
    (own.decile, own.decile_source, own.decile_on) = Default::default();
}
