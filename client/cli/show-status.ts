/** `liaise status`: how one referral stands, as far as whoever asks may see it. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import type { ClockSubject } from '../../domain/events.ts';
import type { Clock, Question, Recipient, Referral } from '../../domain/referral.ts';
import type { View } from '../queries/read.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { facts, table } from './table.ts';

export function addStatus(program: Command, { doors, io }: Cli): void {
  const command = program.command('status <reference>').description('How one referral stands.');
  actingOptions(command)
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise status XR-2026-000123 --as noor.rowan')
    .action(async (reference: string, options: ActingOptions & AnswerOptions) => {
      const { actor, zone } = await whoActs(doors(), options);
      const view = await doors().reader.status(actor, reference);
      const { referral, letters } = view;
      answer(io, options, { referral, letters }, () => statusText(view, zone, io.columns));
    });
}

function statusText({ referral, letters }: View, zone: string, columns: number): string {
  const waiting = letters.filter(({ status }) => status === 'waiting').length;
  const failed = letters.filter(({ status }) => status === 'failed').length;
  const parts = [
    facts(
      [
        ...whole(referral, zone),
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
      CLOCK,
      referral.clocks.map((clock) => clockRow(clock, zone)),
      columns,
    ),
  ];
  return parts.filter((each) => each !== '').join('\n');
}

function whole(referral: Referral, zone: string): [string, string][] {
  const { facts: codes, round } = referral;
  return [
    ['reference', referral.reference],
    ['status', `${referral.status}${round > 1 ? `, round ${round}` : ''}`],
    ['urgency', referral.urgency],
    ['kind', codes.kind],
    ['crime areas', codes.crimeAreas.join(', ')],
    ['handling', `${codes.handlingCode}, TLP ${codes.tlp}`],
    ['sender', `${referral.senderAgencyId} (${referral.senderPersonId})`],
    ['coordinator', referral.coordinatorAgencyId],
    [
      'handled by',
      Object.entries(referral.handlers)
        .map(([agency, person]) => `${person} (${agency})`)
        .join(', '),
    ],
    ['submitted', localTime(referral.submittedAt, zone)],
    ['triage', triageWords(referral)],
    ['nobody in', referral.unserved?.join(', ') ?? ''],
    ['linked', referral.links.map(({ kind, otherId }) => `${kind} ${otherId}`).join(', ')],
    ['withdrawal', referral.withdrawal.state === 'asked' ? 'asked for; a supervisor of the coordinator decides' : ''],
    ['ending', endingWords(referral)],
  ];
}

function triageWords({ triage }: Referral): string {
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

function endingWords({ ending }: Referral): string {
  switch (ending.state) {
    case 'none':
      return '';
    case 'proposed':
      return `closure proposed: ${ending.kind}; a supervisor who did not propose it approves`;
    case 'closed':
      return ending.closure.kind === 'duplicate' ? `duplicate of ${ending.closure.of}` : ending.closure.kind;
  }
}

const RECIPIENT = ['recipient', 'contact point', 'country', 'status', 'opened', 'acknowledged', 'outcomes'];

function recipientRow(recipient: Recipient, zone: string): string[] {
  const { id, contactPointId, country, status, hop, opened, acknowledged, outcomes } = recipient;
  const when =
    acknowledged.state === 'yes' ? `${localTime(acknowledged.at, zone)}${acknowledged.late ? ', late' : ''}` : '';
  const how = hop > 0 ? `${opened}, hop ${hop}` : opened;
  const results = outcomes.map(({ outcome, final }) => (final ? outcome : `${outcome} (interim)`));
  return [id, contactPointId, country, status, how, when, results.join(', ')];
}

const QUESTION = ['question', 'asked by', 'state', 'asked'];

function questionRow({ id, asker, state, askedAt }: Question, zone: string): string[] {
  return [id, asker.kind === 'recipient' ? asker.recipientId : 'coordinator', state, localTime(askedAt, zone)];
}

const CLOCK = ['clock', 'for', 'of', 'owed by', 'state', 'due'];

function clockRow({ id, name, subject, debtor, state, dueAt }: Clock, zone: string): string[] {
  const how = state.status === 'stopped' && state.late ? 'stopped, late' : state.status;
  return [id, name, subjectName(subject), debtor, how, localTime(dueAt, zone)];
}

function subjectName(subject: ClockSubject): string {
  if (subject.of === 'referral') return '';
  return subject.of === 'recipient' ? subject.recipientId : subject.questionId;
}

function part(head: readonly string[], rows: readonly string[][], columns: number): string {
  return rows.length === 0 ? '' : table(head, rows, columns);
}
