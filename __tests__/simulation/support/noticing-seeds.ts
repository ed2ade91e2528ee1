/**
 * For each sabotage a seed that is known to notice it. It is only tried first, because most seeds do not come near a given safeguard: where it
 * notices nothing any more, all others are tried.
 */
export const noticingSeeds: Readonly<Record<string, number>> = {};
