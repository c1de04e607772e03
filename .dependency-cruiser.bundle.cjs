// Checks what workflows import at run time, directly or indirectly, without types. In the bundle, zod alone doubles the
// cost of replaying a workflow. A Node module breaks its determinism. Workflows need no translations.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'bundle-reaches-no-library',
      comment: 'Remove the import from the domain module, or do not import that module in a workflow.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        reachable: true,
        pathNot: ['^(domain|workflows)/', '(^|/)node_modules/@temporalio/(workflow|common)/'],
      },
    },
    {
      name: 'bundle-reaches-no-translation',
      comment: 'Workflows use codes only. Translate a text where it is shown or sent.',
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
