//! Rows that begin with a table → its rows as lines, with tabs between the cells; lines of one cell are put together.

use super::page::Place;
use super::row::{Cell, Row, join};

/// Rows of a table stand no further apart than so many of their heights.
const APART: f64 = 3.0;
/// Gaps between rows of a table are larger than those in its cells by so many widths of a character.
const PADDING: f64 = 0.25;

/// A table at the head of some rows: how many it takes, and its lines.
pub struct Table {
    pub taken: usize,
    pub lines: Vec<String>,
}

/// The table that the rows begin with, if they do: two rows at least have cells below one another.
pub fn begin(rows: &[Row]) -> Option<Table> {
    let first = rows.first().filter(|row| row.cells.len() > 1)?;
    let mut columns: Vec<Place> = first.cells.iter().map(|cell| cell.place).collect();
    let (mut taken, mut full) = (1, 1);
    for (i, row) in rows.iter().enumerate().skip(1) {
        let cells = cells(row, &columns);
        if !goes_on(&rows[..i], row, cells, &columns) {
            break;
        }
        full += usize::from(cells.len() > 1);
        widen(&mut columns, cells);
        taken = i + 1;
    }
    (full > 1).then(|| Table {
        taken,
        lines: lines(&rows[..taken], &columns),
    })
}

/// The cells of a row: its pieces, where a gap that is too small elsewhere stands between columns.
fn cells<'r>(row: &'r Row, columns: &[Place]) -> &'r [Cell] {
    let fits = |cell: &Cell| {
        column_of(&cell.place, columns)
            .is_some_and(|column| is_within(&cell.place, column, columns))
    };
    let closer = row.pieces.len() > row.cells.len();
    match closer && !row.cells.iter().all(fits) && row.pieces.iter().all(fits) {
        true => &row.pieces,
        false => &row.cells,
    }
}

/// Whether a row belongs to the table of the rows above it.
fn goes_on(above: &[Row], row: &Row, cells: &[Cell], columns: &[Place]) -> bool {
    let Some(last) = above.last() else {
        return false;
    };
    let gap = row.place.top - last.place.bottom;
    let apart = row.page == last.page && gap > APART * row.place.height();
    if apart || row.page > last.page + 1 {
        return false;
    }
    match cells {
        [only] => match column_of(&only.place, columns) {
            // What stands alone at the left may be the text below the table.
            Some(0) => {
                let close =
                    inner_gap(above, columns).is_some_and(|inner| gap <= inner + PADDING * row.em);
                let aligned = (only.place.left - columns[0].left).abs() < 0.3 * row.em;
                row.page == last.page && close && aligned && is_within(&only.place, 0, columns)
            }
            Some(column) => is_within(&only.place, column, columns),
            None => false,
        },
        cells => cells
            .iter()
            .any(|cell| column_of(&cell.place, columns).is_some()),
    }
}

/// The column that a cell stands in: the one that it shares most of its width with.
fn column_of(place: &Place, columns: &[Place]) -> Option<usize> {
    let shared = |column: &Place| column.shared_width(place);
    let (index, best) = columns
        .iter()
        .enumerate()
        .max_by(|a, b| shared(a.1).total_cmp(&shared(b.1)))?;
    (shared(best) > 0.0).then_some(index)
}

/// Whether a cell keeps clear of the columns beside its own.
fn is_within(place: &Place, column: usize, columns: &[Place]) -> bool {
    let clear = |other: &Place| other.shared_width(place) <= 0.0;
    let left = column.checked_sub(1).is_none_or(|i| clear(&columns[i]));
    left && columns.get(column + 1).is_none_or(clear)
}

/// Columns are as wide as their widest cell, unless it reaches over several.
fn widen(columns: &mut Vec<Place>, cells: &[Cell]) {
    for cell in cells {
        match column_of(&cell.place, columns) {
            Some(column) if is_within(&cell.place, column, columns) => {
                columns[column] = columns[column].with(cell.place);
            }
            Some(_) => {}
            None => {
                let at = columns.partition_point(|column| column.left < cell.place.left);
                columns.insert(at, cell.place);
            }
        }
    }
}

/// The smallest gap between what stands in the same column: between the lines of a cell, if any has several.
fn inner_gap(rows: &[Row], columns: &[Place]) -> Option<f64> {
    let mut ends: Vec<Option<(usize, f64)>> = vec![None; columns.len()];
    let mut smallest = None;
    for row in rows {
        for cell in cells(row, columns) {
            let Some(column) = column_of(&cell.place, columns) else {
                continue;
            };
            let end = ends[column].replace((row.page, cell.place.bottom));
            if let Some((page, bottom)) = end
                && page == row.page
            {
                let gap = cell.place.top - bottom;
                smallest = Some(smallest.map_or(gap, |smallest: f64| smallest.min(gap)));
            }
        }
    }
    smallest
}

/// The rows of a table as lines.
fn lines(rows: &[Row], columns: &[Place]) -> Vec<String> {
    let inner = inner_gap(rows, columns).unwrap_or(f64::MAX);
    let apart = |above: &Row, row: &Row| {
        above.page == row.page && row.place.top - above.place.bottom > inner + PADDING * row.em
    };
    let even = !rows.windows(2).any(|pair| apart(&pair[0], &pair[1]));
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let cells = cells(row, columns);
        let begins = match i.checked_sub(1).map(|above| &rows[above]) {
            None => true,
            Some(above) if above.page == row.page => apart(above, row),
            // A row that a page has broken goes on without its first cell.
            Some(_) => {
                let parted =
                    |pair: &[Row]| pair[0].page < pair[1].page || apart(&pair[0], &pair[1]);
                let end = rows[i..].windows(2).position(parted);
                let part = &rows[i..end.map_or(rows.len(), |end| i + end + 1)];
                part.iter()
                    .any(|row| has_first(self::cells(row, columns), columns))
            }
        };
        match lines.last_mut() {
            Some(line) if !begins && !is_new(line, cells, columns, even) => {
                add(line, cells, columns);
            }
            _ => {
                let mut line = vec![String::new(); columns.len()];
                add(&mut line, cells, columns);
                lines.push(line);
            }
        }
    }
    lines.iter().map(|cells| in_one(cells)).collect()
}

/// Whether a row is a new one of the table, though it stands as close as lines of one cell do: the row above has a first
/// cell, and so has it, with one in every other column; or with any other where all rows are as close.
fn is_new(line: &[String], cells: &[Cell], columns: &[Place], even: bool) -> bool {
    let enough = cells.len() == columns.len() || even && cells.len() > 1;
    enough && !line[0].is_empty() && has_first(cells, columns)
}

/// Whether one of the cells stands in the first column.
fn has_first(cells: &[Cell], columns: &[Place]) -> bool {
    let first = cells.first().map(|cell| column_of(&cell.place, columns));
    first == Some(Some(0))
}

fn add(line: &mut [String], cells: &[Cell], columns: &[Place]) {
    for cell in cells {
        let column = column_of(&cell.place, columns).unwrap_or_default();
        join(&mut line[column], &cell.text);
    }
}

fn in_one(cells: &[String]) -> String {
    let filled: Vec<&str> = cells
        .iter()
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    filled.join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table as it stands on the page: a line of text is ten points high, a character ten wide, a blank line a gap.
    fn rows(drawn: &[&str]) -> Vec<Row> {
        let mut rows = Vec::new();
        for (i, line) in drawn.iter().enumerate() {
            let mut cells = Vec::new();
            let mut left = 0;
            for part in line.split('.') {
                let width = part.chars().count();
                if width > 0 {
                    let place = Place {
                        left: f64::from(left) * 10.0,
                        right: f64::from(left + width as u32) * 10.0,
                        top: i as f64 * 10.0,
                        bottom: i as f64 * 10.0 + 10.0,
                    };
                    let text = part.to_owned();
                    cells.push(Cell { place, text });
                }
                left += width as u32 + 1;
            }
            if let Some(place) = cells.iter().map(|c| c.place).reduce(Place::with) {
                rows.push(Row {
                    page: 0,
                    place,
                    em: 10.0,
                    pieces: cells.clone(),
                    cells,
                });
            }
        }
        rows
    }

    fn table(drawn: &[&str]) -> (usize, Vec<String>) {
        let table = begin(&rows(drawn)).unwrap();
        (table.taken, table.lines)
    }

    #[test]
    fn the_lines_of_a_cell_are_put_together() {
        let (taken, lines) = table(&[
            "姓名.....职务.......原因",
            "",
            "缪玉衡....董事、副...个人原因",
            ".......总经理",
            "",
            "简淑仪....监事.....工作调动",
            "二、补选董事情况",
        ]);
        assert_eq!(taken, 4);
        assert_eq!(
            lines,
            [
                "姓名\t职务\t原因",
                "缪玉衡\t董事、副总经理\t个人原因",
                "简淑仪\t监事\t工作调动"
            ]
        );
    }

    #[test]
    fn a_name_in_the_middle_of_its_row_belongs_to_all_of_it() {
        let (_, lines) = table(&[
            "姓名.....职务.......原因",
            "",
            ".......董事、副",
            "缪玉衡....总经理、...个人原因",
            ".......委员",
            "",
            "简淑仪....监事.....工作调动",
        ]);
        assert_eq!(lines[1], "缪玉衡\t董事、副总经理、委员\t个人原因");
    }

    #[test]
    fn rows_that_stand_close_are_rows_if_they_are_full() {
        let (_, lines) = table(&["姓名.....职务", "", "缪玉衡....董事", "简淑仪....监事"]);
        assert_eq!(lines, ["姓名\t职务", "缪玉衡\t董事", "简淑仪\t监事"]);
    }

    #[test]
    fn an_empty_cell_does_not_join_rows_that_all_stand_close() {
        let (_, lines) = table(&[
            "姓名.....职务.....原因",
            "缪玉衡....董事.....退休",
            "简淑仪..........退休",
            "卢森川....监事.....退休",
        ]);
        assert_eq!(lines[2], "简淑仪\t退休");
    }

    #[test]
    fn cells_that_are_full_stand_close_and_are_cells_all_the_same() {
        let mut rows = rows(&[
            "姓名....职务........原因",
            "缪玉衡...董事、副总经理...退休",
            "",
        ]);
        let close = rows[1].cells.split_off(1);
        let place = close[0].place.with(close[1].place);
        let text = "董事、副总经理 退休".to_owned();
        rows[1].cells.push(Cell { place, text });
        let lines = begin(&rows).unwrap().lines;
        assert_eq!(lines[1], "缪玉衡\t董事、副总经理\t退休");
    }

    #[test]
    fn a_row_goes_on_over_the_page_and_the_next_one_does_not() {
        let lines = |turn: usize| {
            let mut rows = rows(&[
                "姓名.....职务.......原因",
                "",
                "缪玉衡....董事、副...个人原因",
                ".......总经理、",
                ".......委员",
                "",
                ".......监事",
                "简淑仪..........工作调动",
                ".......会主席",
            ]);
            for row in &mut rows[turn..] {
                row.page = 1;
            }
            begin(&rows).unwrap().lines
        };
        let expected = [
            "姓名\t职务\t原因",
            "缪玉衡\t董事、副总经理、委员\t个人原因",
            "简淑仪\t监事会主席\t工作调动",
        ];
        // The page turns in the row of the first person, or before that of the second.
        assert_eq!(lines(3), expected);
        assert_eq!(lines(4), expected);
    }

    #[test]
    fn one_row_is_no_table() {
        assert!(
            begin(&rows(&[
                "证券代码....证券简称",
                "关于董事辞职的公告，很长的一行"
            ]))
            .is_none()
        );
    }
}
