/** Checks, before the first start, everything that an installation needs. Changes nothing that remains. */

import { type ClientConfig, ConfigFault, readClientConfig } from '../platform/config.ts';
import { checkCertificates } from './certificates.ts';
import { checkDatabase } from './database.ts';
import { checkStored } from './directory.ts';
import { checkErasures } from './erasures.ts';
import { failed, PARTS, type Part, type PreflightFinding, passed, reasonOf } from './finding.ts';
import { checkLog } from './log.ts';
import { checkMail } from './mail.ts';
import { checkSignIn } from './sign-in.ts';
import { checkTemporal } from './temporal.ts';

/** Returns a finding for each thing, in the order of the parts. No finding contains a secret. */
export async function preflight(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  const findings = await Promise.all([
    configured(environment),
    completed('sign-in', () => checkSignIn(environment)),
    completed('mail', () => checkMail(environment)),
    completed('certificates', () => checkCertificates(environment)),
  ]);
  return findings.flat().sort((one, other) => PARTS.indexOf(one.part) - PARTS.indexOf(other.part));
}

/** The checks that need the whole configuration of an entry point. */
async function configured(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  let config: ClientConfig;
  try {
    config = readClientConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    const remedy =
      'Set these variables. Database, keys, time, Temporal, log, directory and erasures are checked afterwards.';
    return [failed('configuration', error.message, remedy)];
  }
  const findings = await Promise.all([
    completed('database', () => checkDatabase(config)),
    completed('temporal', () => checkTemporal(config.temporal, config.keyring)),
    completed('log', () => checkLog(config.logPolicy)),
    completed('directory', () => checkStored(config.readerDatabaseUrl, config.keyring)),
    completed('erasures', () => checkErasures(config.readerDatabaseUrl, config.erasureRegister)),
  ]);
  const text = 'The variables, the key file and the policies of clocks, guard and reading can be read.';
  return [passed('configuration', text), ...findings.flat()];
}

/** A check that fails in an unforeseen way is a finding: the other parts are reported. */
async function completed(part: Part, check: () => Promise<PreflightFinding[]>): Promise<PreflightFinding[]> {
  try {
    return await check();
  } catch (error) {
    const remedy = 'Correct the other findings, and run this command again.';
    return [failed(part, `It cannot be checked: ${reasonOf(error)}.`, remedy)];
  }
}
