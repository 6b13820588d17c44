//! Reusable pieces of the page, one a file, each with its style in `style/parts/<part>.css`. They know words and codes of
//! `base` and `lang`; they know neither the engine nor a page. They are generic over data (rows, options, signals), not
//! over closures, so that twenty pages share one compiled copy.

pub mod icon;
pub mod toast;
