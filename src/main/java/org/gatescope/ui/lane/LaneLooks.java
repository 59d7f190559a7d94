package org.gatescope.ui.lane;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneLook;

/** How lanes look, by their ids: what the user chose for those that are shown, were shown, or are yet to be shown. */
final class LaneLooks {
    private final ObservableMap<String, LaneLook> all = FXCollections.observableHashMap();
    /** In which family each lane was last shown. */
    private final Map<String, Family> families = new HashMap<>();
    /** Colours of lanes in families that they are not in at the moment. */
    private final Map<InFamily, ColourMap> maps = new HashMap<>();

    /** Which lanes the user folded, or unfolded. */
    private final Map<String, Boolean> folds = new TreeMap<>();

    private record InFamily(String lane, Family family) {}

    /** @param onChange told when any of them changes */
    LaneLooks(Runnable onChange) {
        all.addListener((MapChangeListener<String, LaneLook>) change -> {
            keepFold(change);
            onChange.run();
        });
    }

    private void keepFold(MapChangeListener.Change<? extends String, ? extends LaneLook> change) {
        boolean isChanged = change.wasRemoved() && change.wasAdded();
        if (isChanged
                && change.getValueRemoved().folded() != change.getValueAdded().folded()) {
            folds.put(change.getKey(), change.getValueAdded().folded());
        }
    }

    /** To be read and changed. */
    ObservableMap<String, LaneLook> all() {
        return all;
    }

    /** A family's colours mean something: a lane that comes in another one takes those that it last had in that one. */
    LaneLook of(Lane lane) {
        LaneLook look = all.computeIfAbsent(
                lane.id(), id -> LaneLook.of(lane.family()).withFolded(folds.getOrDefault(id, false)));
        Family before = families.put(lane.id(), lane.family());
        if (before == null || before == lane.family()) {
            return look;
        }
        maps.put(new InFamily(lane.id(), before), look.map());
        LaneLook other = look.withMap(maps.getOrDefault(
                new InFamily(lane.id(), lane.family()), lane.family().map()));
        all.put(lane.id(), other);
        return other;
    }

    /** Which lanes the user has folded (true) or unfolded. */
    Map<String, Boolean> folds() {
        return Map.copyOf(folds);
    }

    /** Folds and unfolds lanes as if the user had. */
    void fold(Map<String, Boolean> chosen) {
        folds.putAll(chosen);
        chosen.forEach((id, folded) -> all.computeIfPresent(id, (same, look) -> look.withFolded(folded)));
    }

    /** What the user has chosen apart from what is folded; lanes that look as at first are left out. */
    Map<String, LaneLook> chosen() {
        Map<String, LaneLook> chosen = new TreeMap<>();
        all.forEach((id, look) -> {
            Family family = families.get(id);
            if (family != null && !look.withFolded(false).equals(LaneLook.of(family))) {
                chosen.put(id, look);
            }
        });
        return chosen;
    }

    /** Lets lanes look as if the user had chosen it; folded they stay as they are. */
    void choose(Map<String, LaneLook> chosen) {
        chosen.forEach((id, look) -> {
            LaneLook now = all.get(id);
            all.put(id, look.withFolded(now == null ? folds.getOrDefault(id, false) : now.folded()));
        });
    }
}
