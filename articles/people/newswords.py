"""Words of the news that stand beside names, or look like them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SURNAMES_THAT_ARE_WORDS = _words("""
Baker Ball Banks Barber Bean Bear Bell Best Bishop Black Blunt Bond Bone Book Booker Branch Brown Buck Bush Camp
Cannon Case Church Clay Close Cook Cotton Cross Cruise Day Dent English Farmer Field Fields Flag Flake Flood Flowers
Ford Fox Franks Freedom French Frost Garland Gates German Gold Golden Good Grant Gray Green Grey Hall Hand Hands Hardy
Hawk Head Hill Hills Holiday Hope House Hunt Hunter Iron Israel Jewel Judge Justice Keen Key Keys Kind King Lamb Land
Lane Large Law Leader Light Little Lock Long Lord Love Low Major Marsh Masters May Minor Mist Moon North Novel Page
Pain Park Parks Peace Pence Penny Plant Pool Poor Pope Porter Post Pound Power Powers Price Prince Quick Rain Read
Reader Rice Rich Risk Rivers Rock Rose Rounds Rush Sand Sands Savage School Seal Sessions Ship Short Silver Small
Smart Snow Spring Square Stark Steel Stern Stone Storm Strange Street Strong Summer Summers Sun Tower Town True Wall
Walls Ward Water Waters Weeks Welch West White Wild Will Winter Wise Wolf Wood Woods Worth Young Fudge Hill Rush Case Crowe Ball
""")
"""Surnames that begin sentences as other words too: there the word alone says nothing."""

MONTHS_AND_DAYS = _words("""
Apr April Aug August Dec December Feb February Fri Friday Jan January Jul July Jun June Mar March May Mon Monday Nov
November Oct October Sat Saturday Sept September Sun Sunday Thu Thurs Thursday Tue Tues Tuesday Wed Wednesday
""")
BEFORE_MONTH = _words("""
after and around before between by during each early every from in last late mid next of on since that this through
till to until
""")

MAY_FOLLOW = MONTHS_AND_DAYS | _words("""
A Administration An And As At But Cabinet Campaign Democrat Democrats GOP He I If In It Justice On Republican
Republicans She The They Treasury We When Which While White Who You
""")
"""Capitalised words that may follow a name without being a part of a longer one."""

STARTERS = _words("""
A About Above According Across After Afterward Again Against Ago Ahead All Almost Alone Along Already Also Although
Always Amid Among An And Another Any Anyone Are Around As Aside Ask Asked Asks At Away Back Be Because Before Behind
Below Beside Besides Between Beyond Both But By Call Calls Can Could Despite Did Do Does Down During Each Earlier
Early Either Else Elsewhere Enter Even Ever Every Everyone Except Few Finally First For Former Fresh From Further
Given Had Has Have He Her Here Hers His How However I If In Indeed Inside Instead Into Is It Its Just Last Late Lately
Later Least Less Let Like Long Many May Maybe Meanwhile Might More Moreover Most Much Must My Nearly Neither Never
Nevertheless New Next No Nobody None Nonetheless Nor Not Nothing Now Of Off Often On Once One Only Onto Or Other
Others Our Out Outside Over Own Perhaps Plus Quite Rather Read Recently Said Same Say Says Second See Seldom Several
Shall She Should Since So Some Someone Sometimes Soon Still Such Tell Tells Than That The Their Them Then There
Thereafter Therefore These They Third This Those Though Through Throughout Thus Till To Today Together Told Tomorrow
Tonight Too Toward Two Under Unless Unlike Until Up Upon Very Via Was Watch We Well Were What Whatever When Whenever
Where Whereas Whether Which While Who Whoever Whom Whose Why Will With Within Without Would Yes Yesterday Yet You Your
""")
"""Words with which sentences begin: capitalised for that alone."""

PARTY_WORDS = frozenset(
    {"Republican", "Democratic", "Democrat", "Independent", "GOP", "Libertarian", "Conservative", "Labour"}
)

OF_OTHER_NAMES = _words("""
Academy Act Airport Amendment Arena Association Ave Avenue Award Bank Bay Beach Blvd Boulevard Bowl Bridge Brothers
Building Canal Cathedral Cemetery Center Centre Church City Club Co College Commission Committee Company Corp County
Court Courthouse Courts Creek Crossing Cup Dam Day Doctrine Doral Elementary Enterprises Expressway Falls Farm Farms
Ferry Fork Foundation Fund Gallery Golf Group Grove Hall Heights Herald High Highway Hill Hills Hole Hospital Hotel
Hotels House Inc Institute Institution International Island Islands Journal Lake League Lecture Library Lines LLC Ltd
Medal Memorial Middle Mill Mills Monument Motor Motors Mountain Mountains Museum National Open Organisation
Organization Parish Park Parkway Place Plan Plaza Poll Post Prep Press Prize Productions Ranch Rapids Records Report
Resort Ridge River Road Rule Scholar Scholarship School Shoals Society Sons Springs Square St Stadium Station Steaks
Street Studios Taj Temple Terminal Theater Theatre Times Tower Towers Township Trust Union Unit University Valley
Vineyard Waterhouse Winery
""")
"""Words that make what stands before them the name of a thing, a place or a body."""

BEFORE_OTHER_NAMES = _words("""
airport Camp Cape carrier cruiser destroyer East Fort frigate Ft HMS Hotel Hurricane Interstate Lake Lower Mount Mt
New North Old Operation Planet Point Port Route Saint San Santa ship South SS St Ste steamer Storm submarine Team
Universal Upper USS v versus vs warship West
""")

GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})

PERSON_VERBS = _words("""
accepted accused acknowledged added addressed adds admitted agreed agrees announced announces answered answers
apologised apologized appeared appears appointed argued argues asked asks asserted backed became began begins believed
believes blamed boasted called calls campaigned cited claimed claims clashed conceded concluded confirmed considered
contended contends continued criticised criticized dealt decided declared declined declines defended delivered
demanded denied denies described dined disagreed discussed dismissed drew echoed emerged endorsed enjoyed entered
expected expects explained expressed faced faces favored favoured feared felt filed fired flew fought gave gives goes
got grew had hailed has held helped herself himself hinted holds hoped hopes hosted ignored indicated insisted insists
introduced invited joined joked keeps kept knew knows lashed laughed launched led left lied lingered listened lived
looked lost made makes married meant meets mentioned met moved named needs nominated noted notes objected offered
ordered ousted paid pardoned participated phoned planned plans pledged pointed praised predicted prefers prepared
presided pressed promised proposed proved pulled pushed quit quoted raised ran reached read rebuked recalled received
recused refused regretted rejected remained remains remarked reminded repeated replaced replied reported requested
resigned responded retired retorted returned retweeted rode rose runs said sat saw says seeks seemed seems sees sent
served serves shook shrugged signaled signed sits slept smiled sought speaks spent spoke sponsored spurned stands
stayed stepped stood stopped struck stunned sued suggested supported supports surrendered suspended swore takes talked
talks tells testified testifies thanked thinks thought threatened thundered told took touted traveled travelled tried
turned tweeted tweets urged urges used vetoed violated visited voiced voted votes vowed vows waited waived walked
wanted wants warned warns welcomed went whispered who whom whose wins won wondered wore worked works worried writes
wrote
""")
"""What follows a person's name and seldom another word."""

SINGULAR = frozenset(
    {"was", "is", "has", "does", "isn't", "wasn't", "hasn't", "doesn't", "himself", "herself"}
)
"""What follows one person, and not a word in the plural."""

ADVERBS = _words("""
abruptly again allegedly already also always apparently arguably briefly even eventually finally first herself himself
however immediately initially just largely later long never nevertheless nonetheless now often once only personally
previously privately publicly quickly recently repeatedly reportedly soon still subsequently then too ultimately
""")

NOUNS = _words("""
accounts addresses answers appeals backs calls charges claims concerns controls counters cuts debates deals decides demands
drops faces falls fears files fires gains hails hits holds hopes increases jumps leads limits looks moves names needs notes
offers orders picks plans plunges points presses questions raises reaches records reports requests rests returns rises rules
runs saves serves shows signs slides soars sources stops supports surges swings talks tests threatens tops trials turns uses
views visits votes waits walks wants warns wins works
""")


def _present(verbs: frozenset[str]) -> frozenset[str]:
    stems = {verb[:-2] for verb in verbs if verb.endswith("ed") and not verb.endswith("ied")}
    regular = frozenset(stem + ending for stem in stems for ending in ("s", "es"))
    return regular | {verb[:-3] + "ies" for verb in verbs if verb.endswith("ied")}


PERSON_VERBS = (PERSON_VERBS | _present(PERSON_VERBS)) - NOUNS

HEADS = _words("""
president senator representative governor general secretary speaker leader whip chairman chairwoman chair director justice judge
ambassador chancellor minister mayor adviser advisor commissioner attorney counsel congressman congresswoman chief admiral colonel
captain professor premier officer administrator treasurer solicitor prosecutor sheriff
""")
"""With these words end titles that stand before people."""

OF_LESSER_BODIES = _words("""
state college university school class student club company board bank union church hospital county city town village council
committee board association society team coach band shadow
""")
"""What stands before a title and makes it one of another body than those whose offices are recorded."""

OF_OTHER_RANK = _words("deputy assistant associate vice under acting principal junior lieutenant")
"""Words of a title without which it would be another's: a deputy attorney general is no attorney general."""

PLACES = _words("""
Jordan Israel Georgia Chad Cuba Washington Lincoln Jackson Houston Austin Madison Cleveland Dallas Denver Florence Charlotte
Holland England France Ireland Wales Virginia Carolina Montana Nevada Dakota Orlando Raleigh Columbus Monroe Lansing
Berlin Paris London Hamilton Clinton Jefferson Franklin Arlington Burlington Wellington Sydney
""")
COUNTRIES = _words("Jordan Israel Georgia Chad Cuba Holland England France Ireland Wales")
"""Countries that are family names too: they say, decide and warn as people do."""
BEFORE_PLACES = _words("in near outside from around across into within throughout")
"""Before these names of places, which are family names too, such words tell where."""

MATTERS = _words("""
administration aide aides allies ally amendment announcement appointment appointments bill budget cabinet camp campaign case
confirmation criticism decision decisions departure dismissal endorsement era firing hearing hearings investigation lawyer lawyers
letter loyalist loyalists matter memo nomination nominee office order orders plan policy presidency proposal recusal remarks
resignation rule rules speech spokesman spokeswoman staff staffer statement supporter supporters team testimony transition
trip tweet tweets voters vote
""")
"""What a name with an article before it belongs to: the Sessions recusal."""
