"""python-telegram-bot as it comes: an Application with a ConversationHandler, polling."""

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, ConversationHandler

from benchmarks.speed.house import HALL, ROOMS, Room, given, label


def keyboard(room: Room) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label(way), callback_data=way)] for way in room.ways])


async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> str:
    assert update.message  # noqa: S101 - a command is a message
    await update.message.reply_text(HALL.text, parse_mode=ParseMode.HTML, reply_markup=keyboard(HALL))
    return HALL.name


async def go(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> str:
    query = update.callback_query
    assert query  # noqa: S101 - a press is a query
    assert query.data  # noqa: S101 - all our buttons carry something
    room = ROOMS[query.data]
    await query.answer()
    await query.edit_message_text(room.text, parse_mode=ParseMode.HTML, reply_markup=keyboard(room))
    return room.name


def main() -> None:
    api_url, token = given()
    application = Application.builder().token(token).base_url(f"{api_url}/bot").build()
    states: dict[object, list[Any]] = {
        room.name: [CallbackQueryHandler(go, pattern=f"^{way}$") for way in room.ways] for room in ROOMS.values()
    }
    started: list[Any] = [CommandHandler("start", start)]
    application.add_handler(ConversationHandler(entry_points=started, states=states, fallbacks=started))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
