/** Fills the texts of the verifier. */

/** Replaces `{name}` by the value. */
export function fill(text: string, values: Record<string, unknown>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** An instant as the texts show it. */
export function utc(at: string): string {
  return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}
