/** German: pages of people, their roles, sign-in accounts and sessions. */

import type { people as english } from '../en/people.ts';
import type { Texts } from '../texts.ts';

export const people: Texts<typeof english> = {
  add: 'Person hinzufügen',
  none: 'Noch keine Personen. Personen können sich anmelden, sobald sie eine Rolle erhalten haben.',
  roles: 'Rollen',
  inactive: 'Keine Rollen',
  sessions: 'Sitzungen',
  'open-sessions_one': 'Eine Sitzung ist offen.',
  'open-sessions_other': '{{count}} Sitzungen sind offen.',
  'end-sessions': 'Alle Sitzungen beenden',
  pseudonymise: 'Diese Person pseudonymisieren',
  deactivate: 'Diese Person deaktivieren',
  'save-roles': 'Rollen bei {{agency}} speichern',
  'another-agency': 'Rollen bei einer anderen Behörde hinzufügen',
  identities: 'Anmeldekonten',
  'no-identities': 'Diese Person kann sich noch nicht anmelden. Fügen Sie Aussteller und Subjekt ihres Kontos hinzu.',
  issuer: 'Aussteller',
  'issuer-hint': 'Adresse des Anmeldedienstes, genau wie in seinen Tokens',
  scopes: 'Rechte des Tokens',
  subject: 'Subjekt',
  'give-identity': 'Anmeldekonto hinzufügen',
  confirm: {
    deactivate: '{{name}} deaktivieren',
    'end-sessions': 'Alle Sitzungen von {{name}} beenden',
    'take-identity': 'Ein Anmeldekonto von {{name}} entfernen',
    pseudonymise: '{{name}} pseudonymisieren',
    text: {
      pseudonymise:
        'Name, Adresse und Anmeldekonten werden gelöscht, sobald eine zweite Person der Administration bestätigt. Journal und Protokoll behalten die Kennung und bleiben prüfbar. Das lässt sich nicht rückgängig machen.',
      deactivate:
        'Alle Rollen bei Behörden, die Sie verwalten, werden entfernt, und jede Sitzung endet sofort. Frühere Handlungen dieser Person bleiben im Protokoll.',
      'end-sessions': 'Diese Person wird sofort in jedem Browser abgemeldet. Sie kann sich wieder anmelden.',
      'take-identity': 'Diese Person kann sich mit diesem Konto nicht mehr anmelden, und jede Sitzung endet sofort.',
    },
  },
};
