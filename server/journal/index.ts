export { Journal } from "./journal.service.ts";
export { JournalRepository, toHead, type HeadRow, type JournalHead } from "./journal.repository.ts";
export { JournalConsumer } from "./consumer.ts";
export { presentEvent, presentSealed } from "./journal.presenter.ts";
