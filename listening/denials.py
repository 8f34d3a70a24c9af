"""Denials: words that name a thing to say that it is not so.

"No, nothing about sex. It is about my little brother" was heard as sexual violence, and each further denial made it
surer. A denial at the beginning of a text is left out; a denial in words that we know makes its routes less likely. The
patterns are for words as `Reader` leaves them; scripts read them too.
"""

import re
from collections.abc import Mapping, Sequence

from flows.routes import Route

NO = re.compile(r"^(?:nee|neen|no|nope|nah)\b")
"""How a visitor denies or corrects our understanding."""

YES = re.compile(
    r"^(?:(?:nou|eh|uh|hmm|eigenlijk|well|um) )*(?:ja+|jep|jawel|yes|yeah|yep|yup|klopt|(?:een )?beetje|soms|sometimes"
    r"|a bit|a little|kinda|kind of|sort of|denk het wel|i think so|misschien wel|maybe)\b"
)
"""And how they confirm it."""

CORRECTS = re.compile(
    r"^(?:(?:nee+|neen|no|nope|sorry|maar|but|\$) )*"
    r"(?:ik bedoel(?:de)?|i mean|i meant|not like that|niet op die manier)\b"
)
"""How they say that they meant something else, whatever was heard before."""

_NO = r"(?:nee+|neen|no|nope|nah)"
_NOT = r"(?:niet|nie|geen|niks|niets|nooit|niemand|not|nothing|nobody|never|isnt|wasnt|arent|dont (?:want|wanna|mean))"
_NO_DESPAIR = (
    r"(?! (?:hulp|leven|zin|nut|uitweg|hoop|toekomst|vandaag|vannacht|veilig|oke|goed|normaal|thuis|help|life|point"
    r"|hope|way|use|reason|future|today|tonight|safe|ok|okay|fine|good|well|alright|allright|normal|home|alone)\b)"
)
"""Words of somebody who sees no way out, is not safe, or says "not today", are no denial."""
_BEFORE_NO = r"(?:huh|pff+|oh|hallo|wat|what|joh|hey|sorry|maar|but|ja|\$)"
_AFTER_NO = (
    r"(?:joh|hoor|echt|dat|het|dit|er|is|gaat|was|ook|toch|nu|its|it|this|thats|that|there|im|i am|i|really|\$"
    r"|ik (?:ben|wil|bedoel)|i mean)"
)
_SAYS_WHAT = (
    r"(?:(?:ik ben|kben|i am|im) (?:geen|niet (?:de|een|bang|in gevaar)|not (?:a|an|the|afraid|scared|in danger))"
    r"|(?:(?:het|dit|dat) )?gaat (?:hier |ook |toch )*(?:niet|nie) (?:over|om)|(?:it|this|that) (?:is not|isnt) about"
    r"|(?:its|thats) not (?:about|my)|(?:de melding|the report) is (?:niet|not)|(?:het|dit) is geen|geen gevaar"
    r"|no danger)"
)
_GOES_ON = (
    r"(?: (?!\$)\S+)*?(?:(?= \$|$)|(?<! niet)(?<! geen)(?<! not)(?<! nie)(?<! dat)(?<! die)(?<! als)(?<! of)"
    r"(?= (?:maar|but|het gaat|hij|ze|zij|its|it is|i am|i have|i want|i mean|im|mijn|mn|my|gewoon|just"
    r"|ik (?:ben|heb|wil|zit|voel|kan|moet|vraag|bedoel|denk|zie|hoor|woon|werk))\b))"
)
CORRECTED = (
    rf"^(?:{_BEFORE_NO} )*(?:{_NO} (?:{_AFTER_NO} )*{_NOT}|{_SAYS_WHAT})\b{_NO_DESPAIR}{_GOES_ON}"
    rf"|^(?:\S+ ){{1,3}}\$ {_NO}\b"
    r"|(?:^|(?<=\$ ))(?:(?!\$)\S+ ){1,9}(?:niet|niks|geen) hoor(?= \$)"
)
"""A denial at the beginning of a text, up to the words that go on: "nee niet over mij"; a word of ours with a no behind
it: "dying?? no"; and a sentence that ends in "niet hoor"."""
_CORRECTED = re.compile(CORRECTED)
_SIGNS = {"$", "nee", "neen", "no", "nope", "nah"}

DENIED: Mapping[str, Sequence[Route]] = {
    r"\b(?:niet|nie|not) (?:meer )?(?:onder|jonger dan|under|below|younger than)(?: de)? (?:18|achttien|eighteen)\b"
    r"|\b(?:ik ben|kben|i am|im) (?:geen (?:kind|tiener)(?! meer)|not a (?:child|kid|teen|teenager|minor)(?! any)"
    r"|(?:een |an |a )?(?:volwassen(?:e)?|meerderjarig|adult|grown man|grown woman|grown up))\b": [
        Route.CHILD,
        Route.YOUNG,
    ],
    r"\b(?:niet|not|isnt) (?:een |a )?(?:de|the|a|zijn|haar|his|her|ouder) "
    r"?(?:ouder|moeder|vader|parent|mother|mum|mom|father|dad)\b"
    r"|\bgeen (?:ouder|moeder|vader)\b|\bniet mijn (?:eigen )?(?:kind|zoon|dochter)\b"
    r"|\bnot my (?:own )?(?:kid|child|son|daughter)\b": [Route.PARENT, Route.CARER],
    r"\bniet voor (?:mijn |me |mn )?werk\b|\b(?:not|isnt) (?:for )?(?:my )?work\b"
    r"|\b(?:geen professional|not a professional)\b": [Route.PROFESSIONAL, Route.MUNICIPALITY],
    r"\bniet voor (?:mijn |me |mn )?werk\b|\bgeen (?:coach|trainer|vrijwilliger)\b"
    r"|\bnot a (?:coach|trainer|volunteer)\b": [Route.VOLUNTEER],
    r"\b(?:niet|geen) (?:mijn |mn )?familie\b|\bnot (?:my )?(?:family|relative)\b": [Route.FAMILY],
    r"\b(?:ik heb|heb|wij hebben|we hebben) (?:ze |nog |ook |het )*(?:niet|niemand|nooit) (?:ge)?(?:beld|meld)\b"
    r"|\b(?:i|we) (?:havent|didnt|have not|did not|never) (?:called|call|reported|report)\b": [Route.CALLED],
    r"\bgaat (?:het |dit |eigenlijk |toch |ook |wel )*over (?:mij|mezelf)\b"
    r"|\b(?:its|it is|thats) (?:actually |really )?about me\b|\b(?:im|i am) talking about me\b"
    r"|\b(?:ik bedoel mij|ik bedoel mezelf|i mean me|i meant me|om mij niet om)\b"
    r"|^(?:nee \$? ?)?(?:ikzelf|ik zelf|myself)(?: \$)?$"
    r"|^(?:en |and |nee |ja )?(?:ik|mij|me|bij mij|bij mij thuis|bij ons) (?:ook|too)(?: \$)?$"
    r"|\b(?:ok|okay) its me\b|\bim that (?:woman|man|mother|mum|father|dad|parent|girl|boy)\b": [
        Route.BYSTANDER,
        Route.ABOUT_OTHER,
        Route.FAMILY,
        Route.TOLD,
        Route.REPORTED,
    ],
    r"\b(?:niet|nie|niks|not|nothing|nobody|niemand)(?: is| heeft| has| was)?(?: $)? (?:over|about|reported) "
    r"(?:mij|me)\b|\b(?:melding|report) (?:is |was )?(?:niet|not) (?:over|about)\b"
    r"|\b(?:ik|wij|we) (?:heb|hebben|deed|deden)(?: \S+){0,4} (?:zelf )?(?:gemeld|een melding gedaan|melding gedaan)\b"
    r"|\b(?:i|we) (?:made|did|filed|have made) (?:a|the) report\b": [Route.REPORTED],
    r"^(?:nee|no|nope)(?: \$)? (?:niet (?:aan)?geraakt|not touch(?:ed|ing)?)\b|\b(?:niks|niets|nothing|not) "
    r"(?:met |te maken met |to do with |about )?(?:seks|sex|aanraken|touching)\b"
    r"|\b(?:niet|nie) over (?:seks|sex|aanraken)\b|\bniets seksueels\b|\bnothing sexual\b": [Route.SEXUAL],
    r"\b(?:geen gevaar|no danger|(?:no|not an) emergency|geen noodgeval|(?:not|niet) in (?:danger|gevaar)"
    r"|not (?:that|this) kind of danger|(?:dont|do not) need (?:112|the police|an ambulance)|geen (?:112|politie) nodig"
    r"|not literally|niet letterlijk|figure of speech|bij wijze van spreken"
    r"|(?:zie|hoor) (?:ik )?(?:het |t |dat )?(?:nu niet|niet nu)(?! meer))\b"
    r"|(?:^|\$ |nee |no )(?:nu niet|niet nu|not now|not right now)(?= \$|$)"
    r"|\b(?:er is|theres|there is) (?:nu |now )?(?:niks|niets|nothing)(?: aan de hand| nu| now)?(?= \$|$)": [
        Route.ACUTE
    ],
    r"(?:^|\b(?:nee|no|wil|ga|gaat|its|im|i am)(?: (?:\$|joh|hoor|echt))? )(?:niet|nie|not) (?:echt |hoor )?"
    r"(?:dood|doodgaan|dying|dead)\b(?!.* (?:maar|but)\b)"
    r"|\bdont (?:want to|wanna) die\b(?!.* (?:maar|but)\b)|\b(?:niet|nie) over (?:de )?dood\b"
    r"|\b(?:niet|nie|niks|niets|nothing|not) (?:over |met |about |to do with )(?:de )?"
    r"(?:dood|doodgaan|dying|death)\b": [Route.SUICIDAL],
    r"\b(?:ben|word|werd|ik) (?:niet|nooit) zelf (?:geslagen|mishandeld|misbruikt|geraakt)\b"
    r"|\b(?:ben|word|werd) zelf (?:niet|nooit) (?:geslagen|mishandeld|misbruikt|geraakt)\b"
    r"|\b(?:i was|i am|im|it was) not (?:me|the one)\b|\bi (?:was|am) not (?:hit|beaten|abused)\b": [
        Route.CHILD,
        Route.PARTNER,
        Route.SURVIVOR,
        Route.PARENT,
    ],
    r"\b(?:ik ben|kben|i am|im) (?:maar |gewoon |alleen |just |only )*(?:de|een|the|a|an|zijn|haar|his|her) "
    r"(?:oppas|babysitter|buur(?:man|vrouw|jongen|meisje)|neighbou?r|oma|opa|tante|oom|aunt|auntie|uncle|granny"
    r"|grandm(?:a|other)|grandfather|grandad|juf|meester|leraar|lerares|teacher|coach|trainer|chauffeur|driver"
    r"|huisbaas|landlord)\b": [Route.PARENT],
    r"\bgeen kind (?:dat|die|vertelde)\b|\bniet een kind (?:vertelde|zei)\b|\bno child told\b": [Route.TOLD],
    r"\bik (?:sla|schud|doe) (?:\S+ ){0,3}(?:niet|niks|nooit)\b(?! (?:vaak|vaker|veel|hard|altijd|expres))"
    r"|\bheb (?:nog )?nooit (?:wat|iets) gedaan\b"
    r"|\b(?:i dont|i never|never) (?:hit|hurt|hurted|shake|shook)\b": [Route.PARENT, Route.HARD_THOUGHTS],
}
"""Denials, mostly of something that we took for true, each with its routes: "no, I am not under 18" has the words of a
child."""
_DENIED = {re.compile(pattern): routes for pattern, routes in DENIED.items()}
AS_DENIED = 0.1
"""How much less likely that makes them."""


def denied(said: str) -> frozenset[Route]:
    """The routes that words deny."""
    return frozenset(route for pattern, routes in _DENIED.items() if pattern.search(said) for route in routes)


def apart(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a text without its denial at the beginning, and those of the denial. A text that only denies stays
    whole."""
    said = " ".join(words)
    left = _CORRECTED.sub("", said).split()
    if {"$"}.issuperset(left) or len(left) == len(words):
        return words, []
    gone = [word for cut in _CORRECTED.finditer(said) for word in cut[0].split() if word not in _SIGNS]
    return left[left[0] == "$" :], gone
