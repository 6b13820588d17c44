//! A child who lives without a parent may need somebody to look after it.
//! Source: domain.md §5.2, rule 36 and §5.3.

use crate::verify::rules::prelude::*;

/// `child-without-parent` · info · family
///
/// Universe: active members below the age of 18.
/// Says: no parent is seen in the family: no linked mother who lives here, no head or spouse for a child of the head, nobody who can be the parent of a grandchild, no parent of a young head.
pub const RULE: Rule = Rule {
    code: "child-without-parent",
    severity: Severity::Info,
    title: ("Anak tinggal tanpa orang tua", "Child living without a parent"),
    why: (
        "Anak di bawah 18 tahun yang tinggal tanpa orang tua perlu dicatat pengasuhnya, dan mungkin perlu didampingi.",
        "For a child below 18 who lives without a parent, note who takes care; support may be needed.",
    ),
    fields: &[of_person(p::born), of_person(p::relation), of_person(p::mother)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let below = home.frame.thresholds.child_below_age;
    for child in home.members.iter().filter(|member| member.age.is_some_and(|age| (0..below).contains(&age))) {
        let mother_here = child.mother.get().is_some_and(|id| home.members.iter().any(|other| other.id == id));
        if !mother_here && child.relation.is_known() && !home.members.iter().any(|other| may_be_parent(other, child)) {
            out.about(child, p::relation, |lang| t::child_without_parent(lang, called(child, lang)));
        }
    }
}

/// By their relations to the head, may `other` be a parent of `child`?
fn may_be_parent(other: &Member, child: &Member) -> bool {
    let older = match (other.age, child.age) {
        (Some(older), Some(age)) => older >= age + 10,
        _ => true,
    };
    let fits = match child.relation.get() {
        Some(Relation::Child) => &[Relation::Head, Relation::Husband, Relation::Wife][..],
        Some(Relation::Grandchild) => &[Relation::Child, Relation::ChildInLaw],
        Some(Relation::Head) => &[Relation::Parent],
        Some(Relation::Husband | Relation::Wife | Relation::ChildInLaw) => &[Relation::ParentInLaw],
        _ => &[],
    };
    older && other.id != child.id && other.relation.get().is_some_and(|relation| fits.contains(&relation))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_nephew_is_noted() {
        check(
            &RULE,
            "L Rahmadi 1980-01-01 kepala; L Kemenakan 2015-01-01 famili_lain",
            expect_test::expect![
                "Kemenakan · hubungan: Kemenakan tinggal tanpa orang tua di keluarga ini. Catat siapa yang mengasuh."
            ],
        );
        silent(&RULE, "L Rahmadi 1980-01-01 kepala; L Anak 2015-01-01 anak");
        silent(&RULE, "L Datu 1950-01-01 kepala; P Aluh 1985-01-01 anak; L Cucu 2015-01-01 cucu");
        silent(
            &RULE,
            "L Rahmadi 1980-01-01 kepala; P Aluh 1985-01-01 famili_lain; L Anak 2015-01-01 famili_lain ibu=2",
        );
    }
}
