/** English: what an act did, and what is due next. One sentence for each act and outcome. */

/** Texts that confirm an act. */
export const done = {
  title: {
    done: 'Done',
    requested: 'Requested',
    'no-recipient': 'No recipient',
    'submitted-before': 'Submitted before',
  },
  next: 'Next: {{who}} must {{task}} by {{due}}.',
  submit: '{{reference}} was submitted to {{coordinator}}, which completes the triage.',
  'submit-same': 'Your agency has submitted the same content before, as {{reference}}. Nothing new was submitted.',
  supplement: 'Your information was added to {{reference}}. The coordinating agency and the recipients are notified.',
  'submit-without-hashes':
    '{{reference}} was submitted to {{coordinator}}. Hash values that were left out, because they exceed the limit of a referral: {{hashes}}. A supervisor of {{coordinator}} can raise the limit. Then add them to the referral.',
  'supplement-without-hashes':
    'Your information was added to {{reference}}. Hash values that were left out, because they exceed the limit of the referral: {{hashes}}. A supervisor of {{coordinator}} can raise the limit. Then add them again.',
  take: 'You now handle {{reference}} for your agency.',
  assign: '{{person}} now handles {{reference}} for your agency.',
  'set-own-reference': 'The number of your agency for {{reference}} was set. Only your agency sees it.',
  'add-note': 'Your note on {{reference}} was added. Only your agency sees it.',
  'take-back': 'Your action on {{reference}} was taken back. All who were notified of it are notified again.',
  'taking-back': { button: 'Take back: {{act}}', left: 'To take it back:', act: 'Action to take back' },
  'ask-information': 'Your question about {{reference}} was sent to {{sender}}.',
  'answer-information': 'Your answer about {{reference}} was recorded. The agency that asked is notified.',
  'answer-information-to-translate':
    'Your answer about {{reference}} was recorded. Your agency must also translate it, because the agency that asked needs another language.',
  'ask-translation': 'The translation for {{reference}} was requested. The agency that must translate is notified.',
  'deliver-translation': 'The translation for {{reference}} was recorded. The agency that asked is notified.',
  'record-oral-request': 'The oral request was recorded. {{sender}} must confirm it in writing.',
  'confirm-oral-request':
    'The oral request about {{reference}} is confirmed in writing. Everyone who has the referral is notified.',
  'reject-at-intake': '{{reference}} was rejected at intake and is closed. {{sender}} is notified.',
  'mark-duplicate': '{{reference}} is closed as a duplicate of {{other}}.',
  'file-informational': '{{reference}} is closed and filed for information.',
  'complete-triage': {
    pending: 'The triage of {{reference}} is complete. Its recipients are not selected yet.',
    'nobody-expected':
      'The triage of {{reference}} is complete, but no contact point can receive it in: {{countries}}. The referral will be held until a supervisor assigns a recipient.',
    unchanged: 'The triage of {{reference}} is complete. No recipient was added.',
    referred: 'The triage of {{reference}} is complete. The referral was sent to: {{points}}.',
    partly:
      'The triage of {{reference}} is complete. The referral was sent to: {{points}}. No contact point can receive it in: {{countries}}. A supervisor can assign a recipient.',
    held: 'The triage of {{reference}} is complete, but the referral is held: no contact point can receive it. A supervisor can assign a recipient.',
  },
  'reopen-triage': 'The triage of {{reference}} is open again.',
  'assign-recipient': '{{reference}} was sent to {{point}}.',
  'set-lead': '{{recipient}} now leads {{reference}} and is notified. Its outcome is asked for at closure.',
  'raise-hash-limit': 'The sender can now add hash values to {{reference}} up to the new limit.',
  'add-country': {
    pending: '{{country}} was added to {{reference}}. Its recipient is not selected yet.',
    referred: '{{country}} was added to {{reference}}. The referral was sent to: {{points}}.',
    nobody:
      '{{country}} was added to {{reference}}, but no contact point there can receive it. A supervisor can assign a recipient.',
  },
  acknowledge: '{{recipient}} acknowledged {{reference}}.',
  accept: '{{recipient}} accepted {{reference}}. {{sender}} is notified.',
  decline: {
    replaced: '{{recipient}} declined {{reference}}. The referral goes to the next contact point.',
    final: '{{recipient}} declined {{reference}}. The sending and the coordinating agency are notified.',
  },
  extend: 'The deadline of {{recipient}} for {{reference}} was extended.',
  'extend-preservation': 'The preservation of data by {{recipient}} for {{reference}} was extended.',
  'report-preservation': 'The preserved data was recorded. {{sender}} must confirm a production request.',
  'confirm-production':
    'The production request for {{reference}} was recorded. {{recipient}} is notified, and keeps the data.',
  'refer-onward': {
    asked:
      '{{reference}} was not referred onward yet. {{sender}} was asked for consent to refer it onward to {{point}}.',
    done: '{{reference}} was referred onward. It is no longer with {{recipient}}.',
  },
  'consent-onward': 'Your agency gave consent. {{reference}} was referred onward to {{point}}.',
  'refuse-onward': 'Your agency refused consent. {{reference}} stays with {{recipient}}, which is notified.',
  'report-outcome': {
    final: 'The final outcome of {{reference}} was reported. The sending and the coordinating agency are notified.',
    interim:
      'An interim outcome of {{reference}} was reported. {{recipient}} keeps the referral and reports the final outcome later.',
  },
  'correct-outcome':
    'The outcome of {{reference}} was corrected. All who were notified of the outcome are notified again.',
  recall: {
    chain:
      '{{reference}} was recalled from {{recipient}} and from all others in its chain of onward referrals. Each is asked to confirm erasure.',
    recalled: '{{reference}} was recalled from {{recipient}}, which is asked to confirm erasure.',
    held: '{{reference}} was recalled from {{recipient}}, which is asked to confirm erasure. No recipient is left, so the referral is held. A supervisor can assign a recipient.',
  },
  'confirm-recall': '{{recipient}} confirmed that it erased {{reference}}.',
  withdraw: {
    asked: '{{reference}} is not withdrawn yet. A supervisor of {{coordinator}} must approve the withdrawal.',
    closed: '{{reference}} is withdrawn and closed.',
  },
  'propose-closure':
    'The closure of {{reference}} was proposed. The referral stays open until another supervisor approves the closure.',
  'approve-closure': 'The closure was approved. {{reference}} is closed.',
  'return-closure': {
    referred: 'The closure was not approved. {{reference}} stays with its recipients.',
    held: 'The closure was not approved. {{reference}} is held: no recipient is left. A supervisor can assign a recipient.',
  },
  reopen: '{{reference}} is open again and goes through triage.',
  link: '{{reference}} is linked to {{other}}.',
  erase: 'The particulars of {{reference}} are erased. They cannot be read any more.',
  'order-erasure': 'The erasure of {{reference}} is ordered. A supervisor of {{coordinator}} decides.',
  retain: '{{reference}} is kept until the next review.',
  'place-legal-hold': 'There is a legal hold on {{reference}}. Nothing of it is erased until the hold is lifted.',
  'lift-legal-hold': 'The legal hold on {{reference}} is lifted.',
  'confirm-erasure': '{{recipient}} confirmed that it erased its copies of {{reference}}.',
} as const;
