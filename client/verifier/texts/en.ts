/** English texts of the verifier. */

import type { VerifierTexts } from './verifier-texts.ts';

export const en: VerifierTexts = {
  title: 'Verify a proof bundle',
  intro: 'This page verifies the file on this device. It sends nothing, and it needs no connection.',
  file: 'Proof bundle or proof of consistency',
  key: 'Public keys of the log and its witnesses',
  keyHint: 'One key on each line, from a source that you trust, and not from the person who gave you the file.',
  verify: 'Verify',
  proved: 'The bundle is proved.',
  notProved: 'The bundle is NOT proved.',
  proves: {
    referral: 'The log {origin} holds these {count} events of referral {referral}.',
    unchanged: 'Time, event, agency and change of status of each event are those that were sealed in the log.',
    signed: 'The log was signed by {keys} when it had {size} entries.',
    witnessed: '{witness} countersigned the log on {time}: from then on, these events could not be changed unnoticed.',
    order: 'The log has the events in the order in which they are listed.',
  },
  erasure:
    'Referral {referral} was erased on {time} ({ground}). Destroyed: keys {keys}, texts {texts}, digests {digests}, own numbers {references}.',
  erasureGrounds: {
    'retention-ended': 'the retention period had ended',
    'sender-order': 'ordered by the sender',
    'supervisor-order': 'ordered by a supervisor',
  },
  leavesOpen: {
    true: 'It does not prove that what the events say is true. It proves what was recorded.',
    complete: 'It does not prove that these are all events: the viewer may not be permitted to see others.',
    persons:
      'It does not show persons of other agencies. Their names are sealed in the log, and a court can have them opened.',
    made: 'It does not prove for whom and when the file was made. The file says: for {agency}, on {time}.',
    unwitnessed: 'No witness has countersigned. The operator of the log alone could have made another log.',
  },
  provesTitle: 'What is proved',
  leavesOpenTitle: 'What is not proved',
  faultsTitle: 'What is wrong',
  places: {
    start: 'the beginning of the file',
    header: 'the header',
    event: 'event {number}',
    hash: 'hash {number}',
    hashes: 'the list of hashes',
    checkpoint: 'the checkpoint and its signatures',
    end: 'the end of the file',
  },
  faults: {
    damaged: 'The file was changed or damaged in {place}, from byte {byte}.',
    'checkpoint-malformed': 'The checkpoint cannot be read. {reason}',
    'other-log': 'The checkpoint is of another log: {origin}.',
    'not-signed': 'None of the given keys has signed the checkpoint.',
    'invalid-signature': 'The signature of {key} is not valid: the checkpoint or the signature was changed.',
    'too-few-witnesses': '{found} witnesses have countersigned the checkpoint; {quorum} are required.',
    'no-events': 'The file holds no events, so it proves nothing about the referral that it names.',
    order: 'Event {number} is out of order, or beyond the end of the log.',
    'not-in-log': 'The events and hashes do not lead to the signed log: an event, a hash or their order was changed.',
  },
  consistency: {
    proved: 'The file is a proof of consistency, and it holds.',
    notProved: 'The file is a proof of consistency, and it does NOT hold.',
    proves: {
      continues:
        'The log {origin} of {size} entries begins with the log of {first} entries: nothing was changed, removed or inserted before it.',
      witnessed: '{witness} countersigned the log of {size} entries on {time}.',
    },
    leavesOpen: {
      true: 'It does not prove that what the entries say is true. It proves that they were not changed.',
      events: 'It does not prove what the log says about a referral. For that, make a proof bundle.',
      later: 'It says nothing about entries after the first {size}.',
    },
    which: { first: 'Earlier checkpoint', second: 'Later checkpoint' },
    faults: {
      malformed: 'The file was changed or damaged. {reason}',
      'wrong-order': 'The earlier checkpoint has {first} entries, more than the later one with {second}.',
      'not-consistent':
        'The hashes do not lead from {first} to {second} entries: a hash was changed, or the log was forked.',
    },
  },
  events: 'Events',
  columns: {
    ...{ number: 'No.', position: 'Entry in the log', at: 'Time (UTC)', event: 'Event' },
    ...{ agency: 'Agency', person: 'Person', change: 'Change' },
  },
  byRule: 'by the rules',
  noFile: 'Choose the file of a proof bundle or a proof of consistency.',
  noKey: 'The key cannot be read. {reason}',
};
