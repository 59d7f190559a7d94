package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatescope.picture.Tones;

/** A group of the gallery: its title, a line, its cards; and the button that comes to it. */
final class GallerySection extends VBox {
    private final List<GalleryCard> cards = new ArrayList<>();
    private final Label purpose = new Label();
    private final Button jump;
    private final int head;

    /** @param id of its button */
    GallerySection(String id, String title, String line) {
        getStyleClass().add("gallery-group");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        purpose.getStyleClass().add("muted");
        purpose.setWrapText(true);
        say(line);
        getChildren().addAll(heading, purpose);
        head = getChildren().size();
        jump = new Button(title);
        jump.setId("gallery-to-" + id);
        jump.getStyleClass().addAll("pill", "small");
        jump.setMinWidth(USE_PREF_SIZE);
        jump.disableProperty().bind(visibleProperty().not());
    }

    /** Comes to it. */
    Button jump() {
        return jump;
    }

    /** What stands below its title. */
    void say(String line) {
        purpose.setText(line);
        purpose.setVisible(!line.isEmpty());
        purpose.setManaged(!line.isEmpty());
    }

    void setCards(List<GalleryCard> shown, Tones worn) {
        cards.clear();
        cards.addAll(shown);
        cards.forEach(card -> card.wear(worn));
        getChildren().remove(head, getChildren().size());
        getChildren().addAll(cards);
    }

    List<GalleryCard> cards() {
        return List.copyOf(cards);
    }
}
