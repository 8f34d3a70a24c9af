"""Has Telegram bring the updates to us: listens, and keeps the webhook set. Each update is confirmed by a 200 only when
it was handled; anything else makes it come again (`webhook_app.py`).
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import WebhookInfo
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, TelegramError

from bot.api.client import Client, seconds
from bot.api.events import ALLOWED_UPDATES
from bot.delivery.outage import FIRST_PAUSE, Outage
from bot.delivery.polling import DRAIN, REFUSED_FOR
from bot.delivery.queues import MOST_AT_ONCE, ChatQueues
from bot.delivery.webhook_app import PATIENCE, WebhookApp
from bot.ops import metrics
from bot.ops.logs import LOG
from bot.ops.server import Server, listener
from bot.ops.settings import PREFIX, Hook, WrongSetting

MOST_CONNECTIONS = 512
"""Connections at one time; more are answered 503. Each takes a file descriptor, and a process often has 1,024."""

LAST_WORDS = 1.0
"""Seconds, at the end, to say that what was not handled must come again."""

CHECK = 30.0
"""Seconds between two looks at what Telegram says of the webhook."""

FRESH = timedelta(minutes=1)
"""How long a failed delivery counts against us, while updates still wait."""


@dataclass
class Webhook:
    """Listens, and keeps the webhook set at Telegram. `run` ends when `stop` is called, with all answered."""

    client: Client
    queues: ChatQueues
    hook: Hook
    now: Callable[[], datetime]
    patience: int = PATIENCE
    drain: float = DRAIN
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._set = False
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Take nothing more; finish and answer what is under way."""
        self._stopping.set()

    async def run(self) -> None:
        """Listen until stopped.

        Raises `WrongSetting` when the port cannot be had or Telegram keeps refusing the address, and `InvalidToken`
        when the token stays refused.
        """
        app = WebhookApp(self.queues, self.hook, self.now, patience=self.patience)
        server = self._server(app)
        try:
            taken = listener(self.hook.host, self.hook.port)  # before anything is told to Telegram
        except OSError as error:
            raise WrongSetting(f"{PREFIX}LISTEN: cannot listen there ({error.strerror})") from None
        serving = asyncio.ensure_future(server.serve(sockets=[taken]))
        keeping = asyncio.ensure_future(self._keep_set(app))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait([serving, keeping, stopping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            keeping.cancel()
            app.stop()
            server.should_exit = True
            await self.queues.drained(self.drain - LAST_WORDS)
            self.queues.stop()
            app.close()
            await asyncio.wait([serving, keeping])
        for ended in (serving, keeping):
            if not ended.cancelled():
                ended.result()

    def _server(self, app: WebhookApp) -> Server:
        return Server(
            app,
            http="httptools",  # reads a request in a sixth of the time that h11 takes
            ws="none",
            interface="asgi3",
            log_level="critical",  # its other lines quote what was sent
            proxy_headers=False,
            date_header=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_keep_alive=self.patience,
            timeout_graceful_shutdown=int(self.drain),
        )

    async def _keep_set(self, app: WebhookApp) -> None:
        """Set the webhook, then look now and then whether Telegram can use it."""
        outage = Outage()
        while True:
            wait = CHECK
            try:
                await self._look(app)
                if outage.pause > FIRST_PAUSE:
                    self.queues.wake()
                outage = Outage()
            except TelegramError as error:
                wait = max(outage.wait() * random.uniform(0.5, 1.0), seconds(error))  # noqa: S311 - jitter, no secret
                if isinstance(error, InvalidToken | EndPointNotFound) or _is_refused_address(error):
                    metrics.not_ready()
                    if outage.refused_for(self.clock()) > REFUSED_FOR:
                        raise _given_up(error) from None
                else:
                    metrics.tried()
                LOG.warning("the webhook cannot be set or looked at", error=type(error).__name__)
            await self.sleep(wait)

    async def _look(self, app: WebhookApp) -> None:
        """Ready when Telegram has our address and can bring updates there. Raises `TelegramError`."""
        if not self._set:
            # Also when it is set already: the secret may be new. What waits at Telegram is never dropped.
            await self.client.set_webhook(
                self.hook.url,
                secret_token=self.hook.secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=MOST_AT_ONCE,
            )
        info = await self.client.get_webhook_info()
        self._set = info.url == self.hook.url
        if not self._set:
            metrics.not_ready()
            LOG.warning("another process changed the webhook; it will be set again")
        elif self._failing(info, app.last_taken):
            metrics.not_ready()
            LOG.warning("Telegram cannot bring us updates", count=info.pending_update_count)
        else:
            metrics.polled()

    def _failing(self, info: WebhookInfo, last_taken: datetime) -> bool:
        """Whether updates wait, and the last delivery failed: one that is refused time and again, while others come
        through, makes nobody not ready."""
        if info.last_error_date is None or not info.pending_update_count:
            return False
        return info.last_error_date > max(last_taken, self.now() - FRESH)


def _is_refused_address(error: TelegramError) -> bool:
    """Any other 400, such as 'Logged out', says nothing of the settings and passes."""
    return isinstance(error, BadRequest) and "webhook" in error.message.lower()


def _given_up(error: TelegramError) -> Exception:
    if isinstance(error, BadRequest):
        return WrongSetting(f"{PREFIX}WEBHOOK_URL: Telegram refuses this address; it wants a public https one")
    return InvalidToken()
