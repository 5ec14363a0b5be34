import type { Page } from "playwright-core";
import type { Visitor } from "./browser.ts";

/** A camera (slow, to spare the machine) and a microphone that every Chromium has, and addresses of this machine that others on it can reach. */
export const FAKE_DEVICES = [
  "--use-fake-device-for-media-stream=fps=5",
  "--use-fake-ui-for-media-stream",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
];
export const NO_DEVICES = ["--use-fake-ui-for-media-stream", "--disable-features=WebRtcHideLocalIpsWithMdns"];

/** Keeps every connection a page makes, so that a test can ask what runs over them. */
export async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(`
    window.madeConnections = [];
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...args) { super(...args); window.madeConnections.push(this); }
    };
  `);
}

type Traffic = {
  /** Connections that are open, and those ever made. */
  open: number;
  made: number;
  connected: number;
  /** What runs in over the open ones. */
  audioBytes: number;
  videoBytes: number;
  frames: number;
  /** Connections over which a picture has been decoded. */
  seen: number;
  /** Tracks of others, of all connections ever made, that have not ended. */
  liveTracks: number;
};

const TRAFFIC = `(async () => {
  const made = window.madeConnections;
  const open = made.filter((one) => one.connectionState !== "closed");
  const sum = { open: open.length, made: made.length, connected: 0, audioBytes: 0, videoBytes: 0, frames: 0, seen: 0, liveTracks: 0 };
  for (const one of made)
    for (const { track } of one.getReceivers()) if (track.readyState === "live") sum.liveTracks += 1;
  for (const one of open) {
    if (one.connectionState === "connected") sum.connected += 1;
    let frames = 0;
    for (const report of (await one.getStats()).values()) {
      if (report.type !== "inbound-rtp") continue;
      sum[report.kind + "Bytes"] += report.bytesReceived;
      frames += report.framesDecoded ?? 0;
    }
    sum.frames += frames;
    if (frames > 0) sum.seen += 1;
  }
  return sum;
})()`;

export async function trafficOf({ page }: Visitor): Promise<Traffic> {
  return await page.evaluate<Traffic>(TRAFFIC);
}

const PATIENCE_MS = 90_000;

/** Asks again until what runs over a window's connections fits. */
export async function untilTraffic(window: Visitor, fits: (traffic: Traffic) => boolean): Promise<Traffic> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const traffic = await trafficOf(window);
    if (fits(traffic)) return traffic;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(traffic)}`);
    await window.page.evaluate("new Promise((done) => requestAnimationFrame(done))");
  }
}
