import { DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Progress as ProgressBar } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { downloadFile, type Progress } from "../../api/downloadFile.ts";
import { apiUrl, type Query } from "../../api/fetch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useLanguage } from "../../i18n/index.ts";
import { errorText } from "../../i18n/text.ts";

interface ArchiveButtonProps {
  /** Which agreements: `ids`, or the list's own filter. */
  readonly query: Query;
  readonly label: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** Documents and their terms as one ZIP, with how far it is, and a way to stop it. */
export function ArchiveButton({ query, label, primary = false, disabled = false }: ArchiveButtonProps) {
  const { t } = useTranslation();
  const locale = useLanguage();
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setProgress({ done: 0, of: 0 });
    try {
      const url = apiUrl("/api/agreement-archive", { ...query, locale });
      const fileName = `${t("agreements.list.archiveName")}-${shanghaiDateOf(new Date())}.zip`;
      await downloadFile(url, fileName, { onProgress: setProgress, signal: controller.signal });
    } catch (error) {
      if (!controller.signal.aborted) setFailure(archiveProblem(error, t("agreements.list.archiveEmpty")));
    } finally {
      setProgress(undefined);
    }
  };
  if (progress) return <Running progress={progress} onStop={() => running.current?.abort()} />;
  return (
    <>
      <Button
        type={primary ? "primary" : "default"}
        icon={<DownloadOutlined />}
        disabled={disabled}
        onClick={() => void start()}
      >
        {label}
      </Button>
      {failure !== undefined && (
        <Alert className="archive-problem" type="error" showIcon title={failure} role="alert" />
      )}
    </>
  );
}

function Running({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const { done, of } = progress;
  const percent = of === 0 ? 0 : Math.floor((done / of) * 100);
  return (
    <>
      <span className="archive-progress">
        <ProgressBar percent={percent} size="small" aria-label={t("agreements.list.archiving")} />
        <span className="faint tabular">
          {t("agreements.list.archived", { done: megabytes(done), of: megabytes(of) })}
        </span>
      </span>
      <Button onClick={onStop}>{t("common.cancel")}</Button>
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}

function archiveProblem(error: unknown, empty: string): string {
  return error instanceof ApiProblem && error.status === 404 ? empty : errorText(error);
}
