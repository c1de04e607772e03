/** The audit page: who did what, when, to which referral. It shows codes, ids and digests, never particulars. */

import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Directory } from '../../../domain/routing/directory.ts';
import { AUDIT_OPERATIONS } from '../../../domain/vocabulary.ts';
import { recentDirectory } from '../../../prisma/store/directory-version.ts';
import { parse } from '../../contract/parse.ts';
import { isoDay } from '../../contract/submission.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { type AuditQuery, type AuditRow, searchAudit } from '../../queries/audit.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { everyPage } from '../parts/every-page.ts';
import { FilterForm } from '../parts/filter-form.tsx';
import { Choices, Input, Select } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { Table, withQuery } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { describeLeaf } from './leaf-details.ts';

const ROWS = 50;

const NUMBERS = /^\d{1,6}(,\d{1,6}){0,199}$/;
/** The numbers of entries of the referral: `3,5,9`. */
const entryList = z.string().regex(NUMBERS, 'must be numbers with commas, for example 3,5,9');

const address = z.object({
  referral: z.string().trim().max(100).exactOptional(),
  entries: entryList.exactOptional(),
  person: z.string().trim().max(200).exactOptional(),
  agency: z.string().max(200).exactOptional(),
  operation: z.enum(AUDIT_OPERATIONS).exactOptional(),
  /** Whether what no person did is listed, too. Chosen entries and operations always are. */
  engine: z.literal('true').exactOptional(),
  from: isoDay.exactOptional(),
  /** The whole of that day. */
  to: isoDay.exactOptional(),
  cursor: z.string().max(500).exactOptional(),
});
type AuditPageQuery = z.output<typeof address>;

/** Registers the page of the audit log. */
export function auditPages(app: FastifyInstance, { db, keyring }: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/audit', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'audit');
    const asked = parse(address, withoutEmpty(request.query));
    const query = queryOf(asked, principal.zone);
    if (request.query.format === 'csv') {
      const { cursor: _, ...whole } = query;
      const pages = everyPage((cursor) =>
        searchAudit({ db, keyring }, principal.person, { ...whole, limit: 200, ...(cursor && { cursor }) }),
      );
      return streamCsv(reply, 'audit', { head: csvHead(t), pages, lines: (rows) => csvRows(rows, t) });
    }
    const [found, known] = await Promise.all([
      searchAudit({ db, keyring }, principal.person, query),
      recentDirectory(db),
    ]);
    const body = <Audit asked={asked} found={found} agencies={known.agencies} />;
    return showPage(request, reply, { title: t('everywhere:nav.audit'), desk: 'audit', body });
  });
}

/** Days are those of the viewer's zone. */
function queryOf(
  { referral, entries, person, agency, operation, engine, from, to, cursor }: AuditPageQuery,
  zone: string,
): AuditQuery {
  const startOf = (date: string, days = 0) =>
    DateTime.fromISO(date, { zone }).plus({ days }).toUTC().toJSDate().toISOString();
  return {
    limit: ROWS,
    ...(referral && { referral }),
    ...(entries && { entries: entries.split(',').map(Number) }),
    ...(person && { person }),
    ...(agency && { agencyId: agency }),
    ...(operation && { operation }),
    ...(!engine && !entries && !operation && { withoutEngine: true }),
    ...(from && { from: startOf(from) }),
    ...(to && { before: startOf(to, 1) }),
    ...(cursor && { cursor }),
  };
}

function csvHead(t: Translate): Cell[] {
  return [
    t('supervisor:audit.at'),
    t('supervisor:audit.operation'),
    t('supervisor:audit.by'),
    t('everywhere:column.agency'),
    t('supervisor:audit.referral'),
    t('supervisor:audit.what'),
    t('supervisor:audit.digest'),
  ];
}

function csvRows(rows: readonly AuditRow[], t: Translate): Cell[][] {
  return rows.map(({ at, operation, by, referral, ...row }) => [
    at,
    t(`codes:auditOperation.${operation}`),
    by.kind === 'engine' ? t('supervisor:audit.engine') : `${by.name} (${by.personId})`,
    by.kind === 'engine' ? '' : by.agencyName,
    referral?.reference,
    describeLeaf(row, t),
    row.digests.join(' '),
  ]);
}

interface Props {
  asked: AuditPageQuery;
  found: Awaited<ReturnType<typeof searchAudit>>;
  agencies: Directory['agencies'];
}

function Audit({ asked, found, agencies }: Props) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.audit')} next={found.next}>
      <p class="govuk-body">
        <a class="govuk-link" href="/audit/log">
          {t('protection:integrity.link')}
        </a>
      </p>
      <Filters asked={asked} agencies={agencies} />
      <Table
        caption={t('everywhere:nav.audit')}
        rows={found.rows}
        empty={t('supervisor:audit.none')}
        columns={[
          { key: 'at', title: t('supervisor:audit.at'), cell: ({ at }) => <DateAndTime at={at} /> },
          {
            ...{ key: 'operation', title: t('supervisor:audit.operation') },
            cell: ({ operation }) => t(`codes:auditOperation.${operation}`),
          },
          { key: 'by', title: t('supervisor:audit.by'), cell: ({ by }) => <Who by={by} /> },
          {
            ...{ key: 'referral', title: t('supervisor:audit.referral') },
            cell: ({ referral }) => referral && <Reference reference={referral.reference} />,
          },
          { key: 'what', title: t('supervisor:audit.what'), cell: (row) => describeLeaf(row, t) },
        ]}
      />
    </ListLayout>
  );
}

/** A name leads to all that the person did. */
function Who({ by }: Pick<AuditRow, 'by'>) {
  const { t, address: here } = useViewer();
  if (by.kind === 'engine') return <>{t('supervisor:audit.engine')}</>;
  return (
    <>
      <a href={withQuery(here, { person: by.personId, cursor: undefined })}>{by.name}</a>, {by.agencyName}
    </>
  );
}

function Filters({ asked, agencies }: Pick<Props, 'asked' | 'agencies'>) {
  const { t } = useViewer();
  const any = t('everywhere:list.any');
  return (
    <FilterForm action="/audit">
      <Input
        name="referral"
        label={t('supervisor:audit.referral')}
        hint={t('supervisor:audit.referral-hint')}
        value={asked.referral}
        width={20}
      />
      {asked.entries && (
        <Input
          name="entries"
          label={t('pictures:audit.entries')}
          hint={t('pictures:audit.entries-hint')}
          value={asked.entries}
          width={20}
        />
      )}
      <Input
        name="person"
        label={t('supervisor:audit.person')}
        hint={t('supervisor:audit.person-hint')}
        value={asked.person}
        width={20}
      />
      <Select
        name="agency"
        label={t('everywhere:column.agency')}
        value={asked.agency}
        empty={any}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="operation"
        label={t('supervisor:audit.operation')}
        value={asked.operation}
        empty={any}
        options={AUDIT_OPERATIONS.map((value) => ({ value, label: t(`codes:auditOperation.${value}`) }))}
      />
      <Input name="from" type="date" label={t('supervisor:audit.from')} value={asked.from} />
      <Input name="to" type="date" label={t('supervisor:audit.to')} value={asked.to} />
      <Choices
        name="engine"
        kind="checkbox"
        label={t('supervisor:audit.engine')}
        options={[{ value: 'true', label: t('supervisor:audit.with-engine') }]}
        value={asked.engine === undefined ? [] : [asked.engine]}
      />
    </FilterForm>
  );
}
