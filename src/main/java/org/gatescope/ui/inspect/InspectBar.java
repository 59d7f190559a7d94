package org.gatescope.ui.inspect;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel's heading with its buttons: back, forward, go there, copy, close. */
final class InspectBar extends HBox {
    private static final Texts TEXTS = Texts.of(InspectBar.class);

    final Button back = button("back", Feather.CHEVRON_LEFT);
    final Button forward = button("forward", Feather.CHEVRON_RIGHT);
    final Button go = button("go", Feather.CROSSHAIR);
    /** Said while no number is opened. */
    final Label follows = new Label(TEXTS.get("follows"));

    private final HBox names = new HBox();

    final Button close = button("close", Feather.X);
    final MenuButton copy = new MenuButton();
    final MenuItem copyText = new MenuItem(TEXTS.get("copy.text"));
    final MenuItem copyLatex = new MenuItem(TEXTS.get("copy.latex"));

    final Label title = new Label(TEXTS.get("title"));

    InspectBar() {
        title.getStyleClass().add("section-title");
        // in a narrow pane buttons come first, and what was opened before gives way to the title
        title.minWidthProperty()
                .bind(names.widthProperty().map(room -> Math.min(room.doubleValue(), title.prefWidth(-1))));
        follows.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        copy.setGraphic(new FontIcon(Feather.COPY));
        copy.getStyleClass().add("tool");
        copy.setId("inspect-copy");
        copy.setAccessibleText(TEXTS.get("copy"));
        copy.setTooltip(new Tooltip(TEXTS.get("copy")));
        copy.getItems().addAll(copyText, copyLatex);
        getStyleClass().add("bar-of-tools");
        follows.setId("inspect-follows");
        follows.getStyleClass().add("muted");
        follows.setTooltip(new Tooltip(TEXTS.get("follows.tip")));
        names.getStyleClass().add("names");
        names.setMinWidth(0);
        names.getChildren().addAll(title, follows);
        getChildren().addAll(names, space, back, forward, go, copy, close);
    }

    /** Beside the title. */
    void addTrail(Node trail) {
        names.getChildren().add(1, trail);
    }

    private static Button button(String key, Ikon icon) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().setAll("button", "tool");
        button.setId("inspect-" + key);
        button.setAccessibleText(TEXTS.get(key));
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        return button;
    }
}
