package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.format.keras.KerasCell.Checked;
import org.gatescope.text.Texts;

/** Sentences on what was recognised, and on what is run differently. */
final class KerasNotes {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    private KerasNotes() {}

    static List<String> of(KerasStack stack, Network network) {
        KerasCandidate candidate = stack.candidate();
        Set<String> notes = new LinkedHashSet<>();
        addGates(stack, notes);
        stack.levels().forEach(level -> addBiases(level.forward(), notes));
        if (network.layers().size() > 1) {
            notes.add(TEXTS.get("keras.note.stack", layers(candidate)));
        }
        boolean isMergeUnknown = candidate.layers().stream()
                .anyMatch(layer -> layer.isBothWays()
                        && layer.settings(false, 0)
                                .flatMap(KerasSettings::mergeMode)
                                .isEmpty());
        if (isMergeUnknown) {
            notes.add(TEXTS.get("keras.note.merge"));
        }
        if (candidate.config().filter(KerasConfig::isMasked).isPresent()) {
            notes.add(TEXTS.get("keras.note.mask"));
        }
        if (stack.levels().stream().anyMatch(KerasStack.Level::reversed)) {
            notes.add(TEXTS.get("keras.note.backwards"));
        }
        boolean hasState = candidate.layers().stream()
                .anyMatch(layer -> layer.entry()
                        .filter(entry -> entry.sources().size() > 1)
                        .isPresent());
        if (hasState) {
            notes.add(TEXTS.get("keras.note.state"));
        }
        return new ArrayList<>(notes);
    }

    private static void addGates(KerasStack stack, Set<String> notes) {
        Iterator<KerasStack.Level> levels = stack.levels().iterator();
        for (KerasLayer layer : stack.candidate().layers()) {
            for (KerasCell cell : layer.forward()) {
                KerasKind kind = levels.next().forward().kind();
                String key = cell.isByGate() ? "keras.note.tables" : "keras.note.columns";
                notes.add(TEXTS.get(
                        kind.isGated() ? key : "keras.note.plain",
                        String.join(" ", kind.gates()),
                        String.join(" ", kind.kerasGates())));
            }
        }
    }

    private static void addBiases(Checked cell, Set<String> notes) {
        if (cell.isCudnn()) {
            notes.add(TEXTS.get("keras.note.cudnn"));
        }
        if (!cell.hasBias()) {
            notes.add(TEXTS.get("keras.note.zeros"));
        } else if (cell.kind() == KerasKind.GRU) {
            notes.add(TEXTS.get("keras.note.after"));
        } else if (cell.kind() == KerasKind.GRU_RESET_BEFORE) {
            notes.add(TEXTS.get("keras.note.before"));
        }
    }

    private static String layers(KerasCandidate candidate) {
        return candidate.layers().stream().map(KerasLayer::key).collect(Collectors.joining(", "));
    }
}
