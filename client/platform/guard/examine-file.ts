/** What the guard would do with a file, whatever its kind. Nothing of the content is stored or repeated. */

import { ReferralError } from '../../../domain/errors.ts';
import { everyNode, toNode, withShownNames } from '../../../domain/exchange/cybertipline/node.ts';
import { readCyberTipline } from '../../../domain/exchange/cybertipline/read-report.ts';
import { rootType } from '../../../domain/exchange/cybertipline/validate.ts';
import { decodeReport } from '../../../domain/exchange/detect-format.ts';
import { parseJsonFile } from '../../../domain/exchange/json.ts';
import { isLeftOut } from '../../../domain/exchange/loss-report.ts';
import { readXml, XML_LIMITS } from '../../../domain/exchange/xml.ts';
import { NO_COSTS, shareOf, type TextCosts } from '../../../domain/guard/budget.ts';
import { fileIn } from '../../../domain/guard/containers.ts';
import type { GuardFinding } from '../../../domain/guard/examine.ts';
import type { GuardPolicy } from '../../../domain/guard/policy.ts';
import { utf8Length } from '../../../domain/guard/tokens.ts';
import { examineMaterial } from '../../../domain/material-guard.ts';

export interface FileExamination {
  /** How the file was read: all values of JSON together, a report (XML), one text, or not at all. */
  form: 'referral' | 'report' | 'text' | 'binary';
  /** The file begins like JSON or XML, but is no referral or report: a submission of it is refused. */
  unreadableAs?: 'referral' | 'report';
  /** The worst outcome. A file without findings, or with counted text only, is accepted whole. */
  verdict: 'accepted' | 'left-out' | 'refused';
  /** The size of the file. */
  bytes: number;
  counted: TextCosts;
  /** What one agency may send in a new referral. */
  limits: TextCosts;
  /** What is refused comes first, then what is left out, then what is counted; the largest first. */
  findings: GuardFinding[];
  /** Findings beyond the first thousand. */
  omitted: number;
}

const MOST_FINDINGS = 1_000;

type Read = Pick<FileExamination, 'form' | 'unreadableAs' | 'findings'> & { counted?: TextCosts };

export function examineFile(file: Uint8Array, policy: GuardPolicy): FileExamination {
  const limits = shareOf(policy, 'sender');
  const { form, unreadableAs, findings, counted = NO_COSTS } = readFile(file, limits);
  const sorted = findings.toSorted(
    (one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome) || other.bytes - one.bytes,
  );
  const [worst] = sorted;
  const verdict = worst === undefined || worst.outcome === 'counted' ? 'accepted' : worst.outcome;
  const omitted = Math.max(0, sorted.length - MOST_FINDINGS);
  return {
    ...{ form, ...(unreadableAs && { unreadableAs }), verdict, bytes: file.length, counted, limits },
    ...{ findings: sorted.slice(0, MOST_FINDINGS), omitted },
  };
}

const ORDER: readonly GuardFinding['outcome'][] = ['refused', 'left-out', 'counted'];

function readFile(file: Uint8Array, limits: TextCosts): Read {
  const refused = (reason: string): Read => {
    const format = reason === 'looks-like-file' ? fileIn(file.subarray(0, HEADER_BYTES)) : null;
    const finding = { path: 'file', outcome: 'refused' as const, reason, bytes: file.length };
    return { form: 'binary', findings: [{ ...finding, ...(format && { format }) }] };
  };
  const decoded = decode(file);
  if ('refused' in decoded) return refused(decoded.refused);
  if (file.length > XML_LIMITS.bytes) return refused('too-large');
  const { text } = decoded;
  const expected = /^\s*</.test(text) ? 'report' : /^\s*[{[]/.test(text) ? 'referral' : undefined;
  const read = expected && (expected === 'report' ? readReport : readReferral)(text, limits);
  return read ?? { form: 'text', ...(expected && { unreadableAs: expected }), ...examineMaterial({ text }, limits) };
}

/** Files are recognised by their first bytes. */
const HEADER_BYTES = 4_096;

function readReport(xml: string, limits: TextCosts): Read | undefined {
  const report = attempt(() => readCyberTipline(xml, { limits }));
  if (report === undefined) return undefined;
  const { value } = report;
  const bytes = bytesByPath(xml);
  const leftOut = value.loss.filter(isLeftOut).map(
    ({ path, line, reason }): GuardFinding => ({
      path,
      line,
      outcome: 'left-out',
      reason,
      bytes: bytes.get(path) ?? 0,
    }),
  );
  const { findings, counted } = examineMaterial(value.submission, limits);
  return { form: 'report', findings: [...leftOut, ...findings], counted };
}

/** The size of each element and attribute of a valid report. */
function bytesByPath(xml: string): Map<string, number> {
  const root = readXml(xml);
  const type = rootType(root);
  const nodes = type ? everyNode(withShownNames(toNode(root, type, root.name))) : [];
  return new Map(
    nodes.flatMap((node) => [node, ...node.attributes]).map(({ path, value }) => [path, utf8Length(value)]),
  );
}

function readReferral(json: string, limits: TextCosts): Read | undefined {
  const read = attempt(() => parseJsonFile(json));
  return read && { form: 'referral', ...examineMaterial(read.value, limits) };
}

function decode(file: Uint8Array): { text: string } | { refused: string } {
  try {
    return { text: decodeReport(file) };
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    return { refused: error.code === 'MATERIAL_REFUSED' ? 'looks-like-file' : 'not-utf-8' };
  }
}

/** Undefined if it is refused. */
function attempt<T>(read: () => T): { value: T } | undefined {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ReferralError) return undefined;
    throw error;
  }
}
