import { start } from './index.js';

start('tokens');
