/** `liaise erasure-register`: the list of erasures outside the database, which a restored backup gets applied again. */

import type { Command } from 'commander';
import { verifyBundle } from '../../domain/audit/verify-bundle.ts';
import type { RegisteredErasure } from '../../domain/erasure-register.ts';
import { ReferralError } from '../../domain/errors.ts';
import { ConfigFault } from '../platform/config.ts';
import { agreeWithRegister, createRegister, type RegisterReconciliation } from '../recovery/erasure-register.ts';
import type { Cli } from './dependencies.ts';
import { readBytes } from './files.ts';
import { type AnswerOptions, printAnswer } from './io.ts';

/** Adds the commands of `liaise erasure-register`. */
export function addErasureRegisterCommands(program: Command, cli: Cli): void {
  const register = program
    .command('erasure-register')
    .description('The list of erasures outside the database. A restored backup gets them again before it is served.');
  register.addHelpText('after', '\nExample:\n  liaise erasure-register apply');
  register
    .command('apply')
    .description(
      'Erases again what a restored backup still has, and adds to the register what it lacks. Each worker does this at its start.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise erasure-register apply')
    .action((options: AnswerOptions) => applyRegister(cli, options));
  register
    .command('create')
    .description(
      'Creates a register after an upgrade, or in place of one that is lost: from the erasures that the database has, and ' +
        'from certificates of erasure. The file must not exist.',
    )
    .option('--certificate <file...>', 'certificates of erasures that the database may lack')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise erasure-register create --certificate erasure.liaise-proof')
    .action((options: CreateOptions) => create(cli, options));
}

interface CreateOptions extends AnswerOptions {
  certificate?: string[];
}

/** @throws ReferralError NOT_WHOLE if a referral has no entry of its erasure yet. */
async function applyRegister(cli: Cli, options: AnswerOptions): Promise<void> {
  const { temporal } = cli.services();
  const agreement = await agreeWithRegister({ ...(await registerDeps(cli)), temporal });
  printAnswer(cli.io, options, agreement, () => agreementText(agreement));
  const { unrecorded } = agreement;
  if (unrecorded.length === 0) return;
  const message = `${unrecorded.join(', ')}: erased, but without an entry in the journal. Run "liaise repair", then this again.`;
  throw new ReferralError('NOT_WHOLE', message);
}

function agreementText({ entries, erasedAgain, added }: RegisterReconciliation): string {
  const again = erasedAgain.map((referralId) => `Erased again: ${referralId}\n`).join('');
  const more = added > 0 ? `Added to the register: ${added}\n` : '';
  return `${again}${more}The database has all ${entries} erasures of the register.\n`;
}

async function create(cli: Cli, options: CreateOptions): Promise<void> {
  const certified = await Promise.all((options.certificate ?? []).map((path) => certifiedErasure(cli, path)));
  const entries = await createRegister(await registerDeps(cli), certified);
  printAnswer(
    cli.io,
    options,
    { entries },
    () =>
      `The register is created, with ${entries} erasures. Erasures that neither the database nor a certificate has are ` +
      'unknown: if a backup was restored, erase those referrals again. Now run "liaise erasure-register apply".\n',
  );
}

/** @throws ConfigFault if the register or its key is not configured. */
async function registerDeps({ services }: Cli) {
  const { engineDb: db, erasures } = services();
  if (erasures === undefined) throw new ConfigFault('LIAISE_ERASURE_REGISTER_FILE: is not set.');
  return { db, path: erasures.path, signer: await erasures.signer() };
}

/** The erasure that a certificate proves. @throws ReferralError INVALID_INPUT if it proves none */
async function certifiedErasure({ services }: Cli, path: string): Promise<RegisteredErasure> {
  const { logPolicy } = services();
  if (logPolicy === undefined) {
    throw new ReferralError('INVALID_INPUT', 'Set LIAISE_LOG_POLICY_FILE, to verify certificates.', 'certificate');
  }
  const { isProved, bundle } = await verifyBundle(await readBytes(path), logPolicy);
  const tombstone = bundle?.events.find(({ commitment }) => commitment.shown.event === 'erased');
  if (!isProved || !bundle || !tombstone) {
    throw new ReferralError('INVALID_INPUT', `${path} proves no erasure. "liaise verify" says why.`, 'certificate');
  }
  const { at, change } = tombstone.commitment.shown;
  const ground = change?.erased?.ground;
  return { referralId: bundle.referral, erasedAt: at, keyIds: [], ...(ground && { ground }) };
}
