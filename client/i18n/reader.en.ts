import type { reader as zh } from "./reader.zh.ts";
import type { Translation } from "./translation.ts";

export const reader: Translation<typeof zh> = {
  place: "Page {{page}} of {{pages}}",
  asText: "As text",
  large: "Larger",
  progress: "Pages read",
  paper: "Page {{page}} of the agreement",
  alt: "Page {{page}} of the agreement as it is; “As text” gives its words",
  before: "Previous page",
  next: "Next page",
  failed: "This page did not open.",
  left_one: "{{count}} page is still to be read",
  left_other: "{{count}} pages are still to be read",
  allRead: "Every page has been seen",
  open: "Read the whole text",
  title: "The agreement",
};
