/** English: pages of people, their roles, sign-in accounts and sessions. */

/** Texts of the pages of people. */
export const people = {
  add: 'Add a person',
  none: 'No people yet. People can sign in after they were given a role.',
  roles: 'Roles',
  inactive: 'No roles',
  sessions: 'Sessions',
  'open-sessions_one': 'One session is open.',
  'open-sessions_other': '{{count}} sessions are open.',
  'end-sessions': 'End all sessions',
  pseudonymise: 'Pseudonymise this person',
  deactivate: 'Deactivate this person',
  'save-roles': 'Save roles at {{agency}}',
  'another-agency': 'Add roles at another agency',
  identities: 'Sign-in accounts',
  'no-identities': 'This person cannot sign in yet. Add the issuer and subject of their account.',
  issuer: 'Issuer',
  'issuer-hint': 'Address of the sign-in service, exactly as in its tokens',
  scopes: 'Permissions of the token',
  subject: 'Subject',
  'give-identity': 'Add sign-in account',
  confirm: {
    deactivate: 'Deactivate {{name}}',
    'end-sessions': 'End all sessions of {{name}}',
    'take-identity': 'Remove a sign-in account of {{name}}',
    pseudonymise: 'Pseudonymise {{name}}',
    text: {
      pseudonymise:
        'Name, address and sign-in accounts are deleted after a second administrator confirms. The journal and the audit log keep the identifier, and still verify. This cannot be undone.',
      deactivate:
        'All roles at agencies that you administer are removed, and every session ends at once. Past acts of this person stay in the audit log.',
      'end-sessions': 'This person is signed out of every browser at once. They can sign in again.',
      'take-identity': 'This person can no longer sign in with this account, and every session ends at once.',
    },
  },
};
