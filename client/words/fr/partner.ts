/** French: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty: 'Rien ne vous attend. Ce dont votre service doit accuser réception, décider ou rendre compte figure ici.',
    acknowledge: 'Accuser réception de la sélection',
    result: 'Résultat',
    refused: 'Refusé',
    summary: '{{done}} accusés de réception, {{refused}} refus.',
    'none-selected': 'Rien n’était sélectionné.',
  },
};
