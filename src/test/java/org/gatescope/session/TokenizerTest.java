package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.session.Tokens.Tokenized;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expected figures are those of the notebook, and of Keras' rules followed by hand. */
@Execution(ExecutionMode.CONCURRENT)
class TokenizerTest {
    private static final Tokenizer WORDS = Tokenizer.WORDS;
    private static final Tokenizer CHARACTERS = Tokenizer.CHARACTERS;

    @Test
    void theNotebooksTextsGiveItsFigures() throws IOException {
        JsonNode notebook = notebook();
        List<String> texts = new ArrayList<>();
        notebook.get("texts").forEach(text -> texts.add(text.asString()));
        List<List<Integer>> printed = new ArrayList<>();
        notebook.get("printed").forEach(line -> {
            List<Integer> sequence = new ArrayList<>();
            line.forEach(index -> sequence.add(index.asInt()));
            printed.add(sequence);
        });
        Tokenized tokenized = fitted(WORDS, String.join("\n", texts));
        assertThat(tokenized.sequences()).isEqualTo(printed);
        assertThat(tokenized.vocabulary().tokens())
                .containsExactly("have", "i", "pen", "apple", "a", "an", "you", "and");
        assertThat(tokenized.token(1)).isEqualTo("have");
        assertThat(tokenized.lengths()).containsExactly(4, 4, 5);
    }

    @Nested
    class Words {
        @Test
        void areWhatPunctuationAndSpacesPart() {
            assertThat(fitted(WORDS, "well-known, don't;  (x)\tSnake_case")
                            .vocabulary()
                            .tokens())
                    .containsExactly("well", "known", "don't", "x", "snake", "case");
            assertThat(fitted(WORDS, Cutting.Words.KERAS_FILTERS).vocabulary().tokens())
                    .isEmpty();
        }

        @Test
        void keepCapitalsAndPunctuationWhereTheyAreToldTo() {
            Tokenizer plain = Tokenizer.plain(new Cutting.Words(""), false);
            assertThat(fitted(plain, "Stop. stop. Stop.").vocabulary().tokens()).containsExactly("Stop.", "stop.");
            assertThat(fitted(plain, "a\tb c").vocabulary().tokens()).containsExactly("a\tb", "c");
            assertThat(fitted(Tokenizer.plain(new Cutting.Words("。😀"), true), "猫。犬😀鳥")
                            .vocabulary()
                            .tokens())
                    .containsExactly("猫", "犬", "鳥");
        }

        @Test
        void arePartedByTheSpaceAlone() {
            assertThat(fitted(WORDS, "a\u00A0b c\u3000d").vocabulary().tokens())
                    .containsExactly("a\u00A0b", "c\u3000d");
            assertThat(fitted(WORDS, "私はペンを持っている 你好世界").vocabulary().tokens()).containsExactly("私はペンを持っている", "你好世界");
        }

        @Test
        void becomeSmallAsUnicodeHasIt() {
            assertThat(fitted(WORDS, "ΟΔΟΣ ΣΟΣ İ ÄÖ").vocabulary().tokens())
                    .containsExactly("οδος", "σος", "i\u0307", "äö");
        }
    }

    @Nested
    class Characters {
        @Test
        void areAllThereAreSpacesAndPunctuationToo() {
            Tokenized tokenized = fitted(CHARACTERS, "Hi, hi!");
            assertThat(tokenized.vocabulary().tokens()).containsExactly("h", "i", ",", " ", "!");
            assertThat(tokenized.sequences()).containsExactly(List.of(1, 2, 3, 4, 1, 2, 5));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "😀", // beyond the basic plane
                    "e\u0301", // with a combining accent
                    "👩\u200D👩\u200D👧", // joined to a family
                    "🇯🇵", // a flag of two letters
                    "👍🏽", // with a colour of skin
                    "か\u3099", // with a voicing mark
                    "각", // Hangul as one syllable
                    "\u1100\u1161\u11A8" // and as its letters
                })
        void areWhatAReaderTakesForOne(String character) {
            assertThat(fitted(CHARACTERS, character + "x" + character)
                            .vocabulary()
                            .tokens())
                    .containsExactly(character, "x");
        }

        @Test
        void ofAHostileTextAreCutInOneGo() {
            for (String unit : List.of("\u0301", "🇯", "👩\u200D", "\u1100", "\uD83D", "\r", "a\u0301")) {
                String text = unit.repeat(Tokenizer.MOST_CHARACTERS / unit.codePointCount(0, unit.length()));
                assertThat(CHARACTERS.fit(text)).isInstanceOf(Tokenized.class);
            }
        }
    }

    @Test
    void linesWithoutTokensKeepTheirPlace() {
        assertThat(fitted(WORDS, "a b\n\n...\r\nb").sequences())
                .containsExactly(List.of(2, 1), List.of(), List.of(), List.of(1));
        assertThat(fitted(WORDS, "\n\na\n").sequences()).containsExactly(List.of(), List.of(), List.of(1));
        assertThat(fitted(WORDS, "")).isEqualTo(new Tokenized(Vocabulary.NONE, List.of()));
    }

    @Test
    void frequencyRanksAndThenWhatCameFirst() {
        assertThat(fitted(WORDS, "d c b a\nb a\na").vocabulary().tokens()).containsExactly("a", "b", "d", "c");
    }

    @Nested
    class WithAVocabulary {
        private final Vocabulary vocabulary = Vocabulary.of(List.of("have", "i", "pen"));

        @Test
        void aTextIsReadByIt() {
            assertThat(WORDS.encode("I have.\n\nPen!", vocabulary))
                    .isEqualTo(new Tokenized(vocabulary, List.of(List.of(2, 1), List.of(), List.of(3))));
        }

        @Test
        void whatItDoesNotHoldIsNamedWithItsPlace() {
            assertThat(refusal(WORDS.encode("I have\nI have a pear", vocabulary)))
                    .is(saying("session:tokens.unknown", 2, 3, "a"));
            assertThat(refusal(WORDS.encode("😀".repeat(500), vocabulary))).contains("“" + "😀".repeat(20) + "…”");
            assertThat(refusal(CHARACTERS.encode("{0}'", Vocabulary.NONE))).contains("“{”");
        }

        @Test
        void whatAVocabularyHoldsTwiceIsItsFirst() {
            Vocabulary twice = new Vocabulary(List.of("a", "a", "b"), WORDS);
            assertThat(WORDS.encode("b a", twice)).isEqualTo(new Tokenized(twice, List.of(List.of(3, 1))));
        }

        @Test
        void aTextReadByItsOwnIsWhatItWas() {
            String text = "the cat sat on the mat\nthe dog did not";
            Tokenized tokenized = fitted(WORDS, text);
            assertThat(WORDS.encode(text, tokenized.vocabulary())).isEqualTo(tokenized);
            assertThat(tokenized.sequences().stream()
                            .map(line -> line.stream().map(tokenized::token).collect(Collectors.joining(" ")))
                            .collect(Collectors.joining("\n")))
                    .isEqualTo(text);
        }
    }

    @Nested
    class IsRefused {
        @Test
        void whatIsTooLong() {
            assertThat(WORDS.fit("😀".repeat(Tokenizer.MOST_CHARACTERS))).isInstanceOf(Tokenized.class);
            assertThat(refusal(WORDS.fit("a".repeat(Tokenizer.MOST_CHARACTERS + 1))))
                    .is(saying("session:tokens.long", 1000000));
            assertThat(WORDS.encode("a".repeat(Tokenizer.MOST_CHARACTERS + 1), Vocabulary.of(List.of("a"))))
                    .isInstanceOf(Tokens.Refused.class);
        }

        @Test
        void whatHasTooManyDifferentTokens() {
            Stream<String> most = IntStream.range(0, Tokenizer.MOST_TOKENS).mapToObj(Integer::toString);
            assertThat(fitted(WORDS, most.collect(Collectors.joining(" ")))
                            .vocabulary()
                            .tokens())
                    .hasSize(Tokenizer.MOST_TOKENS);
            Stream<String> more =
                    IntStream.rangeClosed(0, Tokenizer.MOST_TOKENS).mapToObj(Integer::toString);
            assertThat(refusal(WORDS.fit(more.collect(Collectors.joining("\n")))))
                    .is(saying("session:tokens.many", 10001, 10000));
        }
    }

    /** Cut by the Python program that lies beside the figures. */
    @Test
    void everyCuttingGivesWhatPythonGives() throws IOException {
        try (InputStream in = TokenizerTest.class.getResourceAsStream("/text/cutting.json")) {
            JsonNode figures = new JsonMapper().readTree(in);
            Map<String, Tokenizer> tokenizers = Map.of(
                    "words", WORDS,
                    "text-vectorization", Tokenizer.plain(new Cutting.Vectorized(), true),
                    "white-space", Tokenizer.plain(new Cutting.WhiteSpace(), false),
                    "matches",
                            Tokenizer.plain(
                                    new Cutting.Matches(figures.get("pattern").asString()), false));
            List<String> texts = strings(figures.get("texts"));
            for (JsonNode given : figures.get("cases")) {
                Tokenizer plain = Objects.requireNonNull(
                        tokenizers.get(given.get("cutting").asString()));
                Tokenizer tokenizer = new Tokenizer(
                        plain.cutting(),
                        plain.lower(),
                        given.get("most").asInt(),
                        Optional.of(given.get("unknown"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString));
                Tokenized read = fitted(tokenizer, String.join("\n", texts));
                assertThat(read.vocabulary().tokens()).as(given.toString()).isEqualTo(strings(given.get("vocabulary")));
                List<List<Integer>> sequences = new ArrayList<>();
                given.get("sequences")
                        .forEach(line -> sequences.add(
                                line.valueStream().map(JsonNode::asInt).toList()));
                assertThat(read.sequences()).as(given.toString()).isEqualTo(sequences);
            }
        }
    }

    /** In the documentation of StringLookup, whose order TextVectorization takes over. */
    @Test
    void equallyFrequentWordsOfTextVectorizationStandBackwards() {
        Tokenizer tokenizer = new Tokenizer(new Cutting.Vectorized(), true, 0, Optional.of("[UNK]"));
        assertThat(fitted(tokenizer, "a c d\nd z b").vocabulary().tokens())
                .containsExactly("[UNK]", "d", "z", "c", "b", "a");
    }

    @Test
    void anUnknownWordIsTheFirstOfTheVocabularyAndStandsForAllOthers() {
        Tokenizer tokenizer = new Tokenizer(new Cutting.WhiteSpace(), false, 2, Optional.of("<unk>"));
        Tokenized read = fitted(tokenizer, "a b a <unk> c b");
        assertThat(read.vocabulary().tokens()).containsExactly("<unk>", "a", "b");
        assertThat(read.sequences()).containsExactly(List.of(2, 3, 2, 1, 1, 3));
        assertThat(tokenizer.encode("z b", read.vocabulary()))
                .isEqualTo(new Tokenized(read.vocabulary(), List.of(List.of(1, 3))));
    }

    @Test
    void anExpressionTakesNoLongerThanItsTextIsLong() {
        Tokenizer hostile = Tokenizer.plain(new Cutting.Matches("(a*)*b|(a|aa)+$"), false);
        assertThat(hostile.fit("a".repeat(100_000) + "c")).isInstanceOf(Tokenized.class);
        assertThatThrownBy(() -> new Cutting.Matches("(a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(a");
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode notebook() throws IOException {
        try (InputStream in = TokenizerTest.class.getResourceAsStream("/oracle/notebooks.json")) {
            return new JsonMapper().readTree(in).get("tokenizer");
        }
    }

    private static Tokenized fitted(Tokenizer tokenizer, String text) {
        Tokens tokens = tokenizer.fit(text);
        assertThat(tokens).isInstanceOf(Tokenized.class);
        return (Tokenized) tokens;
    }

    private static String refusal(Tokens tokens) {
        assertThat(tokens).isInstanceOf(Tokens.Refused.class);
        return ((Tokens.Refused) tokens).reason();
    }
}
