/** Parses PromQL with the grammar of Prometheus, and lists the metrics and labels of an expression. */

import { parser } from '@prometheus-io/lezer-promql';

interface PromqlNames {
  /** Names of the metrics. */
  metrics: string[];
  /** Names of the labels that are matched or grouped by. */
  labels: string[];
  /** Each matcher with an equal sign, as `metric label="value"`. */
  equal: string[];
}

/** @throws Error if the expression is not valid PromQL. */
export function readPromql(expression: string): PromqlNames {
  const found: PromqlNames = { metrics: [], labels: [], equal: [] };
  parser.parse(expression).iterate({
    enter: ({ name, from, to, type }) => {
      const text = expression.slice(from, to);
      if (type.isError) throw new Error(`Not an expression, at ${from}: ${expression}`);
      if (name === 'Identifier') found.metrics.push(text);
      if (name === 'LabelName') found.labels.push(text);
      if (name === 'UnquotedLabelMatcher' && /^\w+="/.test(text)) found.equal.push(`${found.metrics.at(-1)} ${text}`);
    },
  });
  return found;
}
