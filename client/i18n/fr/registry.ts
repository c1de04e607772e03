/** French: the capability registry. */

import type { registry as english } from '../en/registry.ts';
import type { Texts } from '../texts.ts';

export const registry: Texts<typeof english> = {
  seen: '{{capability}}, pays du réseau : complète dans {{full}}, partielle dans {{partial}}, absente dans {{none}}, non vérifiée dans {{unverified}}. Non vérifiée signifie que la dernière confirmation manque ou date de plus de {{days}} jours.',
  what: 'Ce que chaque pays peut faire, qui l’assure et qui l’a confirmé. Un administrateur propose une entrée et un autre la confirme.',
  of: '{{capability}} : {{country}}',
  stated: 'Niveau indiqué',
  confirmed: 'Confirmé',
  never: 'Jamais',
  recorded: 'Enregistré par',
  change: 'Modifier',
  confirm: 'J’ai vérifié cette entrée : la confirmer à la date d’aujourd’hui',
  'level-hint': 'Aucune : sans service. Partielle et complète : au moins un service.',
  'providers-hint': 'Services du pays et organisations internationales',
  gaps: {
    title: 'Lacunes dans les capacités',
    hint: 'Capacités qu’un pays n’a pas, n’a qu’en partie, ou qui n’ont pas été confirmées depuis {{days}} jours.',
    none: 'Il n’y a pas de lacune. Chaque capacité de chaque pays est complète et confirmée.',
  },
};
