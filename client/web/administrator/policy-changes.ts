/** Two versions of the clock policies, compared in the words of the page of policies. */

import { sourceOf } from '../../../domain/clocks/applied-policy.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { basisIn } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import { ONWARD_LIMIT } from '../../../domain/decisions/onward.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';
import type { Viewer } from '../viewer.ts';
import {
  eventsText,
  lengthText,
  type PolicyRow,
  partyOr,
  pausesText,
  policyRows,
  rowName,
  warningsText,
} from './policy-rows.ts';

/** One difference. A text is empty if that version has no such clock, or nothing in the field. */
export interface ShownChange {
  /** Empty if the field concerns no clock. */
  clock: string;
  field: string;
  before: string;
  after: string;
}

type Words = Pick<Viewer, 't' | 'language'>;

/**
 * The differences in the order of the policies before, followed by clocks and cases that are new. A case that only one
 * version has is compared with the policy itself, which the other version applies to those referrals.
 */
export function shownChanges(before: ClockPolicies, after: ClockPolicies, words: Words): ShownChange[] {
  const { t } = words;
  const [old, new_] = [shownRows(before, words), shownRows(after, words)];
  const ofClocks = [...new Set([...old.keys(), ...new_.keys()])].flatMap((clock): ShownChange[] => {
    const id = (old.get(clock) ?? new_.get(clock))?.id;
    const [one, other] = [old, new_].map((rows) => rows.get(clock) ?? [...rows.values()].find((row) => row.id === id));
    return [...((one ?? other)?.texts.keys() ?? [])].flatMap((field) => {
      const texts = { before: one?.texts.get(field) ?? '', after: other?.texts.get(field) ?? '' };
      return texts.before === texts.after ? [] : [{ clock, field, ...texts }];
    });
  });
  const [limit, next] = [before, after].map(({ onwardLimit = ONWARD_LIMIT }) =>
    t('administrator:policy.onward', { count: onwardLimit }),
  );
  return limit === next
    ? ofClocks
    : [...ofClocks, { clock: '', field: t('policies:onward'), before: limit ?? '', after: next ?? '' }];
}

/** The texts of a row, by the label of the field. */
interface ShownRow {
  id: ClockName;
  texts: Map<string, string>;
}

/** By the name of the row. The row of the policy itself comes before its cases. */
function shownRows(policies: ClockPolicies, words: Words): Map<string, ShownRow> {
  const rows = policyRows(policies);
  return new Map(
    rows.map((row) => {
      const whole = rows.find(({ policy }) => policy === row.policy) ?? row;
      return [rowName(row, words.t), { id: row.policy.id, texts: new Map(textsOf(row, whole, words)) }];
    }),
  );
}

/** A case has the lengths of the policy at the urgencies that it does not name. */
function textsOf(row: PolicyRow, whole: PolicyRow, { t, language }: Words): [string, string][] {
  const { policy, basis, starts, stops } = row;
  return [
    ...URGENCIES.map((urgency): [string, string] => [
      t(`codes:urgency.${urgency}`),
      lengthText(row, urgency, t) || lengthText(whole, urgency, t),
    ]),
    [t('supervisor:explain.owed-by'), t(`codes:debtor.${policy.debtor}`)],
    [t('administrator:policy.warns'), warningsText(policy, t, language)],
    [t('administrator:policy.level'), t(`supervisor:explain.${basis.level}`)],
    [t('administrator:policy.basis'), [basisIn(basis, language), sourceOf(basis)].filter(Boolean).join(' – ')],
    [t('administrator:policy.zone'), partyOr(policy.zone, t)],
    [t('administrator:policy.calendar'), partyOr(policy.calendarOf ?? policy.zone, t)],
    [t('administrator:policy.pauses'), pausesText(row, t)],
    [t('administrator:policy.starts'), eventsText(starts, t)],
    [t('administrator:policy.stops'), eventsText(stops, t)],
  ];
}
