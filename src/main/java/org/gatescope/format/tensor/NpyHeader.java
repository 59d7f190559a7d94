package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;

/**
 * What a {@code .npy} file says before its numbers: a Python dictionary in versions 1 to 3 of the format (NumPy
 * enhancement proposal 1 and numpy.lib.format).
 *
 * @param type   as {@link NpyType} reads it
 * @param length of the header, in bytes
 */
record NpyHeader(String type, Dimensions dimensions, boolean columnMajor, int length) {
    static final String MAGIC = "\u0093NUMPY";
    private static final int LONGEST = 1 << 16;
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*'(descr|fortran_order|shape)'\\s*:\\s*('[^']*+'|True|False|\\([\\d\\sL,-]*+\\))\\s*(,|(?=}))");
    private static final Pattern STRUCTURED = Pattern.compile("'descr'\\s*:\\s*\\[");

    static NpyHeader read(String name, InputStream in) throws IOException, FormatException {
        byte[] start = in.readNBytes(MAGIC.length() + 2);
        if (start.length < MAGIC.length() + 2
                || !new String(start, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new FormatException("npy.none", name);
        }
        int version = start[MAGIC.length()];
        if (version < 1 || version > 3) {
            throw new FormatException("npy.version", name, version);
        }
        int sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        byte[] size = in.readNBytes(sizeBytes);
        if (size.length < sizeBytes) {
            throw new FormatException("tensor.short", name);
        }
        ByteBuffer number = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        int length = version == 1 ? number.getShort() & 0xFFFF : number.getInt();
        if (length < 0 || length > LONGEST) {
            throw new FormatException("npy.header", name);
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new FormatException("tensor.short", name);
        }
        return parsed(name, new String(text, StandardCharsets.UTF_8), start.length + sizeBytes + length);
    }

    private static NpyHeader parsed(String name, String text, int length) throws FormatException {
        if (STRUCTURED.matcher(text).find()) {
            throw new FormatException("npy.structured", name);
        }
        Map<String, String> entries = entries(name, text.strip());
        String descr = Objects.requireNonNullElse(entries.get("descr"), "");
        String order = Objects.requireNonNullElse(entries.get("fortran_order"), "");
        String shape = Objects.requireNonNullElse(entries.get("shape"), "");
        if (!descr.startsWith("'") || !shape.startsWith("(") || !order.matches("True|False")) {
            throw new FormatException("npy.header", name);
        }
        String type = descr.substring(1, descr.length() - 1);
        return new NpyHeader(type, Dimensions.checked(name, sizes(name, shape)), order.equals("True"), length);
    }

    private static Map<String, String> entries(String name, String text) throws FormatException {
        Map<String, String> entries = new HashMap<>();
        Matcher entry = ENTRY.matcher(text);
        int end = 1;
        while (entry.find() && entry.start() == end) {
            entries.put(entry.group(1), entry.group(2));
            end = entry.end();
        }
        if (!text.startsWith("{")
                || !text.substring(Math.min(end, text.length())).strip().equals("}")) {
            throw new FormatException("npy.header", name);
        }
        return entries;
    }

    /** Python 2 wrote an L behind long numbers. */
    private static List<Long> sizes(String name, String shape) throws FormatException {
        List<Long> sizes = new ArrayList<>();
        String inner = shape.substring(1, shape.length() - 1).strip().replaceFirst(",$", "");
        for (String size : inner.isEmpty() ? new String[0] : inner.split("\\s*,\\s*", -1)) {
            try {
                sizes.add(Long.parseLong(size.replaceFirst("L$", "")));
            } catch (NumberFormatException e) {
                throw new FormatException("npy.header", name);
            }
        }
        return sizes;
    }
}
