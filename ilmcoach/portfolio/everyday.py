"""Names that are words as well, and the short ways of English first names (common sense)."""

from __future__ import annotations

LAST_NAMES = frozenset(
    "abbot ash baker ball banks barber barker barn bean bell bird bishop black bloom bond booth "
    "bowl bridge bright broad brown buck bull burn bush butcher butler carpenter carter cash "
    "castle chamber chambers chapel church clay clerk close coal collier cook cooper cork cotton "
    "court cox craft crane cross crow curry day deer dial dove drake draper driver duke early "
    "east english farmer field fields finch fish fisher fleet flint flood flower ford forest "
    "forester foster fox freeman french frost fuller gale gardener gates glass glover gold "
    "golden good grave graves gray green grey grove guest hall ham hammer hand harden hardy hare "
    "hart harvest hawk hay head hedge herd hill hills holder hook horn house hunt hunter ireland "
    "iron joiner judge keen kettle key king knight lake lamb lane large law lawn light little "
    "lock long lord love low marsh mason masters mayor meadow meadows miller mills mist mole "
    "moon moor nail newman noble north nurse oak orchard page painter palm park parker parks "
    "parrot parson pass peace pepper pike pine piper plant plum pole pool pope porter potter "
    "power powers prentice priest prince prior quick rain ranger reader ring rivers rock roper "
    "row rush sale salmon salt sand sands sawyer seal sharp shepherd ship short singer slack "
    "small smart snow south spark speed spring square stamp star steel stone street strong "
    "summers swan sweet swift tailor temple thorn tower towers town tree turner vine wager walker "
    "wall warden waters wave way weaver weeks wells west wheeler white wild winter wise wolf wood "
    "woods worth wright yard young".split()
)
"""Last names that are words of every day: small letters mean the word."""

MONTHS = frozenset("april may june august".split())
"""Names that are months as well."""

ABBREVIATIONS = frozenset(
    "ad ai am ba bc bs cd ceo cfo cpd cv dc ed eg er eu gp hr ia ib id ie ii iii ilm iq it iv la "
    "lp ma md mp ms nb no ny oh ok or pa pc pd pe phd pm pr ps qa ra rd se sme so st to tv uk "
    "un us vi vp we".split()
)
"""Capitals in a row that are seldom somebody."""

_SHORT = """
alexander alex sandy, alexandra alex sandra sasha, andrew andy drew, anthony tony ant, barbara
barb babs, benjamin ben benny, catherine cathy kate katie, katherine kathy kate katie kat,
charles charlie chas, christine chris chrissie, christopher chris, daniel dan danny, david dave,
deborah deb debbie, dorothy dot dottie, edward ed eddie ted ned, elizabeth liz beth betty lizzie
eliza, frances fran, francis frank, frederick fred freddie, gregory greg, helen nell, henry harry
hal, james jim jimmy jamie, jennifer jen jenny, john jack johnny, jonathan jon jonny, joseph joe
joey, josephine jo josie, joshua josh, kenneth ken kenny, lawrence larry laurie, leonard len
lenny, margaret maggie meg peggy, matthew matt, michael mike mick, michelle shell, nicholas nick
nicky, nicola nicky nic, patricia pat tricia trish, patrick pat paddy, peter pete, philip phil,
rebecca becky bex, richard rich rick dick, robert rob bob bobby robbie bert, ronald ron ronnie,
samantha sam, samuel sam sammy, sarah sally, stephen steve, steven steve, susan sue susie,
theresa terry tess, thomas tom tommy, timothy tim, victoria vicky tori, vincent vince, william
will bill billy liam, zachary zach
"""
SHORT_WAYS: dict[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:]) for one in _SHORT.split(",") if (words := one.split())
}
"""What people of a first name are often called for short."""
