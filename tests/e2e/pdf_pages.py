"""What stands on each page of a PDF, as JSON: size, words, and where the ink is when the page is turned into a picture."""

import json
import sys

import pypdfium2

SCALE = 0.5  # half a pixel a point is enough to find ink


def picture(page):
    """First and last row and column that hold ink, as shares of the page, and the share of all pixels that do."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    data = bytes(bitmap.buffer)
    rows = [data[row * stride : row * stride + width] for row in range(height)]
    inked = [row for row, line in enumerate(rows) if min(line) < 250]
    columns = [column for column in range(width) if min(line[column] for line in rows) < 250]
    if not inked:
        return {"top": 1, "bottom": 0, "left": 1, "right": 0, "ink": 0}
    dark = sum(sum(1 for value in line if value < 250) for line in rows)
    return {
        "top": inked[0] / height,
        "bottom": (inked[-1] + 1) / height,
        "left": columns[0] / width,
        "right": (columns[-1] + 1) / width,
        "ink": dark / (width * height),
    }


pages = []
for page in pypdfium2.PdfDocument(sys.argv[1]):
    width, height = page.get_size()
    text = " ".join(page.get_textpage().get_text_range().split())
    pages.append({"width": round(width), "height": round(height), "text": text, **picture(page)})
print(json.dumps(pages))
