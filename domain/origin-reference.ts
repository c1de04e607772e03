/** Numbers that other systems gave to a case, and the form in which they are compared. */

import type { OriginReference } from './submission.ts';

/** The `system` of an origin reference whose `id` is a CyberTipline number. */
export const CYBERTIPLINE = 'cybertipline';

/** System and number as they are compared: case makes no difference, nor do leading zeros of a CyberTipline number. */
export function comparableOrigin({ system, id }: OriginReference): [system: string, id: string] {
  const [name, number] = [system.trim().toLowerCase(), id.trim().toLowerCase()];
  return [name, name === CYBERTIPLINE ? withoutLeadingZeros(number) : number];
}

/** A number without its sign and leading zeros. Other texts are unchanged. */
export function withoutLeadingZeros(text: string): string {
  return /^\+?\d+$/.test(text) ? text.replace(/^\+?0*(?=\d)/, '') : text;
}
