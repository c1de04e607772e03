/** Bodies with files: one CyberTipline report as XML, or a multipart form with a report and the details of its files. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from '../contract/parse.ts';
import type { ReportOptions, UploadedFile } from '../contract/parse-report.ts';
import { sentFiles } from '../contract/sent-files.ts';
import { uploadedFiles } from '../http/uploads.ts';
import { RequestRefused } from './refuse.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads multipart forms. */
    acceptsForms?: boolean;
  }
}

/** The content types of bodies with files. */
export const FILE_TYPES = ['application/xml', 'text/xml', 'multipart/form-data'];

const form = z.strictObject({
  file: uploadedFiles.refine((files) => files.length > 0, 'is missing; it must be one or more files'),
  reportId: z.string().exactOptional(),
});

/** A body with files, after it was read. */
export class FileForm {
  readonly files: readonly UploadedFile[];
  readonly options: ReportOptions;

  constructor(files: readonly UploadedFile[], reportId?: string) {
    this.files = files;
    this.options = { isXmlOnly: true, reportId };
  }

  /** What repetitions under one idempotency key are compared with. */
  get sent(): unknown {
    return sentFiles(this.files, this.options.reportId);
  }
}

/** Multipart forms are refused (415) by every route that does not state `acceptsForms`. */
export function refuseOtherForms(api: FastifyInstance): void {
  api.addHook('preParsing', async (request) => {
    const isForm = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
    if (isForm && request.routeOptions.config.acceptsForms !== true) throw new RequestRefused(415);
  });
}

/**
 * The routes of this context get a `FileForm` as body if files were sent. They state `acceptsForms`.
 *
 * @param more content types of other files than XML
 */
export function acceptFiles(app: FastifyInstance, more: readonly string[] = []): void {
  const types = [...FILE_TYPES.filter((type) => type.endsWith('xml')), ...more];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, async (_: unknown, content: Buffer) => {
    return new FileForm([{ name: 'file', content }]);
  });
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = formOf(request);
    if (request.body instanceof FileForm) request.sentBody = request.body.sent;
  });
}

const batch = z.strictObject({ file: form.shape.file });

/** The routes of this context get a `FileForm` as body, whose files may belong to several referrals. */
export function acceptBatches(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) throw new RequestRefused(415);
    request.body = new FileForm(parse(batch, request.body ?? {}).file);
  });
}

function formOf(request: FastifyRequest): FileForm {
  const { file, reportId } = parse(form, request.body ?? {});
  return new FileForm(file, reportId);
}
