//! How wide text is and where axes tick, reckoned without a font: widths are those of DejaVu Sans, wider than the fonts of
//! phones, so that what fits here fits there.

/// Width of the text in pixels at a font size.
pub(super) fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(char_width).sum();
    ems * size * if bold { 1.1 } else { 1.0 }
}

/// Width of a character in thousandths of the font size, over 1,000.
fn char_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' => 0.29,
        ' ' | '.' | ',' | ':' | ';' | 'I' | '·' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '/' | '-' | '"' => 0.41,
        '–' => 0.5,
        'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.59,
        'm' | '%' | '—' | '…' | '−' => 0.98,
        'w' | 'M' | 'O' | 'Q' | 'G' | 'D' | 'N' | 'H' | 'U' | 'K' => 0.83,
        'W' => 0.99,
        'A'..='Z' => 0.69,
        _ if c.is_ascii() => 0.64,
        _ => 1.0,
    }
}

/// The text in lines no wider than `width`, broken between words; a longer word keeps a line of its own, cut with "…".
pub(in crate::present) fn wrapped(text: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = shortened(word, width, size, bold);
        match lines.last_mut() {
            Some(line) if text_width(line, size, bold) + text_width(&word, size, bold) + 0.33 * size <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// The text, cut with "…" where it is wider than `width`.
pub(super) fn shortened(text: &str, width: f64, size: f64, bold: bool) -> String {
    if text_width(text, size, bold) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if text_width(&kept, size, bold) + size * 1.1 > width {
            kept.pop();
            break;
        }
    }
    kept.trim_end().to_owned() + "…"
}

/// Steps that people count in: 1, 2, 5, 10, 20, 25, 50 …; the smallest that divides `span` into at most `most` parts.
pub(super) fn step(span: f64, most: usize) -> f64 {
    let mut ten = 1.0;
    loop {
        for base in [1.0, 2.0, 2.5, 5.0] {
            let step: f64 = base * ten;
            if step.fract() == 0.0 && span / step <= most as f64 {
                return step;
            }
        }
        ten *= 10.0;
    }
}

/// Ticks from 0 up to `max`, at most `most` steps.
pub(super) fn ticks(max: f64, most: usize) -> Vec<f64> {
    let step = step(max, most);
    (0..=(max / step).floor() as usize).map(|i| i as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_tick_in_steps_that_people_count_in() {
        for (max, most, expected) in [
            (47.0, 3, vec![0.0, 20.0, 40.0]),
            (50.0, 2, vec![0.0, 25.0, 50.0]),
            (3.0, 3, vec![0.0, 1.0, 2.0, 3.0]),
            (7.0, 3, vec![0.0, 5.0]),
            (1_830.0, 4, vec![0.0, 500.0, 1_000.0, 1_500.0]),
            (0.5, 3, vec![0.0]),
        ] {
            assert_eq!(ticks(max, most), expected, "{max}");
        }
    }

    #[test]
    fn text_is_broken_between_words_and_cut_within_long_ones() {
        assert_eq!(wrapped("Tidak atau belum sekolah", 90.0, 12.0, false), ["Tidak atau", "belum", "sekolah"]);
        assert_eq!(shortened("Pemberdayaanmasyarakat", 60.0, 12.0, false), "Pembe…");
        assert!(wrapped("", 90.0, 12.0, false).is_empty());
    }
}
