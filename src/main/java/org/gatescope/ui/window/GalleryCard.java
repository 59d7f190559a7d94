package org.gatescope.ui.window;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.GlimpsePicture;
import org.gatescope.ui.control.SearchWords;
import org.gatescope.ui.paint.Drawn;

/** One thing that the gallery opens: a picture, a title, and what it shows in a line. */
final class GalleryCard extends Button {
    /** Of the words, in pixels. */
    private static final double WIDTH = 490;

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Label title = new Label();
    private final Text purpose = new Text();
    private final Drawn drawn = new Drawn(this::picture);
    private final String group;
    private Glimpse glimpse = Glimpse.NONE;
    private Tones tones = Tones.LIGHT;

    /** @param group that it is found by, too */
    GalleryCard(String id, String group, String title, String purpose, Runnable open) {
        this.group = group;
        drawn.getStyleClass().add("gallery-picture");
        this.title.getStyleClass().add("strong");
        this.purpose.getStyleClass().add("gallery-purpose");
        this.purpose.setWrappingWidth(WIDTH); // a label would be as high as at no width
        VBox words = new VBox(this.title, this.purpose);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(drawn, words);
        card.getStyleClass().add("gallery-card");
        setGraphic(card);
        setId(id);
        getStyleClass().add("gallery-entry");
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> open.run());
        tell(title, purpose, false);
    }

    /** @param isRefused whether it is said why it cannot be opened */
    void tell(String newTitle, String newPurpose, boolean isRefused) {
        title.setText(newTitle);
        purpose.setText(line(newPurpose));
        setAccessibleText(newTitle + ". " + newPurpose);
        pseudoClassStateChanged(REFUSED, isRefused);
    }

    /** What stands in a list has no full stop. */
    private static String line(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    void show(Glimpse shown) {
        glimpse = shown;
        drawn.redraw();
    }

    void wear(Tones worn) {
        tones = worn;
        drawn.redraw();
    }

    private Picture picture(double width, double height) {
        return new GlimpsePicture(width, height, glimpse.values(), glimpse.gradients(), tones);
    }

    /** True if just its title was typed. */
    boolean isCalled(String typed) {
        return title.getText().equalsIgnoreCase(typed.strip());
    }

    /** True if all words that were typed stand in its title, its line or its group's title. */
    boolean isMeant(String typed) {
        return SearchWords.allIn(typed, title.getText() + " " + purpose.getText() + " " + group);
    }

    /** True if all words that were typed stand in its title. */
    boolean isNamed(String typed) {
        return SearchWords.allIn(typed, title.getText());
    }
}
