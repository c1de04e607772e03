// What workflows reach at run time: types erased, indirect imports included. zod alone in the bundle doubles the
// cost of waking a workflow, a Node module breaks its determinism, and translations are read by nobody there.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'bundle-reaches-no-library',
      comment: 'Take the import out of the domain module, or do not import that module in a workflow.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        reachable: true,
        pathNot: ['^(domain|workflows)/', '(^|/)node_modules/@temporalio/(workflow|common)/'],
      },
    },
    {
      name: 'bundle-reaches-no-translation',
      comment: 'Workflows know codes only; translate where a text is shown or sent.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { reachable: true, path: '^domain/words/' },
    },
  ],
  options: {
    ...require('./.dependency-cruiser.cjs').options,
    tsPreCompilationDeps: false,
  },
};
