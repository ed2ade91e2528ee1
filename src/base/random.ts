/** A number from 0 (included) to 1 (excluded); `Math.random` in real life, a seeded sequence in simulations. */
export type Random = () => number;
