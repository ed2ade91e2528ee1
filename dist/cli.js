#!/usr/bin/env node
import { start } from './index.js';

start('cli');
