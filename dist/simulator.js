export { startGitLab } from './index.js';
