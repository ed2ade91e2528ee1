/** A step of a workflow, as far as the tests look at it. */
export interface ExampleStep {
  readonly id: string | undefined;
  readonly uses: string | undefined;
  readonly with: Readonly<Record<string, unknown>>;
}

/** All steps in a parsed example, however deep: a list of steps, or whole jobs. */
export function stepsIn(value: unknown): readonly ExampleStep[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (!isRecord(value)) return [];
  const { id, uses, with: given } = value;
  const below = Object.values(value).flatMap(stepsIn);
  if (typeof uses !== 'string' && typeof value.run !== 'string') return below;
  return [
    {
      id: typeof id === 'string' ? id : undefined,
      uses: typeof uses === 'string' ? uses : undefined,
      with: isRecord(given) ? given : {},
    },
    ...below,
  ];
}

/** Every `steps.<step>.outputs.<output>` in the text of an example. */
export function outputsReadIn(text: string): readonly { readonly step: string; readonly output: string }[] {
  return [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].map(([, step = '', output = '']) => ({
    step,
    output,
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
