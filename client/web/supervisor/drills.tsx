/** Drills: the last result of each contact point, and a button that starts one. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { Agency, ContactPoint } from '../../../domain/routing/directory.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { type DrilledPoint, drillablePoints, readDrills } from '../../queries/drills.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { DrillResult, NextDrill } from '../parts/drill-results.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { type NumberedPage, pageIn } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

type OfDrills = { Querystring: { format?: string; page?: string; started?: string } };

/** With names of 120 characters, the page has at most 100 KB. */
const ROWS = 60;

/** Registers the page of drills. */
export function drillPages(app: FastifyInstance, { db, engine }: ReferralPageDeps): void {
  app.get<OfDrills>('/drills', async (request, reply) => {
    const { t } = requireDesk(request, 'drills');
    if (request.query.format !== 'csv') return show(request, reply, request.query.page);
    return sendCsv(reply, 'drills', csvRows(await readDrills(db, drillablePoints(await readDirectory(db))), t));
  });

  app.post<{ Params: { id: string } }>('/drills/:id', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'drills');
    try {
      await engine.startDrill(principal.person, request.params.id);
      return redirectAfterPost(reply, '/drills?started');
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const message = error.code === 'WRONG_STATUS' ? t('registry:drill.refused') : t(`codes:error.${error.code}`);
      const refused = { status: ERRORS[error.code].http, formValues: {}, faults: [{ field: '', message }] };
      return show(request, reply, undefined, refused);
    }
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string | undefined,
    refused: object = {},
  ): Promise<FastifyReply> {
    const { principal, t } = requireDesk(request, 'drills');
    const directory = await readDirectory(db);
    const points = inOrderOfNames(drillablePoints(directory), principal.language);
    const page = pageIn(number, points.length, ROWS);
    const rows = await readDrills(db, points.slice(page.from, page.to));
    const body = <Drills rows={rows} agencies={directory.agencies} page={page} />;
    return showPage(request, reply, { title: t('everywhere:nav.drills'), desk: 'drills', ...refused, body });
  }
}

/** By the name of the country, then of the contact point. */
function inOrderOfNames(points: readonly ContactPoint[], language: Language): ContactPoint[] {
  const { compare } = new Intl.Collator(language);
  return points
    .map((point) => ({ point, country: countryName(language, point.country) }))
    .sort((one, other) => compare(one.country, other.country) || compare(one.point.name, other.point.name))
    .map(({ point }) => point);
}

/** The last drill of each contact point. */
function csvRows(rows: readonly DrilledPoint[], t: Translate): Cell[][] {
  const head = [
    ...[t('everywhere:column.country'), t('referral:column.point'), t('registry:drill.last')],
    ...[t('partner:inbox.result'), t('events:acknowledged'), t('registry:drill.next')],
  ];
  const lines = rows.map(({ point, drills: [last], next }): Cell[] => [
    ...[point.country, point.id, last?.startedAt, last?.result, last?.acknowledgedAt, next],
  ]);
  return [head, ...lines];
}

interface Props {
  rows: readonly DrilledPoint[];
  agencies: readonly Agency[];
  page: NumberedPage;
}

function Drills({ rows, agencies, page }: Props) {
  const { t, language, address } = useViewer();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const isStarted = new URL(address, 'http://localhost').searchParams.has('started');
  return (
    <ListLayout title={t('everywhere:nav.drills')}>
      {isStarted && (
        <Notice title={t('everywhere:done.title')} good>
          {t('registry:drill.started')}
        </Notice>
      )}
      <p class="govuk-body">{t('registry:drill.what')}</p>
      <Table
        caption={t('everywhere:nav.drills')}
        rows={rows}
        empty={t('registry:drill.none')}
        columns={[
          {
            ...{ key: 'country', title: t('everywhere:column.country') },
            cell: ({ point }) => countryName(language, point.country),
          },
          { key: 'point', title: t('referral:column.point'), cell: ({ point }) => point.name },
          {
            ...{ key: 'agency', title: t('everywhere:column.agency') },
            cell: ({ point }) => names.get(point.agencyId) ?? point.agencyId,
          },
          {
            ...{ key: 'last', title: t('registry:drill.last') },
            cell: ({ drills: [last] }) => (last ? <DrillResult drill={last} /> : t('registry:drill.never')),
          },
          { key: 'next', title: t('registry:drill.next'), cell: ({ next }) => <NextDrill {...(next && { next })} /> },
          { key: 'start', title: t('registry:drill.start'), action: true, cell: (row) => <Start row={row} /> },
        ]}
      />
      <PageOf page={page.number} last={page.last} />
    </ListLayout>
  );
}

function Start({ row: { point, drills } }: { row: DrilledPoint }) {
  const { t } = useViewer();
  if (drills[0]?.result === 'running') return <>{t('registry:drill.running')}</>;
  return (
    <Form action={`/drills/${point.id}`}>
      <Submit kind="secondary">
        {t('registry:drill.start')}
        <span class="govuk-visually-hidden">
          {': '}
          {point.name}
        </span>
      </Submit>
    </Form>
  );
}
