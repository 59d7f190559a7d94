package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.session.Tokenizer.Unit;
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
    private static final Tokenizer WORDS = Tokenizer.keras(Unit.WORDS);
    private static final Tokenizer CHARACTERS = Tokenizer.keras(Unit.CHARACTERS);

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
        assertThat(tokenized.vocabulary()).containsExactly("have", "i", "pen", "apple", "a", "an", "you", "and");
        assertThat(tokenized.token(1)).isEqualTo("have");
        assertThat(tokenized.lengths()).containsExactly(4, 4, 5);
    }

    @Nested
    class Words {
        @Test
        void areWhatPunctuationAndSpacesPart() {
            assertThat(fitted(WORDS, "well-known, don't;  (x)\tSnake_case").vocabulary())
                    .containsExactly("well", "known", "don't", "x", "snake", "case");
            assertThat(fitted(WORDS, Tokenizer.KERAS_FILTERS).vocabulary()).isEmpty();
        }

        @Test
        void keepCapitalsAndPunctuationWhereTheyAreToldTo() {
            Tokenizer plain = new Tokenizer(Unit.WORDS, false, "");
            assertThat(fitted(plain, "Stop. stop. Stop.").vocabulary()).containsExactly("Stop.", "stop.");
            assertThat(fitted(plain, "a\tb c").vocabulary()).containsExactly("a\tb", "c");
            assertThat(fitted(new Tokenizer(Unit.WORDS, true, "。😀"), "猫。犬😀鳥").vocabulary())
                    .containsExactly("猫", "犬", "鳥");
        }

        @Test
        void arePartedByTheSpaceAlone() {
            assertThat(fitted(WORDS, "a\u00A0b c\u3000d").vocabulary()).containsExactly("a\u00A0b", "c\u3000d");
            assertThat(fitted(WORDS, "私はペンを持っている 你好世界").vocabulary()).containsExactly("私はペンを持っている", "你好世界");
        }

        @Test
        void becomeSmallAsUnicodeHasIt() {
            assertThat(fitted(WORDS, "ΟΔΟΣ ΣΟΣ İ ÄÖ").vocabulary()).containsExactly("οδος", "σος", "i\u0307", "äö");
        }
    }

    @Nested
    class Characters {
        @Test
        void areAllThereAreSpacesAndPunctuationToo() {
            Tokenized tokenized = fitted(CHARACTERS, "Hi, hi!");
            assertThat(tokenized.vocabulary()).containsExactly("h", "i", ",", " ", "!");
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
            assertThat(fitted(CHARACTERS, character + "x" + character).vocabulary())
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
        assertThat(fitted(WORDS, "")).isEqualTo(new Tokenized(List.of(), List.of()));
    }

    @Test
    void frequencyRanksAndThenWhatCameFirst() {
        assertThat(fitted(WORDS, "d c b a\nb a\na").vocabulary()).containsExactly("a", "b", "d", "c");
    }

    @Nested
    class WithAVocabulary {
        private final List<String> vocabulary = List.of("have", "i", "pen");

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
            assertThat(refusal(CHARACTERS.encode("{0}'", List.of()))).contains("“{”");
        }

        @Test
        void whatAVocabularyHoldsTwiceIsItsFirst() {
            assertThat(WORDS.encode("b a", List.of("a", "a", "b")))
                    .isEqualTo(new Tokenized(List.of("a", "a", "b"), List.of(List.of(3, 1))));
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
            assertThat(WORDS.encode("a".repeat(Tokenizer.MOST_CHARACTERS + 1), List.of("a")))
                    .isInstanceOf(Tokens.Refused.class);
        }

        @Test
        void whatHasTooManyDifferentTokens() {
            Stream<String> most = IntStream.range(0, Tokenizer.MOST_TOKENS).mapToObj(Integer::toString);
            assertThat(fitted(WORDS, most.collect(Collectors.joining(" "))).vocabulary())
                    .hasSize(Tokenizer.MOST_TOKENS);
            Stream<String> more =
                    IntStream.rangeClosed(0, Tokenizer.MOST_TOKENS).mapToObj(Integer::toString);
            assertThat(refusal(WORDS.fit(more.collect(Collectors.joining("\n")))))
                    .is(saying("session:tokens.many", 10001, 10000));
        }
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
