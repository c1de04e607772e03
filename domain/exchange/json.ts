/** JSON text, read strictly (RFC 8259): an object with the same name twice is refused, because readers disagree on it. */

import { ReferralError } from '../errors.ts';
import { lineFinder } from './line-finder.ts';

/** `name` is a string followed by a colon; `value` is any other string, or a number, `true`, `false` or `null`. */
export interface JsonToken {
  kind: 'object' | 'list' | 'end' | 'name' | 'value';
  /** Offset of the first character. */
  start: number;
  /** Offset after the last character. */
  end: number;
}

/**
 * Parses the text of a file.
 *
 * @throws ReferralError INVALID_INPUT with line and column; the message never repeats the text.
 */
export function parseJsonFile(text: string): unknown {
  const value = parse(text);
  const duplicate = duplicateName(text);
  if (duplicate === undefined) return value;
  const { line, column } = lineFinder(text)(duplicate);
  throw new ReferralError(
    'INVALID_INPUT',
    `The file has an object with the same name twice, at line ${line}, column ${column}. Give each name once.`,
    'file',
  );
}

/** The offset of the first name that its object already has. `json` is well-formed. */
export function duplicateName(json: string): number | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const { kind, start, end } of jsonTokens(json)) {
    if (kind === 'object' || kind === 'list') open.push(kind === 'object' ? new Set() : undefined);
    else if (kind === 'end') open.pop();
    else if (kind === 'name') {
      const name = String(JSON.parse(json.slice(start, end)));
      const names = open.at(-1);
      if (names?.has(name)) return start;
      names?.add(name);
    }
  }
  return undefined;
}

/** The tokens of well-formed JSON in the order of the text, without colons and commas. */
export function* jsonTokens(json: string): Generator<JsonToken> {
  for (let start = 0; start < json.length; start++) {
    const character = json[start] ?? '';
    if (' \t\r\n,:'.includes(character)) continue;
    if (character === '{') yield { kind: 'object', start, end: start + 1 };
    else if (character === '[') yield { kind: 'list', start, end: start + 1 };
    else if (character === '}' || character === ']') yield { kind: 'end', start, end: start + 1 };
    else {
      const end = character === '"' ? endOfString(json, start) : endOfLiteral(json, start);
      yield { kind: character === '"' && isName(json, end) ? 'name' : 'value', start, end };
      start = end - 1;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message of the parser quotes the text, so only the position is repeated.
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    const place = line ? ` at line ${line}, column ${column}` : '';
    throw new ReferralError('INVALID_INPUT', `The file is not well-formed JSON${place}.`);
  }
}

function endOfString(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end + 1;
}

function endOfLiteral(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && !' \t\r\n,:]}'.includes(json[end] ?? '')) end++;
  return end;
}

function isName(json: string, end: number): boolean {
  let next = end;
  while (' \t\r\n'.includes(json[next] ?? ':')) next++;
  return json[next] === ':';
}
