"""What a verb of speech may tell that is done and not said: "told a different story", "declined an honour", "denied them a rise"."""

from __future__ import annotations

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SEEMING, child, denies, is_finite
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import UNKNOWN, living, material, verb_senses
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.speakers.kinds import looms, noun_kind
from factcards.lexicon import content_frames, cue_nouns, cue_verbs

__all__ = ["is_act", "is_beside", "is_watched"]


def is_act(found: Found) -> bool:
    """Whether it only tells what somebody does, or should have told: the article's own word of him."""
    verb = found.verb
    if verb is None or found.frame in {"carried", "according", "noun"}:
        return False
    if found.frame == "quote":
        return _only_names_it(verb)
    if verb.lemma_ in _DEEDS or looms(verb) or _is_yet_to_show(found, verb) or _is_seen(verb):
        return True
    asked = verb.lemma_ == "ask" and child(verb, "auxpass") is not None and child(verb, "agent") is None
    if found.frame == "infinitive" and (verb.lemma_ == "learn" or asked or (verb.lemma_ in {"ask", "offer"} and denies(verb))):
        return True  # "learned to swim", "never asked to see it", "was asked to comment"
    careful = found.frame in {"infinitive", "oblique"} and any(t.lower_ == "careful" for t in found.cue)
    if careful or _is_perceived(verb) or is_watched(verb):
        return True
    if found.frame in {"clause", "infinitive"}:
        looks = found.frame == "infinitive" and verb.lemma_ in _RELYING
        phrase = found.cue[-1].dep_ == "prep" and not _quotes(found) and _has_no_word_of_telling(found)  # "| dazzled for | Tarn since"
        return looks or phrase or _is_to_be_done(found, verb) or _only_seems(verb)
    return (
        _only_seems(verb)
        or _is_to_be_done(found, verb)
        or _behaves(verb)
        or (not _quotes(found) and (_is_no_word(verb) or _is_done_to_it(verb) or _has_no_word_of_telling(found)))
        or verb.lemma_ in _RELYING
    )


_DEEDS = frozenset({"appoint", "hire", "recruit", "cut", "trim", "slash", "contact", "focus", "concentrate", "file", "sign"})
"""What somebody does, however much the words behind it look like words of his."""
_RELYING = frozenset({"look", "count", "rely", "bank"})
"""What somebody does besides, with "to" or "on": "look | to win", "count on | the ferry"; a clause is told: "it looks like it will"."""


def _only_names_it(verb: Token) -> bool:
    """Whether a participle without its doer tells what the thing before it is called: "her first tour, | titled | “The Tide”"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod"} and verb.lemma_ in _NAMING and child(verb, "agent") is None


_NAMING = frozenset({"title", "entitle", "dub", "call", "name", "nickname", "christen", "know"})


def _is_yet_to_show(found: Found, verb: Token) -> bool:
    """Whether a thing would only come to show it, or is there to: "a fair ruling | would determine | that ...", "to | prove | it was"."""
    source = found.source
    if verb.lemma_ not in _SETTLING or verb.tag_ != "VB" or source is None:
        return False
    if verb.dep_ == "advcl" and any(t.lower_ == "to" and t.head is verb for t in verb.lefts):
        return True
    thing = source.head.pos_ == "NOUN" and noun_kind(source.head) in {"unknown", "document"}
    return thing and any(t.tag_ == "MD" and t.lower_ in {"will", "would"} for t in verb.lefts)


_SETTLING = frozenset({"determine", "prove", "show", "demonstrate", "establish"})


def _has_no_word_of_telling(found: Found) -> bool:
    """Whether no word of the cue tells, judges or wants: "| launched | a raffle", "| joined | the crew". A verb that our lists have not
    tells where WordNet has it among those of telling or feeling, or of thought with what a thing is thought to be: "| ranked | it as a
    success", not "| weighed | a sale". Open is what it means with a particle, a noun of its own or a negation: "| took issue | with the
    plan", "does not accept | this".
    """
    verb = next((t for t in reversed(found.cue) if t.pos_ == "VERB"), None)  # the last one: "continued to | work | for"
    if verb is None or found.settled or _tells(verb) or denies(verb) or child(verb, "prt") or any(t.pos_ == "NOUN" for t in found.cue):
        return False
    thing = child(verb, "dobj", "nsubjpass")
    if thing is not None and thing.lemma_.lower() in cue_nouns() and verb.lemma_ not in _PERCEIVING:
        return False  # "shares | her view"
    return verb_senses(verb.lemma_.lower()).isdisjoint(_OF_TELLING | (_OF_THOUGHT if _has_predicate(verb) else set()))


def _quotes(found: Found) -> bool:
    """Whether a quotation mark stands in the content or beside it."""
    return any(t.is_quote for t in found.block.words(found.content[0][0] - 1, found.content[-1][1] + 1))


def _tells(verb: Token) -> bool:
    """Whether our lists have it among what introduces content."""
    lemma = verb.lemma_.lower()
    return is_cue_verb(verb) or any(lemma in content_frames(frame) for frame in ("object", "stance", "judged", "mind"))


def _has_predicate(verb: Token) -> bool:
    """Whether it is told what a thing is called or thought to be: "called | it unsafe", "regards | it as a loss"."""
    return child(verb, "oprd", "ccomp") is not None or any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.rights)


_OF_TELLING = frozenset({"32", "37", UNKNOWN})
"""WordNet's files of verbs of communication and feeling, and what it has not."""
_OF_THOUGHT = frozenset({"31"})
"""Its file of verbs of thought."""


def _is_done_to_it(verb: Token) -> bool:
    """Whether another sense of a verb of speech is meant, as what stands behind tells: "| called | the police", "| committed | a theft", "|
    considered | a memo", "| welcomed | the guests", "| expects | a baby".
    """
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None or thing.pos_ not in {"NOUN", "PROPN", "PRON"} or _has_predicate(verb):
        return False
    if verb.lemma_ in {"welcome", "expect"}:
        return living(thing.lemma_.lower()) and child(thing, "nummod") is None
    if verb.lemma_ not in _WITH_MORE or (verb.lemma_ == "consider" and verb.tag_ == "VBG"):  # "is considering | a sale" tells a plan
        return False
    behind = (*verb.rights, *thing.rights)
    return not any(c.dep_ in {"prt", "dative"} or c.pos_ == "ADJ" or c.lower_ == _WITH_MORE[verb.lemma_] for c in behind)


_WITH_MORE = {"call": "for", "commit": "to", "consider": "as"}
"""Verbs that tell nothing with an object alone -> what may stand beside it."""


def _is_perceived(verb: Token) -> bool:
    """Whether it is what somebody sees going on, no judgement: "they | saw | a man fall", "the memo | finds | her at work", "| noticed | a
    light".
    """
    if verb.lemma_ == "notice":
        return child(verb, "dobj") is not None
    seen = child(verb, "ccomp") if verb.lemma_ in _PERCEIVING else None
    whom = child(seen, "nsubj") if seen is not None else None
    if seen is None or verb.lemma_ == "find":  # not "found | the plan flawed"
        return seen is not None and seen.tag_ in {"VB", "VBG"} and not is_finite(seen)
    bare = whom is not None and whom.tag_ == "NN" and seen.tag_ == "VBP"  # "a man | fall"
    return bare or (seen.tag_ in {"VB", "VBG", "VBN"} and not is_finite(seen))


_PERCEIVING = frozenset({"see", "watch", "spot", "find", "catch"})


def is_watched(verb: Token) -> bool:
    """Whether somebody is seen to do it, by nobody named: "Quill | was spotted | wearing it"."""
    done = child(verb, "xcomp") if verb.lemma_ in _PERCEIVING and child(verb, "auxpass") is not None else None
    return done is not None and done.tag_ == "VBG" and child(verb, "agent") is None


def _is_seen(verb: Token) -> bool:
    """Whether it is what a picture lets see: "The photograph | shows | Ada Quill on her boat", "One | shows | the ferry leaving"; not a
    clause, "the footage | shows | he was there".
    """
    subject, clause = child(verb, "nsubj"), child(verb, "ccomp")
    if verb.lemma_ not in {"show", "depict"} or subject is None or subject.lemma_.lower() not in _PICTURES:
        return False
    return clause is None or not (is_finite(clause) or clause.left_edge.tag_ in {"WRB", "WP", "WDT"})


_PICTURES = frozenset(
    {
        "picture", "photo", "photograph", "image", "video", "footage", "clip", "film", "painting", "portrait", "drawing", "selfie", "map",
        "poster", "still", "one", "another", "other", "it", "this",
    }
)  # fmt: skip
"""What shows how something looks, and the words that stand for one."""


def _is_no_word(verb: Token) -> bool:
    """Whether what is shown, won or paid is nothing that can be told: "scans revealed | a crack", "has recorded | nine wins"; not
    "unveiled a plan".
    """
    thing = child(verb, "dobj")
    if thing is None or thing.pos_ != "NOUN":
        return False
    lemma = thing.lemma_.lower()
    if verb.lemma_ in _SHOWING and material(lemma):
        return True
    claims = verb.lemma_ == "claim" and lemma == "victory" and child(thing, "poss", "det") is None  # of an election
    return lemma in _GOT.get(verb.lemma_, ()) and not claims


_SHOWING = frozenset({"show", "reveal", "unveil", "present", "display", "exhibit", "expose", "post", "share", "claim"})
_WINS = frozenset(
    {
        "award", "title", "prize", "medal", "trophy", "cup", "crown", "spot", "place", "point", "goal", "score", "win", "wicket", "scalp",
        "gold", "silver", "bronze", "treble", "double", "victory",
    }
)  # fmt: skip
_PAID = frozenset({"benefit", "allowance", "compensation", "expense", "refund", "pension", "asylum"})
_GOT = {
    "claim": _WINS | _PAID | {"life", "victim"},
    "defend": _WINS,
    "record": _WINS | {"loss", "profit", "time", "song", "album", "defeat", "draw"},
}
"""Verbs -> what somebody has by them, and does not say."""


def _is_to_be_done(found: Found, verb: Token) -> bool:
    """Whether it is only what somebody should do or say: "think that | librarians should decide | what stays", or what anybody must
    reckon with: "passengers | can expect | delays"; not what somebody thinks that he should himself, "I | should say | it was late".
    """
    modals = {"should", "must", "can", "may", "could"} if verb.lemma_ == "expect" else {"should", "must"}
    due = any(t.tag_ == "MD" and t.lower_ in modals and t.head is verb for t in found.cue)
    own = found.source is not None and found.source.head.lower_ in {"i", "we"}
    return due and verb.tag_ == "VB" and not own and verb.lemma_.lower() in cue_verbs() and not denies(verb)


def is_beside(found: Found) -> bool:
    """Whether it is a deed told beside what its source says, or will not say, which no other card need tell: how he voted, or why he says
    nothing.
    """
    verb = found.verb
    if verb is not None and found.frame != "quote" and _attends(found, verb):
        return True
    if verb is None or found.frame not in {"object", "oblique"}:
        return False
    if verb.lemma_ == "spar" or (
        verb.lemma_ == "vote" and verb.dep_ == "relcl" and verb.left_edge.i and verb.left_edge.nbor(-1).text == ","
    ):
        return True  # "sparred with | the owners", "Quill, who | voted against | the plan, said"
    return _names_its_source(found, verb)


def _attends(found: Found, verb: Token) -> bool:
    """Whether somebody turns to a person or a thing, or lets it be seen: "When the Post | contacted | the mayor, she said", "won, |
    counting on | its name", "| showed off | her boots"; of whom the parse does not tell: "will | focus on | its harbours".
    """
    relies = verb.lemma_ in _RELYING and verb.dep_ == "advcl" and found.frame != "clause"
    shown = child(verb, "prt") if verb.lemma_ == "show" else None
    turns = verb.lemma_ == "contact" or (verb.lemma_ in _DEEDS and found.source is None)
    return relies or turns or _names_its_topic(found, verb) or (shown is not None and shown.lower_ == "off")


def _names_its_topic(found: Found, verb: Token) -> bool:
    """Whether it only tells of what somebody speaks whose words are beside it: "| Talking about | his boat, he said ...", "she said, |
    describing | their escape"; not "describing a scene of fear".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.lemma_ not in cue_verbs():
        return False
    if verb.lemma_ in {"talk", "speak"}:
        return found.link is not None and found.link.lower_ in {"about", "of"} and child(found.link, "pobj") is not None
    thing = child(verb, "dobj") if verb.lemma_ == "describe" and not _has_predicate(verb) else None
    own = child(thing, "poss", "det") if thing is not None else None
    return thing is not None and own is not None and own.lower_ not in {"a", "an"} and child(thing, "acl", "relcl", "amod") is None


def _only_seems(verb: Token) -> bool:
    """Whether the writer judges by the looks of it what somebody does: "he | appeared | to soften that line"; not what he says, "seemed to
    imply that".
    """
    if verb.lemma_ not in SEEMING or child(verb, "nsubj") is None:
        return False
    done = child(verb, "xcomp")
    return done is not None and (child(done, "ccomp") is None or done.lemma_.lower() not in cue_verbs())


def _behaves(verb: Token) -> bool:
    """Whether it is seen how somebody feels, is or does: "passengers | showed | a mixture of sympathy and impatience", "all of them |
    showing | higher sales"; figures and films show things otherwise.
    """
    subject = child(verb, "nsubj")
    if verb.lemma_ != "show" or subject is None or child(verb, "dobj") is None or noun_kind(subject) == "document":
        return False
    lives = subject.lower_ in _PERSONS or living(subject.lemma_.lower())
    return lives or (subject.pos_ == "PROPN" and subject.ent_type_ == "PERSON")


_PERSONS = frozenset({"i", "we", "he", "she", "who", "all", "both", "some", "many", "others"})
"""Words that stand for persons rather than for accounts and films."""


def _names_its_source(found: Found, verb: Token) -> bool:
    """Whether it is only told from whom a paper has it: "the Post, which | cited | two officials"."""
    who = child(verb, "dobj") if verb.lemma_ == "cite" and verb.dep_ in {"relcl", "advcl"} else None
    if who is None or noun_kind(who) not in {"person", "anonymous"} or any(t.is_quote for t in verb.subtree):
        return False
    last = found.content[-1][1]
    return found.block.offsets(who.right_edge, who.right_edge)[1] >= last and child(who, "poss") is None
