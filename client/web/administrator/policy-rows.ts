/** The rows of the page of clock policies: each policy, followed by its cases, in the viewer's language. */

import { sourceOf } from '../../../domain/clocks/applied-policy.ts';
import type { Span } from '../../../domain/clocks/counting.ts';
import type { ClockPolicies, ClockPolicy, PolicyCase, Terms } from '../../../domain/clocks/policy-schema.ts';
import { URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatPercent } from '../../i18n/numbers.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { reasonsText } from '../referral/extension-options.ts';

/** A policy, or one of its cases: other terms for some referrals. */
export interface PolicyRow {
  policy: ClockPolicy;
  basis: ClockPolicy['basis'];
  pauseOn: ClockPolicy['pauseOn'];
  starts: ClockPolicy['starts'];
  stops: ClockPolicy['stops'];
  /** Empty if it applies to all referrals. */
  condition: PolicyCase['when'];
  terms: PolicyCase['terms'];
}

/** The policy, and then its cases. A case without a condition replaces terms of the policy itself, so it has no row. */
export function policyRows({ clocks }: ClockPolicies): PolicyRow[] {
  return clocks.flatMap((policy) => {
    const { only = {}, cases = [] } = policy;
    const always = cases.find(({ when }) => isEmpty(when));
    const { basis, pauseOn, starts, stops } = { ...policy, ...always };
    const terms = { ...policy.terms, ...always?.terms };
    const whole: PolicyRow = { policy, basis, pauseOn, starts, stops, condition: only, terms };
    const others = cases.filter(({ when }) => !isEmpty(when));
    return [whole, ...others.map(({ when, ...each }): PolicyRow => ({ ...whole, ...each, condition: when }))];
  });
}

function isEmpty(condition: PolicyCase['when']): boolean {
  return Object.keys(condition).length === 0;
}

/** `Removal of content (only for: Takedown notice)`. */
export function rowName(
  { policy, condition: { kinds = [], instruments = [], access } }: PolicyRow,
  t: Translate,
): string {
  const words = [
    ...kinds.map((kind) => t(`codes:kind.${kind}`)),
    ...instruments.map((instrument) => t(`codes:legalInstrument.${instrument}`)),
    ...(access ? [t(`codes:informationAccess.${access}`)] : []),
  ];
  const name = t(`codes:clockName.${policy.id}`);
  return words.length === 0 ? name : `${name} (${t('administrator:policy.only')}: ${words.join(', ')})`;
}

/** Empty if the case does not change the urgency. */
export function lengthText({ policy, terms }: PolicyRow, urgency: Urgency, t: Translate): string {
  const some = terms[urgency];
  if (some === undefined) return '';
  return some === 'none' ? t('administrator:policy.none') : termsText(some, policy, t);
}

/** `30 calendar days; if missed: escalated; may be extended once, by up to 30 calendar days`. */
function termsText(terms: Terms, { repeats }: ClockPolicy, t: Translate): string {
  const {
    amount,
    unit,
    onExpiry,
    extension,
    earliestOf = [],
    latestOf = [],
    pauseCap,
    shorterOnRequest,
    thereafter,
  } = terms;
  const from = (origin: NumberOrigin, text: string) => withOrigin(text, origin, t);
  const spanOf = (span: Span) => t(`timeline:span.${span.unit}`, { count: span.amount });
  const parts = [
    t('administrator:policy.length', { span: spanOf({ amount, unit }), onExpiry: t(`codes:expiryAction.${onExpiry}`) }),
    ...latestOf.map((limit) => from(limit, t('administrator:policy.at-earliest', { span: spanOf(limit) }))),
    ...earliestOf.map((limit) => from(limit, t('administrator:policy.at-latest', { span: spanOf(limit) }))),
    terms.excludeFirstUnit && t('administrator:policy.next-hour'),
    terms.rollForward && t('administrator:policy.roll-forward'),
    shorterOnRequest &&
      from(shorterOnRequest.floor, t('administrator:policy.floor', { span: spanOf(shorterOnRequest.floor) })),
    pauseCap && t('administrator:policy.pause-cap', { span: spanOf(pauseCap) }),
    repeats && t('administrator:policy.repeats', { count: repeats }),
    thereafter && t('administrator:policy.thereafter', { span: spanOf(thereafter) }),
    extension &&
      from(
        extension,
        t('administrator:policy.extension', { span: spanOf({ amount: extension.max, unit }), count: extension.count }),
      ),
    extension?.reasons && reasonsText(extension.reasons, t),
  ];
  return withSemicolons(
    parts.filter((part) => typeof part === 'string'),
    t,
  );
}

/** The law that a number comes from, or that it is a target although the clock is statutory. */
type NumberOrigin = Pick<NonNullable<Terms['extension']>, 'source' | 'target'>;

/** `at the latest after 1 week (Directive 2014/41/EU art. 16(1))`. */
function withOrigin(text: string, { source, target }: NumberOrigin, t: Translate): string {
  const origin = source ? sourceOf({ source }) : target && t('supervisor:explain.TARGET');
  return origin ? `${text} (${origin})` : text;
}

/** `80%, 1 hour before`. */
export function warningsText({ warnAt, warnBefore = [] }: ClockPolicy, t: Translate, language: Language): string {
  const before = warnBefore.map(({ amount, unit }) =>
    t('administrator:policy.before', { span: t(`timeline:span.${unit}`, { count: amount }) }),
  );
  return [...warnAt.map((fraction) => formatPercent(fraction, language, 1)), ...before].join(', ');
}

/** A party, or a time zone, country or region as it is named. */
export function partyOr(name: string, t: Translate): string {
  return name === 'sender' || name === 'coordinator' || name === 'recipient' || name === 'asked'
    ? t(`codes:debtor.${name}`)
    : name;
}

/** The reasons for which the clock is paused. */
export function pausesText({ pauseOn }: Pick<PolicyRow, 'pauseOn'>, t: Translate): string {
  return pauseOn.map((reason) => t(`codes:pauseReason.${reason}`)).join(', ');
}

/** The events that start or stop the clock. */
export function eventsText(events: ClockPolicy['starts'], t: Translate): string {
  return events.map((event) => t(`events:${event}`)).join('; ');
}

/** The row in a CSV file: a column for each urgency. */
export function lengthCells(row: PolicyRow, t: Translate): string[] {
  return URGENCIES.map((urgency) => lengthText(row, urgency, t));
}
