/** Letters about the directory in English. */

import type { DirectoryLetterTexts } from '../letter-texts.ts';

export const directory: DirectoryLetterTexts = {
  changed: {
    subject: (agency) => `The directory entry of ${agency} was changed`,
    lead: 'An administrator changed data of your agency, and another person confirmed it.',
    check: 'If you do not expect this change, tell the administrators of your agency and of the coordinating agency.',
  },
  address: {
    subject: (point) => `Confirm the e-mail address of ${point}`,
    lead: {
      old: 'An officer of your agency asks to replace this e-mail address. Please confirm it.',
      new: 'An officer of your agency asks to use this e-mail address. Please confirm it.',
    },
    both: 'The address changes when both the old and the new address have confirmed. The link is valid for 14 days.',
    ignore: 'If you do not expect this change, do not confirm it, and tell the administrators of your agency.',
  },
  unchanged: {
    subject: (point) => `The e-mail address of ${point} was not changed`,
    lead: {
      refused: 'A reader of one of the two letters refused the change of the e-mail address. Nothing was changed.',
      lapsed:
        'The change of the e-mail address was not confirmed from both addresses within 14 days. Nothing was changed.',
    },
    next: {
      refused:
        'If you did not expect this change, tell the administrators of your agency. If it was meant, ask for it again.',
      lapsed: 'If the change is still needed, ask for it again.',
    },
  },
  confirmation: {
    subject: (point) => `Please confirm the details of ${point}`,
    lead: 'Please check the details of your contact point, and confirm them. The last confirmation was more than a year ago.',
    otherwise: 'Without a confirmation, routing no longer selects the contact point from the date below.',
    outdated: 'If a detail is outdated, ask an administrator of your agency to correct it.',
    last: 'Last confirmed',
    leftOut: 'Left out from',
  },
  labels: {
    agency: 'Agency',
    change: 'Change',
    entry: 'Entry',
    proposer: 'Proposed by',
    confirmer: 'Confirmed by',
    audit: 'Open the audit log (sign-in required)',
    confirm: 'Confirm the address (sign-in required)',
    agencyPage: 'Open the page of your agency (sign-in required)',
  },
  edits: {
    'add-agency': 'Agency added',
    'change-agency': 'Agency changed',
    'disable-agency': 'Agency disabled',
    'enable-agency': 'Agency enabled',
    'add-contact-point': 'Contact point added',
    'change-contact-point': 'Contact point changed',
    'disable-contact-point': 'Contact point disabled',
    'enable-contact-point': 'Contact point enabled',
    'verify-contact-point': 'Contact point confirmed',
    'set-capability': 'Capability of a country set',
    'confirm-capability': 'Capability of a country confirmed',
    'import-directory': 'Entries imported from a file',
    'change-address': 'Address of a contact point changed',
    'add-closed-day': 'Closed day added',
    'remove-closed-day': 'Closed day removed',
    'add-person': 'Person added',
    'change-person': 'Person changed',
    'set-roles': 'Roles changed',
    'deactivate-person': 'Person deactivated',
    'pseudonymise-person': 'Person pseudonymised',
    'add-account': 'Sign-in account added',
    'remove-account': 'Sign-in account removed',
    'add-webhook': 'Webhook added',
    'remove-webhook': 'Webhook removed',
    'reseal-data': 'All stored data sealed under a key',
    'renew-digests': 'Stored digests renewed',
    'adopt-policies': 'Policies of deadlines adopted',
  },
};
