"""English passages and what may be said of them."""

from __future__ import annotations

from bench.paraphrased import Pattern, Table

NAMES = (
    ("Ilse Brandt", "Brandt"),
    ("Marko Ilić", "Ilić"),
    ("Joan Okafor", "Okafor"),
    ("Daw Khin Myo", "Daw Khin Myo"),
    ("Peter Voss", "Voss"),
    ("Amara Nwosu", "Nwosu"),
    ("the Harbour Board", "the Harbour Board"),
    ("the Lantern Trust", "the Lantern Trust"),
    ("Norvia", "Norvia"),
    ("Castelmar", "Castelmar"),
    ("Zoë Müller", "Müller"),
    ("the Dune Party", "the Dune Party"),
    ("Rafael Quint", "Quint"),
    ("Ottery Bank", "Ottery Bank"),
    ("the Salt Council", "the Salt Council"),
    ("Tomas Hale", "Hale"),
)

NUMBERS = {
    2: ("two", "2"),
    3: ("three", "3"),
    4: ("four", "4"),
    5: ("five", "5"),
    6: ("six", "6"),
    7: ("seven", "7"),
    8: ("eight", "8"),
    9: ("nine", "9"),
    11: ("eleven", "11"),
    12: ("twelve", "12"),
    14: ("fourteen", "14"),
    17: ("seventeen", "17"),
    20: ("twenty", "20"),
    40: ("forty", "40"),
    58: ("fifty-eight", "58"),
    116: ("116",),
    250: ("250",),
    500: ("five hundred", "500"),
    1300: ("1,300", "1300"),
    4700: ("4,700", "4700"),
    10000: ("10,000", "ten thousand"),
    31000: ("31,000",),
    2000000: ("two million", "2,000,000"),
}

MONTHS = (
    ("January",),
    ("February",),
    ("April",),
    ("June",),
    ("July",),
    ("August",),
    ("September",),
    ("October",),
    ("November",),
    ("December",),
)

ENGLISH = Table(
    "en",
    (
        Pattern(
            "{A} told the committee that {<A}{n} barges [[had not left/might have left|had left]] the harbour in {month} {year}{>}.",
            (
                "In {month} {year}, {A} said, {n} barges [[had not sailed from/might have sailed from|had sailed from]] the harbour.",
                "According to {A}, {n} barges [[did not leave/may have left|left]] in {month} {year}.",
                "In {month} {year} {n} barges [[did not leave/may have left|left]] the harbour, {A} told the committee.",
            ),
        ),
        Pattern(
            "In {year} {A} [[did not sign/refused to sign|signed]] the treaty with {B} over {n} islands.",
            (
                "{A} [[did not sign/declined to sign|signed]] a treaty on {n} islands with {B} in {year}.",
                "The treaty of {year} between {A} and {B}, on {n} islands, was [[not signed/refused by the former|signed]].",
            ),
        ),
        Pattern(
            "Turnout fell by {percent} percent in {n} districts after {A} [[reportedly withdrew/may have withdrawn|withdrew]] its observers.",
            (
                "Turnout in {n} districts was {percent}% lower after {A} [[reportedly withdrew/may have withdrawn|withdrew]] observers.",
                "{A} [[reportedly withdrew/perhaps withdrew|withdrew]] its observers, and {n} districts saw turnout fall by {percent} percent.",
            ),
        ),
        Pattern(
            "{A} paid [[more than {n}/nearly {n}|{n}]] dollars for {k} second-hand lanterns.",
            (
                "For {k} lanterns {A} paid [[more than {n}/almost {n}|{n}]] dollars.",
                "{A} bought {k} second-hand lanterns and paid [[over {n}/nearly {n}|{n}]] dollars.",
            ),
        ),
        Pattern(
            "{<B}The ferry of {A} [[never reached/failed to reach|reached]] the island with {n} passengers on board{>}, {B} wrote in {year}.",
            (
                "{B} wrote in {year} that the ferry of {A}, with {n} passengers, [[never reached/did not reach|reached]] the island.",
                "With its {n} passengers the ferry of {A} [[never got to/did not get to|got to]] the island.",
            ),
        ),
        Pattern(
            "Since {month} {year} {A} has trained {n} clerks in {k} towns.",
            (
                "{A} has, since {month} {year}, given training to {n} clerks in {k} towns.",
                "In {k} towns, {n} clerks have been trained by {A} since {month} {year}.",
            ),
        ),
        Pattern(
            "{A}, the treasurer, and {B}, the harbour master, met in {month} to count {n} crates.",
            (
                "{A} and {B} met in {month} and counted {n} crates.",
                "The treasurer, {A}, met the harbour master, {B}, in {month}; they counted {n} crates.",
            ),
        ),
        Pattern(
            "{A} believes that {<A}the bridge [[could be/might be|will be]] closed for {n} weeks{>}.",
            (
                "{A} is reported to think that for {n} weeks the bridge [[could be/may be|will be]] closed.",
                "In the view of {A}, the closure of the bridge [[could last/might last|will last]] {n} weeks.",
            ),
        ),
        Pattern(
            "Prices rose in {n} markets [[only if|when]] {A} raised the toll, by {percent} percent in {year}.",
            (
                "In {year} prices in {n} markets rose by {percent} percent, [[but only if|when]] {A} raised the toll.",
            ),
        ),
        Pattern(
            "{A} counted {n} households in {year}, and {B} counted {k}.",
            (
                "In {year} {n} households were counted by {A}, and {k} by {B}.",
                "{A} found {n} households in {year}; {B} found {k}.",
            ),
        ),
        Pattern(
            "{A} [[has no licence/lacks a licence|has a licence]] for the quarry, which employs {n} people.",
            (
                "{A} [[has no licence/does not have a licence|has a licence]] for a quarry with {n} workers.",
                "The quarry employs {n} people, and {A} [[has no licence/lacks a licence|has a licence]] for it.",
            ),
        ),
        Pattern(
            "{A} moored under {N} barges at the quay before {year}.",
            (
                "Before {year} fewer than {N} barges were moored at the quay by {A}.",
                "{A} had under {N} barges moored at the quay before {year}.",
            ),
        ),
        Pattern(
            "{A} sold over {N} lamps to {B} after {year}.",
            (
                "After {year} {B} bought more than {N} lamps from {A}.",
                "{B} bought over {N} lamps from {A} after {year}.",
            ),
        ),
        Pattern(
            "{A} will open at least {N} wells no earlier than {year}.",
            (
                "At least {N} wells will be opened by {A} no earlier than {year}.",
                "No sooner than {year}, {A} will open no less than {N} wells.",
            ),
        ),
        Pattern(
            "{A} will close at most {N} kilns no later than {year}.",
            (
                "No later than {year} at most {N} kilns will be closed by {A}.",
                "{A} will close no more than {N} kilns, in {year} or earlier.",
            ),
        ),
        Pattern(
            "{<A}Some of the {n} ballots were counted again{>}, according to {A}.",
            (
                "Of {n} ballots some were counted again, according to {A}.",
                "{A} reports that some ballots, of {n}, were counted again.",
            ),
        ),
    ),
    NAMES,
    NUMBERS,
    MONTHS,
)
