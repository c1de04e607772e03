/** What must not be rebuilt, since the audit log is not whole: a rebuild would cover up who changed what. */

import { MOST_OF_A_KIND } from '../log/log-difference.ts';
import type { Finding, Inconsistency } from './finding.ts';

/** What a comparison of the log forbids. */
export interface RebuildLimits {
  /** The fault because of which nothing can be trusted, and its place; undefined if there is none. */
  logFault: string | undefined;
  /** Referrals with a leaf that was changed or inserted. */
  contradicted: ReadonlySet<string>;
}

/** The referral of a deleted leaf is unknown. Under a changed tree, every leaf may be another one. */
const OF_THE_WHOLE_LOG: readonly Inconsistency[] = [
  'leaf-deleted',
  'node-changed',
  'checkpoint-changed',
  'log-forked',
  'log-rolled-back',
];
const OF_A_REFERRAL: readonly Inconsistency[] = ['leaf-changed', 'leaf-not-in-log', 'leaf-backdated'];

/** A comparison lists only so many of a kind, so that further referrals would be missing. A wrong clock dates many leaves. */
const UNLISTED: readonly Inconsistency[] = ['leaf-changed', 'leaf-not-in-log'];

/** @param found what a comparison of the log, or a check of everything, has found */
export function rebuildLimits(
  found: readonly { fault: Inconsistency; referralId?: string | undefined; detail: string }[],
): RebuildLimits {
  const isListed = (kind: Inconsistency) => found.filter(({ fault }) => fault === kind).length < MOST_OF_A_KIND;
  const incomplete = UNLISTED.filter((kind) => !isListed(kind));
  const ofLog = found.find(({ fault }) => OF_THE_WHOLE_LOG.includes(fault) || incomplete.includes(fault));
  const ofReferrals = found.filter(({ fault, referralId }) => referralId && OF_A_REFERRAL.includes(fault));
  return {
    logFault: ofLog && `${ofLog.fault}, ${ofLog.detail}`,
    contradicted: new Set(ofReferrals.flatMap(({ referralId }) => (referralId ? [referralId] : []))),
  };
}

/** Whether the referral may be rebuilt; an empty id means the data that is derived from all referrals. */
export function mayRebuild({ logFault, contradicted }: RebuildLimits, referralId: string): boolean {
  return logFault === undefined && !contradicted.has(referralId);
}

/** The findings, without the advice to rebuild what must not be rebuilt. */
export function withinLimits(findings: readonly Finding[]): Finding[] {
  const limits = rebuildLimits(findings);
  return findings.map((each) =>
    each.remedy === 'liaise rebuild' && !mayRebuild(limits, each.referralId)
      ? { ...each, remedy: 'investigate' }
      : each,
  );
}
