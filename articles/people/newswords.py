"""Words of the news that stand beside names, or look like them."""


def listed(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


SURNAMES_THAT_ARE_WORDS = listed(
    """
Baker Ball Banks Barber Bean Bear Bell Best Bishop Black Blunt Bond Bone Book Booker Branch Brown Buck Bush Camp Cannon Case
Church Clay Close Cook Cotton Cross Cruise Day Dent English Farmer Field Fields Flag Flake Flood Flowers Ford Fox Franks
Freedom French Frost Garland Gates German Gold Golden Good Grant Gray Green Grey Hall Hand Hands Hardy Hawk Head Hill Hills
Holiday Hope House Hunt Hunter Iron Israel Jewel Judge Justice Keen Key Keys Kind King Lamb Land Lane Large Law Leader Light
Little Lock Long Lord Love Low Major Marsh Masters May Minor Mist Moon North Novel Page Pain Park Parks Peace Pence Penny
Plant Pool Poor Pope Porter Post Pound Power Powers Price Prince Quick Rain Read Reader Rice Rich Risk Rivers Rock Rose
Rounds Rush Sand Sands Savage School Seal Sessions Ship Short Silver Small Smart Snow Spring Square Stark Steel Stern Stone
Storm Strange Street Strong Summer Summers Sun Tower Town True Wall Walls Ward Water Waters Weeks Welch West White Wild Will
Winter Wise Wolf Wood Woods Worth Young Fudge Crowe
"""
)
"""Surnames that begin sentences as other words too: there the word alone says nothing."""

MONTHS_AND_DAYS = listed(
    """
Apr April Aug August Dec December Feb February Fri Friday Jan January Jul July Jun June Mar March May Mon Monday Nov
November Oct October Sat Saturday Sept September Sun Sunday Thu Thurs Thursday Tue Tues Tuesday Wed Wednesday
"""
)
BEFORE_MONTH = listed(
    """
after and around before between by during each early every from in last late mid next of on since that this through till to
until
"""
)

MAY_FOLLOW = MONTHS_AND_DAYS | listed(
    """
A Administration An And As At But Cabinet Campaign Democrat Democrats GOP He I If In It Justice On Republican Republicans
She The They Treasury We When Which While White Who You
"""
)
"""Capitalised words that may follow a name without being a part of a longer one."""

STARTERS = listed(
    """
A About Above According Across After Afterward Again Against Ago Ahead All Almost Alone Along Already Also Although Always
Amid Among An And Another Any Anyone Are Around As Aside Ask Asked Asks At Away Back Be Because Before Behind Below Beside
Besides Between Beyond Both But By Call Calls Can Could Despite Did Do Does Down During Each Earlier Early Either Else
Elsewhere Enter Even Ever Every Everyone Except Few Finally First For Former Fresh From Further Given Had Has Have He Her
Here Hers His How However I If In Indeed Inside Instead Into Is It Its Just Last Late Lately Later Least Less Let Like Long
Many May Maybe Meanwhile Might More Moreover Most Much Must My Nearly Neither Never Nevertheless New Next No Nobody None
Nonetheless Nor Not Nothing Now Of Off Often On Once One Only Onto Or Other Others Our Out Outside Over Own Perhaps Plus
Quite Rather Read Recently Said Same Say Says Second See Seldom Several Shall She Should Since So Some Someone Sometimes
Soon Still Such Tell Tells Than That The Their Them Then There Thereafter Therefore These They Third This Those Though
Through Throughout Thus Till To Today Together Told Tomorrow Tonight Too Toward Two Under Unless Unlike Until Up Upon Very
Via Was Watch We Well Were What Whatever When Whenever Where Whereas Whether Which While Who Whoever Whom Whose Why Will
With Within Without Would Yes Yesterday Yet You Your
"""
)
"""Words with which sentences begin: capitalised for that alone."""

PARTY_WORDS = frozenset(
    {"Republican", "Democratic", "Democrat", "Independent", "GOP", "Libertarian", "Conservative", "Labour"}
)

OF_OTHER_NAMES = listed(
    """
Academy Act Airport Amendment Arena Association Ave Avenue Award Bank Bay Beach Blvd Boulevard Bowl Bridge Brothers Building
Canal Cathedral Cemetery Center Centre Church City Club Co College Commission Committee Company Corp County Court Courthouse
Courts Creek Crossing Cup Dam Day Doctrine Doral Elementary Enterprises Expressway Falls Farm Farms Ferry Fork Foundation
Fund Gallery Golf Group Grove Hall Heights Herald High Highway Hill Hills Hole Hospital Hotel Hotels House Inc Institute
Institution International Island Islands Journal Lake League Lecture Library Lines LLC Ltd Medal Memorial Middle Mill Mills
Monument Motor Motors Mountain Mountains Museum National Open Organisation Organization Parish Park Parkway Place Plan Plaza
Poll Post Prep Press Prize Productions Ranch Rapids Records Report Resort Ridge River Road Rule Scholar Scholarship School
Shoals Society Sons Springs Square St Stadium Station Steaks Street Studios Taj Temple Terminal Theater Theatre Times Tower
Towers Township Trust Union Unit University Valley Vineyard Waterhouse Winery
"""
)
"""Words that make what stands before them the name of a thing, a place or a body."""

BEFORE_OTHER_NAMES = listed(
    """
airport Camp Cape carrier cruiser destroyer East Fort frigate Ft HMS Hotel Hurricane Interstate Lake Lower Mount Mt New
North Old Operation Planet Point Port Route Saint San Santa ship South SS St Ste steamer Storm submarine Team Universal
Upper USS v versus vs warship West
"""
)

GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})

ADVERBS = listed(
    """
abruptly again allegedly already also always apparently arguably briefly even eventually finally first herself himself
however immediately initially just largely later long never nevertheless nonetheless now often once only personally
previously privately publicly quickly recently repeatedly reportedly soon still subsequently then too ultimately
"""
)

HEADS = listed(
    """
president senator representative governor general secretary speaker leader whip chairman chairwoman chair director justice
judge ambassador chancellor minister mayor adviser advisor commissioner attorney counsel congressman congresswoman chief
admiral colonel captain professor premier officer administrator treasurer solicitor prosecutor sheriff
"""
)
"""With these words end titles that stand before people."""

OF_LESSER_BODIES = listed(
    """
state college university school class student club company board bank union church hospital county city town village council
committee association society team coach band shadow
"""
)
"""What stands before a title and makes it one of another body than those whose offices are recorded."""

OF_OTHER_RANK = listed("deputy assistant associate vice under acting principal junior lieutenant")
"""Words of a title without which it would be another's: a deputy attorney general is no attorney general."""

BESIDE_NAMES = listed(
    """
Top Longtime Key Senior Former Onetime Fellow Embattled Beleaguered Incoming Outgoing Candidate Nominee Billionaire
Businessman Citizen Developer Millionaire Defendant Witness Client Boss Dad Mom Father Mother Grandpa Uncle Aunt Stop Dump
Impeach Elect Vote Beat Free Fire Support Back Help Make Pro Anti Never Poor Young Old Good Great Big Little Dear Happy Sad
Angry Half Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Russian British American Mexican
Canadian Chinese German French Israeli Iranian Syrian Korean Japanese Turkish Ukrainian European Asian African Arab Jewish
Muslim Catholic Evangelical Conservative Liberal Progressive Moderate Texan Californian Floridian Southern Northern Eastern
Western Federal State Local National Foreign White Black Hispanic Latino Male Female Fox Congressional Presidential Senate
House Cabinet Campaign Justice Treasury Pentagon Capitol
"""
)
"""Words with a capital letter that may stand before a family name and are no first names."""
RELATIVE = listed("first second elder older younger senior junior later earlier previous next")
"""Before a title, such a word says that it is not the holder of the day: the first President Bush."""

PLACES = listed(
    """
Jordan Israel Georgia Chad Cuba Washington Lincoln Jackson Houston Austin Madison Cleveland Dallas Denver Florence Charlotte
Holland England France Ireland Wales Virginia Carolina Montana Nevada Dakota Orlando Raleigh Columbus Monroe Lansing Berlin
Paris London Hamilton Clinton Jefferson Franklin Arlington Burlington Wellington Sydney
"""
)
COUNTRIES = listed("Jordan Israel Georgia Chad Cuba Holland England France Ireland Wales")
"""Countries that are family names too: they say, decide and warn as people do."""
BEFORE_PLACES = listed("in near outside from around across into within throughout")
"""Before these names of places, which are family names too, such words tell where."""

MATTERS = listed(
    """
administration aide aides allies ally amendment announcement appointment appointments bill budget cabinet camp campaign case
confirmation criticism decision decisions departure dismissal endorsement era firing hearing hearings investigation lawyer
lawyers letter loyalist loyalists matter memo nomination nominee office order orders plan policy presidency proposal recusal
remarks resignation rule rules speech spokesman spokeswoman staff staffer statement supporter supporters team testimony
transition trip tweet tweets voters vote
"""
)
"""What a name with an article before it belongs to: the Sessions recusal."""

BEFORE_THINGS = listed(
    """
the a an this that these those each every some any several many most two three four five six seven eight nine ten both all
no
"""
)
"""Before a word, these show that it is no name."""
