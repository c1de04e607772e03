/** Checks the audit log: its policy, and whether enough witnesses answer. */

import type { LogPolicy, WitnessPolicy } from '../../domain/audit/log-policy.ts';
import { found, type PreflightFinding, passed, reasonOf, skipped } from './finding.ts';

const TIMEOUT_MS = 5_000;

/** Checks the log policy that the configuration names. */
export async function checkLog(policy: LogPolicy | undefined): Promise<PreflightFinding[]> {
  if (policy === undefined) {
    const remedy = 'Set it to the policy file of the sealer (docs/audit-log.md).';
    return [skipped('log', 'LIAISE_LOG_POLICY_FILE is not set here.', remedy)];
  }
  const { origin, witnesses, quorum } = policy;
  const first = passed('log', `The policy of ${origin} asks for ${quorum} of ${witnesses.length} witnesses.`);
  const reachable = witnesses.filter(({ url }) => url !== undefined);
  const answers = await Promise.all(reachable.map((witness) => answerOf(witness, origin)));
  const silent = answers.filter((answer) => answer !== 'answers');
  const enough = answers.length - silent.length >= quorum;
  return [
    first,
    found(enough, 'log', `${answers.length - silent.length} witnesses answer.`, [
      `Too few witnesses answer. ${silent.join('. ')}`,
      'Start the witnesses, and check the addresses in the policy file.',
    ]),
  ];
}

/** A witness that has seen nothing of the log answers 404. */
async function answerOf({ key, url }: WitnessPolicy, origin: string): Promise<string> {
  try {
    const address = `${url}/checkpoint?origin=${encodeURIComponent(origin)}`;
    const { status } = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return status < 500 ? 'answers' : `${key.name}: status ${status}`;
  } catch (error) {
    return `${key.name}: ${reasonOf(error)}`;
  }
}
