/** The nonce this page's style policy allows; absent in development, where no policy is set. */
export function styleNonce(): string | undefined {
  const value = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return value === undefined || value === "" || value.startsWith("__") ? undefined : value;
}

/**
 * Gives the nonce to every style element our scripts make. antd asks for it where it writes its own styles, but not
 * where a dialog locks scrolling; without this those are refused and the page scrolls behind an open dialog.
 */
export function grantToNewStyles(nonce: string): void {
  const create: (name: string, options?: ElementCreationOptions) => HTMLElement =
    document.createElement.bind(document);
  const createWithNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  document.createElement = createWithNonce;
}
