import { start } from './index.js';

start('cleanup');
