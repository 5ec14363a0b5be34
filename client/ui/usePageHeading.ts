import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

let shownPath: string | undefined;

/**
 * Names the page and, when one page follows another, puts the focus on its heading so that a screen reader and the
 * Tab key start there. The first page of a visit is left alone: there the skip link comes first.
 */
export function usePageHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  useEffect(() => {
    if (shownPath !== undefined && shownPath !== pathname) heading.current?.focus();
    shownPath = pathname;
  }, [pathname]);
  return heading;
}
