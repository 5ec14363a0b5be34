import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/text.ts";
import { type Reading, pageUrl, useMarkViewed, usePageText } from "./readingApi.ts";
import "./reader.css";

interface PageReaderProps {
  readonly agreementId: string;
  readonly reading: Reading;
}

/** The document itself, page after page, as a picture of the paper or as its words; every page that came is counted. */
export function PageReader({ agreementId, reading }: PageReaderProps) {
  const { t } = useTranslation();
  const { pageCount, contentHash, viewed, left } = reading;
  const [page, setPage] = useState(() => left[0] ?? 1);
  const [asText, setAsText] = useState(false);
  const [large, setLarge] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const mark = useMarkViewed(agreementId, contentHash);
  const label = useId();
  const turn = (to: number) => {
    if (to < 1 || to > pageCount) return;
    setPage(to);
    paper.current?.scrollTo({ top: 0, left: 0 });
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (step === undefined || (large && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    turn(page + step);
  };
  return (
    <section className="reader" aria-labelledby={label}>
      <div className="reader-head">
        <p id={label} className="reader-place" aria-live="polite">
          {t("reader.place", { page, pages: pageCount })}
        </p>
        <div className="reader-modes">
          <button type="button" aria-pressed={asText} onClick={() => setAsText(!asText)}>
            {t("reader.asText")}
          </button>
          {!asText && (
            <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
              {t("reader.large")}
            </button>
          )}
        </div>
      </div>
      <progress
        className="reader-progress"
        max={pageCount}
        value={pageCount - left.length}
        aria-label={t("reader.progress")}
      />
      {/* A place that scrolls must be in reach of the keyboard, which also turns the pages here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={paper}
        className={`reader-paper${large && !asText ? " reader-large" : ""}`}
        role="group"
        aria-label={t("reader.paper", { page })}
        tabIndex={0}
        onKeyDown={keys}
      >
        {asText ? (
          <PageText
            key={page}
            agreementId={agreementId}
            contentHash={contentHash}
            page={page}
            onShown={mark}
          />
        ) : (
          <PagePicture key={page} agreementId={agreementId} page={page} onShown={mark} />
        )}
      </div>
      <div className="reader-turn">
        <button type="button" disabled={page === 1} onClick={() => turn(page - 1)}>
          {t("reader.before")}
        </button>
        <button
          type="button"
          className="reader-next"
          disabled={page === pageCount || !viewed.includes(page)}
          onClick={() => turn(page + 1)}
        >
          {t("reader.next")}
        </button>
      </div>
      <p className="reader-left" role="status">
        {left.length === 0 ? t("reader.allRead") : t("reader.left", { count: left.length })}
      </p>
    </section>
  );
}

interface ShownProps {
  readonly agreementId: string;
  readonly page: number;
  readonly onShown: (page: number) => void;
}

function PagePicture({ agreementId, page, onShown }: ShownProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  const [attempt, setAttempt] = useState(0);
  return (
    <>
      {state === "loading" && (
        <p className="reader-wait" aria-busy="true">
          {t("common.loading")}
        </p>
      )}
      {state === "failed" ? (
        <Failed
          text={t("reader.failed")}
          onAgain={() => {
            setState("loading");
            setAttempt(attempt + 1);
          }}
        />
      ) : (
        <img
          key={attempt}
          src={`${pageUrl(agreementId, page)}${attempt === 0 ? "" : `?again=${attempt}`}`}
          alt={t("reader.alt", { page })}
          onLoad={() => {
            setState("shown");
            onShown(page);
          }}
          onError={() => setState("failed")}
        />
      )}
    </>
  );
}

function PageText({
  agreementId,
  contentHash,
  page,
  onShown,
}: ShownProps & { readonly contentHash: string }) {
  const { t } = useTranslation();
  const text = usePageText(agreementId, contentHash, page, true);
  const came = text.data !== undefined;
  const tell = useEffectEvent(onShown);
  useEffect(() => {
    if (came) tell(page);
  }, [came, page]);
  if (text.error) return <Failed text={errorText(text.error)} onAgain={() => void text.refetch()} />;
  if (text.data === undefined)
    return (
      <p className="reader-wait" aria-busy="true">
        {t("common.loading")}
      </p>
    );
  return (
    <div className="reader-text" lang="zh-CN">
      {text.data}
    </div>
  );
}

function Failed({ text, onAgain }: { readonly text: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="reader-wait" role="alert">
      <p>{text}</p>
      <button type="button" onClick={onAgain}>
        {t("common.retry")}
      </button>
    </div>
  );
}
