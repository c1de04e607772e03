/** The words of a case: behind a purpose, which is on record before anything is shown. */

import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { storedSubmission } from '../../contract/submission.ts';
import type { Words } from '../../i18n/i18n.ts';
import type { Said } from '../../queries/read-particulars.ts';
import { Loss } from '../intake/check.tsx';
import { lossReport } from '../intake/draft-content.ts';
import { SubmissionFacts } from '../intake/submission-facts.tsx';
import { When } from '../parts/due.tsx';
import { Form, Input, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { Case } from './case.ts';

export function PurposePrompt({ reference }: { reference: string }) {
  const { words } = useViewer();
  return (
    <div class="desk-measure desk-no-print">
      <p class="govuk-body">{words('referral:particulars.lead')}</p>
      <Form action={`/referrals/${reference}/particulars`}>
        <Input
          name="purpose"
          label={words('referral:particulars.purpose')}
          hint={words('referral:particulars.purpose-hint')}
        />
        <Submit kind="secondary">{words('referral:particulars.read')}</Submit>
      </Form>
    </div>
  );
}

export function Particulars({ said, of: { names } }: { said: readonly Said[]; of: Case }) {
  const { words } = useViewer();
  if (said.length === 0) return <p class="govuk-body">{words('referral:particulars.none')}</p>;
  return (
    <>
      {said.map(({ at, by, event, words: content }) => (
        <section class="desk-said">
          <h3 class="govuk-heading-s">
            {words(`referral:said.${isKnown(event) ? event : 'other'}`)} · <When at={at} />
            {by.kind === 'person' && ` · ${names.person(by.personId)}, ${names.agency(by.agencyId)}`}
          </h3>
          <Content value={content} />
        </section>
      ))}
    </>
  );
}

const KNOWN = [
  'submitted',
  'supplemented',
  'question-asked',
  'question-answered',
  'declined',
  'outcome-reported',
] as const;

function isKnown(event: string): event is (typeof KNOWN)[number] {
  return KNOWN.some((known) => known === event);
}

const handedIn = z.object({ submission: storedSubmission, loss: lossReport.default([]) });

/** Text as text, and what was handed in as a whole field by field, whatever it holds. */
function Content({ value }: { value: unknown }): ComponentChildren {
  const { words } = useViewer();
  if (value === undefined || value === null) return <p class="govuk-body">{words('everywhere:unknown')}</p>;
  if (typeof value !== 'object') return <p class="govuk-body desk-words">{String(value)}</p>;
  const handed = handedIn.safeParse(value);
  if (!handed.success) {
    return (
      <>
        <Fields value={value} />
        {'withheld' in value && <p class="govuk-hint">{words('referral:particulars.withheld')}</p>}
      </>
    );
  }
  const { submission, loss } = handed.data;
  return (
    <>
      <SubmissionFacts submission={submission} />
      {loss.length > 0 && <Loss loss={loss} level="h4" />}
    </>
  );
}

function Fields({ value }: { value: object }) {
  const { words } = useViewer();
  const filled = Object.entries(value).filter(([name, each]) => !CODES.includes(name) && !isEmpty(each));
  return (
    <dl class="desk-fields">
      {filled.map(([name, each]) => (
        <div>
          <dt>{Array.isArray(value) ? Number(name) + 1 : nameOf(name, words)}</dt>
          <dd>
            {typeof each === 'object' && each !== null ? (
              <Fields value={each} />
            ) : (
              <span class="desk-words">{String(each)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Said elsewhere on the page in words: codes of the whole in the summary of the referral. */
const CODES = [
  'withheld',
  'kind',
  'urgency',
  'urgencyGrounds',
  'crimeAreas',
  'capability',
  'evaluation',
  'tlp',
  'languages',
];

const FIELDS = [
  ...(['submission', 'addition', 'loss', 'summary', 'particulars', 'label', 'value', 'originReferences'] as const),
  ...([
    'system',
    'id',
    'indicators',
    'country',
    'basis',
    'note',
    'materials',
    'algorithm',
    'source',
    'subjects',
  ] as const),
  ...(['category', 'reference', 'preservation', 'provider', 'handling', 'text', 'path', 'reason'] as const),
] as const;

/** A field that has no words of its own is called as the contract calls it. */
function nameOf(name: string, words: Words): string {
  const field = FIELDS.find((known) => known === name);
  return field === undefined ? name : words(`referral:words.${field}`);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
