package org.gatescope.ui.tour;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A stop of the tour in words, with buttons that go on and leave. It has its own room, so that it covers nothing. */
final class TourBar extends BorderPane {
    private static final Texts TEXTS = Texts.of(TourBar.class);
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    /** In pixels; in a narrower bar the buttons stand below the words. */
    private static final double LEAST_FOR_BUTTONS = 760;

    private final Label place = new Label();
    private final Label title = new Label();
    private final Label words = new Label();
    private final FontIcon tick = new FontIcon(Feather.CHECK);
    private final Button back = button("back");
    private final Button next = button("next");
    private final Button leave = button("leave");
    private final HBox buttons = new HBox(back, next, leave);

    TourBar(Runnable onBack, Runnable onNext, Runnable onLeave) {
        getStyleClass().add("tour-bar");
        getStylesheets().add(TourBar.class.getResource("tour.css").toExternalForm());
        setId("tour");
        setFocusTraversable(true); // there it is read aloud, and the keys of playback stay as they are
        setAccessibleRole(AccessibleRole.TEXT);
        place.getStyleClass().add("muted");
        title.getStyleClass().add("strong");
        words.setId("tour-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setGraphic(tick);
        next.getStyleClass().add("tour-next");
        back.setOnAction(event -> onBack.run());
        next.setOnAction(event -> onNext.run());
        leave.setOnAction(event -> onLeave.run());
        buttons.getStyleClass().add("tour-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox heading = new HBox(title, place);
        heading.getStyleClass().add("tour-heading");
        heading.setAlignment(Pos.BASELINE_LEFT);
        VBox text = new VBox(heading, words);
        text.getStyleClass().add("tour-text");
        setCenter(text);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
    }

    private static Button button(String key) {
        Button button = new Button(TEXTS.get(key));
        button.setId("tour-" + key);
        button.getStyleClass().add("tool");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        return button;
    }

    private void arrange(double width) {
        boolean isBelow = width > 0 && width < LEAST_FOR_BUTTONS;
        Node beside = isBelow ? null : buttons;
        if (getRight() != beside || getBottom() == null && isBelow) {
            setRight(null);
            setBottom(null);
            if (isBelow) {
                setBottom(buttons);
            } else {
                setRight(buttons);
            }
        }
    }

    /** @param isDone whether the words say what has come of it */
    void show(TourStop stop, String told, boolean isDone) {
        int at = stop.ordinal() + 1;
        int all = TourStop.values().length;
        place.setText(TEXTS.get("place", at, all));
        title.setText(stop.title());
        words.setText(told);
        tick.setVisible(isDone);
        words.setGraphic(isDone ? tick : null);
        back.setDisable(at == 1);
        next.setText(TEXTS.get(at == all ? "end" : "next"));
        pseudoClassStateChanged(DONE, isDone);
        setAccessibleText(String.join(". ", List.of(place.getText(), title.getText(), told, TEXTS.get("keys"))));
    }
}
