import { useEffect, useRef } from "react";

interface StreamVideoProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** One's own picture: as in a mirror, and without one's own voice. */
  readonly own?: boolean;
  /** Heard all the same. */
  readonly hidden?: boolean;
}

export function StreamVideo({ stream, label, own = false, hidden = false }: StreamVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    element.srcObject = stream;
    // Rejected when the stream is exchanged while it starts.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  const kind = own ? "call-video call-video-own" : "call-video";
  return (
    // Nobody writes down what is said live; whoever cannot hear has the conversation beside it.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={video}
      className={hidden ? `${kind} call-video-hidden` : kind}
      aria-label={label}
      aria-hidden={hidden}
      autoPlay
      playsInline
      muted={own}
    />
  );
}
