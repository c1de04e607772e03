/** French: what an act did, and what is due next. One sentence for each act and outcome. */

import type { done as english } from '../en/done.ts';
import type { Texts } from '../texts.ts';

export const done: Texts<typeof english> = {
  title: { done: 'Fait', requested: 'Demande envoyée', 'no-recipient': 'Sans destinataire' },
  next: 'Prochaine étape : {{task}} ({{who}}, au plus tard le {{due}}).',
  submit: '{{reference}} a été envoyée à {{coordinator}}, qui effectue le tri.',
  supplement:
    'Vos informations ont été ajoutées à {{reference}}. Le service coordinateur et les destinataires en sont informés.',
  'submit-without-hashes':
    '{{reference}} a été envoyée à {{coordinator}}. Empreintes omises, car elles dépassent la limite d’une transmission : {{hashes}}. Un superviseur de {{coordinator}} peut relever la limite. Ajoutez-les ensuite.',
  'supplement-without-hashes':
    'Vos informations ont été ajoutées à {{reference}}. Empreintes omises, car elles dépassent la limite de la transmission : {{hashes}}. Un superviseur de {{coordinator}} peut relever la limite. Ajoutez-les ensuite de nouveau.',
  take: 'Vous traitez désormais {{reference}} pour votre service.',
  assign: '{{person}} traite désormais {{reference}} pour votre service.',
  'set-own-reference': 'Le numéro de votre service pour {{reference}} est enregistré. Seul votre service le voit.',
  'add-note': 'Votre note sur {{reference}} est enregistrée. Seul votre service la voit.',
  'take-back': 'Votre action sur {{reference}} est annulée. Tous ceux qui en ont été informés le sont de nouveau.',
  'taking-back': { button: 'Annuler : {{act}}', left: 'Pour annuler :', act: 'Action à annuler' },
  'ask-information': 'Votre question sur {{reference}} a été envoyée à {{sender}}.',
  'answer-information':
    'Votre réponse sur {{reference}} est enregistrée. Le service qui a posé la question est informé.',
  'answer-information-to-translate':
    'Votre réponse concernant {{reference}} est enregistrée. Votre service doit aussi la traduire, car le service qui a posé la question a besoin d’une autre langue.',
  'ask-translation': 'La traduction pour {{reference}} est demandée. Le service qui doit traduire est averti.',
  'deliver-translation': 'La traduction pour {{reference}} est enregistrée. Le service qui l’a demandée est averti.',
  'record-oral-request': 'La demande orale est enregistrée. {{sender}} doit la confirmer par écrit.',
  'confirm-oral-request':
    'La demande orale concernant {{reference}} est confirmée par écrit. Tous ceux qui ont la transmission sont avertis.',
  'reject-at-intake': '{{reference}} a été rejetée à la réception et est clôturée. {{sender}} en est informé.',
  'mark-duplicate': '{{reference}} est clôturée comme doublon de {{other}}.',
  'file-informational': '{{reference}} est clôturée et classée pour information.',
  'complete-triage': {
    pending: 'Le tri de {{reference}} est achevé. Ses destinataires ne sont pas encore choisis.',
    'nobody-expected':
      'Le tri de {{reference}} est achevé, mais aucun point de contact ne peut la recevoir dans ces pays : {{countries}}. La transmission restera sans destinataire jusqu’à ce qu’un superviseur en désigne un.',
    unchanged: 'Le tri de {{reference}} est achevé. Aucun destinataire n’a été ajouté.',
    referred: 'Le tri de {{reference}} est achevé. La transmission a été envoyée à : {{points}}.',
    partly:
      'Le tri de {{reference}} est achevé. La transmission a été envoyée à : {{points}}. Aucun point de contact ne peut la recevoir dans ces pays : {{countries}}. Un superviseur peut désigner un destinataire.',
    held: 'Le tri de {{reference}} est achevé, mais la transmission est sans destinataire : aucun point de contact ne peut la recevoir. Un superviseur peut désigner un destinataire.',
  },
  'reopen-triage': 'Le tri de {{reference}} est rouvert.',
  'assign-recipient': '{{reference}} a été envoyée à {{point}}.',
  'set-lead':
    '{{recipient}} est désormais chef de file pour {{reference}} et en est informé. Son résultat sera demandé à la clôture.',
  'raise-hash-limit': 'L’expéditeur peut maintenant ajouter des empreintes à {{reference}} jusqu’à la nouvelle limite.',
  'add-country': {
    pending: 'Pays ajouté à {{reference}} : {{country}}. Son destinataire n’est pas encore choisi.',
    referred: 'Pays ajouté à {{reference}} : {{country}}. La transmission a été envoyée à : {{points}}.',
    nobody:
      'Pays ajouté à {{reference}} : {{country}}. Aucun point de contact ne peut la recevoir dans ce pays. Un superviseur peut désigner un destinataire.',
  },
  acknowledge: '{{recipient}} a accusé réception de {{reference}}.',
  accept: '{{recipient}} a accepté {{reference}}. {{sender}} en est informé.',
  decline: {
    replaced: '{{recipient}} a refusé {{reference}}. La transmission passe au point de contact suivant.',
    final: '{{recipient}} a refusé {{reference}}. Le service expéditeur et le service coordinateur en sont informés.',
  },
  extend: 'Le délai de {{recipient}} pour {{reference}} a été prolongé.',
  'extend-preservation': 'La conservation de données par {{recipient}} pour {{reference}} a été prolongée.',
  'report-preservation':
    'Les données conservées sont enregistrées. {{sender}} doit confirmer une demande de production.',
  'confirm-production':
    'La demande de production pour {{reference}} est enregistrée. {{recipient}} est averti et garde les données.',
  'refer-onward': {
    asked:
      '{{reference}} n’a pas encore été transmise plus loin. Le consentement de {{sender}} a été demandé pour une transmission ultérieure à {{point}}.',
    done: '{{reference}} a été transmise plus loin. {{recipient}} ne la traite plus.',
  },
  'consent-onward': 'Votre service a donné son consentement. {{reference}} a été transmise à {{point}}.',
  'refuse-onward':
    'Votre service a refusé son consentement. {{reference}} reste auprès de {{recipient}}, qui en est informé.',
  'report-outcome': {
    final:
      'Le résultat définitif de {{reference}} est communiqué. Le service expéditeur et le service coordinateur en sont informés.',
    interim:
      'Un résultat provisoire de {{reference}} est communiqué. {{recipient}} garde la transmission et communiquera plus tard le résultat définitif.',
  },
  'correct-outcome':
    'Le résultat de {{reference}} est corrigé. Tous ceux qui ont été informés du résultat le sont de nouveau.',
  recall: {
    chain:
      '{{reference}} a été rappelée auprès de {{recipient}} et de tous les autres de sa chaîne de transmissions ultérieures. Chacun doit confirmer l’effacement.',
    recalled: '{{reference}} a été rappelée auprès de {{recipient}}, qui est prié de confirmer l’effacement.',
    held: '{{reference}} a été rappelée auprès de {{recipient}}, qui est prié de confirmer l’effacement. La transmission est désormais sans destinataire. Un superviseur peut en désigner un.',
  },
  'confirm-recall': '{{recipient}} a confirmé l’effacement de {{reference}}.',
  withdraw: {
    asked: '{{reference}} n’est pas encore retirée. Un superviseur de {{coordinator}} doit approuver le retrait.',
    closed: '{{reference}} est retirée et clôturée.',
  },
  'propose-closure':
    'La clôture de {{reference}} est proposée. La transmission reste ouverte jusqu’à l’approbation par un autre superviseur.',
  'approve-closure': 'La clôture est approuvée. {{reference}} est clôturée.',
  'return-closure': {
    referred: 'La clôture n’est pas approuvée. {{reference}} reste auprès de ses destinataires.',
    held: 'La clôture n’est pas approuvée. {{reference}} est sans destinataire. Un superviseur peut en désigner un.',
  },
  reopen: '{{reference}} est rouverte et repasse au tri.',
  link: '{{reference}} est liée à {{other}}.',
  erase: 'Les données de l’affaire {{reference}} sont effacées. Elles ne peuvent plus être lues.',
  'order-erasure': 'L’effacement de {{reference}} est ordonné. Un superviseur de {{coordinator}} décide.',
  retain: '{{reference}} est conservée jusqu’au prochain réexamen.',
  'place-legal-hold': '{{reference}} fait l’objet d’un gel juridique. Rien n’en est effacé avant la levée du gel.',
  'lift-legal-hold': 'Le gel juridique de {{reference}} est levé.',
  'confirm-erasure': '{{recipient}} a confirmé l’effacement de ses copies de {{reference}}.',
};
