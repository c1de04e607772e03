/** What fits a field for an identifier; anything else stays in particulars. */

const LONGEST = 500;

export function shortText(text: string | undefined): string | undefined {
  const short = text?.trim();
  return short && short.length <= LONGEST ? short : undefined;
}
