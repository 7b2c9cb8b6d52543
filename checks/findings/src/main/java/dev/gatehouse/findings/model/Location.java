package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a finding is: in the code, in a dependency, or behind an address of the running application. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Location.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Location.Dependency.class, name = "dependency"),
    @JsonSubTypes.Type(value = Location.Http.class, name = "http")
})
public sealed interface Location {

    /** One line for people: file and line, package URL, or method and URL. */
    String display();

    /**
     * A place in byte code and, where the debug information and the source roots allow, in source code.
     *
     * @param module name of the module that holds the class
     * @param file source file relative to the project's directory with {@code /} between folders, if it was found
     * @param className binary name, such as {@code shop.Cart$Item}
     * @param method name and descriptor, such as {@code add(Ljava/lang/String;)V}; none for a finding about a class
     * @param startLine first line, from 1; 0 when the class has no line numbers
     * @param endLine last line, from 1; 0 when the class has no line numbers
     * @param context digest of the normalised code around the place: the same before and after lines move, files and
     *     packages are renamed; empty when it could not be computed
     */
    record Code(
            String module,
            @Nullable String file,
            String className,
            @Nullable String method,
            int startLine,
            int endLine,
            String context)
            implements Location {
        @Override
        public String display() {
            var place = file == null ? className : file;
            return startLine == 0 ? place : place + ":" + startLine;
        }
    }

    /**
     * A library that the project brings along.
     *
     * @param purl package URL, such as {@code pkg:maven/org.apache.struts/struts2-core@2.3.20}; for an unidentified
     *     file {@code pkg:generic/NAME}
     * @param file the jar relative to the project's directory or the local repository; inside an archive
     *     {@code app.war!/WEB-INF/lib/x.jar}
     * @param sha256 of the file, lower-case hexadecimal; none where only a BOM names it
     * @param modules that have it on their class path
     * @param paths how it comes in: package URLs from a direct dependency down to this one, shortest first
     */
    record Dependency(String purl, String file, @Nullable String sha256, List<String> modules, List<List<String>> paths)
            implements Location {
        public Dependency {
            modules = List.copyOf(modules);
            paths = paths.stream().map(List::copyOf).toList();
        }

        @Override
        public String display() {
            return purl;
        }
    }

    /**
     * A request to the running application.
     *
     * @param method of HTTP, upper case
     * @param url as requested
     * @param pathTemplate the path with identifiers replaced, such as {@code /orders/{id}}
     * @param parameter name of the attacked parameter, header or cookie, if one is to blame
     */
    record Http(
            String method,
            String url,
            String pathTemplate,
            @Nullable String parameter) implements Location {
        @Override
        public String display() {
            return method + " " + url;
        }
    }
}
