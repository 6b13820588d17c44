//! A session: its two forms, who takes part, and the answers that came back. Kept on the trainer's device as a text (JSON)
//! that is also the file in which it is carried to another one.

use super::code::SessionCode;
use super::forms::{Form, Forms};
use super::packet::{Answers, Given, Invitation, PacketError, Who};
use serde::{Deserialize, Serialize};

/// Version of the file.
const FORMAT: u32 = 1;

/// A training session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Version of the file.
    pub format: u32,
    /// Its name among others.
    pub code: SessionCode,
    /// Title of the training.
    pub title: String,
    /// Place.
    pub place: String,
    /// Date, as `2026-11-24`.
    pub date: String,
    /// Who trains.
    pub trainer: String,
    /// Topics of the tests.
    pub topics: Vec<String>,
    /// Chance of the forms and of the numbers in the items.
    pub seed: u32,
    /// The two tests.
    pub forms: Forms,
    /// Who takes part, in order of arrival.
    pub participants: Vec<Who>,
    /// What came back.
    pub sheets: Vec<Sheet>,
    /// Minutes of the session (notulen), for the file of evidence.
    #[serde(default)]
    pub minutes: String,
}

/// One participant's answers to one test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The participant.
    pub name: String,
    /// Which test.
    pub form: Form,
    /// Whether it was right, item by item.
    pub right: Vec<bool>,
    /// What was given, item by item; all nothing where only a short code came.
    pub given: Vec<Given>,
}

/// What became of answers that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// They are kept.
    New,
    /// The very same answers are here already.
    Again,
    /// A short code of answers that are here in full.
    Fuller,
    /// Another answer sheet of the same participant is here: nothing was changed, the trainer decides.
    Differs,
}

/// Why a text is no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionError {
    /// No session of ours, or damaged: where in the text.
    Unreadable(usize, usize),
    /// Made by a newer version.
    Newer,
    /// A part does not fit the others: which.
    Broken(String),
}

impl Session {
    /// A session without anybody yet.
    pub fn new(code: SessionCode, seed: u32, topics: Vec<String>, forms: Forms) -> Session {
        Session {
            format: FORMAT,
            code,
            title: String::new(),
            place: String::new(),
            date: String::new(),
            trainer: String::new(),
            topics,
            seed,
            forms,
            participants: Vec::new(),
            sheets: Vec::new(),
            minutes: String::new(),
        }
    }

    /// The invitation to one of its tests.
    pub fn invitation(&self, form: Form) -> Invitation {
        Invitation {
            session: self.code,
            title: self.title.clone(),
            form,
            seed: self.seed,
            items: self.forms.of(form).to_vec(),
        }
    }

    /// The sheets of one test.
    pub fn sheets_of(&self, form: Form) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(move |sheet| sheet.form == form)
    }

    /// The sheet of a participant.
    pub fn sheet(&self, who: &str, form: Form) -> Option<&Sheet> {
        self.sheets_of(form).find(|sheet| same(&sheet.name, who))
    }

    /// Adds a participant, unless one of this name is there.
    pub fn join(&mut self, who: Who) -> bool {
        let new = !self.participants.iter().any(|known| known.is_same(&who));
        if new {
            self.participants.push(who);
        }
        new
    }

    /// Takes a participant out, with all answers.
    pub fn leave(&mut self, name: &str) {
        self.participants.retain(|who| !same(&who.name, name));
        self.sheets.retain(|sheet| !same(&sheet.name, name));
    }

    /// Takes answers in. `replace` is the trainer's word where another sheet of this participant is here.
    pub fn take(&mut self, answers: Answers, replace: bool) -> Result<Taken, PacketError> {
        if answers.session != self.code {
            return Err(PacketError::OtherSession(Some(answers.session)));
        }
        if answers.right.len() != self.forms.of(answers.form).len() || answers.given.len() != answers.right.len() {
            return Err(PacketError::OtherItems);
        }
        let Answers { form, who, given, right, .. } = answers;
        let is_short = given.iter().all(|given| *given == Given::Nothing);
        let known = self.sheets.iter().position(|sheet| sheet.form == form && same(&sheet.name, &who.name));
        let sheet = Sheet { name: who.name.clone(), form, right, given };
        if let Some(place) = known {
            let old = &self.sheets[place];
            let is_old_short = old.given.iter().all(|given| *given == Given::Nothing);
            if *old == sheet {
                return Ok(Taken::Again);
            }
            if is_short && old.right == sheet.right {
                return Ok(Taken::Fuller);
            }
            if !replace && (!is_old_short || old.right != sheet.right) {
                return Ok(Taken::Differs);
            }
            self.sheets[place] = Sheet { name: old.name.clone(), ..sheet };
        } else {
            self.join(who);
            self.sheets.push(sheet);
        }
        Ok(Taken::New)
    }

    /// As text.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// From text, checked part by part.
    pub fn read(text: &str) -> Result<Session, SessionError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let unreadable = |error: serde_json::Error| SessionError::Unreadable(error.line(), error.column());
        let head: Head = serde_json::from_str(text).map_err(unreadable)?;
        if head.format > FORMAT {
            return Err(SessionError::Newer);
        }
        let session: Session = serde_json::from_str(text).map_err(unreadable)?;
        let broken = |part: String| Err(SessionError::Broken(part));
        if session.forms.pre.len() != session.forms.post.len() || session.forms.pre.is_empty() {
            return broken("forms".into());
        }
        for (place, sheet) in session.sheets.iter().enumerate() {
            let n_items = session.forms.of(sheet.form).len();
            if sheet.right.len() != n_items || sheet.given.len() != n_items {
                return broken(format!("sheets[{place}]"));
            }
            if !session.participants.iter().any(|who| same(&who.name, &sheet.name)) {
                return broken(format!("sheets[{place}].name"));
            }
        }
        Ok(session)
    }
}

fn same(one: &str, other: &str) -> bool {
    let who = |name: &str| Who { name: name.into(), ..Who::default() };
    who(one).is_same(&who(other))
}
