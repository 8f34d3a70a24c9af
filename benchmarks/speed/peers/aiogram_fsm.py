"""aiogram with its finite state machine, kept in memory, polling."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.keyboard import InlineKeyboardBuilder

from benchmarks.speed.house import HALL, ROOMS, Room, given, label

dispatcher = Dispatcher()


class Rooms(StatesGroup):
    """The room that a visitor is in."""

    hall = State()
    kitchen = State()
    pantry = State()
    parlour = State()
    library = State()
    study = State()
    stairs = State()
    landing = State()
    bedroom = State()
    cellar = State()
    garden = State()
    porch = State()


def keyboard(room: Room) -> InlineKeyboardMarkup:
    builder = InlineKeyboardBuilder()
    for way in room.ways:
        builder.button(text=label(way), callback_data=way)
    return builder.adjust(1).as_markup()


@dispatcher.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    await state.set_state(Rooms.hall)
    await message.answer(HALL.text, reply_markup=keyboard(HALL))


async def go(callback: CallbackQuery, state: FSMContext) -> None:
    room = ROOMS[callback.data]
    await state.set_state(getattr(Rooms, room.name))
    await callback.message.edit_text(room.text, reply_markup=keyboard(room))
    await callback.answer()


for here in ROOMS.values():
    dispatcher.callback_query.register(go, getattr(Rooms, here.name), F.data.in_(here.ways))


async def main() -> None:
    api_url, token = given()
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
