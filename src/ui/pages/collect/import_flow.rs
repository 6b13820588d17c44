//! The course of an import on the page: which step it is at, what was chosen, and the questions to the engine.

use crate::base::Id;
use crate::engine::EngineError;
use crate::engine::protocol::{
    ApplyImport, ChooseSheet, DiscardImport, GetLeftOut, ImportDone, ImportFile, ImportOptions, ImportPlan, Mapping,
    OpenImport, PlanImport, Undo,
};
use crate::lang::{collect, import_page as words};
use crate::ui::client::{ask, ask_for_file, ask_with_file, cancel, live, save};
use crate::ui::lang;
use crate::ui::parts::file_button::read_file;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::toast::{toast, toast_undo};
use leptos::prelude::*;

/// Where the import stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// No file yet.
    #[default]
    File,
    /// Columns get their meaning.
    Columns,
    /// The plan is looked at.
    Plan,
    /// It was carried out.
    Done,
    /// It was carried out and taken back.
    Undone,
}

/// Long work under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A file or sheet is read.
    Read,
    /// The plan is made.
    Plan,
    /// The plan is carried out.
    Apply,
    /// A file is made.
    File,
}

impl Work {
    /// The key of its progress.
    pub fn key(self) -> &'static str {
        match self {
            Work::Read => "import-read",
            Work::Plan => "import-plan",
            Work::Apply => "import-apply",
            Work::File => "",
        }
    }

    /// Nothing else can be done meanwhile; a file that is made is soon there.
    pub fn stops_page(self) -> bool {
        self != Work::File
    }

    /// What is being done.
    pub fn text(self) -> &'static str {
        match self {
            Work::Read => words::reading(lang()),
            Work::Plan => words::planning(lang()),
            Work::Apply => words::applying(lang()),
            Work::File => words::making_file(lang()),
        }
    }
}

/// The import on the page; its signals live as long as the page.
#[derive(Clone, Copy)]
pub struct Flow {
    /// Where it stands.
    pub stage: RwSignal<Stage>,
    /// Long work under way.
    pub work: RwSignal<Option<Work>>,
    /// What went wrong last.
    pub error: RwSignal<Option<EngineError>>,
    /// The open file.
    pub file: RwSignal<ImportFile>,
    /// What each column means, as chosen now.
    pub mapping: RwSignal<Mapping>,
    /// Choices as they are now.
    pub options: RwSignal<ImportOptions>,
    /// The plan.
    pub plan: RwSignal<ImportPlan>,
    /// Mapping and choices of the plan.
    planned: RwSignal<(Mapping, ImportOptions)>,
    /// What was carried out.
    pub done: RwSignal<Option<ImportDone>>,
}

impl Flow {
    /// At the beginning. Leaving the page stops the reading and throws the file away.
    pub fn new() -> Flow {
        let flow = Flow {
            stage: RwSignal::default(),
            work: RwSignal::default(),
            error: RwSignal::default(),
            file: RwSignal::default(),
            mapping: RwSignal::default(),
            options: RwSignal::default(),
            plan: RwSignal::default(),
            planned: RwSignal::default(),
            done: RwSignal::default(),
        };
        on_cleanup(move || {
            if matches!(flow.work.try_get_untracked(), Some(Some(Work::Read | Work::Plan))) {
                cancel();
            }
            throw_away();
        });
        flow
    }

    /// True where the plan is older than what is chosen now.
    pub fn outdated(self) -> bool {
        self.planned.with(|(mapping, options)| {
            self.mapping.with(|now| now != mapping) || self.options.with(|now| now != options)
        })
    }

    /// Reads a file.
    pub fn open(self, file: web_sys::File) {
        self.begin(Work::Read);
        leptos::task::spawn_local(async move {
            let answer = match read_file(&file).await {
                Ok(bytes) => ask_with_file(OpenImport { name: file.name() }, bytes).await,
                Err(_) => Err(EngineError::File(words::unreadable(lang()).into())),
            };
            self.opened(answer);
        });
    }

    /// Reads another sheet of the file.
    pub fn choose_sheet(self, sheet: String) {
        self.begin(Work::Read);
        leptos::task::spawn_local(async move { self.opened(ask(ChooseSheet { sheet }).await) });
    }

    fn opened(self, answer: Result<ImportFile, EngineError>) {
        let Some(file) = self.end(answer) else { return };
        self.mapping.set(file.mapping.clone());
        self.options.set(file.options.clone());
        self.file.set(file);
        self.stage.set(Stage::Columns);
    }

    /// Makes the plan with what is chosen now.
    pub fn make_plan(self) {
        self.begin(Work::Plan);
        let (mapping, options) = (self.mapping.get_untracked(), self.options.get_untracked());
        leptos::task::spawn_local(async move {
            let answer = ask(PlanImport { mapping: mapping.clone(), options: options.clone() }).await;
            let Some(plan) = self.end(answer) else { return };
            self.planned.set((mapping, options));
            self.plan.set(plan);
            self.stage.set(Stage::Plan);
        });
    }

    /// Carries the plan out.
    pub fn apply(self) {
        self.begin(Work::Apply);
        leptos::task::spawn_local(async move {
            let answer = save(ApplyImport).await;
            if let Ok(done) = &answer {
                let act = done.act;
                toast_undo(words::done_toast(lang()), Callback::new(move |()| self.undo(act)));
            }
            let Some(done) = self.end(answer) else { return };
            self.done.set(Some(done));
            self.stage.set(Stage::Done);
        });
    }

    /// Takes the import back, also after the page was left.
    pub fn undo(self, act: Id) {
        leptos::task::spawn_local(async move {
            match save(Undo { act }).await {
                Ok(_) => {
                    toast(collect::undone(lang()));
                    if self.done.try_with_untracked(Option::is_some) == Some(true) {
                        self.stage.set(Stage::Undone);
                    }
                }
                Err(error) => toast(error.message(lang()).1),
            }
        });
    }

    /// Gives out the rows that are left out.
    pub fn save_left_out(self, workbook: bool) {
        self.begin(Work::File);
        leptos::task::spawn_local(async move {
            let answer = ask_for_file(GetLeftOut { workbook }).await;
            let Some((file, Some(bytes))) = self.end(answer) else { return };
            let mime = match workbook {
                true => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                false => "text/csv",
            };
            download(&OutFile { name: file.name, mime, content: bytes.into() });
        });
    }

    /// Back to choosing a file.
    pub fn start_again(self) {
        throw_away();
        self.error.set(None);
        self.done.set(None);
        self.stage.set(Stage::File);
    }

    fn begin(self, work: Work) {
        if let Some(live) = live() {
            live.progress.set(None);
        }
        self.error.set(None);
        self.work.set(Some(work));
    }

    /// The answer, where there is one and the page still stands.
    fn end<T>(self, answer: Result<T, EngineError>) -> Option<T> {
        // A page that was left while the engine worked has no signals any more; its file is thrown away already.
        if self.work.is_disposed() {
            return None;
        }
        self.work.set(None);
        match answer {
            Ok(reply) => Some(reply),
            Err(error) => {
                self.error.set(Some(error));
                None
            }
        }
    }
}

fn throw_away() {
    leptos::task::spawn_local(async {
        _ = ask(DiscardImport).await;
    });
}

/// A choice that writes what is chosen into the import.
pub fn picked(now: String, write: impl Fn(String) + 'static) -> RwSignal<String> {
    let chosen = RwSignal::new(now.clone());
    Effect::new(move |before: Option<String>| {
        let chosen = chosen.get();
        if before.as_ref().unwrap_or(&now) != &chosen {
            write(chosen.clone());
        }
        chosen
    });
    chosen
}

/// A box that writes whether it is ticked into the import.
pub fn ticked(now: bool, write: impl Fn(bool) + 'static) -> RwSignal<bool> {
    let chosen = RwSignal::new(now);
    Effect::new(move |before: Option<bool>| {
        let chosen = chosen.get();
        if before.unwrap_or(now) != chosen {
            write(chosen);
        }
        chosen
    });
    chosen
}
