import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createQueryClient } from "../api/queryClient.ts";
import { borrowerDoorZh } from "../i18n/borrowerDoor.zh.ts";
import { startI18n } from "../i18n/index.ts";
import { BorrowerShell } from "./BorrowerShell.tsx";

await startI18n({
  zh: borrowerDoorZh,
  en: async () => (await import("../i18n/borrowerAreas.en.ts")).borrowerEn,
});

const root = document.getElementById("root");
if (!root) throw new Error("m.html has no #root");
createRoot(root).render(
  <QueryClientProvider client={createQueryClient()}>
    <BrowserRouter basename="/m">
      <BorrowerShell />
    </BrowserRouter>
  </QueryClientProvider>,
);
