/** English: oral requests, translations and consent to onward referrals. */

/** Texts of the forms of oral requests, questions and translations. */
export const clarification = {
  field: {
    'requested-by': 'Requested by',
    'requested-of': 'Requested of',
    'requested-hint': 'The person, the function and the agency. Encrypted; never included in e-mails.',
    'requested-at': 'Time of the request',
    requested: 'What was requested',
    confirmation: 'The request in writing',
    'confirmation-hint': 'Repeat what was requested. Everyone who has the referral can read it.',
    preserved: 'Preserved data',
    'preserved-hint':
      'Which data, where it is kept, and since which day. The deadline counts from this report. Encrypted.',
    production: 'Production request',
    'production-hint': 'Its date and number. Encrypted.',
    of: 'Who must translate',
    languages: 'Languages',
    'languages-hint': 'A translation into one of them is enough.',
    'to-translate': 'What must be translated',
    'translation-language': 'Language of the translation',
    translation: 'Translation',
    'translation-hint':
      'Encrypted. Everyone who has the referral can read a translation of the case by the sending or the coordinating agency.',
    'needed-language': 'Language in which you need the answer',
    'needed-language-hint': 'If the answer is in another language, the sending agency must translate it.',
    'answer-language': 'Language of the answer',
    'answer-language-hint': 'If another language is needed, your agency must deliver a translation after the answer.',
  },
  translation: 'Translation {{id}}',
  translations: 'Translations',
  needed: 'Language needed: {{languages}}',
  answered: {
    question: 'Question',
    reason: 'Reason for the onward referral',
    withdrawal: 'Reason for the withdrawal',
    closure: 'Reason given with the proposal',
    erasure: 'Reason for the order to erase',
    lead: 'The text is encrypted. Your reading and its purpose are recorded before the text is shown.',
    show: 'Show the text',
    asked: '{{asker}} asked this on',
  },
  consent: {
    handling: 'Why consent is needed',
    'no-basis-needed': '{{country}} is in the EU: no transfer basis is needed',
  },
  onward: {
    'asked-by': 'Asked by',
    receiver: 'Would receive the referral',
    final: 'With the button below, your agency gives consent. Consent cannot be taken back.',
    confirm: 'I have checked who would receive the referral. My agency gives consent. Consent cannot be taken back.',
    unconfirmed: 'Confirm that your agency gives consent',
    consent: 'Confirmation',
  },
};
