package org.gatescope.format.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as somebody would forge them. */
public final class HostileBytes {
    private static final int[] EXTREMES = {0, 1, 0x7F, 0x80, 0xFF, '(', '.', 'R', 'h', 't', ')', '9', '-', '"'};

    private HostileBytes() {}

    /** A {@code .npy} file with any header and any bytes behind it. */
    public static byte[] npy(String header, byte... numbers) {
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length() + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
        return file.put(numbers).array();
    }

    /** The same with a type and a shape, as Python writes them. */
    public static byte[] npy(String type, String shape, byte... numbers) {
        return npy("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n", numbers);
    }

    /** A {@code .safetensors} file with any header and so many zero bytes behind it. */
    public static byte[] safetensors(String header, int numbers) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(Long.BYTES + text.length + numbers).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(text.length).put(text).array();
    }

    /** A zip archive. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes of which each is a letter of a text in ISO 8859-1. */
    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes replaced, taken out, doubled, or cut off. */
    public static byte[] mutated(byte[] whole, SplittableRandom random) {
        byte[] changed = whole.clone();
        for (int count = 1 + random.nextInt(3); count > 0 && changed.length > 1; count--) {
            int at = random.nextInt(changed.length);
            int length = 1 + random.nextInt(Math.min(8, changed.length - at));
            switch (random.nextInt(6)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(changed, at, at + length, (byte) EXTREMES[random.nextInt(EXTREMES.length)]);
                case 3 -> changed = spliced(changed, at, at + length);
                case 4 -> changed = spliced(changed, at + length, at);
                default -> changed = random.nextInt(10) == 0 ? Arrays.copyOf(changed, at) : changed;
            }
        }
        return changed;
    }

    /** What stands before one place, then what stands behind another. */
    private static byte[] spliced(byte[] bytes, int before, int behind) {
        byte[] spliced = Arrays.copyOf(bytes, before + bytes.length - behind);
        System.arraycopy(bytes, behind, spliced, before, bytes.length - behind);
        return spliced;
    }
}
