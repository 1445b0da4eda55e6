"""Instruments of several shapes, and marks drawn at random: no rule may lean on six, 34 or five."""

from fractions import Fraction

from hypothesis import strategies as st

from cahier.assessment.instrument import Instrument, Mark, Scale, Variable

SCALE = Scale(lowest=1, highest=5, limit=3, needed=2)
SIX = Instrument(
    "2026.1",
    SCALE,
    tuple(
        Variable(code, tuple(f"{code}{number}" for number in range(1, count + 1)))
        for code, count in [("T", 5), ("A", 6), ("I", 5), ("R", 5), ("G", 6), ("E", 7)]
    ),
)
SMALL = Instrument("own.3", Scale(0, 3), (Variable("land", ("L1", "L2")), Variable("water", ("W1",))))


def agreed(**levels):
    """Marks with an agreed level each: ``agreed(T1=3, T2=Fraction(7, 2))``."""
    return {item: Mark(agreed=level) for item, level in levels.items()}


def everything(instrument, level):
    return {item: Mark(agreed=level) for item in instrument.items}


def levels(scale):
    doubled = st.integers(2 * scale.lowest, 2 * scale.highest)
    return doubled.map(lambda half: Fraction(half, 2))


def marks_of(scale):
    level = st.none() | levels(scale)
    return st.builds(
        Mark,
        agreed=level,
        self_score=level,
        facilitator=level,
        then=level,
        grade=st.none() | st.integers(0, 3),
        applicable=st.booleans(),
    )


@st.composite
def instruments(draw):
    lowest = draw(st.integers(-1, 2))
    scale = Scale(lowest, lowest + draw(st.integers(1, 9)), limit=lowest, needed=draw(st.integers(0, 3)))
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=9))
    variables = tuple(
        Variable(f"v{index}", tuple(f"v{index}.{item}" for item in range(size)))
        for index, size in enumerate(sizes)
    )
    return Instrument("any", scale, variables)


@st.composite
def rounds(draw, number=1):
    """An instrument and so many rounds of marks made with it."""
    instrument = draw(instruments())
    mark = marks_of(instrument.scale)
    drawn = [
        draw(st.fixed_dictionaries({}, optional=dict.fromkeys(instrument.items, mark))) for _ in range(number)
    ]
    return instrument, *drawn
