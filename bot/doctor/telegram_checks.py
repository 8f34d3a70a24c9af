"""What Telegram says about the bot: each check asks it, and changes nothing there."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from pyreqwest.client import ClientBuilder
from telegram.error import InvalidToken, TelegramError

from bot.api.client import Client
from bot.chat.profile import differences
from bot.doctor.findings import Finding, Installation, good, unseen, wrong
from bot.doctor.reach import cause
from bot.ops import official
from flows import Mistake

MOST_OFF = timedelta(seconds=30)
"""How far the clock may differ from Telegram's. Opening hours and the weeks of counts depend on it."""

SOON = timedelta(days=14)
"""How long before its end a list has to be signed again."""

MANY = 100
"""Updates that may wait. Telegram hands out as many at once, so more means that no worker takes them."""


async def reachable(here: Installation, bot: Client) -> Finding:
    """Whether Telegram can be reached, and knows the token. The other checks need both."""
    try:
        await bot.initialize()
    except InvalidToken:
        return wrong("Telegram does not know this token", "copy it again from @BotFather (/token)")
    except TelegramError:
        found = await cause(here.settings.api_url)
        return wrong(f"cannot be reached: {found.said}", found.fix)
    return good(f"answers @{bot.username}")


SWITCHES: Mapping[str, tuple[str, str]] = {
    "can_join_groups": ("anybody can add it to a group, where all read along", "/setjoingroups, Disable"),
    "can_read_all_group_messages": ("it reads all messages of a group", "/setprivacy, Enable"),
    "supports_inline_queries": ("what is typed behind its name in any chat goes to it", "/setinline, /empty"),
    "supports_guest_queries": ("it can be called into chats of others", "Bot Settings, Guest Mode, off"),
    "can_connect_to_business": ("it can read along in chats of a business", "Bot Settings, Business Mode, off"),
    "has_topics_enabled": (
        "its chats have topics, and an answer may stand outside of them",
        "Bot Settings, Threads Settings, off",
    ),
    "can_manage_bots": ("it can manage other bots", "Bot Settings, Bot Management, off"),
    "has_main_web_app": ("its profile opens a web app, which is not ours", "Bot Settings, Configure Mini App, Disable"),
}
"""What @BotFather can switch on that would put a visitor's worry where others see it: fields of `getMe`."""


async def switches(_: Installation, bot: Client) -> Finding:
    """Whether the bot is what a visitor takes it for: a chat of two."""
    on = [SWITCHES[name] for name in SWITCHES if getattr(bot.bot, name)]
    if on:
        return wrong("; ".join(said for said, _ in on), "in @BotFather: " + "; ".join(fix for _, fix in on))
    return good("no groups, inline, guest, business, topics, managed bots or web app")


async def intake(here: Installation, bot: Client) -> Finding:
    """Whether updates arrive in the way that the settings say."""
    hook, info = here.settings.hook, await bot.get_webhook_info()
    if hook is None and info.url:
        return wrong(
            f"a webhook is set, to {urlsplit(info.url).hostname}, and none in the settings",
            "`watkanikdoen run` removes it. If it comes back, another copy uses this token",
        )
    if hook is not None and info.url != hook.url:
        where = f"to {urlsplit(info.url).hostname}, another address" if info.url else "nowhere"
        return wrong(f"Telegram delivers updates {where}", "`watkanikdoen run` sets the webhook")
    waiting = info.pending_update_count
    if hook is not None and waiting and info.last_error_date:
        return wrong(
            f"{waiting} updates wait; last error at {info.last_error_date:%Y-%m-%d %H:%M} UTC: "
            f"{info.last_error_message}",
            "check that `run` is running, and the proxy and certificate in front of it",
        )
    if waiting > MANY:
        return wrong(f"{waiting} updates wait", "start `watkanikdoen run`; if it runs, check /ready and its log")
    return good(f"by {'webhook' if hook else 'polling'}; {waiting} updates wait")


async def profile(here: Installation, bot: Client) -> Finding:
    """Name, descriptions and commands, in every language."""
    differ: dict[str, list[str]] = {}
    async for what, locale, _ in differences(bot, here.locales):
        differ.setdefault(locale, []).append(what.replace("_", " "))
    if differ:
        return wrong(
            "differs from the catalogues: " + "; ".join(f"{code}: {', '.join(what)}" for code, what in differ.items()),
            "`watkanikdoen run` sets it at its start. Telegram allows a few changes of a name a day",
        )
    return good(f"name, descriptions and commands as in the catalogues: {', '.join(here.locales)}")


async def botfather(_: Installation, __: Client) -> Finding:
    """What Telegram shows to people and to no bot."""
    return unseen(
        "a bot cannot see its privacy policy, and its picture was not checked",
        "in @BotFather: /mybots, Edit Bot, Edit Privacy Policy and Edit Botpic",
    )


async def genuine(here: Installation, bot: Client) -> Finding:
    """Whether the signed list, by which people can tell an imitation, is good and names this bot and its pages."""
    path = here.settings.official
    if path is None:
        return good("no signed list is set; docs/genuine.md says what one is good for")
    sign_again = "correct it, and sign it again: docs/genuine.md"
    try:
        listed = official.read(path)
    except Mistake as mistake:
        return wrong(str(mistake), sign_again)
    pages = [here.settings.web_url] if here.settings.web_url else []
    missing = [f"@{bot.username}"] * (bot.username not in listed.bots)
    missing += [page for page in pages if page.rstrip("/") not in {each.rstrip("/") for each in listed.pages}]
    if missing:
        return wrong(f"{path.name} does not name {', '.join(missing)}", sign_again)
    if here.now().date() + SOON > listed.valid_until:
        return wrong(
            f"{path.name} is valid until {listed.valid_until}", "sign one that is valid longer: docs/genuine.md"
        )
    return good(f"{path.name} is signed, and valid until {listed.valid_until}")


async def clock(here: Installation, _: Client) -> Finding:
    """Ours against the Date of any answer. The address asked holds no token."""
    async with ClientBuilder().follow_redirects(False).build() as http:
        answer = await http.get(here.settings.api_url).build().send()
    theirs = parsedate_to_datetime(answer.headers["Date"])
    off = (here.now() - theirs).total_seconds()
    if abs(off) > MOST_OFF.total_seconds():
        return wrong(f"{abs(off):.0f} seconds {'ahead' if off > 0 else 'behind'}", "timedatectl set-ntp true")
    return good("as Telegram's")


CHECKS: Mapping[str, Callable[[Installation, Client], Awaitable[Finding]]] = {
    "switches": switches,
    "updates": intake,
    "profile": profile,
    "BotFather": botfather,
    "genuine": genuine,
    "clock": clock,
}
