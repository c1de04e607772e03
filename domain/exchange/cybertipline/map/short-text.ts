/** A text that fits a field for identifiers; undefined if it is empty or too long. */

const MAX_LENGTH = 500;

export function shortText(text: string | undefined): string | undefined {
  const short = text?.trim();
  return short && short.length <= MAX_LENGTH ? short : undefined;
}
