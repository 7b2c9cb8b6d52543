package dev.gatehouse.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every view parses, escapes, brings no script along and names what its object has. */
final class JellyViewsTest {
    private static final Path VIEWS = Path.of("src/main/resources");
    private static final Pattern OF_IT = Pattern.compile("\\$\\{[^}]*?\\bit\\.([a-zA-Z]+)");
    private static final Pattern RESERVED = Pattern.compile(
            "\\$\\{[^}]*\\.(empty|size|eq|ne|lt|le|gt|ge|and|or|not|div|mod|true|false|null)\\b(?!\\()[^}]*}");
    private static final List<String> SCRIPTS = List.of("script", "style", "iframe", "object", "embed");

    @Test
    void everyViewParsesAndEscapesByDefault() {
        assertThat(views()).hasSizeGreaterThan(10).allSatisfy(view -> {
            assertThat(text(view)).startsWith("<?jelly escape-by-default='true'?>");
            parse(view);
        });
    }

    @Test
    void noViewTurnsEscapingOffOrBringsAScriptAlong() {
        assertThat(views()).allSatisfy(view -> {
            assertThat(text(view)).doesNotContain("escape-by-default='false'").doesNotContain("<j:out");
            elements(parse(view)).forEach(element -> {
                assertThat(element.getTagName()).isNotIn(SCRIPTS);
                var attributes = element.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    assertThat(attributes.item(i).getNodeName())
                            .as("an attribute that is a script or a style")
                            .doesNotMatch("on[a-z]+|style");
                }
            });
        });
    }

    @Test
    void everyPropertyThatAViewNamesIsThere() {
        assertThat(views()).allSatisfy(view -> {
            var type = typeOf(view);
            var names = OF_IT.matcher(text(view));
            while (names.find() && type != null) {
                assertThat(properties(type))
                        .as("%s of %s", names.group(1), view)
                        .contains(names.group(1));
            }
        });
    }

    @Test
    void noExpressionNamesAWordOfTheExpressionLanguage() {
        assertThat(views())
                .allSatisfy(view -> assertThat(
                                RESERVED.matcher(text(view)).results().map(MatchResult::group))
                        .as("what Jelly cannot parse in %s", view)
                        .isEmpty());
    }

    @Test
    void everyFieldOfAFormCanBeReadAndWrittenAndHasHelp() {
        var forms =
                views().stream().filter(view -> view.endsWith("config.jelly")).toList();

        assertThat(forms).hasSizeGreaterThanOrEqualTo(4);
        assertThat(forms)
                .allSatisfy(view -> elements(parse(view)).stream()
                        .filter(element -> element.getTagName().equals("f:entry"))
                        .map(element -> element.getAttribute("field"))
                        .forEach(field -> {
                            var type = typeOf(view);
                            assertThat(type).isNotNull();
                            assertThat(properties(type)).contains(field);
                            assertThat(settable(type)).contains(field);
                            assertThat(view.resolveSibling("help-" + field + ".html"))
                                    .exists();
                        }));
    }

    @Test
    void everyButtonThatTestsSomethingAsksAMethodThatTakesWhatItSends() {
        var buttons = views().stream()
                .flatMap(view -> elements(parse(view)).stream()
                        .filter(element -> element.getTagName().equals("f:validateButton"))
                        .map(element -> Map.entry(typeOf(view), element)))
                .toList();

        assertThat(buttons).hasSizeGreaterThanOrEqualTo(5).allSatisfy(button -> {
            var name = button.getValue().getAttribute("method");
            var method = Arrays.stream(button.getKey().getMethods())
                    .filter(one ->
                            one.getName().equals("do" + Character.toUpperCase(name.charAt(0)) + name.substring(1)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no method for the button " + name));
            var sent = List.of(button.getValue().getAttribute("with").split(",", -1));
            assertThat(method.getParameterCount()).as(name).isEqualTo(sent.size());
            assertThat(method.isAnnotationPresent(POST.class))
                    .as("%s by POST", name)
                    .isTrue();
            assertThat(properties(button.getKey())).containsAll(sent);
        });
    }

    private static Class<?> typeOf(Path view) {
        var folder = VIEWS.relativize(view).getParent();
        if (folder == null) {
            return null;
        }
        try {
            return Class.forName(folder.toString().replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class for " + view, e);
        }
    }

    private static List<String> properties(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .flatMap(name ->
                        Stream.of("get", "is").filter(name::startsWith).map(prefix -> name.substring(prefix.length())))
                .filter(name -> !name.isEmpty())
                .map(JellyViewsTest::small)
                .toList();
    }

    /** By a setter, or by the constructor, whose parameters stand in the file beside the class. */
    private static List<String> settable(Class<?> type) {
        var all = new ArrayList<>(setters(type));
        try (var constructor = type.getResourceAsStream(type.getSimpleName() + ".stapler")) {
            if (constructor != null) {
                var written = new java.util.Properties();
                written.load(constructor);
                all.addAll(List.of(written.getProperty("constructor", "").split(",", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<String> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> small(name.substring(3)))
                .toList();
    }

    private static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<Path> views() {
        try (var files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".jelly"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path view) {
        try {
            return Files.readString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(Path view) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text(view))))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(view + " does not parse", e);
        }
    }

    private static List<Element> elements(Element root) {
        var found = new ArrayList<Element>(List.of(root));
        var below = root.getElementsByTagName("*");
        for (int i = 0; i < below.getLength(); i++) {
            found.add((Element) below.item(i));
        }
        return found;
    }
}
