/** One event of a proof bundle: what the log commits to, and the hidden part that this viewer may see. */

import { ERASURE_GROUNDS } from '../retention.ts';
import type { CborValue } from './cbor.ts';
import type { LeafChange, RequestOrigin } from './leaf.ts';
import {
  hiddenDigest,
  type LeafCommitment,
  type PersonFields,
  SALT_LENGTH,
  type ShownFields,
} from './leaf-commitment.ts';
import { HASH_LENGTH } from './merkle-tree.ts';

/** An event with its place in the log. */
export interface BundleEvent {
  /** Position in the log, from 0. */
  index: number;
  commitment: LeafCommitment;
  /** The person who acted, if the viewer is a colleague, with the salt of the digest. */
  person?: { salt: Uint8Array; fields: PersonFields };
}

/** Writes events. Texts that occur in several events are written once. */
export class EventWriter {
  readonly strings: string[] = [];

  write({ index, commitment, person }: BundleEvent): CborValue {
    const { shown, record } = commitment;
    return [
      ...[index, Date.parse(shown.at), this.#text(shown.operation), this.#text(shown.reference)],
      ...[this.#text(shown.event), this.#text(shown.agency), this.#change(shown.change), shown.restored === true],
      person ? this.#person(person) : (commitment.person ?? null),
      record,
    ];
  }

  #text(text: string | undefined | null): CborValue {
    if (text === undefined || text === null) return null;
    const known = this.strings.indexOf(text);
    return known >= 0 ? known : this.strings.push(text) - 1;
  }

  #change(change: LeafChange | undefined): CborValue {
    if (change === undefined) return null;
    const { status, urgency, recipient, erased } = change;
    const moves = [status, urgency, recipient].map((codes) => codes?.map((code) => this.#text(code)) ?? null);
    if (erased === undefined) return moves;
    const { ground, keys, texts, digests, references } = erased;
    return [...moves, [this.#text(ground), keys, texts, digests, references]];
  }

  #person({ salt, fields }: NonNullable<BundleEvent['person']>): CborValue {
    const { person, roles, via } = fields;
    const origin = via && [this.#text(via.channel), this.#text(via.session), this.#text(via.address)];
    return [salt, this.#text(person), roles.map((role) => this.#text(role)), origin ?? null];
  }
}

/** Reads what `EventWriter` wrote. */
export class EventReader {
  readonly #strings: readonly string[];
  readonly #referral: string;

  constructor(strings: readonly string[], referral: string) {
    this.#strings = strings;
    this.#referral = referral;
  }

  /** Undefined if the value has another form. */
  read(value: CborValue): BundleEvent | undefined {
    if (!Array.isArray(value) || value.length !== 10) return undefined;
    const [index, at, operation, reference, event, agency, change, restored, person, record]: CborValue[] = value;
    if (typeof index !== 'number' || typeof at !== 'number' || !(record instanceof Uint8Array)) return undefined;
    if (record.length !== HASH_LENGTH) return undefined;
    const texts = { reference: this.#text(reference), event: this.#text(event), agency: this.#text(agency) };
    const codes = this.#change(change);
    const shown: ShownFields = {
      ...{ at: new Date(at).toISOString(), operation: this.#text(operation) ?? '', referral: this.#referral },
      ...(texts.reference !== undefined && { reference: texts.reference }),
      ...(texts.event !== undefined && { event: texts.event }),
      ...(texts.agency !== undefined && { agency: texts.agency }),
      ...(codes && { change: codes }),
      ...(restored === true && { restored }),
    };
    if (person === null) return { index, commitment: { shown, record } };
    if (person instanceof Uint8Array) return { index, commitment: { shown, person, record } };
    const opened = this.#person(person);
    if (opened === undefined) return undefined;
    return { index, commitment: { shown, person: hiddenDigest(opened.salt, opened.fields), record }, person: opened };
  }

  #text(value: CborValue | undefined): string | undefined {
    return typeof value === 'number' ? this.#known(value) : undefined;
  }

  #known(index: number): string {
    const text = this.#strings[index];
    if (text === undefined) throw new RangeError('The file has no such text.');
    return text;
  }

  #change(value: CborValue | undefined): LeafChange | undefined {
    if (!Array.isArray(value)) return undefined;
    const [, , , erasure]: CborValue[] = value;
    const erased = this.#erased(erasure);
    const [status, urgency, recipient] = value
      .slice(0, 3)
      .map((codes: CborValue) =>
        Array.isArray(codes) ? codes.map((code: CborValue) => this.#text(code) ?? null) : undefined,
      );
    const [recipientId, ...moved] = recipient ?? [];
    const pairs = { status: pairOf(status), urgency: pairOf(urgency), recipient: pairOf(moved) };
    return {
      ...(pairs.status && { status: pairs.status }),
      ...(pairs.urgency && { urgency: pairs.urgency }),
      ...(pairs.recipient && recipientId && { recipient: [recipientId, ...pairs.recipient] }),
      ...(erased && { erased }),
    };
  }

  #erased(value: CborValue | undefined): LeafChange['erased'] {
    if (!Array.isArray(value)) return undefined;
    const [code, keys, texts, digests, references]: CborValue[] = value;
    const ground = ERASURE_GROUNDS.find((each) => each === this.#text(code));
    if (ground === undefined || typeof keys !== 'number' || typeof texts !== 'number') return undefined;
    if (typeof digests !== 'number' || typeof references !== 'number') return undefined;
    return { ground, keys, texts, digests, references };
  }

  #person(value: CborValue | undefined): BundleEvent['person'] | undefined {
    if (!Array.isArray(value)) return undefined;
    const [salt, person, roles, via]: CborValue[] = value;
    const name = this.#text(person);
    if (!(salt instanceof Uint8Array) || salt.length !== SALT_LENGTH || name === undefined || !Array.isArray(roles)) {
      return undefined;
    }
    const [channel, session, address] = Array.isArray(via) ? via.map((each: CborValue) => this.#text(each)) : [];
    const origin = originOf(channel, session, address);
    return {
      salt,
      fields: {
        person: name,
        roles: roles.map((role: CborValue) => this.#text(role) ?? ''),
        ...(origin && { via: origin }),
      },
    };
  }
}

function pairOf(codes: (string | null)[] | undefined): [string | null, string] | undefined {
  const [before = null, after] = codes ?? [];
  return typeof after === 'string' ? [before, after] : undefined;
}

function originOf(channel?: string, session?: string, address?: string): RequestOrigin | undefined {
  if (channel !== 'page' && channel !== 'api' && channel !== 'command') return undefined;
  const known = address === 'loopback' || address === 'private' || address === 'public' ? address : undefined;
  return { channel, ...(session !== undefined && { session }), ...(known && { address: known }) };
}
