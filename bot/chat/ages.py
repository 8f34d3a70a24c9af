"""Children who type, and answers to an age."""

from bot.chat.tap import Tap
from flows.answers import HEARD
from flows.offer_names import ASK, also_name, ask_name, is_question, keeping, routes_of
from flows.offers import IN_DANGER
from flows.question import CHILDREN, asks_whom
from flows.routes import ABOUT_OTHERS, CRISIS, Route
from listening.answer import GROWN_UP
from listening.understanding import Understanding


def of_an_age(heard: Understanding, here: Tap, before: Route | None) -> str:
    """The name of the answer where an age was said that may be the visitor's own: "ik ben 13", or only "13". "Ze is 13"
    is said of whom they write about."""
    if not heard.is_sure or heard.route is not Route.YOUNG:
        return ""
    if (heard.says_i_am and before in ABOUT_OTHERS | {Route.PARTNER}) or (heard.is_child and before in GROWN_UP):
        return HEARD[Route.YOUNG]
    is_alone = heard.length == 1
    asked = routes_of(here.answer) if here.answer.startswith(f"{ASK}_") else []
    if (heard.is_child or is_alone) and Route.CHILD in asked[:1]:
        return HEARD[Route.CHILD]
    is_child_in_crisis = is_alone and Route.CHILD in asked and before in CRISIS
    if before and (is_child_in_crisis or (before is Route.ACUTE and heard.is_child and not asked)):
        return keeping(HEARD[Route.CHILD], before) if asked else also_name(before, [IN_DANGER[Route.CHILD]])
    if (is_alone or heard.says_i_am) and Route.CHILD in asked:
        return keeping(here.answer, Route.YOUNG)
    return ask_name([before, Route.YOUNG]) if is_alone and before in ABOUT_OTHERS else ""


def child_typing(heard: Understanding, here: Tap, before: Route | None) -> Route | None:
    """The route with the line for children, if a child is typing: their words said so, were heard as a child's, or
    got a question for children. It goes where the words are a grown-up's."""
    if heard.is_child or before is Route.YOUNG:
        return Route.YOUNG
    is_child = before is Route.CHILD and not (
        is_question(here.answer) and asks_whom(routes_of(here.answer)) != CHILDREN
    )
    return Route.CHILD if is_child and heard.route not in GROWN_UP else None
