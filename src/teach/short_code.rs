//! The way that always works: a code of 11 to 16 letters that can be read out and typed. It holds which items were right, the
//! participant's number and a check; what exactly was chosen is not in it.

use super::code::{crc32, letters_of, text_of};
use super::forms::Form;
use super::packet::{Answers, Given, Group, PacketError, Who};
use super::session::Session;

const N_SESSION: u32 = 15;
const N_NUMBER: u32 = 10;
const N_CHECK: u32 = 12;
/// Letters in a row, for reading out.
const N_TOGETHER: usize = 4;

/// The code of a participant's answers, in groups of four. A nickname that is no number up to 1023 is left out: the trainer
/// is asked for it.
pub fn short_code(answers: &Answers) -> String {
    let number = answers.who.number().filter(|number| *number < 1 << N_NUMBER).unwrap_or(0);
    let mut bits = Bits(Vec::new());
    bits.push(answers.session.number(), N_SESSION);
    bits.push(u32::from(answers.form == Form::Post), 1);
    bits.push(Group::ALL.iter().position(|group| *group == answers.who.group).unwrap_or(2) as u32, 2);
    bits.push(u32::from(number), N_NUMBER);
    for right in &answers.right {
        bits.push(u32::from(*right), 1);
    }
    let check = bits.check();
    bits.push(check, N_CHECK);
    let letters = text_of(
        bits.0.chunks(5).map(|five| (0..5).fold(0, |letter, n| letter << 1 | u8::from(five.get(n) == Some(&true)))),
    );
    let groups: Vec<&str> =
        (0..letters.len()).step_by(N_TOGETHER).map(|i| &letters[i..letters.len().min(i + N_TOGETHER)]).collect();
    groups.join(" ")
}

/// The answers that a typed code stands for; without a name where the participant had no number.
pub fn read_short(text: &str, session: &Session) -> Result<(Answers, bool), PacketError> {
    let letters: Option<Vec<u8>> = letters_of(text).collect();
    let letters = letters.ok_or(PacketError::NotOurs)?;
    let all: Vec<bool> = letters.iter().flat_map(|letter| (0..5).rev().map(move |n| letter >> n & 1 == 1)).collect();
    let fixed = (N_SESSION + 1 + 2 + N_NUMBER + N_CHECK) as usize;
    let fits = |form: Form| {
        let wanted = fixed + session.forms.of(form).len();
        (wanted.div_ceil(5) == letters.len()).then(|| Bits(all[..wanted - N_CHECK as usize].to_vec()))
    };
    let mut tried = false;
    for form in Form::BOTH {
        let Some(bits) = fits(form) else { continue };
        tried = true;
        let end = bits.0.len();
        let said = Bits(all[end..end + N_CHECK as usize].to_vec()).number(0, N_CHECK);
        if said != bits.check() || bits.0[N_SESSION as usize] != (form == Form::Post) {
            continue;
        }
        if bits.number(0, N_SESSION) != session.code.number() & ((1 << N_SESSION) - 1) {
            return Err(PacketError::OtherSession(None));
        }
        let group = Group::ALL.get(bits.number(N_SESSION + 1, 2) as usize).copied().unwrap_or_default();
        let number = bits.number(N_SESSION + 3, N_NUMBER);
        let right: Vec<bool> = bits.0[(N_SESSION + 3 + N_NUMBER) as usize..].to_vec();
        let who = Who { name: if number > 0 { number.to_string() } else { String::new() }, group };
        let answers = Answers { session: session.code, form, who, given: vec![Given::Nothing; right.len()], right };
        return Ok((answers, number > 0));
    }
    Err(if tried { PacketError::Damaged } else { PacketError::NotOurs })
}

/// Bits, the first one first.
struct Bits(Vec<bool>);

impl Bits {
    fn push(&mut self, number: u32, n_bits: u32) {
        self.0.extend((0..n_bits).rev().map(|n| number >> n & 1 == 1));
    }

    fn number(&self, from: u32, n_bits: u32) -> u32 {
        let bits = self.0.iter().skip(from as usize).take(n_bits as usize);
        bits.fold(0, |number, bit| number << 1 | u32::from(*bit))
    }

    fn check(&self) -> u32 {
        let bytes: Vec<u8> = self.0.iter().map(|bit| u8::from(*bit)).collect();
        crc32(&bytes) & ((1 << N_CHECK) - 1)
    }
}
