/** What need not be typed: the only recipient or question that an act can be about, or the rules' own proposal. */

import type { ActType } from '../../domain/acts.ts';
import { permittedRows } from '../../domain/decide.ts';
import { decisionByRule } from '../../domain/decisions/triage.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Recipient, Referral } from '../../domain/referral.ts';

/** Fields of a request by name, before the act's schema has seen them. */
export type Given = Readonly<Record<string, unknown>>;

/** Who asks for which act, and the referral as that person sees it. */
export interface CommandContext {
  act: ActType;
  referral: Referral;
  actor: Person;
}

/** The only recipient that the lifecycle table lets this person do it for; none where there is none. */
export function possibleRecipient(given: Given, standing: CommandContext): Given {
  if (given['recipientId'] !== undefined) return given;
  const possible = standing.referral.recipients.filter((recipient) => isPossible(recipient, standing));
  const [one, ...others] = possible.map(({ id }) => id);
  if (others.length === 0) return one === undefined ? given : { ...given, recipientId: one };
  const message = `It may be about several recipients: say --recipient with one of ${one}, ${others.join(', ')}.`;
  throw new ReferralError('INVALID_INPUT', message, 'recipientId');
}

/** The same where it must be about one. Nothing is possible: about the latest, so that the engine can say why not. */
export function theRecipient(given: Given, standing: CommandContext): Given {
  const filled = possibleRecipient(given, standing);
  if (filled['recipientId'] !== undefined) return filled;
  const { recipients } = standing.referral;
  const latest = recipients.findLast(({ agencyId }) => agencyId === standing.actor.agencyId) ?? recipients.at(-1);
  if (latest === undefined) throw new ReferralError('UNKNOWN_RECIPIENT', 'The referral was sent to nobody yet.');
  return { ...given, recipientId: latest.id };
}

/** The only question that is open, or the last that was: a late answer is taken. */
export function openQuestion(given: Given, { referral }: CommandContext): Given {
  if (given['questionId'] !== undefined) return given;
  const open = referral.questions.filter(({ state }) => state === 'open');
  const [one, ...others] = open.length > 0 ? open : referral.questions.slice(-1);
  if (one === undefined) throw new ReferralError('UNKNOWN_QUESTION', 'Nothing was asked.', 'questionId');
  if (others.length === 0) return { ...given, questionId: one.id };
  const ids = open.map(({ id }) => id).join(', ');
  throw new ReferralError(
    'INVALID_INPUT',
    `Several questions are open: say --question with one of ${ids}.`,
    'questionId',
  );
}

/** With `--accept-proposal`, the rest is what the rule would decide by itself; a tie is still for a person. */
export function acceptingProposal({ acceptProposal, ...given }: Given, { referral }: CommandContext): Given {
  if (acceptProposal !== true) return given;
  const { triage } = referral;
  if (triage.state !== 'proposed') {
    throw new ReferralError('WRONG_STATUS', 'There is no proposal to accept: say urgency, country and capability.');
  }
  const { urgency, urgencyGrounds, countries, capability } = decisionByRule(referral);
  return { urgency, urgencyGrounds, countries, capability, ...given };
}

/** A supplement is a whole addition, as a file or in words alone. */
export function additionOf({ text, file, ...given }: Given): Given {
  const addition = { ...(typeof file === 'object' && file), ...(text !== undefined && { summary: text }) };
  return { ...given, addition };
}

function isPossible({ id }: Recipient, { act, referral, actor }: CommandContext): boolean {
  try {
    permittedRows(referral, { type: act, recipientId: id }, actor);
    return true;
  } catch {
    return false;
  }
}
