//! Each form of chart as a kept picture.
