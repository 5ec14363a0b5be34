import { Fragment, type ReactNode } from "react";
import "./page.css";

export interface DataItem {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values of one thing, as a description list. */
export function DataList({ items }: { readonly items: readonly DataItem[] }) {
  return (
    <dl className="data-list">
      {items.map((item) => (
        <Fragment key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
