package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Place;
import org.gatescope.text.Texts;

/** What the window shows at a step, in words, and how it is set. */
final class PlaceRow extends VBox {
    private static final Texts TEXTS = Texts.of(PlaceRow.class);

    PlaceRow(String id, Place place, Editing editing, Consumer<Place> onSet) {
        getStyleClass().add("entry-field");
        Label title = new Label(TEXTS.get(id));
        title.getStyleClass().add("entry-title");
        Label words = new Label(words(place));
        words.setId("edit-" + id + "-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        FlowPane tools = new FlowPane(
                MarkupTools.tool(id + "-now", "place.now", () -> onSet.accept(editing.here())),
                MarkupTools.tool(id + "-go", "place.go", () -> editing.go(place)),
                MarkupTools.tool(id + "-any", "place.any", () -> onSet.accept(Place.ANY)));
        tools.getStyleClass().add("edit-tools");
        getChildren().addAll(title, words, tools);
    }

    private static String words(Place place) {
        if (place.equals(Place.ANY)) {
            return TEXTS.get("place.stays");
        }
        List<String> words = new ArrayList<>();
        place.position().ifPresent(position -> words.add(TEXTS.get("place.position", position)));
        Optional.ofNullable(place.view().get(Place.OPENED))
                .map(open -> open.isEmpty() ? TEXTS.get("place.closed") : TEXTS.get("place.opened", open))
                .ifPresent(words::add);
        Optional.ofNullable(place.view().get("covered"))
                .map(covered -> covered.isEmpty() ? TEXTS.get("place.uncovered") : TEXTS.get("place.covered", covered))
                .ifPresent(words::add);
        return String.join(" ", words);
    }
}
