/** Every background queue there is. A job for another name is refused, so a typo cannot wait for ever. */
export const QUEUES = [] as const satisfies readonly string[];
