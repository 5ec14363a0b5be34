import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { Frame } from "../borrower/ui/Frame.tsx";
import { calculatorZh } from "../i18n/calculatorAreas.zh.ts";
import { startI18n } from "../i18n/index.ts";
import { CalculatorPage } from "./CalculatorPage.tsx";

await startI18n({
  zh: calculatorZh,
  en: async () => (await import("../i18n/calculatorAreas.en.ts")).calculatorEn,
});

const root = document.getElementById("root");
if (!root) throw new Error("calculator.html has no #root");
createRoot(root).render(
  <BrowserRouter>
    <Frame>
      <CalculatorPage />
    </Frame>
  </BrowserRouter>,
);
