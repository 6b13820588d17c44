//! Tests of the wider catalogue on small villages.
