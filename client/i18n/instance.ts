import { createInstance } from "i18next";

/** The one dictionary of the page; components reach it through useTranslation, plain functions through this. */
export const texts = createInstance();
