/** The daily digest in French. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${transmissions(changed)} : changements`;
    return `[Liaise] ${transmissions(waiting)} en attente${overdue > 0 ? `, dont ${overdue} en retard` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0)
      return `Aucune transmission n’est en attente pour ${agency}. Changements : ${transmissions(changed)}.`;
    return `En attente pour ${agency} : ${transmissions(waiting)}${overdue > 0 ? `, dont ${overdue} en retard` : ''}.`;
  },
  yours: 'En attente de votre part',
  others: 'En attente de votre service',
  changed: 'Modifiées depuis votre dernière consultation',
  more: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  overdue: (due) => `en retard depuis le ${due}`,
  task: {
    withdrawal: 'décider du retrait',
    closure: 'approuver ou renvoyer la clôture',
    assignment: 'désigner un destinataire',
    reduction: 'décider de l’urgence demandée',
    translate: 'fournir la traduction',
    'confirm-request': 'confirmer la demande',
    'propose-closure': 'proposer la clôture',
    'confirm-recall': 'effacer la transmission rappelée et confirmer l’effacement',
    retention: 'décider si la transmission est conservée ou effacée',
    'confirm-erasure': 'effacer toutes les copies de la transmission et confirmer l’effacement',
  },
  desk: 'Ouvrir Liaise (connexion requise)',
  settings: 'Modifier l’heure de ce récapitulatif, ou ne plus le recevoir',
  footer: (zone) =>
    `Heures dans le fuseau ${zone}. Ce récapitulatif est envoyé une fois par jour, s’il y a des tâches ou des changements.`,
};

function transmissions(count: number): string {
  return count < 2 ? `${count} transmission` : `${count} transmissions`;
}
