package org.gatescope;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bundles of texts as they lie in the resources, by package: {@code ui.debug}. */
public final class Bundles {
    private static final Path ROOT = Path.of("resources/org/gatescope");
    private static final String FILE = "texts.properties";

    private Bundles() {}

    /** All bundles, in alphabetical order. */
    public static List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith(FILE))
                    .map(file -> ROOT.relativize(file.getParent()).toString().replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** The texts of a bundle as they are written there, by key in alphabetical order. */
    public static SortedMap<String, String> texts(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(ROOT.resolve(bundle.replace('.', '/')).resolve(FILE))) {
            properties.load(reader);
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<Object, Object> entry : properties.entrySet()) {
            texts.put((String) entry.getKey(), (String) entry.getValue());
        }
        return texts;
    }
}
