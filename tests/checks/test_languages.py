"""Which language a text is in: told where it is certain, and not told of names, borrowed words and single words."""

from __future__ import annotations

import pytest

from checks.languages import LITTLE_WORDS, NAMES, identify, name_of, subtag, tag_for

# One plain sentence in each language that is told by its little words.
SENTENCES = {
    "cs": "Pokud se bojíte, že je to vaše vina, není to pravda, a také nejste na to sami.",
    "da": "Hvis du er bange for, at det ikke går over, så kan du tale med os om det, når du vil.",
    "de": "Wenn Sie nicht wissen, ob das für Sie das Richtige ist, dann können Sie mit uns darüber reden.",
    "en": "If you do not know whether this is the right place for you, you can talk with us about it.",
    "es": "Si no sabe si este es el lugar que necesita, puede hablar con una de las personas de la clínica.",
    "fi": "Jos et tiedä, mitä sinun on tehtävä, niin me olemme täällä, ja se on ilmaista kaikille.",
    "fr": "Si vous ne savez pas si c'est le bon endroit pour vous, vous pouvez en parler avec une de nos équipes.",
    "ht": "Si ou pa konnen kisa pou ou fè, gen yon moun ki la pou li ede ou ak tout fanmi ou.",
    "hu": "Ha nem tudja, hogy mit kell tenni, akkor is van olyan, aki segít, és ez nem kerül semmibe.",
    "id": "Jika Anda tidak tahu apa yang harus dilakukan, kami ada di sini untuk Anda dan keluarga.",
    "it": "Se non sai se questo è il posto che fa per te, puoi parlare con una delle persone della nostra casa.",
    "nb": "Hvis du ikke vet hva du skal gjøre, kan du snakke med oss om det når du vil, og det er gratis.",
    "nl": "Als u niet weet of dit de goede plaats voor u is, dan kunt u er met ons over praten.",
    "pl": "Jeśli nie wiesz, co to jest i czy to jest dla ciebie, to możesz o tym z nami porozmawiać.",
    "pt": "Se você não sabe se este é o lugar para você, pode falar com uma das pessoas da nossa casa.",
    "ro": "Dacă nu știi ce să faci, poți vorbi cu noi despre ce este și cum se face, și nu costă nimic.",
    "sv": "Om du inte vet vad du ska göra så kan du tala med oss om det när du vill, och det är gratis.",
    "tl": "Kung hindi mo alam kung ano ang gagawin, may mga tao na narito para sa iyo at sa pamilya mo.",
    "tr": "Ne yapacağınızı bilmiyorsanız, biz sizin için buradayız ve bu çok kolay bir şey, hem de ücretsiz.",
    "vi": "Nếu bạn không biết phải làm gì thì chúng tôi ở đây vì bạn và gia đình của bạn.",
}


def test_there_is_a_sentence_and_a_name_for_each_language() -> None:
    assert SENTENCES.keys() == LITTLE_WORDS.keys() == NAMES.keys()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_fits_its_own_language(language: str) -> None:
    verdict = identify(SENTENCES[language], language)
    assert (verdict.language, verdict.fits) == ("", True)


@pytest.mark.parametrize("language", sorted(SENTENCES.keys() - {"en"}))
def test_a_sentence_is_told_from_english(language: str) -> None:
    verdict = identify(SENTENCES[language], "en")
    assert (verdict.language, verdict.certain) == (language, True)


@pytest.mark.parametrize("language", sorted(SENTENCES.keys() - {"en"}))
def test_english_is_told_from_every_language(language: str) -> None:
    verdict = identify(SENTENCES["en"], language)
    assert (verdict.language, verdict.certain) == ("en", True)


@pytest.mark.parametrize(
    "text",
    [
        "José Núñez de la Cruz",
        "Ludwig Mies van der Rohe",
        "La Vie en Rose",
        "buprenorphine, naltrexone, methadone",
        "hors d’œuvres à la carte",
        "Español",
        "988",
        "",
    ],
)
def test_names_and_single_words_are_in_no_other_language(text: str) -> None:
    assert not identify(text, "en").language


def test_of_a_language_without_little_words_only_english_is_told() -> None:
    catalan = "Si no saps si aquest és el lloc que necessites, pots parlar amb una de les persones de la clínica."
    assert not identify(catalan, "ca").language
    assert identify(SENTENCES["en"], "ca").language == "en"
    assert not identify(SENTENCES["en"], "ca").certain


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Если вам нужна помощь, позвоните.", "en", "Cyrillic"),
        ("Если вам нужна помощь, позвоните.", "ru", ""),
        ("如果您需要帮助", "en", "Chinese"),
        ("如果您需要帮助", "zh", ""),
        ("助けが必要なときは", "zh", "Japanese"),
        ("助けが必要なときは", "ja", ""),
        ("إذا كنت بحاجة إلى مساعدة", "es", "Arabic"),
        ("도움이 필요하면 전화하세요", "ko", ""),
    ],
)
def test_a_script_tells_which_languages_a_text_is_not_in(text: str, declared: str, language: str) -> None:
    assert identify(text, declared).language == language


@pytest.mark.parametrize(
    ("tag", "language"), [("en-US", "en"), ("ZH-hans", "zh"), (" fr ", "fr"), ("no", "nb"), ("english", ""), ("#!", "")]
)
def test_the_primary_language_of_a_tag(tag: str, language: str) -> None:
    assert subtag(tag) == language


def test_messages_name_languages_and_scripts() -> None:
    assert (name_of("nl"), tag_for("nl")) == ("Dutch", "nl")
    assert (name_of("Greek"), tag_for("Greek")) == ("Greek letters", "…")
