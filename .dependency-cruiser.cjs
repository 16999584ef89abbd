/** The layers of docs/architecture.md, kept by `npm test`. */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-imports-app", severity: "error", from: { pathNot: "^app/" }, to: { path: "^app/" } },
    {
      name: "components-draw",
      comment: "components know shapes, statuses, types, texts and errors; no database, no rules, no framework session",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/",
        pathNot: [
          "^lib/i18n/",
          "^lib/geo/(coordinates|fold)\\.ts$",
          "^lib/(errors|forms)\\.ts$",
          "^lib/[^/]+/(schema|status|types|sizes|tiles|match|answers|[a-z-]*actions)\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-files",
      comment: "status, policy and schema import no framework and no database",
      severity: "error",
      from: { path: "^lib/[^/]+/(status|policy|schema)\\.ts$" },
      to: {
        path: ["^lib/db/", "^node_modules/(next|react|@prisma|next-auth|server-only)(/|$)"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "status-alone",
      severity: "error",
      from: { path: "^lib/reports/status\\.ts$" },
      to: { path: ".+" },
    },
    {
      name: "lib-is-no-page",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^components/" },
    },
    {
      name: "low-stays-low",
      comment: "the ground floor knows nothing of the subjects above it",
      severity: "error",
      from: { path: "^lib/(db|i18n|geo|errors|config)" },
      to: { path: "^lib/(reports|pledges|accounts|notifications|photos|map|municipalities|jobs)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["lib/db/generated", "^\\.next"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
