/** Reads CSV (RFC 4180): separated by commas or semicolons, with quoted fields. */

export interface CsvRecord {
  /** The line on which it begins; the first line is 1. */
  line: number;
  fields: string[];
}

/** @returns the records without empty lines; null if a quoted field does not end. */
export function readCsv(text: string): CsvRecord[] | null {
  const separator = /^[^,\n]*;/.test(text) ? ';' : ',';
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, fields: [] };
  let line = 1;
  let at = 0;
  const source = `${text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')}\n`;
  while (at < source.length) {
    const field = source[at] === '"' ? quotedField(source, at, separator) : plainField(source, at, separator);
    if (field === null) return null;
    record.fields.push(field.value);
    line += field.value.split('\n').length - 1;
    if (source[field.end] === '\n') {
      if (record.fields.some((value) => value.trim() !== '')) records.push(record);
      line += 1;
      record = { line, fields: [] };
    }
    at = field.end + 1;
  }
  return records;
}

interface Field {
  value: string;
  /** The index of the separator or line end after it. */
  end: number;
}

function plainField(source: string, start: number, separator: string): Field {
  let end = start;
  while (source[end] !== separator && source[end] !== '\n') end += 1;
  return { value: source.slice(start, end).trim(), end };
}

/** A quote inside is written twice. */
function quotedField(source: string, start: number, separator: string): Field | null {
  let end = source.indexOf('"', start + 1);
  while (end !== -1 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
  if (end === -1 || end === source.length - 1) return null;
  const value = source.slice(start + 1, end).replaceAll('""', '"');
  return { value, end: plainField(source, end + 1, separator).end };
}
