package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeyHelpTest extends WindowScene {
    @Test
    void keysStandInGroupsEachInOneOfThem() {
        type(KeyCode.F1);
        List<String> texts = robot.lookup(".key-help > .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertThat(texts).containsSubsequence("Playback", "View", "Editing", "Files and examples", "Rooms");
        List<String> told = texts.stream()
                .filter(text -> !text.isEmpty() && Character.isLowerCase(text.charAt(0)))
                .toList();
        assertThat(new HashSet<>(told)).as("no line twice").hasSameSizeAs(told);
        assertThat(told.size())
                .as("all of them, and the tour")
                .isEqualTo(onWindow(() -> window.shortcuts().lines().size()));
        type(KeyCode.ESCAPE);
    }
}
