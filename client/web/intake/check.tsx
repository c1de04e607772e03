/** The last step: all that will be sent, the expected triage proposal, and what was not read from a file. */

import { type LossEntry, leftOutFirst } from '../../../domain/exchange/loss-report.ts';
import { factsOf, type Submission } from '../../../domain/submission.ts';
import { proposeTriage } from '../../../domain/triage.ts';
import { lacksIpDatabase } from '../../platform/add-countries.ts';
import { Form, Submit } from '../parts/form.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Proposal } from '../referral/decision.tsx';
import { useViewer } from '../viewer.ts';
import { reportLabel } from './report-label.ts';
import { stepOf } from './steps.ts';
import { SubmissionFacts } from './submission-facts.tsx';

interface Props {
  /** Of the draft. */
  id: string;
  /** Undefined while something is missing or not valid. */
  submission: Submission | undefined;
  loss: readonly LossEntry[];
  schema: string | undefined;
}

/** The page shows so many entries; the referral stores all. */
const MOST_LOSS = 100;

/** The last step: all values of the referral before it is sent. */
export function CheckPage({ id, submission, loss, schema }: Props) {
  const { t, faults } = useViewer();
  const steps = [...new Set(faults.map(({ field }) => stepOf(field)).filter((step) => step !== 'check'))];
  return (
    <>
      {steps.length > 0 && (
        <p class="govuk-body">
          {t('intake:check.faults')}{' '}
          {steps.map((step) => (
            <>
              <a href={`/referrals/new/${id}/${step}`}>{t(`intake:step.${step}`)}</a>{' '}
            </>
          ))}
        </p>
      )}
      {submission && <SubmissionFacts submission={submission} draft={id} />}
      {submission && lacksIpDatabase(submission) && <p class="govuk-inset-text">{t('intake:check.no-ip-database')}</p>}
      <FileReading loss={loss} schema={schema} />
      {submission && (
        <>
          <h2 class="govuk-heading-m">{t('intake:check.proposal')}</h2>
          <p class="govuk-body">{t('intake:check.proposal-hint')}</p>
          <Proposal proposal={proposeTriage(factsOf(submission))} />
          <Form action={`/referrals/new/${id}/check`}>
            <Submit>{t('intake:check.send')}</Submit>
          </Form>
        </>
      )}
    </>
  );
}

/** The schema of a report file, and the first parts of it that were not read in full. */
export function FileReading({ loss, schema }: Pick<Props, 'loss' | 'schema'>) {
  const { t } = useViewer();
  return (
    <>
      {schema && <p class="govuk-body">{t('intake:check.schema', { schema })}</p>}
      {loss.length > 0 && <Loss loss={leftOutFirst(loss).slice(0, MOST_LOSS)} />}
      {loss.length > MOST_LOSS && (
        <p class="govuk-inset-text">{t('intake:rows.unseen', { count: loss.length - MOST_LOSS })}</p>
      )}
    </>
  );
}

/** The table of the parts of a file that were not read in full. */
export function Loss({ loss, level: Title = 'h2' }: { loss: readonly LossEntry[]; level?: 'h2' | 'h4' }) {
  const { t } = useViewer();
  const hasFiles = loss.some(({ file }) => file !== undefined);
  const ofFile: Column<LossEntry> = { key: 'file', title: t('intake:file.file'), cell: ({ file }) => file };
  const columns: Column<LossEntry>[] = [
    ...(hasFiles ? [ofFile] : []),
    { key: 'line', title: t('intake:check.line'), number: true, cell: ({ line }) => line },
    { key: 'path', title: t('intake:check.element'), cell: ({ path }) => <Element path={path} /> },
    { key: 'reason', title: t('intake:check.reason'), cell: ({ reason }) => t(`codes:lossReason.${reason}`) },
  ];
  return (
    <>
      <Title class="govuk-heading-s">{t('intake:check.loss')}</Title>
      <p class="govuk-body">{t('intake:check.loss-hint')}</p>
      <Table caption={t('intake:check.loss')} columns={columns} rows={loss} empty="" />
    </>
  );
}

/** Its name if it has one, with the path in the file below. */
function Element({ path }: { path: string }) {
  const { t } = useViewer();
  const name = reportLabel(path, t);
  return (
    <>
      {name !== path && <div>{name}</div>}
      <code {...(name !== path && { class: 'desk-quiet' })}>{path}</code>
    </>
  );
}
