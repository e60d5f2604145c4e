//! Delimited text: records and fields, quoted or not, without copying.

/// One field of a record, as bytes of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    start: usize,
    end: usize,
    /// Quotes are doubled inside.
    doubled: bool,
}

impl Field {
    /// Where the field begins, in bytes of the text.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// How many bytes it has.
    pub(super) fn length(&self) -> usize {
        self.end - self.start
    }

    /// Its content, without spaces around it; lines in it end as they do anywhere else.
    pub(super) fn text<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        let raw = text[self.start..self.end].trim();
        match self.doubled || raw.contains('\r') {
            true => raw.replace("\"\"", "\"").replace("\r\n", "\n").into(),
            false => raw.into(),
        }
    }
}

/// What is wrong with the quotes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quote that is never closed, which begins at this byte.
    Open(usize),
    /// Something behind a closing quote, at this byte.
    Behind(usize),
    /// More fields than a record may have; the record begins at this byte.
    TooManyFields(usize),
}

/// The records of a text, one after the other.
#[derive(Debug)]
pub(super) struct Records<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    most: usize,
}

impl<'t> Records<'t> {
    /// Over a text whose fields `delimiter` separates, an ASCII character. No record may have more than
    /// `most` fields.
    pub(super) fn new(text: &'t str, delimiter: u8, most: usize) -> Records<'t> {
        Records {
            text,
            at: 0,
            delimiter,
            most,
        }
    }

    /// Reads the next record into `fields` and gives the byte it begins at; empty lines are no records.
    pub(super) fn next(&mut self, fields: &mut Vec<Field>) -> Option<Result<usize, Fault>> {
        fields.clear();
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\r' | b'\n')) {
            self.at += 1;
        }
        if self.at >= bytes.len() {
            return None;
        }
        let start = self.at;
        loop {
            let field = match self.field() {
                Ok(field) => field,
                Err(fault) => {
                    self.at = bytes.len();
                    return Some(Err(fault));
                }
            };
            if fields.len() == self.most {
                self.at = bytes.len();
                return Some(Err(Fault::TooManyFields(start)));
            }
            fields.push(field);
            match bytes.get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                _ => return Some(Ok(start)),
            }
        }
    }

    /// Reads one field and stops at what ends it.
    fn field(&mut self) -> Result<Field, Fault> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'"') {
            return self.quoted();
        }
        let start = self.at;
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        let length = bytes[start..].iter().position(ends);
        self.at = length.map_or(bytes.len(), |length| start + length);
        Ok(Field {
            start,
            end: self.at,
            doubled: false,
        })
    }

    fn quoted(&mut self) -> Result<Field, Fault> {
        let bytes = self.text.as_bytes();
        let open = self.at;
        let start = open + 1;
        let mut at = start;
        let mut doubled = false;
        loop {
            let length = bytes[at..].iter().position(|byte| *byte == b'"');
            at += length.ok_or(Fault::Open(open))?;
            if bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        self.at = at + 1;
        match bytes.get(self.at) {
            None | Some(b'\r' | b'\n') => {}
            Some(byte) if *byte == self.delimiter => {}
            Some(_) => return Err(Fault::Behind(self.at)),
        }
        Ok(Field {
            start,
            end: at,
            doubled,
        })
    }
}

/// The delimiter of a text: the one of comma, tab, semicolon that stands most often in its first line,
/// quoted parts left out.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            byte => {
                for (delimiter, count) in &mut counts {
                    *count += usize::from(*delimiter == byte);
                }
            }
        }
    }
    // The first of equals: a comma unless something else stands more often.
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let found = counts.iter().find(|(_, count)| *count == most);
    found.map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Result<Vec<String>, Fault>> {
        let mut records = Records::new(text, delimiter(text), 10);
        let mut fields = Vec::new();
        let mut found = Vec::new();
        while let Some(record) = records.next(&mut fields) {
            let texts = || fields.iter().map(|field| field.text(text).into_owned());
            found.push(record.map(|_| texts().collect()));
        }
        found
    }

    #[test]
    fn fields_are_told_apart() {
        let read = records("a;b\r\n\r\n\"x;\"\"y\"\"\nz\"; c \r;\"\"\r\n");
        let expected = [["a", "b"], ["x;\"y\"\nz", "c"], ["", ""]];
        assert_eq!(read.len(), expected.len());
        for (read, expected) in read.into_iter().zip(expected) {
            assert_eq!(read.unwrap(), expected);
        }
        assert_eq!(records("a\tb,c\td")[0].as_ref().unwrap().len(), 3);
        assert_eq!(records("5\" pipe,1")[0].as_ref().unwrap()[0], "5\" pipe");
        assert_eq!(records("a,b,")[0].as_ref().unwrap().len(), 3);
    }

    #[test]
    fn a_quote_that_goes_wrong_is_told_with_its_place() {
        assert_eq!(records("a,b\n1,\"x\n2,y\n")[1], Err(Fault::Open(6)));
        assert_eq!(records("a,b\n\"x\"y,2\n")[1], Err(Fault::Behind(7)));
        assert_eq!(records(&",".repeat(10)), [Err(Fault::TooManyFields(0))]);
    }
}
