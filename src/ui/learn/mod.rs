//! The learning room: lessons, exercises, glossary, the trainer's sheet. A program of its own in the common frame, which
//! loads where the address leads to `/belajar`; it asks the study, and writes nothing of a village
//! but to make the invented one anew.

mod aloud;
mod exercise;
mod glossary;
mod hall;
mod lesson;
mod lessons;
mod piece;
mod sheet;
mod shelf;
mod swipe;
mod task_table;
mod tasks;
mod tour;
mod tour_tasks;
pub mod trainer;
mod words;

use crate::ui::shell::routes::Route;
use crate::ui::shell::{Program, run};

/// The pages of the room.
const ROUTES: &[Route] = &[
    ("belajar", Some("/"), lessons::LessonsPage),
    ("belajar/pelajaran/:id", Some("/belajar"), lesson::LessonPage),
    ("belajar/lembar/:id", Some("/belajar"), sheet::SheetPage),
    ("belajar/layar/:id", Some("/belajar"), hall::StagePage),
    ("belajar/catatan/:id", Some("/belajar"), hall::NotesPage),
    ("belajar/tur", Some("/belajar"), tour::TourPage),
    ("belajar/istilah", Some("/belajar"), glossary::GlossaryPage),
    ("belajar/pelatih", Some("/belajar"), trainer::SessionsPage),
    ("belajar/pelatih/:kode", Some("/belajar/pelatih"), trainer::SessionPage),
    ("belajar/pelatih/:kode/layar", Some("/belajar/pelatih"), trainer::ProjectorPage),
    ("belajar/pelatih/:kode/laporan", Some("/belajar/pelatih"), trainer::ReportPage),
    ("belajar/pelatih/:kode/bukti", Some("/belajar/pelatih"), trainer::EvidencePage),
    ("belajar/tes", Some("/belajar"), trainer::TestPage),
    ("belajar/tes/:undangan", Some("/belajar"), trainer::TestPage),
];

/// Starts the program.
pub fn start() {
    run(Program { routes: ROUTES, name: "learn", begin: crate::ui::client::start_reading });
}
