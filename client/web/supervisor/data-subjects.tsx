/** The page of data subjects: an identifier, and what the agency holds about it, by category and without particulars. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DataCategory } from '../../../domain/data-subjects.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { agency } from '../../../domain/routing/directory.ts';
import { recentDirectory } from '../../../prisma/store/directory-version.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { type SubjectFinding, type SubjectSearch, searchDataSubject } from '../../queries/data-subject.ts';
import { showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Input, Submit } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { Table } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

/** A request ends in time. The form then offers to continue. */
const WITHIN_MS = 4_000;

const form = z.looseObject({ identifier: z.string(), after: z.uuid().optional() });

/** Registers the page and its form. The identifier is never part of an address. */
export function dataSubjectPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/data-subjects', (request, reply) => {
    requireDesk(request, 'data-subjects');
    return show(request, reply, {});
  });

  // A search opens the texts of every referral of the agency.
  app.post('/data-subjects', { config: { stepUp: true } }, async (request, reply) => {
    const { principal } = requireDesk(request, 'data-subjects');
    const { identifier, after } = parse(form, request.body);
    try {
      const wanted = { identifier, after, withinMs: WITHIN_MS };
      const search = await searchDataSubject(deps, principal.person, wanted);
      return await show(request, reply, { identifier, search });
    } catch (error) {
      if (!(error instanceof ReferralError) || error.code !== 'INVALID_INPUT') throw error;
      return await show(request, reply, { identifier, refusal: error });
    }
  });

  async function show(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
    const { t } = requireDesk(request, 'data-subjects');
    const directory = await recentDirectory(deps.db);
    const nameOf = (id: string) => agency(directory, id)?.name ?? id;
    const { identifier, refusal } = shown;
    return showPage(request, reply, {
      ...{ title: t('protection:subjects.title'), desk: 'data-subjects' },
      ...(refusal && { status: 422, faults: [{ field: refusal.field ?? '', message: refusal.message }] }),
      ...(identifier !== undefined && { formValues: { identifier: [identifier] } }),
      body: <DataSubjects {...shown} nameOf={nameOf} />,
    });
  }
}

interface Shown {
  identifier?: string;
  search?: SubjectSearch;
  refusal?: ReferralError;
}

type NameOf = (agencyId: string) => string;

function DataSubjects({ identifier, search, nameOf }: Shown & { nameOf: NameOf }) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('protection:subjects.title')}</h1>
      <p class="govuk-body desk-measure">{t('protection:subjects.about')}</p>
      <Form action="/data-subjects">
        <Input name="identifier" label={t('protection:subjects.identifier')} hint={t('protection:subjects.hint')} />
        <Submit>{t('protection:subjects.search')}</Submit>
      </Form>
      {search && <Result search={search} nameOf={nameOf} />}
      {search?.next && (
        <Form action="/data-subjects" hidden={{ identifier: identifier ?? '', after: search.next }}>
          <p class="govuk-body">{t('protection:subjects.more')}</p>
          <Submit kind="secondary">{t('protection:subjects.continue')}</Submit>
        </Form>
      )}
      <p class="govuk-inset-text desk-measure">{t('protection:subjects.law')}</p>
    </>
  );
}

function Result({ search: { findings, searched }, nameOf }: { search: SubjectSearch; nameOf: NameOf }) {
  const { t } = useViewer();
  return (
    <>
      <p class="govuk-body" role="status">
        {t('protection:subjects.result', { found: findings.length, searched })}
      </p>
      <Table
        caption={t('protection:subjects.caption')}
        rows={findings}
        empty={t('protection:subjects.none')}
        columns={[
          {
            ...{ key: 'referral', title: t('protection:subjects.referral') },
            cell: ({ reference }) => <Reference reference={reference} />,
          },
          {
            ...{ key: 'status', title: t('protection:subjects.status') },
            cell: ({ status }) => t(`codes:referralStatus.${status}`),
          },
          {
            ...{ key: 'found', title: t('protection:subjects.found') },
            cell: ({ found }) => <Categories these={found} />,
          },
          {
            ...{ key: 'held', title: t('protection:subjects.held') },
            cell: ({ held, found }) => <Categories these={held.filter((each) => !found.includes(each))} />,
          },
          {
            ...{ key: 'people', title: t('protection:subjects.people') },
            cell: ({ people }) => people.map((each) => t(`codes:subjectCategory.${each}`)).join(', ') || '–',
          },
          {
            ...{ key: 'from', title: t('protection:subjects.from') },
            cell: (row) => <AgencyAt name={nameOf(row.receivedFrom)} at={row.receivedAt} />,
          },
          {
            ...{ key: 'to', title: t('protection:subjects.to') },
            cell: ({ disclosedTo }) =>
              disclosedTo.map(({ agencyId, at }) => <AgencyAt name={nameOf(agencyId)} at={at} />),
          },
          { key: 'basis', title: t('protection:subjects.basis'), cell: (row) => <LegalBasis row={row} /> },
          {
            ...{ key: 'until', title: t('protection:subjects.until') },
            cell: ({ reviewAt, legalHold }) =>
              legalHold ? t('protection:subjects.hold') : <DateAndTime at={reviewAt} />,
          },
        ]}
      />
    </>
  );
}

function Categories({ these }: { these: readonly DataCategory[] }) {
  const { t } = useViewer();
  return <>{these.map((each) => t(`protection:subjects.category.${each}`)).join(', ') || '–'}</>;
}

function AgencyAt({ name, at }: { name: string; at: string }) {
  return (
    <div>
      {name}, <DateAndTime at={at} />
    </div>
  );
}

function LegalBasis({ row: { legalInstrument, transferBasis } }: { row: SubjectFinding }) {
  const { t } = useViewer();
  const transfer = transferBasis ? [t(`codes:transferBasis.${transferBasis}`)] : [];
  return <>{withSemicolons([t(`codes:legalInstrument.${legalInstrument}`), ...transfer], t)}</>;
}
