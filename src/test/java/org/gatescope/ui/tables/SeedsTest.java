package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.gatescope.lesson.Example;
import org.gatescope.session.OneLayer;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** Random fills of one window never repeat themselves. */
class SeedsTest extends WindowScene {
    @Test
    void twoGatesGetDifferentNumbersAndTheMenuShowsTheSeed() {
        openExample(Example.SMALL_SEQUENCE_LSTM);
        assertThat(fill("Wh.i")).contains("seed 1");
        click(node("gate-f"));
        assertThat(fill("Wh.f")).contains("seed 2");
        assertThat(number(OneLayer.parameter("Wh.f"), 0, 0)).isNotEqualTo(number(OneLayer.parameter("Wh.i"), 0, 0));
    }

    /** Chooses the random numbers of a table's menu. @return what the item said */
    private String fill(String table) {
        return onWindow(() -> {
            MenuButton menu = (MenuButton) node("table-" + table).lookup(".fill-menu");
            menu.show();
            MenuItem item = menu.getItems().stream()
                    .filter(MenuItem::isVisible)
                    .toList()
                    .get(2);
            String text = item.getText();
            item.fire();
            menu.hide();
            return text;
        });
    }
}
