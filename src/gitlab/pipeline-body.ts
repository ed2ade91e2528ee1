import type { PipelineCreation, CorrelationMark } from '../model/addresses.js';

/**
 * Of the forms that the trigger takes, JSON is the one that gets an honest answer under maintenance instead
 * of a redirect.
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

/** This endpoint wants a list of variables where the trigger wants a map. */
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
