// The package's own typings import its TypeScript sources, which this project's compiler options refuse.
export class Template {
  constructor(payload: unknown);
  expand(context: { $root: unknown; $host?: unknown }): Record<string, unknown>;
}
