import { InputError } from '../../base/errors.js';
import { type CallerContext, identifiesCaller } from '../../model/caller-context.js';
import type { InputSource } from '../../model/requests.js';
import { isBlank } from '../table.js';

/** The inputs of a request that need something of the host. */
interface HostRequest {
  readonly supersede?: boolean | undefined;
  readonly forwardContext?: boolean | undefined;
  readonly report: { readonly summary: boolean };
}

/** What the host offers. */
interface HostOffer {
  readonly inputs: InputSource;
  readonly context: () => CallerContext;
  readonly summary: { readonly hasPlace?: boolean | undefined };
}

/**
 * A warning for each input that was given and does nothing on this host. Feedback and `on_rerun` report that
 * themselves; results without a place are refused.
 */
export function unservedInputs(
  { supersede, forwardContext, report }: HostRequest,
  { inputs, context, summary }: HostOffer,
): readonly string[] {
  const caller = context();
  const { ci, ...known } = caller;
  const warnings: string[] = [];
  if (supersede === true && !identifiesCaller(caller)) {
    const { what, why, hint } = unidentified(caller);
    warnings.push(`${what}: ${why} ${hint}`);
  }
  if (forwardContext === true && Object.values(known).every((value) => value === undefined)) {
    warnings.push(
      `forward_context: ${ci} tells nothing about its run, so that the pipeline gets only UPSTREAM_CI. Give what it needs as variables.`,
    );
  }
  // `summary` is true by default: a user who did not set it needs no warning.
  if (report.summary && summary.hasPlace === false && !isBlank(inputs.read('summary'))) {
    warnings.push(
      `summary: ${ci} shows no reports, so that nobody sees this one. The command writes it to the path in --summary-file.`,
    );
  }
  return warnings;
}

/**
 * Checks that the older pipelines of this caller can be told from those of others.
 * @throws {InputError} when none could ever be superseded.
 */
export function checkCaller(caller: CallerContext): void {
  if (identifiesCaller(caller)) return;
  const { what, why, hint } = unidentified(caller);
  throw new InputError({ code: 'invalid_input', what: `${what}, so nothing was started`, why, hint });
}

function unidentified({ ci, repository, workflow }: CallerContext): {
  readonly what: string;
  readonly why: string;
  readonly hint: string;
} {
  const missing = [
    ...(repository === undefined ? ['repository'] : []),
    ...(workflow === undefined ? ['workflow'] : []),
  ];
  return {
    what: 'supersede: the older pipelines of this caller cannot be recognized',
    why: `They carry the repository and the workflow of the run that started them, and ${ci} does not tell the ${missing.join(' and the ')}.`,
    hint: 'Set supersede to false; an older pipeline is ended by the command cancel with its pipeline_id.',
  };
}
