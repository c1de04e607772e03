/** A text that fits a field for identifiers; undefined if it is empty or too long. */

const MAX_LENGTH = 500;

/** The text, if it fits a short field of a referral. */
export function shortText(text: string | undefined): string | undefined {
  const short = text?.trim();
  return short && short.length <= MAX_LENGTH ? short : undefined;
}
