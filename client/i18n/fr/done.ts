/** French: what an act did, and what is due next. One sentence for each act and outcome. */

import type { done as english } from '../en/done.ts';
import type { Texts } from '../texts.ts';

export const done: Texts<typeof english> = {
  title: {
    done: 'Action effectuée',
    requested: 'Demande envoyée',
    'no-recipient': 'Sans destinataire',
    'submitted-before': 'Déjà soumise',
  },
  next: 'Prochaine étape : {{task}} ({{who}}, au plus tard le {{due}}).',
  submit: '{{reference}} a été soumise à {{coordinator}}, qui effectue le tri.',
  'submit-same':
    'Votre service a déjà soumis le même contenu, sous la référence {{reference}}. Rien de nouveau n’a été soumis.',
  supplement:
    'Vos informations ont été ajoutées à {{reference}}. Un courriel en informe le service coordinateur et les destinataires.',
  'submit-without-hashes':
    '{{reference}} a été soumise à {{coordinator}}. Empreintes omises, car elles dépassent la limite d’une transmission : {{hashes}}. Un superviseur du service {{coordinator}} peut relever la limite. Ajoutez-les ensuite.',
  'supplement-without-hashes':
    'Vos informations ont été ajoutées à {{reference}}. Empreintes omises, car elles dépassent la limite de la transmission : {{hashes}}. Un superviseur du service {{coordinator}} peut relever la limite. Ajoutez-les ensuite de nouveau.',
  take: 'Vous traitez désormais {{reference}} pour votre service.',
  assign: '{{person}} traite désormais {{reference}} pour votre service.',
  'set-own-reference': 'Le numéro de votre service pour {{reference}} a été enregistré. Seul votre service le voit.',
  'add-note': 'Votre note sur {{reference}} a été ajoutée. Seul votre service la voit.',
  'take-back': 'Votre action sur {{reference}} a été annulée. Tous ceux qui en ont été informés le sont de nouveau.',
  'taking-back': { button: 'Annuler : {{act}}', left: 'Pour annuler :', act: 'Action à annuler' },
  'ask-information': 'Votre question sur {{reference}} a été envoyée à {{sender}}.',
  'answer-information':
    'Votre réponse sur {{reference}} a été enregistrée. Un courriel en informe le service qui a posé la question.',
  'answer-information-to-translate':
    'Votre réponse sur {{reference}} a été enregistrée. Votre service doit aussi la traduire, car le service qui a posé la question a besoin d’une autre langue.',
  'ask-translation':
    'La traduction pour {{reference}} a été demandée. Un courriel en informe le service qui doit traduire.',
  'deliver-translation':
    'La traduction pour {{reference}} a été enregistrée. Un courriel en informe le service qui l’a demandée.',
  'record-oral-request': 'La demande orale a été enregistrée. {{sender}} doit la confirmer par écrit.',
  'confirm-oral-request':
    'La demande orale concernant {{reference}} est confirmée par écrit. Un courriel en informe tous ceux qui ont la transmission.',
  'reject-at-intake':
    '{{reference}} a été rejetée à l’examen initial et est clôturée. Un courriel en informe {{sender}}.',
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
    '{{recipient}} est désormais chef de file pour {{reference}} ; un courriel l’en informe. Son résultat sera demandé à la clôture.',
  'raise-hash-limit': 'L’expéditeur peut maintenant ajouter des empreintes à {{reference}} jusqu’à la nouvelle limite.',
  'add-country': {
    pending: 'Pays ajouté à {{reference}} : {{country}}. Son destinataire n’est pas encore choisi.',
    referred: 'Pays ajouté à {{reference}} : {{country}}. La transmission a été envoyée à : {{points}}.',
    nobody:
      'Pays ajouté à {{reference}} : {{country}}. Aucun point de contact ne peut la recevoir dans ce pays. Un superviseur peut désigner un destinataire.',
  },
  acknowledge: '{{recipient}} a accusé réception de {{reference}}.',
  accept: '{{recipient}} a accepté {{reference}}. Un courriel en informe {{sender}}.',
  decline: {
    replaced: '{{recipient}} a refusé {{reference}}. La transmission passe au point de contact suivant.',
    final:
      '{{recipient}} a refusé {{reference}}. Un courriel en informe le service expéditeur et le service coordinateur.',
  },
  extend: 'Le délai de {{recipient}} pour {{reference}} a été prolongé.',
  'extend-preservation': 'La conservation de données par {{recipient}} pour {{reference}} a été prolongée.',
  'report-preservation':
    'Les données conservées ont été enregistrées. {{sender}} doit confirmer une demande de production.',
  'confirm-production':
    'La demande de production pour {{reference}} a été enregistrée. {{recipient}} garde les données ; un courriel l’en informe.',
  'refer-onward': {
    asked:
      '{{reference}} n’a pas encore été transmise à un autre service. Le consentement à une transmission ultérieure à {{point}} a été demandé à {{sender}}.',
    done: '{{reference}} a été transmise à un autre service. {{recipient}} ne l’a plus.',
  },
  'consent-onward': 'Votre service a donné son consentement. {{reference}} a été transmise à {{point}}.',
  'refuse-onward':
    'Votre service a refusé son consentement. {{reference}} reste auprès de {{recipient}} ; un courriel l’en informe.',
  'report-outcome': {
    final:
      'Le résultat définitif de {{reference}} a été communiqué. Un courriel en informe le service expéditeur et le service coordinateur.',
    interim:
      'Un résultat provisoire de {{reference}} a été communiqué. {{recipient}} garde la transmission et communiquera plus tard le résultat définitif.',
  },
  'correct-outcome':
    'Le résultat de {{reference}} a été corrigé. Tous ceux qui ont été informés du résultat le sont de nouveau.',
  recall: {
    chain:
      '{{reference}} a été rappelée auprès de {{recipient}} et de tous les autres de sa chaîne de transmissions ultérieures. Chacun doit confirmer l’effacement.',
    recalled: '{{reference}} a été rappelée auprès de {{recipient}}, qui doit confirmer l’effacement.',
    held: '{{reference}} a été rappelée auprès de {{recipient}}, qui doit confirmer l’effacement. La transmission est désormais sans destinataire. Un superviseur peut en désigner un.',
  },
  'confirm-recall': '{{recipient}} a confirmé l’effacement de {{reference}}.',
  withdraw: {
    asked:
      '{{reference}} n’est pas encore retirée. Un superviseur du service {{coordinator}} doit approuver le retrait.',
    closed: '{{reference}} est retirée et clôturée.',
  },
  'propose-closure':
    'La clôture de {{reference}} a été proposée. La transmission reste ouverte jusqu’à l’approbation par un autre superviseur.',
  'approve-closure': 'La clôture a été approuvée. {{reference}} est clôturée.',
  'return-closure': {
    referred: 'La clôture n’a pas été approuvée. {{reference}} reste auprès de ses destinataires.',
    held: 'La clôture n’a pas été approuvée. {{reference}} est sans destinataire. Un superviseur peut en désigner un.',
  },
  reopen: '{{reference}} a été rouverte et repasse au tri.',
  link: '{{reference}} est liée à {{other}}.',
  erase: 'Les données de l’affaire {{reference}} sont effacées. Elles ne peuvent plus être lues.',
  'order-erasure': 'L’effacement de {{reference}} est ordonné. Un superviseur du service {{coordinator}} décide.',
  retain: '{{reference}} est conservée jusqu’au prochain réexamen.',
  'place-legal-hold': '{{reference}} fait l’objet d’un gel juridique. Rien n’en est effacé avant la levée du gel.',
  'lift-legal-hold': 'Le gel juridique de {{reference}} est levé.',
  'confirm-erasure': '{{recipient}} a confirmé l’effacement de ses copies de {{reference}}.',
};
