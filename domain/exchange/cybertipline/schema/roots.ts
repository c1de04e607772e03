/**
 * The documents that a provider sends: a report, and the details of one file. The tables follow the schema with which
 * NCMEC receives CyberTipline reports, as in Boostport/ncmec-go 6e5c662f, cyber_tipline.xsd.
 */

import {
  any,
  attribute,
  type ElementType,
  nothing,
  one,
  optional,
  requiredAttribute,
  sequence,
  text,
  value,
} from '../grammar.ts';
import { INTENDED_RECIPIENT, PERSON_OR_USER_REPORTED, VICTIM } from './accounts.ts';
import { COUNTRY } from './codes.ts';
import { FILE_DETAILS } from './file-details.ts';
import { INCIDENT_SUMMARY_GRAMMAR, INTERNET_DETAILS_GRAMMAR } from './incidents.ts';
import { CONTACT_PERSON, PERSON } from './parts.ts';

const BATCHED_REPORT = nothing(requiredAttribute('reason', { oneOf: ['VIRAL_POTENTIAL_MEME'] }));

const LAW_ENFORCEMENT = sequence(
  one('agencyName', text),
  optional('caseNumber', text),
  optional('officerContact', CONTACT_PERSON),
  optional('reportedToLe', value('boolean')),
  optional('servedLegalProcessDomestic', value('boolean')),
  optional('servedLegalProcessInternational', value('boolean', attribute('fleaCountry', COUNTRY))),
);

const REPORTER = sequence(
  one('reportingPerson', PERSON),
  optional('contactPerson', CONTACT_PERSON),
  optional('companyTemplate', text),
  optional('termsOfService', text),
  optional('legalURL', text),
);

const REPORT = sequence(
  optional('batchedReport', BATCHED_REPORT),
  one('incidentSummary', INCIDENT_SUMMARY_GRAMMAR),
  any('internetDetails', INTERNET_DETAILS_GRAMMAR),
  optional('lawEnforcement', LAW_ENFORCEMENT),
  one('reporter', REPORTER),
  any('personOrUserReported', PERSON_OR_USER_REPORTED),
  any('intendedRecipient', INTENDED_RECIPIENT),
  any('victim', VICTIM),
  optional('additionalInfo', text),
);

/** The grammars of the root elements that a report file may have. */
export const ROOTS: Readonly<Record<string, ElementType>> = { report: REPORT, fileDetails: FILE_DETAILS };
