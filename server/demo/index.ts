export { DEMO_CENTRE_REGISTRATION, DEMO_PASSWORD } from "./demoPeople.ts";
export { loadDemo } from "./loadDemo.ts";
export { openDemo } from "./openDemo.ts";
