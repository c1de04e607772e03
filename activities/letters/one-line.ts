/** Names come from a directory that others keep: no line break, control or direction mark of theirs goes any further. */

export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}
