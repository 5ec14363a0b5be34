/** After a form was refused: puts the first faulty field in view and, where it can be typed into, under the cursor. */
export function focusFault(form: HTMLFormElement): void {
  // The faults are marked when React has shown them.
  window.requestAnimationFrame(() => {
    const fault = form.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    fault?.scrollIntoView({ block: "center" });
    fault?.focus({ preventScroll: true });
  });
}
