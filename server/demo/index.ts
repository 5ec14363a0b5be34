export { holdsDemo } from "./demoLinks.ts";
export { DEMO_PASSWORD } from "./demoPeople.ts";
export { loadDemo } from "./loadDemo.ts";
export { openDemo } from "./openDemo.ts";
