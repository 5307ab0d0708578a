"""What English first names are shortened to."""

_LINES = """
Abraham Abe|Albert Al Bert|Alexander Alex Alec|Alexandra Alex Sandra|Alfred Al Alf Fred|Andrew Andy Drew|Anthony Tony
Arthur Art|Barbara Barb Barbie|Benjamin Ben Benny|Bernard Bernie|Bradley Brad|Calvin Cal|Catherine Cathy Kate
Charles Charlie Chuck|Christina Chris Tina|Christine Chris|Christopher Chris|Clifford Cliff|Cynthia Cindy|Daniel Dan Danny
David Dave|Deborah Deb Debbie|Dennis Denny|Donald Don Donny|Dorothy Dot Dottie|Douglas Doug|Edmund Ed Ted|Edward Ed Eddie Ted
Eleanor Ellie|Elizabeth Liz Beth Betty Betsy Lizzie|Eugene Gene|Frances Fran|Francis Frank|Franklin Frank|Frederick Fred
Gabriel Gabe|Gerald Gerry Jerry|Gregory Greg|Harold Hal Harry|Harrison Harry|Henry Hank Harry|Herbert Herb|Isaac Ike
Jacob Jake|Jacqueline Jackie|James Jim Jimmy|Janet Jan|Jeffrey Jeff|Jefferson Jeff|Jeffery Jeff|Jennifer Jen Jenny
Jerome Jerry|Jessica Jess|John Johnny|Jonathan Jon|Joseph Joe Joey|Joshua Josh|Judith Judy|Katherine Kathy Kate Katie
Kathleen Kathy|Kenneth Ken Kenny|Lawrence Larry|Leonard Len Leo|Leslie Les|Lewis Lew|Louis Lou|Margaret Maggie Peggy
Martin Marty|Matthew Matt|Maxwell Max|Melvin Mel|Michael Mike Mick|Mitchell Mitch|Nathan Nate|Nathaniel Nat Nate
Nicholas Nick|Norman Norm|Pamela Pam|Patricia Pat Patty|Patrick Pat|Peter Pete|Philip Phil|Phillip Phil|Randall Randy
Randolph Randy|Raymond Ray|Rebecca Becky|Reginald Reggie|Richard Rick Dick Rich Ricky|Robert Bob Rob Bobby|Roderick Rod
Rodney Rod|Ronald Ron Ronnie|Rudolph Rudy|Russell Russ|Samuel Sam|Samantha Sam|Sidney Sid|Solomon Sol|Stanley Stan
Stephanie Steph|Stephen Steve|Steven Steve|Stuart Stu|Susan Sue Susie|Terence Terry|Thaddeus Thad|Theodore Ted Teddy Theo
Thomas Tom Tommy|Timothy Tim Timmy|Victoria Vicky|Vincent Vince|Walter Walt|Wesley Wes|William Bill Will Billy|Zachary Zach Zack
"""
_ENTRIES = [entry.split() for entry in _LINES.replace("\n", "|").split("|") if entry]

NICKNAMES = {formal.lower(): tuple(short) for formal, *short in _ENTRIES}
"""Short forms by first name in lower case: Bob, Rob and Bobby of "robert"."""

_FORMAL: dict[str, list[str]] = {}
for _formal, *_short in _ENTRIES:
    for _nickname in _short:
        _FORMAL.setdefault(_nickname.lower(), []).append(_formal)

FORMAL = {short: names[0] for short, names in _FORMAL.items() if len(names) == 1}
"""First names by a short form that stands for no other: Michael of "mike", but none of "jeff"."""
