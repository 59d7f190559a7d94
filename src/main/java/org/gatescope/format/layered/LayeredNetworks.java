package org.gatescope.format.layered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.layered.FoundCell.Way;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.Texts;

/** Finds cells among the tensors of a file, and puts those together that their paths say are layers of one network. */
public final class LayeredNetworks {
    private static final Texts TEXTS = Texts.of(FormatException.class);
    private static final Comparator<List<Integer>> ORDER = LayeredNetworks::compare;

    private final List<NamedTensor> tensors;
    private final List<FoundCell> cells;
    private final NavigableSet<String> names;
    /** Names of what belongs to a cell. */
    private final Set<String> taken;

    private LayeredNetworks(List<NamedTensor> tensors, List<FoundCell> cells) {
        this.tensors = tensors;
        this.cells = cells;
        names = tensors.stream().map(NamedTensor::name).collect(Collectors.toCollection(TreeSet::new));
        taken = cells.stream()
                .flatMap(cell -> cell.folder().tables().values().stream())
                .map(NamedTensor::name)
                .collect(Collectors.toSet());
    }

    /** Looks for cells. @throws FormatException if two names mean the same */
    public static LayeredNetworks among(List<NamedTensor> tensors, List<CellForm> forms) throws FormatException {
        List<FoundCell> cells = new ArrayList<>();
        for (Folder folder : Folder.of(tensors)) {
            forms.stream()
                    .filter(form -> form.fits(folder))
                    .findFirst()
                    .ifPresent(form -> cells.add(new FoundCell(form, folder)));
        }
        return new LayeredNetworks(tensors, cells);
    }

    /** All other tensors of the file. */
    public List<NamedTensor> others() {
        return tensors.stream().filter(tensor -> !taken.contains(tensor.name())).toList();
    }

    /** All networks, by their prefixes; whether they can be taken shows when they are asked for. */
    public List<Candidate> candidates() {
        Map<String, List<FoundCell>> groups = new LinkedHashMap<>();
        for (FoundCell cell : told()) {
            groups.computeIfAbsent(cell.base() + "\n" + cell.form().maker(), base -> new ArrayList<>())
                    .add(cell);
        }
        List<Candidate> candidates = new ArrayList<>();
        groups.values().forEach(group -> candidates.addAll(together(group)));
        candidates.sort(Comparator.comparing(Candidate::prefix));
        return candidates;
    }

    /** Of cells that are refused for the same reason the first: a file of such layers is no choice among them. */
    private List<FoundCell> told() {
        Set<CellForm> refused = new HashSet<>();
        return cells.stream()
                .filter(cell -> !(cell.form() instanceof RefusedForm form) || refused.add(form))
                .toList();
    }

    private List<LayeredCandidate> together(List<FoundCell> group) {
        boolean isDirected = group.stream().noneMatch(cell -> cell.way() == Way.UNSAID);
        boolean isForward = group.stream().allMatch(cell -> cell.way() == Way.UNSAID);
        if (isForward) {
            return stack(group.getFirst().base(), group, FoundCell::outer, List.of());
        }
        if (!isDirected) {
            return alone(group);
        }
        boolean isOneWay = group.stream().allMatch(cell -> cell.way() == Way.FORWARD)
                && group.stream().map(FoundCell::outer).distinct().count() == group.size();
        return isOneWay ? stack(group.getFirst().base(), group, FoundCell::outer, List.of()) : bothWays(group);
    }

    private List<LayeredCandidate> bothWays(List<FoundCell> group) {
        Map<List<Integer>, List<FoundCell>> layers = new TreeMap<>(ORDER);
        group.stream()
                .sorted(Comparator.comparing(FoundCell::way))
                .forEach(cell -> layers.computeIfAbsent(cell.outer(), layer -> new ArrayList<>())
                        .add(cell));
        boolean isEachTwice = layers.values().stream()
                .allMatch(layer -> layer.size() == 2
                        && layer.getFirst().way() != layer.getLast().way());
        if (!isEachTwice) {
            return halves(group);
        }
        List<String> notes = List.of(TEXTS.get("layered.both", group.getFirst().base()));
        LayeredCandidate joined = new LayeredCandidate(group.getFirst().base(), List.copyOf(layers.values()), notes);
        boolean isWhole =
                layers.size() == 1 || isWhole(group, layers.keySet().stream().toList());
        return isWhole && joined.isFitting() ? List.of(joined) : halves(group);
    }

    /** Each direction on its own: two stacks that meet at the top only, which no network of Gatescope does. */
    private List<LayeredCandidate> halves(List<FoundCell> group) {
        Map<String, List<FoundCell>> halves =
                group.stream().collect(Collectors.groupingBy(FoundCell::directed, TreeMap::new, Collectors.toList()));
        List<LayeredCandidate> candidates = new ArrayList<>();
        halves.forEach((prefix, half) -> {
            boolean isForward = half.getFirst().way() == Way.FORWARD;
            List<FoundCell> read = isForward
                    ? half
                    : half.stream().map(LayeredNetworks::backward).toList();
            List<String> notes = List.of(TEXTS.get("layered.forward", prefix));
            candidates.addAll(stack(prefix, read, FoundCell::inner, notes));
        });
        return candidates;
    }

    private static FoundCell backward(FoundCell cell) {
        return new FoundCell(new RefusedForm(cell.form().maker(), folder -> true, "layered.backward"), cell.folder());
    }

    private List<LayeredCandidate> stack(
            String prefix, List<FoundCell> group, Function<FoundCell, List<Integer>> number, List<String> notes) {
        if (group.size() == 1) {
            return List.of(new LayeredCandidate(prefix, List.of(group), notes));
        }
        List<FoundCell> sorted =
                group.stream().sorted(Comparator.comparing(number, ORDER)).toList();
        List<String> said = new ArrayList<>(notes);
        said.add(TEXTS.get("layered.stack", sorted.size(), prefix));
        LayeredCandidate joined =
                new LayeredCandidate(prefix, sorted.stream().map(List::of).toList(), said);
        boolean isWhole = isWhole(group, sorted.stream().map(number).toList());
        return isWhole && joined.isFitting() ? List.of(joined) : alone(group);
    }

    /** Whether cells are numbered without a gap, and nothing else is in their folders, such as a norm in between. */
    private boolean isWhole(List<FoundCell> group, List<List<Integer>> numbers) {
        boolean isCounted = IntStream.range(0, numbers.size())
                .allMatch(i -> numbers.get(i).stream().anyMatch(number -> number == i)
                        && (i == 0 || compare(numbers.get(i - 1), numbers.get(i)) < 0));
        return isCounted
                && group.stream()
                        .map(FoundCell::numbered)
                        .distinct()
                        .flatMap(folder ->
                                names.tailSet(folder, true).stream().takeWhile(name -> name.startsWith(folder)))
                        .allMatch(taken::contains);
    }

    private static List<LayeredCandidate> alone(List<FoundCell> group) {
        return group.stream()
                .map(cell -> new LayeredCandidate(cell.folder().text(), List.of(List.of(cell)), List.of()))
                .toList();
    }

    private static int compare(List<Integer> first, List<Integer> second) {
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = Integer.compare(first.get(i), second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }
}
