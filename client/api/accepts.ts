/** Whether whoever asks takes what a resource has to offer (RFC 9110, 12.5.1), or 406. */

import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { Refused } from './refuse.ts';

/** A hook that refuses whoever takes nothing of that type. */
export function only(mediaType: string): onRequestAsyncHookHandler {
  return async (request) => {
    if (!takes(request, mediaType)) throw new Refused(406);
  };
}

/** Nobody says nothing: without the header everything is taken. */
function takes({ headers: { accept } }: Pick<FastifyRequest, 'headers'>, mediaType: string): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const [family] = mediaType.split('/');
  const ranges = accept.split(',').map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  return ranges.some(
    ([range = '', ...parameters]) =>
      [mediaType, `${family}/*`, '*/*'].includes(range) && !parameters.some((each) => /^q=0(\.0*)?$/.test(each)),
  );
}
