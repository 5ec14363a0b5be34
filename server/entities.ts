import { Organisation, PlatformPolicy, Staff } from "./organisations/index.ts";

/** Every table that is read as objects; the rest is read as rows. */
export const entities = [Organisation, Staff, PlatformPolicy];
