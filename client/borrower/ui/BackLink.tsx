import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** Above a page's heading: the way back to where the person came from. */
export function BackLink({ to = "/case", label }: { readonly to?: string; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className="b-back">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M12.500 4.500L7 10l5.500 5.500" />
      </svg>
      {label ?? t("myCase.back")}
    </Link>
  );
}
