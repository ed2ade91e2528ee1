import { start } from './index.js';

start('trigger');
