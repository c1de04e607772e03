/** Entity tags: what a viewer has seen, in few characters, and whether it still is so (RFC 9110, 8.8.3 and 13.1). */

import { createHash } from 'node:crypto';

/** Strong: equal tags are equal answers. */
export function tagOf(answer: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 27)}"`;
}

/** `header` is that of If-Match, which compares strongly: a weak tag never fits. */
export function fits(header: string, tag: string): boolean {
  return header.trim() === '*' || tagsIn(header).includes(tag);
}

/** `header` is that of If-None-Match, for which weak is enough. */
export function isKnown(header: string | undefined, tag: string): boolean {
  return header !== undefined && fits(header.replaceAll('W/', ''), tag);
}

function tagsIn(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}
