//! Expressions over drawn numbers: `100*a/b`, `round(a/(a+b), 1)`. Four operations, brackets, `round`, `sqrt`, `min`,
//! `max`, `abs`; names of drawn numbers. Nothing else, so that a lesson file can do no harm.

use std::collections::BTreeMap;

/// Drawn numbers by name.
pub type Numbers = BTreeMap<String, f64>;

/// A parsed expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// A drawn number.
    Name(String),
    /// An operation: `+ - * /`.
    Operation(char, Box<Expression>, Box<Expression>),
    /// A function with its arguments.
    Call(Function, Vec<Expression>),
}

/// A function of expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// To a number of decimals, halves away from zero.
    Round,
    /// Square root.
    Sqrt,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// Without its sign.
    Abs,
}

/// Name, function, how many arguments at least and at most.
const FUNCTIONS: &[(&str, Function, usize, usize)] = &[
    ("round", Function::Round, 2, 2),
    ("sqrt", Function::Sqrt, 1, 1),
    ("min", Function::Min, 1, 9),
    ("max", Function::Max, 1, 9),
    ("abs", Function::Abs, 1, 1),
];

/// Brackets within brackets that are read at most.
const DEEPEST: usize = 40;

impl Expression {
    /// Reads an expression; where it fails, the rest of the text that could not be read.
    pub fn read(text: &str) -> Result<Expression, String> {
        let mut reader = Reader { rest: text.trim_start(), depth: 0 };
        let read = reader.sum();
        match read {
            Some(expression) if reader.rest.is_empty() => Ok(expression),
            _ => Err(if reader.rest.is_empty() { text.to_owned() } else { reader.rest.to_owned() }),
        }
    }

    /// Its value; nothing where a name is missing or the result is not a number (a division by zero).
    pub fn value(&self, numbers: &Numbers) -> Option<f64> {
        let value = match self {
            Expression::Number(number) => *number,
            Expression::Name(name) => *numbers.get(name)?,
            Expression::Operation(sign, a, b) => {
                let (a, b) = (a.value(numbers)?, b.value(numbers)?);
                match sign {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ => a / b,
                }
            }
            Expression::Call(function, arguments) => {
                let values: Option<Vec<f64>> = arguments.iter().map(|argument| argument.value(numbers)).collect();
                let values = values?;
                let first = *values.first()?;
                match function {
                    Function::Round => {
                        let scale = 10f64.powi(values.get(1)?.clamp(0.0, 9.0) as i32);
                        (first * scale).round() / scale
                    }
                    Function::Sqrt => first.sqrt(),
                    Function::Min => values.iter().copied().fold(first, f64::min),
                    Function::Max => values.iter().copied().fold(first, f64::max),
                    Function::Abs => first.abs(),
                }
            }
        };
        value.is_finite().then_some(value)
    }

    /// Names that it uses.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Expression::Number(_) => Vec::new(),
            Expression::Name(name) => vec![name],
            Expression::Operation(_, a, b) => [a.names(), b.names()].concat(),
            Expression::Call(_, arguments) => arguments.iter().flat_map(Expression::names).collect(),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn take(&mut self, sign: char) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn take_while(&mut self, part: impl Fn(char) -> bool) -> String {
        let end = self.rest.find(|c| !part(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        let taken = taken.to_owned();
        self.rest = rest.trim_start();
        taken
    }

    fn chain(&mut self, signs: [char; 2], part: fn(&mut Self) -> Option<Expression>) -> Option<Expression> {
        let mut left = part(self)?;
        while let Some(sign) = signs.into_iter().find(|sign| self.take(*sign)) {
            left = Expression::Operation(sign, Box::new(left), Box::new(part(self)?));
        }
        Some(left)
    }

    fn sum(&mut self) -> Option<Expression> {
        self.chain(['+', '-'], Reader::product)
    }

    fn product(&mut self) -> Option<Expression> {
        self.chain(['*', '/'], Reader::single)
    }

    fn single(&mut self) -> Option<Expression> {
        self.depth += 1;
        let read = if self.depth > DEEPEST { None } else { self.unguarded() };
        self.depth -= 1;
        read
    }

    fn unguarded(&mut self) -> Option<Expression> {
        if self.take('-') {
            let zero = Box::new(Expression::Number(0.0));
            return Some(Expression::Operation('-', zero, Box::new(self.single()?)));
        }
        if self.take('(') {
            let inner = self.sum()?;
            return self.take(')').then_some(inner);
        }
        let first = self.rest.chars().next()?;
        if first.is_ascii_digit() {
            let digits = self.take_while(|c| c.is_ascii_digit() || c == '.');
            return digits.parse().ok().map(Expression::Number);
        }
        if !first.is_ascii_alphabetic() {
            return None;
        }
        let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if !self.take('(') {
            return Some(Expression::Name(name));
        }
        let (_, function, least, most) = FUNCTIONS.iter().find(|(known, ..)| *known == name)?;
        let mut arguments = vec![self.sum()?];
        while self.take(',') {
            arguments.push(self.sum()?);
        }
        let fits = (*least..=*most).contains(&arguments.len());
        (self.take(')') && fits).then_some(Expression::Call(*function, arguments))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_have_the_values_of_school() {
        let numbers: Numbers = [("a".to_owned(), 30.0), ("b".to_owned(), 120.0), ("zero".to_owned(), 0.0)].into();
        for (text, wanted) in [
            ("100*a/b", Some(25.0)),
            ("a + b * 2", Some(270.0)),
            ("(a+b)*2", Some(300.0)),
            ("10-4-3", Some(3.0)),
            ("100/10/2", Some(5.0)),
            ("-a + 40", Some(10.0)),
            ("2*-3", Some(-6.0)),
            ("round(a/b*3, 1)", Some(0.8)),
            ("round(2.5, 0)", Some(3.0)),
            ("sqrt(b+24)", Some(12.0)),
            ("min(a, b, 7)", Some(7.0)),
            ("max(a,b)-abs(0-5)", Some(115.0)),
            ("a/zero", None),
            ("sqrt(0-1)", None),
            ("c", None),
        ] {
            assert_eq!(Expression::read(text).unwrap().value(&numbers), wanted, "{text}");
        }
        for (text, rest) in [
            ("a +", "a +"),
            ("a b", "b"),
            ("2 ** 3", "* 3"),
            ("alert(1)", "1)"),
            ("round(1)", "round(1)"),
            ("", ""),
            ("(a", "(a"),
            ("a)", ")"),
        ] {
            assert_eq!(Expression::read(text), Err(rest.to_owned()), "{text}");
        }
        assert!(Expression::read(&"(".repeat(10_000)).is_err());
        assert_eq!(Expression::read("a/(a+b)").unwrap().names(), ["a", "a", "b"]);
    }
}
