/** The dossier of a referral as PDF: what the page shows to its reader, with the handling code on each page. */

import { clockDebtor } from '../../../domain/clocks/clock-debtor.ts';
import { currentUrgency } from '../../../domain/current-urgency.ts';
import type { ReadingPurpose } from '../../../domain/reading-purposes.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { type Flow, openFlow } from '../../documents/flow.ts';
import { type DocumentReader, type Imprint, imprintLines } from '../../documents/imprint.ts';
import { countryName } from '../../i18n/countries.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { documentMarking } from '../../i18n/handling-text.ts';
import { type Translate, translatorFor } from '../../i18n/i18n.ts';
import { numberOf, renderWithNames } from '../../i18n/render-sentence.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { actorName } from '../../queries/names.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { doneBy, timelineOf } from '../../queries/timeline.ts';
import { outcomeText } from './outcome-text.ts';
import { saidTitle } from './particulars.tsx';
import { particularsRows } from './particulars-text.ts';
import { partyName, type ReferralView } from './referral-view.ts';
import { summaryRows } from './summary-rows.ts';

/** A referral as its reader sees it. */
export interface PdfDossier {
  view: ReferralView;
  reader: DocumentReader;
  imprint: Imprint;
  /** Absent if the reader did not ask for the particulars. */
  particulars?: { purpose: { code: ReadingPurpose; text: string }; said: readonly DisclosedText[] };
}

interface Context extends PdfDossier {
  t: Translate;
  at: (instant: Instant) => string;
}

/** The bytes of the document. */
export function dossierPdf(dossier: PdfDossier): Promise<Buffer> {
  const { view, reader, imprint } = dossier;
  const { language, zone, agency } = reader;
  const t = translatorFor(language);
  const { reference, facts } = view.referral;
  const title = t('documents:dossier.title', { reference });
  const flow = openFlow({
    ...{ title, author: agency, language, madeAt: new Date(imprint.madeAt), head: documentMarking(t, facts) },
    foot: (page, pages) => t('documents:dossier.foot', { reference, page, pages }),
  });
  const context = { ...dossier, t, at: (instant: Instant) => formatInstant(instant, language, zone) };
  flow.heading(1, title);
  for (const line of [documentMarking(t, facts), purposeText(context), ...imprintLines(imprint, reader, t)]) {
    flow.text(line);
  }
  for (const part of [writeSummary, writeRecipients, writeQuestions, writeClocks, writeParticulars, writeTimeline]) {
    part(flow, context);
  }
  return flow.end();
}

function purposeText({ particulars, t }: Context): string {
  if (particulars === undefined) return t('documents:dossier.without');
  const { code, text } = particulars.purpose;
  const purpose = [t(`codes:readingPurpose.${code}`), text].filter(Boolean).join(', ');
  return t('everywhere:labelled', { label: t('referral:particulars.purpose'), value: purpose });
}

function writeSummary(flow: Flow, { view, t, at, imprint, reader: { language } }: Context): void {
  const { referral } = view;
  flow.heading(2, t('referral:part.summary'));
  flow.table(
    [
      { title: t('documents:dossier.fact'), share: 3 },
      { title: t('documents:dossier.value'), share: 7 },
    ],
    [
      [t('everywhere:column.status'), t(`codes:referralStatus.${referral.status}`)],
      [t('everywhere:column.urgency'), t(`codes:urgency.${currentUrgency(referral)}`)],
      ...summaryRows(view, { t, language, at, now: imprint.madeAt }),
    ],
  );
}

function writeRecipients(flow: Flow, { view: { referral, names }, t, at, reader: { language } }: Context): void {
  if (referral.recipients.length === 0) return;
  flow.heading(2, t('everywhere:column.recipients'));
  const columns = [
    { title: t('referral:column.number'), share: 1 },
    { title: t('referral:column.point'), share: 6 },
    { title: t('everywhere:column.country'), share: 2.5 },
    { title: t('everywhere:column.status'), share: 3 },
    { title: t('referral:column.opened'), share: 3 },
    { title: t('referral:column.acknowledged'), share: 3 },
    { title: t('referral:column.outcomes'), share: 3 },
  ];
  const rows = referral.recipients.map(
    ({ id, contactPointId, agencyId, country, status, openedAt, acknowledged, outcomes }) => [
      numberOf(id),
      `${names.point(contactPointId)}, ${names.agency(agencyId)}`,
      countryName(language, country),
      t(`codes:recipientStatus.${status}`),
      at(openedAt),
      acknowledged.state === 'yes'
        ? `${at(acknowledged.at)}${acknowledged.late ? ` (${t('referral:late')})` : ''}`
        : '',
      withSemicolons(
        outcomes.map((outcome) => outcomeText(outcome, t)),
        t,
      ),
    ],
  );
  flow.table(columns, rows);
}

function writeQuestions(flow: Flow, { view, t, at }: Context): void {
  const { questions } = view.referral;
  if (questions.length === 0) return;
  flow.heading(2, t('referral:part.questions'));
  const columns = [
    { title: t('referral:column.number'), share: 1 },
    { title: t('referral:column.asker'), share: 5 },
    { title: t('referral:column.asked'), share: 3 },
    { title: t('everywhere:column.status'), share: 3 },
  ];
  const rows = questions.map((question) => [
    ...[numberOf(question.id), partyName(question.asker, view), at(question.askedAt)],
    t(`codes:questionState.${question.state}`),
  ]);
  flow.table(columns, rows);
}

function writeClocks(flow: Flow, { view: { referral, names }, t, at }: Context): void {
  if (referral.clocks.length === 0) return;
  flow.heading(2, t('referral:part.clocks'));
  const columns = [
    { title: t('referral:column.clock'), share: 4 },
    { title: t('waiting:overdue.who'), share: 4 },
    { title: t('supervisor:sla.started'), share: 3 },
    { title: t('everywhere:column.due'), share: 3 },
    { title: t('everywhere:column.status'), share: 3 },
  ];
  const rows = referral.clocks.map((clock) => {
    const { id, name, startedAt, dueAt, state } = clock;
    const who = names.agency(clockDebtor(clock, referral).agencyId);
    const isLate = state.status === 'stopped' && state.late;
    const status = `${t(`codes:clockStatus.${state.status}`)}${isLate ? ` (${t('referral:late')})` : ''}`;
    return [`${t(`codes:clockName.${name}`)} (${id})`, who, at(startedAt), at(dueAt), status];
  });
  flow.table(columns, rows);
}

function writeParticulars(flow: Flow, { view: { names }, particulars, t, at, reader }: Context): void {
  if (particulars === undefined) return;
  flow.heading(2, t('referral:part.particulars'));
  if (particulars.said.length === 0) flow.text(t('referral:particulars.none'));
  for (const { at: saidAt, by, event, words } of particulars.said) {
    const who = by.kind === 'person' ? ` · ${names.person(by.personId)}, ${names.agency(by.agencyId)}` : '';
    flow.heading(3, `${saidTitle(event, t)} · ${at(saidAt)}${who}`);
    const rows = particularsRows(words, { t, language: reader.language, zone: reader.zone });
    for (const [label, value] of rows) {
      if (label === '') flow.text(value);
      else flow.facts([[label, value]]);
    }
  }
}

/** Acts, clocks and notifications, as on the page. */
function writeTimeline(flow: Flow, { view: { journal, letters, names }, t, at, reader }: Context): void {
  const { language, person } = reader;
  flow.heading(2, t('referral:part.timeline'));
  const columns = [
    { title: t('referral:column.number'), share: 1 },
    { title: t('referral:column.at'), share: 4 },
    { title: t('referral:column.what'), share: 9 },
    { title: t('referral:column.by'), share: 4 },
  ];
  const rows = timelineOf(journal, letters).map((entry) => {
    const { seq, at: happenedAt, said } = entry;
    const who = actorName(doneBy(entry), names, person.agencyId, t);
    return [String(seq), at(happenedAt), renderWithNames(said, language, names), who];
  });
  flow.table(columns, rows);
}
