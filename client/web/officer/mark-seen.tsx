/** Everything on one page of a list marked as seen at once: what has changed since it was drawn stays marked. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parse } from '../../contract/parse.ts';
import { instant } from '../../contract/submission.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { listReferrals } from '../../queries/list.ts';
import { markSeen } from '../../workspace/read-marks.ts';
import { redirectAfterPost } from '../page.tsx';
import { Form } from '../parts/form.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { readListRequest } from './list-request.ts';

/** The default request of each list. */
const LISTS = {
  '/referrals': { desk: 'referrals', list: { sort: 'changed', order: 'desc' } },
  '/inbox': { desk: 'inbox', list: { desk: 'inbox', sort: 'due', order: 'asc' } },
} as const;

const seen = z.object({ page: z.enum(['/referrals', '/inbox']), query: z.string().max(2_000), drawn: instant });

/** Registers the form that marks listed referrals as read. */
export function markSeenPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.post('/seen', async (request, reply) => {
    const { page, query, drawn } = parse(seen, request.body);
    const address = new URLSearchParams(query);
    const { desk, list } = LISTS[page];
    const { principal } = requireDesk(request, desk);
    // The list is read again for this person, so only referrals that they may see are marked.
    const asked = readListRequest(Object.fromEntries(address), list);
    const { rows } = await listReferrals(deps, principal.person, asked.query);
    for (const { referralId, changedSeq: seq } of rows.filter(({ changedAt }) => changedAt <= drawn)) {
      await markSeen(deps, principal.person, { referralId, seq });
    }
    return redirectAfterPost(reply, query === '' ? page : `${page}?${address}`);
  });
}

/** The button that marks listed referrals as read. */
export function MarkSeen({ page }: { page: keyof typeof LISTS }) {
  const { t, address, now } = useViewer();
  return (
    <Form action="/seen" hidden={{ page, query: new URL(address, 'http://localhost').search.slice(1), drawn: now }}>
      <button class="desk-button-plain" type="submit">
        {t('everywhere:list.mark-all')}
      </button>
    </Form>
  );
}
