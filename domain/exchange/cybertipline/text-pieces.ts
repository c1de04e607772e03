/** Divides long texts of a report into pieces that fit a line of particulars, up to a total length. */

import { GUARD_LIMITS } from '../../material-guard.ts';
import type { Node } from './node.ts';

/** Characters of all long texts of one report together, with the details of its files: chats, mails and descriptions. */
export const TOTAL_LENGTH = 200_000;

/** Shorter texts are names, addresses and numbers. They are always kept. */
const SHORT_LENGTH = 500;

/** A piece ends at white space if there is any in so many characters before its limit. */
const LONGEST_LAST_WORD = 1_000;

/** A text in pieces of permitted length, and whether its end was left out. */
export interface CutText {
  node: Node;
  pieces: string[];
  /** Whether the end of the text is missing. */
  isCut: boolean;
}

/** In the order given: a text is cut if those before it leave no room for it. `characters` of long texts are kept. */
export function cutTexts(texts: readonly (readonly [Node, string])[], characters: number): CutText[] {
  let room = characters;
  return texts.map(([node, text]) => {
    if (text.length <= SHORT_LENGTH) return { node, pieces: [text], isCut: false };
    const kept = start(text, room);
    room -= kept.length;
    return { node, pieces: piecesOf(kept), isCut: kept.length < text.length };
  });
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const piece = start(rest, GUARD_LIMITS.text);
    if (piece.trim() !== '') pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

/** At most `length` characters of `text`, which end after white space if possible, and never within a character. */
function start(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = /[\uD800-\uDBFF]$/.test(text.slice(0, length)) ? length - 1 : length;
  const end = text.slice(0, whole).search(/\s\S*$/);
  return text.slice(0, whole - end <= LONGEST_LAST_WORD && end > 0 ? end + 1 : whole);
}

/** Characters of the long texts among these. */
export function longTextIn(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => (length > SHORT_LENGTH ? sum + length : sum), 0);
}
