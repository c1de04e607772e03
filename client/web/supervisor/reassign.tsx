/** Work to reassign: open referrals whose handler has left the agency. Officers assign many at once to other people. */

import type { FastifyInstance } from 'fastify';
import { OFFICERS } from '../../../domain/people.ts';
import { type ListPage, type ListRow, listReferrals } from '../../queries/list.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { OwedTask } from '../officer/listed-referral.tsx';
import { isSelectAll, SelectAll, SelectionForm, Selector } from '../officer/selection.tsx';
import { showPage } from '../page.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { Table } from '../parts/table.tsx';
import { selectionValue } from '../referral/many-acts.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

/** The rows of a page. What is assigned leaves the list, and the next ones appear. */
const MOST = 50;

/** Registers the page. */
export function reassignPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/reassign', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'reassign');
    const query = { desk: 'all', handler: 'left', open: true, sort: 'due', order: 'asc', limit: MOST } as const;
    const page = await listReferrals(deps, principal.person, query);
    const isOfficer = principal.person.roles.some((role) => OFFICERS.includes(role));
    const body = <Reassign page={page} lookup={await deps.lookup()} isOfficer={isOfficer} />;
    return showPage(request, reply, { title: t('everywhere:nav.reassign'), desk: 'reassign', body });
  });
}

interface Props {
  page: ListPage;
  lookup: DirectoryLookup;
  isOfficer: boolean;
}

function Reassign({ page: { rows, total }, lookup, isOfficer }: Props) {
  const { t, address } = useViewer();
  const names = nameLookup(lookup, undefined);
  return (
    <ListLayout title={t('everywhere:nav.reassign')} total={total}>
      {rows.length > 0 && <p class="govuk-body desk-measure">{t('officer:reassign.about')}</p>}
      {rows.length > 0 &&
        (isOfficer ? <SelectAll /> : <p class="govuk-inset-text">{t('officer:reassign.by-officer')}</p>)}
      <Table<ListRow>
        caption={t('everywhere:nav.reassign')}
        rows={rows}
        empty={t('officer:reassign.none')}
        columns={[
          ...(isOfficer
            ? [
                {
                  ...{ key: 'select', title: t('everywhere:column.select'), action: true },
                  cell: (row: ListRow) => (
                    <Selector reference={row.reference} value={selectionValue(row)} checked={isSelectAll(address)} />
                  ),
                },
              ]
            : []),
          {
            ...{ key: 'reference', title: t('everywhere:column.reference') },
            cell: ({ reference }) => <Reference reference={reference} />,
          },
          {
            ...{ key: 'handler', title: t('everywhere:column.handler') },
            cell: ({ handler = '' }) => names.person(handler),
          },
          {
            ...{ key: 'owes', title: t('everywhere:column.owes') },
            cell: ({ owes }) => owes && <OwedTask owes={owes} />,
          },
        ]}
      />
      {rows.length > 0 && isOfficer && <SelectionForm lookup={lookup} mayAcknowledge={false} />}
    </ListLayout>
  );
}
