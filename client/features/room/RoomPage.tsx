import { useParams } from "react-router";
import { useMe } from "../../api/me.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { useCase } from "../cases/api.ts";
import { GroundRulesGate } from "../sessions/GroundRulesGate.tsx";
import { RoomScreen } from "./RoomScreen.tsx";

/** The room of a case for the mediator and the platform's people. */
export function RoomPage() {
  const { caseId = "" } = useParams();
  const file = useCase(caseId);
  const { data: me } = useMe();
  if (!me) return null;
  return (
    <Loaded of={file}>
      {(found) => (
        <GroundRulesGate key={caseId} caseId={caseId}>
          <RoomScreen file={found} me={me} />
        </GroundRulesGate>
      )}
    </Loaded>
  );
}
