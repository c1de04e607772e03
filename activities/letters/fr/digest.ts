/** The texts of the daily digest in French. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${transmissions(changed)} : du nouveau`;
    return `[Liaise] ${transmissions(waiting)} en attente${overdue > 0 ? `, dont ${overdue} en retard` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0) return `Rien n'est en attente pour ${agency}. Du nouveau : ${transmissions(changed)}.`;
    return `En attente pour ${agency} : ${transmissions(waiting)}${overdue > 0 ? `, dont ${overdue} en retard` : ''}.`;
  },
  yours: 'En attente de votre part',
  others: 'En attente de la part de votre service',
  changed: "Du nouveau, que vous n'avez pas encore vu",
  more: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  overdue: (due) => `en retard depuis le ${due}`,
  task: {
    withdrawal: 'décider du retrait',
    closure: 'approuver ou renvoyer la clôture',
    assignment: 'décider qui reçoit la transmission',
    reduction: "décider de l'urgence demandée",
    'confirm-recall': 'effacer ce qui a été rappelé et le confirmer',
  },
  desk: 'Ouvrir votre espace (une connexion vous sera demandée)',
  settings: "Choisir l'heure de cette lettre, ou ne plus la recevoir",
  footer: (zone) =>
    `Fuseau horaire : ${zone}. Cette lettre vient une fois par jour, et seulement s'il y a quelque chose à dire.`,
};

function transmissions(count: number): string {
  return count === 1 ? '1 transmission' : `${count} transmissions`;
}
