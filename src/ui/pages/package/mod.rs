//! Data packages in and out.

mod package_page;

pub use package_page::{PackagePage, backup_line};
