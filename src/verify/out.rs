//! Where rules put what they find. A finding is small: rule, subject, field, fingerprint. Its message is made only when
//! somebody asks for it, by running the one rule on the one family again.

use super::home::Home;
use super::rule::{FieldRef, Rule};
use crate::base::Order as _;
use crate::base::{Id, Value};
use crate::lang::Lang;
use crate::register::{Family, Person, Profile, Record, RecordKind, VitalEvent};

/// A finding as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rule, by its place in `RULES`.
    pub rule: u8,
    /// Whom it is about.
    pub subject: Subject,
    /// The field to which a tap leads; 0 where there is none.
    pub field: u16,
    /// Rule, records and the values complained of, as one number; the same on every device.
    pub fingerprint: u64,
}

/// Whom a finding is about, within its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The family itself.
    Family,
    /// A member, by place in the family.
    Person(u16),
    /// An event, by place among the family's events.
    Event(u16),
    /// The village.
    Village,
}

/// A record that a finding involves.
#[derive(Clone, Copy, Debug)]
pub enum Involved<'a> {
    /// A family.
    Family(&'a Family),
    /// A person.
    Person(&'a Person),
    /// An event.
    Event(&'a VitalEvent),
    /// The village profile.
    Village(&'a Profile),
}

impl<'a> From<&'a Family> for Involved<'a> {
    fn from(family: &'a Family) -> Self {
        Involved::Family(family)
    }
}
impl<'a> From<&'a Person> for Involved<'a> {
    fn from(person: &'a Person) -> Self {
        Involved::Person(person)
    }
}
impl<'a> From<&super::home::Member<'a>> for Involved<'a> {
    fn from(member: &super::home::Member<'a>) -> Self {
        Involved::Person(member.person)
    }
}
impl<'a> From<&'a VitalEvent> for Involved<'a> {
    fn from(event: &'a VitalEvent) -> Self {
        Involved::Event(event)
    }
}
impl<'a> From<&'a Profile> for Involved<'a> {
    fn from(profile: &'a Profile) -> Self {
        Involved::Village(profile)
    }
}

impl Involved<'_> {
    fn kind(&self) -> RecordKind {
        match self {
            Involved::Family(_) => RecordKind::Family,
            Involved::Person(_) => RecordKind::Person,
            Involved::Event(_) => RecordKind::Event,
            Involved::Village(_) => RecordKind::Profile,
        }
    }

    fn id(&self) -> Id {
        match self {
            Involved::Family(family) => family.id,
            Involved::Person(person) => person.id,
            Involved::Event(event) => event.id,
            Involved::Village(profile) => profile.id,
        }
    }

    fn value(&self, tag: u16) -> Value {
        match self {
            Involved::Family(family) => family.own.get(tag),
            Involved::Person(person) => person.get(tag),
            Involved::Event(event) => event.get(tag),
            Involved::Village(profile) => profile.get(tag),
        }
    }
}

/// Takes findings; makes their messages where a language is given.
#[derive(Debug)]
pub struct Out<'a> {
    /// What was found.
    pub found: Vec<Found>,
    /// Messages beside `found`, where a language was given.
    pub texts: Vec<String>,
    lang: Option<Lang>,
    home: Option<&'a Home<'a>>,
    rule: Option<(u8, &'static Rule)>,
}

impl<'a> Out<'a> {
    /// For findings of a family, or of the village where there is no home.
    pub fn new(home: Option<&'a Home<'a>>, lang: Option<Lang>) -> Out<'a> {
        Out { found: Vec::new(), texts: Vec::new(), lang, home, rule: None }
    }

    /// The rule that finds from now on.
    pub fn begin(&mut self, at: usize, rule: &'static Rule) {
        self.rule = Some((at as u8, rule));
    }

    /// A finding about one record.
    pub fn about<'b>(&mut self, subject: impl Into<Involved<'b>>, field: u16, says: impl FnOnce(Lang) -> String) {
        self.about_with(subject, field, &[], says);
    }

    /// A finding about a record that involves others: a decision on it holds while the weighed fields of all stay as they
    /// are. The fingerprint is the same whichever of them is the subject.
    pub fn about_with<'b>(
        &mut self,
        subject: impl Into<Involved<'b>>,
        field: u16,
        others: &[Involved<'b>],
        says: impl FnOnce(Lang) -> String,
    ) {
        let Some((at, rule)) = self.rule else { return };
        let subject = subject.into();
        let mut records = Vec::with_capacity(others.len() + 1);
        records.push(subject);
        records.extend_from_slice(others);
        self.found.push(Found {
            rule: at,
            subject: self.place(&subject),
            field,
            fingerprint: fingerprint(rule.code, rule.fields, field, records),
        });
        if let Some(lang) = self.lang {
            self.texts.push(says(lang));
        }
    }

    fn place(&self, record: &Involved) -> Subject {
        let place = |at: Option<usize>| at.map_or(u16::MAX, |at| at as u16);
        match (record, self.home) {
            (Involved::Person(person), Some(home)) => {
                Subject::Person(place(home.family.members.iter().position(|other| other.id == person.id)))
            }
            (Involved::Event(event), Some(home)) => {
                Subject::Event(place(home.events.iter().position(|other| other.id == event.id)))
            }
            (Involved::Family(_), _) => Subject::Family,
            _ => Subject::Village,
        }
    }
}

/// One number for a rule, a field and the weighed values of the records involved, in the order of their identities.
/// FNV-1a over explicit bytes, so that it is the same on every device and in every version.
fn fingerprint(code: &str, fields: &[FieldRef], field: u16, mut records: Vec<Involved>) -> u64 {
    records.order_by_key(Involved::id);
    let mut sum = Sum(0xcbf2_9ce4_8422_2325);
    sum.add(code.as_bytes());
    sum.add(&field.to_le_bytes());
    for record in &records {
        sum.add(&record.id().bytes());
        for (kind, tag) in fields {
            if *kind == record.kind() {
                sum.add(&tag.to_le_bytes());
                sum.value(&record.value(*tag));
            }
        }
    }
    sum.0
}

/// FNV-1a, 64 bits.
struct Sum(u64);

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Missing => self.add(&[0]),
            Value::Text(text) => {
                self.add(&[1]);
                self.add(text.as_bytes());
                self.add(&[0]);
            }
            Value::Number(number) => {
                self.add(&[2]);
                self.add(&number.to_le_bytes());
            }
            Value::Decimal(number) => {
                self.add(&[3]);
                self.add(&number.to_bits().to_le_bytes());
            }
            Value::Date(date) => {
                self.add(&[4]);
                self.add(&date.year.to_le_bytes());
                self.add(&[date.month, date.day]);
            }
            Value::Code(number) => self.add(&[5, *number]),
            Value::Link(id) => {
                self.add(&[6]);
                self.add(&id.bytes());
            }
            Value::Unknown => self.add(&[7]),
            Value::Refused => self.add(&[8]),
            Value::NotApplicable => self.add(&[9]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rule::of_person;
    use super::*;
    use crate::register::person_field as p;

    #[test]
    fn a_fingerprint_weighs_what_it_should_and_nothing_else() {
        let mut a = Person::with_id(Id::new(1, [1; 10]));
        let b = Person::with_id(Id::new(2, [2; 10]));
        let fields = [of_person(p::born)];
        let sum = |a: &Person| fingerprint("rule", &fields, p::born, vec![a.into(), (&b).into()]);
        let before = sum(&a);
        assert_eq!(before, fingerprint("rule", &fields, p::born, vec![(&b).into(), (&a).into()]));
        a.name = "Aminah".to_string().into();
        assert_eq!(sum(&a), before, "the name is not weighed");
        a.born = crate::base::Date::new(1990, 1, 1).into();
        assert_ne!(sum(&a), before);
        assert_eq!(fingerprint("x", &[], 3, vec![]), 13_715_088_252_053_371_812, "stored in decisions: never changes");
    }
}
