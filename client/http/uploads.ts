/** Files of a multipart form: each arrives as a name and its content, in memory, up to a total. */

import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { UploadedFile } from '../contract/parse-report.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Bytes of the files that the request has sent so far. */
    uploadedBytes: number;
  }
}

/** A part of a form that is a file, as `keepFile` leaves it in the body. */
const uploadedFile = z.object({ name: z.string(), content: z.instanceof(Uint8Array) });

/** The files of one field; a browser sends one empty file without a name if none was selected. */
export const uploadedFiles = z
  .union([uploadedFile, z.array(uploadedFile)])
  .default([])
  .transform((files): UploadedFile[] =>
    [files].flat().filter(({ name, content }) => name !== '' || content.length > 0),
  );

/**
 * Reads the handler of `onFile` for @fastify/multipart.
 *
 * @param maxBytes of all files of one request
 * @throws ReferralError INVALID_REPORT beyond it.
 */
export function fileKeeper(maxBytes: number) {
  return async function keepFile(this: FastifyRequest, part: MultipartFile & { value?: unknown }): Promise<void> {
    const content = await part.toBuffer();
    this.uploadedBytes += content.length;
    if (this.uploadedBytes > maxBytes) {
      const max = Math.floor(maxBytes / 1024 / 1024);
      const message = `The files are larger than ${max} MiB together. Send fewer files at once.`;
      throw new ReferralError('INVALID_REPORT', message, 'file', { max });
    }
    part.value = { name: part.filename, content };
  };
}
