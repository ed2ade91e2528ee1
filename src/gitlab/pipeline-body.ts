import type { PipelineCreation, CorrelationMark } from '../model/addresses.js';

/**
 * The trigger endpoint accepts several formats. With JSON, a server under maintenance sends its real answer
 * instead of a redirect.
 */
export function triggerBody(
  { ref, variables, inputs }: PipelineCreation,
  { token, mark }: { readonly token: string; readonly mark: CorrelationMark | undefined },
): string {
  return JSON.stringify({
    token,
    ref,
    ...(isEmpty(variables) ? {} : { variables }),
    ...(isEmpty(inputs) ? {} : { inputs }),
    ...(mark === undefined ? {} : { gitlab_trigger: mark }),
  });
}

/** This endpoint takes variables as a list, the trigger endpoint as a map. */
export function creationBody({ ref, variables, inputs }: PipelineCreation): string {
  const list = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return JSON.stringify({
    ref,
    ...(list.length === 0 ? {} : { variables: list }),
    ...(isEmpty(inputs) ? {} : { inputs }),
  });
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length === 0;
}
