/** A prediction of GitLab's decision: `unknown` unless the known facts determine it. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A known answer. */
export function answerOf(isSo: boolean): Answer {
  return isSo ? 'yes' : 'no';
}

/** Whether any of several holds; `no` for an empty list. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether all of several hold; `yes` for an empty list. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The negation; an unknown answer stays unknown. */
export function opposite(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}
