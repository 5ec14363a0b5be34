/** The last minute in which something can still be done, of the instant from which it is too late; ISO both. */
export function lastMinuteOf(deadline: string): string {
  return new Date(new Date(deadline).getTime() - 60_000).toISOString();
}
