/** English: the proposal of a new version of the clock policies. */

/** Texts of the proposal of clock policies. */
export const policies = {
  propose: 'Propose a new version',
  hint: 'Upload a file or paste its content. The command “liaise policy show” prints the built-in policies to start from. Another administrator must confirm the new version. Deadlines that are running keep their version.',
  file: 'File with policies (JSON)',
  text: 'Content of the file (JSON)',
  submit: 'Check and propose',
  nothing: 'Select a file, or paste its content.',
  json: 'This is not JSON: {{message}}',
  used: 'The version {{version}} was used before. Give the new policies a version of their own.',
  same: 'Nothing differs from the policies in force.',
  diff: 'What changes in the policies',
  clock: 'Deadline',
  before: 'Before',
  after: 'After',
  simulation: 'Last month under the new version',
  period:
    'Deadlines that ran from {{from}} to {{to}} (UTC), as they were when the version was proposed. Some are of referrals submitted earlier. The acts stay as they were.',
  partial:
    'A random sample of the referrals was calculated in the time of a page: {{done}} of {{all}}. “liaise policy simulate” calculates all of them.',
  whole: 'Every referral was calculated ({{all}}).',
  totals: 'Deadlines by name',
  recorded: 'Recorded',
  simulated: 'With the new version',
  recordedMissed: 'Missed',
  simulatedMissed: 'Missed with the new version',
  changed: 'Deadlines that would have changed',
  first: 'The first {{shown}} of {{all}} are shown.',
  none: 'No deadline would have changed.',
  change: 'Change',
  number: 'Number',
  earlier: 'due {{span}} earlier',
  later: 'due {{span}} later',
  unmoved: 'due at the same time',
  added: 'only with the new version',
  removed: 'only as recorded',
} as const;
