import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createQueryClient } from "../api/queryClient.ts";
import { startI18n } from "../i18n/index.ts";
import { staffZh } from "../i18n/staffAreas.zh.ts";
import "../ui/base.css";
import { Providers } from "./Providers.tsx";
import { StaffApp } from "./StaffApp.tsx";

await startI18n({
  zh: staffZh,
  en: async () => (await import("../i18n/staffAreas.en.ts")).staffEn,
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <QueryClientProvider client={createQueryClient()}>
    <Providers>
      <BrowserRouter>
        <StaffApp />
      </BrowserRouter>
    </Providers>
  </QueryClientProvider>,
);
