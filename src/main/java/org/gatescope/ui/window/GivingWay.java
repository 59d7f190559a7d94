package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;

/**
 * Parts of the window that give way to each other where there is no room for all: those that were asked for last stay, and
 * with more room the others come back.
 */
final class GivingWay {
    /** Those that stay longest first. */
    private final List<BooleanProperty> order;
    /** Shown if there were room for all. */
    private final Set<BooleanProperty> wanted = new HashSet<>();

    private int most;
    private boolean isFitting;

    /** @param parts whether each is shown; those that stay longest first */
    GivingWay(List<BooleanProperty> parts) {
        order = new ArrayList<>(parts);
        most = parts.size();
        for (BooleanProperty part : parts) {
            part.subscribe((before, isShown) -> {
                if (isShown && isCrowded() && !isFitting) {
                    letIn(part);
                }
            });
        }
    }

    /** There is room for so many; where there is for none, one that is asked for is let in all the same. */
    void fit(int room) {
        if (room == most) {
            return;
        }
        if (!isCrowded()) {
            wanted.clear();
            order.stream().filter(BooleanProperty::get).forEach(wanted::add);
        }
        most = room;
        show(order.stream().filter(wanted::contains).limit(most).toList());
    }

    /** Whether a part would be shown if there were room. */
    boolean hides(BooleanProperty part) {
        return isCrowded() && wanted.contains(part) && !part.get();
    }

    private boolean isCrowded() {
        return most < order.size();
    }

    private void letIn(BooleanProperty part) {
        wanted.add(part);
        order.remove(part);
        order.addFirst(part);
        show(order.stream()
                .filter(BooleanProperty::get)
                .limit(Math.max(most, 1))
                .toList());
    }

    private void show(List<BooleanProperty> shown) {
        isFitting = true;
        order.forEach(part -> part.set(shown.contains(part)));
        isFitting = false;
    }
}
