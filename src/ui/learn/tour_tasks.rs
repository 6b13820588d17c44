//! The tasks of the tour, in order: what each says, where it leads, and when it is done.

use crate::engine::protocol::{TourFamily, TourGround, TourView};
use crate::lang::{Lang, tour as words};
use crate::ui::lang;

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Make the sample village.
    Sample,
    /// Find a family, and tell how many live there.
    Find,
    /// Change an answer of it.
    Correct,
    /// Add a member.
    Member,
    /// Record a birth.
    Birth,
    /// Mend a finding, or accept it.
    Finding,
    /// Read the pyramid, and tell a number of it.
    Pyramid,
    /// Compose a target list.
    List,
    /// Note help.
    Help,
    /// Save a package.
    Package,
}

/// All tasks, in order.
pub const ALL: [Task; 10] = [
    Task::Sample,
    Task::Find,
    Task::Correct,
    Task::Member,
    Task::Birth,
    Task::Finding,
    Task::Pyramid,
    Task::List,
    Task::Help,
    Task::Package,
];

impl Task {
    /// Its name in what is kept.
    pub fn key(self) -> &'static str {
        match self {
            Task::Sample => "sample",
            Task::Find => "find",
            Task::Correct => "correct",
            Task::Member => "member",
            Task::Birth => "birth",
            Task::Finding => "finding",
            Task::Pyramid => "pyramid",
            Task::List => "list",
            Task::Help => "help",
            Task::Package => "package",
        }
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Task::Sample => words::sample(lang),
            Task::Find => words::find(lang),
            Task::Correct => words::correct(lang),
            Task::Member => words::member(lang),
            Task::Birth => words::birth(lang),
            Task::Finding => words::finding(lang),
            Task::Pyramid => words::pyramid(lang),
            Task::List => words::list(lang),
            Task::Help => words::help(lang),
            Task::Package => words::package(lang),
        }
    }

    /// What is to be done.
    pub fn text(self, view: &TourView) -> String {
        let none = TourFamily::default();
        let family = view.family.as_ref().unwrap_or(&none);
        match self {
            Task::Sample => words::sample_text(lang()).into(),
            Task::Find => words::find_text(lang(), &family.title, &family.place),
            Task::Correct => words::correct_text(lang(), &family.title),
            Task::Member => words::member_text(lang(), &family.title),
            Task::Birth => words::birth_text(lang()).into(),
            Task::Finding => words::finding_text(lang()).into(),
            Task::Pyramid => words::pyramid_text(lang()).into(),
            Task::List => words::list_text(lang()).into(),
            Task::Help => words::help_text(lang()).into(),
            Task::Package => words::package_text(lang()).into(),
        }
    }

    /// The address where it is done, and the words that lead there.
    pub fn way(self, view: &TourView) -> (String, &'static str) {
        let family = view.family.as_ref().map_or(String::new(), |family| family.id.to_string());
        let (way, verb) = match self {
            Task::Sample => ("/", words::sample_go(lang())),
            Task::Find => ("/kumpul", words::find_go(lang())),
            Task::Correct => return (format!("/kumpul/keluarga/{family}"), words::correct_go(lang())),
            Task::Member => return (format!("/kumpul/keluarga/{family}?r=baru&s=identitas"), words::member_go(lang())),
            Task::Birth => {
                return (format!("/kumpul/peristiwa?jenis=lahir&keluarga={family}"), words::birth_go(lang()));
            }
            Task::Finding => ("/periksa", words::finding_go(lang())),
            Task::Pyramid => ("/lihat", words::pyramid_go(lang())),
            Task::List => ("/guna/susun", words::list_go(lang())),
            Task::Help => ("/guna/tanpa-akta-lahir", words::help_go(lang())),
            Task::Package => ("/paket", words::package_go(lang())),
        };
        (way.to_owned(), verb)
    }

    /// The number that is asked for; nothing where the register itself tells that the task is done.
    pub fn wanted(self, view: &TourView) -> Option<u32> {
        match self {
            Task::Find => view.family.as_ref().map(|family| family.n_members),
            Task::Pyramid => Some(view.n_women_25_to_29),
            _ => None,
        }
    }

    /// Whether it is done, with the tasks that were answered by a number.
    pub fn is_done(self, view: &TourView, answered: &str) -> bool {
        match self {
            Task::Sample => view.ground == TourGround::Sample,
            Task::Find | Task::Pyramid => answered.split_whitespace().any(|key| key == self.key()),
            Task::Correct => view.corrected,
            Task::Member => view.member_added,
            Task::Birth => view.birth_recorded,
            Task::Finding => view.finding_settled,
            Task::List => view.list_kept,
            Task::Help => view.help_noted,
            Task::Package => view.package_saved,
        }
    }
}
