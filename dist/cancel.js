import { start } from './index.js';

start('cancel');
