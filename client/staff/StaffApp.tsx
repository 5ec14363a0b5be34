import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onUnauthenticated } from "../api/fetch.ts";
import { ME, useMe } from "../api/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Shell } from "./Shell.tsx";
import { SignInPage } from "./SignInPage.tsx";

/** Nobody signed in: the sign-in page, at whatever address was asked for, so that it opens right after. */
export function StaffApp() {
  const queries = useQueryClient();
  const me = useMe();
  useEffect(() => onUnauthenticated(() => queries.setQueryData(ME, null)), [queries]);
  if (me.isPending) return <Loading />;
  if (me.isError) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  return me.data ? <Shell user={me.data} /> : <SignInPage />;
}
