"""pyTelegramBotAPI in its asyncio form, polling."""

from __future__ import annotations

import asyncio

from telebot import asyncio_helper
from telebot.async_telebot import AsyncTeleBot
from telebot.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.speed.house import HALL, ROOMS, Room, given, label

api_url, token = given()
asyncio_helper.API_URL = f"{api_url}/bot{{0}}/{{1}}"
bot = AsyncTeleBot(token, parse_mode="HTML")


def keyboard(room: Room) -> InlineKeyboardMarkup:
    markup = InlineKeyboardMarkup()
    for way in room.ways:
        markup.add(InlineKeyboardButton(label(way), callback_data=way))
    return markup


@bot.message_handler(commands=["start"])
async def start(message: Message) -> None:
    await bot.send_message(message.chat.id, HALL.text, reply_markup=keyboard(HALL))


@bot.callback_query_handler(func=lambda query: query.data in ROOMS)
async def go(query: CallbackQuery) -> None:
    room = ROOMS[query.data]
    await bot.answer_callback_query(query.id)
    await bot.edit_message_text(room.text, query.message.chat.id, query.message.message_id, reply_markup=keyboard(room))


if __name__ == "__main__":
    asyncio.run(bot.infinity_polling())
