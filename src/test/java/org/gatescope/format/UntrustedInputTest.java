package org.gatescope.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.gatescope.format.tensor.HostileBytes;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzing begins from, and what it has found: each is read or refused, at once. */
@Execution(ExecutionMode.CONCURRENT)
class UntrustedInputTest {
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final int CHANGED = 300;

    @ParameterizedTest
    @EnumSource
    void isReadOrRefused(UntrustedInput input) throws IOException {
        List<byte[]> corpus = input.corpus().toList();
        assertThat(corpus).isNotEmpty();
        for (byte[] content : corpus) {
            Assertions.assertTimeout(AT_MOST, () -> input.read(content));
        }
    }

    /** A short run of what fuzzing does at length. */
    @ParameterizedTest
    @EnumSource
    void changedAtRandomItIsReadOrRefused(UntrustedInput input) {
        List<byte[]> corpus = input.corpus().toList();
        SplittableRandom random = new SplittableRandom(input.ordinal());
        for (int i = 0; i < CHANGED; i++) {
            byte[] content = HostileBytes.mutated(corpus.get(i % corpus.size()), random);
            Assertions.assertTimeout(AT_MOST, () -> input.read(content));
        }
    }
}
