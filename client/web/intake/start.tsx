/** Where a new referral begins: the form, a report file, a draft. */

import type { ReportFault as FileFault } from '../../../domain/exchange/report-faults.ts';
import type { DraftLine } from '../../../prisma/store/drafts.ts';
import { When } from '../parts/due.tsx';
import { FileInput, Form, Submit, TextArea } from '../parts/form.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { tellFileReason } from './file-reasons.ts';
import { isStep } from './steps.ts';

interface Props {
  drafts: readonly DraftLine[];
  found: readonly FileFault[];
}

export function Start({ drafts, found }: Props) {
  const { words } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{words('everywhere:nav.new-referral')}</h1>
      {found.length > 0 && <FileFaults found={found} />}
      <section class="desk-part">
        <h2 class="govuk-heading-m">{words('intake:start.form')}</h2>
        <p class="govuk-body">{words('intake:start.form-hint')}</p>
        <Form action="/referrals/new">
          <Submit>{words('intake:start.begin')}</Submit>
        </Form>
      </section>
      <section class="desk-part desk-measure">
        <h2 class="govuk-heading-m">{words('intake:start.file')}</h2>
        <p class="govuk-body">{words('intake:start.file-hint')}</p>
        <Form action="/referrals/new/file" file>
          <FileInput name="file" label={words('intake:file.file')} accept=".xml,.json" optional />
          <TextArea name="pasted" label={words('intake:file.pasted')} rows={5} optional />
          <Submit kind="secondary">{words('intake:file.read')}</Submit>
        </Form>
      </section>
      <section class="desk-part">
        <h2 class="govuk-heading-m">{words('intake:start.drafts')}</h2>
        <Drafts drafts={drafts} />
      </section>
    </>
  );
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const { words } = useViewer();
  const columns: Column<DraftLine>[] = [
    {
      ...{ key: 'step', title: words('intake:start.step') },
      cell: ({ id, step }) => {
        const at = isStep(step) ? step : 'what';
        return <a href={`/referrals/new/${id}/${at}`}>{words(`intake:step.${at}`)}</a>;
      },
    },
    { key: 'changed', title: words('everywhere:column.changed'), cell: ({ changedAt }) => <When at={changedAt} /> },
    {
      ...{ key: 'delete', title: words('everywhere:delete') },
      cell: ({ id }) => (
        <Form action={`/referrals/new/${id}/delete`}>
          <button class="desk-button-plain" type="submit">
            {words('everywhere:delete')}
          </button>
        </Form>
      ),
    },
  ];
  return (
    <Table
      caption={words('intake:start.drafts')}
      columns={columns}
      rows={drafts}
      empty={words('intake:start.no-drafts')}
    />
  );
}

/** With the format's own names; they never quote the file. */
function FileFaults({ found }: { found: readonly FileFault[] }) {
  const { words } = useViewer();
  const columns: Column<FileFault>[] = [
    { key: 'line', title: words('intake:check.line'), number: true, cell: ({ line }) => line },
    { key: 'column', title: words('intake:file.column'), number: true, cell: ({ column }) => column },
    { key: 'path', title: words('intake:check.element'), cell: ({ path }) => <code>{path}</code> },
    {
      key: 'reason',
      title: words('intake:check.reason'),
      cell: ({ reason }) => tellFileReason(reason, words) ?? <span lang="en">{reason}</span>,
    },
  ];
  return <Table caption={words('intake:file.faults')} columns={columns} rows={found} empty="" titled />;
}
