//! What goes through the door. One request type a question, each with the type of its answer; a room's requests live in the
//! room's file. Values are plain data: the page needs nothing else of the engine.

pub mod act;
pub mod analyse;
pub mod catalogue;
pub mod collect;
pub mod document;
pub mod import;
pub mod learn;
pub mod lists;
pub mod made;
pub mod map;
pub mod package;
pub mod papers;
pub mod place;
pub mod programme;
pub mod sample;
pub mod status;
pub mod teach;
pub mod time;
pub mod tour;
pub mod verify;

pub use act::*;
pub use analyse::*;
pub use catalogue::*;
pub use collect::*;
pub use document::*;
pub use import::*;
pub use learn::*;
pub use lists::*;
pub use made::*;
pub use map::*;
pub use package::*;
pub use papers::*;
pub use place::*;
pub use programme::*;
pub use sample::*;
pub use status::*;
pub use teach::*;
pub use time::*;
pub use tour::*;

/// Words of the register that requests and replies are made of.
pub use crate::register::command::{CommandError, EventReport, Happening};
pub use crate::register::{
    ActKind, Actor, FieldInfo, RecordKind, RecordRef, Role, family_field, field, person_field, profile_field,
};
pub use verify::*;

use crate::base::Id;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Every request with its reply, by who answers it; other macros draw from this list. The engine has the main job and the
/// writing, the study what is read from the register for tables, maps and papers; both know how the house stands.
macro_rules! every_request {
    ($then:ident) => {
        $then! {
            both {
                /// Opens the store and loads the register.
                Open -> Status,
                /// The state of the house.
                GetStatus -> Status,
                /// The language of texts that the engine makes.
                SetLang -> (),
            }
            engine {
                /// Who uses this device.
                SetActor -> Status,
                /// Sets fields of the village profile.
                SetProfile -> Status,
                /// Deletes everything on this device.
                Erase -> Status,
                /// The forms as data.
                GetForm -> FormSchema,
                /// A family with its members.
                OpenFamily -> FamilyView,
                /// Begins a family.
                AddFamily -> FamilyView,
                /// Adds a person to a family.
                AddPerson -> FamilyView,
                /// Sets one field.
                Edit -> FamilyView,
                /// Sets a family's state.
                SetState -> FamilyView,
                /// Takes a family or person out of the register.
                Remove -> Done,
                /// Records a vital event.
                Report -> Done,
                /// Takes an act back.
                Undo -> Done,
                /// The last acts, the newest first.
                RecentActs -> Vec<ActRow>,
                /// Families of a filter, a page of rows.
                ListFamilies -> FamilyPage,
                /// Persons of a filter, a page of rows.
                ListPersons -> PersonPage,
                /// Areas of the village with their counts.
                ListAreas -> Vec<AreaRow>,
                /// Counts of findings by rule, area and kader.
                FindingsSummary -> FindingsOverview,
                /// All rules of verification.
                ListRules -> Vec<RuleView>,
                /// Findings of a filter, a page of rows.
                ListFindings -> FindingPage,
                /// Accepts a finding with a reason.
                Decide -> Done,
                /// Accepts many findings of one rule with a reason.
                DecideMany -> Decided,
                /// Takes a decision back.
                UndoDecision -> Done,
                /// Pyramid and indicators of a date and area.
                GetSummary -> SummaryView,
                /// Indicators as numbers.
                GetIndicators -> IndicatorSet,
                /// All tables of a date and area.
                GetTables -> Vec<crate::present::Table>,
                /// A chart of a date and area.
                DrawChart -> ChartReply,
                /// All tables as a workbook.
                TablesWorkbook -> FileReply,
                /// Reads a file that a village holds.
                OpenImport -> ImportFile,
                /// Reads another sheet of the open file.
                ChooseSheet -> ImportFile,
                /// Makes the plan of the import.
                PlanImport -> ImportPlan,
                /// Families of the plan, a page of them.
                ListImport -> ImportPage,
                /// Carries the plan out.
                ApplyImport -> ImportDone,
                /// Rows that are left out, as a file.
                GetLeftOut -> LeftOutFile,
                /// Throws the open file away.
                DiscardImport -> (),
                /// Villages by name, or the places below a place.
                Places -> PlaceAnswer,
                /// Makes the sample village.
                MakeSample -> Status,
                /// Makes it anew in place of the one that is here.
                RemakeSample -> Status,
                /// Makes a package of everything.
                ExportPackage -> FileMade,
                /// Remembers the last backup.
                MarkBackup -> Status,
                /// Opens and checks a package.
                OpenPackage -> PackageView,
                /// Restores the opened package.
                RestorePackage -> Status,
                /// The target lists with their counts.
                GetTargets -> TargetsView,
                /// One target list, a page of rows.
                GetTarget -> TargetPage,
                /// Notes help that reached someone of a target list.
                NoteHelp -> Done,
                /// Keeps a paper of the village.
                PutPaper -> Done,
                /// Throws a paper away.
                RemovePaper -> Done,
                /// The papers of a kind.
                ListPapers -> Vec<PaperView>,
                /// One paper.
                GetPaper -> Option<PaperView>,
            }
            study {
                /// A snapshot, ready to be kept.
                MakeSnapshot -> SnapshotMade,
                /// The snapshots that were kept.
                ListSnapshots -> SnapshotsView,
                /// Indicators that have a series.
                SeriesChoices -> Vec<SeriesChoice>,
                /// An indicator over time.
                GetSeries -> SeriesView,
                /// Vital rates as averages of years.
                GetVital -> VitalView,
                /// A pyramid with another on it.
                ComparePyramid -> ChartReply,
                /// Generations over years.
                GetGenerations -> ChartReply,
                /// Assumptions to begin a projection with.
                ReadAssumptions -> AssumptionsView,
                /// A projection.
                GetProjection -> ProjectionView,
                /// A projection as a workbook.
                ProjectionWorkbook -> FileReply,
                /// The village that a lesson may see.
                LessonVillage -> LessonVillageReply,
                /// What has happened in the sample village.
                WatchTour -> TourView,
                /// Reads a lesson that is brought in.
                ReadLesson -> LessonRead,
                /// What tables of one's own choice can be made of.
                TableChoices -> Choices,
                /// A table of one's own choice.
                MakeTable -> crate::present::Table,
                /// Its chart.
                MakeChart -> MadeChart,
                /// The tables that are kept.
                ListTables -> Vec<KeptRow>,
                /// Checks a table before it is kept.
                CheckTable -> CheckedPaper,
                /// Who stands in a count of it.
                CellRecords -> CellPage,
                /// Such a table as a workbook.
                MadeWorkbook -> FileReply,
                /// The whole catalogue of indicators.
                GetCatalogue -> CatalogueView,
                /// The whole catalogue as numbers.
                CatalogueNumbers -> Vec<CatalogueNumber>,
                /// One indicator, compared.
                GetIndicator -> IndicatorView,
                /// Indicators by area.
                HeatTable -> HeatView,
                /// The same as a picture.
                HeatPicture -> ChartReply,
                /// Targets and references.
                ListMarks -> MarksView,
                /// Checks a target or reference before it is kept.
                CheckMark -> CheckedPaper,
                /// The form of facilities.
                GetVillageForm -> VillageFormView,
                /// Checks the form of facilities before it is kept.
                CheckVillageForm -> CheckedPaper,
                /// Reads a picture of a QR code.
                ReadQr -> Option<String>,
                /// Tables of a training as a workbook.
                TrainingWorkbook -> FileReply,
                /// A document of the village.
                MakeDocument -> DocumentView,
                /// Reads the edits of a document.
                ReadEdits -> Edits,
                /// Writes the edits of a document.
                WriteEdits -> String,
                /// The tables of a document as a workbook.
                DocumentWorkbook -> FileReply,
                /// The poster.
                MakePoster -> PosterView,
                /// Slides of the population corner.
                MakeSlides -> SlidesView,
                /// What conditions of a target list can ask.
                ConditionTopics -> Vec<TopicView>,
                /// Composed target lists with their counts.
                ListComposed -> Vec<ComposedHead>,
                /// A composed list to change.
                GetComposition -> Option<KeptComposition>,
                /// A composition weighed.
                Compose -> ComposedPage,
                /// A composed list as a target list.
                GetComposed -> TargetPage,
                /// Reads a receivers' file.
                OpenReceivers -> ReceiversFile,
                /// Compares it with a list.
                CompareReceivers -> ReachView,
                /// Names of the comparison.
                ListReach -> ReachPage,
                /// Its table as a workbook.
                ReachWorkbook -> FileReply,
                /// Checks what is to leave by name.
                CheckOutput -> ReadyPaper,
                /// A list by name as a file.
                GiveList -> FileReply,
                /// Counts of a list for everybody.
                PublicCounts -> FileReply,
                /// All that left by name.
                OutputLog -> crate::present::Table,
                /// Indicators ranked, with what was decided of them.
                RankIssues -> RankedView,
                /// Checks a decision on an issue.
                CheckDecision -> ReadyPaper,
                /// What an intervention can be made of.
                ProgrammeChoices -> ProgrammeForm,
                /// Checks an intervention.
                CheckProgramme -> ReadyPaper,
                /// All interventions.
                ListProgrammes -> Vec<ProgrammeRow>,
                /// An intervention with its outcome.
                GetProgramme -> Option<ProgrammeView>,
                /// The sheet of village planning.
                PlanningSheet -> crate::present::Table,
                /// The sheet as a workbook.
                PlanningWorkbook -> FileReply,
                /// What can be mapped.
                MapSheet -> SheetView,
                /// A map.
                DrawMap -> ChartReply,
                /// The sheet on which areas are drawn.
                MapCanvas -> CanvasView,
                /// The paper of a shape.
                CheckShape -> MapPaper,
                /// The paper of a point.
                CheckPoint -> MapPaper,
                /// Reads a file of a map.
                ReadMap -> MapFile,
                /// Writes the choice of slides.
                WriteCorner -> String,
                /// Writes what is chosen for the poster.
                WritePoster -> String,
            }
        }
    };
}
pub(crate) use every_request;

/// Who answers a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answerer {
    /// The engine: the main job, and all writing.
    Engine,
    /// The study, which reads and loads later.
    Study,
    /// Either.
    Both,
}

/// A request type and the type of its answer. Either side of the door reads and writes the types that it uses, no others.
pub trait Ask: Serialize + DeserializeOwned {
    /// The answer.
    type Reply: Serialize + DeserializeOwned;
    /// Names the request in the envelope.
    const CODE: Code;
    /// Who answers it.
    const ANSWERER: Answerer;
}

macro_rules! make_protocol {
    (both { $($both:tt)+ } engine { $($engine:tt)+ } study { $($study:tt)+ }) => {
        make_protocol!(@codes $($both)+ $($engine)+ $($study)+);
        make_protocol!(@ask Both: $($both)+);
        make_protocol!(@ask Engine: $($engine)+);
        make_protocol!(@ask Study: $($study)+);
    };
    (@codes $( $(#[$doc:meta])* $name:ident -> $reply:ty, )+) => {
        /// Names of the requests.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Code { $( $(#[$doc])* $name, )+ }
    };
    (@ask $by:ident: $( $(#[$doc:meta])* $name:ident -> $reply:ty, )+) => {
        $( impl Ask for $name {
            type Reply = $reply;
            const CODE: Code = Code::$name;
            const ANSWERER: Answerer = Answerer::$by;
        } )+
    };
}
every_request!(make_protocol);

/// What the engine tells unasked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Notice {
    /// The register changed: families concerned (empty: look at everything again).
    Changed {
        /// Families whose data changed.
        families: Vec<Id>,
    },
    /// Long work goes on.
    Progress {
        /// Key of the work, for the page's words.
        what: String,
        /// Steps done.
        done: u32,
        /// Steps in all.
        total: u32,
    },
    /// This tab writes (true) or follows another (false).
    Writer(bool),
}

/// From the page to the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ToEngine {
    /// A request: its number, its name, and its bytes.
    Ask(u32, Code, Vec<u8>),
    /// Stop the long work that is under way.
    Cancel,
    /// To the study: the register was changed, read it again before the next answer.
    Stale,
}

/// From the worker to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum FromEngine {
    /// The bytes of the reply (a result with an [`super::EngineError`]) to the request with this number.
    Reply(u32, Vec<u8>),
    /// A notice.
    Notice(Notice),
}
