/** Held: referrals of the coordinating agency that lack a recipient, with the act that assigns one. */

import type { FastifyInstance } from 'fastify';
import { disclose } from '../../../domain/disclosure.ts';
import { unservedCountries } from '../../../domain/fold/unserved-countries.ts';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { readWithLiveClocks } from '../../../prisma/store/referrals.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type ListRow, listReferrals } from '../../queries/list.ts';
import { type PossibleAct, possibleActs } from '../../queries/may-act.ts';
import { nameLookup } from '../../queries/names.ts';
import { countWaiting, type TaskCounts } from '../../queries/waiting.ts';
import { showPage } from '../page.tsx';
import { AgencyName } from '../parts/agency-name.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type Column, Table, withQuery } from '../parts/table.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { readListRequest, sendList } from './list-request.ts';
import { ListedReference, UnreadLegend } from './listed-referral.tsx';
import { TaskTabs } from './task-tabs.tsx';

interface HeldRow extends ListRow {
  /** Countries in which nobody has the referral. */
  countries: readonly Country[];
  /** The acts by which the viewer may find it a recipient. */
  acts: readonly PossibleAct[];
}

const REMEDIES: readonly PossibleAct['type'][] = ['assign-recipient', 'add-country', 'reopen-triage'];

/** Registers the page of held referrals. */
export function heldPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/held', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'held');
    const { query: asked, isCsv } = readListRequest(request.query, { sort: 'due', order: 'asc' });
    const query: ListQuery = { ...asked, desk: 'approvals', approval: 'assignment' };
    const names = nameLookup(await deps.lookup(), undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const [{ rows, ...page }, counts] = await Promise.all([
      listReferrals(deps, principal.person, query),
      countWaiting(deps, principal.person),
    ]);
    const now = new Date().toISOString();
    const ids = rows.map(({ referralId }) => referralId);
    const read = (await readWithLiveClocks(deps.db, ids)).map((each) => disclose(each, principal.person).referral);
    const held = rows.flatMap((row): HeldRow[] => {
      const referral = read.find(({ id }) => id === row.referralId);
      if (referral === undefined) return [];
      const acts = possibleActs(referral, principal.person, now, REMEDIES);
      return [{ ...row, countries: countriesWithoutRecipient(referral), acts }];
    });
    const done = await doneFrom(deps, request);
    const body = <Held {...{ ...page, rows: held, query, names, counts, done }} />;
    return showPage(request, reply, { title: t('everywhere:nav.held'), desk: 'held', live: true, body });
  });
}

function countriesWithoutRecipient(referral: Referral): Country[] {
  const unanswered = referral.recipients.filter(({ replacement }) => replacement.state === 'awaits-supervisor');
  return [...new Set([...unservedCountries(referral), ...unanswered.map(({ country }) => country)])];
}

interface Props {
  rows: readonly HeldRow[];
  total: number;
  next?: string;
  query: ListQuery;
  names: Names;
  counts: TaskCounts;
  done: Done | undefined;
}

function Held({ rows, total, next, query, names, counts, done }: Props) {
  const { t, language } = useViewer();
  const title = t('everywhere:nav.held');
  const columns: Column<HeldRow>[] = [
    {
      ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
      cell: (row) => <ListedReference row={row} />,
    },
    {
      ...{ key: 'urgency', title: t('everywhere:column.urgency'), sorts: true },
      cell: ({ urgency }) => <UrgencyTag urgency={urgency} />,
    },
    { key: 'kind', title: t('everywhere:column.kind'), cell: ({ kind }) => t(`codes:kind.${kind}`) },
    {
      ...{ key: 'status', title: t('everywhere:column.status') },
      cell: ({ status }) => <StatusTag status={status} />,
    },
    {
      ...{ key: 'countries', title: t('officer:held.countries') },
      cell: ({ countries }) => countries.map((code) => countryName(language, code)).join(', '),
    },
    {
      ...{ key: 'sender', title: t('everywhere:column.sender') },
      cell: ({ senderAgencyId }) => <AgencyName name={names.agency(senderAgencyId)} />,
    },
    {
      ...{ key: 'submitted', title: t('everywhere:column.submitted'), sorts: true },
      cell: ({ submittedAt }) => <DateAndTime at={submittedAt} />,
    },
    {
      ...{ key: 'acts', title: t('officer:held.acts'), action: true },
      cell: ({ reference, acts }) =>
        acts.length > 0 ? <Remedies reference={reference} acts={acts} /> : t('officer:held.supervisor'),
    },
  ];
  return (
    <ListLayout title={title} total={total} next={next} done={done} tabs={<TaskTabs counts={counts} current="held" />}>
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ reference }) => reference}
        empty={t('officer:held.empty')}
        sorted={{ by: query.sort, order: query.order }}
      />
      <UnreadLegend rows={rows} />
    </ListLayout>
  );
}

/** After the act, the person is back at the same part of the list. */
function Remedies({ reference, acts }: { reference: string; acts: readonly PossibleAct[] }) {
  const { t, address } = useViewer();
  return (
    <ul class="desk-plain-list">
      {acts.map(({ type }) => (
        <li>
          <a href={withQuery(`/referrals/${reference}/acts/${type}`, { back: address })}>
            {t(`codes:act.${type}`)}
            <span class="govuk-visually-hidden">: {reference}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
