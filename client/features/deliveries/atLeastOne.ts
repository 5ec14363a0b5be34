/** A rule for a group of boxes. As a rule of its own: antd would mark the group as required, which no group can be. */
export function atLeastOne(message: string) {
  return {
    validator: (_: unknown, chosen: unknown) =>
      Array.isArray(chosen) && chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
