"""Which language a text is in, by the little words that no sentence of a language does without, and by its script.

Little words and not a model: they say nothing of names, medicines, code and borrowed words, which is what we want.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from checks import pronunciation

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Articles, pronouns, prepositions, conjunctions, auxiliary verbs: the commonest of each language, by its subtag.
LITTLE_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "cs": """a aby ale ani asi až bez bude být by byl byla bylo co do ho i já jak jako je jeho jej její jen
            ještě již jsem jsme jsou k kde když ke která které který mezi mi může na nad nebo není o od ona oni
            pak po pod podle pro proto protože před přes při s se si ta tak také tato ten tento to u už v ve
            však více z za ze že""",
        "da": """af alle at blev bliver da de dem den der deres det dig din disse du efter eller en end er et for
            fra få går ham han hans har havde hun hvad hvem hver hvis hvor i ikke ind jeg kan kun kunne man med
            meget men mig mod må når og også om op os over på sig sin skal skulle som til ud under ved vi vil
            var være været""",
        "de": """aber alle als am an auch auf aus bei bin bis da damit das dass dein dem den der des dich die diese
            dieser dieses du durch ein eine einem einen einer eines er es für habe haben hat ich ihm ihr ihre
            im in ist kann kein keine können man mein mich mir mit muss nach nicht noch nur oder ohne sehr sein
            seine sich sie sind so über um und uns unter vom von vor war waren was weil wenn werden wie wir
            wird zu zum zur""",
        "en": """a about after all also an and any are as at be because been before but by can could did do does for
            from had has have he her his how i if in into is it its may me more most my no not of on one only
            or other our out over she should so some than that the their them then there these they this those
            to under up was we were what when where which while who why will with would you your""",
        "es": """a al algo antes aunque cada como con cuando de del desde donde el él ella ellos en entre era es esa
            ese eso esta está están este esto ha hace han hasta hay la las le les lo los más me mi mucho muy ni
            no nos o para pero poco por porque puede que qué quien se ser si sí sin sobre son su sus también te
            tiene todo todos tu tú un una uno usted y ya yo""",
        "fi": """ei ennen että ei hän he hyvin ihan ilman ja joka jos jotka jonka jota kaikki kanssa kuin kun kuka
            minä me mikä missä mitä mukaan mutta myös ne niin niitä nyt oli olla olen on ole olisi ovat saa se
            sekä sen siellä siinä sinä sitä tai tämä tämän tässä te vain vaan vielä voi yli""",
        "fr": """a à afin ai alors an as après au aussi autre aux avant avec avez avoir bien car ce ceci cela ces
            cet cette ceux chez comme comment dans de depuis des donc dont du elle elles en encore entre est et
            été être eu fait il ils j je jusque l la le les leur leurs lui ma mais me même mes moi mon n ne nos
            notre nous on ont or ou où par pas pendant plus pour pourquoi qu quand que quel quelle qui s sa
            sans se ses si son sont sous sur ta te tes toi ton tous tout toute très tu un une vos votre vous y""",
        "ht": """ak anpil ap avèk ba bay chak divan epi fè gen genyen ki kote kouman lè li mwen nan nou ou oswa pa
            paske pou poukisa se si sa sou tankou te tout yo yon yonn""",
        "hu": """a az azt ahogy aki alatt amely amikor ami annak által bár be csak de e egy egyik el én és ez ezek
            ezért ezt fel fog ha hanem hogy ha igen is itt ki kell kívül le lehet lesz már meg mely mert mi még
            miért mint minden nagyon nem nincs olyan ő ők össze pedig sem szerint te több után utána vagy van
            vannak volt""",
        "id": """adalah agar akan anda antara apa apakah atau bahwa bagi belum bisa dalam dan dapat dari dengan di
            hanya harus ia ini itu jika juga kami karena ke kepada ketika kita lebih masih mereka oleh pada
            para saat saya sebagai sebuah secara sedang sehingga semua seperti serta setelah sudah telah
            tersebut tetapi tidak untuk yang""",
        "it": """a ad ai al alla alle anche ancora avere c che chi ci come con contro cosa così cui da dal dalla dei
            del della delle di dopo dove e è era essere fra gli ha hai hanno ho i il in io l la le lei lo loro
            lui ma me mi mia mio molto ne nel nella nelle noi non nostro o ogni per perché più può quando
            quello questa questo qui sarà se si sia sono su sua sul sulla suo tra tu tutti tutto un una uno vi
            voi""",
        "nb": """alle at av ble blir da de deg dem den denne der dere deres det dette din du eller en enn er et
            etter for fra få han har hans hun hva hvem hver hvis hvor hvordan i ikke inn jeg kan kunne man med
            meg men mer mot må mye når nå og også om opp oss over på seg selv sin skal skulle slik som til
            under ut var ved vi vil være vært""",
        "nl": """aan al alle als bij daar dan dat de deze die dit doen door dus een en er ge geen had heb hebben
            heeft het hij hoe hun ik in is je kan kunnen maar me meer men met mij mijn moet naar niet niets nog
            nu of om omdat ons ook op over te tot u uit uw van veel voor waar waarom wanneer want waren was wat
            we wel werd wie wij wil worden wordt zal ze zich zij zijn zo zonder zou""",
        "pl": """a aby albo ale bardzo bez bo być był była było by być ci czy dla do gdy gdzie go i ich ile im ja
            jak jako je jego jej jest jestem jeszcze jeśli już każdy kiedy kto która które który lub ma mi mnie
            może na nad nie niż o od on ona oni oraz po pod przed przez przy się są ta tak także tam te tego
            tej ten to tu tylko tym w we więc z za ze że""",
        "pt": """a à ao aos as até com como da das de dela dele depois do dos e é ela ele eles em entre era essa
            esse esta está este eu foi há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no
            nos nós o os ou para pela pelo por porque pode quando que quem se sem ser seu seus só são sobre sua
            suas também te tem ter todos tudo um uma umas você vocês""",
        "ro": """a acest aceasta acestea ai al ale am ar are au ca că care ce cea cel cine cu cum dacă dar de deci
            după din doar ea ei el este eu fi fie fost face iar în încă între la le lor lui mai mult ne nici nu
            noi o ori pe pentru peste prin sa să sau se si și sunt spre sub te tot toate un una unei unui va vă
            voi vor""",
        "sv": """alla att av bara blev blir då de dem den denna deras dess det detta dig din du där efter eller en
            er ett från för få ha hade han hans har henne hon hur här i icke inte jag kan kunde man med mellan
            men mer mig mot mycket ni nu när och också om oss på samma sedan sig sin ska skall som så till
            under upp ut utan vad var vara varit vem vi vid vilka vilken är""",
        "tl": """ako alin ang aming ano at ating ay ayon bago bakit bawat dahil daw din dito gaya habang hanggang
            hindi ikaw isang ito iyon iyong ka kanila kanilang kaniyang kapag kasama kay kaya kayo ko kung
            lahat lamang mga may mayroon mo na namin nang natin ng ngunit ni nila nito niya o pa paano para
            pero po sa saan sila sino siya tayo upang walang""",
        "tr": """ama aynı bana bazı belki ben benim bir biz bu bunu bunun çok çünkü da daha de değil diye en gibi
            göre hem her hiç için ile ise kadar ki kim mı mi mu mü nasıl ne neden o olan olarak oldu olduğu
            olur onu onun onlar sadece sen siz sonra şey şu tüm var ve veya ya yok""",
        "vi": """anh bạn bị bởi các cách cái cho chúng có còn cùng của cũng đã đang đây để đến đều điều đó được gì
            hay hơn hoặc khi không là lại làm lên mà mình mỗi một nào này nên nếu người những như nhưng ở phải
            qua ra rất rằng sau sẽ tại theo thì tôi trên trong trước từ và vào vẫn về vì với""",
    }.items()
}  # fmt: skip

SPOKEN_IN: Mapping[str, list[str]] = {
    word: [language for language, words in LITTLE_WORDS.items() if word in words]
    for word in frozenset[str]().union(*LITTLE_WORDS.values())
}

NAMES: Mapping[str, str] = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French",
    "ht": "Haitian Creole", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "nb": "Norwegian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sv": "Swedish", "tl": "Tagalog", "tr": "Turkish",
    "vi": "Vietnamese",
}  # fmt: skip
# Written alike, as far as these words go.
SAME: Mapping[str, str] = {"fil": "tl", "in": "id", "ms": "id", "nn": "nb", "no": "nb"}

# Scripts, by what they are called, with the languages that are written in them. A text in a script is in no language
# that is not written in it.
SCRIPTS: Mapping[str, tuple[str, frozenset[str]]] = {
    name: (characters, frozenset(languages.split()))
    for name, (characters, languages) in {
        "Arabic": ("\u0600-\u06ff\u0750-\u077f", "ar az fa ks ku ckb ps sd ug ur"),
        "Armenian": ("\u0531-\u058f", "hy"),
        "Bengali": ("\u0980-\u09ff", "as bn mni"),
        "Chinese": ("\u4e00-\u9fff", "cmn ja ko lzh wuu yue zh"),
        "Cyrillic": ("\u0400-\u052f", "ab av az ba be bg bs ce cu cv kk ky mk mn ru sh sr tg tk tt ug uk uz"),
        "Devanagari": ("\u0900-\u097f", "awa bho hi mai mr ne sa sd"),
        "Ethiopic": ("\u1200-\u137f", "am gez ti tig"),
        "Georgian": ("\u10a0-\u10ff", "ka"),
        "Greek": ("\u0386-\u03ff\u1f00-\u1fff", "el grc"),
        "Hebrew": ("\u05d0-\u05ea", "he iw yi"),
        "Japanese": ("\u3041-\u30ff", "ja"),
        "Khmer": ("\u1780-\u17d2", "km"),
        "Korean": ("\uac00-\ud7a3", "ko"),
        "Thai": ("\u0e01-\u0e4e", "th"),
    }.items()
}
IN_LATIN_TOO = {"az", "bs", "ku", "sh", "sr", "uz"}
NOT_IN_LATIN = {language for _, languages in SCRIPTS.values() for language in languages} - IN_LATIN_TOO

ENOUGH = 3  # little words of one language that another does not have, before we say a word
SHARE = 0.2  # of all words, which sentences of every one of these languages reach
LONG = 8  # words, so many that they are a sentence and no name


@dataclass(frozen=True)
class Verdict:
    """`language` is what a text is in, where that is another than was declared; "" where it is not, or not known.

    `fits` says that the text has little words or the script of the declared language, which `language` has not; `words`
    is how many words it has.
    """

    language: str
    fits: bool
    words: int
    certain: bool = False


def subtag(tag: str) -> str:
    """The primary language of a tag: "en" of "en-US"; "" where there is none of two or three letters.

    <https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1>
    """
    primary = tag.strip().split("-")[0].lower()
    return SAME.get(primary, primary) if re.fullmatch("[a-z]{2,3}", primary) else ""


def name_of(language: str) -> str:
    """What people call the language or the script of a verdict, for a message: "in Dutch", "in Greek letters"."""
    return NAMES.get(language) or f"{language} letters"


def tag_for(language: str) -> str:
    """What to write in a lang attribute for the language of a verdict; for a script it depends."""
    return language if language in LITTLE_WORDS else "…"


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, and what stands before an apostrophe as a word of its own."""
    return [part for word in WORD.findall(text.lower()) for part in _parts(word)]


def _parts(word: str) -> Iterable[str]:
    start, apostrophe, rest = word.replace("’", "'").partition("'")
    return (start, rest) if apostrophe and len(start) <= 2 else (word,)


def script_of(text: str) -> str:
    """The script that most letters of a text are of, where it is one of SCRIPTS; else ""."""
    if text.isascii():
        return ""
    counts = {name: len(re.findall(f"[{characters}]", text)) for name, (characters, _) in SCRIPTS.items()}
    if counts["Japanese"]:
        counts["Japanese"] += counts["Chinese"]
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] > len(re.findall(r"[^\W\d_]", text)) / 2 else ""


def identify(text: str, declared: str) -> Verdict:
    """Compare a text with the primary language it is declared to be in."""
    words = words_of(text)
    script = script_of(text)
    if script:
        fits = declared in SCRIPTS[script][1]
        return Verdict("" if fits else script, fits, len(words), certain=True)
    counts = Counter(words)
    own = LITTLE_WORDS.get(declared, frozenset())
    fits = any(word in counts for word in own)
    among = _most_common(counts, LITTLE_WORDS if own or declared in NOT_IN_LATIN else ["en"])
    for other in among:  # of a language that we do not know, English alone is no relative
        theirs, ours = LITTLE_WORDS[other] - own, own - LITTLE_WORDS[other]
        hits, misses = _count(counts, theirs), _count(counts, ours)
        enough = hits >= ENOUGH and hits >= SHARE * len(words) and len(theirs & counts.keys()) >= ENOUGH - 1
        if enough and misses <= hits / 4:
            certain = bool(own) or (declared in NOT_IN_LATIN and len(words) >= LONG)
            return Verdict(other, misses > 0, len(words), certain)
    if own and not fits and LITTLE_WORDS["en"] & counts.keys() and _all_english(words):
        return Verdict("en", fits, len(words), certain=True)
    return Verdict("", fits, len(words))


def _most_common(counts: Counter[str], among: Collection[str]) -> list[str]:
    """The two languages, or one, that have enough of these words."""
    hits = Counter[str]()
    for word, count in counts.items():
        for language in SPOKEN_IN.get(word, ()):
            hits[language] += count
    return [language for language, count in hits.most_common() if count >= ENOUGH and language in among][:2]


def _count(counts: Counter[str], among: frozenset[str]) -> int:
    return sum(count for word, count in counts.items() if word in among)


def _all_english(words: list[str]) -> bool:
    return len(words) >= ENOUGH and all(pronunciation.knows(word) for word in words)
