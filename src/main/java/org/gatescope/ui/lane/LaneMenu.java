package org.gatescope.ui.lane;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.ScaleChoice;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.CopyAs;

/** What can be chosen for a lane; made anew each time it is opened. */
final class LaneMenu {
    private static final Texts TEXTS = Texts.of(LaneMenu.class);

    private final LaneLook look;
    private final Consumer<LaneLook> choose;

    private LaneMenu(LaneLook look, Consumer<LaneLook> choose) {
        this.look = look;
        this.choose = choose;
    }

    /**
     * @param numbers  of the lane, to be copied
     * @param hasRange whether all of its numbers have one sign
     * @param move moves the lane among its group, up for −1
     * @param fill  lets the lane fill the window
     * @param pictures what can be done with a picture of the lane
     * @param about what the question for a fixed limit hangs beside
     */
    static ContextMenu of(
            LaneLook look,
            Scale scale,
            Supplier<double[][]> numbers,
            boolean hasRange,
            Consumer<LaneLook> choose,
            IntConsumer move,
            Runnable fill,
            List<MenuItem> pictures,
            Node about) {
        LaneMenu menu = new LaneMenu(look, choose);
        ContextMenu all = new ContextMenu(
                menu.check("scale.log", look.logarithmic(), look.withLogarithmic(!look.logarithmic())),
                menu.limits(scale, hasRange, about),
                menu.maps(),
                menu.check("flip", look.flipped(), look.withFlipped(!look.flipped())),
                new SeparatorMenuItem(),
                item(look.folded() ? "unfold" : "fold", () -> choose.accept(look.withFolded(!look.folded()))),
                item("fill", fill),
                item("height.auto", () -> choose.accept(look.withHeight(0))),
                moving("up", KeyCode.UP, () -> move.accept(-1)),
                moving("down", KeyCode.DOWN, () -> move.accept(1)),
                new SeparatorMenuItem(),
                CopyAs.menu(numbers));
        all.getItems().addAll(all.getItems().size() - 1, pictures);
        return all;
    }

    private Menu limits(Scale scale, boolean hasRange, Node about) {
        Menu menu = new Menu(TEXTS.get("scale"));
        ToggleGroup group = new ToggleGroup();
        for (ScaleChoice choice : ScaleChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("scale." + choice.key()));
            item.setToggleGroup(group);
            item.setSelected(look.choice() == choice);
            item.setDisable(choice == ScaleChoice.RANGE && !hasRange);
            item.setOnAction(event -> {
                if (choice == ScaleChoice.FIXED) {
                    new FixedLimit(scale.limit(), limit -> choose.accept(look.withFixed(limit))).showAt(about);
                } else {
                    choose.accept(look.withChoice(choice));
                }
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu maps() {
        Menu menu = new Menu(TEXTS.get("map"));
        ToggleGroup group = new ToggleGroup();
        for (ColourMap map : ColourMap.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("map." + map.key()));
            item.setToggleGroup(group);
            item.setSelected(look.map() == map);
            item.setOnAction(event -> choose.accept(look.withMap(map)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem check(String key, boolean on, LaneLook result) {
        CheckMenuItem item = new CheckMenuItem(TEXTS.get(key));
        item.setSelected(on);
        item.setOnAction(event -> choose.accept(result));
        return item;
    }

    private static MenuItem moving(String key, KeyCode code, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(new KeyCodeCombination(code, KeyCombination.ALT_DOWN));
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
