/** A submission in words, part by part: before it is sent, and whenever its particulars are read. */

import type { Submission } from '../../../domain/submission.ts';
import { countryName, languageName } from '../../i18n/countries.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/i18n.ts';
import { useViewer, type Viewer } from '../viewer.ts';
import type { Step } from './steps.ts';

interface Props {
  submission: Submission;
  /** The draft that its steps may be changed in. */
  draft?: string;
}

export function SubmissionFacts({ submission, draft }: Props) {
  const viewer = useViewer();
  const { words } = viewer;
  // Of a draft they are the parts of the page; among particulars the parts of one part.
  const Title = draft ? 'h2' : 'h4';
  const parts: [Exclude<Step, 'check'>, Row[]][] = [
    ['what', whatOf(submission, viewer)],
    ['where', whereOf(submission, viewer)],
    ['to-whom', toWhomOf(submission, viewer)],
    ['references', referencesOf(submission, viewer)],
  ];
  return (
    <>
      {parts.map(([step, rows]) => (
        <section class="desk-part">
          <Title class="govuk-heading-s">{words(`intake:step.${step}`)}</Title>
          <dl class="govuk-summary-list">
            {rows
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <div class="govuk-summary-list__row">
                  <dt class="govuk-summary-list__key">{name}</dt>
                  <dd class="govuk-summary-list__value desk-words">{draft ? shortened(value, words) : value}</dd>
                </div>
              ))}
          </dl>
          {draft && (
            <p>
              <a class="govuk-link" href={`/referrals/new/${draft}/${step}`}>
                {words('everywhere:edit')}
                <span class="govuk-visually-hidden">: {words(`intake:step.${step}`)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

type Row = [string, string];

/** Before sending, a file's first lines tell enough; whoever reads particulars reads them all. */
const MOST_LINES = 30;

function shortened(value: string, words: Words): string {
  const lines = value.split('\n');
  const unseen = lines.length - MOST_LINES;
  if (unseen <= 0) return value;
  return [...lines.slice(0, MOST_LINES), words('intake:row.unseen', { count: unseen })].join('\n');
}

function whatOf(submission: Submission, viewer: Viewer): Row[] {
  const { words, language, zone } = viewer;
  const { kind, crimeAreas, urgency, urgencyGrounds, incidentAt, summary, particulars } = submission;
  return [
    [words('everywhere:column.kind'), words(`codes:kind.${kind}`)],
    [words('referral:fact.crime'), crimeAreas.map((area) => words(`codes:crimeArea.${area}`)).join('\n')],
    [words('referral:field.urgency'), words(`codes:urgency.${urgency}`)],
    [words('referral:fact.grounds'), urgencyGrounds.map((each) => words(`codes:urgencyGround.${each}`)).join('\n')],
    [words('referral:fact.incident'), incidentAt ? formatInstant(incidentAt, language, zone) : ''],
    [words('intake:field.summary'), summary],
    [words('intake:part.particulars'), particulars.map(({ label, value }) => `${label}: ${value}`).join('\n')],
  ];
}

function whereOf({ indicators }: Submission, { words, language, zone }: Viewer): Row[] {
  const lines = indicators.map(({ country, basis, verified, proxySuspected, value, observedAt, note }) =>
    [
      `${country === null ? words('everywhere:unknown') : countryName(language, country)}: ${words(`codes:indicatorBasis.${basis}`)}`,
      ...(value ? [value] : []),
      ...(observedAt ? [formatInstant(observedAt, language, zone)] : []),
      ...(verified ? [words('intake:row.verified')] : []),
      ...(proxySuspected ? [words('intake:row.proxy')] : []),
      ...(note ? [note] : []),
    ].join('; '),
  );
  return [[words('intake:part.indicators'), lines.join('\n')]];
}

function toWhomOf(submission: Submission, { words, language }: Viewer): Row[] {
  const { capability, handling, tlp, evaluation, legalInstrument, transferBasis, languages } = submission;
  return [
    [words('referral:field.capability'), words(`codes:capability.${capability}`)],
    [words('referral:handling'), words(`codes:handlingCode.${handling.code}`)],
    [words('intake:field.handling-text'), handling.text ?? ''],
    [words('intake:field.tlp'), words(`codes:tlp.${tlp}`)],
    [words('intake:field.source'), words(`codes:sourceEvaluation.${evaluation.source}`)],
    [words('intake:field.information'), words(`codes:informationEvaluation.${evaluation.information}`)],
    [words('intake:field.instrument'), words(`codes:legalInstrument.${legalInstrument}`)],
    [words('referral:fact.basis'), transferBasis ? words(`codes:transferBasis.${transferBasis}`) : ''],
    [words('referral:fact.languages'), languages.map((code) => languageName(language, code)).join(', ')],
  ];
}

function referencesOf(submission: Submission, { words, language, zone }: Viewer): Row[] {
  const { originReferences, materials, subjects, preservation } = submission;
  const origins = originReferences.map(({ system, id }) => `${system}: ${id}`);
  const hashes = materials.map(({ algorithm, value, source, classification }) => [
    `${words(`codes:hashAlgorithm.${algorithm}`)}: ${value}`,
    source,
    words(`codes:classification.${classification}`),
  ]);
  const persons = subjects.map(
    ({ category, reference }) => `${words(`codes:subjectCategory.${category}`)}: ${reference}`,
  );
  const preserved = preservation.map(({ provider, instrument, endsAt, reference }) => [
    ...[provider, ...(instrument === 'none' ? [] : [words(`codes:legalInstrument.${instrument}`)])],
    ...(endsAt ? [`${words('intake:row.ends')} ${formatInstant(endsAt, language, zone)}`] : []),
    ...(reference ? [reference] : []),
  ]);
  return [
    [words('intake:part.origins'), origins.join('\n')],
    [words('intake:part.materials'), hashes.map((parts) => parts.join('; ')).join('\n')],
    [words('intake:part.subjects'), persons.join('\n')],
    [words('intake:part.preservation'), preserved.map((parts) => parts.join('; ')).join('\n')],
  ];
}
