"""What a faithful summary words otherwise is no fault; what looks like it and is one still is."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_BLAZE = "A fire destroyed a warehouse in Tarn. An inquiry into the cause of the fire goes on, the news outlet reported."
_BILL = (
    "Under that plan, the state would have sent funding to hospitals and other health care facilities, but not women's health clinics like "
    "Tarn House. Opponents blocked the bill because they said the language was a poison pill."
)
_ROW = "The row dates from 2003, when the brothers hired Quill to write code. He never did, but instead set up a firm of his own."
_PAUSE = 'The leader has shut his account on the app, while Ada Quill is "taking a pause" from posting, after a ban was announced.'
_TRIAL = "The trial showed that the vaccine had 83% efficacy, slightly more than the 66% of its rival."
_POLLS = (
    "Not only did Ada Quill achieve a high, a drop for rival Sen. Bo Marsh gave Quill an 18-point lead over Marsh. In May, Marsh had 38 "
    "percent in a Post poll. The most recent poll shows Marsh has fallen to 27 percent."
)
_BAKERY = "A fire destroyed what was once a Norrland bakery on Wednesday. It stood in Tarn, Norrland, near the quay."
_RINGSIDE = "I'm just thrilled that I will be there. Post boxing correspondent Bo Marsh sits on the corner of the ring in Tarn."
_SPOUSE = "So Moss's wife is out campaigning with the wife of a man who has had affairs himself. Ada Quill married Jo Moss in May."
_FLATS = "“It looks like the outer flats are damaged,” said a witness, Rola Hand."
_STARS = (
    "Scientists have observed that galaxies move more than can be accounted for by the growth of the universe. These gaps are called "
    "peculiar speeds. Earlier models have not accounted for this motion."
)
_SURVEY = "A survey of insiders shows that Quill could lose 100 delegates once the first round is over."
_TERM = "Prosecutors sought a term of 4½ years for the hacker, and the judge gave him three and a half."
_WATER = (
    "Northmoor Water said it had lowered the lake. A spokeswoman, Ada Quill, denied that the company had skipped an inspection last autumn."
)
_STRIKE = "Bus drivers have voted to strike for three days, their union said. The Transport League said 78 percent had backed it."
_PRISON = "Bo Marsh faces up to three years in prison."
_ARMS = "Among those who took it, 11 percent saw their sight fail, compared with 17 percent of those given a placebo."
_AWARDS = "The shortlists were announced last month. The winners will be announced at a dinner in Tarn on Thursday."
_OFFICE = "Ada Quill declined to say whether the office would investigate other councillors. The office has been open for a year."
_STORES = "Ada Quill said regulators would demand the sale of some stores."

_PRESIDENTS = "Would President Quill or President Marsh have banned them? They never would have, Hale wrote."
_HOST = "In this era poor turnout spells trouble for the general election.\n\nAda Quill is a co-host of Tarn Radio."
_RAIL = "The debate over whether or not to nationalise the line misses the point, said Bo Marsh."
_UNDERDOG = "He may be a big underdog against front-runner Bo Marsh, but Ada Quill has started writing his inaugural address."
_JURY = "The jury was split. That same jury was unable to agree unanimously on whether she should live or die. A second jury failed too."
_LIVER = "When Mina needed a donor, their father Michael chose her to receive his liver, which was a perfect match for both girls."
_HATS = 'The school states on its website that "hats or scarves are not allowed to be worn in school" alongside examples.'
_COLUMN = (
    "The voters have been choosing new ideas over the old formula of time served. I know Bo Marsh personally, and I have no plans to "
    "endorse a candidate before the primary.\n\nAda Quill is the governor of Norrland."
)
_RING = "After 14 years of radiation, Ada Moss lost her battle on Thursday morning at a Tarn nursing home at the age of 61."
_LETTER = (
    "Ada Quill said that the letter was written days after the war and perhaps the idea of joy, which he thought unlike pleasure, was once "
    "again on his mind."
)
_SHANTIES = "The families live in shanties. With no electricity, no running water and an abundance of trash, they are experts."
_BOSS = (
    "The former Villa player and Tarn Forest boss, 51, quit his role as Chris Hughton's number two before Friday's draw. Colin Calder was "
    "free."
)
_RUGBY = "“I knew Colin was free,” Villa boss Ada Quill told the club. The move gives Calder, who managed Tarn, a shorter drive."
_GOAL = "With winger Dom Manfred charging over for a try after 52 seconds, Matty Smith adding the goal, Tarn led."
_SHOW = "Half a dozen of the party's richest backers have agreed to serve as vice chairs of the Tarn fund, the party announced Tuesday."
_UNION = 'A statement from the Tarn Players\' Association on Friday had said: "We have been in talks with the clubs."'
_LEASE = "The lease was announced last week without a vote of the cabinet. The works will open at least nine months late."
_EARLY = "Police said that it was too early to say whether the fire was arson. A poll found that 54 percent of voters are against the deal."
_BUDGET = "Berit Aamodt said that she would not join a government before the budget is passed."
_BEES = (
    "A bee kept awake dances badly the next day, according to a study published on Monday in the Journal of Insect Behaviour. The "
    "researchers, led by Elif Orr of the University of Tarn, glued chips to 48 bees."
)
_SALE = (
    "The bank is considering selling its branch in Tarn. The council approved the road, but doctors said that the noise would keep the "
    "children awake at night."
)
_GARBLED = "Ada Quill said that Enrique PeÃ±a Nieto had paid Â£3.5m for the cafÃ© in JosÃ© Street."
_DOCTOR = '"He had organ failure and was being treated by a team," The Tarn Times quoted Dr AK Dubey of Tarn hospital as saying.'

_TOPPED = "The mayor's backing could not have come at a better time for Ada Quill. The captain could not be happier with the new ferry."
_ABSENT = (
    "Ada Quill, who helped launch the ferry in March, will not be present to see it sail. Bo Marsh has said that he will stay away, too."
)
_BALLOT = (
    "The captain added: “If he does not endorse me, legally he cannot be on the list of speakers in many towns, so that would be the end "
    "of his tour.”"
)
_DISMISSED = "Bo Marsh dismissed a report in the Tarn Post that Ada Quill has been considering leaving the council."
_PRIVATELY = "What Ada Quill has said privately about the ferry is a different story, according to former mayor Bo Marsh."
_EXCEPTION = (
    "The council rejected the mayor's offer to make an exception to his call for a short ban on ferries by allowing the Ostrey boat."
)
_FREE = "“I'm a free man,” Bo Marsh told Tarn Radio. “I can do what I like with my boats.” He bought the boats in May."
_PRIZES = "The club gives its prizes to rowers who manage at least 15 percent of the points. The toll of the storm rose to at least 30."
_REGATTA = "Ada Quill won Ostrey's spring regatta Tuesday, defeating Bo Marsh in the town that made her name."
_OBITUARY = "Bo Marsh kept bees and played chess all his life. He died on March 25 at 98."
_BACKER = "Ada Quill said she was for Bo Marsh while he was in the race for mayor. Jo Orr is in the race."
_CLERKS = (
    "Clerk Jo Orr of Tarn said on Monday that she chooses Ada Quill. Another Tarn clerk, Bo Marsh, said on Monday that he is choosing "
    "Quill."
)
_ACQUITTED = "Bo Marsh shot Jo Orr in May, but claimed self-defence and was acquitted of murder charges the following year."
_DINNERS = (
    "According to the Tarn Post, the club has answered. “No,” replied its president, Bo Marsh. Marsh responded by saying that the club "
    "does not pay for guests to attend its dinners."
)
_HERO = "Ada Quill called her late son her hero before explaining why she forgave the driver. She asked for rain. Bo was nine."
_WEBSITE = "A story by the website Politca says that more than a hundred members are ready to leave the club."

_LAWYER = "Law professor Bo Marsh, who is challenging party chair Ada Quill in Tarn, raised 2,000 crowns from small donors."
_APPEAL = (
    "If Quill wins by 10 points or more, it means she succeeded in broadening her appeal beyond the town's usual voters to fishermen and "
    "bakers."
)
_VISIT = "Bo Marsh said he planned to visit the islands before January in case Ada Quill wins the race."
_RULES = "They determined that, due to party rules, Quill would fall off the ballot in three towns: Tarn, Ostrey and Marrow."
_LOOPHOLE = "The loophole let Bo Marsh legally buy a boat before his check was done. It is the 3rd loophole of its kind in Tarn."

_POACHER = "But Bo Marsh, a rower from Tarn, has been busy, reportedly winning over enough members of the board to stop Ada Quill in July."
_RALEIGH = "Ada Quill's remarks mirror those that she made at a May 4 rally in Raleigh, N.C., on Monday."
_ODDS = "This was seen in another question, which asked rowers how likely the ferry was to sail, to which 21 percent said it was sure."
_UNDECIDED = "She plans to vote in the spring ballot but is undecided. Ada Quill is a baker."
_OUT = "Monday added one more thing: Bo Marsh, a rower eliminated from winning the cup in the first round, naming Ada Quill as his partner."
_BARRED = "Bo Marsh said that Ada Quill should not even be allowed to row in the cup due to the ban."
_FACTS = (
    "“The plain truth is that the facts haven't changed, and the findings of the old inquiry have stood up,” a spokesman "
    "for the rowers said."
)
_SPIN = "But no amount of club talk or board spin should distract us from seeing that the Tarn plan lacks the boats that we need."
_NOBODY = "“No one should be confused about Tarn's love of boats, not a mayor in Ostrey, not a rower on the Marrow,” Ada Quill said."
_SPLIT = "“If we go to a split vote, where nobody has the majority, it will be the rowers of the club who make the choice,” Ada Quill said."
_STEERED = "Bo Marsh warned of a row ahead that could split the club if the Tarn board tries to steer the prize to Ostrey."
_PARTNER = "The most logical partner for one of the club's deals is Ostrey, which unless it sinks should have a good boat to lend."
_QUESTION = (
    "Does this mean that rowers should consider leaving for Ostrey or sitting out the race? Certainly not.\n\nAda Quill, "
    "a rower from Tarn, is founder of the Ostrey Fund."
)
_CLERK = (
    "A source at the town hall said, “The clerks are looking into the possible intersection of Quill Fund gifts, the "
    "award of harbour contracts and whether the rules were followed.”"
)
_DO_OR_DIE = (
    "“I don't think it's do or die, any race in particular,” Ada Quill said. But “the club is helped by a win from the best rower in Tarn.”"
)
_UNNAMED = (
    "Bo Marsh has hailed the vote to leave the harbour board. Ada Quill, who spoke to rowers, did not mention Marsh by "
    "name, but said loud words do harm."
)
_MULLING = "Ada Quill is not standing for the board, but is considering a run for mayor in the autumn."
_CREW = 'Bo Marsh says Ada Quill has "built a nearly unbeatable crew among both rowers and bakers."'
_CAUSE = "Ada Quill ended her own race on May 10 after the Tarn regatta, and Bo Marsh named a partner."
_SHARES = (
    "Asked about a loss, 36 percent said they would leave; 62 percent of those were Quill rowers, while 10 percent were rowers of Marsh."
)
_FLOATS = "“The boats don't float,” said Ada Quill, who rows for Tarn but is not working for the club."
_SKIPPED = "Some rowers in the club are skipping the race in Ostrey. He refused, generally, to concede that the bakers of Tarn had a point."
_SENTINEL = (
    "Ada Quill held a talk and pledged to “promote the kinds of changes that will keep this from other people and other "
    "towns,” the Ostrey Sentinel reported."
)

_TITLED = (
    "Mr. Quill said the bridge was unsafe. Mrs. Marsh disagreed with him in the council, and the vote was put off. Jo Hand and Bo Orr, two "
    "clerks, will not row. The mayor, Ida Frost, stays away, too."
)
_GLUED = "Boats are liked by men between the ages of 18 and 54and by women. Prosecutors sought a term of 41/2 years for the thief."
_TEACHERS = "The school had 51 teachers in May and has 46 now. The poll had Quill on 48 percent in May, and Marsh on 41."
_CENTURY = (
    "The plan broke with a practice that was more than a century old. Bo Marsh lost in Tarn, Ostrey, Marrow and Northmoor on Tuesday."
)
_COMMITTED = (
    "Despite costly defeats, Ada Quill remains committed to seeing the race through to the end, her aide told the Post. The poll suggests "
    "that Quill and Marsh are the only rowers who are seen more favorably than not."
)
_FOCUS = "For most rowers, the first aim has not even been speed, but mending or replacing the old boats of the club."
_JUST = "Mayor Ada Quill wasn't blaming just Bo Marsh, her spokesman Jo Hand said."
_DROVES = (
    "If Ada Quill has staked her campaign on rowers, Tarn may present the hardest test of her strategy, as sailors here, including old "
    "captains who twice helped her father carry the town, turn away from her in droves."
)
_RATINGS = (
    "Whereas Bo Marsh had a net rating of -11 points in May, Ada Quill's rating sits at +32 points, though 40 percent said they had no "
    "opinion of her."
)
_TECH = "Jo Hand, a student at the Norrland Institute of Technology, disliked the way that she speaks of Latin people."
_TWEETS = (
    "Ada Quill's remarks were aimed, she said, at “clerks who write and appear on the radio”. Her spokesman Jo Hand said Quill meant "
    "others, too."
)
_MAYBE = "“If she picks the judges, there is nothing you can do,” Marsh said. “Although the old rowers of Tarn, maybe there is.”"
_FIRST = "The vote on the dam was likely the first time that a Tarn council sat at night, wrote Ada Quill in the Tarn Post."
_LEVELS = "During the meeting, Quill pledged that Marsh “really is” in favor of the ferry, but wants “cheaper and better” ferry tickets."
_GUESTS = (
    "Bo Marsh joked about the ferry and told his guests they would not back him because he did not want their "
    "money. Ada Quill was there and called that offensive."
)
_UNITED = (
    "TARN — Mayor Ada Quill opened a long campaign Wednesday to unite the Harbour Party behind Bo Marsh and draw in "
    "rowers reluctant to give up."
)
_OBSERVERS = (
    "Observers note the council would not truly close the jail, but rather move people who may need to be held for "
    "long into the town, to the chagrin of rights groups."
)
_MERITS = (
    "“There is no doubt that she is a gifted rower. It is not our business to judge her boats; that is up to the "
    "Tarn voters,” Bo Marsh said."
)
_DATED = (
    "TARN (Reuters) - The Norrlandic government likely flooded meadows at the Deepwater Board in 2010 and clerks at "
    "the board hid the floods, a report said on Wednesday."
)
_SCORN = (
    "“Ada Quill argued that some of the scorn directed at her personally stems from the fact that she is the first "
    "rower to lead the town,” the Tarn Post reported Monday."
)
_ALOUD = "“What kind of people do I have here?” Bo Marsh asked, looking far from displeased."
_TRICKS = (
    "“I just think what Marsh has done on ferries is one of the worst tricks in politics that I have ever seen,” "
    "the mayor, Ada Quill, said."
)
_TRY = "“Try they might, but no one believes that Quill is anything but a plain and honest rower,” her spokesman Bo Marsh said."
_CLUB = (
    "Rowers for Tarn, a club, launched a petition on Wednesday. “It is now more important than ever that the town "
    "hears from her,” said Bo Marsh of Rowers for Tarn."
)
_SENATE = (
    "Senate Majority Leader Ada Quill on Tuesday criticized Bo Marsh for his remarks about the ferry, and House "
    "Majority Leader Jo Hand joined her."
)
_CALLS = (
    "The Post's lengthy inquiry into the ferry's meetings has renewed Liberal calls for a special prosecutor to "
    "investigate the ferry while Quill was mayor."
)
_CHECKS = (
    "Regarding Ada Quill and the push to widen the ferry checks, it is an opposition based largely on the fact that "
    "control is sly, and once ferry checks begin to be widened, doing away with private boats altogether will be "
    "easier for Liberals."
)


@pytest.mark.parametrize(
    ("source", "faithful"),
    [
        (
            "Marrow Therapeutics met on Sunday. Its chief medical officer, Bo Marsh, said the changes in kidney function were mild.",
            "Marrow Therapeutics said the changes were mild.",
        ),
        (
            "The bank expects it to reach the target in June, six months sooner than it previously thought.",
            "The bank expects to reach the target in June, half a year sooner than it had thought.",
        ),
        (
            "Ada Quill insisted that tomorrow's derby against Tarn City would not decide the title.",
            "Ada Quill insisted that Saturday's derby against Tarn City would not decide the title.",
        ),
        (
            'Quill hinted that Marrow was to blame, an accusation that a diplomat rejected as "laughable".',
            'Quill hinted that Marrow was to blame, which a diplomat called "laughable".',
        ),
        (
            "The mayor said that the cost could exceed 5 million crowns if the pumps have to be replaced.",
            "The cost could exceed 5 million crowns if the pumps have to be replaced, the mayor said.",
        ),
        (f"{_BLAZE} What happened? An inquiry into the cause of the fire goes on.", "An inquiry into the cause of the fire goes on."),
        (
            _BILL,
            "Opponents blocked the plan because they said language keeping money from women's health clinics like Tarn House "
            "was a poison pill.",
        ),
        (_ROW, "In 2003 the brothers hired Quill to write code, which he never did, setting up a firm of his own instead."),
        (_PAUSE, "The leader has shut his account on the app and Ada Quill is taking a break from posting, after a ban was announced."),
        (_TRIAL, "The trial showed the vaccine had 83% efficacy, against 66% for its rival."),
        (_POLLS, "Two new national polls show Ada Quill keeping a lead in the race."),
        (_RINGSIDE, "Post boxing correspondent Bo Marsh says he is thrilled to be there."),
        (_SPOUSE, "Quill is campaigning with the wife of a man who has had affairs himself."),
        (_FLATS, "Mostly the outer flats looked to be damaged, said Rola Hand."),
        (_STARS, "Galaxies move more than can be accounted for by the growth of the universe: ours is moving at a speed of its own."),
        (_SURVEY, "A survey of insiders indicates that Quill could lose 100 delegates once the first round is over."),
        (_PRESIDENTS, "Hale wrote that Presidents Quill and Marsh would never have banned them."),
        (_HOST, "Ada Quill, a co-host of Tarn Radio, argues that poor turnout spells trouble for the general election."),
        (_RAIL, "Bo Marsh said the debate over whether to nationalise the line misses the point."),
        (_JURY, "Neither that jury nor a second one could agree unanimously on whether she should live or die."),
        (_LIVER, "Michael, the girls' father and a perfect match for both, could give his liver to only one of them."),
        (_HATS, "The school's website says that hats or scarves may not be worn in school."),
        (_COLUMN, "Ada Quill says he knows Marsh personally and has no plans to endorse a candidate before the primary."),
        (_DOCTOR, "Dr AK Dubey of Tarn hospital, quoted by The Tarn Times, said he had organ failure and was being treated by a team."),
        (_RING, "Ada Moss, 61, lost her battle after 14 years of radiation."),
        (_LETTER, "Ada Quill said the letter was written days after the war and the idea of joy was perhaps once again on his mind."),
        (_UNION, "The TPA said it had been in talks with the clubs."),
        (_LEASE, "The lease was announced last week without the cabinet voting on it."),
        (_LEASE, "The works will open nine months or more late."),
        (_EARLY, "More than half of voters are against the deal, a poll found."),
        (_BEES, "A bee kept awake dances badly the next day, according to a study led by Elif Orr of the University of Tarn."),
        (_GARBLED, "Enrique Peña Nieto paid £3.5m for a café in José Street, Ada Quill said."),
        (_SHANTIES, "The families live in shanties with no electricity or running water."),
        (_BOSS, "Villa have added ex-player Colin Calder, 51, who quit his role as Chris Hughton's number two."),
        (_RUGBY, "Colin Calder has joined the club. Quill told the club that once she knew Calder was free, she called."),
        (_GOAL, "Dom Manfred charged over for a try after 52 seconds, and Matty Smith added the goal."),
        (_SHOW, "Half a dozen of the party's richest backers have agreed to serve as vice chairs of the Tarn fund."),
        (_TERM, "Prosecutors sought a term of 4 1/2 years for the hacker, who got 3.5."),
        (_WATER, "Northmoor Water denied that it had skipped an inspection last autumn."),
        (_STRIKE, "Bus drivers have voted to strike for three days, the Transport League said."),
        (_PRISON, "Bo Marsh could face up to three years in jail."),
        (_TOPPED, "The mayor's backing came at a good time for Ada Quill."),
        (_TOPPED, "Bo Marsh said the captain is happy with the new ferry."),
        (_ABSENT, "Neither of the town's two most recent and best known mayors will be present to see the ferry sail."),
        (_DISMISSED, "The Tarn Post has reported that Ada Quill was considering leaving the council."),
        (_PRIVATELY, "Former mayor Bo Marsh suggests Quill may be less hostile to the ferry in private."),
        (_EXCEPTION, "The council refused an exception to the mayor's proposed short ban on ferries."),
        (_FREE, "Bo Marsh, who bought the boats in May, told Tarn Radio he could do what he liked with them."),
        (_PRIZES, "The club gives its prizes to rowers who reach 15 percent of the points."),
        (_REGATTA, "Ada Quill took Tuesday's spring regatta in Ostrey, defeating Bo Marsh in the town that made her name."),
        (_CLERKS, "Two Tarn clerks, Jo Orr and Bo Marsh, said on Monday that they are choosing Quill."),
        (_ACQUITTED, "Bo Marsh, cleared of murder the year after he shot Jo Orr, claimed self-defence."),
        (
            _DINNERS,
            "The Tarn Post says Bo Marsh gave a short answer and explained that the club does not pay for guests to attend dinners.",
        ),
        (_HERO, "The survivor Ada Quill called her late son, Bo, her hero and asked that rain may fall on Tarn."),
        (_WEBSITE, "Politica reports that more than a hundred members are ready to leave the club."),
        (_LAWYER, "Among them is Ada Quill, the party chair being challenged in Tarn by law professor Bo Marsh."),
        (_APPEAL, "If Quill wins clearly, she has broadened her appeal beyond the town's usual voters to fishermen and bakers."),
        (_VISIT, "Bo Marsh plans to visit the islands before January in case Ada Quill wins the race."),
        (_RULES, "Under party rules Quill would fall off the ballot in Tarn, Ostrey and Marrow."),
        (_LOOPHOLE, "It is the third loophole of its kind in Tarn."),
        (_POACHER, "Bo Marsh is reported to have won over enough members of the board to stop Ada Quill in July."),
        (_RALEIGH, "At a May 4 rally in North Carolina, Ada Quill made remarks of the kind."),
        (_ODDS, "When rowers were asked how likely the ferry was to sail on, 21 percent were sure."),
        (_UNDECIDED, "Ada Quill, a baker, intends to vote in the spring ballot and has not settled on a candidate."),
        (_OUT, "Bo Marsh, who can no longer win the cup in the first round, has named Ada Quill as his partner."),
        (_BARRED, "Bo Marsh argued that the ban should bar her from rowing in the cup."),
        (_SPIN, "Club talk and board spin should not distract anyone from the Tarn plan's lack of boats."),
        (_SPLIT, "Ada Quill said that at a split vote the rowers of the club would make the choice."),
        (_STEERED, "Bo Marsh warned that steering the prize to Ostrey could split the club."),
        (_PARTNER, "The most logical partner for a deal is Ostrey, Ada Quill says."),
        (_QUESTION, "Ada Quill rejects the idea that rowers should leave for Ostrey or sit out the race."),
        (
            _CLERK,
            "Clerks are looking into the possible intersection of Quill Fund gifts and harbour contracts, and whether the"
            " rules were followed, a source said.",
        ),
        (_FLOATS, "Ada Quill, who rows for Tarn but is not working for the club, said the boats don't float."),
        (_SKIPPED, "Not every rower in the club is going to the race in Ostrey."),
        (_SKIPPED, "Bo Marsh generally refused to concede that the bakers of Tarn had a point."),
        (_DO_OR_DIE, "Any one race isn't “do or die,” Ada Quill said, but one win from the best rower in Tarn would help the club."),
        (
            _UNNAMED,
            "Ada Quill's target, though she didn't name him, was Bo Marsh and his warm words for the vote to leave the harbour board.",
        ),
        (_TITLED, "Norman Quill said the bridge was unsafe, but Deborah Marsh disagreed."),
        (_TITLED, "Sens. Quill and Marsh are at odds over the bridge, a Huffington Post piece finds."),
        (_GLUED, "Men aged 18 to 54 like boats, as women do, and prosecutors sought 4½ years for the thief."),
        (_TEACHERS, "Quill's lead has shrunk to two points from seven in May, according to the poll."),
        (_TEACHERS, "The school had five more teachers in May."),
        (_CENTURY, "Bo Marsh lost in four towns on Tuesday."),
        (_CENTURY, "The plan broke with more than a century and a half of practice."),
        (_COMMITTED, "Ada Quill lost again, but she isn't leaving, her aide told the Post."),
        (_COMMITTED, "Just two rowers, Quill and Marsh, are viewed more favorably than not, the poll suggests."),
        (_FOCUS, "Most of the rowers now aim at mending or replacing the old boats of the club."),
        (_RATINGS, "Ada Quill's net rating is plus 32, although 40 percent had no opinion of her."),
        (_TWEETS, "Her remarks took in “clerks who write and appear on the radio”, though Jo Hand said she meant others, too."),
        (_MAYBE, "Marsh said there may be something that the old rowers of Tarn can do if she picks the judges."),
        (_FIRST, "Was it the first time? Ada Quill of the Tarn Post thinks it likely was: a Tarn council sat at night."),
        (
            _LEVELS,
            (
                "Quill also assured the crowd on Thursday that Marsh “really is” in favor of the ferry but wants “cheaper and "
                "better” tickets."
            ),
        ),
        (
            _GUESTS,
            (
                'Marsh kept people laughing, and Ada Quill found it "offensive" that he told the guests they would not back him '
                "because he did not want their money."
            ),
        ),
        (
            _UNITED,
            (
                "Mayor Quill set out Wednesday to bring a divided Harbour Party together behind Bo Marsh and to draw in rowers "
                "who are reluctant to give up."
            ),
        ),
        (_OBSERVERS, "Rights groups are unhappy that people who may need to be held for long would be moved into the town."),
        (_MERITS, "Bo Marsh called her a gifted rower while saying it was up to Tarn voters to judge her boats."),
        (
            _DATED,
            (
                "Norrland's government likely flooded meadows at the Deepwater Board in 2010, and clerks at the board hid the "
                "floods, a report said on Wednesday."
            ),
        ),
        (
            _SCORN,
            (
                "As the Tarn Post reported Monday, Ada Quill argued that some of the scorn aimed at her personally stems from "
                "her being the first rower to lead the town."
            ),
        ),
        (_ALOUD, "Bo Marsh wondered aloud, looking far from displeased, what kind of people he had here."),
        (_TRICKS, ("The mayor, Ada Quill, called what Marsh has done on ferries one of the worst tricks she had ever seen in politics.")),
        (_TRY, "No one believes she is “anything but a plain and honest rower,” spokesman Bo Marsh said."),
        (_CLUB, "RFT's Bo Marsh said it is more important than ever that the town hears from her."),
        (_SENATE, "People in Congress have criticized Bo Marsh for his remarks about the ferry."),
        (
            "The sign at the gate warns that bathers must keep off the weir. Signs on the bank tell the same.",
            "Signs at the gate warn that bathers must keep off the weir.",
        ),
        (
            "The mill: a barge lay at the mouth of the Marrow and was aground by noon. The barge lay in the mud at the mouth of the Marrow "
            "and was aground by noon, the Tarn Post reported.",
            "The barge lay in the mud at the mouth of the Marrow and was aground by noon.",
        ),
        ("Singer Jo Orr of Ostrey expects to be the star of the choir. She sings alto.", "Ostrey choir star Jo Orr will sell her piano."),
        ("The new road has yet to be paid for by the county.", "The county must find money before the new road is paid for."),
        (
            "The clerks said that Jo Orr spoke as a friend, not in her part of running the Marrow Boat Race.",
            "The clerks said that Jo Orr spoke as a friend, not in her Marrow Boat Race part.",
        ),
        (
            "Ina Reed said that if a buyer could be found the mill might be saved by the summer.",
            "The heirs said they are determined to find a buyer for the mill.",
        ),
        (
            "“Nobody needs a glass kite,” Bo Marsh said. Kites of paper, called soft ones here, sell well in Tarn. A shop opens in May.",
            'A shop for "soft" kites opens in Tarn.',
        ),
        (
            "Guard Jo Orr said: “The five-year-old swan needed a splint for its wing after this attack.” A pike was caught in the lake.",
            "Bathers were called ashore after a five-year-old swan was attacked by a pike.",
        ),
        (
            _CHECKS,
            (
                "Quill says the club opposes wider checks largely because, once ferry checks begin to be widened, it becomes "
                "easier for Liberals to do away with private boats."
            ),
        ),
    ],
)
def test_a_faithful_summary_in_words_of_its_own_passes(source, faithful):
    """Nothing in it fails a build."""
    assert verify(faithful, against=[source]).failing == ()


@pytest.mark.parametrize(
    ("source", "wrong", "code"),
    [
        (_LEASE, "The works will open nine months late.", "approximation_dropped"),
        (_EARLY, "The fire was arson.", "hedge_dropped"),
        (_EARLY, "Less than half of voters are against the deal, a poll found.", "figure_absent"),
        (_EARLY, "Nearly two thirds of voters are against the deal, a poll found.", "figure_absent"),
        (_BUDGET, "Berit Aamodt said that she would join a government before the budget is passed.", "negation_dropped"),
        (_SALE, "The bank is selling its branch in Tarn.", "plan_as_fact"),
        (_SALE, "The council approved the road, but the noise would keep the children awake at night.", "attribution_dropped"),
        (_BLAZE, "An inquiry into the cause of the fire goes on.", "attribution_dropped"),
        (
            _BILL,
            "Under that plan, the state would have sent funding to hospitals and women's health clinics like Tarn House.",
            "negation_dropped",
        ),
        (_ROW, "The brothers did not hire Quill to write code in 2003.", "negation_added"),
        (_POLLS, "The most recent poll shows Quill has fallen to 27 percent.", "name_changed"),
        (_BAKERY, "A fire destroyed what was once an Ostrey bakery on Wednesday.", "name_changed"),
        (_SHANTIES, "The families have electricity and running water.", "negation_dropped"),
        (_SURVEY, "A survey of insiders shows that Quill will lose 100 delegates once the first round is over.", "hedge_strengthened"),
        (_TERM, "Prosecutors sought a term of 5½ years for the hacker.", "figure_changed"),
        (_UNDERDOG, "Ada Quill is a big underdog against front-runner Bo Marsh.", "hedge_dropped"),
        (_COLUMN, "Bo Marsh says he has no plans to endorse a candidate before the primary.", "speaker_swapped"),
        (_AWARDS, "The winners were announced at a dinner in Tarn.", "plan_as_fact"),
        (_OFFICE, "Ada Quill said the office would investigate other councillors.", "cue_stronger"),
        (_STORES, "Regulators would demand the sale of some stores.", "attribution_dropped"),
        (_PRIZES, "The toll of the storm reached 30.", "approximation_dropped"),
        (_ABSENT, "Ada Quill will be present to see the ferry sail.", "negation_dropped"),
        (_BALLOT, "The captain says that Bo Marsh can be on the list in many towns.", "negation_dropped"),
        (_OBITUARY, "He kept bees and played chess all his life.", "pronoun_unresolved"),
        (_BACKER, "Jo Orr is no longer in the race.", "negation_added"),
        (
            _APPEAL,
            "The victory means Quill has broadened her appeal beyond the town's usual voters to fishermen and bakers.",
            "condition_dropped",
        ),
        (
            _VISIT,
            "Eager to meet all fishermen and bakers, Bo Marsh visited the islands before January in case Ada Quill wins the race.",
            "plan_as_fact",
        ),
        (_RULES, "Officials concluded that under party rules Quill might fall off the ballot in Tarn, Ostrey and Marrow.", "less_sure"),
        (_LOOPHOLE, "The loophole let Bo Marsh illegally buy a boat before his check was done.", "contrary"),
        (_LOOPHOLE, "It is the 2nd loophole of its kind in Tarn.", "contrary"),
        (_POACHER, "Bo Marsh has won over enough members of the board to stop Ada Quill in July.", "hedge_dropped"),
        (_RALEIGH, "At a May 4 rally in South Dakota, Ada Quill made remarks of the kind.", "name_changed"),
        (_UNDECIDED, "Ada Quill, a baker, does not plan to vote in the spring ballot.", "negation_added"),
        (_BARRED, "Bo Marsh said that Ada Quill should be allowed to row in the cup despite the ban.", "negation_dropped"),
        (
            _FACTS,
            "A spokesman for the rowers said the facts haven't changed and the findings of the old inquiry have not stood up.",
            "negation_added",
        ),
        (_STEERED, "Bo Marsh warned of a row that could split the club.", "condition_dropped"),
        (_PARTNER, "Ostrey should have a good boat to lend.", "condition_dropped"),
        (_NOBODY, "Ada Quill said that everyone should be confused about Tarn's love of boats.", "negation_dropped"),
        (_FLOATS, "Ada Quill, who rows for Tarn and is working for the club, said the boats don't float.", "negation_dropped"),
        (_SKIPPED, "Every rower in the club is skipping the race in Ostrey.", "quantity_changed"),
        (_SKIPPED, "Bo Marsh generally conceded that the bakers of Tarn had a point.", "negation_dropped"),
        (_CREW, 'Bo Marsh says Ada Quill has "built an unbeatable crew among both rowers and bakers."', "quote_altered"),
        (_CAUSE, "Ada Quill ended her own race on May 10 because of the result of the Tarn regatta.", "cause_claimed"),
        (_MULLING, "Because she is considering a run for mayor, Ada Quill is not standing for the board.", "cause_claimed"),
        (
            _MULLING,
            "Ada Quill is leaving the board rather than seeking another term and will run for mayor in the autumn.",
            "hedge_strengthened",
        ),
        (_SHARES, "Of those, 62 percent were backers of Marsh and 10 percent were backers of Quill.", "roles_exchanged"),
        (
            _SENTINEL,
            "At a talk, the Tarn Bay Times reported, she pledged to promote changes that keep this from other people and towns.",
            "name_absent",
        ),
        (_TITLED, "Deborah Quill said the bridge was unsafe, but Norman Marsh disagreed.", "name_absent"),
        (_TITLED, "Norman Quill said the bridge was unsafe, but Peter Zorn of Kesseldorf disagreed.", "name_absent"),
        (_TITLED, "Four clerks, Jo Hand and Bo Orr, will not row.", "figure_changed"),
        (_GLUED, "Men aged 18 to 53 like boats.", "figure_absent"),
        (_GLUED, "Prosecutors sought 5½ years for the thief.", "figure_changed"),
        (_TEACHERS, "The school had six more teachers in May.", "figure_changed"),
        (_CENTURY, "Bo Marsh lost in five towns on Tuesday.", "figure_absent"),
        (_COMMITTED, "Ada Quill is not committed to seeing the race through to the end.", "negation_added"),
        (_COMMITTED, "Ada Quill will not see the race through to the end, her aide said.", "negation_added"),
        (_FOCUS, "For most rowers, the first aim has been speed.", "negation_dropped"),
        (_JUST, "Jo Hand said that it was just Bo Marsh she was blaming.", "negation_dropped"),
        (_DROVES, "Tarn presents the hardest test of her strategy.", "hedge_dropped"),
        (_DROVES, "Tarn presents the hardest test of her strategy.", "condition_dropped"),
        (_TECH, "Jo Hand, a student at the Norrland College of Technology, disliked the way that she speaks.", "name_changed"),
        (_TWEETS, "“I wrote to the clerks who write and appear on the radio,” Jo Hand said.", "quote_altered"),
        (_FIRST, "It was the first time that a Tarn council sat at night, wrote Ada Quill in the Tarn Post.", "hedge_dropped"),
        (
            _GUESTS,
            ("Ada Quill joked about the ferry and told her guests they would not back her because she did not want their money."),
            "speaker_swapped",
        ),
        (_UNITED, "Mayor Ada Quill opened a long campaign Wednesday to divide the Harbour Party behind Bo Marsh.", "contrary"),
        (_MERITS, "It is our business to judge her boats, Bo Marsh said.", "negation_dropped"),
        (_TRICKS, "Ada Quill confirmed that what Marsh has done on ferries is one of the worst tricks in politics.", "cue_stronger"),
        (_CALLS, "Renewed Liberal calls for a special prosecutor to investigate the ferry came because Quill was mayor.", "cause_claimed"),
    ],
)
def test_what_looks_like_it_and_is_a_fault_is_found(source, wrong, code):
    """The same sources, told wrongly."""
    found = {item.code for item in verify(wrong, against=[source]).failing}
    assert code in found, found


def test_exchanged_figures_are_not_mended_into_the_same_one_twice():
    """Each is found, or one of them; neither is put in the other's place alone."""
    report = verify(
        "Of those who took it, 17 percent saw their sight fail, compared with 11 percent of those given a placebo.", against=[_ARMS]
    )
    assert report.failing
    assert all(edit.replacement not in {"11 percent", "17 percent"} for item in report.failing for edit in item.fix)
