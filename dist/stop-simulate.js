import { start } from './index.js';

start('stop-simulate');
