"""aiogram_dialog: a window for each room, polling."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandStart
from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Column, SwitchTo
from aiogram_dialog.widgets.text import Const

from benchmarks.speed.house import ROOMS, Room, given, label
from benchmarks.speed.peers.aiogram_fsm import Rooms


def window(room: Room) -> Window:
    ways = [SwitchTo(Const(label(way)), id=way, state=getattr(Rooms, way)) for way in room.ways]
    return Window(Const(room.text), Column(*ways), state=getattr(Rooms, room.name))


async def start(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Rooms.hall, mode=StartMode.RESET_STACK)


async def main() -> None:
    api_url, token = given()
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    dispatcher = Dispatcher()
    dispatcher.message.register(start, CommandStart())
    dispatcher.include_router(Dialog(*map(window, ROOMS.values())))
    setup_dialogs(dispatcher)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
