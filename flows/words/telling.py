"""What visitors type before a name. Each is a list with commas, in small letters and without signs, as people type it
in that language; the words of every language count."""

from flows import N_

NAME_FOLLOWS = N_(
    "ik heet, hij heet, zij heet, ze heet, die heet, dochter heet, zoon heet, zoontje heet, kind heet, meisje heet, "
    "jongen heet, vader heet, moeder heet, man heet, vrouw heet, buurman heet, buurvrouw heet, "
    "mijn naam is, zijn naam is, haar naam is, hun naam is, de naam is"
)
NO_NAME = N_(
    "niet, geen, gewoon, je, u, welkom, weg, geheim, bekend, onbekend, nodig, dat, dit, ook, zo, al, nog, nu, "
    "heel, er, het, de, een, in, op, toch, belangrijk, alleen"
)
"""Words that follow these and are no name."""
