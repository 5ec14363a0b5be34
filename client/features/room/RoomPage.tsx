import { useParams } from "react-router";
import { useMe } from "../../api/me.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { useCase } from "../cases/api.ts";
import { RoomScreen } from "./RoomScreen.tsx";

/** The room of a case for the mediator and the platform's people. */
export function RoomPage() {
  const { caseId = "" } = useParams();
  const file = useCase(caseId);
  const { data: me } = useMe();
  if (!me) return null;
  return <Loaded of={file}>{(found) => <RoomScreen key={caseId} file={found} me={me} />}</Loaded>;
}
