/** French: oral requests and their confirmation. */

import type { clarification as english } from '../en/clarification.ts';
import type { Texts } from '../texts.ts';

export const clarification: Texts<typeof english> = {
  field: {
    'requested-by': 'Demandé par',
    'requested-of': 'Demandé à',
    'requested-hint': 'La personne, sa fonction et son service. Chiffré ; jamais dans les courriels.',
    'requested-at': 'Heure de la demande',
    requested: 'Ce qui a été demandé',
    confirmation: 'La demande par écrit',
    'confirmation-hint': 'Répétez ce qui a été demandé. Tous ceux qui ont la transmission peuvent le lire.',
  },
};
