/** Answers with lists, timelines, particulars, search results and changes. */

import { z } from 'zod';
import { APPROVALS } from '../../../domain/agency-view.ts';
import { CLOCK_NAMES } from '../../../domain/clocks/clock-names.ts';
import { FURTHER_TASKS } from '../../../domain/further-tasks.ts';
import { RELATIONS } from '../../../domain/list-query.ts';
import { RECIPIENT_STATUSES, REFERRAL_STATUSES } from '../../../domain/statuses.ts';
import { HANDLING_CODES, KINDS, TLPS, URGENCIES } from '../../../domain/vocabulary.ts';
import { actor, moment } from './actor.ts';

const row = z.object({
  referralId: z.uuid(),
  reference: z.string(),
  kind: z.enum(KINDS),
  urgency: z.enum(URGENCIES),
  status: z.enum(REFERRAL_STATUSES),
  relations: z.array(z.enum(RELATIONS)).describe("The relations of the caller's agency to the referral"),
  senderAgencyId: z.string(),
  recipientStatus: z.enum(RECIPIENT_STATUSES).exactOptional().describe("The status of the agency's own part"),
  handler: z.string().exactOptional().describe("The person who handles it at the caller's agency"),
  owes: z
    .object({ clock: z.enum(CLOCK_NAMES), by: moment })
    .exactOptional()
    .describe("The agency's own next deadline"),
  nextClock: z
    .object({ clock: z.enum(CLOCK_NAMES), dueAt: moment })
    .exactOptional()
    .describe('The first unanswered clock of any party; its due instant may be past'),
  riskAt: moment.exactOptional(),
  drill: z.boolean().describe('A test referral that asks for an acknowledgement only'),
  breached: z.boolean(),
  silent: z.boolean(),
  approvals: z.array(z.enum(APPROVALS)).describe('The pending decisions of a supervisor, each once'),
  furtherTasks: z
    .array(z.enum(FURTHER_TASKS))
    .describe(
      "Further tasks of the caller's agency, each once; triage only if its deadline is not paused by a question",
    ),
  submittedAt: moment,
  changedAt: moment,
  changedSeq: z.number().describe("The last entry, numbered as the caller's agency sees them"),
  seenSeq: z.number().describe('The last of these entries that the caller has read'),
  unread: z.boolean(),
  recipients: z.array(
    z.object({ id: z.string(), agencyId: z.string(), country: z.string(), status: z.enum(RECIPIENT_STATUSES) }),
  ),
});

/** Schema of a page of the list of referrals. */
export const listAnswer = z
  .object({
    referrals: z.array(row),
    total: z.number().describe('The total on all pages; 1001 stands for any number above 1000'),
    next: z.string().exactOptional().describe('The cursor of the next page; absent on the last'),
  })
  .meta({ id: 'ReferralList' });

/** Schema of the possible duplicates of a referral. */
export const duplicatesAnswer = z
  .object({
    reference: z.string(),
    possibleDuplicates: z.array(
      z.object({
        referralId: z.uuid(),
        reference: z.string(),
        shared: z
          .object({
            originReferences: z.number(),
            hashValues: z.number(),
            files: z.number().describe('File ids of file details. A file without an id is compared by its hash values'),
          })
          .describe('How many values of each kind both referrals have'),
      }),
    ),
  })
  .meta({ id: 'PossibleDuplicates' });

/** Schema of the timeline of a referral. */
export const timelineAnswer = z
  .object({
    reference: z.string(),
    entries: z.array(
      z.object({
        at: moment,
        seq: z
          .number()
          .describe("The number of the entry. The entries that the caller's agency sees are numbered without gaps"),
        kind: z.enum(['act', 'clock', 'letter']),
        moment: z.string().describe('What happened, for example acknowledged or clock-started'),
        by: actor,
        text: z.string().describe('A readable text in English, without particulars'),
        dueAt: moment.exactOptional(),
      }),
    ),
  })
  .meta({ id: 'Timeline' });

/** Schema of the response with the particulars of a referral. */
export const particularsAnswer = z
  .object({
    reference: z.string(),
    handlingCode: z.enum(HANDLING_CODES),
    tlp: z.enum(TLPS),
    said: z.array(
      z.object({
        seq: z.number().describe('The number of the entry, as in the timeline'),
        at: moment,
        by: actor,
        event: z.string(),
        words: z
          .unknown()
          .describe(
            'As submitted: a text, an addition, or a submission with its loss report; "withheld" if it is not complete',
          ),
      }),
    ),
  })
  .meta({ id: 'Particulars' });

/** Schema of the result of a search. */
export const matchesAnswer = z
  .object({
    matches: z.array(
      z.object({
        referralId: z.uuid(),
        reference: z.string(),
        by: z.enum(['reference', 'own-reference', 'origin', 'hash']),
      }),
    ),
  })
  .meta({ id: 'Matches' });
