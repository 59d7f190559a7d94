package org.gatescope.ui.lane;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The title of a group of lanes, with a line beside it that says what they are of and leads there. */
final class GroupTitle extends HBox {
    private final String group;
    private final Label title;
    private final Hyperlink note = new Hyperlink();

    GroupTitle(String group) {
        this.group = group;
        title = new Label(group);
        title.getStyleClass().add("lane-group");
        title.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("lane-note");
        note.setMinWidth(0);
        getStyleClass().add("lane-title");
        getChildren().addAll(title, note);
        show(GroupNote.NONE);
    }

    String group() {
        return group;
    }

    /** Of the title alone, in pixels. */
    double titleWidth() {
        return title.prefWidth(-1);
    }

    void show(GroupNote shown) {
        note.setId(shown.id());
        note.setText(shown.text());
        note.setOnAction(event -> {
            note.setVisited(false);
            shown.onClick().run();
        });
        note.setVisible(!shown.text().isEmpty());
        note.setManaged(!shown.text().isEmpty());
    }
}
