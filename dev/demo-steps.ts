/** The demo: one referral from submission to closure, through the command line, by people of the seed. */

import type { Receipt } from '../domain/receipt.ts';
import { isFinal, type Recipient, type Referral } from '../domain/referral.ts';
import type { Candidate } from '../domain/routing/route.ts';
import { readJournal } from '../prisma/store/journal.ts';
import { lettersOf as decidedLetters } from '../prisma/store/letter-outbox.ts';
import {
  type DemoContext,
  indented,
  lettersOf,
  moveTimeByHours,
  openDemoContext,
  printHeading,
  printStep,
  readReferral,
  runCommand,
  showLetters,
  waitForLetters,
  waitUntil,
} from './demo-context.ts';
import { proveReferral } from './demo-proof.ts';
import { StackFault } from './fault.ts';
import { lettersByReader } from './letters/by-reader.ts';
import type { CaughtLetter } from './mailbox.ts';
import { partnerOfficerOf } from './partner-officer.ts';
import type { Stack } from './stack.ts';

/** People of the seed: an officer of the sending clearing house, and three of the coordinating desk. */
const CLEARING_HOUSE = 'quinn.quartz';
const OFFICER = 'noor.rowan';
const PROPOSER = 'ines.rowan';
const APPROVER = 'otto.rowan';

/**
 * Submits the report in `file` and performs all steps. They depend on the route. Returns the reference number.
 * Makes a proof bundle in `proofFolder`, if it is given.
 */
export async function runReferral(stack: Stack, file: string, proofFolder?: string): Promise<string> {
  const demo = openDemoContext(stack);
  try {
    await intake(demo, file);
    await triage(demo);
    await missDeadlines(demo);
    await answer(demo);
    await closure(demo);
    await showSummary(demo);
    if (proofFolder) await proveReferral(demo, OFFICER, proofFolder);
    return demo.reference;
  } finally {
    await demo.close();
  }
}

async function intake(demo: DemoContext, file: string): Promise<void> {
  printHeading('A report file is submitted');
  const ipTable = demo.stack.environment['LIAISE_IP_DATABASE'];
  const submit = ['submit', '--file', file, ...(ipTable ? ['--ip-database', ipTable] : []), '--as', CLEARING_HOUSE];
  await runCommand(demo, submit);
  printStep('The same file is submitted again. The receipt is the same, because the referral exists.');
  const receipt: Receipt = JSON.parse(await runCommand(demo, [...submit, '--json'], (out) => out.slice(0, 160)));
  demo.reference = receipt.reference;
  await waitUntil(demo, ({ triage }) => triage.state === 'proposed');
  showLetters(demo);
}

async function triage(demo: DemoContext): Promise<void> {
  printHeading('The desk completes the triage, and the rules select the recipient');
  const referral = await readReferral(demo);
  const proposal = referral.triage.state === 'proposed' ? referral.triage.proposal : undefined;
  const isClear = proposal?.verdict === 'clear';
  if (!isClear) printStep('The report does not clearly indicate one country. The officer selects the country.');
  const country = isClear ? [] : ['--country', 'FI'];
  const urgency = proposal?.urgency === 'emergency' ? [] : ['--urgency', 'urgent'];
  await runCommand(demo, [
    'complete-triage',
    demo.reference,
    '--accept-proposal',
    ...urgency,
    ...country,
    '--as',
    OFFICER,
  ]);
  await waitUntil(demo, (routed) => routed.status === 'held' || isDelivered(routed));
  await runCommand(demo, ['explain', 'routing', demo.reference, '--as', OFFICER]);
  if ((await readReferral(demo)).status === 'held') await assignment(demo);
  showLetters(demo);
}

/** A supervisor assigns a contact point that lacks only a transfer basis, or otherwise a fixed one. */
async function assignment(demo: DemoContext): Promise<void> {
  const outside = await firstWithoutTransferBasis(demo);
  const [cause, to, reason] = outside
    ? ['The recipient is outside the EU, and the report names no transfer basis', outside.contactPointId, DEROGATION]
    : [
        'The rules find no contact point for this country',
        'fi-alder-ncp',
        'Please find a contact point for this country.',
      ];
  printStep(`${cause}. The referral is held. A supervisor assigns the recipient.`);
  await runCommand(demo, ['assign-recipient', demo.reference, '--to', to, '--text', reason, '--as', PROPOSER]);
  await waitUntil(demo, isDelivered);
}

const DEROGATION = 'Transfer basis: derogation, a child is in danger there.';

/** The time to acknowledge comes from the clock: eight hours for urgent referrals, one for emergencies. */
async function missDeadlines(demo: DemoContext): Promise<void> {
  printHeading('The contact point does not respond; time is moved forward on the real server');
  const referral = await readReferral(demo);
  const hours = hoursToAcknowledge(referral);
  await moveTimeByHours(demo, 0.525 * hours, 'Half of the time has passed. A reminder is sent.');
  printStep('The worker is now killed with SIGKILL, as in a power cut …');
  await demo.stack.worker.kill();
  printStep(`… process ${demo.stack.worker.pid} has ended. Another worker starts and replays the history.`);
  const { pid } = await demo.stack.replaceWorker();
  printStep(`Process ${pid} continues.`);
  await moveTimeByHours(
    demo,
    0.3 * hours,
    'Four fifths of the time have passed. Duty line, deputy and supervisors are notified.',
  );
  await moveTimeByHours(demo, 0.2 * hours, 'The deadline has passed without an answer.');
  await waitUntil(demo, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  if (referral.urgency === 'emergency')
    printStep('In an emergency the next contact point of the chain is notified at once.');
  else
    await moveTimeByHours(
      demo,
      1.025 * hours,
      'After the same time again, the next contact point of the chain is notified.',
    );
  await waitUntil(demo, ({ recipients }) => REPLACED.includes(recipients[0]?.replacement.state));
  await waitUntil(demo, ({ recipients }) => recipients.every(({ status }) => status !== 'sent'));
  if ((await readReferral(demo)).recipients.length === 1)
    printStep('The chain has no further contact point. A supervisor is notified.');
  showLetters(demo);
}

/** Replaced, or the chain has no further contact point and a supervisor has been notified. */
const REPLACED: readonly (string | undefined)[] = ['done', 'awaits-supervisor'];

async function answer(demo: DemoContext): Promise<void> {
  const { recipients } = await readReferral(demo);
  printHeading(
    recipients.length > 1
      ? 'The second contact point answers'
      : 'There is no other contact point. The first one answers late.',
  );
  const partner = await partnerOfficerOf(demo.db, recipients.at(-1)?.agencyId ?? '');
  const which = recipientFlag(recipients);
  await runCommand(demo, ['acknowledge', demo.reference, ...which, '--as', partner]);
  await runCommand(
    demo,
    ['read', demo.reference, '--purpose', 'Deciding on acceptance', '--as', partner],
    firstLines(16),
  );
  printStep('The recipient asks the sender a question. Only the clocks of this recipient pause.');
  const question = 'Which time zone are the log entries in?';
  await runCommand(demo, ['ask-information', demo.reference, ...which, '--text', question, '--as', partner]);
  await moveTimeByHours(demo, 3, 'Three hours later the sender answers, and the clocks resume.');
  const text = 'All entries are in UTC.';
  await runCommand(demo, ['answer-information', demo.reference, '--text', text, '--as', CLEARING_HOUSE]);
  await runCommand(demo, ['accept', demo.reference, ...which, '--as', partner]);
  await runCommand(demo, [
    'report-outcome',
    demo.reference,
    ...which,
    '--outcome',
    'victim-safeguarded',
    '--as',
    partner,
  ]);
  showLetters(demo);
}

async function closure(demo: DemoContext): Promise<void> {
  printHeading('Closure: one user proposes it, and another approves it');
  const unanswered = (await readReferral(demo)).recipients.filter((recipient) => !isFinal(recipient));
  if (unanswered.length > 0)
    printStep('The referral is recalled from the recipient that did not respond, which is asked to erase its data.');
  for (const { id } of unanswered) {
    const reason = 'Another recipient handles the case.';
    await runCommand(demo, ['recall', demo.reference, '--recipient', id, '--text', reason, '--yes', '--as', PROPOSER]);
  }
  await runCommand(demo, ['propose-closure', demo.reference, '--as', PROPOSER]);
  printStep('The user who proposed the closure may not approve it:');
  await runCommand(demo, ['approve-closure', demo.reference, '--yes', '--as', PROPOSER], undefined, 'refused');
  await runCommand(demo, ['approve-closure', demo.reference, '--yes', '--as', APPROVER]);
  await waitForLetters(demo);
  showLetters(demo);
}

async function showSummary(demo: DemoContext): Promise<void> {
  printHeading('A complete letter, which contains no particulars');
  console.log(`\n${indented((await firstLetter(demo))?.text.trimEnd() ?? '')}`);
  printHeading('Timeline');
  await runCommand(demo, ['timeline', demo.reference, '--zone', 'Europe/Helsinki', '--as', APPROVER]);
  await runCommand(demo, ['status', demo.reference, '--as', CLEARING_HOUSE]);
  printStep(`${lettersOf(demo).length} letters were sent. Each is shown above at the time of its arrival. By reader:`);
  const decided = await decidedLetters(demo.db, (await readReferral(demo)).id);
  for (const { reader, letters, mostInAnHour } of lettersByReader(decided))
    console.log(`    ${String(letters).padStart(3)}  ${reader}, at most ${mostInAnHour} in an hour`);
}

function isDelivered({ recipients }: Referral): boolean {
  return recipients.some(({ status }) => status === 'delivered');
}

/** The first candidate that the rules excluded only because the report names no transfer basis. */
async function firstWithoutTransferBasis(demo: DemoContext): Promise<Candidate | undefined> {
  const journal = await readJournal(demo.db, (await readReferral(demo)).id);
  const candidates = journal.flatMap(({ event }) => (event.type === 'routed' ? event.decision.candidates : []));
  return candidates.find(({ verdict }) => verdict.reason === 'needs-transfer-basis');
}

function hoursToAcknowledge({ clocks }: Referral): number {
  const clock = clocks.find(({ name }) => name === 'acknowledge');
  if (clock === undefined) throw new StackFault('The referral has no clock for the acknowledgement.');
  return (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 3_600_000;
}

/** The flag that selects the last recipient. It is empty if its agency has no other recipient. */
function recipientFlag(recipients: readonly Recipient[]): string[] {
  const last = recipients.at(-1);
  const ofAgency = recipients.filter(({ agencyId }) => agencyId === last?.agencyId);
  return last && ofAgency.length > 1 ? ['--recipient', last.id] : [];
}

/** The letter to the first recipient, in its language. */
async function firstLetter(demo: DemoContext): Promise<CaughtLetter | undefined> {
  const decided = await decidedLetters(demo.db, (await readReferral(demo)).id);
  const first = decided.find(({ letter }) => letter === 'new-referral');
  return lettersOf(demo).find(({ messageId }) => first && messageId.includes(first.letterId));
}

function firstLines(count: number): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    return lines.length <= count ? text : [...lines.slice(0, count), '…'].join('\n');
  };
}
