import { latestJobs } from '../engine/pipeline-engine.js';
import { hasWarnings } from '../engine/statuses.js';
import type { Instance, PipelineRecord } from '../state/records.js';
import type { Entity } from './users.js';

interface Badge {
  readonly icon: string;
  readonly text: string;
  readonly label: string;
  readonly group: string;
  readonly favicon: string;
}

function plain(status: string, text: string, label = status): Badge {
  return { icon: `status_${status}`, text, label, group: status, favicon: `favicon_status_${status}` };
}

const warnings: Badge = {
  icon: 'status_warning',
  text: 'Warning',
  label: 'passed with warnings',
  group: 'success-with-warnings',
  favicon: 'favicon_status_success',
};

function badgeOf(status: string): Badge {
  switch (status) {
    case 'success':
      return plain('success', 'Passed', 'passed');
    case 'waiting_for_resource':
      return { ...plain('pending', 'Waiting', 'waiting for resource'), group: 'waiting-for-resource' };
    case 'waiting_for_callback':
      return { ...plain('pending', 'Waiting', 'waiting for callback'), group: 'waiting-for-callback' };
    case 'manual':
      return plain('manual', 'Blocked', 'waiting for manual action');
    case 'scheduled':
      return plain('scheduled', 'Delayed', 'waiting for delayed job');
    default:
      return plain(status, status.charAt(0).toUpperCase() + status.slice(1));
  }
}

/**
 * The `detailed_status` of a pipeline; a pipeline that passed in spite of failures shows
 * `success-with-warnings`.
 */
export function detailedStatusEntity({ relativeUrlRoot }: Instance, pipeline: PipelineRecord): Entity {
  const passed = pipeline.status === 'success' && hasWarnings(latestJobs(pipeline));
  const badge = passed ? warnings : badgeOf(pipeline.status);
  return {
    icon: badge.icon,
    text: badge.text,
    label: badge.label,
    group: badge.group,
    tooltip: badge.label,
    has_details: true,
    details_path: `${relativeUrlRoot}/${pipeline.project.path}/-/pipelines/${pipeline.id}`,
    illustration: null,
    favicon: `/assets/ci_favicons/${badge.favicon}.png`,
  };
}
