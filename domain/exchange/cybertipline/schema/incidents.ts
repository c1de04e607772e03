/** The summary of the incident, and its details by the kind of service. */

import { any, anyOrder, attribute, one, oneOf, optional, sequence, text, value, withAttributes } from '../grammar.ts';
import { ADDRESS, EMAIL, IP_CAPTURE_EVENT, PHONE } from './parts.ts';

export const INCIDENT_TYPES = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
] as const;

export const INCIDENT_SUMMARY_GRAMMAR = sequence(
  one('incidentType', value({ oneOf: INCIDENT_TYPES })),
  optional('platform', text),
  optional('escalateToHighPriority', text),
  optional(
    'reportAnnotations',
    anyOrder(
      optional('sextortion', value('true')),
      optional('csamSolicitation', value('true')),
      optional('minorToMinorInteraction', value('true')),
      optional('spam', value('true')),
      optional('sadisticOnlineExploitation', value('true')),
    ),
  ),
  one('incidentDateTime', value('dateTime')),
  optional('incidentDateTimeDescription', text),
);

const notes = optional('additionalInfo', text);

export const INTERNET_DETAILS_GRAMMAR = sequence(
  oneOf({
    webPageIncident: withAttributes(sequence(any('url', text), notes), attribute('thirdPartyHostedContent', 'boolean')),
    emailIncident: sequence(any('emailAddress', EMAIL), optional('content', text), notes),
    newsgroupIncident: sequence(optional('name', text), any('emailAddress', EMAIL), optional('content', text), notes),
    chatImIncident: sequence(
      optional('chatClient', text),
      optional('chatRoomName', text),
      optional('content', text),
      notes,
    ),
    onlineGamingIncident: sequence(
      optional('gameName', text),
      optional('console', text),
      optional('content', text),
      notes,
    ),
    cellPhoneIncident: sequence(
      optional('phoneNumber', PHONE),
      optional('latitude', value('double')),
      optional('longitude', value('double')),
      notes,
    ),
    nonInternetIncident: sequence(optional('locationName', text), any('incidentAddress', ADDRESS), notes),
    peer2peerIncident: sequence(
      optional('client', text),
      any('ipCaptureEvent', IP_CAPTURE_EVENT),
      optional('fileNames', text),
      notes,
    ),
  }),
);
