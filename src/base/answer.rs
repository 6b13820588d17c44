//! An answer to one question of the register. "Not asked yet", "does not know", "refused" and "does not apply" are four
//! different things, and none of them is zero.

/// An answer of type `T`, or the reason why there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer<T> {
    /// Nobody has answered yet.
    #[default]
    Missing,
    /// The answer.
    Known(T),
    /// Asked; the respondent does not know (tidak tahu).
    Unknown,
    /// Asked; the respondent did not want to say (menolak).
    Refused,
    /// The question does not apply to this record (tidak berlaku).
    NotApplicable,
}

impl<T> Answer<T> {
    /// The answer itself, where there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Answer::Known(value) => Some(value),
            _ => None,
        }
    }

    /// True where nobody has answered yet.
    pub fn is_missing(&self) -> bool {
        matches!(self, Answer::Missing)
    }

    /// True where there is an answer.
    pub fn is_known(&self) -> bool {
        matches!(self, Answer::Known(_))
    }
}

impl<T: PartialEq> Answer<T> {
    /// True where the answer is known and equals `value`.
    pub fn is(&self, value: T) -> bool {
        matches!(self, Answer::Known(known) if *known == value)
    }
}

impl<T: Copy> Answer<T> {
    /// The answer itself, copied.
    pub fn get(&self) -> Option<T> {
        self.known().copied()
    }
}

impl Answer<String> {
    /// The text, or an empty one.
    pub fn text(&self) -> &str {
        self.known().map_or("", String::as_str)
    }
}

impl<T> From<T> for Answer<T> {
    fn from(value: T) -> Self {
        Answer::Known(value)
    }
}

impl<T> From<Option<T>> for Answer<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Answer::Missing, Answer::Known)
    }
}
