package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import dev.gatehouse.scanners.project.maven.settings.SettingsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build resolved from a repository server on loopback, as the settings of the machine want it. */
class MavenSettingsTest {
    private static final String POM = "<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId>"
            + "<artifactId>till</artifactId><version>1.0</version></project>";

    @TempDir
    Path folder;

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        served.put("/org/acme/till/1.0/till-1.0.pom", POM.getBytes(StandardCharsets.UTF_8));
        served.put("/org/acme/till/1.0/till-1.0.jar", Given.zip(Map.of("a.txt", Given.bytes("a"))));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Given.file(folder.resolve("shop/pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                  <groupId>org.acme</groupId><artifactId>shop</artifactId><version>1</version>
                  <dependencies><dependency>
                    <groupId>org.acme</groupId><artifactId>till</artifactId><version>${till}</version>
                  </dependency></dependencies>
                </project>
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var credentials =
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
            asked.add(path + " " + credentials);
            if (!credentials.equals(
                    "Basic " + Base64.getEncoder().encodeToString("anna:hunter2".getBytes(StandardCharsets.UTF_8)))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"acme\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var file = served.get(path);
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
        }
    }

    private void settings(String text) throws IOException {
        Given.file(
                folder.resolve("home/.m2/settings.xml"),
                text.formatted(server.getAddress().getPort()));
    }

    private Project discovered(boolean offline) {
        var maven = new SettingsFiles(Map.of(), folder.resolve("home")).read(folder.resolve("shop"), offline);
        var settings = new DiscoverySettings(
                maven,
                folder.resolve("gradle"),
                folder.resolve("unpacked"),
                ArchiveLimits.DEFAULT,
                ResolutionCache.NONE);
        return new ProjectDiscovery(settings).discover(folder.resolve("shop"), Overrides.NONE);
    }

    private static final String MIRROR = """
            <settings>
              <mirrors><mirror><id>acme</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:%d/</url></mirror></mirrors>
              <servers><server><id>acme</id><username>anna</username><password>hunter2</password></server></servers>
              <profiles><profile><id>p</id><properties><till>1.0</till></properties></profile></profiles>
              <activeProfiles><activeProfile>p</activeProfile></activeProfiles>
            </settings>
            """;

    @Test
    void aMirrorIsAskedWithItsCredentials() throws IOException {
        settings(MIRROR);

        var project = discovered(false);

        assertThat(project.libraries()).singleElement().satisfies(library -> {
            assertThat(library.purl()).isEqualTo("pkg:maven/org.acme/till@1.0");
            assertThat(library.file())
                    .isEqualTo(folder.resolve("home/.m2/repository/org/acme/till/1.0/till-1.0.jar"))
                    .exists();
        });
        assertThat(project.toString()).doesNotContain("hunter2");
    }

    @Test
    void offlineNobodyIsAsked() throws IOException {
        settings(MIRROR);

        var project = discovered(true);

        assertThat(asked).isEmpty();
        assertThat(project.problems()).extracting(Problem::kind).contains("missing-library");
    }

    @Test
    void wrongCredentialsAreAMissingLibraryAndAreNotShown() throws IOException {
        settings(MIRROR.replace("<password>hunter2", "<password>hunter3"));

        var project = discovered(false);

        assertThat(asked).isNotEmpty();
        assertThat(project.problems()).extracting(Problem::kind).contains("missing-library");
        assertThat(project.toString()).doesNotContain("hunter3");
    }

    @Test
    void aRepositoryOfAProfileIsAsked() throws IOException {
        settings("""
                <settings>
                  <servers><server><id>acme</id><username>anna</username><password>hunter2</password></server></servers>
                  <mirrors><mirror><id>no</id><mirrorOf>central</mirrorOf><blocked>true</blocked>
                    <url>https://0.0.0.0/</url></mirror></mirrors>
                  <profiles><profile><id>p</id><activation><activeByDefault>true</activeByDefault></activation>
                    <properties><till>1.0</till></properties>
                    <repositories><repository><id>acme</id><url>http://127.0.0.1:%d/</url></repository></repositories>
                  </profile></profiles>
                </settings>
                """);

        assertThat(discovered(false).libraries())
                .singleElement()
                .satisfies(library -> assertThat(library.file()).isNotNull());
        assertThat(Files.exists(folder.resolve("home/.m2/repository/org/acme/till/1.0/till-1.0.pom")))
                .isTrue();
    }
}
