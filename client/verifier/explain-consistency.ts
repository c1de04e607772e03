/** Says in plain words what a verified proof of consistency proves and what it does not. */

import type { ConsistencyFault, ConsistencyVerification } from '../../domain/audit/consistency-file.ts';
import type { Language } from '../../domain/words/languages.ts';
import { VERIFIER_TEXTS, type VerificationText } from './explain.ts';
import { fill, utc } from './texts/fill.ts';
import type { VerifierTexts } from './texts/verifier-texts.ts';

/** The result in sentences. */
export function explainConsistency(verification: ConsistencyVerification, language: Language): VerificationText {
  const texts = VERIFIER_TEXTS[language];
  const { consistency } = texts;
  const { faults } = verification;
  const isProved = faults.length === 0;
  return {
    isProved,
    verdict: isProved ? consistency.proved : consistency.notProved,
    proved: isProved ? provedSentences(verification, texts) : [],
    notProved: isProved ? openSentences(verification, texts) : [],
    faults: faults.map((fault) => faultSentence(fault, texts)),
    events: [],
  };
}

function provedSentences({ first, second }: ConsistencyVerification, { consistency }: VerifierTexts): string[] {
  if (first === undefined || second === undefined) return [];
  const { proves } = consistency;
  const { origin, size } = second.checkpoint;
  const countersigned = [first, second].flatMap(({ checkpoint, witnesses }) =>
    witnesses.map(({ key, time }) =>
      fill(proves.witnessed, {
        ...{ witness: key.name, size: checkpoint.size },
        time: utc(new Date(time * 1000).toISOString()),
      }),
    ),
  );
  return [fill(proves.continues, { origin, size, first: first.checkpoint.size }), ...countersigned];
}

function openSentences(
  { first, second }: ConsistencyVerification,
  { consistency, leavesOpen }: VerifierTexts,
): string[] {
  const isWitnessed = [first, second].some((opened) => opened && opened.witnesses.length > 0);
  return [
    ...[consistency.leavesOpen.true, consistency.leavesOpen.events],
    fill(consistency.leavesOpen.later, { size: second?.checkpoint.size }),
    ...(isWitnessed ? [] : [leavesOpen.unwitnessed]),
  ];
}

function faultSentence(fault: ConsistencyFault, { consistency, faults }: VerifierTexts): string {
  switch (fault.kind) {
    case 'malformed':
    case 'wrong-order':
    case 'not-consistent':
      return fill(consistency.faults[fault.kind], { ...fault });
    default:
      return `${consistency.which[fault.which]}: ${fill(faults[fault.kind], { ...fault })}`;
  }
}
