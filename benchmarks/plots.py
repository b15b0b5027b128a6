"""Two kinds of plot as SVG, in the few lines that they need."""

from collections.abc import Mapping, Sequence
from math import log10
from xml.sax.saxutils import escape

WIDTH, ROW, LEFT, RIGHT = 760, 22, 200, 90
HEIGHT, MARGIN = 320, 60
COLOURS = ("#005eb8", "#b8500a", "#3f7f3f")
"""Told apart by colour-blind readers too; the lines are also named where they end."""

STYLE = (
    '<style>text{font:13px sans-serif;fill:#222}.faint{fill:#667}</style><rect width="100%" height="100%" fill="#fff"/>'
)


def bars(title: str, values: Mapping[str, float], unit: str) -> str:
    """A bar for each value, its number at the end."""
    most = max(values.values())
    parts = [f'<text x="10" y="20">{escape(title)}</text>']
    for number, (name, value) in enumerate(values.items()):
        y = 36 + ROW * number
        length = (WIDTH - LEFT - RIGHT) * value / most
        colour = COLOURS[0] if name.startswith("advisor") else "#98a6b3"
        parts += [
            f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{ROW - 6}" fill="{colour}"/>',
            f'<text x="{LEFT + length + 6:.1f}" y="{y + 13}" class="faint">{value:.0f} {escape(unit)}</text>',
        ]
    return _drawing(parts, 44 + ROW * len(values))


def lines(title: str, series: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """A line for each series of points, both axes in powers of ten."""
    points = [point for line in series.values() for point in line]
    low_x, high_x = _decades([x for x, _ in points])
    low_y, high_y = _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        right = MARGIN + (WIDTH - MARGIN - 140) * (log10(x) - low_x) / (high_x - low_x)
        return right, HEIGHT - 50 - (HEIGHT - 90) * (log10(y) - low_y) / (high_y - low_y)

    parts = [f'<text x="10" y="20">{escape(title)}; up: {escape(up)}, across: {escape(across)}</text>']
    for power in range(low_x, high_x + 1):
        x, _ = place(10**power, 10**low_y)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - 25}" text-anchor="middle" class="faint">{10**power:g}</text>')
    for power in range(low_y, high_y + 1):
        _, y = place(10**low_x, 10**power)
        parts.append(f'<line x1="{MARGIN}" y1="{y:.1f}" x2="{WIDTH - 140}" y2="{y:.1f}" stroke="#dde"/>')
        parts.append(f'<text x="{MARGIN - 8}" y="{y + 4:.1f}" text-anchor="end" class="faint">{10**power:g}</text>')
    for (name, line), colour in zip(series.items(), COLOURS, strict=False):
        placed = [place(x, y) for x, y in line]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in placed]
        parts.append(f'<text x="{placed[-1][0] + 8:.1f}" y="{placed[-1][1] + 4:.1f}">{escape(name)}</text>')
    return _drawing(parts, HEIGHT)


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten between which the values lie."""
    low, high = log10(min(values)), log10(max(values))
    first, last = int(low // 1), -int(-high // 1)
    return first, max(last, first + 1)


def _drawing(parts: Sequence[str], height: int) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    return "\n".join([head, STYLE, *parts, "</svg>", ""])
