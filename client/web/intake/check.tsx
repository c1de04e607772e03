/** The last step: everything that would be sent, what the rules will make of it, what of a file was not understood. */

import type { LossEntry } from '../../../domain/exchange/loss.ts';
import { factsOf, type Submission } from '../../../domain/submission.ts';
import { proposeTriage } from '../../../domain/triage.ts';
import { countryName, languageName } from '../../words/countries.ts';
import { when } from '../../words/when.ts';
import { Form, Submit } from '../parts/form.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Proposal } from '../referral/decision.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { type Step, stepOf } from './steps.ts';

interface Props {
  id: string;
  /** Undefined while something is missing. */
  submission: Submission | undefined;
  loss: readonly LossEntry[];
}

export function Check({ id, submission, loss }: Props) {
  const { words, faults } = useViewer();
  const steps = [...new Set(faults.map(({ field }) => stepOf(field)).filter((step) => step !== 'check'))];
  return (
    <>
      {steps.length > 0 && (
        <p class="govuk-body">
          {words('intake:check.faults')}{' '}
          {steps.map((step) => (
            <>
              <a href={`/referrals/new/${id}/${step}`}>{words(`intake:step.${step}`)}</a>{' '}
            </>
          ))}
        </p>
      )}
      {submission && <Whole id={id} submission={submission} />}
      {loss.length > 0 && <Loss loss={loss} />}
      {submission && (
        <>
          <h2 class="govuk-heading-m">{words('intake:check.proposal')}</h2>
          <p class="govuk-body">{words('intake:check.proposal-hint')}</p>
          <Proposal proposal={proposeTriage(factsOf(submission))} />
          <Form action={`/referrals/new/${id}/check`}>
            <Submit>{words('intake:check.send')}</Submit>
          </Form>
        </>
      )}
    </>
  );
}

function Whole({ id, submission }: { id: string; submission: Submission }) {
  const viewer = useViewer();
  const { words } = viewer;
  const parts: [Exclude<Step, 'check'>, [string, string][]][] = [
    ['what', whatOf(submission, viewer)],
    ['where', whereOf(submission, viewer)],
    ['to-whom', toWhomOf(submission, viewer)],
    ['references', referencesOf(submission, viewer)],
  ];
  return (
    <>
      {parts.map(([step, rows]) => (
        <section class="desk-part">
          <h2 class="govuk-heading-m">{words(`intake:step.${step}`)}</h2>
          <dl class="govuk-summary-list">
            {rows
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <div class="govuk-summary-list__row">
                  <dt class="govuk-summary-list__key">{name}</dt>
                  <dd class="govuk-summary-list__value desk-words">{value}</dd>
                </div>
              ))}
          </dl>
          <p>
            <a class="govuk-link" href={`/referrals/new/${id}/${step}`}>
              {words('common:edit')}
              <span class="govuk-visually-hidden">: {words(`intake:step.${step}`)}</span>
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

/** More lines than these are counted only. */
const MOST_LINES = 30;

function linesOf(lines: readonly string[], { words }: Viewer): string {
  const unseen = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(unseen > 0 ? [words('intake:check.more', { count: unseen })] : [])].join(
    '\n',
  );
}

function whatOf(submission: Submission, viewer: Viewer): [string, string][] {
  const { words, language, zone } = viewer;
  const { kind, crimeAreas, urgency, urgencyGrounds, incidentAt, summary, particulars } = submission;
  return [
    [words('common:column.kind'), words(`codes:kind.${kind}`)],
    [words('referral:fact.crime'), crimeAreas.map((area) => words(`codes:crimeArea.${area}`)).join('\n')],
    [words('referral:field.urgency'), words(`codes:urgency.${urgency}`)],
    [words('referral:fact.grounds'), urgencyGrounds.map((each) => words(`codes:urgencyGround.${each}`)).join('\n')],
    [words('referral:fact.incident'), incidentAt ? when(incidentAt, language, zone) : ''],
    [words('intake:field.summary'), summary],
    [
      words('intake:part.particulars'),
      linesOf(
        particulars.map(({ label, value }) => `${label}: ${value}`),
        viewer,
      ),
    ],
  ];
}

function whereOf({ indicators }: Submission, viewer: Viewer): [string, string][] {
  const { words, language } = viewer;
  const lines = indicators.map(({ country, basis, verified, proxySuspected, value }) =>
    [
      `${country === null ? words('common:unknown') : countryName(language, country)}: ${words(`codes:indicatorBasis.${basis}`)}`,
      ...(value ? [value] : []),
      ...(verified ? [words('intake:row.verified')] : []),
      ...(proxySuspected ? [words('intake:row.proxy')] : []),
    ].join('; '),
  );
  return [[words('intake:part.indicators'), linesOf(lines, viewer)]];
}

function toWhomOf(submission: Submission, { words, language }: Viewer): [string, string][] {
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

function referencesOf(submission: Submission, viewer: Viewer): [string, string][] {
  const { words } = viewer;
  const { originReferences, materials, subjects, preservation } = submission;
  return [
    [
      words('intake:part.origins'),
      linesOf(
        originReferences.map(({ system, id }) => `${system}: ${id}`),
        viewer,
      ),
    ],
    [
      words('intake:part.materials'),
      linesOf(
        materials.map(({ algorithm, value }) => `${words(`codes:hashAlgorithm.${algorithm}`)}: ${value}`),
        viewer,
      ),
    ],
    [
      words('intake:part.subjects'),
      linesOf(
        subjects.map(({ category, reference }) => `${words(`codes:subjectCategory.${category}`)}: ${reference}`),
        viewer,
      ),
    ],
    [
      words('intake:part.preservation'),
      linesOf(
        preservation.map(({ provider }) => provider),
        viewer,
      ),
    ],
  ];
}

function Loss({ loss }: { loss: readonly LossEntry[] }) {
  const { words } = useViewer();
  const columns: Column<LossEntry>[] = [
    { key: 'line', title: words('intake:check.line'), number: true, cell: ({ line }) => line },
    { key: 'path', title: words('intake:check.element'), cell: ({ path }) => <code>{path}</code> },
    { key: 'reason', title: words('intake:check.reason'), cell: ({ reason }) => words(`codes:lossReason.${reason}`) },
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words('intake:check.loss')}</h2>
      <p class="govuk-body">{words('intake:check.loss-hint')}</p>
      <Table caption={words('intake:check.loss')} columns={columns} rows={loss} empty="" />
    </>
  );
}
