//! The trainer's room, and the test that participants give. It holds nothing of the village: sessions and answers lie in this
//! browser's local storage, apart from the register, and leave it as files, codes and QR codes alone.

mod ask;
mod bank;
mod camera;
mod evidence;
mod figures;
mod given;
mod invite;
mod projector;
mod session_page;
mod sessions;
mod store;
mod take;
mod test_done;
mod test_page;

pub use evidence::EvidencePage;
pub use figures::ReportPage;
pub use projector::ProjectorPage;
pub use session_page::SessionPage;
pub use sessions::SessionsPage;
pub use test_page::TestPage;
