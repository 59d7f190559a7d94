package org.gatescope.format.code;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.QuantityName;

/**
 * Names of the cell language as names of a program: {@code Wx.i} is {@code Wx_i}, {@code h'} is {@code h_new}, {@code
 * d.f.pre} is {@code d_f_pre}, and letters beyond ASCII are spelled out, {@code θ} as {@code theta}. Each name has one of
 * its own, whatever others there are.
 */
final class Identifiers {
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> taken;

    /** @param reserved words that mean something else in the program */
    Identifiers(Set<String> reserved) {
        taken = new HashSet<>(reserved);
    }

    /** What stands for a name; the same each time. */
    String of(String name) {
        String known = given.get(name);
        if (known != null) {
            return known;
        }
        String free = free(plain(name));
        given.put(name, free);
        return free;
    }

    private String free(String wanted) {
        String free = taken.contains(wanted) ? wanted + "_" : wanted;
        for (int i = 2; !taken.add(free); i++) {
            free = wanted + "_" + i;
        }
        return free;
    }

    private static String plain(String text) {
        QuantityName name = QuantityName.of(text);
        String primed = QuantityName.isAfter(name.base()) ? QuantityName.unprimed(name.base()) + "_new" : name.base();
        String moment = name.isGradient() && !name.mark().isEmpty() ? "_next" : "";
        return (name.isGradient() ? "d_" : "") + ascii(primed.replace('.', '_')) + moment;
    }

    private static String ascii(String text) {
        String spelled = text.codePoints().mapToObj(Identifiers::spelled).collect(Collectors.joining());
        return Character.isDigit(spelled.charAt(0)) ? "_" + spelled : spelled;
    }

    private static String spelled(int letter) {
        if (letter < 0x80) {
            return Character.toString(letter);
        }
        String name = Character.getName(letter);
        String last = name == null ? "" : name.substring(name.lastIndexOf(' ') + 1);
        if (name != null && name.startsWith("GREEK") && last.chars().allMatch(Character::isLetter)) {
            String word = last.equals("LAMDA") ? "lambda" : last.toLowerCase(Locale.ROOT);
            return Character.isUpperCase(letter) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
        }
        if (name != null && name.startsWith("COMBINING ")) {
            return "_" + last.toLowerCase(Locale.ROOT);
        }
        return "u" + Integer.toHexString(letter);
    }
}
