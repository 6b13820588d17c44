//! The study's part of the learning room: the sample village or the twin of the register's, and lessons brought in.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use crate::analyse::columns::Columns;
use crate::lang::learn_file as words;
use crate::learn::problem::What;
use crate::learn::twin::{FLOOR, twin};
use crate::learn::{Bundle, Problem, Village};
use crate::register::Register;
use crate::sample;
use std::io::{Cursor, Read};

/// Bytes of a lesson's file that are read at most; a lesson is to be a tenth of it.
const MOST_BYTES: u64 = 1 << 20;
/// The three files of a lesson.
const FILES: [&str; 3] = ["lesson.json", "id.json", "en.json"];

impl<P: Ports> Handle<LessonVillage> for Engine<P> {
    async fn handle(&mut self, request: LessonVillage) -> Result<LessonVillageReply, EngineError> {
        let today = self.today();
        if request.own {
            let village = Village::of(&Columns::build(&self.register), today);
            let twin = twin(&village, request.seed.into());
            // Too few to resemble anything.
            return Ok((twin.residents.len() >= 10 * FLOOR && twin.homes.len() >= 2 * FLOOR).then_some(twin));
        }
        let made = sample::village(sample::FAMILIES, sample::SEED, today);
        let none = (Vec::new(), Vec::new(), Vec::new());
        let register = Register::from_parts(made.profile, made.families, made.events, none.0, none.1, none.2);
        Ok(Some(Village::of(&Columns::build(&register), today)))
    }
}

impl<P: Ports> Handle<ReadLesson> for Engine<P> {
    async fn handle(&mut self, request: ReadLesson) -> Result<LessonRead, EngineError> {
        let bytes = self.inbox.take().unwrap_or_default();
        let told = |problems: Vec<Problem>| LessonRead {
            bundle: None,
            problems: problems.iter().map(|problem| problem.text(self.lang)).collect(),
        };
        if bytes.len() as u64 > MOST_BYTES {
            return Ok(LessonRead { bundle: None, problems: vec![words::too_big(self.lang, request.name)] });
        }
        let text = if bytes.starts_with(b"PK") {
            let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes.as_slice())) else {
                return Ok(LessonRead { bundle: None, problems: vec![words::broken_zip(self.lang, request.name)] });
            };
            match files(archive) {
                Ok([lesson, id, en]) => match Bundle::pack(&lesson, &id, &en) {
                    Some(text) => text,
                    None => return Ok(told(Bundle::read(&lesson, &id, &en).1)),
                },
                Err(problem) => return Ok(told(vec![problem])),
            }
        } else {
            match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(_) => {
                    return Ok(LessonRead { bundle: None, problems: vec![words::no_lesson(self.lang, request.name)] });
                }
            }
        };
        Ok(match Bundle::unpack(&text) {
            Ok(_) => LessonRead { bundle: Some(text), problems: Vec::new() },
            Err(problems) => told(problems),
        })
    }
}

/// The three files of a ZIP, in its root or in one folder.
fn files(mut archive: zip::ZipArchive<Cursor<&[u8]>>) -> Result<[String; 3], Problem> {
    let missing = |name: &str| Problem::new(name, "", What::NoFile);
    let names: Vec<String> =
        (0..archive.len()).filter_map(|at| Some(archive.by_index(at).ok()?.name().ok()?.into_owned())).collect();
    let mut read = |name: &str| -> Result<String, Problem> {
        let path = names.iter().find(|path| path.rsplit('/').next() == Some(name)).ok_or_else(|| missing(name))?;
        let file = archive.by_name(path).map_err(|_| missing(name))?;
        let mut text = String::new();
        file.take(MOST_BYTES).read_to_string(&mut text).map_err(|_| Problem::new(name, "", What::NotJson(1, 1)))?;
        Ok(text)
    };
    Ok([read(FILES[0])?, read(FILES[1])?, read(FILES[2])?])
}
