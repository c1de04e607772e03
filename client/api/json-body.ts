/** Request bodies as JSON in UTF-8, strictly (RFC 8259): what would be read in two ways is refused. */

import type { FastifyInstance } from 'fastify';
import { duplicateName } from '../../domain/exchange/json.ts';
import { InvalidInput } from '../contract/parse.ts';
import { RequestRefused } from './refuse.ts';

/** Forms are refused, because the browser of any user would send them here for another site. See also `file-form.ts`. */
export function acceptOnlyJson(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeContentTypeParser(['application/json', 'text/plain', 'application/x-www-form-urlencoded']);
  api.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      assertUtf8(request.headers['content-type']);
      const text = decodeUtf8(bytes);
      if (text === '') return done(null, undefined);
      return parse(request, text, (error, value) => done(error ?? ambiguityOf(text, value), value));
    } catch (error) {
      return done(error instanceof Error ? error : new RequestRefused(400));
    }
  });
}

function assertUtf8(contentType = ''): void {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return;
  throw new RequestRefused(
    415,
    'JSON must be sent in UTF-8 (RFC 8259, 8.1). Encode the body as UTF-8 and send it again.',
  );
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestRefused(400, 'The body is not valid UTF-8 (RFC 8259, 8.1). Encode it as UTF-8 and send it again.');
  }
}

/** `null` is refused here, because Fastify uses it for a missing body. */
function ambiguityOf(json: string, value: unknown): Error | null {
  if (value === null) return new InvalidInput([{ field: '', message: 'must be an object' }]);
  if (duplicateName(json) === undefined) return null;
  return new RequestRefused(
    400,
    'An object in the body has the same name twice, and it is unclear which value is meant. Send each name once.',
  );
}
