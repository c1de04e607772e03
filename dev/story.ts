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
  waitUntil,
} from './demo-context.ts';
import { StackFault } from './fault.ts';
import type { CaughtLetter } from './mailbox.ts';
import type { Stack } from './stack.ts';

/** Who plays: the clearing house in New York and the desk in Brussels; who answers, the routing says. */
const CLEARING_HOUSE = 'quinn.quartz';
const OFFICER = 'noor.rowan';
const PROPOSER = 'ines.rowan';
const APPROVER = 'otto.rowan';

/** Wherever the report leads: the story goes on from what the engine decided. The answer is the referral's reference. */
export async function playStory(stack: Stack, file: string): Promise<string> {
  const scene = openDemoContext(stack);
  try {
    await intake(scene, file);
    await triage(scene);
    await silence(scene);
    await answer(scene);
    await closure(scene);
    await epilogue(scene);
    return scene.reference;
  } finally {
    await scene.close();
  }
}

async function intake(scene: DemoContext, file: string): Promise<void> {
  printHeading('A report file comes in');
  await runCommand(scene, ['submit', '--file', file, '--as', CLEARING_HOUSE]);
  printStep('The same file again is the same referral: the receipt is the same.');
  const again = ['submit', '--file', file, '--as', CLEARING_HOUSE, '--json'];
  const receipt: Receipt = JSON.parse(await runCommand(scene, again, (out) => out.slice(0, 160)));
  scene.reference = receipt.reference;
  await waitUntil(scene, ({ triage }) => triage.state === 'proposed');
  showLetters(scene);
}

async function triage(scene: DemoContext): Promise<void> {
  printHeading('The desk triages it; the rules find who receives it');
  const referral = await readReferral(scene);
  const proposal = referral.triage.state === 'proposed' ? referral.triage.proposal : undefined;
  const isClear = proposal?.verdict === 'clear';
  if (!isClear) printStep('No single country leads in this report: the officer says where it goes.');
  const where = isClear ? [] : ['--country', 'FI'];
  const urgency = proposal?.urgency === 'emergency' ? [] : ['--urgency', 'urgent'];
  await runCommand(scene, [
    'complete-triage',
    scene.reference,
    '--accept-proposal',
    ...urgency,
    ...where,
    '--as',
    OFFICER,
  ]);
  await waitUntil(scene, (routed) => routed.status === 'held' || isDelivered(routed));
  await runCommand(scene, ['explain', 'routing', scene.reference, '--as', OFFICER]);
  if ((await readReferral(scene)).status === 'held') await assignment(scene);
  showLetters(scene);
}

/** To whom only a transfer basis is wanting, or else to the desk that the story knows. */
async function assignment(scene: DemoContext): Promise<void> {
  const outside = await firstWithoutTransferBasis(scene);
  const [words, to, reason] = outside
    ? ['It would leave the EU, and the report names no basis for that', outside.contactPointId, DEROGATION]
    : ['Nobody there can have it by the rules', 'fi-alder-ncp', 'They are to find out who can help there.'];
  printStep(`${words}: it is held, and a supervisor says who receives it.`);
  await runCommand(scene, ['assign-recipient', scene.reference, '--to', to, '--text', reason, '--as', PROPOSER]);
  await waitUntil(scene, isDelivered);
}

const DEROGATION = 'Transfer basis: derogation, a child is in danger there.';

/** Told by the clock: eight hours where it is urgent, one in an emergency. */
async function silence(scene: DemoContext): Promise<void> {
  printHeading('The contact point stays silent; time is moved on the real server');
  const referral = await readReferral(scene);
  const hours = hoursToAcknowledge(referral);
  await moveTimeByHours(scene, 0.525 * hours, 'Half the time is gone: a reminder.');
  printStep('The worker is killed now, as a power cut would …');
  await scene.stack.worker.kill();
  printStep(`… process ${scene.stack.worker.pid} is gone. Another takes its place and reads the story so far.`);
  const { pid } = await scene.stack.replaceWorker();
  printStep(`Process ${pid} goes on.`);
  await moveTimeByHours(scene, 0.3 * hours, 'Four fifths are gone: duty line, deputy and supervisors are told.');
  await moveTimeByHours(scene, 0.2 * hours, 'The time is over: nobody answered.');
  await waitUntil(scene, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  if (referral.urgency === 'emergency') printStep('In an emergency the next on the chain is asked at once.');
  else await moveTimeByHours(scene, 1.025 * hours, 'One more interval later the next on the chain is asked.');
  await waitUntil(scene, ({ recipients }) => REPLACED.includes(recipients[0]?.replacement.state));
  await waitUntil(scene, ({ recipients }) => recipients.every(({ status }) => status !== 'sent'));
  if ((await readReferral(scene)).recipients.length === 1)
    printStep('Nobody else is on the chain: a supervisor is told.');
  showLetters(scene);
}

/** Or the chain has no further contact point, and a supervisor has been notified. */
const REPLACED: readonly (string | undefined)[] = ['done', 'awaits-supervisor'];

async function answer(scene: DemoContext): Promise<void> {
  const { recipients } = await readReferral(scene);
  printHeading(
    recipients.length > 1 ? 'The second contact point answers' : 'There is no other: the first answers, late',
  );
  const partner = await partnerOf(scene, recipients);
  const which = recipientFlag(recipients);
  await runCommand(scene, ['acknowledge', scene.reference, ...which, '--as', partner]);
  await runCommand(
    scene,
    ['read', scene.reference, '--purpose', 'Deciding on acceptance', '--as', partner],
    firstLines(16),
  );
  printStep('A question to the sender: the recipient’s own clocks pause, nobody else’s.');
  const question = 'Which time zone are the log entries in?';
  await runCommand(scene, ['ask-information', scene.reference, ...which, '--text', question, '--as', partner]);
  await moveTimeByHours(scene, 3, 'Three hours later the sender answers; the clocks go on.');
  const words = 'All entries are in UTC.';
  await runCommand(scene, ['answer-information', scene.reference, '--text', words, '--as', CLEARING_HOUSE]);
  await runCommand(scene, ['accept', scene.reference, ...which, '--as', partner]);
  await runCommand(scene, [
    'report-outcome',
    scene.reference,
    ...which,
    '--outcome',
    'victim-safeguarded',
    '--as',
    partner,
  ]);
  showLetters(scene);
}

async function closure(scene: DemoContext): Promise<void> {
  printHeading('Closure: proposed by one, approved by another');
  const silent = (await readReferral(scene)).recipients.filter((recipient) => !isFinal(recipient));
  if (silent.length > 0)
    printStep('The silent one still has the case: it is recalled, and asked to erase what it has.');
  for (const { id } of silent) {
    const reason = 'Another has it in hand.';
    await runCommand(scene, [
      'recall',
      scene.reference,
      '--recipient',
      id,
      '--text',
      reason,
      '--yes',
      '--as',
      PROPOSER,
    ]);
  }
  await runCommand(scene, ['propose-closure', scene.reference, '--as', PROPOSER]);
  printStep('Who proposed it may not approve it:');
  await runCommand(scene, ['approve-closure', scene.reference, '--yes', '--as', PROPOSER], undefined, 'refused');
  await runCommand(scene, ['approve-closure', scene.reference, '--yes', '--as', APPROVER]);
  await waitUntil(scene, ({ unsentLetters }) => unsentLetters.length === 0);
  showLetters(scene);
}

async function epilogue(scene: DemoContext): Promise<void> {
  printHeading('One letter, whole: nothing of the case is in it');
  console.log(`\n${indented((await firstLetter(scene))?.text.trimEnd() ?? '')}`);
  printHeading('What happened, in order');
  await runCommand(scene, ['timeline', scene.reference, '--zone', 'Europe/Helsinki', '--as', APPROVER]);
  await runCommand(scene, ['status', scene.reference, '--as', CLEARING_HOUSE]);
  printStep(`${lettersOf(scene).length} letters were sent; each is shown above as it arrived.`);
}

function isDelivered({ recipients }: Referral): boolean {
  return recipients.some(({ status }) => status === 'delivered');
}

/** The first candidate that the rules passed over for want of a transfer basis alone. */
async function firstWithoutTransferBasis(scene: DemoContext): Promise<Candidate | undefined> {
  const journal = await readJournal(scene.db, (await readReferral(scene)).id);
  const candidates = journal.flatMap(({ event }) => (event.type === 'routed' ? event.decision.candidates : []));
  return candidates.find(({ verdict }) => verdict.reason === 'needs-transfer-basis');
}

function hoursToAcknowledge({ clocks }: Referral): number {
  const clock = clocks.find(({ name }) => name === 'acknowledge');
  if (clock === undefined) throw new StackFault('Nobody was asked to acknowledge.');
  return (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 3_600_000;
}

/** Somebody who may answer for the last recipient, and works nowhere else. */
async function partnerOf({ db }: DemoContext, recipients: readonly Recipient[]): Promise<string> {
  const agencyId = recipients.at(-1)?.agencyId ?? '';
  const where = { agencyId, role: 'partner-officer', person: { memberships: { every: { agencyId } } } };
  const { personId } = await db.membership.findFirstOrThrow({ where, orderBy: { personId: 'asc' } });
  return personId;
}

/** Not needed if the last recipient is the only one at its agency. */
function recipientFlag(recipients: readonly Recipient[]): string[] {
  const last = recipients.at(-1);
  const there = recipients.filter(({ agencyId }) => agencyId === last?.agencyId);
  return last && there.length > 1 ? ['--recipient', last.id] : [];
}

/** In whichever language it was written. */
async function firstLetter(scene: DemoContext): Promise<CaughtLetter | undefined> {
  const decided = await decidedLetters(scene.db, (await readReferral(scene)).id);
  const first = decided.find(({ letter }) => letter === 'new-referral');
  return lettersOf(scene).find(({ messageId }) => first && messageId.includes(first.letterId));
}

function firstLines(count: number): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    return lines.length <= count ? text : [...lines.slice(0, count), '…'].join('\n');
  };
}
