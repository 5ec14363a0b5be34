import type { verify as zh } from "./verify.zh.ts";
import type { Translation } from "./translation.ts";

export const verify: Translation<typeof zh> = {
  title: "Check a mediator",
  intro:
    "Enter the mediator's number from your notice to see whether this mediator is genuine, and of which centre.",
  code: "Mediator number",
  codeNeeded: "Enter the mediator number",
  check: "Check",
  genuine: "This mediator is genuine",
  name: "Name",
  centre: "Mediation centre",
  registration: "Registration number",
  address: "Address",
  phone: "Telephone of the centre",
  unknown: "There is no such number",
  unknownText:
    "Please check the number. If somebody contacted you under it, give no personal details and transfer no money.",
  warning:
    "A genuine mediator never charges you, never asks you to pay into a personal account, and never asks for a code from a text message.",
};
