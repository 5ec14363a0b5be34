import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes } from "react-router";
import { createQueryClient } from "../api/queryClient.ts";
import { Frame } from "../borrower/ui/Frame.tsx";
import { startI18n } from "../i18n/index.ts";
import { verifyZh } from "../i18n/verifyAreas.zh.ts";
import { DocumentPage } from "./DocumentPage.tsx";
import { VerifyPage } from "./VerifyPage.tsx";

await startI18n({
  zh: verifyZh,
  en: async () => (await import("../i18n/verifyAreas.en.ts")).verifyEn,
});

const root = document.getElementById("root");
if (!root) throw new Error("verify.html has no #root");
createRoot(root).render(
  <QueryClientProvider client={createQueryClient()}>
    <BrowserRouter>
      <Frame>
        <Routes>
          <Route path="/verify" element={<DocumentPage />} />
          <Route path="*" element={<VerifyPage />} />
        </Routes>
      </Frame>
    </BrowserRouter>
  </QueryClientProvider>,
);
