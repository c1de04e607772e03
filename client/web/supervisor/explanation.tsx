/** Explains a clock step by step with codes and instants, never with particulars. */

import type { ComponentChildren } from 'preact';
import type { Explanation as Explained } from '../../../domain/clocks/explanation.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { changeSentence, clockStanding, clockTerms } from '../../i18n/clock-changes.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { Basis } from '../parts/basis.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { ClockComputation } from './clock-computation.tsx';
import { DueInZones } from './due-in-zones.tsx';

interface Props {
  explanation: Explained;
  /** The name of who must act. Default: the role. */
  owedBy?: string | undefined;
}

/** The explanation of a due time as a table. */
export function ClockExplanation({ explanation, owedBy }: Props) {
  const { t, language, zone } = useViewer();
  const at = (instant: Instant) => formatInstant(instant, language, zone);
  const { lines, due, start } = explanation;
  const isWhole = due.at === due.recomputedAt;
  return (
    <>
      <Terms explanation={explanation} owedBy={owedBy} />
      <Table
        caption={t('supervisor:explain.happened')}
        titled
        rows={lines}
        empty={t('supervisor:sla.no-clocks')}
        columns={[
          {
            ...{ key: 'at', title: t('supervisor:explain.at', { zone }) },
            cell: ({ at }) => <time dateTime={at}>{formatInstant(at, language, zone)}</time>,
          },
          {
            ...{ key: 'there', title: t('supervisor:explain.at', { zone: start.zone }) },
            cell: ({ at }) => formatInstant(at, language, start.zone),
          },
          {
            key: 'what',
            title: t('supervisor:explain.what'),
            cell: (line) => changeSentence(line, explanation, { t, at }),
          },
        ]}
      />
      <ClockComputation explanation={explanation} />
      <h2 class="govuk-heading-m">{t('everywhere:column.due')}</h2>
      <DueInZones due={due} />
      <p class="govuk-body">
        {isWhole ? t('supervisor:explain.recalculated') : t('supervisor:explain.damaged', { at: at(due.recomputedAt) })}
      </p>
    </>
  );
}

/** How it stands, and what it started with. */
function Terms({ explanation, owedBy }: Props) {
  const { t, language, zone } = useViewer();
  const at = (instant: Instant) => formatInstant(instant, language, zone);
  const { start, basis, due } = explanation;
  const { policyVersion } = start;
  const facts: [name: string, value: ComponentChildren][] = [
    [t('everywhere:column.status'), clockStanding(explanation, { t, at })],
    [t('everywhere:column.due'), <time dateTime={due.at}>{at(due.at)}</time>],
    ...clockTerms(start, t, owedBy).map(({ name, value }): [string, string] => [name, value]),
    [
      t('supervisor:explain.policy'),
      basis ? (
        <>
          {policyVersion}, {t('everywhere:labelled', { label: t(`supervisor:explain.${basis.level}`), value: '' })}
          <Basis basis={basis} />
        </>
      ) : (
        t('supervisor:explain.other-policy', { version: policyVersion })
      ),
    ],
  ];
  return (
    <dl class="govuk-summary-list">
      {facts.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
