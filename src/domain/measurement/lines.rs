//! Lines of an instrument's file: where a field of a table stands, for whoever is told what is wrong with it.

/// Where the fields of a file stand.
#[derive(Debug, Default)]
pub(super) struct Lines<'t> {
    /// The table, which of its name it is, the field, the line.
    fields: Vec<(&'t str, usize, &'t str, usize)>,
    /// The tables themselves.
    tables: Vec<(&'t str, usize, usize)>,
    text: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    /// Reads a file of tables, each under a line of its own.
    pub(super) fn of(text: &'t str) -> Self {
        let mut lines = Self { text: text.lines().collect(), ..Self::default() };
        let (mut table, mut nth) = ("", 0);
        for (line, row) in (1..).zip(text.lines()) {
            let row = row.trim();
            if let Some(name) =
                row.strip_prefix('[').and_then(|row| row.split(']').next()).filter(|_| !row.contains('='))
            {
                table = name.trim_start_matches('[').trim();
                nth = lines.tables.iter().filter(|(known, ..)| *known == table).count();
                lines.tables.push((table, nth, line));
            } else if let Some((key, _)) = row.split_once('=') {
                let key = key.trim();
                if !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
                    lines.fields.push((table, nth, key, line));
                }
            }
        }
        lines
    }

    /// The line of a field; of one that is not there that of its table.
    pub(super) fn field(&self, table: &str, nth: usize, key: &str) -> usize {
        let of = |(known, place, field, _): &&(&str, usize, &str, usize)| (*known, *place, *field) == (table, nth, key);
        let field = self.fields.iter().find(of).map(|(.., line)| *line);
        field.or_else(|| self.table(table, nth)).unwrap_or(1)
    }

    /// The line of an option in a field of many lines.
    pub(super) fn option(&self, nth: usize, key: &str) -> usize {
        let from = self.field("item", nth, "options");
        let quoted = format!("\"{key}\"");
        let rows = self.text.iter().enumerate().skip(from.saturating_sub(1));
        let of =
            rows.take_while(|(_, row)| !row.trim_start().starts_with("[[")).filter(|(_, row)| row.contains(&quoted));
        // Of two that are called the same the second is one too many.
        of.map(|(place, _)| place + 1).last().unwrap_or(from)
    }

    fn table(&self, table: &str, nth: usize) -> Option<usize> {
        self.tables.iter().find(|(known, place, _)| (*known, *place) == (table, nth)).map(|(.., line)| *line)
    }

    /// The line of a place in the text.
    pub(super) fn at(text: &str, offset: usize) -> usize {
        1 + text.get(..offset).map_or(0, |before| before.matches('\n').count())
    }
}
