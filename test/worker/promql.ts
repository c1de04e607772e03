/** What an expression of Prometheus's language asks for, read by Prometheus's own grammar. */

import { parser } from '@prometheus-io/lezer-promql';

interface Asked {
  /** Metrics by name. */
  metrics: string[];
  /** Labels that are matched or grouped by. */
  labels: string[];
  /** Series that are asked for by an equal sign, as `metric label="value"`. */
  equal: string[];
}

/** @throws where the expression is none. */
export function readPromql(expression: string): Asked {
  const asked: Asked = { metrics: [], labels: [], equal: [] };
  parser.parse(expression).iterate({
    enter: ({ name, from, to, type }) => {
      const text = expression.slice(from, to);
      if (type.isError) throw new Error(`Not an expression, at ${from}: ${expression}`);
      if (name === 'Identifier') asked.metrics.push(text);
      if (name === 'LabelName') asked.labels.push(text);
      if (name === 'UnquotedLabelMatcher' && /^\w+="/.test(text)) asked.equal.push(`${asked.metrics.at(-1)} ${text}`);
    },
  });
  return asked;
}
