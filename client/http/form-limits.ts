/** The largest body of each form: as much as its fields can hold, and no more. */

import type { FastifyInstance } from 'fastify';
import { GUARD_LIMITS } from '../../domain/material-guard.ts';

const KIBIBYTE = 1024;
/** A character of three bytes in UTF-8, percent-encoded. */
const ENCODED_CHARACTER = 9;
/** Names, codes, choices and the form token. */
const SHORT = 64 * KIBIBYTE;

/** The largest body of a form by what it sends, in bytes. */
export const FORM_BYTES = {
  /** No field for a long text. This is the limit of a form that names no other. */
  short: SHORT,
  /** A reason or an answer, and the purpose of reading. */
  text: 2 * GUARD_LIMITS.text * ENCODED_CHARACTER + SHORT,
  /** All texts of a referral: each byte percent-encoded, with the names of the fields. */
  referral: 4 * GUARD_LIMITS.document,
  /** Report files, or a long report that is pasted. */
  files: 12 * KIBIBYTE * KIBIBYTE,
} as const;

/** Call it before any page is added. Routes of the API have their own limits. */
export function limitForms(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'POST' && !route.url.startsWith('/api/')) route.bodyLimit ??= FORM_BYTES.short;
  });
}
