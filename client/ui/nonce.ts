/** The nonce this page's style policy allows; absent in development, where no policy is set. */
export function styleNonce(): string | undefined {
  const value = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return value === undefined || value === "" || value.startsWith("__") ? undefined : value;
}
