"""A client of the room in another language, written by docs/room-protocol.md alone.

    roomClient.py URL USERNAME PASSWORD CASE_ID

Reads one order a line from standard input, as JSON, and writes one answer a line. Everything it has of the room is
in `events`, in order and without a hole; what is missing it reads back by itself.
"""

import json
import socket
import sys
import threading
import uuid

import requests
import socketio

NAMESPACE = "/rooms"
ANSWER_SECONDS = 10
GAP_SECONDS = 0.2


class Room:
    def __init__(self, url, case_id):
        self.url = url
        self.case_id = case_id
        self.web = requests.Session()
        self.events = []  # the viewer's stream: 1, 2, 3 … as far as nothing is missing
        self.early = {}  # what came before its turn, by number
        self.hints = []
        self.lock = threading.RLock()
        self.reading = threading.Lock()
        self.line = None

    # Over HTTP: signing in, and the ground rules.

    def sign_in(self, username, password):
        token = self.web.get(f"{self.url}/api/auth/csrf").json()["token"]
        answer = self.web.post(
            f"{self.url}/api/auth/sign-in",
            json={"username": username, "password": password},
            headers={"x-csrf-token": token},
        )
        answer.raise_for_status()

    def ground_rules(self):
        answer = self.web.get(f"{self.url}/api/cases/{self.case_id}/room")
        answer.raise_for_status()
        return answer.json()["groundRules"]["version"]

    # The line.

    def connect(self):
        self.line = socketio.Client(reconnection=False)
        self.line.on("event", self.heard, namespace=NAMESPACE)
        for hint in ("presence", "typing", "removed", "cut_off"):
            self.line.on(hint, lambda message, hint=hint: self.hints.append(hint), namespace=NAMESPACE)
        cookies = "; ".join(f"{each.name}={each.value}" for each in self.web.cookies)
        self.line.connect(
            self.url,
            headers={"Cookie": cookies},
            namespaces=[NAMESPACE],
            transports=["websocket"],
            wait_timeout=ANSWER_SECONDS,
        )

    def command(self, kind, payload, command_id=None):
        message = {
            "id": command_id or str(uuid.uuid4()),
            "caseId": self.case_id,
            "type": kind,
            "payload": payload,
        }
        return self.line.call("command", message, namespace=NAMESPACE, timeout=ANSWER_SECONDS)

    def hint(self, kind, payload):
        message = {"id": str(uuid.uuid4()), "caseId": self.case_id, "type": kind, "payload": payload}
        self.line.emit("command", message, namespace=NAMESPACE)

    def drop(self):
        """As when the network goes: the line ends without a word."""
        self.line.eio.ws.sock.shutdown(socket.SHUT_RDWR)
        self.line.wait()

    # The stream.

    def last(self):
        return self.events[-1]["n"] if self.events else 0

    def take(self, events):
        """What is due is shown, what is early waits; answers whether something before it is missing."""
        with self.lock:
            for event in events:
                if event["n"] > self.last():
                    self.early[event["n"]] = event
            while self.last() + 1 in self.early:
                self.events.append(self.early.pop(self.last() + 1))
            return bool(self.early)

    def heard(self, event):
        if self.take([event]):
            threading.Timer(GAP_SECONDS, self.fill_gap).start()

    def fill_gap(self):
        try:
            # What was late may have come by now.
            if self.early:
                self.read_back()
        except socketio.exceptions.SocketIOError:
            pass  # The line is gone; the next join reads what is missing.

    def read_back(self):
        with self.reading:
            more = True
            while more:
                before = self.last()
                result = self.command("room.read", {"since": before})["result"]
                self.take(result["events"])
                more = result["more"] and self.last() > before

    def join(self):
        payload = {"since": self.last(), "groundRules": self.ground_rules()}
        answer = self.command("room.join", payload)
        if "error" in answer:
            return answer
        result = answer["result"]
        self.take(result["events"])
        if self.last() < result["lastN"]:
            self.read_back()
        return {"viewer": result["viewer"], "channels": result["channels"], "last": self.last()}


def carry_out(room, order):
    what = order["do"]
    if what == "return":
        room.connect()
        return room.join()
    if what == "say":
        payload = {"channel": order["channel"], "text": order["text"]}
        return room.command("message.post", payload, order.get("id"))
    if what == "sayAndDrop":
        message = {
            "id": order["id"],
            "caseId": room.case_id,
            "type": "message.post",
            "payload": {"channel": order["channel"], "text": order["text"]},
        }
        # Sent, and gone before the answer can come.
        room.line.emit("command", message, namespace=NAMESPACE, callback=lambda *_: None)
        room.drop()
        return {}
    if what == "drop":
        room.drop()
        return {}
    if what == "typing":
        room.hint("typing", {"channel": order["channel"]})
        return {}
    if what == "command":
        return room.command(order["type"], order["payload"])
    if what == "show":
        with room.lock:
            return {"events": list(room.events), "hints": list(room.hints), "connected": room.line.connected}
    raise ValueError(what)


def main():
    url, username, password, case_id = sys.argv[1:]
    room = Room(url, case_id)
    room.sign_in(username, password)
    for text in sys.stdin:
        print(json.dumps(carry_out(room, json.loads(text))), flush=True)


main()
