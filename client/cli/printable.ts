/** Words of others on a terminal: nothing in them may move the cursor, change colours or turn the line around. */

const UNSAFE = /[[\p{Control}\p{Bidi_Control}]--[\n\t]]/gv;

/** The text with every control character but line feed and tab shown as `�`. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, '\ufffd');
}
