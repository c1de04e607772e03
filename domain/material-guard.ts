/** Refuses what could carry abuse material: a file in any usual encoding, and more opaque text than a referral may hold. */

import { ReferralError } from './errors.ts';
import { type Assessment, assessLeaves, type TextLeaf } from './guard/assess.ts';
import { type FieldCosts, NO_COSTS, shareOf, type TextCosts } from './guard/budget.ts';
import { fileIn } from './guard/containers.ts';
import { type Examination, examineTexts, type GuardFinding } from './guard/examine.ts';
import { hashValue } from './guard/hash-value.ts';
import { hasControls, isDamaged, type LeftOut, leaveOut } from './guard/leave-out.ts';
import { defaultGuardPolicy, type GuardPolicy } from './guard/policy.ts';
import { utf8Length } from './guard/tokens.ts';
import { HASH_ALGORITHMS } from './vocabulary.ts';

/**
 * The bounds of one document. `text`: characters of one text. `document`: bytes of all texts in UTF-8. `depth`: levels of
 * nesting.
 */
export const GUARD_LIMITS = { text: 20_000, document: 1024 * 1024, depth: 32 } as const;

/**
 * Checks plain data (as JSON gives it). The guard searches all texts, alone and joined, for files in any usual encoding. It
 * counts the bytes that no language explains. See "The material guard" in SECURITY.md for what the policy promises.
 *
 * @returns what the texts count towards the budget of their referral, which `refuseOverBudget` decides.
 * @throws ReferralError MATERIAL_REFUSED, with the field (`materials.2.value`) and the reason. It never repeats the content.
 */
export function guardMaterial(value: unknown, policy = defaultGuardPolicy): FieldCosts {
  const document: Document = { leaves: [], bytes: 0 };
  collect(value, '', document, 0);
  for (const { path, text } of document.leaves) refuseControls(path, text);
  return refuseAssessed(assessLeaves(document.leaves), policy);
}

/** Checks one text as `guardMaterial` does. `field` is the name in errors and costs. */
export function guardText(text: string, field: string, policy = defaultGuardPolicy): FieldCosts {
  refuseLong(text, field);
  refuseControls(field, text);
  return refuseAssessed(assessLeaves([{ path: field, text }]), policy);
}

/**
 * The texts that an imported document must leave out, so that `guardMaterial` accepts the rest: by field
 * (`particulars.3.value`), with the reason. Texts with a file are left out first, then those that cost most. By default the
 * rest is within the share of an agency that submits a referral, and has at most `size` bytes.
 *
 * @throws ReferralError MATERIAL_REFUSED if the document is not plain data, or is nested too deep.
 */
export function textsToLeaveOut(
  value: unknown,
  limits = shareOf(defaultGuardPolicy, 'sender'),
  size: number = GUARD_LIMITS.document,
): LeftOut {
  const document: Document = { leaves: [], bytes: 0, isImport: true };
  collect(value, '', document, 0);
  const inTexts = document.leaves.reduce((sum, leaf) => sum + 1 + utf8Length(leaf.text), 0);
  return leaveOut(document.leaves, { ...limits, text: GUARD_LIMITS.text, document: size - (document.bytes - inTexts) });
}

/** What the guard would refuse and count in plain data. `limits` is how much may be counted. */
export function examineMaterial(value: unknown, limits: TextCosts): Examination {
  const document: Document = { leaves: [], bytes: 0, isImport: true };
  if (isRefused(() => collect(value, '', document, 0))) {
    return { findings: [{ path: '', outcome: 'refused', reason: 'too-deep', bytes: 0 }], counted: NO_COSTS };
  }
  const size: GuardFinding[] =
    document.bytes > GUARD_LIMITS.document
      ? [{ path: '', outcome: 'refused', reason: 'too-large', bytes: document.bytes }]
      : [];
  const unreadable = document.leaves.flatMap(({ path, text }): GuardFinding[] => {
    const bytes = utf8Length(text);
    return [
      ...(text.length > GUARD_LIMITS.text ? [{ path, outcome: 'refused' as const, reason: 'too-long', bytes }] : []),
      ...(hasControls(text) || isDamaged(text)
        ? [{ path, outcome: 'refused' as const, reason: 'control-characters', bytes }]
        : []),
    ];
  });
  const { findings, counted } = examineTexts(document.leaves, limits);
  return { findings: [...size, ...unreadable, ...findings], counted };
}

function isRefused(check: () => void): boolean {
  try {
    check();
    return false;
  } catch (error) {
    if (error instanceof ReferralError) return true;
    throw error;
  }
}

/** Checks a file before it is parsed. Text has no zero bytes, and does not begin like a file of another kind. */
export function guardFile(bytes: Uint8Array): void {
  const kind = fileIn(bytes.subarray(0, FILE_HEADER_BYTES)) ?? (bytes.includes(0) ? 'binary data' : null);
  if (kind) refuse('file', `it looks like ${kind}`);
}

const FILE_HEADER_BYTES = 4_096;

interface Document {
  /** In reading order. */
  leaves: TextLeaf[];
  bytes: number;
  /** Texts that are too long are not refused here. */
  isImport?: boolean;
}

function collect(value: unknown, field: string, document: Document, depth: number): void {
  if (depth > GUARD_LIMITS.depth) refuse(field, `it is nested more than ${GUARD_LIMITS.depth} levels deep`);
  if (typeof value === 'string') {
    if (!document.isImport) refuseLong(value, field);
    add({ path: field, text: value }, document);
  } else if (Array.isArray(value)) collectList(value, field, document, depth);
  else if (typeof value === 'object' && value !== null) collectObject(value, field, document, depth);
  else if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    refuse(field, 'it is not plain data');
  } else count(' ', field, document);
}

/** Numbers of a list are read together, since they may be bytes. */
function collectList(list: readonly unknown[], field: string, document: Document, depth: number): void {
  const numbers = list.filter((item) => typeof item === 'number');
  if (numbers.length > 0) add({ path: field, text: numbers.join(' ') }, document);
  for (const [index, item] of list.entries()) {
    if (typeof item !== 'number') collect(item, within(field, String(index)), document, depth + 1);
  }
}

function collectObject(object: object, field: string, document: Document, depth: number): void {
  if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) refuse(field, 'it looks like binary data');
  for (const [key, item] of Object.entries(object)) {
    const inside = within(field, shownKey(key));
    // Names of fields are ours, or could carry something.
    if (inside.endsWith('*')) add({ path: inside, text: key }, document);
    else count(key, field, document);
    const hash = key === 'value' && typeof item === 'string' ? hashOf(object, item) : null;
    if (hash !== null) add({ path: inside, text: hash, isHash: true }, document);
    else collect(item, inside, document, depth + 1);
  }
}

/** The value in its stored form, in which the bytes of several values can be joined. Null if it is no hash value. */
function hashOf(reference: object, value: string): string | null {
  const algorithm = 'algorithm' in reference && HASH_ALGORITHMS.find((known) => known === reference.algorithm);
  return algorithm ? hashValue(algorithm, value) : null;
}

function add(leaf: TextLeaf, document: Document): void {
  count(leaf.text, leaf.path, document);
  document.leaves.push(leaf);
}

function count(text: string, field: string, document: Document): void {
  document.bytes += 1 + utf8Length(text);
  if (document.bytes > GUARD_LIMITS.document && !document.isImport)
    refuse(field, 'all texts together are larger than 1 MiB');
}

function refuseAssessed(assessment: Assessment, policy: GuardPolicy): FieldCosts {
  const { files, costs, opaque, identifier: identifiers, hashes } = assessment;
  const [file] = files;
  if (file) refuse(file.path, `it looks like ${file.kind}`);
  const largest = (kind: 'opaque' | 'identifier') =>
    costs.toSorted((one, other) => other[kind] - one[kind])[0]?.path ?? '';
  const fields = { opaque: largest('opaque'), identifiers: largest('identifier') };
  if (opaque > policy.opaque) {
    refuse(fields.opaque, `it has encoded text; a referral may have ${policy.opaque} bytes of it`);
  }
  if (identifiers > policy.identifiers) {
    refuse(fields.identifiers, `a referral may have ${policy.identifiers} bytes of identifiers`);
  }
  return { opaque, identifiers, hashes, fields };
}

function refuseLong(text: string, field: string): void {
  if (text.length > GUARD_LIMITS.text) refuse(field, `it is longer than ${GUARD_LIMITS.text} characters`);
}

function refuseControls(field: string, text: string): void {
  if (hasControls(text)) refuse(field, 'it has control characters');
  if (isDamaged(text)) refuse(field, 'it has unreadable characters');
}

function within(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}

/** Names of fields that are not of our form are not repeated. */
function shownKey(key: string): string {
  return /^[A-Za-z_][\w-]{0,39}$/.test(key) ? key : '*';
}

/** Fields that have another name for a reader. */
const NAMES: Readonly<Record<string, string>> = { '': 'The document', file: 'The file' };

function refuse(field: string, reason: string): never {
  throw new ReferralError(
    'MATERIAL_REFUSED',
    `${NAMES[field] ?? field} was refused: ${reason}. Liaise holds no files: describe it in short words, or give its hash value.`,
    field,
  );
}
