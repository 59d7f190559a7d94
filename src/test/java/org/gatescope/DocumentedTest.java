package org.gatescope;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is public is documented: read from the sources themselves, as the compiler sees them. */
class DocumentedTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final double SHARE = 0.95;

    @Test
    void nearlyAllPublicMethodsSayWhatTheyAnswerOrDo() throws IOException {
        Found found = read();
        assertThat(found.documented() / (double) found.all())
                .as("of %d public methods and constructors; without: %s", found.all(), found.withoutBySource())
                .isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void everyTypeSaysWhatItIs() throws IOException {
        assertThat(read().typesWithout()).isEmpty();
    }

    private static Found read() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(SOURCES)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            Found found = new Found(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                found.scan(unit, null);
            }
            return found;
        }
    }

    /** Counts; those that override say what the overridden one says. */
    private static final class Found extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private final Map<String, List<String>> without = new TreeMap<>();
        private final List<String> typesWithout = new ArrayList<>();
        private int all;
        private int documented;

        Found(DocTrees trees) {
            this.trees = trees;
        }

        int all() {
            return all;
        }

        int documented() {
            return documented;
        }

        Map<String, List<String>> withoutBySource() {
            return without;
        }

        List<String> typesWithout() {
            return typesWithout;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            boolean isTopLevel = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.COMPILATION_UNIT;
            if (isTopLevel && comment() == null) {
                typesWithout.add(source());
            }
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (isPublic(method) && !overrides && !isOfRecord(method)) {
                all++;
                if (comment() == null) {
                    without.computeIfAbsent(source(), file -> new ArrayList<>())
                            .add(method.getName().toString());
                } else {
                    documented++;
                }
            }
            return super.visitMethod(method, unused);
        }

        /** A record says of its components what they are. */
        private boolean isOfRecord(MethodTree method) {
            boolean isRecord = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
            return isRecord && method.getName().contentEquals("<init>");
        }

        /** Methods of an interface are public without saying so. */
        private boolean isPublic(MethodTree method) {
            boolean isOfInterface = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
            boolean isPrivate = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            return method.getModifiers().getFlags().contains(Modifier.PUBLIC) || isOfInterface && !isPrivate;
        }

        private @Nullable DocCommentTree comment() {
            return trees.getDocCommentTree(getCurrentPath());
        }

        private String source() {
            Path file = Path.of(
                    getCurrentPath().getCompilationUnit().getSourceFile().getName());
            return SOURCES.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
        }
    }
}
