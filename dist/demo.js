import { start } from './index.js';

start('demo');
