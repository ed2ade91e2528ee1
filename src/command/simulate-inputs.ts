import type { InputTable } from '../inputs/input-table.js';
import { oneOf } from '../inputs/name-list-input.js';
import { wholeNumberWithin } from '../inputs/whole-number-input.js';

/** The inputs of the command that serves a simulated GitLab. */
export const simulateTable = {
  port: {
    required: 'never',
    default: '0',
    description: 'Port on 127.0.0.1 to listen on; 0 takes any that is free.',
    secret: 'none',
    parse: wholeNumberWithin({ least: 0, most: 65_535 }),
  },
  release: {
    required: 'never',
    default: '19.3',
    description: 'Release of GitLab to play: 13.0, 16.11, 18.2 or 19.3.',
    secret: 'none',
    parse: oneOf(['13.0', '16.11', '18.2', '19.3']),
  },
} satisfies InputTable;
