/** German: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty: 'Nichts wartet auf Sie. Hier steht, was Ihre Behörde zu bestätigen, zu entscheiden oder zu melden hat.',
    acknowledge: 'Eingang der ausgewählten bestätigen',
    result: 'Ergebnis',
    refused: 'Abgelehnt',
    summary: '{{done}} bestätigt, {{refused}} abgelehnt.',
    'none-selected': 'Es war nichts ausgewählt.',
  },
};
