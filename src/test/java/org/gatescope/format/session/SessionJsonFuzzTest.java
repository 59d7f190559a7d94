package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were damaged at random: what comes out is a session or a sentence. */
class SessionJsonFuzzTest {
    private static final int FILES = 60;
    private static final List<String> TOKENS = List.of(
            "0",
            "-1",
            "1e308",
            "99999999999999999999",
            "\"\"",
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "\"NaN\"",
            "2147483647",
            "{",
            "]",
            ",",
            "\"x\": 1,");

    private static Stream<Long> seeds() {
        return LongStream.range(0, 40).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadOrRefused(long seed) {
        Random random = new Random(seed * 7919 + 3);
        Example[] examples = Example.values();
        String text = new String(
                SessionJson.write(SavedSession.of(examples[random.nextInt(examples.length)].session())),
                StandardCharsets.UTF_8);
        for (int file = 0; file < FILES; file++) {
            String damaged = text;
            for (int wound = 0; wound <= random.nextInt(3); wound++) {
                damaged = damaged(damaged, random);
            }
            try {
                SavedSession read = SessionJson.read(damaged.getBytes(StandardCharsets.UTF_8));
                assertThat(SessionJson.read(SessionJson.write(read))).isEqualTo(read);
            } catch (FormatException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(400);
            }
        }
    }

    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + token + text.substring(at);
            case 2 -> withoutValue(text, at, token);
            case 3 -> withoutLine(text, at);
            default ->
                text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(at + 1, text.length()));
        };
    }

    /** Another value in place of the next number or word. */
    private static String withoutValue(String text, int at, String token) {
        int from = at;
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(0, from) + token + text.substring(to);
    }

    private static String withoutLine(String text, int at) {
        int end = text.indexOf('\n', at);
        int next = end < 0 ? -1 : text.indexOf('\n', end + 1);
        return next < 0 ? text : text.substring(0, end) + text.substring(next);
    }
}
