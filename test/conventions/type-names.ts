/** Finds types of the same name. */

export interface SourceFile {
  path: string;
  source: string;
}

/** Names of types that more than one file defines and exports, with the files. */
export function duplicates(files: readonly SourceFile[]): string[] {
  const definitions = files.flatMap(({ path, source }) =>
    [...source.matchAll(/^export (?:interface|type|(?:abstract )?class|enum) (\w+)/gm)].map(([, name = '']) => ({
      name,
      path,
    })),
  );
  return [...Map.groupBy(definitions, ({ name }) => name)]
    .filter(([, found]) => found.length > 1)
    .map(([name, found]) => `${name}: ${found.map(({ path }) => path).join(', ')}`);
}
