/** One result as a JSON line. `ratio` is ours over the floor, in the unit given. */
export function report(name: string, unit: string, figures: { ours: number; floor: number }): void {
  const { ours, floor } = figures;
  const round = (figure: number) => Number(figure.toPrecision(4));
  console.log(
    JSON.stringify({ name, ours: round(ours), floor: round(floor), ratio: round(ours / floor), unit }),
  );
}
