import { playRounds } from "../support/proposalRounds.ts";
describe("try", function () { this.timeout(60_000);
 it("plays", async () => { const [a] = await playRounds([[{hour:3,who:"borrower",does:"yes"}]], true); const [b] = await playRounds([[{hour:5,who:"borrower",does:"no"},{hour:7,who:"borrower",does:"yes"}]], true);
 for (const seat of ["platform","mediator"] as const) for (const when of ["before","after"] as const) { const x=a![seat][when].split("\n"), y=b![seat][when].split("\n"); console.log(seat, when, x.length, y.length); x.forEach((l,i)=>{ if(l!==y[i]) { let k=0; while(l[k]===y[i]![k]) k++; console.log(i, l.slice(0,60), "…", l.slice(k-40,k+80), "|||", (y[i]??"").slice(k-40,k+80)); } }); } }); });
