/** Types that `spec:inputs` knows. */
export const specInputTypes = ['string', 'number', 'boolean', 'array'] as const;

export type SpecInputType = (typeof specInputTypes)[number];

/** An input that a CI file is to declare. */
export interface SpecInput {
  readonly name: string;
  readonly type: SpecInputType;
  /** Of its type; required when absent. */
  readonly default: string | number | boolean | readonly unknown[] | undefined;
}

/** GitLab's words for where the pipelines come from that are to be let through. */
export const snippetSources = ['trigger', 'pipeline'] as const;

export type SnippetSource = (typeof snippetSources)[number];

/** What is to be written: the GitLab side, or the step of a GitHub workflow. */
export type SnippetRequest =
  | {
      readonly kind: 'gitlab';
      readonly sources: readonly SnippetSource[];
      /** Whether one job gets the rules, or the whole workflow. */
      readonly perJob: boolean;
      readonly inputs: readonly SpecInput[];
    }
  | {
      readonly kind: 'github';
      /** Inputs of the action as they were given, in the order of its documentation. */
      readonly step: readonly (readonly [name: string, text: string])[];
      readonly tokenSecret: string;
      readonly accessTokenSecret: string | undefined;
    };
