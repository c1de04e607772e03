/** What administrators can change in the directory: agencies, contact points, capabilities, closed days, people, accounts. */

import type { RequestOrigin } from '../audit/leaf.ts';
import type { ClockPolicies } from '../clocks/policy-schema.ts';
import type { Person, Role } from '../people.ts';
import type { Agency, ClosedDay, ContactPoint, CountryCapability, Directory, HalfDay } from '../routing/directory.ts';
import type { Country, Instant, RegistryCapability } from '../vocabulary.ts';
import type { WebhookKind } from '../webhooks.ts';

/** The details of a person that an administrator can change. */
export interface PersonDetails {
  id: string;
  name: string;
  email: string;
  language: string;
  /** IANA time zone. */
  zone: string;
}

/** A sign-in account of a person, or the token subject of an agency's system. */
export interface Account {
  issuer: string;
  subject: string;
  personId: string;
  /** The system of that agency, with access tokens. */
  agencyId?: string;
  scopes?: string[];
}

/** Where an agency's system is notified of events. `id` is a UUID, `url` an https address. */
export interface WebhookDetails {
  id: string;
  agencyId: string;
  url: string;
  kinds: readonly WebhookKind[];
}

/** The line of a contact point that an address belongs to. */
export type AddressLine = 'desk' | 'duty';

/** A capability of a country as administrators enter it. */
export type CapabilityEntry = Pick<CountryCapability, 'country' | 'capability' | 'level' | 'providerIds'>;

/** One change of an entry that a file of the directory can hold. */
export type EntryEdit =
  | { type: 'add-agency'; agency: Pick<Agency, 'id' | 'name' | 'country' | 'type' | 'excludes'> }
  | { type: 'change-agency'; agency: Pick<Agency, 'id' | 'name' | 'type' | 'excludes'> }
  | { type: 'disable-agency'; id: string }
  | { type: 'enable-agency'; id: string }
  | { type: 'add-contact-point'; point: Omit<ContactPoint, 'verifiedAt' | 'disabled'> }
  | { type: 'change-contact-point'; point: Omit<ContactPoint, 'agencyId' | 'country' | 'verifiedAt' | 'disabled'> }
  | { type: 'disable-contact-point'; id: string }
  | { type: 'enable-contact-point'; id: string }
  | { type: 'set-capability'; entry: CapabilityEntry };

/** One change of the directory, or of the keys that are in use. */
export type DirectoryEdit =
  | EntryEdit
  /** All changes that the import of a file makes. */
  | { type: 'import-directory'; edits: readonly EntryEdit[] }
  /** States that the entry of the registry is still correct. */
  | { type: 'confirm-capability'; country: Country; capability: RegistryCapability }
  | { type: 'verify-contact-point'; id: string }
  /** By officers of the agency itself. */
  | { type: 'change-address'; id: string; line: AddressLine; address: string }
  | { type: 'add-closed-day'; day: ClosedDay | HalfDay }
  | { type: 'remove-closed-day'; day: Omit<ClosedDay, 'name'> }
  | { type: 'add-person'; person: PersonDetails; agencyId: string; roles: readonly Role[] }
  | { type: 'change-person'; person: PersonDetails }
  | { type: 'set-roles'; personId: string; agencyId: string; roles: readonly Role[] }
  | { type: 'deactivate-person'; personId: string }
  /** Deletes what identifies a person who has left. Journal and audit log keep the id, as a pseudonym. */
  | { type: 'pseudonymise-person'; personId: string }
  | { type: 'add-account'; account: Account }
  | { type: 'remove-account'; account: Account }
  | { type: 'add-webhook'; webhook: WebhookDetails }
  | { type: 'remove-webhook'; webhook: Pick<WebhookDetails, 'id' | 'agencyId'> }
  /** What a command with the keys may do with stored data, once. `keyId` is the key that is then in use. */
  | { type: 'reseal-data'; keyId: string }
  | { type: 'renew-digests'; keyId: string }
  /** A new version of the clock policies. Clocks that run keep the version with which they started. */
  | { type: 'adopt-policies'; policies: ClockPolicies };

/** The edit of that type. */
export type EditOf<T extends DirectoryEdit['type']> = Extract<DirectoryEdit, { type: T }>;

/** A person with the roles held at each agency. */
export interface PersonFacts extends PersonDetails {
  memberships: { agencyId: string; roles: Role[] }[];
}

/** What the directory holds about an edit. */
export interface EditFacts {
  directory: Directory;
  /** The directory after all changes of the same import, against which references to other entries are checked. */
  planned?: Directory;
  /** The person whom the edit is about. */
  person?: PersonFacts | undefined;
  /** The account with the issuer and subject of the edit, of any person. */
  account?: Account | undefined;
  /** The closed days and half days of the agency of the edit. */
  closedDays: readonly (ClosedDay | HalfDay)[];
  /** The webhooks of the agency of the edit. */
  webhooks?: readonly WebhookDetails[];
  /** When and at which agency the person last acted, for a pseudonymisation. */
  lastActed?: { at: Instant; agencyId: string } | undefined;
  /** For so many years, the name of a person who acted is kept. Only the engine reads the setting. */
  officerYears?: number | undefined;
  /** The versions of the clock policies that were adopted, the last one in force; for an edit of policies. */
  policies?: readonly ClockPolicies[];
  now: Instant;
}

/** A directory entry as fields; without fields if there is none. */
export type EntryFields = Record<string, unknown>;

/** Who must agree to an edit. */
export type Agreement =
  | 'editor-alone'
  /** Another administrator. */
  | 'second-administrator'
  /** The owners of the old and of the new address. */
  | 'both-addresses';

/** How a request to the engine ended. */
export type EditOutcome = 'applied' | 'unchanged' | 'confirmed-once' | 'rejected' | 'withdrawn' | 'announced';

/** What pages, API and commands ask the engine to do with the directory. */
export type DirectoryTask =
  /** `version` is that of the entry as the editor read it. */
  | { type: 'edit'; edit: DirectoryEdit; version?: string }
  | { type: 'confirm'; proposalId: string }
  | { type: 'reject'; proposalId: string }
  | { type: 'withdraw'; proposalId: string }
  /** Sends the letters that ask for a confirmation of the old and the new address. */
  | { type: 'announce'; proposalId: string }
  | { type: 'confirm-address'; proposalId: string; token: string }
  /** By a reader of one of both letters. The change is rejected. */
  | { type: 'refuse-address'; proposalId: string; token: string };

/** A task, who requests it, and the id by which it is done only once. */
export interface DirectoryRequest {
  requestId: string;
  by: Person;
  via?: RequestOrigin;
  task: DirectoryTask;
}
