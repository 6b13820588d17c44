//! QR codes: drawn as SVG, and read from the grey values of a camera's picture.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// Light border around a code, in modules, as the standard asks.
const BORDER: usize = 4;

/// A QR code as SVG, black on white; nothing where the text is too long for one.
pub fn svg(text: &str, label: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().or_else(|_| QRBuilder::new(text).ecl(ECL::L).build()).ok()?;
    let size = code.size + 2 * BORDER;
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path fill="#000" d=""##
    );
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && code[row][column].value() {
                column += 1;
            }
            if column > start {
                let (x, y, width) = (start + BORDER, row + BORDER, column - start);
                _ = write!(out, "M{x} {y}h{width}v1h-{width}z");
            } else {
                column += 1;
            }
        }
    }
    out.push_str("\"/></svg>");
    Some(out)
}

/// The text of the first QR code in a picture of `width` columns, one grey value a pixel.
pub fn read(width: usize, grey: &[u8]) -> Option<String> {
    let height = grey.len().checked_div(width)?;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        grey.get(y * width + x).copied().unwrap_or(255)
    });
    picture.detect_grids().into_iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}
