/** English texts of letters, and the language of readers whose own language has no texts. */

import { digest } from './en/digest.ts';
import { directory } from './en/directory.ts';
import { letters } from './en/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const english: LetterTexts = {
  letters,
  digest,
  emergencyReading: {
    subject: '[Liaise] Review a reading in an emergency',
    lead: 'Please review a reading of particulars in an emergency.',
    advice:
      'A person of your agency stated an emergency to read these particulars. A second person must decide whether it was justified.',
    at: 'Time of the reading',
    link: 'Open the readings (sign-in required)',
  },
  readingBeyondAllowance: {
    subject: '[Liaise] A person reads more referrals than allowed',
    lead: 'A person of your agency has read more referrals than the reading allowance permits.',
    advice: 'The person stated a second purpose. Auditors see it in the audit log.',
    at: 'Time of the reading',
    link: 'Open the readings (sign-in required)',
  },
  logAlarm: {
    subject: '[Liaise] Alarm of the audit log',
    lead: 'Please look into an alarm of the audit log, and acknowledge it.',
    advice:
      'Inform the operators at once. They run "liaise check", which names what differs. Until the cause is known, do not rely on the record of new cases.',
    at: 'Time of the alarm',
    link: 'Open the alarms (sign-in required)',
  },
  webhookDisabled: {
    subject: '[Liaise] A webhook of your agency was disabled',
    lead: 'Please check a webhook of your agency: Liaise no longer sends messages to it.',
    advice:
      'Its target failed for five days, or answered that it is gone. When the target works again, enable the webhook and send failed deliveries again.',
    at: 'Disabled at',
    link: 'Open the webhooks (sign-in required)',
  },
  directory,
  drill: {
    mark: 'DRILL:',
    notice:
      'This is a drill: a test referral without a case. Acknowledge it as you would acknowledge a real one. Nothing else is asked.',
  },
  urgencyMark: { emergency: 'EMERGENCY - ', urgent: 'URGENT - ', standard: '', informational: '' },
  labels: {
    reference: 'Reference',
    ownReference: 'Your number',
    deputyFor: 'Deputy for',
    sender: 'Sending agency',
    recipient: 'Recipient',
    requested: 'Action requested',
    urgency: 'Urgency',
    handling: 'Handling',
    link: 'Open the referral (sign-in required)',
  },
  by: (due) => `by ${due}`,
  colon: ':',
  nothingAsked: 'For your information: no action is required.',
  unnamedAgency: 'The agency concerned',
  unnamedTask: 'act on the referral',
  bundle: {
    andMore: (count) => `and ${count} more`,
    lead: (count) =>
      `This message contains ${count} notifications. Each names its referral and what you are asked to do.`,
    heldBack:
      'Several messages were sent to you within an hour. Further notifications were therefore held back, and are in this message.',
  },
  footer: [
    'With Liaise, partner agencies refer cases to each other and track deadlines. This notification was sent automatically.',
    'For security, it contains no particulars of the case. Sign in to read them. Never reply with particulars by e-mail.',
    ({ addressee }) => `It is addressed to ${addressee}. If you received it by mistake, please delete it.`,
  ],
};
