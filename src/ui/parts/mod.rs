//! Reusable pieces of the page, one a file, each with its style in `style/parts/<part>.css`. They know words, codes and
//! values of `base` and `lang`, and figures of `present`; of the engine they know the protocol's types, and no page. They
//! are generic over data (rows, options, signals), not over closures, so that twenty pages share one compiled copy.

pub mod button;
pub mod card;
pub mod chart;
pub mod choice;
mod combobox;
pub mod copy;
pub mod data_table;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod figure;
pub mod file_button;
pub mod file_out;
pub mod form_field;
pub mod gradual;
pub mod icon;
pub mod languages;
pub mod live;
pub mod note_field;
pub mod notice;
pub mod picker;
pub mod progress;
pub mod search;
pub mod segmented;
pub mod slider;
pub mod tag;
pub mod toast;
pub mod tone;
pub mod typed;
pub mod windowed_list;
