//! Rules about vital events.

pub mod birth_event_without_mother;
pub mod death_head_without_successor;
pub mod death_still_active;
pub mod event_after_exit;
pub mod event_before_birth;
pub mod event_date_future;
