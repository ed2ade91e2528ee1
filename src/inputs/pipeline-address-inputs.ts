import { projectInput } from './connection-inputs.js';
import type { InputTable } from './input-table.js';
import { parsePipelineId } from './pipeline-id.js';

/** The inputs that name a pipeline which was started elsewhere. */
export const pipelineAddressInputs = {
  project_id: projectInput,
  pipeline_id: {
    required: 'always',
    default: undefined,
    description:
      'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
    secret: 'none',
    parse: parsePipelineId,
  },
} satisfies InputTable;
