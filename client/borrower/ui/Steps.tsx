interface StepsProps {
  readonly names: readonly string[];
  /** Index of the step being done. */
  readonly current: number;
}

/** Where on the way the person is: all steps as bars, the current one in words. */
export function Steps({ names, current }: StepsProps) {
  return (
    <ol className="b-steps">
      {names.map((name, index) => (
        <li
          key={name}
          className={index < current ? "b-step-done" : ""}
          {...(index === current ? { "aria-current": "step" as const } : {})}
        >
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
