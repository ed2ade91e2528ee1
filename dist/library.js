export { AbortedError, AppError, InputError, RefusedError, UnreachableError, cancelPipeline, followPipeline, triggerPipeline } from './index.js';
