//! A terminal's screen as an SVG: text stays text, nothing is fetched, light or dark as the reader has it.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

use super::screen::{height, width};

const FONT_SIZE: f32 = 14.0;
const COLUMN: f32 = 8.4;
const ROW: f32 = 20.0;
const MARGIN: f32 = 16.0;

/// The sixteen colours of a terminal on white and on black, with a contrast of at least 4.5 (WCAG 2.2, 1.4.3) to what is
/// behind them; the colour of text, and what is behind it, come last.
const LIGHT: [&str; 18] = [
    "#24292f", "#b3141f", "#116329", "#7d5200", "#0550ae", "#8250df", "#1b6b72", "#57606a", "#57606a", "#b3141f",
    "#116329", "#7d5200", "#0550ae", "#8250df", "#1b6b72", "#24292f", "#1f2328", "#ffffff",
];
const DARK: [&str; 18] = [
    "#8b949e", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#c9d1d9", "#8b949e", "#ffa198",
    "#7ee787", "#f2cc60", "#a5d6ff", "#e2c5ff", "#b3f0ff", "#f0f6fc", "#e6edf3", "#0d1117",
];

/// The drawing; `title` is read to those who cannot see it.
pub(crate) fn draw(screen: &Screen, title: &str) -> String {
    let (rows, columns) = (height(screen), width(screen));
    let (wide, tall) = (f32::from(columns) * COLUMN + 2.0 * MARGIN, f32::from(rows) * ROW + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{wide:.0}\" height=\"{tall:.0}\" \
         viewBox=\"0 0 {wide:.0} {tall:.0}\">\n<title>{}</title>\n<style>\n{}</style>\n\
         <rect class=\"paper\" x=\"0.5\" y=\"0.5\" width=\"{:.0}\" height=\"{:.0}\" rx=\"8\"/>\n",
        escaped(title),
        style(),
        wide - 1.0,
        tall - 1.0,
    );
    for row in 0..rows {
        let baseline = MARGIN + f32::from(row) * ROW + FONT_SIZE;
        for (column, class, text) in runs(screen, row) {
            let x = MARGIN + f32::from(column) * COLUMN;
            // A reader's font may be wider or narrower: each run keeps its place and its length.
            let length = length(&text) * COLUMN;
            let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
            let text = escaped(&text);
            let _ =
                writeln!(svg, "<text{class} x=\"{x:.1}\" y=\"{baseline:.0}\" textLength=\"{length:.1}\">{text}</text>");
        }
    }
    svg + "</svg>\n"
}

fn style() -> String {
    let colours = |palette: [&str; 18]| {
        let mut rules: String = (0..16).map(|n| format!(".c{n}{{fill:{}}}", palette[n])).collect();
        let _ = write!(rules, "text{{fill:{}}}.paper{{fill:{}}}", palette[16], palette[17]);
        rules
    };
    format!(
        "text{{font:{FONT_SIZE}px ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}}\n\
         .bold{{font-weight:700}}.faint{{opacity:.75}}.italic{{font-style:italic}}.line{{text-decoration:underline}}\n\
         .paper{{stroke:#8b949e;stroke-opacity:.4}}\n{}\n@media (prefers-color-scheme:dark){{{}}}\n",
        colours(LIGHT),
        colours(DARK),
    )
}

/// The stretches of a row that look the same, each with its first column. Two spaces part what stands in columns.
fn runs(screen: &Screen, row: u16) -> Vec<(u16, String, String)> {
    let mut runs: Vec<(u16, String, String)> = Vec::new();
    let mut gap = 2;
    for column in 0..width(screen) {
        let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation()) else { continue };
        if cell.contents().trim().is_empty() {
            gap += 1;
            continue;
        }
        let class = class(cell);
        match runs.last_mut().filter(|(_, last, _)| gap < 2 && *last == class) {
            Some((.., text)) => *text += &format!("{}{}", " ".repeat(gap), cell.contents()),
            None => runs.push((column, class, cell.contents().to_owned())),
        }
        gap = 0;
    }
    runs
}

fn class(cell: &Cell) -> String {
    let colour = match cell.fgcolor() {
        Color::Default => None,
        Color::Idx(n) if n < 16 => Some(format!("c{n}")),
        other => panic!("the picture has no colour {other:?}"),
    };
    assert_eq!(cell.bgcolor(), Color::Default, "the picture has no colours behind text");
    let marks = [(cell.bold(), "bold"), (cell.dim(), "faint"), (cell.italic(), "italic"), (cell.underline(), "line")];
    let marks = marks.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned());
    colour.into_iter().chain(marks).collect::<Vec<_>>().join(" ")
}

/// The columns of a text without wide characters.
fn length(text: &str) -> f32 {
    u16::try_from(text.chars().count()).map_or(0.0, f32::from)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
