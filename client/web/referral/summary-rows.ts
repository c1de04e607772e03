/** The summary of a referral as labels with values, for the page and for documents. It has codes only, never particulars. */

import type { Referral } from '../../../domain/referral.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName, languageName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { handlerName } from '../../queries/names.ts';
import type { ReferralView } from './referral-view.ts';

interface Writer<T> {
  t: Translate;
  language: Language;
  now: Instant;
  /** How an instant is shown. */
  at: (instant: Instant) => T;
}

/** The rows that have a value. */
export function summaryRows<T>(view: ReferralView, writer: Writer<T>): [string, string | T][] {
  return everySummaryRow(view, writer).filter(([, value]) => value !== '');
}

/** Every row, in the same order for all referrals. A value that a referral does not have is empty. */
export function everySummaryRow<T>(view: ReferralView, writer: Writer<T>): [string, string | T][] {
  const { t, language, at } = writer;
  const { referral, names, ownReference } = view;
  const { facts, round, senderAgencyId, senderPersonId, coordinatorAgencyId, handlers, senderDisabled } = referral;
  const listed = (texts: readonly string[]) => withSemicolons(texts, t);
  return [
    [t('referral:field.own-reference'), ownReference ?? ''],
    [t('everywhere:column.kind'), t(`codes:kind.${facts.kind}`)],
    [t('referral:fact.crime'), listed(facts.crimeAreas.map((area) => t(`codes:crimeArea.${area}`)))],
    [t('referral:fact.grounds'), listed(facts.urgencyGrounds.map((ground) => t(`codes:urgencyGround.${ground}`)))],
    [t('referral:fact.asked'), t(`codes:capability.${facts.capability}`)],
    [t('referral:fact.decided'), decided(referral, t, (code) => countryName(language, code))],
    [t('supervisor:network.unrouted'), (referral.unserved ?? []).map((code) => countryName(language, code)).join(', ')],
    [
      t('referral:fact.evaluation'),
      listed([
        t(`codes:sourceEvaluation.${facts.evaluation.source}`),
        t(`codes:informationEvaluation.${facts.evaluation.information}`),
      ]),
    ],
    [t('referral:fact.signs'), indicators(referral, writer)],
    [t('referral:fact.materials'), facts.materialCount > 0 ? String(facts.materialCount) : ''],
    [t('referral:fact.languages'), facts.languages.map((code) => languageName(language, code)).join(', ')],
    [
      t('referral:fact.instrument'),
      facts.legalInstrument === 'none' ? '' : t(`codes:legalInstrument.${facts.legalInstrument}`),
    ],
    [t('referral:fact.basis'), facts.transferBasis ? t(`codes:transferBasis.${facts.transferBasis}`) : ''],
    [
      t('intake:information-access.label'),
      facts.informationAccess ? t(`codes:informationAccess.${facts.informationAccess}`) : '',
    ],
    [t('intake:answer-by.label'), facts.answerBy ? at(facts.answerBy) : ''],
    [t('referral:fact.incident'), facts.incidentAt ? at(facts.incidentAt) : ''],
    [
      t('everywhere:column.sender'),
      listed([
        senderPersonId === ''
          ? names.agency(senderAgencyId)
          : `${names.agency(senderAgencyId)} (${names.person(senderPersonId)})`,
        ...(senderDisabled ? [t('referral:sender-disabled', { agency: names.agency(coordinatorAgencyId) })] : []),
      ]),
    ],
    [t('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
    [
      t('everywhere:column.handler'),
      listed(
        Object.entries(handlers).map(
          ([agencyId, personId]) => `${handlerName(names, personId, writer)} (${names.agency(agencyId)})`,
        ),
      ),
    ],
    [t('everywhere:column.submitted'), at(referral.submittedAt)],
    [t('referral:fact.round'), round > 1 ? String(round) : ''],
    [t('referral:fact.withdrawal'), referral.withdrawal.state === 'asked' ? t('referral:withdrawal-asked') : ''],
    [t('referral:fact.ending'), ending(referral, t, names.referral)],
    ...retentionRows(referral, t, at),
  ];
}

/** The countries that the indicators name, and how many indicators name none. */
function indicators({ facts }: Referral, { t, language }: Pick<Writer<unknown>, 't' | 'language'>): string {
  const countries = facts.indicators.flatMap(({ country }) =>
    country === null ? [] : [countryName(language, country)],
  );
  const without = facts.indicators.length - countries.length;
  const named = [...new Set(countries)].join(', ');
  return withSemicolons(
    [...(named === '' ? [] : [named]), ...(without > 0 ? [t('officer:why.without-country', { count: without })] : [])],
    t,
  );
}

/** Legal hold, review and order to erase. */
function retentionRows<T>(referral: Referral, t: Translate, at: Writer<T>['at']): [string, string | T][] {
  const { legalHold, retention = {}, erasureOrder } = referral;
  const { review, until } = retention;
  return [
    [t('referral:retention.legal-hold'), legalHold ? at(legalHold.at) : ''],
    [t('referral:retention.erasure-order'), erasureOrder ? at(erasureOrder.at) : ''],
    [t('referral:retention.kept-until'), until ? at(until) : ''],
    [t('referral:retention.review-due'), review ? at(review.dueAt) : ''],
  ];
}

function decided({ triage }: Referral, t: Translate, country: (code: string) => string): string {
  if (triage.state !== 'decided') return '';
  const { capability, countries } = triage.decision;
  return withSemicolons([t(`codes:capability.${capability}`), ...countries.map(country)], t);
}

function ending({ ending }: Referral, t: Translate, other: (id: string) => string): string {
  switch (ending.state) {
    case 'none':
      return '';
    case 'proposed':
      return t('referral:ending-proposed', { kind: t(`codes:closureKind.${ending.kind}`) });
    case 'closed': {
      const kind = t(`codes:closureKind.${ending.closure.kind}`);
      return ending.closure.kind === 'duplicate' ? `${kind}: ${other(ending.closure.of)}` : kind;
    }
  }
}
