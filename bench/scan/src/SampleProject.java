import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A generated web application: ten modules, nine of them using the first, which has all the real jars. By default 2,000
 * classes and about 200 jars.
 */
final class SampleProject {
    static final int MODULES = 10;
    /** The module whose classes are changed. */
    static final int CHANGED = MODULES - 1;
    /** The one module whose classes use file uploads; all use the servlet API. */
    private static final int USES_UPLOADS = 5;

    private static final String SERVLET_API = "javax.servlet:javax.servlet-api:4.0.1";
    private static final String UPLOADS = "commons-fileupload:commons-fileupload:1.3.1";
    /** Direct dependencies; with what they bring along, about 200 jars, some of them old. */
    private static final String[] LIBRARIES = {
        SERVLET_API,
        UPLOADS,
        "com.google.guava:guava:30.0-jre",
        "org.springframework.boot:spring-boot-starter-web:3.3.5",
        "org.springframework.boot:spring-boot-starter-data-jpa:3.3.5",
        "org.springframework.boot:spring-boot-starter-security:3.3.5",
        "org.springframework.boot:spring-boot-starter-actuator:3.3.5",
        "org.springframework.boot:spring-boot-starter-data-redis:3.3.5",
        "org.springframework.boot:spring-boot-starter-data-mongodb:3.3.5",
        "org.springframework.boot:spring-boot-starter-quartz:3.3.5",
        "org.springframework.boot:spring-boot-starter-thymeleaf:3.3.5",
        "org.springframework.kafka:spring-kafka:3.2.4",
        "org.apache.poi:poi-ooxml:5.2.3",
        "org.apache.struts:struts2-core:2.3.20",
        "org.apache.shiro:shiro-web:1.4.0",
        "org.apache.velocity:velocity:1.7",
        "org.apache.lucene:lucene-queryparser:8.11.2",
        "org.elasticsearch.client:elasticsearch-rest-high-level-client:7.10.2",
        "org.apache.zookeeper:zookeeper:3.6.3",
        "org.apache.commons:commons-text:1.9",
        "org.eclipse.jgit:org.eclipse.jgit:6.1.0.202203080745-r"
    };

    private final Path root;
    private final int classes;
    private final int libraries;

    /**
     * @param classes in all modules together
     * @param libraries how many of the direct dependencies; each brings five to fifteen jars
     */
    SampleProject(Path root, int classes, int libraries) {
        this.root = root;
        this.classes = classes / MODULES;
        this.libraries = libraries;
    }

    static int allLibraries() {
        return LIBRARIES.length;
    }

    /** Another version of one jar, which one module of ten uses. */
    void changeJarOfOneModule() throws IOException {
        change(UPLOADS, "1.3.3");
    }

    /** Another version of the servlet API, which every module uses. */
    void changeJarOfAllModules() throws IOException {
        change(SERVLET_API, "3.1.0");
    }

    private void change(String library, String version) throws IOException {
        var pom = root.resolve("m0/pom.xml");
        var before = Files.readString(pom);
        var coordinates = library.substring(0, library.lastIndexOf(':'));
        var after = before.replace(dependency(library), dependency(coordinates + ":" + version));
        if (after.equals(before)) {
            throw new IllegalStateException(library + " is not in " + pom);
        }
        Files.writeString(pom, after);
    }

    void write() throws IOException {
        var modules = IntStream.range(0, MODULES)
                .mapToObj(i -> "<module>m" + i + "</module>")
                .collect(Collectors.joining());
        file(root.resolve("pom.xml"), pom("<packaging>pom</packaging><modules>" + modules + "</modules>"
                + "<properties><maven.compiler.release>17</maven.compiler.release>"
                + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"
                + "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>"
                + "</plugins></build>", "shop", false));
        for (int module = 0; module < MODULES; module++) {
            writeModule(module);
        }
    }

    private void writeModule(int module) throws IOException {
        var dependencies = module == 0 ? libraries() : dependency("bench:m0:1");
        file(
                root.resolve("m" + module).resolve("pom.xml"),
                pom("<dependencies>" + dependencies + "</dependencies>", "m" + module, true));
        for (int number = 0; number < classes; number++) {
            writeClass(module, number, "");
        }
    }

    /** Writes one class; another {@code note} makes another byte code of it. */
    void writeClass(int module, int number, String note) throws IOException {
        var name = "Page" + number;
        var source = """
                package bench.m%1$d;
                import java.io.*;
                import java.sql.*;
                import java.util.*;
                import javax.servlet.http.*;
                public class %2$s extends HttpServlet {
                    private final Map<String, List<String>> carts = new HashMap<>();
                    private String note = "%3$s";
                    @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        String name = request.getParameter("name");
                        String cleaned = name == null ? "" : name.trim().toLowerCase(Locale.ROOT);
                        response.getWriter().println(%4$s);
                        %8$s
                        for (String line : lines(cleaned, %5$d)) { response.getWriter().println(line.length()); }
                    }
                    List<String> lines(String seed, int count) {
                        List<String> lines = new ArrayList<>();
                        for (int i = 0; i < count; i++) {
                            StringBuilder line = new StringBuilder(seed);
                            for (int j = i; j > 0; j /= 2) { line.append((char) ('a' + j %% 26)).append(note); }
                            if (line.length() > 80) { line.setLength(80); } else if (line.length() == 0) { line.append('-'); }
                            lines.add(line.toString());
                        }
                        Collections.sort(lines);
                        return lines;
                    }
                    int total(Connection connection, String customer) throws SQLException {
                        try (PreparedStatement statement = connection.prepareStatement("select amount from orders where customer = ?")) {
                            statement.setString(1, customer);
                            int total = 0;
                            try (ResultSet rows = statement.executeQuery()) { while (rows.next()) { total += rows.getInt(1); } }
                            return total;
                        }
                    }
                    %6$s
                    void put(String customer, String article) {
                        carts.computeIfAbsent(customer, key -> new ArrayList<>()).add(article);
                        switch (article) { case "a": carts.clear(); break; case "b": carts.remove(customer); break; default: break; }
                    }
                    String page(HttpServletRequest request) throws IOException {
                        File file = new File("/srv/pages", %7$s);
                        try (BufferedReader reader = new BufferedReader(new FileReader(file))) { return reader.readLine(); }
                    }
                }
                """.formatted(
                module,
                name,
                note,
                number % 4 == 0 ? "\"<p>\" + name" : "\"<p>\" + cleaned.length()",
                10 + number % 7,
                number % 10 == 0
                        ? "ResultSet find(HttpServletRequest r, Statement s) throws SQLException { return s.executeQuery(\"select * from t where n = '\" + r.getParameter(\"n\") + \"'\"); }"
                        : "",
                number % 8 == 0 ? "request.getParameter(\"page\")" : "\"page" + number + ".html\"",
                module == USES_UPLOADS
                        ? "response.getWriter().println(org.apache.commons.fileupload.servlet.ServletFileUpload.isMultipartContent(request));"
                        : "");
        file(root.resolve("m" + module).resolve("src/main/java/bench/m" + module).resolve(name + ".java"), source);
    }

    private String libraries() {
        return Arrays.stream(LIBRARIES).limit(libraries).map(SampleProject::dependency).collect(Collectors.joining());
    }

    private static String dependency(String coordinates) {
        var parts = coordinates.split(":");
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>%n"
                .formatted(parts[0], parts[1], parts[2]);
    }

    private static String pom(String body, String artifact, boolean child) {
        var parent = "<parent><groupId>bench</groupId><artifactId>shop</artifactId><version>1</version></parent>";
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
                + (child ? parent : "<groupId>bench</groupId><version>1</version>")
                + "<artifactId>" + artifact + "</artifactId>" + body + "</project>\n";
    }

    private static void file(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
