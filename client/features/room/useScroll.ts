import { type RefObject, useLayoutEffect, useRef, useState } from "react";

interface ScrollState {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly atBottom: boolean;
  readonly onScroll: () => void;
  readonly toBottom: () => void;
}

const NEAR_PX = 48;

/**
 * Keeps a list at its newest line while the reader is there, and where they are reading when they are not: earlier
 * lines put above do not move what is under their eyes.
 */
export function useScroll(newestKey: string | undefined, oldestKey: string | undefined): ScrollState {
  const box = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const before = useRef({ newestKey, oldestKey, height: 0, sticking: true });
  const toBottom = () => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const was = before.current;
    if (was.sticking) element.scrollTop = element.scrollHeight;
    else if (was.oldestKey !== oldestKey) element.scrollTop += element.scrollHeight - was.height;
    before.current = { newestKey, oldestKey, height: element.scrollHeight, sticking: was.sticking };
  }, [newestKey, oldestKey]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    // The composer grows while somebody writes; the newest line stays above it.
    const watcher = new ResizeObserver(() => {
      if (before.current.sticking) element.scrollTop = element.scrollHeight;
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    before.current.sticking = near;
    setAtBottom(near);
  };
  return { box, atBottom, onScroll, toBottom };
}
