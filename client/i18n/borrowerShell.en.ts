import type { borrowerShell as zh } from "./borrowerShell.zh.ts";
import type { Translation } from "./translation.ts";

export const borrowerShell: Translation<typeof zh> = {
  service: "Debt mediation",
  neutral: "A neutral third-party mediation service",
  openLinkTitle: "Please come in by the link in your notice",
  openLinkText: "Open the short link you received, or enter the invitation code printed in the notice.",
  code: "Invitation code",
  codeHint: "Capital or small letters both work; leave out dashes and spaces if you like.",
  codeNeeded: "Enter the invitation code",
  open: "Open",
  voluntary:
    "Mediation is voluntary and free, and you may leave at any time. Nobody will ask you to transfer money here.",
  verify: "Check a mediator",
  signature: {
    label: "Signature",
    hint: "Sign in the box with your finger or mouse",
    clear: "Start again",
    undo: "Undo last stroke",
    typeInstead: "Type my name instead",
    drawInstead: "Sign by hand instead",
    typedName: "Type your name as your signature",
  },
};
