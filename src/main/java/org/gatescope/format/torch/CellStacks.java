package org.gatescope.format.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchModules.Place;
import org.gatescope.format.torch.TorchName.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lists of single-step cells, {@code layers.0.weight_ih}, {@code layers.1.weight_ih} …: a stack, where each reads what the
 * one before puts out. Those that do not fit onto one another stay networks of their own.
 */
final class CellStacks {
    private static final Pattern NUMBERED = Pattern.compile("(|.*[./_:])(\\d{1,3})[./_:]", Pattern.DOTALL);

    private CellStacks() {}

    static void join(SortedMap<String, SortedMap<Place, Map<Table, NamedTensor>>> found) {
        Map<String, SortedMap<Integer, String>> lists = new TreeMap<>();
        found.forEach((prefix, module) -> {
            Matcher numbered = NUMBERED.matcher(prefix);
            boolean isCell =
                    module.keySet().stream().allMatch(place -> place.suffix().isEmpty());
            if (isCell && numbered.matches()) {
                lists.computeIfAbsent(numbered.group(1), base -> new TreeMap<>())
                        .put(Integer.parseInt(numbered.group(2)), prefix);
            }
        });
        lists.forEach((base, list) -> join(base, list, found));
    }

    private static void join(
            String base,
            SortedMap<Integer, String> list,
            SortedMap<String, SortedMap<Place, Map<Table, NamedTensor>>> found) {
        List<Map<Table, NamedTensor>> cells = new ArrayList<>();
        for (String prefix : list.values()) {
            found.getOrDefault(prefix, new TreeMap<>()).values().forEach(cells::add);
        }
        boolean isWhole = list.firstKey() == 0 && list.lastKey() == list.size() - 1;
        if (isWhole && !found.containsKey(base) && fit(cells)) {
            found.keySet().removeAll(list.values());
            found.put(base, stacked(cells));
        }
    }

    private static boolean fit(List<Map<Table, NamedTensor>> cells) {
        for (int i = 1; i < cells.size(); i++) {
            int hidden = columns(cells.get(i - 1).get(Table.WEIGHT_HH));
            if (hidden <= 0 || hidden != columns(cells.get(i).get(Table.WEIGHT_IH))) {
                return false;
            }
        }
        return true;
    }

    private static int columns(@Nullable NamedTensor table) {
        return table == null || table.dimensions().depth() != 2
                ? 0
                : table.dimensions().size(1);
    }

    private static SortedMap<Place, Map<Table, NamedTensor>> stacked(List<Map<Table, NamedTensor>> cells) {
        SortedMap<Place, Map<Table, NamedTensor>> stack = new TreeMap<>();
        for (Map<Table, NamedTensor> cell : cells) {
            stack.put(new Place(stack.size(), false, ""), cell);
        }
        return stack;
    }
}
