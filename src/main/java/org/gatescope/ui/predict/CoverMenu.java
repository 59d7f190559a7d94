package org.gatescope.ui.predict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;

/** What context menus offer to hide and to reveal. */
public final class CoverMenu {
    private static final Texts TEXTS = Texts.of(CoverMenu.class);

    private CoverMenu() {}

    /** @param name of a quantity or a gradient, as the equations of the part have it */
    public static MenuItem ofQuantity(Desk desk, String part, String name) {
        CoveredNumbers now = now(desk);
        boolean isHidden = now.hides(part, name);
        return item(
                desk, isHidden ? "reveal.lane" : "hide.lane", isHidden ? now.reveal(part, name) : now.hide(part, name));
    }

    /** None where none of the numbers can be hidden. Hides all of them, or reveals all if any is hidden. */
    public static List<MenuItem> ofNumbers(Desk desk, Collection<NumberId> numbers) {
        CoveredNumbers now = now(desk);
        List<NumberId> named = numbers.stream().filter(Covered::canHide).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        boolean isHidden = named.stream().anyMatch(now::hides);
        String hide = TEXTS.get(named.size() == 1 ? "hide.number" : "hide.numbers");
        String reveal = TEXTS.get(named.size() == 1 ? "reveal.number" : "reveal.numbers");
        MenuItem item = new MenuItem(isHidden ? reveal : hide);
        item.setId("cover-number");
        item.setOnAction(event -> {
            if (named.size() > Covered.MOST) {
                desk.notices().warn(TEXTS.get("many", Covered.MOST));
                return;
            }
            Covered covered = desk.covered().get();
            for (NumberId number : named) {
                CoveredNumbers before = new CoveredNumbers(now.session(), covered);
                covered = isHidden ? before.reveal(number) : before.hide(number);
            }
            desk.covered().set(covered);
        });
        return new ArrayList<>(List.of(item));
    }

    private static MenuItem item(Desk desk, String key, Covered then) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setId("cover-lane");
        item.setOnAction(event -> desk.covered().set(then));
        return item;
    }

    private static CoveredNumbers now(Desk desk) {
        return desk.hidden(desk.workbench().shown().get().run().session());
    }
}
