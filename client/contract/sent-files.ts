/** What identifies files that were sent together: their contents in any order, and the report number. */

import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { UploadedFile } from './parse-report.ts';

type Files = readonly Pick<UploadedFile, 'content'>[];

/** What repetitions under one idempotency key are compared with: the bytes of a single file, otherwise digests. */
export function sentFiles(files: Files, reportId?: string): unknown {
  const [only, ...others] = files;
  if (only && others.length === 0 && reportId === undefined) return only.content;
  return { files: files.map(({ content }) => sha256(content)).sort(), ...(reportId !== undefined && { reportId }) };
}

/** The default idempotency key of files: the same for the same contents. */
export function contentKey(files: Files, reportId?: string): string {
  const sent = sentFiles(files, reportId);
  return sha256(sent instanceof Uint8Array ? sent : canonicalJson(sent));
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
