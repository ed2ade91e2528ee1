/** What happens between the request to start a pipeline and the pipeline, when it is not simply there. */
export type StartEvent =
  | { readonly kind: 'will_repeat'; readonly why: string; readonly delayMs: number }
  | { readonly kind: 'answer_lost'; readonly why: string; readonly patienceMs: number }
  | { readonly kind: 'orphan_found'; readonly pipelineId: number }
  | { readonly kind: 'orphan_absent' }
  /** Nobody tells whether the project that the answer names is the one that was asked for. */
  | { readonly kind: 'project_unconfirmed'; readonly project: string; readonly webUrl: string };
