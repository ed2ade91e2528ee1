/** Something that a person following the pipeline should hear of, once. `elapsedMs` counts from the start of following. */
export type FollowEvent =
  | {
      readonly kind: 'pipeline_changed';
      readonly elapsedMs: number;
      readonly status: string;
      readonly known: boolean;
    }
  | {
      readonly kind: 'trouble_began';
      readonly elapsedMs: number;
      readonly why: string;
      readonly patienceMs: number;
    }
  | { readonly kind: 'trouble_ended'; readonly elapsedMs: number; readonly lastedMs: number };
