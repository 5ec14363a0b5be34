import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { AGREEMENT_STATUSES, type AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import { type AgreementFilter, readFilter } from "./filter.ts";
import "./agreementList.css";

interface AgreementFilterBarProps {
  readonly filter: AgreementFilter;
  readonly onChange: (filter: AgreementFilter) => void;
}

/** Status at once, the rest on Enter or the button; what is rarely asked for opens on demand. */
export function AgreementFilterBar({ filter, onChange }: AgreementFilterBarProps) {
  const { t } = useTranslation();
  const isNarrow = Object.keys(filter).some((name) => name !== "status" && name !== "borrower");
  const [open, setOpen] = useState(isNarrow);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string") typed.set(name, value);
    if (filter.status !== undefined) typed.set("status", filter.status);
    onChange(readFilter(typed));
  };
  const choose = (status: AgreementStatus | "all") => {
    const { status: _before, ...rest } = filter;
    onChange(status === "all" ? rest : { ...rest, status });
  };
  return (
    <search>
      <form className="agreement-filter" onSubmit={apply}>
        <div className="toolbar">
          <Select<AgreementStatus | "all">
            value={filter.status ?? "all"}
            onChange={choose}
            aria-label={t("agreements.filter")}
            className="status-choice"
            options={[
              { value: "all", label: t("agreements.allStatuses") },
              ...AGREEMENT_STATUSES.map((value) => ({ value, label: t(`agreements.status.${value}`) })),
            ]}
          />
          <Input
            name="borrower"
            defaultValue={filter.borrower}
            placeholder={t("agreements.list.borrower")}
            aria-label={t("agreements.list.borrower")}
            className="name-field"
            maxLength={80}
            allowClear
          />
          <Button htmlType="submit">{t("common.search")}</Button>
          <Button
            type="text"
            icon={open ? <UpOutlined /> : <DownOutlined />}
            iconPlacement="end"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t("agreements.list.more")}
          </Button>
          {Object.keys(filter).length > 0 && (
            <Button type="text" onClick={() => onChange({})}>
              {t("agreements.list.clear")}
            </Button>
          )}
        </div>
        {open && <MoreFields filter={filter} />}
      </form>
    </search>
  );
}

function MoreFields({ filter }: { readonly filter: AgreementFilter }) {
  const { t } = useTranslation();
  return (
    <div className="agreement-filter-more">
      <Field label={t("agreements.list.contract")}>
        {(id) => <Input id={id} name="contract" defaultValue={filter.contract} maxLength={80} />}
      </Field>
      <Field label={t("agreements.list.product")}>
        {(id) => <Input id={id} name="product" defaultValue={filter.product} maxLength={80} />}
      </Field>
      <Field label={t("agreements.list.from")}>
        {(id) => <Input id={id} name="from" type="date" defaultValue={filter.from} />}
      </Field>
      <Field label={t("agreements.list.to")}>
        {(id) => <Input id={id} name="to" type="date" defaultValue={filter.to} />}
      </Field>
      <Field label={t("agreements.list.min")}>
        {(id) => <Input id={id} name="min" inputMode="decimal" prefix="¥" defaultValue={filter.min} />}
      </Field>
      <Field label={t("agreements.list.max")}>
        {(id) => <Input id={id} name="max" inputMode="decimal" prefix="¥" defaultValue={filter.max} />}
      </Field>
    </div>
  );
}

function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
