"""A loopback server that speaks chat completions, with scripted answers and faults, over real sockets."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Step = Callable[["_Handler"], None]


class ModelServer:
    """Answers its requests with these steps, one each; the last one goes on for ever. Use it as a context manager."""

    def __init__(self, *steps: Step) -> None:
        """Bind a port."""
        self.steps = list(steps)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._http = _Server(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"
        self.host = f"127.0.0.1:{self._http.server_port}"

    def turn(self, *steps: Step) -> int:
        """Go on with these steps and count the requests anew; gives how many there were."""
        asked = len(self.requests)
        self.steps, self.requests = list(steps), []
        return asked

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.shutdown()
        self._http.server_close()


def answer(content: Any, finish: str = "stop", *, refusal: str | None = None, model: str | None = None, usage: bool = True) -> Step:
    """A completion whose text is this (JSON when it is no string)."""
    text = content if content is None or isinstance(content, str) else json.dumps(content, ensure_ascii=False)

    def step(handler: _Handler) -> None:
        message = {"role": "assistant", "content": text, "refusal": refusal}
        body: dict[str, Any] = {
            "id": "x",
            "object": "chat.completion",
            "created": 0,
            "model": model or handler.asked.get("model", ""),
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        }
        if usage:
            body["usage"] = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        handler.reply(200, json.dumps(body).encode())

    return step


def status(code: int, *, message: str = "scripted", kind: str | None = None, headers: dict[str, str] | None = None) -> Step:
    """An HTTP error as the API words it; tried again after a millisecond where it is tried again."""
    body = json.dumps({"error": {"message": message, "type": kind, "code": kind}}).encode()
    more = {"retry-after-ms": "1"} if headers is None else headers
    return lambda handler: handler.reply(code, body, headers=more)


def raw(body: bytes, content_type: str = "application/json", *, promise: int = 0) -> Step:
    """200 with this body; `promise` announces that many bytes more than are sent."""
    return lambda handler: handler.reply(200, body, content_type, promise=promise)


def sleep(seconds: float) -> Step:
    """No byte for so long."""
    return lambda _handler: time.sleep(seconds)


def reset(handler: _Handler) -> None:
    """Half a body, then a TCP reset."""
    handler.reply(200, b'{"choices": [{"mess', promise=10_000)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    time.sleep(0.02)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    owner: ModelServer

    def shutdown_request(self, request: Any) -> None:
        self.close_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is expected here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    asked: dict[str, Any]

    def log_message(self, *_args: Any) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        """Perform the next step."""
        owner = self.server.owner
        self.asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
        owner.requests.append(self.asked)
        owner.headers.append({key.lower(): value for key, value in self.headers.items()})
        step = owner.steps.pop(0) if len(owner.steps) > 1 else owner.steps[0]
        step(self)

    def reply(
        self, code: int, body: bytes, content_type: str = "application/json", headers: dict[str, str] | None = None, promise: int = 0
    ) -> None:
        """One response."""
        self.send_response(code)
        for key, value in {"Content-Type": content_type, "Content-Length": str(len(body) + promise), **(headers or {})}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.close_connection = self.close_connection or promise > 0
