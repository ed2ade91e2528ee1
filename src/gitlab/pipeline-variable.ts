/** A variable that a pipeline was started with. @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline */
export interface PipelineVariable {
  readonly key: string;
  readonly value: string;
}
