/**
 * What can be said for certain of something that GitLab would decide: `unknown` unless it can be told from
 * what is known.
 */
export type Answer = 'yes' | 'no' | 'unknown';

export function answerOf(isSo: boolean): Answer {
  return isSo ? 'yes' : 'no';
}

/** Whether one of several is so; `no` of none. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether all of several are so; `yes` of none. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

export function opposite(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}
