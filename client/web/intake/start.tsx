/** The first page of a new referral: the form, a report file, or a draft. */

import type { ReportFault } from '../../../domain/exchange/report-faults.ts';
import type { DraftLine } from '../../../prisma/store/drafts.ts';
import type { InputFault } from '../../contract/parse.ts';
import { DateAndTime } from '../parts/due.tsx';
import { FileInput, Form, Input, Submit, TextArea } from '../parts/form.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { reportError } from './report-errors.ts';
import { isStep } from './steps.ts';
import { fieldError } from './submission-errors.ts';

/** What is wrong with a report file: at places of an XML report, or in fields of a JSON referral. */
export type FileErrors =
  | { format: 'xml'; faults: readonly ReportFault[] }
  | { format: 'json'; faults: readonly InputFault[] };

interface Props {
  drafts: readonly DraftLine[];
  errors: FileErrors | undefined;
}

/** The page with all drafts, and the forms that start a referral. */
export function StartPage({ drafts, errors }: Props) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.new-referral')}</h1>
      {errors?.format === 'xml' && <ReportErrors faults={errors.faults} />}
      {errors?.format === 'json' && <FieldErrors faults={errors.faults} />}
      <section class="desk-part">
        <h2 class="govuk-heading-m">{t('intake:start.form')}</h2>
        <p class="govuk-body">{t('intake:start.form-hint')}</p>
        <Form action="/referrals/new">
          <Submit>{t('intake:start.begin')}</Submit>
        </Form>
      </section>
      <section class="desk-part desk-measure">
        <h2 class="govuk-heading-m">{t('intake:start.file')}</h2>
        <p class="govuk-body">{t('intake:start.file-hint')}</p>
        <Form action="/referrals/new/file" file>
          <FileInput
            name="file"
            label={t('intake:file.file')}
            hint={t('intake:file.file-hint')}
            accept=".xml,.json"
            multiple
          />
          <Input
            name="reportId"
            label={t('intake:file.report-id')}
            hint={t('intake:file.report-id-hint')}
            width={20}
            optional
          />
          <TextArea name="pasted" label={t('intake:file.pasted')} rows={5} />
          <Submit kind="secondary">{t('intake:file.read')}</Submit>
        </Form>
      </section>
      <section class="desk-part">
        <h2 class="govuk-heading-m">{t('intake:start.drafts')}</h2>
        <Drafts drafts={drafts} />
      </section>
    </>
  );
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const { t } = useViewer();
  const columns: Column<DraftLine>[] = [
    {
      ...{ key: 'step', title: t('intake:start.step') },
      cell: ({ id, step }) => {
        const at = isStep(step) ? step : 'what';
        return <a href={`/referrals/new/${id}/${at}`}>{t(`intake:step.${at}`)}</a>;
      },
    },
    { key: 'changed', title: t('everywhere:column.changed'), cell: ({ changedAt }) => <DateAndTime at={changedAt} /> },
    {
      ...{ key: 'delete', title: t('everywhere:delete'), action: true },
      cell: ({ id }) => (
        <Form action={`/referrals/new/${id}/delete`}>
          <button class="desk-button-plain" type="submit">
            {t('everywhere:delete')}
          </button>
        </Form>
      ),
    },
  ];
  return (
    <Table caption={t('intake:start.drafts')} columns={columns} rows={drafts} empty={t('intake:start.no-drafts')} />
  );
}

/** Names of elements are those of the format. Texts of the file are never quoted. */
function ReportErrors({ faults }: { faults: readonly ReportFault[] }) {
  const { t } = useViewer();
  const columns: Column<ReportFault>[] = [
    { key: 'line', title: t('intake:check.line'), number: true, cell: ({ line }) => line },
    { key: 'column', title: t('intake:file.column'), number: true, cell: ({ column }) => column },
    { key: 'path', title: t('intake:check.element'), cell: ({ path }) => <code>{path}</code> },
    {
      key: 'reason',
      title: t('intake:file.error'),
      cell: ({ reason }) => reportError(reason, t) ?? <span lang="en">{reason}</span>,
    },
  ];
  return <Table caption={t('intake:file.faults')} columns={columns} rows={faults} empty="" titled />;
}

function FieldErrors({ faults }: { faults: readonly InputFault[] }) {
  const { t } = useViewer();
  const columns: Column<InputFault>[] = [
    {
      key: 'field',
      title: t('intake:file.field'),
      cell: ({ field }) => <code>{field || t('intake:file.file')}</code>,
    },
    { key: 'reason', title: t('intake:file.error'), cell: (fault) => fieldError(fault, t) },
  ];
  return <Table caption={t('intake:file.faults')} columns={columns} rows={faults} empty="" titled />;
}
