package org.gatescope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ShrinkingTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void whatIsNeededIsLeft() {
        assertThatThrownBy(() -> Shrinking.hold(
                        HUNDRED,
                        story -> assertThat(story.containsAll(List.of(17, 64))).isFalse()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("after [17, 64]:");
    }

    @Test
    void anotherFailureIsNotTakenForIt() {
        assertThatThrownBy(() -> Shrinking.hold(HUNDRED, story -> {
                    if (!story.contains(3)) {
                        throw new IllegalStateException("3 is missing");
                    }
                    if (story.contains(80)) {
                        throw new IllegalArgumentException("80");
                    }
                }))
                .hasMessageStartingWith("after [3, 80]:")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHoldsIsCheckedOnce() {
        List<List<Integer>> checked = new ArrayList<>();
        assertThatCode(() -> Shrinking.hold(HUNDRED, checked::add)).doesNotThrowAnyException();
        assertThat(checked).containsExactly(HUNDRED);
    }
}
