/** Checks the erasure register: it is there, whole, and agrees with the database. */

import { connectDatabase } from '../../prisma/store/connect.ts';
import { compareWithRegister } from '../recovery/compare-register.ts';
import { readRegister } from '../recovery/register-file.ts';
import { failed, type PreflightFinding, passed, reasonOf, skipped } from './finding.ts';

/** @param databaseUrl of a role that reads every row */
export async function checkErasures(databaseUrl: string, path: string): Promise<PreflightFinding[]> {
  const db = connectDatabase({ databaseUrl, connections: 1, statementTimeoutMs: 5_000 });
  try {
    const differences = await compareWithRegister(db, path);
    if (differences.length > 0) return [ofDifferences(differences)];
    const register = await readRegister(path);
    const text = register
      ? `The database has all ${register.erasures.length} erasures of the register.`
      : 'There is no register yet. The first worker creates it.';
    return [passed('erasures', text)];
  } catch (error) {
    const remedy = 'Correct the findings about the database first.';
    return [skipped('erasures', `The register cannot be compared: ${reasonOf(error)}.`, remedy)];
  } finally {
    await db.$disconnect();
  }
}

function ofDifferences(differences: Awaited<ReturnType<typeof compareWithRegister>>): PreflightFinding {
  const faulty = differences.find(({ fault }) => fault === 'register-faulty');
  if (faulty) return failed('erasures', faulty.detail, 'See "Erasure register" in docs/operations.md.');
  const count = (wanted: string) => differences.filter(({ fault }) => fault === wanted).length;
  return failed(
    'erasures',
    `The database has data of ${count('erasure-undone')} erased referrals, and the register lacks ${count('erasure-unregistered')} erasures.`,
    'Start a worker, or run "liaise erasure-register apply".',
  );
}
