import { cleanLine } from '../base/foreign-text.js';
import { inertJson } from './inert-json.js';
import type { Check } from '../check/check.js';

/** The output `checks`, as docs/outputs.md describes it. */
export function checksOutput(checks: readonly Check[]): string {
  return inertJson({
    version: 1,
    checks: checks.map(({ name, state, finding, cure, code }) => ({
      name,
      state,
      finding: cleanLine(finding, 1500),
      cure: cure === undefined ? null : cleanLine(cure, 1500),
      code: code ?? null,
    })),
  });
}
