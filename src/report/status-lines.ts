import type { ExternalStatuses } from '../follow/external-status.js';
import { jobLabel } from './job-label.js';
import { codeText, linkTo, plainText } from './markdown.js';

/** Whoever wants to know more opens the pipeline. */
const mostShown = 20;

/** The failed statuses of other systems in Markdown, a line each, and how many more there are. */
export function failedStatuses(statuses: ExternalStatuses | undefined): readonly string[] {
  const failed = statuses?.failed ?? [];
  const lines = failed.slice(0, mostShown).map(({ path, name, description, targetUrl }) => {
    const label = codeText(jobLabel({ path, name }), 200);
    const shown = targetUrl === undefined ? label : linkTo(label, targetUrl);
    const words = description === undefined ? '' : `: ${plainText(description, 200)}`;
    return `- ❌ ${shown}, a status that another system set${words}`;
  });
  const more = failed.length - lines.length;
  return more > 0 ? [...lines, `- and ${more} more`] : lines;
}
