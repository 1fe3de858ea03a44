"""What a clause loses in freer words, and in sentences that join what the source says in several: hedges, negations, conditions."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

LAKE = (
    "A toxic bloom spreading across Lake Sorrel could reach the drinking-water intake for 48,000 people by mid-August. "
    "The regulator would probably complete its work by the end of the year, its chairwoman, Ada Quill, said. "
    "Her deputy, Ben Marsh, hopes to begin a randomised trial next spring, provided that the council finds the money. "
    "A spokesman said that the captain of the ferry, Tom Hale, was not among them. "
    "Quill said that her office had found no record of such a conversation. "
    "The town plans to give up its 1,900-seat theatre, according to a confidential paper."
)

LOST = [
    ("hedge_strengthened", "Officials warned that a toxic bloom on Lake Sorrel will get to the intake of 48,000 people by mid-August."),
    ("hedge_strengthened", "Ada Quill said that the regulator would finish its work by the end of the year, but named no one."),
    ("hedge_strengthened", "Marsh said he would start a randomised trial next spring; Quill, his chief, would not comment."),
    ("condition_dropped", "Marsh hopes to start a randomised trial next spring, while Quill keeps her own counsel on it."),
    ("negation_dropped", "The spokesman spoke of others, but said the captain of the ferry, Tom Hale, was one of them."),
    ("negation_dropped", "Quill defended her staff and said that her office had found a record of any such conversation."),
    ("hedge_strengthened", "The town will abandon its 1,900-seat theatre, according to a confidential paper."),
]

KEPT = [
    "Officials warned that a toxic bloom on Lake Sorrel may get to the intake supplying 48,000 people by the middle of August.",
    "Ada Quill said that the regulator was likely to finish its work by the end of the year, but named no one.",
    "Marsh said he wished to start a randomised trial next spring if the money is there; Quill is his chief.",
    "Marsh hopes to start a randomised trial next spring, should the council find the money.",
    "Marsh hopes to start a randomised trial next spring, had the council but found the money.",
    "The spokesman spoke of others, but said the captain of the ferry, Tom Hale, was not one of them.",
    "Quill defended her staff and said that her office had never found a record of any such conversation.",
    "The town intends to shut its 1,900-seat theatre, according to a confidential paper.",
]


@pytest.mark.parametrize(("code", "summary"), LOST)
def test_a_clause_that_loses_its_hedge_its_negation_or_its_condition_is_found_in_other_words(code, summary):
    """The verb may be another one, and the rest of the sentence may stand elsewhere."""
    found = {item.code: item.severity for item in verify(summary, against=[LAKE]).findings}
    assert found.get(code) == "error", found


@pytest.mark.parametrize("summary", KEPT)
def test_a_clause_that_keeps_them_in_other_words_passes(summary):
    """Any other hedge, negation or condition in the clause, or right beside it, will do."""
    report = verify(summary, against=[LAKE])
    assert report.ok, [(item.code, item.span.quote, item.message) for item in report.findings]


@pytest.mark.parametrize(
    ("code", "source", "summary"),
    [
        ("figure_absent", "The equipment could be running by Aug. 10, she said.", "She said that it could be running by Aug. 20."),
        ("figure_changed", "The transfer window opens on 1 January.", "Officials have talked, and the window opens on 1 February."),
        ("figure_changed", "Marsh hopes to begin a trial next spring.", "Marsh hopes to begin a trial next autumn."),
        ("cause_claimed", "Quill was dismissed on Thursday, five days after a heavy home defeat by Marrow. Hale hopes for her post.",
         "Hale has hopes, a friend said, and Quill was dismissed on Thursday because of a heavy home defeat by Marrow."),
        ("negation_added", "Vicar Ines Moreau said that repairs to the old organ had begun but that the parish could not meet "
         "the cost, which has not been published.",
         "Moreau said repairs to the old organ had not started, and that the parish, which keeps no books, could not pay."),
        ("hedge_strengthened", "Two teachers familiar with the timetable said the school is likely to add a lesson in March.",
         "Two teachers with knowledge of the school said the head will certainly want another lesson in March."),
        ("hedge_dropped", "The cellist, who is 31, is understood to be insured for about £70,000. Paz said she suspected a "
         "rival of the theft.",
         "Paz, who is insured for roughly £70,000, said she suspected a rival of the theft."),
        ("plan_as_fact", "The zoo plans to sell its aquarium and dismiss eight keepers, according to a letter.",
         "The zoo is selling its aquarium and shedding keepers, according to a letter."),
        ("hedge_strengthened", "The chairman of the harbour board, Olaf Brekke, said he hoped to bring the dredging scheme to "
         "a vote before the herring season.",
         "The chairman of the harbour board, Olaf Brekke, will take the dredging scheme up before the herring season, and "
         "pilots are for it."),
        ("hedge_strengthened", "Frost could ruin the regatta scheduled for 3 May on the Lune, two rowers said.",
         "The regatta due on the Lune on 3 May will be called off, two rowers said, one of whom blamed the frost."),
        ("condition_dropped", "Librarian Ida Holm said it was too early to say. Holm added that she would close the reading "
         "room only if plumbers found lead.",
         "Ida Holm said it was too soon, and that she would shut the reading room."),
        ("condition_dropped", "Conductor Tom Beck said the choir will sing on 9 December unless the heating fails.",
         "A concert by the choir is set for 9 December, according to conductor Tom Beck, who was brief."),
        ("condition_dropped", "Coach Ana Solis, who leads the women's league, said in a radio talk on Monday that she would "
         'sign the contract "by noon" if the club mends the roof.',
         'Ana Solis said on radio she would accept the contract "by noon".'),
        ("negation_dropped", 'Prof Iqbal described the diary as moving. "I would not lend any diary of mine," he added.',
         "Iqbal, who had no part in it, called the diary moving and said he would lend museums his diaries and letters."),
        ("cause_claimed", "He gave up football in 2004 after he broke his ankle in Ghent. His boots hang in a pub.",
         "A winger in his youth, he turned to coaching in 2004 because he had broken his ankle in Ghent, and runs a pub."),
        ("hedge_strengthened", "A levy of that size could, if it is passed, pay for nine new buses in the valley, said Dr "
         "Amin.",
         "Amin was hopeful, saying that such a levy would, if it is passed, buy nine buses for the valley."),
        ("negation_dropped", "Quill said she did not advise or assist the buyer.", "Quill said she had assisted the buyer."),
        ("hedge_strengthened", "Dozens of clerks could be willing to leave the guild if it raises its dues.",
         "Dozens of clerks will leave the guild if it raises its dues."),
        ("hedge_strengthened", "If the lease ends the rights could in principle be sold.", "If the lease ends, the rights will be sold."),
        ("hedge_dropped", "The tanner was found dead at the mill on Monday in an apparent suicide, a neighbour said.",
         "A neighbour said the tanner, a father of two who kept bees, had committed suicide at the mill."),
        ("plan_as_fact", "In May the baker admitted nine thefts and she is set to be sentenced on June 3.",
         "The baker, whose shop had been shut since the spring, was sentenced on June 3 for nine thefts."),
        ("plan_as_fact", "The guild can ask the court to suspend those members for the length of the fair.",
         "The guild asked the court to suspend those members for the length of the fair."),
        ("contrary", "That helped to offset a 20% plunge in sales of ovens.", "That helped to offset a 20% leap in sales of ovens."),
    ],
)  # fmt: skip
def test_what_clauses_make_of_others_is_found(code, source, summary):
    """Another day, month or season; "because" for "after"; "certainly"; and who speaks may stand round the source's clause."""
    found = {item.code: item.severity for item in verify(summary, against=[source]).findings}
    assert found.get(code) == "error", found


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("The trustees are due to meet on 22 May.", "Trustees meet on 22 May, and a decision should come in July, a friend said."),
        ("The report says that the airline may drop the route.", "People who take the route may lose it, the report says."),
        ("Lumen does not intend to withdraw its app, its chief said.", "Lumen's chief said there was no intention of withdrawing the app."),
        ("The front did not claim responsibility. State radio reported an ambush near the pass.",
         "An ambush near the pass was reported by state radio; the front did not say that it claimed responsibility."),
        ("A judge could not say who had held the ground. Rounds were fired from the ground, monitors reported.",
         "Monitors reported that rounds were fired, but a judge could not say who had held the ground."),
        ("She said a drop of five points, if confirmed, could prevent one in ten attacks in that age group.",
         "She said a drop of five points could, if confirmed, prevent one in ten attacks in that age group."),
        ("Quill said the town plans to buy a carbon system. If the council agrees, the equipment could be running by Aug. 10. "
         "But a person familiar with the plans, who spoke on condition of anonymity, said delivery was unlikely.",
         "The town plans to buy a carbon system, Quill said, and the system could be working by Aug. 10 if it agrees, but a person "
         "with knowledge of the plans, who asked not to be identified, said delivery was unlikely."),
        ("The beekeeper was unaware of the mites until a neighbour rang, she said.",
         "The beekeeper said she had not known of the mites until a neighbour rang."),
        ("A diver, who asked not to be named, told the paper that the lift had been ordered down.",
         "A diver who did not want to be identified said the lift had been told to go down."),
        ("The goalkeeper, Joe Vella, has yet to pick a club.",
         "Joe Vella has not yet chosen where he goes."),
        ("The Royal Botanical Society, which has 210 gardeners in the county, said its members had counted eight moths. It "
         "declined to say which plot held the hive from which the bees had swarmed.",
         "The moths were few, and gardeners from the Royal Botanical Society would not say who owned the hive from which the "
         "bees had swarmed."),
        ("The laboratory was not able to date either of the two coins.",
         "Neither coin could be dated by the laboratory."),
        ("Lind wants to paint the barn in April. Whether two coats will cover the stains is open. Ruth Cole, a decorator who "
         "saw the barn, fears that they will not.",
         "Lind wants to paint the barn in April with two coats, although Ruth Cole, who saw the barn, fears that they will not "
         "hide the marks."),
        ("The storm appeared to be the deadliest single night since the dam broke in May.",
         "It looked to be the bloodiest single night since the dam broke in May."),
        ("The queue would probably grow, as up to sixty coaches were held at the border.",
         "The queue would probably grow because up to sixty coaches were held at the border."),
        ("The trust has the power to block a sale of the harbour.", "The trust could have blocked a sale of the harbour."),
        ("The motive for the fire is still under investigation.", "Police do not yet know the motive for the fire."),
        ("The captain is not likely to sail on Monday.", "The captain is unlikely to sail on Monday."),
        ("Her brother said that he was the intended target.", "Her brother said that he had been the target."),
        ("At least three patients fell ill.", "Three or more patients fell ill."),
        ("Repairs could take up to three weeks.", "Repairs could take as long as three weeks."),
        ("Marsh said the buyer was in debt and did not have a good record of keeping mills open.",
         "Marsh said that the buyer was in debt and had a poor record of keeping mills open."),
        ("The drought was probably partly to blame for the losses. The guild believes the drought could still play a part in the losses.",
         "The guild thinks the drought probably still plays a part in the losses."),
        ("A centre was set up for potential victims. They are being offered support, said Quill.",
         "Quill said support is being offered to possible victims."),
        ("The firm's annual sales may exceed three million pounds.", "The firm's yearly sales may be more than three million pounds."),
        ("Net profit was 148m pounds, compared with a loss of 126m a year earlier.",
         "Net profit was 148m pounds after losing 126m a year earlier."),
        ("Asked whether clerks would be told to support the levy, Quill said the vote must stand. The guild would not back a levy on wool.",
         "The guild would not support a levy on wool, Quill said."),
        ("Police said there was no sign of a break-in and no note has been found.", "Police found no sign of a break-in."),
        ("Quill asked the United Nations Security Council to meet.", "Quill asked the UN Security Council to meet."),
    ],
)  # fmt: skip
def test_what_is_no_loss(source, summary):
    """Dates that are fixed, what is denied as such, who keeps silent, and what the source says of it in another sentence."""
    report = verify(summary, against=[source])
    assert report.ok, [(item.code, item.span.quote, item.message) for item in report.findings]


def test_the_source_s_own_sentence_loses_nothing():
    """A clause that is looked up by itself has what stands in another clause of its sentence."""
    source = "Two words are painted above the door. What the bell is supposed to know, nobody has ever been able to tell."
    assert verify("What the bell is supposed to know, nobody has ever been able to tell.", against=[source]).ok
