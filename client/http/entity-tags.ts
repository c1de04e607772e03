/** Comparison of entity tags with the headers If-Match and If-None-Match (RFC 9110, 13.1). */

import { createHash } from 'node:crypto';

/** A strong tag of a content: equal tags mean equal contents. */
export function entityTagOf(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** Compares strongly: a weak tag in the header never matches. */
export function matchesIfMatch(header: string, tag: string): boolean {
  return header.trim() === '*' || header.split(',').some((each) => each.trim() === tag);
}

/** Whether the header If-None-Match names the entity tag. Uses the weak comparison of RFC 9110, section 8.8.3.2. */
export function matchesIfNoneMatch(header: string | undefined, tag: string): boolean {
  return header !== undefined && matchesIfMatch(header.replaceAll('W/', ''), tag);
}
