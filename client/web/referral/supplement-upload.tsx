/** The upload of report files or a hash list for a supplement, and what was read from them. */

import type { LossEntry } from '../../../domain/exchange/loss-report.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { ActRequestOf } from '../../contract/acts.ts';
import { FileReading } from '../intake/check.tsx';
import { SubmissionFacts } from '../intake/submission-facts.tsx';
import { FileInput, Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { Heading } from './heading.tsx';

/** The form that uploads report files. */
export function UploadPage({ referral }: { referral: Referral }) {
  const { t } = useViewer();
  return (
    <>
      <Heading referral={referral} title={t('referral:supplement-files.title')} />
      <div class="desk-measure">
        <p class="govuk-body">{t('referral:supplement-files.hint')}</p>
        <Form action={`/referrals/${referral.reference}/supplement-files`} file>
          <FileInput name="file" label={t('intake:file.file')} accept=".xml,.csv" multiple />
          <div class="govuk-button-group">
            <Submit>{t('intake:file.read')}</Submit>
            <Cancel referral={referral} />
          </div>
        </Form>
      </div>
    </>
  );
}

interface AdditionProps {
  referral: Referral;
  /** Of the draft that holds the addition. */
  id: string;
  addition: ActRequestOf<'supplement'>['addition'];
  loss: readonly LossEntry[];
  schema: string | undefined;
}

/** What was read from the files, with the button that adds it. */
export function AdditionPage({ referral, id, addition, loss, schema }: AdditionProps) {
  const { t } = useViewer();
  return (
    <>
      <Heading referral={referral} title={t('referral:supplement-files.title')} />
      <p class="govuk-inset-text">{t('referral:supplement-files.confirm', { button: t('codes:act.supplement') })}</p>
      <SubmissionFacts submission={addition} level="h2" />
      <FileReading loss={loss} schema={schema} />
      <Form action={`/referrals/${referral.reference}/supplement-files/${id}`} hidden={{ number: referral.seq }}>
        <div class="govuk-button-group">
          <Submit>{t('codes:act.supplement')}</Submit>
          <Cancel referral={referral} />
        </div>
      </Form>
    </>
  );
}

function Cancel({ referral }: { referral: Referral }) {
  const { t } = useViewer();
  return (
    <a class="govuk-link" href={`/referrals/${referral.reference}`}>
      {t('everywhere:cancel')}
    </a>
  );
}
