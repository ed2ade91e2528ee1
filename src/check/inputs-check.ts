import type { Reply } from '../gitlab/reply.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';
import { readConfigFile } from './config-file.js';
import { inputFaults, type InputFault } from './declared-inputs.js';
import { unanswered } from './server-check.js';
import { isBefore } from './server-version.js';

/** Whether the CI file takes the inputs of this run; `undefined` when there are none. */
export function inputsCheck(
  {
    file,
    server,
  }: { readonly file: Reply<string> | undefined; readonly server: Reply<{ readonly version: string }> },
  { pipelineInputs, ref }: TriggerRequest,
): Finding | undefined {
  const count = Object.keys(pipelineInputs).length;
  if (count === 0) return undefined;
  if (server.kind === 'ok' && isBefore(server.value.version, [17, 11]) === true) {
    return bad('inputs_invalid', {
      finding: `GitLab ${server.value.version} passes over inputs without a word`,
      cure: 'Inputs need GitLab 17.11 or later; pass variables instead.',
    });
  }
  if (file === undefined)
    return open('The CI file is kept outside of the project, or the project cannot be seen');
  if (file.kind !== 'ok') return unanswered(file);
  const config = readConfigFile(file.value);
  if (config === undefined) return open('The CI file could not be read here');
  const faults = inputFaults(config.inputs, pipelineInputs);
  if (faults.length === 0) {
    return good(`The CI file on ${ref} takes ${count === 1 ? 'the input' : `the ${count} inputs`}`);
  }
  return bad('inputs_invalid', {
    finding: faults.slice(0, 5).map(faultText).join('; '),
    cure: `Compare inputs with the spec:inputs header of the CI file on ${ref}.`,
  });
}

function faultText(fault: InputFault): string {
  const { name } = fault;
  switch (fault.kind) {
    case 'undeclared':
      return `${name} is not declared`;
    case 'missing':
      return `${name} has no default and was not given`;
    case 'wrong_type':
      return `${name} has to be of the type ${fault.type}`;
    case 'not_an_option':
      return `${name} is not one of its options`;
    case 'not_of_pattern':
      return `${name} does not fit its regex`;
  }
}
