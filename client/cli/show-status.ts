/** `liaise status`: the current state of one referral, as far as the person may see it. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import type { ClockSubject } from '../../domain/events.ts';
import type { Clock, Question, Recipient, Referral } from '../../domain/referral.ts';
import { type Translation, translationsOf } from '../../domain/translation.ts';
import { otherReferences } from '../queries/other-references.ts';
import { type PossibleDuplicate, possibleDuplicates } from '../queries/possible-duplicates.ts';
import type { View } from '../queries/read.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { facts, otherReferralName, table } from './table.ts';

/** Adds `liaise status`. */
export function addStatusCommand(program: Command, { services, io }: Cli): void {
  const command = program.command('status <reference>').description('The current state of one referral.');
  actingOptions(command)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise status XR-2026-000123 --as noor.rowan')
    .action(async (reference: string, options: ActingOptions & AnswerOptions) => {
      const { actor, zone } = await actingPerson(services(), options);
      const view = await services().reader.status(actor, reference);
      const { referral, letters, ownReference } = view;
      const references = await otherReferences(services().db, actor, view);
      const duplicates = (await possibleDuplicates(services().db, actor, [referral])).get(referral.id) ?? [];
      const own = ownReference === undefined ? {} : { ownReference };
      const answer = { referral, ...own, letters, possibleDuplicates: duplicates };
      printAnswer(io, options, answer, () => statusText(view, references, duplicates, { zone, columns: io.columns }));
    });
}

function statusText(
  { referral, letters, ownReference }: View,
  references: ReadonlyMap<string, string>,
  duplicates: readonly PossibleDuplicate[],
  { zone, columns }: { zone: string; columns: number },
): string {
  const waiting = letters.filter(({ status }) => status === 'waiting').length;
  const failed = letters.filter(({ status }) => status === 'failed').length;
  const parts = [
    facts(
      [
        ...referralRows(referral, references, zone),
        ['own number', ownReference ?? ''],
        ['in common', duplicates.map(sharedText).join('\n')],
        ['letters', letters.length > 0 ? `${letters.length} decided, ${waiting} waiting, ${failed} failed` : ''],
        ['times', `in ${zone}`],
      ],
      columns,
    ),
    part(
      RECIPIENT,
      referral.recipients.map((recipient) => recipientRow(recipient, zone)),
      columns,
    ),
    part(
      QUESTION,
      referral.questions.map((question) => questionRow(question, zone)),
      columns,
    ),
    part(
      TRANSLATION,
      translationsOf(referral).map((translation) => translationRow(translation, zone)),
      columns,
    ),
    part(
      CLOCK,
      referral.clocks.map((clock) => clockRow(clock, zone)),
      columns,
    ),
  ];
  return parts.filter((each) => each !== '').join('\n');
}

function referralRows(referral: Referral, references: ReadonlyMap<string, string>, zone: string): [string, string][] {
  const { facts: codes, round } = referral;
  return [
    ['reference', referral.reference],
    ['drill', referral.facts.drill ? 'DRILL: a test referral that asks for an acknowledgement only' : ''],
    ['status', `${referral.status}${round > 1 ? `, round ${round}` : ''}`],
    ['urgency', currentUrgency(referral)],
    ['kind', codes.kind],
    ['crime areas', codes.crimeAreas.join(', ')],
    ['handling', `${codes.handlingCode}, TLP ${codes.tlp}`],
    ['sender', `${referral.senderAgencyId} (${referral.senderPersonId || 'by rule'})`],
    ['coordinator', referral.coordinatorAgencyId],
    [
      'handled by',
      Object.entries(referral.handlers)
        .map(([agency, person]) => `${person} (${agency})`)
        .join(', '),
    ],
    ['submitted', localTime(referral.submittedAt, zone)],
    ['triage', triageText(referral)],
    ['no recipient in', referral.unserved?.join(', ') ?? ''],
    [
      'linked',
      referral.links.map(({ kind, otherId }) => `${kind} ${otherReferralName(references, otherId)}`).join(', '),
    ],
    ['withdrawal', referral.withdrawal.state === 'asked' ? 'requested; a supervisor of the coordinator decides' : ''],
    ['ending', endingText(referral, references)],
  ];
}

function sharedText({ reference, shared: { originReferences, hashValues, files } }: PossibleDuplicate): string {
  return `with ${reference}: origin references ${originReferences}, hash values ${hashValues}, file ids ${files}`;
}

function triageText({ triage }: Referral): string {
  switch (triage.state) {
    case 'open':
      return '';
    case 'proposed': {
      const { urgency, capability, countries, verdict, urgencyReasons, verdictReasons } = triage.proposal;
      const where = countries.map(({ country, score }) => `${country} (${score})`).join(', ');
      const why = [...urgencyReasons, ...verdictReasons].join('; ');
      return `proposed: ${urgency}, ${capability}, ${where || 'no country'}: ${verdict}\n${why}`;
    }
    case 'decided': {
      const { urgency, capability, countries, wanted } = triage.decision;
      const where = [...countries, ...wanted.map(({ contactPointId }) => contactPointId)].join(', ');
      return `decided: ${urgency}, ${capability}, ${where || 'no country'}`;
    }
  }
}

function endingText({ ending }: Referral, references: ReadonlyMap<string, string>): string {
  switch (ending.state) {
    case 'none':
      return '';
    case 'proposed':
      return `closure proposed: ${ending.kind}; a supervisor who did not propose it approves`;
    case 'closed':
      return ending.closure.kind === 'duplicate'
        ? `duplicate of ${otherReferralName(references, ending.closure.of)}`
        : ending.closure.kind;
  }
}

const RECIPIENT = ['recipient', 'contact point', 'country', 'status', 'opened', 'acknowledged', 'outcomes'];

function recipientRow(recipient: Recipient, zone: string): string[] {
  const { id, contactPointId, country, status, hop, opened, acknowledged, outcomes } = recipient;
  const when =
    acknowledged.state === 'yes' ? `${localTime(acknowledged.at, zone)}${acknowledged.late ? ', late' : ''}` : '';
  const how = hop > 0 ? `${opened}, hop ${hop}` : opened;
  const results = outcomes.map(({ outcome, final, corrects }) =>
    corrects ? `${outcome} (correction)` : final ? outcome : `${outcome} (interim)`,
  );
  return [id, contactPointId, country, status, how, when, results.join(', ')];
}

const QUESTION = ['question', 'asked by', 'state', 'asked'];

function questionRow({ id, asker, state, askedAt }: Question, zone: string): string[] {
  return [id, asker.kind === 'recipient' ? asker.recipientId : 'coordinator', state, localTime(askedAt, zone)];
}

const TRANSLATION = ['translation', 'asked by', 'of', 'languages', 'state', 'asked'];

function translationRow({ id, asker, of, languages, state, askedAt }: Translation, zone: string): string[] {
  const [by, from] = [asker, of].map((party) => (party.kind === 'recipient' ? party.recipientId : party.kind));
  return [id, by ?? '', from ?? '', languages.join(', '), state, localTime(askedAt, zone)];
}

const CLOCK = ['clock', 'for', 'of', 'owed by', 'state', 'due'];

function clockRow({ id, name, subject, debtor, state, dueAt }: Clock, zone: string): string[] {
  const why = state.status === 'paused' ? `paused: ${state.reason ?? 'question'}` : state.status;
  const how = state.status === 'stopped' && state.late ? 'stopped, late' : why;
  return [id, name, subjectName(subject), debtor, how, localTime(dueAt, zone)];
}

function subjectName(subject: ClockSubject): string {
  if (subject.of === 'referral') return '';
  if (subject.of === 'recipient') return subject.recipientId;
  return subject.of === 'question' ? subject.questionId : subject.translationId;
}

function part(head: readonly string[], rows: readonly string[][], columns: number): string {
  return rows.length === 0 ? '' : table(head, rows, columns);
}
