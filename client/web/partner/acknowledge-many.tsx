/** Many acknowledged at once: each is an act of its own, and each says whether it was done or why not. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { possibleActs } from '../../queries/may-act.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, showPage } from '../page.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { faultOfRefusal } from '../referral/act-request.ts';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

/** As many as a page of the inbox can have selected. */
const MOST = 200;

const AT_ONCE = 8;

interface Result {
  reference: string;
  /** Undefined where it was done. */
  refused?: string;
}

/** Registers the form that acknowledges several referrals. */
export function acknowledgeManyPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.post('/inbox/acknowledge', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'inbox');
    const { reference = [], key = [] } = readFormValues(request.body);
    const until = Date.now() + FORM_ACT_TIMEOUT_MS;
    const asked = [...new Set(reference)].slice(0, MOST);
    const results: Result[] = [];
    // A few at a time; a refusal of one is no matter of the others.
    for (let n = 0; n < asked.length; n += AT_ONCE) {
      const some = asked.slice(n, n + AT_ONCE);
      const answered = some.map((each) => acknowledge(deps, principal, each, key[0] ?? crypto.randomUUID(), until));
      results.push(...(await Promise.all(answered)));
    }
    const body = <Results results={results} />;
    return showPage(request, reply, { title: t('partner:inbox.acknowledge'), desk: 'inbox', body });
  });
}

async function acknowledge(
  deps: ReferralPageDeps,
  { person, language }: Principal,
  name: string,
  key: string,
  until: number,
): Promise<Result> {
  try {
    const { referral } = await deps.reader.status(person, name);
    const { reference, recipients } = referral;
    const own = recipients.filter(({ agencyId }) => agencyId === person.agencyId).map(({ id }) => id);
    const possible = possibleActs(referral, person, new Date().toISOString())
      .filter(({ type }) => type === 'acknowledge')
      .flatMap(({ recipientId = [] }) => recipientId);
    const perform = (recipientId: string) =>
      ownAct(deps, person, referral.id, () => {
        const once = { key: `${key}/${reference}/${recipientId}` };
        const acted = deps.engine.perform(person, reference, { type: 'acknowledge', recipientId }, once);
        return withTimeout(acted, until - Date.now());
      });
    if (own.length === 0) return { reference, refused: '' };
    for (const recipientId of possible) await perform(recipientId);
    // Where none can be, one was under this key before; or the engine says why not, and keeps it on record.
    if (possible.length === 0) await Promise.any(own.map(perform));
    return { reference };
  } catch (thrown) {
    const error: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
    if (!(error instanceof ReferralError)) throw error;
    return { reference: name.slice(0, 40), refused: faultOfRefusal(error, language).message };
  }
}

function Results({ results }: { results: readonly Result[] }) {
  const { t } = useViewer();
  const done = results.filter(({ refused }) => refused === undefined).length;
  const columns: Column<Result>[] = [
    {
      ...{ key: 'reference', title: t('everywhere:column.reference') },
      cell: ({ reference }) => <a href={`/referrals/${encodeURIComponent(reference)}`}>{reference}</a>,
    },
    {
      ...{ key: 'result', title: t('partner:inbox.result') },
      cell: ({ refused }) =>
        refused === undefined ? (
          <Tag colour="green">{t('everywhere:done.title')}</Tag>
        ) : (
          <>
            <Tag colour="red">{t('partner:inbox.refused')}</Tag> {refused}
          </>
        ),
    },
  ];
  return (
    <>
      <h1 class="govuk-heading-l">{t('partner:inbox.acknowledge')}</h1>
      <p class="govuk-body" role="status">
        {t('partner:inbox.summary', { count: done, refused: results.length - done })}
      </p>
      <Table
        caption={t('partner:inbox.result')}
        columns={columns}
        rows={results}
        empty={t('partner:inbox.none-selected')}
      />
      <p>
        <a class="govuk-link" href="/inbox">
          {t('everywhere:nav.inbox')}
        </a>
      </p>
    </>
  );
}
