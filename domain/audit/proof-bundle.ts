/** The file of a proof bundle: events of one referral, the hashes that prove them, and the signed checkpoint. */

import { bigEndian, bytesOf, concat, fromBigEndian, isEqual, textOf } from './bytes.ts';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';
import { crc8, crc32 } from './checksums.ts';
import { HASH_LENGTH, type Hash } from './merkle-tree.ts';
import { type BundleEvent, EventReader, EventWriter } from './proof-event.ts';

/** What a bundle holds. */
export interface ProofBundle {
  referral: string;
  /** The agency that the bundle was made for, and when. Neither is proved. */
  madeFor: string;
  madeAt: string;
  /** In the order of the log. */
  events: BundleEvent[];
  /** The hashes of `multiProof`. */
  hashes: Hash[];
  /** The signed note, with the signatures of witnesses. */
  checkpoint: string;
}

/** A part of the file that is damaged: which one, and at which byte it begins. */
export interface BundleFault {
  place: BundlePlace;
  /** From 1, of an event or a hash. */
  number?: number;
  /** Offset of the part in the file. */
  byte: number;
}

/** The parts of the file. `end` means bytes after the last part, and `start` the first bytes. */
export type BundlePlace = 'start' | 'header' | 'event' | 'hash' | 'hashes' | 'checkpoint' | 'end';

const MAGIC = bytesOf('liaise-proof/1\n');
/** Length and CRC-32 of a part. */
const FRAME = 8;

/** The bytes of the file. */
export function formatBundle({ referral, madeFor, madeAt, events, hashes, checkpoint }: ProofBundle): Uint8Array {
  const writer = new EventWriter();
  const written = events.map((event) => writer.write(event));
  const header = [referral, madeFor, madeAt, writer.strings, events.length, hashes.length];
  return concat(
    MAGIC,
    framed(encodeCbor(header)),
    ...written.map((event) => framed(encodeCbor(event))),
    // One byte for each hash, so that a changed hash can be named.
    framed(Uint8Array.from(hashes, crc8)),
    ...hashes,
    framed(bytesOf(checkpoint)),
  );
}

function framed(body: Uint8Array): Uint8Array {
  return concat(bigEndian(body.length, 4), bigEndian(crc32(body), 4), body);
}

/** Reads a file. Every part that differs from its checksum is named; a bundle is returned only if there is none. */
export function parseBundle(file: Uint8Array): { bundle?: ProofBundle; faults: BundleFault[] } {
  const reader = new FileReader(file);
  try {
    const bundle = readBundle(reader);
    return reader.faults.length === 0 && bundle ? { bundle, faults: [] } : { faults: reader.faults };
  } catch (error) {
    if (error instanceof Unreadable) return { faults: reader.faults };
    throw error;
  }
}

function readBundle(reader: FileReader): ProofBundle | undefined {
  reader.magic();
  const header = reader.part('header', undefined, readHeader);
  if (header === undefined) return undefined;
  const { strings, eventCount, hashCount, ...about } = header;
  const eventReader = new EventReader(strings, about.referral);
  const events: BundleEvent[] = [];
  for (let number = 1; number <= eventCount; number += 1) {
    const event = reader.part('event', number, (body) => eventReader.read(decodeCbor(body)));
    if (event) events.push(event);
  }
  const hashes = reader.hashes(hashCount);
  const checkpoint = reader.part('checkpoint', undefined, textOf);
  reader.end();
  return checkpoint === undefined ? undefined : { ...about, events, hashes, checkpoint };
}

interface Header extends Pick<ProofBundle, 'referral' | 'madeFor' | 'madeAt'> {
  strings: string[];
  eventCount: number;
  hashCount: number;
}

function readHeader(body: Uint8Array): Header | undefined {
  const value = decodeCbor(body);
  const [referral, madeFor, madeAt, strings, eventCount, hashCount, more] = Array.isArray(value) ? value : [];
  if (typeof referral !== 'string' || typeof madeFor !== 'string' || typeof madeAt !== 'string') return undefined;
  if (!isTexts(strings) || typeof eventCount !== 'number' || typeof hashCount !== 'number') return undefined;
  return more === undefined ? { referral, madeFor, madeAt, strings, eventCount, hashCount } : undefined;
}

function isTexts(value: CborValue | undefined): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** The rest of the file cannot be read, because a length is wrong. */
class Unreadable extends Error {}

class FileReader {
  readonly faults: BundleFault[] = [];
  readonly #file: Uint8Array;
  #offset = 0;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  magic(): void {
    const isOurs = isEqual(this.#file.slice(0, MAGIC.length), MAGIC);
    if (!isOurs) this.#stop('start');
    this.#offset = MAGIC.length;
  }

  part<T>(place: BundlePlace, number: number | undefined, read: (body: Uint8Array) => T | undefined): T | undefined {
    const byte = this.#offset;
    const length = fromBigEndian(this.#file.slice(byte, byte + 4));
    const end = byte + FRAME + length;
    if (byte + FRAME > this.#file.length || end > this.#file.length) return this.#stop(place, number);
    const body = this.#file.slice(byte + FRAME, end);
    // A wrong length moves all parts after it.
    const isWhole = crc32(body) === fromBigEndian(this.#file.slice(byte + 4, byte + FRAME));
    const value = isWhole ? partOf(body, read) : undefined;
    if (value === undefined && (place === 'header' || !this.#isPart(end))) return this.#stop(place, number);
    if (value === undefined) this.faults.push(faultOf(place, number, byte));
    this.#offset = end;
    return value;
  }

  hashes(count: number): Hash[] {
    const byte = this.#offset;
    const checks = this.part('hashes', undefined, (body) => (body.length === count ? body : undefined));
    const start = this.#offset;
    if (checks === undefined || start + count * HASH_LENGTH > this.#file.length)
      return this.#stop('hashes', undefined, byte);
    this.#offset += count * HASH_LENGTH;
    return Array.from(checks, (check, index) => {
      const at = start + index * HASH_LENGTH;
      const hash = this.#file.slice(at, at + HASH_LENGTH);
      if (crc8(hash) !== check) this.faults.push(faultOf('hash', index + 1, at));
      return hash;
    });
  }

  end(): void {
    if (this.#offset !== this.#file.length) this.faults.push(faultOf('end', undefined, this.#offset));
  }

  /** Whether a part with a right checksum begins here, or the hashes, or nothing. */
  #isPart(byte: number): boolean {
    const length = fromBigEndian(this.#file.slice(byte, byte + 4));
    const body = this.#file.slice(byte + FRAME, byte + FRAME + length);
    return byte === this.#file.length || crc32(body) === fromBigEndian(this.#file.slice(byte + 4, byte + FRAME));
  }

  #stop(place: BundlePlace, number?: number, byte = this.#offset): never {
    this.faults.push(faultOf(place, number, byte));
    throw new Unreadable();
  }
}

function partOf<T>(body: Uint8Array, read: (body: Uint8Array) => T | undefined): T | undefined {
  try {
    return read(body);
  } catch {
    return undefined;
  }
}

function faultOf(place: BundlePlace, number: number | undefined, byte: number): BundleFault {
  return { place, ...(number !== undefined && { number }), byte };
}
